/* SPDX-License-Identifier: ISC */
/*
 * Weeks, months, quarters and years; places in them ("second Tuesday of")
 * and their edges ("end of"). Weeks are those of ISO 8601. A period's due
 * day is its last one; a week's is Friday.
 */
#include "when/value.h"

#define WEDNESDAY 3
#define THURSDAY  4
#define FRIDAY    5
#define WEEK      7
#define MONTH     31
#define QUARTER   90

static struct moment span_of_days(int64_t day, int64_t end, enum grain grain)
{
	struct moment m = moment_day(day);

	m.day_end = end;
	m.grain = grain;
	return m;
}

/* n months from first on, from the month with that number on. */
static struct moment months(int year, int month, int n, enum grain grain)
{
	return span_of_days(
	    civil_days(year, month, 1), civil_days(year, month + n, 1), grain);
}

static struct moment week(int64_t monday)
{
	struct moment m = span_of_days(monday, monday + 7, GRAIN_WEEK);

	m.has_due_day = true;
	m.due_day = monday + FRIDAY - 1;
	return m;
}

bool moment_period(
    const struct scene *s, enum date_unit unit, int n, struct moment *m_r)
{
	int64_t monday = monday_of(s->today) + 7L * n;

	switch (unit) {
	case UNIT_DAY:
		*m_r = moment_day(s->today + n);
		return true;
	case UNIT_WORKDAY:
		*m_r = moment_day(add_workdays(s, s->today, n));
		return true;
	case UNIT_WEEK:
		*m_r = week(monday);
		return true;
	case UNIT_WORKWEEK:
		*m_r = week(monday);
		m_r->day_end = monday + FRIDAY;
		return true;
	case UNIT_WEEKEND:
		*m_r = span_of_days(monday + FRIDAY, monday + 7, GRAIN_DAY);
		return true;
	case UNIT_MONTH:
		*m_r = months(s->year, s->month + n, 1, GRAIN_MONTH);
		return true;
	case UNIT_QUARTER:
		*m_r = months(s->year, (s->month - 1) / 3 * 3 + 1 + 3 * n, 3,
		    GRAIN_QUARTER);
		return true;
	case UNIT_HALF_YEAR:
		*m_r = months(s->year, (s->month - 1) / 6 * 6 + 1 + 6 * n, 6,
		    GRAIN_QUARTER);
		return true;
	case UNIT_YEAR:
		*m_r = months(s->year + n, 1, 12, GRAIN_YEAR);
		return true;
	case UNIT_DECADE:
		*m_r = months((s->year / 10 + n) * 10, 1, 120, GRAIN_YEAR);
		return true;
	default:
		return false;
	}
}

/* The unit of a shift and a unit: "next month", or the current one. */
static bool shifted(
    const struct scene *s, const struct parts *p, struct value *v_r)
{
	const struct value *shift = part(p, DATE_SHIFT, 0);
	const struct value *unit = part(p, DATE_UNIT, 0);
	int n = shift ? shift->a : 0;

	if (!unit || (unit->b != 1 && n == 0))
		return false;
	n *= unit->b;
	v_r->is_past = n < 0;
	if (unit->a >= UNIT_DAY) {
		if (!moment_period(s, (enum date_unit)unit->a, n, &v_r->from))
			return false;
		if (unit->a == UNIT_YEAR)
			v_r->from.year = civil_from_days(v_r->from.day).year;
		return true;
	}
	if (n != 1)
		return false;
	/* "the next hour": from now on. */
	v_r->from = moment_now(s);
	v_r->to = moment_add(s, v_r->from,
	    (struct span_of_time){.seconds = unit->a == UNIT_HOUR     ? 3600
					     : unit->a == UNIT_MINUTE ? 60
								      : 1},
	    1);
	v_r->is_range = v_r->is_between = true;
	return true;
}

