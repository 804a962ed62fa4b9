/* SPDX-License-Identifier: ISC */
/*
 * Times that leave their day or week to the sentences around them, to the
 * question that they answer, to the subject or to what is quoted.
 */
#include "dated.h"
#include "rulebook.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void a_time_of_day_is_on_the_day_named_before(void **state)
{
	static const struct dated stories[] = {
	    {"the plan", "The board comes on 12 March. Let's meet at 11:30.",
		ACT_MEETING, "2026-03-12T11:30"},
	    {"the plan",
		"The board comes on 12 March. They like it warm. "
		"Let's meet in the afternoon.",
		ACT_MEETING, "2026-03-12T17:00"},
	    {"the plan", "Thursday is a long day, so let's meet at 8:30.",
		ACT_MEETING, "2026-03-05T08:30"},
	    {"Rehearsal on 12 March", "Let's meet at 11:30.", ACT_MEETING,
		"2026-03-12T11:30"},
	    {"Re: the plan",
		"> Are you free on Thursday?\n\nLet's meet at 11:30.",
		ACT_MEETING, "2026-03-05T11:30"},
	};

	dated_check(*state, stories, sizeof(stories) / sizeof(*stories));
}

static void lines_of_times_are_on_the_day_above_them(void **state)
{
	static const struct dated stories[] = {
	    {"the visit",
		"Wednesday\n9am tour of the plant\n11am coffee with Ann\n"
		"12pm lunch with the team\n2.30pm Interviews start",
		ACT_MEETING, "2026-03-04T14:30"},
	    {"the visit", "Wednesday\nFree until noon\n2.30pm Interviews start",
		ACT_MEETING, "2026-03-04T14:30"},
	    {"the visit",
		"Wednesday\n9am tour of the plant\n\nThursday\n"
		"8am tour of the mill\n2.30pm Interviews start",
		ACT_MEETING, "2026-03-05T14:30"},
	    {"the visit",
		"On Wednesday we are off. It rains. I like that. So do you. "
		"The interviews start at 2.30pm.",
		ACT_MEETING, "2026-03-02T14:30"},
	};

	dated_check(*state, stories, sizeof(stories) / sizeof(*stories));
}

static void a_reply_meets_when_the_quoted_letter_says(void **state)
{
	static const struct dated stories[] = {
	    {"Re: the plan",
		"11:30 is fine with me.\n\nOn Sun, 1 Mar 2026, Ben wrote:\n"
		"> Shall we meet on 17 March?",
		ACT_MEETING, "2026-03-17T11:30"},
	    {"Re: the plan",
		"11:30 is fine with me.\n\nOn Sun, 1 Mar 2026, Ben wrote:\n"
		"> Shall we meet on 17 March or on 24 March?",
		ACT_MEETING, "2026-03-02T11:30"},
	    {"Re: the plan",
		"Monday would work for us.\n\nOn Sun, 1 Mar 2026, Ben "
		"wrote:\n> I am in town on 14 and 15 March.",
		ACT_MEETING, "2026-03-16T23:59"},
	    {"Re: the plan",
		"Friday would work for us.\n\nOn Sun, 1 Mar 2026, Ben "
		"wrote:\n> I am in town on 14 and 15 March.",
		ACT_MEETING, "2026-03-13T23:59"},
	    {"Re: the plan",
		"Friday would work for us.\n\nOn Sun, 1 Mar 2026, Ben "
		"wrote:\n> I was in town on 15 February.",
		ACT_MEETING, "2026-03-06T23:59"},
	    {"Re: the plan",
		"Let's meet on Friday next, the 6th.\n\nOn Sun, 1 Mar 2026, "
		"Ben wrote:\n> I am in town on 26 March.",
		ACT_MEETING, "2026-03-06T23:59"},
	    {"Re: the plan",
		"I shall send it on Friday.\n\nOn Sun, 1 Mar 2026, Ben "
		"wrote:\n> I am in town on 14 and 15 March.",
		ACT_COMMITMENT, "2026-03-06T23:59"},
	};

	dated_check(*state, stories, sizeof(stories) / sizeof(*stories));
}

