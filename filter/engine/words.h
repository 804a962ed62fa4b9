/* SPDX-License-Identifier: ISC */
#ifndef ENGINE_WORDS_H
#define ENGINE_WORDS_H

#include <stdbool.h>
#include <stddef.h>

/*
 * The next word of *text, a run of letters and digits: *text is moved to its
 * start. Returns its bytes, 0 at the end.
 */
size_t words_next(const char **text);

size_t words_count(const char *text);

/*
 * How much two texts speak of the same thing: shared words, each once. Long
 * words (5 letters or more), numbers and capitals ("Q3") weigh 2, words of
 * four letters 1, shorter ones nothing: without a language's list of
 * function words length is what tells. Words that differ in their ending
 * ("report", "reports") are the same.
 */
int words_shared(const char *a, const char *b);
/* What words_shared() is of a text with itself. */
int words_weight(const char *text);
/* words_shared() that is enough to call it the same thing. */
#define WORDS_SAME_THING 2

/* Largely the same words: the same thing said again. */
bool words_repeat(const char *a, const char *b);

/*
 * The second text says again most of what the shorter of the two says, and
 * has no number and no name (a capital inside it) that the first lacks.
 */
bool words_again(const char *before, const char *after);

/*
 * Both begin alike and each has a word that the other lacks: "send me the
 * report for March", "send me the report for April".
 */
bool words_parallel(const char *a, const char *b);

#endif
