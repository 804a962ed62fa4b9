/* SPDX-License-Identifier: ISC */
#ifndef MAIL_FORWARD_H
#define MAIL_FORWARD_H

struct body;
struct header;

/*
 * Begins the text of an attached message with a line and header block that
 * zones_find() knows as a forward's.
 */
void forward_open(struct body *b, const struct header *h);

#endif
