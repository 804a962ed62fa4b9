/* SPDX-License-Identifier: ISC */
#ifndef MAIL_FORWARD_H
#define MAIL_FORWARD_H

struct arena;
struct body;
struct header;

/*
 * Begins the text of an attached message with a line and header block that
 * zones_find() knows as a forward's.
 */
void forward_open(struct body *b, const struct header *h);
/* What to call the attachment: the message's subject, "" if none. */
const char *forward_name(struct arena *a, const struct header *h);

#endif
