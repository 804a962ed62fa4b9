/* SPDX-License-Identifier: ISC */
#ifndef MAIL_QUOTED_H
#define MAIL_QUOTED_H

struct arena;
struct letter;
struct reading_words;

/*
 * What a letter refers to by what it quotes, when its header refers to no
 * letter. That is the Message-ID of a quoted header, of several the first,
 * which was answered last; what is no Message-ID (RFC 5322, 3.6.4) is passed
 * over. Else, where the subject is no reply's either, it is the sentences of
 * the outermost quote (reference_of_words()). Adds to l->references and sets
 * l->is_reply. The zones are found by then. words may be NULL.
 */
void quoted_find(
    struct arena *a, const struct reading_words *words, struct letter *l);

#endif
