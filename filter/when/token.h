/* SPDX-License-Identifier: ISC */
#ifndef WHEN_TOKEN_H
#define WHEN_TOKEN_H

#include "model/dates.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct memo;

enum token_kind { TOKEN_WORD, TOKEN_NUMBER, TOKEN_MARK };

/* A run of letters, a run of digits, or one other character. */
struct token {
	size_t offset, len_bytes;
	const struct date_entry *entries; /* what it can stand for */
	struct memo *memo;                /* what it can begin; see parse.c */
	struct date_needs behind;         /* what the words behind it meet */
	int number, digits;               /* TOKEN_NUMBER */
	enum token_kind kind;
	unsigned to_key;     /* tokens to the next that a time needs */
	char mark;           /* TOKEN_MARK: in ASCII, else 0 */
	bool is_key;         /* a time needs one such word, or a number */
	bool begins;         /* it can begin a time, by itself */
	bool is_tight;       /* nothing stands before it */
	bool is_new_text;    /* an empty line stands before it */
	bool is_capitalized; /* TOKEN_WORD */
};

/* Those of a text; a page's are few and need no memory of an arena. */
struct tokens {
	struct token *v;
	size_t n, cap;
	bool has_capitals;
	bool has_key; /* there may be times */
	struct token few[256];
};

/* Cuts text; *t_r must stay where it is. */
void tokens_of(struct arena *a, const struct date_words *w, const char *text,
    size_t len_bytes, struct tokens *t_r);

#endif