static bool whole_month(
    const struct scene *s, const struct parts *p, struct value *v_r)
{
	const struct value *m = part(p, DATE_MONTH, 0);
	const struct value *y = part(p, DATE_YEAR, 0);
	const struct value *t = part(p, DATE_TIME, 0);
	const struct value *shift = part(p, DATE_SHIFT, 0);
	int year = s->year;

	if (!m)
		return false;
	if (y)
		year = y->a;
	else if (t && t->from.has_date)
		year = civil_from_days(t->from.day).year;
	else if (shift && shift->a)
		year += shift->a > 0 ? m->a <= s->month : -(m->a >= s->month);
	else if (!shift)
		year += m->a < s->month;
	v_r->from = months(year, m->a, 1, GRAIN_MONTH);
	v_r->from.month = m->a;
	v_r->from.year = y || t || shift ? year : 0;
	v_r->is_past = shift && shift->a < 0;
	v_r->is_weak = m->is_weak && p->n == 1 && !p->has_words;
	return true;
}

static bool month_year(const struct parts *p, struct value *v_r)
{
	const struct value *m = part(p, DATE_NUMBER, 0);
	const struct value *y = part(p, DATE_YEAR, 0);

	if (!m || !y || m->a < 1 || m->a > 12 || m->digits > 2)
		return false;
	v_r->from = months(y->a, m->a, 1, GRAIN_MONTH);
	v_r->from.month = m->a;
	v_r->from.year = y->a;
	return true;
}

/* The first ISO week of a year begins on this Monday. */
static int64_t first_week(int year)
{
	return monday_of(civil_days(year, 1, THURSDAY));
}

/* "Q2", "week 31", "H2 2027". */
static bool numbered(
    const struct scene *s, const struct parts *p, struct value *v_r)
{
	const struct value *n = part(p, DATE_NUMBER, 0);
	const struct value *unit = part(p, DATE_UNIT, 0);
	const struct value *y = part(p, DATE_YEAR, 0);
	const struct value *t = part(p, DATE_TIME, 0);
	int year = s->year, size;

	if (!n || n->b != 1 || n->a < 1 || !unit)
		return false;
	if (y)
		year = y->a;
	else if (t && t->from.has_date && t->from.grain == GRAIN_YEAR)
		year = civil_from_days(t->from.day).year;
	else if (t)
		return false;
	if (unit->a == UNIT_WEEK) {
		v_r->from = week(first_week(year) + 7L * (n->a - 1));
		return n->a <= 53;
	}
	size = unit->a == UNIT_QUARTER ? 3 : 6;
	if ((unit->a != UNIT_QUARTER && unit->a != UNIT_HALF_YEAR) ||
	    n->a > 12 / size)
		return false;
	if (!y && !t && civil_days(year, n->a * size + 1, 1) <= s->today)
		year++;
	v_r->from = months(year, (n->a - 1) * size + 1, size, GRAIN_QUARTER);
	return true;
}

/* The n-th weekday of a run of days, from its end when n is negative. */
static int64_t place_weekday(const struct moment *in, int w, int n)
{
	int64_t first = in->day + (w - civil_weekday(in->day) + 7) % 7;
	int64_t last = in->day_end - 1;

	last -= (civil_weekday(last) - w + 7) % 7;
	return n > 0 ? first + 7L * (n - 1) : last + 7L * (n + 1);
}

static bool place_unit(const struct scene *s, const struct moment *in,
    enum date_unit unit, int n, struct moment *m_r)
{
	struct civil c = civil_from_days(in->day);
	int k, size = unit == UNIT_QUARTER ? 3 : 1;

