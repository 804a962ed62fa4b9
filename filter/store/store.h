/* SPDX-License-Identifier: ISC */
#ifndef STORE_STORE_H
#define STORE_STORE_H

#include "base/civil.h"
#include "base/diag.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

/*
 * The one file in which everything is kept. Failures are sticky, as with
 * stdio: the first one is kept, later calls change nothing and find
 * nothing, and store_commit() or store_status() tells what happened.
 * STATUS_TEMPFAIL: locked or full. STATUS_DATA: damaged. STATUS_NOPERM,
 * STATUS_IOERR: read-only, or the disk fails.
 */
struct store;

enum store_mode {
	STORE_READ, /* nothing is written, but for what an older schema
		       or an interrupted writer needs */
	STORE_WRITE,
	STORE_CREATE /* STORE_WRITE, and make the file if there is none */
};

/*
 * Opens and migrates the store. Besides the failures above: STATUS_NOINPUT
 * when there is none (or it is empty) and mode is not STORE_CREATE,
 * STATUS_CONFIG when it is newer than this program or another program's.
 */
enum status store_open(const char *path, enum store_mode mode, struct diag *d,
    struct store **store_r);
void store_close(struct store *s);

/* The first failure since the store was opened; its text goes to d. */
enum status store_status(struct store *s, struct diag *d);

/* Takes the write lock at once, waiting LIMIT_BUSY_MS for it. */
void store_begin(struct store *s);
/*
 * Commits, or undoes everything since store_begin() when something failed.
 * The failure is then forgotten, so that the store can be used again.
 */
enum status store_commit(struct store *s, struct diag *d);
/* Undoes everything since store_begin(), without a word. */
void store_rollback(struct store *s);

/*
 * Renames the store and its journal to PATH.damaged-TIME, so that a new
 * one can be made. The new name in *moved_r.
 */
enum status store_set_aside(struct arena *a, const char *path, struct stamp now,
    struct diag *d, const char **moved_r);

/*
 * SQLite's own examination of the whole file: STATUS_OK, or STATUS_DATA with
 * its first findings in d.
 */
enum status store_check(struct store *s, struct diag *d);
/* The version of the schema. */
int store_schema(struct store *s);
/* len_bytes random bytes as hexadecimal digits: tokens, UIDs. */
const char *store_random(struct arena *a, size_t len_bytes);
/* Something was deleted, and store_compact() did not come to its end. */
bool store_is_erasing(struct store *s);
/* How many letters were erased that must not come back. */
int64_t store_forgotten(struct store *s);
/* Rewrites the file without a trace of what was deleted. */
enum status store_compact(struct store *s, struct diag *d);

#endif
