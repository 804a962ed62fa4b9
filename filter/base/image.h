/* SPDX-License-Identifier: ISC */
#ifndef BASE_IMAGE_H
#define BASE_IMAGE_H

#include "base/diag.h"

#include <stdbool.h>

struct arena;

/*
 * Tables that are costly to build are kept in a file as they lie in memory,
 * pointers and all, and mapped to the same address by later runs of the
 * same program. One process has at most one image.
 */

/*
 * An arena whose contents can be kept. NULL when they cannot: something
 * else is at the address, or the program has no build id.
 */
struct arena *image_new(void);
/* Frees what image_new() or image_open() gave. */
void image_free(struct arena *a);

/*
 * Writes the arena to path, mode 0600, with root, the object to begin at.
 * Nothing is added to the image afterwards. STATUS_SOFTWARE when a word of
 * it looks like a pointer to what is outside of it, or it grew too large.
 */
enum status image_write(
    struct arena *a, void *root, const char *path, struct diag *d);
/*
 * Maps the file at path and returns its root; changes to it stay in this
 * process. NULL when there is none, when it is not the user's own, or not
 * from this very program: then it must be built anew.
 */
void *image_open(const char *path, struct arena **arena_r);

#endif
