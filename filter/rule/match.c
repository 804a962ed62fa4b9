/* SPDX-License-Identifier: ISC */
/*
 * Runs a language's rules over a sentence and weighs what matched. A
 * pattern runs at most once a text, and only if something may come of it:
 * first what may say that the sentence says nothing, then what speaks for an
 * act, then what speaks against those that something speaks for. Parts run
 * only when an expression asks.
 */
#include "rule/match.h"
#include "base/arena.h"
#include "base/bits.h"
#include "base/diag.h"
#include "rule/expression.h"
#include "rule/logistic.h"
#include "rule/ruleset.h"

#include <string.h>

#define GROUPS 16 /* of a pattern that are looked at for (?<who>...) */

/* Where a rule matched; of an expression, its last pattern that did. */
struct found {
	struct regex_span span, who;
	enum rule_target target;
};

static const struct found nowhere = {
    .span = {(size_t)-1, (size_t)-1}, .who = {(size_t)-1, (size_t)-1}};

/* A text and what was seen of literals in it. */
struct target {
	struct span text;
	struct sightings *sightings;
	bool is_scanned; /* the sightings are of the text that comes */
	uint64_t *may;   /* rules whose patterns can match */
};

/* Sets of rules are as base/bits.h has them, of n_words. */
struct matcher {
	struct arena *arena;
	struct rules *rules;
	struct ruleset *set;
	size_t n_words;
	const struct rule_input *in;
	struct target targets[TARGETS];
	struct sightings *passing; /* of texts that few patterns look at */
	uint64_t *may;             /* rules that can match the sentence */
	uint64_t *known, *yes;     /* answered; as they were answered */
	uint16_t *found_at;        /* by rule: index + 1 of founds, when yes */
	struct found *founds;      /* of the rules that matched in the letter */
	struct rule_hit *hits;     /* while they are collected */
	size_t n_founds, cap_founds, cap_hits;
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

static bool compiled_match(struct matcher *m, struct rule *rule,
    const size_t *places, size_t n_places, struct found *found_r)
{
	struct span text = m->in->texts[rule->target];
	struct regex_span spans[GROUPS];
	enum regex_result result = REGEX_NO_MATCH;
	size_t n = 1;

	if (!ruleset_compile(m->rules, m->set, rule))
		return false;
	if (rule->who_group > 0 && rule->who_group < GROUPS)
		n = (size_t)rule->who_group + 1;
	if (!n_places)
		result = regex_match(rule->regex, m->rules->room, text.data,
		    text.len_bytes, 0, spans, n);
	for (size_t i = 0; i < n_places && result == REGEX_NO_MATCH; i++)
		result = regex_match_at(rule->regex, m->rules->room, text.data,
		    text.len_bytes, places[i], spans, n);
	if (result == REGEX_LIMIT && !rule->is_limited) {
		rule->is_limited = true;
		diag_at(m->rules->diag, rule->place.file, rule->place.line,
		    rule->place.column,
		    "rule %s: the pattern takes too long on some sentences",
		    rule->name);
	}
	if (result != REGEX_MATCH)
		return false;
	*found_r = nowhere;
	found_r->span = spans[0];
	found_r->target = rule->target;
	if (n > 1)
		found_r->who = spans[n - 1];
	return true;
}

static bool run_pattern(struct matcher *m, size_t i, struct found *found_r)
{
	struct rule *rule = &m->set->rules[i];
	struct target *t = &m->targets[rule->target];
	size_t places[PREFILTER_PLACES], n_places = 0;

	if (t->sightings != m->passing &&
	    sightings_ask(t->sightings, i, places, &n_places) == PREFILTER_NO)
		return false;
	return compiled_match(m, rule, places, n_places, found_r);
}

/* An expression that is being answered. */
struct asking {
	struct matcher *matcher;
	struct found found;
};

static bool answer(struct matcher *m, size_t i);

/* Of a rule that is answered yes. */
static const struct found *found_of(const struct matcher *m, size_t i)
{
	return &m->founds[m->found_at[i] - 1];
}

static void keep_found(struct matcher *m, size_t i, const struct found *found)
{
	if (!m->found_at[i]) {
		m->founds = arena_grow(m->arena, m->founds, m->n_founds,
		    &m->cap_founds, sizeof(*m->founds));
		m->found_at[i] = (uint16_t)++m->n_founds;
	}
	m->founds[m->found_at[i] - 1] = *found;
}

/* An expression_rule. */
static bool answer_part(void *context, size_t i)
{
	struct asking *asking = context;
	bool yes = answer(asking->matcher, i);

	if (yes)
		asking->found = *found_of(asking->matcher, i);
	return yes;
}

static bool may_hold(const struct rule *rule, uint32_t facts)
{
	return (facts & rule->all_facts) == rule->all_facts &&
	       !(facts & rule->no_facts);
}

/* Whether a rule matches. */
static bool answer(struct matcher *m, size_t i)
{
	const struct rule *rule = &m->set->rules[i];
	struct asking asking = {m, nowhere};
	bool yes = false;

	if (!bits_have(m->may, i))
		return false;
	if (bits_have(m->known, i))
		return bits_have(m->yes, i);
	if (rule->expression)
		yes = may_hold(rule, m->in->facts) &&
		      expression_can_hold(
			  rule->expression, m->in->facts, m->may) &&
		      expression_value(
			  rule->expression, m->in->facts, answer_part, &asking);
	else if (rule->pattern)
		yes = run_pattern(m, i, &asking.found);
	bits_add(m->known, i);
	if (yes) {
		bits_add(m->yes, i);
		keep_found(m, i, &asking.found);
	} else {
		bits_drop(m->may, i);
	}
	return yes;
}

static bool is_same(struct span a, struct span b)
{
	return a.data == b.data && a.len_bytes == b.len_bytes;
}

/* What was the sentence is now the one before: it is not scanned again. */
static void move_on(struct matcher *m, const struct rule_input *in)
{
	struct target *now = &m->targets[TARGET_SENTENCE];
	struct target *before = &m->targets[TARGET_PREVIOUS];
	struct sightings *seen = now->sightings;

	if (!now->text.data || is_same(now->text, in->texts[TARGET_SENTENCE]) ||
	    !is_same(now->text, in->texts[TARGET_PREVIOUS]))
		return;
	now->sightings = before->sightings;
	before->sightings = seen;
	before->is_scanned = true;
	now->is_scanned = false;
}

/* Sentences keep theirs, other texts only what may match in them. */
static struct sightings *new_sightings(struct matcher *m, enum rule_target i)
{
	bool is_kept = i == TARGET_SENTENCE || i == TARGET_PREVIOUS;
	struct sightings *s = is_kept ? NULL : m->passing;

