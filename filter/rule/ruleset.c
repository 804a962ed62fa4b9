/* SPDX-License-Identifier: ISC */
/* The tables of one language: finding, adding and compiling rules. */
#include "rule/ruleset.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/limits.h"
#include "rule/factor.h"
#include "rule/rules.h"

#include <string.h>

/* A pattern that grows beyond this by its macros is a mistake. */
#define LONGEST_PATTERN_BYTES 32768
#define MACRO_DEPTH           8

struct fact {
	const char *name;
	uint32_t value;
};

static const struct fact facts[] = {
    {"IS_QUESTION", FACT_IS_QUESTION},
    {"HAS_DATE", FACT_HAS_DATE},
    {"DATE_BY", FACT_DATE_BY},
    {"DATE_PAST", FACT_DATE_PAST},
    {"DATE_VAGUE", FACT_DATE_VAGUE},
    {"IS_REPLY", FACT_IS_REPLY},
    {"IS_FORWARD", FACT_IS_FORWARD},
    {"FIRST_SENTENCE", FACT_FIRST_SENTENCE},
    {"LAST_SENTENCE", FACT_LAST_SENTENCE},
    {"TO_ME", FACT_TO_ME},
    {"CC_ONLY", FACT_CC_ONLY},
    {"NAMED_ME", FACT_NAMED_ME},
    {"NAMED_OTHER", FACT_NAMED_OTHER},
    {"INLINE_ANSWER", FACT_INLINE_ANSWER},
    {"HAS_ATTACHMENT", FACT_HAS_ATTACHMENT},
    {"OUTGOING", FACT_OUTGOING},
    {"INCOMING", FACT_INCOMING},
    {"LIST", FACT_LIST},
    {"BULLET", FACT_BULLET},
    {"SHORT", FACT_SHORT},
    {"LONG", FACT_LONG},
    {"MANY_RECIPIENTS", FACT_MANY_RECIPIENTS},
    {"SMILES", FACT_SMILES},
    {"IN_TASKS", FACT_IN_TASKS},
    {"TASKS_MINE", FACT_TASKS_MINE},
    {"TASKS_YOURS", FACT_TASKS_YOURS},
};

uint32_t fact_from_name(const char *name, size_t len)
{
	for (size_t i = 0; i < sizeof(facts) / sizeof(facts[0]); i++)
		if (!strncmp(facts[i].name, name, len) && !facts[i].name[len])
			return facts[i].value;
	return 0;
}

struct ruleset *ruleset_find(const struct rules *r, const char *language)
{
	struct ruleset *most = r->n_sets ? &r->sets[0] : NULL;

	for (size_t i = 0; language && i < r->n_sets; i++)
		if (!strcmp(r->sets[i].language.name, language))
			return &r->sets[i];
	if (r->preferred && language != r->preferred)
		return ruleset_find(r, r->preferred);
	/* Some languages are there to tell quotes apart and no more. */
	for (size_t i = 1; i < r->n_sets; i++)
		if (r->sets[i].n_rules > most->n_rules)
			most = &r->sets[i];
	return most;
}

/* FNV-1a. */
static size_t hash(const char *name, size_t len)
{
	uint32_t h = 2166136261U;

	for (size_t i = 0; i < len; i++)
		h = (h ^ (unsigned char)name[i]) * 16777619U;
	return h;
}

/* The slot of a name: its own, or the free one where it belongs. */
static size_t slot(const struct ruleset *s, const char *name, size_t len)
{
	size_t i = hash(name, len) & (s->n_names - 1);

	while (s->names[i]) {
		const char *other = s->rules[s->names[i] - 1].name;

		if (!strncmp(other, name, len) && !other[len])
			break;
		i = (i + 1) & (s->n_names - 1);
	}
	return i;
}

