/* SPDX-License-Identifier: ISC */
/*
 * Dates that move: the owner needs longer, whoever asked sets another date,
 * a meeting is put off by either side, somebody is away until a day. What is
 * asked for moves only when the other side agrees.
 */
#include "engine/party.h"
#include "engine/span.h"
#include "engine/stage.h"

#define ALL_KINDS ((1u << ITEM_KINDS) - 1)
#define MEETINGS  (1u << ITEM_MEETING)
#define ASKED     (1u << ITEM_QUESTION | 1u << ITEM_REQUEST | 1u << ITEM_DEADLINE)

void revise_propose(struct replay *r, const struct turn *turn,
    struct live *live, const struct act *act, const struct due *due)
{
	struct event event = replay_cause(turn, EVENT_CONFLICT, act);

	event.due = *due;
	replay_event(r, live, &event);
	live->proposed = *due;
	live->proposed_by = turn->side;
	live->proposed_in = turn->note;
}

/* What one of several is given is theirs alone. */
static bool is_for_others_too(const struct live *live)
{
	return live->is_shared && live->note->n_to > 1;
}

/*
 * Another date for it is asked for, by whoever owes it or is owed. Only what
 * has a date can get another; a meeting moves, as the old time is gone.
 */
static void revise_one(struct replay *r, const struct turn *turn,
    struct live *live, const struct act *act, const struct due *due)
{
	const struct due *old = &live->life.item.due;
	struct event event = replay_cause(turn, EVENT_REVISED, act);

	if (!due->is_set || span_adds_nothing(due, old))
		return;
	if (live->life.item.kind != ITEM_MEETING &&
	    turn->side == live->life.item.owner &&
	    note_sentence_has(r, turn->note, act->sentence, ACT_QUESTION)) {
		revise_propose(r, turn, live, act, due);
		return;
	}
	event.due = *due;
	replay_event(r, live, &event);
	live->dated_by = turn->side;
}

/* The items whose date the act speaks of. */
static size_t find_dated(struct replay *r, struct turn *turn,
    const struct act *act, size_t **found_r)
{
	struct match m = {.act = act,
	    .role = ROLE_OWNER,
	    .kinds = ALL_KINDS,
	    .or_party = true};
	size_t n, n_kept = 0;

	/* "Does 10 instead of 9 work?" is not about what was asked for. */
	if (note_sentence_has(r, turn->note, act->sentence, ACT_MEETING) &&
	    note_sentence_has(r, turn->note, act->sentence, ACT_QUESTION)) {
		m.kinds = MEETINGS;
		n = match_act(r, turn, &m, found_r);
		if (n)
			return n;
		m.kinds = ALL_KINDS & ~MEETINGS;
		m.by_words = true;
	}
	n = match_act(r, turn, &m, found_r);
	if (!n) {
		m.role = ROLE_CREDITOR;
		m.kinds &= ASKED;
		n = match_act(r, turn, &m, found_r);
	}
	for (size_t i = 0; i < n; i++) {
		const struct live *live = &r->lives[(*found_r)[i]];

		if (live->life.item.owner == turn->side &&
		    live->life.item.kind != ITEM_MEETING &&
		    (is_for_others_too(live) ||
			(!live->life.item.due.is_set &&
			    note_sentence_has(
				r, turn->note, act->sentence, ACT_QUESTION))))
			continue;
		(*found_r)[n_kept++] = (*found_r)[i];
	}
	return n_kept;
}

static void revise(struct replay *r, struct turn *turn, const struct act *act)
{
	const struct due *due = turn_date(turn, act);
	size_t *found, n = find_dated(r, turn, act, &found);

	for (size_t i = 0; i < n; i++) {
		struct live *live = &r->lives[found[i]];

		revise_one(r, turn, live, act, due);
		replay_said(r, turn, live, act->sentence);
	}
	if (n)
		turn_use_sentence(turn, act->sentence);
}

