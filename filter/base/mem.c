/* SPDX-License-Identifier: ISC */
/*
 * Allocation that succeeds or ends the process, so that callers carry no
 * out-of-memory paths. A filter child that dies here has its message
 * spooled by the parent.
 */
#define _DEFAULT_SOURCE /* madvise, sbrk */
#include "base/mem.h"

#include <malloc.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

noreturn void mem_fail(const char *what)
{
	(void)fprintf(stderr, "rapport: %s\n", what);
	_exit(MEM_EXIT);
}

size_t mem_size(size_t n, size_t size)
{
	size_t total;

	if (__builtin_mul_overflow(n, size, &total) || total > PTRDIFF_MAX)
		mem_fail("a size overflows");
	return total;
}

void *mem_alloc(size_t n, size_t size)
{
	void *p = calloc(1, mem_size(n, size) + !(n && size));

	if (!p)
		mem_fail("out of memory");
	return p;
}

void *mem_raw(size_t len_bytes)
{
	void *p = malloc(len_bytes + !len_bytes);

	if (!p)
		mem_fail("out of memory");
	return p;
}

void *mem_realloc(void *old, size_t n, size_t size)
{
	void *p = realloc(old, mem_size(n, size) + !(n && size));

	if (!p)
		mem_fail("out of memory");
	return p;
}

char *mem_strdup(const char *s)
{
	size_t n = strlen(s) + 1;

	return memcpy(mem_alloc(n, 1), s, n);
}

void mem_expect(size_t len_bytes)
{
#if defined(__GLIBC__) && defined(MADV_POPULATE_WRITE)
	long page = sysconf(_SC_PAGESIZE);
	uintptr_t from, to;
	void *volatile p; /* else the compiler takes nothing, and frees it */

	/* Larger blocks come from the heap too, which is not given back. */
	if (page <= 0 || !mallopt(M_MMAP_THRESHOLD, 1 << 20) ||
	    !mallopt(M_TRIM_THRESHOLD, 1 << 28))
		return;
	p = malloc(len_bytes);
	from = (uintptr_t)p;
	to = from + len_bytes;
	free(p);
	from -= from % (uintptr_t)page;
	if (p && to <= (uintptr_t)sbrk(0))
		(void)madvise((void *)from, to - from, MADV_POPULATE_WRITE);
#else
	(void)len_bytes;
#endif
}
