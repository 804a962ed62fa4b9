/* SPDX-License-Identifier: ISC */
/* Where sentences begin and end, and which quoted question they answer. */
#include "base/arena.h"
#include "mail/sentence.h"
#include "model/letter.h"
#include "parted.h"
#include "tongue.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/limits.h"

static void rows_of_a_table_are_sentences(void **state)
{
	static const struct parted table[] = {
	    {"Who       What                             When\n"
	     "Ann       renew the lease of the cellar    July 10\n"
	     "all       read the statutes                July 30",
		"Who What When|Ann renew the lease of the cellar July 10|"
		"all read the statutes July 30"},
	    {"| Ann | renew the lease of the old cellar | July 10 |\n"
	     "| Ben | read the statutes | July 30 |",
		"| Ann | renew the lease of the old cellar | July 10 |||"
		" Ben | read the statutes | July 30 |"},
	    {"The lease of the cellar   that we have had for years is\n"
	     "about to end, so I   wrote to the owner.",
		"The lease of the cellar that we have had for years is "
		"about to end, so I wrote to the owner."},
	    {"The lease that we have had for all these years ends\n"
	     "July 10.",
		"The lease that we have had for all these years ends "
		"July 10."},
	};

	(void)state;
	PARTED_CHECK(table);
}

static void small_letters_begin_sentences_too(void **state)
{
	static const struct parted table[] = {
	    {"about 800. send me the sheet. do you have it? ok! fine.",
		"about 800.|send me the sheet.|do you have it?|ok!|fine."},
	    {"Ask Ann.  she knows it.", "Ask Ann.|she knows it."},
	    /* Who writes capitals has an abbreviation there. */
	    {"The mtg. at noon is off.", "The mtg. at noon is off."},
	    {"i have five vol. of it, nuts etc. and e.g. oil. fine.",
		"i have five vol. of it, nuts etc. and e.g. oil.|fine."},
	    {"it is 5 p.m. on monday. see a.b for more... or not.",
		"it is 5 p.m. on monday.|see a.b for more... or not."},
	    {"Hi Ann,\n\nit rains. so what", "Hi Ann,|it rains.|so what"},
	    {"It rains.\n\nWe won. so what", "It rains.|We won. so what"},
	};

	(void)state;
	PARTED_CHECK(table);
}

static void lines_end_small_sentences_where_none_were_filled(void **state)
{
	static const struct parted table[] = {
	    {"can you bring the drill\nand whats the code\nill do tea",
		"can you bring the drill|and whats the code|ill do tea"},
	    {"that was late\ni asked,\nand got no answer",
		"that was late|i asked, and got no answer"},
	    {"i looked for the\nkey", "i looked for the key"},
	    /* The next word would have gone on the line. */
	    {"are we still on for the market, its at the town hall this time\n"
	     "or at the quay\nlast year we had the corner stall by the well and "
	     "it was grand there",
		"are we still on for the market, its at the town hall this "
		"time|or at the quay|last year we had the corner stall by "
		"the well and it was grand there"},
	    /* It would not. */
	    {"so the man came about the boiler and he had the wrong pump with\n"
	     "him and went off to the depot and that was the last of him for\n"
	     "the day",
		"so the man came about the boiler and he had the wrong pump "
		"with him and went off to the depot and that was the last of "
		"him for the day"},
	    /* Whole paragraphs are on one line. */
	    {"we went to see the house on the hill and it has no roof to speak "
	     "of but the view would make up for a lot of rain\n\nwhat do you "
	     "make of it, is it a folly at our age\nand would you lend us the "
	     "ladder some day",
		"we went to see the house on the hill and it has no roof to "
		"speak of but the view would make up for a lot of rain|what do "
		"you make of it, is it a folly at our age|and would you lend "
		"us the ladder some day"},
	    /* Who writes capitals breaks lines for no reason. */
	    {"Can you bring\nthe drill and\nthe ladder",
		"Can you bring the drill and the ladder"},
	};

	(void)state;
	PARTED_CHECK(table);
}

static void smileys_belong_to_what_is_before_them(void **state)
{
	static const struct parted table[] = {
	    {"Are you lost? :) I am.", "Are you lost? :)|I am."},
	    {"It rains :-( but we come ;-)) Bye",
		"It rains :-(|but we come ;-))|Bye"},
	    {"Yes. :D :P Go on.", "Yes. :D :P|Go on."},
	    {"Bring: (a) tea; (b) oil.", "Bring: (a) tea; (b) oil."},
	    {"See http://x.example/a :Po it", "See http://x.example/a :Po it"},
	    {"Time :) ", "Time :)"},
	};

	(void)state;
	PARTED_CHECK(table);
}

