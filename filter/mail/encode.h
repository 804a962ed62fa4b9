/* SPDX-License-Identifier: ISC */
#ifndef MAIL_ENCODE_H
#define MAIL_ENCODE_H

#include "model/letter.h"

#include <stdbool.h>
#include <stddef.h>

struct buf;

/*
 * A header field being written: folded so that no line exceeds 76
 * characters where its words allow, ASCII only, and without control
 * characters whatever the text holds. The caller ends it with a "\n".
 */
struct encode_line {
	struct buf *out;
	size_t column;
	bool has_word; /* something stands on the current line to fold after */
};

/* Begins "NAME:". */
void encode_begin(struct encode_line *l, struct buf *out, const char *name);
/*
 * Appends a word of printable ASCII, after a blank or a fold when it is
 * separate, else joined to what is there.
 */
void encode_append(struct encode_line *l, const char *word, bool is_separate);
/* Unstructured text (RFC 5322, 2.2.1), in encoded words (RFC 2047) if need be.
 */
void encode_text(struct encode_line *l, const char *text);
/* "Name <addr>"; the address must pass compose_can_address(). */
void encode_mailbox(struct encode_line *l, const struct mailbox *box);

/*
 * Whether a body may go as it is: ASCII, short lines, nothing that mail
 * programs change on the way or that could be taken for a boundary.
 */
bool encode_is_plain(const char *text);
/* The text with LF line ends and a final one, as it is. */
void encode_lines(struct buf *out, const char *text);
/* The same in quoted-printable (RFC 2045, 6.7). */
void encode_quoted_printable(struct buf *out, const char *text);
/* In lines of 76 characters (RFC 2045, 6.8). */
void encode_base64(struct buf *out, const char *data, size_t len_bytes);

#endif
