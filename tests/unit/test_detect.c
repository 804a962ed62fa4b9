/* SPDX-License-Identifier: ISC */
/* Letters to acts, with the shipped rules: who, by when, and when not. */
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

/* The surest act of a kind, NULL when none is above one half. */
static const struct act *find(const struct findings *f, enum act_kind kind)
{
	const struct act *best = NULL;

	for (size_t i = 0; i < f->n_acts; i++)
		if (f->acts[i].kind == kind && f->acts[i].confidence >= 0.5 &&
		    (!best || f->acts[i].confidence > best->confidence))
			best = &f->acts[i];
	return best;
}

static void sentences_perform_acts(void **state)
{
	static const struct {
		const char *text;
		enum act_kind kind;
	} cases[] = {
	    {"I'll send you the draft.", ACT_COMMITMENT},
	    {"Will do.", ACT_COMMITMENT},
	    {"Let me check with Cleo and get back to you.", ACT_COMMITMENT},
	    {"Could you send me the figures?", ACT_REQUEST},
	    {"Please sign the contract.", ACT_REQUEST},
	    {"What did the bank say?", ACT_QUESTION},
	    {"What did the bank say? :-)", ACT_QUESTION},
	    {"Could you print it? \xf0\x9f\x99\x82", ACT_REQUEST},
	    {"Let's meet on Thursday.", ACT_MEETING},
	    {"Attached is the report.", ACT_FULFILMENT},
	    {"Never mind, I found it.", ACT_CANCEL},
	    {"I need until Wednesday.", ACT_REVISE},
	    {"Tuesday works for me.", ACT_ACCEPT},
	    {"Sorry, I can't make it.", ACT_DECLINE},
	    {"Thanks, got it.", ACT_THANKS},
	    {"It was good talking to you today.", ACT_TALKED},
	    {"I am out of the office until Monday.", ACT_ABSENCE},
	    {"I am confused by the new figures.", ACT_TROUBLE},
	};
	struct rulebook *f = *state;

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		if (!find(rulebook_said(f, cases[i].text), cases[i].kind))
			fail_msg("no %s: %s", act_name(cases[i].kind),
			    cases[i].text);
}

static void formulas_perform_none(void **state)
{
	static const char *const cases[] = {
	    "Please let me know if you have any questions.",
	    "Feel free to call me.",
	    "I will be in London next week.",
	    "I can send it if you like.",
	    "I'll be honest with you.",
	    "Bob will send it.",
	    "We'll see.",
	    "Best regards,",
	    "Thank you for your help.",
	    "I have three cats.",
	    "Who knows?",
	    "Is that even a word? ;-)",
	    "Is that even a word? \xf0\x9f\x98\x89",
	    "If you pass the Alps, please wave! :D",
	    "Let me know how else I can help.",
	    "I let him know that I would speak.",
	    "In neither case can you assume that it holds.",
	    "Can you believe it?",
	    "If you ever come to Vienna, please let me know.",
	    "I want you to be aware of it.",
	    "What is more important, nobody found an error.",
	    "Any questions please contact Dana.",
	    "As in Rome this year, the talk will be given to the whole "
	    "conference.",
	    "I plan to make a presentation of it.",
	    "",
	};
	struct rulebook *f = *state;

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		for (int k = 0; k <= ACT_DEADLINE; k++)
			if (find(rulebook_said(f, cases[i]), (enum act_kind)k))
				fail_msg("a %s: %s", act_name((enum act_kind)k),
				    cases[i]);
}

static void a_date_goes_to_its_own_act(void **state)
{
	struct rulebook *f = *state;
	const struct findings *r = rulebook_said(
	    f, "I'll send the draft by Friday, can you check it by 20 March?");
	const struct act *promise = find(r, ACT_COMMITMENT);
	const struct act *request = find(r, ACT_REQUEST);

	assert_non_null(promise);
	assert_non_null(request);
	assert_string_equal(promise->due.text, "by Friday");
	assert_string_equal(request->due.text, "by 20 March");
}

static void the_last_of_two_days_counts(void **state)
{
	struct rulebook *f = *state;
	const struct act *a = find(
	    rulebook_said(f, "How about Tuesday or Thursday?"), ACT_MEETING);

	assert_non_null(a);
	assert_true(a->due.is_set);
	/* Thursday, 5 March. */
	assert_int_equal(civil_from_stamp(a->due.at).day, 5);
}

static void a_year_is_due_only_as_a_limit(void **state)
{
	static const struct {
		const char *sentence;
		bool is_due;
	} cases[] = {
	    {"Please send me the list of projects in 2027.", false},
	    {"Please send me the figures of this quarter.", false},
	    {"Please send me the list of projects by 2027.", true},
	    {"Please send me the figures by the end of the year.", true},
	};
	struct rulebook *f = *state;

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const struct act *a =
		    find(rulebook_said(f, cases[i].sentence), ACT_REQUEST);

		assert_non_null(a);
		assert_int_equal(a->due.is_set, cases[i].is_due);
	}
}

