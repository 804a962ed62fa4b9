/* SPDX-License-Identifier: ISC */
/*
 * What the user ordered, numbered in its order, so that undo can take it
 * back one by one. Taking back marks; nothing is deleted.
 */
#include "store/changes.h"
#include "base/arena.h"
#include "store/column.h"

#include <string.h>

enum {
	ADD,
	ADD_TALK,
	ADD_MUTE,
	ADD_OUTCOME,
	LAST,
	LAST_MAIL,
	UNDO,
	UNDO_MAIL,
	STATEMENTS
};

static const char *const statements[STATEMENTS] = {
    [ADD] = "INSERT INTO change(kind, at_s, at_zone, after)"
	    " VALUES(?,?,?,coalesce((SELECT max(id) FROM message), 0))",
    [ADD_TALK] = "INSERT INTO talk(change, person, at_s, at_zone, source)"
		 " VALUES(?,?,?,?,'user')",
    [ADD_MUTE] = "INSERT INTO mute(change, person, thread)"
		 " VALUES(?,nullif(?,0),nullif(?,0))",
    [ADD_OUTCOME] = "INSERT INTO outcome(change, suggestion, kind, at_s,"
		    " at_zone) VALUES(?,?,?,?,?)",
    [LAST] = "SELECT c.id, c.kind, c.at_s, c.at_zone, e.item, e.kind,"
	     " coalesce(u.thread, m.thread), o.suggestion, o.kind,"
	     " (SELECT min(addr) FROM address"
	     "  WHERE person=coalesce(t.person, u.person, s.person)),"
	     " c.after, s.key, s.value, s.item, b.from_s, b.until_s, b.zone,"
	     " t.person"
	     " FROM change c LEFT JOIN event e ON e.change=c.id"
	     " LEFT JOIN item i ON i.id=e.item"
	     " LEFT JOIN message m ON m.id=i.message"
	     " LEFT JOIN talk t ON t.change=c.id"
	     " LEFT JOIN mute u ON u.change=c.id"
	     " LEFT JOIN outcome o ON o.change=c.id"
	     " LEFT JOIN setting s ON s.change=c.id"
	     " LEFT JOIN absence b ON b.change=c.id"
	     " WHERE c.undone_s IS NULL AND ?1 IN (0, e.item, s.item)"
	     " ORDER BY c.id DESC LIMIT 1",
    /* What a letter said again is no change. */
    [LAST_MAIL] = "SELECT e.message, e.at_s, e.at_zone, e.item, e.kind,"
		  " n.thread, coalesce((SELECT a.addr FROM participant x"
		  "  JOIN address a ON a.id=x.address"
		  "  WHERE x.message=e.message AND x.role=0), '')"
		  " FROM event e JOIN item i ON i.id=e.item"
		  " JOIN message n ON n.id=i.message"
		  " WHERE (e.message IS NOT NULL OR e.erased) AND e.void=0"
		  " AND e.undone_s IS NULL AND i.hidden=0"
		  " AND e.kind NOT IN ('opened', 'repeated')"
		  " AND ?1 IN (0, e.item)"
		  " ORDER BY e.message DESC, e.id DESC LIMIT 1",
    [UNDO_MAIL] = "UPDATE event SET undone_s=?1"
		  " WHERE (message=?2 OR (?2=0 AND erased))"
		  " AND item=?3 AND kind<>'opened' AND undone_s IS NULL",
    [UNDO] = "UPDATE change SET undone_s=? WHERE id=?",
};

static const char *const kinds[] = {
    [CHANGE_EVENT] = "event",
    [CHANGE_TALK] = "talk",
    [CHANGE_MUTE] = "mute",
    [CHANGE_OUTCOME] = "outcome",
    [CHANGE_SETTING] = "setting",
    [CHANGE_AWAY] = "away",
};

static struct query start(struct store *s, size_t i)
{
	return query_start(s, SQL_CHANGES, i, statements[i]);
}

