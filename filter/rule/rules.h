/* SPDX-License-Identifier: ISC */
#ifndef RULE_RULES_H
#define RULE_RULES_H

#include "base/diag.h"
#include "model/act.h"
#include "model/language.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct buf;

/* Rules and languages as read from the rule folders. See rapport-rules(5). */
struct rules;

enum rules_flags {
	RULES_JIT = 1,          /* compile for speed: many letters to come */
	RULES_EXAMPLES = 2,     /* keep the test lines */
	RULES_NO_PREFILTER = 4, /* try every pattern (for tests) */
	RULES_KEEP = 8,         /* for rules_keep() */
	RULES_BY_HAND = 16      /* scores alone: weights are not read */
};

/*
 * Reads DIR/LANG/ of each folder, later folders over earlier ones: a rule
 * of the same name replaces. Bad entries are complained about in d with
 * their place and skipped. STATUS_CONFIG when no language was found at all.
 * d is borrowed until rules_free(): patterns are compiled when needed.
 */
enum status rules_load(const char *const *dirs, size_t n_dirs, unsigned flags,
    struct diag *d, struct rules **rules_r);
void rules_free(struct rules *r);

/*
 * Rules loaded with RULES_KEEP, compiled, as a file at path that needs only
 * be mapped (base/image.h). Writes none, without a complaint, when there
 * were complaints about the rules: they are to be heard again. STATUS_*
 * with a text in d when it cannot be written.
 */
enum status rules_keep(struct rules *r, const char *path, struct diag *d);
/*
 * The rules of such a file; NULL when rules_load() of these folders, with
 * RULES_KEEP, must read them: there is none, it is not by this program, or
 * a file or folder has changed since. d as for rules_load().
 */
struct rules *rules_kept(
    const char *path, const char *const *dirs, size_t n_dirs, struct diag *d);

/* Reads one more .rules file over a language's; NULL is the user's. */
enum status rules_add_file(
    struct rules *r, const char *language, const char *path);

/*
 * Names the user's language, in which a text is taken to be that shows none;
 * it is borrowed. Without it the one with most rules stands in.
 */
void rules_prefer(struct rules *r, const char *language);

/* Business days leave those out, in every language; borrowed, or NULL. */
struct days_off;
void rules_days_off(struct rules *r, struct days_off *off);

/*
 * Whether nothing was amiss when the rules were read: no complaints, and no
 * language that has dates or wording but nothing that scores.
 */
bool rules_are_whole(const struct rules *r);

/* The language of that name; else, or for NULL, the user's. */
const struct language *rules_language(const struct rules *r, const char *name);

/* Compiles every pattern; what fails is complained about. */
void rules_compile(struct rules *r);

/* One rule as listed. */
struct rule_info {
	const char *language, *name, *description;
	const char *file; /* where it stands */
	int line;
	const float *scores; /* by act, or the weights that were fitted in
				their place; 0 where it says nothing */
	bool is_part;        /* has a name that begins with "__" */
};

/* Every rule, in the order of reading, in the arena; returns how many. */
size_t rules_list(
    const struct rules *r, struct arena *a, struct rule_info **list_r);

/* Scores by act that a language's sums begin with, fitted or not. */
const double *rules_bias(const struct rules *r, const char *language);
/* How many weights no longer fit a rule's score, in all languages. */
size_t rules_lapsed_weights(const struct rules *r);

/* Outcome of the test lines. */
struct rules_tested {
	size_t n_examples, n_failed, n_untested; /* rules without an example */
};

/*
 * Runs every test line (RULES_EXAMPLES) and appends a line
 * "file:line: ..." to out for each that fails.
 */
struct rules_tested rules_test(struct rules *r, struct buf *out);

#endif
