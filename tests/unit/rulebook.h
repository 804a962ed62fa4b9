/* SPDX-License-Identifier: ISC */
#ifndef TESTS_RULEBOOK_H
#define TESTS_RULEBOOK_H

#include "model/letter.h"

struct arena;
struct diag;
struct findings;
struct rules;

/* Rules to test with, and what is made with them. */
struct rulebook {
	struct arena *arena;
	struct diag *diag;
	struct rules *rules;
	char dir[64]; /* of rulebook_write() */
};

/* The source tree's rules, for cmocka_unit_test_setup_teardown(). */
int rulebook_open(void **state);
int rulebook_close(void **state);

/* Loads text as the only rule file of a language "xx", and removes it. */
void rulebook_write(struct rulebook *b, const char *text, unsigned flags);
void rulebook_remove(struct rulebook *b);

/* A message, read as English by a user without a name. */
struct findings *rulebook_detect(
    struct rulebook *b, const char *bytes, enum direction direction);
/* The same of a letter from Ann Hall to Ben Moor and Cleo Fern, written on
   2 March 2026, a Monday. */
struct findings *rulebook_said(struct rulebook *b, const char *text);

#endif
