/* SPDX-License-Identifier: ISC */
#ifndef ENGINE_HEAR_H
#define ENGINE_HEAR_H

#include "base/str.h"
#include "engine/context.h"
#include "engine/pasted.h"
#include "engine/tasks.h"
#include "model/act.h"
#include "model/config.h"
#include "model/letter.h"
#include "rule/match.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What the rules say of each sentence of a letter, and what they go by. */

/* More likely than not. */
#define CERTAIN 0.5
/* A sentence of so many words at most is a short one. */
#define SHORT_WORDS 5

/* A letter while it is heard. */
struct detection {
	struct arena *arena;
	struct rules *rules;
	struct matcher *matcher;
	const struct language *language;
	bool is_foreign; /* the letter is in none that is known */
	const struct letter *letter;
	const struct me *me;
	uint32_t facts; /* that hold for every sentence */
	bool has_lost_blanks;
	struct context context;
	struct regex_span *occasions; /* that the subject names */
	size_t n_occasions;
	bool are_occasions_read;
	const struct mailbox *addressee; /* called by a line of names */
	const struct mailbox *section; /* ... by the paragraph's first words */
	struct tasks tasks;            /* the list of them that goes on */
	struct span subject, from;
};

/* One sentence and what was found in it. */
struct heard {
	struct span plain; /* as rules see it, without smileys behind it */
	bool smiles;       /* one of these was there */
	struct time_expr *times;
	size_t n_times;
	const struct mailbox *called;    /* by name in the sentence */
	const struct mailbox *addressee; /* or above it */
	bool is_lone_name;               /* no recipient's, after others' */
	bool is_wanted;   /* an entry of a list of what the reader is to do */
	size_t head;      /* index of the sentence that heads it, then */
	struct due above; /* of the sentence before, for a talk without one */
	struct rule_result result;
	enum pasted pasted;
};

/*
 * Lets the rules speak on every sentence: by sentence, in the arena, which
 * all of d borrows from; NULL when there are no rules of any language. Says
 * in *f what language the letter is in and whether it is bulk.
 */
struct heard *hear_letter(struct detection *d, struct arena *a,
    struct rules *rules, const struct letter *l, const struct me *me,
    enum direction direction, struct findings *f);

/* How many words the sentence has. */
size_t heard_words(const struct heard *h);

#endif
