/* SPDX-License-Identifier: ISC */
/*
 * Meetings as calendar parts tell of them, and the talks that they became.
 * Few letters have such a part: nothing here is indexed, and a delivery
 * without one comes by none of it.
 */
#include "store/meetings.h"
#include "base/arena.h"
#include "store/column.h"

#include <string.h>

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
	SERIES,
	SAID,
	STATEMENTS
};

/* A meeting's item, of one that was accepted and is over at ?1. */
#define TOOK_PLACE \
	" JOIN item i ON i.message=g.message AND i.sentence=1000000" \
	" AND i.hidden=0 AND i.accepted=1 AND i.state<>'dropped'" \
	" AND g.is_day=0 AND i.due_s + 60 * g.length_min<=?1" \
	" AND NOT " SERIAL("g.uid")

/* Of meetings that recur, or one of which was arranged alone. */
#define SERIAL(uid) \
	uid " IN (SELECT uid FROM meeting WHERE series<>'' OR instance_s<>0)"

static const char *const statements[STATEMENTS] = {
    [PUT] = "INSERT OR REPLACE INTO meeting(message, method, uid, sequence,"
	    " start_s, start_zone, length_min, is_day, attendance, summary,"
	    " series, instance_s) VALUES(?,?,?,?,?,?,?,?,?,?,?,?)",
    [DROP] = "DELETE FROM meeting WHERE message=?",
    [GET] = "SELECT method, uid, sequence, start_s, start_zone, length_min,"
	    " is_day, attendance, summary, series, instance_s"
	    " FROM meeting WHERE message=?",
    [KNOW] = "SELECT start_s, start_zone FROM invite WHERE uid=?",
    /*
     * What is dropped did not take place, whoever said so. Of several whom
     * the user invited those came whose last word on that time was a yes.
     */
    [TALKS] =
	"SELECT d.person, i.due_s, i.due_zone FROM meeting g" TOOK_PLACE
	" JOIN address d ON d.id=i.who"
	" UNION SELECT d.person, i.due_s, i.due_zone FROM meeting g" TOOK_PLACE
	" AND i.owner='them'"
	" JOIN meeting p ON p.uid=g.uid AND p.method='REPLY'"
	"  AND p.attendance=1 AND p.sequence>=(SELECT max(q.sequence)"
	"   FROM meeting q WHERE q.uid=g.uid AND q.method='REQUEST')"
	" JOIN message m ON m.id=p.message AND m.direction='in'"
	" JOIN participant x ON x.message=m.id AND x.role=0"
	" JOIN address d ON d.id=x.address"
	" WHERE EXISTS(SELECT 1 FROM meeting q JOIN participant w"
	"  ON w.message=q.message AND w.role>0 JOIN address b"
	"  ON b.id=w.address WHERE q.uid=g.uid"
	"  AND q.method='REQUEST' AND b.person=d.person)"
	" AND NOT EXISTS(SELECT 1 FROM meeting z JOIN message n"
	"  ON n.id=z.message JOIN participant y ON y.message=n.id"
	"  AND y.role=0 JOIN address b ON b.id=y.address"
	"  WHERE z.uid=g.uid AND z.method='REPLY' AND z.attendance<>1"
	"  AND n.date_s>m.date_s AND b.person=d.person)"
	" ORDER BY 2, 1",
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
	       " AND i.due_s>? AND i.due_s<=? AND NOT " SERIAL("g.uid"),
    [DECLINED] = "SELECT DISTINCT d.person FROM meeting g"
		 " JOIN item i ON i.message=g.message AND i.sentence=1000000"
		 " JOIN address d ON d.id=i.who JOIN event e ON e.item=i.id"
		 " WHERE i.hidden=0 AND i.owner='them' AND i.state='dropped'"
		 " AND e.kind='declined' AND e.void=0"
		 " AND e.undone_s IS NULL AND e.at_s>? AND e.at_s<=?",
    [ANY] = "SELECT 1 FROM meeting LIMIT 1",
    [SERIES] = "SELECT i.id, g.uid, i.owner='me', coalesce(d.person, 0),"
	       " i.due_s, i.due_zone, g.length_min, g.is_day, i.accepted,"
	       " i.state, i.closed_s FROM meeting g"
	       " JOIN item i ON i.message=g.message AND i.sentence=1000000"
	       " AND i.hidden=0 AND i.due_s IS NOT NULL"
	       " LEFT JOIN address d ON d.id=i.who WHERE " SERIAL(
		   "g.uid") " ORDER BY g.uid, i.id",
    [SAID] = "SELECT g.uid, g.method, g.instance_s, g.start_s, g.series,"
	     " g.attendance, m.direction='out', d.person FROM meeting g"
	     " JOIN message m ON m.id=g.message"
	     " JOIN participant x ON x.message=m.id AND x.role=0"
	     " JOIN address d ON d.id=x.address WHERE " SERIAL(
		 "g.uid") " ORDER BY g.uid, g.sequence, m.date_s, m.message_id",
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
		query_text(&q, meeting->series);
		query_int(&q, meeting->instance_s);
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
	m->series = query_get_text(&q, a);
	m->instance_s = query_get_int(&q);
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

size_t meeting_series(
    struct store *s, struct arena *a, struct series_row **rows_r)
{
	struct query q = start(s, SERIES);
	struct series_row *v = NULL;
	size_t n = 0, cap = 0;

	while (query_row(&q)) {
		struct series_row row = {.item = query_get_int(&q)};
		const char *state;

		row.uid = query_get_text(&q, a);
		row.is_mine = query_get_int(&q) != 0;
		row.person = query_get_int(&q);
		row.first = query_get_stamp(&q);
		row.length_s = 60 * query_get_int(&q);
		row.is_day = query_get_int(&q) != 0;
		row.is_accepted = query_get_int(&q) != 0;
		state = query_get_text(&q, a);
		row.ends_s = query_get_int(&q);
		if (strcmp(state, "done") != 0 && strcmp(state, "dropped") != 0)
			row.ends_s = INT64_MAX;
		v = arena_grow(a, v, n, &cap, sizeof(*v));
		v[n++] = row;
	}
	*rows_r = v;
	return n;
}

size_t meeting_said(struct store *s, struct arena *a, struct said_row **rows_r)
{
	struct query q = start(s, SAID);
	struct said_row *v = NULL;
	size_t n = 0, cap = 0;

	while (query_row(&q)) {
		struct said_row row;

		row.uid = query_get_text(&q, a);
		row.method = meeting_method_from_name(query_get_text(&q, a));
		row.instance_s = query_get_int(&q);
		row.start_s = query_get_int(&q);
		row.series = query_get_text(&q, a);
		row.attendance = (enum attendance)query_get_int(&q);
		row.is_mine = query_get_int(&q) != 0;
		row.person = query_get_int(&q);
		v = arena_grow(a, v, n, &cap, sizeof(*v));
		v[n++] = row;
	}
	*rows_r = v;
	return n;
}
