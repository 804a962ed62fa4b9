/* SPDX-License-Identifier: ISC */
/*
 * What a sentence's times leave to those around it. A time is read again as
 * if it had been said just before the day or the week that was named; the
 * grammar of times knows nothing of sentences.
 */
#include "engine/context.h"
#include "base/arena.h"
#include "rule/match.h"
#include "when/when.h"

#include <string.h>

#define DAY_S 86400
/* How many sentences on a day, or a week, is still spoken of. */
#define NEAR_DAY   2
#define NEAR_HEAD  12 /* below a heading */
#define NEAR_WEEK  1
#define NEAR_MONTH 3
#define NEAR_HOUR  3
/* Days ahead in which what a subject or a quote says can still be meant. */
#define HORIZON_DAYS 60
/* "June 22", said on the 23rd, is not a year ahead. */
#define FAR_DAYS      270
#define QUOTED_BYTES  8192 /* of quotes that are searched for dates */
#define BESIDE_BYTES  3    /* " (" between a day and its weekday */
#define DAYS_WEEK     7
#define STAY_DAYS     14 /* of a visit whose weekdays are then spoken of */
#define NEXT_TO       2  /* days before or after others */
#define DAYS_IN_A_ROW 2  /* at most, from the first to the last */
#define FIGURE_REACH  40 /* bytes between a date's words and its digits */

void context_init(struct context *c, struct arena *a,
    const struct date_words *words, const struct letter *l, struct span subject)
{
	*c = (struct context){
	    .arena = a, .words = words, .letter = l, .subject = subject};
}

