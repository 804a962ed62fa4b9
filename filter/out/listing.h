/* SPDX-License-Identifier: ISC */
#ifndef OUT_LISTING_H
#define OUT_LISTING_H

#include "model/item.h"
#include "model/person.h"
#include "model/suggestion.h"
#include "model/thread.h"
#include "model/wording.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct briefing;
struct buf;
struct stats;

/* What every listing is written with. */
struct listing {
	struct arena *arena;
	const struct wording *wording; /* for dates */
	struct stamp now;
	size_t width;    /* columns of the terminal, 0: nothing is cut */
	int workday_min; /* minutes of a working day */
	bool is_utf8;    /* bars may be drawn with blocks */
	struct buf *out;
};

/* Each appends nothing at all when there is nothing. */
void list_items(const struct listing *l, const struct item *items, size_t n);
/*
 * The same items in groups: what to do first comes first. In an overview
 * only the newest of what has no date, or is likely settled.
 */
void list_groups(const struct listing *l, const struct item *items, size_t n,
    bool is_overview);
void list_threads(
    const struct listing *l, const struct thread *threads, size_t n);
void list_people(
    const struct listing *l, const struct person *people, size_t n);
/* why and command must be filled in (out/why.h). */
void list_suggestions(
    const struct listing *l, const struct suggestion *suggestions, size_t n);
/*
 * Open items that are due within so many weeks, by week and day; days_off
 * are day numbers, ascending, that are marked.
 */
struct agenda {
	const struct item *items;
	size_t n_items;
	const int64_t *days_off;
	size_t n_days_off;
	int weeks;
};
void list_agenda(const struct listing *l, const struct agenda *agenda);
/* items: what is open with them, on both sides. */
void list_briefing(const struct listing *l, const struct briefing *b,
    const struct item *items, size_t n);
void list_stats(const struct listing *l, const struct stats *s);
/* A usual reply time, counted in working time: "3 hours"; "" unknown. */
const char *list_pace(const struct listing *l, int64_t reply_s);
/* One item with its evidence and history, oldest event first. */
void list_item(const struct listing *l, const struct item *it,
    const struct event *events, size_t n_events);

#endif
