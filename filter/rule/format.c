/* SPDX-License-Identifier: ISC */
/*
 * Reads .rules files, the format of rapport-rules(5): each line becomes an
 * entry of the language's tables, or a complaint at its place. Names are
 * resolved later, when all files are there (link.c).
 */
#include "base/arena.h"
#include "base/fold.h"
#include "base/lines.h"
#include "rule/rules.h"
#include "rule/ruleset.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define LARGEST_SCORE 100.0

struct reader {
	struct rules *rules;
	struct arena *arena;
	struct ruleset *set;
	struct lines in;
};

static struct place place_of(const struct reader *rd, const char *at)
{
	return (struct place){rd->in.file, rd->in.line,
	    rd->in.rest_column + (int)(at - rd->in.rest)};
}

static void complain(const struct reader *rd, const char *at, const char *text)
{
	struct place p = place_of(rd, at);

	diag_at(rd->rules->diag, p.file, p.line, p.column, "%s", text);
}

/* Cuts the next word out of *rest in place; NULL after a complaint. */
static char *word(const struct reader *rd, char **rest, const char *missing)
{
	char *s = *rest + strspn(*rest, " \t");
	size_t n = strcspn(s, " \t");

	if (!n) {
		complain(rd, s, missing);
		return NULL;
	}
	*rest = s + n;
	if (**rest) {
		**rest = '\0';
		*rest += 1 + strspn(*rest + 1, " \t");
	}
	return s;
}

static bool is_name(const char *s)
{
	if (!str_alpha(*s) && *s != '_')
		return false;
	while (str_alpha(*s) || str_digit(*s) || *s == '_')
		s++;
	return !*s;
}

static bool number(const struct reader *rd, const char *s, double *value_r)
{
	char *end;
	double v = strtod(s, &end);

	if (end == s || *end || !(fabs(v) <= LARGEST_SCORE)) {
		complain(rd, s, "a number from -100 to 100 should stand here");
		return false;
	}
	*value_r = v;
	return true;
}

/* Whether every ${NAME} is defined; else a complaint. */
static bool macros_known(const struct reader *rd, const char *text)
{
	for (const char *at = strstr(text, "${"); at;
	     at = strstr(at + 2, "${")) {
		size_t n = strcspn(at + 2, "}");

		if (!at[n + 2] || !ruleset_macro(rd->set, at + 2, n)) {
			complain(rd, at, "no such macro is defined above");
			return false;
		}
	}
	return true;
}

static void read_define(struct reader *rd)
{
	struct ruleset *s = rd->set;
	char *rest = rd->in.rest;
	const char *name = word(rd, &rest, "define needs a name");
	struct macro *m;

	if (!name)
		return;
	if (!is_name(name)) {
		complain(rd, name, "a macro's name is letters and digits");
		return;
	}
	if (!macros_known(rd, rest))
		return;
	m = ruleset_macro(s, name, strlen(name));
	if (!m) {
		s->macros = arena_grow(rd->arena, s->macros, s->n_macros,
		    &s->cap_macros, sizeof(*s->macros));
		m = &s->macros[s->n_macros++];
	}
	*m = (struct macro){
	    .name = name, .name_len = strlen(name), .text = rest};
}

static void read_score(struct reader *rd)
{
	struct ruleset *s = rd->set;
	char *rest = rd->in.rest;
	const char *name = word(rd, &rest, "score needs a rule's name");
	enum act_kind act = ACT_KINDS;
	const char *value;
	double v;

	if (!name)
		return;
	value = word(rd, &rest, "score needs a number");
	if (!value)
		return;
	if (*rest) {
		act = act_from_name(value);
		if (act == ACT_KINDS) {
			complain(rd, value, "no act has this name");
			return;
		}
		value = rest;
	}
	if (!number(rd, value, &v))
		return;
	s->scores = arena_grow(rd->arena, s->scores, s->n_scores,
	    &s->cap_scores, sizeof(*s->scores));
	s->scores[s->n_scores++] =
	    (struct score_line){name, act, (float)v, place_of(rd, name)};
}

static void read_bias(struct reader *rd)
{
	char *rest = rd->in.rest;
	const char *name = word(rd, &rest, "bias needs an act");
	enum act_kind act;
	double v;

	if (!name)
		return;
	act = act_from_name(name);
	if (act == ACT_KINDS)
		complain(rd, name, "no act has this name");
	else if (number(rd, rest, &v))
		rd->set->bias_read[act] = v;
}

