/* SPDX-License-Identifier: ISC */
/*
 * Single days: weekdays, days of a month, numeric dates. What names no year
 * is the first such day from the reference's own on; a bare weekday is
 * always a later day than the reference's.
 */
#include "when/value.h"

#define YEARS_AHEAD  8 /* enough for a 29 February */
#define FIRST_YEAR   1900
#define MONTHS_AHEAD 14 /* "Monday the 13th": it comes within these */

int64_t monday_of(int64_t day)
{
	return day - (civil_weekday(day) - 1);
}

struct moment moment_day(int64_t day)
{
	return (struct moment){.has_date = true,
	    .day = day,
	    .day_end = day + 1,
	    .grain = GRAIN_DAY};
}

static bool is_date(int y, int m, int d)
{
	return m >= 1 && m <= 12 && d >= 1 && d <= civil_month_length(y, m);
}

/* A named day; year 0: the next one. */
static bool named_day(
    const struct scene *s, int y, int m, int d, struct moment *m_r)
{
	int year = y ? y : s->year;

	for (; year <= s->year + YEARS_AHEAD || y; year++) {
		if (is_date(year, m, d) &&
		    (y || civil_days(year, m, d) >= s->today))
			break;
		if (y)
			return false;
	}
	if (!is_date(year, m, d))
		return false;
	*m_r = moment_day(civil_days(year, m, d));
	m_r->year = y;
	m_r->month = m;
	m_r->dom = d;
	return true;
}

bool moment_move_years(struct moment *m, int years)
{
	struct civil c = civil_from_days(m->day);
	int64_t moved;

	if (!is_date(c.year + years, c.month, c.day))
		return false;
	moved = civil_days(c.year + years, c.month, c.day);
	if (m->grain == GRAIN_MONTH)
		m->day_end = civil_days(c.year + years, c.month + 1, 1);
	else
		m->day_end += moved - m->day;
	m->day = moved;
	return true;
}

static bool weekday(
    const struct scene *s, const struct parts *p, struct value *v_r)
{
	const struct value *w = part(p, DATE_WEEKDAY, 0);
	const struct value *shift = part(p, DATE_SHIFT, 0);
	const struct value *week = part(p, DATE_TIME, 0);
	int64_t day = w ? monday_of(s->today) + w->a - 1 : 0;

	if (!w)
		return false;
	if (week) {
		if (week->from.grain != GRAIN_WEEK || !week->from.has_date)
			return false;
		day = monday_of(week->from.day) + w->a - 1;
	} else if (!shift) {
		day += day <= s->today ? 7 : 0;
	} else if (shift->a > 0) {
		day += 7L * shift->a;
	} else if (shift->a < 0) {
		day -= day >= s->today ? 7 : 0;
		v_r->is_past = true;
	} else {
		day += day < s->today ? 7 : 0;
	}
	v_r->from = moment_day(day);
	v_r->from.weekday = w->a;
	v_r->from.is_any_week = !shift && !week;
	v_r->is_weak = w->is_weak && !p->has_words && p->n == 1;
	return true;
}

/* The next month's day d from today on, also of that weekday if not 0. */
static bool next_day_of_month(
    const struct scene *s, int d, int w, struct moment *m_r)
{
	for (int i = 0; i < MONTHS_AHEAD; i++) {
		struct civil c =
		    civil_from_days(civil_days(s->year, s->month + i, 1));
		int64_t day = civil_days(c.year, c.month, d);

		if (!is_date(c.year, c.month, d) || day < s->today ||
		    (w && civil_weekday(day) != w))
			continue;
		*m_r = moment_day(day);
		m_r->dom = d;
		return true;
	}
	return false;
}

static bool day_of_month(
    const struct scene *s, const struct parts *p, struct value *v_r)
{
	const struct value *d = part(p, DATE_NUMBER, 0);
	const struct value *month = part(p, DATE_TIME, 0);
	const struct value *w = part(p, DATE_WEEKDAY, 0);
	struct civil c;

	if (!d || d->b != 1 || d->a < 1 || d->a > 31)
		return false;
	if (!month)
		return next_day_of_month(s, d->a, w ? w->a : 0, &v_r->from);
	if (month->from.grain != GRAIN_MONTH || !month->from.has_date)
		return false;
	c = civil_from_days(month->from.day);
	if (month->from.month && !month->from.year)
		return named_day(s, 0, c.month, d->a, &v_r->from);
	return named_day(s, c.year, c.month, d->a, &v_r->from);
}

