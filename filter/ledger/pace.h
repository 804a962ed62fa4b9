/* SPDX-License-Identifier: ISC */
#ifndef LEDGER_PACE_H
#define LEDGER_PACE_H

/* For the files of ledger/ alone. */

#include "store/people.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct ledger;

/* A letter that answers one of the other side, in its thread. */
struct reply {
	int64_t person;
	int month; /* year * 12 + month - 1 */
	bool is_mine;
	int64_t wait_s; /* working seconds since what it answers */
};

enum replies_by { REPLIES_BY_PERSON, REPLIES_BY_MONTH, REPLIES_BY_WAIT };

/* I wrote to them; they wrote themselves, no machine for them. */
bool contact_is_mine(const struct contact *c);
bool contact_is_theirs(const struct contact *c);

size_t replies_get(struct ledger *l, struct arena *a,
    const struct contact *contacts, size_t n, struct reply **replies_r);
/* Theirs before mine, the quickest first, within what they are sorted by. */
void replies_sort(struct reply *replies, size_t n, enum replies_by by);
/* Of a run that is sorted by wait_s; 0 when it is empty. */
int64_t replies_median(const struct reply *v, size_t n);

#endif
