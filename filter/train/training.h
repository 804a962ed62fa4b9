/* SPDX-License-Identifier: ISC */
#ifndef TRAIN_TRAINING_H
#define TRAIN_TRAINING_H

#include "model/act.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct rule_result;
struct rules;

/* What people say of an act; undecided counts neither way. */
enum truth { TRUTH_NO, TRUTH_YES, TRUTH_UNDECIDED };

/* Labels differ with what was labelled: they are reported apart. */
enum label_set { LABELS_MESSAGES, LABELS_SENTENCES, LABEL_SETS };

/* The acts that people label; the scores of others stay as they are. */
#define TRAINED_ACTS (ACT_DEADLINE + 1)

/* Parts that cross-validation holds out, one after the other. */
#define TRAINING_FOLDS 10

/* Labelled sentences of one language, with what the rules say of them. */
struct training;

/*
 * Lives in the arena. rules is borrowed; when they were read with
 * RULES_BY_HAND, their scores are what weights are shrunk towards.
 */
struct training *training_new(
    struct arena *a, const struct rules *rules, const char *language);

/*
 * Adds a sentence: truth is by act. Those of one group (a thread, or a
 * message) are held out together.
 */
void training_add(struct training *t, const struct rule_result *result,
    const enum truth truth[TRAINED_ACTS], enum label_set set, uint64_t group);
/* An act that is there, and in no sentence that a rule speaks for. */
void training_miss(struct training *t, enum act_kind act, enum label_set set);

/* What weights are worth at a threshold of one half. */
struct outcome {
	size_t right, wrong, missed;
	double loss; /* -log of the probability of each label, summed */
};

/* How often confidences from i / 10 to (i + 1) / 10 are right. */
#define CALIBRATION_BINS 10
struct calibration {
	size_t n[CALIBRATION_BINS], right[CALIBRATION_BINS];
};

struct judgement {
	struct outcome outcomes[LABEL_SETS][TRAINED_ACTS];
	struct calibration calibrations[LABEL_SETS];
};

/* Judges the rules' present scores or weights. */
struct judgement training_judge(const struct training *t);

/* What a fit gives. */
struct fit {
	struct judgement held_out;     /* each sentence by weights that were
					  fitted without its fold */
	struct judgement seen;         /* by the final weights: too good */
	double *weights[TRAINED_ACTS]; /* by rule of the language; the last
					  is the bias */
	double pulls[TRAINED_ACTS];    /* towards the scores, as chosen */
	bool is_better[TRAINED_ACTS];  /* held out, than the scores are;
					  else weights are those */
};

/*
 * Fits each act's weights, shrunk towards the scores as strongly as is best
 * in cross-validation (10 folds by group). A weight keeps its score's sign.
 * Same labels, same rules: same weights.
 */
struct fit training_fit(const struct training *t, struct arena *a);

#endif
