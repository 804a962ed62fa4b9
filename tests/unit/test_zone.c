/* SPDX-License-Identifier: ISC */
/* Which text is new: quotes of all programs, and text that looks like one. */
#include "base/arena.h"
#include "base/fold.h"
#include "mail/zone.h"
#include "model/letter.h"
#include "model/reading.h"
#include "tongue.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct example {
	const char *text, *want;
};

static void check(const struct example *table, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct arena *a = arena_new();

		assert_string_equal(
		    tongue_new_text(a, tongue_letter(a, table[i].text)),
		    table[i].want);
		arena_free(a);
	}
}

#define CHECK(table) check(table, sizeof(table) / sizeof((table)[0]))

static void attributions_begin_quotes(void **state)
{
	static const struct example table[] = {
	    {"Fine.\n\nOn 4 May 2021 at 09:12, Ida <ida@x.example> wrote:\n"
	     "> Lunch?\n",
		"Fine."},
	    {"Fine.\nOn Tue, 4 May 2021, Ida Long-Name via the List <\n"
	     "list+ida-1234567890@lists.x.example>\nwrote:\n\n> Lunch?\n",
		"Fine."},
	    {"Fine.\n\n2021-05-04 9:12 GMT+02:00 Ida <ida@x.example>:\n\n"
	     "> Lunch?\n",
		"Fine."},
	    {"Gut.\n\nIda Lang <ida@x.example> schrieb am Di., 4. Mai 2021, "
	     "09:12:\n\n> Essen?\n",
		"Gut."},
	    {"Bien.\n\nLe mar. 4 mai 2021 \xc3\xa0 09:12, Ida\n"
	     "<ida@x.example> a \xc3\xa9"
	     "crit :\n\nOn mange ?\n",
		"Bien."},
	    {"\xe5\xa5\xbd\xe3\x80\x82\n\nIda <ida@x.example> "
	     "\xe4\xba\x8e"
	     "2021\xe5\xb9\xb4"
	     "5\xe6\x9c\x88"
	     "4\xe6\x97\xa5"
	     "\xe5\x86\x99\xe9\x81\x93\xef\xbc\x9a\n> ?\n",
		"\xe5\xa5\xbd\xe3\x80\x82"},
	    {"Fine.\n\n---- Ida Long wrote ----\n\n> Lunch?\n", "Fine."},
	};

	(void)state;
	CHECK(table);
}

static void text_between_and_below_quotes_is_new(void **state)
{
	static const struct example table[] = {
	    {"On 4 May 2021, Ida <ida@x.example> wrote:\n> When?\nAt noon.\n"
	     "> Where?\nIn the hall.\n",
		"At noon. In the hall."},
	    {"On 4 May 2021, Ida <ida@x.example> wrote:\n> When?\n\nNoon.\n",
		"Noon."},
	    {"Ida> When?\nIda> And where?\n\nNoon.\n", "Noon."},
	    {">> deep\n> less deep\n\nNoon.\n", "Noon."},
	};

	(void)state;
	CHECK(table);
}

static void blocks_of_headers_begin_quotes(void **state)
{
	static const struct example table[] = {
	    {"Done.\n\nFrom: Ida <ida@x.example>\nSent: Tuesday, 4 May 2021\n"
	     "To: Olaf\nSubject: Lunch\n\nLunch?\n",
		"Done."},
	    {"Done.\n\n*From:* Ida\n*Sent:* Tuesday, May 04, 2021 9:12 AM\n"
	     "*To:* Olaf\n*Subject:* Lunch\n\nLunch?\n",
		"Done."},
	    {"Erledigt.\n________________________________\nVon: Ida\n"
	     "Gesendet: Dienstag, 4. Mai 2021 09:12\nAn: Olaf\n"
	     "Betreff: Essen\n\nEssen?\n",
		"Erledigt."},
	    {"Gotowe.\n\nTemat: Obiad\nData: 4 maja 2021 09:12\n"
	     "Od: Ida <ida@x.example>\nDo: Olaf\n\nObiad?\n",
		"Gotowe."},
	    {"Done.\n\n-----Original Message-----\nFrom: Ida\n\nLunch?\n",
		"Done."},
	};

	(void)state;
	CHECK(table);
}

