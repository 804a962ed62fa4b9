/* SPDX-License-Identifier: ISC */
#ifndef STORE_MEETINGS_H
#define STORE_MEETINGS_H

#include "model/meeting.h"
#include "store/outside.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct store;

/* What letters' calendar parts say. Failures: see store/store.h. */

/* Keeps what a letter's calendar part says; NULL: it says nothing more. */
void meeting_put(
    struct store *s, int64_t message, const struct meeting_note *meeting);
/* Takes from the user's own invite with that UID, if there is one, is_known
   and a start that is not said. */
void meeting_know(struct store *s, struct meeting_note *meeting);
/* NULL when there is none; meeting_know() is done. */
const struct meeting_note *meeting_get(
    struct store *s, struct arena *a, int64_t message);

/*
 * The talks that meetings were: invited to by calendar, accepted, not called
 * off, and over at now. By time, each person once for a time.
 */
size_t meeting_talks(struct store *s, struct arena *a, struct stamp now,
    struct talk_row **rows_r);
/* Those that were recorded as such before. */
size_t meeting_recorded(
    struct store *s, struct arena *a, struct talk_row **rows_r);
void meeting_record(struct store *s, const struct talk_row *talk);
void meeting_withdraw(struct store *s, const struct talk_row *talk);
/* Persons with whom a meeting is still to come between those instants ... */
size_t meeting_coming(struct store *s, struct arena *a, struct stamp from,
    struct stamp to, int64_t **persons_r);
/* ... and who declined one of the user's between them. */
size_t meeting_declined(struct store *s, struct arena *a, struct stamp from,
    struct stamp to, int64_t **persons_r);
/* The item of a meeting that recurs, or one of which was arranged alone. */
struct series_row {
	int64_t item;
	const char *uid;
	bool is_mine;   /* the user's to attend: others organize it */
	int64_t person; /* with whom, 0 unknown */
	struct stamp first;
	int64_t length_s;
	bool is_day, is_accepted;
	int64_t ends_s; /* when it was closed, else INT64_MAX */
};
/* What a letter said of one of those meetings: see struct meeting_note. */
struct said_row {
	const char *uid;
	enum meeting_method method;
	int64_t instance_s, start_s;
	const char *series;
	enum attendance attendance;
	bool is_mine;   /* the user's letter */
	int64_t person; /* whose it is */
};
/* Those items, by UID; the three functions above leave them out. */
size_t meeting_series(
    struct store *s, struct arena *a, struct series_row **rows_r);
/* What was said of them, by UID, then by SEQUENCE and date. */
size_t meeting_said(struct store *s, struct arena *a, struct said_row **rows_r);
/* Whether there is anything at all for those above. */
bool meeting_any(struct store *s);

#endif
