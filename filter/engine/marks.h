/* SPDX-License-Identifier: ISC */
#ifndef ENGINE_MARKS_H
#define ENGINE_MARKS_H

#include "base/str.h"
#include "model/letter.h"

#include <stdbool.h>

/* Whether a sentence ends in "?", or in "?" before quotes and brackets. */
bool marks_ask(struct span sentence);

/*
 * The sentence without the smileys and emoji that it ends in; *smiles_r is
 * set to whether one of them says that it is meant lightly.
 */
struct span marks_trim(struct span sentence, bool *smiles_r);

/*
 * Some mailers put "?" for a blank that does not break: ".?", ",?" and "a?b"
 * tell that it happened, and then no question mark of the letter can be
 * believed.
 */
bool marks_are_lost(const struct letter *l);

#endif
