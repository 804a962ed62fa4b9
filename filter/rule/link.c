/* SPDX-License-Identifier: ISC */
/*
 * Ties a language's entries together once all its files are read: scores to
 * rules, expressions to what they name.
 */
#include "base/arena.h"
#include "base/diag.h"
#include "base/mem.h"
#include "rule/expression.h"
#include "rule/rules.h"
#include "rule/ruleset.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#define DEFAULT_SCORE 1.0F
/* Scores are written with two decimals. */
#define SAME_SCORE 0.005F

static struct rule *named(
    struct rules *r, const struct ruleset *s, const char *name, struct place p)
{
	size_t i = ruleset_rule(s, name, strlen(name));

	if (i != (size_t)-1)
		return &s->rules[i];
	diag_at(r->diag, p.file, p.line, p.column, "no rule has the name '%s'",
	    name);
	return NULL;
}

static void link_scores(struct rules *r, struct ruleset *s)
{
	for (size_t i = 0; i < s->n_rules; i++)
		for (int act = 0; act < ACT_KINDS; act++)
			s->rules[i].scores[act] =
			    s->rules[i].acts >> act & 1 ? DEFAULT_SCORE : 0;
	for (size_t i = 0; i < s->n_scores; i++) {
		const struct score_line *line = &s->scores[i];
		struct rule *rule = named(r, s, line->name, line->place);

		if (!rule)
			continue;
		if (line->act != ACT_KINDS) {
			rule->scores[line->act] = line->value;
			continue;
		}
		for (int act = 0; act < ACT_KINDS; act++)
			if (rule->acts >> act & 1)
				rule->scores[act] = line->value;
	}
}

static bool is_same_score(double a, double b)
{
	return a - b < (double)SAME_SCORE && b - a < (double)SAME_SCORE;
}

/*
 * Weights stand in for the scores that they were fitted from. A score that
 * was changed by hand since, a user's 0 say, holds; of several weights for
 * one score the last counts.
 */
static void link_weights(struct ruleset *s)
{
	float(*by_hand)[ACT_KINDS];

	memcpy(s->bias, s->bias_read, sizeof(s->bias));
	s->n_lapsed = 0;
	if (!s->n_weights)
		return;
	by_hand = mem_alloc(s->n_rules + 1, sizeof(*by_hand));
	for (size_t i = 0; i < s->n_rules; i++)
		memcpy(by_hand[i], s->rules[i].scores, sizeof(by_hand[i]));
	for (size_t i = 0; i < s->n_weights; i++) {
		const struct weight_line *w = &s->weights[i];
		size_t rule = ruleset_rule(s, w->name, strlen(w->name));

		if (!strcmp(w->name, WEIGHT_BIAS) &&
		    is_same_score(s->bias_read[w->act], (double)w->from))
			s->bias[w->act] = (double)w->value;
		else if (rule != (size_t)-1 &&
			 is_same_score(
			     (double)by_hand[rule][w->act], (double)w->from))
			s->rules[rule].scores[w->act] = w->value;
		else
			s->n_lapsed++;
	}
	free(by_hand);
}

/* What each rule's scores make of it. */
static void link_sides(struct rules *r, struct ruleset *s)
{
	s->nothings = arena_array(r->arena, s->n_rules, sizeof(*s->nothings));
	s->n_nothings = 0;
	s->asides = arena_array(r->arena, s->n_rules, sizeof(*s->asides));
	s->vocatives = arena_array(r->arena, s->n_rules, sizeof(*s->vocatives));
	s->n_asides = s->n_vocatives = 0;
	for (size_t i = 0; i < s->n_rules; i++) {
		struct rule *rule = &s->rules[i];

		rule->speaks_for = rule->speaks_against = 0;
		for (unsigned act = 0; act < ACT_KINDS; act++) {
			if (rule->scores[act] > 0)
				rule->speaks_for |= 1U << act;
			if (rule->scores[act] < 0)
				rule->speaks_against |= 1U << act;
		}
		if (rule->is_nothing)
			s->nothings[s->n_nothings++] = (uint16_t)i;
		if (rule->is_aside)
			s->asides[s->n_asides++] = (uint16_t)i;
		if (rule->is_vocative)
			s->vocatives[s->n_vocatives++] = (uint16_t)i;
	}
}

/* Walks from one expression to those it names, back to a rule. */
struct walk {
	const struct ruleset *set;
	size_t goal;
	int depth;
};

#define DEEPEST 20

static bool leads_to(void *context, size_t rule)
{
	struct walk *w = context;
	const struct expression *e = w->set->rules[rule].expression;
	bool found;

	if (rule == w->goal || w->depth >= DEEPEST)
		return true;
	if (!e)
		return false;
	w->depth++;
	found = expression_mentions(e, leads_to, w);
	w->depth--;
	return found;
}

static void link_expressions(struct rules *r, struct ruleset *s)
{
	assert(s->rules || !s->n_rules);
	for (size_t i = 0; i < s->n_rules; i++) {
		struct rule *rule = &s->rules[i];
		struct walk w = {.set = s, .goal = i};
		struct expression *e = NULL;
		const char *error = NULL;
		size_t offset = 0;

		if (rule->source)
			e = expression_parse(
			    r->arena, s, rule->source, &error, &offset);
		if (e && expression_mentions(e, leads_to, &w)) {
			e = NULL;
			error = "the expression leads back to itself, or "
				"through too many others";
		}
		rule->expression = e;
		if (error)
			diag_at(r->diag, rule->place.file, rule->place.line,
			    rule->place.column + (int)offset, "%s", error);
	}
}

void ruleset_link(struct rules *r, struct ruleset *s)
{
	link_scores(r, s);
	link_weights(s);
	link_sides(r, s);
	for (size_t i = 0; i < s->n_descriptions; i++) {
		const struct describe_line *line = &s->descriptions[i];
		struct rule *rule = named(r, s, line->name, line->place);

		if (rule)
			rule->description = line->text;
	}
	link_expressions(r, s);
	s->prefilter = NULL; /* built when it is needed */
	ruleset_sort(r->arena, s);
}
