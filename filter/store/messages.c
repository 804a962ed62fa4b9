/* SPDX-License-Identifier: ISC */
/*
 * Letters into the store: message, participant, reference, act.
 * Which copy of a letter is kept, and which thread it belongs to, is the
 * ledger's to decide.
 */
#include "store/messages.h"
#include "base/arena.h"
#include "base/limits.h"
#include "base/str.h"
#include "store/column.h"
#include "store/meetings.h"
#include "store/people.h"

#include <string.h>

enum {
	FIND,
	ADD,
	REPLACE,
	CLEAR_PARTICIPANTS,
	CLEAR_REFERENCES,
	CLEAR_ACTS,
	ADD_PARTICIPANT,
	ADD_REFERENCE,
	ADD_ACT,
	REFERRING,
	SAME_TOPIC,
	FORGOTTEN,
	COUNT,
	MISREAD,
	STATEMENTS
};

static const char *const statements[STATEMENTS] = {
    [FIND] = "SELECT id, thread, direction, evidence, flags, digest"
	     " FROM message WHERE message_id=?",
    [ADD] = "INSERT INTO message(message_id, thread, refs, date_s, date_zone,"
	    " recorded_s, direction, evidence, digest, flags, subject, topic,"
	    " topic_key, is_reply, addresses_me, is_automatic, has_content,"
	    " n_attachments, attachment_names, new_words, bears, language,"
	    " bulk, error)"
	    " VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
    [REPLACE] =
	"UPDATE message SET refs=?, date_s=?, date_zone=?, recorded_s=?,"
	" direction=?, evidence=?, digest=?, flags=?, subject=?,"
	" topic=?, topic_key=?, is_reply=?, addresses_me=?,"
	" is_automatic=?, has_content=?, n_attachments=?,"
	" attachment_names=?, new_words=?, bears=?, language=?,"
	" bulk=?, error=? WHERE id=?",
    [CLEAR_PARTICIPANTS] = "DELETE FROM participant WHERE message=?",
    [CLEAR_REFERENCES] = "DELETE FROM reference WHERE message=?",
    [CLEAR_ACTS] = "DELETE FROM act WHERE " ACTS_OF("id", "?1"),
    [ADD_PARTICIPANT] = "INSERT INTO participant(message, role, position,"
			" address, name) VALUES(?,?,?,?,?)",
    [ADD_REFERENCE] = "INSERT OR IGNORE INTO reference(message_id, message)"
		      " VALUES(?,?)",
    [ADD_ACT] = "INSERT INTO act(id, message, kind, sentence, text,"
		" confidence, who, who_name, due_s, due_zone, due_grain,"
		" due_vague, due_text, rules)"
		" VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
    /* One letter of each thread is enough. */
    [REFERRING] = "SELECT min(m.id), m.thread FROM reference r"
		  " JOIN message m ON m.id=r.message"
		  " WHERE r.message_id=? GROUP BY m.thread LIMIT ?",
    [SAME_TOPIC] = "SELECT id, thread FROM message WHERE topic_key=?"
		   " AND date_s BETWEEN ?-?4 AND ?2+?4"
		   " ORDER BY abs(date_s-?2), message_id LIMIT ?3",
    [FORGOTTEN] = "SELECT 1 FROM forgotten WHERE hash=?",
    [COUNT] = "SELECT direction='out', count(*), max(date_s), date_zone"
	      " FROM message GROUP BY direction='out'",
    [MISREAD] = "SELECT count(*) FROM message WHERE flags & ?",
};

static struct query start(struct store *s, size_t i)
{
	return query_start(s, SQL_MESSAGES, i, statements[i]);
}

bool message_find(
    struct store *s, const char *message_id, struct message_copy *copy_r)
{
	struct arena *a;
	struct query q = start(s, FIND);

