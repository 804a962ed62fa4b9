/* SPDX-License-Identifier: ISC */
#ifndef MAIL_COMMENT_H
#define MAIL_COMMENT_H

#include "mail/textline.h"

struct arena;
struct mailbox;

/*
 * Finds what the sender wrote into unmarked quoted text under their name or
 * initials in brackets ("[Ann Lee] yes", "<AL> yes"), up to an empty line:
 * its lines become ZONE_NEW, the bracket ZONE_ATTRIBUTION.
 */
void comments_find(
    struct arena *a, struct text_lines *lines, const struct mailbox *from);

#endif
