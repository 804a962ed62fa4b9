/* SPDX-License-Identifier: ISC */
#ifndef MAIL_TAGS_H
#define MAIL_TAGS_H

#include <stddef.h>

struct buf;

/*
 * Appends html without its tags: blocks on lines of their own, scripts,
 * styles and comments dropped, the usual character references decoded,
 * white space collapsed. A stopgap for when the HTML module is not there,
 * and an estimate of how much text there is. html is valid UTF-8.
 */
void tags_strip(struct buf *out, const char *html, size_t len_bytes);

#endif
