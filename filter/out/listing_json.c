/* SPDX-License-Identifier: ISC */
/* The ledger as JSON. The names of the fields are a contract: only add. */
#include "out/listing_json.h"
#include "base/buf.h"
#include "out/json.h"

static void string(struct json *j, const char *key, const char *value)
{
	json_key(j, key);
	json_string(j, value);
}

static void integer(struct json *j, const char *key, int64_t value)
{
	json_key(j, key);
	json_int(j, value);
}

/* A stamp whose utc_s is 0 was never set. */
static void stamp(struct json *j, const char *key, struct stamp t)
{
	json_key(j, key);
	json_stamp(j, t, t.utc_s != 0);
}

static void who(struct json *j, const char *key, const struct mailbox *box)
{
	if (key)
		json_key(j, key);
	json_object(j);
	string(j, "name", box->name);
	string(j, "address", box->addr);
	json_end(j);
}

static void due(struct json *j, const char *key, const struct due *d)
{
	json_key(j, key);
	json_stamp(j, d->at, d->is_set);
}

void json_item_fields(struct json *j, const struct item *it, struct stamp now)
{
	integer(j, "id", it->id);
	string(j, "kind", item_kind_name(it->kind));
	string(j, "owner", item_owner_name(it->owner));
	who(j, "who", &it->who);
	string(j, "what", it->what);
	due(j, "due", &it->due);
	stamp(j, "conflict", it->conflict);
	stamp(j, "presumed",
	    item_is_presumed(it, now) ? it->presumed : (struct stamp){0, 0});
	string(j, "grain", it->due.is_set ? grain_name(it->due.grain) : NULL);
	string(j, "state", item_state_name(it, now));
	json_key(j, "confidence");
	json_double(j, it->confidence);
	string(j, "subject", it->subject);
	integer(j, "thread", it->thread);
	string(j, "message_id", it->message_id);
	stamp(j, "created", it->created);
	json_key(j, "rules");
	json_array(j);
	for (size_t i = 0; i < it->n_rules; i++)
		json_string(j, it->rules[i]);
	json_end(j);
	string(j, "source", it->outgoing ? "out" : "in");
}

static void begin(struct json *j, struct buf *out)
{
	json_init(j, out);
	json_array(j);
}

static void finish(struct json *j, struct buf *out)
{
	json_end(j);
	buf_char(out, '\n');
}

void list_items_json(
    struct buf *out, const struct item *items, size_t n, struct stamp now)
{
	struct json j;

	begin(&j, out);
	for (size_t i = 0; i < n; i++) {
		json_object(&j);
		json_item_fields(&j, &items[i], now);
		json_end(&j);
	}
	finish(&j, out);
}

static const char *direction(enum direction d)
{
	return d == DIRECTION_IN ? "in" : d == DIRECTION_OUT ? "out" : NULL;
}

void list_threads_json(struct buf *out, const struct thread *threads, size_t n)
{
	struct json j;

	begin(&j, out);
	for (size_t i = 0; i < n; i++) {
		const struct thread *t = &threads[i];

		json_object(&j);
		integer(&j, "id", t->id);
		string(&j, "subject", t->subject);
		json_key(&j, "people");
		json_array(&j);
		for (size_t p = 0; p < t->n_people; p++)
			who(&j, NULL, &t->people[p]);
		json_end(&j);
		integer(&j, "messages", (int64_t)t->n_messages);
		integer(&j, "alternations", (int64_t)t->alternations);
		integer(&j, "open_items", (int64_t)t->n_open_items);
		string(&j, "next", next_step_name(t->next));
		integer(&j, "open_questions", (int64_t)t->n_open_questions);
		integer(&j, "trouble", (int64_t)t->trouble);
		json_key(&j, "heat");
		json_double(&j, t->heat);
		stamp(&j, "first", t->first);
		stamp(&j, "last", t->last);
		string(&j, "last_direction", direction(t->last_direction));
		json_key(&j, "muted");
		json_bool(&j, t->is_muted);
		json_end(&j);
	}
	finish(&j, out);
}

