/* SPDX-License-Identifier: ISC */
/*
 * Whether two letters that name a time differently may mean the same one.
 * Which of them holds is for the caller to say.
 */
#include "engine/span.h"
#include "base/str.h"

#define DAYS_WEEK  7
#define DAYS_MONTH 31

/* Days from a working week's end to the Sunday after it. */
static int64_t rest_of_week(const struct due *week)
{
	return DAYS_WEEK - civil_weekday(civil_day_of(week->at));
}

bool span_is_within(const struct due *exact, const struct due *span)
{
	int64_t days = civil_day_of(span->at) - civil_day_of(exact->at);

	if (exact->grain > span->grain || span->grain < GRAIN_PART)
		return false;
	if (span->grain <= GRAIN_DAY)
		return days == 0;
	if (span->grain > GRAIN_MONTH || exact->grain >= span->grain)
		return false;
	if (span->grain == GRAIN_WEEK)
		return days < DAYS_WEEK && days >= -rest_of_week(span);
	return days >= 0 && days < DAYS_MONTH;
}

bool span_is_bare_weekday(const struct due *said, const struct due *set)
{
	int64_t days = civil_day_of(set->at) - civil_day_of(said->at);

	if (said->grain != GRAIN_DAY || set->grain > GRAIN_DAY || days <= 0 ||
	    days > DAYS_MONTH || days % DAYS_WEEK)
		return false;
	for (const char *s = said->text; *s; s++)
		if (str_digit(*s))
			return false;
	return true;
}

bool span_adds_nothing(const struct due *said, const struct due *set)
{
	return set->is_set && said->is_set &&
	       (set->at.utc_s == said->at.utc_s || span_is_within(set, said) ||
		   span_is_bare_weekday(said, set));
}

bool span_is_around(
    const struct due *due, struct stamp at, int days_early, int days_late)
{
	int64_t late = civil_day_of(at) - civil_day_of(due->at);

	return due->is_set && due->grain <= GRAIN_DAY && late >= -days_early &&
	       late <= days_late;
}
