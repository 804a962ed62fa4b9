/* SPDX-License-Identifier: ISC */
/*
 * What English phrases mean, by rules/en/dates.lang: phrase ==> reading, on
 * a Wednesday morning. A time without an offset is in the reference's.
 */
#include "english.h"

#define OFFSET "+01:00"

struct reading {
	const char *phrase;
	const char *start, *end, *due; /* NULL: none */
	enum grain grain;
};

static const struct reading days[] = {
    {"today", "2026-03-11T00:00:00", NULL, "2026-03-11T23:59:59", GRAIN_DAY},
    {"tomorrow", "2026-03-12T00:00:00", NULL, "2026-03-12T23:59:59", GRAIN_DAY},
    {"the day after tomorrow", "2026-03-13T00:00:00", NULL,
	"2026-03-13T23:59:59", GRAIN_DAY},
    {"yesterday", "2026-03-10T00:00:00", NULL, NULL, GRAIN_DAY},
    {"Friday", "2026-03-13T00:00:00", NULL, "2026-03-13T23:59:59", GRAIN_DAY},
    {"Wednesday", "2026-03-18T00:00:00", NULL, "2026-03-18T23:59:59",
	GRAIN_DAY},
    {"this Friday", "2026-03-13T00:00:00", NULL, "2026-03-13T23:59:59",
	GRAIN_DAY},
    {"next Friday", "2026-03-20T00:00:00", NULL, "2026-03-20T23:59:59",
	GRAIN_DAY},
    {"last Friday", "2026-03-06T00:00:00", NULL, NULL, GRAIN_DAY},
    {"this coming Friday", "2026-03-13T00:00:00", NULL, "2026-03-13T23:59:59",
	GRAIN_DAY},
    {"Friday next week", "2026-03-20T00:00:00", NULL, "2026-03-20T23:59:59",
	GRAIN_DAY},
    {"Tuesday of next week", "2026-03-17T00:00:00", NULL, "2026-03-17T23:59:59",
	GRAIN_DAY},
    {"a week from Monday", "2026-03-23T00:00:00", NULL, "2026-03-23T23:59:59",
	GRAIN_DAY},
    {"Monday week", "2026-03-23T00:00:00", NULL, "2026-03-23T23:59:59",
	GRAIN_DAY},
    {"2 Sundays from now", "2026-03-22T00:00:00", NULL, "2026-03-22T23:59:59",
	GRAIN_DAY},
    {"March 31", "2026-03-31T00:00:00", NULL, "2026-03-31T23:59:59", GRAIN_DAY},
    {"31 March", "2026-03-31T00:00:00", NULL, "2026-03-31T23:59:59", GRAIN_DAY},
    {"March 31st, 2027", "2027-03-31T00:00:00", NULL, "2027-03-31T23:59:59",
	GRAIN_DAY},
    {"the 1st of April", "2026-04-01T00:00:00", NULL, "2026-04-01T23:59:59",
	GRAIN_DAY},
    {"Mar. 31", "2026-03-31T00:00:00", NULL, "2026-03-31T23:59:59", GRAIN_DAY},
    {"for the April the 6th", "2026-04-06T00:00:00", NULL,
	"2026-04-06T23:59:59", GRAIN_DAY},
    {"March 2", "2027-03-02T00:00:00", NULL, "2027-03-02T23:59:59", GRAIN_DAY},
    {"February 29", "2028-02-29T00:00:00", NULL, "2028-02-29T23:59:59",
	GRAIN_DAY},
    {"Tuesday, March 17", "2026-03-17T00:00:00", NULL, "2026-03-17T23:59:59",
	GRAIN_DAY},
    {"Friday the 13th", "2026-03-13T00:00:00", NULL, "2026-03-13T23:59:59",
	GRAIN_DAY},
    {"on the 15th", "2026-03-15T00:00:00", NULL, "2026-03-15T23:59:59",
	GRAIN_DAY},
    {"the first of next month", "2026-04-01T00:00:00", NULL,
	"2026-04-01T23:59:59", GRAIN_DAY},
    {"2026-03-20", "2026-03-20T00:00:00", NULL, "2026-03-20T23:59:59",
	GRAIN_DAY},
    {"3/20/2026", "2026-03-20T00:00:00", NULL, "2026-03-20T23:59:59",
	GRAIN_DAY},
    {"20/3/2026", "2026-03-20T00:00:00", NULL, "2026-03-20T23:59:59",
	GRAIN_DAY},
    {"20.3.2026", "2026-03-20T00:00:00", NULL, "2026-03-20T23:59:59",
	GRAIN_DAY},
    {"3/20", "2026-03-20T00:00:00", NULL, "2026-03-20T23:59:59", GRAIN_DAY},
    {"09-JAN-2027", "2027-01-09T00:00:00", NULL, "2027-01-09T23:59:59",
	GRAIN_DAY},
    {"3/20/27", "2027-03-20T00:00:00", NULL, "2027-03-20T23:59:59", GRAIN_DAY},
    {"the second Tuesday of April", "2026-04-14T00:00:00", NULL,
	"2026-04-14T23:59:59", GRAIN_DAY},
    {"the last Friday of the month", "2026-03-27T00:00:00", NULL,
	"2026-03-27T23:59:59", GRAIN_DAY},
    {"last day of April", "2026-04-30T00:00:00", NULL, "2026-04-30T23:59:59",
	GRAIN_DAY},
    {"twenty-first of March", "2026-03-21T00:00:00", NULL,
	"2026-03-21T23:59:59", GRAIN_DAY},
    {"March twenty first, two thousand and twenty seven", "2027-03-21T00:00:00",
	NULL, "2027-03-21T23:59:59", GRAIN_DAY},
    {"Friday week", "2026-03-20T00:00:00", NULL, "2026-03-20T23:59:59",
	GRAIN_DAY},
    {"a week on Friday", "2026-03-20T00:00:00", NULL, "2026-03-20T23:59:59",
	GRAIN_DAY},
    {"two weeks Thursday", "2026-03-26T00:00:00", NULL, "2026-03-26T23:59:59",
	GRAIN_DAY},
    {"tomorrow week", "2026-03-19T00:00:00", NULL, "2026-03-19T23:59:59",
	GRAIN_DAY},
    {"Thursday in two weeks", "2026-03-26T00:00:00", NULL,
	"2026-03-26T23:59:59", GRAIN_DAY},
    {"in two weeks on Thursday", "2026-03-26T00:00:00", NULL,
	"2026-03-26T23:59:59", GRAIN_DAY},
    {"the Monday after March 20", "2026-03-23T00:00:00", NULL,
	"2026-03-23T23:59:59", GRAIN_DAY},
    {"the Friday before April 1", "2026-03-27T00:00:00", NULL,
	"2026-03-27T23:59:59", GRAIN_DAY},
    {"the day after April 1", "2026-04-02T00:00:00", NULL,
	"2026-04-02T23:59:59", GRAIN_DAY},
    {"the day before the 20th", "2026-03-19T00:00:00", NULL,
	"2026-03-19T23:59:59", GRAIN_DAY},
    {"Friday (April 3)", "2026-04-03T00:00:00", NULL, "2026-04-03T23:59:59",
	GRAIN_DAY},
    {"Friday (the 3rd)", "2026-04-03T00:00:00", NULL, "2026-04-03T23:59:59",
	GRAIN_DAY},
    {"tomorrow, March 12", "2026-03-12T00:00:00", NULL, "2026-03-12T23:59:59",
	GRAIN_DAY},
    {"twenty-first June", "2026-06-21T00:00:00", NULL, "2026-06-21T23:59:59",
	GRAIN_DAY},
    {"2026 April 3", "2026-04-03T00:00:00", NULL, "2026-04-03T23:59:59",
	GRAIN_DAY},
    {"March 12th of next year", "2027-03-12T00:00:00", NULL,
	"2027-03-12T23:59:59", GRAIN_DAY},
    {"the 3rd of the month", "2026-04-03T00:00:00", NULL, "2026-04-03T23:59:59",
	GRAIN_DAY},
    {"April, the 3rd", "2026-04-03T00:00:00", NULL, "2026-04-03T23:59:59",
	GRAIN_DAY},
    {"the last weekday of the month", "2026-03-31T00:00:00", NULL,
	"2026-03-31T23:59:59", GRAIN_DAY},
};