	query_text(&q, message_id);
	if (!query_row(&q))
		return false;
	a = arena_new();
	copy_r->row = query_get_int(&q);
	copy_r->thread = query_get_int(&q);
	copy_r->direction = query_get_direction(&q, a);
	copy_r->is_wired = !strcmp(query_get_text(&q, a), "wiring");
	copy_r->flags = (unsigned)query_get_int(&q);
	copy_r->digest = query_get_int(&q);
	query_end(&q);
	arena_free(a);
	return true;
}

static void add_mailboxes(
    struct store *s, int64_t row, int role, const struct mailbox *v, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		int64_t address = people_address(s, v[i].addr);
		struct query q = start(s, ADD_PARTICIPANT);

		query_int(&q, row);
		query_int(&q, role);
		query_int(&q, (int64_t)i);
		query_int(&q, address);
		query_text(&q, v[i].name);
		query_run(&q);
	}
}

/* The text of a sentence is kept with the first of its acts. */
static void add_act(struct store *s, struct arena *a, int64_t row,
    size_t position, const struct act *act, const struct act *before)
{
	struct query q = start(s, ADD_ACT);
	bool is_told = before && before->sentence == act->sentence &&
		       !strcmp(before->text, act->text);

	query_int(&q, row * ACTS_MOST + (int64_t)position);
	query_int(&q, row);
	query_text(&q, act_name(act->kind));
	query_int(&q, (int64_t)act->sentence);
	query_text(&q, is_told ? NULL : act->text);
	query_real(&q, act->confidence);
	query_int(&q, act->who);
	query_text(&q, act->who_name ? act->who_name : "");
	query_due(&q, &act->due);
	query_text(&q, names_join(a, act->rules, act->n_rules));
	query_run(&q);
}

/* What hangs on the row of a message. */
static void add_parts(struct store *s, int64_t row, const struct note *n)
{
	struct arena *a = arena_new();

	add_mailboxes(s, row, 0, &n->from, 1);
	add_mailboxes(s, row, 1, n->to, n->n_to);
	add_mailboxes(s, row, 2, n->cc, n->n_cc);
	for (size_t i = 0; i < n->n_references; i++) {
		struct query q = start(s, ADD_REFERENCE);

		query_text(&q, n->references[i]);
		query_int(&q, row);
		query_run(&q);
	}
	for (size_t i = 0; i < n->n_acts; i++)
		add_act(s, a, row, i, &n->acts[i], i ? &n->acts[i - 1] : NULL);
	if (n->meeting)
		meeting_put(s, row, n->meeting);
	arena_free(a);
}

/* Topics that engine/thread.c takes for the same have the same key. */
static const char *topic_key(struct arena *a, const char *topic)
{
	char *key = arena_strdup(a, topic);
	size_t n = 0;

	for (const char *p = topic; *p; p++) {
		if (!str_space(*p))
			key[n++] = str_lower(*p);
		else if (n && key[n - 1] != ' ')
			key[n++] = ' ';
	}
	if (n && key[n - 1] == ' ')
		n--;
	key[n] = '\0';
	return key;
}

/* Binds the columns that a new row and a better copy have in common. */
static void bind_message(
    struct query *q, struct arena *a, const struct message *m)
{
	const struct note *n = &m->note;

	query_text(q, names_join(a, n->references, n->n_references));
	query_stamp(q, n->date);
	query_int(q, m->recorded.utc_s);
	query_direction(q, n->direction);
	query_text(q, m->is_wired ? "wiring" : "headers");
	query_int(q, m->digest);
	query_int(q, m->flags);
	query_text(q, n->subject);
	query_text(q, n->topic);
	query_text(q, topic_key(a, n->topic));
	query_int(q, n->is_reply);
	query_int(q, n->addresses_me);
	query_int(q, n->is_automatic);
	query_int(q, n->has_content);
	query_int(q, (int64_t)n->n_attachments);
	query_text(q, n->attachment_names);
	query_int(q, (int64_t)n->new_words);
	query_int(q, m->bears);
	query_text(q, m->language);
	query_real(q, m->bulk);
	query_text(q, m->error);
}

