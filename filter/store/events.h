/* SPDX-License-Identifier: ISC */
#ifndef STORE_EVENTS_H
#define STORE_EVENTS_H

#include "model/item.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct store;

/* What happened to items. Failures: see store/store.h. */

struct event_row {
	struct event event;
	int64_t item;
	int64_t position;    /* in the item's life as last replayed */
	bool is_void;        /* a letter's event that no longer follows */
	const char *subject; /* events_ever(): of the letter */
};

/* All of an item, oldest first, those taken back and void ones included. */
size_t events_of_item(struct store *s, struct arena *a, int64_t item,
    struct event_row **events_r);
/* All of the items of a thread, by item, then oldest first. */
size_t events_of_thread(struct store *s, struct arena *a, int64_t thread,
    struct event_row **events_r);

/* All there are, by date, then as they were added. */
size_t events_ever(
    struct store *s, struct arena *a, struct event_row **events_r);

/* How often an item changed after it was opened, and when last. */
struct event_count {
	int64_t item, n;
	struct stamp modified;
};
/* By item. */
size_t events_count(
    struct store *s, struct arena *a, struct event_count **counts_r);

/* An order of the user's that was not taken back, and its item's rules. */
struct order_row {
	int64_t item;
	enum event_kind kind;
	const char **rules;
	size_t n_rules;
};

/* All of them, by item, then in the order in which they were given. */
size_t events_of_user(
    struct store *s, struct arena *a, struct order_row **orders_r);

/* A letter's event; message_id names a letter that the store has. */
void event_add_mail(
    struct store *s, int64_t item, int64_t position, const struct event *e);
/* The user's event, made by a change; returns its number. */
int64_t event_add_user(
    struct store *s, int64_t item, int64_t change, const struct event *e);
void event_update(struct store *s, int64_t id, int64_t position, bool is_void);

#endif
