/* SPDX-License-Identifier: ISC */
/*
 * The many forms in which people write one and the same time, on a Wednesday
 * morning: abbreviated, hurried, British, with other marks and in another
 * order. Also what has the form of a time and is none.
 */
#include "english.h"

/* start and due: as much of the RFC 3339 text as counts; due NULL: past. */
struct form {
	const char *phrase, *start, *due;
};

#define MIDNIGHT "T23:59:59+01:00"

static const struct form hurried[] = {
    {"on wed", "2026-03-18", "2026-03-18" MIDNIGHT},
    {"by sat", "2026-03-14", "2026-03-14" MIDNIGHT},
    {"next sun", "2026-03-22", "2026-03-22" MIDNIGHT},
    {"sat morning", "2026-03-14T06:00", "2026-03-14T12:00"},
    {"2morrow", "2026-03-12", "2026-03-12" MIDNIGHT},
    {"2moro at 5", "2026-03-12T17:00", "2026-03-12T17:00"},
    {"to-morrow", "2026-03-12", "2026-03-12" MIDNIGHT},
    {"tmw", "2026-03-12", "2026-03-12" MIDNIGHT},
    {"2nite", "2026-03-11T18:00", "2026-03-11" MIDNIGHT},
    {"nxt week", "2026-03-16", "2026-03-20" MIDNIGHT},
    {"nxt Tues", "2026-03-17", "2026-03-17" MIDNIGHT},
    {"this wknd", "2026-03-14", "2026-03-15" MIDNIGHT},
    {"next w/e", "2026-03-21", "2026-03-22" MIDNIGHT},
    {"in 3 mths", "2026-06-11", "2026-06-11" MIDNIGHT},
    {"b/w 5 and 6pm", "2026-03-11T17:00", "2026-03-11T18:00"},
    {"by eop Thursday", "2026-03-12T23:59", "2026-03-12T23:59"},
    {"close of biz Friday", "2026-03-13T17:00", "2026-03-13T17:00"},
};

static const struct form days[] = {
    {"tomorrow fortnight", "2026-03-26", "2026-03-26" MIDNIGHT},
    {"Monday fortnight", "2026-03-30", "2026-03-30" MIDNIGHT},
    {"ETA 27.03.26", "2026-03-27", "2026-03-27" MIDNIGHT},
    {"due 20260402", "2026-04-02", "2026-04-02" MIDNIGHT},
    {"by 20260331", "2026-03-31", "2026-03-31" MIDNIGHT},
    {"8.-10. April", "2026-04-08", "2026-04-08"},
    {"April 16th & 17th", "2026-04-16", "2026-04-16"},
    {"next Friday the 20th", "2026-03-20", "2026-03-20" MIDNIGHT},
    {"Thu/Fri next week", "2026-03-19", "2026-03-19"},
    {"Monday or Tuesday of next week", "2026-03-16", "2026-03-16"},
    {"8 or 9 April", "2026-04-08", "2026-04-08"},
    {"April 8, 9 or 10", "2026-04-08", "2026-04-08"},
    {"the first Monday of every month", "2026-04-06", "2026-04-06" MIDNIGHT},
    {"every last Friday of the month", "2026-03-27", "2026-03-27" MIDNIGHT},
    {"8 and 9 April", "2026-04-08", "2026-04-08"},
    {"8, 9 and 10 April", "2026-04-08", "2026-04-08"},
    {"first thing next week", "2026-03-16", "2026-03-16" MIDNIGHT},
    {"the penultimate Friday in March", "2026-03-20", "2026-03-20" MIDNIGHT},
};

