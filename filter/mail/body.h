/* SPDX-License-Identifier: ISC */
#ifndef MAIL_BODY_H
#define MAIL_BODY_H

#include "base/buf.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct header;
struct letter;
struct reading_words;

/*
 * Fills text, attachments, calendar, error and the flags of the structure
 * (report, encrypted, truncated) from the body that follows header h (RFC
 * 2045 to 2049). The text may hold the marker lines of html_to_text().
 */
void body_read(struct arena *a, const struct reading_words *words,
    const struct header *h, const char *body, size_t len_bytes,
    struct letter *l);

/* What the modules of the body share while they walk it. */
struct body {
	struct arena *arena;
	const struct reading_words *words;
	struct letter *letter;
	struct buf text;
	size_t cap_attachments;
	size_t n_parts;
	size_t parsed_bytes; /* shown to libetpan so far */
	bool has_tnef;       /* Outlook's own format, which is not read */
	int mute;            /* above 0: record what there is, add no text */
};

#endif
