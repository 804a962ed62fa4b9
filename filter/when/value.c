/* SPDX-License-Identifier: ISC */
/* From words and constants to values, and each operation to its group. */
#include "when/value.h"

const struct value *part(const struct parts *p, enum date_type type, size_t i)
{
	for (size_t k = 0; k < p->n; k++)
		if (p->v[k]->type == type && !i--)
			return p->v[k];
	return NULL;
}

void value_of_constant(
    const struct scene *s, struct date_value c, struct value *v_r)
{
	*v_r = (struct value){.type = c.type, .a = c.a, .b = c.b};
	switch (c.type) {
	case DATE_DAY:
		v_r->type = DATE_TIME;
		v_r->from = moment_day(s->today + c.a);
		v_r->is_past = c.a < 0;
		break;
	case DATE_PART:
		v_r->type = DATE_TIME;
		v_r->from = (struct moment){.has_clock = true,
		    .is_part = true,
		    .is_half_known = true,
		    .clock_grain = GRAIN_PART,
		    .second = c.a * 60,
		    .until = c.b * 60};
		break;
	case DATE_CLOCK:
		v_r->type = DATE_TIME;
		v_r->from = (struct moment){.has_clock = true,
		    .is_half_known = true,
		    .clock_grain = GRAIN_MINUTE,
		    .second = c.a};
		break;
	default:
		break;
	}
}

void value_of_word(
    const struct scene *s, const struct date_entry *e, struct value *v_r)
{
	value_of_constant(s, e->value, v_r);
	v_r->is_weak = e->is_weak;
}

/* The value of its one part; alone it is as weak as that was. */
static bool pass_on(const struct parts *p, struct value *v_r)
{
	if (p->n != 1)
		return !p->n;
	*v_r = *p->v[0];
	v_r->is_weak &= !p->has_words;
	return true;
}

static bool apply_mark(const struct scene *s, enum date_op op,
    const struct parts *p, struct value *v_r)
{
	switch (op) {
	case OP_VALUE:
		return pass_on(p, v_r);
	case OP_NOTHING:
		v_r->is_nothing = true;
		return true;
	case OP_SAME:
	case OP_VAGUE:
		v_r->type = DATE_TIME;
		v_r->from = moment_now(s);
		v_r->is_vague = true; /* nothing can be joined to it */
		v_r->is_same = op == OP_SAME;
		return true;
	default:
		v_r->type = DATE_TIME;
		v_r->from = moment_now(s);
		return true;
	}
}

bool value_apply(const struct scene *s, enum date_op op, const struct parts *p,
    struct value *v_r)
{
	for (size_t i = 0; i < p->n; i++)
		if (p->v[i]->is_nothing && op != OP_VALUE)
			return false;
	switch (op) {
	case OP_SUM:
		if (part(p, DATE_SPAN, 0))
			return apply_span(s, op, p, v_r);
		return apply_number(op, p, v_r);
	case OP_PRODUCT:
	case OP_FRACTION:
	case OP_DECIMAL:
	case OP_YEAR:
	case OP_SHORT_YEAR:
	case OP_CENTURY:
	case OP_ZONE_EAST:
	case OP_ZONE_WEST:
		return apply_number(op, p, v_r);
	case OP_WEEKDAY:
	case OP_DAY_OF_MONTH:
	case OP_MONTH_DAY:
	case OP_NUMERIC:
	case OP_YMD:
	case OP_COUNT:
		return apply_day(s, op, p, v_r);
	case OP_MONTH:
	case OP_MONTH_YEAR:
	case OP_YEAR_ALONE:
	case OP_PERIOD:
	case OP_NUMBERED:
	case OP_PLACE:
	case OP_PLACE_FROM_END:
	case OP_WEEK_OF:
	case OP_EDGE:
		return apply_period(s, op, p, v_r);
	case OP_SPAN:
	case OP_AFTER_NOW:
	case OP_WITHIN:
	case OP_AGO:
	case OP_COMING:
	case OP_COMING_LAST:
	case OP_GONE:
	case OP_LASTING:
		return apply_span(s, op, p, v_r);
	case OP_CLOCK:
	case OP_CLOCK_24:
	case OP_CLOCK_RUN:
	case OP_PAST_HOUR:
	case OP_TO_HOUR:
	case OP_PUT_ZONE:
		return apply_clock(op, p, v_r);
	case OP_JOIN:
	case OP_RANGE:
	case OP_BETWEEN:
	case OP_BY:
	case OP_BEFORE:
	case OP_AFTER:
	case OP_SINCE:
	case OP_PAST:
	case OP_AGAIN:
	case OP_EACH:
	case OP_SOONEST:
		return apply_join(s, op, p, v_r);
	default:
		return apply_mark(s, op, p, v_r);
	}
}