	if (!s)
		s = sightings_new(m->arena, m->set->prefilter);
	if (!is_kept)
		m->passing = s;
	return s;
}

/* Takes over another text than before, and looks for literals in it. */
static void take_text(struct matcher *m, enum rule_target i, struct span text)
{
	struct target *t = &m->targets[i];
	const uint64_t *own = m->set->of_target[i];
	uint64_t any = 0;

	t->text = text;
	for (size_t w = 0; w < m->n_words; w++) {
		t->may[w] = 0;
		m->known[w] &= ~own[w];
		m->yes[w] &= ~own[w];
		any |= own[w];
	}
	if (!any || !text.data)
		return;
	if (!t->sightings)
		t->sightings = new_sightings(m, i);
	if (!t->is_scanned)
		sightings_scan(t->sightings, text.data, text.len_bytes);
	t->is_scanned = false;
	sightings_candidates(t->sightings, t->may);
	for (size_t w = 0; w < m->n_words; w++)
		t->may[w] &= own[w];
}

/* Adds the expressions that what may match keeps from being false. */
static void wake(struct matcher *m)
{
	const struct ruleset *s = m->set;

	for (size_t w = 0; w < m->n_words; w++) {
		uint64_t left = m->may[w] & s->waking[w];

		for (; left; left &= left - 1) {
			size_t i = w * 64 + bits_lowest(left);

			for (size_t k = s->wakes[i]; k < s->wakes[i + 1]; k++)
				bits_add(m->may, s->woken[k]);
		}
	}
}

/* Takes a sentence's texts over and forgets what depends on others. */
static void begin(struct matcher *m, const struct rule_input *in)
{
	m->in = in;
	move_on(m, in);
	for (int i = 0; i < TARGETS; i++)
		if (!is_same(m->targets[i].text, in->texts[i]))
			take_text(m, (enum rule_target)i, in->texts[i]);
	for (size_t w = 0; w < m->n_words; w++) {
		uint64_t patterns = 0;

		m->may[w] = m->set->free[w];
		for (int i = 0; i < TARGETS; i++) {
			m->may[w] |= m->targets[i].may[w];
			patterns |= m->set->of_target[i][w];
		}
		/* Expressions also hang on facts. */
		m->known[w] &= patterns;
		m->yes[w] &= patterns;
	}
	wake(m);
}

struct matcher *rules_matcher(
    struct arena *a, struct rules *r, const char *language)
{
	struct ruleset *set = ruleset_find(r, language);
	struct matcher *m;