static const struct form clocks[] = {
    {"tomorrow 9.30", "2026-03-12T09:30", "2026-03-12T09:30"},
    {"Friday, 17.00", "2026-03-13T17:00", "2026-03-13T17:00"},
    {"Friday 9.30 - 10.30", "2026-03-13T09:30", "2026-03-13T09:30"},
    {"9.30-10.30 on Friday", "2026-03-13T09:30", "2026-03-13T09:30"},
    {"14.00 hrs on Friday", "2026-03-13T14:00", "2026-03-13T14:00"},
    {"Friday 0900", "2026-03-13T09:00", "2026-03-13T09:00"},
    {"0900-1130 Friday", "2026-03-13T09:00", "2026-03-13T09:00"},
    {"starts 1500 hrs", "2026-03-11T15:00", "2026-03-11T15:00"},
    {"1300Z", "2026-03-11T13:00:00+00:00", "2026-03-11T13:00:00+00:00"},
    {"10.00 GMT on Friday", "2026-03-13T10:00:00+00:00",
	"2026-03-13T10:00:00+00:00"},
    {"1630 EST", "2026-03-11T16:30:00-05:00", "2026-03-11T16:30"},
    {"10 ET", "2026-03-11T10:00:00-04:00", "2026-03-11T10:00:00-04:00"},
    {"11am ET/8am PT", "2026-03-11T11:00:00-04:00",
	"2026-03-11T11:00:00-04:00"},
    {"12.00 noon", "2026-03-11T12:00", "2026-03-11T12:00"},
    {"at 2 or 3 pm", "2026-03-11T14:00", "2026-03-11T15:00"},
    {"10:30 or 11:30 tomorrow", "2026-03-12T10:30", "2026-03-12T11:30"},
    {"Friday at 2 or 3", "2026-03-13T14:00", "2026-03-13T15:00"},
    {"10 or 11 tomorrow", "2026-03-12T10:00", "2026-03-12T11:00"},
    {"Friday - 10.15", "2026-03-13T10:15", "2026-03-13T10:15"},
    {"Friday (10.15)", "2026-03-13T10:15", "2026-03-13T10:15"},
    {"16.30 hrs", "2026-03-11T16:30", "2026-03-11T16:30"},
    {"twenty to eight", "2026-03-11T19:40", "2026-03-11T19:40"},
    {"late this afternoon", "2026-03-11T15:00", "2026-03-11T17:00"},
    {"by first thing in the morning", "2026-03-12T06:00", "2026-03-12T10:00"},
    {"Friday evening around 7", "2026-03-13T19:00", "2026-03-13T19:00"},
    {"2026-04-02 0900", "2026-04-02T09:00", "2026-04-02T09:00"},
    {"this aft", "2026-03-11T12:00", "2026-03-11T17:00"},
    {"July 2 2001, 9am ET", "2001-07-02T09:00:00-04:00", NULL},
    {"October 29 2001, 9am ET", "2001-10-29T09:00:00-05:00", NULL},
    {"March 29 2001, 9am ET", "2001-03-29T09:00:00-05:00", NULL},
    {"5 on the dot", "2026-03-11T17:00", "2026-03-11T17:00"},
};

static const struct form bounds[] = {
    {"by close of business this week", "2026-03-13T17:00", "2026-03-13T17:00"},
    {"by 5 at the latest on Friday", "2026-03-13T17:00", "2026-03-13T17:00"},
    {"no later than 3 this Friday", "2026-03-13T15:00", "2026-03-13T15:00"},
    {"before the month is out", "2026-03-31", "2026-03-31" MIDNIGHT},
    {"by 5 Friday", "2026-03-13T17:00", "2026-03-13T17:00"},
    {"by midnight Friday", "2026-03-13T23:59", "2026-03-13" MIDNIGHT},
    {"no later then Friday", "2026-03-13", "2026-03-13" MIDNIGHT},
    {"by the latest Friday", "2026-03-13", "2026-03-13" MIDNIGHT},
    {"by Friday at the very latest", "2026-03-13", "2026-03-13" MIDNIGHT},
    {"up to and including 20 March", "2026-03-20", "2026-03-20" MIDNIGHT},
    {"through to Friday", "2026-03-13", "2026-03-13" MIDNIGHT},
    {"ahead of Friday", "2026-03-12", "2026-03-12" MIDNIGHT},
    {"in advance of the 20th", "2026-03-19", "2026-03-19" MIDNIGHT},
    {"by the end of your day Friday", "2026-03-13T23:59",
	"2026-03-13" MIDNIGHT},
};

