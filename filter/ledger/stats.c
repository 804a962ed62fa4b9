/* SPDX-License-Identifier: ISC */
/* Promises and pace, counted anew from the store. */
#include "model/stats.h"
#include "base/arena.h"
#include "ledger/advice.h"
#include "ledger/pace.h"
#include "ledger/private.h"
#include "ledger/stats.h"

#include <stdlib.h>

#define MONTHS_OF(year, month) ((year)*12 + (month)-1)

/* The month's entry, in no order yet. */
static struct stats_month *month_of(
    struct arena *a, struct stats *s, size_t *cap, int months)
{
	for (size_t i = 0; i < s->n_months; i++)
		if (MONTHS_OF(s->months[i].year, s->months[i].month) == months)
			return &s->months[i];
	s->months =
	    arena_grow(a, s->months, s->n_months, cap, sizeof(*s->months));
	s->months[s->n_months] =
	    (struct stats_month){.year = months / 12, .month = months % 12 + 1};
	return &s->months[s->n_months++];
}

static void count_items(struct ledger *l, struct arena *a, struct stats *s,
    size_t *cap, int64_t person, struct stamp now)
{
	struct item_row *rows;
	size_t n = late_items(l, a, ITEMS_ALL, 0, now, &rows);

	for (size_t i = 0; i < n; i++) {
		const struct item *it = &rows[i].item;
		enum item_fate fate = item_fate(it, now);
		struct stats_month *m;
		struct civil date;
		bool mine = it->owner == OWNER_ME;

		if (it->confidence < l->config->threshold ||
		    fate == FATE_NONE || (person && rows[i].person != person))
			continue;
		if (fate == FATE_PENDING && !item_was_moved(it))
			continue;
		date =
		    civil_from_stamp(it->due.is_set ? it->due.at : it->closed);
		m = month_of(a, s, cap, MONTHS_OF(date.year, date.month));
		promises_count(mine ? &m->mine : &m->theirs, it, now);
		promises_count(mine ? &s->all.mine : &s->all.theirs, it, now);
	}
}

static void set_pace(
    struct stats_month *m, const struct reply *replies, size_t n)
{
	if (replies->is_mine) {
		m->my_replies = n;
		m->my_reply_s = replies_median(replies, n);
	} else {
		m->n_replies = n;
		m->reply_s = replies_median(replies, n);
	}
}

static void count_replies(struct ledger *l, struct arena *a, struct stats *s,
    size_t *cap, int64_t person)
{
	struct contact *contacts;
	struct reply *v;
	size_t n_contacts =
	    people_contacts(l->store, a, l->config->threshold, &contacts);
	size_t n = replies_get(l, a, contacts, n_contacts, &v), kept = 0;

	for (size_t i = 0; i < n; i++)
		if (!person || v[i].person == person)
			v[kept++] = v[i];
	replies_sort(v, kept, REPLIES_BY_MONTH);
	for (size_t from = 0, to; from < kept; from = to) {
		for (to = from; to < kept; to++)
			if (v[to].month != v[from].month ||
			    v[to].is_mine != v[from].is_mine)
				break;
		set_pace(
		    month_of(a, s, cap, v[from].month), &v[from], to - from);
	}
	replies_sort(v, kept, REPLIES_BY_WAIT);
	for (size_t from = 0, to; from < kept; from = to) {
		for (to = from; to < kept; to++)
			if (v[to].is_mine != v[from].is_mine)
				break;
		set_pace(&s->all, &v[from], to - from);
	}
}

static int by_month(const void *a, const void *b)
{
	const struct stats_month *x = a, *y = b;

	return MONTHS_OF(x->year, x->month) - MONTHS_OF(y->year, y->month);
}

static size_t weight(const struct person *p)
{
	return p->mine.kept + p->mine.late + p->theirs.kept + p->theirs.late;
}

static int by_weight(const void *a, const void *b)
{
	const struct person *x = a, *y = b;
	size_t m = weight(x), n = weight(y);

	if (m == n) {
		m = x->n_replies + x->my_replies;
		n = y->n_replies + y->my_replies;
	}
	if (m != n)
		return m < n ? 1 : -1;
	return x->id < y->id ? -1 : x->id > y->id;
}

enum status ledger_stats(struct ledger *l, struct arena *a, const char *who,
    struct stamp now, struct diag *d, struct stats *stats_r)
{
	struct stats s = {.n_months = 0};
	struct person person = {0}, *people;
	size_t cap = 0, n;
	enum status status;

	if (who) {
		status = ledger_who(l, a, who, now, d, &person);
		if (status != STATUS_OK)
			return status;
	}
	count_items(l, a, &s, &cap, person.id, now);
	count_replies(l, a, &s, &cap, person.id);
	n = people_summary(l, a, now, &people);
	status = store_status(l->store, d);
	if (status != STATUS_OK)
		return status;
	s.people = arena_array(a, n, sizeof(*s.people));
	for (size_t i = 0; i < n; i++)
		if ((!person.id || people[i].id == person.id) &&
		    weight(&people[i]) + people[i].n_replies +
			people[i].my_replies)
			s.people[s.n_people++] = people[i];
	if (s.n_months)
		qsort(s.months, s.n_months, sizeof(*s.months), by_month);
	if (s.n_people)
		qsort(s.people, s.n_people, sizeof(*s.people), by_weight);
	*stats_r = s;
	return STATUS_OK;
}
