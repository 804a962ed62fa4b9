/* SPDX-License-Identifier: ISC */
#ifndef MAIL_READ_H
#define MAIL_READ_H

#include "base/civil.h"
#include "model/letter.h"

struct arena;
struct reading_words;

/*
 * Reads a message (RFC 5322, RFC 2045 to 2049) whatever its state: never
 * NULL, every field of the letter is set. What could not be read is said in
 * letter.error and letter.flags. bytes may hold anything, an mbox "From "
 * line first, LF or CRLF. arrival dates letters without a usable Date.
 */
struct letter *mail_read(struct arena *a, const struct reading_words *words,
    const char *bytes, size_t len_bytes, struct stamp arrival);

/*
 * A letter whose whole text is one sentence, written at date by a sender
 * without a name. text must be valid UTF-8.
 */
struct letter *mail_from_line(
    struct arena *a, const char *text, size_t len_bytes, struct stamp date);

/* The new text alone: the ZONE_NEW zones joined, trimmed. */
char *mail_new_text(struct arena *a, const struct letter *l);

#endif
