/* SPDX-License-Identifier: ISC */
/*
 * Times of day. An hour from 1 to 12 without a word for the half of the
 * day leaves open which one is meant; value_settle() decides.
 */
#include "when/value.h"

#define NOON_S (12 * 3600)

static bool fits(const struct value *v, int max)
{
	return !v || (v->b == 1 && v->a >= 0 && v->a <= max);
}

/* Minutes and seconds are written with two digits: "10.1" is no time. */
static bool is_two_digits(const struct value *v)
{
	return !v || !v->digits || v->digits == 2;
}

static bool set_half(struct moment *m, const struct value *half)
{
	if (!half)
		return true;
	if (m->second >= NOON_S + 3600)
		return false;
	m->second = m->second % NOON_S + (half->a ? NOON_S : 0);
	m->is_half_known = true;
	return true;
}

static bool clock(enum date_op op, const struct parts *p, struct value *v_r)
{
	const struct value *h = part(p, DATE_NUMBER, 0);
	const struct value *m = part(p, DATE_NUMBER, 1);
	const struct value *s = part(p, DATE_NUMBER, 2);
	struct moment *t = &v_r->from;

	if (!h || h->digits > 2 || !fits(h, 24) || !fits(m, 59) ||
	    !fits(s, 59) || !is_two_digits(m) || !is_two_digits(s))
		return false;
	t->second = h->a * 3600 + (m ? m->a * 60 : 0) + (s ? s->a : 0);
	if (t->second > DAY_S)
		return false;
	t->clock_grain = m ? GRAIN_MINUTE : GRAIN_HOUR;
	t->is_half_known = op == OP_CLOCK_24 || h->a == 0 || h->a > 12 ||
			   (h->digits == 2 && h->a < 10);
	return set_half(t, part(p, DATE_HALF, 0));
}

/* "730", "1545" */
static bool clock_run(const struct parts *p, struct value *v_r)
{
	const struct value *n = part(p, DATE_NUMBER, 0);
	struct moment *t = &v_r->from;
	int h;

	if (!n || n->digits < 3 || n->digits > 4 || n->a % 100 > 59)
		return false;
	/* "My 204 tonight" is a sum: three digits alone keep to five minutes.
	 */
	if (n->digits == 3 && n->a % 5 && !part(p, DATE_HALF, 0))
		return false;
	h = n->a / 100;
	t->second = h * 3600 + n->a % 100 * 60;
	t->clock_grain = GRAIN_MINUTE;
	t->is_half_known = h == 0 || h > 12 || (n->digits == 4 && h < 10);
	return h < 24 && set_half(t, part(p, DATE_HALF, 0));
}

/* Minutes, or a fraction of an hour, after or before a time of day. */
static bool around_hour(int sign, const struct parts *p, struct value *v_r)
{
	const struct value *n = part(p, DATE_NUMBER, 0);
	const struct value *t = part(p, DATE_TIME, 0);
	const struct value *h = part(p, DATE_NUMBER, 1);
	struct value hour = {.type = DATE_TIME};
	int by;

	if (!n || (!t && !h))
		return false;
	if (!t) {
		const struct value *v[] = {h};
		struct parts one = {.v = v, .n = 1};

		hour.from.has_clock = true;
		if (!clock(OP_CLOCK, &one, &hour))
			return false;
		t = &hour;
	}
	by = n->b == 1 ? n->a * 60 : 3600 * n->a / n->b;
	if (by <= 0 || by >= 3600 || !t->from.has_clock || t->is_range ||
	    t->from.is_part || t->from.second % 3600)
		return false;
	*v_r = *t;
	v_r->is_weak = false;
	v_r->from.second += sign * by;
	v_r->from.clock_grain = GRAIN_MINUTE;
	if (v_r->from.second < 0)
		v_r->from.second += DAY_S;
	return true;
}

static void put_zone(struct moment *m, const struct value *zone)
{
	m->has_zone = true;
	m->zone_min = zone->a;
	m->summer = (enum date_summer)zone->b;
}

static bool with_zone(const struct parts *p, struct value *v_r)
{
	const struct value *zone = part(p, DATE_ZONE, 0);
	const struct value *t = part(p, DATE_TIME, 0);

	if (!zone || !t || !t->from.has_clock || t->from.has_zone)
		return false;
	*v_r = *t;
	v_r->is_weak = false;
	put_zone(&v_r->from, zone);
	if (v_r->is_range)
		put_zone(&v_r->to, zone);
	return true;
}

bool apply_clock(enum date_op op, const struct parts *p, struct value *v_r)
{
	v_r->type = DATE_TIME;
	v_r->from.has_clock = true;
	switch (op) {
	case OP_CLOCK_RUN:
		return clock_run(p, v_r);
	case OP_PAST_HOUR:
		return around_hour(1, p, v_r);
	case OP_TO_HOUR:
		return around_hour(-1, p, v_r);
	case OP_PUT_ZONE:
		return with_zone(p, v_r);
	default:
		return clock(op, p, v_r);
	}
}
