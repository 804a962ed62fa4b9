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
	/* One talk does not settle a series. */
	live->life.is_talk = !*n->meeting->series;
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

/* The note is about that meeting, with that method. */
static bool is_about(
    const struct note *n, const struct live *live, enum meeting_method method)
{
	return n->meeting && n->meeting->method == method &&
	       !strcmp(n->meeting->uid, live->note->meeting->uid);
}

/* Who organizes it is not who says yes or no to it. */
static bool is_invited(
    const struct replay *r, const struct turn *turn, const struct live *live)
{
	const struct item *it = &live->life.item;
	const struct mailbox *from = &turn->note->from;

	if (turn->side != it->owner)
		return false;
	if (turn->side == OWNER_ME || same_person(from, &it->who))
		return true;
	for (size_t i = 0; i < turn->index; i++)
		if (is_about(r->notes[i], live, MEETING_REQUEST) &&
		    note_is_mine(r->notes[i]) && note_is_to(r->notes[i], from))
			return true;
	return false;
}

/* What they last said, before the turn's letter, of the time that holds. */
static enum attendance last_word(const struct replay *r,
    const struct turn *turn, const struct live *live, const struct mailbox *box)
{
	enum attendance said = ATTENDANCE_OPEN;

	for (size_t i = 0; i < turn->index; i++) {
		const struct note *n = r->notes[i];

		if (is_about(n, live, MEETING_REPLY) &&
		    !n->meeting->instance_s &&
		    n->meeting->sequence >= live->sequence &&
		    same_person(&n->from, box))
			said = n->meeting->attendance;
	}
	return said;
}

static void choose_guest(const struct replay *r, const struct turn *turn,
    const struct live *live, const struct mailbox *v, size_t n,
    const struct mailbox **best, enum attendance *best_said)
{
	for (size_t i = 0; i < n; i++) {
		enum attendance said;

		if (me_has(&r->config->me, v[i].addr) ||
		    same_person(&v[i], &turn->note->from))
			continue;
		said = last_word(r, turn, live, &v[i]);
		if (said == ATTENDANCE_DECLINED ||
		    (*best && said != ATTENDANCE_ACCEPTED) ||
		    *best_said == ATTENDANCE_ACCEPTED)
			continue;
		*best = &v[i];
		*best_said = said;
	}
}

/*
 * Of several whom the user invited one who comes all the same when the
 * turn's writer does not; else one who has not said no. NULL: nobody.
 */
static const struct mailbox *other_guest(const struct replay *r,
    const struct turn *turn, const struct live *live, enum attendance *said_r)
{
	const struct mailbox *best = NULL;

	*said_r = ATTENDANCE_OPEN;
	for (size_t i = 0; i < turn->index; i++) {
		const struct note *n = r->notes[i];

		if (!is_about(n, live, MEETING_REQUEST) || !note_is_mine(n))
			continue;
		choose_guest(r, turn, live, n->to, n->n_to, &best, said_r);
		choose_guest(r, turn, live, n->cc, n->n_cc, &best, said_r);
	}
	return best;
}

/* One no does not keep the others from meeting. */
static void decline(
    struct replay *r, const struct turn *turn, struct live *live)
{
	struct item *it = &live->life.item;
	const struct mailbox *guest = NULL;
	enum attendance said;

	if (!live_is_open(live))
		return;
	if (turn->side == OWNER_THEM)
		guest = other_guest(r, turn, live, &said);
	if (!guest) {
		happen(r, turn, live, EVENT_DECLINED);
		return;
	}
	happen(r, turn, live, EVENT_EXCUSED);
	if (!same_person(&turn->note->from, &it->who))
		return;
	it->who = *guest;
	it->is_accepted = said == ATTENDANCE_ACCEPTED;
}

/* With whom it is: whoever was the first to say yes. */
static void accept(struct replay *r, const struct turn *turn, struct live *live)
{
	struct item *it = &live->life.item;
	bool was_accepted;

	if (!live_is_open(live))
		happen(r, turn, live, EVENT_REOPENED);
	was_accepted = it->is_accepted;
	if (!was_accepted || (!same_person(&turn->note->from, &it->who) &&
				 last_word(r, turn, live, &turn->note->from) !=
				     ATTENDANCE_ACCEPTED))
		happen(r, turn, live, EVENT_ACCEPTED);
	if (turn->side == OWNER_THEM && !was_accepted)
		it->who = turn->note->from;
	it->conflict = (struct stamp){0, 0};
}

static void reply(struct replay *r, const struct turn *turn)
{
	const struct meeting_note *m = turn->note->meeting;
	struct live *live = find(r, m->uid);

	/* The invite itself was not seen: it went out another way. */
	if (!live && m->is_known && m->start.utc_s && turn->side == OWNER_THEM)
		live = open_meeting(r, turn, OWNER_THEM, &turn->note->from);
	if (!live || live->settled_by_user || !is_invited(r, turn, live) ||
	    m->sequence < live->sequence)
		return;
	if (m->method == MEETING_COUNTER) {
		if (m->start.utc_s && live_is_open(live))
			happen(r, turn, live, EVENT_CONFLICT);
	} else if (m->attendance == ATTENDANCE_DECLINED) {
		decline(r, turn, live);
	} else if (m->attendance == ATTENDANCE_ACCEPTED) {
		accept(r, turn, live);
	} else if (m->attendance == ATTENDANCE_TENTATIVE &&
		   (turn->side == OWNER_ME ||
		       same_person(&turn->note->from, &live->life.item.who))) {
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

/* What the text says of the meeting, the calendar says better. */
static void use_sentences(struct turn *turn)
{
	const struct note *n = turn->note;

	for (size_t i = 0; i < n->n_acts; i++)
		if (n->acts[i].kind == ACT_MEETING ||
		    n->acts[i].kind == ACT_CANCEL ||
		    n->acts[i].kind == ACT_ACCEPT ||
		    n->acts[i].kind == ACT_DECLINE)
			turn_use_sentence(turn, n->acts[i].sentence);
}

void meet_by_calendar(struct replay *r, struct turn *turn)
{
	const struct note *n = turn->note;

	if (!n->meeting)
		return;
	/* One of a series alone changes what comes of it, not the whole. */
	if (n->meeting->instance_s && (n->meeting->method != MEETING_REQUEST ||
					  find(r, n->meeting->uid))) {
		use_sentences(turn);
		return;
	}
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
	use_sentences(turn);
}
