/* SPDX-License-Identifier: ISC */
#ifndef STORE_SEARCH_H
#define STORE_SEARCH_H

#include <stddef.h>
#include <stdint.h>

struct arena;
struct store;

/*
 * The numbers of the items that have all words, best first: in the sentence,
 * the subject, the names and addresses or what became of them. A word finds
 * what begins with it, "some words" what has them in a row, -word leaves out.
 * Accents and capitals do not matter. The index is made in memory for each
 * search: nothing of it stays. Failures: see store/store.h.
 */
size_t search_items(
    struct store *s, struct arena *a, const char *text, int64_t **items_r);

#endif
