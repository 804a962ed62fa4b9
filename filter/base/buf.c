/* SPDX-License-Identifier: ISC */
/* A growing run of bytes on the heap, for output and for file contents. */
#include "base/buf.h"
#include "base/mem.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void buf_init(struct buf *b)
{
	*b = (struct buf)BUF_EMPTY;
}

void buf_release(struct buf *b)
{
	free(b->data);
	buf_init(b);
}

void buf_clear(struct buf *b)
{
	b->len_bytes = 0;
	if (b->data)
		b->data[0] = '\0';
}

static void reserve(struct buf *b, size_t more)
{
	size_t need;

	if (__builtin_add_overflow(b->len_bytes, more, &need) ||
	    __builtin_add_overflow(need, 1, &need))
		mem_fail("a size overflows");
	if (need <= b->cap_bytes)
		return;
	if (b->cap_bytes > need / 2)
		need = mem_size(b->cap_bytes, 2);
	b->data = mem_realloc(b->data, need, 1);
	b->cap_bytes = need;
}

void buf_append(struct buf *b, const char *data, size_t len_bytes)
{
	reserve(b, len_bytes);
	if (len_bytes)
		memcpy(b->data + b->len_bytes, data, len_bytes);
	b->len_bytes += len_bytes;
	b->data[b->len_bytes] = '\0';
}

void buf_char(struct buf *b, char c)
{
	if (b->cap_bytes < 2 || b->len_bytes > b->cap_bytes - 2)
		reserve(b, 1);
	b->data[b->len_bytes++] = c;
	b->data[b->len_bytes] = '\0';
}

void buf_puts(struct buf *b, const char *s)
{
	buf_append(b, s, strlen(s));
}

void buf_printf(struct buf *b, const char *fmt, ...)
{
	va_list ap, again;
	int n;

	va_start(ap, fmt);
	va_copy(again, ap);
	n = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	if (n < 0)
		mem_fail("a text cannot be formatted");
	reserve(b, (size_t)n);
	(void)vsnprintf(b->data + b->len_bytes, (size_t)n + 1, fmt, again);
	va_end(again);
	b->len_bytes += (size_t)n;
}

const char *buf_text(const struct buf *b)
{
	return b->data ? b->data : "";
}
