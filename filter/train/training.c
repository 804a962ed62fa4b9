/* SPDX-License-Identifier: ISC */
/*
 * Weighs the rules by labelled sentences: fits, cross-validates, judges.
 * Where labels come from is labels.c's business, where weights go cmd/'s.
 */
#include "train/training.h"
#include "base/arena.h"
#include "base/mem.h"
#include "rule/logistic.h"
#include "rule/match.h"
#include "rule/rules.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define CERTAIN 0.5

/* A weight stays within these multiples of its score. */
#ifndef LEAST
#define LEAST 0.25
#define MOST  2.0
#endif
/* Between them a sum without evidence begins. */
#define BIAS_LOW  (-6.0)
#define BIAS_HIGH 0.0
/*
 * Single sentences were labelled by others, who saw no more of the mail: of
 * the same count they say less about what whole messages do.
 */
#define SENTENCE_COUNTS 0.5

/* What is tried for the pull towards the scores, the strongest first. */
static const double pulls[] = {64, 32, 16, 8, 4, 2, 1, 0.5};
#define PULLS (sizeof(pulls) / sizeof(pulls[0]))

/* One act of a sentence for which some rule speaks. */
struct example {
	enum act_kind act;
	bool is_true;
	enum label_set set;
	size_t fold;
	uint16_t *on; /* rules, the bias, the offset of its label set */
	size_t n_on;
};

struct training {
	struct arena *arena;
	size_t n_rules;
	const float **scores; /* by rule, then by act */
	const double *bias;
	struct example *examples;
	size_t n, cap;
	size_t missed[LABEL_SETS][TRAINED_ACTS];
};

/*
 * What is fitted: the rules' weights, the bias, and how much more often
 * single sentences do an act than those of whole messages. They were chosen
 * so; it says nothing of mail, and is dropped.
 */
static size_t n_weights(const struct training *t)
{
	return t->n_rules + 2;
}

static const struct logistic_prior offset_prior = {0, -3, 3, 0.1};

struct training *training_new(
    struct arena *a, const struct rules *rules, const char *language)
{
	struct training *t = arena_alloc(a, sizeof(*t));
	struct rule_info *list;
	size_t n = rules_list(rules, a, &list);

	t->arena = a;
	t->bias = rules_bias(rules, language);
	t->scores = arena_array(a, n + 1, sizeof(*t->scores));
	for (size_t i = 0; i < n; i++)
		if (!strcmp(list[i].language, language))
			t->scores[t->n_rules++] = list[i].scores;
	return t;
}

/* SplitMix64's finish (Steele, Lea, Flood 2014): close numbers part. */
static size_t fold_of(uint64_t group)
{
	group = (group ^ group >> 30) * 0xBF58476D1CE4E5B9U;
	group = (group ^ group >> 27) * 0x94D049BB133111EBU;
	return (group ^ group >> 31) % TRAINING_FOLDS;
}

static bool is_set(float score)
{
	return score < 0 || score > 0;
}

void training_add(struct training *t, const struct rule_result *result,
    const enum truth truth[TRAINED_ACTS], enum label_set set, uint64_t group)
{
	for (int act = 0; act < TRAINED_ACTS; act++) {
		struct example *e;

		if (truth[act] == TRUTH_UNDECIDED)
			continue;
		if (result->is_nothing || !result->is_spoken_for[act]) {
			t->missed[set][act] += truth[act] == TRUTH_YES;
			continue;
		}
		t->examples = arena_grow(
		    t->arena, t->examples, t->n, &t->cap, sizeof(*t->examples));
		e = &t->examples[t->n++];
		*e = (struct example){.act = (enum act_kind)act,
		    .is_true = truth[act] == TRUTH_YES,
		    .set = set,
		    .fold = fold_of(group),
		    .on = arena_array(
			t->arena, result->n_hits + 2, sizeof(*e->on))};
		for (size_t i = 0; i < result->n_hits; i++)
			if (is_set(result->hits[i].scores[act]))
				e->on[e->n_on++] =
				    (uint16_t)result->hits[i].rule;
		e->on[e->n_on++] = (uint16_t)t->n_rules;
		if (set == LABELS_SENTENCES)
			e->on[e->n_on++] = (uint16_t)(t->n_rules + 1);
	}
}

void training_miss(struct training *t, enum act_kind act, enum label_set set)
{
	if (act < TRAINED_ACTS)
		t->missed[set][act]++;
}

static void use_scores(
    const struct training *t, enum act_kind act, double *weights_r)
{
	for (size_t i = 0; i < t->n_rules; i++)
		weights_r[i] = (double)t->scores[i][act];
	weights_r[t->n_rules] = t->bias[act];
}

