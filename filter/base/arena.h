/* SPDX-License-Identifier: ISC */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

/*
 * A region of memory that is freed as a whole. Everything a function
 * returns lives in the arena that it was given first, unless it says
 * otherwise. Nothing here returns NULL (see base/mem.h).
 */
struct arena;

struct arena *arena_new(void);
void arena_free(struct arena *a);

/*
 * An arena that begins at base, itself too, in size_bytes of zeroed memory
 * that the caller keeps until after arena_free(). More comes from elsewhere
 * when it is full.
 */
struct arena *arena_new_at(void *base, size_t size_bytes);
/*
 * Lets no more into that memory. Returns how much of it is in use from
 * base on; 0 when not everything is in there.
 */
size_t arena_seal(struct arena *a);

/* Zeroed, aligned for any type; len_bytes 0 gives a valid pointer. */
void *arena_alloc(struct arena *a, size_t len_bytes);
/* Zeroed array of n elements of size bytes. */
void *arena_array(struct arena *a, size_t n, size_t size);

/*
 * Makes room for one more element: returns old, or a copy of its n
 * elements with the capacity doubled in *cap. Usage:
 *	v = arena_grow(a, v, n, &cap, sizeof(*v)); v[n++] = x;
 */
void *arena_grow(
    struct arena *a, void *old, size_t n, size_t *cap, size_t size);

/* NUL-terminated copies. arena_strdup(NULL) is NULL. */
char *arena_strdup(struct arena *a, const char *s);
char *arena_strndup(struct arena *a, const char *s, size_t len_bytes);
char *arena_printf(struct arena *a, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

#endif
