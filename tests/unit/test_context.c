/* SPDX-License-Identifier: ISC */
/*
 * Times that leave their day or week to the sentences around them, to the
 * question that they answer, to the subject or to what is quoted.
 */
#include "base/arena.h"
#include "engine/detect.h"
#include "mail/read.h"
#include "rule/rules.h"
#include "rulebook.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* When the last act of a kind in a letter of Monday, 2 March 2026, is due. */
static const char *due_of(struct rulebook *f, const char *subject,
    const char *text, enum act_kind kind)
{
	static const struct me nobody = {.name = ""};
	struct stamp then = {.utc_s = 1772442000, .zone_min = 60};
	const struct act *last = NULL;
	const char *bytes = arena_printf(f->arena,
	    "From: Ann Hall <ann@a.example>\n"
	    "To: Ben Moor <ben@b.example>\n"
	    "Subject: %s\nMessage-ID: <1@a.example>\n"
	    "Date: Mon, 2 Mar 2026 10:00:00 +0100\n\n%s\n",
	    subject, text);
	struct letter *l =
	    mail_read(f->arena, rules_language(f->rules, "en")->reading, bytes,
		strlen(bytes), then);
	const struct findings *r =
	    detect(f->arena, f->rules, l, &nobody, DIRECTION_UNKNOWN);

	for (size_t i = 0; i < r->n_acts; i++)
		if (r->acts[i].kind == kind && r->acts[i].confidence >= 0.5)
			last = &r->acts[i];
	if (!last)
		return "no act";
	if (!last->due.is_set)
		return "";
	return arena_strndup(
	    f->arena, civil_format(f->arena, last->due.at), 16);
}

struct story {
	const char *subject, *text;
	enum act_kind kind;
	const char *due;
};

static void check(struct rulebook *f, const struct story *stories, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const struct story *s = &stories[i];
		const char *due = due_of(f, s->subject, s->text, s->kind);

		if (strcmp(due, s->due) != 0)
			fail_msg("%s / %s: '%s', not '%s'", s->subject, s->text,
			    due, s->due);
	}
}

