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

/* Whether some rule that it names answers true to is_bad. */
bool expression_mentions(
    const struct expression *e, expression_rule *is_bad, void *context);

#endif
