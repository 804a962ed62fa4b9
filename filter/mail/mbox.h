/* SPDX-License-Identifier: ISC */
#ifndef MAIL_MBOX_H
#define MAIL_MBOX_H

#include <stdbool.h>
#include <stddef.h>

struct buf;

/* Whether a header field (RFC 5322, 2.2) begins at s. */
bool mbox_is_field(const char *s, size_t len_bytes);

/* Whether s begins with "From " and any text. */
bool mbox_is_mbox(const char *s, size_t len_bytes);

/* One message of an mbox: a span of its bytes. */
struct mbox_message {
	size_t offset, len_bytes; /* without "From " line and the blank line
				     that ends it */
	size_t next;              /* where the next "From " line begins */
	bool quoted; /* this kind writes ">From " for "From " in a body */
};

/*
 * The message whose "From " line is at data[at]. False at the end of data.
 *
 * The four kinds of mbox cannot be told apart by looking (RFC 4155, appendix
 * A; https://www.jwz.org/doc/content-length.html). A separator is "From "
 * with a time and a month after a blank line, or after any line when a
 * header follows. Content-Length is believed when a separator or the end is
 * where it says, else not.
 */
bool mbox_next(const char *data, size_t len_bytes, size_t at,
    struct mbox_message *message_r);

/*
 * Appends a message with one ">" taken from lines of ">"s and "From ", as
 * in mboxrd. False, out unchanged, when there is no such line.
 */
bool mbox_unquote(const char *data, size_t len_bytes, struct buf *out);

#endif