static const struct reading clocks[] = {
    {"at 4pm", "2026-03-11T16:00:00", NULL, "2026-03-11T16:00:00", GRAIN_HOUR},
    {"at 2", "2026-03-11T14:00:00", NULL, "2026-03-11T14:00:00", GRAIN_HOUR},
    {"at 9", "2026-03-12T09:00:00", NULL, "2026-03-12T09:00:00", GRAIN_HOUR},
    {"at 10:15", "2026-03-11T10:15:00", NULL, "2026-03-11T10:15:00",
	GRAIN_MINUTE},
    {"at 15:30", "2026-03-11T15:30:00", NULL, "2026-03-11T15:30:00",
	GRAIN_MINUTE},
    {"9:30 a.m.", "2026-03-12T09:30:00", NULL, "2026-03-12T09:30:00",
	GRAIN_MINUTE},
    {"12am", "2026-03-12T00:00:00", NULL, "2026-03-12T00:00:00", GRAIN_HOUR},
    {"12pm", "2026-03-11T12:00:00", NULL, "2026-03-11T12:00:00", GRAIN_HOUR},
    {"14h30", "2026-03-11T14:30:00", NULL, "2026-03-11T14:30:00", GRAIN_MINUTE},
    {"half past two", "2026-03-11T14:30:00", NULL, "2026-03-11T14:30:00",
	GRAIN_MINUTE},
    {"quarter to five", "2026-03-11T16:45:00", NULL, "2026-03-11T16:45:00",
	GRAIN_MINUTE},
    {"20 past 3", "2026-03-11T15:20:00", NULL, "2026-03-11T15:20:00",
	GRAIN_MINUTE},
    {"noon", "2026-03-11T12:00:00", NULL, "2026-03-11T12:00:00", GRAIN_MINUTE},
    {"Thursday at 3pm", "2026-03-12T15:00:00", NULL, "2026-03-12T15:00:00",
	GRAIN_HOUR},
    {"3pm on Thursday", "2026-03-12T15:00:00", NULL, "2026-03-12T15:00:00",
	GRAIN_HOUR},
    {"Thursday at 9", "2026-03-12T09:00:00", NULL, "2026-03-12T09:00:00",
	GRAIN_HOUR},
    {"Tuesday morning at 9", "2026-03-17T09:00:00", NULL, "2026-03-17T09:00:00",
	GRAIN_HOUR},
    {"at 8 in the evening", "2026-03-11T20:00:00", NULL, "2026-03-11T20:00:00",
	GRAIN_HOUR},
    {"tomorrow morning", "2026-03-12T06:00:00", "2026-03-12T12:00:00",
	"2026-03-12T12:00:00", GRAIN_PART},
    {"this evening", "2026-03-11T18:00:00", "2026-03-12T00:00:00",
	"2026-03-11T23:59:59", GRAIN_PART},
    {"in the morning", "2026-03-12T06:00:00", "2026-03-12T12:00:00",
	"2026-03-12T12:00:00", GRAIN_PART},
    {"midnight tonight", "2026-03-12T00:00:00", NULL, "2026-03-12T00:00:00",
	GRAIN_MINUTE},
    {"March 20, 2:30 pm", "2026-03-20T14:30:00", NULL, "2026-03-20T14:30:00",
	GRAIN_MINUTE},
    {"2026-03-20 14:30", "2026-03-20T14:30:00", NULL, "2026-03-20T14:30:00",
	GRAIN_MINUTE},
    {"2026-03-20T14:30:00Z", "2026-03-20T14:30:00+00:00", NULL,
	"2026-03-20T14:30:00+00:00", GRAIN_MINUTE},
    {"2026-03-20T14:30:00.250-05:00", "2026-03-20T14:30:00-05:00", NULL,
	"2026-03-20T14:30:00-05:00", GRAIN_MINUTE},
    {"10am PST", "2026-03-11T10:00:00-08:00", NULL, "2026-03-11T10:00:00-08:00",
	GRAIN_HOUR},
    {"Friday at 9am EST", "2026-03-13T09:00:00-05:00", NULL,
	"2026-03-13T09:00:00-05:00", GRAIN_HOUR},
    {"July 1 at 9am ET", "2026-07-01T09:00:00-04:00", NULL,
	"2026-07-01T09:00:00-04:00", GRAIN_HOUR},
    {"January 15 at 9am ET", "2027-01-15T09:00:00-05:00", NULL,
	"2027-01-15T09:00:00-05:00", GRAIN_HOUR},
    {"tomorrow 10:00 CET", "2026-03-12T10:00:00", NULL, "2026-03-12T10:00:00",
	GRAIN_MINUTE},
    {"Friday 8:00 UTC+5", "2026-03-13T08:00:00+05:00", NULL,
	"2026-03-13T08:00:00+05:00", GRAIN_MINUTE},
    {"this morning at 9", "2026-03-11T09:00:00", NULL, NULL, GRAIN_HOUR},
    {"today at 9", "2026-03-11T21:00:00", NULL, "2026-03-11T21:00:00",
	GRAIN_HOUR},
    {"by 1730 hrs", "2026-03-11T17:30:00", NULL, "2026-03-11T17:30:00",
	GRAIN_MINUTE},
    {"at ten to five", "2026-03-11T16:50:00", NULL, "2026-03-11T16:50:00",
	GRAIN_MINUTE},
    {"at five-thirty", "2026-03-11T17:30:00", NULL, "2026-03-11T17:30:00",
	GRAIN_MINUTE},
    {"12:00 noon", "2026-03-11T12:00:00", NULL, "2026-03-11T12:00:00",
	GRAIN_MINUTE},
    {"Thursday (2 pm)", "2026-03-12T14:00:00", NULL, "2026-03-12T14:00:00",
	GRAIN_HOUR},
    {"late Friday afternoon", "2026-03-13T15:00:00", "2026-03-13T17:00:00",
	"2026-03-13T17:00:00", GRAIN_PART},
    {"Friday pm", "2026-03-13T12:00:00", "2026-03-13T17:00:00",
	"2026-03-13T17:00:00", GRAIN_PART},
    {"tomorrow first thing", "2026-03-12T06:00:00", "2026-03-12T10:00:00",
	"2026-03-12T10:00:00", GRAIN_PART},
    {"3 pm Central Time", "2026-03-11T15:00:00-05:00", NULL,
	"2026-03-11T15:00:00-05:00", GRAIN_HOUR},
    {"3 pm Eastern Standard Time", "2026-03-11T15:00:00-05:00", NULL,
	"2026-03-11T15:00:00-05:00", GRAIN_HOUR},
    {"3 pm London time", "2026-03-11T15:00:00+00:00", NULL,
	"2026-03-11T15:00:00+00:00", GRAIN_HOUR},
    {"tomorrow 8a", "2026-03-12T08:00:00", NULL, "2026-03-12T08:00:00",
	GRAIN_HOUR},
    {"2026-03-20T14:30-0700", "2026-03-20T14:30:00-07:00", NULL,
	"2026-03-20T14:30:00-07:00", GRAIN_MINUTE},
};

