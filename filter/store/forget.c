/* SPDX-License-Identifier: ISC */
/*
 * Erasing: the one place where rows are deleted. The schema's cascades take
 * what hangs on a letter or a person; secure_delete overwrites the cells.
 * What a cascade looks for has its index only while it does: erasing is rare,
 * and an index is written by every delivery.
 */
#include "store/forget.h"
#include "base/arena.h"
#include "store/column.h"
#include "store/redact.h"

enum {
	LETTERS_OF_PERSON,
	LETTERS_OF_THREAD,
	INDEX_PARTICIPANTS,
	INDEX_REFERENCES,
	INDEX_ITEMS,
	INDEX_EVENTS,
	INDEX_ACTS,
	DROP_PARTICIPANTS,
	DROP_REFERENCES,
	DROP_ITEMS,
	DROP_EVENTS,
	DROP_ACTS,
	REMEMBER,
	KEEP_EFFECTS,
	DELETE_LETTER,
	DELETE_ITEMS_OF_PERSON,
	DELETE_SUGGESTIONS,
	DELETE_INVITES,
	DELETE_PERSON,
	ITEM,
	DELETE_ACTS,
	KEEP_EFFECTS_OF_TEXT,
	DELETE_EVENTS,
	DELETE_ITEMS,
	DELETE_MEETINGS,
	EMPTY_THREADS,
	LONE_ADDRESSES,
	LONE_PERSONS,
	OLD_THREADS,
	STATEMENTS
};
_Static_assert(STATEMENTS <= SQL_PER_FAMILY, "too many for the cache");

/*
 * What was settled, or got another date, by what is erased stays so; the
 * words go.
 */
#define KEEP \
	"UPDATE event SET message=NULL, text='', due_text='', erased=1" \
	" WHERE void=0 AND undone_s IS NULL AND kind IN ('fulfilled'," \
	" 'answered', 'declined', 'cancelled', 'revised') AND "

