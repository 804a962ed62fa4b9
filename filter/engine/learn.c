/* SPDX-License-Identifier: ISC */
/*
 * What the user's marks teach, gently: how sure rapport is of what a rule
 * finds, not what is found. Nothing is derived anew, so that the order in
 * which mail and marks come makes no difference.
 */
#include "engine/learn.h"
#include "base/arena.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Right and wrong cases that a rule starts with. */
#define RIGHT_BEFORE 18.0
#define WRONG_BEFORE 2.0

struct rule_marks {
	const char *rule;
	double right, wrong; /* shares of marks */
	size_t n_right, n_wrong;
};

struct learning {
	struct arena *arena;
	struct rule_marks *rules; /* sorted by name */
	size_t n, cap;
};

struct learning *learning_new(struct arena *a)
{
	struct learning *l = arena_alloc(a, sizeof(*l));

	l->arena = a;
	return l;
}

/* Where the rule is, or would be. */
static size_t place_of(const struct learning *l, const char *rule)
{
	size_t low = 0, high = l->n;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (strcmp(l->rules[middle].rule, rule) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static struct rule_marks *find(const struct learning *l, const char *rule)
{
	size_t i = place_of(l, rule);

	return i < l->n && !strcmp(l->rules[i].rule, rule) ? &l->rules[i]
							   : NULL;
}

static struct rule_marks *find_or_add(struct learning *l, const char *rule)
{
	struct rule_marks *m = find(l, rule);
	size_t i;

	if (m)
		return m;
	l->rules =
	    arena_grow(l->arena, l->rules, l->n, &l->cap, sizeof(*l->rules));
	i = place_of(l, rule);
	memmove(&l->rules[i + 1], &l->rules[i], (l->n - i) * sizeof(*l->rules));
	l->n++;
	l->rules[i] = (struct rule_marks){.rule = rule};
	return &l->rules[i];
}

void learning_mark(
    struct learning *l, const char *const *rules, size_t n_rules, bool is_right)
{
	for (size_t i = 0; i < n_rules; i++) {
		struct rule_marks *m = find_or_add(l, rules[i]);

		if (is_right) {
			m->right += 1 / (double)n_rules;
			m->n_right++;
		} else {
			m->wrong += 1 / (double)n_rules;
			m->n_wrong++;
		}
	}
}

struct learnt learning_of(
    const struct learning *l, const char *const *rules, size_t n_rules)
{
	struct learnt learnt = {.rule = ""};

	for (size_t i = 0; i < n_rules; i++) {
		const struct rule_marks *m = find(l, rules[i]);

		if (!m)
			continue;
		learnt.shift +=
		    log((RIGHT_BEFORE + m->right) / (WRONG_BEFORE + m->wrong)) -
		    log(RIGHT_BEFORE / WRONG_BEFORE);
		if (m->n_right + m->n_wrong <= learnt.n_right + learnt.n_wrong)
			continue;
		learnt.rule = m->rule;
		learnt.n_right = m->n_right;
		learnt.n_wrong = m->n_wrong;
	}
	learnt.shift = fmax(-LEARNT_MOST, fmin(LEARNT_MOST, learnt.shift));
	return learnt;
}

double learnt_confidence(double confidence, double shift)
{
	if (confidence <= 0 || confidence >= 1)
		return confidence;
	return 1 / (1 + (1 - confidence) / confidence * exp(-shift));
}
