/* SPDX-License-Identifier: ISC */
/*
 * What a letter's sentences start: who owes whom, and by when. A sentence
 * gives at most one thing that its sender owes and one that its reader
 * does. What was said before is not opened again.
 */
#include "base/arena.h"
#include "base/civil.h"
#include "base/str.h"
#include "engine/party.h"
#include "engine/span.h"
#include "engine/stage.h"
#include "engine/words.h"

#include <string.h>

/* A sentence's acts, the surest of each kind; NULL where it has none. */
struct claim {
	const struct act *best[ACT_KINDS];
};

/* Who owes, to or by whom. */
struct debt {
	enum item_owner owner;
	const struct mailbox *who;
};

static enum item_owner other(enum item_owner side)
{
	return side == OWNER_ME ? OWNER_THEM : OWNER_ME;
}

/* One of the letter's recipients whom the sentence calls by name. */
static const struct mailbox *named_recipient(
    const struct note *n, const char *name)
{
	for (size_t i = 0; i < n->n_to; i++)
		if (name_fits(name, &n->to[i]))
			return &n->to[i];
	for (size_t i = 0; i < n->n_cc; i++)
		if (name_fits(name, &n->cc[i]))
			return &n->cc[i];
	return NULL;
}

/* The sender's own promise. False when it is not for us to keep. */
static bool promised(const struct replay *r, const struct turn *turn,
    const struct act *act, struct debt *debt_r)
{
	const struct note *n = turn->note;
	const struct me *me = &r->config->me;
	bool mine = turn->side == OWNER_ME;

	if (act->who == WHO_RECIPIENT)
		return false;
	if (act->who == WHO_NAMED &&
	    !(mine ? name_is_mine(act->who_name, me)
		   : name_fits(act->who_name, &n->from)))
		return false;
	debt_r->owner = turn->side;
	debt_r->who = mine ? note_first_recipient(n, me) : &n->from;
	if (mine)
		return debt_r->who != NULL;
	return note_is_to_me(n, me) && !note_is_to_crowd(n);
}

bool turn_promises(
    const struct replay *r, const struct turn *turn, const struct act *act)
{
	struct debt debt;

	return promised(r, turn, act, &debt);
}

/*
 * What the sender asks of others, by due. False when it is of nobody we
 * know. Of what a crowd is asked only that is mine which has a day: forms
 * to hand in, a party; "any questions?" is for whoever has one.
 */
static bool asked(const struct replay *r, const struct turn *turn,
    const struct act *act, const struct due *due, struct debt *debt_r)
{
	const struct note *n = turn->note;
	const struct me *me = &r->config->me;

	debt_r->owner = other(turn->side);
	if (turn->side == OWNER_ME) {
		debt_r->who = act->who == WHO_NAMED
				  ? named_recipient(n, act->who_name)
				  : note_first_recipient(n, me);
		return debt_r->who && !me_has(me, debt_r->who->addr);
	}
	debt_r->who = &n->from;
	if (act->who == WHO_NAMED)
		return name_is_mine(act->who_name, me);
	return note_is_to_me(n, me) && (due->is_set || !note_is_to_crowd(n));
}

static bool deadline_for(const struct replay *r, const struct turn *turn,
    const struct act *act, struct debt *debt_r)
{
	return act->who == WHO_SENDER ? promised(r, turn, act, debt_r)
				      : asked(r, turn, act, &act->due, debt_r);
}

/* Of one kin the same words mean the same thing. */
static bool is_kin(enum item_kind a, enum item_kind b)
{
	bool a_promise = a == ITEM_COMMITMENT, b_promise = b == ITEM_COMMITMENT;

	return a_promise == b_promise || a == ITEM_DEADLINE ||
	       b == ITEM_DEADLINE;
}

/*
 * Whoever says it: two who meet at one time meet once. As long as it lies
 * ahead, what is said about a meeting without another time is about that
 * one.
 */
static bool is_same_meeting(const struct live *live, const struct item *item)
{
	const struct item *old = &live->life.item;

	if (old->kind != ITEM_MEETING || item->kind != ITEM_MEETING)
		return false;
	if (old->due.is_set && item->due.is_set &&
	    old->due.at.utc_s == item->due.at.utc_s)
		return true;
	if (!live_is_open(live))
		return false;
	if (old->due.is_set && item->due.is_set)
		return span_is_within(&item->due, &old->due) ||
		       span_is_within(&old->due, &item->due) ||
		       span_is_bare_weekday(&item->due, &old->due);
	return !old->due.is_set || old->due.at.utc_s > item->created.utc_s;
}