static void lotus_notes_blocks_begin_quotes(void **state)
{
	static const struct example table[] = {
	    {"Ida,\n\nyes.\n\nOlaf\n\n\n\n\nIda Long\n05/04/99 09:12 AM\n"
	     "To: Olaf Short/LON/X@X, Uwe \nMoor/LON/X@X\ncc:  \n"
	     "Subject: Lunch\n\nLunch?\n",
		"Ida, yes. Olaf"},
	    {"Yes.\n\n\"Long, Ida\" <ida@x.example> on 05/04/99 09:12:00 AM\n"
	     "To: Olaf Short\ncc:  \n\nSubject: Lunch\n\nLunch?\n",
		"Yes."},
	    {"Yes.\n\n   \n\tX Corp.\n\t\n\tFrom:  Ida Long          05/04/99 "
	     "09:12 AM\n\t\n\nTo: Olaf Short\ncc:  \nSubject: Lunch\n\n?\n",
		"Yes."},
	    {"FYI\n---------------------- Forwarded by Olaf Short on 05/04/99 "
	     "\n09:12 AM ---------------------------\n\n\nIda Long\n"
	     "05/04/99 09:10 AM\nTo: Olaf\nSubject: Lunch\n\nLunch?\n",
		"FYI"},
	    {"Yes.\n\n\"Long, Ida\" <ida@x.example> on 05/04/1999 \n09:12:00 "
	     "AM\nTo: Olaf Short\ncc:  \nSubject: Lunch\n\nLunch?\n",
		"Yes."},
	    {"Yes.\n\n\n\nTo: Olaf Short/LON/X@X\ncc:  \nSubject: Lunch\n\n"
	     "Lunch?\n",
		"Yes."},
	    {"Post it thus:\nTo: olaf@x.example\nSubject: Lunch\n",
		"Post it thus: To: olaf@x.example Subject: Lunch"},
	};

	(void)state;
	CHECK(table);
}

static void a_bare_forward_has_no_new_text(void **state)
{
	static const struct example table[] = {
	    {"---------- Forwarded message ---------\nFrom: Ida\n"
	     "Date: Tue, 4 May 2021\nSubject: Lunch\nTo: Olaf\n\nLunch?\n",
		""},
	    {"> Begin forwarded message:\n>\n> From: Ida <ida@x.example>\n"
	     "> Subject: Lunch\n>\n> Lunch?\n",
		""},
	    {"-------- Message transf\xc3\xa9r\xc3\xa9 --------\nSujet : \tx\n"
	     "De : \tIda\n\nOn mange ?\n",
		""},
	    {"Return-Path: <ida@x.example>\nReceived: from mx.x.example by\n"
	     "mail.x.example; Tue, 4 May 1999 09:12:00 +0200\n"
	     "From: ida@x.example\nSubject: Lunch\n\nLunch?\n",
		""},
	    {"See below.\n\nForwarded message:\n\n> From: Ida\n> To: Olaf\n>\n"
	     "> Lunch?\n\nI shall go.\n",
		"See below. I shall go."},
	};

	(void)state;
	CHECK(table);
}

static void signatures_are_not_new_text(void **state)
{
	static const struct example table[] = {
	    {"See you.\n-- \nIda Long\nX Ltd\n", "See you."},
	    {"See you.\n--\nIda\n", "See you."},
	    {"See you.\n\nSent from my iPhone\n", "See you."},
	    {"Bis dann.\n\nVon meinem iPad gesendet\n", "Bis dann."},
	    {"See you.\n\nBest regards,\nIda\n\nX Ltd, Kiel\n"
	     "Tel. +49 431 5550123\nwww.x.example\n",
		"See you. Best regards, Ida"},
	    {"See you.\n\nIda Long\nida@x.example\n+49 431 5550123\n",
		"See you."},
	    {"See you.\n\nBest,\nIda\n\nP.S. Will you bring the keys?\n",
		"See you. Best, Ida P.S. Will you bring the keys?"},
	};

	(void)state;
	CHECK(table);
}

static void what_machines_append_is_not_new_text(void **state)
{
	static const struct example table[] = {
	    {"See you.\n_______________________________________________\n"
	     "x mailing list\nx@lists.x.example\n",
		"See you."},
	    {"See you.\n\n--------------------------------------\n"
	     "To unsubscribe, e-mail: x-unsubscribe@x.example\n",
		"See you."},
	    {"See you.\n\nThis email and any attachments are confidential "
	     "and intended for the addressee only.\n",
		"See you."},
	    {"CAUTION: This email came from outside.\n\nSee you.\n",
		"See you."},
	};

	(void)state;
	CHECK(table);
}

static void text_that_resembles_a_quote_stays(void **state)
{
	static const char *const table[] = {
	    "On Monday I wrote a letter to Ida. On Tuesday she wrote back.",
	    "On the list:\n- milk\n- bread",
	    "The plan:\nFrom: Kiel\nTo: Bonn\nDate: 5 May\nPlease book it.",
	    "Note: nothing\nResult: nothing either\nCost: 5 EUR",
	    "Prices:\n> 5 pieces: 10 EUR\nelse: 12 EUR",
	    "I compared both -- and the first is better.",
	    "Title\n-----\n\nText.\n\nMore\n----\n\nText.",
	    "Sent from my desk, where it is cold.",
	    "Subject: what I said of it still holds.",
	    "Thanks for the original message about lunch.",
	    "See https://x.example/on-4-may-2021-ida-wrote: it is long",
	    "-- one thing\n-- another thing",
	    "Name\tPrice\nTea\t2.00\nMilk\t1.00",
	    "if (a > b)\n\treturn a --> b;",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
		struct arena *a = arena_new();
		const struct letter *l = tongue_letter(a, table[i]);

		assert_string_equal(tongue_zones(a, l), "n");
		arena_free(a);
	}
}

