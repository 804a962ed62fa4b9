/* SPDX-License-Identifier: ISC */
/*
 * Puts days and times of day together, makes ranges of two times that lend
 * each other what is missing, and marks what prepositions say.
 */
#include "when/value.h"

#define HOUR_S 3600
#define NOON_S (12 * HOUR_S)

/* A clock in a part of the day: "8 in the evening", "midnight tonight". */
static void clock_in_part(struct moment *clock, const struct moment *in)
{
	bool is_late = in->second >= 17 * HOUR_S;
	bool is_morning = clock->second < NOON_S;

	if (clock->is_half_known) {
		if (clock->second == 0 && is_late)
			clock->second = DAY_S;
		return;
	}
	clock->is_half_known = true;
	if (in->until > DAY_S && clock->second < 5 * HOUR_S)
		clock->second += DAY_S;
	else if (is_morning ? in->second >= NOON_S : is_late)
		clock->second += NOON_S;
	else if (!is_morning && in->until <= NOON_S)
		clock->second -= NOON_S;
}

static void take_clock(struct moment *m, const struct moment *from)
{
	m->has_clock = true;
	m->second = from->second;
	m->until = from->until;
	m->clock_grain = from->clock_grain;
	m->is_part = from->is_part;
	m->is_half_known = from->is_half_known;
	if (from->has_zone) {
		m->has_zone = true;
		m->zone_min = from->zone_min;
		m->summer = from->summer;
	}
}

static void take_date(struct moment *m, const struct moment *from)
{
	struct moment clock = *m;

	*m = *from;
	m->has_clock = false;
	if (clock.has_clock)
		take_clock(m, &clock);
}

static bool is_bare_weekday(const struct moment *m)
{
	return m->weekday && !m->month && !m->dom;
}

static bool is_bare_year(const struct moment *m)
{
	return m->grain == GRAIN_YEAR && m->year;
}

/* "Tomorrow, March 12": the more that is said of it, the better. */
static bool take_same_day(struct moment *a, const struct moment *b)
{
	if (a->day != b->day)
		return false;
	take_date(a, b);
	return true;
}

/* Two dates that are one: a week or a year and a day in it, a day twice. */
static bool merge_dates(struct moment *a, const struct moment *b)
{
	if (is_bare_year(b) && a->month && !a->year) {
		a->year = b->year;
		return moment_move_years(
		    a, b->year - civil_from_days(a->day).year);
	}
	if (is_bare_weekday(b) && a->grain == GRAIN_WEEK) {
		struct moment m =
		    moment_day(monday_of(a->day) + b->weekday - 1);

		take_date(a, &m);
		return true;
	}
	if (is_bare_weekday(a) && b->grain == GRAIN_WEEK) {
		struct moment m =
		    moment_day(monday_of(b->day) + a->weekday - 1);

		take_date(a, &m);
		return true;
	}
	if (a->grain != GRAIN_DAY || b->grain != GRAIN_DAY)
		return false;
	if (is_bare_weekday(a)) {
		int weekday = a->weekday;

		take_date(a, b);
		a->said_weekday = weekday;
		return true;
	}
	if (is_bare_weekday(b))
		a->said_weekday = b->weekday;
	return is_bare_weekday(b) || take_same_day(a, b);
}

/* Adds what b says to a. False when they say the same kind of thing. */
static bool merge(struct moment *a, const struct moment *b)
{
	if (a->has_date && b->has_date) {
		if (is_bare_weekday(a) && is_bare_weekday(b))
			return false;
		if (!merge_dates(a, b))
			return false;
	} else if (b->has_date) {
		take_date(a, b);
	}
	if (a->has_clock && b->has_clock) {
		struct moment clock = a->is_part ? *b : *a;

		if (a->is_part == b->is_part)
			return false;
		clock_in_part(&clock, a->is_part ? a : b);
		take_clock(a, &clock);
	} else if (b->has_clock) {
		take_clock(a, b);
	}
	return !a->has_clock || !a->has_date || a->grain == GRAIN_DAY;
}

static bool join_two(struct value *v, const struct value *t)
{
	v->is_past |= t->is_past;
	v->is_before |= t->is_before;
	v->is_after |= t->is_after;
	v->is_between |= t->is_between;
	v->is_each |= t->is_each;
	v->is_again |= t->is_again;
	if (t->is_range && v->is_range)
		return false;
	if (t->is_range) {
		v->to = v->from;
		v->is_range = true;
		return merge(&v->to, &t->to) && merge(&v->from, &t->from);
	}
	if (v->is_range && !merge(&v->to, &t->from))
		return false;
	return merge(&v->from, &t->from);
}

static bool join(const struct parts *p, struct value *v_r)
{
	const struct value *t = part(p, DATE_TIME, 0);

	if (!t || t->is_vague)
		return false;
	*v_r = *t;
	v_r->is_weak = false;
	for (size_t i = 1; (t = part(p, DATE_TIME, i)); i++)
		if (t->is_vague || !join_two(v_r, t))
			return false;
	return true;
}

/* A day, day or year apart from its twin: a range's ends in their order. */
static void order_dates(struct moment *from, struct moment *to)
{
	bool open_from = from->month && !from->year;
	bool open_to = to->month && !to->year;
	int apart =
	    civil_from_days(to->day).year - civil_from_days(from->day).year;

	if (open_from && to->year && moment_move_years(from, apart)) {
		if (from->day > to->day)
			(void)moment_move_years(from, -1);
	} else if (open_to && from->year && moment_move_years(to, -apart)) {
		if (from->day > to->day)
			(void)moment_move_years(to, 1);
	} else if (from->day > to->day && open_from) {
		(void)moment_move_years(from, -1);
	} else if (is_bare_weekday(to)) {
		while (to->day <= from->day) {
			to->day += 7;
			to->day_end += 7;
		}
	} else if (from->day > to->day && from->dom && !from->month) {
		struct civil c = civil_from_days(from->day);
		struct moment m =
		    moment_day(civil_days(c.year, c.month - 1, c.day));

		take_date(from, &m);
	}
}