static void a_time_of_day_without_a_day_is_the_next_one(void **state)
{
	static const struct dated stories[] = {
	    {"the plan", "Let's meet at 11:30.", ACT_MEETING,
		"2026-03-02T11:30"},
	    /* What is over, a mere limit, a stretch, what was long ago said. */
	    {"the plan", "We met on Friday last week. Let's meet at 11:30.",
		ACT_MEETING, "2026-03-02T11:30"},
	    {"the plan", "The form is due by 12 March. Let's meet at 11:30.",
		ACT_MEETING, "2026-03-02T11:30"},
	    {"the plan",
		"I am in Oslo from 9 to 12 March. Let's meet at 11:30.",
		ACT_MEETING, "2026-03-02T11:30"},
	    {"the plan",
		"The board comes on 12 March. They like it warm. "
		"The oak is old. It rains. Let's meet at 11:30.",
		ACT_MEETING, "2026-03-02T11:30"},
	    {"Re: Rehearsal on 12 November", "Let's meet at 11:30.",
		ACT_MEETING, "2026-03-02T11:30"},
	    {"Re: Rehearsal on 12 or 13 March", "Let's meet at 11:30.",
		ACT_MEETING, "2026-03-02T11:30"},
	    {"Re: the plan", "> Are you free tomorrow?\n\nLet's meet at 11:30.",
		ACT_MEETING, "2026-03-02T11:30"},
	};

	dated_check(*state, stories, sizeof(stories) / sizeof(*stories));
}

static void a_weekday_is_in_the_week_named_before(void **state)
{
	static const struct dated stories[] = {
	    {"the plan", "Next week suits me well. How about Thursday?",
		ACT_MEETING, "2026-03-12T23:59"},
	    {"the plan",
		"Let's talk in the week of 16 March. "
		"How about Monday at 3 pm?",
		ACT_MEETING, "2026-03-16T15:00"},
	    {"the plan",
		"Next week is quiet. The oak is old. "
		"How about Thursday?",
		ACT_MEETING, "2026-03-05T23:59"},
	    {"the plan", "Last week was quiet. How about Thursday?",
		ACT_MEETING, "2026-03-05T23:59"},
	    {"the plan", "Next week suits me well. Let's meet this Thursday.",
		ACT_MEETING, "2026-03-05T23:59"},
	    /* The days of a stay. */
	    {"the plan",
		"I am in Graz April 16-20. Could we meet on the Friday?",
		ACT_MEETING, "2026-04-17T23:59"},
	    {"the plan",
		"I was in Graz February 12-15. Could we meet on the Friday?",
		ACT_MEETING, "2026-03-06T23:59"},
	    {"the plan",
		"The exhibition is open from April 16 to May 20. "
		"Could we meet on Friday?",
		ACT_MEETING, "2026-03-06T23:59"},
	};

	dated_check(*state, stories, sizeof(stories) / sizeof(*stories));
}

static void a_weekday_is_the_date_that_was_asked_about(void **state)
{
	static const struct dated stories[] = {
	    {"Re: the plan",
		"I could meet them on Thursday.\n\n"
		"Ben Moor wrote:\n"
		"> Are you free on Thursday, 19 March?\n",
		ACT_MEETING, "2026-03-19T23:59"},
	    {"Visit on 19 March", "Let's meet on Thursday.", ACT_MEETING,
		"2026-03-19T23:59"},
	    /* It falls on another day; it is far; there are two. */
	    {"Visit on 20 March", "Let's meet on Thursday.", ACT_MEETING,
		"2026-03-05T23:59"},
	    {"Visit on 19 November", "Let's meet on Thursday.", ACT_MEETING,
		"2026-03-05T23:59"},
	    {"Re: the plan",
		"I could meet them on Thursday.\n\n"
		"Ben Moor wrote:\n"
		"> Are you free on 12 March or on 19 March?\n",
		ACT_MEETING, "2026-03-05T23:59"},
	    /* A promise for this week, below what is wanted in four. */
	    {"Re: the plan",
		"I will send it on Thursday.\n\nBen Moor wrote:\n"
		"> We want all of it on 26 March.\n",
		ACT_COMMITMENT, "2026-03-05T23:59"},
	};

	dated_check(*state, stories, sizeof(stories) / sizeof(*stories));
}

