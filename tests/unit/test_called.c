/* SPDX-License-Identifier: ISC */
/* Whom a letter's sentences ask, as the names in them say. */
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

/* The name in the last act of a letter to Ben and Cleo; "" for all. */
static const char *asked_in(struct rulebook *f, const char *text)
{
	const struct findings *r = rulebook_said(f, text);
	const struct act *last = NULL;

	for (size_t i = 0; i < r->n_acts; i++)
		if (r->acts[i].kind == ACT_REQUEST &&
		    r->acts[i].confidence >= 0.5)
			last = &r->acts[i];
	return last ? last->who_name : "nothing asked";
}

static void whom_a_sentence_calls_is_asked(void **state)
{
	static const struct {
		const char *text, *who;
	} cases[] = {
	    {"Cleo, could you send the figures?", "Cleo Fern"},
	    {"Thanks Cleo, could you send the figures?", "Cleo Fern"},
	    {"P.S. Cleo, could you send the figures?", "Cleo Fern"},
	    {"Cleo - please send the figures.", "Cleo Fern"},
	    {"Cleo Fern: please send the figures.", "Cleo Fern"},
	    {"Cleo,\n\nThe plan is good. Please send the figures.",
		"Cleo Fern"},
	    {"Hi Cleo,\n\nPlease send the figures.", "Cleo Fern"},
	    {"Ben,\n\nThe plan is good.\n\nCleo:\n\nPlease send the figures.",
		"Cleo Fern"},
	    {"Cleo, Ben,\n\nPlease send the figures.", "Cleo Fern"},
	    {"Hi Cleo, the plan is good. Please send the figures.",
		"Cleo Fern"},
	    {"Hi Cleo, all is well.\n\nBen, please send the figures.",
		"Ben Moor"},
	    {"Cleo- please send the figures.", "Cleo Fern"},
	    {"cleo, could you send the figures?", "Cleo Fern"},
	    {"@Cleo can you send the figures?", "Cleo Fern"},
	    {"Cleo please send the figures.", "Cleo Fern"},
	    {"Ben, it is late (I think, Cleo please send the figures).",
		"Cleo Fern"},
	    {"Could you send the figures, Cleo?", "Cleo Fern"},
	    {"Hello.\n\nCleo, the plan is good. Please send the figures.",
		"Cleo Fern"},
	    {"Hello.\n\nCleo, the plan is good.\n\nPlease send the figures.",
		""},
	    {"Hello.\n\nCleo Fern, the head of the team, is here. Please "
	     "send the figures.",
		""},
	    {"Cle, could you send the figures?", "Cleo Fern"},
	    {"Moo, could you send the figures?", "Ben Moor"},
	    {"Cley, could you send the figures?", ""},
	    {"Moi, could you send the figures?", ""},
	    /* Nobody is called, or nobody who is known. */
	    {"Please send the figures to my assistant, Cleo.", ""},
	    {"Could you send the figures to Dana, Cleo?", ""},
	    {"cleo sent them, could you send the figures?", ""},
	    {"Could you all, and Dave, please send the figures?", ""},
	    {"Can you all read it, and Cleo, please send the figures.", ""},
	    {"Cleo and I talked, please send the figures.", ""},
	    {"I saw Cleo, please send the figures.", ""},
	    {"Please send Cleo the figures.", ""},
	    {"Dave, please send the figures.", ""},
	    {"I asked Dave for it.\n\nDAVE: please send the figures.", "DAVE"},
	    {"We asked Dave about it. Dave, please send the figures.", "Dave"},
	    {"I like Mondays. Dave, please send the figures.", ""},
	    {"Cleo,\n\nThe plan is good.\n\nDave,\n\nPlease send the "
	     "figures.",
		"Dave"},
	    {"Dave:\n\nPlease send the figures.", "Dave"},
	    {"Dave Hill,\n\nPlease send the figures.", "Dave Hill"},
	    {"The plan is good.\n\nQuestions:\n\nPlease send the figures.", ""},
	    {"All,\n\nPlease send the figures.", ""},
	    {"Cleo,\n\nThe plan is good.\n\nAll,\n\nPlease send the "
	     "figures.",
		""},
	    {"Cleo,\n\nThe plan is good.\n\nThanks,\n\nPlease send the "
	     "figures.",
		""},
	    {"Ann,\n\nPlease send the figures.", ""},
	    {"Could you send the figures?", ""},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const char *who = asked_in(*state, cases[i].text);

		if (strcmp(who, cases[i].who) != 0)
			fail_msg("%s: '%s'", cases[i].text, who);
	}
}

