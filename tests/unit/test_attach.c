/* SPDX-License-Identifier: ISC */
/*
 * Which of its sentence's times an act is due at, and which are of something
 * else.
 */
#include "dated.h"
#include "rulebook.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void a_meeting_is_when_it_begins(void **state)
{
	static const struct dated stories[] = {
	    {"the plan",
		"The council meeting starts at 11:30 and goes on till 1:00.",
		ACT_MEETING, "2026-03-02T11:30"},
	    {"the plan",
		"The meeting will be on Friday, 10:00 - 12:00, followed "
		"by lunch.",
		ACT_MEETING, "2026-03-06T10:00"},
	    {"the plan", "Can we meet on Friday between 1:30 and 4:00?",
		ACT_MEETING, "2026-03-06T13:30"},
	    {"the plan", "Please send it on Friday between 1:30 and 4:00.",
		ACT_REQUEST, "2026-03-06T16:00"},
	    {"Re: the plan",
		"We plan to come Thursday evening and go on Saturday "
		"morning.\n\nOn Mon, 2 Mar 2026, Ben wrote:\n"
		"> We expect you on 10 April.",
		ACT_MEETING, "2026-04-09T23:59"},
	    {"the plan", "Please stop by this week or next Friday.",
		ACT_REQUEST, "2026-03-13T23:59"},
	};

	dated_check(*state, stories, sizeof(stories) / sizeof(*stories));
}

static void what_is_spoken_of_is_not_due_then(void **state)
{
	static const struct dated stories[] = {
	    {"the plan", "Please send me more about Friday.", ACT_REQUEST, ""},
	    {"the plan", "I'll talk to the bank regarding Friday.",
		ACT_COMMITMENT, ""},
	    {"the plan", "Could you talk to him for 10 minutes?", ACT_REQUEST,
		""},
	    {"the plan", "What about Friday?", ACT_MEETING, "2026-03-06T23:59"},
	    {"the plan", "I leave on Friday, so Tuesday the 10th at ten?",
		ACT_QUESTION, "2026-03-10T10:00"},
	    {"the plan", "Is it Friday, or are we too late?", ACT_QUESTION,
		"2026-03-06T23:59"},
	    {"the plan", "I will send you my 204 on Friday.", ACT_COMMITMENT,
		"2026-03-06T23:59"},
	    {"the plan", "Please send it on or about 6 March.", ACT_REQUEST,
		"2026-03-06T23:59"},
	};

	dated_check(*state, stories, sizeof(stories) / sizeof(*stories));
}

static void days_in_a_row_are_due_when_they_are_over(void **state)
{
	static const struct dated stories[] = {
	    {"the plan", "The meeting will be held on 12 March - 14 March.",
		ACT_MEETING, "2026-03-14T23:59"},
	    {"the plan", "The interviews will be on March 12 and 13.",
		ACT_MEETING, "2026-03-13T23:59"},
	    {"the plan", "The meeting will be on 12 March from 2 to 4 pm.",
		ACT_MEETING, "2026-03-12T14:00"},
	};

	dated_check(*state, stories, sizeof(stories) / sizeof(*stories));
}

static void what_moves_a_meeting_says_when_it_is(void **state)
{
	static const struct dated stories[] = {
	    {"the plan", "The interview is moved to Thursday at 3 pm.",
		ACT_MEETING, "2026-03-05T15:00"},
	};

	dated_check(*state, stories, sizeof(stories) / sizeof(*stories));
}

