/* SPDX-License-Identifier: ISC */
#ifndef LEDGER_STATS_H
#define LEDGER_STATS_H

#include "base/civil.h"
#include "base/diag.h"

struct arena;
struct ledger;
struct stats;

/*
 * What became of promises, and how long replies took, of both sides, in all,
 * by month and by person; who: with that person alone, or NULL.
 */
enum status ledger_stats(struct ledger *l, struct arena *a, const char *who,
    struct stamp now, struct diag *d, struct stats *stats_r);

#endif
