/* SPDX-License-Identifier: ISC */
/*
 * How long replies take, in working time: who wrote first in a thread waits
 * until the other side writes in it.
 */
#include "ledger/pace.h"
#include "base/arena.h"
#include "engine/advise.h"
#include "ledger/private.h"
#include "store/people.h"

#include <stdlib.h>

/* A letter that waits, of one side to the other. */
struct waiting {
	struct stamp since;
	int64_t thread; /* 0: nothing waits */
};

struct pair {
	struct waiting for_them, for_me;
};

static int order(const struct reply *x, const struct reply *y)
{
	if (x->wait_s != y->wait_s)
		return x->wait_s < y->wait_s ? -1 : 1;
	return 0;
}

static int by_person(const void *a, const void *b)
{
	const struct reply *x = a, *y = b;

	if (x->person != y->person)
		return x->person < y->person ? -1 : 1;
	if (x->is_mine != y->is_mine)
		return x->is_mine - y->is_mine;
	return order(x, y);
}

static int by_month(const void *a, const void *b)
{
	const struct reply *x = a, *y = b;

	if (x->month != y->month)
		return x->month < y->month ? -1 : 1;
	if (x->is_mine != y->is_mine)
		return x->is_mine - y->is_mine;
	return order(x, y);
}

static int by_wait(const void *a, const void *b)
{
	const struct reply *x = a, *y = b;

	if (x->is_mine != y->is_mine)
		return x->is_mine - y->is_mine;
	return order(x, y);
}

void replies_sort(struct reply *replies, size_t n, enum replies_by by)
{
	static int (*const orders[])(const void *, const void *) = {
	    [REPLIES_BY_PERSON] = by_person,
	    [REPLIES_BY_MONTH] = by_month,
	    [REPLIES_BY_WAIT] = by_wait,
	};

	if (n)
		qsort(replies, n, sizeof(*replies), orders[by]);
}

/* Whoever waited for this letter has it; who wrote it waits, unless they do. */
static bool turn(struct waiting *answered, struct waiting *asked,
    const struct contact *c, struct stamp *since_r)
{
	bool is_reply = answered->thread == c->thread;

	*since_r = answered->since;
	if (is_reply)
		answered->thread = 0;
	if (asked->thread != c->thread)
		*asked = (struct waiting){c->date, c->thread};
	return is_reply;
}

size_t replies_get(struct ledger *l, struct arena *a,
    const struct contact *contacts, size_t n, struct reply **replies_r)
{
	struct reply *v = NULL;
	size_t n_replies = 0, cap = 0;
	struct pair *pairs;
	int64_t most = 0;

	for (size_t i = 0; i < n; i++)
		most = contacts[i].person > most ? contacts[i].person : most;
	pairs = arena_array(a, (size_t)most + 1, sizeof(*pairs));
	for (size_t i = 0; i < n; i++) {
		const struct contact *c = &contacts[i];
		struct pair *p = &pairs[c->person];
		bool mine = contact_is_mine(c), is_reply;
		struct stamp since;
		struct civil date;

		if (!mine && !contact_is_theirs(c))
			continue;
		is_reply = mine ? turn(&p->for_me, &p->for_them, c, &since)
				: turn(&p->for_them, &p->for_me, c, &since);
		if (!is_reply)
			continue;
		date = civil_from_stamp(c->date);
		v = arena_grow(a, v, n_replies, &cap, sizeof(*v));
		v[n_replies++] = (struct reply){.person = c->person,
		    .month = date.year * 12 + date.month - 1,
		    .is_mine = mine,
		    .wait_s = work_seconds(l->config, since, c->date)};
	}
	*replies_r = v;
	return n_replies;
}

int64_t replies_median(const struct reply *v, size_t n)
{
	/* 0 would mean unknown: who replies at once takes a second. */
	return !n ? 0 : v[n / 2].wait_s ? v[n / 2].wait_s : 1;
}