static const struct reading spans[] = {
    {"in two weeks", "2026-03-25T00:00:00", NULL, "2026-03-25T23:59:59",
	GRAIN_DAY},
    {"in 3 business days", "2026-03-16T00:00:00", NULL, "2026-03-16T23:59:59",
	GRAIN_DAY},
    {"in a month", "2026-04-11T00:00:00", NULL, "2026-04-11T23:59:59",
	GRAIN_DAY},
    {"in half a year", "2026-09-11T00:00:00", NULL, "2026-09-11T23:59:59",
	GRAIN_DAY},
    {"in 1.5 hours", "2026-03-11T11:45:00", NULL, "2026-03-11T11:45:00",
	GRAIN_MINUTE},
    {"in an hour and a half", "2026-03-11T11:45:00", NULL,
	"2026-03-11T11:45:00", GRAIN_MINUTE},
    {"in 1 day and 2 hours", "2026-03-12T12:15:00", NULL, "2026-03-12T12:15:00",
	GRAIN_MINUTE},
    {"in 30 minutes", "2026-03-11T10:45:00", NULL, "2026-03-11T10:45:00",
	GRAIN_MINUTE},
    {"two weeks from tomorrow", "2026-03-26T00:00:00", NULL,
	"2026-03-26T23:59:59", GRAIN_DAY},
    {"10 days later", "2026-03-21T00:00:00", NULL, "2026-03-21T23:59:59",
	GRAIN_DAY},
    {"two weeks ago", "2026-02-25T00:00:00", NULL, NULL, GRAIN_DAY},
    {"three days before Friday", "2026-03-10T00:00:00", NULL, NULL, GRAIN_DAY},
    {"the next 3 days", "2026-03-12T00:00:00", "2026-03-15T00:00:00",
	"2026-03-14T23:59:59", GRAIN_DAY},
    {"the next few hours", "2026-03-11T10:15:00", "2026-03-11T13:15:00",
	"2026-03-11T13:15:00", GRAIN_MINUTE},
    {"after 5 days", "2026-03-16T00:00:00", NULL, "2026-03-16T23:59:59",
	GRAIN_DAY},
    {"in 2 or 3 days", "2026-03-14T00:00:00", NULL, "2026-03-14T23:59:59",
	GRAIN_DAY},
    {"in a day or two", "2026-03-13T00:00:00", NULL, "2026-03-13T23:59:59",
	GRAIN_DAY},
    {"in a year and a half", "2027-09-11T00:00:00", NULL, "2027-09-11T23:59:59",
	GRAIN_DAY},
    {"in 2 1/2 hours", "2026-03-11T12:45:00", NULL, "2026-03-11T12:45:00",
	GRAIN_MINUTE},
    {"in a quarter of an hour", "2026-03-11T10:30:00", NULL,
	"2026-03-11T10:30:00", GRAIN_MINUTE},
    {"in 1h30", "2026-03-11T11:45:00", NULL, "2026-03-11T11:45:00",
	GRAIN_MINUTE},
};