/* A promise that is asked for, when half of what either says is shared. */
static bool is_asked_after(const struct item *old, const struct item *item)
{
	int shared, a, b;

	if (old->kind != ITEM_COMMITMENT || item->kind != ITEM_REQUEST ||
	    old->owner != item->owner)
		return false;
	shared = words_shared(old->what, item->what);
	a = words_weight(old->what);
	b = words_weight(item->what);
	return shared > WORDS_SAME_THING && shared * 2 >= (a < b ? a : b);
}

/*
 * The same in other words. In one letter the greater part of them is enough,
 * but what is said in a row, each of another thing, is not the same.
 */
static bool is_said_again(const struct item *old, const struct item *item)
{
	if (strcmp(old->message_id, item->message_id) != 0)
		return words_repeat(old->what, item->what);
	return (words_repeat(old->what, item->what) ||
		   words_again(old->what, item->what)) &&
	       !words_parallel(old->what, item->what);
}

static bool says_the_same(const struct live *live, const struct item *item)
{
	const struct item *old = &live->life.item;

	if (!same_person(&old->who, &item->who))
		return false;
	/* What one sentence says of two things is not the same. */
	if (live->note->message_id == item->message_id &&
	    old->sentence == item->sentence)
		return false;
	return is_same_meeting(live, item) || is_asked_after(old, item) ||
	       (old->owner == item->owner && is_kin(old->kind, item->kind) &&
		   is_said_again(old, item));
}

/*
 * To call is promised, or asked for, twice in one letter: whatever the words,
 * it is one call, unless each has its own day.
 */
static bool is_same_call(
    const struct live *live, const struct item *item, bool is_call)
{
	const struct item *old = &live->life.item;

	return is_call && live->is_call && old->kind == item->kind &&
	       old->owner == item->owner &&
	       !(old->due.is_set && item->due.is_set &&
		   old->due.at.utc_s != item->due.at.utc_s) &&
	       !strcmp(old->message_id, item->message_id) &&
	       same_person(&old->who, &item->who);
}

/* "Don't forget the survey": of what is open it is what shares a word. */
static bool is_reminded(const struct live *live, const struct item *item)
{
	const struct item *old = &live->life.item;

	return item->kind != ITEM_COMMITMENT && item->kind != ITEM_MEETING &&
	       old->kind != ITEM_MEETING && live_is_open(live) &&
	       old->owner == item->owner &&
	       same_person(&old->who, &item->who) &&
	       strcmp(old->message_id, item->message_id) != 0 &&
	       words_shared(old->what, item->what) >= WORDS_SAME_THING;
}

/* The item that says the same already; one that mail has closed is past. */
static struct live *said_before(
    struct replay *r, const struct item *item, const struct claim *claim)
{
	bool is_call = claim->best[ACT_CALL] != NULL;
	struct live *found = NULL;

	for (size_t i = 0; i < r->n_lives; i++) {
		struct live *live = &r->lives[i];

		if (!(live_is_open(live) || live->settled_by_user) ||
		    !(says_the_same(live, item) ||
			is_same_call(live, item, is_call) ||
			(claim->best[ACT_REMIND] && is_reminded(live, item))))
			continue;
		if (!found || (live_is_open(live) && !live_is_open(found)))
			found = live;
	}
	return found;
}

/* What else the letter that opened it says about when it is. */
static void begin_at(struct live *live, const struct due *due)
{
	live->life.item.due = live->life.item.first_due = *due;
	live->life.events[0].due = *due;
}

/* The side that owes an answer to it says it too: that is a yes. */
static void repeat(struct replay *r, const struct turn *turn, struct live *live,
    const struct item *item, const struct act *act)
{
	const struct due *old = &live->life.item.due;
	bool moved = item->due.is_set &&
		     !(old->is_set && old->at.utc_s == item->due.at.utc_s) &&
		     !(item->kind == ITEM_MEETING && old->is_set &&
			 (span_is_within(old, &item->due) ||
			     span_is_bare_weekday(&item->due, old)));

	if (moved && live->note == turn->note && item->kind == ITEM_MEETING) {
		begin_at(live, &item->due);
		moved = false;
	}
	if (live->last_said != turn->index)
		replay_by_act(r, turn, live,
		    live->life.item.owner == item->owner ? EVENT_REPEATED
							 : EVENT_ACCEPTED,
		    act);
	if (moved && live_is_open(live)) {
		/* Who said one date may say another; of two sides one errs. */
		bool conflict = old->is_set && live->dated_by != turn->side &&
				item->kind != ITEM_MEETING;
		struct event event = replay_cause(turn, EVENT_REVISED, act);

		if (conflict) {
			revise_propose(r, turn, live, act, &item->due);
		} else {
			event.due = item->due;
			replay_event(r, live, &event);
			live->dated_by = turn->side;
		}
	} else if (item->due.is_set) {
		live->life.item.conflict = (struct stamp){0, 0};
	}
	replay_said(r, turn, live, item->sentence);
}

