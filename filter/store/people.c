/* SPDX-License-Identifier: ISC */
/*
 * Persons: who has which address, what they are called, who wrote to whom.
 * Names are kept as each letter has them, so that what a person is called
 * does not depend on which letter came first.
 */
#include "store/people.h"
#include "base/arena.h"
#include "base/str.h"
#include "model/mailbox.h"
#include "store/column.h"

#include <string.h>

enum {
	ADDRESS,
	ADD_PERSON,
	ADD_ADDRESS,
	PERSON_OF,
	PERSONS,
	ADDRESSES,
	NAMES,
	CONTACTS,
	EXCHANGES,
	MIND,
	THREADS,
	TALKS,
	AWAY,
	STATEMENTS
};

static const char *const statements[STATEMENTS] = {
    [ADDRESS] = "SELECT id FROM address WHERE addr=?",
    [ADD_PERSON] = "INSERT INTO person DEFAULT VALUES",
    [ADD_ADDRESS] = "INSERT INTO address(addr, person) VALUES(?,?)",
    [PERSON_OF] = "SELECT person FROM address WHERE addr=?",
    [PERSONS] = "SELECT p.id, coalesce((SELECT s.value FROM setting s"
		"  JOIN change c ON c.id=s.change WHERE s.person=p.id"
		"  AND s.key='name' AND c.undone_s IS NULL"
		"  ORDER BY s.id DESC LIMIT 1), p.name),"
		" EXISTS(SELECT 1 FROM mute u JOIN change c ON c.id=u.change"
		"  WHERE u.person=p.id AND c.undone_s IS NULL),"
		" t.at_s, t.at_zone, max(t.at_s)" /* SQLite: the row of max() */
		" FROM person p LEFT JOIN (SELECT t.person, t.at_s, t.at_zone"
		"  FROM talk t LEFT JOIN change c ON c.id=t.change"
		"  WHERE c.undone_s IS NULL) t ON t.person=p.id"
		" GROUP BY p.id ORDER BY p.id",
    /* Counted first: participants have no index by address. */
    [ADDRESSES] = "SELECT a.person, a.addr FROM address a"
		  " LEFT JOIN (SELECT address, count(*) AS n"
		  "  FROM participant GROUP BY address) x ON x.address=a.id"
		  " ORDER BY a.person, coalesce(x.n, 0) DESC, a.addr",
    [NAMES] = "SELECT a.person, x.name FROM participant x"
	      " JOIN address a ON a.id=x.address WHERE x.name<>''"
	      " GROUP BY a.person, x.name"
	      " ORDER BY a.person, count(*) DESC, x.name",
    [CONTACTS] =
	"SELECT m.thread, m.id, a.person, m.date_s, m.date_zone,"
	" m.direction='out', x.role=0, m.is_automatic, m.flags,"
	" EXISTS(SELECT 1 FROM act t WHERE " ACTS_OF("t.id",
	    "m.id") "  AND t.kind='talked' AND t.confidence>=?)"
		    " FROM message m JOIN participant x ON x.message=m.id"
		    " JOIN address a ON a.id=x.address WHERE x.role<=1"
		    " GROUP BY m.id, a.person, x.role=0"
		    " ORDER BY m.thread, m.date_s, m.message_id",
    /* Roles 0 and 1 are From and To. */
    [EXCHANGES] = "SELECT DISTINCT a.person, m.thread, m.date_s, m.date_zone,"
		  " m.direction='out' FROM message m JOIN participant x"
		  " ON x.message=m.id AND x.role=(m.direction='out')"
		  " JOIN address a ON a.id=x.address"
		  " WHERE m.date_s>? AND m.date_s<=? AND m.is_automatic=0"
		  " ORDER BY a.person, m.date_s, m.id",
    [MIND] = "SELECT m.date_s, m.date_zone, m.thread, t.text, m.subject, 1"
	     " FROM address a JOIN participant x ON x.address=a.id AND x.role=0"
	     " JOIN message m ON m.id=x.message AND m.direction='in'"
	     " JOIN act t ON " ACTS_OF("t.id",
		 "m.id") " WHERE a.person=? AND m.date_s>=? AND t.confidence>=?"
			 " AND t.kind IN ('question', 'request', 'trouble')"
			 " GROUP BY m.id, t.sentence"
			 " ORDER BY m.date_s DESC, t.id",
    [THREADS] = "SELECT max(m.date_s), m.date_zone, m.thread, '',"
		" m.subject, (SELECT count(*) FROM message n"
		"  WHERE n.thread=m.thread)"
		" FROM address a JOIN participant x ON x.address=a.id"
		"  AND x.role=0 JOIN message m ON m.id=x.message"
		" WHERE a.person=? AND m.is_automatic=0 GROUP BY m.thread"
		" ORDER BY 1 DESC LIMIT ?",
    [TALKS] = "SELECT t.at_s, t.at_zone, 0, '', '', 1 FROM talk t"
	      " LEFT JOIN change c ON c.id=t.change"
	      " WHERE t.person=?1 AND c.undone_s IS NULL"
	      " UNION ALL SELECT m.date_s, m.date_zone, m.thread, t.text,"
	      " m.subject, 1 FROM act t JOIN message m ON m.id=t.message"
	      " JOIN participant x ON x.message=m.id JOIN address a"
	      "  ON a.id=x.address WHERE t.kind='talked' AND t.confidence>=?2"
	      " AND a.person=?1 AND (x.role=0 OR (x.role=1"
	      "  AND m.direction='out')) GROUP BY m.id"
	      " ORDER BY 1 DESC LIMIT ?3",
    [AWAY] = "SELECT t.due_s, t.due_zone FROM act t"
	     " JOIN message m ON m.id=t.message"
	     " JOIN participant x ON x.message=m.id AND x.role=0"
	     " JOIN address a ON a.id=x.address"
	     " WHERE t.kind='absence' AND a.person=? AND t.due_s>?"
	     " AND m.date_s<=? ORDER BY m.date_s DESC LIMIT 1",
};

