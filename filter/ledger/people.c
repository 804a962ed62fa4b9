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
#include "ledger/advice.h"
#include "ledger/pace.h"
#include "ledger/private.h"
#include "ledger/settings.h"
#include "store/items.h"

#include <stdlib.h>
#include <string.h>

/* Mail that says nothing about the person whose address it bears. */
#define NOT_PERSONAL \
	(LETTER_AUTOMATIC | LETTER_REPORT | LETTER_ANNOUNCEMENT | LETTER_OWN)

static bool is_later(struct stamp x, struct stamp y)
{
	return x.utc_s > y.utc_s;
}

static int compare_id(const void *key, const void *person)
{
	int64_t id = *(const int64_t *)key,
		at = ((const struct person *)person)->id;

	return (id > at) - (id < at);
}

static struct person *find(struct person *v, size_t n, int64_t id)
{
	return n ? bsearch(&id, v, n, sizeof(*v), compare_id) : NULL;
}

bool contact_is_mine(const struct contact *c)
{
	return c->direction == DIRECTION_OUT && !c->is_from;
}

bool contact_is_theirs(const struct contact *c)
{
	return c->direction != DIRECTION_OUT && c->is_from &&
	       !c->is_automatic && !(c->flags & NOT_PERSONAL);
}

/* A letter between me and p, letters of a thread in order of date. */
static void count_contact(struct person *p, const struct contact *c)
{
	/* What came to several tells of a talk with its writer alone. */
	if (c->is_talk && (c->is_from || c->direction == DIRECTION_OUT) &&
	    is_later(c->date, p->last_talk))
		p->last_talk = c->date;
	if (contact_is_mine(c)) {
		p->n_out++;
		if (is_later(c->date, p->last_out))
			p->last_out = c->date;
	}
	if (!contact_is_theirs(c))
		return;
	p->n_in++;
	if (is_later(c->date, p->last_in))
		p->last_in = c->date;
	if (!(c->flags & LETTER_DATE_GUESSED) &&
	    (!p->has_zone || c->date.utc_s > p->zone_seen_s)) {
		p->zone_min = c->date.zone_min;
		p->zone_seen_s = c->date.utc_s;
		p->has_zone = true;
	}
}

/* Medians of each side; replies are sorted by person. */
static void count_replies(
    struct person *v, size_t n, const struct reply *replies, size_t n_replies)
{
	for (size_t from = 0, to; from < n_replies; from = to) {
		const struct reply *r = &replies[from];
		struct person *p = find(v, n, r->person);

		for (to = from; to < n_replies; to++)
			if (replies[to].person != r->person ||
			    replies[to].is_mine != r->is_mine)
				break;
		if (!p)
			continue;
		if (r->is_mine) {
			p->my_replies = to - from;
			p->my_reply_s = replies_median(r, to - from);
		} else {
			p->n_replies = to - from;
			p->reply_s = replies_median(r, to - from);
		}
	}
}

static void count_item(
    struct ledger *l, struct person *p, const struct item *it, struct stamp now)
{
	bool wanted = !item_is_presumed(it, now),
	     open = wanted && item_is_open(it, now),
	     late = wanted && item_is_overdue(it, now);

	if (it->confidence < l->config->threshold)
		return;
	if (it->owner == OWNER_ME) {
		p->mine_open += open;
		p->mine_late += late;
		promises_count(&p->mine, it, now);
	} else {
		p->theirs_open += open;
		p->theirs_late += late;
		promises_count(&p->theirs, it, now);
	}
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
	struct reply *replies;
	size_t n = people_get(l->store, a, &v);
	size_t n_contacts =
	    people_contacts(l->store, a, l->config->threshold, &contacts);
	size_t n_items = late_items(l, a, ITEMS_ALL, 0, now, &items);
	size_t n_replies = replies_get(l, a, contacts, n_contacts, &replies);
	size_t kept = 0;

	late_people(l, v, n);
	replies_sort(replies, n_replies, REPLIES_BY_PERSON);
	count_replies(v, n, replies, n_replies);
	for (size_t i = 0; i < n_contacts; i++) {
		struct person *p = find(v, n, contacts[i].person);

		if (p)
			count_contact(p, &contacts[i]);
	}
	for (size_t i = 0; i < n_items; i++) {
		struct person *p = find(v, n, items[i].person);

		if (p)
			count_item(l, p, &items[i].item, now);
	}
	for (size_t i = 0; i < n; i++) {
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
	if (kept)
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

/*
 * Of those that fit, the only one of that very name, else the only one with
 * whom there was mail: addresses in a Cc once stand in nobody's way.
 */
static size_t prefer_known(
    const struct person *v, size_t *fits, size_t n, const char *who)
{
	size_t named = 0, known = 0, is_named = 0, is_known = 0;

	for (size_t i = 0; i < n; i++) {
		const struct person *p = &v[fits[i]];

		if (str_same(p->mailbox.name, who)) {
			named++;
			is_named = fits[i];
		}
		if (p->n_in && p->n_out) {
			known++;
			is_known = fits[i];
		}
	}
	if (named != 1 && known != 1)
		return n;
	fits[0] = named == 1 ? is_named : is_known;
	return 1;
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
		n_fits = prefer_known(v, fits, n_fits, who);
	if (n_fits > 1)
		return ambiguous(a, who, v, fits, n_fits, d);
	if (!n_fits)
		return diag_fail(d, STATUS_NOINPUT, "nobody known fits '%s'",
		    utf8_printable(a, who, 60));
	*person_r = v[fits[0]];
	return STATUS_OK;
}

/* In a briefing: what they wrote in the last weeks, and how much of it. */
#define MIND_DAYS   60
#define MOST_MIND   5
#define MOST_RECENT 5
#define MOST_TALKS  3

enum status ledger_brief(struct ledger *l, struct arena *a, const char *who,
    struct stamp now, struct diag *d, struct briefing *briefing_r)
{
	struct briefing b = {.n_mind = 0};
	enum status status = ledger_who(l, a, who, now, d, &b.person);
	struct stamp since = now;
	double sure = l->config->threshold;
	int64_t id = b.person.id;

	if (status != STATUS_OK)
		return status;
	since.utc_s -= (int64_t)MIND_DAYS * 24 * 60 * 60;
	b.n_mind = people_mind(l->store, a, id, since, sure, &b.mind);
	if (b.n_mind > MOST_MIND)
		b.n_mind = MOST_MIND;
	b.n_threads = people_threads(l->store, a, id, MOST_RECENT, &b.threads);
	b.n_talks = people_talks(l->store, a, id, sure, MOST_TALKS, &b.talks);
	b.away_until = people_away(l->store, id, now);
	status = store_status(l->store, d);
	if (status == STATUS_OK)
		*briefing_r = b;
	return status;
}
