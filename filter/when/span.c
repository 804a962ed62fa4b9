/* SPDX-License-Identifier: ISC */
/*
 * Lengths of time and what lies so far away: "in two weeks", "3 days ago",
 * "the next few hours", "for an hour from 4pm". Lengths in days and more
 * lead to a day, shorter ones to an instant.
 */
#include "when/value.h"

#define FRIDAY         5
#define MOST_OFF       366 /* days in a row */
#define LARGEST_COUNT  10000
#define LARGEST_MONTHS 2400 /* 200 years */

static bool is_off(struct days_off *off, int64_t day)
{
	size_t low = 0, high;

	if (!off)
		return false;
	if (!off->is_loaded) {
		off->is_loaded = true;
		off->load(off);
	}
	high = off->n;
	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (off->days[middle] < day)
			low = middle + 1;
		else
			high = middle;
	}
	return low < off->n && off->days[low] == day;
}

int64_t add_workdays(const struct scene *s, int64_t day, int n)
{
	int step = n < 0 ? -1 : 1;
	/* Were every day off, it would never end. */
	int most = 8 * (n < 0 ? -n : n) + MOST_OFF;

	while (n && most--) {
		day += step;
		if (civil_weekday(day) <= FRIDAY && !is_off(s->days_off, day))
			n -= step;
	}
	return day;
}

struct moment moment_now(const struct scene *s)
{
	struct moment m = moment_day(s->today);

	m.has_clock = m.is_half_known = true;
	m.second = s->now_s;
	m.clock_grain = GRAIN_MINUTE;
	return m;
}

/* The same day of another month, or that month's last day. */
static int64_t add_months(int64_t day, int n)
{
	struct civil c = civil_from_days(day);
	struct civil t = civil_from_days(civil_days(c.year, c.month + n, 1));
	int length = civil_month_length(t.year, t.month);

	return civil_days(t.year, t.month, c.day < length ? c.day : length);
}

struct moment moment_add(
    const struct scene *s, struct moment m, struct span_of_time by, int sign)
{
	int64_t second = (int64_t)m.second + sign * by.seconds, days = 0;

	if (m.has_date) {
		int64_t day = add_months(m.day, sign * by.months);

		day = add_workdays(
		    s, day + (int64_t)sign * by.days, sign * by.workdays);
		if (m.has_clock) {
			days = second / DAY_S - (second % DAY_S < 0);
			second -= days * DAY_S;
		}
		m.day = day + days;
		m.day_end = m.day + 1;
	}
	m.second = (int)second;
	m.grain = GRAIN_DAY;
	m.year = m.month = m.dom = m.weekday = 0;
	m.has_due_day = m.is_edge = false;
	return m;
}

/* value = n of a unit; false when it is longer than anyone plans. */
static bool make_span(
    const struct value *unit, int n, int of, struct span_of_time *span_r)
{
	static const int seconds[] = {[UNIT_SECOND] = 1,
	    [UNIT_MINUTE] = 60,
	    [UNIT_HOUR] = 3600,
	    [UNIT_DAY] = DAY_S,
	    [UNIT_WORKDAY] = DAY_S,
	    [UNIT_WEEK] = 7 * DAY_S,
	    [UNIT_WORKWEEK] = 7 * DAY_S,
	    [UNIT_WEEKEND] = 7 * DAY_S,
	    [UNIT_MONTH] = 30 * DAY_S};
	static const int months[DATE_UNITS] = {[UNIT_MONTH] = 1,
	    [UNIT_QUARTER] = 3,
	    [UNIT_HALF_YEAR] = 6,
	    [UNIT_YEAR] = 12,
	    [UNIT_DECADE] = 120};

	*span_r = (struct span_of_time){0};
	if (n < 0 || n > LARGEST_COUNT || of < 1 || of > 1000)
		return false;
	n *= unit->b;
	if (months[unit->a]) {
		int64_t all = (int64_t)n * months[unit->a];

		span_r->months = (int)(all / of);
		span_r->days = (int)(all % of * 30 / of);
		return all / of <= LARGEST_MONTHS;
	}
	if (unit->a == UNIT_WORKDAY && of == 1) {
		span_r->workdays = n;
		return n <= 1000;
	}
	if (unit->a >= UNIT_DAY && (int64_t)n * seconds[unit->a] % of == 0 &&
	    (int64_t)n * seconds[unit->a] / of % DAY_S == 0) {
		span_r->days =
		    (int)((int64_t)n * seconds[unit->a] / of / DAY_S);
		return true;
	}
	span_r->seconds = (int64_t)n * seconds[unit->a] / of;
	return true;
}

static bool read_span(const struct parts *p, struct value *v_r)
{
	const struct value *n = part(p, DATE_NUMBER, 0);
	const struct value *unit = part(p, DATE_UNIT, 0);

	v_r->type = DATE_SPAN;
	return unit && make_span(unit, n ? n->a : 1, n ? n->b : 1, &v_r->span);
}

static bool add_spans(const struct parts *p, struct value *v_r)
{
	const struct value *x = part(p, DATE_SPAN, 0);
	const struct value *y = part(p, DATE_SPAN, 1);

	v_r->type = DATE_SPAN;
	if (!x || !y)
		return false;
	v_r->span.months = x->span.months + y->span.months;
	v_r->span.days = x->span.days + y->span.days;
	v_r->span.workdays = x->span.workdays + y->span.workdays;
	v_r->span.seconds = x->span.seconds + y->span.seconds;
	return v_r->span.months <= LARGEST_MONTHS;
}

