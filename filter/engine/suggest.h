/* SPDX-License-Identifier: ISC */
#ifndef ENGINE_SUGGEST_H
#define ENGINE_SUGGEST_H

#include "engine/advise.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;

/* What comes first; within a rank the newest does. */
enum rank {
	RANK_HELLO,
	RANK_STALE, /* what has pressed for so long that it is no news */
	RANK_TALKED,
	RANK_CHECK_IN,
	RANK_SILENT,
	RANK_BARRAGE,
	RANK_THEIRS_LATE,
	RANK_REPLY,
	RANK_MINE_LATE
};

/* Suggestions while they are collected. */
struct advice {
	struct arena *arena;
	const struct situation *s;
	struct suggestion *list;
	size_t n, cap;
	bool *told; /* by item: a suggestion speaks of it already */
};

/* The person with that address, NULL when none is known. */
const struct person *advice_person(
    const struct advice *v, const struct mailbox *who);
/* The thread of that id, NULL when it is not among the active ones. */
const struct thread *advice_thread(const struct advice *v, int64_t id);
/* What presses for so many working days is still news. */
bool advice_is_fresh(int64_t days);
/* Working days begun since t. */
int64_t advice_days_since(const struct advice *v, struct stamp t);
/* A suggestion of that kind is already made about that person. */
bool advice_has(const struct advice *v, const struct mailbox *who,
    enum suggestion_kind kind);

/*
 * Adds one unless it was dismissed, taken or often ignored of late. days
 * (working days late or waited) orders it within its rank, or behind what
 * is fresh when there are many. items are indexes into the situation's,
 * which are then told. False when it rests.
 */
bool advice_add(struct advice *v, const struct suggestion *suggestion,
    const size_t *items, size_t n_items, enum rank rank, int64_t days);

#endif
