/* SPDX-License-Identifier: ISC */
#ifndef MAIL_SCRIPT_H
#define MAIL_SCRIPT_H

#include <stddef.h>

/*
 * The charset of text that is in single bytes, has no label or claims to be
 * Latin, but is in Cyrillic, Greek, Hebrew or Arabic letters: a name that
 * iconv knows, or NULL for Latin and for what is too short to tell.
 */
const char *script_guess(const char *s, size_t len_bytes);

#endif