/* The promise that answers an ask is due when that was, if undated. */
static void inherit_due(
    const struct replay *r, const struct turn *turn, struct item *item)
{
	for (size_t i = 0; i < turn->lives_before && !item->due.is_set; i++) {
		const struct life *life = &r->lives[i].life;
		const struct event *last = &life->events[life->n_events - 1];

		if (last->kind == EVENT_ANSWERED &&
		    !strcmp(last->message_id, turn->note->message_id) &&
		    life->item.owner == item->owner && life->item.due.is_set &&
		    life->item.due.at.utc_s > turn->note->date.utc_s &&
		    words_shared(life->item.what, item->what) >=
			WORDS_SAME_THING)
			item->due = life->item.due;
	}
}

/* One side's date says nothing about when the other acts. */
static bool may_lend(enum act_kind lender, enum act_kind borrower)
{
	if (borrower == ACT_COMMITMENT)
		return lender != ACT_REQUEST && lender != ACT_QUESTION;
	return lender != ACT_COMMITMENT;
}

/* The act's own date, else the one that another act of the sentence has. */
static const struct due *due_in(const struct claim *c, const struct act *act)
{
	static const enum act_kind lenders[] = {ACT_DEADLINE, ACT_MEETING,
	    ACT_REQUEST, ACT_QUESTION, ACT_COMMITMENT};

	if (act->due.is_set)
		return &act->due;
	for (size_t i = 0; i < sizeof(lenders) / sizeof(lenders[0]); i++)
		if (c->best[lenders[i]] && c->best[lenders[i]]->due.is_set &&
		    may_lend(lenders[i], act->kind))
			return &c->best[lenders[i]]->due;
	return &act->due;
}

static void start(struct replay *r, struct turn *turn, enum item_kind kind,
    const struct act *act, const struct debt *debt, const struct claim *claim)
{
	const struct note *n = turn->note;
	struct item item = {
	    .kind = kind,
	    .owner = debt->owner,
	    .who = *debt->who,
	    .what = act->text,
	    .due = *due_in(claim, act),
	    .state = ITEM_OPEN,
	    .confidence = act->confidence,
	    .subject = n->subject,
	    .message_id = n->message_id,
	    .sentence = act->sentence,
	    .created = n->date,
	    .outgoing = note_is_mine(n),
	    .rules = act->rules,
	    .n_rules = act->n_rules,
	};
	bool is_call = claim->best[ACT_CALL] && kind != ITEM_MEETING;
	struct live *live;

	if (kind == ITEM_COMMITMENT)
		inherit_due(r, turn, &item);
	item.first_due = item.due;
	live = said_before(r, &item, claim);
	if (live) {
		repeat(r, turn, live, &item, act);
		return;
	}
	live = replay_open(r, turn, &item);
	live->is_shared = debt->owner != turn->side && act->who != WHO_NAMED;
	live->is_word = claim->best[ACT_WORD] != NULL;
	live->is_call = is_call;
	live->life.is_talk = is_call || kind == ITEM_MEETING;
	live->dated_by = turn->side;
}

/* "Here are the numbers that you asked for" asks nothing. */
static bool delivers(const struct claim *c)
{
	const struct act *fulfilment = c->best[ACT_FULFILMENT];
	const struct act *question = c->best[ACT_QUESTION];

	return fulfilment && question &&
	       fulfilment->confidence >= question->confidence;
}

/* The date of something that the same letter started: no debt of its own. */
static bool is_told_when(
    const struct replay *r, const struct turn *turn, const struct act *deadline)
{
	for (size_t i = 0; i < r->n_lives; i++) {
		const struct item *item = &r->lives[i].life.item;

		if (r->lives[i].note == turn->note && item->due.is_set &&
		    item->due.at.utc_s == deadline->due.at.utc_s)
			return true;
	}
	return false;
}

/*
 * "Please let me know.": beside what is asked it says by when at most, which
 * is sooner than what was asked of takes place. When a talk is to be is
 * another matter.
 */
