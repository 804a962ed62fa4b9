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
	bool is_loose;     /* fields alone, without a To: no program's */
	size_t from;       /* line of its From, if it has fields */
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

/*
 * Where in line i an introduction may begin that runs on from text ("Fine.---
 * On ... wrote:"), in bytes from the line's start; 0 if nowhere.
 */
size_t history_inside(const struct reading_words *words,
    const struct text_lines *lines, size_t i);

#endif
