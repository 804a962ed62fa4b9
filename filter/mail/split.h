/* SPDX-License-Identifier: ISC */
#ifndef MAIL_SPLIT_H
#define MAIL_SPLIT_H

#include "model/reading.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;

/* One sentence of a text. */
struct split_sentence {
	size_t offset, len_bytes; /* without white space at its ends */
	bool bullet;              /* an entry of a list, its mark off */
};

/* Called for each sentence in order; false stops. */
typedef bool split_fn(void *user, const struct split_sentence *sentence);

/*
 * Cuts text[from, to) (whole lines, valid UTF-8) into sentences: joins lines
 * that were wrapped, keeps list entries, greetings and headings apart, and
 * knows abbreviations, initials, numbers and addresses. Leading ">" marks of
 * lines are no part of the text but may lie within a sentence's span.
 */
void split_text(const struct reading_words *words, const char *text,
    size_t from, size_t to, split_fn *each, void *user);

/*
 * s on one line, *len_r bytes and a NUL: white space runs as one blank, quote
 * marks of lines off.
 */
const char *split_one_line(
    struct arena *a, const char *s, size_t len_bytes, size_t *len_r);

#endif
