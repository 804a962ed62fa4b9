/* SPDX-License-Identifier: ISC */
#ifndef STORE_OUTSIDE_H
#define STORE_OUTSIDE_H

#include "base/civil.h"
#include "store/messages.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct store;

/* What bears on items from outside their thread. Failures: store/store.h. */

/*
 * A letter between the user and a person that delivers something or tells
 * of a talk or an absence.
 */
struct bearing {
	int64_t person, row, date_s;
	enum bears bears;
};

/* Which letters to look at: rows after that one, dated then or later. */
struct outside_range {
	int64_t after_row, since_s;
};

/*
 * Whether any letter that bears is dated then or later, but the thread's;
 * *is_talk_r: whether there is any talk, asked in one go.
 */
bool outside_is_newer(
    struct store *s, int64_t since_s, int64_t thread, bool *is_talk_r);
/* By person, then by date. */
size_t outside_letters(struct store *s, struct arena *a,
    struct outside_range range, struct bearing **bearings_r);
/* Changes when another process has written to the store. */
int64_t outside_version(struct store *s);
/* A talk that is not undone. */
struct talk_row {
	int64_t person;
	struct stamp at;
};
/* By time. */
size_t outside_talks(
    struct store *s, struct arena *a, struct talk_row **rows_r);
/*
 * Threads with an item of that person that is open or was closed at that
 * time or later, and that was said or is due at until_s or later.
 */
size_t outside_threads(struct store *s, struct arena *a, int64_t person,
    int64_t at_s, int64_t until_s, int64_t **threads_r);

/*
 * Every item's person and thread, when it was said or is due, whichever is
 * later, and when it was closed: 0 while open.
 */
struct held {
	int64_t person, thread, until_s, closed_s;
};
/* By person. */
size_t outside_held(struct store *s, struct arena *a, struct held **held_r);

/* The words of an item, and the row of the letter that says it. */
struct quotable {
	int64_t row;
	const char *what;
};
/* All items with the people of a letter. */
size_t outside_quotable(struct store *s, struct arena *a, int64_t row,
    struct quotable **quotable_r);

#endif
