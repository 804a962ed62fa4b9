/* SPDX-License-Identifier: ISC */
/* Fitting weights: the arithmetic, and what is believed of few labels. */
#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "rule/logistic.h"
#include "rule/match.h"
#include "rule/rules.h"
#include "train/training.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static void near(double got, double want)
{
	if (!(got > want - 0.001 && got < want + 0.001))
		fail_msg("%f is not %f", got, want);
}

/* ---- logistic regression */

static const uint16_t only_first[] = {0}, both[] = {0, 1};

static void without_rows_the_means_remain(void **state)
{
	const struct logistic_prior priors[] = {{2, 0, 4, 1}, {-1.5, -3, 0, 1}};
	double w[2];

	(void)state;
	logistic_fit(NULL, 0, priors, 2, w);
	near(w[0], 2);
	near(w[1], -1.5);
}

/* One feature, no pull to speak of: the log odds of the labels. */
static void rows_alone_give_their_log_odds(void **state)
{
	const struct logistic_prior prior = {0, -9, 9, 1e-9};
	struct logistic_row rows[4];
	double w;

	(void)state;
	for (size_t i = 0; i < 4; i++)
		rows[i] = (struct logistic_row){only_first, 1, 1, i > 0};
	logistic_fit(rows, 4, &prior, 1, &w);
	near(w, 1.0986); /* log 3 */
	rows[0].counts = 3;
	logistic_fit(rows, 4, &prior, 1, &w);
	near(w, 0);
}

/* At the minimum the slope is nothing: pull (w - mean) = sum (y - p). */
static void pull_and_rows_are_balanced(void **state)
{
	const struct logistic_prior priors[] = {{-2, -9, 9, 2}, {1, -9, 9, 2}};
	struct logistic_row rows[6];
	double w[2], slope[2] = {0, 0};

	(void)state;
	for (size_t i = 0; i < 6; i++)
		rows[i] = i < 4
			      ? (struct logistic_row){both, 2, 1, true}
			      : (struct logistic_row){only_first, 1, 1, false};
	logistic_fit(rows, 6, priors, 2, w);
	for (size_t i = 0; i < 6; i++)
		for (size_t k = 0; k < rows[i].n_on; k++)
			slope[rows[i].on[k]] +=
			    rows[i].is_true -
			    logistic(w[0] + (rows[i].n_on > 1 ? w[1] : 0));
	near(2 * (w[0] + 2), slope[0]);
	near(2 * (w[1] - 1), slope[1]);
	assert_true(w[1] > 1);
}

static void weights_stay_within_their_bounds(void **state)
{
	const struct logistic_prior prior = {1, 0.25, 2, 1e-9};
	struct logistic_row row = {only_first, 1, 1, false};
	double w;

	(void)state;
	logistic_fit(&row, 1, &prior, 1, &w);
	near(w, 0.25);
	row.is_true = true;
	logistic_fit(&row, 1, &prior, 1, &w);
	near(w, 2);
}

/* ---- weights in rule files, and training */

static const char rules_text[] = "bias request -2\n"
				 "request GOOD /good/\nscore GOOD 3\n"
				 "request BAD /bad/\nscore BAD 3\n"
				 "request NOT /not/\nscore NOT -2\n"
				 "commitment RARE /rare/\nscore RARE 3\n";

struct fixture {
	struct arena *arena;
	struct diag *diag;
	struct rules *rules;
	char dir[64];
};

static void load(struct fixture *f, const char *weights, unsigned flags)
{
	const char *dirs[1], *dir;
	const char *text;

	f->arena = arena_new();
	f->diag = diag_new();
	(void)strcpy(f->dir, "/tmp/rapport-train.XXXXXX");
	assert_non_null(mkdtemp(f->dir));
	dir = file_join(f->arena, f->dir, "xx");
	assert_int_equal(file_make_dir(dir, f->diag), STATUS_OK);
	text = arena_printf(f->arena, "%s%s", rules_text, weights);
	assert_int_equal(file_write_atomic(file_join(f->arena, dir, "a.rules"),
			     text, strlen(text), f->diag),
	    STATUS_OK);
	dirs[0] = f->dir;
	assert_int_equal(
	    rules_load(dirs, 1, flags, f->diag, &f->rules), STATUS_OK);
}

static void unload(struct fixture *f)
{
	const char *dir = file_join(f->arena, f->dir, "xx");

	rules_free(f->rules);
	(void)unlink(file_join(f->arena, dir, "a.rules"));
	(void)rmdir(dir);
	(void)rmdir(f->dir);
	diag_free(f->diag);
	arena_free(f->arena);
}

