/* SPDX-License-Identifier: ISC */
#ifndef MAIL_TRANSFER_H
#define MAIL_TRANSFER_H

#include <stddef.h>

struct buf;

/* How a body is encoded (RFC 2045, 6). */
enum transfer {
	TRANSFER_NONE, /* 7bit, 8bit, binary and what nobody knows */
	TRANSFER_QUOTED,
	TRANSFER_BASE64
};

/* Of a Content-Transfer-Encoding value; NULL gives TRANSFER_NONE. */
enum transfer transfer_from_name(const char *value);

/* How a text is encoded whose header does not say it. */
enum transfer transfer_guess(const char *s, size_t len_bytes);

/*
 * Appends the decoded body to out. Characters that do not belong into
 * base64 are skipped; lines behind its end that are not base64 (footers of
 * lists) are kept as they are, and so is a body that is prose. Wrong
 * quoted-printable is kept.
 */
void transfer_decode(
    enum transfer how, const char *s, size_t len_bytes, struct buf *out);
/* Bytes of a decoded attachment, without decoding it. */
size_t transfer_size(enum transfer how, const char *s, size_t len_bytes);

/* The B and Q encodings of RFC 2047, 4. */
void transfer_base64(const char *s, size_t len_bytes, struct buf *out);
void transfer_q(const char *s, size_t len_bytes, struct buf *out);

#endif
