/* SPDX-License-Identifier: ISC */
#ifndef ENGINE_PARTY_H
#define ENGINE_PARTY_H

#include "model/config.h"
#include "model/item.h"
#include "model/thread.h"

#include <stdbool.h>

/* The same person: one address, or one full name (two words and more). */
bool same_person(const struct mailbox *a, const struct mailbox *b);

/* A name as a sentence gives it ("Tom", "Tom Hill") fits the mailbox. */
bool name_fits(const char *name, const struct mailbox *box);
/* ... or the user. */
bool name_is_mine(const char *name, const struct me *me);

/* The letter is the user's own: the outgoing wiring says so. */
bool note_is_mine(const struct note *n);
/* It came in and claims to be from the user: that proves nothing. */
bool note_is_own_copy(const struct note *n, const struct me *me);
/*
 * It speaks to the user and not merely for information: To, or addressed in
 * another way (a list, a Bcc, by name) without a Cc.
 */
bool note_is_to_me(const struct note *n, const struct me *me);
/* The Message-ID is among its References and In-Reply-To. */
bool note_refers_to(const struct note *n, const char *message_id);
/* So many are addressed that nobody in particular is, unless by name. */
bool note_is_to_crowd(const struct note *n);
/* box is among To and Cc. */
bool note_is_to(const struct note *n, const struct mailbox *box);
/* The first of To, else of Cc, who is not the user; NULL if none. */
const struct mailbox *note_first_recipient(
    const struct note *n, const struct me *me);

#endif