static const struct reading periods[] = {
    {"this week", "2026-03-09T00:00:00", "2026-03-16T00:00:00",
	"2026-03-13T23:59:59", GRAIN_WEEK},
    {"next week", "2026-03-16T00:00:00", "2026-03-23T00:00:00",
	"2026-03-20T23:59:59", GRAIN_WEEK},
    {"the week after next", "2026-03-23T00:00:00", "2026-03-30T00:00:00",
	"2026-03-27T23:59:59", GRAIN_WEEK},
    {"this weekend", "2026-03-14T00:00:00", "2026-03-16T00:00:00",
	"2026-03-15T23:59:59", GRAIN_DAY},
    {"next month", "2026-04-01T00:00:00", "2026-05-01T00:00:00",
	"2026-04-30T23:59:59", GRAIN_MONTH},
    {"next quarter", "2026-04-01T00:00:00", "2026-07-01T00:00:00",
	"2026-06-30T23:59:59", GRAIN_QUARTER},
    {"next year", "2027-01-01T00:00:00", "2028-01-01T00:00:00",
	"2027-12-31T23:59:59", GRAIN_YEAR},
    {"in April", "2026-04-01T00:00:00", "2026-05-01T00:00:00",
	"2026-04-30T23:59:59", GRAIN_MONTH},
    {"in May 2027", "2027-05-01T00:00:00", "2027-06-01T00:00:00",
	"2027-05-31T23:59:59", GRAIN_MONTH},
    {"Q3", "2026-07-01T00:00:00", "2026-10-01T00:00:00", "2026-09-30T23:59:59",
	GRAIN_QUARTER},
    {"Q2 2027", "2027-04-01T00:00:00", "2027-07-01T00:00:00",
	"2027-06-30T23:59:59", GRAIN_QUARTER},
    {"Friday morning, 3/20", "2026-03-20T06:00:00", "2026-03-20T12:00:00",
	"2026-03-20T12:00:00", GRAIN_PART},
    {"Friday afternoon (March 20)", "2026-03-20T12:00:00",
	"2026-03-20T17:00:00", "2026-03-20T17:00:00", GRAIN_PART},
    {"the weekend of the 28th", "2026-03-28T00:00:00", "2026-03-30T00:00:00",
	"2026-03-29T23:59:59", GRAIN_DAY},
    {"week of April 6", "2026-04-06T00:00:00", "2026-04-13T00:00:00",
	"2026-04-10T23:59:59", GRAIN_WEEK},
    {"week 20", "2026-05-11T00:00:00", "2026-05-18T00:00:00",
	"2026-05-15T23:59:59", GRAIN_WEEK},
    {"end of week", "2026-03-13T00:00:00", NULL, "2026-03-13T23:59:59",
	GRAIN_DAY},
    {"the end of next week", "2026-03-20T00:00:00", NULL, "2026-03-20T23:59:59",
	GRAIN_DAY},
    {"end of the month", "2026-03-31T00:00:00", NULL, "2026-03-31T23:59:59",
	GRAIN_DAY},
    {"end of next month", "2026-04-30T00:00:00", NULL, "2026-04-30T23:59:59",
	GRAIN_DAY},
    {"end of the quarter", "2026-03-31T00:00:00", NULL, "2026-03-31T23:59:59",
	GRAIN_DAY},
    {"end of the year", "2026-12-31T00:00:00", NULL, "2026-12-31T23:59:59",
	GRAIN_DAY},
    {"EOM", "2026-03-31T00:00:00", NULL, "2026-03-31T23:59:59", GRAIN_DAY},
    {"at the beginning of next week", "2026-03-16T00:00:00", NULL,
	"2026-03-18T23:59:59", GRAIN_DAY},
    {"at the start of June", "2026-06-01T00:00:00", NULL,
	"2026-06-10T23:59:59", GRAIN_DAY},
    {"the beginning of next year", "2027-01-01T00:00:00", NULL,
	"2027-01-31T23:59:59", GRAIN_DAY},
    {"by the beginning of June", "2026-06-01T00:00:00", NULL,
	"2026-06-01T23:59:59", GRAIN_DAY},
    {"early next week", "2026-03-16T00:00:00", "2026-03-19T00:00:00",
	"2026-03-18T23:59:59", GRAIN_DAY},
    {"the middle of next week", "2026-03-18T00:00:00", "2026-03-20T00:00:00",
	"2026-03-18T23:59:59", GRAIN_DAY},
    {"later this week", "2026-03-12T00:00:00", "2026-03-16T00:00:00",
	"2026-03-13T23:59:59", GRAIN_DAY},
    {"mid-April", "2026-04-11T00:00:00", "2026-04-21T00:00:00",
	"2026-04-15T23:59:59", GRAIN_DAY},
    {"late April", "2026-04-21T00:00:00", "2026-05-01T00:00:00",
	"2026-04-30T23:59:59", GRAIN_DAY},
    {"the rest of the week", "2026-03-11T00:00:00", "2026-03-16T00:00:00",
	"2026-03-13T23:59:59", GRAIN_DAY},
    {"month-end", "2026-03-31T00:00:00", NULL, "2026-03-31T23:59:59",
	GRAIN_DAY},
    {"quarter end", "2026-03-31T00:00:00", NULL, "2026-03-31T23:59:59",
	GRAIN_DAY},
    {"end-of-week", "2026-03-13T00:00:00", NULL, "2026-03-13T23:59:59",
	GRAIN_DAY},
    {"the second half of 2026", "2026-07-01T00:00:00", "2027-01-01T00:00:00",
	"2026-12-31T23:59:59", GRAIN_QUARTER},
    {"the week after April 1", "2026-04-06T00:00:00", "2026-04-13T00:00:00",
	"2026-04-10T23:59:59", GRAIN_WEEK},
    {"the week ending April 10", "2026-04-06T00:00:00", "2026-04-13T00:00:00",
	"2026-04-10T23:59:59", GRAIN_WEEK},
    {"late-April", "2026-04-21T00:00:00", "2026-05-01T00:00:00",
	"2026-04-30T23:59:59", GRAIN_DAY},
    {"midweek next week", "2026-03-18T00:00:00", "2026-03-20T00:00:00",
	"2026-03-18T23:59:59", GRAIN_DAY},
};

