/* SPDX-License-Identifier: ISC */
/*
 * Items in and out of the store. An item's number is tied to message,
 * sentence and kind; its thread, subject, date and direction are the
 * message's and are not kept twice.
 */
#include "store/items.h"
#include "base/arena.h"
#include "store/column.h"
#include "store/people.h"

#include <string.h>

enum {
	ADD,
	UPDATE,
	HIDE,
	GET_OPEN,
	GET_ALL,
	GET_EVER,
	GET_THREAD,
	GET_ONE,
	LAST_WORDS,
	STATEMENTS
};

#define SELECT \
	"SELECT i.id, i.message, i.sentence, i.kind, i.owner, a.person," \
	" a.addr, i.who_name, i.what, i.due_s, i.due_zone, i.due_grain," \
	" i.due_vague, i.due_text, i.first_s, i.first_zone, i.first_grain," \
	" i.first_vague, i.first_text, i.state, i.snoozed_s," \
	" i.snoozed_zone, i.closed_s, i.closed_zone, i.accepted, i.nudges, i.nudged_s," \
	" i.nudged_zone, i.presumed_s, i.presumed_zone, i.conflict_s, i.conflict_zone," \
	" i.confidence, i.rules," \
	" i.hidden, m.message_id, m.thread, m.subject, m.date_s," \
	" m.date_zone, m.direction='out', m.language" \
	" FROM item i JOIN message m ON m.id=i.message" \
	" LEFT JOIN address a ON a.id=i.who"

static const char *const statements[STATEMENTS] = {
    [ADD] =
	"INSERT INTO item(owner, who, who_name, what, due_s, due_zone,"
	" due_grain, due_vague, due_text, first_s, first_zone,"
	" first_grain, first_vague, first_text, state, snoozed_s,"
	" snoozed_zone, closed_s, closed_zone, accepted, nudges, nudged_s, nudged_zone,"
	" presumed_s, presumed_zone, conflict_s, conflict_zone,"
	" confidence, rules, message, sentence, kind)"
	" VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,"
	" ?,?,?,?)",
    [UPDATE] =
	"UPDATE item SET owner=?, who=?, who_name=?, what=?, due_s=?,"
	" due_zone=?, due_grain=?, due_vague=?, due_text=?,"
	" first_s=?, first_zone=?, first_grain=?, first_vague=?,"
	" first_text=?, state=?, snoozed_s=?, snoozed_zone=?,"
	" closed_s=?, closed_zone=?, accepted=?, nudges=?, nudged_s=?, nudged_zone=?,"
	" presumed_s=?, presumed_zone=?, conflict_s=?, conflict_zone=?,"
	" confidence=?, rules=?, hidden=0"
	" WHERE id=?",
    [HIDE] = "UPDATE item SET hidden=1 WHERE id=?",
    [GET_OPEN] = SELECT
    " WHERE i.state IN ('open', 'snoozed') AND i.hidden=0 ORDER BY i.id",
    [GET_ALL] = SELECT " WHERE i.hidden=0 ORDER BY i.id",
    [GET_EVER] = SELECT " ORDER BY i.id",
    [GET_THREAD] = SELECT " WHERE m.thread=? ORDER BY i.id",
    [GET_ONE] = SELECT " WHERE i.id=?",
    /* Taking it for settled is no change of it. */
    [LAST_WORDS] =
	"SELECT i.id, coalesce((SELECT max(e.at_s) FROM event e"
	"  LEFT JOIN change c ON c.id=e.change"
	"  WHERE e.item=i.id AND e.at_s<=?1 AND e.void=0"
	"  AND e.kind<>'presumed-done'"
	"  AND coalesce(c.undone_s, e.undone_s) IS NULL), m.date_s),"
	" coalesce((SELECT max(x.date_s) FROM message x"
	"  WHERE x.thread=m.thread AND x.date_s<=?1), m.date_s),"
	" coalesce(k.at_s, 0), coalesce((SELECT max(x.date_s) FROM message x"
	"  WHERE x.topic_key=m.topic_key AND x.date_s>m.date_s"
	"  AND x.date_s<=?1 AND x.thread<>m.thread AND x.is_automatic=0), 0)"
	" FROM item i JOIN message m ON m.id=i.message"
	" LEFT JOIN (SELECT g.item, max(o.at_s) AS at_s FROM suggestion g"
	"  JOIN outcome o ON o.suggestion=g.id AND o.kind='dismissed'"
	"  JOIN change c ON c.id=o.change AND c.undone_s IS NULL"
	"  WHERE g.key LIKE 'close %' AND o.at_s<=?1"
	"  GROUP BY g.item) k ON k.item=i.id"
	" WHERE i.state IN ('open', 'snoozed') AND i.hidden=0 ORDER BY i.id",
};

static const char *const states[] = {
    [ITEM_OPEN] = "open",
    [ITEM_SNOOZED] = "snoozed",
    [ITEM_DONE] = "done",
    [ITEM_DROPPED] = "dropped",
};

static struct query start(struct store *s, size_t i)
{
	return query_start(s, SQL_ITEMS, i, statements[i]);
}

