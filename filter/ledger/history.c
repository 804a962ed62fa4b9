/* SPDX-License-Identifier: ISC */
/* The whole history of all items, as letters made it. */
#include "ledger/history.h"
#include "base/arena.h"
#include "ledger/private.h"
#include "store/events.h"
#include "store/messages.h"

#include <stdlib.h>

static int compare_id(const void *key, const void *item)
{
	int64_t id = *(const int64_t *)key,
		at = ((const struct item *)item)->id;

	return (id > at) - (id < at);
}

static const struct item *find(const struct item *v, size_t n, int64_t id)
{
	return n ? bsearch(&id, v, n, sizeof(*v), compare_id) : NULL;
}

/* Hidden items too: they were once shown. Only the others are left. */
static size_t all_items(struct ledger *l, struct arena *a, struct stamp end,
    const struct item **all_r, struct history *h)
{
	struct item_row *rows;
	size_t n = late_items(l, a, ITEMS_EVER, 0, end, &rows), kept = 0;
	struct item *all = arena_array(a, n, sizeof(*all));
	struct item *left = arena_array(a, n, sizeof(*left));

	for (size_t i = 0; i < n; i++) {
		if (rows[i].item.confidence < l->config->threshold)
			continue;
		all[kept++] = rows[i].item;
		if (!rows[i].is_hidden)
			left[h->n_items++] = rows[i].item;
	}
	h->items = left;
	*all_r = all;
	return kept;
}

enum status ledger_history(struct ledger *l, struct arena *a, struct stamp end,
    struct diag *d, struct history *history_r)
{
	struct history h = {.end = end};
	struct stamp newest_in, newest_out;
	struct event_row *events;
	const struct item *all;
	size_t n_all = all_items(l, a, end, &all, &h), n;
	enum status status;

	h.n_letters = message_count(l->store, &newest_in, &newest_out);
	n = events_ever(l->store, a, &events);
	status = store_status(l->store, d);
	if (status != STATUS_OK)
		return status;
	h.happenings = arena_array(a, n, sizeof(*h.happenings));
	for (size_t i = 0; i < n; i++) {
		const struct item *it = find(all, n_all, events[i].item);
		struct happening *x = &h.happenings[h.n_happenings];

		if (!it || events[i].event.cause != CAUSE_MAIL)
			continue;
		x->item = it;
		x->event = events[i].event;
		x->subject = events[i].subject;
		x->is_withdrawn =
		    events[i].is_void || !find(h.items, h.n_items, it->id);
		h.n_happenings++;
	}
	*history_r = h;
	return STATUS_OK;
}

static int by_thread(const void *a, const void *b)
{
	const struct todo *x = a, *y = b;

	if (x->item.thread != y->item.thread)
		return x->item.thread < y->item.thread ? -1 : 1;
	return (x->item.id > y->item.id) - (x->item.id < y->item.id);
}

/* Tells the items of each thread of its first. */
static void relate(struct todo *todos, size_t n)
{
	size_t first = 0;

	if (n)
		qsort(todos, n, sizeof(*todos), by_thread);
	for (size_t i = 1; i < n; i++) {
		if (todos[i].item.thread != todos[first].item.thread)
			first = i;
		else
			todos[i].first = &todos[first].item;
	}
}

/* Nobody says that a meeting took place: its time is the change. */
static void pass(struct todo *x)
{
	x->item.state = ITEM_DONE;
	x->item.closed = x->item.due.at;
	x->sequence++;
	if (x->modified.utc_s < x->item.due.at.utc_s)
		x->modified = x->item.due.at;
}

enum status ledger_todos(struct ledger *l, struct arena *a, struct stamp now,
    struct diag *d, struct todo **todos_r, size_t *n_r)
{
	struct item_row *rows;
	struct event_count *counts;
	size_t n_rows = late_items(l, a, ITEMS_EVER, 0, now, &rows), n = 0,
	       at = 0;
	size_t n_counts = events_count(l->store, a, &counts);
	struct todo *v = arena_array(a, n_rows, sizeof(*v));
	enum status status = store_status(l->store, d);

	if (status != STATUS_OK)
		return status;
	for (size_t i = 0; i < n_rows; i++) {
		const struct item *it = &rows[i].item;

		if (it->confidence < l->config->threshold)
			continue;
		v[n] = (struct todo){.item = *it,
		    .modified = it->created,
		    .is_gone = rows[i].is_hidden};
		while (at < n_counts && counts[at].item < it->id)
			at++;
		if (at < n_counts && counts[at].item == it->id) {
			v[n].sequence = (int)counts[at].n + v[n].is_gone;
			v[n].modified = counts[at].modified;
		}
		if (item_is_pending(it, now) && item_has_passed(it, now))
			pass(&v[n]);
		n++;
	}
	relate(v, n);
	*todos_r = v;
	*n_r = n;
	return STATUS_OK;
}
