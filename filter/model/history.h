/* SPDX-License-Identifier: ISC */
#ifndef MODEL_HISTORY_H
#define MODEL_HISTORY_H

#include "model/item.h"

#include <stdbool.h>
#include <stddef.h>

/* Something that happened to an item. */
struct happening {
	const struct item *item; /* as it is in the end */
	struct event event;
	const char *subject; /* of the letter that caused it */
	bool is_withdrawn;   /* later letters showed that it was not so */
};

/* All that happened, and what was left. */
struct history {
	const struct item *items; /* that are shown, by number */
	size_t n_items;
	struct happening *happenings; /* in order of time */
	size_t n_happenings;
	size_t n_letters;
	struct stamp end; /* the present of what is left */
};

/* It settled the item, or let go of it. */
bool event_closes(enum event_kind kind);
/* Its date or owner changed. */
bool event_revises(enum event_kind kind);

#endif
