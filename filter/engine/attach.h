/* SPDX-License-Identifier: ISC */
#ifndef ENGINE_ATTACH_H
#define ENGINE_ATTACH_H

#include "base/str.h"
#include "model/act.h"
#include "model/letter.h"

#include <stddef.h>

struct arena;
struct matcher;
struct rule_result;

/* Where in its sentence an act is said. */
struct anchor {
	enum act_kind kind;
	size_t start, end; /* bytes of the plain sentence */
	bool is_sure;      /* more likely than not */
};

/*
 * Marks the times, of the sentence that the matcher heard last, as those of
 * something else that it names ("the notes of the call on Friday"), where an
 * `aside` rule of the language matches around or just before them. One that
 * says "by" is a due date anyway.
 */
void attach_asides(struct matcher *m, const struct rule_result *heard,
    struct time_expr *times, size_t n_times);

/*
 * The due date of acts[i]: the time to come that stands nearest to it, not
 * one that another act of the sentence stands nearer to.
 */
struct due attach_due(struct arena *a, struct span sentence,
    const struct time_expr *times, size_t n_times, const struct anchor *anchors,
    size_t n_anchors, size_t i);

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
 * in a name of five letters or more is forgiven when it fits one alone.
 */
struct call attach_call(struct span sentence, const struct letter *l);

/*
 * The recipient whom a question's last word calls ("..., Ann?"), or NULL: the
 * last of a list of names is not called.
 */
const struct mailbox *attach_last_call(
    struct span sentence, const struct letter *l);

/*
 * Whether the sentence goes on before and behind the name of m, as in "ask
 * Ann for it": m is spoken of, not to.
 */
bool attach_speaks_of(struct span sentence, const struct mailbox *m);

/* Whether name (a word of it) is one of the words of a mailbox's name. */
bool attach_is_name_of(struct span name, const struct mailbox *m);

/* Whether one of the names, as in "Ann and Ben Hall", is that of m. */
bool attach_names(struct span names, const struct mailbox *m);

/* Bytes of the first of such names: its words in capitals. */
size_t attach_first_name(struct span names);

#endif