static const struct reading ranges[] = {
    {"Thursday 2-4pm", "2026-03-12T14:00:00", "2026-03-12T16:00:00",
	"2026-03-12T14:00:00", GRAIN_HOUR},
    {"from 2 to 4 pm on Friday", "2026-03-13T14:00:00", "2026-03-13T16:00:00",
	"2026-03-13T14:00:00", GRAIN_HOUR},
    {"9:30 - 11:00 on Thursday", "2026-03-12T09:30:00", "2026-03-12T11:00:00",
	"2026-03-12T09:30:00", GRAIN_MINUTE},
    {"10 to 11am", "2026-03-12T10:00:00", "2026-03-12T11:00:00",
	"2026-03-12T10:00:00", GRAIN_HOUR},
    {"11am to 1", "2026-03-11T11:00:00", "2026-03-11T13:00:00",
	"2026-03-11T11:00:00", GRAIN_HOUR},
    {"8pm - 11", "2026-03-11T20:00:00", "2026-03-11T23:00:00",
	"2026-03-11T20:00:00", GRAIN_HOUR},
    {"from 23:00 to 1:00", "2026-03-11T23:00:00", "2026-03-12T01:00:00",
	"2026-03-11T23:00:00", GRAIN_MINUTE},
    {"March 16-20", "2026-03-16T00:00:00", "2026-03-21T00:00:00",
	"2026-03-16T00:00:00", GRAIN_DAY},
    {"16 to 20 March", "2026-03-16T00:00:00", "2026-03-21T00:00:00",
	"2026-03-16T00:00:00", GRAIN_DAY},
    {"March 30 to April 3", "2026-03-30T00:00:00", "2026-04-04T00:00:00",
	"2026-03-30T00:00:00", GRAIN_DAY},
    {"Dec 20 to Jan 5", "2026-12-20T00:00:00", "2027-01-06T00:00:00",
	"2026-12-20T00:00:00", GRAIN_DAY},
    {"Monday through Wednesday", "2026-03-16T00:00:00", "2026-03-19T00:00:00",
	"2026-03-16T00:00:00", GRAIN_DAY},
    {"from next Monday to Thursday", "2026-03-16T00:00:00",
	"2026-03-20T00:00:00", "2026-03-16T00:00:00", GRAIN_DAY},
    {"between 1pm and 3pm tomorrow", "2026-03-12T13:00:00",
	"2026-03-12T15:00:00", "2026-03-12T15:00:00", GRAIN_HOUR},
    {"between Tuesday and Thursday", "2026-03-17T00:00:00",
	"2026-03-20T00:00:00", "2026-03-19T23:59:59", GRAIN_DAY},
    {"next week between Wednesday and Friday", "2026-03-18T00:00:00",
	"2026-03-21T00:00:00", "2026-03-20T23:59:59", GRAIN_DAY},
    {"tomorrow at 2pm for 90 minutes", "2026-03-12T14:00:00",
	"2026-03-12T15:30:00", "2026-03-12T14:00:00", GRAIN_HOUR},
    {"Friday 3:00 PM - 4:00 PM", "2026-03-13T15:00:00", "2026-03-13T16:00:00",
	"2026-03-13T15:00:00", GRAIN_MINUTE},
    {"from May to July 2027", "2027-05-01T00:00:00", "2027-08-01T00:00:00",
	"2027-05-01T00:00:00", GRAIN_MONTH},
    {"3-4pm EST", "2026-03-11T15:00:00-05:00", "2026-03-11T16:00:00-05:00",
	"2026-03-11T15:00:00-05:00", GRAIN_HOUR},
    {"Friday morning 9-10", "2026-03-13T09:00:00", "2026-03-13T10:00:00",
	"2026-03-13T09:00:00", GRAIN_HOUR},
    {"15h-16h", "2026-03-11T15:00:00", "2026-03-11T16:00:00",
	"2026-03-11T15:00:00", GRAIN_HOUR},
    {"between 16 and 20 March", "2026-03-16T00:00:00", "2026-03-21T00:00:00",
	"2026-03-20T23:59:59", GRAIN_DAY},
    {"from 2027 to 2028", "2027-01-01T00:00:00", "2029-01-01T00:00:00",
	"2027-01-01T00:00:00", GRAIN_YEAR},
    {"June 26/27", "2026-06-26T00:00:00", "2026-06-28T00:00:00",
	"2026-06-26T00:00:00", GRAIN_DAY},
    {"the 26th and 27th of June", "2026-06-26T00:00:00", "2026-06-28T00:00:00",
	"2026-06-26T00:00:00", GRAIN_DAY},
};

