/* SPDX-License-Identifier: ISC */
/* Reading dates.lang: what is refused, where, and that the rest is kept. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/lines.h"
#include "rule/dates.h"
#include "when/when.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct reader {
	struct arena *arena;
	struct diag *diag;
	struct date_words *words;
};

static struct reader read_text(const char *text)
{
	struct reader r = {.arena = arena_new(), .diag = diag_new()};
	struct lines in;

	lines_init(&in, r.arena, r.diag, "x", text, strlen(text));
	r.words = dates_read(r.arena, &in);
	return r;
}

static void release(struct reader *r)
{
	arena_free(r->arena);
	diag_free(r->diag);
}

static const struct {
	const char *text, *complaint;
} bad[] = {
    {"wort a number:1 one", "x:1:1: 'wort' is not one of"},
    {"order dym", "x:1:7: the order is one of"},
    {"word", "a class is missing"},
    {"word <a> number:1 one", "a class is missing"},
    {"word a", "a value is missing"},
    {"word a number:1", "no word follows"},
    {"word a nummer:1 one", "x:1:8: there is no kind of value 'nummer'"},
    {"word a number:x one", "x:1:15: 'x' is not a value for number"},
    {"word a number:1/0 one", "'1/0' is not a value for number"},
    {"word a weekday:8 one", "'8' is not a value for weekday"},
    {"word a month:0 one", "'0' is not a value for month"},
    {"word a unit:moon one", "'moon' is not a value for unit"},
    {"word a clock:25:00 one", "is not a value for clock"},
    {"word a clock:7 one", "is not a value for clock"},
    {"word a part:06:00 one", "is not a value for part"},
    {"word a zone:01:00 one", "is not a value for zone"},
    {"word a zone:+01:00/mars one", "is not a value for zone"},
    {"word a edge:top one", "'top' is not a value for edge"},
    {"word a number:1 \"one", "x:1:17: the quote is not closed"},
    {"phrase", "a class is missing"},
    {"phrase time", "there is no meaning ''"},
    {"phrase time weekdy: a", "x:1:13: there is no meaning 'weekdy'"},
    {"phrase time vague:", "a part that is not optional"},
    {"phrase time vague: soon?", "a part that is not optional"},
    {"phrase time vague: &soon", "a part that is not optional"},
    {"phrase time vague: a||b", "an empty choice"},
    {"phrase time vague: a b c d e f g h i j k l m", "more than 12 parts"},
    {"phrase time vague: =number:x soon", "'x' is not a value for number"},
    {"phrase time value: <day>", "x:1: nothing defines '<day>'"},
    {"phrase time value: <time> soon", "x:1: the phrase begins with itself"},
    {"phrase a value: <b>\nphrase b value: very? <a>\n"
     "phrase time value: <a>",
	"the phrase begins with itself"},
};

static void bad_entries_are_named_with_their_place(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		struct reader r = read_text(bad[i].text);
		const char *got =
		    diag_count(r.diag) ? diag_text(r.diag, 0) : "nothing";

		if (!strstr(got, bad[i].complaint))
			fail_msg("'%s': %s", bad[i].text, got);
		release(&r);
	}
}

static size_t count_times(struct reader *r, const char *text)
{
	struct stamp reference = {1773220500, 60};
	struct time_expr *t;

	return when_find(r->arena, r->words, text, strlen(text), reference, &t);
}

static void the_rest_of_the_file_is_kept(void **state)
{
	struct reader r = read_text("word day weekday:9 montag\n"
				    "word day weekday:2 dienstag\n"
				    "phrase time value: <nothing-such>\n"
				    "phrase time weekday: am? <day>\n");

	(void)state;
	assert_int_equal(diag_count(r.diag), 2);
	assert_int_equal(count_times(&r, "am Dienstag, nicht montag"), 1);
	release(&r);
}

static void a_language_is_a_file(void **state)
{
	struct reader r = read_text("order dmy\n"
				    "word tag weekday:5 freitag fr.\n"
				    "word monat month:3 m\xc3\xa4rz\n"
				    "word rel day:2 \xc3\xbc"
				    "bermorgen\n"
				    "word einheit unit:week woche wochen\n"
				    "word shift shift:1 n\xc3\xa4"
				    "chste n\xc3\xa4"
				    "chster\n"
				    "word ende edge:end ende\n"
				    "phrase when weekday: <tag>\n"
				    "phrase when month-day: <int> ~. <monat>\n"
				    "phrase when numeric: <int> ~. ~<int> ~.\n"
				    "phrase woche period: <shift> <einheit>\n"
				    "phrase when value: <rel>|<woche>\n"
				    "phrase when edge: <ende> <woche>\n"
				    "phrase when later: in <span>\n"
				    "phrase span span: <int> <einheit>\n"
				    "phrase clock clock: um <int> uhr\n"
				    "phrase time by: bis <when>\n"
				    "phrase time join: <when> <clock>\n"
				    "phrase time value: <when>\n");

	(void)state;
	assert_int_equal(diag_count(r.diag), 0);
	assert_int_equal(count_times(&r, "bis Freitag"), 1);
	assert_int_equal(count_times(&r, "am 20. M\xc3\xa4rz um 15 Uhr"), 1);
	assert_int_equal(count_times(&r, "bis 20.3. bitte"), 1);
	assert_int_equal(count_times(&r, "\xc3\x9c"
					 "bermorgen um 9 Uhr"),
	    1);
	assert_int_equal(count_times(&r, "Ende n\xc3\xa4"
					 "chster Woche"),
	    1);
	assert_int_equal(count_times(&r, "in 2 Wochen, bis Friday"), 1);
	release(&r);
}

static void an_empty_file_finds_nothing(void **state)
{
	struct reader r = read_text("# nothing\n");

	(void)state;
	assert_int_equal(diag_count(r.diag), 0);
	assert_int_equal(count_times(&r, "by Friday, 2026-03-20"), 0);
	release(&r);
}

static void too_many_symbols_are_refused(void **state)
{
	struct buf text = BUF_EMPTY;
	struct reader r;

	(void)state;
	for (int i = 0; i < 2 * LIMIT_DATE_SYMBOLS; i++)
		buf_printf(&text, "phrase time vague: w%c%c%c\n",
		    'a' + i / 676 % 26, 'a' + i / 26 % 26, 'a' + i % 26);
	r = read_text(buf_text(&text));
	assert_true(diag_count(r.diag) > 0);
	assert_non_null(strstr(diag_text(r.diag, 0), "too many"));
	assert_int_equal(count_times(&r, "waaa waab"), 2);
	release(&r);
	buf_release(&text);
}

/* The full stop is no word of this language, yet the phrase goes on. */
static void a_phrase_goes_on_behind_an_abbreviation(void **state)
{
	struct reader r = read_text("word day weekday:5 fr.\n"
				    "phrase time weekday: <day> spoke\n");

	(void)state;
	assert_int_equal(count_times(&r, "fr. spoke"), 1);
	assert_int_equal(count_times(&r, "fr spoke"), 1);
	assert_int_equal(count_times(&r, "fr., spoke"), 0);
	assert_int_equal(count_times(&r, "fr. then spoke"), 0);
	assert_int_equal(count_times(&r, "fr.\n\nspoke"), 0);
	release(&r);
}