	switch (unit) {
	case UNIT_DAY:
		*m_r = moment_day(n > 0 ? in->day + n - 1 : in->day_end + n);
		return true;
	case UNIT_WORKDAY:
		*m_r = moment_day(n > 0 ? add_workdays(s, in->day - 1, n)
					: add_workdays(s, in->day_end, n));
		return true;
	case UNIT_WEEKEND:
		*m_r = span_of_days(place_weekday(in, FRIDAY + 1, n),
		    place_weekday(in, FRIDAY + 1, n) + 2, GRAIN_DAY);
		return true;
	case UNIT_WEEK:
		/* Of a year by ISO 8601, of a month by its first Monday;
		 * from the end by the last Thursday. */
		if (n < 0)
			*m_r = week(monday_of(place_weekday(in, THURSDAY, n)));
		else if (in->grain == GRAIN_YEAR)
			*m_r = week(first_week(c.year) + 7L * (n - 1));
		else
			*m_r = week(place_weekday(in, 1, n));
		return true;
	case UNIT_MONTH:
	case UNIT_QUARTER:
		k = in->grain == GRAIN_YEAR ? 12 : 3;
		k = n > 0 ? (n - 1) * size : k + n * size;
		*m_r = months(c.year, c.month + k, size,
		    unit == UNIT_MONTH ? GRAIN_MONTH : GRAIN_QUARTER);
		return true;
	default:
		return false;
	}
}

static bool place_in(const struct scene *s, const struct parts *p,
    const struct moment *in, int n, struct moment *m_r)
{
	const struct value *w = part(p, DATE_WEEKDAY, 0);
	const struct value *unit = part(p, DATE_UNIT, 0);

	if (w)
		*m_r = moment_day(place_weekday(in, w->a, n));
	else if (!unit || !place_unit(s, in, (enum date_unit)unit->a, n, m_r))
		return false;
	/* Weeks may reach over an edge; nothing may lie outside. */
	return m_r->day_end > in->day && m_r->day < in->day_end;
}

static bool place(const struct scene *s, enum date_op op, const struct parts *p,
    struct value *v_r)
{
	const struct value *n = part(p, DATE_NUMBER, 0);
	const struct value *t = part(p, DATE_TIME, 0);
	struct moment in;
	int k;

	if (!n || n->b != 1 || !n->a || n->a > 366 || !t || !t->from.has_date ||
	    t->is_range || t->from.grain < GRAIN_WEEK)
		return false;
	in = t->from;
	k = op == OP_PLACE_FROM_END ? -n->a : n->a;
	if (!place_in(s, p, &in, k, &v_r->from))
		return false;
	/* "first Monday of May" has passed: next year's. */
	if (in.month && !in.year && v_r->from.day_end <= s->today &&
	    moment_move_years(&in, 1))
		return place_in(s, p, &in, k, &v_r->from);
	/* "of every month": the next month's, when this month's is over. */
	if (part(p, DATE_SHIFT, 0) && v_r->from.day_end <= s->today &&
	    moment_period(s, UNIT_MONTH, 1, &in))
		return place_in(s, p, &in, k, &v_r->from);
	return true;
}

/* Of n days those that are early: of a long period the first month. */
static int64_t early_days(int64_t n)
{
	if (n == WEEK)
		return WEDNESDAY;
	return n < QUARTER ? n / 3 : MONTH;
}

/* "Late": its last part, or of one that has begun what is left of it. */
static int64_t late_from(const struct scene *s, int64_t first, int64_t end)
{
	int64_t n = end - first;

	if (s->today < first || s->today >= end)
		return end - (n == WEEK ? WEEK - WEDNESDAY : n / 3);
	return s->today + 1 < end ? s->today + 1 : end - 1;
}

/* Its end: a Friday, the next one when it is said on a weekend. */
static int64_t last_day(
    const struct scene *s, int64_t first, int64_t end, int64_t friday)
{
	if (friday >= s->today)
		return friday;
	return s->today < end && end - first == WEEK ? friday + WEEK : end - 1;
}

