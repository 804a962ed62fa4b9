/* SPDX-License-Identifier: ISC */
#ifndef STORE_REDACT_H
#define STORE_REDACT_H

#include <stddef.h>
#include <stdint.h>

struct arena;
struct store;

/*
 * Strikes a person's addresses and full names, and what the user said of
 * them, from whatever will stay: text of other people's letters. To be done
 * before they are deleted. Letters that it touches are not taken in again.
 * Returns how many threads must be replayed, in *threads_r.
 */
size_t redact_person(
    struct store *s, struct arena *a, int64_t person, int64_t **threads_r);
/* Addresses and full names, as they are in letters. */
size_t redact_names(
    struct store *s, struct arena *a, int64_t person, const char ***names_r);
/* Orders of which nothing is left: undo would find them empty. */
void redact_changes(struct store *s);

#endif
