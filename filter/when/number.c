/* SPDX-License-Identifier: ISC */
/* Numbers out of digits and words: sums, fractions, years, zone offsets. */
#include "when/value.h"

#define LARGEST          1000000
#define LARGEST_ZONE_MIN (15 * 60)
#define FIRST_YEAR       1900
#define LAST_YEAR        2199
#define PIVOT            70 /* 70 is 1970, 69 is 2069 (POSIX strptime) */

static bool is_small(const struct value *v)
{
	return v && v->a >= 0 && v->a <= LARGEST && v->b > 0 && v->b <= LARGEST;
}

static bool as_year(int n, struct value *v_r)
{
	v_r->type = DATE_YEAR;
	v_r->a = n;
	return n >= FIRST_YEAR && n <= LAST_YEAR;
}

static bool as_zone(
    int sign, const struct value *x, const struct value *y, struct value *v_r)
{
	int minutes = y ? y->a : 0, hours = x->a;

	if (!y && x->digits > 2) {
		minutes = x->a % 100;
		hours = x->a / 100;
	}
	v_r->type = DATE_ZONE;
	v_r->a = sign * (hours * 60 + minutes);
	v_r->b = SUMMER_NONE;
	return minutes < 60 && hours < 15 && v_r->a <= LARGEST_ZONE_MIN;
}

/* n.m: as many decimals as were written. */
static bool decimal(
    const struct value *x, const struct value *y, struct value *v_r)
{
	if (x->a >= 1000 || y->digits <= 0 || y->digits > 3)
		return false;
	v_r->b = 1;
	for (int i = 0; i < y->digits; i++)
		v_r->b *= 10;
	v_r->a = x->a * v_r->b + y->a;
	return true;
}

bool apply_number(enum date_op op, const struct parts *p, struct value *v_r)
{
	const struct value *x = part(p, DATE_NUMBER, 0);
	const struct value *y = part(p, DATE_NUMBER, 1);

	if (!is_small(x) || (y && !is_small(y)))
		return false;
	v_r->type = DATE_NUMBER;
	v_r->b = 1;
	switch (op) {
	case OP_SUM: /* two and a half: over a common denominator */
		if (!y || x->a >= 10000 || y->a >= 10000 || x->b >= 1000 ||
		    y->b >= 1000)
			return false;
		v_r->a = x->a * y->b + y->a * x->b;
		v_r->b = x->b * y->b;
		return true;
	case OP_PRODUCT:
		if (!y || x->a > 1000 || y->a > 1000 || x->b >= 1000 ||
		    y->b >= 1000)
			return false;
		v_r->a = x->a * y->a;
		v_r->b = x->b * y->b;
		return true;
	case OP_FRACTION:
		if (!y || !y->a || x->a >= y->a)
			return false;
		v_r->a = x->a;
		v_r->b = y->a;
		return true;
	case OP_DECIMAL:
		return y && decimal(x, y, v_r);
	case OP_YEAR:
		return (!x->digits || x->digits == 4) && as_year(x->a, v_r);
	case OP_SHORT_YEAR:
		return x->digits == 2 &&
		       as_year(x->a + (x->a < PIVOT ? 2000 : 1900), v_r);
	case OP_CENTURY:
		return y && !x->digits && !y->digits && y->a >= 10 &&
		       x->a >= 19 && y->a < 100 &&
		       as_year(x->a * 100 + y->a, v_r);
	default:
		return as_zone(op == OP_ZONE_WEST ? -1 : 1, x, y, v_r);
	}
}
