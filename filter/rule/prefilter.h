/* SPDX-License-Identifier: ISC */
#ifndef RULE_PREFILTER_H
#define RULE_PREFILTER_H

#include "rule/literals.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct prefilter_builder;

/*
 * An index over what patterns need. It is one block of len_bytes that holds
 * offsets and no pointers, so that it can be stored and mapped.
 */
struct prefilter {
	uint32_t len_bytes;
	uint32_t n_rules, n_sets;
	uint32_t words, anywhere, firsts; /* of 256 uint32_t: nodes or 0 */
	uint32_t nodes, bytes, entries, text, sets, rules, branches;
	uint32_t word_begins, anywhere_begins; /* PREFILTER_BEGINNINGS bits */
	uint32_t free;        /* rules that always run, as bits */
	uint32_t keys, keyed; /* by set: from where on, and its branches */
};

struct prefilter_builder *prefilter_begin(struct arena *a, size_t n_rules);
/*
 * Names words that most sentences have some of, in lower case; borrowed. A
 * pattern that needs something rarer is not asked for these.
 */
void prefilter_common(
    struct prefilter_builder *b, const char *const *words, size_t n);
/* Once for each rule, in any order. A rule without needs always runs. */
void prefilter_add(struct prefilter_builder *b, size_t rule,
    const struct pattern_needs *needs);
/* The index, in a, which may be another arena than the builder's. */
struct prefilter *prefilter_end(struct prefilter_builder *b, struct arena *a);

/* What was seen of the sets in one text; to be used for many texts. */
struct sightings;
struct sightings *sightings_new(struct arena *a, const struct prefilter *p);

/* Forgets the text before and looks for the literals in text, any UTF-8. */
void sightings_scan(struct sightings *s, const char *text, size_t len_bytes);

/*
 * Adds to bits[bits_words(n_rules)] the rules whose patterns can match the
 * text: all others would be answered PREFILTER_NO.
 */
void sightings_candidates(const struct sightings *s, uint64_t *bits);

enum prefilter_answer {
	PREFILTER_NO,    /* the rule's pattern cannot match */
	PREFILTER_AT,    /* it can at the given offsets */
	PREFILTER_SEARCH /* it can anywhere */
};

/* More places than this are not worth looking at one by one. */
#define PREFILTER_PLACES 8

/* Where a rule's pattern can match the text, in ascending order. */
enum prefilter_answer sightings_ask(const struct sightings *s, size_t rule,
    size_t places_r[PREFILTER_PLACES], size_t *n_r);

#endif
