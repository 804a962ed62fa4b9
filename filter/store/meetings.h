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
/* Whether there is anything at all for those above. */
bool meeting_any(struct store *s);

#endif