int64_t message_add(struct store *s, const struct message *m)
{
	struct arena *a = arena_new();
	struct query q = start(s, ADD);
	int64_t row;

	query_text(&q, m->note.message_id);
	query_int(&q, m->note.thread);
	bind_message(&q, a, m);
	row = query_insert(&q);
	add_parts(s, row, &m->note);
	arena_free(a);
	return row;
}

void message_replace(struct store *s, int64_t row, const struct message *m)
{
	static const size_t clear[] = {
	    CLEAR_PARTICIPANTS, CLEAR_REFERENCES, CLEAR_ACTS};
	struct arena *a = arena_new();
	struct query q = start(s, REPLACE);

	bind_message(&q, a, m);
	query_int(&q, row);
	query_run(&q);
	for (size_t i = 0; i < sizeof(clear) / sizeof(clear[0]); i++) {
		q = start(s, clear[i]);
		query_int(&q, row);
		query_run(&q);
	}
	if (!m->note.meeting)
		meeting_put(s, row, NULL);
	add_parts(s, row, &m->note);
	arena_free(a);
}

struct candidates {
	struct candidate *v;
	size_t n, cap;
};

static void take_candidate(
    struct candidates *c, struct arena *a, struct candidate found)
{
	c->v = arena_grow(a, c->v, c->n, &c->cap, sizeof(*c->v));
	c->v[c->n++] = found;
}

static void take_candidates(
    struct query *q, struct arena *a, struct candidates *c)
{
	while (query_row(q)) {
		struct candidate found;

		found.row = query_get_int(q);
		found.thread = query_get_int(q);
		take_candidate(c, a, found);
	}
}

static void take_referring(struct store *s, struct arena *a,
    const char *message_id, struct candidates *c)
{
	struct query q = start(s, REFERRING);

	query_text(&q, message_id);
	query_int(&q, LIMIT_THREAD_CANDIDATES);
	take_candidates(&q, a, c);
}

size_t message_referring(struct store *s, struct arena *a,
    const char *reference, struct candidate **candidates_r)
{
	struct candidates c = {NULL, 0, 0};

	take_referring(s, a, reference, &c);
	*candidates_r = c.v;
	return c.n;
}

size_t message_candidates(struct store *s, struct arena *a,
    const struct note *n, struct candidate **candidates_r)
{
	struct candidates c = {NULL, 0, 0};
	struct query q;

	for (size_t i = 0; i < n->n_references; i++) {
		struct message_copy copy;

		if (message_find(s, n->references[i], &copy))
			take_candidate(
			    &c, a, (struct candidate){copy.row, copy.thread});
		take_referring(s, a, n->references[i], &c);
	}
	take_referring(s, a, n->message_id, &c);
	if (*n->topic) {
		q = start(s, SAME_TOPIC);
		query_text(&q, topic_key(a, n->topic));
		query_int(&q, n->date.utc_s);
		query_int(&q, LIMIT_THREAD_CANDIDATES);
		query_int(&q, (LIMIT_SUBJECT_THREAD_DAYS + 1) * INT64_C(86400));
		take_candidates(&q, a, &c);
	}
	*candidates_r = c.v;
	return c.n;
}

bool message_is_forgotten(struct store *s, const char *message_id)
{
	struct query q = start(s, FORGOTTEN);
	bool found;

	query_int(&q, store_hash(message_id));
	found = query_row(&q);
	query_end(&q);
	return found;
}

size_t message_count(
    struct store *s, struct stamp *newest_in_r, struct stamp *newest_out_r)
{
	struct query q = start(s, COUNT);
	size_t n = 0;

	*newest_in_r = *newest_out_r = (struct stamp){0, 0};
	while (query_row(&q)) {
		bool out = query_get_int(&q) != 0;

		n += (size_t)query_get_int(&q);
		*(out ? newest_out_r : newest_in_r) = query_get_stamp(&q);
	}
	return n;
}

size_t message_misread(struct store *s)
{
	struct query q = start(s, MISREAD);
	size_t n = 0;

	query_int(&q, LETTER_MISREAD);
	if (query_row(&q)) {
		n = (size_t)query_get_int(&q);
		query_end(&q);
	}
	return n;
}
