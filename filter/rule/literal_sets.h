/* SPDX-License-Identifier: ISC */
#ifndef RULE_LITERAL_SETS_H
#define RULE_LITERAL_SETS_H

#include "rule/literals.h"

/* Working with sets of literals; private to literals.c. */

/* More strings than this are no set. */
#define LITERALS_MOST 320

/* A set of one string; text is borrowed. */
struct literals literals_one(
    struct arena *a, const char *text, size_t len_bytes, unsigned flags);
/* Whether its strings are whole matches. */
bool literals_are_exact(const struct literals *l);
/* With what whole matches end. */
enum needs_end literals_end(const struct literals *l);
/* The same set, where a word can begin. */
struct literals literals_as_words(struct arena *a, const struct literals *l);
/* The same set, all of it cut. */
struct literals literals_cut(struct arena *a, const struct literals *l);
/*
 * The strings of l, which stand right behind one of before: words begin
 * there if all of those end in a sign or a blank.
 */
struct literals literals_behind(
    struct arena *a, const struct literals *before, const struct literals *l);
/*
 * Makes *a every string of it that is not cut with every one of b behind;
 * false, and *a unchanged, if these are many.
 */
bool literals_cross(
    struct arena *arena, struct literals *a, const struct literals *b);
/* How rare a set is: long strings are good, many are bad. */
long literals_worth(const struct literals *l);
/* Adds a set to those that must occur; the best of them are kept. */
void needs_add(struct needs *needs, const struct literals *l);

#endif
