/* SPDX-License-Identifier: ISC */
/* Opening and closing, and the transaction that every change runs in. */
#include "ledger/ledger.h"
#include "base/mem.h"
#include "ledger/private.h"

#include <stdlib.h>

enum status ledger_open(
    const struct ledger_setup *setup, struct diag *d, struct ledger **ledger_r)
{
	enum store_mode mode = setup->create      ? STORE_CREATE
			       : setup->read_only ? STORE_READ
						  : STORE_WRITE;
	struct store *store;
	enum status status = store_open(setup->db, mode, d, &store);
	struct ledger *l;

	if (status != STATUS_OK)
		return status;
	l = mem_alloc(1, sizeof(*l));
	l->store = store;
	l->config = setup->config;
	l->rules = setup->rules;
	l->is_read_only = mode == STORE_READ;
	ledger_clear(l);
	*ledger_r = l;
	return STATUS_OK;
}

void ledger_close(struct ledger *l)
{
	if (!l)
		return;
	late_forget(l);
	store_close(l->store);
	outside_clear(l);
	quoting_clear(l);
	free(l->dirty);
	free(l);
}

enum status ledger_writable(const struct ledger *l, struct diag *d)
{
	return l->is_read_only ? diag_fail(d, STATUS_NOPERM,
				     "the store was opened for reading only")
			       : STATUS_OK;
}

void ledger_touch(struct ledger *l, int64_t thread)
{
	for (size_t i = 0; i < l->n_dirty; i++)
		if (l->dirty[i] == thread)
			return;
	if (l->n_dirty == l->cap_dirty) {
		l->cap_dirty = l->cap_dirty ? 2 * l->cap_dirty : 16;
		l->dirty =
		    mem_realloc(l->dirty, l->cap_dirty, sizeof(*l->dirty));
	}
	l->dirty[l->n_dirty++] = thread;
}

void ledger_clear(struct ledger *l)
{
	l->n_dirty = 0;
	l->fresh = NULL;
	l->settled_s = INT64_MIN;
	outside_look_again(l);
	quoting_clear(l);
}

static void replay_touched(struct ledger *l)
{
	for (size_t i = 0; i < l->n_dirty; i++)
		replay_thread(l, l->dirty[i]);
}

enum status ledger_finish(struct ledger *l, struct diag *d)
{
	outside_touch(l);
	replay_touched(l);
	if (quoting_join(l))
		replay_touched(l);
	ledger_clear(l);
	return store_commit(l->store, d);
}

enum status ledger_begin(struct ledger *l, struct diag *d)
{
	enum status status = ledger_writable(l, d);

	if (status != STATUS_OK)
		return status;
	store_begin(l->store);
	status = store_status(l->store, d);
	if (status != STATUS_OK)
		store_rollback(l->store);
	else
		l->in_batch = true;
	return status;
}

enum status ledger_commit(struct ledger *l, struct diag *d)
{
	enum status status = ledger_finish(l, d);

	l->in_batch = false;
	return status;
}
