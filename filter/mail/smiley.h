/* SPDX-License-Identifier: ISC */
#ifndef MAIL_SMILEY_H
#define MAIL_SMILEY_H

#include <stddef.h>

/*
 * Where the smileys and emoji, with blanks before them, end that s[at..to)
 * begins with; `at` when it begins with none.
 */
size_t smiley_skip(const char *s, size_t at, size_t to);

#endif
