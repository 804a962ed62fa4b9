/* SPDX-License-Identifier: ISC */
#ifndef MAIL_ENCODED_H
#define MAIL_ENCODED_H

#include <stddef.h>

struct arena;
struct field;

/*
 * Decodes the encoded words (RFC 2047) of an unstructured value or phrase,
 * also where mailers put them against the rules: inside words, in quotes,
 * with blanks inside, split within a character. What is no encoded word is
 * kept; raw 8-bit bytes are UTF-8 or else windows-1252. Valid UTF-8, but
 * with whatever line ends and controls were encoded.
 */
char *encoded_decode(struct arena *a, const char *s, size_t len_bytes);

/* The decoded value of a field on one line; "" if it is NULL. */
const char *encoded_field(struct arena *a, const struct field *f);

/* Controls and runs of white space become one blank; trimmed. */
char *encoded_one_line(struct arena *a, const char *s);

#endif
