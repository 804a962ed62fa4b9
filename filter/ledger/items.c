/* SPDX-License-Identifier: ISC */
/* What is in the ledger: items chosen, sorted, and one with its history. */
#include "store/items.h"
#include "base/arena.h"
#include "base/str.h"
#include "ledger/advice.h"
#include "ledger/private.h"
#include "store/events.h"
#include "store/search.h"

#include <stdlib.h>
#include <string.h>

/* Every word of text stands somewhere in what or in the subject. */
static bool has_words(const struct item *it, const char *text)
{
	while (*text) {
		char word[128];
		size_t n = strcspn(text, " ");

		if (n && n < sizeof(word)) {
			memcpy(word, text, n);
			word[n] = '\0';
			if (!str_find(it->what, strlen(it->what), word) &&
			    !str_find(it->subject, strlen(it->subject), word))
				return false;
		}
		text += n;
		text += *text == ' ';
	}
	return true;
}

static bool is_wanted(const struct ledger *l, const struct item_row *row,
    const struct item_filter *f, int64_t person, struct stamp now)
{
	const struct item *it = &row->item;

	if (!f->all &&
	    (!item_is_open(it, now) || it->confidence < l->config->threshold))
		return false;
	if (f->overdue && !item_is_overdue(it, now))
		return false;
	if (f->presumed && !item_is_presumed(it, now))
		return false;
	/* Both together are no contradiction but everything. */
	if (f->mine != f->theirs && f->mine != (it->owner == OWNER_ME))
		return false;
	return (!person || row->person == person) &&
	       (!f->text || has_words(it, f->text));
}

/* qsort() has no context: what the order needs beside the item. */
struct listed {
	struct item item;
	bool is_overdue;
};

static int order(int64_t x, int64_t y)
{
	return x < y ? -1 : x > y;
}

/* Overdue first, then by due (none last), then by date, then by number. */
static int by_urgency(const void *a, const void *b)
{
	const struct listed *x = a, *y = b;
	int c = order(y->is_overdue, x->is_overdue);

	if (!c)
		c = order(y->item.due.is_set, x->item.due.is_set);
	if (!c && x->item.due.is_set)
		c = order(x->item.due.at.utc_s, y->item.due.at.utc_s);
	if (!c)
		c = order(x->item.created.utc_s, y->item.created.utc_s);
	return c ? c : order(x->item.id, y->item.id);
}

/* By rank of search; items is sorted by number. Returns how many are left. */
static size_t by_rank(struct ledger *l, struct arena *a, const char *search,
    struct listed *listed, size_t n)
{
	struct listed *ranked = arena_array(a, n, sizeof(*ranked));
	int64_t *found;
	size_t n_found = search_items(l->store, a, search, &found), kept = 0;

	for (size_t i = 0; i < n_found && kept < n; i++)
		for (size_t k = 0; k < n; k++)
			if (listed[k].item.id == found[i])
				ranked[kept++] = listed[k];
	if (kept)
		memcpy(listed, ranked, kept * sizeof(*ranked));
	return kept;
}

enum status ledger_items(struct ledger *l, struct arena *a,
    const struct item_filter *filter, struct stamp now, struct diag *d,
    struct item **items_r, size_t *n_r)
{
	struct person person = {0};
	struct item_row *rows;
	struct listed *listed;
	struct item *items;
	enum status status;
	size_t n_rows, n = 0;

	if (filter->mine && filter->theirs)
		return diag_fail(
		    d, STATUS_USAGE, "--mine and --theirs exclude each other");
	if (filter->with) {
		status = ledger_who(l, a, filter->with, now, d, &person);
		if (status != STATUS_OK)
			return status;
	}
	n_rows = late_items(
	    l, a, filter->all ? ITEMS_ALL : ITEMS_OPEN, 0, now, &rows);
	status = store_status(l->store, d);
	if (status != STATUS_OK)
		return status;
	listed = arena_array(a, n_rows, sizeof(*listed));
	for (size_t i = 0; i < n_rows; i++) {
		if (!is_wanted(l, &rows[i], filter, person.id, now))
			continue;
		listed[n].item = rows[i].item;
		listed[n++].is_overdue = item_is_overdue(&rows[i].item, now);
	}
	if (filter->search)
		n = by_rank(l, a, filter->search, listed, n);
	else
		qsort(listed, n, sizeof(*listed), by_urgency);
	status = store_status(l->store, d);
	if (status != STATUS_OK)
		return status;
	items = arena_array(a, n, sizeof(*items));
	for (size_t i = 0; i < n; i++)
		items[i] = listed[i].item;
	*items_r = items;
	*n_r = n;
	return STATUS_OK;
}

enum status ledger_item(struct ledger *l, struct arena *a, int64_t id,
    struct stamp now, struct diag *d, struct item *item_r,
    struct event **events_r, size_t *n_events_r)
{
	struct item_row *rows;
	struct event_row *found;
	size_t n_rows = late_items(l, a, ITEMS_ONE, id, now, &rows);
	size_t n_found = events_of_item(l->store, a, id, &found), n = 0;
	enum status status = store_status(l->store, d);
	struct event *events;

	if (status != STATUS_OK)
		return status;
	if (!n_rows)
		return diag_fail(
		    d, STATUS_NOINPUT, "there is no item %lld", (long long)id);
	events = arena_array(a, n_found, sizeof(*events));
	for (size_t i = 0; i < n_found; i++)
		if (!found[i].is_void)
			events[n++] = found[i].event;
	*item_r = rows[0].item;
	item_r->is_withdrawn = rows[0].is_hidden;
	*events_r = events;
	*n_events_r = n;
	return STATUS_OK;
}
