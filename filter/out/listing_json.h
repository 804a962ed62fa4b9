/* SPDX-License-Identifier: ISC */
#ifndef OUT_LISTING_JSON_H
#define OUT_LISTING_JSON_H

#include "model/item.h"
#include "model/person.h"
#include "model/suggestion.h"
#include "model/thread.h"

#include <stddef.h>

struct briefing;
struct buf;
struct json;
struct stats;

/* The contract's JSON, one line each: an array, empty when n is 0. */
void list_items_json(
    struct buf *out, const struct item *items, size_t n, struct stamp now);
void list_threads_json(struct buf *out, const struct thread *threads, size_t n);
void list_people_json(struct buf *out, const struct person *people, size_t n);
void list_suggestions_json(
    struct buf *out, const struct suggestion *suggestions, size_t n);
/* An object: the item's fields and its history. */
void list_item_json(struct buf *out, const struct item *it,
    const struct event *events, size_t n_events, struct stamp now);
/* The fields alone, into an object that is open. */
void json_item_fields(struct json *j, const struct item *it, struct stamp now);
void json_person_fields(struct json *j, const struct person *p);

/* ---- out/views_json.c: an object each */
void list_briefing_json(struct buf *out, const struct briefing *b,
    const struct item *items, size_t n, struct stamp now);
void list_stats_json(struct buf *out, const struct stats *s);

#endif
