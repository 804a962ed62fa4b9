/* SPDX-License-Identifier: ISC */
#ifndef RULE_READING_H
#define RULE_READING_H

#include "model/reading.h"

#include <stdbool.h>

struct arena;
struct lines;

/* An empty table, in the arena: nothing to release but the arena. */
struct reading_words *reading_new(struct arena *a);

/*
 * Adds the current line of a reading.lang file: the caller loops over
 * lines_next(). A line is a kind and phrases, separated by "|"; in->arena,
 * which holds the phrases, must live as long as words. False, with a
 * complaint at its place, when the line is wrong and was skipped.
 */
bool reading_line(struct reading_words *words, struct lines *in);

#endif
