/* SPDX-License-Identifier: ISC */
/*
 * Sorts a language's rules into sets, so that a sentence costs what may
 * match in it and not what rules there are. An expression that cannot be
 * true unless one of some patterns matches is woken by these and sleeps
 * otherwise.
 */
#include "base/arena.h"
#include "base/bits.h"
#include "rule/expression.h"
#include "rule/rules.h"
#include "rule/ruleset.h"

static uint64_t *new_bits(struct arena *a, const struct ruleset *s)
{
	return arena_array(a, bits_words(s->n_rules), sizeof(uint64_t));
}

static void sort_sides(struct arena *a, struct ruleset *s)
{
	s->speakers = new_bits(a, s);
	s->weighers = new_bits(a, s);
	for (size_t i = 0; i < s->n_rules; i++) {
		const struct rule *rule = &s->rules[i];

		if (rule->speaks_for)
			bits_add(s->speakers, i);
		if (rule->speaks_for || rule->speaks_against ||
		    rule->is_nothing)
			bits_add(s->weighers, i);
	}
}

static void sort_targets(struct arena *a, struct ruleset *s)
{
	for (int t = 0; t < TARGETS; t++)
		s->of_target[t] = new_bits(a, s);
	for (size_t i = 0; i < s->n_rules; i++)
		if (s->rules[i].pattern && !s->rules[i].expression)
			bits_add(s->of_target[s->rules[i].target], i);
}

/*
 * Goes through all pairs of an expression and a pattern that wakes it:
 * counts them by pattern, or puts the expressions where at says.
 */
static void each_pair(const struct ruleset *s, uint64_t *const *needs,
    uint32_t *at, uint16_t *woken)
{
	for (size_t i = 0; i < s->n_rules; i++) {
		if (!s->rules[i].expression || !needs[i])
			continue;
		for (size_t w = 0; w < bits_words(s->n_rules); w++)
			for (uint64_t left = needs[i][w]; left;
			     left &= left - 1) {
				uint32_t *n = &at[w * 64 + bits_lowest(left)];

				if (woken)
					woken[*n] = (uint16_t)i;
				++*n;
			}
	}
}

static void sort_expressions(struct arena *a, struct ruleset *s)
{
	struct arena *scratch = arena_new();
	uint64_t **needs = expressions_need(scratch, s);
	uint32_t *at = arena_array(scratch, s->n_rules + 1, sizeof(*at));
	uint32_t total = 0;

	s->free = new_bits(a, s);
	s->waking = new_bits(a, s);
	s->wakes = arena_array(a, s->n_rules + 1, sizeof(*s->wakes));
	each_pair(s, needs, at, NULL);
	for (size_t i = 0; i < s->n_rules; i++) {
		struct rule *rule = &s->rules[i];
		uint32_t n = at[i];

		if (n)
			bits_add(s->waking, i);
		at[i] = s->wakes[i] = total;
		total += n;
		if (!rule->expression)
			continue;
		if (!needs[i])
			bits_add(s->free, i);
		expression_facts(
		    rule->expression, &rule->all_facts, &rule->no_facts);
	}
	s->wakes[s->n_rules] = total;
	s->woken = arena_array(a, (size_t)total + 1, sizeof(*s->woken));
	each_pair(s, needs, at, s->woken);
	arena_free(scratch);
}

void ruleset_sort(struct arena *a, struct ruleset *s)
{
	sort_sides(a, s);
	sort_targets(a, s);
	sort_expressions(a, s);
}

struct insertions {
	struct arena *arena;
	struct ruleset *set;
};

/* The needs of a macro, found once: a literals_macro. */
static const struct needs *macro_needs(
    void *context, const char *name, size_t len_bytes)
{
	const struct insertions *in = context;
	struct macro *m = ruleset_macro(in->set, name, len_bytes);
	struct pattern_needs *needs;

	if (!m)
		return NULL;
	if (m->state == MACRO_FRESH) {
		m->state = MACRO_BUSY;
		needs = arena_alloc(in->arena, sizeof(*needs));
		m->state = literals_find(in->arena, m->text, 0, macro_needs,
			       context, needs)
			       ? MACRO_CLOSED
			       : MACRO_OPEN;
		m->needs = &needs->branches[0];
	}
	return m->state == MACRO_CLOSED ? m->needs : NULL;
}

void ruleset_index(struct rules *r, struct ruleset *s)
{
	/* What it takes to build the index is dropped. */
	struct arena *scratch;
	struct insertions in = {.set = s};
	struct prefilter_builder *b;
	struct pattern_needs needs;

	if (s->prefilter)
		return;
	scratch = in.arena = arena_new();
	b = prefilter_begin(scratch, s->n_rules);
	prefilter_common(b, s->common, s->n_common);
	for (size_t i = 0; i < s->n_macros; i++)
		s->macros[i].state = MACRO_FRESH;
	for (size_t i = 0; i < s->n_rules; i++) {
		struct rule *rule = &s->rules[i];

		needs.n = 0;
		if (rule->pattern)
			(void)literals_find(scratch, rule->pattern, rule->flags,
			    macro_needs, &in, &needs);
		if (r->flags & RULES_NO_PREFILTER)
			needs.n = 0;
		prefilter_add(b, i, &needs);
	}
	s->prefilter = prefilter_end(b, r->arena);
	for (size_t i = 0; i < s->n_macros; i++)
		s->macros[i].needs = NULL;
	arena_free(scratch);
}
