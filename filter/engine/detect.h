/* SPDX-License-Identifier: ISC */
#ifndef ENGINE_DETECT_H
#define ENGINE_DETECT_H

#include "model/act.h"
#include "model/config.h"
#include "model/letter.h"

struct arena;
struct rule_result;
struct rules;

/*
 * What the letter's sentences do, with due dates and who must act. me may
 * have no address (scan without config): everybody is then addressed.
 * Bulk and automatic mail gives no acts but ACT_ABSENCE.
 */
struct findings *detect(struct arena *a, struct rules *rules,
    const struct letter *l, const struct me *me, enum direction direction);

/* What the rules said of a letter, before acts were made of it. */
struct hearing {
	const char *language; /* "" when no rules are there: n is then 0 */
	bool is_bulk;
	const struct rule_result **results; /* by sentence */
	size_t n;
};

/* The same, short of acts: for who weighs the rules. */
struct hearing detect_hearing(struct arena *a, struct rules *rules,
    const struct letter *l, const struct me *me, enum direction direction);

#endif
