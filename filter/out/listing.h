/* SPDX-License-Identifier: ISC */
#ifndef OUT_LISTING_H
#define OUT_LISTING_H

#include "model/item.h"
#include "model/person.h"
#include "model/suggestion.h"
#include "model/thread.h"
#include "model/wording.h"

#include <stddef.h>

struct arena;
struct buf;

/* What every listing is written with. */
struct listing {
	struct arena *arena;
	const struct wording *wording; /* for dates */
	struct stamp now;
	size_t width;    /* columns of the terminal, 0: nothing is cut */
	int workday_min; /* minutes of a working day */
	struct buf *out;
};

/* Each appends nothing at all when there is nothing. */
void list_items(const struct listing *l, const struct item *items, size_t n);
void list_threads(
    const struct listing *l, const struct thread *threads, size_t n);
void list_people(
    const struct listing *l, const struct person *people, size_t n);
/* why and command must be filled in (out/why.h). */
void list_suggestions(
    const struct listing *l, const struct suggestion *suggestions, size_t n);
/* One item with its evidence and history, oldest event first. */
void list_item(const struct listing *l, const struct item *it,
    const struct event *events, size_t n_events);

#endif
