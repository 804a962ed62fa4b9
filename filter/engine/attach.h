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

#endif