static void a_name_says_who_is_asked(void **state)
{
	struct rulebook *f = *state;
	const struct act *a = find(
	    rulebook_said(f, "Cleo, could you send the figures?"), ACT_REQUEST);

	assert_non_null(a);
	assert_int_equal(a->who, WHO_NAMED);
	assert_string_equal(a->who_name, "Cleo Fern");
	a = find(rulebook_said(f, "Could you send the figures?"), ACT_REQUEST);
	assert_non_null(a);
	assert_int_equal(a->who, WHO_RECIPIENT);
}

/* The date of the first request or promise, "" when it has none. */
static void dates_beside_a_sentence_are_its_own(void **state)
{
	static const struct {
		const char *text, *due;
	} cases[] = {
	    {"Please send the plan.\nDue: Friday", "2026-03-06"},
	    {"Please send the plan.\n\nNeeded by: 12/3", "2026-03-12"},
	    {"Please send the plan.\nBy Thursday.", "2026-03-05"},
	    {"Please send me the plan. Sometime next week.", "2026-03-13"},
	    {"Please send me the plan. Tomorrow morning.", "2026-03-03"},
	    {"Could you please send me the title and a short abstract of your "
	     "presentation by the end of today?",
		"2026-03-02"},
	    {"Could you read the plan? Sometime this week?", "2026-03-06"},
	    {"I'll send you the plan. Is Monday soon enough?", "2026-03-09"},
	    {"Please send me the plan. End of next week is fine.",
		"2026-03-13"},
	    {"Could you book the dinner on March 20? They need to know by "
	     "Friday.",
		"2026-03-06"},
	    {"> Can you send the slides by March 9?\nWill do.", "2026-03-09"},
	    {"> Could you please send it on Wednesday?\nSure, I will.",
		"2026-03-04"},
	    /* Not those of something else, or of another time. */
	    {"Please send the plan by Tuesday.\nDue: Friday", "2026-03-03"},
	    {"Please send the plan.\nAll is well.\nDue: Friday", ""},
	    {"Please send the plan.\nReturn: Saturday", ""},
	    {"Please send me the plan. Happy Friday!", ""},
	    {"Please send me the plan. We are closed on Friday.", ""},
	    {"Please send me the plan. See you on Monday.", ""},
	    {"> Can you send the slides tomorrow?\nWill do.", ""},
	    {"> Can you come on Monday or on March 9?\nWill do.", ""},
	    {"> Can you send the slides by March 9?\n"
	     "I will send you the other ones that we have first.",
		""},
	};
	struct rulebook *f = *state;

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct findings *r = rulebook_said(f, cases[i].text);
		const struct act *a = find(r, ACT_REQUEST);

		a = a ? a : find(r, ACT_COMMITMENT);
		if (!a || a->due.is_set != !!*cases[i].due ||
		    (a->due.is_set && !strstr(civil_format(f->arena, a->due.at),
					  cases[i].due)))
			fail_msg("%s", cases[i].text);
	}
}

/* The due of the last act of a kind, "" when it has none. */
static const char *last_due(
    struct rulebook *f, const char *text, enum act_kind kind)
{
	const struct findings *r = rulebook_said(f, text);
	const char *due = "no such act";

	for (size_t i = 0; i < r->n_acts; i++)
		if (r->acts[i].kind == kind && r->acts[i].confidence >= 0.5)
			due = r->acts[i].due.is_set
				  ? civil_format(f->arena, r->acts[i].due.at)
				  : "";
	return due;
}

static void by_when_an_answer_is_wanted_is_no_date_of_a_promise(void **state)
{
	assert_string_equal(
	    last_due(*state, "I'll send you the plan. Let me know by Friday.",
		ACT_COMMITMENT),
	    "");
}

static void a_date_alone_asks_nothing(void **state)
{
	assert_string_equal(
	    last_due(
		*state, "Could you read it? Sometime this week?", ACT_QUESTION),
	    "no such act");
	assert_string_not_equal(
	    last_due(*state, "Can we meet? Friday at 3?", ACT_MEETING), "");
}

static void a_date_belongs_to_the_side_that_names_it(void **state)
{
	static const char text[] =
	    "Please tell me what you need and I will get it by Monday.";
	struct rulebook *f = *state;

	assert_string_equal(last_due(f, text, ACT_REQUEST), "");
	assert_non_null(
	    strstr(last_due(f, text, ACT_COMMITMENT), "2026-03-09"));
	assert_non_null(strstr(
	    last_due(f,
		"Please tell me by Monday what you need, and I will get it.",
		ACT_REQUEST),
	    "2026-03-09"));
}

static void an_hour_is_of_the_day_that_was_named(void **state)
{
	struct rulebook *f = *state;

	assert_non_null(
	    strstr(last_due(f,
		       "We can meet tomorrow morning, starting at 9:00.\n"
		       "Around 11:15 we shall go to lunch with you.",
		       ACT_MEETING),
		"2026-03-03T11:15"));
}

