/* SPDX-License-Identifier: ISC */
#ifndef ENGINE_BULK_H
#define ENGINE_BULK_H

#include "rule/match.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct letter;

/* The signs of mass mail in a letter so far: all zero to begin with. */
struct bulk {
	double sum;         /* of the scores of distinct rules */
	bool is_suspected;  /* a rule with a positive score was among them */
	const float **seen; /* which rules were: by the address of scores */
	size_t n_seen, cap;
};

/* Counts the rules for bulk that matched; each once in a letter. */
void bulk_add(
    struct arena *a, struct bulk *b, const struct rule_result *result);

/*
 * Hears what stands below the sender's words, where newsletters say how to
 * get off their lists; a discussion list's footer says nothing of a letter,
 * nor does an answer's. base has the texts that hold for the whole letter
 * and its facts. Call it after the sentences: the matcher is theirs.
 */
void bulk_hear_tail(struct arena *a, struct bulk *b, struct matcher *m,
    const struct letter *l, const struct rule_input *base);

#endif
