/* SPDX-License-Identifier: ISC */
/*
 * Names out of text: what others wrote about a person who is forgotten
 * stays, but not whom it is about. A first name alone is left: it is too
 * many people's.
 */
#include "store/redact.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "store/column.h"

#include <string.h>

/* What stands where a name was: of no language. */
#define STRUCK "[...]"
/* "J Li" is the shortest full name that is looked for. */
#define LEAST_BYTES 4

enum {
	NAMES,
	LETTERS,
	REMEMBER,
	STRIKE_ACTS,
	STRIKE_LETTERS,
	STRIKE_ITEMS,
	STRIKE_EVENTS,
	STRIKE_NAMES,
	STRIKE_MEETINGS,
	DELETE_SETTINGS,
	DELETE_CHANGES,
	STATEMENTS
};

static const char *const statements[STATEMENTS] = {
    [NAMES] = "SELECT addr FROM address WHERE person=?1"
	      " UNION SELECT x.name FROM address a JOIN participant x"
	      "  ON x.address=a.id WHERE a.person=?1"
	      "  AND instr(trim(x.name), ' ')"
	      " UNION SELECT value FROM setting WHERE person=?1"
	      "  AND key='name' AND instr(trim(value), ' ')",
    [LETTERS] = "SELECT m.thread, m.message_id FROM message m"
		" WHERE has(m.subject, ?1) OR has(m.attachment_names, ?1)"
		" OR EXISTS(SELECT 1 FROM act t WHERE " ACTS_OF("t.id",
		    "m.id") "  AND (has(t.text, ?1) OR has(t.who_name, ?1)))",
    [REMEMBER] = "INSERT OR IGNORE INTO forgotten(hash) VALUES(?)",
    [STRIKE_ACTS] = "UPDATE act SET text=strike(text, ?1),"
		    " who_name=strike(who_name, ?1)"
		    " WHERE has(text, ?1) OR has(who_name, ?1)",
    [STRIKE_LETTERS] = "UPDATE message SET subject=strike(subject, ?1),"
		       " topic=strike(topic, ?1),"
		       " topic_key=strike(topic_key, ?1),"
		       " attachment_names=strike(attachment_names, ?1)"
		       " WHERE has(subject, ?1) OR has(attachment_names, ?1)",
    [STRIKE_ITEMS] = "UPDATE item SET what=strike(what, ?1),"
		     " who_name=strike(who_name, ?1)"
		     " WHERE has(what, ?1) OR has(who_name, ?1)",
    [STRIKE_EVENTS] = "UPDATE event SET text=strike(text, ?1)"
		      " WHERE has(text, ?1)",
    /* "Ann on behalf of Tom" */
    [STRIKE_NAMES] = "UPDATE participant SET name=strike(name, ?1)"
		     " WHERE has(name, ?1)",
    [STRIKE_MEETINGS] = "UPDATE meeting SET uid=strike(uid, ?1),"
			" summary=strike(summary, ?1)"
			" WHERE has(uid, ?1) OR has(summary, ?1)",
    [DELETE_SETTINGS] = "DELETE FROM setting WHERE value IN"
			" (SELECT addr FROM address WHERE person=?)",
    [DELETE_CHANGES] =
	"DELETE FROM change WHERE id NOT IN (SELECT change FROM event"
	"  WHERE change IS NOT NULL UNION SELECT change FROM talk"
	"  WHERE change IS NOT NULL UNION SELECT change FROM absence"
	"  WHERE change IS NOT NULL UNION SELECT change FROM mute"
	"  UNION SELECT change FROM outcome UNION SELECT change FROM setting)",
};

static struct query start(struct store *s, size_t i)
{
	return query_start(s, SQL_REDACT, i, statements[i]);
}

static const char *argument(sqlite3_value *v)
{
	const char *text = (const char *)sqlite3_value_text(v);

	return text ? text : "";
}

/* has(text, name): in any case of ASCII letters. */
static void sql_has(sqlite3_context *c, int n, sqlite3_value **v)
{
	const char *text = argument(v[0]);

	(void)n;
	sqlite3_result_int(
	    c, str_find(text, strlen(text), argument(v[1])) != NULL);
}

/* strike(text, name): the text without it. */
static void sql_strike(sqlite3_context *c, int n, sqlite3_value **v)
{
	const char *text = argument(v[0]), *name = argument(v[1]), *at;
	struct buf out = BUF_EMPTY;

	(void)n;
	while ((at = str_find(text, strlen(text), name))) {
		buf_append(&out, text, (size_t)(at - text));
		buf_puts(&out, STRUCK);
		text = at + strlen(name);
	}
	buf_puts(&out, text);
	sqlite3_result_text(
	    c, buf_text(&out), (int)out.len_bytes, SQLITE_TRANSIENT);
	buf_release(&out);
}

static void define(struct store *s)
{
	const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC;

	if (sqlite3_create_function(
		s->db, "has", 2, flags, NULL, sql_has, NULL, NULL) ||
	    sqlite3_create_function(
		s->db, "strike", 2, flags, NULL, sql_strike, NULL, NULL))
		store_note_error(s, "define");
}

size_t redact_names(
    struct store *s, struct arena *a, int64_t person, const char ***names_r)
{
	struct query q = start(s, NAMES);
	const char **v = NULL;
	size_t n = 0, cap = 0;

	query_int(&q, person);
	while (query_row(&q)) {
		const char *name = query_get_text(&q, a);

		if (strlen(name) < LEAST_BYTES)
			continue;
		v = arena_grow(a, v, n, &cap, sizeof(*v));
		v[n++] = name;
	}
	*names_r = v;
	return n;
}

/* Threads of letters with that name in them, which are remembered. */
struct touched {
	struct arena *arena;
	int64_t *threads;
	size_t n, cap;
};

static void find_letters(struct store *s, const char *name, struct touched *t)
{
	struct query q = start(s, LETTERS);
	int64_t *hashes = NULL;
	size_t n = 0, cap = 0;

	query_text(&q, name);
	while (query_row(&q)) {
		t->threads = arena_grow(
		    t->arena, t->threads, t->n, &t->cap, sizeof(*t->threads));
		t->threads[t->n++] = query_get_int(&q);
		hashes = arena_grow(t->arena, hashes, n, &cap, sizeof(*hashes));
		hashes[n++] = store_hash(query_get_text(&q, t->arena));
	}
	for (size_t i = 0; i < n; i++) {
		q = start(s, REMEMBER);
		query_int(&q, hashes[i]);
		query_run(&q);
	}
}

size_t redact_person(
    struct store *s, struct arena *a, int64_t person, int64_t **threads_r)
{
	struct touched t = {.arena = a};
	const char **names;
	size_t n = redact_names(s, a, person, &names);
	struct query q;

	define(s);
	for (size_t i = 0; i < n; i++) {
		find_letters(s, names[i], &t);
		for (size_t k = STRIKE_ACTS; k <= STRIKE_MEETINGS; k++) {
			q = start(s, k);
			query_text(&q, names[i]);
			query_run(&q);
		}
	}
	q = start(s, DELETE_SETTINGS);
	query_int(&q, person);
	query_run(&q);
	*threads_r = t.threads;
	return t.n;
}

void redact_changes(struct store *s)
{
	struct query q = start(s, DELETE_CHANGES);

	query_run(&q);
}
