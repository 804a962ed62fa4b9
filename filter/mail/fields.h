/* SPDX-License-Identifier: ISC */
#ifndef MAIL_FIELDS_H
#define MAIL_FIELDS_H

#include "model/letter.h"

#include <stddef.h>

struct arena;
struct header;
struct reading_words;

/*
 * Fills everything of the letter that its header says: people, subject and
 * topic, references, date, flags. from_line is the rest of an mbox "From "
 * line or NULL; it and the Received fields help to a date that is missing
 * or absurd (before mail, more than two days after arrival or after the
 * first host took the letter, or more than 200 days before that), else the
 * arrival is taken. words may be NULL.
 */
void fields_read(struct arena *a, const struct reading_words *words,
    const struct header *h, const char *from_line, struct stamp arrival,
    struct letter *l);

/*
 * A Message-ID for a letter that has none, the same for every copy of it:
 * a hash of who wrote to whom, when, about what, and of the body's bytes
 * but for white space.
 */
void fields_make_id(struct arena *a, const struct header *h, const char *body,
    size_t len_bytes, struct letter *l);

#endif