static bool month_day(
    const struct scene *s, const struct parts *p, struct value *v_r)
{
	const struct value *m = part(p, DATE_MONTH, 0);
	const struct value *d = part(p, DATE_NUMBER, 0);
	const struct value *y = part(p, DATE_YEAR, 0);

	return m && d && d->b == 1 &&
	       named_day(s, y ? y->a : 0, m->a, d->a, &v_r->from);
}

static int full_year(const struct value *y)
{
	if (y->type == DATE_YEAR || y->digits == 4)
		return y->a;
	return y->digits == 2 ? y->a + (y->a < 70 ? 2000 : 1900) : -1;
}

static bool in_order(const struct scene *s, enum date_op op,
    const struct parts *p, struct value *v_r)
{
	int m, d, y = 0;

	if (p->n == 3 && (op == OP_YMD || s->order == ORDER_YMD)) {
		y = full_year(p->v[0]);
		m = p->v[1]->a;
		d = p->v[2]->a;
	} else {
		bool day_first = s->order == ORDER_DMY;

		m = p->v[day_first]->a;
		d = p->v[!day_first]->a;
		if (p->n == 3)
			y = full_year(p->v[2]);
	}
	if (m > 12 && d <= 12) { /* the other order, then */
		int t = m;

		m = d;
		d = t;
	}
	if (y < 0 || !named_day(s, y, m, d, &v_r->from))
		return false;
	v_r->from.year = y;
	return true;
}

/* "20260615", ISO 8601's basic format. */
static bool eight_digits(
    const struct scene *s, const struct value *v, struct value *v_r)
{
	return v->type == DATE_NUMBER && v->digits == 8 &&
	       v->a / 10000 >= FIRST_YEAR &&
	       named_day(
		   s, v->a / 10000, v->a / 100 % 100, v->a % 100, &v_r->from);
}

static bool numeric(const struct scene *s, enum date_op op,
    const struct parts *p, struct value *v_r)
{
	if (p->n == 1 && op == OP_YMD)
		return eight_digits(s, p->v[0], v_r);
	if (p->n < 2 || p->n > 3)
		return false;
	for (size_t i = 0; i < p->n; i++) {
		const struct value *v = p->v[i];

		if (v->type != DATE_NUMBER && v->type != DATE_YEAR)
			return false;
		if (v->digits > 2 && i != (op == OP_YMD ? 0 : p->n - 1))
			return false;
	}
	if (p->n == 2 && (p->v[0]->digits > 2 || p->v[1]->digits > 2))
		return false;
	/* 1/2, 3/4: a fraction, unless words make it a date. */
	if (p->n == 2 && p->v[0]->a < p->v[1]->a && p->v[1]->a <= 8)
		v_r->is_weak = p->v[0]->digits == 1 && p->v[1]->digits == 1;
	return in_order(s, op, p, v_r);
}

/* The n-th such weekday after a day, or before it when shifted back. */
static bool count_weekdays(
    const struct scene *s, const struct parts *p, struct value *v_r)
{
	const struct value *w = part(p, DATE_WEEKDAY, 0);
	const struct value *n = part(p, DATE_NUMBER, 0);
	const struct value *t = part(p, DATE_TIME, 0);
	const struct value *shift = part(p, DATE_SHIFT, 0);
	int64_t from = t ? t->from.day : s->today, day;
	int sign = shift && shift->a < 0 ? -1 : 1;

	if (!w || !n || n->b != 1 || n->a < 1 || n->a > 520 ||
	    (t && (!t->from.has_date || t->is_range)))
		return false;
	day = monday_of(from) + w->a - 1;
	if (sign > 0 ? day <= from : day >= from)
		day += sign * 7;
	v_r->from = moment_day(day + sign * 7L * (n->a - 1));
	return true;
}

bool apply_day(const struct scene *s, enum date_op op, const struct parts *p,
    struct value *v_r)
{
	v_r->type = DATE_TIME;
	switch (op) {
	case OP_WEEKDAY:
		return weekday(s, p, v_r);
	case OP_DAY_OF_MONTH:
		return day_of_month(s, p, v_r);
	case OP_MONTH_DAY:
		return month_day(s, p, v_r);
	case OP_COUNT:
		return count_weekdays(s, p, v_r);
	default:
		return numeric(s, op, p, v_r);
	}
}
