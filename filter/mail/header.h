/* SPDX-License-Identifier: ISC */
#ifndef MAIL_HEADER_H
#define MAIL_HEADER_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

/* One header field, unfolded: no line ends, no NUL, trimmed. Raw bytes. */
struct field {
	const char *name;
	const char *value;
	size_t len_bytes; /* of value */
};

/* A header (RFC 5322, 2.2) as far as the limits let it be read. */
struct header {
	struct field *fields;
	size_t n_fields;
	size_t body; /* offset of the first byte after the empty line */
};

/*
 * Splits the header at bytes. Lines that are no fields are skipped when the
 * header goes on after them; else the body begins there. Bytes that hold
 * not one field that mail knows are all body. At most LIMIT_FIELDS fields
 * of LIMIT_FIELD_BYTES in LIMIT_HEADER_BYTES; the rest is left out.
 */
void header_split(struct arena *a, const char *bytes, size_t len_bytes,
    struct header *header_r);

/*
 * Where a message's header begins: after a byte order mark, an mbox "From "
 * line and empty lines. from_line_r is set to the rest of the "From " line
 * (NULL if none, or when from_line_r is NULL).
 */
size_t header_start(
    struct arena *a, const char *bytes, size_t len_bytes, char **from_line_r);

/* The first field of that name (ASCII-caseless), or NULL. */
const struct field *header_find(const struct header *h, const char *name);
/* Its value, or NULL. */
const char *header_value(const struct header *h, const char *name);
bool header_has(const struct header *h, const char *name);

#endif
