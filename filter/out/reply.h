/* SPDX-License-Identifier: ISC */
#ifndef OUT_REPLY_H
#define OUT_REPLY_H

#include "out/drafts.h"

/*
 * A draft to these people with everything but its text: addresses, date,
 * Message-ID (of key and now, so the same draft has the same one), and the
 * place in the thread where there are notes. The subject is the thread's
 * with the prefix of a reply, or "".
 */
struct draft *reply_new(const struct writer *w, const char *key,
    const struct mailbox *people, size_t n_people, const struct note *notes,
    size_t n_notes);

/* "Hello Anna," for one whose name is known, else a general greeting. */
const char *reply_hello(
    const struct writer *w, const struct mailbox *people, size_t n_people);
const char *reply_goodbye(const struct writer *w);

#endif