static void judge_one(struct judgement *j, const struct example *e,
    size_t n_rules, const double *weights, double *loss_r)
{
	struct outcome *o = &j->outcomes[e->set][e->act];
	struct calibration *c = &j->calibrations[e->set];
	double sum = 0, p;
	size_t bin;

	/* In mail as it comes there is no offset. */
	for (size_t i = 0; i < e->n_on; i++)
		if (e->on[i] <= n_rules)
			sum += weights[e->on[i]];
	p = logistic(sum);
	bin = (size_t)(p * CALIBRATION_BINS);
	if (bin >= CALIBRATION_BINS)
		bin = CALIBRATION_BINS - 1;
	c->n[bin]++;
	c->right[bin] += e->is_true;
	/* log(1 + exp(x)) without overflow. */
	sum = e->is_true ? -sum : sum;
	*loss_r = fmax(sum, 0) + log1p(exp(-fabs(sum)));
	o->loss += *loss_r;
	o->right += e->is_true && p >= CERTAIN;
	o->wrong += !e->is_true && p >= CERTAIN;
	o->missed += e->is_true && p < CERTAIN;
}

/*
 * Judges the examples of one act, or those of one fold of it; losses is by
 * example.
 */
static void judge(const struct training *t, enum act_kind act, size_t fold,
    const double *weights, struct judgement *j, double *losses)
{
	for (size_t i = 0; i < t->n; i++)
		if (t->examples[i].act == act &&
		    (fold == TRAINING_FOLDS || t->examples[i].fold == fold))
			judge_one(j, &t->examples[i], t->n_rules, weights,
			    &losses[i]);
}

static void count_missed(const struct training *t, struct judgement *j)
{
	for (int set = 0; set < LABEL_SETS; set++)
		for (int act = 0; act < TRAINED_ACTS; act++)
			j->outcomes[set][act].missed += t->missed[set][act];
}

struct judgement training_judge(const struct training *t)
{
	struct judgement j = {0};
	double *weights = mem_alloc(n_weights(t), sizeof(*weights));
	double *losses = mem_alloc(t->n + 1, sizeof(*losses));

	for (int act = 0; act < TRAINED_ACTS; act++) {
		use_scores(t, (enum act_kind)act, weights);
		judge(
		    t, (enum act_kind)act, TRAINING_FOLDS, weights, &j, losses);
	}
	count_missed(t, &j);
	free(losses);
	free(weights);
	return j;
}

/* A way to weigh one act, judged without having seen what it is judged by. */
struct candidate {
	double pull; /* 0: the scores as they are */
	struct judgement judgement;
	double *losses; /* by example */
};

/* Room to fit one act again and again. */
struct bench {
	const struct training *training;
	enum act_kind act;
	struct logistic_row *rows;
	struct logistic_prior *priors;
	double *weights;
};

static struct logistic_prior prior_of(double score, double pull)
{
	return (struct logistic_prior){.mean = score,
	    .low = score * (score < 0 ? MOST : LEAST),
	    .high = score * (score < 0 ? LEAST : MOST),
	    .pull = pull};
}

static double counts(const struct example *e)
{
	return e->set == LABELS_SENTENCES ? SENTENCE_COUNTS : 1;
}

/* Fits the examples that are not of that fold, to bench.weights. */
static void fit(struct bench *b, double pull, size_t without)
{
	const struct training *t = b->training;
	size_t n = 0;

	for (size_t i = 0; i < t->n; i++) {
		const struct example *e = &t->examples[i];

		if (e->act != b->act || e->fold == without)
			continue;
		b->rows[n++] = (struct logistic_row){.on = e->on,
		    .n_on = e->n_on,
		    .is_true = e->is_true,
		    .counts = counts(e)};
	}
	for (size_t i = 0; i < t->n_rules; i++)
		b->priors[i] = prior_of((double)t->scores[i][b->act], pull);
	b->priors[t->n_rules] = (struct logistic_prior){.mean = t->bias[b->act],
	    .low = fmin(BIAS_LOW, t->bias[b->act]),
	    .high = fmax(BIAS_HIGH, t->bias[b->act]),
	    .pull = pull};
	b->priors[t->n_rules + 1] = offset_prior;
	logistic_fit(b->rows, n, b->priors, n_weights(t), b->weights);
}

static void cross_validate(struct bench *b, struct candidate *c)
{
	for (size_t fold = 0; fold < TRAINING_FOLDS; fold++) {
		fit(b, c->pull, fold);
		judge(b->training, b->act, fold, b->weights, &c->judgement,
		    c->losses);
	}
}

