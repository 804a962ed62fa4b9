/* SPDX-License-Identifier: ISC */
/* Working time between two instants. */
#include "engine/advise.h"
#include "story.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void work_counts_only_in_working_hours(void **state)
{
	static const struct {
		const char *from, *to;
		int hours;
	} spans[] = {
	    {"15.09", "15.18", 9}, {"15.00", "15.23", 9}, {"15.10", "15.12", 2},
	    {"15.16", "16.10", 3}, {"12.17", "15.10", 2}, /* Friday to Monday */
	    {"13.08", "14.20", 0},                        /* a weekend */
	    {"1.09", "8.09", 45}, {"15.12", "15.10", 0},  /* backwards */
	};
	struct config config;

	(void)state;
	config_defaults(&config);
	for (size_t i = 0; i < sizeof(spans) / sizeof(spans[0]); i++)
		assert_int_equal(
		    work_seconds(&config, story_time(spans[i].from),
			story_time(spans[i].to)),
		    spans[i].hours * 3600);
}

static void holidays_are_no_work(void **state)
{
	static const int64_t days_off[] = {20605, 20619}; /* 1st, 15th */
	struct config config;

	(void)state;
	assert_int_equal(civil_days(2026, 6, 15), 20619);
	config_defaults(&config);
	config.days_off = days_off;
	config.n_days_off = 2;
	assert_int_equal(
	    work_days(&config, story_time("12"), story_time("15")), 0);
	assert_int_equal(
	    work_days(&config, story_time("12"), story_time("16")), 1);
}

static void hours_are_those_of_the_later_instant(void **state)
{
	struct config config;
	struct stamp from = story_time("15.09"), to = story_time("15.18");

	(void)state;
	config_defaults(&config);
	to.zone_min = 120; /* 11:00 to 20:00 there */
	assert_int_equal(work_seconds(&config, from, to), 7 * 3600);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(work_counts_only_in_working_hours),
	    cmocka_unit_test(holidays_are_no_work),
	    cmocka_unit_test(hours_are_those_of_the_later_instant),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
