/* SPDX-License-Identifier: ISC */
/*
 * What a sentence's times leave to those around it. A time is read again as
 * if it had been said just before the day or the week that was named; the
 * grammar of times knows nothing of sentences.
 */
#include "engine/context.h"
#include "base/arena.h"
#include "engine/elsewhere.h"
#include "when/when.h"

#include <string.h>

#define DAY_S 86400
/* How many sentences on a day, or a week, is still spoken of. */
#define NEAR_DAY   2
#define NEAR_HEAD  12 /* below a heading */
#define NEAR_WEEK  1
#define NEAR_MONTH 3
#define NEAR_HOUR  3
#define NEAR_BEGIN 2  /* of a series */
#define NEAR_SAID  12 /* "that week" */
/* "June 22", said on the 23rd, is not a year ahead. */
#define FAR_DAYS     270
#define BESIDE_BYTES 3 /* " (" between a day and its weekday */
#define DAYS_WEEK    7
#define STAY_DAYS    14 /* of a visit whose weekdays are then spoken of */
#define QUOTED_DAYS  21 /* ahead, of a quoted day that a weekday may mean */
#define NEXT_TO      2  /* days before or after others */

void context_init(struct context *c, struct arena *a,
    const struct date_words *words, const struct letter *l, struct span subject)
{
	*c = (struct context){
	    .arena = a, .words = words, .letter = l, .subject = subject};
}

static int weekday_of(const struct time_expr *t)
{
	return civil_weekday(civil_day_of(t->start));
}

static bool is_week(const struct time_expr *t)
{
	return t->has_due && !t->past && !t->before && !t->after &&
	       t->grain == GRAIN_WEEK;
}

/* "July 9-12": some days, within which weekdays are then. */
static bool is_stay(const struct time_expr *t)
{
	int64_t len_s = t->end.utc_s - t->start.utc_s;

	return t->has_due && t->has_end && !t->past && !t->after &&
	       t->grain == GRAIN_DAY && t->is_dated && len_s > DAY_S &&
	       len_s <= STAY_DAYS * DAY_S;
}

/* Reads t's words as if said just before from, but not before the letter. */
static bool read_again(const struct context *c, struct span plain,
    struct stamp from, struct time_expr *t)
{
	int64_t midnight = civil_day_of(from) * DAY_S;
	struct stamp reference = c->letter->date;
	struct time_expr *again;

	midnight -= (int64_t)reference.zone_min * 60;
	if (midnight - 1 > reference.utc_s)
		reference.utc_s = midnight - 1;
	if (when_find(c->arena, c->words, plain.data + t->offset, t->len_bytes,
		reference, &again) != 1 ||
	    again->offset || !again->has_due)
		return false;
	again->offset = t->offset;
	again->len_bytes = t->len_bytes;
	again->lacks_day = again->lacks_week = false;
	*t = *again;
	return true;
}

static bool is_near(bool has, size_t at, size_t i, size_t near)
{
	return has && i - at <= near;
}

static void lend_day(
    struct context *c, size_t i, struct span plain, struct time_expr *t)
{
	const struct time_expr *day;

	if (is_near(c->has_day, c->day_at, i,
		c->is_day_heading ? NEAR_HEAD : NEAR_DAY)) {
		(void)read_again(c, plain, c->day.start, t);
		return;
	}
	day = elsewhere_question(c, i, 0);
	if (!day)
		day = elsewhere_subject(c, 0);
	if (day)
		(void)read_again(c, plain, day->start, t);
}

static void lend_week(
    struct context *c, size_t i, struct span plain, struct time_expr *t)
{
	int weekday = weekday_of(t);
	const struct time_expr *day;

	if (is_near(c->has_week, c->week_at, i, NEAR_WEEK)) {
		(void)read_again(c, plain, c->week, t);
		return;
	}
	day = elsewhere_question(c, i, weekday);
	if (!day)
		day = elsewhere_subject(c, weekday);
	if (!day) {
		day = elsewhere_quotes(c, weekday);
		/* Of one weeks ahead the date is said again. */
		if (day && elsewhere_days_ahead(c, day) > QUOTED_DAYS)
			day = NULL;
	}
	if (day)
		(void)read_again(c, plain, day->start, t);
}