static const struct form spans[] = {
    {"give me 15 minutes", "2026-03-11T10:30", "2026-03-11T10:30"},
    {"we only have 2 weeks left", "2026-03-25", "2026-03-25" MIDNIGHT},
    {"within the next week", "2026-03-18", "2026-03-18" MIDNIGHT},
    {"back in 10", "2026-03-11T10:25", "2026-03-11T10:25"},
    {"need 10 more minutes", "2026-03-11T10:25", "2026-03-11T10:25"},
    {"ETA 20 mins", "2026-03-11T10:35", "2026-03-11T10:35"},
    {"in another week", "2026-03-18", "2026-03-18" MIDNIGHT},
    {"give me two more days", "2026-03-13", "2026-03-13" MIDNIGHT},
    {"give us another week", "2026-03-18", "2026-03-18" MIDNIGHT},
    {"need another two weeks", "2026-03-25", "2026-03-25" MIDNIGHT},
    {"allow 5 business days", "2026-03-18", "2026-03-18" MIDNIGHT},
    {"within 5 (five) business days", "2026-03-18", "2026-03-18" MIDNIGHT},
    {"in under an hour", "2026-03-11T11:15", "2026-03-11T11:15"},
    {"in no more than 5 days", "2026-03-16", "2026-03-16" MIDNIGHT},
    {"in a week or so", "2026-03-18", "2026-03-18" MIDNIGHT},
    {"in the next half hour", "2026-03-11T10:45", "2026-03-11T10:45"},
};

static const struct form periods[] = {
    {"first half of April", "2026-04-01", "2026-04-15" MIDNIGHT},
    {"2nd half of April", "2026-04-16", "2026-04-30" MIDNIGHT},
    {"back half of next week", "2026-03-19", "2026-03-20" MIDNIGHT},
    {"mid to late April", "2026-04-21", "2026-04-30" MIDNIGHT},
    {"early-to-mid April", "2026-04-11", "2026-04-15" MIDNIGHT},
    {"end April", "2026-04-30", "2026-04-30" MIDNIGHT},
    {"end-April", "2026-04-30", "2026-04-30" MIDNIGHT},
    {"end Q2", "2026-06-30", "2026-06-30" MIDNIGHT},
    {"EOM April", "2026-04-30", "2026-04-30" MIDNIGHT},
    {"before the quarter ends", "2026-03-31", "2026-03-31" MIDNIGHT},
    {"within the day", "2026-03-11", "2026-03-11" MIDNIGHT},
    {"year end 2027", "2027-12-31", "2027-12-31" MIDNIGHT},
    {"the month end", "2026-03-31", "2026-03-31" MIDNIGHT},
    {"before the new year", "2026-12-31", "2026-12-31" MIDNIGHT},
    {"week no. 13", "2026-03-23", "2026-03-27" MIDNIGHT},
    {"w/c 23rd", "2026-03-23", "2026-03-27" MIDNIGHT},
    {"wc 23 March", "2026-03-23", "2026-03-27" MIDNIGHT},
    {"Q2/26", "2026-04-01", "2026-06-30" MIDNIGHT},
    {"2H 2026", "2026-07-01", "2026-12-31" MIDNIGHT},
    {"any time next week", "2026-03-16", "2026-03-20" MIDNIGHT},
    {"one day next week", "2026-03-16", "2026-03-20" MIDNIGHT},
};

/* A bound below: when it may begin, not when it must be over. */
static const struct form from_then_on[] = {
    {"not before Friday", "2026-03-13", "2026-03-13" MIDNIGHT},
    {"no earlier than Friday", "2026-03-13", "2026-03-13" MIDNIGHT},
    {"Friday at the earliest", "2026-03-13", "2026-03-13" MIDNIGHT},
    {"earliest Friday", "2026-03-13", "2026-03-13" MIDNIGHT},
    {"any time after 4", "2026-03-11T16:00", "2026-03-11T16:00"},
    {"from the 20th onwards", "2026-03-20", "2026-03-20" MIDNIGHT},
    {"as soon as Monday", "2026-03-16", "2026-03-16" MIDNIGHT},
    {"as of 1 April", "2026-04-01", "2026-04-01" MIDNIGHT},
    {"effective April 1", "2026-04-01", "2026-04-01" MIDNIGHT},
    {"from Friday on", "2026-03-13", "2026-03-13" MIDNIGHT},
};

