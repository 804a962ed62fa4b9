/* SPDX-License-Identifier: ISC */
#ifndef MAIL_SENTENCE_H
#define MAIL_SENTENCE_H

struct arena;
struct letter;
struct reading_words;

/*
 * Fills l->sentences and l->quoted from l->text and l->zones, which
 * zones_find() has set. Wrapped lines are joined; list entries, greetings
 * and closings are sentences of their own. At most LIMIT_SENTENCES of at
 * most LIMIT_SENTENCE_BYTES; what is beyond sets LETTER_TRUNCATED. words
 * may be NULL.
 */
void sentences_find(
    struct arena *a, const struct reading_words *words, struct letter *l);

#endif
