/* SPDX-License-Identifier: ISC */
#ifndef MAIL_PART_H
#define MAIL_PART_H

#include "mail/body.h"
#include "mail/header.h"
#include "mail/transfer.h"

/* One part: its header as far as it matters, and its body as it came. */
struct part {
	struct header header;
	const char *type;        /* "text/plain", lower case, never "" */
	const char *full_type;   /* the Content-Type's value, or "" */
	const char *disposition; /* "attachment", "inline" or "" */
	const char *name;        /* UTF-8, "" if none */
	enum transfer transfer;
	const char *data; /* encoded */
	size_t len_bytes;
};

/*
 * Describes the part with that header and body. default_type stands in for
 * a Content-Type that is missing or unreadable.
 */
struct part part_read(struct arena *a, const struct header *h, const char *data,
    size_t len_bytes, const char *default_type);

/* Adds a text, an attachment or a calendar to what the body holds. */
void part_add(struct body *b, const struct part *p, bool is_root);
/* Adds it as an attachment. */
void part_attach(struct body *b, const struct part *p, bool is_inline);
/* Adds its bytes as text, whatever its type says. */
void part_add_raw(struct body *b, const struct part *p);

/*
 * Whether a text/plain part says nothing, or only that there is an HTML
 * part, which rich is (or NULL).
 */
bool part_is_stub(
    struct arena *a, const struct part *plain, const struct part *rich);

bool part_is(const struct part *p, const char *type);
/* Whether the type begins so: "multipart/". */
bool part_in(const struct part *p, const char *family);

/* Adds text, at most LIMIT_TEXT_BYTES in all. */
void part_append(struct body *b, const char *text, size_t len_bytes);

#endif