static bool lend(struct moment *from, struct moment *to)
{
	if (from->has_date && to->has_date)
		order_dates(from, to);
	else if (from->has_date && from->has_clock)
		take_date(to, from);
	else if (to->has_date && to->has_clock && from->has_clock)
		take_date(from, to);
	else if (from->has_date || to->has_date)
		return false;
	if (to->has_zone && !from->has_zone && from->has_clock) {
		from->has_zone = true;
		from->zone_min = to->zone_min;
		from->summer = to->summer;
	}
	return !from->has_date || !to->has_date || from->day <= to->day;
}

/* A number in a range, made a time of the kind that the rest suggests. */
static bool as_time(const struct scene *s, const struct parts *p,
    const struct value *number, struct value *v_r)
{
	const struct value *month = part(p, DATE_MONTH, 0);
	const struct value *year = part(p, DATE_YEAR, 0);
	const struct value *t = part(p, DATE_TIME, 0);
	const struct value *v[3] = {number, month ? month : t, year};
	struct parts parts = {.v = v, .n = month && year ? 3 : 2};

	if (month)
		return value_apply(s, OP_MONTH_DAY, &parts, v_r);
	if (t && t->from.has_date && t->from.grain == GRAIN_MONTH)
		return value_apply(s, OP_DAY_OF_MONTH, &parts, v_r);
	parts.n = 1;
	return (!t || t->from.has_clock) &&
	       value_apply(s, OP_CLOCK, &parts, v_r);
}

/* "5 to 6pm": two ends, at most one of them a mere number or both. */
static bool range(
    const struct scene *s, const struct parts *p, struct value *v_r)
{
	struct value ends[2] = {{0}, {0}};
	size_t n = 0;

	for (size_t i = 0; i < p->n && n < 2; i++) {
		const struct value *v = p->v[i];

		if (v->type == DATE_NUMBER) {
			if (!as_time(s, p, v, &ends[n++]))
				return false;
		} else if (v->type == DATE_TIME &&
			   !(v->from.grain == GRAIN_MONTH &&
			       part(p, DATE_NUMBER, 1))) {
			ends[n++] = *v;
		}
	}
	if (n < 2 || ends[0].is_range || ends[1].is_range || ends[0].is_vague ||
	    ends[1].is_vague)
		return false;
	v_r->from = ends[0].from;
	v_r->to = ends[1].from;
	v_r->is_range = true;
	v_r->is_past = ends[0].is_past && ends[1].is_past;
	return lend(&v_r->from, &v_r->to);
}

static bool before(const struct value *t, struct value *v_r)
{
	*v_r = *t;
	v_r->is_before = v_r->is_between = true;
	v_r->is_weak = false;
	if (!t->from.has_clock && !t->from.is_edge) {
		v_r->from = moment_day(t->from.day - 1);
		v_r->is_range = false;
	}
	return true;
}

/* "The 13th and the 29th of each month": the day that comes first. */
static bool soonest(const struct parts *p, struct value *v_r)
{
	const struct value *best = part(p, DATE_TIME, 0), *t;

	for (size_t i = 1; (t = part(p, DATE_TIME, i)); i++) {
		if (!t->from.has_date || !best->from.has_date)
			return false;
		if (t->from.day < best->from.day)
			best = t;
	}
	*v_r = *best;
	v_r->is_each = true;
	v_r->is_weak = false;
	return true;
}

/* The latest such time that has passed. */
static void make_past(const struct scene *s, struct moment *m)
{
	if (m->has_date && m->day >= s->today) {
		if (is_bare_weekday(m)) {
			m->day -= 7;
			m->day_end -= 7;
		} else if (m->month && !m->year) {
			(void)moment_move_years(m, -1);
		} else if (m->dom && !m->month) {
			struct civil c = civil_from_days(m->day);

			m->day = civil_days(c.year, c.month - 1, c.day);
			m->day_end = m->day + 1;
		}
	}
	if (!m->has_date && m->has_clock) {
		struct moment today = moment_day(s->today);

		take_date(m, &today);
		m->is_half_known = true;
	}
}

bool apply_join(const struct scene *s, enum date_op op, const struct parts *p,
    struct value *v_r)
{
	const struct value *t = part(p, DATE_TIME, 0);

	v_r->type = DATE_TIME;
	if (op == OP_RANGE || op == OP_BETWEEN) {
		v_r->is_between = op == OP_BETWEEN;
		return range(s, p, v_r);
	}
	if (!t)
		return false;
	if (op == OP_JOIN)
		return join(p, v_r);
	if (op == OP_BEFORE)
		return before(t, v_r);
	if (op == OP_SOONEST)
		return soonest(p, v_r);
	*v_r = *t;
	v_r->is_weak = false;
	v_r->is_again |= op == OP_AGAIN;
	v_r->is_each |= op == OP_EACH;
	v_r->is_before |= op == OP_BY;
	v_r->is_between |= op == OP_BY;
	v_r->is_after |= op == OP_AFTER || op == OP_SINCE;
	v_r->is_past |= op == OP_PAST || op == OP_SINCE;
	if (v_r->is_past)
		make_past(s, &v_r->from);
	return !t->is_vague;
}
