/* SPDX-License-Identifier: ISC */
/*
 * What is pasted below a letter asks little; a postscript is the sender's own.
 */
#include "base/arena.h"
#include "engine/detect.h"
#include "engine/marks.h"
#include "mail/read.h"
#include "rule/rules.h"
#include "rulebook.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Six sentences that no postscript has. */
#define ARTICLE \
	"The harbour was closed for most of the winter.\n\n" \
	"Nobody knew when the ships would come back to it.\n\n" \
	"The owners of the yard had sold the last of their cranes.\n\n" \
	"In spring the first of the boats lay at the old pier.\n\n" \
	"People came from the hills to look at the new engines.\n\n" \
	"The town had not seen as many strangers in a long time.\n\n"

static struct letter *letter(struct rulebook *f, const char *text)
{
	struct stamp then = {.utc_s = 1772442000, .zone_min = 60};
	const char *bytes = arena_printf(f->arena,
	    "From: Ann Hall <ann@a.example>\n"
	    "To: Ben Moor <ben@b.example>\n"
	    "Subject: The harbour\nMessage-ID: <1@a.example>\n"
	    "Date: Mon, 2 Mar 2026 10:00:00 +0100\n\n%s\n",
	    text);

	return mail_read(f->arena, rules_language(f->rules, "en")->reading,
	    bytes, strlen(bytes), then);
}

/* How many requests, surer than not, a letter of Ann Hall makes. */
static size_t requests(struct rulebook *f, const char *text)
{
	static const struct me nobody = {.name = ""};
	const struct findings *r = detect(
	    f->arena, f->rules, letter(f, text), &nobody, DIRECTION_UNKNOWN);
	size_t n = 0;

	for (size_t i = 0; i < r->n_acts; i++)
		n += r->acts[i].kind == ACT_REQUEST &&
		     r->acts[i].confidence >= 0.5;
	return n;
}

static void what_is_pasted_asks_little(void **state)
{
	static const char *const cases[] = {
	    "Here is what the paper says.\n\nAnn\n\n" ARTICLE
	    "You should sign the list of the yard.\n",
	    "It rained.\n\nRegards,\nAnn Hall\n\n" ARTICLE
	    "You should sign the list of the yard.\n",
	    "> Did it rain?\n\nIt rained.\n\nAnn\n\n" ARTICLE
	    "You should sign the list of the yard.\n",
	    "It rained.\n\nThank you,\nAnn\n\n" ARTICLE
	    "You should sign the list of the yard.\n" ARTICLE,
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		if (requests(*state, cases[i]))
			fail_msg("a request: %s", cases[i]);
}

/* A leaflet below the name that says plainly what its reader is to do. */
static void what_is_pasted_may_ask_plainly(void **state)
{
	static const char text[] = "It rained.\n\nAnn\n\n" ARTICLE
				   "Could you please send me your answer?\n";

	assert_int_equal(requests(*state, text), 1);
}

static void what_the_sender_wrote_asks(void **state)
{
	static const char *const cases[] = {
	    /* above the name, however much is pasted */
	    "You should sign the list of the yard.\n\nAnn\n\n" ARTICLE,
	    /* a postscript, and one above what is pasted */
	    "It rained.\n\nAnn\n\nPS: You should sign the list of the yard.\n",
	    "It rained.\n\nAnn\n\nYou should sign the list of the yard.\n\n" ARTICLE,
	    /* answers among what is quoted, with the name above them */
	    "See below.\n\nAnn\n\n> Who has the plan of the yard?\n\n" ARTICLE
	    "You should sign the list of the yard.\n",
	    /* no name, and another's */
	    "It rained.\n\n" ARTICLE "You should sign the list of the yard.\n",
	    "It rained.\n\nBen\n\n" ARTICLE
	    "You should sign the list of the yard.\n",
	    "It rained.\n\nDora Lind\n\n" ARTICLE
	    "You should sign the list of the yard.\n",
	    /* a name that greets, heads, is listed or told of */
	    "It rained.\n\nHi Ann,\n\n" ARTICLE
	    "You should sign the list of the yard.\n",
	    "It rained.\n\nAnn:\n\n" ARTICLE
	    "You should sign the list of the yard.\n",
	    "Those who come:\nDora Lind\nAnn Hall\nBen Moor\n\n" ARTICLE
	    "You should sign the list of the yard.\n",
	    "It rained.\n\nAnn was there when it did.\n\n" ARTICLE
	    "You should sign the list of the yard.\n",
	    /* the first line */
	    "Ann Hall\n\n" ARTICLE "You should sign the list of the yard.\n",
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		if (requests(*state, cases[i]) != 1)
			fail_msg("no request: %s", cases[i]);
}

static void lost_marks_are_known(void **state)
{
	static const struct {
		const char *text;
		bool lost;
	} cases[] = {
	    {"It rains.? It snows.? It hails.", true},
	    {"In May,? June,? and July it rains.", true},
	    {"The?ships and the?cranes are gone.", true},
	    {"Does it rain? It does. Or is it snow?", false},
	    {"It rains.? Does it?", false},
	    {"What? No. Really? Yes.", false},
	    {"", false},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		if (marks_are_lost(letter(*state, cases[i].text)) !=
		    cases[i].lost)
			fail_msg("%s", cases[i].text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_is_pasted_asks_little),
	    cmocka_unit_test(what_is_pasted_may_ask_plainly),
	    cmocka_unit_test(what_the_sender_wrote_asks),
	    cmocka_unit_test(lost_marks_are_known),
	};

	return cmocka_run_group_tests(tests, rulebook_open, rulebook_close);
}
