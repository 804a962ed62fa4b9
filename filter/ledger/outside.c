/* SPDX-License-Identifier: ISC */
/*
 * What happens beside a thread: gathered for its replay when it has open
 * items, and the other way round, the threads to be replayed when a letter
 * delivers or a talk is told. Both ask for the same, so that it does not
 * matter which of the two came first.
 *
 * Most mail is the newest there is. What was dated before it has had its
 * effect on all threads, which their events tell: only letters that are
 * dated after it are looked for. Whatever else changes a thread (a letter
 * that is late, an order, an import) makes that all of them are.
 */
#include "store/outside.h"
#include "base/arena.h"
#include "base/mem.h"
#include "engine/settle.h"
#include "ledger/private.h"
#include "store/events.h"
#include "store/messages.h"
#include "store/notes.h"
#include "store/people.h"

#include <stdlib.h>
#include <string.h>

#define DAY_S INT64_C(86400)

/* What one transaction has recorded, and all letters that bear. */
struct beside {
	struct bearing *news; /* person, thread and date: to be looked at */
	size_t n_news, cap_news;
	struct bearing *all; /* by person, then by date */
	size_t n_all, cap_all;
	int64_t last_row; /* of those */
	int64_t version;  /* of the store when they were read */
	bool is_learnt;
	bool is_complete; /* with what this transaction has recorded */
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

void outside_forget(struct ledger *l)
{
	if (l->beside)
		l->beside->is_learnt = false;
}

void outside_look_again(struct ledger *l)
{
	if (l->beside)
		l->beside->is_complete = false;
}

/* The first of v[0..n), sorted, of that person and after that time; or n. */
static size_t first_of(
    const struct bearing *v, size_t n, int64_t person, int64_t after_s)
{
	size_t low = 0, high = n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (v[middle].person < person ||
		    (v[middle].person == person && v[middle].date_s <= after_s))
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Whom the open items are with, when they were said, and last due. */
struct asked {
	const char *addr;
	int64_t person, since_s, until_s, due_s;
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
			v[n++] = (struct asked){.addr = it->who.addr,
			    .since_s = INT64_MAX,
			    .until_s = INT64_MIN,
			    .due_s = INT64_MIN};
		if (it->created.utc_s < v[k].since_s)
			v[k].since_s = it->created.utc_s;
		if (it->created.utc_s > v[k].until_s)
			v[k].until_s = it->created.utc_s;
		if (it->due.is_set && it->due.at.utc_s > v[k].due_s)
			v[k].due_s = it->due.at.utc_s;
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

/* All are read once, and then what this process has recorded since. */
static void learn(struct ledger *l, struct arena *a)
{
	struct beside *b = beside_of(l);
	struct outside_range range = {0, INT64_MIN};
	struct bearing *v;
	int64_t version;
	size_t n;

	if (b->is_learnt && b->is_complete)
		return;
	version = outside_version(l->store);
	if (!b->is_learnt || version != b->version)
		b->n_all = 0;
	else
		range.after_row = b->last_row;
	b->version = version;
	b->is_learnt = b->is_complete = true;
	n = outside_letters(l->store, a, range, &v);
	if (!n)
		return;
	if (b->n_all + n > b->cap_all) {
		b->cap_all = 2 * (b->n_all + n);
		b->all = mem_realloc(b->all, b->cap_all, sizeof(*b->all));
	}
	memcpy(b->all + b->n_all, v, n * sizeof(*v));
	b->n_all += n;
	qsort(b->all, b->n_all, sizeof(*b->all), by_person);
	for (size_t i = 0; i < n; i++)
		if (v[i].row > b->last_row)
			b->last_row = v[i].row;
}

/*
 * The letters to choose from: all, or those that came too early. *is_talk_r:
 * there may be talks to choose from besides.
 */
static size_t letters(struct ledger *l, struct arena *a, int64_t thread,
    struct bearing **v_r, bool *is_talk_r)
{
	*is_talk_r = true;
	if (l->settled_s == INT64_MIN) {
		learn(l, a);
		*v_r = l->beside->all;
		return l->beside->n_all;
	}
	return outside_is_newer(l->store, l->settled_s, thread, is_talk_r)
		   ? outside_letters(l->store, a,
			 (struct outside_range){0, l->settled_s}, v_r)
		   : 0;
}

static bool has_row(const struct note *v, size_t n, int64_t row)
{
	for (size_t i = 0; i < n; i++)
		if (v[i].row == row)
			return true;
	return false;
}

/* A list of letters, each once. */
struct chosen {
	struct note *v;
	size_t n, cap;
};

/*
 * Letters are looked for by person. Were their people then known by name
 * too, it would matter who else has items in the thread.
 */
static void strip_names(struct note *n)
{
	n->from.name = "";
	for (size_t i = 0; i < n->n_to; i++)
		n->to[i].name = "";
	for (size_t i = 0; i < n->n_cc; i++)
		n->cc[i].name = "";
}

static void choose(struct ledger *l, struct arena *a, int64_t thread,
    int64_t row, struct chosen *c)
{
	if (has_row(c->v, c->n, row))
		return;
	c->v = arena_grow(a, c->v, c->n, &c->cap, sizeof(*c->v));
	if (!note_get_whole(l->store, a, row, &c->v[c->n]) ||
	    c->v[c->n].thread == thread)
		return;
	strip_names(&c->v[c->n++]);
}

static bool has_person(const struct mailbox *v, size_t n, int64_t person)
{
	for (size_t i = 0; i < n; i++)
		if (v[i].person == person)
			return true;
	return false;
}

/* Whether the letter is between the user and somebody who is asked. */
static bool is_asked(
    const struct note *n, const struct asked *asked, size_t n_asked)
{
	bool out = n->direction == DIRECTION_OUT;

	for (size_t i = 0; i < n_asked; i++)
		if (n->date.utc_s > asked[i].since_s &&
		    (out ? has_person(n->to, n->n_to, asked[i].person) ||
				has_person(n->cc, n->n_cc, asked[i].person)
			 : has_person(&n->from, 1, asked[i].person)))
			return true;
	return false;
}

/* Those that had an effect until now. */
static void choose_known(struct ledger *l, struct arena *a,
    const struct outside_query *q, const struct asked *asked, size_t n_asked,
    struct chosen *c)
{
	for (size_t i = 0; i < q->n_events; i++) {
		const struct event *e = &q->events[i].event;
		struct message_copy copy;
		size_t n = c->n;

		if (e->cause != CAUSE_MAIL || e->kind == EVENT_OPENED ||
		    !message_find(l->store, e->message_id, &copy) ||
		    copy.thread == q->thread)
			continue;
		choose(l, a, q->thread, copy.row, c);
		if (c->n > n && !is_asked(&c->v[n], asked, n_asked))
			c->n = n;
	}
}

/* A delivery counts from when something was said, news from its date. */
static bool reaches(const struct bearing *letter, const struct asked *asked)
{
	int64_t from_s = asked->until_s;

	if (letter->bears == BEARS_NEWS && asked->due_s > from_s)
		from_s = asked->due_s;
	return letter->date_s - OUTSIDE_LONGEST_S <= from_s;
}

static void take_letters(struct ledger *l, struct arena *a,
    const struct outside_query *q, const struct asked *asked, size_t n_asked,
    struct outside *o, bool *is_talk_r)
{
	struct chosen c = {NULL, 0, 0};
	struct bearing *all;
	size_t n_all = letters(l, a, q->thread, &all, is_talk_r);

	for (size_t i = 0; n_all && i < n_asked; i++)
		for (size_t at = first_of(
			 all, n_all, asked[i].person, asked[i].since_s);
		     at < n_all && all[at].person == asked[i].person; at++)
			if (reaches(&all[at], &asked[i]))
				choose(l, a, q->thread, all[at].row, &c);
	if (l->settled_s > INT64_MIN)
		choose_known(l, a, q, asked, n_asked, &c);
	o->letters = c.v;
	o->n_letters = c.n;
}

static void take_talks(struct ledger *l, struct arena *a,
    const struct asked *asked, size_t n_asked, struct outside *o)
{
	struct talk_row *rows;
	size_t n = outside_talks(l->store, a, &rows);
	struct talk *v = arena_array(a, n * n_asked, sizeof(*v));

	for (size_t k = 0; n && k < n_asked; k++) {
		for (size_t i = 0; i < n; i++) {
			struct mailbox *box;

			if (rows[i].person != asked[k].person ||
			    !asked[k].is_talk)
				continue;
			box = arena_alloc(a, sizeof(*box));
			*box = (struct mailbox){"", asked[k].addr, 0};
			v[o->n_talks].with = box;
			v[o->n_talks++].at = rows[i].at;
		}
	}
	o->talks = v;
}

bool outside_gather(struct ledger *l, struct arena *a,
    const struct outside_query *q, struct outside *outside_r)
{
	struct asked *asked;
	size_t n_asked = whom_to_ask(a, q->lives, q->n_lives, &asked);
	struct outside o = {NULL, 0, NULL, 0};
	bool is_talk = false, any_talk;

	if (!n_asked)
		return false;
	for (size_t i = 0; i < n_asked; i++) {
		asked[i].person = people_of_address(l->store, asked[i].addr);
		is_talk = is_talk || asked[i].is_talk;
	}
	take_letters(l, a, q, asked, n_asked, &o, &any_talk);
	if (is_talk && any_talk)
		take_talks(l, a, asked, n_asked, &o);
	*outside_r = o;
	return o.n_letters + o.n_talks > 0;
}

enum bears outside_bears(const struct note *n)
{
	enum bears bears = n->n_attachments ? BEARS_DELIVERY : BEARS_NOTHING;

	for (size_t i = 0; i < n->n_acts; i++) {
		if (n->acts[i].kind == ACT_TALKED ||
		    n->acts[i].kind == ACT_ABSENCE)
			return BEARS_NEWS;
		if (n->acts[i].kind == ACT_FULFILMENT)
			bears = BEARS_DELIVERY;
	}
	return bears;
}

static void add_news(struct ledger *l, struct bearing news)
{
	struct beside *b = beside_of(l);

	if (b->n_news == b->cap_news) {
		b->cap_news = b->cap_news ? 2 * b->cap_news : 16;
		b->news = mem_realloc(b->news, b->cap_news, sizeof(*b->news));
	}
	b->news[b->n_news++] = news;
}

static void add_people(struct ledger *l, const struct mailbox *v, size_t n,
    int64_t date_s, enum bears bears)
{
	for (size_t i = 0; i < n; i++)
		add_news(l, (struct bearing){.person = people_of_address(
						 l->store, v[i].addr),
				.date_s = date_s,
				.bears = bears});
}

void outside_note(struct ledger *l, const struct note *n, bool is_new)
{
	enum bears bears = outside_bears(n);

	outside_look_again(l);
	if (!is_new)
		outside_forget(l);
	if (bears == BEARS_NOTHING)
		return;
	if (n->direction != DIRECTION_OUT) {
		add_people(l, &n->from, 1, n->date.utc_s, bears);
		return;
	}
	add_people(l, n->to, n->n_to, n->date.utc_s, bears);
	add_people(l, n->cc, n->n_cc, n->date.utc_s, bears);
}

void outside_note_talk(struct ledger *l, int64_t person, struct stamp at)
{
	/* It is known by its day. */
	add_news(l, (struct bearing){.person = person,
			.date_s = at.utc_s - DAY_S,
			.bears = BEARS_NEWS});
}

/* What was said, and due, before is too old for it. */
static int64_t reach(const struct bearing *news)
{
	return news->date_s - OUTSIDE_LONGEST_S;
}

/* Of each item at once whether there is news for it. */
static void touch_all(struct ledger *l, struct arena *a)
{
	const struct beside *b = l->beside;
	struct held *held;
	size_t n = outside_held(l->store, a, &held);

	for (size_t i = 0; i < n; i++) {
		size_t at =
		    first_of(b->news, b->n_news, held[i].person, INT64_MIN);

		for (; at < b->n_news && b->news[at].person == held[i].person;
		     at++)
			if ((!held[i].closed_s ||
				held[i].closed_s >= b->news[at].date_s) &&
			    held[i].until_s >= reach(&b->news[at])) {
				ledger_touch(l, held[i].thread);
				break;
			}
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
		for (size_t i = 0; i < b->n_news; i++) {
			int64_t *threads;
			size_t n;

			n = outside_threads(l->store, a, b->news[i].person,
			    b->news[i].date_s, reach(&b->news[i]), &threads);
			for (size_t k = 0; k < n; k++)
				ledger_touch(l, threads[k]);
		}
	}
	b->n_news = 0;
	arena_free(a);
}
