/* SPDX-License-Identifier: ISC */
/* Expressions over rules and facts: !, && and ||, with parentheses. */
#include "rule/expression.h"
#include "base/arena.h"
#include "base/bits.h"
#include "rule/ruleset.h"

#include <string.h>

#define DEEPEST 40

enum operator{ OP_RULE, OP_FACT, OP_NOT, OP_AND, OP_OR };

struct expression {
	enum operator op;
	size_t rule;                    /* OP_RULE */
	uint32_t fact;                  /* OP_FACT */
	const struct expression *a, *b; /* operands */
};

struct parser {
	struct arena *arena;
	const struct ruleset *set;
	const char *start, *at;
	const char *error; /* the first one */
	size_t offset;
	int depth;
};

static struct expression *either(struct parser *p);

static struct expression *fail(struct parser *p, const char *error)
{
	if (!p->error) {
		p->error = error;
		p->offset = (size_t)(p->at - p->start);
	}
	return NULL;
}

static void blanks(struct parser *p)
{
	while (str_space(*p->at))
		p->at++;
}

static struct expression *node(struct parser *p, enum operator op,
    const struct expression *a, const struct expression *b)
{
	struct expression *e = arena_alloc(p->arena, sizeof(*e));

	e->op = op;
	e->a = a;
	e->b = b;
	return e;
}

static struct expression *name(struct parser *p)
{
	struct expression *e = node(p, OP_FACT, NULL, NULL);
	size_t n = 0;

	while (str_alpha(p->at[n]) || str_digit(p->at[n]) || p->at[n] == '_')
		n++;
	if (!n)
		return fail(p, "a name, '!' or '(' should stand here");
	e->fact = fact_from_name(p->at, n);
	if (!e->fact) {
		e->op = OP_RULE;
		e->rule = ruleset_rule(p->set, p->at, n);
		if (e->rule == (size_t)-1)
			return fail(p, "no rule or fact has this name");
	}
	p->at += n;
	return e;
}

static struct expression *operand(struct parser *p)
{
	struct expression *e;

	blanks(p);
	if (++p->depth > DEEPEST)
		return fail(p, "the expression is nested too deeply");
	if (*p->at == '!') {
		p->at++;
		e = operand(p);
		e = e ? node(p, OP_NOT, e, NULL) : NULL;
	} else if (*p->at == '(') {
		p->at++;
		e = either(p);
		if (e && *p->at != ')')
			return fail(p, "')' should stand here");
		p->at++;
	} else {
		e = name(p);
	}
	p->depth--;
	if (e)
		blanks(p);
	return e;
}

static struct expression *both(struct parser *p)
{
	struct expression *e = operand(p), *f;

	while (e && p->at[0] == '&' && p->at[1] == '&') {
		p->at += 2;
		f = operand(p);
		e = f ? node(p, OP_AND, e, f) : NULL;
	}
	return e;
}

static struct expression *either(struct parser *p)
{
	struct expression *e = both(p), *f;

	while (e && p->at[0] == '|' && p->at[1] == '|') {
		p->at += 2;
		f = both(p);
		e = f ? node(p, OP_OR, e, f) : NULL;
	}
	return e;
}

struct expression *expression_parse(struct arena *a, const struct ruleset *s,
    const char *text, const char **error_r, size_t *offset_r)
{
	struct parser p = {.arena = a, .set = s, .start = text, .at = text};
	struct expression *e = either(&p);

	if (e && *p.at)
		e = fail(&p, "'&&' or '||' should stand here");
	if (!e) {
		*error_r = p.error;
		*offset_r = p.offset;
	}
	return e;
}

bool expression_value(const struct expression *e, uint32_t facts,
    expression_rule *rule, void *context)
{
	switch (e->op) {
	case OP_RULE:
		return rule(context, e->rule);
	case OP_FACT:
		return facts & e->fact;
	case OP_NOT:
		return !expression_value(e->a, facts, rule, context);
	case OP_AND:
		return expression_value(e->a, facts, rule, context) &&
		       expression_value(e->b, facts, rule, context);
	case OP_OR:
		break;
	}
	return expression_value(e->a, facts, rule, context) ||
	       expression_value(e->b, facts, rule, context);
}