/*
 * "On the 23rd", after the 18th of October: not of the month before. "On the
 * 12th" after it is nothing that comes next, and stays the one to come. "By
 * the 23rd" stays it too when an October is only talked of, or begins soon:
 * what is wanted for it is wanted before.
 */
static void lend_month(
    struct context *c, size_t i, struct span plain, struct time_expr *t)
{
	struct civil spoken = civil_from_days(civil_day_of(c->month));
	struct civil guess = civil_from_days(civil_day_of(t->start));
	struct stamp first = c->month;

	int ahead =
	    spoken.year * 12 + spoken.month - (guess.year * 12 + guess.month);

	if (c->is_month_dated && guess.day < spoken.day)
		return;
	if (!is_near(c->has_month, c->month_at, i, NEAR_MONTH) || ahead <= 0)
		return;
	if (t->before && c->month_at != i && (!c->is_month_dated || ahead == 1))
		return;
	first.utc_s -= (int64_t)(spoken.day - 1) * DAY_S;
	if (read_again(c, plain, first, t))
		c->month_at = i;
}

/*
 * "Friday, October 30", which is a Monday: one of the two was a slip. Of a
 * limit the earlier is safe.
 */
static void clear_up(struct context *c, struct time_expr *t)
{
	int weekday = t->said_weekday;
	const struct time_expr *day = elsewhere_subject(c, weekday);
	int64_t days;

	if (!day)
		day = elsewhere_quotes(c, weekday);
	days = day ? civil_day_of(day->start) - civil_day_of(t->start) : 0;
	if (!days && t->before)
		days = -((weekday_of(t) - weekday + DAYS_WEEK) % DAYS_WEEK);
	if (!days || days >= DAYS_WEEK || days <= -DAYS_WEEK)
		return;
	t->start.utc_s += days * DAY_S;
	t->due.utc_s += days * DAY_S;
	t->end.utc_s += t->has_end ? days * DAY_S : 0;
	t->is_doubtful = false;
}

/*
 * "Let's do it then." A sentence that begins with the word goes on. A talk
 * at its hour is meant sooner than an afternoon that was named after it.
 */
static void repeat(struct context *c, size_t i, struct time_expr *t)
{
	size_t offset = t->offset, len = t->len_bytes;

	if (!is_near(c->has_day, c->day_at, i, NEAR_DAY))
		return;
	*t = c->day.grain == GRAIN_PART &&
		     is_near(c->has_hour, c->hour_at, i, NEAR_HOUR)
		 ? c->hour
		 : c->day;
	t->offset = offset;
	t->len_bytes = len;
}

/* "The day before", "that week": from the day, or week, that was named. */
static void read_near(
    struct context *c, size_t i, struct span plain, struct time_expr *t)
{
	/* "The 18th and 19th. The day before": before the first. */
	bool is_back = civil_day_of(t->start) < civil_day_of(c->letter->date);
	bool is_known = is_near(c->has_day, c->day_at, i, NEAR_DAY);
	struct stamp from = c->day.start;
	struct time_expr *near;

	if (t->grain == GRAIN_WEEK) {
		is_known = is_near(c->has_away, c->away_at, i, NEAR_SAID);
		from = c->away;
	} else if (is_back) {
		is_known = is_near(c->has_first, c->first_at, i, NEAR_DAY);
		from = c->first;
	}
	if (!is_known)
		return;
	from.utc_s -= (from.utc_s + (int64_t)from.zone_min * 60) % DAY_S;
	if (when_find(c->arena, c->words, plain.data + t->offset, t->len_bytes,
		from, &near) != 1 ||
	    near->offset || near->due.utc_s <= c->letter->date.utc_s)
		return;
	near->offset = t->offset;
	near->len_bytes = t->len_bytes;
	near->has_due = true;
	near->is_again = false;
	*t = *near;
}

/*
 * "Every Friday", after "beginning March 20": the first of them. On the day
 * itself its hour, if none is said, is that of the series.
 */
static void begin_series(
    struct context *c, size_t i, struct span plain, struct time_expr *t)
{
	struct time_expr begun;

