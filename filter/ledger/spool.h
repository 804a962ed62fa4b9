/* SPDX-License-Identifier: ISC */
#ifndef LEDGER_SPOOL_H
#define LEDGER_SPOOL_H

#include "base/civil.h"
#include "base/diag.h"
#include "model/letter.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;

/*
 * Messages that could not be recorded wait here, one file each. The name
 * says when and which way it came and how often reading it killed us:
 *	1795370515.+60.in.a1B2c3   then .1, .2, at last .bad
 */

/* "DB.spool": beside the store, so that two stores never mix. */
const char *spool_dir(struct arena *a, const char *db);

/*
 * Keeps a message; when STATUS_OK is returned it survives a power cut.
 * Makes the folder when needed.
 */
enum status spool_add(const char *dir, enum direction direction,
    struct stamp arrival, const char *bytes, size_t len_bytes, struct diag *d);

/* What is done with a waiting message; STATUS_OK when it is recorded. */
typedef enum status spool_taker(void *context, const char *bytes,
    size_t len_bytes, enum direction direction, struct stamp arrival,
    struct diag *d);

/*
 * Hands the oldest messages, at most `most`, to take and removes those that
 * it took. Ends early, with its status, at the first one that it does not
 * take, which waits on; but after STATUS_SOFTWARE, the message's own fault,
 * the others have their turn. A message that failed so or ended the process
 * SPOOL_TRIES times is renamed to .bad and left alone, unless bad is set. Only
 * one process takes at a time: others return STATUS_OK at once with *taken_r 0.
 */
#define SPOOL_TRIES 3
enum status spool_take(const char *dir, size_t most, bool bad,
    spool_taker *take, void *context, struct diag *d, size_t *taken_r);

/*
 * Removes the messages, given up ones too, in which one of the texts stands
 * as it is, in any case of ASCII letters; how many in *removed_r.
 */
enum status spool_erase(const char *dir, const char *const *texts, size_t n,
    struct diag *d, size_t *removed_r);

/* How many messages wait, and how many were given up. No folder: none. */
enum status spool_count(
    const char *dir, struct diag *d, size_t *waiting_r, size_t *bad_r);

#endif
