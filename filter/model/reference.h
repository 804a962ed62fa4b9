/* SPDX-License-Identifier: ISC */
#ifndef MODEL_REFERENCE_H
#define MODEL_REFERENCE_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Among the references of a letter some are no letter's Message-ID. They end
 * in a domain that nobody has (RFC 6761, 6.4).
 */

/*
 * Stands for a conversation (Exchange's, or all letters about one meeting):
 * letters that share it share a thread.
 */
#define CONVERSATION_DOMAIN "@thread-index.invalid"
bool reference_is_conversation(const char *reference);

/* Stands for a sentence that is quoted: see ledger/quoting.c. */
#define QUOTED_DOMAIN "@quoted-words.invalid"
bool reference_is_quoted(const char *reference);

/* With the NUL. */
#define REFERENCE_QUOTED_BYTES (16 + sizeof(QUOTED_DOMAIN))
/*
 * What stands for the sentence when it is quoted: the same however it is
 * wrapped, marked, and spelt in upper or lower case. False, and reference_r
 * unchanged, when it has too few words to tell it from others.
 */
bool reference_of_words(const char *text, size_t len_bytes,
    char reference_r[REFERENCE_QUOTED_BYTES]);

#endif
