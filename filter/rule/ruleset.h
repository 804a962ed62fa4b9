/* SPDX-License-Identifier: ISC */
#ifndef RULE_RULESET_H
#define RULE_RULESET_H

#include "base/regex.h"
#include "base/str.h"
#include "model/act.h"
#include "model/language.h"
#include "rule/match.h"
#include "rule/prefilter.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>

/* The tables behind struct rules; private to rule/. */

struct arena;
struct common_words;
struct diag;
struct expression;

/* Where something stands in a user's file. */
struct place {
	const char *file;
	int line, column;
};

enum pattern_state { PATTERN_UNTRIED, PATTERN_READY, PATTERN_BAD };

struct rule {
	const char *name;
	const char *description; /* "" if none */
	struct place place;
	unsigned acts; /* declared ones, bit 1 << act_kind; 0: a part */
	float scores[ACT_KINDS];
	bool is_nothing;                     /* a match means: no acts here */
	bool is_aside;                       /* times in it are no due dates */
	bool is_vocative;                    /* it catches who is spoken to */
	unsigned speaks_for, speaks_against; /* acts, by the scores */

	char *pattern; /* as written; NULL for an expression */
	unsigned flags;
	enum rule_target target;
	enum pattern_state state;
	struct regex *regex; /* when PATTERN_READY */
	int who_group;       /* of (?<who>...), or -1 */
	bool is_limited;     /* it hit a limit and was complained about */

	char *source;                  /* the expression's text, or NULL */
	struct expression *expression; /* NULL when it is wrong */
	uint32_t all_facts, no_facts;  /* without which it is false */
};

/* `score NAME [ACT] NUMBER`, applied when everything is read. */
struct score_line {
	const char *name;
	enum act_kind act; /* ACT_KINDS: all declared ones */
	float value;
	struct place place;
};

/*
 * `weight NAME ACT VALUE from SCORE`: stands in for a score as long as the
 * score is the one that it was fitted from. NAME may be WEIGHT_BIAS.
 */
struct weight_line {
	const char *name;
	enum act_kind act;
	float value, from;
};

#define WEIGHT_BIAS "bias"

struct describe_line {
	const char *name, *text;
	struct place place;
};

/* `test NAME ok|fail [+FACT...] TEXT`. */
struct example {
	const char *name; /* of a rule or an act */
	bool is_match;
	uint32_t facts;
	const char *text;
	struct place place;
};

enum macro_state { MACRO_FRESH, MACRO_BUSY, MACRO_CLOSED, MACRO_OPEN };

/* `define NAME TEXT`: ${NAME} in patterns and in later macros. */
struct macro {
	const char *name;
	size_t name_len;
	const char *text;
	enum macro_state state;    /* OPEN: its needs cannot be used */
	const struct needs *needs; /* when MACRO_CLOSED */
};

struct who_word {
	const char *text;
	enum act_who who;
};

/* Everything of one language. */
struct ruleset {
	struct language language;
	struct rule *rules;
	size_t n_rules, cap_rules;
	uint16_t *names; /* hash of rule names: index + 1, 0 is free */
	size_t n_names;  /* slots, a power of two */
	struct score_line *scores;
	size_t n_scores, cap_scores;
	struct weight_line *weights;
	size_t n_weights, cap_weights;
	size_t n_lapsed; /* weights whose rule or score is another now */
	struct describe_line *descriptions;
	size_t n_descriptions, cap_descriptions;
	struct example *examples;
	size_t n_examples, cap_examples;
	struct macro *macros;
	size_t n_macros, cap_macros;
	struct who_word *who;
	size_t n_who, cap_who;
	const char **common; /* words, folded */
	size_t n_common, cap_common;
	double bias_read[ACT_KINDS]; /* as `bias` says */
	double bias[ACT_KINDS];      /* that, or its weight */
	struct prefilter *prefilter; /* NULL before ruleset_index() */
	uint16_t *nothings;          /* rules that say so */
	size_t n_nothings;
	uint16_t *asides, *vocatives; /* likewise */
	size_t n_asides, n_vocatives;

	/* Sets of rules, as base/bits.h has them. */
	uint64_t *of_target[TARGETS]; /* by what their patterns look at */
	uint64_t *speakers;           /* that speak for an act */
	uint64_t *weighers;           /* that matter once one did */
	uint64_t *free;               /* expressions without such a pattern: */
	uint64_t *waking; /* patterns that some expression cannot do without */
	uint32_t *wakes;  /* by rule: where its expressions begin in woken */
	uint16_t *woken;
};

/* A file or folder that rules were read from. */
struct source {
	const char *path;
	bool is_there;
	uint64_t device, inode, size;
	struct timespec modified, changed;
};

struct rules {
	struct arena *arena;
	struct diag *diag;
	struct regex_room *room; /* of all matches, or NULL */
	unsigned flags;          /* enum rules_flags */
	bool is_image;           /* all of it lies in an image */
	bool is_kept;            /* and that in a file */
	char library[32];        /* regex_version() of what is kept */
	bool has_complaints;     /* rules_load() had some */
	bool is_whole;           /* see rules_are_whole() */
	const char **dirs;       /* as given to rules_load() */
	size_t n_dirs;
	struct source *sources;
	size_t n_sources, cap_sources;
	struct reading_words *reading; /* of all languages, or NULL */
	struct common_words *common;   /* of all, or NULL (recognize.c) */
	const char *preferred;         /* language, or NULL; borrowed */
	struct days_off *days_off;     /* likewise */
	struct ruleset *sets;
	size_t n_sets, cap_sets;
};

/*
 * The set of that name, or that of the preferred language, or the one with
 * most rules; NULL when there is none.
 */
struct ruleset *ruleset_find(const struct rules *r, const char *language);
/* The rule's index, or (size_t)-1. */
size_t ruleset_rule(const struct ruleset *s, const char *name, size_t len);
/* Adds a rule or empties the one of that name; NULL at LIMIT_RULES. */
struct rule *ruleset_add(struct arena *a, struct ruleset *s, const char *name);
/* Compiles a pattern once; false when it is bad. */
bool ruleset_compile(
    struct rules *r, const struct ruleset *s, struct rule *rule);
/* The macro of that name, or NULL. */
struct macro *ruleset_macro(
    const struct ruleset *s, const char *name, size_t len);

/* Reads the text of a .rules file into s (format.c). */
void ruleset_read(struct rules *r, struct ruleset *s, const char *file,
    const char *text, size_t len_bytes);
/* Scores and expressions, after the last file (link.c). */
void ruleset_link(struct rules *r, struct ruleset *s);
/* The sets of rules, of a linked set (candidates.c). */
void ruleset_sort(struct arena *a, struct ruleset *s);
/* The prefilter's index, of a linked set; built once (candidates.c). */
void ruleset_index(struct rules *r, struct ruleset *s);

/* Makes r->common of the sets' common words (recognize.c). */
void recognize_link(struct rules *r);

/* Notes what will have changed when the rules must be read anew (keep.c). */
void rules_note_source(struct rules *r, const char *path);

/* Whether one rule, a part perhaps, matches (match.c). */
bool ruleset_matches(struct arena *a, struct rules *r, struct ruleset *s,
    size_t rule, const struct rule_input *in);

/* Value of `fact NAME`, 0 when there is none of that name. */
uint32_t fact_from_name(const char *name, size_t len);

#endif
