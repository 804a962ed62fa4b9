/* SPDX-License-Identifier: ISC */
#ifndef RULE_LITERAL_CLASS_H
#define RULE_LITERAL_CLASS_H

#include <stdbool.h>

/*
 * Reads the "[...]" (pcre2pattern(3), square brackets) at *at and leaves *at
 * behind it, or where it ended too early. Marks its members in is_in, by
 * byte below 0x80, letters in lower case. False when they are not all that
 * it stands for: it excludes, names a kind, or has no end, which
 * *is_closed_r tells.
 */
bool literal_class(const char **at, bool *is_in, bool *is_closed_r);

#endif
