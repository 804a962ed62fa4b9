/* SPDX-License-Identifier: ISC */
#ifndef MAIL_ATTRIBUTION_H
#define MAIL_ATTRIBUTION_H

#include "mail/textline.h"
#include "model/reading.h"

/*
 * Whether an attribution ("On 3 Feb 2025 at 10:02, Ann <ann@example.com>
 * wrote:") ends in line i; the line in which it starts, not above floor and
 * at most five above i, in *start_r.
 */
bool attribution_at(const struct reading_words *words,
    const struct text_lines *lines, size_t floor, size_t i, size_t *start_r);

/* Whether folded text holds a year, a numeric date or a clock time. */
bool text_has_date(const char *s, size_t len_bytes);
/* Whether it ends in a numeric date and a clock time, as Notes writes. */
bool text_ends_in_instant(const char *s, size_t len_bytes);

#endif