static const char *const statements[STATEMENTS] = {
    /* The last column: nobody else but its sender had a part in it. */
    [LETTERS_OF_PERSON] =
	"SELECT m.id, m.thread, m.message_id, max(x.role=0) OR NOT EXISTS("
	"  SELECT 1 FROM participant y JOIN address b ON b.id=y.address"
	"  WHERE y.message=m.id AND y.role>0 AND b.person<>?1"
	"  AND b.person NOT IN (SELECT c.person FROM participant z"
	"   JOIN address c ON c.id=z.address"
	"   WHERE z.message=m.id AND z.role=0))"
	" FROM address a JOIN participant x ON x.address=a.id"
	" JOIN message m ON m.id=x.message WHERE a.person=?1 GROUP BY m.id",
    [LETTERS_OF_THREAD] = "SELECT id, thread, message_id, 1 FROM message"
			  " WHERE thread=?",
    [INDEX_PARTICIPANTS] = "CREATE INDEX forget_participant"
			   " ON participant(address)",
    [INDEX_REFERENCES] = "CREATE INDEX forget_reference"
			 " ON reference(message)",
    [INDEX_ITEMS] = "CREATE INDEX forget_item ON item(who)",
    [INDEX_EVENTS] = "CREATE INDEX forget_event ON event(message)",
    [INDEX_ACTS] = "CREATE INDEX forget_act ON act(message)",
    [DROP_PARTICIPANTS] = "DROP INDEX forget_participant",
    [DROP_REFERENCES] = "DROP INDEX forget_reference",
    [DROP_ITEMS] = "DROP INDEX forget_item",
    [DROP_EVENTS] = "DROP INDEX forget_event",
    [DROP_ACTS] = "DROP INDEX forget_act",
    [REMEMBER] = "INSERT OR IGNORE INTO forgotten(hash) VALUES(?)",
    [KEEP_EFFECTS] = KEEP "message=?1 AND item NOT IN"
			  " (SELECT id FROM item WHERE message=?1 OR hidden)",
    [DELETE_LETTER] = "DELETE FROM message WHERE id=?",
    [DELETE_ITEMS_OF_PERSON] = "DELETE FROM item WHERE who IN"
			       " (SELECT id FROM address WHERE person=?)",
    [DELETE_SUGGESTIONS] = "DELETE FROM suggestion WHERE EXISTS(SELECT 1"
			   " FROM address a WHERE a.person=?"
			   " AND instr(key, a.addr))",
    [DELETE_INVITES] = "DELETE FROM invite WHERE EXISTS(SELECT 1"
		       " FROM address a WHERE a.person=?"
		       " AND instr(key, a.addr))",
    [DELETE_PERSON] = "DELETE FROM person WHERE id=?",
    [ITEM] = "SELECT m.id, m.thread, m.message_id, i.sentence, i.what"
	     " FROM item i JOIN message m ON m.id=i.message WHERE i.id=?",
    [DELETE_ACTS] =
	"DELETE FROM act WHERE " ACTS_OF("id", "?1") " AND sentence=?2",
    [KEEP_EFFECTS_OF_TEXT] = KEEP "text=? AND message IS NOT NULL",
    [DELETE_EVENTS] = "DELETE FROM event WHERE text=?",
    [DELETE_ITEMS] = "DELETE FROM item WHERE message=? AND sentence=?",
    /* All letters about it, when it is a calendar's. */
    [DELETE_MEETINGS] = "DELETE FROM meeting WHERE ?2=1000000 AND uid="
			"(SELECT uid FROM meeting WHERE message=?1)",
    [EMPTY_THREADS] = "DELETE FROM thread WHERE merged IS NULL AND NOT"
		      " EXISTS(SELECT 1 FROM message m"
		      "  WHERE m.thread=thread.id)",
    [LONE_ADDRESSES] = "DELETE FROM address WHERE NOT EXISTS(SELECT 1"
		       " FROM participant x WHERE x.address=address.id)"
		       " AND NOT EXISTS(SELECT 1 FROM item i"
		       "  WHERE i.who=address.id)",
    [LONE_PERSONS] = "DELETE FROM person WHERE NOT EXISTS(SELECT 1"
		     " FROM address a WHERE a.person=person.id)",
    [OLD_THREADS] = "SELECT t.id FROM thread t JOIN message m"
		    " ON m.thread=t.id GROUP BY t.id"
		    " HAVING max(m.date_s)<?1 AND NOT EXISTS(SELECT 1"
		    "  FROM item i JOIN message x ON x.id=i.message"
		    "  WHERE x.thread=t.id AND i.hidden=0"
		    "  AND i.state IN ('open', 'snoozed'))",
};

/* A letter that is to go, or only to be struck. */
struct letter_row {
	int64_t id, thread, hash;
	bool goes;
};

static struct query start(struct store *s, size_t i)
{
	return query_start(s, SQL_FORGET, i, statements[i]);
}

static void run(struct store *s, size_t i, int64_t id)
{
	struct query q = start(s, i);

	query_int(&q, id);
	query_run(&q);
}

static void run_each(struct store *s, size_t first, size_t last)
{
	for (size_t i = first; i <= last; i++) {
		struct query q = start(s, i);

		query_run(&q);
	}
}

static void begin(struct store *s)
{
	store_note_erasing(s);
	run_each(s, INDEX_PARTICIPANTS, INDEX_ACTS);
}

/* Takes what nothing refers to any more as well. */
static void finish(struct store *s)
{
	run_each(s, EMPTY_THREADS, LONE_PERSONS);
	run_each(s, DROP_PARTICIPANTS, DROP_ACTS);
	redact_changes(s);
}