static void read_weight(struct reader *rd)
{
	struct ruleset *s = rd->set;
	char *rest = rd->in.rest;
	const char *name = word(rd, &rest, "weight needs a rule's name");
	const char *act_word =
	    name ? word(rd, &rest, "weight needs an act") : NULL;
	const char *value =
	    act_word ? word(rd, &rest, "weight needs a number") : NULL;
	const char *from =
	    value ? word(rd, &rest, "'from' should stand here") : NULL;
	struct weight_line w = {.name = name};
	double v, score;

	if (!from)
		return;
	w.act = act_from_name(act_word);
	if (w.act == ACT_KINDS)
		complain(rd, act_word, "no act has this name");
	else if (strcmp(from, "from") != 0)
		complain(rd, from, "'from' should stand here");
	else if (number(rd, value, &v) && number(rd, rest, &score)) {
		w.value = (float)v;
		w.from = (float)score;
		if (rd->rules->flags & RULES_BY_HAND)
			return;
		s->weights = arena_grow(rd->arena, s->weights, s->n_weights,
		    &s->cap_weights, sizeof(*s->weights));
		s->weights[s->n_weights++] = w;
	}
}

static void read_describe(struct reader *rd)
{
	struct ruleset *s = rd->set;
	char *rest = rd->in.rest;
	const char *name = word(rd, &rest, "describe needs a rule's name");

	if (!name)
		return;
	s->descriptions = arena_grow(rd->arena, s->descriptions,
	    s->n_descriptions, &s->cap_descriptions, sizeof(*s->descriptions));
	s->descriptions[s->n_descriptions++] =
	    (struct describe_line){name, rest, place_of(rd, name)};
}

static void read_test(struct reader *rd)
{
	struct ruleset *s = rd->set;
	char *rest = rd->in.rest, *flag;
	struct example e = {.facts = 0};
	const char *verdict;

	if (!(rd->rules->flags & RULES_EXAMPLES))
		return;
	e.name = word(rd, &rest, "test needs the name of a rule or an act");
	verdict = e.name ? word(rd, &rest, "test needs ok or fail") : NULL;
	if (!verdict)
		return;
	e.is_match = !strcmp(verdict, "ok");
	if (!e.is_match && strcmp(verdict, "fail") != 0) {
		complain(rd, verdict, "'ok' or 'fail' should stand here");
		return;
	}
	while (*rest == '+') {
		uint32_t fact;

		flag = word(rd, &rest, "");
		fact = flag ? fact_from_name(flag + 1, strlen(flag + 1)) : 0;
		if (!fact) {
			complain(rd, flag, "no fact has this name");
			return;
		}
		e.facts |= fact;
	}
	e.text = rest;
	e.place = place_of(rd, e.name);
	s->examples = arena_grow(rd->arena, s->examples, s->n_examples,
	    &s->cap_examples, sizeof(*s->examples));
	s->examples[s->n_examples++] = e;
}

static void read_who(struct reader *rd)
{
	struct ruleset *s = rd->set;
	char *rest = rd->in.rest;
	const char *role = word(rd, &rest, "who needs sender or recipient");
	enum act_who who;

	if (!role)
		return;
	who = !strcmp(role, "sender")      ? WHO_SENDER
	      : !strcmp(role, "recipient") ? WHO_RECIPIENT
					   : WHO_NAMED;
	if (who == WHO_NAMED) {
		complain(rd, role, "'sender' or 'recipient' should stand here");
		return;
	}
	while (*rest) {
		s->who = arena_grow(
		    rd->arena, s->who, s->n_who, &s->cap_who, sizeof(*s->who));
		s->who[s->n_who++] =
		    (struct who_word){word(rd, &rest, ""), who};
	}
}

/* Words are compared as fold_text() leaves them. */
static void read_common(struct reader *rd)
{
	struct ruleset *s = rd->set;
	char *rest = rd->in.rest, *form;

	while (*rest && (form = word(rd, &rest, ""))) {
		form[fold_text(form, form, strlen(form))] = '\0';
		s->common = arena_grow(rd->arena, s->common, s->n_common,
		    &s->cap_common, sizeof(*s->common));
		s->common[s->n_common++] = form;
	}
}

static const char *const targets[TARGETS] = {
    [TARGET_SENTENCE] = "sentence",
    [TARGET_PREVIOUS] = "previous",
    [TARGET_QUOTED] = "quoted",
    [TARGET_SUBJECT] = "subject",
    [TARGET_FROM] = "from",
    [TARGET_ITEM] = "item",
};

/* "subject /.../": takes the word off and names the text. */
static enum rule_target target(char **rest)
{
	for (int t = 0; t < TARGETS; t++) {
		size_t n = strlen(targets[t]);
		char *after = *rest + n + strspn(*rest + n, " \t");

		if (!strncmp(*rest, targets[t], n) && str_space((*rest)[n]) &&
		    *after == '/') {
			*rest = after;
			return (enum rule_target)t;
		}
	}
	return TARGET_SENTENCE;
}