/* The letter may say yes or no to the date that was asked for. */
static bool may_decide(const struct turn *turn, const struct live *live)
{
	return live_is_open(live) && live->proposed.is_set &&
	       live->life.item.conflict.utc_s &&
	       live->proposed_by != turn->side &&
	       (turn_has_role(turn, live, ROLE_OWNER) ||
		   turn_has_role(turn, live, ROLE_CREDITOR));
}

/* What was asked in the letter that asks for the date, and is open still. */
static size_t asked_beside(const struct replay *r, const struct live *live)
{
	size_t n = 0;

	for (size_t i = 0; i < r->n_lives; i++)
		n += r->lives[i].note == live->proposed_in &&
		     live_is_open(&r->lives[i]) &&
		     (ASKED >> r->lives[i].life.item.kind & 1);
	return n;
}

/*
 * The act that says yes or no to the date: by that date, or without one when
 * there is not more that it could be about. NULL: it is left as it is.
 */
static const struct act *verdict(
    const struct replay *r, const struct turn *turn, const struct live *live)
{
	const struct act *yes = NULL;
	size_t n_yes = 0;

	for (size_t i = 0; i < turn->note->n_acts; i++) {
		const struct act *act = &turn->note->acts[i];
		const struct due *due = turn_date(turn, act);
		bool fits = span_adds_nothing(due, &live->proposed);

		if (!act_counts(r, act) || (due->is_set && !fits))
			continue;
		if (act->kind == ACT_OBJECT || act->kind == ACT_DECLINE)
			return act;
		if (act->kind != ACT_ACCEPT)
			continue;
		n_yes++;
		if (!yes || fits)
			yes = act;
	}
	if (yes && !turn_date(turn, yes)->is_set &&
	    n_yes <= asked_beside(r, live))
		return NULL;
	return yes;
}

static void decide(struct replay *r, struct turn *turn)
{
	for (size_t i = 0; i < turn->lives_before; i++) {
		struct live *live = &r->lives[i];
		const struct act *act;
		struct event event;

		if (!may_decide(turn, live))
			continue;
		act = verdict(r, turn, live);
		if (!act)
			continue;
		if (act->kind == ACT_ACCEPT) {
			event = replay_cause(turn, EVENT_REVISED, act);
			event.due = live->proposed;
			replay_event(r, live, &event);
			live->dated_by = turn->side;
		}
		live->life.item.conflict = (struct stamp){0, 0};
		live->proposed.is_set = false;
		live->touched = turn->index + 1;
		turn_use_sentence(turn, act->sentence);
	}
}

void revise_by_acts(struct replay *r, struct turn *turn)
{
	decide(r, turn);
	for (size_t i = 0; i < turn->note->n_acts; i++) {
		const struct act *act = &turn->note->acts[i];

		if (act->kind == ACT_REVISE && act_counts(r, act) &&
		    !turn->used[i] && act->who != WHO_NAMED)
			revise(r, turn, act);
	}
}

static const struct act *absence(const struct replay *r, const struct note *n)
{
	for (size_t i = 0; i < n->n_acts; i++)
		if (n->acts[i].kind == ACT_ABSENCE && n->acts[i].due.is_set &&
		    act_counts(r, &n->acts[i]) &&
		    n->acts[i].due.at.utc_s > n->date.utc_s)
			return &n->acts[i];
	return NULL;
}

void revise_by_absence(struct replay *r, struct turn *turn)
{
	const struct act *act = absence(r, turn->note);

	if (!act || turn->side == OWNER_ME)
		return;
	for (size_t i = 0; i < turn->lives_before; i++) {
		struct live *live = &r->lives[i];
		const struct item *item = &live->life.item;

		/* Who will be away does not meet on a later day for that. */
		if (live_is_open(live) && item->kind != ITEM_MEETING &&
		    turn_has_role(turn, live, ROLE_OWNER) && item->due.is_set &&
		    item->due.at.utc_s >= turn->note->date.utc_s &&
		    item->due.at.utc_s < act->due.at.utc_s)
			replay_by_act(r, turn, live, EVENT_REVISED, act);
	}
}