/* The span's distance from a time, or from the reference. */
static bool distant(
    const struct scene *s, const struct parts *p, int sign, struct value *v_r)
{
	const struct value *span = part(p, DATE_SPAN, 0);
	const struct value *t = part(p, DATE_TIME, 0);
	struct moment base;

	if (!span)
		return false;
	base = span->span.seconds ? moment_now(s) : moment_day(s->today);
	if (t) {
		if (t->is_range || t->is_vague ||
		    (!t->from.has_clock && span->span.seconds) ||
		    (!t->from.has_date && !span->span.seconds))
			return false;
		base = t->from;
	} else if (sign < 0) {
		v_r->is_past = true;
	}
	v_r->from = moment_add(s, base, span->span, sign);
	return true;
}

/*
 * Until so long from now; with a shift ("within the next two days") it is
 * the time from now on, else only its end.
 */
static bool within(
    const struct scene *s, const struct parts *p, struct value *v_r)
{
	v_r->is_before = true;
	if (!distant(s, p, 1, v_r))
		return false;
	if (!part(p, DATE_SHIFT, 0))
		return true;
	v_r->to = v_r->from;
	v_r->from = v_r->to.has_clock ? moment_now(s) : moment_day(s->today);
	v_r->is_range = v_r->is_between = true;
	return true;
}

/* So many units from now on; the first of them may have begun. */
static bool coming(
    const struct scene *s, const struct parts *p, struct value *v_r)
{
	const struct value *n = part(p, DATE_NUMBER, 0);
	const struct value *unit = part(p, DATE_UNIT, 0);
	struct span_of_time span;
	int count = n ? n->a : 1;

	if (!unit || (n && n->b != 1) || count < 1 ||
	    !make_span(unit, count, 1, &span))
		return false;
	count *= unit->b;
	v_r->is_range = v_r->is_between = true;
	if (unit->a >= UNIT_MONTH) {
		struct moment last;

		if (!moment_period(s, (enum date_unit)unit->a, 1, &v_r->from))
			return false;
		last = v_r->from;
		if (!moment_period(s, (enum date_unit)unit->a, count, &last))
			return false;
		v_r->to = moment_day(last.day_end - 1);
		return true;
	}
	if (span.seconds) {
		v_r->from = moment_now(s);
		v_r->to = moment_add(s, v_r->from, span, 1);
		return true;
	}
	v_r->from = moment_day(s->today + 1);
	v_r->to = moment_add(s, moment_day(s->today), span, 1);
	return true;
}

static bool coming_last(
    const struct scene *s, const struct parts *p, struct value *v_r)
{
	const struct value *n = part(p, DATE_NUMBER, 0);
	const struct value *unit = part(p, DATE_UNIT, 0);

	return unit && (!n || (n->b == 1 && n->a >= 1 && n->a < 1000)) &&
	       moment_period(s, (enum date_unit)unit->a,
		   (n ? n->a : 1) * unit->b, &v_r->from);
}

static bool gone(
    const struct scene *s, const struct parts *p, struct value *v_r)
{
	const struct value *span = part(p, DATE_SPAN, 0);

	if (!span)
		return false;
	v_r->is_range = v_r->is_past = true;
	v_r->to = span->span.seconds ? moment_now(s) : moment_day(s->today - 1);
	v_r->from =
	    moment_add(s, span->span.seconds ? v_r->to : moment_day(s->today),
		span->span, -1);
	return true;
}

/* From a time on for so long. */
static bool lasting(
    const struct scene *s, const struct parts *p, struct value *v_r)
{
	const struct value *span = part(p, DATE_SPAN, 0);
	const struct value *t = part(p, DATE_TIME, 0);

	if (!span || !t || t->is_range || t->is_vague || t->from.is_part ||
	    (!t->from.has_clock && span->span.seconds))
		return false;
	*v_r = *t;
	v_r->is_weak = false;
	v_r->is_range = true;
	v_r->to = moment_add(s, t->from, span->span, 1);
	if (!t->from.has_clock) {
		v_r->to = moment_day(v_r->to.day - 1);
	} else if (!t->from.has_date) {
		v_r->to.has_date = false;
		v_r->to.second = t->from.second + (int)span->span.seconds;
		if (span->span.days || span->span.months)
			return false;
	}
	v_r->to.is_half_known = t->from.is_half_known;
	return true;
}

bool apply_span(const struct scene *s, enum date_op op, const struct parts *p,
    struct value *v_r)
{
	v_r->type = DATE_TIME;
	switch (op) {
	case OP_SUM:
		return add_spans(p, v_r);
	case OP_SPAN:
		return read_span(p, v_r);
	case OP_AFTER_NOW:
		return distant(s, p, 1, v_r);
	case OP_WITHIN:
		return within(s, p, v_r);
	case OP_AGO:
		return distant(s, p, -1, v_r);
	case OP_COMING:
		return coming(s, p, v_r);
	case OP_COMING_LAST:
		return coming_last(s, p, v_r);
	case OP_GONE:
		return gone(s, p, v_r);
	default:
		return lasting(s, p, v_r);
	}
}