static void a_time_of_day_is_on_the_day_named_before(void **state)
{
	static const struct story stories[] = {
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

	check(*state, stories, sizeof(stories) / sizeof(*stories));
}

static void lines_of_times_are_on_the_day_above_them(void **state)
{
	static const struct story stories[] = {
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

	check(*state, stories, sizeof(stories) / sizeof(*stories));
}

static void a_reply_meets_when_the_quoted_letter_says(void **state)
{
	static const struct story stories[] = {
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
		"I shall send it on Friday.\n\nOn Sun, 1 Mar 2026, Ben "
		"wrote:\n> I am in town on 14 and 15 March.",
		ACT_COMMITMENT, "2026-03-06T23:59"},
	};

	check(*state, stories, sizeof(stories) / sizeof(*stories));
}

static void a_time_of_day_without_a_day_is_the_next_one(void **state)
{
	static const struct story stories[] = {
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

	check(*state, stories, sizeof(stories) / sizeof(*stories));
}

static void a_weekday_is_in_the_week_named_before(void **state)
{
	static const struct story stories[] = {
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

	check(*state, stories, sizeof(stories) / sizeof(*stories));
}

static void a_weekday_is_the_date_that_was_asked_about(void **state)
{
	static const struct story stories[] = {
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
	};

	check(*state, stories, sizeof(stories) / sizeof(*stories));
}

static void then_is_the_time_named_before(void **state)
{
	static const struct story stories[] = {
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

	check(*state, stories, sizeof(stories) / sizeof(*stories));
}

static void what_is_spoken_of_is_not_due_then(void **state)
{
	static const struct story stories[] = {
	    {"the plan", "Please send me more about Friday.", ACT_REQUEST, ""},
	    {"the plan", "I'll talk to the bank regarding Friday.",
		ACT_COMMITMENT, ""},
	    {"the plan", "Could you talk to him for 10 minutes?", ACT_REQUEST,
		""},
	    {"the plan", "What about Friday?", ACT_MEETING, "2026-03-06T23:59"},
	    {"the plan", "Please send it on or about 6 March.", ACT_REQUEST,
		"2026-03-06T23:59"},
	};

	check(*state, stories, sizeof(stories) / sizeof(*stories));
}

static void a_day_that_has_just_passed_is_not_a_year_ahead(void **state)
{
	static const struct story stories[] = {
	    {"the plan", "Please send me the talk of 27 February.", ACT_REQUEST,
		""},
	    {"the plan", "Please send it by 27 September.", ACT_REQUEST,
		"2026-09-27T23:59"},
	    {"the plan", "Please send it by 27 February 2027.", ACT_REQUEST,
		"2027-02-27T23:59"},
	};

	check(*state, stories, sizeof(stories) / sizeof(*stories));
}

static void days_in_a_row_are_due_when_they_are_over(void **state)
{
	static const struct story stories[] = {
	    {"the plan", "The meeting will be held on 12 March - 14 March.",
		ACT_MEETING, "2026-03-14T23:59"},
	    {"the plan", "The interviews will be on March 12 and 13.",
		ACT_MEETING, "2026-03-13T23:59"},
	    {"the plan", "The meeting will be on 12 March from 2 to 4 pm.",
		ACT_MEETING, "2026-03-12T14:00"},
	};

	check(*state, stories, sizeof(stories) / sizeof(*stories));
}

static void what_moves_a_meeting_says_when_it_is(void **state)
{
	static const struct story stories[] = {
	    {"the plan", "The interview is moved to Thursday at 3 pm.",
		ACT_MEETING, "2026-03-05T15:00"},
	};

	check(*state, stories, sizeof(stories) / sizeof(*stories));
}

static void the_time_of_something_else_is_not_due(void **state)
{
	static const struct story stories[] = {
	    {"the plan", "I'll send you the notes of our call next Friday.",
		ACT_COMMITMENT, ""},
	    {"the plan", "I'll get back to you about the visit on 12 March.",
		ACT_COMMITMENT, ""},
	    {"the plan", "Please comment on the draft dated 12 March.",
		ACT_REQUEST, ""},
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

	check(*state, stories, sizeof(stories) / sizeof(*stories));
}

static void one_meets_when_it_begins(void **state)
{
	static const struct story stories[] = {
	    {"the plan",
		"The meeting on Friday starts at 11:30 and lasts till 1:00.",
		ACT_MEETING, "2026-03-06T11:30"},
	    {"the plan", "Let's meet on Thursday until noon.", ACT_MEETING,
		"2026-03-05T12:00"},
	};

	check(*state, stories, sizeof(stories) / sizeof(*stories));
}

static void a_reminder_has_the_time_that_it_is_asked_for(void **state)
{
	static const struct story stories[] = {
	    {"the plan", "Please remind me of the oak on Thursday.",
		ACT_REQUEST, "2026-03-05T23:59"},
	};

	check(*state, stories, sizeof(stories) / sizeof(*stories));
}

static void a_date_on_another_weekday_is_a_slip(void **state)
{
	static const struct story stories[] = {
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

	check(*state, stories, sizeof(stories) / sizeof(*stories));
}

static void a_day_is_in_the_month_named_before(void **state)
{
	static const struct story stories[] = {
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
	    {"the plan", "I was away in February. Let's meet on the 23rd.",
		ACT_MEETING, "2026-03-23T23:59"},
	    {"the plan",
		"I am back in April. The oak is old. It rains. I like that. "
		"Let's meet on the 23rd.",
		ACT_MEETING, "2026-03-23T23:59"},
	};

	check(*state, stories, sizeof(stories) / sizeof(*stories));
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
	    cmocka_unit_test(what_is_spoken_of_is_not_due_then),
	    cmocka_unit_test(a_day_that_has_just_passed_is_not_a_year_ahead),
	    cmocka_unit_test(days_in_a_row_are_due_when_they_are_over),
	    cmocka_unit_test(what_moves_a_meeting_says_when_it_is),
	    cmocka_unit_test(the_time_of_something_else_is_not_due),
	    cmocka_unit_test(one_meets_when_it_begins),
	    cmocka_unit_test(a_reminder_has_the_time_that_it_is_asked_for),
	    cmocka_unit_test(a_date_on_another_weekday_is_a_slip),
	    cmocka_unit_test(a_day_is_in_the_month_named_before),
	};

	return cmocka_run_group_tests_name(
	    "context", tests, rulebook_open, rulebook_close);
}
