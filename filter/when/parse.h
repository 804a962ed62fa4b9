/* SPDX-License-Identifier: ISC */
#ifndef WHEN_PARSE_H
#define WHEN_PARSE_H

#include "when/token.h"
#include "when/value.h"

/* One reading of a symbol from a token on. */
struct result {
	struct result *next; /* another end */
	size_t end;          /* the token after it */
	struct value value;
};

struct parse {
	struct arena *arena;
	const struct date_words *words;
	const struct scene *scene;
	struct token *tokens;
	size_t n_tokens;
	bool has_capitals;
	int depth;
	long steps; /* left at this start */
};

/*
 * Every reading of "<time>" from token at on, one for each end; NULL if
 * none. The work from one token on is bounded.
 */
const struct result *parse_top(struct parse *p, size_t at);

#endif