static void digits_are_in_the_named_part_of_the_day(void **state)
{
	static const struct {
		const char *text, *due;
	} cases[] = {
	    {"Let's meet this evening at 7:00.", "2026-03-02T19:00"},
	    {"Let's meet tomorrow afternoon at 3:30.", "2026-03-03T15:30"},
	    {"Let's meet tomorrow morning at 7:00.", "2026-03-03T07:00"},
	    {"Let's meet tomorrow at 7:00.", "2026-03-03T07:00"},
	};
	struct rulebook *f = *state;

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const struct act *a =
		    find(rulebook_said(f, cases[i].text), ACT_MEETING);

		assert_non_null(a);
		if (!strstr(civil_format(f->arena, a->due.at), cases[i].due))
			fail_msg("%s: %s", cases[i].text,
			    civil_format(f->arena, a->due.at));
	}
}

static void every_act_names_its_rules(void **state)
{
	struct rulebook *f = *state;
	const struct act *a =
	    find(rulebook_said(f, "I'll send you the draft."), ACT_COMMITMENT);

	assert_non_null(a);
	assert_true(a->n_rules >= 1);
	assert_string_equal(a->text, "I'll send you the draft.");
}

static void adverts_perform_none(void **state)
{
	struct rulebook *f = *state;
	const struct findings *r = rulebook_said(f,
	    "Are you tired of high prices? Please call us today!\n\n"
	    "Click here for our special offer.\n\n"
	    "To unsubscribe, reply with REMOVE.");

	assert_true(r->is_bulk);
	assert_int_equal(r->n_acts, 0);
}

static void automatic_mail_says_only_who_is_away(void **state)
{
	struct rulebook *f = *state;
	const struct findings *r = rulebook_detect(f,
	    "From: Ann <ann@a.example>\nTo: ben@b.example\n"
	    "Subject: Out of office\nAuto-Submitted: auto-replied\n"
	    "Date: Mon, 2 Mar 2026 10:00:00 +0100\n\n"
	    "I am out of the office until Monday. Please call Cleo.\n",
	    DIRECTION_IN);

	assert_true(r->is_bulk);
	assert_non_null(find(r, ACT_ABSENCE));
	assert_null(find(r, ACT_REQUEST));
}

/* A yes to what is quoted is a promise, with the date that it names. */
static void a_yes_means_what_stands_above_it(void **state)
{
	static const struct {
		const char *quoted, *answer;
		bool promises, dated;
	} table[] = {
	    {"> Can you send me the plan?", "Yes, by Friday.", true, true},
	    {"> Please bring the keys.", "Sure.", true, false},
	    {"> Have you seen the plan?", "Yes.", false, false},
	    {"> Can you send me the plan?", "Yes, I sent it.", false, false},
	    {"> Can you send me the plan?", "No.", false, false},
	    {"> I bring the keys.", "Sure.", false, false},
	};

	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
		struct rulebook *f = *state;
		const struct findings *found = rulebook_said(
		    f, arena_printf(f->arena,
			   "On 1 Mar 2026, Ben <ben@b.example> wrote:\n%s\n\n"
			   "%s\n",
			   table[i].quoted, table[i].answer));
		const struct act *act = find(found, ACT_COMMITMENT);

		assert_int_equal(act != NULL, table[i].promises);
		assert_int_equal(act && act->due.is_set, table[i].dated);
	}
}

static void a_letter_without_text_has_no_acts(void **state)
{
	struct rulebook *f = *state;

	assert_int_equal(rulebook_detect(f, "", DIRECTION_UNKNOWN)->n_acts, 0);
	assert_int_equal(
	    rulebook_detect(f, "\xff\xfe\n\n\xff?", DIRECTION_OUT)->is_bulk,
	    false);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(sentences_perform_acts),
	    cmocka_unit_test(formulas_perform_none),
	    cmocka_unit_test(a_date_goes_to_its_own_act),
	    cmocka_unit_test(the_last_of_two_days_counts),
	    cmocka_unit_test(a_year_is_due_only_as_a_limit),
	    cmocka_unit_test(a_name_says_who_is_asked),
	    cmocka_unit_test(dates_beside_a_sentence_are_its_own),
	    cmocka_unit_test(
		by_when_an_answer_is_wanted_is_no_date_of_a_promise),
	    cmocka_unit_test(a_date_alone_asks_nothing),
	    cmocka_unit_test(a_date_belongs_to_the_side_that_names_it),
	    cmocka_unit_test(an_hour_is_of_the_day_that_was_named),
	    cmocka_unit_test(digits_are_in_the_named_part_of_the_day),
	    cmocka_unit_test(every_act_names_its_rules),
	    cmocka_unit_test(adverts_perform_none),
	    cmocka_unit_test(automatic_mail_says_only_who_is_away),
	    cmocka_unit_test(a_yes_means_what_stands_above_it),
	    cmocka_unit_test(a_letter_without_text_has_no_acts),
	};

	return cmocka_run_group_tests_name(
	    "detect", tests, rulebook_open, rulebook_close);
}
