/* SPDX-License-Identifier: ISC */
#ifndef MAIL_EMBEDDED_H
#define MAIL_EMBEDDED_H

struct body;
struct buf;

/*
 * Takes files that were written into a plain text out of it and adds them
 * as attachments: uuencode (POSIX.1-2008, uuencode) and yEnc 1.3. lines has
 * LF line ends. What only looks like one stays text.
 */
void embedded_take(struct body *b, struct buf *lines);

#endif
