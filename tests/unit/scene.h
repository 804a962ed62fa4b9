/* SPDX-License-Identifier: ISC */
#ifndef TESTS_SCENE_H
#define TESTS_SCENE_H

#include "base/diag.h"
#include "ledger/ledger.h"
#include "place.h"
#include "story.h"

#include <stddef.h>

/* A ledger in a place, and the story that is told to it. */
struct scene {
	struct place *place;
	struct arena *arena;
	struct story story;
	struct ledger *ledger;
	struct diag *diag;
};

/* state is place_make()'s; the ledger is not open yet. */
struct scene scene_begin(void **state, const char *story);
void scene_open(struct scene *s);
/* Closes the ledger; the place is place_remove()'s. */
void scene_end(struct scene *s);

/* Records letter i of the story, or a letter made from it, and commits. */
void scene_hear(struct scene *s, size_t i);
enum recorded scene_hear_copy(
    struct scene *s, const struct note *n, unsigned flags);

/* Begins, opens, and records all letters in their order. */
struct scene scene_tell(void **state, const char *story);

#endif
