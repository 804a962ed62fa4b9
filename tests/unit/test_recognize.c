/* SPDX-License-Identifier: ISC */
/* Which language a letter is in, and by whose rules it is then read. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "engine/detect.h"
#include "mail/read.h"
#include "model/language.h"
#include "rule/recognize.h"
#include "rule/rules.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

struct fixture {
	struct arena *arena;
	struct diag *diag;
	struct rules *rules;
};

static struct fixture fixture;

static int set_up(void **state)
{
	static const char *const dirs[] = {"rules"};

	fixture.arena = arena_new();
	fixture.diag = diag_new();
	*state = &fixture;
	return rules_load(dirs, 1, 0, fixture.diag, &fixture.rules) !=
	       STATUS_OK;
}

static int tear_down(void **state)
{
	(void)state;
	rules_free(fixture.rules);
	diag_free(fixture.diag);
	arena_free(fixture.arena);
	return 0;
}

/* Detects in a letter of that text; prefer is the user's language. */
static struct findings *detected(const char *text, const char *prefer)
{
	static const struct me nobody = {.name = ""};
	const char *bytes = arena_printf(fixture.arena,
	    "From: Ann <ann@a.example>\nTo: ben@b.example\n"
	    "Date: Mon, 2 Mar 2026 10:00:00 +0100\n"
	    "Message-ID: <x@a.example>\nContent-Type: text/plain; "
	    "charset=utf-8\n\n%s\n",
	    text);
	const struct stamp now = {1772440000, 60};

	rules_prefer(fixture.rules, prefer);
	return detect(fixture.arena, fixture.rules,
	    mail_read(fixture.arena,
		rules_language(fixture.rules, NULL)->reading, bytes,
		strlen(bytes), now),
	    &nobody, DIRECTION_UNKNOWN);
}

static const struct {
	const char *text, *language;
} letters[] = {
    {"I will send you the draft on Friday.", "en"},
    {"Ich schicke dir den Entwurf am Freitag.", "de"},
    {"Ich schick dir das naechste Woche, Gruss", "de"},
    {"ok, mach ich", "de"},
    {"The German word for it is Feierabend.", "en"},
    {"Das nennt sich dort \"the end of the day\", glaube ich, aber nur so.",
	"de"},
    /* a short answer is in the language of what it quotes */
    {"Montag?\n\n> Wann hast du denn Zeit?\n> Ich kann nicht.", "de"},
    {"OK!\n\nOn Monday Ben wrote:\n> can you do it by then?", "en"},
    /* the new text decides, whatever it quotes */
    {"Das schicke ich dir.\n\nOn Monday Ben wrote:\n"
     "> could you send me the list of the people that come?",
	"de"},
    /* none that is known */
    {"Je te remercie pour les photos que tu nous as envoy\303\251es, les "
     "enfants ont beaucoup ri et ma m\303\250re les a accroch\303\251es "
     "dans la cuisine, est-ce que tu viens nous voir cet \303\251t\303\251?",
	""},
};

static void new_text_shows_its_language(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(letters) / sizeof(letters[0]); i++) {
		const char *got = detected(letters[i].text, "en")->language;

		if (strcmp(got, letters[i].language) != 0)
			fail_msg("'%s' is '%s'", letters[i].text, got);
	}
}

static void what_shows_none_is_in_the_users(void **state)
{
	(void)state;
	assert_string_equal(detected("OK!", "en")->language, "en");
	assert_string_equal(detected("OK!", "de")->language, "de");
	assert_string_equal(detected("", "de")->language, "de");
	/* of a language without rules, that with most stands in */
	assert_string_equal(detected("OK!", "qq")->language, "en");
}

static void other_languages_are_hardly_believed(void **state)
{
	const struct findings *f = detected(letters[9].text, "en");

	(void)state;
	assert_int_equal(f->n_acts, 1);
	assert_true(f->acts[0].confidence < 0.5);
}

static void counting_ends_when_it_is_plain(void **state)
{
	struct language_signs signs = {0};
	struct buf text = BUF_EMPTY;

	(void)state;
	for (int i = 0; i < 1000; i++)
		buf_puts(&text, "and the ");
	recognize_add(fixture.rules, &signs, buf_text(&text), text.len_bytes);
	assert_true(signs.is_plain);
	assert_true(signs.n_words < 20);
	buf_release(&text);
}

static void odd_bytes_are_no_words(void **state)
{
	struct language_signs signs = {0};

	(void)state;
	recognize_add(fixture.rules, &signs, "\xff\xfe\xc3", 3);
	recognize_add(fixture.rules, &signs, "", 0);
	assert_null(recognize_best(fixture.rules, &signs));
	assert_false(recognize_is_foreign(&signs));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(new_text_shows_its_language),
	    cmocka_unit_test(what_shows_none_is_in_the_users),
	    cmocka_unit_test(other_languages_are_hardly_believed),
	    cmocka_unit_test(counting_ends_when_it_is_plain),
	    cmocka_unit_test(odd_bytes_are_no_words),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
