/* SPDX-License-Identifier: ISC */
/*
 * Meetings as calendar parts tell of them, and the talks that they became.
 * Few letters have such a part: nothing here is indexed, and a delivery
 * without one comes by none of it.
 */
#include "store/meetings.h"
#include "base/arena.h"
#include "store/column.h"

enum {
	PUT,
	DROP,
	GET,
	KNOW,
	TALKS,
	RECORDED,
	RECORD,
	WITHDRAW,
	COMING,
	DECLINED,
	ANY,
	STATEMENTS
};

static const char *const statements[STATEMENTS] = {
    [PUT] = "INSERT OR REPLACE INTO meeting(message, method, uid, sequence,"
	    " start_s, start_zone, length_min, is_day, attendance, summary)"
	    " VALUES(?,?,?,?,?,?,?,?,?,?)",
    [DROP] = "DELETE FROM meeting WHERE message=?",
    [GET] = "SELECT method, uid, sequence, start_s, start_zone, length_min,"
	    " is_day, attendance, summary FROM meeting WHERE message=?",
    [KNOW] = "SELECT start_s, start_zone FROM invite WHERE uid=?",
    /* What is dropped did not take place, whoever said so. */
    [TALKS] = "SELECT DISTINCT d.person, i.due_s, i.due_zone FROM meeting g"
	      " JOIN item i ON i.message=g.message AND i.sentence=1000000"
	      " JOIN address d ON d.id=i.who"
	      " WHERE i.hidden=0 AND i.accepted=1 AND i.state<>'dropped'"
	      " AND g.is_day=0 AND i.due_s + 60 * g.length_min<=?"
	      " ORDER BY i.due_s, d.person",
    [RECORDED] = "SELECT person, at_s, at_zone FROM talk"
		 " WHERE source='invite' ORDER BY at_s, person",
    [RECORD] = "INSERT INTO talk(person, at_s, at_zone, source)"
	       " VALUES(?,?,?,'invite')",
    [WITHDRAW] = "DELETE FROM talk WHERE source='invite' AND person=?"
		 " AND at_s=?",
    [COMING] = "SELECT DISTINCT d.person FROM meeting g"
	       " JOIN item i ON i.message=g.message AND i.sentence=1000000"
	       " JOIN address d ON d.id=i.who WHERE i.hidden=0"
	       " AND i.state IN ('open', 'snoozed')"
	       " AND i.due_s>? AND i.due_s<=?",
    [DECLINED] = "SELECT DISTINCT d.person FROM meeting g"
		 " JOIN item i ON i.message=g.message AND i.sentence=1000000"
		 " JOIN address d ON d.id=i.who JOIN event e ON e.item=i.id"
		 " WHERE i.hidden=0 AND i.owner='them' AND i.state='dropped'"
		 " AND e.kind='declined' AND e.void=0"
		 " AND e.undone_s IS NULL AND e.at_s>? AND e.at_s<=?",
    [ANY] = "SELECT 1 FROM meeting LIMIT 1",
};

static struct query start(struct store *s, size_t i)
{
	return query_start(s, SQL_MEETINGS, i, statements[i]);
}

void meeting_put(
    struct store *s, int64_t message, const struct meeting_note *meeting)
{
	struct query q = start(s, meeting ? PUT : DROP);

	query_int(&q, message);
	if (meeting) {
		query_text(&q, meeting_method_name(meeting->method));
		query_text(&q, meeting->uid);
		query_int(&q, meeting->sequence);
		query_stamp(&q, meeting->start);
		query_int(&q, meeting->length_min);
		query_int(&q, meeting->is_day);
		query_int(&q, meeting->attendance);
		query_text(&q, meeting->summary);
	}
	query_run(&q);
}

void meeting_know(struct store *s, struct meeting_note *meeting)
{
	struct query q = start(s, KNOW);
	struct stamp at;

	query_text(&q, meeting->uid);
	meeting->is_known = query_row(&q);
	if (!meeting->is_known)
		return;
	at = query_get_stamp(&q);
	if (!meeting->start.utc_s)
		meeting->start = at;
	query_end(&q);
}

const struct meeting_note *meeting_get(
    struct store *s, struct arena *a, int64_t message)
{
	struct query q = start(s, GET);
	struct meeting_note *m;

	query_int(&q, message);
	if (!query_row(&q))
		return NULL;
	m = arena_alloc(a, sizeof(*m));
	m->method = meeting_method_from_name(query_get_text(&q, a));
	m->uid = query_get_text(&q, a);
	m->sequence = (int)query_get_int(&q);
	m->start = query_get_stamp(&q);
	m->length_min = (int)query_get_int(&q);
	m->is_day = query_get_int(&q) != 0;
	m->attendance = (enum attendance)query_get_int(&q);
	m->summary = query_get_text(&q, a);
	query_end(&q);
	meeting_know(s, m);
	return m;
}

static size_t get_talks(
    struct query *q, struct arena *a, struct talk_row **rows_r)
{
	struct talk_row *v = NULL;
	size_t n = 0, cap = 0;

	while (query_row(q)) {
		v = arena_grow(a, v, n, &cap, sizeof(*v));
		v[n].person = query_get_int(q);
		v[n++].at = query_get_stamp(q);
	}
	*rows_r = v;
	return n;
}

size_t meeting_talks(struct store *s, struct arena *a, struct stamp now,
    struct talk_row **rows_r)
{
	struct query q = start(s, TALKS);

	query_int(&q, now.utc_s);
	return get_talks(&q, a, rows_r);
}

size_t meeting_recorded(
    struct store *s, struct arena *a, struct talk_row **rows_r)
{
	struct query q = start(s, RECORDED);

	return get_talks(&q, a, rows_r);
}

void meeting_record(struct store *s, const struct talk_row *talk)
{
	struct query q = start(s, RECORD);

	query_int(&q, talk->person);
	query_stamp(&q, talk->at);
	query_run(&q);
}

void meeting_withdraw(struct store *s, const struct talk_row *talk)
{
	struct query q = start(s, WITHDRAW);

	query_int(&q, talk->person);
	query_int(&q, talk->at.utc_s);
	query_run(&q);
}

static size_t get_persons(struct query q, struct arena *a, struct stamp from,
    struct stamp to, int64_t **persons_r)
{
	int64_t *v = NULL;
	size_t n = 0, cap = 0;

	query_int(&q, from.utc_s);
	query_int(&q, to.utc_s);
	while (query_row(&q)) {
		v = arena_grow(a, v, n, &cap, sizeof(*v));
		v[n++] = query_get_int(&q);
	}
	*persons_r = v;
	return n;
}

size_t meeting_coming(struct store *s, struct arena *a, struct stamp from,
    struct stamp to, int64_t **persons_r)
{
	return get_persons(start(s, COMING), a, from, to, persons_r);
}

size_t meeting_declined(struct store *s, struct arena *a, struct stamp from,
    struct stamp to, int64_t **persons_r)
{
	return get_persons(start(s, DECLINED), a, from, to, persons_r);
}

bool meeting_any(struct store *s)
{
	struct query q = start(s, ANY);
	bool any = query_row(&q);

	query_end(&q);
	return any;
}