/* A day to come that is not a mere limit, nor several. */
static bool is_day(const struct time_expr *t)
{
	return t->has_due && !t->is_doubtful && !t->past && !t->before &&
	       !t->after && t->grain <= GRAIN_DAY &&
	       (!t->has_end || t->end.utc_s - t->start.utc_s <= DAY_S);
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

static int64_t days_ahead(const struct context *c, const struct time_expr *t)
{
	return civil_day_of(t->start) - civil_day_of(c->letter->date);
}

static int weekday_of(const struct time_expr *t)
{
	return civil_weekday(civil_day_of(t->start));
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

/* The only day among times that counts; several are an open choice. */
static const struct time_expr *only_day(const struct context *c,
    const struct time_expr *times, size_t n, bool is_foreign, int weekday)
{
	const struct time_expr *found = NULL;

	for (size_t k = 0; k < n; k++) {
		const struct time_expr *t = &times[k];

		/* "tomorrow", said on another day, is not our tomorrow. */
		if (!is_day(t) || t->lacks_day ||
		    days_ahead(c, t) > HORIZON_DAYS ||
		    (is_foreign && !t->is_dated && !t->lacks_week) ||
		    (weekday && (!t->is_dated || weekday_of(t) != weekday)))
			continue;
		if (found &&
		    civil_day_of(found->start) != civil_day_of(t->start))
			return NULL;
		found = t;
	}
	return found;
}

static const struct time_expr *day_of_subject(struct context *c, int weekday)
{
	if (!c->is_subject_read)
		c->n_titled = when_find(c->arena, c->words, c->subject.data,
		    c->subject.len_bytes, c->letter->date, &c->titled);
	c->is_subject_read = true;
	return only_day(
	    c, c->titled, c->n_titled, c->letter->is_reply, weekday);
}

static const struct time_expr *day_of_question(
    struct context *c, size_t i, int weekday)
{
	size_t answers = c->letter->sentences[i].answers, n;
	const struct quoted_text *q;
	struct time_expr *times;
	struct span text;

	if (answers >= c->letter->n_quoted)
		return NULL;
	q = &c->letter->quoted[answers];
	text = rules_plain(c->arena, q->text, q->text_len);
	n = when_find(c->arena, c->words, text.data, text.len_bytes,
	    c->letter->date, &times);
	return only_day(c, times, n, true, weekday);
}

bool context_due_of_question(
    const struct context *c, size_t i, struct due *due_r)
{
	size_t answers = c->letter->sentences[i].answers, n;
	const struct time_expr *found = NULL;
	const struct quoted_text *q;
	struct time_expr *times;
	struct span text;

	if (answers >= c->letter->n_quoted)
		return false;
	q = &c->letter->quoted[answers];
	text = rules_plain(c->arena, q->text, q->text_len);
	n = when_find(c->arena, c->words, text.data, text.len_bytes,
	    c->letter->date, &times);
	for (size_t k = 0; k < n; k++) {
		const struct time_expr *t = &times[k];

		/* "tomorrow", said on another day, is not our tomorrow. */
		if (!t->has_due || t->past || t->after ||
		    !(t->is_dated || t->lacks_week))
			continue;
		if (found)
			return false;
		found = t;
	}
	if (!found)
		return false;
	*due_r = (struct due){.is_set = true,
	    .at = found->due,
	    .grain = found->grain,
	    .text = arena_strndup(
		c->arena, text.data + found->offset, found->len_bytes)};
	return true;
}

/*
 * The next words around digits from s[*at] on, which then is behind them:
 * what has no digits names no date that counts, and is most of any quote.
 */
static bool next_figures(
    const char *s, size_t len, size_t *at, struct span *span_r)
{
	size_t from = *at, start, end;

	while (from < len && !str_digit(s[from]))
		from++;
	if (from == len)
		return false;
	start = from - *at > FIGURE_REACH ? from - FIGURE_REACH : *at;
	while (start > *at && !str_space(s[start - 1]))
		start--;
	end = from;
	for (size_t i = from; i < len && i - end < FIGURE_REACH; i++)
		if (str_digit(s[i]))
			end = i;
	end = len - end > FIGURE_REACH ? end + FIGURE_REACH : len;
	while (end < len && !str_space(s[end]))
		end++;
	*span_r = (struct span){s + start, end - start};
	*at = end;
	return true;
}

static void read_quote(struct context *c, const char *s, size_t len)
{
	struct time_expr *times;
	struct span figures;
	size_t at = 0, n;

	while (next_figures(s, len, &at, &figures)) {
		n = when_find(c->arena, c->words, figures.data,
		    figures.len_bytes, c->letter->date, &times);
		for (size_t t = 0; t < n; t++) {
			c->quoted = arena_grow(c->arena, c->quoted, c->n_quoted,
			    &c->cap_quoted, sizeof(*c->quoted));
			c->quoted[c->n_quoted++] = times[t];
		}
	}
}

static void read_quotes(struct context *c)
{
	const struct letter *l = c->letter;
	size_t left = QUOTED_BYTES;

	for (size_t k = 0; k < l->n_zones && !c->are_quotes_read; k++) {
		const struct zone *z = &l->zones[k];
		size_t len = z->len_bytes < left ? z->len_bytes : left;

		if (z->kind != ZONE_QUOTE && z->kind != ZONE_FORWARD)
			continue;
		read_quote(c, l->text + z->offset, len);
		left -= len;
	}
	c->are_quotes_read = true;
}

/* The date in quoted and forwarded text that falls on such a weekday. */
static const struct time_expr *day_of_quotes(struct context *c, int weekday)
{
	read_quotes(c);
	return only_day(c, c->quoted, c->n_quoted, true, weekday);
}

/*
 * The days to come that quoted text names, if there is but one, or a few in a
 * row: what a reply is about that names an hour or a weekday alone. The days
 * on which the quoted letters were written lie behind us.
 */
static bool days_of_quotes(
    struct context *c, struct stamp *first_r, struct stamp *last_r)
{
	bool has = false;

	read_quotes(c);
	for (size_t k = 0; k < c->n_quoted; k++) {
		const struct time_expr *t = &c->quoted[k];
		int64_t ahead = days_ahead(c, t);

		if (!is_day(t) || t->lacks_day || !t->is_dated || ahead <= 0 ||
		    ahead > HORIZON_DAYS)
			continue;
		if (!has || t->start.utc_s < first_r->utc_s)
			*first_r = t->start;
		if (!has || t->start.utc_s > last_r->utc_s)
			*last_r = t->start;
		has = true;
	}
	return has &&
	       civil_day_of(*last_r) - civil_day_of(*first_r) <= DAYS_IN_A_ROW;
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
	day = day_of_question(c, i, 0);
	if (!day)
		day = day_of_subject(c, 0);
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
	day = day_of_question(c, i, weekday);
	if (!day)
		day = day_of_subject(c, weekday);
	if (!day)
		day = day_of_quotes(c, weekday);
	if (day)
		(void)read_again(c, plain, day->start, t);
}

/*
 * "On the 23rd", after the 18th of October: not of the month before. "On the
 * 12th" after it is nothing that comes next, and stays the one to come.
 */
static void lend_month(
    struct context *c, size_t i, struct span plain, struct time_expr *t)
{
	struct civil spoken = civil_from_days(civil_day_of(c->month));
	struct civil guess = civil_from_days(civil_day_of(t->start));
	struct stamp first = c->month;

	if (c->is_month_dated && guess.day < spoken.day)
		return;
	if (!is_near(c->has_month, c->month_at, i, NEAR_MONTH) ||
	    spoken.year * 12 + spoken.month <= guess.year * 12 + guess.month)
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
	const struct time_expr *day = day_of_subject(c, weekday);
	int64_t days;

	if (!day)
		day = day_of_quotes(c, weekday);
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
		c->has_named_several |= c->has_named && c->named != day;
		c->has_named = true;
		c->named = day;
	}
}

static bool is_inside(
    const struct time_expr *t, const struct regex_span *spans, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (t->offset >= spans[i].start &&
		    t->offset + t->len_bytes <= spans[i].end)
			return true;
	return false;
}

bool context_due_of_subject(struct context *c, const struct regex_span *spans,
    size_t n, struct due *due_r)
{
	const struct letter *l = c->letter;
	const struct time_expr *t = day_of_subject(c, 0);

	if (!t || c->n_titled > 1 || !is_inside(t, spans, n) ||
	    ((l->is_reply || l->is_forward) && !t->is_dated) ||
	    c->has_named_several ||
	    (c->has_named && c->named != civil_day_of(t->start)))
		return false;
	*due_r = (struct due){.is_set = true,
	    .at = t->due,
	    .grain = t->grain,
	    .text = arena_strndup(
		c->arena, c->subject.data + t->offset, t->len_bytes)};
	return true;
}

/* Gives a time what it lacks and the text names elsewhere. */
static void lend(struct context *c, size_t i, struct span plain,
    const struct time_expr *before, struct time_expr *t)
{
	if (before)
		lend_beside(before, t);
	if (t->is_doubtful && t->has_due)
		clear_up(c, t);
	if (t->lacks_month && !t->past)
		lend_month(c, i, plain, t);
	if (t->lacks_day)
		lend_day(c, i, plain, t);
	else if (t->lacks_week && !t->past)
		lend_week(c, i, plain, t);
	if (before)
		lend_half(plain, before, t);
	if (t->lacks_year && days_ahead(c, t) > FAR_DAYS) {
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

static void keep_day(struct context *c, size_t i, const struct time_expr *t)
{
	if (t->lacks_day || t->vague || t->same)
		return;
	/* "tomorrow morning, from 9:00 on" is still that day. */
	if (c->has_day &&
	    (c->is_day_heading || (c->day_at == i && !is_day(t))) &&
	    civil_day_of(t->start) == civil_day_of(c->day.start))
		return;
	/* What lies behind us is not when we meet. */
	c->has_day = is_day(t);
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

void context_meet(struct context *c, size_t i, struct span plain,
    struct time_expr *times, size_t n)
{
	struct stamp first, last;

	if (c->has_named_several || !days_of_quotes(c, &first, &last))
		return;
	for (size_t k = 0; k < n; k++) {
		struct time_expr *t = &times[k];

		if (t->lacks_day && civil_day_of(first) == civil_day_of(last))
			(void)read_again(c, plain, first, t);
		else if (t->lacks_week && !t->past && t->has_due)
			meet_that_week(first, last, t);
		else
			continue;
		keep_day(c, i, t);
	}
}
