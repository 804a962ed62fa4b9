/* SPDX-License-Identifier: ISC */
#ifndef ENGINE_DETECT_H
#define ENGINE_DETECT_H

#include "model/act.h"
#include "model/config.h"
#include "model/letter.h"

struct arena;
struct rules;

/*
 * What the letter's sentences do, with due dates and who must act. me may
 * have no address (scan without config): everybody is then addressed.
 * Bulk and automatic mail gives no acts but ACT_ABSENCE.
 */
struct findings *detect(struct arena *a, struct rules *rules,
    const struct letter *l, const struct me *me, enum direction direction);

#endif
