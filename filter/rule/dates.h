/* SPDX-License-Identifier: ISC */
#ifndef RULE_DATES_H
#define RULE_DATES_H

#include "model/dates.h"

#include <stdbool.h>

struct arena;
struct diag;
struct lines;

/* An empty table in a, to be filled by dates_line(). */
struct date_words *dates_new(struct arena *a);
/*
 * Takes the current line of in (its keyword and rest) into w. False, with a
 * complaint at its place and w unchanged, when it is not an entry.
 */
bool dates_line(struct date_words *w, struct lines *in);
/*
 * Call after the last line and before use: resolves what phrases refer to.
 * Complains about each name that nothing defines and each phrase that would
 * begin with itself, and drops those phrases.
 */
void dates_finish(struct date_words *w, struct diag *d);
/* All of it: new, every line of in, finish. */
struct date_words *dates_read(struct arena *a, struct lines *in);

#endif
