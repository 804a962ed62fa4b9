/* SPDX-License-Identifier: ISC */
/*
 * Derives the items and events of a thread anew and brings the store in
 * line. Items are known by message, sentence and kind, events by all that
 * they say, so that numbers stay and what the user ordered stays attached.
 * What no longer follows from the mail is marked, never deleted.
 */
#include "base/arena.h"
#include "engine/settle.h"
#include "ledger/private.h"
#include "store/events.h"
#include "store/items.h"
#include "store/notes.h"

#include <string.h>

/* A thread as it is in the store. */
struct kept {
	struct item_row *items;
	bool *is_derived; /* for each item */
	size_t n_items;
	struct event_row *events; /* by item */
	bool *is_matched;         /* for each event */
	size_t n_events;
};

/* Whether a letter answers one that I sent. */
static bool answers_mine(
    const struct note *n, const struct note *notes, size_t n_notes)
{
	for (size_t i = 0; i < n_notes; i++) {
		if (notes[i].direction != DIRECTION_OUT)
			continue;
		for (size_t k = 0; k < n->n_references; k++)
			if (!strcmp(n->references[k], notes[i].message_id))
				return true;
	}
	return false;
}

size_t replay_notes(
    struct ledger *l, struct arena *a, int64_t thread, struct note **notes_r)
{
	size_t n_notes = 1;

	if (l->fresh && l->fresh->thread == thread) {
		*notes_r = arena_array(a, 1, sizeof(**notes_r));
		**notes_r = *l->fresh;
	} else {
		n_notes = notes_of_thread(l->store, a, thread, notes_r);
	}

	for (size_t i = 0; i < n_notes; i++) {
		struct note *n = &(*notes_r)[i];

		if (n->direction == DIRECTION_OUT || n->addresses_me)
			continue;
		if (answers_mine(n, *notes_r, n_notes))
			n->addresses_me = true;
		else if (n->is_list)
			n->n_acts = 0;
	}
	return n_notes;
}

static bool same_stamp(struct stamp x, struct stamp y)
{
	return x.utc_s == y.utc_s && x.zone_min == y.zone_min;
}

static const char *text_of(const char *s)
{
	return s ? s : "";
}

static bool same_text(const char *x, const char *y)
{
	return !strcmp(text_of(x), text_of(y));
}

static bool same_due(const struct due *x, const struct due *y)
{
	return x->is_set == y->is_set && x->is_vague == y->is_vague &&
	       (!x->is_set ||
		   (same_stamp(x->at, y->at) && x->grain == y->grain)) &&
	       same_text(x->text, y->text);
}

static bool same_rules(const struct item *x, const struct item *y)
{
	if (x->n_rules != y->n_rules)
		return false;
	for (size_t i = 0; i < x->n_rules; i++)
		if (strcmp(x->rules[i], y->rules[i]) != 0)
			return false;
	return true;
}

/* Equal in all that the store keeps of an item. */
static bool same_item(const struct item *x, const struct item *y)
{
	return x->owner == y->owner && same_text(x->who.addr, y->who.addr) &&
	       same_text(x->who.name, y->who.name) &&
	       same_text(x->what, y->what) && same_due(&x->due, &y->due) &&
	       same_due(&x->first_due, &y->first_due) && x->state == y->state &&
	       same_stamp(x->snoozed_until, y->snoozed_until) &&
	       same_stamp(x->closed, y->closed) &&
	       x->is_accepted == y->is_accepted && x->n_nudges == y->n_nudges &&
	       same_stamp(x->nudged, y->nudged) &&
	       same_stamp(x->presumed, y->presumed) &&
	       same_stamp(x->conflict, y->conflict) &&
	       x->confidence <= y->confidence &&
	       x->confidence >= y->confidence && same_rules(x, y);
}

static bool same_event(const struct event *x, const struct event *y)
{
	return x->kind == y->kind && same_stamp(x->at, y->at) &&
	       same_text(x->message_id, y->message_id) &&
	       same_text(x->text, y->text) && same_due(&x->due, &y->due);
}

static void replay_events(
    struct ledger *l, struct kept *k, int64_t item, const struct life *life)
{
	for (size_t i = 0; i < life->n_events; i++) {
		const struct event *e = &life->events[i];
		size_t at = 0;

		if (e->cause != CAUSE_MAIL)
			continue;
		while (at < k->n_events &&
		       (k->events[at].item != item || k->is_matched[at] ||
			   k->events[at].event.cause != CAUSE_MAIL ||
			   !same_event(&k->events[at].event, e)))
			at++;
		if (at == k->n_events) {
			event_add_mail(l->store, item, (int64_t)i, e);
			continue;
		}
		k->is_matched[at] = true;
		if (k->events[at].is_void ||
		    k->events[at].position != (int64_t)i)
			event_update(l->store, k->events[at].event.id,
			    (int64_t)i, false);
	}
}