static void marks_end_sentences(void **state)
{
	static const struct parted table[] = {
	    {"I shall come. Will you? Good!", "I shall come.|Will you?|Good!"},
	    {"Really?! Yes... Well.", "Really?!|Yes...|Well."},
	    {"He said \"no.\" (Not yet.) So be it.",
		"He said \"no.\"|(Not yet.)|So be it."},
	    {"It is done.Thanks for it.", "It is done.|Thanks for it."},
	    {"\xe6\x98\x8e\xe6\x97\xa5\xe3\x80\x82\xe5\xa5\xbd\xef\xbc\x9f",
		"\xe6\x98\x8e\xe6\x97\xa5\xe3\x80\x82|\xe5\xa5\xbd\xef\xbc\x9f"},
	};

	(void)state;
	PARTED_CHECK(table);
}

static void dots_inside_words_end_nothing(void **state)
{
	static const struct parted table[] = {
	    {"Dr. J. Lang pays 3.50 at 9.30 a.m. on Monday.",
		"Dr. J. Lang pays 3.50 at 9.30 a.m. on Monday."},
	    {"See http://x.example/a.b?c. It is short.",
		"See http://x.example/a.b?c.|It is short."},
	    {"Ask Ida.Long@x.example or read notes.txt today.",
		"Ask Ida.Long@x.example or read notes.txt today."},
	    {"Bring tea, milk etc. We start at 5 p.m. Be there.",
		"Bring tea, milk etc.|We start at 5 p.m.|Be there."},
	    {"Wait ... not yet. Go on.", "Wait ... not yet.|Go on."},
	    {"Das ist z.B. Tee. Gut.", "Das ist z.B. Tee.|Gut."},
	    {"I use Yahoo! mail for it.", "I use Yahoo! mail for it."},
	};

	(void)state;
	PARTED_CHECK(table);
}

static void a_time_goes_on_with_its_day(void **state)
{
	static const struct parted table[] = {
	    {"Let us talk at 5 p.m. Thursday. Bye.",
		"Let us talk at 5 p.m. Thursday.|Bye."},
	    {"It starts at 9:30 a.m. Monday in the hall.",
		"It starts at 9:30 a.m. Monday in the hall."},
	    {"Call me at 5p.m. Friday, please.",
		"Call me at 5p.m. Friday, please."},
	    {"We meet at 5 p.m. March 3.", "We meet at 5 p.m. March 3."},
	    {"It is due by 5 p.m. EST on Monday.",
		"It is due by 5 p.m. EST on Monday."},
	    {"Come on Sat. March 3 at noon.", "Come on Sat. March 3 at noon."},
	    {"Send it by 5 p.m.\nThursday at the latest.",
		"Send it by 5 p.m. Thursday at the latest."},
	    /* Ends of sentences all the same. */
	    {"We start at 5 p.m. Thursday is free.",
		"We start at 5 p.m.|Thursday is free."},
	    {"We start at 5 p.m. Monday works too.",
		"We start at 5 p.m.|Monday works too."},
	    {"We start at 5 p.m. May I bring Ida?",
		"We start at 5 p.m.|May I bring Ida?"},
	    {"We start at 5 p.m. Bring Ida.", "We start at 5 p.m.|Bring Ida."},
	    {"We start at 5p.m. Bring Ida.", "We start at 5p.m.|Bring Ida."},
	    {"We start at 5 p.m.\nThursday is free.",
		"We start at 5 p.m.|Thursday is free."},
	    {"We start at 5 p.m.\nIda", "We start at 5 p.m.|Ida"},
	    {"It is from M.\nThanks", "It is from M.|Thanks"},
	    {"See you on Fri.\nThanks", "See you on Fri.|Thanks"},
	    {"12 Long Ave.\nPort Town", "12 Long Ave.|Port Town"},
	    {"See you then.\nIda", "See you then.|Ida"},
	    {"It is 20mm. 5 are more.", "It is 20mm.|5 are more."},
	    {"We need No. 5 of them.", "We need No. 5 of them."},
	    {"It is on the 21st. Come.", "It is on the 21st.|Come."},
	    {"No. Thursday, please.", "No.|Thursday, please."},
	    {"No. March 3 is better.", "No.|March 3 is better."},
	    {"Tea, milk etc. Thursday I am out.",
		"Tea, milk etc.|Thursday I am out."},
	    {"At 5 p.m.", "At 5 p.m."},
	};

	(void)state;
	PARTED_CHECK(table);
}