static bool only_echoes(struct replay *r, const struct turn *turn,
    const struct claim *c, const struct act *ask)
{
	const struct due *due = due_in(c, ask);
	const struct act *asked_for = ask_beside(r, turn, ask);

	if (!asked_for || (due->is_set && asked_for->kind == ACT_MEETING))
		return false;
	for (size_t i = 0; due->is_set && i < r->n_lives; i++) {
		struct live *live = &r->lives[i];

		if (live->note == turn->note &&
		    live->life.item.sentence == asked_for->sentence &&
		    live->life.item.kind != ITEM_COMMITMENT &&
		    (!live->life.item.due.is_set ||
			due->at.utc_s < live->life.item.due.at.utc_s))
			begin_at(live, due);
	}
	return true;
}

/* "Your comments by Thursday, and on Friday we are both free to talk." */
static bool asks_deed_too(const struct claim *c)
{
	const struct act *deed = c->best[ACT_REQUEST];
	const struct act *talk = c->best[ACT_MEETING];

	return deed && deed->due.is_set && talk->due.is_set &&
	       civil_day_of(deed->due.at) < civil_day_of(talk->due.at) &&
	       !c->best[ACT_ECHO] && !c->best[ACT_RSVP];
}

static void open_sentence(
    struct replay *r, struct turn *turn, const struct claim *c)
{
	const struct act *promise = c->best[ACT_COMMITMENT];
	const struct act *ask = c->best[ACT_REQUEST];
	const struct act *meeting = c->best[ACT_MEETING];
	enum item_kind kind = ITEM_REQUEST;
	struct debt debt;

	if (!ask && !delivers(c)) {
		ask = c->best[ACT_QUESTION];
		kind = ITEM_QUESTION;
	}
	/* A talk that is asked for or proposed; a promised one is owed. */
	if (meeting && !promise) {
		kind = ITEM_MEETING;
		ask = meeting;
	}
	if (promise && promised(r, turn, promise, &debt))
		start(r, turn, ITEM_COMMITMENT, promise, &debt, c);
	if (ask && !only_echoes(r, turn, c, ask) &&
	    asked(r, turn, ask, due_in(c, ask), &debt)) {
		if (ask == meeting && asks_deed_too(c))
			start(r, turn, ITEM_REQUEST, c->best[ACT_REQUEST],
			    &debt, c);
		start(r, turn, kind, ask, &debt, c);
	}
}

/* A date by which something is to be done, in a sentence that only says so. */
static void open_deadline(
    struct replay *r, struct turn *turn, const struct claim *c)
{
	const struct act *deadline = c->best[ACT_DEADLINE];
	struct debt debt;

	if (deadline && !c->best[ACT_COMMITMENT] && !c->best[ACT_MEETING] &&
	    !c->best[ACT_REQUEST] && (delivers(c) || !c->best[ACT_QUESTION]) &&
	    deadline->due.is_set && !is_told_when(r, turn, deadline) &&
	    deadline_for(r, turn, deadline, &debt))
		start(r, turn, ITEM_DEADLINE, deadline, &debt, c);
}

/* What each sentence claims; claims are zeroed, and as many as acts. */
static size_t gather_claims(
    const struct replay *r, const struct turn *turn, struct claim *claims)
{
	const struct note *n = turn->note;
	bool *seen = arena_array(r->arena, n->n_acts, sizeof(*seen));
	size_t n_claims = 0;

	for (size_t i = 0; i < n->n_acts; i++) {
		struct claim *c = &claims[n_claims];

		if (seen[i])
			continue;
		for (size_t k = i; k < n->n_acts; k++) {
			const struct act *act = &n->acts[k];
			const struct act **best = &c->best[act->kind];

			if (seen[k] || act->sentence != n->acts[i].sentence)
				continue;
			seen[k] = true;
			if (act_may_speak(turn, k) && act_counts(r, act) &&
			    (!*best || act->confidence > (*best)->confidence))
				*best = act;
		}
		n_claims++;
	}
	return n_claims;
}

void open_by_acts(struct replay *r, struct turn *turn)
{
	struct claim *claims =
	    arena_array(r->arena, turn->note->n_acts, sizeof(*claims));
	size_t n = gather_claims(r, turn, claims);

	for (size_t i = 0; i < n; i++)
		open_sentence(r, turn, &claims[i]);
	/* What they are for may be said before them or behind. */
	for (size_t i = 0; i < n; i++)
		open_deadline(r, turn, &claims[i]);
}