static void then_is_the_time_named_before(void **state)
{
	static const struct dated stories[] = {
	    {"the plan", "I am back on Thursday at 3 pm. Let's meet then.",
		ACT_MEETING, "2026-03-05T15:00"},
	    {"the plan", "I need it on Thursday. Please send it by then.",
		ACT_REQUEST, "2026-03-05T23:59"},
	    {"the plan",
		"Let's meet on Thursday at 3 pm. I'll call Cleo this "
		"afternoon. Please read it before then.",
		ACT_REQUEST, "2026-03-05T15:00"},
	    {"the plan", "Let's meet then.", ACT_MEETING, ""},
	    {"the plan", "I was there last Thursday. Let's meet then.",
		ACT_MEETING, ""},
	    {"the plan", "I am back on Thursday. Then, please send it.",
		ACT_REQUEST, ""},
	    {"the plan",
		"I am back on Thursday. Please send me that, then we "
		"have the lot.",
		ACT_REQUEST, ""},
	};

	dated_check(*state, stories, sizeof(stories) / sizeof(*stories));
}

static void that_week_and_the_day_before_count_from_the_day_named(void **state)
{
	static const struct dated stories[] = {
	    {"the plan",
		"The fair is held on 18 and 19 May. I can visit you "
		"the day before.",
		ACT_MEETING, "2026-05-17T23:59"},
	    {"the plan",
		"The fair is on 18 May. Can we meet the following day?",
		ACT_MEETING, "2026-05-19T23:59"},
	    {"the plan",
		"I am in Graz on 18 May. We could have dinner that "
		"evening.",
		ACT_MEETING, "2026-05-18T23:59"},
	    {"the plan",
		"I am in Graz on 12-14 May. They like it warm. I am out "
		"this week. I hope we can meet that week.",
		ACT_MEETING, "2026-05-15T23:59"},
	    {"the plan",
		"The talk is on Thursday at 5 pm. I'll bring him to your "
		"office at that time.",
		ACT_COMMITMENT, "2026-03-05T17:00"},
	    /* Nothing was named, or what was is over. */
	    {"the plan", "Can we meet that week?", ACT_MEETING, ""},
	    {"the plan", "I can visit you the day before.", ACT_MEETING, ""},
	    {"the plan",
		"I was in Graz on 18 February. We could meet the day "
		"before.",
		ACT_MEETING, ""},
	    /* What is asked for is of that evening, not due then. */
	    {"the plan",
		"The fair is on 18 May. Could I ask you for his "
		"availability for that evening?",
		ACT_REQUEST, ""},
	};

	dated_check(*state, stories, sizeof(stories) / sizeof(*stories));
}

static void a_series_is_due_when_it_begins(void **state)
{
	static const struct dated stories[] = {
	    {"the plan", "From 16 March on we will meet every Monday at 9:00.",
		ACT_MEETING, "2026-03-16T09:00"},
	    {"the plan",
		"Effective March 20, our weekly meeting will be at 3:00 "
		"pm on Fridays.",
		ACT_MEETING, "2026-03-20T15:00"},
	    {"the plan",
		"The talks with Cleo begin Wednesday, 18 March from 2:00 "
		"to 3:30. The meeting will be held every other "
		"Wednesday.",
		ACT_MEETING, "2026-03-18T14:00"},
	    {"the plan", "The meeting will take place every Friday at 10:00.",
		ACT_MEETING, "2026-03-06T10:00"},
	    {"the plan",
		"The meeting is on Fridays; this Friday, 13 March, it "
		"starts at 4 pm.",
		ACT_MEETING, "2026-03-13T16:00"},
	};

	dated_check(*state, stories, sizeof(stories) / sizeof(*stories));
}

static void what_is_answered_says_tomorrow_from_its_own_day(void **state)
{
	static const struct dated stories[] = {
	    {"Re: lunch tomorrow?",
		"1:00 p.m. is fine.\n\nOn Sun, 1 Mar 2026 at 18:00, Ben "
		"wrote:\n> I would love to.",
		ACT_MEETING, "2026-03-02T13:00"},
	    {"Re: lunch tomorrow?",
		"1:00 p.m. is fine.\n\nOn Mon, 2 Mar 2026, Ben wrote:\n"
		"> I would love to.",
		ACT_MEETING, "2026-03-03T13:00"},
	    {"Re: the plan",
		"3:00 works for me.\n\nOn Sun, 1 Mar 2026, Ben wrote:\n"
		"> Are you free on Thursday afternoon?",
		ACT_MEETING, "2026-03-05T15:00"},
	    {"Re: the plan",
		"3:00 works for me.\n\nOn Sun, 1 Mar 2026, Ben wrote:\n"
		"> Could we talk the day after tomorrow?",
		ACT_MEETING, "2026-03-03T15:00"},
	    {"Sat", "Let's meet at 5:00.", ACT_MEETING, "2026-03-07T17:00"},
	    /* It is over, was said too long ago, or is an open choice. */
	    {"Re: the plan",
		"3:00 works for me.\n\nOn Sun, 1 Mar 2026, Ben wrote:\n"
		"> We met yesterday. Shall we again?",
		ACT_MEETING, "2026-03-02T15:00"},
	    {"Re: the plan",
		"3:00 works for me.\n\nOn Sun, 1 Feb 2026, Ben wrote:\n"
		"> Are you free on Thursday afternoon?",
		ACT_MEETING, "2026-03-02T15:00"},
	    {"Re: the plan",
		"3:00 works for me.\n\nOn Sun, 1 Mar 2026, Ben wrote:\n"
		"> Are you free on Thursday or next Monday?",
		ACT_MEETING, "2026-03-02T15:00"},
	};

	dated_check(*state, stories, sizeof(stories) / sizeof(*stories));
}