static struct rule_result match(struct fixture *f, const char *text)
{
	struct rule_input in = {.facts = 0};
	struct rule_result r;

	in.texts[TARGET_SENTENCE] = rules_plain(f->arena, text, strlen(text));
	rules_match(f->arena, f->rules, "xx", &in, &r);
	return r;
}

static double confidence(const char *weights, unsigned flags)
{
	struct fixture f;
	double c;

	load(&f, weights, flags);
	c = match(&f, "good").confidence[ACT_REQUEST];
	assert_int_equal(diag_count(f.diag), 0);
	unload(&f);
	return c;
}

static void a_weight_stands_in_for_its_score(void **state)
{
	(void)state;
	near(confidence("", 0), logistic(1));
	near(confidence("weight GOOD request 4 from 3\n", 0), logistic(2));
	near(confidence("weight bias request -1 from -2\n", 0), logistic(2));
	near(confidence("weight GOOD request 4 from 3\n"
			"weight GOOD request 3.5 from 3\n",
		 0),
	    logistic(1.5));
	near(confidence("weight GOOD request 4 from 3\n", RULES_BY_HAND),
	    logistic(1));
}

static void a_score_that_was_changed_since_holds(void **state)
{
	struct fixture f;

	(void)state;
	near(confidence("weight GOOD request 4 from 3\nscore GOOD 5\n", 0),
	    logistic(3));
	near(confidence("weight GOOD request 4 from 2\n", 0), logistic(1));
	load(&f,
	    "weight GOOD request 4 from 2\nweight GONE request 4 from 2\n"
	    "weight bias request -1 from -3\nweight BAD request 1 from 3\n",
	    0);
	assert_int_equal(rules_lapsed_weights(f.rules), 3);
	unload(&f);
}

static void weights_that_make_no_sense_are_complained_about(void **state)
{
	static const char *const cases[] = {"weight\n", "weight GOOD\n",
	    "weight GOOD request\n", "weight GOOD request 4\n",
	    "weight GOOD request 4 from\n", "weight GOOD request 4 of 3\n",
	    "weight GOOD reqest 4 from 3\n", "weight GOOD request x from 3\n",
	    "weight GOOD request 4 from x\n",
	    "weight GOOD request 4 from 3 3\n",
	    "weight GOOD request nan from 3\n"};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct fixture f;

		load(&f, cases[i], 0);
		if (diag_count(f.diag) != 1)
			fail_msg("no complaint about %s", cases[i]);
		near(match(&f, "good").confidence[ACT_REQUEST], logistic(1));
		unload(&f);
	}
}

static void add_to(struct fixture *f, struct training *t, const char *text,
    bool is_request, enum label_set set, uint64_t group)
{
	enum truth truth[TRAINED_ACTS];
	struct rule_result r = match(f, text);

	for (int act = 0; act < TRAINED_ACTS; act++)
		truth[act] = TRUTH_UNDECIDED;
	truth[ACT_REQUEST] = is_request ? TRUTH_YES : TRUTH_NO;
	training_add(t, &r, truth, set, group);
}

static void add(struct fixture *f, struct training *t, const char *text,
    bool is_request, uint64_t group)
{
	add_to(f, t, text, is_request, LABELS_MESSAGES, group);
}

/* A rule that is right and one that is wrong, said to be equally good. */
static struct fit fit_plain(struct fixture *f, size_t n)
{
	struct training *t = training_new(f->arena, f->rules, "xx");

	for (size_t i = 0; i < n; i++) {
		add(f, t, "good", i % 10 > 0, i);
		add(f, t, "bad", i % 10 == 0, i);
		add(f, t, "good not", i % 3 > 0, i);
	}
	return training_fit(t, f->arena);
}

static void labels_move_weights_and_keep_their_signs(void **state)
{
	struct fixture f;
	struct fit fit;
	const double *w;

	(void)state;
	load(&f, "", RULES_BY_HAND);
	fit = fit_plain(&f, 100);
	w = fit.weights[ACT_REQUEST];
	assert_true(fit.is_better[ACT_REQUEST]);
	assert_true(w[0] > 3);
	assert_true(w[1] < 3 && w[1] > 0);
	assert_true(w[2] < 0);
	assert_int_equal(
	    fit.held_out.outcomes[LABELS_MESSAGES][ACT_REQUEST].wrong, 34 + 10);
	unload(&f);
}

