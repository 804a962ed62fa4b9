/* SPDX-License-Identifier: ISC */
/*
 * Runs a language's rules over a sentence and weighs what matched. A
 * pattern runs at most once a sentence, parts only when an expression asks.
 */
#include "rule/match.h"
#include "base/arena.h"
#include "base/diag.h"
#include "rule/expression.h"
#include "rule/ruleset.h"

#include <math.h>
#include <string.h>

#define GROUPS 16 /* of a pattern that are looked at for (?<who>...) */

enum answer { ANSWER_UNKNOWN, ANSWER_NO, ANSWER_YES };

struct matching {
	struct rules *rules;
	struct ruleset *set;
	const struct rule_input *in;
	uint8_t *candidates;         /* by rule: a bit for each target */
	uint8_t *answers;            /* by rule: enum answer */
	struct regex_span span, who; /* of the last pattern that matched */
};

struct span rules_plain(struct arena *a, const char *text, size_t len_bytes)
{
	char *out = arena_alloc(a, len_bytes + 1), *to = out;

	for (size_t i = 0; i < len_bytes; i++) {
		const char *s = text + i;
		size_t left = len_bytes - i;
		char c = *s;

		if ((unsigned char)c < 0x80) {
			*to++ = c;
		} else if (left >= 3 && !memcmp(s, "\xE2\x80", 2) &&
			   strchr("\x98\x99\x9C\x9D", s[2]) && s[2]) {
			*to++ = (unsigned char)s[2] < 0x9C ? '\'' : '"';
			i += 2;
		} else if (left >= 2 && !memcmp(s, "\xC2\xA0", 2)) {
			*to++ = ' ';
			i += 1;
		} else if (left >= 2 && !memcmp(s, "\xC2\xB4", 2)) {
			*to++ = '\'';
			i += 1;
		} else {
			*to++ = c;
		}
	}
	return (struct span){out, (size_t)(to - out)};
}

static bool run_pattern(struct matching *m, struct rule *rule)
{
	struct span text = m->in->texts[rule->target];
	struct regex_span spans[GROUPS];
	enum regex_result result;
	int group;

	if (!ruleset_compile(m->rules, m->set, rule))
		return false;
	result = regex_match(
	    rule->regex, text.data, text.len_bytes, 0, spans, GROUPS);
	if (result == REGEX_LIMIT && !rule->is_limited) {
		rule->is_limited = true;
		diag_at(m->rules->diag, rule->place.file, rule->place.line,
		    rule->place.column,
		    "rule %s: the pattern takes too long on some sentences",
		    rule->name);
	}
	if (result != REGEX_MATCH)
		return false;
	m->span = spans[0];
	group = rule->who_group;
	m->who = (struct regex_span){(size_t)-1, (size_t)-1};
	if (group > 0 && group < GROUPS)
		m->who = spans[group];
	return true;
}

/* Whether a rule matches: an expression_rule. */
static bool answer(void *context, size_t i)
{
	struct matching *m = context;
	struct rule *rule = &m->set->rules[i];
	bool yes = false;

	if (m->answers[i] != ANSWER_UNKNOWN)
		return m->answers[i] == ANSWER_YES;
	m->span = m->who = (struct regex_span){(size_t)-1, (size_t)-1};
	if (rule->expression) {
		yes =
		    expression_value(rule->expression, m->in->facts, answer, m);
	} else if (rule->pattern && m->in->texts[rule->target].data &&
		   m->candidates[i] >> rule->target & 1) {
		yes = run_pattern(m, rule);
	}
	m->answers[i] = yes ? ANSWER_YES : ANSWER_NO;
	return yes;
}

/*
 * The answer of a rule that counts by itself. An expression's span is that
 * of the pattern that decided last, which lies where the act is said.
 */
static void collect(
    struct matching *m, size_t i, double *sums, struct rule_result *r)
{
	const struct rule *rule = &m->set->rules[i];
	struct rule_hit *hit = &r->hits[r->n_hits];
	struct span text = m->in->texts[rule->target];

	if (!rule->is_wanted)
		return;
	/* Run again for its span when an expression has asked before. */
	if (rule->pattern && m->answers[i] == ANSWER_YES)
		m->answers[i] = ANSWER_UNKNOWN;
	if (!answer(m, i))
		return;
	*hit = (struct rule_hit){.name = rule->name,
	    .scores = rule->scores,
	    .span = m->span,
	    .target = rule->target};
	if (rule->pattern && m->who.start != (size_t)-1)
		hit->who = (struct span){
		    text.data + m->who.start, m->who.end - m->who.start};
	r->n_hits++;
	r->is_nothing = r->is_nothing || rule->is_nothing;
	for (int act = 0; act < ACT_KINDS; act++) {
		sums[act] += (double)rule->scores[act];
		if (rule->scores[act] > 0)
			r->is_spoken_for[act] = true;
	}
}

static double squash(double sum)
{
	return 1 / (1 + exp(-sum));
}

static struct matching begin(struct arena *a, struct rules *r,
    struct ruleset *set, const struct rule_input *in)
{
	struct matching m = {.rules = r, .set = set, .in = in};

	m.candidates = arena_array(a, set->n_rules, 1);
	m.answers = arena_array(a, set->n_rules, 1);
	for (int t = 0; t < TARGETS; t++)
		if (in->texts[t].data)
			prefilter_scan(set->prefilter, in->texts[t].data,
			    in->texts[t].len_bytes, (uint8_t)(1 << t),
			    m.candidates);
	return m;
}

bool ruleset_matches(struct arena *a, struct rules *r, struct ruleset *s,
    size_t rule, const struct rule_input *in)
{
	struct matching m = begin(a, r, s, in);

	return answer(&m, rule);
}

void rules_match(struct arena *a, struct rules *r, const char *language,
    const struct rule_input *in, struct rule_result *result_r)
{
	struct ruleset *set = ruleset_find(r, language);
	struct matching m;
	double sums[ACT_KINDS] = {0};

	*result_r = (struct rule_result){.n_hits = 0};
	if (!set)
		return;
	m = begin(a, r, set, in);
	result_r->hits =
	    arena_array(a, set->n_rules + 1, sizeof(*result_r->hits));
	for (size_t i = 0; i < set->n_rules; i++)
		collect(&m, i, sums, result_r);
	for (int act = 0; act < ACT_KINDS; act++)
		result_r->confidence[act] =
		    result_r->is_spoken_for[act]
			? squash(sums[act] + set->bias[act])
			: 0;
}

double rules_confidence(
    const struct rules *r, const char *language, enum act_kind act, double sum)
{
	const struct ruleset *set = ruleset_find(r, language);

	return squash(sum + (set ? set->bias[act] : 0));
}

enum act_who rules_who(
    const struct rules *r, const char *language, struct span word)
{
	const struct ruleset *set = ruleset_find(r, language);

	for (size_t i = 0; set && i < set->n_who; i++)
		if (strlen(set->who[i].text) == word.len_bytes &&
		    str_same_n(set->who[i].text, word.data, word.len_bytes))
			return set->who[i].who;
	return WHO_NAMED;
}
