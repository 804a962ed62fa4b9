/* SPDX-License-Identifier: ISC */
/*
 * What the user says of persons and items. Rows are added, and taken back
 * with their change; the last one in force counts.
 */
#include "store/settings.h"
#include "base/arena.h"
#include "store/column.h"
#include "store/people.h"

enum {
	ADD,
	GET,
	MOVED,
	OWN_PERSON,
	MOVE,
	HAS_ADDRESS,
	PASS_TALKS,
	PASS_MUTES,
	PASS_SETTINGS,
	THREADS,
	ADDRESSES,
	ADD_ABSENCE,
	ABSENCES,
	STATEMENTS
};

static const char *const statements[STATEMENTS] = {
    [ADD] = "INSERT INTO setting(change, person, item, key, value, before)"
	    " VALUES(?,nullif(?,0),nullif(?,0),?,?,nullif(?,0))",
    [GET] = "SELECT s.person, s.item, s.key, s.value FROM setting s"
	    " JOIN change c ON c.id=s.change WHERE c.undone_s IS NULL"
	    " ORDER BY s.id",
    [MOVED] = "SELECT value, before FROM setting WHERE change=?"
	      " AND before IS NOT NULL ORDER BY id DESC",
    [OWN_PERSON] = "INSERT OR IGNORE INTO person(id) VALUES(nullif(?,0))",
    [MOVE] = "UPDATE address SET person=? WHERE addr=?",
    [HAS_ADDRESS] = "SELECT 1 FROM address WHERE person=?",
    [PASS_TALKS] = "UPDATE talk SET person=? WHERE person=?",
    [PASS_MUTES] = "UPDATE mute SET person=? WHERE person=?",
    [PASS_SETTINGS] = "UPDATE setting SET person=? WHERE person=?",
    [THREADS] = "SELECT DISTINCT m.thread FROM address a"
		" JOIN participant x ON x.address=a.id"
		" JOIN message m ON m.id=x.message"
		" WHERE a.person=(SELECT person FROM address WHERE addr=?)",
    [ADDRESSES] =
	"SELECT a.person, a.addr, x.name, max(x.n)," /* SQLite: its row */
	" EXISTS(SELECT 1 FROM setting s JOIN change c ON c.id=s.change"
	"  WHERE s.value=a.addr AND s.key IN ('alias', 'apart')"
	"  AND c.undone_s IS NULL)"
	" FROM address a JOIN (SELECT address, name, count(*) AS n"
	"  FROM participant WHERE name<>'' GROUP BY address, name"
	"  ORDER BY name) x ON x.address=a.id"
	" GROUP BY a.id ORDER BY a.person, a.addr",
    [ADD_ABSENCE] = "INSERT INTO absence(change, from_s, until_s, zone)"
		    " VALUES(?,?,?,?)",
    [ABSENCES] = "SELECT b.change, b.from_s, b.until_s, b.zone"
		 " FROM absence b JOIN change c ON c.id=b.change"
		 " WHERE b.person IS NULL AND b.message IS NULL"
		 " AND b.until_s IS NOT NULL AND c.undone_s IS NULL"
		 " AND NOT EXISTS(SELECT 1 FROM setting s JOIN change d"
		 "  ON d.id=s.change WHERE s.key='" SETTING_BACK "'"
		 "  AND s.value=b.change AND d.undone_s IS NULL)"
		 " ORDER BY b.from_s, b.id",
};

static struct query start(struct store *s, size_t i)
{
	return query_start(s, SQL_SETTINGS, i, statements[i]);
}

void setting_add(
    struct store *s, int64_t change, const struct setting *x, int64_t before)
{
	struct query q = start(s, ADD);

	query_int(&q, change);
	query_int(&q, x->person);
	query_int(&q, x->item);
	query_text(&q, x->key);
	query_text(&q, x->value);
	query_int(&q, before);
	query_run(&q);
}

size_t settings_get(
    struct store *s, struct arena *a, struct setting **settings_r)
{
	struct query q = start(s, GET);
	struct setting *v = NULL;
	size_t n = 0, cap = 0;

