/* SPDX-License-Identifier: ISC */
#ifndef MAIL_QUOTED_ID_H
#define MAIL_QUOTED_ID_H

struct arena;
struct letter;

/*
 * Adds the Message-ID that a quoted or forwarded header in the text shows to
 * the references of a letter whose own header refers to no letter; of several
 * the first, of what was answered last. The zones are found by then. What is
 * no Message-ID (RFC 5322, 3.6.4) is passed over.
 */
void quoted_id_find(struct arena *a, struct letter *l);

#endif
