/* SPDX-License-Identifier: ISC */
#ifndef MAIL_NOTES_H
#define MAIL_NOTES_H

#include "mail/textline.h"
#include "model/reading.h"

/*
 * Whether name and date, as Lotus Notes writes them, stand above the To: of
 * line *start; moved up to them then, not above floor.
 */
bool notes_lines_above(const struct reading_words *words,
    const struct text_lines *lines, size_t floor, size_t *start);

/* Where the indented letterhead above line start begins, or start. */
size_t notes_letterhead(
    const struct text_lines *lines, size_t floor, size_t start);

/*
 * Whether line i holds the To of a block that has no fields in the usual
 * form: labels on lines of their own, two columns, or a table drawn with
 * bars. Its lines in [*start_r, *end_r), not above floor.
 */
bool notes_block_at(const struct reading_words *words,
    const struct text_lines *lines, size_t floor, size_t i, size_t *start_r,
    size_t *end_r);

#endif