/* Cuts "/pattern/flags" apart; false after a complaint. */
static bool delimited(
    const struct reader *rd, char *text, unsigned *flags_r, char **pattern_r)
{
	static const char letters[] = "imsu";
	static const unsigned bits[] = {
	    REGEX_CASELESS, REGEX_MULTILINE, REGEX_DOTALL, REGEX_UNICODE};
	char *end = strrchr(text, '/');

	if (end == text) {
		complain(rd, text, "the pattern has no closing '/'");
		return false;
	}
	*flags_r = 0;
	for (const char *f = end + 1; *f; f++) {
		const char *known = strchr(letters, *f);

		if (!known) {
			complain(rd, f, "a pattern's flags are i, m, s and u");
			return false;
		}
		*flags_r |= bits[known - letters];
	}
	*end = '\0';
	*pattern_r = text + 1;
	return true;
}

/* A new rule with its pattern or expression; NULL after a complaint. */
static struct rule *read_rule(struct reader *rd, unsigned acts)
{
	char *rest = rd->in.rest, *pattern = NULL;
	const char *name = word(rd, &rest, "a rule needs a name");
	unsigned flags = 0;
	enum rule_target t;
	struct rule *rule;
	struct place place;

	if (!name)
		return NULL;
	if (!is_name(name) || fact_from_name(name, strlen(name))) {
		complain(rd, name, "this cannot be the name of a rule");
		return NULL;
	}
	if (!*rest) {
		complain(rd, rest, "a rule needs a /pattern/ or an expression");
		return NULL;
	}
	t = target(&rest);
	place = place_of(rd, rest);
	if (*rest == '/') {
		if (!delimited(rd, rest, &flags, &pattern))
			return NULL;
		if (!macros_known(rd, pattern))
			return NULL;
	}
	rule = ruleset_add(rd->arena, rd->set, name);
	if (!rule) {
		complain(rd, name, "too many rules");
		return NULL;
	}
	rule->place = place;
	rule->acts = acts;
	rule->pattern = pattern;
	rule->source = pattern ? NULL : rest;
	rule->flags = flags;
	rule->target = t;
	return rule;
}

/* "request,question" to bits; 0 when one of the words is no act. */
static unsigned act_list(const char *s)
{
	unsigned acts = 0;

	while (*s) {
		size_t n = strcspn(s, ",");
		char name[16];
		enum act_kind act;

		if (n >= sizeof(name))
			return 0;
		memcpy(name, s, n);
		name[n] = '\0';
		act = act_from_name(name);
		if (act == ACT_KINDS)
			return 0;
		acts |= 1U << act;
		s += n;
		if (*s)
			s++;
	}
	return acts;
}

static void read_line(struct reader *rd)
{
	static const struct {
		const char *keyword;
		void (*read)(struct reader *rd);
	} readers[] = {
	    {"define", read_define},
	    {"score", read_score},
	    {"describe", read_describe},
	    {"test", read_test},
	    {"bias", read_bias},
	    {"weight", read_weight},
	    {"who", read_who},
	    {"common", read_common},
	};
	const char *keyword = rd->in.keyword;
	unsigned acts;

	for (size_t i = 0; i < sizeof(readers) / sizeof(readers[0]); i++)
		if (!strcmp(readers[i].keyword, keyword)) {
			readers[i].read(rd);
			return;
		}
	if (!strcmp(keyword, "part") || !strcmp(keyword, "nothing") ||
	    !strcmp(keyword, "aside") || !strcmp(keyword, "vocative")) {
		struct rule *rule = read_rule(rd, 0);

		if (rule) {
			rule->is_nothing = *keyword == 'n';
			rule->is_aside = *keyword == 'a';
			rule->is_vocative = *keyword == 'v';
		}
		return;
	}
	acts = act_list(keyword);
	if (acts)
		(void)read_rule(rd, acts);
	else
		diag_at(rd->rules->diag, rd->in.file, rd->in.line, 1,
		    "'%s' is neither a keyword nor an act", keyword);
}

/* Passes over test lines without copying them: most of a file's bytes. */
static void skip_tests(struct lines *in)
{
	bool inside = false;

	while (in->at < in->end) {
		const char *nl;

		inside = (inside && (*in->at == ' ' || *in->at == '\t')) ||
			 (in->end - in->at > 5 && !memcmp(in->at, "test ", 5));
		if (!inside)
			return;
		nl = memchr(in->at, '\n', (size_t)(in->end - in->at));
		in->at = nl ? nl + 1 : in->end;
		in->next_line++;
	}
}

void ruleset_read(struct rules *r, struct ruleset *s, const char *file,
    const char *text, size_t len_bytes)
{
	struct reader rd = {.rules = r, .arena = r->arena, .set = s};
	bool with_tests = r->flags & RULES_EXAMPLES;

	lines_init(&rd.in, r->arena, r->diag, file, text, len_bytes);
	for (;;) {
		if (!with_tests)
			skip_tests(&rd.in);
		if (!lines_next(&rd.in))
			return;
		read_line(&rd);
	}
}
