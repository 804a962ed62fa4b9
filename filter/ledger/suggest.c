/* SPDX-License-Identifier: ISC */
/*
 * What to do now: everything the engine's advice depends on is gathered,
 * and each suggestion gets a number that it keeps from day to day.
 */
#include "base/arena.h"
#include "engine/advise.h"
#include "ledger/advice.h"
#include "ledger/private.h"
#include "store/invites.h"
#include "store/items.h"
#include "store/suggestions.h"

#include <string.h>

/* languages[i] is that of the letter of items[i]. */
static size_t open_items(struct ledger *l, struct arena *a, struct stamp now,
    const struct item **items_r, const char ***languages_r)
{
	struct item_row *rows;
	size_t n_rows = late_items(l, a, ITEMS_OPEN, 0, now, &rows), n = 0;
	struct item *items = arena_array(a, n_rows, sizeof(*items));
	const char **languages = arena_array(a, n_rows, sizeof(*languages));

	for (size_t i = 0; i < n_rows; i++)
		if (item_is_pending(&rows[i].item, now) &&
		    rows[i].item.confidence >= l->config->threshold) {
			languages[n] = rows[i].language;
			items[n++] = rows[i].item;
		}
	*items_r = items;
	*languages_r = languages;
	return n;
}

static const struct suggestion_past *find_past(
    const struct situation *s, const char *key)
{
	for (size_t i = 0; i < s->n_past; i++)
		if (!strcmp(s->past[i].key, key))
			return &s->past[i];
	return NULL;
}

/* Gives a suggestion its number and notes that it is shown today. */
static void number(
    struct ledger *l, const struct situation *s, struct suggestion *x)
{
	const struct suggestion_past *past = find_past(s, x->key);
	int64_t times;

	if (!past) {
		x->id = l->is_read_only
			    ? 0
			    : suggestion_add(l->store, x, s->now, 1);
		return;
	}
	x->id = past->id;
	if (l->is_read_only || s->now.utc_s <= past->last_shown.utc_s)
		return;
	times = past->times_shown;
	if (!times || civil_day_of(s->now) != civil_day_of(past->last_shown))
		times++;
	suggestion_shown(l->store, past->id, s->now, times);
}

enum status ledger_suggest(struct ledger *l, struct arena *a, struct stamp now,
    struct diag *d, struct suggestion **suggestions_r, size_t *n_r)
{
	struct situation s = {.config = l->config, .now = now};
	struct thread *threads;
	struct person *people;
	struct suggestion_past *past;
	struct suggestion *v;
	const char **languages;
	enum status status;
	size_t n;

	if (!l->is_read_only)
		store_begin(l->store);
	s.n_items = open_items(l, a, now, &s.items, &languages);
	s.bearings = bearings_get(l, a, s.items, languages, s.n_items, now);
	s.n_threads = threads_summary(l, a, now, &threads);
	s.threads = threads;
	s.n_people = people_summary(l, a, now, &people);
	meeting_mark(l, a, now, people, s.n_people);
	s.people = people;
	s.n_past = suggestions_past(l->store, a, &past);
	s.past = past;
	n = advise(a, &s, &v);
	for (size_t i = 0; i < n; i++)
		number(l, &s, &v[i]);
	status = l->is_read_only ? store_status(l->store, d)
				 : store_commit(l->store, d);
	if (status != STATUS_OK)
		return status;
	*suggestions_r = v;
	*n_r = n;
	return STATUS_OK;
}

enum status ledger_invite(struct ledger *l, struct arena *a, const char *key,
    struct stamp start, struct stamp now, struct diag *d,
    struct invite *invite_r)
{
	enum status status = ledger_writable(l, d);
	struct invite_row row = {.sequence = 0};

	if (status != STATUS_OK)
		return status;
	store_begin(l->store);
	if (!invite_find(l->store, a, key, &row)) {
		row.uid = arena_printf(a, "%s@rapport", store_random(a, 16));
		invite_add(l->store, key, row.uid, start, now);
	} else if (row.start.utc_s != start.utc_s) {
		row.sequence++;
		invite_move(l->store, row.id, row.sequence, start, now);
	}
	status = store_commit(l->store, d);
	if (status == STATUS_OK) {
		invite_r->uid = row.uid;
		invite_r->sequence = (int)row.sequence;
	}
	return status;
}
