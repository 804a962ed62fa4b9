/* SPDX-License-Identifier: ISC */
#ifndef MAIL_PKCS7_H
#define MAIL_PKCS7_H

#include <stddef.h>

struct buf;

/* What an S/MIME envelope is (RFC 8551, 3.2). */
enum pkcs7 {
	PKCS7_SIGNED, /* the message was inside, in clear */
	PKCS7_EMPTY,  /* signed, but nothing is inside: certificates */
	PKCS7_CLOSED  /* encrypted, compressed or unreadable */
};

/*
 * Appends the message inside signed data (RFC 5652, 5) to out. BER as
 * Outlook and OpenSSL write it; no signature is verified.
 */
enum pkcs7 pkcs7_open(const char *s, size_t len_bytes, struct buf *out);

#endif
