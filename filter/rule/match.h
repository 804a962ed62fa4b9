/* SPDX-License-Identifier: ISC */
#ifndef RULE_MATCH_H
#define RULE_MATCH_H

#include "base/regex.h"
#include "base/str.h"
#include "model/act.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct rules;

/* Which text a pattern looks at; rules name it before the pattern. */
enum rule_target {
	TARGET_SENTENCE,
	TARGET_PREVIOUS, /* the sentence before this one */
	TARGET_QUOTED,   /* the words this inline reply stands under */
	TARGET_SUBJECT,
	TARGET_FROM, /* name and address of the sender */
	TARGET_ITEM, /* an item's sentence, when it is looked at again */
	TARGETS
};

/* Built-in names that expressions may use, one bit each. */
enum rule_fact {
	FACT_IS_QUESTION = 1 << 0, /* the sentence ends in "?" */
	FACT_HAS_DATE = 1 << 1,    /* a time to come is in it */
	FACT_DATE_BY = 1 << 2,     /* "by ...", "before ..." */
	FACT_DATE_PAST = 1 << 3,   /* a time gone by is in it */
	FACT_DATE_VAGUE = 1 << 4,  /* "soon", "ASAP" */
	FACT_IS_REPLY = 1 << 5,
	FACT_IS_FORWARD = 1 << 6,
	FACT_FIRST_SENTENCE = 1 << 7,
	FACT_LAST_SENTENCE = 1 << 8,
	FACT_TO_ME = 1 << 9,          /* an address of mine is in To */
	FACT_CC_ONLY = 1 << 10,       /* ... in Cc and not in To */
	FACT_NAMED_ME = 1 << 11,      /* my name opens the sentence */
	FACT_NAMED_OTHER = 1 << 12,   /* another recipient's name does */
	FACT_INLINE_ANSWER = 1 << 13, /* stands under a quoted question */
	FACT_HAS_ATTACHMENT = 1 << 14,
	FACT_OUTGOING = 1 << 15,
	FACT_INCOMING = 1 << 16,
	FACT_LIST = 1 << 17,            /* came over a mailing list */
	FACT_BULLET = 1 << 18,          /* an entry of a list */
	FACT_SHORT = 1 << 19,           /* at most five words */
	FACT_LONG = 1 << 20,            /* more than forty words */
	FACT_MANY_RECIPIENTS = 1 << 21, /* ten or more in To and Cc */
	FACT_SMILES = 1 << 22,          /* ":-)" behind the sentence */
	FACT_IN_TASKS = 1 << 23,        /* an entry below a head of tasks */
	FACT_TASKS_MINE = 1 << 24,      /* ... that are the sender's */
	FACT_TASKS_YOURS = 1 << 25      /* ... or a recipient's */
};

/* What a sentence is matched with. */
struct rule_input {
	struct span texts[TARGETS]; /* from rules_plain(); data NULL: none */
	uint32_t facts;
};

/* One rule that matched. */
struct rule_hit {
	const char *name;
	size_t rule;            /* index in its language, as rules_list() */
	const float *scores;    /* by act; of the rule, borrowed */
	struct regex_span span; /* in its text; start -1: an expression */
	enum rule_target target;
	struct span who; /* the group (?<who>...), data NULL if none */
};

struct rule_result {
	bool is_nothing;               /* greeting, closing: no acts */
	bool is_spoken_for[ACT_KINDS]; /* a rule with a positive score */
	double confidence[ACT_KINDS];  /* logistic of bias and scores */
	struct rule_hit *hits;
	size_t n_hits;
};

/*
 * A copy of text as patterns expect it: typographic apostrophes and quotes
 * become ' and ", no-break spaces blanks. text must be valid UTF-8.
 */
struct span rules_plain(struct arena *a, const char *text, size_t len_bytes);

/*
 * Runs a language's rules over the sentences of a letter, one after the
 * other; lives in the arena. NULL when there are no rules.
 */
struct matcher;
struct matcher *rules_matcher(
    struct arena *a, struct rules *r, const char *language);

/*
 * The rules over one sentence. A pattern is compiled when it is first
 * needed, hence rules is not const; what does not compile or hits a limit
 * is complained about in the diag of rules_load(). Texts of the input must
 * not change while the matcher lives: what is known of the same span from
 * the sentence before is not looked up again. Evidence against what nothing
 * speaks for is not looked for, and is no hit; in a sentence that says
 * nothing only bulk is looked for.
 */
void rules_match_next(struct matcher *m, const struct rule_input *in,
    struct rule_result *result_r);

/*
 * Where in the sentence of the last rules_match_next(), or in another text
 * that it had, something is named with its time: what the language's `aside`
 * rules for that target match, at most `max` of them, each of the text's
 * bytes. Returns how many.
 */
size_t rules_asides(struct matcher *m, enum rule_target target,
    struct regex_span *spans_r, size_t max);

/*
 * Whom the sentence of the last rules_match_next() speaks to: what the
 * groups (?<who>...) of the language's `vocative` rules catch, at most `max`
 * of them. Returns how many.
 */
size_t rules_vocatives(struct matcher *m, struct span *names_r, size_t max);

/* Matcher and sentence in one, for a single one. */
void rules_match(struct arena *a, struct rules *r, const char *language,
    const struct rule_input *in, struct rule_result *result_r);

/* Confidence that a sum of scores, the act's bias added here, stands for. */
double rules_confidence(
    const struct rules *r, const char *language, enum act_kind act, double sum);

/*
 * Who a word is, by the language's `who` lines: WHO_NAMED when it is
 * neither the sender ("I") nor the recipient ("you").
 */
enum act_who rules_who(
    const struct rules *r, const char *language, struct span word);

#endif
