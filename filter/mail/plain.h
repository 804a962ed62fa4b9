/* SPDX-License-Identifier: ISC */
#ifndef MAIL_PLAIN_H
#define MAIL_PLAIN_H

#include <stdbool.h>
#include <stddef.h>

struct buf;

/* How a text/plain body is to be read (RFC 3676, 4). */
struct plain_format {
	bool is_flowed;
	bool delete_space; /* DelSp=yes */
};

/*
 * Appends text to out with LF line ends, ending in one; controls but TAB
 * and a byte order mark are dropped. Flowed lines are joined, stuffed
 * blanks removed, quote marks written as "> ". text is valid UTF-8.
 */
void plain_append(struct buf *out, const char *text, size_t len_bytes,
    struct plain_format format);

#endif
