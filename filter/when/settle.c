/* SPDX-License-Identifier: ISC */
/*
 * From a value to instants: which half of the day is meant, which day a
 * bare time of day falls on, what a zone's name means on that day, and
 * which instant counts when the time is a deadline or a meeting's start.
 */
#include "when/value.h"

#define HOUR_S         3600
#define HALF_DAY_S     (12 * HOUR_S)
#define OPEN_UNTIL_S   (8 * HOUR_S) /* "at 9": in the morning, of some day */
#define US_RULE_CHANGE 2007
#define FIRST_WORK_S   (7 * HOUR_S) /* "at 3" is not in the night */

/* The n-th Sunday of a month, from its end when n is -1. */
static int64_t sunday_of(int year, int month, int n)
{
	int64_t first = civil_days(year, month, 1);
	int64_t last = civil_days(year, month + 1, 1) - 1;

	if (n < 0)
		return last - civil_weekday(last) % 7;
	return first + (7 - civil_weekday(first)) % 7 + 7L * (n - 1);
}

/*
 * Summer time on a day, by the rules of 2007 and of 1987 before (US) and of
 * 1996 (EU).
 */
static bool is_summer(enum date_summer rule, int64_t day)
{
	int year = civil_from_days(day).year;

	if (rule == SUMMER_US && year < US_RULE_CHANGE)
		return day >= sunday_of(year, 4, 1) &&
		       day < sunday_of(year, 10, -1);
	if (rule == SUMMER_US)
		return day >= sunday_of(year, 3, 2) &&
		       day < sunday_of(year, 11, 1);
	if (rule == SUMMER_EU)
		return day >= sunday_of(year, 3, -1) &&
		       day < sunday_of(year, 10, -1);
	return false;
}

static int zone_of(const struct scene *s, const struct moment *m, int64_t day)
{
	if (!m->has_zone)
		return s->reference.zone_min;
	return m->zone_min + (is_summer(m->summer, day) ? 60 : 0);
}

static struct stamp instant(
    const struct scene *s, const struct moment *m, int64_t day, int64_t second)
{
	struct stamp t;

	day += second / DAY_S - (second % DAY_S < 0);
	second -= (second / DAY_S - (second % DAY_S < 0)) * DAY_S;
	t.zone_min = zone_of(s, m, day);
	t.utc_s = day * DAY_S + second - (int64_t)t.zone_min * 60;
	return t;
}

/* Settles the half of the day of a clock whose day is known. */
static void choose_half(const struct scene *s, struct moment *m)
{
	if (m->is_half_known || !m->has_clock)
		return;
	m->is_half_known = true;
	if (m->second >= HALF_DAY_S)
		return;
	/* "today at 9", said at ten, is in the evening. */
	if (m->second < FIRST_WORK_S ||
	    (instant(s, m, m->day, m->second).utc_s < s->reference.utc_s &&
		instant(s, m, m->day, m->second + HALF_DAY_S).utc_s >=
		    s->reference.utc_s))
		m->second += HALF_DAY_S;
}

/* Gives a clock without a day its next occurrence. */
static void choose_day(const struct scene *s, struct moment *m)
{
	struct stamp there = s->reference;
	bool is_open = !m->is_half_known && m->second < OPEN_UNTIL_S;
	int step = is_open ? HALF_DAY_S : DAY_S;
	int64_t second = m->second;

	there.zone_min = zone_of(s, m, s->today);
	m->day = civil_day_of(there);
	while (instant(s, m, m->day, second).utc_s < s->reference.utc_s ||
	       (is_open && second % DAY_S < FIRST_WORK_S))
		second += step;
	m->day += second / DAY_S;
	m->second = (int)(second % DAY_S);
	m->day_end = m->day + 1;
	m->has_date = m->is_half_known = true;
	m->grain = GRAIN_DAY;
}

/* The two clocks of a range on one day: each tells the other's half. */
static void order_clocks(struct moment *from, struct moment *to)
{
	bool is_one_day =
	    !from->has_date || !to->has_date || from->day == to->day;

	if (!from->has_clock || !to->has_clock || !is_one_day)
		return;
	if (!from->is_half_known && to->is_half_known) {
		int limit =
		    to->second > from->second ? to->second : to->second + DAY_S;

		from->is_half_known = true;
		if (from->second + HALF_DAY_S < limit)
			from->second += HALF_DAY_S;
	}
}

