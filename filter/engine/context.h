/* SPDX-License-Identifier: ISC */
#ifndef ENGINE_CONTEXT_H
#define ENGINE_CONTEXT_H

#include "base/str.h"
#include "model/act.h"
#include "model/letter.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct date_words;

/* The days and weeks that a letter's sentences have named so far. */
struct context {
	struct arena *arena;
	const struct date_words *words;
	const struct letter *letter;
	struct span subject;        /* as rules see it */
	struct time_expr day, hour; /* hour: the last time of day */
	struct time_expr begun;     /* the last date */
	struct stamp away;          /* in another week than this one */
	struct stamp first;         /* of days in a row, of which day is last */
	struct stamp week;          /* its first instant */
	struct stamp month;         /* a day of it */
	/* The sentences that did. */
	size_t day_at, hour_at, week_at, month_at, begun_at, away_at, first_at;
	bool has_day, has_hour, has_week, has_month, has_begun, has_away,
	    has_first;
	bool is_month_dated; /* by a day of it: month is that day */
	bool is_day_heading; /* "Monday", and lines of times below it */
	struct time_expr *titled, *quoted; /* in the subject, in quotes */
	size_t n_titled, n_quoted, cap_quoted;
	bool is_subject_read, are_quotes_read;
	bool is_subject_placed; /* by the date of the letter answered */
	int64_t named; /* the day that sentences have named, if has_named */
	bool has_named, has_named_several;
};

void context_init(struct context *c, struct arena *a,
    const struct date_words *words, const struct letter *l,
    struct span subject);

/*
 * Lends the times of sentence i what it leaves to the context: "at 11:30"
 * the day named before it, or above it as a heading, "Friday" the week. Without
 * one in the sentences just before, an inline reply has it of its question,
 * then the subject is asked; a weekday is also the one date in the quoted text
 * that falls on it. "The 23rd" is of the month that was spoken of. A date that
 * is not on the weekday said with it is the one near it, in the subject or a
 * quote, that is; else it stays doubtful. Sentences come in their order; times
 * (n of them, of plain) are changed in place.
 */
void context_lend(struct context *c, size_t i, struct span plain,
    struct time_expr *times, size_t n);

/*
 * When sentence i arranges to meet: "11:30 is fine" is on the day, "Monday
 * works" next to the days, that the quoted text names as the only ones to
 * come, unless the letter itself said on which.
 */
void context_meet(struct context *c, size_t i, struct span plain,
    struct time_expr *times, size_t n);

#endif
