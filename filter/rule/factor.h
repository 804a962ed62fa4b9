/* SPDX-License-Identifier: ISC */
#ifndef RULE_FACTOR_H
#define RULE_FACTOR_H

#include <stdbool.h>

struct buf;

/*
 * Writes pattern to out so that alternatives which begin with the same
 * letter share it: "(?:send|forward|set up)" becomes
 * "(?:s(?:end|et up)|forward)". PCRE2 tries alternatives one by one; this way
 * it tries a letter each. Both match the same, and in the same order of
 * preference. flags are enum regex_flags. Tells whether it is understood; it
 * must be used as it is otherwise, and out is not to be looked at.
 */
bool pattern_factor(const char *pattern, unsigned flags, struct buf *out);

#endif
