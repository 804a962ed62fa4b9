/* SPDX-License-Identifier: ISC */
/*
 * Letters in and out of the store: message, participant, reference, act.
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
	NOTE,
	THREAD,
	PARTICIPANTS,
	ACTS,
	FORGOTTEN,
	COUNT,
	MISREAD,
	STATEMENTS
};

#define NOTE_COLUMNS \
	"m.id, m.message_id, m.thread, m.refs, m.date_s, m.date_zone, m.direction," \
	" m.subject, m.topic, m.is_reply, m.addresses_me, m.is_automatic," \
	" m.has_content, m.n_attachments, m.attachment_names, m.new_words," \
	" m.flags"

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
    [NOTE] = "SELECT " NOTE_COLUMNS " FROM message m WHERE id=?",
    [THREAD] = "SELECT " NOTE_COLUMNS " FROM message m WHERE thread=?1"
	       " AND (date_s>=coalesce((SELECT date_s FROM message"
	       "   WHERE thread=?1 ORDER BY date_s DESC LIMIT 1 OFFSET ?2),"
	       "  -9223372036854775807)"
	       " OR EXISTS(SELECT 1 FROM item i"
	       "   WHERE i.message=m.id AND i.hidden=0))"
	       " ORDER BY date_s, message_id",
    [PARTICIPANTS] =
	"SELECT p.role, p.name, a.addr, a.person FROM participant p"
	" JOIN address a ON a.id=p.address WHERE p.message=?"
	" ORDER BY p.role, p.position",
    [ACTS] = "SELECT kind, sentence, text, confidence, who, who_name, due_s,"
	     " due_zone, due_grain, due_vague, due_text, rules"
	     " FROM act WHERE " ACTS_OF("id", "?1") " ORDER BY id",
    [FORGOTTEN] = "SELECT 1 FROM forgotten WHERE hash=?",
    [COUNT] = "SELECT direction='out', count(*), max(date_s), date_zone"
	      " FROM message GROUP BY direction='out'",
    [MISREAD] = "SELECT count(*) FROM message WHERE flags & ?",
};

static struct query start(struct store *s, size_t i)
{
	return query_start(s, SQL_MESSAGES, i, statements[i]);
}

static const char *const directions[] = {
    [DIRECTION_UNKNOWN] = "unknown",
    [DIRECTION_IN] = "in",
    [DIRECTION_OUT] = "out",
};

static enum direction direction_from_name(const char *name)
{
	if (!strcmp(name, directions[DIRECTION_OUT]))
		return DIRECTION_OUT;
	return strcmp(name, directions[DIRECTION_IN]) ? DIRECTION_UNKNOWN
						      : DIRECTION_IN;
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
	copy_r->direction = direction_from_name(query_get_text(&q, a));
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
	query_text(q, directions[n->direction]);
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

/* Stands for what is still to be read, of a letter that has a meeting. */
static const struct meeting_note some_meeting;

static void get_note(struct query *q, struct arena *a, struct note *n)
{
	int64_t flags;

	n->row = query_get_int(q);
	n->message_id = query_get_text(q, a);
	n->thread = query_get_int(q);
	n->n_references = names_split(a, query_get_text(q, a), &n->references);
	n->date = query_get_stamp(q);
	n->direction = direction_from_name(query_get_text(q, a));
	n->subject = query_get_text(q, a);
	n->topic = query_get_text(q, a);
	n->is_reply = query_get_int(q) != 0;
	n->addresses_me = query_get_int(q) != 0;
	n->is_automatic = query_get_int(q) != 0;
	n->has_content = query_get_int(q) != 0;
	n->n_attachments = (size_t)query_get_int(q);
	n->attachment_names = query_get_text(q, a);
	n->new_words = (size_t)query_get_int(q);
	flags = query_get_int(q);
	n->is_list = (flags & LETTER_LIST) != 0;
	n->meeting = flags & LETTER_MEETING ? &some_meeting : NULL;
}

static void get_participants(struct store *s, struct arena *a, struct note *n)
{
	struct query q = start(s, PARTICIPANTS);
	size_t cap_to = 0, cap_cc = 0;

	n->from = (struct mailbox){"", "", 0};
	query_int(&q, n->row);
	while (query_row(&q)) {
		int64_t role = query_get_int(&q);
		struct mailbox box;

		box.name = query_get_text(&q, a);
		box.addr = query_get_text(&q, a);
		box.person = query_get_int(&q);
		if (role == 0) {
			n->from = box;
		} else if (role == 1) {
			n->to =
			    arena_grow(a, n->to, n->n_to, &cap_to, sizeof(box));
			n->to[n->n_to++] = box;
		} else {
			n->cc =
			    arena_grow(a, n->cc, n->n_cc, &cap_cc, sizeof(box));
			n->cc[n->n_cc++] = box;
		}
	}
}

static void get_acts(struct store *s, struct arena *a, struct note *n)
{
	struct query q = start(s, ACTS);
	size_t cap = 0;

	query_int(&q, n->row);
	while (query_row(&q)) {
		struct act act = {0};

		act.kind = act_from_name(query_get_text(&q, a));
		act.sentence = (size_t)query_get_int(&q);
		act.text = query_get_text(&q, a);
		if (!*act.text && n->n_acts)
			act.text = n->acts[n->n_acts - 1].text;
		act.confidence = query_get_real(&q);
		act.who = (enum act_who)query_get_int(&q);
		act.who_name = query_get_text(&q, a);
		act.due = query_get_due(&q, a);
		act.n_rules = names_split(a, query_get_text(&q, a), &act.rules);
		if (act.kind == ACT_KINDS)
			continue;
		n->acts = arena_grow(a, n->acts, n->n_acts, &cap, sizeof(act));
		n->acts[n->n_acts++] = act;
	}
}

/* Its acts and its meeting are left to be read. */
static bool find_note(
    struct store *s, struct arena *a, int64_t row, struct note *note_r)
{
	struct query q = start(s, NOTE);

	query_int(&q, row);
	if (!query_row(&q))
		return false;
	*note_r = (struct note){0};
	get_note(&q, a, note_r);
	query_end(&q);
	get_participants(s, a, note_r);
	return true;
}

static void get_meeting(struct store *s, struct arena *a, struct note *n)
{
	if (n->meeting)
		n->meeting = meeting_get(s, a, n->row);
}

bool message_note(
    struct store *s, struct arena *a, int64_t row, struct note *note_r)
{
	bool found = find_note(s, a, row, note_r);

	if (found)
		note_r->meeting = NULL;
	return found;
}

bool message_whole(
    struct store *s, struct arena *a, int64_t row, struct note *note_r)
{
	if (!find_note(s, a, row, note_r))
		return false;
	get_acts(s, a, note_r);
	get_meeting(s, a, note_r);
	return true;
}

size_t message_thread(
    struct store *s, struct arena *a, int64_t thread, struct note **notes_r)
{
	struct query q = start(s, THREAD);
	struct note *v = NULL;
	size_t n = 0, cap = 0;

	query_int(&q, thread);
	query_int(&q, LIMIT_THREAD_MESSAGES - 1);
	while (query_row(&q)) {
		v = arena_grow(a, v, n, &cap, sizeof(*v));
		get_note(&q, a, &v[n++]);
	}
	for (size_t i = 0; i < n; i++) {
		get_participants(s, a, &v[i]);
		get_acts(s, a, &v[i]);
		get_meeting(s, a, &v[i]);
	}
	*notes_r = v;
	return n;
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