static struct query start(struct store *s, size_t i)
{
	return query_start(s, SQL_PEOPLE, i, statements[i]);
}

static int64_t find(struct store *s, size_t statement, const char *addr)
{
	struct query q = start(s, statement);
	int64_t id = 0;

	query_text(&q, addr);
	if (query_row(&q))
		id = query_get_int(&q);
	query_end(&q);
	return id;
}

int64_t people_address(struct store *s, const char *addr)
{
	int64_t id = find(s, ADDRESS, addr);
	struct query q;

	if (id)
		return id;
	q = start(s, ADD_PERSON);
	id = query_insert(&q);
	q = start(s, ADD_ADDRESS);
	query_text(&q, addr);
	query_int(&q, id);
	return query_insert(&q);
}

int64_t people_of_address(struct store *s, const char *addr)
{
	return find(s, PERSON_OF, addr);
}

/* The person with that id in v[0..n), which is sorted by it, from *at on. */
static struct person *seek(struct person *v, size_t n, size_t *at, int64_t id)
{
	while (*at < n && v[*at].id < id)
		(*at)++;
	return *at < n && v[*at].id == id ? &v[*at] : NULL;
}

static void get_addresses(
    struct store *s, struct arena *a, struct person *v, size_t n)
{
	struct query q = start(s, ADDRESSES);
	size_t at = 0, cap = 0;

	while (query_row(&q)) {
		struct person *p = seek(v, n, &at, query_get_int(&q));
		const char *addr = query_get_text(&q, a);

		if (!p)
			continue;
		if (!p->n_addresses) {
			p->mailbox.addr = addr;
			cap = 0;
		}
		p->addresses = arena_grow(a, p->addresses, p->n_addresses, &cap,
		    sizeof(*p->addresses));
		p->addresses[p->n_addresses++] = addr;
	}
}

static void get_names(
    struct store *s, struct arena *a, struct person *v, size_t n)
{
	struct query q = start(s, NAMES);
	size_t at = 0;

	while (query_row(&q)) {
		struct person *p = seek(v, n, &at, query_get_int(&q));

		const char *name = query_get_text(&q, a);

		if (p && mailbox_naming(name, p->mailbox.addr) >
			     mailbox_naming(p->mailbox.name, p->mailbox.addr))
			p->mailbox.name = name;
	}
	for (size_t i = 0; i < n; i++) {
		struct mailbox *m = &v[i].mailbox;
		const char *shown;

		if (mailbox_naming(m->name, m->addr) == NAMING_FULL)
			continue;
		shown = mailbox_shown_name(a, m->addr);
		if (*shown && str_find(shown, strlen(shown), m->name))
			m->name = shown;
	}
}

