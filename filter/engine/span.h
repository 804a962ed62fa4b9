/* SPDX-License-Identifier: ISC */
#ifndef ENGINE_SPAN_H
#define ENGINE_SPAN_H

#include "model/act.h"

#include <stdbool.h>

/* The one time lies in what the other calls a day, a week or a month. */
bool span_is_within(const struct due *exact, const struct due *span);

/*
 * "On Friday, then": a weekday without its date, said of what is set for
 * that day of a later week, means the same one.
 */
bool span_is_bare_weekday(const struct due *said, const struct due *set);

/*
 * What is said names no other time than the one that is set: the same, or
 * less precisely. False when either is not set.
 */
bool span_adds_nothing(const struct due *said, const struct due *set);

/*
 * What is due on a day, or at an hour of it, is so around that of at: no more
 * than days_early after it, and no more than days_late before.
 */
bool span_is_around(
    const struct due *due, struct stamp at, int days_early, int days_late);

#endif