static void order_ends(struct moment *from, struct moment *to)
{
	int step = to->is_half_known ? DAY_S : HALF_DAY_S;

	if (!from->has_clock || !to->has_clock || to->is_part)
		return;
	if (!to->has_date || from->day == to->day)
		while (to->second <= from->second)
			to->second += step;
	to->is_half_known = true;
	if (!to->has_date) {
		to->has_date = true;
		to->day = from->day;
		to->day_end = from->day_end;
	}
}

static void settle_end(const struct scene *s, const struct value *v,
    const struct moment *from, struct time_expr *t)
{
	const struct moment *last = v->is_range ? &v->to : from;

	t->has_end = true;
	if (v->is_range && last->has_clock && !last->is_part)
		t->end = instant(s, last, last->day, last->second);
	else if (last->has_clock && last->is_part)
		t->end = instant(s, last, last->day, last->until);
	else if (!last->has_clock &&
		 (v->is_range || last->day_end - last->day > 1))
		t->end = instant(s, last, last->day_end, 0);
	else
		t->has_end = false;
}

/* The instant that counts; see the conventions in rapport-rules(5). */
static void settle_due(const struct scene *s, const struct value *v,
    const struct moment *from, struct time_expr *t)
{
	const struct moment *last = v->is_range ? &v->to : from;
	/* "tomorrow morning until 11" */
	bool is_until = from->is_part && v->is_range && !last->is_part;

	t->has_due = true;
	if (v->is_range && !v->is_between && !is_until)
		t->due = t->start;
	else if (last->has_clock && !last->is_part)
		t->due = v->is_range ? t->end : t->start;
	else if (last->has_clock)
		t->due = instant(s, last, last->day,
		    (last->until < DAY_S ? last->until : DAY_S) - 1);
	else if (last->has_due_day &&
		 !(v->is_before && last->due_day >= last->day_end))
		t->due = instant(s, last, last->due_day, DAY_S - 1);
	else /* "by the beginning of May": its first day */
		t->due = instant(s, last, last->day_end - 1, DAY_S - 1);
	if (last->has_clock && last->is_part && last->until < DAY_S)
		t->due.utc_s++; /* "in the morning": by noon */
	/* On a Saturday "this week" can only mean the Sunday. */
	if (last->has_due_day && t->due.utc_s < s->reference.utc_s)
		t->due = instant(s, last, last->day_end - 1, DAY_S - 1);
}

bool value_settle(
    const struct scene *s, const struct value *v, struct time_expr *t_r)
{
	struct value w = *v;
	struct moment *m = &w.from;
	bool is_guess;

	if (v->type != DATE_TIME || v->is_nothing)
		return false;
	*t_r = (struct time_expr){.before = v->is_before,
	    .after = v->is_after,
	    .vague = v->is_vague && !v->is_same,
	    .same = v->is_same,
	    .is_again = v->is_again,
	    .is_each = v->is_each,
	    .is_dated = m->has_date && m->dom > 0,
	    .lacks_day = !m->has_date && m->has_clock,
	    .lacks_week = m->has_date && m->is_any_week,
	    .lacks_month = m->has_date && m->dom > 0 && !m->month,
	    .lacks_year = m->has_date && m->month && !m->year,
	    .is_doubtful = m->has_date && m->said_weekday &&
			   m->said_weekday != civil_weekday(m->day),
	    .said_weekday = m->said_weekday,
	    .grain = GRAIN_DAY};
	if (v->is_vague) {
		t_r->start = s->reference;
		return true;
	}
	if (w.is_range)
		order_clocks(m, &w.to);
	is_guess = m->has_clock && !m->is_half_known;
	if (m->has_date)
		choose_half(s, m);
	else if (m->has_clock)
		choose_day(s, m);
	else
		return false;
	if (w.is_range)
		order_ends(m, &w.to);
	t_r->is_half_open = is_guess && m->second < HALF_DAY_S;
	t_r->grain = m->has_clock ? m->clock_grain : m->grain;
	t_r->start = instant(s, m, m->day, m->has_clock ? m->second : 0);
	settle_end(s, &w, m, t_r);
	settle_due(s, &w, m, t_r);
	t_r->past = w.is_past || t_r->due.utc_s < s->reference.utc_s;
	if (w.is_range && t_r->has_end && t_r->end.utc_s > s->reference.utc_s &&
	    !w.is_past)
		t_r->past = false;
	/* Of itself it is at no time. */
	if (t_r->is_again)
		t_r->past = false;
	if (t_r->past || t_r->is_again)
		t_r->has_due = false;
	return true;
}