/* The last request in a letter to Cleo, the user, and others. */
static const char *asked_of_cleo(
    struct rulebook *f, const char *to, const char *text)
{
	static const char *addresses[] = {"cleo@c.example"};
	static const struct me cleo = {"Cleo Fern", addresses, 1};
	struct stamp then = {.utc_s = 1772442000, .zone_min = 60};
	const struct language *l = rules_language(f->rules, "en");
	const char *bytes = arena_printf(f->arena,
	    "From: Ann Hall <ann@a.example>\nTo: %s\n"
	    "Subject: the draft\nMessage-ID: <1@a.example>\n"
	    "Date: Mon, 2 Mar 2026 10:00:00 +0100\n\n%s\n",
	    to, text);
	const struct findings *r = detect(f->arena, f->rules,
	    mail_read(f->arena, l->reading, bytes, strlen(bytes), then), &cleo,
	    DIRECTION_IN);
	const char *who = "nothing asked";

	for (size_t i = 0; i < r->n_acts; i++)
		if (r->acts[i].kind == ACT_REQUEST &&
		    r->acts[i].confidence >= 0.5)
			who = r->acts[i].who_name;
	return who;
}

static void the_user_is_told_from_whom_one_speaks_of(void **state)
{
	static const char two[] =
	    "Sheila Moor <moor@b.example>, Cleo Fern <cleo@c.example>";
	static const char alone[] = "Cleo Fern <cleo@c.example>";
	static const struct {
		const char *to, *text, *who;
	} cases[] = {
	    {two, "So please check with Cleo on this.", "Sheila Moor"},
	    {two, "Please send it to Cleo and me.", "Sheila Moor"},
	    {two, "Cleo Fern\tDirector\n\nPlease send it.", ""},
	    {two, "Please send it, Cleo.", ""},
	    {two, "Could you please send it Cleo?", ""},
	    {two, "Cleo, please ask Cleo Fern for it.", "cleo@c.example"},
	    {two, "Cleo please send it.", "cleo@c.example"},
	    {alone, "So please check with Cleo on this.", ""},
	    {alone, "Clo,\n\nPlease send it.", ""},
	    {two, "Dave,\n\nPlease send it.", "Dave"},
	    {two, "Fern,\n\nPlease send it.", "cleo@c.example"},
	    {"", "Dave:\n\nPlease send it.", "Dave"},
	    {"", "Cleo,\n\nPlease send it.", ""},
	    /* A line of a form calls nobody. */
	    {two, "Sheila:\n\nName:  Cleo Fern\n\nPlease send it.",
		"Sheila Moor"},
	    {two, "Sheila:\n\nRoom 3: Cleo Fern,\n\nPlease send it.",
		"Sheila Moor"},
	    {two, "PS: Cleo, please send it.", "cleo@c.example"},
	    {two, "PS: Cleo,\n\nPlease send it.", "cleo@c.example"},
	    {two, "Dear Sheila:\n\nPlease send it.", "Sheila Moor"},
	    /* Whom one told of and asks, for the rest of the paragraph too. */
	    {two,
		"I will ask Dora for it.\n\nDora: please call him. Please send it.",
		"Dora"},
	    {two,
		"I will ask Dora for it.\n\nDora: please call him.\n\nPlease send it.",
		""},
	    /* A slip of the pen in the name. */
	    {two, "Shiela, please send it.", "Sheila Moor"},
	    {two, "Shela, please send it.", "Sheila Moor"},
	    {two, "Sheilla, please send it.", "Sheila Moor"},
	    {two, "Sheika, please send it.", "Sheila Moor"},
	    {two, "Shelby, please send it.", ""},
	    {two, "Clea, please send it.", ""},
	    {two, "Ceila, please send it.", ""},
	    /* Lists of names. */
	    {two, "Action: Sheila and Cleo to call the bank", "cleo@c.example"},
	    {two, "Action: Sheila, Dora and Ben to call the bank", "Sheila"},
	    {two, "Action: Sheila Moor/Ben to call the bank", "Sheila Moor"},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const char *who =
		    asked_of_cleo(*state, cases[i].to, cases[i].text);

		if (strcmp(who, cases[i].who) != 0)
			fail_msg("%s: '%s'", cases[i].text, who);
	}
}

