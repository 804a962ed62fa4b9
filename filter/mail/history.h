/* SPDX-License-Identifier: ISC */
#ifndef MAIL_HISTORY_H
#define MAIL_HISTORY_H

#include "mail/textline.h"
#include "model/reading.h"

/* Where older mail begins: the lines that introduce it. */
struct history {
	size_t start, end; /* [start, end): attribution, headers, markers */
	bool is_forward;   /* it says that it was forwarded */
	bool is_sure;      /* more than an attribution line */
};

/*
 * Whether the introduction of older mail is at line i: a marker ("-----
 * Original Message -----"), a block of header fields, a Lotus Notes block
 * (name, date, To:, Subject:), or an attribution ("On ... wrote:") that ends
 * in line i. It may begin above i, but not above floor.
 */
bool history_at(const struct reading_words *words,
    const struct text_lines *lines, size_t floor, size_t i,
    struct history *history_r);

#endif
