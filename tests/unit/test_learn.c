/* SPDX-License-Identifier: ISC */
/* What the user's marks teach of rules: little at a time, and bounded. */
#include "base/arena.h"
#include "engine/learn.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

static const char *const one[] = {"ONE"}, *const two[] = {"TWO"},
			 *const both[] = {"ONE", "TWO"};

static void near(double got, double want)
{
	if (!(got > want - 0.001 && got < want + 0.001))
		fail_msg("%f is not %f", got, want);
}

static double shift_after(size_t n_wrong, size_t n_right)
{
	struct arena *a = arena_new();
	struct learning *l = learning_new(a);
	double shift;

	for (size_t i = 0; i < n_wrong; i++)
		learning_mark(l, one, 1, false);
	for (size_t i = 0; i < n_right; i++)
		learning_mark(l, one, 1, true);
	shift = learning_of(l, one, 1).shift;
	arena_free(a);
	return shift;
}

static void marks_move_a_rule_by_its_log_odds(void **state)
{
	(void)state;
	near(shift_after(0, 0), 0);
	near(shift_after(1, 0), -0.4055); /* log 18/3 - log 18/2 */
	near(shift_after(3, 0), -0.9163);
	near(shift_after(0, 9), 0.4055); /* log 27/2 - log 18/2 */
	near(shift_after(1, 9), 0);
}

static void no_number_of_marks_moves_it_beyond_the_limit(void **state)
{
	(void)state;
	near(shift_after(1000, 0), -LEARNT_MOST);
	near(shift_after(0, 1000), LEARNT_MOST);
}

static void one_mark_is_gentle(void **state)
{
	(void)state;
	near(learnt_confidence(0.9, shift_after(1, 0)), 0.857);
	assert_true(learnt_confidence(0.7, shift_after(1, 0)) > 0.5);
	assert_true(learnt_confidence(0.7, shift_after(3, 0)) < 0.5);
}

static void several_rules_share_a_mark(void **state)
{
	struct arena *a = arena_new();
	struct learning *l = learning_new(a);
	double alone = shift_after(1, 0), together;

	(void)state;
	learning_mark(l, both, 2, false);
	together = learning_of(l, both, 2).shift;
	assert_true(together < 0 && together > 1.2 * alone);
	near(learning_of(l, one, 1).shift, together / 2);
	near(learning_of(l, two, 1).shift, together / 2);
	arena_free(a);
}

static void other_rules_learn_nothing(void **state)
{
	struct arena *a = arena_new();
	struct learning *l = learning_new(a);
	struct learnt learnt;

	(void)state;
	learning_mark(l, one, 1, false);
	learnt = learning_of(l, two, 1);
	near(learnt.shift, 0);
	assert_int_equal(learnt.n_wrong + learnt.n_right, 0);
	learning_mark(l, NULL, 0, false);
	near(learning_of(l, NULL, 0).shift, 0);
	arena_free(a);
}

static void the_rule_that_was_marked_most_is_named(void **state)
{
	struct arena *a = arena_new();
	struct learning *l = learning_new(a);
	struct learnt learnt;

	(void)state;
	learning_mark(l, two, 1, true);
	learning_mark(l, both, 2, false);
	learnt = learning_of(l, both, 2);
	assert_string_equal(learnt.rule, "TWO");
	assert_int_equal(learnt.n_right, 1);
	assert_int_equal(learnt.n_wrong, 1);
	arena_free(a);
}

static void many_rules_are_told_apart(void **state)
{
	struct arena *a = arena_new();
	struct learning *l = learning_new(a);

	(void)state;
	for (int i = 199; i >= 0; i--) {
		const char *rule = arena_printf(a, "RULE%d", i * 7 % 200);

		learning_mark(l, &rule, 1, i % 2 == 0);
	}
	for (int i = 0; i < 200; i++) {
		const char *rule = arena_printf(a, "RULE%d", i * 7 % 200);
		struct learnt learnt = learning_of(l, &rule, 1);

		assert_int_equal(learnt.n_right, i % 2 == 0);
		assert_int_equal(learnt.n_wrong, i % 2);
	}
	arena_free(a);
}

static void certainty_stays_certain(void **state)
{
	(void)state;
	near(learnt_confidence(1, -2), 1);
	near(learnt_confidence(0, 2), 0);
	near(learnt_confidence(0.5, 0), 0.5);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(marks_move_a_rule_by_its_log_odds),
	    cmocka_unit_test(no_number_of_marks_moves_it_beyond_the_limit),
	    cmocka_unit_test(one_mark_is_gentle),
	    cmocka_unit_test(several_rules_share_a_mark),
	    cmocka_unit_test(other_rules_learn_nothing),
	    cmocka_unit_test(the_rule_that_was_marked_most_is_named),
	    cmocka_unit_test(many_rules_are_told_apart),
	    cmocka_unit_test(certainty_stays_certain),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