/* By how much x loses more than y, and the standard error of that. */
static double difference(const struct bench *b, const struct candidate *x,
    const struct candidate *y, double *error_r)
{
	const struct training *t = b->training;
	double sum = 0, squares = 0, n = 0;

	for (size_t i = 0; i < t->n; i++) {
		const struct example *e = &t->examples[i];
		double d = (x->losses[i] - y->losses[i]) * counts(e);

		if (e->act != b->act)
			continue;
		n++;
		sum += d;
		squares += d * d;
	}
	*error_r = n > 0 ? sqrt(fmax(0, squares - sum * sum / n)) : 0;
	return sum;
}

/* How often it is wrong at the threshold, as labels count. */
static double errors(const struct candidate *c, enum act_kind act)
{
	const struct outcome *m = &c->judgement.outcomes[LABELS_MESSAGES][act];
	const struct outcome *s = &c->judgement.outcomes[LABELS_SENTENCES][act];

	return (double)(m->wrong + m->missed) +
	       SENTENCE_COUNTS * (double)(s->wrong + s->missed);
}

/*
 * The one that is nearest to the scores among those that are no more than
 * one standard error worse than the best (Breiman et al. 1984, 3.4.3): what
 * few labels say is not believed.
 */
static const struct candidate *choose(
    const struct bench *b, const struct candidate *c, size_t n)
{
	const struct candidate *best = c;
	double error;

	for (size_t i = 1; i < n; i++)
		if (errors(&c[i], b->act) <= errors(&c[0], b->act) &&
		    difference(b, &c[i], best, &error) < 0)
			best = &c[i];
	for (size_t i = 0; i < n; i++)
		if (errors(&c[i], b->act) <= errors(&c[0], b->act) &&
		    difference(b, &c[i], best, &error) <= error)
			return &c[i];
	return best;
}

static void take(
    struct judgement *to, const struct judgement *from, enum act_kind act)
{
	for (int set = 0; set < LABEL_SETS; set++) {
		struct calibration *c = &to->calibrations[set];

		to->outcomes[set][act] = from->outcomes[set][act];
		for (int i = 0; i < CALIBRATION_BINS; i++) {
			c->n[i] += from->calibrations[set].n[i];
			c->right[i] += from->calibrations[set].right[i];
		}
	}
}

static void fit_act(struct bench *b, struct fit *f)
{
	const struct training *t = b->training;
	enum act_kind act = b->act;
	struct candidate tried[PULLS + 1] = {0};
	const struct candidate *chosen;
	struct judgement seen = {0};

	for (size_t i = 0; i <= PULLS; i++)
		tried[i].losses = mem_alloc(t->n + 1, sizeof(double));
	use_scores(t, act, f->weights[act]);
	judge(t, act, TRAINING_FOLDS, f->weights[act], &tried[0].judgement,
	    tried[0].losses);
	for (size_t i = 1; i <= PULLS; i++) {
		tried[i].pull = pulls[i - 1];
		cross_validate(b, &tried[i]);
	}
	chosen = choose(b, tried, PULLS + 1);
	f->pulls[act] = chosen->pull;
	f->is_better[act] = chosen->pull > 0;
	if (f->is_better[act]) {
		fit(b, chosen->pull, TRAINING_FOLDS);
		memcpy(f->weights[act], b->weights,
		    n_weights(t) * sizeof(*b->weights));
	}
	take(&f->held_out, &chosen->judgement, act);
	judge(t, act, TRAINING_FOLDS, f->weights[act], &seen, tried[0].losses);
	take(&f->seen, &seen, act);
	for (size_t i = 0; i <= PULLS; i++)
		free(tried[i].losses);
}

struct fit training_fit(const struct training *t, struct arena *a)
{
	struct fit f = {0};
	struct bench b = {.training = t,
	    .rows = mem_alloc(t->n + 1, sizeof(*b.rows)),
	    .priors = mem_alloc(n_weights(t), sizeof(*b.priors)),
	    .weights = mem_alloc(n_weights(t), sizeof(*b.weights))};

	for (int act = 0; act < TRAINED_ACTS; act++) {
		f.weights[act] =
		    arena_array(a, n_weights(t), sizeof(**f.weights));
		b.act = (enum act_kind)act;
		fit_act(&b, &f);
	}
	count_missed(t, &f.held_out);
	count_missed(t, &f.seen);
	free(b.rows);
	free(b.priors);
	free(b.weights);
	return f;
}