size_t ruleset_rule(const struct ruleset *s, const char *name, size_t len)
{
	size_t i;

	if (!s->n_names)
		return (size_t)-1;
	i = slot(s, name, len);
	return s->names[i] ? s->names[i] - 1U : (size_t)-1;
}

/* Keeps the hash at most half full. */
static void grow_names(struct arena *a, struct ruleset *s)
{
	if (2 * (s->n_rules + 1) <= s->n_names)
		return;
	s->n_names = s->n_names ? 2 * s->n_names : 512;
	s->names = arena_array(a, s->n_names, sizeof(*s->names));
	for (size_t i = 0; i < s->n_rules; i++) {
		const char *name = s->rules[i].name;

		s->names[slot(s, name, strlen(name))] = (uint16_t)(i + 1);
	}
}

struct rule *ruleset_add(struct arena *a, struct ruleset *s, const char *name)
{
	size_t i = ruleset_rule(s, name, strlen(name));
	struct rule *rule;

	if (i == (size_t)-1) {
		if (s->n_rules >= LIMIT_RULES)
			return NULL;
		grow_names(a, s);
		s->rules = arena_grow(
		    a, s->rules, s->n_rules, &s->cap_rules, sizeof(*s->rules));
		i = s->n_rules;
		s->rules[i].name = name;
		s->names[slot(s, name, strlen(name))] = (uint16_t)(i + 1);
		s->n_rules++;
	}
	rule = &s->rules[i];
	regex_free(rule->regex);
	/* No description yet: the end of its name. */
	*rule = (struct rule){.name = rule->name,
	    .description = rule->name + strlen(rule->name),
	    .who_group = -1};
	return rule;
}

struct macro *ruleset_macro(
    const struct ruleset *s, const char *name, size_t len)
{
	for (size_t i = 0; i < s->n_macros; i++)
		if (s->macros[i].name_len == len &&
		    !memcmp(s->macros[i].name, name, len))
			return &s->macros[i];
	return NULL;
}

/* Appends text with its macros put in; false when that does not end. */
static bool expand(
    const struct ruleset *s, const char *text, int depth, struct buf *out)
{
	const char *at;

	while ((at = strstr(text, "${"))) {
		size_t n = strcspn(at + 2, "}");
		const struct macro *m = ruleset_macro(s, at + 2, n);

		buf_append(out, text, (size_t)(at - text));
		if (!m || depth >= MACRO_DEPTH ||
		    out->len_bytes > LONGEST_PATTERN_BYTES ||
		    !expand(s, m->text, depth + 1, out))
			return false;
		text = at + n + 3;
	}
	buf_puts(out, text);
	return true;
}

bool ruleset_compile(
    struct rules *r, const struct ruleset *s, struct rule *rule)
{
	struct buf pattern = BUF_EMPTY, factored = BUF_EMPTY;
	unsigned flags = rule->flags;
	char error[160] = "its macros do not end";
	size_t offset = 0;

	if (rule->state != PATTERN_UNTRIED)
		return rule->state == PATTERN_READY;
	if (r->flags & RULES_JIT)
		flags |= REGEX_JIT;
	if (expand(s, rule->pattern, 0, &pattern)) {
		if (pattern_factor(buf_text(&pattern), flags, &factored))
			rule->regex = regex_new(buf_text(&factored), flags,
			    error, sizeof(error), &offset);
		/* What is wrong is said of what was written. */
		if (!rule->regex)
			rule->regex = regex_new(buf_text(&pattern), flags,
			    error, sizeof(error), &offset);
	}
	buf_release(&pattern);
	buf_release(&factored);
	if (!rule->regex) {
		rule->state = PATTERN_BAD;
		diag_at(r->diag, rule->place.file, rule->place.line,
		    rule->place.column,
		    "rule %s: %s, at byte %zu of its pattern", rule->name,
		    error, offset);
		return false;
	}
	rule->state = PATTERN_READY;
	rule->who_group = regex_group(rule->regex, "who");
	return true;
}
