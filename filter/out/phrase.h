/* SPDX-License-Identifier: ISC */
#ifndef OUT_PHRASE_H
#define OUT_PHRASE_H

#include "base/civil.h"
#include "model/item.h"
#include "model/wording.h"

struct arena;

/* A value for "${name}" in a text. */
struct phrase_slot {
	const char *name, *value;
};

/*
 * The text of key with its slots filled in; slots ends with name NULL, or
 * is NULL. A slot without a value becomes empty, and so does a text that
 * the wording (NULL: none) does not have.
 */
char *phrase(struct arena *a, const struct wording *w, enum wording_key key,
    const struct phrase_slot *slots);
/* Shorthand for up to one slot that is a number, and one that is a text. */
char *phrase_n(
    struct arena *a, const struct wording *w, enum wording_key key, int64_t n);

/* "Tuesday 24 November", with the year unless it is that of now. */
const char *phrase_day(
    struct arena *a, const struct wording *w, struct stamp t, struct stamp now);
/* "15:00" */
const char *phrase_time(
    struct arena *a, const struct wording *w, struct stamp t);
/* A day, and the time where the grain is that fine. */
const char *phrase_due(struct arena *a, const struct wording *w,
    const struct due *due, struct stamp now);
/* The same against now: "2 days late", "today 15:00", "in 3 weeks". */
const char *phrase_due_relative(struct arena *a, const struct wording *w,
    const struct due *due, struct stamp now);
/*
 * The same of an open item: when it has more time than was said, because of
 * days off, leave or grace, against the end of that.
 */
const char *phrase_item_due(struct arena *a, const struct wording *w,
    const struct item *it, struct stamp now);
/* "3 days ago", "today" */
const char *phrase_ago(
    struct arena *a, const struct wording *w, struct stamp t, struct stamp now);
/* "UTC+01:00" */
const char *phrase_zone(struct arena *a, const struct wording *w, int zone_min);

/* The name of a person for a listing, else the address. */
const char *phrase_who(struct arena *a, const struct mailbox *who);
/* The first name as one would write it in a greeting. */
const char *phrase_first(struct arena *a, const struct mailbox *who);

#endif