	if (!set)
		return NULL;
	ruleset_index(r, set);
	if (!r->room)
		r->room = regex_room_new();
	m = arena_alloc(a, sizeof(*m));
	m->arena = a;
	m->rules = r;
	m->set = set;
	m->n_words = bits_words(set->n_rules);
	m->may = arena_array(a, m->n_words, sizeof(*m->may));
	m->known = arena_array(a, m->n_words, sizeof(*m->known));
	m->yes = arena_array(a, m->n_words, sizeof(*m->yes));
	for (int i = 0; i < TARGETS; i++)
		m->targets[i].may =
		    arena_array(a, m->n_words, sizeof(uint64_t));
	m->found_at = arena_array(a, set->n_rules, sizeof(*m->found_at));
	return m;
}

bool ruleset_matches(struct arena *a, struct rules *r, struct ruleset *s,
    size_t rule, const struct rule_input *in)
{
	struct matcher *m = rules_matcher(a, r, s->language.name);

	begin(m, in);
	return answer(m, rule);
}

/* Answers what may say something, up to evidence against it. */
static void speak(struct matcher *m, struct rule_result *r)
{
	const struct ruleset *s = m->set;

	for (size_t i = 0; i < s->n_nothings; i++)
		if (answer(m, s->nothings[i]))
			r->is_nothing = true;
	for (size_t w = 0; w < m->n_words; w++) {
		uint64_t left = s->speakers[w] & m->may[w];

		for (; left; left &= left - 1) {
			size_t i = w * 64 + bits_lowest(left);
			unsigned speaks = s->rules[i].speaks_for;

			if (r->is_nothing)
				speaks &= 1U << ACT_BULK;
			if (!speaks || !answer(m, i))
				continue;
			for (int act = 0; act < ACT_KINDS; act++)
				if (speaks >> act & 1)
					r->is_spoken_for[act] = true;
		}
	}
}

/* The acts for which a rule's score counts. */
static unsigned counting(const struct rule_result *r)
{
	/* Bulk is summed over all sentences of a letter. */
	unsigned acts = 1U << ACT_BULK;

	for (int act = 0; act < ACT_KINDS; act++)
		if (r->is_spoken_for[act])
			acts |= 1U << act;
	return acts;
}

static void set_hit(const struct matcher *m, size_t i, struct rule_hit *hit_r)
{
	const struct rule *rule = &m->set->rules[i];
	const struct found *found = found_of(m, i);

	*hit_r = (struct rule_hit){.name = rule->name,
	    .rule = i,
	    .scores = rule->scores,
	    .span = found->span,
	    .target = found->target};
	if (found->who.start != (size_t)-1)
		hit_r->who = (struct span){
		    m->in->texts[found->target].data + found->who.start,
		    found->who.end - found->who.start};
}

/* A rule that counts for one of the acts and matches is a hit. */
static void weigh(struct matcher *m, size_t i, unsigned acts,
    struct rule_result *r, double sums[ACT_KINDS])
{
	const struct rule *rule = &m->set->rules[i];

