/* SPDX-License-Identifier: ISC */
#ifndef ENGINE_ATTACH_H
#define ENGINE_ATTACH_H

#include "base/str.h"
#include "model/act.h"
#include "model/letter.h"

#include <stddef.h>

struct arena;

/* Where in its sentence an act is said. */
struct anchor {
	enum act_kind kind;
	size_t start, end; /* bytes of the plain sentence */
};

/*
 * The due date of acts[i]: the time to come that stands nearest to it, not
 * one that another act of the sentence stands nearer to.
 */
struct due attach_due(struct arena *a, struct span sentence,
    const struct time_expr *times, size_t n_times, const struct anchor *anchors,
    size_t n_anchors, size_t i);

/*
 * The recipient whose name opens the sentence ("Tom, could you ..."), NULL
 * if none does.
 */
const struct mailbox *attach_addressee(
    struct span sentence, const struct letter *l);

/* Whether name (a word of it) is one of the words of a mailbox's name. */
bool attach_is_name_of(struct span name, const struct mailbox *m);

#endif
