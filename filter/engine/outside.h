/* SPDX-License-Identifier: ISC */
#ifndef ENGINE_OUTSIDE_H
#define ENGINE_OUTSIDE_H

#include "model/thread.h"

#include <stddef.h>
#include <stdint.h>

struct replay;

/* A delivery under another subject is looked for so long after the promise. */
#define OUTSIDE_LONGEST_S (INT64_C(60) * 86400)

/* A talk that the user told of, or an invite that was kept. */
struct talk {
	const struct mailbox *with; /* as the items here have them */
	struct stamp at;
};

/*
 * What bears on a thread's items and is not in its letters. Letters of
 * other threads are those that deliver, tell of a talk or of an absence,
 * and pass between the user and somebody who has an item here.
 */
struct outside {
	const struct note *letters;
	size_t n_letters;
	const struct talk *talks;
	size_t n_talks;
};

/* A letter of another thread, taken when the replay is at its date. */
void outside_letter(
    struct replay *r, const struct note *note, size_t lives_before);
void outside_talk(struct replay *r, const struct talk *talk);

#endif
