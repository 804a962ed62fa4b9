/* SPDX-License-Identifier: ISC */
/*
 * What happens beside a thread: gathered for its replay when it has open
 * items, and the other way round, the threads to be replayed when a letter
 * delivers or a talk is told. Both ask for the same, so that it does not
 * matter which of the two came first.
 *
 * A delivery looks at the letters and items that were recorded last; what
 * came before those was looked at when it came. An import takes all.
 */
#include "store/outside.h"
#include "base/arena.h"
#include "base/mem.h"
#include "engine/settle.h"
#include "ledger/private.h"
#include "store/messages.h"
#include "store/people.h"

#include <stdlib.h>
#include <string.h>

/* So many letters and items are "recorded last". */
#define LAST_LETTERS 100
#define LAST_ITEMS   500
#define DAY_S        INT64_C(86400)

/* What one transaction has recorded, and an import knows of all mail. */
struct beside {
	struct bearing *news; /* person, thread and date: to be looked at */
	size_t n_news, cap_news;
	struct bearing *all; /* of an import: by person, then by date */
	size_t n_all, cap_all;
	size_t n_new; /* letters that were recorded since it was read */
	bool is_learnt;
};

static struct beside *beside_of(struct ledger *l)
{
	if (!l->beside)
		l->beside = mem_alloc(1, sizeof(*l->beside));
	return l->beside;
}

void outside_clear(struct ledger *l)
{
	if (!l->beside)
		return;
	free(l->beside->all);
	free(l->beside->news);
	free(l->beside);
	l->beside = NULL;
}

