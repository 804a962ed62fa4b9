/* SPDX-License-Identifier: ISC */
/* Letters out of the store, as the engine looks at them. */
#include "store/notes.h"
#include "base/arena.h"
#include "base/limits.h"
#include "store/column.h"
#include "store/meetings.h"

enum { NOTE, THREAD, PARTICIPANTS, ACTS, STATEMENTS };

#define NOTE_COLUMNS \
	"m.id, m.message_id, m.thread, m.refs, m.date_s, m.date_zone, m.direction," \
	" m.subject, m.topic, m.is_reply, m.addresses_me, m.is_automatic," \
	" m.has_content, m.n_attachments, m.attachment_names, m.new_words," \
	" m.flags"

static const char *const statements[STATEMENTS] = {
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
};

static struct query start(struct store *s, size_t i)
{
	return query_start(s, SQL_NOTES, i, statements[i]);
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
	n->direction = query_get_direction(q, a);
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

bool note_get(
    struct store *s, struct arena *a, int64_t row, struct note *note_r)
{
	bool found = find_note(s, a, row, note_r);

	if (found)
		note_r->meeting = NULL;
	return found;
}

bool note_get_whole(
    struct store *s, struct arena *a, int64_t row, struct note *note_r)
{
	if (!find_note(s, a, row, note_r))
		return false;
	get_acts(s, a, note_r);
	get_meeting(s, a, note_r);
	return true;
}

size_t notes_of_thread(
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
