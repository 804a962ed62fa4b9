/* SPDX-License-Identifier: ISC */
/*
 * rapport call: an invitation to talk about an item, a thread, or with a
 * person. Without a time it takes the first free slot of the next working
 * days and offers two more.
 */
#include "base/arena.h"
#include "base/str.h"
#include "cmd/command.h"
#include "cmd/post.h"
#include "ledger/advice.h"
#include "ledger/ledger.h"

#include <string.h>

/* A call with more people than this is a meeting that needs a chair. */
#define MOST_PEOPLE 5
#define MOST_POINTS 6
#define MOST_MIN    480
#define LOOK_DAYS   35

enum option { AT, FOR, SEND };

static const struct command_option options[] = {
    [AT] = {"at", "WHEN", "when to talk, instead of the next free time", false},
    [FOR] = {"for", "MIN", "for how many minutes", false},
    [SEND] = {"send", NULL, "send it at once", false},
    {0},
};

/* What is to be talked about, and with whom. */
struct matter {
	int64_t item, thread; /* 0: none */
	const char *key;      /* of the invite: "call i12" */
	struct call call;
};

static struct mailbox *one_person(struct session *s, struct mailbox box)
{
	struct mailbox *people = arena_alloc(s->arena, sizeof(*people));

	*people = box;
	return people;
}

static enum status of_thread(struct session *s, int64_t id, struct matter *m)
{
	struct thread t;
	struct note *notes;
	enum status status;

	status = ledger_thread(s->ledger, s->arena, id, s->now, s->diag, &t);
	if (status == STATUS_OK)
		status = ledger_notes(
		    s->ledger, s->arena, id, s->diag, &notes, &m->call.n_notes);
	if (status != STATUS_OK)
		return status;
	m->thread = id;
	m->call.notes = notes;
	if (m->call.n_notes)
		m->call.topic = notes[m->call.n_notes - 1].topic;
	if (m->item)
		return STATUS_OK;
	if (!t.n_people)
		return diag_fail(s->diag, STATUS_DATA,
		    "nobody but you is in t%lld", (long long)id);
	m->call.is_barrage = t.heat >= 1;
	m->call.people = t.people;
	m->call.n_people = t.n_people < MOST_PEOPLE ? t.n_people : MOST_PEOPLE;
	return STATUS_OK;
}

static enum status of_item(struct session *s, int64_t id, struct matter *m)
{
	struct event *events;
	enum status status;
	struct item it;
	size_t n;

	status = ledger_item(
	    s->ledger, s->arena, id, s->now, s->diag, &it, &events, &n);
	if (status != STATUS_OK)
		return status;
	m->item = id;
	m->call.people = one_person(s, it.who);
	m->call.n_people = 1;
	return of_thread(s, it.thread, m);
}

static enum status of_person(
    struct session *s, const char *who, struct matter *m)
{
	struct person p;
	enum status status =
	    ledger_who(s->ledger, s->arena, who, s->now, s->diag, &p);

	if (status != STATUS_OK)
		return status;
	m->call.people = one_person(s, p.mailbox);
	m->call.n_people = 1;
	m->key = arena_printf(s->arena, "call %s", p.mailbox.addr);
	return STATUS_OK;
}

static enum status find_matter(
    struct session *s, const char *word, struct matter *m)
{
	int64_t id;

	*m = (struct matter){.call = {.topic = ""}};
	id = operand_id(word, 'i');
	if (id) {
		m->key = arena_printf(s->arena, "call i%lld", (long long)id);
		return of_item(s, id, m);
	}
	id = operand_id(word, 't');
	if (id) {
		m->key = arena_printf(s->arena, "call t%lld", (long long)id);
		return of_thread(s, id, m);
	}
	return of_person(s, word, m);
}

/* The subject of the item's thread, without the prefixes of replies. */
static const char *topic_of(struct session *s, const struct item *it)
{
	struct note *notes;
	size_t n;

	if (ledger_notes(s->ledger, s->arena, it->thread, s->diag, &notes,
		&n) != STATUS_OK ||
	    !n)
		return it->subject;
	return notes[n - 1].topic;
}

static bool has_point(const struct call *call, const struct call_point *p)
{
	for (size_t i = 0; i < call->n_points; i++)
		if (call->points[i].owner == p->owner &&
		    !strcmp(call->points[i].topic, p->topic))
			return true;
	return false;
}

/* The agenda: what is open on both sides, a line for each subject. */
static enum status add_points(struct session *s, struct matter *m)
{
	const struct item_filter filter = {.with = m->call.people[0].addr};
	struct call_point *points =
	    arena_array(s->arena, MOST_POINTS, sizeof(*points));
	struct item *items;
	enum status status;
	size_t n;

	status = ledger_items(
	    s->ledger, s->arena, &filter, s->now, s->diag, &items, &n);
	if (status != STATUS_OK)
		return status;
	m->call.points = points;
	for (size_t i = 0; i < n && m->call.n_points < MOST_POINTS; i++) {
		struct call_point p;

		/* With several people, only what all of them were in. */
		if (m->call.n_people > 1 && items[i].thread != m->thread)
			continue;
		p = (struct call_point){topic_of(s, &items[i]), items[i].owner};
		if (*p.topic && !has_point(&m->call, &p))
			points[m->call.n_points++] = p;
	}
	if (!*m->call.topic && m->call.n_points == 1)
		m->call.topic = points[0].topic;
	return STATUS_OK;
}

