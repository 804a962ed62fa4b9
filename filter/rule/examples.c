/* SPDX-License-Identifier: ISC */
/* Looks into the rules for who writes them: lists, compiles, tests. */
#include "base/arena.h"
#include "base/buf.h"
#include "rule/rules.h"
#include "rule/ruleset.h"

#include <string.h>

/* Sentences above this confidence do what an act's test line says. */
#define CERTAIN 0.5

void rules_compile(struct rules *r)
{
	for (size_t i = 0; i < r->n_sets; i++)
		for (size_t k = 0; k < r->sets[i].n_rules; k++)
			if (r->sets[i].rules[k].pattern)
				(void)ruleset_compile(
				    r, &r->sets[i], &r->sets[i].rules[k]);
}

size_t rules_list(
    const struct rules *r, struct arena *a, struct rule_info **list_r)
{
	size_t n = 0;

	for (size_t i = 0; i < r->n_sets; i++)
		n += r->sets[i].n_rules;
	*list_r = arena_array(a, n, sizeof(**list_r));
	n = 0;
	for (size_t i = 0; i < r->n_sets; i++)
		for (size_t k = 0; k < r->sets[i].n_rules; k++) {
			const struct rule *rule = &r->sets[i].rules[k];

			(*list_r)[n++] = (struct rule_info){
			    .language = r->sets[i].language.name,
			    .name = rule->name,
			    .description = rule->description,
			    .file = rule->place.file,
			    .line = rule->place.line,
			    .scores = rule->scores,
			    .is_part = !rule->acts && !rule->is_nothing &&
				       !rule->is_aside && !rule->is_vocative};
		}
	return n;
}

const double *rules_bias(const struct rules *r, const char *language)
{
	const struct ruleset *s = ruleset_find(r, language);

	return s ? s->bias : NULL;
}

size_t rules_lapsed_weights(const struct rules *r)
{
	size_t n = 0;

	for (size_t i = 0; i < r->n_sets; i++)
		n += r->sets[i].n_lapsed;
	return n;
}

static bool ends_in_question(struct span s)
{
	s = str_trim(s.data, s.len_bytes);
	while (s.len_bytes && strchr("\"')", s.data[s.len_bytes - 1]))
		s.len_bytes--;
	return s.len_bytes && s.data[s.len_bytes - 1] == '?';
}

/* Every text that a rule can look at is the example. */
static bool example_matches(struct rules *r, struct ruleset *s,
    const struct example *e, struct arena *a)
{
	struct span plain = rules_plain(a, e->text, strlen(e->text));
	struct rule_input in = {.facts = e->facts};
	enum act_kind act = act_from_name(e->name);
	struct rule_result result;
	size_t rule = ruleset_rule(s, e->name, strlen(e->name));

	for (int t = 0; t < TARGETS; t++)
		in.texts[t] = plain;
	if (act != ACT_KINDS)
		in.texts[TARGET_SUBJECT] = in.texts[TARGET_PREVIOUS] =
		    in.texts[TARGET_QUOTED] = in.texts[TARGET_FROM] =
			(struct span){NULL, 0};
	if (ends_in_question(plain))
		in.facts |= FACT_IS_QUESTION;
	if (act == ACT_KINDS)
		return ruleset_matches(a, r, s, rule, &in);
	rules_match(a, r, s->language.name, &in, &result);
	return !result.is_nothing && result.confidence[act] >= CERTAIN;
}

struct rules_tested rules_test(struct rules *r, struct buf *out)
{
	struct rules_tested t = {0};

	for (size_t i = 0; i < r->n_sets; i++) {
		struct ruleset *s = &r->sets[i];
		bool *seen = arena_array(r->arena, s->n_rules, sizeof(*seen));

		for (size_t k = 0; k < s->n_examples; k++) {
			const struct example *e = &s->examples[k];
			struct arena *a = arena_new();
			size_t rule = ruleset_rule(s, e->name, strlen(e->name));
			const char *why = NULL;

			t.n_examples++;
			if (rule != (size_t)-1)
				seen[rule] = true;
			else if (act_from_name(e->name) == ACT_KINDS)
				why = "no rule or act has this name";
			if (!why && example_matches(r, s, e, a) != e->is_match)
				why = e->is_match ? "should match"
						  : "should not match";
			if (why) {
				t.n_failed++;
				buf_printf(out, "%s:%d: %s: %s: %s\n",
				    e->place.file, e->place.line, e->name, why,
				    e->text);
			}
			arena_free(a);
		}
		for (size_t k = 0; k < s->n_rules; k++)
			t.n_untested += !seen[k];
	}
	return t;
}
