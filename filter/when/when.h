/* SPDX-License-Identifier: ISC */
#ifndef WHEN_WHEN_H
#define WHEN_WHEN_H

#include "base/civil.h"
#include "model/act.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct date_words;

/*
 * Every time expression in text, in order, without overlaps, in *times_r;
 * returns how many (at most LIMIT_TIMES, and as far as LIMIT_TEXT_STEPS
 * reaches). Unzoned readings have the offset of reference, the instant at
 * which the text was written.
 */
size_t when_find(struct arena *a, const struct date_words *words,
    const char *text, size_t len_bytes, struct stamp reference,
    struct time_expr **times_r);

/*
 * Resolves what a user typed: RFC 3339, or a phrase that is a time as a
 * whole ("friday", "in two weeks"). False, *time_r unchanged, when it is
 * neither or lies in the past.
 */
bool when_resolve(struct arena *a, const struct date_words *words,
    const char *text, struct stamp now, struct time_expr *time_r);

#endif
