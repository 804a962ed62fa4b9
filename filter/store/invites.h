/* SPDX-License-Identifier: ISC */
#ifndef STORE_INVITES_H
#define STORE_INVITES_H

#include "base/civil.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct store;

/* Invites and digests that went out. Failures: see store/store.h. */

struct invite_row {
	int64_t id;
	const char *uid;
	int64_t sequence;
	struct stamp start;
};

/* The invite for one matter ("call t7"); false when there is none yet. */
bool invite_find(struct store *s, struct arena *a, const char *key,
    struct invite_row *invite_r);
void invite_add(struct store *s, const char *key, const char *uid,
    struct stamp start, struct stamp now);
void invite_move(struct store *s, int64_t id, int64_t sequence,
    struct stamp start, struct stamp now);

/* A digest whose reply must name the token; its entries by number. */
int64_t digest_add(struct store *s, const char *token, struct stamp now);
/* One of item and suggestion is 0. */
void digest_entry_add(struct store *s, int64_t digest, int64_t number,
    int64_t item, int64_t suggestion);
/* The digest with a token that was not used yet, now used; 0 if none. */
int64_t digest_use(struct store *s, const char *token, struct stamp now);
/* What a number of that digest stood for; false when nothing. */
bool digest_entry(struct store *s, int64_t digest, int64_t number,
    int64_t *item_r, int64_t *suggestion_r);

#endif