	if (!((rule->speaks_for | rule->speaks_against) & acts) &&
	    !(rule->is_nothing && r->is_nothing))
		return;
	if (!answer(m, i))
		return;
	m->hits = arena_grow(
	    m->arena, m->hits, r->n_hits, &m->cap_hits, sizeof(*m->hits));
	set_hit(m, i, &m->hits[r->n_hits++]);
	for (int act = 0; act < ACT_KINDS; act++)
		sums[act] += (double)rule->scores[act];
}

void rules_match_next(struct matcher *m, const struct rule_input *in,
    struct rule_result *result_r)
{
	const struct ruleset *s = m->set;
	double sums[ACT_KINDS] = {0};
	unsigned acts;

	*result_r = (struct rule_result){.n_hits = 0};
	begin(m, in);
	speak(m, result_r);
	acts = counting(result_r);
	for (size_t w = 0; w < m->n_words; w++) {
		uint64_t left = s->weighers[w] & m->may[w];

		for (; left; left &= left - 1)
			weigh(m, w * 64 + bits_lowest(left), acts, result_r,
			    sums);
	}
	if (result_r->n_hits) {
		result_r->hits = arena_array(
		    m->arena, result_r->n_hits, sizeof(*result_r->hits));
		memcpy(result_r->hits, m->hits,
		    result_r->n_hits * sizeof(*result_r->hits));
	}
	for (int act = 0; act < ACT_KINDS; act++)
		if (result_r->is_spoken_for[act])
			result_r->confidence[act] =
			    logistic(sums[act] + s->bias[act]);
}

size_t rules_asides(struct matcher *m, enum rule_target target,
    struct regex_span *spans_r, size_t max)
{
	const struct ruleset *s = m->set;
	size_t n = 0;

	for (size_t i = 0; i < s->n_asides && n < max; i++) {
		const struct found *found;

		if (!answer(m, s->asides[i]))
			continue;
		found = found_of(m, s->asides[i]);
		if (found->target == target && found->span.start != (size_t)-1)
			spans_r[n++] = found->span;
	}
	return n;
}

size_t rules_vocatives(struct matcher *m, struct span *names_r, size_t max)
{
	const struct ruleset *s = m->set;
	size_t n = 0;

	for (size_t i = 0; i < s->n_vocatives && n < max; i++) {
		const struct found *found;

		if (!answer(m, s->vocatives[i]))
			continue;
		found = found_of(m, s->vocatives[i]);
		if (found->target == TARGET_SENTENCE &&
		    found->who.start != (size_t)-1)
			names_r[n++] =
			    (struct span){m->in->texts[TARGET_SENTENCE].data +
					      found->who.start,
				found->who.end - found->who.start};
	}
	return n;
}

void rules_match(struct arena *a, struct rules *r, const char *language,
    const struct rule_input *in, struct rule_result *result_r)
{
	struct matcher *m = rules_matcher(a, r, language);

	*result_r = (struct rule_result){.n_hits = 0};
	if (m)
		rules_match_next(m, in, result_r);
}

double rules_confidence(
    const struct rules *r, const char *language, enum act_kind act, double sum)
{
	const struct ruleset *set = ruleset_find(r, language);

	return logistic(sum + (set ? set->bias[act] : 0));
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
