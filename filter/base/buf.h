/* SPDX-License-Identifier: ISC */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stddef.h>

/*
 * A growing run of bytes. data is always NUL-terminated past len_bytes once
 * anything was appended, and may hold NULs inside; it moves when it grows.
 */
struct buf {
	char *data; /* malloc'd, or NULL while nothing was appended */
	size_t len_bytes, cap_bytes;
};

#define BUF_EMPTY \
	{ \
		NULL, 0, 0 \
	}

void buf_init(struct buf *b);
void buf_release(struct buf *b);
/* Empties it and keeps the memory. */
void buf_clear(struct buf *b);

void buf_append(struct buf *b, const char *data, size_t len_bytes);
void buf_char(struct buf *b, char c);
void buf_puts(struct buf *b, const char *s);
void buf_printf(struct buf *b, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
/* The text as a C string, "" when empty; valid until the next append. */
const char *buf_text(const struct buf *b);

#endif
