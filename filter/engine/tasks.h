/* SPDX-License-Identifier: ISC */
#ifndef ENGINE_TASKS_H
#define ENGINE_TASKS_H

#include "model/letter.h"

#include <stdbool.h>
#include <stdint.h>

struct detection;
struct heard;

/*
 * A list of tasks in a letter, below what rules know for its head (act
 * tasks): "Action items:", "Tasks for Ann:", or "Ann:" alone.
 */
struct tasks {
	enum { TASKS_NONE, TASKS_HEADED, TASKS_MARKED, TASKS_LINES } state;
	bool is_below;  /* the sentence, even if it ends the list */
	uint32_t facts; /* of the entries: FACT_IN_TASKS, ... */
	const struct mailbox *owner; /* who is to do them, of the recipients */
	size_t head;                 /* index of the sentence that heads it */
};

/*
 * Goes on to the next sentence of the letter: whether it has a list entry's
 * mark, begins a line, and a paragraph. Gives its facts if it is an entry, or
 * 0. Marked entries go on behind an empty line, plain lines do not.
 */
uint32_t tasks_enter(
    struct tasks *t, bool is_marked, bool is_line, bool is_paragraph);

/*
 * Begins a list below h, sentence i, which heads one. What somebody is to do
 * who neither wrote nor gets the letter is left to them.
 */
void tasks_head(struct tasks *t, const struct detection *d,
    const struct heard *h, size_t i);

#endif