static const struct form over[] = {
    {"Monday last", "2026-03-09", NULL},
    {"We met on Friday", "2026-03-06", NULL},
    {"I sent it on March 20", "2025-03-20", NULL},
    {"letter of March 9", "2026-03-09", NULL},
    {"dated 9 March", "2026-03-09", NULL},
};

static const char *const no_times[] = {
    "We were bid at 4.15 and offered at 4.25.",
    "Power traded around 5.30 on the curve.",
    "Rows 3 and 4 may be hidden.",
    "Page 9 may have a typo.",
    "April said it was done.",
    "Ask June about the badges.",
    "With kind regards, April",
    "She is my man Friday.",
    "Have a great weekend!",
    "Enjoy your weekend.",
    "The 9/11 commission met again.",
    "The sun was up and he sat on a bench.",
    "They sat at 3 tables.",
    "It tells me two more stories.",
    "Kernel 10.12.14 is out.",
    "File 20260402 is missing.",
    "The newly wed pair is away.",
    "We need 2 or 3 for the desk.",
    "Give me a second.",
    "About 3/4 of the team is away.",
    "2/3 of them agree.",
    "There were back in 10 houses.",
    "Our fiscal year end is busy.",
    "We have 20 years to go.",
    "You have 3 days of leave.",
};

static void check_forms(struct world *w, const struct form *f, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const char *start, *due;
		struct time_expr *t;

		if (find(w, f[i].phrase, &t) != 1 || t->offset ||
		    t->len_bytes != strlen(f[i].phrase))
			fail_msg("'%s' is not read as a whole", f[i].phrase);
		start = civil_format(w->arena, t->start);
		due = t->has_due ? civil_format(w->arena, t->due) : "none";
		if (strncmp(start, f[i].start, strlen(f[i].start)) != 0)
			fail_msg("'%s' starts %s", f[i].phrase, start);
		if (strncmp(due, f[i].due ? f[i].due : "none",
			f[i].due ? strlen(f[i].due) : 4) != 0)
			fail_msg("'%s' is due %s", f[i].phrase, due);
	}
}

#define CHECK(forms) \
	check_forms(*state, forms, sizeof(forms) / sizeof((forms)[0]))

static void reads_hurried_forms(void **state)
{
	CHECK(hurried);
}

static void reads_days_in_other_forms(void **state)
{
	CHECK(days);
}

static void reads_clocks_in_other_forms(void **state)
{
	CHECK(clocks);
}

static void reads_bounds_in_other_words(void **state)
{
	CHECK(bounds);
}

static void reads_lengths_of_time_in_other_words(void **state)
{
	CHECK(spans);
}

static void reads_parts_of_periods(void **state)
{
	CHECK(periods);
}

static void knows_what_begins_and_what_must_be_over(void **state)
{
	struct world *w = *state;
	size_t n = sizeof(from_then_on) / sizeof(from_then_on[0]);
	struct time_expr *t;

	CHECK(from_then_on);
	for (size_t i = 0; i < n; i++) {
		assert_int_equal(find(w, from_then_on[i].phrase, &t), 1);
		if (!t->after || t->before)
			fail_msg(
			    "'%s' bounds from above", from_then_on[i].phrase);
	}
	CHECK(over);
}

static void leaves_alone_what_only_looks_like_a_time(void **state)
{
	struct world *w = *state;
	struct time_expr *t;

	for (size_t i = 0; i < sizeof(no_times) / sizeof(no_times[0]); i++)
		if (find(w, no_times[i], &t))
			fail_msg("'%s' has the time '%.*s'", no_times[i],
			    (int)t->len_bytes, no_times[i] + t->offset);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(reads_hurried_forms),
	    cmocka_unit_test(reads_days_in_other_forms),
	    cmocka_unit_test(reads_clocks_in_other_forms),
	    cmocka_unit_test(reads_bounds_in_other_words),
	    cmocka_unit_test(reads_lengths_of_time_in_other_words),
	    cmocka_unit_test(reads_parts_of_periods),
	    cmocka_unit_test(knows_what_begins_and_what_must_be_over),
	    cmocka_unit_test(leaves_alone_what_only_looks_like_a_time),
	};

	return cmocka_run_group_tests(tests, open_world, close_world);
}
