/* SPDX-License-Identifier: ISC */
/* The words of dates.lang for its vocabulary, and the lexicon's look-up. */
#include "model/dates.h"

#include <string.h>

static const char *const ops[DATE_OPS] = {
    [OP_VALUE] = "value",
    [OP_SUM] = "sum",
    [OP_PRODUCT] = "product",
    [OP_FRACTION] = "fraction",
    [OP_DECIMAL] = "decimal",
    [OP_YEAR] = "year",
    [OP_SHORT_YEAR] = "short-year",
    [OP_CENTURY] = "century",
    [OP_SPAN] = "span",
    [OP_WEEKDAY] = "weekday",
    [OP_DAY_OF_MONTH] = "day-of-month",
    [OP_MONTH_DAY] = "month-day",
    [OP_MONTH] = "month",
    [OP_NUMERIC] = "numeric",
    [OP_YMD] = "year-month-day",
    [OP_MONTH_YEAR] = "month-year",
    [OP_YEAR_ALONE] = "whole-year",
    [OP_PERIOD] = "period",
    [OP_NUMBERED] = "numbered",
    [OP_PLACE] = "place",
    [OP_PLACE_FROM_END] = "place-from-end",
    [OP_WEEK_OF] = "week-of",
    [OP_EDGE] = "edge",
    [OP_AFTER_NOW] = "later",
    [OP_AGO] = "earlier",
    [OP_COUNT] = "count",
    [OP_COMING] = "coming",
    [OP_COMING_LAST] = "coming-last",
    [OP_GONE] = "gone",
    [OP_CLOCK] = "clock",
    [OP_CLOCK_24] = "clock-24",
    [OP_CLOCK_RUN] = "clock-run",
    [OP_PAST_HOUR] = "past-hour",
    [OP_TO_HOUR] = "to-hour",
    [OP_JOIN] = "join",
    [OP_PUT_ZONE] = "put-zone",
    [OP_ZONE_EAST] = "zone-east",
    [OP_ZONE_WEST] = "zone-west",
    [OP_RANGE] = "range",
    [OP_BETWEEN] = "between",
    [OP_LASTING] = "lasting",
    [OP_BY] = "by",
    [OP_BEFORE] = "before",
    [OP_WITHIN] = "within",
    [OP_AFTER] = "after",
    [OP_SINCE] = "since",
    [OP_PAST] = "past",
    [OP_VAGUE] = "vague",
    [OP_SAME] = "same",
    [OP_AGAIN] = "again",
    [OP_EACH] = "each",
    [OP_SOONEST] = "soonest",
    [OP_NOW] = "now",
    [OP_NOTHING] = "nothing",
};

static const char *const units[DATE_UNITS] = {
    [UNIT_SECOND] = "second",
    [UNIT_MINUTE] = "minute",
    [UNIT_HOUR] = "hour",
    [UNIT_DAY] = "day",
    [UNIT_WORKDAY] = "workday",
    [UNIT_WEEK] = "week",
    [UNIT_WORKWEEK] = "workweek",
    [UNIT_WEEKEND] = "weekend",
    [UNIT_MONTH] = "month",
    [UNIT_QUARTER] = "quarter",
    [UNIT_HALF_YEAR] = "half-year",
    [UNIT_YEAR] = "year",
    [UNIT_DECADE] = "decade",
};

static const char *const edges[DATE_EDGES] = {
    [EDGE_BEGIN] = "begin",
    [EDGE_EARLY] = "early",
    [EDGE_MIDDLE] = "middle",
    [EDGE_LATE] = "late",
    [EDGE_END] = "end",
    [EDGE_REST] = "rest",
    [EDGE_FIRST_HALF] = "first-half",
    [EDGE_SECOND_HALF] = "second-half",
};

static int index_of(const char *const *names, int n, const char *name)
{
	int i;

	for (i = 0; i < n; i++)
		if (names[i][0] == name[0] && !strcmp(names[i], name))
			break;
	return i;
}

enum date_op date_op_from_name(const char *name)
{
	return (enum date_op)index_of(ops, DATE_OPS, name);
}

enum date_unit date_unit_from_name(const char *name)
{
	return (enum date_unit)index_of(units, DATE_UNITS, name);
}

enum date_edge date_edge_from_name(const char *name)
{
	return (enum date_edge)index_of(edges, DATE_EDGES, name);
}

const struct date_word *date_words_find(
    const struct date_words *w, const char *form, size_t len_bytes)
{
	uint64_t key = date_form_key(form, len_bytes);
	size_t i = date_key_hash(key) & (w->n_slots - 1);

	for (; w->slots[i].form; i = (i + 1) & (w->n_slots - 1))
		if (w->slots[i].key == key &&
		    w->slots[i].len_bytes == len_bytes &&
		    !memcmp(w->slots[i].form, form, len_bytes))
			return &w->slots[i];
	return NULL;
}
