/* SPDX-License-Identifier: ISC */
#ifndef MAIL_BULLET_H
#define MAIL_BULLET_H

#include "model/reading.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * The bytes of a list entry's mark and the blanks behind it at the beginning
 * of a line: "- ", "5. ", "(a) "; or 0. words, which may be NULL, tell a date
 * that begins a line.
 */
size_t bullet_bytes(
    const struct reading_words *words, const char *s, size_t len);

/*
 * Whether a line's mark of so many bytes could as well count what the line
 * before it ends with, as in "two originals" and "(2) and send them": it is
 * none that lists begin with, and a small letter follows.
 */
bool bullet_is_count(const char *s, size_t len, size_t mark_bytes);

/*
 * Whether a line begins with what it is about, as "Ann - ", "Ann (Friday): ",
 * "[new] ACTION: " and "all -> " do: at most four words and a mark.
 */
bool bullet_is_labelled(const char *s, size_t len);

#endif
