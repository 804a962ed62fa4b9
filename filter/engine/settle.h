/* SPDX-License-Identifier: ISC */
#ifndef ENGINE_SETTLE_H
#define ENGINE_SETTLE_H

#include "engine/outside.h"
#include "model/config.h"
#include "model/item.h"
#include "model/thread.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;

/* An item with its whole history, oldest first. */
struct life {
	struct item item;
	struct event *events;
	size_t n_events;
	bool is_talk; /* it is to be talked about */
};

/*
 * A change that the user ordered, to be replayed at its time; or, with
 * CAUSE_MAIL and is_undone, one of a letter that the user took back: that
 * letter then changes nothing about the item.
 */
struct order {
	const char *message_id; /* of the item: its evidence ... */
	size_t sentence;        /* ... and the kind of act */
	enum item_kind kind;
	struct event event;
};

/*
 * The ledger of one thread: replays its letters in order of date, and the
 * user's orders among them, from nothing. Pure: the same letters give the
 * same lives whatever order they came in. Returns how many, in *lives_r;
 * item.id and thread are 0. Acts below threshold open nothing. outside is
 * what is known besides, NULL for nothing.
 */
size_t settle(struct arena *a, const struct note *notes, size_t n_notes,
    const struct order *orders, size_t n_orders, const struct outside *outside,
    const struct config *config, struct life **lives_r);

/*
 * What the thread as a whole looks like: alternations, trouble, people,
 * open questions (from lives), heat at now. id and is_muted are left 0.
 */
struct thread thread_summary(struct arena *a, const struct note *notes,
    size_t n_notes, const struct life *lives, size_t n_lives,
    const struct config *config, struct stamp now);

#endif
