/* SPDX-License-Identifier: ISC */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct buf;

/*
 * Bytes of the character at s (1 to 4) and its code point in *cp_r; 0 when
 * the bytes are not well-formed UTF-8 (RFC 3629), *cp_r then unchanged.
 */
size_t utf8_decode(const char *s, size_t len_bytes, uint32_t *cp_r);
bool utf8_valid(const char *s, size_t len_bytes);
void utf8_append(struct buf *b, uint32_t cp);

/* A copy with every ill-formed byte and NUL replaced by U+FFFD. */
char *utf8_clean(
    struct arena *a, const char *s, size_t len_bytes, size_t *len_r);

/*
 * Text from mail made safe for a terminal: one line, control characters
 * (C0, DEL, C1) and bidirectional overrides dropped, white space collapsed
 * to one blank, cut at max_cells columns with an ellipsis (0 = never cut).
 */
char *utf8_printable(struct arena *a, const char *s, size_t max_cells);
/* Terminal columns of a printable text: 0 for combining, 2 for wide. */
size_t utf8_cells(const char *s);

#endif
