/* SPDX-License-Identifier: ISC */
#ifndef MAIL_BOUNDARY_H
#define MAIL_BOUNDARY_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct buf;

/* Whether a line of s begins with "--" and the boundary. */
bool boundary_occurs(const char *boundary, const char *s, size_t len_bytes);

/*
 * The boundary that is really used, where the declared one is missing or
 * wrong: of the first line that begins with "--" and is followed by a
 * Content- field. NULL if there is none.
 */
char *boundary_guess(struct arena *a, const char *s, size_t len_bytes);

/*
 * Makes text, which is not empty, one that libetpan reads all parts of:
 * takes empty parts out, and ends the last one.
 */
void boundary_tidy(struct arena *a, struct buf *text, const char *boundary);

#endif
