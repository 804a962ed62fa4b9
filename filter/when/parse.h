/* SPDX-License-Identifier: ISC */
#ifndef WHEN_PARSE_H
#define WHEN_PARSE_H

#include "when/token.h"
#include "when/value.h"

#include <stdalign.h>
#include <stddef.h>

/* One reading of a symbol from a token on. */
struct result {
	struct result *next; /* another end */
	size_t end;          /* the token after it */
	const struct value *value;
};

struct parse {
	struct arena *arena;
	const struct date_words *words;
	const struct scene *scene;
	struct tokens tokens;
	int depth;
	long steps; /* left from this token on */
	long work;  /* steps left for the rest of the text */
	size_t room_used;
	/* What a sentence needs; only more costs memory of the arena. */
	alignas(max_align_t) unsigned char room[16384];
};

/* The first token from at on that may begin a time; or how many there are. */
size_t parse_next(const struct parse *p, size_t at);

/*
 * Every reading of "<time>" from token at on, one for each end; NULL if
 * none, or once p->work is used up. The work from one token on is bounded.
 */
const struct result *parse_top(struct parse *p, size_t at);

#endif
