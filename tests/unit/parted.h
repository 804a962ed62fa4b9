/* SPDX-License-Identifier: ISC */
#ifndef TESTS_PARTED_H
#define TESTS_PARTED_H

#include "model/letter.h"

#include <stddef.h>

struct arena;

/* A text, and its sentences as parted_of() joins them. */
struct parted {
	const char *text, *want;
};

/* A letter of that text, with its sentences found. */
struct letter *parted_letter(struct arena *a, const char *text);
/* Sentences joined by "|", list entries with "- " in front. */
const char *parted_of(struct arena *a, const char *text);
/* Fails where the sentences of a text are others than wanted. */
void parted_check(const struct parted *table, size_t n);

#define PARTED_CHECK(table) \
	parted_check(table, sizeof(table) / sizeof((table)[0]))

#endif
