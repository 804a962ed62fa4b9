/* SPDX-License-Identifier: ISC */
#ifndef MAIL_ADDRESS_H
#define MAIL_ADDRESS_H

#include "model/letter.h"

#include <stddef.h>

struct arena;

/*
 * Reads a list of addresses (RFC 5322, 3.4, and what is met instead): names
 * decoded, groups flattened, routes dropped, a comment as the name of a
 * bare address, unquoted commas in encoded words, unclosed quotes and
 * brackets, the names of Lotus Notes. What has a name but no address gives
 * a mailbox with addr "". At most LIMIT_ADDRESSES in all: appends to the
 * n_r mailboxes at list_r. value is a field's, unfolded; NULL is fine.
 */
void addresses_parse(
    struct arena *a, const char *value, struct mailbox **list_r, size_t *n_r);

#endif
