/* SPDX-License-Identifier: ISC */
/*
 * People as they are listed: how much mail, how quick they reply, what is
 * open between us, when we last talked. Everything is counted anew from the
 * store, so that nothing can go stale.
 */
#include "store/people.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "base/utf8.h"
#include "engine/advise.h"
#include "ledger/advice.h"
#include "ledger/private.h"
#include "store/items.h"

#include <stdlib.h>
#include <string.h>

/* Mail that says nothing about the person whose address it bears. */
#define NOT_PERSONAL \
	(LETTER_AUTOMATIC | LETTER_REPORT | LETTER_ANNOUNCEMENT | LETTER_OWN)

/* What is counted on the way to a person's figures. */
struct tally {
	struct stamp asked; /* my letter that waits for a reply */
	int64_t asked_in;   /* its thread */
	int64_t *replies_s; /* working seconds */
	size_t n_replies, cap_replies;
};

static bool is_later(struct stamp x, struct stamp y)
{
	return x.utc_s > y.utc_s;
}

static struct person *find(struct person *v, size_t n, int64_t id)
{
	size_t low = 0, high = n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (v[middle].id < id)
			low = middle + 1;
		else
			high = middle;
	}
	return low < n && v[low].id == id ? &v[low] : NULL;
}

/* A letter between me and p, letters of a thread in order of date. */
static void count_contact(struct ledger *l, struct arena *a, struct person *p,
    struct tally *t, const struct contact *c)
{
	/* What came to several tells of a talk with its writer alone. */
	if (c->is_talk && (c->is_from || c->direction == DIRECTION_OUT) &&
	    is_later(c->date, p->last_talk))
		p->last_talk = c->date;
	if (c->direction == DIRECTION_OUT && !c->is_from) {
		p->n_out++;
		if (is_later(c->date, p->last_out))
			p->last_out = c->date;
		if (t->asked_in != c->thread) {
			t->asked = c->date;
			t->asked_in = c->thread;
		}
		return;
	}
	if (c->direction == DIRECTION_OUT || !c->is_from || c->is_automatic ||
	    (c->flags & NOT_PERSONAL))
		return;
	p->n_in++;
	if (is_later(c->date, p->last_in))
		p->last_in = c->date;
	if (t->asked_in != c->thread)
		return;
	t->replies_s = arena_grow(a, t->replies_s, t->n_replies,
	    &t->cap_replies, sizeof(*t->replies_s));
	t->replies_s[t->n_replies++] =
	    work_seconds(l->config, t->asked, c->date);
	t->asked_in = 0;
}

static int by_size(const void *a, const void *b)
{
	const int64_t *x = a, *y = b;

	return *x < *y ? -1 : *x > *y;
}

/* 0 would mean that it is unknown: who replies at once takes a second. */
static int64_t median(int64_t *v, size_t n)
{
	if (!n)
		return 0;
	qsort(v, n, sizeof(*v), by_size);
	return v[n / 2] ? v[n / 2] : 1;
}

static void count_item(
    struct ledger *l, struct person *p, const struct item *it, struct stamp now)
{
	bool open = item_is_open(it, now), late = item_is_overdue(it, now);

	if (it->confidence < l->config->threshold)
		return;
	if (it->owner == OWNER_ME) {
		p->mine_open += open;
		p->mine_late += late;
		return;
	}
	p->theirs_open += open;
	p->theirs_late += late;
	if (it->kind != ITEM_COMMITMENT || it->state != ITEM_DONE)
		return;
	if (it->due.is_set && is_later(it->closed, it->due.at))
		p->late++;
	else
		p->kept++;
}

static bool is_me(const struct ledger *l, const struct person *p)
{
	for (size_t i = 0; i < p->n_addresses; i++)
		if (me_has(&l->config->me, p->addresses[i]))
			return true;
	return false;
}

size_t people_summary(struct ledger *l, struct arena *a, struct stamp now,
    struct person **people_r)
{
	struct person *v;
	struct contact *contacts;
	struct item_row *items;
	size_t n = people_get(l->store, a, &v);
	size_t n_contacts =
	    people_contacts(l->store, a, l->config->threshold, &contacts);
	size_t n_items = items_get(l->store, a, ITEMS_ALL, 0, &items);
	struct tally *tallies = arena_array(a, n, sizeof(*tallies));
	size_t kept = 0;