/* What an edge leaves of a period, each edge with its due day. */
static void cut_period(
    const struct scene *s, enum date_edge edge, struct moment *m)
{
	int64_t n = m->day_end - m->day, first = m->day, end = m->day_end;
	int64_t friday = m->has_due_day ? m->due_day : end - 1;
	bool is_now = s->today >= first && s->today < end;

	m->has_due_day = true;
	m->is_edge = true;
	m->grain = GRAIN_DAY;
	switch (edge) {
	case EDGE_BEGIN: /* its first day, and due while it is early */
		m->day_end = first + 1;
		m->due_day = first + early_days(n) - 1;
		return;
	case EDGE_EARLY: /* Monday to Wednesday; the 1st to the 10th */
		m->day_end = first + (n == WEEK ? WEDNESDAY : n / 3);
		break;
	case EDGE_MIDDLE: /* Wednesday and Thursday; 11th to 20th */
		m->day = first + (n == WEEK ? WEDNESDAY - 1 : n / 3);
		m->day_end = first + (n == WEEK ? THURSDAY : n / 3 * 2);
		m->due_day = n == WEEK ? m->day : first + n / 2 - 1;
		return;
	case EDGE_LATE: /* of the next week when it is said on a weekend */
		if (is_now && n == WEEK && friday < s->today) {
			friday += WEEK;
			m->day_end = end += WEEK;
			first += WEEK;
		}
		m->day = late_from(s, first, end);
		break;
	case EDGE_FIRST_HALF: /* the 1st to the 15th */
		m->day_end = first + n / 2;
		break;
	case EDGE_SECOND_HALF:
		m->day = first + n / 2;
		break;
	case EDGE_REST:
		m->day = is_now ? s->today : first;
		break;
	default:
		m->day = last_day(s, first, end, friday);
		m->day_end = m->day + 1;
		break;
	}
	m->due_day = m->day_end - 1;
	if (m->due_day > friday && friday >= m->day)
		m->due_day = friday;
}

static bool edge(
    const struct scene *s, const struct parts *p, struct value *v_r)
{
	const struct value *e = part(p, DATE_EDGE, 0);
	const struct value *t = part(p, DATE_TIME, 0);
	struct moment *m = &v_r->from;

	if (!e || (!t && !shifted(s, p, v_r)))
		return false;
	if (t)
		*v_r = *t;
	v_r->is_weak = false;
	if (!m->has_date || m->has_clock || v_r->is_range)
		return false;
	if (m->day_end - m->day > 1) {
		cut_period(s, (enum date_edge)e->a, m);
		return true;
	}
	if (e->a == EDGE_REST) {
		v_r->is_range = v_r->is_between = true;
		v_r->to = *m;
		v_r->to.has_clock = v_r->to.is_half_known = true;
		v_r->to.second = DAY_S;
		if (m->day == s->today)
			*m = moment_now(s);
		return true;
	}
	if (e->a == EDGE_END) {
		m->has_clock = m->is_half_known = true;
		m->clock_grain = GRAIN_MINUTE;
		m->second = DAY_S - 1;
		return true;
	}
	return false;
}

bool apply_period(const struct scene *s, enum date_op op, const struct parts *p,
    struct value *v_r)
{
	const struct value *t = part(p, DATE_TIME, 0);
	const struct value *y = part(p, DATE_YEAR, 0);

	v_r->type = DATE_TIME;
	switch (op) {
	case OP_MONTH:
		return whole_month(s, p, v_r);
	case OP_MONTH_YEAR:
		return month_year(p, v_r);
	case OP_YEAR_ALONE:
		v_r->is_weak = !p->has_words;
		if (!y)
			return false;
		v_r->from = months(y->a, 1, 12, GRAIN_YEAR);
		v_r->from.year = y->a;
		return true;
	case OP_PERIOD:
		return shifted(s, p, v_r);
	case OP_NUMBERED:
		return numbered(s, p, v_r);
	case OP_WEEK_OF:
		if (!t || !t->from.has_date || t->is_range)
			return false;
		v_r->from = week(monday_of(t->from.day));
		if (part(p, DATE_UNIT, 0)) /* a weekend is all there is */
			v_r->from = span_of_days(v_r->from.day + FRIDAY,
			    v_r->from.day_end, GRAIN_DAY);
		return true;
	case OP_EDGE:
		return edge(s, p, v_r);
	default:
		return place(s, op, p, v_r);
	}
}
