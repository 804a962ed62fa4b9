/* SPDX-License-Identifier: ISC */
#ifndef MAIL_NAMING_H
#define MAIL_NAMING_H

struct arena;
struct letter;
struct reading_words;

/*
 * Gives those of a letter's people whom the header names by address alone
 * the names that its text shows: beside the address, in what it quotes ("Ann
 * Hall <ann@a.example> wrote:"), and for the sender in what they sign with.
 * words may be NULL.
 */
void naming_find(
    struct arena *a, const struct reading_words *words, struct letter *l);

#endif
