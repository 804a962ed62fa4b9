/* SPDX-License-Identifier: ISC */
#ifndef BASE_FOLD_H
#define BASE_FOLD_H

#include <stddef.h>
#include <stdint.h>

/* Lower case of Latin, Greek and Cyrillic letters; others as they are. */
uint32_t fold_lower(uint32_t cp);

/*
 * Writes s so that phrases can be compared byte by byte: lower case, white
 * space runs as one blank and none at the ends, invisible characters (BOM,
 * zero-width, bidirectional) dropped; dashes, quotation marks, full-width
 * colons and Arabic digits as their ASCII kin. Returns the length, at most
 * len_bytes: out may be s itself. Nothing is terminated; ill-formed UTF-8
 * stays as it is.
 */
size_t fold_text(char *out, const char *s, size_t len_bytes);

#endif
