/* SPDX-License-Identifier: ISC */
#ifndef MAIL_FIELDNAME_H
#define MAIL_FIELDNAME_H

#include "model/reading.h"

#include <stddef.h>

struct text_line;

/* The header fields that mail programs repeat above quoted text. */
enum quoted_field {
	FIELD_NONE = 0,
	FIELD_FROM = 1,
	FIELD_DATE = 2,
	FIELD_TO = 4,
	FIELD_SUBJECT = 8,
	FIELD_OTHER = 16
};

/* The field that a line names in front of a colon, in any language. */
enum quoted_field field_name_of(
    const struct reading_words *words, const struct text_line *line);

/* The same for s, which is folded text. */
enum quoted_field field_name_in(
    const struct reading_words *words, const char *s, size_t len_bytes);

/* The field whose name is all of the line: "To", without a colon. */
enum quoted_field field_label_of(
    const struct reading_words *words, const struct text_line *line);

#endif