	if (!is_near(c->has_begun, c->begun_at, i, NEAR_BEGIN))
		return;
	begun = c->begun;
	if (!read_again(c, plain, begun.start, t))
		return;
	if (t->grain == GRAIN_DAY && begun.grain < GRAIN_PART &&
	    civil_day_of(t->start) == civil_day_of(begun.start)) {
		t->start = begun.start;
		t->due = begun.start;
		t->grain = begun.grain;
	}
}

/*
 * "This evening, at 7:00": digits that say no half of the day are in the
 * part of it that the sentence named before.
 */
static void lend_half(
    struct span plain, const struct time_expr *part, struct time_expr *t)
{
	bool is_open = str_digit(plain.data[t->offset + t->len_bytes - 1]);
	int64_t at = t->start.utc_s + DAY_S / 2;

	if (part->grain != GRAIN_PART || t->grain > GRAIN_HOUR || !is_open ||
	    !t->has_due || !part->has_end ||
	    t->start.utc_s >= part->start.utc_s ||
	    civil_day_of(t->start) != civil_day_of(part->start) ||
	    at < part->start.utc_s || at >= part->end.utc_s)
		return;
	t->start.utc_s += DAY_S / 2;
	t->due.utc_s += DAY_S / 2;
	t->end.utc_s += t->has_end ? DAY_S / 2 : 0;
}

/* "Today (Thursday)": the weekday of the day that stands beside it. */
static void lend_beside(const struct time_expr *named, struct time_expr *t)
{
	int64_t days = civil_day_of(t->start) - civil_day_of(named->start);
	size_t end = named->offset + named->len_bytes;

	if (!t->lacks_week || !named->has_due || named->lacks_week ||
	    named->grain > GRAIN_DAY || t->offset > end + BESIDE_BYTES ||
	    days <= 0 || days % DAYS_WEEK)
		return;
	t->start.utc_s -= days * DAY_S;
	t->due.utc_s -= days * DAY_S;
	t->end.utc_s -= t->has_end ? days * DAY_S : 0;
	t->lacks_week = false;
}

/* Keeps whether the sentences name one day to come, or several. */
static void keep_named(
    struct context *c, const struct time_expr *times, size_t n)
{
	for (size_t k = 0; k < n; k++) {
		int64_t day = civil_day_of(times[k].start);

		if (!times[k].has_due || times[k].past ||
		    times[k].grain > GRAIN_DAY)
			continue;
		/* "Thursday" and "Friday" are of the week that is meant. */
		c->has_named_several |=
		    c->has_named && c->named != day && !times[k].lacks_week;
		c->has_named = true;
		c->named = day;
	}
}

/* Gives a time what it lacks and the text names elsewhere. */
static void lend(struct context *c, size_t i, struct span plain,
    const struct time_expr *before, struct time_expr *t)
{
	if (before)
		lend_beside(before, t);
	if (t->is_doubtful && t->has_due)
		clear_up(c, t);
	if (t->is_again)
		read_near(c, i, plain, t);
	if (t->is_each && t->has_due)
		begin_series(c, i, plain, t);
	if (t->lacks_month && !t->past)
		lend_month(c, i, plain, t);
	if (t->lacks_day)
		lend_day(c, i, plain, t);
	else if (t->lacks_week && !t->past)
		lend_week(c, i, plain, t);
	if (before)
		lend_half(plain, before, t);
	if (t->lacks_year && elsewhere_days_ahead(c, t) > FAR_DAYS) {
		t->past = true;
		t->has_due = false;
	}
}

/* Keeps the month, the week and the day that it names, for those to come. */
static void keep(struct context *c, size_t i, const struct time_expr *t)
{
	if (t->has_due && !t->lacks_month &&
	    (t->is_dated || t->grain == GRAIN_MONTH)) {
		c->has_month = true;
		c->is_month_dated = t->is_dated;
		c->month = t->start;
		c->month_at = i;
	}
	/* "That week" is not this one. */
	if (t->has_due && t->grain >= GRAIN_PART && t->grain <= GRAIN_WEEK &&
	    elsewhere_days_ahead(c, t) >= DAYS_WEEK) {
		c->has_away = true;
		c->away = t->start;
		c->away_at = i;
	}
	if (t->has_due && t->is_dated && !t->before) {
		c->has_begun = true;
		c->begun = *t;
		c->begun_at = i;
	}
	if (is_week(t) || is_stay(t)) {
		c->has_week = true;
		c->week = t->start;
		c->week_at = i;
	}
}

