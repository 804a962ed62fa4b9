/* SPDX-License-Identifier: ISC */
#ifndef MAIL_FULLSTOP_H
#define MAIL_FULLSTOP_H

#include "model/reading.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * Offsets are into s: a sentence begins at from, a full stop is at dot, the
 * text goes on at next, and all ends at to (next is to when nothing follows).
 * words may be NULL.
 */

/*
 * Whether the full stop ends the sentence: not after an initial or an
 * abbreviation, nor in a date. What follows is taken for a capital.
 */
bool fullstop_ends(const struct reading_words *words, const char *s,
    size_t from, size_t dot, size_t next, size_t to);
/* Whether it is that of an abbreviation which may end a sentence: "etc.". */
bool fullstop_may_go_on(
    const struct reading_words *words, const char *s, size_t from, size_t dot);
/*
 * Whether the full stop is that of a time which goes on at next, as
 * "5 p.m. Thursday". Other abbreviations end lines of addresses, and
 * initials are signatures.
 */
bool fullstop_of_time(const struct reading_words *words, const char *s,
    size_t from, size_t dot, size_t next, size_t to);
/*
 * Whether a line that nothing ends, of [from, end), goes on with the day, and
 * more, that s[next] begins with: "I am out / Monday and Tuesday".
 */
bool fullstop_before_day(const struct reading_words *words, const char *s,
    size_t from, size_t end, size_t next, size_t to);
/*
 * Whether the question mark at `at` of [from, to) was a dash before some
 * program could not write it: it stands between blanks, as does another, and
 * behind the second of both the sentence goes on with a small letter.
 */
bool fullstop_was_dash(const char *s, size_t from, size_t at, size_t to);
/* Where the word before the full stop begins, behind a blank or bracket. */
size_t fullstop_word(const char *s, size_t from, size_t dot);
/* Whether s begins with a word that takes the number before it along. */
bool fullstop_numbered(
    const struct reading_words *words, const char *s, size_t len);

#endif