int64_t change_add(struct store *s, enum change_kind kind, struct stamp at)
{
	struct query q = start(s, ADD);

	query_text(&q, kinds[kind]);
	query_stamp(&q, at);
	return query_insert(&q);
}

void change_talk(
    struct store *s, int64_t change, int64_t person, struct stamp at)
{
	struct query q = start(s, ADD_TALK);

	query_int(&q, change);
	query_int(&q, person);
	query_stamp(&q, at);
	query_run(&q);
}

void change_mute(
    struct store *s, int64_t change, int64_t person, int64_t thread)
{
	struct query q = start(s, ADD_MUTE);

	query_int(&q, change);
	query_int(&q, person);
	query_int(&q, thread);
	query_run(&q);
}

void change_outcome(struct store *s, int64_t change, int64_t suggestion,
    bool taken, struct stamp at)
{
	struct query q = start(s, ADD_OUTCOME);

	query_int(&q, change);
	query_int(&q, suggestion);
	query_text(&q, taken ? "taken" : "dismissed");
	query_stamp(&q, at);
	query_run(&q);
}

static bool last_order(
    struct store *s, struct arena *a, int64_t item, struct change *change_r)
{
	struct query q = start(s, LAST);
	const char *kind;

	query_int(&q, item);
	if (!query_row(&q))
		return false;
	change_r->id = query_get_int(&q);
	kind = query_get_text(&q, a);
	change_r->kind = CHANGE_EVENT;
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (!strcmp(kinds[i], kind))
			change_r->kind = (enum change_kind)i;
	change_r->at = query_get_stamp(&q);
	change_r->item = query_get_int(&q);
	change_r->event = query_get_text(&q, a);
	change_r->thread = query_get_int(&q);
	change_r->suggestion = query_get_int(&q);
	change_r->outcome = query_get_text(&q, a);
	change_r->who = query_get_text(&q, a);
	change_r->after = query_get_int(&q);
	change_r->setting = query_get_text(&q, a);
	change_r->value = query_get_text(&q, a);
	if (change_r->kind == CHANGE_SETTING)
		change_r->item = query_get_int(&q);
	else
		(void)query_get_int(&q);
	change_r->from.utc_s = query_get_int(&q);
	change_r->until.utc_s = query_get_int(&q);
	change_r->from.zone_min = change_r->until.zone_min =
	    (int)query_get_int(&q);
	change_r->person = query_get_int(&q);
	query_end(&q);
	return true;
}

static bool last_letter(
    struct store *s, struct arena *a, int64_t item, struct change *change_r)
{
	struct query q = start(s, LAST_MAIL);

	query_int(&q, item);
	if (!query_row(&q))
		return false;
	*change_r = (struct change){.kind = CHANGE_MAIL};
	change_r->id = query_get_int(&q);
	change_r->at = query_get_stamp(&q);
	change_r->item = query_get_int(&q);
	change_r->event = query_get_text(&q, a);
	change_r->thread = query_get_int(&q);
	change_r->who = query_get_text(&q, a);
	query_end(&q);
	return true;
}

bool change_last(
    struct store *s, struct arena *a, int64_t item, struct change *change_r)
{
	struct change order, letter;
	bool has_order = last_order(s, a, item, &order);
	bool has_letter = last_letter(s, a, item, &letter);

	/* Rows tell what came first: dates are those of other people. */
	if (has_order && (!has_letter || letter.id <= order.after))
		*change_r = order;
	else if (has_letter)
		*change_r = letter;
	return has_order || has_letter;
}

void change_undo(struct store *s, const struct change *change, struct stamp at)
{
	bool letter = change->kind == CHANGE_MAIL;
	struct query q = start(s, letter ? UNDO_MAIL : UNDO);

	query_int(&q, at.utc_s);
	query_int(&q, change->id);
	if (letter)
		query_int(&q, change->item);
	query_run(&q);
}
