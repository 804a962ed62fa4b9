/* SPDX-License-Identifier: ISC */
/* Civil arithmetic: tables of known days, and that it undoes itself. */
#include "base/arena.h"
#include "base/civil.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static void day_numbers_and_weekdays_are_right(void **state)
{
	static const struct {
		int year, month, day;
		int64_t days;
		int weekday;
	} table[] = {
	    {1970, 1, 1, 0, 4},
	    {1969, 12, 31, -1, 3},
	    {2000, 2, 29, 11016, 2},
	    {2000, 3, 1, 11017, 3},
	    {1900, 2, 28, -25509, 3},
	    {1900, 3, 1, -25508, 4},
	    {2026, 11, 22, 20779, 7},
	    {2100, 3, 1, 47541, 1},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
		int64_t days =
		    civil_days(table[i].year, table[i].month, table[i].day);
		struct civil c = civil_from_days(days);

		assert_int_equal(days, table[i].days);
		assert_int_equal(civil_weekday(days), table[i].weekday);
		assert_int_equal(c.year, table[i].year);
		assert_int_equal(c.month, table[i].month);
		assert_int_equal(c.day, table[i].day);
	}
}

static void months_and_days_out_of_range_carry(void **state)
{
	(void)state;
	assert_int_equal(civil_days(2026, 13, 1), civil_days(2027, 1, 1));
	assert_int_equal(civil_days(2026, 0, 1), civil_days(2025, 12, 1));
	assert_int_equal(civil_days(2026, -11, 1), civil_days(2025, 1, 1));
	assert_int_equal(civil_days(2026, 3, 0), civil_days(2026, 2, 28));
	assert_int_equal(civil_month_length(2024, 2), 29);
	assert_int_equal(civil_month_length(2026, 12), 31);
}

static void every_day_of_four_centuries_undoes_itself(void **state)
{
	(void)state;
	for (int64_t d = -146097; d < 146097; d += 13) {
		struct civil c = civil_from_days(d);

		assert_int_equal(civil_days(c.year, c.month, c.day), d);
	}
}

static void good_instants_are_read_and_written(void **state)
{
	static const struct {
		const char *text;
		int64_t utc_s;
		int zone_min;
		const char *written;
	} table[] = {
	    {"1970-01-01T00:00:00Z", 0, 0, "1970-01-01T00:00:00+00:00"},
	    {"2000-12-15T09:00:00-06:00", 976892400, -360, NULL},
	    {"2026-11-22 09:30+05:30", 1795320000, 330,
		"2026-11-22T09:30:00+05:30"},
	    {"2026-11-22t09:30:00.125+01:00", 1795336200, 60,
		"2026-11-22T09:30:00+01:00"},
	    {"1969-12-31T23:59:59-00:30", 1799, -30,
		"1969-12-31T23:59:59-00:30"},
	};
	struct arena *a = arena_new();
	struct stamp t;

	(void)state;
	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
		assert_true(civil_parse(table[i].text, &t));
		assert_int_equal(t.utc_s, table[i].utc_s);
		assert_int_equal(t.zone_min, table[i].zone_min);
		assert_string_equal(civil_format(a, t),
		    table[i].written ? table[i].written : table[i].text);
	}
	arena_free(a);
}

static void bad_instants_are_refused(void **state)
{
	static const char *const table[] = {"", "friday", "2026", "2026-11-22",
	    "2026-13-01T00:00:00Z", "2026-02-29T00:00:00Z",
	    "2026-11-22T24:00:00Z", "2026-11-22T09:60:00Z",
	    "2026-11-22T09:30:00", "2026-11-22T09:30:00+1:00",
	    "2026-11-22T09:30:00+01:00x", "2026-11-22T09:30:00+24:00",
	    "0000-01-01T00:00:00Z", "2026-11-22T09:30:00Zulu",
	    "-2026-11-22T09:30:00Z"};

	(void)state;
	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
		struct stamp t = {42, 7};

		assert_false(civil_parse(table[i], &t));
		assert_int_equal(t.utc_s, 42);
		assert_int_equal(t.zone_min, 7);
	}
}

static void a_day_is_told_by_its_date(void **state)
{
	static const char *const table[][2] = {
	    {"2026-11-22T09:30:00+01:00", "2026-11-22 09:30"},
	    {"2026-11-22T00:00:00+01:00", "2026-11-22"},
	    {"2026-11-22T23:59:59-05:00", "2026-11-22"},
	    {"2026-11-22T23:59:00+01:00", "2026-11-22 23:59"},
	    {"2026-11-22T00:00:01+01:00", "2026-11-22 00:00"},
	};
	struct arena *a = arena_new();
	struct stamp t;

	(void)state;
	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
		assert_true(civil_parse(table[i][0], &t));
		assert_string_equal(civil_brief(a, t), table[i][1]);
	}
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(day_numbers_and_weekdays_are_right),
	    cmocka_unit_test(months_and_days_out_of_range_carry),
	    cmocka_unit_test(every_day_of_four_centuries_undoes_itself),
	    cmocka_unit_test(good_instants_are_read_and_written),
	    cmocka_unit_test(bad_instants_are_refused),
	    cmocka_unit_test(a_day_is_told_by_its_date),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
