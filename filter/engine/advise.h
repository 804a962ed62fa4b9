/* SPDX-License-Identifier: ISC */
#ifndef ENGINE_ADVISE_H
#define ENGINE_ADVISE_H

#include "model/config.h"
#include "model/item.h"
#include "model/person.h"
#include "model/suggestion.h"
#include "model/thread.h"

#include <stddef.h>

struct arena;

/* What is known of an item beside itself. */
struct bearing {
	bool may_rest;   /* its words leave nothing to press anybody about */
	bool is_of_day;  /* its date is what is asked about, or a meeting's */
	bool is_talk;    /* a talk is what is asked or promised */
	bool is_to_many; /* its letter addressed the user among others */
	struct stamp heard; /* its person's last letter in its thread after
			       it, utc_s 0: none */
};

/*
 * Everything advice depends on: pending items, meetings that have passed
 * and what is muted among them.
 */
struct situation {
	const struct item *items;
	const struct bearing *bearings; /* one for each item */
	size_t n_items;
	const struct thread *threads; /* active within the last weeks */
	size_t n_threads;
	const struct person *people;
	size_t n_people;
	const struct suggestion_past *past;
	size_t n_past;
	const struct config *config;
	struct stamp now;
};

/*
 * What to do now, most urgent first, one suggestion for one matter and at
 * most ten in all. id is set from past, else 0; why and command are left
 * NULL.
 */
size_t advise(struct arena *a, const struct situation *s,
    struct suggestion **suggestions_r);

/*
 * Working seconds between two instants: config's days and hours, in the
 * offset of to; 0 when to is not after from.
 */
int64_t work_seconds(
    const struct config *config, struct stamp from, struct stamp to);
/*
 * The instant from when on what is due is late: what falls on one of
 * config's days off has until the end of the next working day, and then
 * come grace_s seconds of working time. due must be set.
 */
int64_t work_late_s(
    const struct config *config, const struct due *due, int64_t grace_s);
/* Working days begun after from's day, up to and with to's. */
int64_t work_days(
    const struct config *config, struct stamp from, struct stamp to);

#endif