static void a_day_that_has_just_passed_is_not_a_year_ahead(void **state)
{
	static const struct dated stories[] = {
	    {"the plan", "Please send me the talk of 27 February.", ACT_REQUEST,
		""},
	    {"the plan", "Please send it by 27 September.", ACT_REQUEST,
		"2026-09-27T23:59"},
	    {"the plan", "Please send it by 27 February 2027.", ACT_REQUEST,
		"2027-02-27T23:59"},
	};

	dated_check(*state, stories, sizeof(stories) / sizeof(*stories));
}

static void a_date_on_another_weekday_is_a_slip(void **state)
{
	static const struct dated stories[] = {
	    {"Re: the plan",
		"Let's meet on Fri, March 12.\n\n"
		"Ben Moor wrote:\n"
		"> How about Friday, March 13?\n",
		ACT_MEETING, "2026-03-13T23:59"},
	    {"Rehearsal on March 13", "Let's meet on Friday, March 12.",
		ACT_MEETING, "2026-03-13T23:59"},
	    {"the plan", "Let's meet on Thursday, March 12.", ACT_MEETING,
		"2026-03-12T23:59"},
	    /* None tells which of the two was meant; it is too far off. */
	    {"the plan", "Let's meet on Friday, March 12.", ACT_MEETING, ""},
	    {"Rehearsal on March 27", "Let's meet on Friday, March 12.",
		ACT_MEETING, ""},
	    {"the plan", "Please send it by Friday, March 12.", ACT_REQUEST,
		"2026-03-06T23:59"},
	};

	dated_check(*state, stories, sizeof(stories) / sizeof(*stories));
}

static void an_hour_of_an_evening_is_after_noon(void **state)
{
	static const struct dated stories[] = {
	    {"the plan", "Can we have dinner on Thursday at 7?", ACT_MEETING,
		"2026-03-05T19:00"},
	    {"the plan", "Let's have drinks on 12 March, 8:30 or so.",
		ACT_MEETING, "2026-03-12T20:30"},
	    {"the plan", "Can we have breakfast on Thursday at 7?", ACT_MEETING,
		"2026-03-05T07:00"},
	    {"the plan", "Can we have dinner on Thursday at 7 a.m.?",
		ACT_MEETING, "2026-03-05T07:00"},
	    {"the plan", "Can we meet on Thursday at 9 to plan the dinner?",
		ACT_MEETING, "2026-03-05T09:00"},
	    {"the plan", "Can we have dinner on Thursday at 11:30?",
		ACT_MEETING, "2026-03-05T11:30"},
	};

	dated_check(*state, stories, sizeof(stories) / sizeof(*stories));
}

