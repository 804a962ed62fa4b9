/* SPDX-License-Identifier: ISC */
/*
 * Finds what bears on a person's items outside their threads, and the
 * threads that it may bear on. Few letters do: an index knows their dates,
 * and nothing else of them is kept twice.
 */
#include "store/outside.h"
#include "base/arena.h"
#include "store/column.h"
#include "store/sql.h"

enum { LETTERS, NEWER, TALKS, THREADS, HELD, QUOTABLE, STATEMENTS };

static const char *const statements[STATEMENTS] = {
    [LETTERS] =
	"SELECT DISTINCT d.person, m.id, m.date_s, m.bears FROM message m"
	" JOIN participant p ON p.message=m.id"
	" JOIN address d ON d.id=p.address"
	" WHERE m.bears>0 AND +m.id>?1 AND m.date_s>=?2"
	" AND (m.direction='out')=(p.role>0)"
	" ORDER BY d.person, m.date_s, m.id",
    [NEWER] = "SELECT EXISTS(SELECT 1 FROM message"
	      " WHERE bears>0 AND date_s>=?1 AND thread<>?2),"
	      " EXISTS(SELECT 1 FROM talk)",
    [TALKS] = "SELECT t.person, t.at_s, t.at_zone FROM talk t"
	      " LEFT JOIN change c ON c.id=t.change WHERE c.undone_s IS NULL"
	      " ORDER BY t.at_s, t.person",
    [THREADS] =
	"SELECT m.thread FROM item i JOIN message m ON m.id=i.message"
	" WHERE i.hidden=0 AND i.state IN ('open', 'snoozed')"
	" AND i.who IN (SELECT id FROM address WHERE person=?1)"
	" AND max(m.date_s, coalesce(i.due_s, 0))>=?3"
	" UNION"
	" SELECT m.thread FROM item i JOIN message m ON m.id=i.message"
	" WHERE i.hidden=0 AND i.state IN ('done', 'dropped')"
	" AND i.who IN (SELECT id FROM address WHERE person=?1)"
	" AND i.closed_s>=?2 AND max(m.date_s, coalesce(i.due_s, 0))>=?3",
    [HELD] = "SELECT d.person, m.thread,"
	     " max(m.date_s, coalesce(i.due_s, 0)), i.closed_s FROM item i"
	     " JOIN message m ON m.id=i.message JOIN address d ON d.id=i.who"
	     " WHERE i.hidden=0 ORDER BY d.person",
    [QUOTABLE] = "SELECT message, what FROM item WHERE hidden=0"
		 " AND who IN (SELECT address FROM participant"
		 "  WHERE message=?)",
};

static struct query start(struct store *s, size_t i)
{
	return query_start(s, SQL_OUTSIDE, i, statements[i]);
}

size_t outside_letters(struct store *s, struct arena *a,
    struct outside_range range, struct bearing **bearings_r)
{
	struct query q = start(s, LETTERS);
	struct bearing *v = NULL;
	size_t n = 0, cap = 0;

	query_int(&q, range.after_row);
	query_int(&q, range.since_s);
	while (query_row(&q)) {
		v = arena_grow(a, v, n, &cap, sizeof(*v));
		v[n].person = query_get_int(&q);
		v[n].row = query_get_int(&q);
		v[n].date_s = query_get_int(&q);
		v[n++].bears = (enum bears)query_get_int(&q);
	}
	*bearings_r = v;
	return n;
}

int64_t outside_version(struct store *s)
{
	return store_pragma(s, "PRAGMA data_version");
}

bool outside_is_newer(
    struct store *s, int64_t since_s, int64_t thread, bool *is_talk_r)
{
	struct query q = start(s, NEWER);
	bool found = false;

	query_int(&q, since_s);
	query_int(&q, thread);
	if (query_row(&q)) {
		found = query_get_int(&q) != 0;
		*is_talk_r = query_get_int(&q) != 0;
	}
	query_end(&q);
	return found;
}

size_t outside_talks(struct store *s, struct arena *a, struct talk_row **rows_r)
{
	struct query q = start(s, TALKS);
	struct talk_row *v = NULL;
	size_t n = 0, cap = 0;

	while (query_row(&q)) {
		v = arena_grow(a, v, n, &cap, sizeof(*v));
		v[n].person = query_get_int(&q);
		v[n++].at = query_get_stamp(&q);
	}
	*rows_r = v;
	return n;
}

size_t outside_threads(struct store *s, struct arena *a, int64_t person,
    int64_t at_s, int64_t until_s, int64_t **threads_r)
{
	struct query q = start(s, THREADS);
	int64_t *v = NULL;
	size_t n = 0, cap = 0;

	query_int(&q, person);
	query_int(&q, at_s);
	query_int(&q, until_s);
	while (query_row(&q)) {
		v = arena_grow(a, v, n, &cap, sizeof(*v));
		v[n++] = query_get_int(&q);
	}
	*threads_r = v;
	return n;
}

size_t outside_held(struct store *s, struct arena *a, struct held **held_r)
{
	struct query q = start(s, HELD);
	struct held *v = NULL;
	size_t n = 0, cap = 0;

	while (query_row(&q)) {
		v = arena_grow(a, v, n, &cap, sizeof(*v));
		v[n].person = query_get_int(&q);
		v[n].thread = query_get_int(&q);
		v[n].until_s = query_get_int(&q);
		v[n++].closed_s = query_get_int(&q);
	}
	*held_r = v;
	return n;
}

size_t outside_quotable(
    struct store *s, struct arena *a, int64_t row, struct quotable **quotable_r)
{
	struct query q = start(s, QUOTABLE);
	struct quotable *v = NULL;
	size_t n = 0, cap = 0;

	query_int(&q, row);
	while (query_row(&q)) {
		v = arena_grow(a, v, n, &cap, sizeof(*v));
		v[n].row = query_get_int(&q);
		v[n++].what = query_get_text(&q, a);
	}
	*quotable_r = v;
	return n;
}
