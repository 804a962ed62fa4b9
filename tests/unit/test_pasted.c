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
	    /* a name that heads, is listed or told of */
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

/* The same of a letter that Ben Moor, the user, has sent or received. */
static size_t requests_of(
    struct rulebook *f, const char *from, const char *to, const char *text)
{
	static const char *addresses[] = {"ben@b.example"};
	static const struct me ben = {"Ben Moor", addresses, 1};
	struct stamp then = {.utc_s = 1772442000, .zone_min = 60};
	const char *bytes = arena_printf(f->arena,
	    "From: %s\nTo: %s\nSubject: The harbour\n"
	    "Message-ID: <1@a.example>\n"
	    "Date: Mon, 2 Mar 2026 10:00:00 +0100\n\n%s\n",
	    from, to, text);
	const struct findings *r = detect(f->arena, f->rules,
	    mail_read(f->arena, rules_language(f->rules, "en")->reading, bytes,
		strlen(bytes), then),
	    &ben, DIRECTION_UNKNOWN);
	size_t n = 0;

	for (size_t i = 0; i < r->n_acts; i++)
		n += r->acts[i].kind == ACT_REQUEST &&
		     r->acts[i].confidence >= 0.5;
	return n;
}

#define ANN  "Ann Hall <ann@a.example>"
#define BEN  "Ben Moor <ben@b.example>"
#define CLEO "Cleo Fern <cleo@c.example>"
#define ASKS "Please send me the plan of the yard.\n"
#define BAR  "*****************************\n"

struct story {
	const char *from, *to, *text;
};

static void what_others_were_told_asks_nothing(void **state)
{
	static const struct story stories[] = {
	    /* a letter to the sender */
	    {ANN, BEN,
		"See below, Ben.\n\nAnn\n\nAnn,\n\nIt was good to see you all. " ASKS
		"\nDora\n"},
	    {ANN, BEN, "For you to know.\n\nDear Ann,\n\n" ASKS},
	    {ANN, BEN, "In\n\n\nAnn Hall,\n\nI am back at the yard. " ASKS},
	    /* one to somebody else, below the reader's */
	    {ANN, BEN,
		"Ben,\n\nThis is what I wrote.\n\nDora,\n\nIt was good to see you. " ASKS
		"\nAnn\n"},
	    {ANN, BEN, "Ben, this is what I wrote.\n\nDear Dora,\n\n" ASKS},
	    {BEN, ANN, "Ann,\n\nThis is what I wrote.\n\nDear all,\n\n" ASKS},
	    {BEN, ANN,
		"The outline of a message to Dora.\n\nDora,\n\nThanks for your letter. " ASKS
		"\nBen\n"},
	    /* what one leads to, between rows of marks or below one */
	    {ANN, BEN,
		"I am also including a letter I sent to Dora.\n\n" BAR ASKS BAR
		"\nAnn\n"},
	    {ANN, BEN,
		"Here is a short note on the yard.\n--------------------\n\n" ASKS},
	    {ANN, BEN,
		"This is the draft of a letter. It is late.\n\n" BAR
		"It rains. " ASKS},
	    /* a draft in the user's name */
	    {ANN, BEN,
		"The Harbour Group:\n\nDora has left us. " ASKS
		"\nSincerely,\n\nBen\n"},
	    {ANN, BEN,
		"How is this?\n\nDear Dora,\n\nIt rains. " ASKS
		"\nBest regards,\n\nBen Moor\n"},
	    /* a sentence of what is quoted */
	    {ANN, BEN,
		ASKS
		"\nAnn\n\nOn Sunday Dora wrote:\n> It rains. Please send me\n> the plan of the yard.\n"},
	};

	for (size_t i = 0; i < sizeof(stories) / sizeof(*stories); i++)
		if (requests_of(*state, stories[i].from, stories[i].to,
			stories[i].text))
			fail_msg("a request: %s", stories[i].text);
}