static void a_figure_may_begin_a_wrapped_line(void **state)
{
	static const struct parted table[] = {
	    {"Can we meet around\n6:00 tomorrow?",
		"Can we meet around 6:00 tomorrow?"},
	    {"I will call you at\n555 1234 by\n5 pm.",
		"I will call you at 555 1234 by 5 pm."},
	    {"Es geht erst gegen\n18 Uhr los.",
		"Es geht erst gegen 18 Uhr los."},
	    {"On vient vers\n6 heures.", "On vient vers 6 heures."},
	    /* Tables, addresses and lists stay apart. */
	    {"Agenda\n10:00 Start\n11:00 Talk",
		"Agenda|10:00 Start|11:00 Talk"},
	    {"Long Road 5\n10115 Berlin", "Long Road 5|10115 Berlin"},
	    {"It ends at 6 pm ET\n5 people come",
		"It ends at 6 pm ET|5 people come"},
	    {"I come from\n\n6 places", "I come from|6 places"},
	    {"I know what it is for\nIda", "I know what it is for|Ida"},
	    {"Two points about\n1. the car\n2. the van",
		"Two points about|- the car|- the van"},
	    {"That is it.\n6 are left.", "That is it.|6 are left."},
	};

	(void)state;
	PARTED_CHECK(table);
}

static void wrapped_lines_are_joined(void **state)
{
	static const struct parted table[] = {
	    {"I looked at all of the figures that you gave me, and I think\n"
	     "Monday is the better day for it.",
		"I looked at all of the figures that you gave me, and I think "
		"Monday is the better day for it."},
	    {"I will send it\nto you.", "I will send it to you."},
	    {"We signed it all this morning. Please print both of the copies\n"
	     "(2) and take them to Ann.",
		"We signed it all this morning.|Please print both of the "
		"copies (2) and take them to Ann."},
	    {"Take it if Ann says ok. 9:30 is bad.",
		"Take it if Ann says ok.|9:30 is bad."},
	    {"First part of the list follows here, as long as a line is\n"
	     "wrapped.\n\nSecond",
		"First part of the list follows here, as long as a line is "
		"wrapped.|Second"},
	};

	(void)state;
	PARTED_CHECK(table);
}

static void short_lines_stand_alone(void **state)
{
	static const struct parted table[] = {
	    {"Bob,\nCan you call me?\nThanks\nIda",
		"Bob,|Can you call me?|Thanks|Ida"},
	    {"Hi Bob\nplease call.\n", "Hi Bob|please call."},
	    {"To do:\n- call Ida\n- write to Uwe, who\n  waits\n* rest",
		"To do:|- call Ida|- write to Uwe, who waits|- rest"},
	    {"1. Call Ida.\n2) Call Uwe.\n(a) Rest",
		"- Call Ida.|- Call Uwe.|- Rest"},
	    {"***\n\n---- \n:-)\n", ""},
	};

	(void)state;
	PARTED_CHECK(table);
}

static void abbreviations_and_numbers_end_nothing(void **state)
{
	static const struct parted table[] = {
	    {"Mr. Short and Mrs. J. R. Long come. Good.",
		"Mr. Short and Mrs. J. R. Long come.|Good."},
	    {"Ask J.R. Long about it. He knows.",
		"Ask J.R. Long about it.|He knows."},
	    {"Use e.g. tea or i.e. milk. Done.",
		"Use e.g. tea or i.e. milk.|Done."},
	    {"It costs 1.250,50 or $3.5 million. OK?",
		"It costs 1.250,50 or $3.5 million.|OK?"},
	    {"We meet at 9.30 a.m. or 10:15 p.m. Monday is fine.",
		"We meet at 9.30 a.m. or 10:15 p.m.|Monday is fine."},
	    {"See No. 5 and Fig. 7. Then call.",
		"See No. 5 and Fig. 7.|Then call."},
	    {"X Ltd. pays. Y Inc. does not. Z Co. may.",
		"X Ltd. pays.|Y Inc. does not.|Z Co. may."},
	    {"Version 2.4.1 is out. Get it.", "Version 2.4.1 is out.|Get it."},
	    {"On 4.5.2021 we start. Come.", "On 4.5.2021 we start.|Come."},
	    {"Wir treffen uns am 4. Mai um 9 Uhr. Gut?",
		"Wir treffen uns am 4. Mai um 9 Uhr.|Gut?"},
	    {"Le 1er janv. 2021 on part. Bien.",
		"Le 1er janv. 2021 on part.|Bien."},
	    {"Das sind ca. 5 Mio. Euro. Gut.",
		"Das sind ca. 5 Mio. Euro.|Gut."},
	    {"I am in the U.S. until Friday. Call me.",
		"I am in the U.S. until Friday.|Call me."},
	    {"So do I. Will you come?", "So do I.|Will you come?"},
	};

	(void)state;
	PARTED_CHECK(table);
}

