/* SPDX-License-Identifier: ISC */
#ifndef OUT_DRAFTS_H
#define OUT_DRAFTS_H

#include "base/diag.h"
#include "calendar/calendar.h"
#include "mail/compose.h"
#include "model/config.h"
#include "model/item.h"
#include "model/thread.h"
#include "model/wording.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;

/* Whose drafts, in which words, when. */
struct writer {
	struct arena *arena;
	const struct wording *wording;
	const struct me *me;
	struct stamp now;
};

/*
 * Drafts of replies. notes: the item's thread, oldest first; the reply goes
 * under its last letter with the other person. Nothing is NULL.
 *
 * An acknowledgement that something is late or will be; by (not set: none)
 * and reason ("": none) leave places to fill in when they are missing.
 */
struct draft *draft_ack(const struct writer *w, const struct item *it,
    const struct note *notes, size_t n_notes, const struct due *by,
    const char *reason);
/* A friendly question about what they owe. */
struct draft *draft_nudge(const struct writer *w, const struct item *it,
    const struct note *notes, size_t n_notes);

/*
 * What was agreed in a talk with one person, to be filled in; under the last
 * letter of notes, of which there may be none.
 */
struct draft *draft_recap(const struct writer *w, const struct mailbox *who,
    const struct note *notes, size_t n_notes);

/* One point of the agenda: a subject, never anybody's sentence. */
struct call_point {
	const char *topic;
	enum item_owner owner;
};

/* A call to be proposed. */
struct call {
	const char *topic; /* "": a general one */
	bool is_barrage;
	const struct mailbox *people;
	size_t n_people;
	struct stamp slots[3]; /* the first is the invite's */
	size_t n_slots;
	int length_min;
	int theirs_zone_min;
	bool knows_theirs;
	const char *where; /* "": not said */
	const struct call_point *points;
	size_t n_points;
	const char *uid;
	int sequence;
	const struct note *notes; /* of a thread to reply in, may be none */
	size_t n_notes;
};

/* The mail with its invite. STATUS_DATA for an address that cannot be used. */
enum status draft_call(const struct writer *w, const struct call *call,
    struct diag *d, struct draft **draft_r);

#endif