/* "Monday" or "Tue, March 4:" on a line of its own. */
static bool is_heading(
    const struct context *c, size_t i, const struct time_expr *t)
{
	const struct letter *l = c->letter;
	size_t at = l->sentences[i].offset, end = at + t->len_bytes;

	if (t->offset || (at && l->text[at - 1] != '\n'))
		return false;
	while (
	    end < l->text_len && strchr(" \t:.", l->text[end]) && l->text[end])
		end++;
	return end >= l->text_len || l->text[end] == '\n';
}

/* The first of days in a row that are named together. */
static void keep_first(struct context *c, size_t i, const struct time_expr *t)
{
	if (c->has_first && c->first_at == i &&
	    civil_day_of(t->start) - civil_day_of(c->day.start) == 1)
		return;
	c->has_first = elsewhere_is_day(t) || is_stay(t);
	c->first = t->start;
	c->first_at = i;
}

static void keep_day(struct context *c, size_t i, const struct time_expr *t)
{
	if (t->lacks_day || t->vague || t->same)
		return;
	/* "tomorrow morning, from 9:00 on" is still that day. */
	if (c->has_day &&
	    (c->is_day_heading || (c->day_at == i && !elsewhere_is_day(t))) &&
	    civil_day_of(t->start) == civil_day_of(c->day.start))
		return;
	keep_first(c, i, t);
	/* What lies behind us is not when we meet. */
	c->has_day = elsewhere_is_day(t);
	c->is_day_heading = c->has_day && is_heading(c, i, t);
	c->day = *t;
	c->day_at = i;
	if (c->has_day && t->grain < GRAIN_PART) {
		c->has_hour = true;
		c->hour = *t;
		c->hour_at = i;
	}
}

void context_lend(struct context *c, size_t i, struct span plain,
    struct time_expr *times, size_t n)
{
	for (size_t k = 0; k < n; k++) {
		struct time_expr *t = &times[k];

		lend(c, i, plain, k ? &times[k - 1] : NULL, t);
		keep(c, i, t);
		if (t->same && t->offset)
			repeat(c, i, t);
		keep_day(c, i, t);
	}
	keep_named(c, times, n);
}

/* "Monday would work", about a visit weeks ahead: the Monday next to it. */
static void meet_that_week(
    struct stamp first, struct stamp last, struct time_expr *t)
{
	int64_t at = civil_day_of(t->start), from = civil_day_of(first),
		to = civil_day_of(last), before, after;

	if (at + NEXT_TO >= from)
		return;
	before = from - (from - at) % DAYS_WEEK;
	after = before + DAYS_WEEK;
	if (before < from && after - to < from - before)
		before = after;
	at = (before - at) * DAY_S;
	t->start.utc_s += at;
	t->due.utc_s += at;
	t->end.utc_s += t->has_end ? at : 0;
	t->lacks_week = false;
}

/* "On Thursday next, the 13th": the sentence says the date as well. */
static bool is_dated_beside(
    const struct time_expr *times, size_t n, const struct time_expr *t)
{
	for (size_t k = 0; k < n; k++)
		if (&times[k] != t && !times[k].lacks_week &&
		    !times[k].lacks_day && times[k].has_due &&
		    civil_day_of(times[k].start) == civil_day_of(t->start))
			return true;
	return false;
}

void context_meet(struct context *c, size_t i, struct span plain,
    struct time_expr *times, size_t n)
{
	struct stamp first, last;

	if (c->has_named_several || !elsewhere_days(c, &first, &last))
		return;
	for (size_t k = 0; k < n; k++) {
		struct time_expr *t = &times[k];

		if (t->lacks_day && civil_day_of(first) == civil_day_of(last))
			(void)read_again(c, plain, first, t);
		else if (t->lacks_week && !t->past && t->has_due &&
			 !is_dated_beside(times, n, t))
			meet_that_week(first, last, t);
		else
			continue;
		keep_day(c, i, t);
	}
}