static void ellipses_and_links_end_nothing(void **state)
{
	static const struct parted table[] = {
	    {"Well... I shall see.", "Well...|I shall see."},
	    {"I think ... maybe on Friday. Or ... no.",
		"I think ... maybe on Friday.|Or ... no."},
	    {"Wait\xe2\x80\xa6 not yet. Now.",
		"Wait\xe2\x80\xa6 not yet.|Now."},
	    {"Read https://x.example/a.b/c?d=e!f. Then call.",
		"Read https://x.example/a.b/c?d=e!f.|Then call."},
	    {"Read www.x.example. It is short.",
		"Read www.x.example.|It is short."},
	    {"Is it (see x.example/?q) right? Yes.",
		"Is it (see x.example/?q) right?|Yes."},
	    {"Write to ida@x.example. She knows.",
		"Write to ida@x.example.|She knows."},
	    {"Open C:\\plan.doc or ../plan.txt. Then print.",
		"Open C:\\plan.doc or ../plan.txt.|Then print."},
	    {"What?? Really?! No!!! Yes.", "What??|Really?!|No!!!|Yes."},
	    {"(Is it done?) Yes.", "(Is it done?)|Yes."},
	    {"She said \"come!\" and left. I stayed.",
		"She said \"come!\" and left.|I stayed."},
	    {"Great :-) See you. Bye ;)", "Great :-)|See you.|Bye ;)"},
	};

	(void)state;
	PARTED_CHECK(table);
}

static void labelled_lines_stand_apart(void **state)
{
	static const struct parted cases[] = {
	    {"Dana - invitations, stamps and the list of the guests\n"
	     "all - bring a cake\nBen -- room",
		"Dana - invitations, stamps and the list of the guests|"
		"all - bring a cake|Ben -- room"},
	    {"ACTION-7: Dana to write the proposal for the new hall\n"
	     "[NEW] ACTION: Ben to read it\nTODO(ann): print it",
		"ACTION-7: Dana to write the proposal for the new hall|"
		"[NEW] ACTION: Ben to read it|TODO(ann): print it"},
	    {"Dana (by Friday): talk to the people of the old hall\n"
	     "Ben \xe2\x86\x92 call Zoe",
		"Dana (by Friday): talk to the people of the old hall|"
		"Ben \xe2\x86\x92 call Zoe"},
	    /* One such line alone is wrapped text. */
	    {"Dana - I have thought about what you said yesterday and\n"
	     "think that it is right.",
		"Dana - I have thought about what you said yesterday and "
		"think that it is right."},
	    {"We went to see the new hall with the others and then\n"
	     "Dana: the owner was there.",
		"We went to see the new hall with the others and then "
		"Dana: the owner was there."},
	};

	(void)state;
	PARTED_CHECK(cases);
}