static size_t letters(struct store *s, struct arena *a, size_t statement,
    int64_t id, struct letter_row **rows_r)
{
	struct query q = start(s, statement);
	struct letter_row *v = NULL;
	size_t n = 0, cap = 0;

	query_int(&q, id);
	while (query_row(&q)) {
		struct letter_row row;

		row.id = query_get_int(&q);
		row.thread = query_get_int(&q);
		row.hash = store_hash(query_get_text(&q, a));
		row.goes = query_get_int(&q) != 0;
		v = arena_grow(a, v, n, &cap, sizeof(*v));
		v[n++] = row;
	}
	*rows_r = v;
	return n;
}

static void forget_letters(
    struct store *s, const struct letter_row *rows, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		run(s, REMEMBER, rows[i].hash);
		if (!rows[i].goes)
			continue;
		run(s, KEEP_EFFECTS, rows[i].id);
		run(s, DELETE_LETTER, rows[i].id);
	}
}

size_t forget_person(
    struct store *s, struct arena *a, int64_t person, int64_t **threads_r)
{
	struct letter_row *rows;
	size_t n = letters(s, a, LETTERS_OF_PERSON, person, &rows);
	int64_t *redacted;
	size_t n_redacted = redact_person(s, a, person, &redacted);
	int64_t *threads = arena_array(a, n + n_redacted, sizeof(*threads));

	for (size_t i = 0; i < n; i++)
		threads[i] = rows[i].thread;
	for (size_t i = 0; i < n_redacted; i++)
		threads[n + i] = redacted[i];
	begin(s);
	forget_letters(s, rows, n);
	for (size_t i = DELETE_ITEMS_OF_PERSON; i <= DELETE_PERSON; i++)
		run(s, i, person);
	finish(s);
	*threads_r = threads;
	return n + n_redacted;
}

size_t forget_item(
    struct store *s, struct arena *a, int64_t item, int64_t **threads_r)
{
	struct query q = start(s, ITEM);
	int64_t *thread = arena_array(a, 1, sizeof(*thread));
	int64_t message, sentence, hash;
	const char *what;

	query_int(&q, item);
	if (!query_row(&q))
		return 0;
	message = query_get_int(&q);
	*thread = query_get_int(&q);
	hash = store_hash(query_get_text(&q, a));
	sentence = query_get_int(&q);
	what = query_get_text(&q, a);
	query_end(&q);
	begin(s);
	run(s, REMEMBER, hash);
	q = start(s, DELETE_ACTS);
	query_int(&q, message);
	query_int(&q, sentence);
	query_run(&q);
	for (size_t i = KEEP_EFFECTS_OF_TEXT; i <= DELETE_EVENTS; i++) {
		q = start(s, i);
		query_text(&q, what);
		query_run(&q);
	}
	for (size_t i = DELETE_ITEMS; i <= DELETE_MEETINGS; i++) {
		q = start(s, i);
		query_int(&q, message);
		query_int(&q, sentence);
		query_run(&q);
	}
	finish(s);
	*threads_r = thread;
	return 1;
}

static void forget_letters_of(struct store *s, int64_t thread)
{
	struct arena *a = arena_new();
	struct letter_row *rows;
	size_t n = letters(s, a, LETTERS_OF_THREAD, thread, &rows);

	forget_letters(s, rows, n);
	arena_free(a);
}

void forget_thread(struct store *s, int64_t thread)
{
	begin(s);
	forget_letters_of(s, thread);
	finish(s);
}

size_t forget_before(struct store *s, struct arena *a, struct stamp before)
{
	struct query q = start(s, OLD_THREADS);
	int64_t *v = NULL;
	size_t n = 0, cap = 0;

	query_int(&q, before.utc_s);
	while (query_row(&q)) {
		v = arena_grow(a, v, n, &cap, sizeof(*v));
		v[n++] = query_get_int(&q);
	}
	if (!n)
		return 0;
	begin(s);
	for (size_t i = 0; i < n; i++)
		forget_letters_of(s, v[i]);
	finish(s);
	return n;
}