/* The first of v[0..n), sorted by person, that is of that one; or n. */
static size_t first_of(const struct bearing *v, size_t n, int64_t person)
{
	size_t low = 0, high = n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (v[middle].person < person)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Whom the open items are with, and since when. */
struct asked {
	const char *addr;
	int64_t person, since_s;
	bool is_talk; /* there is something to be talked about */
};

static bool is_open(const struct item *it)
{
	return it->state == ITEM_OPEN || it->state == ITEM_SNOOZED;
}

static size_t whom_to_ask(struct arena *a, const struct life *lives,
    size_t n_lives, struct asked **asked_r)
{
	struct asked *v = arena_array(a, n_lives, sizeof(*v));
	size_t n = 0;

	for (size_t i = 0; i < n_lives; i++) {
		const struct item *it = &lives[i].item;
		size_t k = 0;

		if (!is_open(it))
			continue;
		while (k < n && strcmp(v[k].addr, it->who.addr) != 0)
			k++;
		if (k == n)
			v[n++] = (struct asked){
			    .addr = it->who.addr, .since_s = INT64_MAX};
		if (it->created.utc_s < v[k].since_s)
			v[k].since_s = it->created.utc_s;
		v[k].is_talk = v[k].is_talk || lives[i].is_talk;
	}
	*asked_r = v;
	return n;
}

static int by_person(const void *left, const void *right)
{
	const struct bearing *a = left, *b = right;

	if (a->person != b->person)
		return a->person < b->person ? -1 : 1;
	return (a->date_s > b->date_s) - (a->date_s < b->date_s);
}

/* An import reads all once, and then what it has recorded since. */
static void learn(struct ledger *l, struct arena *a)
{
	struct beside *b = beside_of(l);
	struct outside_range range = {
	    b->is_learnt ? (int64_t)b->n_new : INT64_MAX, INT64_MIN};
	struct bearing *v;
	size_t n;

	if (b->is_learnt && !b->n_new)
		return;
	if (!b->is_learnt)
		b->n_all = 0;
	n = outside_letters(l->store, a, range, &v);
	b->is_learnt = true;
	b->n_new = 0;
	if (!n)
		return;
	if (b->n_all + n > b->cap_all) {
		b->cap_all = 2 * (b->n_all + n);
		b->all = mem_realloc(b->all, b->cap_all, sizeof(*b->all));
	}
	memcpy(b->all + b->n_all, v, n * sizeof(*v));
	b->n_all += n;
	qsort(b->all, b->n_all, sizeof(*b->all), by_person);
}

/* The letters to choose from: all, or those that came last. */
static size_t letters(struct ledger *l, struct arena *a, int64_t thread,
    const struct asked *asked, size_t n_asked, struct bearing **v_r)
{
	struct outside_range range = {LAST_LETTERS, INT64_MAX};

	if (l->in_batch) {
		learn(l, a);
		*v_r = l->beside->all;
		return l->beside->n_all;
	}
	for (size_t i = 0; i < n_asked; i++)
		if (asked[i].since_s < range.since_s)
			range.since_s = asked[i].since_s;
	/* Most mail is the newest there is. */
	return outside_is_newer(l->store, range, thread)
		   ? outside_letters(l->store, a, range, v_r)
		   : 0;
}

static bool has_row(const struct note *v, size_t n, int64_t row)
{
	for (size_t i = 0; i < n; i++)
		if (v[i].row == row)
			return true;
	return false;
}

static void take_letters(struct ledger *l, struct arena *a, int64_t thread,
    struct asked *asked, size_t n_asked, struct outside *o)
{
	struct bearing *all;
	size_t n_all = letters(l, a, thread, asked, n_asked, &all);
	size_t n = 0, cap = 0;
	struct note *v = NULL;

	for (size_t i = 0; n_all && i < n_asked; i++) {
		int64_t person = people_of_address(l->store, asked[i].addr);

		for (size_t at = first_of(all, n_all, person);
		     at < n_all && all[at].person == person; at++) {
			if (all[at].date_s <= asked[i].since_s ||
			    has_row(v, n, all[at].row))
				continue;
			v = arena_grow(a, v, n, &cap, sizeof(*v));
			if (message_whole(l->store, a, all[at].row, &v[n]) &&
			    v[n].thread != thread)
				n++;
		}
	}
	o->letters = v;
	o->n_letters = n;
}

static void take_talks(struct ledger *l, struct arena *a,
    const struct asked *asked, size_t n_asked, struct outside *o)
{
	struct talk_row *rows;
	size_t n = outside_talks(l->store, a, &rows);
	struct talk *v = arena_array(a, n * n_asked, sizeof(*v));

	for (size_t k = 0; n && k < n_asked; k++) {
		int64_t person = people_of_address(l->store, asked[k].addr);

		for (size_t i = 0; i < n; i++) {
			struct mailbox *box;

			if (rows[i].person != person || !asked[k].is_talk)
				continue;
			box = arena_alloc(a, sizeof(*box));
			*box = (struct mailbox){"", asked[k].addr, 0};
			v[o->n_talks].with = box;
			v[o->n_talks++].at = rows[i].at;
		}
	}
	o->talks = v;
}

bool outside_gather(struct ledger *l, struct arena *a, int64_t thread,
    const struct life *lives, size_t n_lives, struct outside *outside_r)
{
	struct asked *asked;
	size_t n_asked = whom_to_ask(a, lives, n_lives, &asked);
	struct outside o = {NULL, 0, NULL, 0};
	bool is_talk = false;

	if (!n_asked)
		return false;
	take_letters(l, a, thread, asked, n_asked, &o);
	for (size_t i = 0; i < n_asked; i++)
		is_talk = is_talk || asked[i].is_talk;
	if (is_talk)
		take_talks(l, a, asked, n_asked, &o);
	*outside_r = o;
	return o.n_letters + o.n_talks > 0;
}

/* It delivers something, or tells of a talk or of an absence. */
static bool bears_on_others(const struct note *n)
{
	for (size_t i = 0; i < n->n_acts; i++)
		if (n->acts[i].kind == ACT_FULFILMENT ||
		    n->acts[i].kind == ACT_TALKED ||
		    n->acts[i].kind == ACT_ABSENCE)
			return true;
	return n->n_attachments > 0;
}

static void add_news(struct ledger *l, int64_t person, int64_t date_s)
{
	struct beside *b = beside_of(l);

	if (b->n_news == b->cap_news) {
		b->cap_news = b->cap_news ? 2 * b->cap_news : 16;
		b->news = mem_realloc(b->news, b->cap_news, sizeof(*b->news));
	}
	b->news[b->n_news++] =
	    (struct bearing){.person = person, .date_s = date_s};
}

static void add_people(
    struct ledger *l, const struct mailbox *v, size_t n, int64_t date_s)
{
	for (size_t i = 0; i < n; i++)
		add_news(l, people_of_address(l->store, v[i].addr), date_s);
}

void outside_note(struct ledger *l, const struct note *n, bool is_new)
{
	/* What was known of the letter before may be wrong. */
	if (l->in_batch) {
		struct beside *b = beside_of(l);

		b->is_learnt = b->is_learnt && is_new;
		b->n_new += is_new;
	}
	if (!bears_on_others(n))
		return;
	if (n->direction != DIRECTION_OUT) {
		add_people(l, &n->from, 1, n->date.utc_s);
		return;
	}
	add_people(l, n->to, n->n_to, n->date.utc_s);
	add_people(l, n->cc, n->n_cc, n->date.utc_s);
}

void outside_note_talk(struct ledger *l, int64_t person, struct stamp at)
{
	/* It is known by its day. */
	add_news(l, person, at.utc_s - DAY_S);
}

/* Of each item at once whether its person's earliest news is for it. */
static void touch_all(struct ledger *l, struct arena *a)
{
	const struct beside *b = l->beside;
	struct held *held;
	size_t n = outside_held(l->store, a, &held);

	for (size_t i = 0; i < n; i++) {
		size_t at = first_of(b->news, b->n_news, held[i].person);

		if (at < b->n_news && b->news[at].person == held[i].person &&
		    (!held[i].closed_s ||
			held[i].closed_s >= b->news[at].date_s))
			ledger_touch(l, held[i].thread);
	}
}

void outside_touch(struct ledger *l)
{
	struct beside *b = l->beside;
	struct arena *a;

	if (!b || !b->n_news)
		return;
	a = arena_new();
	qsort(b->news, b->n_news, sizeof(*b->news), by_person);
	if (l->in_batch) {
		touch_all(l, a);
	} else {
		int64_t after = outside_last_item(l->store) - LAST_ITEMS;

		for (size_t i = 0; i < b->n_news; i++) {
			int64_t *threads;
			size_t n;

			if (i && b->news[i].person == b->news[i - 1].person)
				continue;
			n = outside_threads(l->store, a, b->news[i].person,
			    b->news[i].date_s, after, &threads);
			for (size_t k = 0; k < n; k++)
				ledger_touch(l, threads[k]);
		}
	}
	b->n_news = 0;
	arena_free(a);
}
