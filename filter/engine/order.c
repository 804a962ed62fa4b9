/* SPDX-License-Identifier: ISC */
/*
 * The user's word about an item. It names the item by its evidence, which
 * outlives every replay; an item that turned out to repeat an earlier one
 * is found by any sentence that said it.
 */
#include "engine/stage.h"

#include <string.h>

static bool says(const struct live *live, const struct order *order)
{
	for (size_t i = 0; i < live->n_said; i++)
		if (live->said[i].sentence == order->sentence &&
		    !strcmp(live->said[i].message_id, order->message_id))
			return true;
	return false;
}

bool order_apply(struct replay *r, const struct order *order)
{
	struct live *found = NULL;

	for (size_t i = 0; i < r->n_lives; i++) {
		struct live *live = &r->lives[i];

		if (!says(live, order))
			continue;
		/* A sentence can open two; the kind tells which. */
		if (!found || (found->life.item.kind != order->kind &&
				  live->life.item.kind == order->kind))
			found = live;
	}
	if (!found)
		return false;
	replay_event(r, found, &order->event);
	return true;
}
