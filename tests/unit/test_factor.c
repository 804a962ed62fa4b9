/* SPDX-License-Identifier: ISC */
/* Alternatives that share their first letter: what becomes of patterns. */
#include "base/buf.h"
#include "base/regex.h"
#include "rule/factor.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static void check(const char *pattern, const char *expected)
{
	struct buf out = BUF_EMPTY;

	assert_true(pattern_factor(pattern, 0, &out));
	assert_string_equal(buf_text(&out), expected);
	buf_release(&out);
}

static void check_refused(const char *pattern, unsigned flags)
{
	struct buf out = BUF_EMPTY;

	assert_false(pattern_factor(pattern, flags, &out));
	buf_release(&out);
}

static void letters_are_shared(void **state)
{
	(void)state;
	check("(?:send|forward|set up)", "(?:s(?:end|et up)|forward)");
	check("abc|bcd|abd", "a(?:bc|bd)|bcd");
	check("(?: am| are| have)", "(?: (?:a(?:m|re)|have))");
	check("(?<who>u|you|us)", "(?<who>u(?:|s)|you)");
	check("x(?=cat|dog|cow)", "x(?=c(?:at|ow)|dog)");
}

static void order_is_kept(void **state)
{
	(void)state;
	/* Nothing moves across what may match the same. */
	check("(?:ab|\\w+|ac|ad)", "(?:ab|\\w+|ac|ad)");
	check("(?:ab||ac|b)", "(?:ab||ac|b)");
	check("(?:ab|[a-c]|ac|b)", "(?:ab|[a-c]|ac|b)");
	check("(?:ab|a?b|ac|b)", "(?:ab|a?b|ac|b)");
	check("(?:ab|Ac|b|ad)", "(?:ab|Ac|b|ad)");
	/* The first that matches wins, longer or not. */
	check("(?:in|into|on)", "(?:i(?:n|nto)|on)");
}

static void what_is_bound_stays(void **state)
{
	(void)state;
	check("(?<=ab|ac|b)x", "(?<=ab|ac|b)x");
	check("(?<!ab|ac|b)x", "(?<!ab|ac|b)x");
	check("[a|b(]|(\\)|\\|)", "[a|b(]|(\\)|\\|)");
	check("[]|]x|[^]|]y", "[]|]x|[^]|]y");
	check("", "");
	check_refused("(a|ab|ac)\\1", 0);
	check_refused("(?i)ab|ac|ad", 0);
	check_refused("\\Qab|ac\\E|ad", 0);
	check_refused("ab|ac|ad", REGEX_EXTENDED);
}

static void bad_patterns_are_refused(void **state)
{
	(void)state;
	check_refused("(?:ab|ac", 0);
	check_refused("ab|ac)", 0);
	check_refused("[ab|ac", 0);
	check_refused("((((", 0);
	check_refused("ab\\", 0);
	check_refused("[[:alpha:]]|ab|ac", 0);
}

static void deep_groups_are_refused(void **state)
{
	char pattern[2001];

	(void)state;
	memset(pattern, '(', 1000);
	memset(pattern + 1000, ')', 1000);
	pattern[2000] = '\0';
	check_refused(pattern, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(letters_are_shared),
	    cmocka_unit_test(order_is_kept),
	    cmocka_unit_test(what_is_bound_stays),
	    cmocka_unit_test(bad_patterns_are_refused),
	    cmocka_unit_test(deep_groups_are_refused),
	};

	return cmocka_run_group_tests_name("factor", tests, NULL, NULL);
}
