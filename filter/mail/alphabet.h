/* SPDX-License-Identifier: ISC */
#ifndef MAIL_ALPHABET_H
#define MAIL_ALPHABET_H

#include <stddef.h>

/*
 * The charset of text in Latin letters that is labelled Western, or not at
 * all, but is Polish, Czech, Slovak, Croatian, Slovene, Romanian or Turkish:
 * "CP1250", "ISO-8859-2" or "CP1254". NULL when its letters could be
 * Western ones. Hungarian cannot be told: of its letters only two differ.
 */
const char *alphabet_guess(const char *s, size_t len_bytes);

#endif
