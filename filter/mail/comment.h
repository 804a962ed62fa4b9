/* SPDX-License-Identifier: ISC */
#ifndef MAIL_COMMENT_H
#define MAIL_COMMENT_H

#include "mail/textline.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct mailbox;

/*
 * Finds what the sender wrote into unmarked quoted text under their name or
 * initials in brackets ("[Ann Lee] yes", "<AL> yes"), up to an empty line:
 * its lines become ZONE_NEW, the bracket ZONE_ATTRIBUTION.
 */
void comments_find(
    struct arena *a, struct text_lines *lines, const struct mailbox *from);

/*
 * Whether a folded text (base/fold.h) is all names of from, their initials,
 * the first of these, or the local part of the address.
 */
bool comments_is_name_of(
    const struct mailbox *from, const char *fold, size_t len_bytes);

#endif
