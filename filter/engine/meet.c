/* SPDX-License-Identifier: ISC */
/*
 * What a letter's calendar part does (RFC 5546): an invitation is a meeting,
 * to which its organizer and whoever is invited say yes, no or another time.
 * Programs write such letters, so that it counts in automatic ones too; but
 * only from those whom the meeting is between.
 */
#include "base/arena.h"
#include "engine/party.h"
#include "engine/stage.h"
#include "model/meeting.h"

#include <string.h>

/* A calendar leaves no doubt. */
#define SURE 0.95

/* Where a rule's name stands. */
#define RULE "CALENDAR"

static struct due due_of(const struct meeting_note *m)
{
	return (struct due){.is_set = m->start.utc_s != 0,
	    .at = m->start,
	    .grain = m->is_day ? GRAIN_DAY : GRAIN_MINUTE,
	    .text = ""};
}

/* The life of the meeting with that UID; closed ones too. */
static struct live *find(struct replay *r, const char *uid)
{
	for (size_t i = 0; i < r->n_lives; i++) {
		struct live *live = &r->lives[i];

		if (live->life.item.sentence == SENTENCE_MEETING &&
		    live->note->meeting &&
		    !strcmp(live->note->meeting->uid, uid))
			return live;
	}
	return NULL;
}

/* Tells of the event, with words of the part itself. */
static void happen(struct replay *r, const struct turn *turn, struct live *live,
    enum event_kind kind)
{
	const struct meeting_note *m = turn->note->meeting;
	struct event event = replay_cause(turn, kind, NULL);

	event.text = m->summary;
	if (kind == EVENT_REVISED || kind == EVENT_CONFLICT)
		event.due = due_of(m);
	replay_event(r, live, &event);
}

static struct live *open_meeting(struct replay *r, const struct turn *turn,
    enum item_owner owner, const struct mailbox *who)
{
	const struct note *n = turn->note;
	struct item item = {
	    .kind = ITEM_MEETING,
	    .owner = owner,
	    .who = *who,
	    .what = n->meeting->summary,
	    .due = due_of(n->meeting),
	    .state = ITEM_OPEN,
	    .confidence = SURE,
	    .subject = n->subject,
	    .message_id = n->message_id,
	    .sentence = SENTENCE_MEETING,
	    .created = n->date,
	    .outgoing = note_is_mine(n),
	};
	struct live *live;

	item.rules = arena_array(r->arena, 1, sizeof(*item.rules));
	item.rules[item.n_rules++] = RULE;
	item.first_due = item.due;
	live = replay_open(r, turn, &item);
	live->life.is_talk = true;
	live->dated_by = turn->side;
	return live;
}

/* Asked for again, and at another time: who had agreed has not to that. */
static void renew(struct replay *r, const struct turn *turn, struct live *live)
{
	const struct due *old = &live->life.item.due;
	const struct meeting_note *m = turn->note->meeting;

	if (live->settled_by_user || m->sequence < live->sequence)
		return;
	live->sequence = m->sequence;
	if (!live_is_open(live))
		happen(r, turn, live, EVENT_REOPENED);
	if (!m->start.utc_s || (old->is_set && old->at.utc_s == m->start.utc_s))
		return;
	happen(r, turn, live, EVENT_REVISED);
	live->life.item.is_accepted = false;
}

static void request(struct replay *r, const struct turn *turn)
{
	const struct note *n = turn->note;
	struct live *live = find(r, n->meeting->uid);
	bool mine = turn->side == OWNER_ME;
	const struct mailbox *who =
	    mine ? note_first_recipient(n, &r->config->me) : &n->from;

	if (!who || !n->meeting->start.utc_s)
		return;
	if (live && (mine || same_person(&n->from, &live->life.item.who))) {
		renew(r, turn, live);
	} else if (!live) {
		live = open_meeting(r, turn, mine ? OWNER_THEM : OWNER_ME, who);
		live->sequence = n->meeting->sequence;
	}
}

/* Who organizes it is not who says yes or no to it. */
static bool is_invited(const struct turn *turn, const struct live *live)
{
	const struct item *it = &live->life.item;

	if (turn->side != it->owner)
		return false;
	return turn->side == OWNER_ME ||
	       same_person(&turn->note->from, &it->who);
}

static void reply(struct replay *r, const struct turn *turn)
{
	const struct meeting_note *m = turn->note->meeting;
	struct live *live = find(r, m->uid);

	/* The invite itself was not seen: it went out another way. */
	if (!live && m->is_known && m->start.utc_s && turn->side == OWNER_THEM)
		live = open_meeting(r, turn, OWNER_THEM, &turn->note->from);
	if (!live || live->settled_by_user || !is_invited(turn, live) ||
	    m->sequence < live->sequence)
		return;
	if (m->method == MEETING_COUNTER) {
		if (m->start.utc_s && live_is_open(live))
			happen(r, turn, live, EVENT_CONFLICT);
	} else if (m->attendance == ATTENDANCE_DECLINED) {
		if (live_is_open(live))
			happen(r, turn, live, EVENT_DECLINED);
	} else if (m->attendance == ATTENDANCE_ACCEPTED) {
		if (!live_is_open(live))
			happen(r, turn, live, EVENT_REOPENED);
		if (!live->life.item.is_accepted)
			happen(r, turn, live, EVENT_ACCEPTED);
		live->life.item.conflict = (struct stamp){0, 0};
	} else if (m->attendance == ATTENDANCE_TENTATIVE) {
		live->life.item.is_accepted = false;
	}
}

/* The organizer calls it off, or stays with the time that was. */
static void decide(struct replay *r, const struct turn *turn)
{
	const struct meeting_note *m = turn->note->meeting;
	struct live *live = find(r, m->uid);

	if (!live || turn->side == live->life.item.owner ||
	    m->sequence < live->sequence || !live_is_open(live))
		return;
	if (turn->side == OWNER_THEM &&
	    !same_person(&turn->note->from, &live->life.item.who))
		return;
	if (m->method == MEETING_CANCEL)
		happen(r, turn, live, EVENT_CANCELLED);
	else
		live->life.item.conflict = (struct stamp){0, 0};
}

void meet_by_calendar(struct replay *r, struct turn *turn)
{
	const struct note *n = turn->note;

	if (!n->meeting)
		return;
	switch (n->meeting->method) {
	case MEETING_REQUEST:
		request(r, turn);
		break;
	case MEETING_REPLY:
	case MEETING_COUNTER:
		reply(r, turn);
		break;
	case MEETING_CANCEL:
	case MEETING_DECLINE_COUNTER:
		decide(r, turn);
		break;
	case MEETING_METHODS:
		break;
	}
	/* What the text says of the meeting, the calendar says better. */
	for (size_t i = 0; i < n->n_acts; i++)
		if (n->acts[i].kind == ACT_MEETING ||
		    n->acts[i].kind == ACT_CANCEL ||
		    n->acts[i].kind == ACT_ACCEPT ||
		    n->acts[i].kind == ACT_DECLINE)
			turn_use_sentence(turn, n->acts[i].sentence);
}
