/* SPDX-License-Identifier: ISC */
#ifndef OUT_WHY_H
#define OUT_WHY_H

#include "model/suggestion.h"
#include "model/wording.h"

#include <stddef.h>

struct arena;

/* Fills in why and command of each suggestion, after its id is known. */
void why_explain(struct arena *a, const struct wording *w,
    struct suggestion *suggestions, size_t n);

#endif
