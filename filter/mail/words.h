/* SPDX-License-Identifier: ISC */
#ifndef MAIL_WORDS_H
#define MAIL_WORDS_H

#include "model/reading.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * Look-ups of phrases in folded text (base/fold.h). A phrase matches whole
 * words only; scripts that write without blanks have no such bounds. words
 * may be NULL: nothing then matches.
 */

/* Length of the longest phrase that s begins with, 0 if none. */
size_t words_prefix(const struct reading_words *words, enum reading_kind kind,
    const char *s, size_t len_bytes);
/* The same for phrases at the end of s. */
size_t words_suffix(const struct reading_words *words, enum reading_kind kind,
    const char *s, size_t len_bytes);
/* Whether s is one phrase as a whole. */
bool words_is(const struct reading_words *words, enum reading_kind kind,
    const char *s, size_t len_bytes);
/* Whether a phrase occurs in s; where the first that was found ends. */
bool words_find(const struct reading_words *words, enum reading_kind kind,
    const char *s, size_t len_bytes, size_t *end_r);
/*
 * The month, 1 to 12, whose name s is as a whole; 0 for no month, and for a
 * word that is one month here and another one there.
 */
int words_month(
    const struct reading_words *words, const char *s, size_t len_bytes);

#endif
