/* SPDX-License-Identifier: ISC */
/* The reader of rules and configuration: entries, and places of complaints. */
#include "base/arena.h"
#include "base/diag.h"
#include "base/lines.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

struct fixture {
	struct arena *arena;
	struct diag *diag;
	struct lines in;
};

static void open_text(struct fixture *f, const char *text, size_t len)
{
	f->arena = arena_new();
	f->diag = diag_new();
	lines_init(&f->in, f->arena, f->diag, "x", text, len);
}

static void close_text(struct fixture *f)
{
	diag_free(f->diag);
	arena_free(f->arena);
}

static void entries_are_keyword_and_rest(void **state)
{
	static const char text[] = "# a comment\n\n  \nname Ann Smith  \r\n"
				   "empty\nlong  one\n\ttwo\n # not this\n"
				   "  three\nlast x";
	static const char *const want[][2] = {{"name", "Ann Smith"},
	    {"empty", ""}, {"long", "one two three"}, {"last", "x"}};
	static const int line[] = {4, 5, 6, 10};
	struct fixture f;

	(void)state;
	open_text(&f, text, strlen(text));
	for (size_t i = 0; i < 4; i++) {
		assert_true(lines_next(&f.in));
		assert_string_equal(f.in.keyword, want[i][0]);
		assert_string_equal(f.in.rest, want[i][1]);
		assert_int_equal(f.in.line, line[i]);
	}
	assert_false(lines_next(&f.in));
	assert_int_equal(diag_count(f.diag), 0);
	close_text(&f);
}

static void bad_lines_are_named_and_skipped(void **state)
{
	static const char text[] = "a 1\nb \xff\nc 3\nd \0e\nf 5\n";
	struct fixture f;
	char seen[8] = "";

	(void)state;
	open_text(&f, text, sizeof(text) - 1);
	while (lines_next(&f.in))
		strncat(seen, f.in.keyword, 1);
	assert_string_equal(seen, "acf");
	assert_int_equal(diag_count(f.diag), 2);
	assert_string_equal(
	    diag_text(f.diag, 0), "x:2: the line is not valid UTF-8");
	assert_string_equal(diag_text(f.diag, 1), "x:4: the line holds a NUL");
	close_text(&f);
}

static void a_first_line_cannot_continue(void **state)
{
	struct fixture f;

	(void)state;
	open_text(&f, "  lost\nkept 1\n", 14);
	assert_true(lines_next(&f.in));
	assert_string_equal(f.in.keyword, "kept");
	assert_string_equal(diag_text(f.diag, 0),
	    "x:1: a continuation without a line to continue");
	close_text(&f);
}

static void words_may_be_quoted(void **state)
{
	static const char text[] = "k one \"two \\\"2\\\" x\" three\n";
	static const char *const want[] = {"one", "two \"2\" x", "three"};
	struct fixture f;
	char *rest;

	(void)state;
	open_text(&f, text, strlen(text));
	assert_true(lines_next(&f.in));
	rest = f.in.rest;
	for (size_t i = 0; i < 3; i++)
		assert_string_equal(lines_word(&f.in, &rest), want[i]);
	assert_null(lines_word(&f.in, &rest));
	close_text(&f);
}

static void an_open_quote_is_complained_about_at_its_column(void **state)
{
	struct fixture f;
	char *rest;

	(void)state;
	open_text(&f, "key a \"b c\n", 11);
	assert_true(lines_next(&f.in));
	rest = f.in.rest;
	assert_string_equal(lines_word(&f.in, &rest), "a");
	assert_null(lines_word(&f.in, &rest));
	assert_string_equal(
	    diag_text(f.diag, 0), "x:1:7: the quote is not closed");
	close_text(&f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(entries_are_keyword_and_rest),
	    cmocka_unit_test(bad_lines_are_named_and_skipped),
	    cmocka_unit_test(a_first_line_cannot_continue),
	    cmocka_unit_test(words_may_be_quoted),
	    cmocka_unit_test(an_open_quote_is_complained_about_at_its_column),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
