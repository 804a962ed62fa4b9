/* SPDX-License-Identifier: ISC */
#ifndef BASE_MEM_H
#define BASE_MEM_H

#include <stddef.h>
#include <stdnoreturn.h>

/*
 * Exit code of a process that runs out of memory or meets a size that
 * overflows: EX_TEMPFAIL, the only failure a mail system retries.
 */
#define MEM_EXIT 75

/* Ends the process with MEM_EXIT after one line on stderr. */
noreturn void mem_fail(const char *what);

/* n * size, or mem_fail() on overflow. */
size_t mem_size(size_t n, size_t size);

/* malloc'd arrays of n elements; never NULL. mem_alloc() zeroes. */
void *mem_alloc(size_t n, size_t size);
/* Not zeroed; never NULL. */
void *mem_raw(size_t len_bytes);
void *mem_realloc(void *old, size_t n, size_t size);
char *mem_strdup(const char *s);

/*
 * Takes len_bytes for the allocations that are to come, in one go: a page at
 * a time, at its first touch, costs ten times as much. A hint: where the
 * system cannot, nothing happens.
 */
void mem_expect(size_t len_bytes);

#endif
