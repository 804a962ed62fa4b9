/* SPDX-License-Identifier: ISC */
/* Rules that mark places in a sentence: what is aside, who is spoken to. */
#include "base/arena.h"
#include "rule/match.h"
#include "rule/rules.h"
#include "rulebook.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static void asides_are_where_their_rules_match(void **state)
{
	struct rulebook f;
	struct rule_input in = {.facts = 0};
	struct rule_result r;
	struct regex_span spans[2];
	struct matcher *m;

	(void)state;
	rulebook_write(&f,
	    "request R /send/\naside A /the call of/\naside B /dated/\n"
	    "aside C IS_REPLY\naside D subject /visit/\n",
	    0);
	m = rules_matcher(f.arena, f.rules, "xx");
	in.texts[TARGET_SENTENCE] =
	    rules_plain(f.arena, "send the call of", 16);
	in.facts = FACT_IS_REPLY;
	rules_match_next(m, &in, &r);
	/* They are no acts, and what has no place is none of them. */
	assert_int_equal(r.n_hits, 1);
	assert_int_equal(rules_asides(m, TARGET_SENTENCE, spans, 2), 1);
	assert_int_equal(spans[0].start, 5);
	assert_int_equal(spans[0].end, 16);
	in.texts[TARGET_SENTENCE] =
	    rules_plain(f.arena, "dated the call of", 17);
	rules_match_next(m, &in, &r);
	assert_int_equal(rules_asides(m, TARGET_SENTENCE, spans, 2), 2);
	assert_int_equal(rules_asides(m, TARGET_SENTENCE, spans, 1), 1);
	in.texts[TARGET_SUBJECT] = rules_plain(f.arena, "the visit", 9);
	rules_match_next(m, &in, &r);
	assert_int_equal(rules_asides(m, TARGET_SENTENCE, spans, 2), 2);
	assert_int_equal(rules_asides(m, TARGET_SUBJECT, spans, 2), 1);
	assert_int_equal(spans[0].start, 4);
	rulebook_remove(&f);
}

static void vocatives_catch_names(void **state)
{
	struct rulebook f;
	struct rule_input in = {.facts = 0};
	struct rule_result r;
	struct span names[2];
	struct matcher *m;

	(void)state;
	rulebook_write(&f,
	    "request R /send/\nvocative V /(?<who>[A-Z]\\w+) please/\n"
	    "vocative W /send/\n",
	    0);
	m = rules_matcher(f.arena, f.rules, "xx");
	in.texts[TARGET_SENTENCE] =
	    rules_plain(f.arena, "now Ann please send it", 22);
	rules_match_next(m, &in, &r);
	assert_int_equal(r.n_hits, 1);
	/* A rule without the group catches nobody. */
	assert_int_equal(rules_vocatives(m, names, 2), 1);
	assert_int_equal(names[0].len_bytes, 3);
	assert_memory_equal(names[0].data, "Ann", 3);
	assert_int_equal(rules_vocatives(m, names, 0), 0);
	in.texts[TARGET_SENTENCE] = rules_plain(f.arena, "please send it", 14);
	rules_match_next(m, &in, &r);
	assert_int_equal(rules_vocatives(m, names, 2), 0);
	rulebook_remove(&f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(asides_are_where_their_rules_match),
	    cmocka_unit_test(vocatives_catch_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
