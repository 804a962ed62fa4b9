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

#endif
