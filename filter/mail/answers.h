/* SPDX-License-Identifier: ISC */
#ifndef MAIL_ANSWERS_H
#define MAIL_ANSWERS_H

#include <stddef.h>

struct arena;
struct letter;
struct reading_words;

/* What is kept from zone to zone. */
struct answers {
	struct arena *arena;
	const struct reading_words *words;
	struct letter *letter;
	size_t cap; /* of letter->quoted, 0 at first */
};

/*
 * Adds to the letter's quoted[] what the sentences of zone z, from index
 * first on, stand under: the last questions of the quote right above, else
 * its last sentence; and says so in the sentences of the zone's first
 * paragraph. As many answers as questions answer one each.
 */
void answers_find(struct answers *s, size_t z, size_t first);

#endif