void json_person_fields(struct json *j, const struct person *p)
{
	integer(j, "id", p->id);
	string(j, "name", p->mailbox.name);
	string(j, "address", p->mailbox.addr);
	json_key(j, "addresses");
	json_array(j);
	for (size_t i = 0; i < p->n_addresses; i++)
		json_string(j, p->addresses[i]);
	json_end(j);
	integer(j, "messages_in", (int64_t)p->n_in);
	integer(j, "messages_out", (int64_t)p->n_out);
	stamp(j, "last_in", p->last_in);
	stamp(j, "last_out", p->last_out);
	json_key(j, "reply_hours");
	if (p->reply_s > 0)
		json_double(j, (double)p->reply_s / 3600);
	else
		json_null(j);
	integer(j, "replies", (int64_t)p->n_replies);
	json_key(j, "my_reply_hours");
	if (p->my_reply_s > 0)
		json_double(j, (double)p->my_reply_s / 3600);
	else
		json_null(j);
	integer(j, "my_replies", (int64_t)p->my_replies);
	integer(j, "mine_open", (int64_t)p->mine_open);
	integer(j, "mine_late", (int64_t)p->mine_late);
	integer(j, "theirs_open", (int64_t)p->theirs_open);
	integer(j, "theirs_late", (int64_t)p->theirs_late);
	integer(j, "kept", (int64_t)p->theirs.kept);
	integer(j, "late", (int64_t)p->theirs.late);
	integer(j, "moved", (int64_t)p->theirs.moved);
	integer(j, "my_kept", (int64_t)p->mine.kept);
	integer(j, "my_late", (int64_t)p->mine.late);
	integer(j, "my_moved", (int64_t)p->mine.moved);
	stamp(j, "last_talk", p->last_talk);
	json_key(j, "muted");
	json_bool(j, p->is_muted);
	string(j, "prefers", way_name(p->prefers));
	string(j, "zone", p->zone && *p->zone ? p->zone : NULL);
	json_key(j, "utc_offset_minutes");
	if (p->has_zone)
		json_int(j, p->zone_min);
	else
		json_null(j);
	json_key(j, "grace_hours");
	if (p->grace_min >= 0)
		json_double(j, p->grace_min / 60.0);
	else
		json_null(j);
}

void list_people_json(struct buf *out, const struct person *people, size_t n)
{
	struct json j;

	begin(&j, out);
	for (size_t i = 0; i < n; i++) {
		json_object(&j);
		json_person_fields(&j, &people[i]);
		json_end(&j);
	}
	finish(&j, out);
}

void list_suggestions_json(
    struct buf *out, const struct suggestion *suggestions, size_t n)
{
	struct json j;

	begin(&j, out);
	for (size_t i = 0; i < n; i++) {
		const struct suggestion *s = &suggestions[i];

		json_object(&j);
		integer(&j, "id", s->id);
		string(&j, "kind", suggestion_name(s->kind));
		who(&j, "who", &s->who);
		string(&j, "why", s->why);
		json_key(&j, "items");
		json_array(&j);
		for (size_t k = 0; k < s->n_items; k++)
			json_int(&j, s->items[k]);
		json_end(&j);
		json_key(&j, "thread");
		if (s->thread)
			json_int(&j, s->thread);
		else
			json_null(&j);
		string(&j, "command", s->command);
		json_end(&j);
	}
	finish(&j, out);
}

static void event(struct json *j, const struct event *e)
{
	json_object(j);
	string(j, "event", event_name(e->kind));
	string(j, "cause", e->cause == CAUSE_USER ? "user" : "mail");
	stamp(j, "at", e->at);
	string(j, "message_id",
	    e->message_id && *e->message_id ? e->message_id : NULL);
	string(j, "text", e->text && *e->text ? e->text : NULL);
	due(j, "due", &e->due);
	json_key(j, "undone");
	json_bool(j, e->is_undone);
	json_end(j);
}

void list_item_json(struct buf *out, const struct item *it,
    const struct event *events, size_t n_events, struct stamp now)
{
	struct json j;

	json_init(&j, out);
	json_object(&j);
	json_item_fields(&j, it, now);
	json_key(&j, "withdrawn");
	json_bool(&j, it->is_withdrawn);
	due(&j, "first_due", &it->first_due);
	string(&j, "due_text",
	    it->due.text && *it->due.text ? it->due.text : NULL);
	json_key(&j, "due_vague");
	json_bool(&j, it->due.is_vague);
	stamp(&j, "closed", it->closed);
	json_key(&j, "learnt");
	json_double(&j, it->learnt.shift);
	json_key(&j, "history");
	json_array(&j);
	for (size_t i = 0; i < n_events; i++)
		event(&j, &events[i]);
	json_end(&j);
	finish(&j, out);
}
