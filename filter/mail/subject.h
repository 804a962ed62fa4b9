/* SPDX-License-Identifier: ISC */
#ifndef MAIL_SUBJECT_H
#define MAIL_SUBJECT_H

struct arena;
struct letter;
struct reading_words;

/*
 * Sets l->topic, l->is_reply and l->is_forward from l->subject: "Re:",
 * "AW[2]:", "Fwd:" and tags of lists in brackets come off, in any order.
 * Without words only "Re" is known, which RFC 5322, 3.6.5, names.
 */
void subject_read(
    struct arena *a, const struct reading_words *words, struct letter *l);

#endif
