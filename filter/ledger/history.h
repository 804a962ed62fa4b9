/* SPDX-License-Identifier: ISC */
#ifndef LEDGER_HISTORY_H
#define LEDGER_HISTORY_H

#include "base/diag.h"
#include "model/history.h"
#include "model/todo.h"

struct arena;
struct ledger;

/* All that letters did to items above the threshold, until end. */
enum status ledger_history(struct ledger *l, struct arena *a, struct stamp end,
    struct diag *d, struct history *history_r);

/*
 * Every item above the threshold as a to-do, also those that later mail
 * showed to be none: others may have been told of them. Meetings that have
 * passed are done.
 */
enum status ledger_todos(struct ledger *l, struct arena *a, struct stamp now,
    struct diag *d, struct todo **todos_r, size_t *n_r);

#endif
