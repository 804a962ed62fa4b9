/* SPDX-License-Identifier: ISC */
#ifndef LEDGER_UPKEEP_H
#define LEDGER_UPKEEP_H

#include "base/civil.h"
#include "base/diag.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct ledger;

/*
 * Renames a damaged store (and its journal) to DB.damaged-TIME, so that mail
 * goes on being recorded in a new one. The new name in *moved_r.
 */
enum status ledger_set_aside(struct arena *a, const char *db, struct stamp now,
    struct diag *d, const char **moved_r);

/*
 * Examines the whole store: STATUS_DATA when it is damaged, with what was
 * found in d.
 */
enum status ledger_check(struct ledger *l, struct diag *d);

struct ledger_size {
	size_t n_letters;
	size_t n_misread;                   /* while rules were broken */
	struct stamp newest_in, newest_out; /* date of the newest letter each
					       way; utc_s 0: none */
	int schema;
	int64_t n_forgotten; /* letters that were erased on order or by age */
	bool is_erasing;     /* traces of them may be left in unused parts */
};
enum status ledger_size(
    struct ledger *l, struct diag *d, struct ledger_size *size_r);

/*
 * Erases for good the threads whose last letter is older than before and in
 * which nothing is open; how many in *n_r.
 */
enum status ledger_expire(
    struct ledger *l, struct stamp before, struct diag *d, size_t *n_r);

/* Rewrites the store when an erasing was interrupted. */
enum status ledger_end_erasing(struct ledger *l, struct diag *d);

/*
 * Addresses and full names of a person, as they may stand in files beside
 * the store.
 */
enum status ledger_names(struct ledger *l, struct arena *a, int64_t person,
    struct diag *d, const char ***names_r, size_t *n_r);

#endif
