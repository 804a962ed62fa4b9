/* SPDX-License-Identifier: ISC */
#ifndef BASE_CIVIL_H
#define BASE_CIVIL_H

#include <stdbool.h>
#include <stdint.h>

struct arena;

/*
 * Civil time in the proleptic Gregorian calendar (ISO 8601). An instant
 * always carries the offset in which it was said.
 */
struct stamp {
	int64_t utc_s; /* seconds since 1970-01-01T00:00:00Z */
	int zone_min;  /* minutes east of UTC, -1439 to 1439 */
};

struct civil {
	int year, month, day;     /* month 1 to 12, day 1 to 31 */
	int hour, minute, second; /* 0 to 23, 59, 59 */
};

/* Days since 1970-01-01; month and day may lie out of range and carry. */
int64_t civil_days(int year, int month, int day);
/* The date of a day number; hour, minute and second become 0. */
struct civil civil_from_days(int64_t days);
/* ISO 8601 weekday of a day number: 1 Monday to 7 Sunday. */
int civil_weekday(int64_t days);
int civil_month_length(int year, int month);

struct civil civil_from_stamp(struct stamp t);
/* hour, minute and second may lie out of range and carry. */
struct stamp civil_to_stamp(struct civil c, int zone_min);
/* The local day number of t in its own offset. */
int64_t civil_day_of(struct stamp t);

/*
 * RFC 3339, "2026-11-22T09:30:00+01:00"; a blank for the T is accepted, as
 * is a missing ":SS". False, *t_r unchanged, on anything else.
 */
bool civil_parse(const char *s, struct stamp *t_r);
char *civil_format(struct arena *a, struct stamp t);
/* For people: "2026-11-22 09:30"; at a day's first or last second its date. */
const char *civil_brief(struct arena *a, struct stamp t);

#endif