static void lists_and_headings_stand_apart(void **state)
{
	static const struct parted table[] = {
	    {"Please:\n1. call Ida\n2. call Uwe\n10. rest",
		"Please:|- call Ida|- call Uwe|- rest"},
	    {"a) tea\nb) milk\niv) bread", "- tea|- milk|- bread"},
	    {"(1) tea\n(2) milk", "- tea|- milk"},
	    {"There are some things to be bought for the party on the lawn\n"
	     "(1) tea for everybody who does not drink coffee in the morning\n"
	     "(2) milk",
		"There are some things to be bought for the party on the lawn|"
		"- tea for everybody who does not drink coffee in the morning|"
		"- milk"},
	    {"Buy these\n(2) milk", "Buy these|- milk"},
	    {"\xe2\x80\xa2 tea is here. Buy milk\n\xe2\x80\xa2 bread",
		"- tea is here.|- Buy milk|- bread"},
	    {"- send the plan to everybody who comes on Friday, and\n"
	     "  to Ida\n- rest",
		"- send the plan to everybody who comes on Friday, and to "
		"Ida|- rest"},
	    {"PLAN\n\nWe start.", "PLAN|We start."},
	    {"Plan\n----\nWe start.", "Plan|We start."},
	    {"5. May is fine.\nThanks", "- May is fine.|Thanks"},
	    {"A. Long comes.\nGood.", "A. Long comes.|Good."},
	    {"-5 degrees are cold.", "-5 degrees are cold."},
	    {"*Please* call.", "*Please* call."},
	    {"Tea\t2.00\nMilk\t1.00", "Tea 2.00|Milk 1.00"},
	};

	(void)state;
	PARTED_CHECK(table);
}

static void wrapping_is_told_from_short_lines(void **state)
{
	static const struct parted table[] = {
	    {"I looked at the figures that you gave me last week and I think that\n"
	     "Ida should look at them too before\nwe send them.",
		"I looked at the figures that you gave me last week and I think "
		"that Ida should look at them too before we send them."},
	    {"Dear Ida,\nI shall come.\nOlaf", "Dear Ida,|I shall come.|Olaf"},
	    {"Hello Ida\n\nI shall come\n\nOlaf",
		"Hello Ida|I shall come|Olaf"},
	    {"Can you\nsend it?", "Can you send it?"},
	    {"Call me at\n+49 431 5550123\nor write.",
		"Call me at|+49 431 5550123 or write."},
	    {"One.\nTwo.\nThree.", "One.|Two.|Three."},
	    {"> a quoted\n> line", ""},
	    {"one  two\xc2\xa0three", "one two three"},
	};

	(void)state;
	PARTED_CHECK(table);
}

#define WIDE_MARK "\xef\xbc\x9f"

/* Sentences with what they stand under: "answer < quoted|...". */
static const char *answers_of(struct arena *a, const char *text)
{
	const struct letter *l = parted_letter(a, text);
	const char *out = "";

	for (size_t i = 0; i < l->n_sentences; i++) {
		const struct sentence *s = &l->sentences[i];
		const struct quoted_text *q =
		    s->answers < l->n_quoted ? &l->quoted[s->answers] : NULL;

		out = arena_printf(a, "%s%s%s%s%s", out, i ? "|" : "", s->text,
		    q ? " < " : "", q ? q->text : "");
		if (!q)
			continue;
		assert_int_equal(q->is_question,
		    strchr(q->text, '?') || strstr(q->text, WIDE_MARK));
		assert_int_equal(l->zones[q->zone].kind, ZONE_QUOTE);
		assert_true(q->offset >= l->zones[q->zone].offset);
		assert_int_equal(l->text[q->offset], q->text[0]);
	}
	return out;
}

#define WROTE "On 4 May 2021, Ida <ida@x.example> wrote:\n"

