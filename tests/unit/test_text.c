/* SPDX-License-Identifier: ISC */
/* UTF-8, safe printing, JSON and patterns: the small tools for text. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/regex.h"
#include "base/utf8.h"
#include "out/json.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static void ill_formed_utf8_is_recognized(void **state)
{
	static const char *const bad[] = {"\x80", "\xc0\x80", "\xc3",
	    "\xe0\x80\x80", "\xed\xa0\x80", "\xf0\x80\x80\x80",
	    "\xf4\x90\x80\x80", "\xf5\x80\x80\x80", "a\xff", "\xe2\x82"};
	static const char *const good[] = {"", "a", "\xc3\xa9", "\xe2\x82\xac",
	    "\xf0\x9f\x98\x80", "\xf4\x8f\xbf\xbf"};

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_false(utf8_valid(bad[i], strlen(bad[i])));
	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++)
		assert_true(utf8_valid(good[i], strlen(good[i])));
}

static void text_of_strangers_is_printed_safely(void **state)
{
	static const struct {
		const char *text;
		size_t cells;
		const char *want;
	} table[] = {
	    {"plain", 0, "plain"},
	    {"  two\n\tlines \r\n", 0, "two lines"},
	    {"\x1b[31mred\x07", 0, "[31mred"},
	    {"a\xe2\x80\xae"
	     "b",
		0, "ab"},
	    {"c1 \xc2\x9b x", 0, "c1 x"},
	    {"bad \xff", 0, "bad \xef\xbf\xbd"},
	    {"abcdef", 4, "abc\xe2\x80\xa6"},
	    {"abcd", 4, "abcd"},
	    {"\xe6\x97\xa5\xe6\x9c\xac\xe8\xaa\x9e", 5,
		"\xe6\x97\xa5\xe6\x9c\xac\xe2\x80\xa6"},
	    {"e\xcc\x81\x65", 2, "e\xcc\x81\x65"},
	};
	struct arena *a = arena_new();

	(void)state;
	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++)
		assert_string_equal(
		    utf8_printable(a, table[i].text, table[i].cells),
		    table[i].want);
	arena_free(a);
}

static void json_is_well_formed(void **state)
{
	struct buf out = BUF_EMPTY;
	struct json j;

	(void)state;
	json_init(&j, &out);
	json_array(&j);
	json_object(&j);
	json_key(&j, "a\"b");
	json_string(&j, "x\n\x01\\\xff");
	json_key(&j, "n");
	json_double(&j, 0.5);
	json_key(&j, "one");
	json_double(&j, 1);
	json_key(&j, "list");
	json_array(&j);
	json_int(&j, -3);
	json_bool(&j, true);
	json_null(&j);
	json_end(&j);
	json_key(&j, "t");
	json_stamp(&j, (struct stamp){0, 60}, true);
	json_end(&j);
	json_object(&j);
	json_end(&j);
	json_end(&j);
	assert_string_equal(buf_text(&out),
	    "[{\"a\\\"b\":\"x\\n\\u0001\\\\\xef\xbf\xbd\",\"n\":0.5,"
	    "\"one\":1,\"list\":[-3,true,null],"
	    "\"t\":\"1970-01-01T01:00:00+01:00\"},{}]");
	buf_release(&out);
}

static void a_bad_pattern_names_its_place(void **state)
{
	char error[128] = "";
	size_t at = 99;

	(void)state;
	assert_null(regex_new("ab(c", 0, error, sizeof(error), &at));
	assert_int_equal(at, 4);
	assert_string_not_equal(error, "");
}

static void a_pattern_finds_its_groups(void **state)
{
	char error[128];
	size_t at;
	struct regex_span span[3];
	struct regex *re = regex_new(
	    "(?<who>\\w+) owes(x)?", REGEX_CASELESS, error, sizeof(error), &at);
	struct regex_room *room = regex_room_new();

	(void)state;
	assert_non_null(re);
	assert_int_equal(
	    regex_match(re, room, "so BOB OWES us", 14, 0, span, 3),
	    REGEX_MATCH);
	assert_int_equal(span[0].start, 3);
	assert_int_equal(span[1].end, 6);
	assert_int_equal(span[2].start, (size_t)-1);
	assert_int_equal(regex_group(re, "who"), 1);
	assert_int_equal(regex_group(re, "none"), -1);
	assert_int_equal(
	    regex_match(re, room, "nobody", 6, 0, NULL, 0), REGEX_NO_MATCH);
	regex_room_free(room);
	regex_free(re);
}

static void a_runaway_pattern_gives_up(void **state)
{
	char error[128], text[4096];
	size_t at;
	struct regex *re = regex_new("(a+)+$", 0, error, sizeof(error), &at);
	struct regex_room *room = regex_room_new();

	(void)state;
	memset(text, 'a', sizeof(text));
	text[sizeof(text) - 1] = 'b';
	assert_int_equal(
	    regex_match(re, room, text, sizeof(text), 0, NULL, 0), REGEX_LIMIT);
	regex_room_free(room);
	regex_free(re);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(ill_formed_utf8_is_recognized),
	    cmocka_unit_test(text_of_strangers_is_printed_safely),
	    cmocka_unit_test(json_is_well_formed),
	    cmocka_unit_test(a_bad_pattern_names_its_place),
	    cmocka_unit_test(a_pattern_finds_its_groups),
	    cmocka_unit_test(a_runaway_pattern_gives_up),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