	while (query_row(&q)) {
		struct setting x = {0};

		x.person = query_get_int(&q);
		x.item = query_get_int(&q);
		x.key = query_get_text(&q, a);
		x.value = query_get_text(&q, a);
		v = arena_grow(a, v, n, &cap, sizeof(*v));
		v[n++] = x;
	}
	*settings_r = v;
	return n;
}

static void run2(struct store *s, size_t i, int64_t x, int64_t y)
{
	struct query q = start(s, i);

	query_int(&q, x);
	query_int(&q, y);
	query_run(&q);
}

/* What hung on a person that has no address any more. */
static void pass_on(struct store *s, int64_t from, int64_t to)
{
	struct query q = start(s, HAS_ADDRESS);

	query_int(&q, from);
	if (query_row(&q)) {
		query_end(&q);
		return;
	}
	for (size_t i = PASS_TALKS; i <= PASS_SETTINGS; i++)
		run2(s, i, to, from);
}

int64_t address_move(struct store *s, const char *addr, int64_t person)
{
	int64_t before;
	struct query q;

	(void)people_address(s, addr);
	before = people_of_address(s, addr);
	if (person == before)
		return before;
	q = start(s, OWN_PERSON);
	query_int(&q, person);
	if (person)
		query_run(&q); /* it may have been forgotten meanwhile */
	else
		person = query_insert(&q);
	q = start(s, MOVE);
	query_int(&q, person);
	query_text(&q, addr);
	query_run(&q);
	pass_on(s, before, person);
	return before;
}

size_t settings_moved(
    struct store *s, struct arena *a, int64_t change, struct moved **moved_r)
{
	struct query q = start(s, MOVED);
	struct moved *v = NULL;
	size_t n = 0, cap = 0;

	query_int(&q, change);
	while (query_row(&q)) {
		v = arena_grow(a, v, n, &cap, sizeof(*v));
		v[n].addr = query_get_text(&q, a);
		v[n++].before = query_get_int(&q);
	}
	*moved_r = v;
	return n;
}

size_t address_threads(
    struct store *s, struct arena *a, const char *addr, int64_t **threads_r)
{
	struct query q = start(s, THREADS);
	int64_t *v = NULL;
	size_t n = 0, cap = 0;

	query_text(&q, addr);
	while (query_row(&q)) {
		v = arena_grow(a, v, n, &cap, sizeof(*v));
		v[n++] = query_get_int(&q);
	}
	*threads_r = v;
	return n;
}

size_t addresses_get(
    struct store *s, struct arena *a, struct address_row **rows_r)
{
	struct query q = start(s, ADDRESSES);
	struct address_row *v = NULL;
	size_t n = 0, cap = 0;

	while (query_row(&q)) {
		struct address_row row = {0};

		row.person = query_get_int(&q);
		row.addr = query_get_text(&q, a);
		row.name = query_get_text(&q, a);
		(void)query_get_int(&q);
		row.is_settled = query_get_int(&q) != 0;
		v = arena_grow(a, v, n, &cap, sizeof(*v));
		v[n++] = row;
	}
	*rows_r = v;
	return n;
}

void absence_add(
    struct store *s, int64_t change, struct stamp from, struct stamp until)
{
	struct query q = start(s, ADD_ABSENCE);

	query_int(&q, change);
	query_int(&q, from.utc_s);
	query_int(&q, until.utc_s);
	query_int(&q, from.zone_min);
	query_run(&q);
}

size_t absences_get(
    struct store *s, struct arena *a, struct absence **absences_r)
{
	struct query q = start(s, ABSENCES);
	struct absence *v = NULL;
	size_t n = 0, cap = 0;

	while (query_row(&q)) {
		struct absence x;

		x.change = query_get_int(&q);
		x.from.utc_s = query_get_int(&q);
		x.until.utc_s = query_get_int(&q);
		x.from.zone_min = x.until.zone_min = (int)query_get_int(&q);
		v = arena_grow(a, v, n, &cap, sizeof(*v));
		v[n++] = x;
	}
	*absences_r = v;
	return n;
}
