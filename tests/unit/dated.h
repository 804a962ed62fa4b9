/* SPDX-License-Identifier: ISC */
#ifndef TESTS_DATED_H
#define TESTS_DATED_H

#include "model/act.h"

#include <stddef.h>

struct rulebook;

/* A letter of Monday, 2 March 2026, 10:00+01:00, from Ann Hall to Ben Moor. */
struct dated {
	const char *subject, *text;
	enum act_kind kind;
	const char *due; /* of the last such act: "2026-03-05T15:00" or "" */
};

/* Fails the test, with words and due date, where one is due another time. */
void dated_check(struct rulebook *f, const struct dated *letters, size_t n);

#endif