static void inline_replies_know_what_they_answer(void **state)
{
	static const struct parted table[] = {
	    {WROTE "> I am back.\n> When is it\n> due?\nFriday at noon.\n"
		   "> Nice weather here.\nIndeed.\n",
		"Friday at noon. < When is it due?|"
		"Indeed. < Nice weather here."},
	    {WROTE "> Please send me the plan.\n> Thanks\n> Ida\n\nTomorrow.\n",
		"Tomorrow. < Please send me the plan."},
	    {WROTE "> Can you come? I hope so.\n> Ida\n\nHi Ida,\n\nyes, on "
		   "Friday.\n\nThe plan is done.\n",
		"Hi Ida, < Can you come?|yes, on Friday. < Can you come?|"
		"The plan is done."},
	    {WROTE "> When? Where?\n\nAt noon.\nIn the hall.\n",
		"At noon. < When?|In the hall. < Where?"},
	    {WROTE "> 1. When is it?\n> 2. Where is it?\n\n1. At noon\n"
		   "2. In the hall\n",
		"At noon < When is it?|In the hall < Where is it?"},
	    {WROTE "> When? Where?\n\nWait.\n", "Wait. < Where?"},
	    {WROTE "> When?\n>> Long ago it was said.\n> \n> One. Two.\n"
		   "> Three.\n> Four.\n\nYes.\n",
		"Yes."},
	    {"Yes.\n\n" WROTE "> When?\n", "Yes."},
	    {"On it.\n\n" WROTE "> When?\n> Ida\n\nNoon.\n",
		"On it.|Noon. < When?"},
	    {"Yes.\n-- \nx\n", "Yes."},
	    {WROTE ">\n>\nYes.\n", "Yes."},
	    {WROTE "> \xe4\xbd\x95\xe6\x99\x82\xef\xbc\x9f\nYes.\n",
		"Yes. < \xe4\xbd\x95\xe6\x99\x82\xef\xbc\x9f"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
		struct arena *a = arena_new();

		assert_string_equal(
		    answers_of(a, table[i].text), table[i].want);
		arena_free(a);
	}
}

static void an_answer_under_ones_name_is_found_in_a_quote(void **state)
{
	struct arena *a = arena_new();
	struct letter *l = tongue_letter_from(a, "Olaf Short",
	    "See below.\n\n-----Original Message-----\nFrom: Ida\n"
	    "Subject: Plan\n\nCan you send it?\n[Olaf] Yes, on Friday.\n\n"
	    "Bye\n");

	(void)state;
	sentences_find(a, tongue_load(a), l);
	assert_string_equal(tongue_zones(a, l), "naqanq");
	assert_int_equal(l->n_sentences, 2);
	assert_string_equal(l->sentences[1].text, "Yes, on Friday.");
	assert_string_equal(
	    l->quoted[l->sentences[1].answers].text, "Can you send it?");
	arena_free(a);
}

static void spans_point_into_the_text(void **state)
{
	struct arena *a = arena_new();
	const struct letter *l =
	    parted_letter(a, "Hi Bob,\n\n- call\n  Ida soon. Now?\n-- \nx\n");

	(void)state;
	assert_true(l->n_sentences > 2);
	for (size_t i = 0; i < l->n_sentences; i++) {
		const struct sentence *s = &l->sentences[i];
		const struct zone *z = &l->zones[s->zone];

		assert_true(s->offset >= z->offset);
		assert_true(
		    s->offset + s->len_bytes <= z->offset + z->len_bytes);
		assert_int_equal(l->text[s->offset], s->text[0]);
		assert_int_equal(strlen(s->text), s->text_len);
	}
	arena_free(a);
}

static void odd_text_is_bounded(void **state)
{
	static const char *const units[] = {"a", ".", "a. B", "\n", "- ",
	    "\xc3\xa9", "(", "a\n", "A?\n", "> ?\nb\n", "\xe3\x80\x82"};
	const size_t n = 30000;

	(void)state;
	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++) {
		struct arena *a = arena_new();
		size_t len = strlen(units[i]);
		char *text = arena_alloc(a, n * len + 1);
		const struct letter *l;

		for (size_t k = 0; k < n; k++)
			memcpy(text + k * len, units[i], len);
		l = parted_letter(a, text);
		assert_true(l->n_sentences <= LIMIT_SENTENCES);
		for (size_t k = 0; k < l->n_sentences; k++)
			assert_true(
			    l->sentences[k].len_bytes <= LIMIT_SENTENCE_BYTES);
		arena_free(a);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(marks_end_sentences),
	    cmocka_unit_test(rows_of_a_table_are_sentences),
	    cmocka_unit_test(small_letters_begin_sentences_too),
	    cmocka_unit_test(lines_end_small_sentences_where_none_were_filled),
	    cmocka_unit_test(smileys_belong_to_what_is_before_them),
	    cmocka_unit_test(dots_inside_words_end_nothing),
	    cmocka_unit_test(a_time_goes_on_with_its_day),
	    cmocka_unit_test(a_figure_may_begin_a_wrapped_line),
	    cmocka_unit_test(wrapped_lines_are_joined),
	    cmocka_unit_test(short_lines_stand_alone),
	    cmocka_unit_test(abbreviations_and_numbers_end_nothing),
	    cmocka_unit_test(ellipses_and_links_end_nothing),
	    cmocka_unit_test(labelled_lines_stand_apart),
	    cmocka_unit_test(lists_and_headings_stand_apart),
	    cmocka_unit_test(wrapping_is_told_from_short_lines),
	    cmocka_unit_test(inline_replies_know_what_they_answer),
	    cmocka_unit_test(an_answer_under_ones_name_is_found_in_a_quote),
	    cmocka_unit_test(spans_point_into_the_text),
	    cmocka_unit_test(odd_text_is_bounded),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
