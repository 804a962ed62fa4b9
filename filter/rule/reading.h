/* SPDX-License-Identifier: ISC */
#ifndef RULE_READING_H
#define RULE_READING_H

#include "model/reading.h"

#include <stdbool.h>

struct lines;

/* An empty table, in the arena. */
struct reading_words *reading_new(struct arena *a);
/* Frees the patterns that were compiled meanwhile. NULL is fine. */
void reading_release(struct reading_words *words);

/*
 * Adds the current line of a reading.lang file: the caller loops over
 * lines_next(). words may live in another arena than in->arena only if that
 * one lives longer. False, with a complaint at the line's place, when it
 * is wrong and was skipped.
 */
bool reading_line(struct reading_words *words, struct lines *in);

#endif