static void the_time_of_something_else_is_not_due(void **state)
{
	static const struct dated stories[] = {
	    {"the plan", "I'll send you the notes of our call next Friday.",
		ACT_COMMITMENT, ""},
	    {"the plan", "I'll get back to you about the visit on 12 March.",
		ACT_COMMITMENT, ""},
	    {"the plan", "Please comment on the draft dated 12 March.",
		ACT_REQUEST, ""},
	    {"the plan",
		"Please mail me the slides that you will use on Friday.",
		ACT_REQUEST, ""},
	    {"the plan", "Please mail me the list that you promised by Friday.",
		ACT_REQUEST, "2026-03-06T23:59"},
	    {"the plan", "Please send me the agenda of Friday's meeting.",
		ACT_REQUEST, ""},
	    {"the plan", "I'll book a table for Friday evening.",
		ACT_COMMITMENT, ""},
	    {"the plan", "I'll ask Cleo, but I think Friday is fine.",
		ACT_COMMITMENT, ""},
	    {"the plan", "Please let me know who comes on Friday.", ACT_REQUEST,
		""},
	    {"the plan",
		"Please indicate whether it is for Thursday or Friday.",
		ACT_REQUEST, ""},
	    {"the plan", "Please read the news of Super Saturday.", ACT_REQUEST,
		""},
	    {"the plan", "Please work with April and Matt on it.", ACT_REQUEST,
		""},
	    {"the plan", "Who is looking after the shop in April?",
		ACT_QUESTION, ""},
	    {"the plan", "Is the museum closed on Friday?", ACT_QUESTION, ""},
	    {"the plan", "Did you promise it by the end of April?",
		ACT_QUESTION, ""},
	    {"the plan", "Are you staying through Sunday?", ACT_QUESTION, ""},
	    {"the plan", "Could you chair the Friday session?", ACT_REQUEST,
		""},
	    {"the plan", "Please send me the rota for next week.", ACT_REQUEST,
		""},
	    {"the plan", "Could you move the stand-up to Thursdays?",
		ACT_REQUEST, ""},
	    {"the plan", "Please sign the form that I sent you today.",
		ACT_REQUEST, ""},
	    /* A question that means a deed, or its own day, keeps it. */
	    {"the plan", "Could you send it to me on Friday?", ACT_REQUEST,
		"2026-03-06T23:59"},
	    {"the plan", "Will you have the rota by Friday?", ACT_QUESTION,
		"2026-03-06T23:59"},
	    {"the plan", "Is Friday all right?", ACT_QUESTION,
		"2026-03-06T23:59"},
	    {"the plan", "Are you free on Friday?", ACT_QUESTION,
		"2026-03-06T23:59"},
	    {"the plan", "Please send the April rota on Friday.", ACT_REQUEST,
		"2026-03-06T23:59"},
	    {"the plan", "I'm in class until six, can you call Cleo tomorrow?",
		ACT_REQUEST, "2026-03-03T23:59"},
	    /* The deed has one of its own, before, behind or as a limit. */
	    {"the plan",
		"Please send me the notes of the call on Friday by Thursday.",
		ACT_REQUEST, "2026-03-05T23:59"},
	    {"the plan", "Tomorrow I'll send the draft of 12 January.",
		ACT_COMMITMENT, "2026-03-03T23:59"},
	    {"the plan", "I'll call you about the visit tomorrow.",
		ACT_COMMITMENT, "2026-03-03T23:59"},
	    {"the plan", "Please let me know by Friday who comes.", ACT_REQUEST,
		"2026-03-06T23:59"},
	    {"the plan", "Tell me what you need and I'll bring it on Friday.",
		ACT_COMMITMENT, "2026-03-06T23:59"},
	    {"the plan", "I'll book the table on Friday.", ACT_COMMITMENT,
		"2026-03-06T23:59"},
	    /* What one meets for is when one meets. */
	    {"the plan", "Let's meet for the dinner on Friday.", ACT_MEETING,
		"2026-03-06T23:59"},
	};

	dated_check(*state, stories, sizeof(stories) / sizeof(*stories));
}

static void one_meets_when_it_begins(void **state)
{
	static const struct dated stories[] = {
	    {"the plan",
		"The meeting on Friday starts at 11:30 and lasts till 1:00.",
		ACT_MEETING, "2026-03-06T11:30"},
	    {"the plan", "Let's meet on Thursday until noon.", ACT_MEETING,
		"2026-03-05T12:00"},
	};

	dated_check(*state, stories, sizeof(stories) / sizeof(*stories));
}

static void a_reminder_has_the_time_that_it_is_asked_for(void **state)
{
	static const struct dated stories[] = {
	    {"the plan", "Please remind me of the oak on Thursday.",
		ACT_REQUEST, "2026-03-05T23:59"},
	};

	dated_check(*state, stories, sizeof(stories) / sizeof(*stories));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_meeting_is_when_it_begins),
	    cmocka_unit_test(what_is_spoken_of_is_not_due_then),
	    cmocka_unit_test(days_in_a_row_are_due_when_they_are_over),
	    cmocka_unit_test(what_moves_a_meeting_says_when_it_is),
	    cmocka_unit_test(the_time_of_something_else_is_not_due),
	    cmocka_unit_test(one_meets_when_it_begins),
	    cmocka_unit_test(a_reminder_has_the_time_that_it_is_asked_for),
	};

	return cmocka_run_group_tests_name(
	    "attach", tests, rulebook_open, rulebook_close);
}
