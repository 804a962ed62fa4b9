/* SPDX-License-Identifier: ISC */
/*
 * Ties a language's entries together once all its files are read: scores to
 * rules, expressions to what they name, literals to the prefilter.
 */
#include "base/arena.h"
#include "base/diag.h"
#include "rule/expression.h"
#include "rule/rules.h"
#include "rule/ruleset.h"

#include <string.h>

#define DEFAULT_SCORE 1.0F

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
	for (size_t i = 0; i < s->n_rules; i++) {
		struct rule *rule = &s->rules[i];

		rule->is_wanted = rule->is_nothing;
		for (int act = 0; act < ACT_KINDS; act++)
			if (rule->scores[act] < 0 || rule->scores[act] > 0)
				rule->is_wanted = true;
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
	for (size_t i = 0; i < s->n_rules; i++) {
		struct rule *rule = &s->rules[i];
		struct walk w = {.set = s, .goal = i};
		const char *error = NULL;
		size_t offset = 0;

		rule->expression = NULL;
		if (!rule->source)
			continue;
		rule->expression = expression_parse(
		    r->arena, s, rule->source, &error, &offset);
		if (rule->expression &&
		    expression_mentions(rule->expression, leads_to, &w)) {
			rule->expression = NULL;
			error = "the expression leads back to itself, or "
				"through too many others";
		}
		if (error)
			diag_at(r->diag, rule->place.file, rule->place.line,
			    rule->place.column + (int)offset, "%s", error);
	}
}

struct insertions {
	struct arena *arena;
	struct ruleset *set;
};

/* The literals of a macro, found once: a literals_macro. */
static const struct literals *macro_literals(
    void *context, const char *name, size_t len_bytes)
{
	const struct insertions *in = context;
	struct macro *m = ruleset_macro(in->set, name, len_bytes);

	if (!m)
		return NULL;
	if (m->state == MACRO_FRESH) {
		m->state = MACRO_BUSY;
		m->literals = arena_alloc(in->arena, sizeof(*m->literals));
		m->state = literals_find(in->arena, m->text, macro_literals,
			       context, m->literals)
			       ? MACRO_CLOSED
			       : MACRO_OPEN;
	}
	return m->state == MACRO_CLOSED ? m->literals : NULL;
}

static void link_prefilter(struct rules *r, struct ruleset *s)
{
	struct insertions in = {.arena = r->arena, .set = s};
	struct literals literals;

	for (size_t i = 0; i < s->n_macros; i++)
		s->macros[i].state = MACRO_FRESH;
	s->prefilter = prefilter_new(r->arena, s->n_rules);
	for (size_t i = 0; i < s->n_rules; i++) {
		struct rule *rule = &s->rules[i];

		literals.n = 0;
		if (rule->pattern)
			(void)literals_find(r->arena, rule->pattern,
			    macro_literals, &in, &literals);
		rule->has_literals = literals.n > 0;
		if (r->flags & RULES_NO_PREFILTER)
			literals.n = 0;
		prefilter_add(r->arena, s->prefilter, i, &literals);
	}
}

void ruleset_link(struct rules *r, struct ruleset *s)
{
	link_scores(r, s);
	for (size_t i = 0; i < s->n_descriptions; i++) {
		const struct describe_line *line = &s->descriptions[i];
		struct rule *rule = named(r, s, line->name, line->place);

		if (rule)
			rule->description = line->text;
	}
	link_expressions(r, s);
	link_prefilter(r, s);
}
