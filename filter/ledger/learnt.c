/* SPDX-License-Identifier: ISC */
/*
 * Items as the user has taught to see them. Marks are orders in the store:
 * what they teach is worked out anew by each command that shows items, and
 * undo takes it back by itself. Recording a letter asks for none of it.
 */
#include "base/arena.h"
#include "engine/learn.h"
#include "ledger/private.h"
#include "store/events.h"
#include "store/items.h"

/* What an item's orders say of it: the last word counts. */
enum verdict { VERDICT_NONE, VERDICT_RIGHT, VERDICT_WRONG };

static enum verdict verdict_after(enum verdict before, enum event_kind kind)
{
	switch (kind) {
	case EVENT_DONE:
		return VERDICT_RIGHT;
	case EVENT_WRONG:
		return VERDICT_WRONG;
	case EVENT_REOPENED:
		return VERDICT_NONE;
	default:
		return before;
	}
}

static struct learning *learn(
    struct arena *a, const struct order_row *orders, size_t n)
{
	struct learning *learning = learning_new(a);
	enum verdict verdict = VERDICT_NONE;

	for (size_t i = 0; i < n; i++) {
		const struct order_row *o = &orders[i];

		verdict = verdict_after(verdict, o->kind);
		if (i + 1 < n && orders[i + 1].item == o->item)
			continue;
		if (verdict != VERDICT_NONE)
			learning_mark(learning, o->rules, o->n_rules,
			    verdict == VERDICT_RIGHT);
		verdict = VERDICT_NONE;
	}
	return learning;
}

/* Orders are by item, and so are the rows. */
void learnt_weigh(
    struct ledger *l, struct arena *a, struct item_row *rows, size_t n)
{
	struct order_row *orders;
	size_t n_orders = n ? events_of_user(l->store, a, &orders) : 0, at = 0;
	const struct learning *learning;

	if (!n_orders)
		return;
	learning = learn(a, orders, n_orders);
	for (size_t i = 0; i < n; i++) {
		struct item *it = &rows[i].item;

		it->learnt = learning_of(learning, it->rules, it->n_rules);
		while (at < n_orders && orders[at].item < it->id)
			at++;
		/* Whoever gave an order about it knows what it is. */
		if (at < n_orders && orders[at].item == it->id)
			it->learnt.shift = 0;
		it->confidence =
		    learnt_confidence(it->confidence, it->learnt.shift);
	}
}
