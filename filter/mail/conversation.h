/* SPDX-License-Identifier: ISC */
#ifndef MAIL_CONVERSATION_H
#define MAIL_CONVERSATION_H

#include <stdbool.h>

struct arena;
struct header;

/*
 * What stands for the letter's Exchange conversation among its references,
 * ending in CONVERSATION_DOMAIN; NULL when Thread-Index is not there or not
 * readable. topic counts where Thread-Topic does not say. *is_reply_r: the
 * index says that it is no first letter.
 */
const char *conversation_id(struct arena *a, const struct header *h,
    const char *topic, bool *is_reply_r);

#endif
