/* SPDX-License-Identifier: ISC */
#ifndef RULE_LITERALS_H
#define RULE_LITERALS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

enum literal_flags {
	LITERAL_WORD_START = 1, /* \b stands before it */
	LITERAL_WORD_END = 2,   /* ... after it */
	LITERAL_FIRST = 4,      /* begins the text */
	LITERAL_CUT = 8         /* more may follow that is not known */
};

/* A string in lower-case ASCII. */
struct literal {
	const char *text;
	uint8_t len_bytes, flags;
};

struct literals {
	struct literal *items;
	size_t n;
};

#define NEEDS_SETS     3
#define NEEDS_BRANCHES 8

/* With what the matches of an expression end. */
enum needs_end {
	END_UNKNOWN,
	END_SIGN,   /* no character of a word, so that one may begin behind */
	END_NOTHING /* likewise, or the match is empty */
};

/* What must be in a text that an expression matches, case aside. */
struct needs {
	/*
	 * A match begins with one of these; an empty one says nothing. One
	 * that is not LITERAL_CUT is a whole match.
	 */
	struct literals start;
	/* One of each set occurs somewhere in the match. */
	struct literals sets[NEEDS_SETS];
	size_t n_sets;
	enum needs_end end;
};

/* A match satisfies one of the branches; n 0: nothing is known. */
struct pattern_needs {
	struct needs branches[NEEDS_BRANCHES];
	size_t n;
};

/*
 * What ${NAME} needs; NULL when it cannot stand for itself in a pattern
 * (it is unknown, or its alternatives are not in a group).
 */
typedef const struct needs *literals_macro(
    void *context, const char *name, size_t len_bytes);

/*
 * Finds out what a pattern needs, in the arena. flags are enum regex_flags.
 * Understands a part of PCRE2's syntax and knows nothing of a pattern that
 * goes beyond it. Tells whether the pattern means the same wherever it is
 * inserted, which a macro must.
 */
bool literals_find(struct arena *a, const char *pattern, unsigned flags,
    literals_macro *macro, void *context, struct pattern_needs *needs_r);

/* Whether a set says anything: it is not empty, nor is a string of it. */
bool literals_are_useful(const struct literals *l);

#endif
