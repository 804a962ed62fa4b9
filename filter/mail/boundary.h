/* SPDX-License-Identifier: ISC */
#ifndef MAIL_BOUNDARY_H
#define MAIL_BOUNDARY_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct buf;

/*
 * Whether a line of s is "--" and the boundary, or the same and "--"; white
 * space may follow.
 */
bool boundary_occurs(const char *boundary, const char *s, size_t len_bytes);
/* Bytes before the first such line. */
size_t boundary_preamble(const char *boundary, const char *s, size_t len_bytes);
/* Lines of s that begin a part. */
size_t boundary_count(const char *boundary, const char *s, size_t len_bytes);

/*
 * The boundary that is really used, where the declared one is missing or
 * wrong: of the first line that begins with "--" and is followed by a
 * Content- field. NULL if there is none.
 */
char *boundary_guess(struct arena *a, const char *s, size_t len_bytes);

/*
 * The boundary itself, or one that can stand for it where it is too long or
 * has characters that libetpan cannot stand. NULL if none could be found
 * that does not occur in s.
 */
const char *boundary_alias(
    struct arena *a, const char *boundary, const char *s, size_t len_bytes);

/*
 * Appends the multipart at s to out as one that libetpan reads all parts
 * of: alias for its boundary, without NULs and empty parts, the last part
 * ended once.
 */
void boundary_copy(struct buf *out, const char *s, size_t len_bytes,
    const char *boundary, const char *alias);

#endif