static const struct reading deadlines[] = {
    {"by Friday", "2026-03-13T00:00:00", NULL, "2026-03-13T23:59:59",
	GRAIN_DAY},
    {"no later than Friday", "2026-03-13T00:00:00", NULL, "2026-03-13T23:59:59",
	GRAIN_DAY},
    {"until Monday", "2026-03-16T00:00:00", NULL, "2026-03-16T23:59:59",
	GRAIN_DAY},
    {"before Friday", "2026-03-12T00:00:00", NULL, "2026-03-12T23:59:59",
	GRAIN_DAY},
    {"before noon", "2026-03-11T12:00:00", NULL, "2026-03-11T12:00:00",
	GRAIN_MINUTE},
    {"before the weekend", "2026-03-13T00:00:00", NULL, "2026-03-13T23:59:59",
	GRAIN_DAY},
    {"before the end of the month", "2026-03-31T00:00:00", NULL,
	"2026-03-31T23:59:59", GRAIN_DAY},
    {"due Friday", "2026-03-13T00:00:00", NULL, "2026-03-13T23:59:59",
	GRAIN_DAY},
    {"by 5", "2026-03-11T17:00:00", NULL, "2026-03-11T17:00:00", GRAIN_HOUR},
    {"by noon on Monday", "2026-03-16T12:00:00", NULL, "2026-03-16T12:00:00",
	GRAIN_MINUTE},
    {"by COB", "2026-03-11T17:00:00", NULL, "2026-03-11T17:00:00",
	GRAIN_MINUTE},
    {"by COB Thursday", "2026-03-12T17:00:00", NULL, "2026-03-12T17:00:00",
	GRAIN_MINUTE},
    {"by close of business tomorrow", "2026-03-12T17:00:00", NULL,
	"2026-03-12T17:00:00", GRAIN_MINUTE},
    {"by EOD", "2026-03-11T23:59:59", NULL, "2026-03-11T23:59:59",
	GRAIN_MINUTE},
    {"by EOD tomorrow", "2026-03-12T23:59:59", NULL, "2026-03-12T23:59:59",
	GRAIN_MINUTE},
    {"by the end of the day", "2026-03-11T23:59:59", NULL,
	"2026-03-11T23:59:59", GRAIN_MINUTE},
    {"within 24 hours", "2026-03-12T10:15:00", NULL, "2026-03-12T10:15:00",
	GRAIN_MINUTE},
    {"within 3 business days", "2026-03-16T00:00:00", NULL,
	"2026-03-16T23:59:59", GRAIN_DAY},
    {"by next week", "2026-03-16T00:00:00", "2026-03-23T00:00:00",
	"2026-03-20T23:59:59", GRAIN_WEEK},
    {"by Friday at the latest", "2026-03-13T00:00:00", NULL,
	"2026-03-13T23:59:59", GRAIN_DAY},
    {"tomorrow before 4pm", "2026-03-12T16:00:00", NULL, "2026-03-12T16:00:00",
	GRAIN_HOUR},
    {"after Friday", "2026-03-13T00:00:00", NULL, "2026-03-13T23:59:59",
	GRAIN_DAY},
    {"since Monday", "2026-03-09T00:00:00", NULL, NULL, GRAIN_DAY},
    {"last night", "2026-03-10T18:00:00", "2026-03-11T00:00:00", NULL,
	GRAIN_PART},
    {"by the 5th", "2026-04-05T00:00:00", NULL, "2026-04-05T23:59:59",
	GRAIN_DAY},
    {"before the 5th", "2026-04-04T00:00:00", NULL, "2026-04-04T23:59:59",
	GRAIN_DAY},
    {"by 5 on Friday", "2026-03-13T17:00:00", NULL, "2026-03-13T17:00:00",
	GRAIN_HOUR},
    {"before lunch tomorrow", "2026-03-12T12:00:00", NULL,
	"2026-03-12T12:00:00", GRAIN_MINUTE},
    {"by c.o.b. Friday", "2026-03-13T17:00:00", NULL, "2026-03-13T17:00:00",
	GRAIN_MINUTE},
    {"by end May", "2026-05-31T00:00:00", NULL, "2026-05-31T23:59:59",
	GRAIN_DAY},
    {"by or before March 20", "2026-03-20T00:00:00", NULL,
	"2026-03-20T23:59:59", GRAIN_DAY},
    {"within the next 10 days", "2026-03-11T00:00:00", "2026-03-22T00:00:00",
	"2026-03-21T23:59:59", GRAIN_DAY},
    {"within the next 48 hours", "2026-03-11T10:15:00", "2026-03-13T10:15:00",
	"2026-03-13T10:15:00", GRAIN_MINUTE},
    {"within ten (10) days", "2026-03-21T00:00:00", NULL, "2026-03-21T23:59:59",
	GRAIN_DAY},
    {"earlier this week", "2026-03-09T00:00:00", "2026-03-16T00:00:00", NULL,
	GRAIN_WEEK},
};