/* Whether an earlier life has the same key: one act is one obligation. */
static bool is_repeated(const struct life *lives, size_t i)
{
	const struct item *it = &lives[i].item;

	for (size_t j = 0; j < i; j++)
		if (lives[j].item.kind == it->kind &&
		    lives[j].item.sentence == it->sentence &&
		    !strcmp(lives[j].item.message_id, it->message_id))
			return true;
	return false;
}

/* The number of an item that is derived; 0 when its letter is not here. */
static int64_t replay_item(struct ledger *l, struct arena *a, struct kept *k,
    const struct note *notes, size_t n_notes, const struct item *it)
{
	for (size_t i = 0; i < k->n_items; i++) {
		const struct item *old = &k->items[i].item;

		if (old->kind != it->kind || old->sentence != it->sentence ||
		    strcmp(old->message_id, it->message_id) != 0)
			continue;
		k->is_derived[i] = true;
		if (k->items[i].is_hidden || !same_item(old, it))
			item_update(l->store, old->id, it);
		return old->id;
	}
	for (size_t i = 0; i < n_notes; i++) {
		if (strcmp(notes[i].message_id, it->message_id) != 0)
			continue;
		quoting_note_item(l, a, notes[i].row, it);
		return item_add(l->store, notes[i].row, it);
	}
	return 0;
}

static size_t orders_of(
    struct arena *a, const struct kept *k, struct order **orders_r)
{
	struct order *v = arena_array(a, k->n_events, sizeof(*v));
	size_t n = 0;

	for (size_t i = 0; i < k->n_events; i++) {
		const struct event_row *e = &k->events[i];

		/*
		 * Of letters' changes those alone that were taken back; those
		 * of erased letters follow from nothing else any more.
		 */
		if ((e->event.cause == CAUSE_MAIL) != e->event.is_undone)
			continue;
		for (size_t j = 0; j < k->n_items; j++) {
			const struct item *it = &k->items[j].item;

			if (it->id != e->item)
				continue;
			v[n].message_id = it->message_id;
			v[n].sentence = it->sentence;
			v[n].kind = it->kind;
			v[n++].event = e->event;
		}
	}
	*orders_r = v;
	return n;
}

static struct kept load(struct ledger *l, struct arena *a, int64_t thread)
{
	struct kept k = {0};

	if (l->fresh && l->fresh->thread == thread)
		return k;
	k.n_items = items_get(l->store, a, ITEMS_THREAD, thread, &k.items);
	k.n_events =
	    k.n_items ? events_of_thread(l->store, a, thread, &k.events) : 0;
	k.is_derived = arena_array(a, k.n_items, sizeof(*k.is_derived));
	k.is_matched = arena_array(a, k.n_events, sizeof(*k.is_matched));
	return k;
}

void replay_thread(struct ledger *l, int64_t thread)
{
	struct arena *a = arena_new();
	struct kept k = load(l, a, thread);
	struct note *notes;
	struct order *orders;
	struct life *lives;
	struct outside outside;
	size_t n_notes = replay_notes(l, a, thread, &notes);
	size_t n_orders = orders_of(a, &k, &orders);
	size_t n_lives = settle(
	    a, notes, n_notes, orders, n_orders, NULL, l->config, &lives);

	/* Only what is still open can have been settled elsewhere. */
	if (outside_gather(l, a,
		&(struct outside_query){
		    thread, lives, n_lives, k.events, k.n_events},
		&outside)) {
		/* Of a fresh letter it is not known yet who is who. */
		l->fresh = NULL;
		n_notes = replay_notes(l, a, thread, &notes);
		n_lives = settle(a, notes, n_notes, orders, n_orders, &outside,
		    l->config, &lives);
	}
	for (size_t i = 0; i < n_lives; i++) {
		int64_t id;

		if (is_repeated(lives, i))
			continue;
		id = replay_item(l, a, &k, notes, n_notes, &lives[i].item);

		if (id)
			replay_events(l, &k, id, &lives[i]);
	}
	for (size_t i = 0; i < k.n_items; i++)
		if (!k.is_derived[i] && !k.items[i].is_hidden)
			item_hide(l->store, k.items[i].item.id);
	for (size_t i = 0; i < k.n_events; i++)
		if (!k.is_matched[i] && !k.events[i].is_void &&
		    k.events[i].event.cause == CAUSE_MAIL)
			event_update(l->store, k.events[i].event.id,
			    k.events[i].position, true);
	arena_free(a);
}
