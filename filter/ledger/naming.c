/* SPDX-License-Identifier: ISC */
/*
 * What the people of items are called, when the letter that opened one shows
 * an address alone: as in their other letters. For commands that show items.
 */
#include "base/arena.h"
#include "ledger/private.h"
#include "model/mailbox.h"
#include "store/people.h"

#include <stdlib.h>

static enum naming naming_of(const struct mailbox *m)
{
	return mailbox_naming(m->name, m->addr);
}

static int by_id(const void *key, const void *p)
{
	const int64_t *id = key;
	const struct person *person = p;

	return *id < person->id ? -1 : *id > person->id;
}

void naming_items(
    struct ledger *l, struct arena *a, struct item_row *rows, size_t n)
{
	struct person *people = NULL;
	size_t n_people = 0;

	for (size_t i = 0; i < n; i++) {
		struct mailbox *who = &rows[i].item.who;
		const struct person *p;

		if (!*who->addr || naming_of(who) == NAMING_FULL)
			continue;
		if (!people)
			n_people = people_get(l->store, a, &people);
		p = bsearch(
		    &rows[i].person, people, n_people, sizeof(*people), by_id);
		if (p &&
		    mailbox_naming(p->mailbox.name, who->addr) > naming_of(who))
			who->name = p->mailbox.name;
	}
}