static enum item_state state_from_name(const char *name)
{
	for (size_t i = 0; i < sizeof(states) / sizeof(states[0]); i++)
		if (!strcmp(states[i], name))
			return (enum item_state)i;
	return ITEM_DROPPED;
}

static enum item_kind kind_from_name(const char *name)
{
	size_t i = 0;

	while (i + 1 < ITEM_KINDS &&
	       strcmp(item_kind_name((enum item_kind)i), name) != 0)
		i++;
	return (enum item_kind)i;
}

static void get_item(struct query *q, struct arena *a, struct item_row *row)
{
	struct item *it = &row->item;

	it->id = query_get_int(q);
	row->message = query_get_int(q);
	it->sentence = (size_t)query_get_int(q);
	it->kind = kind_from_name(query_get_text(q, a));
	it->owner = strcmp(query_get_text(q, a), item_owner_name(OWNER_ME))
			? OWNER_THEM
			: OWNER_ME;
	row->person = query_get_int(q);
	it->who.addr = query_get_text(q, a);
	it->who.name = query_get_text(q, a);
	it->who.person = row->person;
	it->what = query_get_text(q, a);
	it->due = query_get_due(q, a);
	it->first_due = query_get_due(q, a);
	it->state = state_from_name(query_get_text(q, a));
	it->snoozed_until = query_get_stamp(q);
	it->closed = query_get_stamp(q);
	it->is_accepted = query_get_int(q) != 0;
	it->n_nudges = (size_t)query_get_int(q);
	it->nudged = query_get_stamp(q);
	it->presumed = query_get_stamp(q);
	it->conflict = query_get_stamp(q);
	it->confidence = query_get_real(q);
	it->n_rules = names_split(a, query_get_text(q, a), &it->rules);
	row->is_hidden = query_get_int(q) != 0;
	it->message_id = query_get_text(q, a);
	it->thread = query_get_int(q);
	it->subject = query_get_text(q, a);
	it->created = query_get_stamp(q);
	it->outgoing = query_get_int(q) != 0;
	row->language = query_get_text(q, a);
}

size_t items_get(struct store *s, struct arena *a, enum items_of which,
    int64_t id, struct item_row **items_r)
{
	struct query q = start(s, GET_OPEN + (size_t)which);
	struct item_row *v = NULL;
	size_t n = 0, cap = 0;

	if (which == ITEMS_THREAD || which == ITEMS_ONE)
		query_int(&q, id);
	while (query_row(&q)) {
		v = arena_grow(a, v, n, &cap, sizeof(*v));
		get_item(&q, a, &v[n++]);
	}
	*items_r = v;
	return n;
}

static void bind_item(
    struct query *q, struct arena *a, const struct item *it, int64_t who)
{
	query_text(q, item_owner_name(it->owner));
	if (who)
		query_int(q, who);
	else
		query_text(q, NULL);
	query_text(q, it->who.name ? it->who.name : "");
	query_text(q, it->what);
	query_due(q, &it->due);
	query_due(q, &it->first_due);
	query_text(q, states[it->state]);
	query_stamp(q, it->snoozed_until);
	query_stamp(q, it->closed);
	query_int(q, it->is_accepted);
	query_int(q, (int64_t)it->n_nudges);
	query_stamp(q, it->nudged);
	query_stamp(q, it->presumed);
	query_stamp(q, it->conflict);
	query_real(q, it->confidence);
	query_text(q, names_join(a, it->rules, it->n_rules));
}

static int64_t address_of(struct store *s, const struct item *it)
{
	return it->who.addr && *it->who.addr ? people_address(s, it->who.addr)
					     : 0;
}

size_t items_last_words(struct store *s, struct arena *a, int64_t until_s,
    struct last_word **words_r)
{
	struct query q = start(s, LAST_WORDS);
	struct last_word *v = NULL;
	size_t n = 0, cap = 0;

	query_int(&q, until_s);
	while (query_row(&q)) {
		v = arena_grow(a, v, n, &cap, sizeof(*v));
		v[n].item = query_get_int(&q);
		v[n].changed_s = query_get_int(&q);
		v[n].written_s = query_get_int(&q);
		v[n].kept_s = query_get_int(&q);
		v[n++].elsewhere_s = query_get_int(&q);
	}
	*words_r = v;
	return n;
}

int64_t item_add(struct store *s, int64_t message, const struct item *it)
{
	struct arena *a = arena_new();
	int64_t who = address_of(s, it), id;
	struct query q = start(s, ADD);

	bind_item(&q, a, it, who);
	query_int(&q, message);
	query_int(&q, (int64_t)it->sentence);
	query_text(&q, item_kind_name(it->kind));
	id = query_insert(&q);
	arena_free(a);
	return id;
}

void item_update(struct store *s, int64_t id, const struct item *it)
{
	struct arena *a = arena_new();
	int64_t who = address_of(s, it);
	struct query q = start(s, UPDATE);

	bind_item(&q, a, it, who);
	query_int(&q, id);
	query_run(&q);
	arena_free(a);
}

void item_hide(struct store *s, int64_t id)
{
	struct query q = start(s, HIDE);

	query_int(&q, id);
	query_run(&q);
}
