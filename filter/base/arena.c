/* SPDX-License-Identifier: ISC */
/*
 * A chain of blocks, each larger than the last; an object that does not fit
 * opens the next block. No single object is ever freed.
 */
#include "base/arena.h"
#include "base/mem.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FIRST_BLOCK_BYTES   16384
#define LARGEST_BLOCK_BYTES (1024 * 1024)
#define BLANK_BYTES         1024

struct block {
	struct block *next;
	size_t used, size; /* bytes of data[] */
	size_t blank;      /* up to here data[] is zero, but what is used */
	alignas(max_align_t) unsigned char data[];
};

struct arena {
	struct block *head;
	size_t next_size;
	struct block *fixed; /* in memory that is not ours, or NULL */
};

static struct block *block_new(size_t size, struct block *next)
{
	struct block *b = mem_raw(sizeof(*b) + size);

	*b = (struct block){.next = next, .size = size};
	return b;
}

struct arena *arena_new(void)
{
	struct arena *a = mem_alloc(1, sizeof(*a));

	a->next_size = FIRST_BLOCK_BYTES;
	return a;
}

void arena_free(struct arena *a)
{
	struct block *b, *next;

	if (!a)
		return;
	for (b = a->head; b && b != a->fixed; b = next) {
		next = b->next;
		free(b);
	}
	if (!a->fixed)
		free(a);
}

struct arena *arena_new_at(void *base, size_t size_bytes)
{
	struct arena *a = base;
	const size_t taken = sizeof(*a) + alignof(max_align_t) - 1;
	const size_t head = taken / alignof(max_align_t) * alignof(max_align_t);
	struct block *b = (struct block *)((unsigned char *)base + head);

	*b = (struct block){.size = size_bytes - head - sizeof(*b)};
	b->blank = b->size;
	*a = (struct arena){
	    .head = b, .next_size = FIRST_BLOCK_BYTES, .fixed = b};
	return a;
}

size_t arena_seal(struct arena *a)
{
	struct block *b = a->fixed;

	if (!b || a->head != b)
		return 0;
	b->size = b->used;
	return (size_t)(b->data + b->used - (unsigned char *)a);
}

/*
 * Zeroes what is used and some more. Not all at once: memory that is never
 * touched costs nothing.
 */
static void blank(struct block *b)
{
	size_t to =
	    b->size - b->used < BLANK_BYTES ? b->size : b->used + BLANK_BYTES;

	memset(b->data + b->blank, 0, to - b->blank);
	b->blank = to;
}

void *arena_alloc(struct arena *a, size_t len_bytes)
{
	const size_t step = alignof(max_align_t);
	size_t want;
	void *p;

	if (__builtin_add_overflow(len_bytes, step, &want))
		mem_fail("a size overflows");
	want = want / step * step;
	if (!a->head || a->head->size - a->head->used < want) {
		size_t size = a->next_size;

		if (size < want)
			size = want;
		if (a->next_size < LARGEST_BLOCK_BYTES)
			a->next_size *= 2;
		a->head = block_new(size, a->head);
	}
	p = a->head->data + a->head->used;
	a->head->used += want;
	if (a->head->used > a->head->blank)
		blank(a->head);
	return p;
}

void *arena_array(struct arena *a, size_t n, size_t size)
{
	return arena_alloc(a, mem_size(n, size));
}

void *arena_grow(struct arena *a, void *old, size_t n, size_t *cap, size_t size)
{
	void *p;

	if (n < *cap)
		return old;
	*cap = *cap ? mem_size(*cap, 2) : 8;
	p = arena_array(a, *cap, size);
	if (n)
		memcpy(p, old, n * size);
	return p;
}

char *arena_strdup(struct arena *a, const char *s)
{
	return s ? arena_strndup(a, s, strlen(s)) : NULL;
}

char *arena_strndup(struct arena *a, const char *s, size_t len_bytes)
{
	char *p = arena_alloc(a, len_bytes + 1);

	if (len_bytes)
		memcpy(p, s, len_bytes);
	return p;
}

char *arena_printf(struct arena *a, const char *fmt, ...)
{
	va_list ap, again;
	char *p;
	int n;

	va_start(ap, fmt);
	va_copy(again, ap);
	n = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	if (n < 0)
		mem_fail("a text cannot be formatted");
	p = arena_alloc(a, (size_t)n + 1);
	(void)vsnprintf(p, (size_t)n + 1, fmt, again);
	va_end(again);
	return p;
}