static void a_day_is_in_the_month_named_before(void **state)
{
	static const struct dated stories[] = {
	    {"the plan", "The board comes on 18 May. Let's meet on the 23rd.",
		ACT_MEETING, "2026-05-23T23:59"},
	    {"the plan",
		"I am back in April. The oak is old. Let's meet on the 23rd.",
		ACT_MEETING, "2026-04-23T23:59"},
	    {"the plan",
		"I am back in April. She leaves on the 7th. The oak is old. "
		"It rains. Let's meet on the 23rd.",
		ACT_MEETING, "2026-04-23T23:59"},
	    /* What would lie before the day that was named comes sooner. */
	    {"the plan",
		"I am away from 22 May to 2 June. Please call Cleo on the "
		"12th.",
		ACT_REQUEST, "2026-03-12T23:59"},
	    /* Neither is what is wanted for something wanted after it. */
	    {"the plan",
		"The exam is on 11 April. Please send the form by the 20th.",
		ACT_REQUEST, "2026-03-20T23:59"},
	    {"the plan",
		"The exam is on 11 June. Please send the form by the 20th.",
		ACT_REQUEST, "2026-06-20T23:59"},
	    {"the plan",
		"For September we are booked. I'll send the list by the 13th.",
		ACT_COMMITMENT, "2026-03-13T23:59"},
	    {"the plan", "In September I'll send the list by the 13th.",
		ACT_COMMITMENT, "2026-09-13T23:59"},
	    {"the plan", "I was away in February. Let's meet on the 23rd.",
		ACT_MEETING, "2026-03-23T23:59"},
	    {"the plan",
		"I am back in April. The oak is old. It rains. I like that. "
		"Let's meet on the 23rd.",
		ACT_MEETING, "2026-03-23T23:59"},
	};

	dated_check(*state, stories, sizeof(stories) / sizeof(*stories));
}

static void a_talk_without_a_time_is_when_the_sentence_before_says(void **state)
{
	static const struct dated stories[] = {
	    {"the plan",
		"Dora will be free on Thursday, March 5 at 10:00. Call her "
		"at 555-0100.",
		ACT_REQUEST, "2026-03-05T10:00"},
	    {"the plan",
		"It is scheduled for 2PM on Thursday 5th in the hall. You "
		"are welcome to join.",
		ACT_MEETING, "2026-03-05T14:00"},
	    {"the plan", "I'm in my office tomorrow at 3. Please call me.",
		ACT_REQUEST, "2026-03-03T15:00"},
	    /* It says no, asks, tells of something else or of what was. */
	    {"the plan", "I am not free on Friday. Please call me.",
		ACT_REQUEST, ""},
	    {"the plan", "Would you be free on Friday? Please call me.",
		ACT_REQUEST, ""},
	    {"the plan", "The list is due on Friday. Please call me.",
		ACT_REQUEST, ""},
	    {"the plan", "The meeting was last Friday. Let's talk.",
		ACT_MEETING, ""},
	    {"the plan", "Friday is fine. I'll call you about the details.",
		ACT_COMMITMENT, ""},
	};

	dated_check(*state, stories, sizeof(stories) / sizeof(*stories));
}

static void lines_of_day_and_hour_are_one_meeting(void **state)
{
	static const struct dated stories[] = {
	    {"the plan",
		"Here is what we know.\n\nDate: Friday, March 13\nTime: "
		"3:00 pm\nPlace: the hall",
		ACT_MEETING, "2026-03-13T15:00"},
	    {"the plan", "Day: Friday\nTime: noon\nPlace: the hall",
		ACT_MEETING, "2026-03-06T12:00"},
	    {"the plan", "Date: Friday, March 13\nPlace: the hall", ACT_MEETING,
		"2026-03-13T23:59"},
	};

	dated_check(*state, stories, sizeof(stories) / sizeof(*stories));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_time_of_day_is_on_the_day_named_before),
	    cmocka_unit_test(lines_of_times_are_on_the_day_above_them),
	    cmocka_unit_test(a_reply_meets_when_the_quoted_letter_says),
	    cmocka_unit_test(a_time_of_day_without_a_day_is_the_next_one),
	    cmocka_unit_test(a_weekday_is_in_the_week_named_before),
	    cmocka_unit_test(a_weekday_is_the_date_that_was_asked_about),
	    cmocka_unit_test(then_is_the_time_named_before),
	    cmocka_unit_test(
		that_week_and_the_day_before_count_from_the_day_named),
	    cmocka_unit_test(a_series_is_due_when_it_begins),
	    cmocka_unit_test(what_is_answered_says_tomorrow_from_its_own_day),
	    cmocka_unit_test(a_day_that_has_just_passed_is_not_a_year_ahead),
	    cmocka_unit_test(
		a_talk_without_a_time_is_when_the_sentence_before_says),
	    cmocka_unit_test(lines_of_day_and_hour_are_one_meeting),
	    cmocka_unit_test(a_date_on_another_weekday_is_a_slip),
	    cmocka_unit_test(a_day_is_in_the_month_named_before),
	    cmocka_unit_test(an_hour_of_an_evening_is_after_noon),
	};

	return cmocka_run_group_tests_name(
	    "context", tests, rulebook_open, rulebook_close);
}