/* The last request in a letter of the user Cleo's own. */
static const char *asked_by_cleo(
    struct rulebook *f, const char *to, const char *cc, const char *text)
{
	static const char *addresses[] = {"cleo@c.example"};
	static const struct me cleo = {"Cleo Fern", addresses, 1};
	struct stamp then = {.utc_s = 1772442000, .zone_min = 60};
	const char *bytes = arena_printf(f->arena,
	    "From: Cleo Fern <cleo@c.example>\n%s%s"
	    "Subject: the draft\nMessage-ID: <1@c.example>\n"
	    "Date: Mon, 2 Mar 2026 10:00:00 +0100\n\n%s\n",
	    to, cc, text);
	const struct findings *r = detect(f->arena, f->rules,
	    mail_read(f->arena, rules_language(f->rules, "en")->reading, bytes,
		strlen(bytes), then),
	    &cleo, DIRECTION_OUT);
	const char *who = "nothing asked";

	for (size_t i = 0; i < r->n_acts; i++)
		if (r->acts[i].kind == ACT_REQUEST &&
		    r->acts[i].confidence >= 0.5)
			who = r->acts[i].who_name;
	return who;
}

static void who_is_greeted_is_asked_where_nobody_is_written_to(void **state)
{
	static const char to[] = "To: Robert Hill <rh@b.example>\n";
	static const char cc[] =
	    "Cc: Cleo Fern <cleo@c.example>, Sheila Moor <moor@b.example>\n";
	static const struct {
		const char *to, *cc, *text, *who;
	} cases[] = {
	    {"", cc, "Dave,\n\nPlease send it.", "Dave"},
	    {"To: Cleo <cleo@c.example>\n", cc, "Dave,\n\nPlease send it.",
		"Dave"},
	    /* A reader by another name, or all of them. */
	    {to, cc, "Bob,\n\nPlease send it.", ""},
	    {to, "", "Bob,\n\nPlease send it.", ""},
	    {"", cc, "Sheila,\n\nPlease send it.", "Sheila Moor"},
	    {"", cc, "Hi all,\n\nPlease send it.", ""},
	    {"", cc, "Please send it.\n\nCleo", ""},
	    {"", cc, "Thanks,\n\nPlease send it.", ""},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const char *who = asked_by_cleo(
		    *state, cases[i].to, cases[i].cc, cases[i].text);

		if (strcmp(who, cases[i].who) != 0)
			fail_msg("%s: '%s'", cases[i].text, who);
	}
}

static void lists_say_who_is_to_do_what_by_when(void **state)
{
	static const struct {
		const char *text, *who, *due;
	} cases[] = {
	    {"Action: Cleo to call the bank by 6/3", "Cleo", "2026-03-06"},
	    {"Action items:\n- Ben to call the bank\n"
	     "- Cleo: update the plan by 6/3",
		"Cleo", "2026-03-06"},
	    {"Next steps\n\nBen to call the bank\nCleo to update the plan",
		"Cleo", ""},
	    {"This is what we said:\n\nWho   What   When\nBen Moor   the figures of May   9/3\n"
	     "Cleo Fern   the draft of part two   10/3",
		"Cleo Fern", "2026-03-10"},
	    {"Cleo to our surprise came on 6/3.", "nothing asked", ""},
	    {"Cleo Fern wrote the draft of part two on 6/3.", "nothing asked",
		""},
	    {"The action of the play is slow.", "nothing asked", ""},
	};
	struct rulebook *f = *state;

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const char *who = asked_in(f, cases[i].text);
		const struct findings *r = rulebook_said(f, cases[i].text);
		const struct act *last =
		    r->n_acts ? &r->acts[r->n_acts - 1] : NULL;

		if (!strstr(who, cases[i].who))
			fail_msg("%s: '%s'", cases[i].text, who);
		if (*cases[i].due &&
		    (!last->due.is_set ||
			!strstr(civil_format(f->arena, last->due.at),
			    cases[i].due)))
			fail_msg("%s: not due then", cases[i].text);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(whom_a_sentence_calls_is_asked),
	    cmocka_unit_test(the_user_is_told_from_whom_one_speaks_of),
	    cmocka_unit_test(
		who_is_greeted_is_asked_where_nobody_is_written_to),
	    cmocka_unit_test(lists_say_who_is_to_do_what_by_when),
	};

	return cmocka_run_group_tests_name(
	    "called", tests, rulebook_open, rulebook_close);
}
