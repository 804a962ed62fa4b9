/* SPDX-License-Identifier: ISC */
#ifndef ENGINE_MARKS_H
#define ENGINE_MARKS_H

#include "base/str.h"
#include "model/letter.h"

#include <stdbool.h>

/* Whether a sentence ends in "?", or in "?" before quotes and brackets. */
bool marks_ask(struct span sentence);

/*
 * Some mailers put "?" for a blank that does not break: ".?", ",?" and "a?b"
 * tell that it happened, and then no question mark of the letter can be
 * believed.
 */
bool marks_are_lost(const struct letter *l);

#endif
