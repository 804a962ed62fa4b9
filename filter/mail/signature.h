/* SPDX-License-Identifier: ISC */
#ifndef MAIL_SIGNATURE_H
#define MAIL_SIGNATURE_H

#include "mail/textline.h"
#include "model/reading.h"

/*
 * Marks what is not the sender's words for this message in lines [from, to),
 * a run of new text between quotes: signatures, "Sent from" lines,
 * disclaimers, footers of lists, banners. is_first: no new text above it.
 */
void signatures_find(const struct reading_words *words,
    struct text_lines *lines, size_t from, size_t to, bool is_first);

#endif
