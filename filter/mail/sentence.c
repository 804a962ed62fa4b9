/* SPDX-License-Identifier: ISC */
/*
 * The sentences of a letter's new text. Where they end is decided in split.c,
 * which quoted words an inline reply stands under in answers.c.
 */
#include "mail/sentence.h"
#include "base/arena.h"
#include "base/limits.h"
#include "base/str.h"
#include "mail/answers.h"
#include "mail/split.h"
#include "model/letter.h"

#include <string.h>

struct gather {
	struct arena *arena;
	struct letter *letter;
	size_t cap;
	size_t zone;
};

static bool add_sentence(void *user, const struct split_sentence *s)
{
	struct gather *g = user;
	struct letter *l = g->letter;
	struct sentence *v;

	if (l->n_sentences == LIMIT_SENTENCES) {
		l->flags |= LETTER_TRUNCATED;
		return false;
	}
	l->sentences = arena_grow(g->arena, l->sentences, l->n_sentences,
	    &g->cap, sizeof(*l->sentences));
	v = &l->sentences[l->n_sentences++];
	*v = (struct sentence){.offset = s->offset,
	    .len_bytes = s->len_bytes,
	    .zone = g->zone,
	    .answers = SENTENCE_ANSWERS_NOTHING,
	    .bullet = s->bullet};
	v->text = split_one_line(
	    g->arena, l->text + s->offset, s->len_bytes, &v->text_len);
	return true;
}

void sentences_find(
    struct arena *a, const struct reading_words *words, struct letter *l)
{
	struct gather g = {.arena = a, .letter = l};
	struct answers answers = {.arena = a, .words = words, .letter = l};
	size_t read_bytes = 0;

	l->sentences = NULL;
	l->quoted = NULL;
	l->n_sentences = l->n_quoted = 0;
	for (size_t z = 0; z < l->n_zones; z++) {
		const struct zone *zone = &l->zones[z];
		size_t len = zone->len_bytes, first = l->n_sentences;

		if (zone->kind != ZONE_NEW)
			continue;
		if (len > LIMIT_NEW_TEXT_BYTES - read_bytes) {
			len = LIMIT_NEW_TEXT_BYTES - read_bytes;
			l->flags |= LETTER_TRUNCATED;
			/* Whole lines; a line beyond all limits is left. */
			while (len && l->text[zone->offset + len - 1] != '\n')
				len--;
		}
		read_bytes += len;
		g.zone = z;
		split_text(words, l->text, zone->offset, zone->offset + len,
		    add_sentence, &g);
		answers_find(&answers, z, first);
	}
}
