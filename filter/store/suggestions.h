/* SPDX-License-Identifier: ISC */
#ifndef STORE_SUGGESTIONS_H
#define STORE_SUGGESTIONS_H

#include "model/suggestion.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct store;

/* Suggestions, their numbers and outcomes. Failures: see store/store.h. */

/* All there ever were, by number. */
size_t suggestions_past(
    struct store *s, struct arena *a, struct suggestion_past **past_r);
/* The number of that key; 0 when it was never suggested. */
int64_t suggestion_find(struct store *s, const char *key);
bool suggestion_exists(struct store *s, int64_t id);
/*
 * A number for a suggestion that is shown first at now, or (times 0) that
 * the user acted upon before it was made.
 */
int64_t suggestion_add(struct store *s, const struct suggestion *x,
    struct stamp now, int64_t times);
/* Shown again: times_shown as counted, last shown at now. */
void suggestion_shown(
    struct store *s, int64_t id, struct stamp now, int64_t times);

#endif
