/* SPDX-License-Identifier: ISC */
#ifndef TESTS_STORY_H
#define TESTS_STORY_H

#include "base/arena.h"
#include "engine/settle.h"
#include "model/config.h"
#include "model/thread.h"

#include <stddef.h>

/*
 * A story in a compact notation, one line an entry. Days are of June 2026,
 * the 1st a Monday; "3.14" is the 3rd at 14:00, "3" at 09:00.
 *
 * A letter:  ID DAY FROM>TO[,TO...][/CC,...] [FLAG...] : ACT; ACT ...
 *	FLAG	re		a reply without references
 *		re=ID,ID	... with them
 *		auto		written by a machine
 *		thanks		no content but thanks and greetings
 *		in		came in, although FROM is me
 *		list		does not address me
 *		att=NAME	has that attachment
 *		words=N		words of new text; else those of its acts
 *	ACT	[+]KIND[/WHO][~PERCENT] [=DAY] SENTENCE
 *		+ and no SENTENCE: another act of the one before
 *		=DAY: due at the end of that day; =DAYw by its weekday alone
 * An order:  ! DAY EVENT ID.N [=DAY]	of the item of ID's sentence N
 */
struct story {
	struct config config;
	struct note *notes;
	size_t n_notes;
	struct order *orders;
	size_t n_orders;
};

/* Ends the test with the line that it cannot read. */
struct story story_read(struct arena *a, const char *text);

/* Day and hour of June 2026 as the notation has them. */
struct stamp story_time(const char *text);

#endif
