/* SPDX-License-Identifier: ISC */
#ifndef RULE_EXPRESSION_H
#define RULE_EXPRESSION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct expression;
struct ruleset;

/*
 * Parses "A && !(B || C)" over the names of rules and facts. NULL, with
 * a text in *error_r and its offset in *offset_r, when it is wrong.
 */
struct expression *expression_parse(struct arena *a, const struct ruleset *s,
    const char *text, const char **error_r, size_t *offset_r);

/* Answers for the rule of that index. */
typedef bool expression_rule(void *context, size_t rule);

bool expression_value(const struct expression *e, uint32_t facts,
    expression_rule *rule, void *context);

/*
 * Whether it may be true for all that the facts say, and the rules that can
 * match at all: may[bits_words(n_rules)].
 */
bool expression_can_hold(
    const struct expression *e, uint32_t facts, const uint64_t *may);

/* The facts that must hold, and must not, for it to be true. */
void expression_facts(
    const struct expression *e, uint32_t *all_r, uint32_t *none_r);

/*
 * For each rule with an expression the rules with a pattern of which one
 * must match for it to be true, as bits[bits_words(n_rules)]; NULL where it
 * can be true without. In the arena.
 */
uint64_t **expressions_need(struct arena *a, const struct ruleset *s);

/* Whether some rule that it names answers true to is_bad. */
bool expression_mentions(
    const struct expression *e, expression_rule *is_bad, void *context);

#endif
