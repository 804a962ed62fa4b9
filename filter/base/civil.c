/* SPDX-License-Identifier: ISC */
/*
 * Calendar arithmetic on day numbers, after the method of counting years
 * from March so that the leap day comes last. No time zones by name, no
 * leap seconds, no clock.
 */
#include "base/civil.h"
#include "base/arena.h"
#include "base/str.h"

#include <stdlib.h>
#include <string.h>

#define DAY_S 86400

static int64_t floor_div(int64_t a, int64_t b)
{
	return a / b - (a % b < 0);
}

int64_t civil_days(int year, int month, int day)
{
	int64_t months = (int64_t)year * 12 + month - 1;
	int64_t y = floor_div(months, 12), era, year_of_era, day_of_year;
	int m = (int)(months - y * 12); /* 0 January */

	if (m < 2)
		y--;
	era = floor_div(y, 400);
	year_of_era = y - era * 400;
	day_of_year = (153 * ((m + 10) % 12) + 2) / 5;
	return era * 146097 + year_of_era * 365 + year_of_era / 4 -
	       year_of_era / 100 + day_of_year + day - 1 - 719468;
}

struct civil civil_from_days(int64_t days)
{
	int64_t z = days + 719468, era = floor_div(z, 146097);
	int64_t doe = z - era * 146097; /* day of era */
	int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	int64_t mp = (5 * doy + 2) / 153; /* 0 March */
	struct civil c = {0};

	c.day = (int)(doy - (153 * mp + 2) / 5 + 1);
	c.month = (int)(mp < 10 ? mp + 3 : mp - 9);
	c.year = (int)(yoe + era * 400 + (c.month <= 2));
	return c;
}

int civil_weekday(int64_t days)
{
	int64_t d = (days + 3) % 7; /* 1970-01-01 was a Thursday */

	return (int)(d < 0 ? d + 7 : d) + 1;
}

int civil_month_length(int year, int month)
{
	return (
	    int)(civil_days(year, month + 1, 1) - civil_days(year, month, 1));
}

int64_t civil_day_of(struct stamp t)
{
	return floor_div(t.utc_s + (int64_t)t.zone_min * 60, DAY_S);
}

struct civil civil_from_stamp(struct stamp t)
{
	int64_t local = t.utc_s + (int64_t)t.zone_min * 60;
	int64_t days = floor_div(local, DAY_S);
	int rest = (int)(local - days * DAY_S);
	struct civil c = civil_from_days(days);

	c.hour = rest / 3600;
	c.minute = rest / 60 % 60;
	c.second = rest % 60;
	return c;
}

struct stamp civil_to_stamp(struct civil c, int zone_min)
{
	int64_t s = civil_days(c.year, c.month, c.day) * DAY_S;

	s += (int64_t)c.hour * 3600 + (int64_t)c.minute * 60 + c.second;
	return (struct stamp){s - (int64_t)zone_min * 60, zone_min};
}

/* n digits at *s into *v_r, at least low and at most high. */
static bool digits(const char **s, int n, int low, int high, int *v_r)
{
	int v = 0;

	for (int i = 0; i < n; i++, (*s)++) {
		if (!str_digit(**s))
			return false;
		v = v * 10 + (**s - '0');
	}
	*v_r = v;
	return v >= low && v <= high;
}

static bool mark(const char **s, char c)
{
	return **s == c && (*s)++;
}

static bool parse_zone(const char *s, int *zone_min_r)
{
	int sign = *s == '-' ? -1 : 1, h, m;

	if ((*s == 'Z' || *s == 'z') && !s[1]) {
		*zone_min_r = 0;
		return true;
	}
	if (!mark(&s, '+') && !mark(&s, '-'))
		return false;
	if (!digits(&s, 2, 0, 23, &h) || !mark(&s, ':') ||
	    !digits(&s, 2, 0, 59, &m) || *s)
		return false;
	*zone_min_r = sign * (h * 60 + m);
	return true;
}

bool civil_parse(const char *s, struct stamp *t_r)
{
	struct civil c = {0};
	int zone_min;

	if (!digits(&s, 4, 1, 9999, &c.year) || !mark(&s, '-') ||
	    !digits(&s, 2, 1, 12, &c.month) || !mark(&s, '-') ||
	    !digits(&s, 2, 1, 31, &c.day))
		return false;
	if (c.day > civil_month_length(c.year, c.month))
		return false;
	if (!mark(&s, 'T') && !mark(&s, 't') && !mark(&s, ' '))
		return false;
	if (!digits(&s, 2, 0, 23, &c.hour) || !mark(&s, ':') ||
	    !digits(&s, 2, 0, 59, &c.minute))
		return false;
	if (mark(&s, ':') && !digits(&s, 2, 0, 60, &c.second))
		return false;
	if (mark(&s, '.'))
		while (str_digit(*s))
			s++;
	if (!parse_zone(s, &zone_min))
		return false;
	*t_r = civil_to_stamp(c, zone_min);
	return true;
}

char *civil_format(struct arena *a, struct stamp t)
{
	struct civil c = civil_from_stamp(t);
	int z = abs(t.zone_min);

	return arena_printf(a, "%04d-%02d-%02dT%02d:%02d:%02d%c%02d:%02d",
	    c.year, c.month, c.day, c.hour, c.minute, c.second,
	    t.zone_min < 0 ? '-' : '+', z / 60, z % 60);
}

const char *civil_brief(struct arena *a, struct stamp t)
{
	struct civil c = civil_from_stamp(t);
	bool is_first = !c.hour && !c.minute && !c.second;
	bool is_last = c.hour == 23 && c.minute == 59 && c.second == 59;

	if (is_first || is_last)
		return arena_printf(
		    a, "%04d-%02d-%02d", c.year, c.month, c.day);
	return arena_printf(a, "%04d-%02d-%02d %02d:%02d", c.year, c.month,
	    c.day, c.hour, c.minute);
}
