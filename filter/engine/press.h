/* SPDX-License-Identifier: ISC */
#ifndef ENGINE_PRESS_H
#define ENGINE_PRESS_H

#include "base/civil.h"
#include "engine/suggest.h"
#include "model/item.h"

#include <stdbool.h>

/* What a talk agreed is written down within so many working days. */
#define TALK_DAYS 5

/* Whether an open item presses in one way or another. */
typedef bool press(const struct advice *v, const struct item *it);

press press_mine_late;    /* past its date by more than the grace */
press press_theirs_late;  /* likewise, within the last months */
press press_waits_for_me; /* asked days ago, or due soon */
press press_unanswered;   /* longer than this person usually takes */
press press_silent;       /* ... and asked again, twice */
press press_presumed;     /* by a letter likely done: the user knows */
press press_unmentioned;  /* nobody came back to it, as of late */
press press_past_meeting; /* its time has passed, nobody wrote since */

/* The user wants to hear nothing about its person or thread. */
press press_is_muted;

/* When it was last spoken of by who waits. */
struct stamp press_asked_at(const struct item *it);
/* Since when it presses: its date when that is past or near, else that. */
struct stamp press_since(const struct advice *v, const struct item *it);

#endif