static struct stamp at(const char *text)
{
	char full[64];
	struct stamp t = {0, 0};

	(void)snprintf(full, sizeof(full), "%s%s", text,
	    strlen(text) > 19 || text[strlen(text) - 1] == 'Z' ? "" : OFFSET);
	assert_true(civil_parse(full, &t));
	return t;
}

static void same_instant(struct world *w, const char *phrase, const char *what,
    bool has, struct stamp got, const char *expected)
{
	const char *text = has ? civil_format(w->arena, got) : "none";

	if (has != !!expected ||
	    (has && (got.utc_s != at(expected).utc_s ||
			got.zone_min != at(expected).zone_min)))
		fail_msg("'%s': %s is %s, not %s", phrase, what, text,
		    expected ? expected : "none");
}

/* The phrase is read as a whole, alone and inside a sentence. */
static void check_readings(struct world *w, const struct reading *r, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const char *p = r[i].phrase;
		struct time_expr *t;

		if (find(w, p, &t) != 1 || t->offset ||
		    t->len_bytes != strlen(p))
			fail_msg("'%s' is not read as a whole", p);
		same_instant(w, p, "start", true, t->start, r[i].start);
		same_instant(w, p, "end", t->has_end, t->end, r[i].end);
		same_instant(w, p, "due", t->has_due, t->due, r[i].due);
		if (t->grain != r[i].grain)
			fail_msg("'%s': grain %s", p, grain_name(t->grain));
		assert_int_equal(t->past, !r[i].due);
	}
}

static void reads_days(void **state)
{
	check_readings(*state, days, sizeof(days) / sizeof(days[0]));
}

static void reads_times_of_day(void **state)
{
	check_readings(*state, clocks, sizeof(clocks) / sizeof(clocks[0]));
}

static void counts_from_now(void **state)
{
	check_readings(*state, spans, sizeof(spans) / sizeof(spans[0]));
}

static void reads_periods_and_their_ends(void **state)
{
	check_readings(*state, periods, sizeof(periods) / sizeof(periods[0]));
}

static void reads_ranges(void **state)
{
	check_readings(*state, ranges, sizeof(ranges) / sizeof(ranges[0]));
}

static void reads_deadlines(void **state)
{
	check_readings(
	    *state, deadlines, sizeof(deadlines) / sizeof(deadlines[0]));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(reads_days),
	    cmocka_unit_test(reads_times_of_day),
	    cmocka_unit_test(counts_from_now),
	    cmocka_unit_test(reads_periods_and_their_ends),
	    cmocka_unit_test(reads_ranges),
	    cmocka_unit_test(reads_deadlines),
	};

	return cmocka_run_group_tests(tests, open_world, close_world);
}
