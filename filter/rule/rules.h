/* SPDX-License-Identifier: ISC */
#ifndef RULE_RULES_H
#define RULE_RULES_H

#include "base/diag.h"
#include "model/act.h"
#include "model/language.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;

/* Rules and languages as read from the rule folders. See rapport-rules(5). */
struct rules;

enum rules_flags {
	RULES_JIT = 1,         /* compile for speed: many letters to come */
	RULES_EXAMPLES = 2,    /* keep the test lines */
	RULES_NO_PREFILTER = 4 /* try every pattern (for tests) */
};

/*
 * Reads DIR/LANG/ of each folder, later folders over earlier ones: a rule
 * of the same name replaces. Bad entries are complained about in d with
 * their place and skipped. STATUS_CONFIG when no language was found at all.
 */
enum status rules_load(const char *const *dirs, size_t n_dirs, unsigned flags,
    struct diag *d, struct rules **rules_r);
void rules_free(struct rules *r);

/* The language of that name, or the first one. */
const struct language *rules_language(const struct rules *r, const char *name);

#endif