/* More than there are bits in struct date_needs. */
static void each_of_many_words_can_be_needed(void **state)
{
	const int n = 3 * DATE_NEED_WORDS * DATE_NEED_BITS / 2;
	struct buf text = BUF_EMPTY;
	struct reader r;

	(void)state;
	buf_puts(&text, "word day weekday:5 friday\n");
	for (int i = 0; i < n; i++)
		buf_printf(&text, "phrase time weekday: <day> so? w%c%c\n",
		    'a' + i / 26, 'a' + i % 26);
	r = read_text(buf_text(&text));
	for (int i = 0; i < n; i++) {
		char said[] = "friday so w..";

		assert_int_equal(count_times(&r, said), 0);
		said[sizeof(said) - 3] = (char)('a' + i / 26);
		said[sizeof(said) - 2] = (char)('a' + i % 26);
		assert_int_equal(count_times(&r, said), 1);
	}
	release(&r);
	buf_release(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(bad_entries_are_named_with_their_place),
	    cmocka_unit_test(the_rest_of_the_file_is_kept),
	    cmocka_unit_test(a_language_is_a_file),
	    cmocka_unit_test(an_empty_file_finds_nothing),
	    cmocka_unit_test(too_many_symbols_are_refused),
	    cmocka_unit_test(a_phrase_goes_on_behind_an_abbreviation),
	    cmocka_unit_test(each_of_many_words_can_be_needed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