bool expression_can_hold(
    const struct expression *e, uint32_t facts, const uint64_t *may)
{
	switch (e->op) {
	case OP_RULE:
		return bits_have(may, e->rule);
	case OP_FACT:
		return facts & e->fact;
	case OP_NOT:
		return e->a->op != OP_FACT || !(facts & e->a->fact);
	case OP_AND:
		return expression_can_hold(e->a, facts, may) &&
		       expression_can_hold(e->b, facts, may);
	case OP_OR:
		break;
	}
	return expression_can_hold(e->a, facts, may) ||
	       expression_can_hold(e->b, facts, may);
}

bool expression_mentions(
    const struct expression *e, expression_rule *is_bad, void *context)
{
	if (e->op == OP_RULE)
		return is_bad(context, e->rule);
	return (e->a && expression_mentions(e->a, is_bad, context)) ||
	       (e->b && expression_mentions(e->b, is_bad, context));
}

void expression_facts(
    const struct expression *e, uint32_t *all_r, uint32_t *none_r)
{
	uint32_t all = 0, none = 0;

	*all_r = *none_r = 0;
	if (e->op == OP_FACT) {
		*all_r = e->fact;
	} else if (e->op == OP_NOT) {
		*none_r = e->a->op == OP_FACT ? e->a->fact : 0;
	} else if (e->op == OP_AND) {
		expression_facts(e->a, all_r, none_r);
		expression_facts(e->b, &all, &none);
		*all_r |= all;
		*none_r |= none;
	} else if (e->op == OP_OR) {
		expression_facts(e->a, all_r, none_r);
		expression_facts(e->b, &all, &none);
		*all_r &= all;
		*none_r &= none;
	}
}

/* What rules need, found once for each. */
struct finder {
	struct arena *arena;
	const struct ruleset *set;
	uint64_t **needs; /* by rule */
	bool *is_found;
};

static uint64_t *needs_of(struct finder *f, const struct expression *e);

static uint64_t *new_bits(struct finder *f)
{
	return arena_array(
	    f->arena, bits_words(f->set->n_rules), sizeof(uint64_t));
}

static uint64_t *needs_of_rule(struct finder *f, size_t i)
{
	const struct rule *rule = &f->set->rules[i];

	if (f->is_found[i])
		return f->needs[i];
	if (rule->expression) {
		f->needs[i] = needs_of(f, rule->expression);
	} else {
		f->needs[i] = new_bits(f);
		bits_add(f->needs[i], i);
	}
	f->is_found[i] = true;
	return f->needs[i];
}

static size_t count(const struct finder *f, const uint64_t *bits)
{
	size_t n = 0;

	for (size_t i = 0; i < bits_words(f->set->n_rules); i++)
		n += (size_t)__builtin_popcountll(bits[i]);
	return n;
}

static uint64_t *needs_of(struct finder *f, const struct expression *e)
{
	uint64_t *a, *b, *either;

	if (e->op == OP_RULE)
		return needs_of_rule(f, e->rule);
	if (e->op == OP_FACT || e->op == OP_NOT)
		return NULL;
	a = needs_of(f, e->a);
	b = needs_of(f, e->b);
	if (e->op == OP_AND)
		return !a || (b && count(f, b) < count(f, a)) ? b : a;
	if (!a || !b)
		return NULL;
	either = new_bits(f);
	for (size_t i = 0; i < bits_words(f->set->n_rules); i++)
		either[i] = a[i] | b[i];
	return either;
}

uint64_t **expressions_need(struct arena *a, const struct ruleset *s)
{
	struct finder f = {.arena = a, .set = s};

	f.needs = arena_array(a, s->n_rules, sizeof(*f.needs));
	f.is_found = arena_array(a, s->n_rules, sizeof(*f.is_found));
	for (size_t i = 0; i < s->n_rules; i++)
		if (s->rules[i].expression)
			(void)needs_of_rule(&f, i);
	return f.needs;
}
