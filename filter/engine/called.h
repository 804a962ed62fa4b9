/* SPDX-License-Identifier: ISC */
#ifndef ENGINE_CALLED_H
#define ENGINE_CALLED_H

#include "base/str.h"
#include "model/config.h"
#include "model/letter.h"

#include <stdbool.h>
#include <stddef.h>

struct rules;

/* Whom the words before a sentence's first commas call ("Ann, Ben, ..."). */
#define CALL_NAMES 8
struct call {
	const struct mailbox *who[CALL_NAMES]; /* those who are recipients */
	size_t n;
	size_t words;  /* of them all, and between them */
	bool is_whole; /* nothing follows: it goes for what comes next */
};

/*
 * The call at the head of a sentence; n 0 when it calls no recipient. A slip
 * in a name of five letters or more is forgiven, and a short form understood
 * ("Tom" for Thomas), when it fits one alone. A common word of the rules'
 * languages is no short form.
 */
struct call called_first(
    struct span sentence, const struct letter *l, const struct rules *rules);

/*
 * The recipient whom a question's last word calls ("..., Ann?"), or NULL: the
 * last of a list of names is not called.
 */
const struct mailbox *called_last(
    struct span sentence, const struct letter *l, const struct rules *rules);

/*
 * Whether the sentence goes on before and behind the name of m, as in "ask
 * Ann for it": m is spoken of, not to.
 */
bool called_speaks_of(struct span sentence, const struct mailbox *m);

/* Whether name (a word of it) is one of the words of a mailbox's name. */
bool called_is_name_of(struct span name, const struct mailbox *m);

/* Whether the word is "AH" or "ABH", and m is Ann B. Hall. */
bool called_by_initials(struct span word, const struct mailbox *m);

/*
 * Whether one of the names, as in "Ann and Ben Hall" or "AH/BH", is that of m.
 */
bool called_names(struct span names, const struct mailbox *m);

/*
 * The recipient whom one of the names is of, the user before others; NULL
 * when they are nobody's.
 */
const struct mailbox *called_reader(
    struct span names, const struct letter *l, const struct me *me);

/*
 * The word with a capital and a comma or colon behind it that the sentence
 * begins with, as in "Ann, please"; empty when there is none.
 */
struct span called_head_name(struct span sentence);

/* Bytes of the first of such names: its words in capitals. */
size_t called_first_name(struct span names);

#endif
