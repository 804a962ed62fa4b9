/* SPDX-License-Identifier: ISC */
#ifndef ENGINE_LIMIT_H
#define ENGINE_LIMIT_H

#include "base/civil.h"
#include "base/str.h"

#include <stdbool.h>

struct arena;
struct date_words;

/*
 * A time in text, which was written at that instant, is a limit: "by",
 * "before", "until". False when words is NULL.
 */
bool names_limit(struct arena *a, const struct date_words *words,
    struct span text, struct stamp written);

#endif