	for (size_t i = 0; i < n_contacts; i++) {
		struct person *p = find(v, n, contacts[i].person);

		if (p)
			count_contact(l, a, p, &tallies[p - v], &contacts[i]);
	}
	for (size_t i = 0; i < n_items; i++) {
		struct person *p = find(v, n, items[i].person);

		if (p)
			count_item(l, p, &items[i].item, now);
	}
	for (size_t i = 0; i < n; i++) {
		v[i].reply_s =
		    median(tallies[i].replies_s, tallies[i].n_replies);
		v[i].n_replies = tallies[i].n_replies;
		if (!is_me(l, &v[i]) && *v[i].mailbox.addr)
			v[kept++] = v[i];
	}
	*people_r = v;
	return kept;
}

static struct stamp last_contact(const struct person *p)
{
	return is_later(p->last_in, p->last_out) ? p->last_in : p->last_out;
}

static int by_contact(const void *a, const void *b)
{
	const struct person *x = a, *y = b;
	int64_t s = last_contact(x).utc_s, t = last_contact(y).utc_s;

	if (s != t)
		return s < t ? 1 : -1;
	return x->id < y->id ? -1 : x->id > y->id;
}

enum status ledger_people(struct ledger *l, struct arena *a, struct stamp now,
    struct diag *d, struct person **people_r, size_t *n_r)
{
	struct person *v;
	size_t n = people_summary(l, a, now, &v), kept = 0;
	enum status status = store_status(l->store, d);

	if (status != STATUS_OK)
		return status;
	/* Who was but a name in a Cc, or a machine, is nobody to list. */
	for (size_t i = 0; i < n; i++)
		if (v[i].n_in + v[i].n_out)
			v[kept++] = v[i];
	qsort(v, kept, sizeof(*v), by_contact);
	*people_r = v;
	*n_r = kept;
	return STATUS_OK;
}

static bool is_address_of(const struct person *p, const char *who)
{
	for (size_t i = 0; i < p->n_addresses; i++)
		if (str_same(p->addresses[i], who))
			return true;
	return false;
}

static bool is_part_of(const struct person *p, const char *who)
{
	if (str_find(p->mailbox.name, strlen(p->mailbox.name), who))
		return true;
	for (size_t i = 0; i < p->n_addresses; i++)
		if (str_find(p->addresses[i], strlen(p->addresses[i]), who))
			return true;
	return false;
}

static enum status ambiguous(struct arena *a, const char *who,
    const struct person *v, const size_t *fits, size_t n, struct diag *d)
{
	struct buf text = BUF_EMPTY;
	enum status status;

	for (size_t i = 0; i < n && i < 5; i++)
		buf_printf(&text, "%s%s", i ? ", " : "",
		    utf8_printable(a, v[fits[i]].mailbox.addr, 60));
	status = diag_fail(d, STATUS_NOINPUT, "'%s' fits %zu people: %s%s",
	    utf8_printable(a, who, 60), n, buf_text(&text),
	    n > 5 ? ", ..." : "");
	buf_release(&text);
	return status;
}

enum status ledger_who(struct ledger *l, struct arena *a, const char *who,
    struct stamp now, struct diag *d, struct person *person_r)
{
	struct person *v;
	size_t n = people_summary(l, a, now, &v), n_fits = 0;
	size_t *fits = arena_array(a, n, sizeof(*fits));
	enum status status = store_status(l->store, d);

	if (status != STATUS_OK)
		return status;
	for (size_t i = 0; *who && i < n; i++) {
		if (is_address_of(&v[i], who)) {
			*person_r = v[i];
			return STATUS_OK;
		}
		if (is_part_of(&v[i], who))
			fits[n_fits++] = i;
	}
	if (n_fits > 1)
		return ambiguous(a, who, v, fits, n_fits, d);
	if (!n_fits)
		return diag_fail(d, STATUS_NOINPUT, "nobody known fits '%s'",
		    utf8_printable(a, who, 60));
	*person_r = v[fits[0]];
	return STATUS_OK;
}
