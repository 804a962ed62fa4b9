/* SPDX-License-Identifier: ISC */
/* What was suggested, when, and what the user did with it. */
#include "store/suggestions.h"
#include "base/arena.h"
#include "store/column.h"
#include "store/people.h"

#include <string.h>

enum { PAST, FIND, EXISTS, ADD, SHOWN, STATEMENTS };

#define LAST_OUTCOME(kind) \
	"(SELECT max(o.at_s) FROM outcome o JOIN change c ON c.id=o.change" \
	" WHERE o.suggestion=g.id AND o.kind='" kind "'" \
	" AND c.undone_s IS NULL)"

static const char *const statements[STATEMENTS] = {
    [PAST] = "SELECT id, key, first_s, first_zone, last_s, last_zone,"
	     " times, " LAST_OUTCOME("dismissed") ", " LAST_OUTCOME(
		 "taken") " FROM suggestion g ORDER BY id",
    [FIND] = "SELECT id FROM suggestion WHERE key=?",
    [EXISTS] = "SELECT id FROM suggestion WHERE id=?",
    [ADD] = "INSERT INTO suggestion(key, who, item, thread, first_s,"
	    " first_zone, last_s, last_zone, times) VALUES(?,nullif(?,0),"
	    " (SELECT id FROM item WHERE id=?),"
	    " (SELECT id FROM thread WHERE id=?),?5,?6,?5,?6,?7)",
    [SHOWN] = "UPDATE suggestion SET last_s=?, last_zone=?, times=? WHERE id=?",
};

static struct query start(struct store *s, size_t i)
{
	return query_start(s, SQL_SUGGESTIONS, i, statements[i]);
}

size_t suggestions_past(
    struct store *s, struct arena *a, struct suggestion_past **past_r)
{
	struct query q = start(s, PAST);
	struct suggestion_past *v = NULL;
	size_t n = 0, cap = 0;

	while (query_row(&q)) {
		struct suggestion_past p = {0};

		p.id = query_get_int(&q);
		p.key = query_get_text(&q, a);
		p.first_shown = query_get_stamp(&q);
		p.last_shown = query_get_stamp(&q);
		p.times_shown = query_get_int(&q);
		p.dismissed.utc_s = query_get_int(&q);
		p.taken.utc_s = query_get_int(&q);
		v = arena_grow(a, v, n, &cap, sizeof(*v));
		v[n++] = p;
	}
	*past_r = v;
	return n;
}

static int64_t one(struct query *q)
{
	int64_t id = query_row(q) ? query_get_int(q) : 0;

	query_end(q);
	return id;
}

int64_t suggestion_find(struct store *s, const char *key)
{
	struct query q = start(s, FIND);

	query_text(&q, key);
	return one(&q);
}

bool suggestion_exists(struct store *s, int64_t id)
{
	struct query q = start(s, EXISTS);

	query_int(&q, id);
	return one(&q) != 0;
}

int64_t suggestion_add(struct store *s, const struct suggestion *x,
    struct stamp now, int64_t times)
{
	int64_t who =
	    x->who.addr && *x->who.addr ? people_address(s, x->who.addr) : 0;
	struct query q = start(s, ADD);

	query_text(&q, x->key);
	query_int(&q, who);
	query_int(&q, x->n_items ? x->items[0] : 0);
	query_int(&q, x->thread);
	query_stamp(&q, now);
	query_int(&q, times);
	return query_insert(&q);
}

void suggestion_shown(
    struct store *s, int64_t id, struct stamp now, int64_t times)
{
	struct query q = start(s, SHOWN);

	query_stamp(&q, now);
	query_int(&q, times);
	query_int(&q, id);
	query_run(&q);
}