size_t people_get(struct store *s, struct arena *a, struct person **people_r)
{
	struct query q = start(s, PERSONS);
	struct person *v = NULL;
	size_t n = 0, cap = 0;

	while (query_row(&q)) {
		struct person p = {0};

		p.id = query_get_int(&q);
		p.mailbox.addr = "";
		p.mailbox.name = query_get_text(&q, a);
		p.is_muted = query_get_int(&q) != 0;
		p.last_talk = query_get_stamp(&q);
		v = arena_grow(a, v, n, &cap, sizeof(*v));
		v[n++] = p;
	}
	get_addresses(s, a, v, n);
	get_names(s, a, v, n);
	*people_r = v;
	return n;
}

size_t people_exchanges(struct store *s, struct arena *a, int64_t since_s,
    int64_t until_s, struct exchange **exchanges_r)
{
	struct query q = start(s, EXCHANGES);
	struct exchange *v = NULL;
	size_t n = 0, cap = 0;

	query_int(&q, since_s);
	query_int(&q, until_s);
	while (query_row(&q)) {
		v = arena_grow(a, v, n, &cap, sizeof(*v));
		v[n].person = query_get_int(&q);
		v[n].thread = query_get_int(&q);
		v[n].date = query_get_stamp(&q);
		v[n++].is_mine = query_get_int(&q) != 0;
	}
	*exchanges_r = v;
	return n;
}

size_t people_contacts(struct store *s, struct arena *a, double confidence,
    struct contact **contacts_r)
{
	struct query q = start(s, CONTACTS);
	struct contact *v = NULL;
	size_t n = 0, cap = 0;

	query_real(&q, confidence);
	while (query_row(&q)) {
		struct contact c = {0};

		c.thread = query_get_int(&q);
		c.message = query_get_int(&q);
		c.person = query_get_int(&q);
		c.date = query_get_stamp(&q);
		c.direction = query_get_int(&q) ? DIRECTION_OUT : DIRECTION_IN;
		c.is_from = query_get_int(&q) != 0;
		c.is_automatic = query_get_int(&q) != 0;
		c.flags = (unsigned)query_get_int(&q);
		c.is_talk = query_get_int(&q) != 0;
		v = arena_grow(a, v, n, &cap, sizeof(*v));
		v[n++] = c;
	}
	*contacts_r = v;
	return n;
}

static size_t get_remarks(
    struct query *q, struct arena *a, struct remark **remarks_r)
{
	struct remark *v = NULL;
	size_t n = 0, cap = 0;

	while (query_row(q)) {
		struct remark r;

		r.date = query_get_stamp(q);
		r.thread = query_get_int(q);
		r.text = query_get_text(q, a);
		r.subject = query_get_text(q, a);
		r.n = query_get_int(q);
		v = arena_grow(a, v, n, &cap, sizeof(*v));
		v[n++] = r;
	}
	*remarks_r = v;
	return n;
}

size_t people_mind(struct store *s, struct arena *a, int64_t person,
    struct stamp since, double confidence, struct remark **remarks_r)
{
	struct query q = start(s, MIND);

	query_int(&q, person);
	query_int(&q, since.utc_s);
	query_real(&q, confidence);
	return get_remarks(&q, a, remarks_r);
}

size_t people_threads(struct store *s, struct arena *a, int64_t person,
    size_t limit, struct remark **remarks_r)
{
	struct query q = start(s, THREADS);

	query_int(&q, person);
	query_int(&q, (int64_t)limit);
	return get_remarks(&q, a, remarks_r);
}

size_t people_talks(struct store *s, struct arena *a, int64_t person,
    double confidence, size_t limit, struct remark **remarks_r)
{
	struct query q = start(s, TALKS);

	query_int(&q, person);
	query_real(&q, confidence);
	query_int(&q, (int64_t)limit);
	return get_remarks(&q, a, remarks_r);
}

struct stamp people_away(struct store *s, int64_t person, struct stamp now)
{
	struct query q = start(s, AWAY);
	struct stamp t = {0, 0};

	query_int(&q, person);
	query_int(&q, now.utc_s);
	query_int(&q, now.utc_s);
	if (query_row(&q)) {
		t = query_get_stamp(&q);
		query_end(&q);
	}
	return t;
}
