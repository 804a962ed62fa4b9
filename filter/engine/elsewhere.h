/* SPDX-License-Identifier: ISC */
#ifndef ENGINE_ELSEWHERE_H
#define ENGINE_ELSEWHERE_H

#include "base/civil.h"
#include "base/regex.h"
#include "model/act.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct context;

/* A day to come, or an hour of it, that is no mere limit, nor several. */
bool elsewhere_is_day(const struct time_expr *t);

/* Days from the letter's own to that on which t begins. */
int64_t elsewhere_days_ahead(
    const struct context *c, const struct time_expr *t);

/*
 * The only day to come, of that weekday if it is not 0, that is named by the
 * subject, by the question that sentence i answers inline, or by the quoted
 * and forwarded text. NULL when there is none or several. Where the words are
 * older than the letter, "tomorrow" is not its tomorrow and does not count.
 */
const struct time_expr *elsewhere_subject(struct context *c, int weekday);
const struct time_expr *elsewhere_question(
    struct context *c, size_t i, int weekday);
const struct time_expr *elsewhere_quotes(struct context *c, int weekday);

/*
 * The first and the last of the days to come that the quoted text names, if
 * there is but one, or a few in a row. False, with both undefined, otherwise.
 */
bool elsewhere_days(
    struct context *c, struct stamp *first_r, struct stamp *last_r);

/*
 * The one date or weekday to come in the question that sentence i answers
 * inline. False, with *due_r unchanged, when there is none or several.
 */
bool elsewhere_due_of_question(
    const struct context *c, size_t i, struct due *due_r);

/*
 * The day to come that the subject names as its only time, if it lies in one
 * of the spans (n of them, of the subject's bytes), once all sentences have
 * come. Of a subject that is older than its letter, as in a reply, only a date
 * counts. False, with *due_r unchanged, when there is none, or when a sentence
 * named another day.
 */
bool elsewhere_due_of_subject(struct context *c, const struct regex_span *spans,
    size_t n, struct due *due_r);

#endif