static void what_no_label_speaks_of_keeps_its_score(void **state)
{
	struct fixture f;
	struct fit fit;

	(void)state;
	load(&f, "", RULES_BY_HAND);
	fit = fit_plain(&f, 100);
	assert_false(fit.is_better[ACT_COMMITMENT]);
	near(fit.weights[ACT_COMMITMENT][3], 3);
	near(fit.weights[ACT_REQUEST][3], 0);
	unload(&f);
}

/* Three labels, all for the rule, are no reason to believe it more. */
static void few_labels_are_not_believed(void **state)
{
	struct fixture f;
	struct training *t;
	struct fit fit;

	(void)state;
	load(&f, "", RULES_BY_HAND);
	t = training_new(f.arena, f.rules, "xx");
	for (uint64_t i = 0; i < 3; i++)
		add(&f, t, i ? "good" : "bad", i > 0, i);
	fit = training_fit(t, f.arena);
	assert_false(fit.is_better[ACT_REQUEST]);
	near(fit.weights[ACT_REQUEST][0], 3);
	unload(&f);
}

static void the_same_labels_give_the_same_weights(void **state)
{
	struct fixture f;
	struct fit one, two;

	(void)state;
	load(&f, "", RULES_BY_HAND);
	one = fit_plain(&f, 60);
	two = fit_plain(&f, 60);
	assert_memory_equal(one.weights[ACT_REQUEST], two.weights[ACT_REQUEST],
	    5 * sizeof(double));
	unload(&f);
}

static double message_confidence(struct fixture *f, const char *sentences)
{
	struct training *t = training_new(f->arena, f->rules, "xx");
	struct fit fit;

	for (uint64_t i = 0; i < 100; i++) {
		add(f, t, "good", i % 10 > 0, i);
		add(f, t, "bad", i % 10 == 0, i);
	}
	for (uint64_t i = 0; i < 400; i++) {
		add_to(f, t, "good", sentences[i % 4] == 'y', LABELS_SENTENCES,
		    1000 + i);
		add_to(f, t, "bad", false, LABELS_SENTENCES, 1000 + i);
	}
	fit = training_fit(t, f->arena);
	return logistic(
	    fit.weights[ACT_REQUEST][0] + fit.weights[ACT_REQUEST][4]);
}

/* They were picked by somebody; mail comes as it comes. */
static void how_often_single_sentences_are_true_is_not_learnt(void **state)
{
	struct fixture f;

	(void)state;
	load(&f, "", RULES_BY_HAND);
	assert_true(message_confidence(&f, "nnny") > 0.7);
	unload(&f);
}

static void what_no_rule_sees_is_missed(void **state)
{
	struct fixture f;
	struct training *t;
	struct judgement j;

	(void)state;
	load(&f, "", 0);
	t = training_new(f.arena, f.rules, "xx");
	add(&f, t, "nothing here", true, 1);
	add(&f, t, "nothing here", false, 2);
	add(&f, t, "good", true, 3);
	add(&f, t, "bad not", true, 4);
	training_miss(t, ACT_REQUEST, LABELS_MESSAGES);
	training_miss(t, ACT_THANKS, LABELS_MESSAGES);
	j = training_judge(t);
	assert_int_equal(j.outcomes[LABELS_MESSAGES][ACT_REQUEST].right, 1);
	assert_int_equal(j.outcomes[LABELS_MESSAGES][ACT_REQUEST].wrong, 0);
	assert_int_equal(j.outcomes[LABELS_MESSAGES][ACT_REQUEST].missed, 3);
	assert_int_equal(j.calibrations[LABELS_MESSAGES].n[7], 1);
	assert_int_equal(j.calibrations[LABELS_MESSAGES].right[7], 1);
	unload(&f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(without_rows_the_means_remain),
	    cmocka_unit_test(rows_alone_give_their_log_odds),
	    cmocka_unit_test(pull_and_rows_are_balanced),
	    cmocka_unit_test(weights_stay_within_their_bounds),
	    cmocka_unit_test(a_weight_stands_in_for_its_score),
	    cmocka_unit_test(a_score_that_was_changed_since_holds),
	    cmocka_unit_test(weights_that_make_no_sense_are_complained_about),
	    cmocka_unit_test(labels_move_weights_and_keep_their_signs),
	    cmocka_unit_test(what_no_label_speaks_of_keeps_its_score),
	    cmocka_unit_test(few_labels_are_not_believed),
	    cmocka_unit_test(the_same_labels_give_the_same_weights),
	    cmocka_unit_test(how_often_single_sentences_are_true_is_not_learnt),
	    cmocka_unit_test(what_no_rule_sees_is_missed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
