/* SPDX-License-Identifier: ISC */
#ifndef STORE_ITEMS_H
#define STORE_ITEMS_H

#include "model/item.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct store;

/* Obligations. Failures: see store/store.h. */

/* An item with what only the store knows of it. */
struct item_row {
	struct item item;
	int64_t message;      /* row of the evidence */
	int64_t person;       /* of who, 0 when it has no address */
	bool is_hidden;       /* no longer derived from the mail */
	const char *language; /* of its letter, "" if none that is known */
};

enum items_of {
	ITEMS_OPEN,   /* open or snoozed */
	ITEMS_ALL,    /* all but hidden ones */
	ITEMS_EVER,   /* and these */
	ITEMS_THREAD, /* of thread id, hidden ones included */
	ITEMS_ONE     /* item id, hidden or not */
};

/* By number. */
size_t items_get(struct store *s, struct arena *a, enum items_of which,
    int64_t id, struct item_row **items_r);
/*
 * When an open item last changed, when its thread was last written in, and
 * 0 or when the user last said that it is not settled, and when somebody
 * wrote in another thread of the same topic.
 */
struct last_word {
	int64_t item;
	int64_t changed_s, written_s, kept_s, elsewhere_s;
};
/* Of all that are open or snoozed, until then; by number. */
size_t items_last_words(struct store *s, struct arena *a, int64_t until_s,
    struct last_word **words_r);
/* Adds it with its evidence, a message's row, and returns its number. */
int64_t item_add(struct store *s, int64_t message, const struct item *it);
/* Makes item id what it says, visible again if it was hidden. */
void item_update(struct store *s, int64_t id, const struct item *it);
void item_hide(struct store *s, int64_t id);

#endif
