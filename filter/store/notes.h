/* SPDX-License-Identifier: ISC */
#ifndef STORE_NOTES_H
#define STORE_NOTES_H

#include "model/thread.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct store;

/* Letters as they are kept. Failures: see store/store.h. */

/* One letter without its acts; false when there is none. */
bool note_get(
    struct store *s, struct arena *a, int64_t row, struct note *note_r);
/* ... and one with them. */
bool note_get_whole(
    struct store *s, struct arena *a, int64_t row, struct note *note_r);
/*
 * The newest LIMIT_THREAD_MESSAGES letters of a thread, and older ones that
 * items hang on, with acts, by date and Message-ID.
 */
size_t notes_of_thread(
    struct store *s, struct arena *a, int64_t thread, struct note **notes_r);

#endif
