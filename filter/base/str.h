/* SPDX-License-Identifier: ISC */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdbool.h>
#include <stddef.h>

/*
 * ASCII-only text helpers: mail's own syntax (header names, addresses,
 * tokens) is ASCII, and the C locale must never change its meaning.
 */

/* A borrowed run of bytes, not NUL-terminated. */
struct span {
	const char *data;
	size_t len_bytes;
};

/* These are asked of each byte of a text. */

/* Blank, tab, CR, LF, FF, VT. */
static inline bool str_space(char c)
{
	return c == ' ' || (unsigned char)(c - '\t') < 5;
}

static inline bool str_digit(char c)
{
	return (unsigned char)(c - '0') < 10;
}

static inline char str_lower(char c)
{
	return (char)(c | ((unsigned char)(c - 'A') < 26) << 5);
}

static inline bool str_alpha(char c)
{
	return (unsigned char)((c | 0x20) - 'a') < 26;
}

/* Case-insensitive in ASCII. */
bool str_same(const char *a, const char *b);
bool str_starts(const char *s, const char *prefix);
bool str_same_n(const char *a, const char *b, size_t len_bytes);
/* Where the ASCII-caseless needle begins in s, or NULL. */
const char *str_find(const char *s, size_t len_bytes, const char *needle);

/* How many words there are, with blanks between them. */
size_t str_words(const char *s, size_t len_bytes);
/* The span without leading and trailing str_space(). */
struct span str_trim(const char *s, size_t len_bytes);
/*
 * A whole decimal number from s[0..len) into *value_r. False when it is
 * empty, has another character or exceeds max; *value_r is then unchanged.
 */
bool str_number(
    const char *s, size_t len_bytes, long long max, long long *value_r);

#endif
