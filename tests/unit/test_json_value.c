/* SPDX-License-Identifier: ISC */
/* Reading JSON: what is JSON, and what is not. */
#include "base/arena.h"
#include "base/json_value.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const struct json_value *read_text(struct arena *a, const char *text)
{
	return json_value_read(a, text, strlen(text));
}

static void members_and_elements_are_found(void **state)
{
	struct arena *a = arena_new();
	const struct json_value *v = read_text(a,
	    " {\"id\": \"x\", \"bulk\":false, \"acts\":[1, {\"a\":true}], "
	    "\"due\":null} \n");
	const struct json_value *acts = json_value_get(v, "acts");

	(void)state;
	assert_non_null(v);
	assert_string_equal(json_value_text(v, "id"), "x");
	assert_string_equal(json_value_text(v, "bulk"), "");
	assert_string_equal(json_value_text(v, "none"), "");
	assert_false(json_value_is_true(v, "bulk"));
	assert_int_equal(json_value_get(v, "due")->kind, JSON_NULL);
	assert_string_equal(acts->first->text, "1");
	assert_true(json_value_is_true(acts->first->next, "a"));
	assert_null(acts->first->next->next);
	assert_string_equal(json_value_text(NULL, "id"), "");
	arena_free(a);
}

static void escapes_become_utf8(void **state)
{
	static const struct {
		const char *json, *text;
	} cases[] = {
	    {"\"a\\n\\t\\\"\\\\\\/\"", "a\n\t\"\\/"},
	    {"\"\\u00e4\\u20ac\"", "\xC3\xA4\xE2\x82\xAC"},
	    {"\"\\ud83d\\ude00\"", "\xF0\x9F\x98\x80"},
	    {"\"\\ud83dx\"", "\xEF\xBF\xBDx"},
	    {"\"\\ud83d\\u0041\"", "\xEF\xBF\xBD"
				   "A"},
	    {"\"\\ude00\"", "\xEF\xBF\xBD"},
	    {"\"\"", ""},
	};
	struct arena *a = arena_new();

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const struct json_value *v = read_text(a, cases[i].json);

		assert_non_null(v);
		assert_string_equal(v->text, cases[i].text);
	}
	arena_free(a);
}

static void what_is_no_json_is_refused(void **state)
{
	static const char *const cases[] = {"", " ", "{", "[", "[1,", "[1 2]",
	    "{\"a\"}", "{\"a\":}", "{a:1}", "{\"a\":1,}", "[,]", "\"", "\"\\",
	    "\"\\x\"", "\"\\u12\"", "\"\\u00g0\"", "\"\\u0000\"", "\"a\nb\"",
	    "nul", "tru", "{} {}", "1 1", "]", "}", "'a'", "{\"a\":\"b}"};
	struct arena *a = arena_new();

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		if (read_text(a, cases[i]))
			fail_msg("'%s' was read", cases[i]);
	assert_null(json_value_read(a, "[\0]", 3));
	arena_free(a);
}

static void nesting_is_limited(void **state)
{
	struct arena *a = arena_new();
	char deep[200];

	(void)state;
	memset(deep, '[', 100);
	memset(deep + 100, ']', 100);
	assert_null(json_value_read(a, deep, sizeof(deep)));
	assert_non_null(json_value_read(a, deep + 70, 60));
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(members_and_elements_are_found),
	    cmocka_unit_test(escapes_become_utf8),
	    cmocka_unit_test(what_is_no_json_is_refused),
	    cmocka_unit_test(nesting_is_limited),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
