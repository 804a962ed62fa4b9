/* SPDX-License-Identifier: ISC */
#ifndef RULE_PREFILTER_H
#define RULE_PREFILTER_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct prefilter;

/* More alternatives than this are not worth looking for. */
#define LITERALS_MAX 48

/* Lower-case ASCII strings of which one occurs in whatever matches. */
struct literals {
	struct span items[LITERALS_MAX];
	size_t n; /* 0: nothing is known */
};

/*
 * What ${NAME} requires; NULL when it cannot stand for itself in a pattern
 * (it is unknown, or its alternatives are not in a group).
 */
typedef const struct literals *literals_macro(
    void *context, const char *name, size_t len_bytes);

/*
 * The literals that a pattern requires, at least three bytes each, in the
 * arena. Understands a part of PCRE2's syntax and knows nothing of a
 * pattern that goes beyond it. Tells whether the pattern means the same
 * wherever it is inserted, which a macro must.
 */
bool literals_find(struct arena *a, const char *pattern, literals_macro *macro,
    void *context, struct literals *literals_r);

/* An index over the literals of up to n_rules rules. */
struct prefilter *prefilter_new(struct arena *a, size_t n_rules);
/* A rule without literals is always a candidate. */
void prefilter_add(struct arena *a, struct prefilter *p, size_t rule,
    const struct literals *literals);
/*
 * Sets bits in candidates[rule] for each rule that text could match; bit
 * says which of several texts this is. text is any UTF-8.
 */
void prefilter_scan(const struct prefilter *p, const char *text,
    size_t len_bytes, uint8_t bit, uint8_t *candidates);

#endif
