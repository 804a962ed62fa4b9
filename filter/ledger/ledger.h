/* SPDX-License-Identifier: ISC */
#ifndef LEDGER_LEDGER_H
#define LEDGER_LEDGER_H

#include "base/diag.h"
#include "model/config.h"
#include "model/item.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct rules;

/* The store, the rules and the user together. */
struct ledger;

struct ledger_setup {
	const char *db; /* path of the store */
	const struct config *config;
	struct rules *rules; /* may be NULL for what records no letter */
	bool read_only;
	bool create; /* make the store when there is none */
};

/*
 * Opens the store, migrating an older schema. STATUS_NOINPUT when there is
 * none and create is not set, STATUS_DATA when it is damaged, STATUS_CONFIG
 * when it is newer than this program, STATUS_TEMPFAIL when it is locked.
 */
enum status ledger_open(
    const struct ledger_setup *setup, struct diag *d, struct ledger **ledger_r);
void ledger_close(struct ledger *l);

/* ---- ledger/record.c: letters in */

enum recorded {
	RECORDED_NEW,
	RECORDED_AGAIN,   /* this Message-ID is known; direction may have been
			     corrected */
	RECORDED_UNPARSED /* known by its headers alone */
};

/*
 * Reads, detects and records one message in one transaction. With
 * DIRECTION_UNKNOWN it is outgoing when From is mine and nothing says that
 * it was delivered. bytes need not live on.
 */
enum status ledger_record(struct ledger *l, const char *bytes, size_t len_bytes,
    enum direction direction, struct stamp now, struct diag *d,
    enum recorded *recorded_r);
/*
 * Many messages in few transactions: between begin and commit each
 * ledger_record() joins the open one.
 */
enum status ledger_begin(struct ledger *l, struct diag *d);
enum status ledger_commit(struct ledger *l, struct diag *d);

/* ---- ledger/meeting.c: meetings become talks */

/* Whether ledger_meet() has anything to do. */
bool ledger_has_met(struct ledger *l, struct stamp now);
/*
 * Records the talks that meetings were: invited to by calendar, accepted,
 * and over at now. They settle what was to be talked about. What was called
 * off since is withdrawn.
 */
enum status ledger_meet(struct ledger *l, struct stamp now, struct diag *d);

/* ---- ledger/items.c: what is in it */

struct item_filter {
	bool all; /* also snoozed, done, dropped and below the threshold */
	bool mine, theirs, overdue, presumed;
	const char *with;   /* WHO, or NULL */
	const char *text;   /* words of what or subject, or NULL */
	const char *search; /* see store/search.h; best first then; or NULL */
};

/*
 * Sorted: overdue first, then by due, then by date. STATUS_USAGE when the
 * filter wants mine alone and theirs alone.
 */
enum status ledger_items(struct ledger *l, struct arena *a,
    const struct item_filter *filter, struct stamp now, struct diag *d,
    struct item **items_r, size_t *n_r);
/* STATUS_NOINPUT when there is no such item. Events oldest first. */
enum status ledger_item(struct ledger *l, struct arena *a, int64_t id,
    struct stamp now, struct diag *d, struct item *item_r,
    struct event **events_r, size_t *n_events_r);

/* ---- ledger/change.c: the user's word */

/* Adds event (cause CAUSE_USER) to the item and replays its thread. */
enum status ledger_change(
    struct ledger *l, int64_t id, const struct event *event, struct diag *d);
/*
 * Takes back the last change, by hand or by letter, of that item, or of
 * anything when item is 0; says which in *what_r, and in *item_r which item
 * it was, 0 when it was none.
 */
enum status ledger_undo(struct ledger *l, struct arena *a, int64_t item,
    struct stamp now, struct diag *d, const char **what_r, int64_t *item_r);

#endif