static void zones_cover_the_text_without_gaps(void **state)
{
	static const char *const table[] = {"", "\n", "\n\n\n", "a", "> a", ">",
	    "> a\nb", "a\n\n\n> b\n\n\nc\n\n", "-- \n", "--\n--\n--",
	    "From:", "From: a@b\nTo:\nSubject:", ":", "On:\n", "wrote:",
	    "\x01q\nin\n\x01"
	    "e\nout\n",
	    "\x01"
	    "e\n\x01"
	    "e\n",
	    "\x01q", "\x01z\nx", "-----Original Message-----", "\xff\xfe> \xc3",
	    "\x01r\n\x01r\nx\n"};

	(void)state;
	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
		struct arena *a = arena_new();
		const struct letter *l = tongue_letter(a, table[i]);
		size_t at = 0;

		for (size_t z = 0; z < l->n_zones; z++) {
			assert_int_equal(l->zones[z].offset, at);
			assert_true(l->zones[z].len_bytes > 0);
			at += l->zones[z].len_bytes;
		}
		assert_int_equal(at, l->text_len);
		assert_null(memchr(l->text, '\x01', l->text_len));
		arena_free(a);
	}
}

static void depth_counts_levels_of_quoting(void **state)
{
	struct arena *a = arena_new();
	const struct letter *l = tongue_letter(
	    a, "Yes.\n\nOn 4 May 2021, Ida wrote:\n> one\n> > two\n");

	(void)state;
	assert_string_equal(tongue_zones(a, l), "naqq");
	assert_int_equal(l->zones[0].depth, 0);
	assert_int_equal(l->zones[2].depth, 1);
	assert_int_equal(l->zones[3].depth, 2);
	arena_free(a);
}

/* A hundred thousand lines that all ask for a look around. */
static void hostile_text_takes_linear_time(void **state)
{
	static const char *const table[] = {"To: a\n", "wrote:\n", "> a\nb\n",
	    "--\n", "On 4 May 2021\n", "Thanks,\n", "\x01q\n", "-----\n\n",
	    "To\n", "a\nTo\n\n", "          Ida          To: a\n",
	    "| To: a |\n", "a--- On b\n", "Please respond to a@b\n",
	    "[Olaf] x\n", "Sent from my x\n\n", "P.S.\n\nSent from my x\n\n",
	    "---- Forwarded by a\n\nx\n", "- a.doc\n", "> When?\nNow.\n",
	    "05/04/99 09:12 AM\nTo: a\n"};
	const size_t n = 20000;

	(void)state;
	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
		struct arena *a = arena_new();
		size_t len = strlen(table[i]);
		char *text = arena_alloc(a, n * len + 1);

		for (size_t k = 0; k < n; k++)
			memcpy(text + k * len, table[i], len);
		(void)tongue_letter(a, text);
		arena_free(a);
	}
}

/* reading_line() folds ASCII alone: it leaves the rest to the files. */
static void phrases_in_the_files_are_folded(void **state)
{
	struct arena *a = arena_new();
	const struct reading_words *words = tongue_load(a);

	(void)state;
	for (size_t k = 0; k < READING_KINDS; k++) {
		const struct reading_list *list = &words->lists[k];

		assert_true(list->n > 0);
		for (size_t i = 0; i < list->n; i++) {
			const struct reading_phrase *p = &list->phrases[i];
			char *fold = arena_alloc(a, p->len_bytes + 1U);
			size_t n = fold_text(fold, p->text, p->len_bytes);

			assert_string_equal(
			    fold, arena_strndup(a, p->text, p->len_bytes));
			assert_int_equal(n, p->len_bytes);
		}
	}
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(attributions_begin_quotes),
	    cmocka_unit_test(text_between_and_below_quotes_is_new),
	    cmocka_unit_test(blocks_of_headers_begin_quotes),
	    cmocka_unit_test(lotus_notes_blocks_begin_quotes),
	    cmocka_unit_test(a_bare_forward_has_no_new_text),
	    cmocka_unit_test(signatures_are_not_new_text),
	    cmocka_unit_test(what_machines_append_is_not_new_text),
	    cmocka_unit_test(text_that_resembles_a_quote_stays),
	    cmocka_unit_test(zones_cover_the_text_without_gaps),
	    cmocka_unit_test(depth_counts_levels_of_quoting),
	    cmocka_unit_test(hostile_text_takes_linear_time),
	    cmocka_unit_test(phrases_in_the_files_are_folded),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
