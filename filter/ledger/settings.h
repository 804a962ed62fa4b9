/* SPDX-License-Identifier: ISC */
#ifndef LEDGER_SETTINGS_H
#define LEDGER_SETTINGS_H

#include "base/diag.h"
#include "model/person.h"

#include <stddef.h>
#include <stdint.h>

struct arena;
struct briefing;
struct ledger;

/* What the user says of people, items and of being away; undo takes it back. */

/*
 * All that is known of WHO, see ledger_who(): last talks, what they asked
 * and complained of in the last weeks, what they wrote about.
 */
enum status ledger_brief(struct ledger *l, struct arena *a, const char *who,
    struct stamp now, struct diag *d, struct briefing *briefing_r);

/* Of a person; NULL leaves a value, "" returns to what is usual. */
struct traits {
	const char *name, *zone, *prefers;
};
enum status ledger_set_traits(struct ledger *l, int64_t person,
    const struct traits *traits, struct stamp now, struct diag *d);
/* Of a person or an item, the other is 0; -1 returns to what is usual. */
enum status ledger_set_grace(struct ledger *l, int64_t person, int64_t item,
    int minutes, struct stamp now, struct diag *d);

/*
 * Makes addresses (lower case) those of person; 0: each of somebody of
 * their own, which joining by name then leaves alone.
 */
enum status ledger_alias(struct ledger *l, int64_t person,
    const char *const *addresses, size_t n, struct stamp now, struct diag *d);
/*
 * Joins addresses that bear one full name, which also stands in them. Quietly
 * does nothing when the store cannot be written.
 */
void ledger_join(struct ledger *l);

/*
 * Addresses that bear the name of the user, which also stands in them, and
 * are not configured: likely the user's.
 */
enum status ledger_namesakes(struct ledger *l, struct arena *a, struct diag *d,
    const char ***addresses_r, size_t *n_r);

/* The user's own absences, by their beginning; until is exclusive. */
struct away {
	int64_t id; /* for ledger_away_end() */
	struct stamp from, until;
};
enum status ledger_away(struct ledger *l, struct stamp from, struct stamp until,
    struct stamp now, struct diag *d);
enum status ledger_aways(struct ledger *l, struct arena *a, struct diag *d,
    struct away **aways_r, size_t *n_r);
/* STATUS_NOINPUT when there is none of that id. */
enum status ledger_away_end(
    struct ledger *l, int64_t id, struct stamp now, struct diag *d);

#endif
