/* SPDX-License-Identifier: ISC */
#ifndef MAIL_CHARSET_H
#define MAIL_CHARSET_H

#include <stddef.h>

struct arena;

/*
 * Converts bytes in the named charset to valid UTF-8, NUL-terminated,
 * *len_r bytes long. Bad bytes become U+FFFD, NULs are dropped. No, an unknown
 * or a wrong name (8-bit bytes in us-ascii): UTF-8 if the bytes are; the
 * charset of another script, of East Asia or Central Europe where the bytes
 * tell it (script.h, eastasia.h, alphabet.h); else windows-1252. iso-8859-1
 * is read likewise (WHATWG Encoding, 4.2), as are other labels as mailers
 * mean them. name may be NULL.
 */
char *charset_decode(struct arena *a, const char *name, const char *s,
    size_t len_bytes, size_t *len_r);

#endif
