/* SPDX-License-Identifier: ISC */
#ifndef MAIL_KIND_H
#define MAIL_KIND_H

struct arena;
struct header;
struct mailbox;

/*
 * The enum letter_flags that a header tells: automatic, report, list,
 * announcement, own, delivered. Sources: RFC 3834, 5; RFC 3464; RFC 8098;
 * RFC 2369; RFC 2919; RFC 2076, 3.9 (Precedence).
 */
unsigned kind_flags(
    struct arena *a, const struct header *h, const struct mailbox *from);

#endif
