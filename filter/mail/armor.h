/* SPDX-License-Identifier: ISC */
#ifndef MAIL_ARMOR_H
#define MAIL_ARMOR_H

#include <stddef.h>

struct arena;
struct buf;
struct letter;

/*
 * Takes machine text out of a plain text: the armour around a clear-signed
 * text and its signature (RFC 9580, 6.2 and 7), keys, encrypted messages
 * (sets LETTER_ENCRYPTED). text begins at offset start in text->data and has
 * LF line ends; blocks that do not end stay.
 */
void armor_strip(struct buf *text, size_t start, struct letter *l);

#endif
