/* SPDX-License-Identifier: ISC */
/*
 * Events: added, marked, never altered or deleted. Those that letters cause
 * can be derived again; those of the user are the only record of an order.
 */
#include "store/events.h"
#include "base/arena.h"
#include "store/column.h"

#include <string.h>

enum {
	OF_ITEM,
	OF_THREAD,
	EVER,
	COUNT,
	OF_USER,
	ADD_MAIL,
	ADD_USER,
	UPDATE,
	STATEMENTS
};

/* Where the user's event belongs among a letter's of the same second. */
#define POSITION_USER 1000000

/* subject: of the letter, where it is wanted. */
#define SELECT(subject) \
	"SELECT e.id, e.item, e.kind, e.change IS NOT NULL, e.erased," \
	" x.message_id, e.position, e.at_s, e.at_zone, e.text, e.due_s," \
	" e.due_zone, e.due_grain, e.due_vague, e.due_text," \
	" coalesce(c.undone_s, e.undone_s) IS NOT NULL, e.void, " subject \
	" FROM event e LEFT JOIN change c ON c.id=e.change" \
	" LEFT JOIN message x ON x.id=e.message"

static const char *const statements[STATEMENTS] = {
    [OF_ITEM] =
	SELECT("NULL") " WHERE e.item=? ORDER BY e.at_s, e.position, e.id",
    [OF_THREAD] =
	SELECT("NULL") " JOIN item i ON i.id=e.item"
		       " JOIN message m ON m.id=i.message WHERE m.thread=?"
		       " ORDER BY e.item, e.at_s, e.position, e.id",
    [EVER] = SELECT("x.subject") " ORDER BY e.at_s, e.id",
    /* What was taken back or no longer follows changed it twice. */
    [COUNT] = "SELECT e.item, count(*) - 1 + sum(e.void)"
	      " + sum(coalesce(c.undone_s, e.undone_s) IS NOT NULL),"
	      " max(max(coalesce(m.recorded_s, c.at_s, e.at_s),"
	      "  coalesce(c.undone_s, e.undone_s, 0))), 0"
	      " FROM event e LEFT JOIN change c ON c.id=e.change"
	      " LEFT JOIN message m ON m.id=e.message"
	      " GROUP BY e.item ORDER BY e.item",
    [OF_USER] = "SELECT e.item, e.kind, i.rules FROM event e"
		" JOIN item i ON i.id=e.item JOIN change c ON c.id=e.change"
		" WHERE e.change IS NOT NULL"
		" AND coalesce(c.undone_s, e.undone_s) IS NULL"
		" ORDER BY e.item, e.change, e.id",
    [ADD_MAIL] = "INSERT INTO event(item, kind, position, at_s, at_zone,"
		 " text, due_s, due_zone, due_grain, due_vague, due_text,"
		 " message) VALUES(?,?,?,?,?,?,?,?,?,?,?,"
		 " (SELECT id FROM message WHERE message_id=?))",
    [ADD_USER] = "INSERT INTO event(item, kind, position, at_s, at_zone,"
		 " text, due_s, due_zone, due_grain, due_vague, due_text,"
		 " change) VALUES(?,?,?,?,?,?,?,?,?,?,?,?)",
    [UPDATE] = "UPDATE event SET position=?, void=? WHERE id=?",
};

static struct query start(struct store *s, size_t i)
{
	return query_start(s, SQL_EVENTS, i, statements[i]);
}

static size_t get_events(
    struct query *q, struct arena *a, struct event_row **events_r)
{
	struct event_row *v = NULL;
	size_t n = 0, cap = 0;

	while (query_row(q)) {
		struct event_row row = {0};
		struct event *e = &row.event;

		e->id = query_get_int(q);
		row.item = query_get_int(q);
		e->kind = event_from_name(query_get_text(q, a));
		e->cause = query_get_int(q) ? CAUSE_USER : CAUSE_MAIL;
		if (query_get_int(q))
			e->cause = CAUSE_ERASED;
		e->message_id = query_get_text(q, a);
		row.position = query_get_int(q);
		e->at = query_get_stamp(q);
		e->text = query_get_text(q, a);
		e->due = query_get_due(q, a);
		e->is_undone = query_get_int(q) != 0;
		row.is_void = query_get_int(q) != 0;
		row.subject = query_get_text(q, a);
		if (e->kind == EVENT_KINDS)
			continue;
		v = arena_grow(a, v, n, &cap, sizeof(*v));
		v[n++] = row;
	}
	*events_r = v;
	return n;
}

size_t events_of_item(
    struct store *s, struct arena *a, int64_t item, struct event_row **events_r)
{
	struct query q = start(s, OF_ITEM);

	query_int(&q, item);
	return get_events(&q, a, events_r);
}

size_t events_of_thread(struct store *s, struct arena *a, int64_t thread,
    struct event_row **events_r)
{
	struct query q = start(s, OF_THREAD);

	query_int(&q, thread);
	return get_events(&q, a, events_r);
}

size_t events_ever(
    struct store *s, struct arena *a, struct event_row **events_r)
{
	struct query q = start(s, EVER);

	return get_events(&q, a, events_r);
}

size_t events_count(
    struct store *s, struct arena *a, struct event_count **counts_r)
{
	struct query q = start(s, COUNT);
	struct event_count *v = NULL;
	size_t n = 0, cap = 0;

	while (query_row(&q)) {
		struct event_count c;

		c.item = query_get_int(&q);
		c.n = query_get_int(&q);
		c.modified = query_get_stamp(&q);
		v = arena_grow(a, v, n, &cap, sizeof(*v));
		v[n++] = c;
	}
	*counts_r = v;
	return n;
}

size_t events_of_user(
    struct store *s, struct arena *a, struct order_row **orders_r)
{
	struct query q = start(s, OF_USER);
	struct order_row *v = NULL;
	size_t n = 0, cap = 0;

	while (query_row(&q)) {
		struct order_row row = {.item = query_get_int(&q)};

		row.kind = event_from_name(query_get_text(&q, a));
		row.n_rules = names_split(a, query_get_text(&q, a), &row.rules);
		v = arena_grow(a, v, n, &cap, sizeof(*v));
		v[n++] = row;
	}
	*orders_r = v;
	return n;
}

static void bind_event(
    struct query *q, int64_t item, int64_t position, const struct event *e)
{
	query_int(q, item);
	query_text(q, event_name(e->kind));
	query_int(q, position);
	query_stamp(q, e->at);
	query_text(q, e->text ? e->text : "");
	query_due(q, &e->due);
}

void event_add_mail(
    struct store *s, int64_t item, int64_t position, const struct event *e)
{
	struct query q = start(s, ADD_MAIL);

	bind_event(&q, item, position, e);
	query_text(&q, e->message_id);
	query_run(&q);
}

int64_t event_add_user(
    struct store *s, int64_t item, int64_t change, const struct event *e)
{
	struct query q = start(s, ADD_USER);

	bind_event(&q, item, POSITION_USER, e);
	query_int(&q, change);
	return query_insert(&q);
}

void event_update(struct store *s, int64_t id, int64_t position, bool is_void)
{
	struct query q = start(s, UPDATE);

	query_int(&q, position);
	query_int(&q, is_void);
	query_int(&q, id);
	query_run(&q);
}
