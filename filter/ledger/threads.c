/* SPDX-License-Identifier: ISC */
/* Threads as they are listed: what the engine sums up of their letters. */
#include "store/threads.h"
#include "base/arena.h"
#include "base/limits.h"
#include "engine/settle.h"
#include "ledger/advice.h"
#include "ledger/private.h"
#include "store/items.h"
#include "store/messages.h"

#include <stdlib.h>

#define DAY_S INT64_C(86400)

/* The items of a thread, as far as thread_summary() looks at them. */
static size_t lives_of(
    struct ledger *l, struct arena *a, int64_t thread, struct life **lives_r)
{
	struct item_row *rows;
	size_t n_rows = items_get(l->store, a, ITEMS_THREAD, thread, &rows);
	struct life *lives = arena_array(a, n_rows, sizeof(*lives));
	size_t n = 0;

	for (size_t i = 0; i < n_rows; i++)
		if (!rows[i].is_hidden)
			lives[n++].item = rows[i].item;
	*lives_r = lives;
	return n;
}

static struct thread summary(
    struct ledger *l, struct arena *a, int64_t id, struct stamp now)
{
	struct note *notes;
	struct life *lives;
	size_t n_notes = replay_notes(l, a, id, &notes);
	size_t n_lives = lives_of(l, a, id, &lives);
	struct thread t =
	    thread_summary(a, notes, n_notes, lives, n_lives, l->config, now);

	t.id = id;
	return t;
}

size_t threads_summary(struct ledger *l, struct arena *a, struct stamp now,
    struct thread **threads_r)
{
	struct stamp since = {
	    now.utc_s - LIMIT_LISTED_DAYS * DAY_S, now.zone_min};
	struct thread_row *rows;
	size_t n =
	    threads_since(l->store, a, since, LIMIT_LISTED_THREADS, &rows);
	struct thread *v = arena_array(a, n, sizeof(*v));

	for (size_t i = 0; i < n; i++) {
		v[i] = summary(l, a, rows[i].id, now);
		v[i].is_muted = rows[i].is_muted;
	}
	*threads_r = v;
	return n;
}

static int by_heat(const void *a, const void *b)
{
	const struct thread *x = a, *y = b;

	if (x->heat < y->heat || x->heat > y->heat)
		return x->heat < y->heat ? 1 : -1;
	if (x->last.utc_s != y->last.utc_s)
		return x->last.utc_s < y->last.utc_s ? 1 : -1;
	return x->id < y->id ? -1 : x->id > y->id;
}

enum status ledger_threads(struct ledger *l, struct arena *a, struct stamp now,
    struct diag *d, struct thread **threads_r, size_t *n_r)
{
	struct thread *threads;
	size_t n = threads_summary(l, a, now, &threads);
	enum status status = store_status(l->store, d);

	if (status != STATUS_OK)
		return status;
	qsort(threads, n, sizeof(*threads), by_heat);
	*threads_r = threads;
	*n_r = n;
	return STATUS_OK;
}

/* A thread's present number, since it may have been merged. */
static enum status find_thread(
    struct ledger *l, struct diag *d, int64_t id, int64_t *id_r)
{
	int64_t found = thread_resolve(l->store, id);
	enum status status = store_status(l->store, d);

	if (status != STATUS_OK)
		return status;
	if (!found)
		return diag_fail(d, STATUS_NOINPUT, "there is no thread t%lld",
		    (long long)id);
	*id_r = found;
	return STATUS_OK;
}

enum status ledger_thread(struct ledger *l, struct arena *a, int64_t id,
    struct stamp now, struct diag *d, struct thread *thread_r)
{
	enum status status = find_thread(l, d, id, &id);
	struct thread t;

	if (status != STATUS_OK)
		return status;
	t = summary(l, a, id, now);
	t.is_muted = thread_is_muted(l->store, id);
	status = store_status(l->store, d);
	if (status == STATUS_OK)
		*thread_r = t;
	return status;
}

enum status ledger_notes(struct ledger *l, struct arena *a, int64_t thread,
    struct diag *d, struct note **notes_r, size_t *n_r)
{
	enum status status = find_thread(l, d, thread, &thread);
	struct note *notes;
	size_t n;

	if (status != STATUS_OK)
		return status;
	n = replay_notes(l, a, thread, &notes);
	status = store_status(l->store, d);
	if (status != STATUS_OK)
		return status;
	*notes_r = notes;
	*n_r = n;
	return STATUS_OK;
}