static void what_looks_like_it_asks(void **state)
{
	static const struct story stories[] = {
	    /* greetings of readers, and of all */
	    {ANN, BEN, "Ben,\n\nIt rains here all day.\n\nBen,\n\n" ASKS},
	    {ANN, BEN, "It rains.\n\nDear Ben,\n\n" ASKS},
	    {ANN, BEN, "Dear all,\n\nIt rains here all day. " ASKS},
	    {ANN, BEN, "Dear Dora,\n\nIt rains here all day. " ASKS},
	    {ANN, BEN, "It rains.\n\nDear Mr. Moor,\n\n" ASKS},
	    {ANN, BEN, "The harbour\nTown\n\nDear Sir,\n\n" ASKS},
	    {BEN, ANN ", " CLEO, "Ann,\n\nIt rains.\n\nCleo,\n\n" ASKS},
	    {BEN, ANN ", " CLEO, "Ann,\n\nIt rains.\n\nClee,\n\n" ASKS},
	    /* the sender's name that signs, or is told of */
	    {ANN, BEN, "It rains.\n\nThanks,\nAnn,\n\n" ASKS},
	    {ANN, BEN, "It rains.\n\nAnn\n\n" ASKS},
	    {ANN, BEN, "The crew:\nDora,\nAnn,\nCleo\n\n" ASKS},
	    {ANN, BEN, "Ann:\n\n" ASKS},
	    {"Ben Hall <hall@a.example>", BEN, "Ben,\n\n" ASKS},
	    /* lines that end so and greet nobody */
	    {ANN, BEN, "Ben,\n\nIt rains.\n\nThanks,\n\n" ASKS "\nAnn\n"},
	    {ANN, BEN, "Ben,\n\nIt rains.\n\nOn the other hand,\n\n" ASKS},
	    {ANN, BEN,
		"Ben,\n\nIt rains. Dora,\nwho is here, is wet.\n\n" ASKS},
	    /* a row of marks that nothing leads over */
	    {ANN, BEN, "It rains.\n\n" BAR ASKS BAR "\nAnn\n"},
	    {ANN, BEN, "It rains.\n\n=========\n\n" ASKS},
	    {ANN, BEN,
		"I have a short note - here it is - - - for you.\n" ASKS},
	    {ANN, BEN, "Here is a short note on the yard.\n\n" ASKS},
	    {ANN, BEN,
		"Here is a short note. It rains. It snows. It hails.\n\n" BAR
		    ASKS},
	    /* behind the second row the sender speaks again */
	    {ANN, BEN, "Here is a short note.\n\n" BAR "It rains.\n" BAR ASKS},
	    {ANN, BEN,
		"Here is a short note.\n\n" BAR
		"It rains.\n\nBen, please send me the plan.\n"},
	    /* thanks to the user at the end, and the sender's own name */
	    {ANN, BEN, "It rains. " ASKS "\nThanks, Ben\n"},
	    {ANN, BEN, "Ben,\n\n" ASKS "\nThanks,\n\nBen\n"},
	    {"Ben Lind <lind@b.example>", BEN, ASKS "\nRegards,\n\nBen\n"},
	    {ANN, BEN, ASKS "\nRegards,\n\nAnn\n"},
	    {ANN, BEN, ASKS "\nBen will be there,\n\nAnn\n"},
	    /* more and less than what is quoted */
	    {ANN, BEN,
		ASKS
		"\nAnn\n\nOn Sunday Dora wrote:\n> Please send me the plan.\n"},
	    {ANN, BEN,
		"Please send me it.\n\nAnn\n\nOn Sunday Dora wrote:\n> Please send me it.\n"},
	    {ANN, BEN,
		ASKS "\nAnn\n\nOn Sunday Dora wrote:\n> "
		     "It rains.\n"},
	};

	for (size_t i = 0; i < sizeof(stories) / sizeof(*stories); i++)
		if (!requests_of(*state, stories[i].from, stories[i].to,
			stories[i].text))
			fail_msg("no request: %s", stories[i].text);
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
	    cmocka_unit_test(what_others_were_told_asks_nothing),
	    cmocka_unit_test(what_looks_like_it_asks),
	    cmocka_unit_test(lost_marks_are_known),
	};

	return cmocka_run_group_tests(tests, rulebook_open, rulebook_close);
}