/* The offset that their last letter was written in. */
static void find_their_zone(struct matter *m)
{
	for (size_t i = m->call.n_notes; i-- && !m->call.knows_theirs;) {
		const struct note *note = &m->call.notes[i];

		if (strcmp(note->from.addr, m->call.people[0].addr) != 0)
			continue;
		m->call.theirs_zone_min = note->date.zone_min;
		m->call.knows_theirs = true;
	}
}

/* Where the user says they are, else where another letter came from. */
static enum status ask_their_zone(struct session *s, struct matter *m)
{
	const char *addr = m->call.people[0].addr;
	struct person p;
	enum status status;

	if (!*addr)
		return STATUS_OK;
	status = ledger_who(s->ledger, s->arena, addr, s->now, s->diag, &p);
	if (status != STATUS_OK)
		return status;
	if (*p.zone) {
		m->call.knows_theirs = true;
		return calendar_offset(s->arena, p.zone, s->now.utc_s, s->diag,
		    &m->call.theirs_zone_min);
	}
	if (!m->call.knows_theirs && p.has_zone) {
		m->call.knows_theirs = true;
		m->call.theirs_zone_min = p.zone_min;
	}
	return STATUS_OK;
}

static enum status find_slots(struct session *s, struct matter *m)
{
	const struct slot_wish wish = {.config = &s->config,
	    .from = s->now,
	    .theirs_zone_min = m->call.theirs_zone_min,
	    .knows_theirs = m->call.knows_theirs,
	    .length_min = m->call.length_min};
	struct stamp to = s->now;
	struct busy *busy;
	enum status status;
	size_t n;

	to.utc_s += (int64_t)LOOK_DAYS * 86400;
	status =
	    calendar_busy(s->arena, (const char *const *)s->config.calendars,
		s->config.n_calendars, s->now, to, s->diag, &busy, &n);
	if (status != STATUS_OK)
		return status;
	m->call.n_slots = calendar_slots(&wish, busy, n, m->call.slots, 3);
	if (!m->call.n_slots)
		return diag_fail(s->diag, STATUS_DATA,
		    "there is no free time in your calendars; say when with "
		    "--at");
	return STATUS_OK;
}

static enum status choose_time(
    struct session *s, const struct arguments *args, struct matter *m)
{
	const char *at = argument(args, AT), *min = argument(args, FOR);
	long long length_min = s->config.call_min;
	enum status status;

	if (min && (!str_number(min, strlen(min), MOST_MIN, &length_min) ||
		       !length_min))
		return diag_fail(s->diag, STATUS_USAGE,
		    "'%s' is not a number of minutes from 1 to %d", min,
		    MOST_MIN);
	m->call.length_min = (int)length_min;
	if (!at)
		return find_slots(s, m);
	status = session_when(s, at, &m->call.slots[0]);
	if (status != STATUS_OK)
		return status;
	if (post_is_day(m->call.slots[0]))
		return diag_fail(s->diag, STATUS_USAGE,
		    "'%s' says no time of day; say '%s 15:00'", at, at);
	if (m->call.slots[0].utc_s <= s->now.utc_s)
		return diag_fail(
		    s->diag, STATUS_USAGE, "'%s' is not in the future", at);
	m->call.n_slots = 1;
	return STATUS_OK;
}

static enum status record(struct session *s, const struct matter *m)
{
	const struct event called = {
	    .kind = EVENT_CALLED, .due = {.at = m->call.slots[0]}};
	enum status status = STATUS_OK;

	if (m->item)
		status = post_event(s, m->item, &called);
	if (status == STATUS_OK)
		status = ledger_taken(s->ledger, m->key, s->now, s->diag);
	return status;
}

static enum status run(struct session *s, const struct arguments *args)
{
	bool send = args->values[SEND];
	struct invite invite;
	struct writer writer;
	struct draft *draft;
	struct matter m;
	enum status status;

	status = find_matter(s, args->words[0], &m);
	if (status == STATUS_OK)
		status = add_points(s, &m);
	if (status != STATUS_OK)
		return status;
	find_their_zone(&m);
	status = ask_their_zone(s, &m);
	if (status != STATUS_OK)
		return status;
	m.call.where = s->config.call_where;
	status = choose_time(s, args, &m);
	if (status == STATUS_OK)
		status = post_writer(s, m.call.notes, m.call.n_notes, &writer);
	if (status == STATUS_OK)
		status = ledger_invite(s->ledger, s->arena, m.key,
		    m.call.slots[0], s->now, s->diag, &invite);
	if (status != STATUS_OK)
		return status;
	m.call.uid = invite.uid;
	m.call.sequence = invite.sequence;
	status = draft_call(&writer, &m.call, s->diag, &draft);
	if (status == STATUS_OK)
		status = post_draft(s, draft, send);
	if (status == STATUS_OK && send)
		status = record(s, &m);
	return status;
}

const struct command cmd_call = {
    .name = "call",
    .operands = "ID|TID|WHO",
    .text = "invite to a talk",
    .options = options,
    .min_words = 1,
    .max_words = 1,
    .needs = NEEDS_RULES | NEEDS_LEDGER,
    .run = run,
};
