/* SPDX-License-Identifier: ISC */
/*
 * The lives of a thread's items while it is replayed: how an event alters
 * an item is said here, once, for letters and orders alike.
 */
#include "engine/replay.h"
#include "base/arena.h"

#include <string.h>

bool live_is_open(const struct live *live)
{
	return live->life.item.state == ITEM_OPEN ||
	       live->life.item.state == ITEM_SNOOZED;
}

bool act_counts(const struct replay *r, const struct act *act)
{
	return act->confidence >= r->config->threshold;
}

void replay_said(struct replay *r, const struct turn *turn, struct live *live,
    size_t sentence)
{
	live->said = arena_grow(r->arena, live->said, live->n_said,
	    &live->cap_said, sizeof(*live->said));
	live->said[live->n_said++] =
	    (struct evidence){turn->note->message_id, sentence};
	live->last_said = turn->index;
}

struct live *replay_open(
    struct replay *r, const struct turn *turn, const struct item *item)
{
	struct live *live;
	struct event opened = {
	    .kind = EVENT_OPENED,
	    .cause = CAUSE_MAIL,
	    .at = item->created,
	    .message_id = item->message_id,
	    .text = item->what,
	    .due = item->due,
	};

	r->lives = arena_grow(
	    r->arena, r->lives, r->n_lives, &r->cap_lives, sizeof(*r->lives));
	live = &r->lives[r->n_lives++];
	*live = (struct live){.life.item = *item, .note = turn->note};
	replay_said(r, turn, live, item->sentence);
	replay_event(r, live, &opened);
	return live;
}

struct event replay_cause(
    const struct turn *turn, enum event_kind kind, const struct act *act)
{
	struct event event = {
	    .kind = kind,
	    .cause = CAUSE_MAIL,
	    .at = turn->note->date,
	    .message_id = turn->note->message_id,
	    .text = act ? act->text : "",
	    .due.text = "",
	};

	if (act && act->due.is_set)
		event.due = act->due;
	return event;
}

void replay_by_act(struct replay *r, const struct turn *turn, struct live *live,
    enum event_kind kind, const struct act *act)
{
	struct event event = replay_cause(turn, kind, act);

	replay_event(r, live, &event);
}

bool live_is_talked_of(const struct live *live, struct stamp at, bool is_day)
{
	const struct item *item = &live->life.item;

	/* A promise to set one up is more than the talk. */
	if (!live_is_open(live) || !live->life.is_talk)
		return false;
	if (item->created.utc_s > at.utc_s &&
	    !(is_day && civil_day_of(item->created) == civil_day_of(at)))
		return false;
	/* One that is set for a later day is still to come. */
	return !item->due.is_set || item->due.grain >= GRAIN_WEEK ||
	       item->due.at.utc_s <= at.utc_s ||
	       ((is_day || item->due.grain >= GRAIN_DAY) &&
		   civil_day_of(item->due.at) <= civil_day_of(at));
}

void replay_presume(struct replay *r, const struct turn *turn,
    struct live *live, const struct act *act)
{
	if (live->touched == turn->index + 1 && live->life.item.presumed.utc_s)
		return;
	replay_by_act(r, turn, live, EVENT_PRESUMED, act);
}

static void settle_item(
    struct item *item, enum item_state state, const struct event *event)
{
	item->state = state;
	item->closed = event->at;
	item->presumed = (struct stamp){0, 0};
}

/* Asked for again; a draft and its sending on one day are one nudge. */
static void nudge_item(struct item *item, const struct event *event)
{
	item->presumed = (struct stamp){0, 0};
	if (!item->n_nudges ||
	    civil_day_of(item->nudged) != civil_day_of(event->at))
		item->n_nudges++;
	item->nudged = event->at;
}

/* The user says what state it is in. */
static bool is_verdict(enum event_kind kind)
{
	return kind == EVENT_DONE || kind == EVENT_DROPPED ||
	       kind == EVENT_WRONG || kind == EVENT_SNOOZED ||
	       kind == EVENT_REOPENED;
}

static void alter(struct live *live, const struct event *event)
{
	struct item *item = &live->life.item;

	switch (event->kind) {
	case EVENT_REVISED:
	case EVENT_DUE_SET:
		item->conflict = item->presumed = (struct stamp){0, 0};
		if (!item->first_due.is_set)
			item->first_due =
			    item->due.is_set ? item->due : event->due;
		item->due = event->due;
		break;
	case EVENT_FULFILLED:
	case EVENT_ANSWERED:
	case EVENT_DONE:
		settle_item(item, ITEM_DONE, event);
		break;
	case EVENT_DECLINED:
	case EVENT_CANCELLED:
	case EVENT_DROPPED:
	case EVENT_WRONG:
		settle_item(item, ITEM_DROPPED, event);
		break;
	case EVENT_ACCEPTED:
		item->is_accepted = true;
		break;
	case EVENT_SNOOZED:
		item->state = ITEM_SNOOZED;
		item->snoozed_until = event->due.at;
		break;
	case EVENT_PRESUMED:
		item->presumed = event->at;
		break;
	case EVENT_CONFLICT:
		item->conflict = event->due.at;
		break;
	case EVENT_REOPENED:
		item->state = ITEM_OPEN;
		item->presumed = (struct stamp){0, 0};
		item->closed = (struct stamp){0, 0};
		break;
	case EVENT_REPEATED:
		if (item->kind != ITEM_REQUEST && item->kind != ITEM_QUESTION)
			break;
		/* fall through */
	case EVENT_NUDGED:
		nudge_item(item, event);
		break;
	default:
		break;
	}
	if (event->cause == CAUSE_USER && is_verdict(event->kind))
		live->settled_by_user = !live_is_open(live);
}

/* The user took back what that letter did to the item, this or other. */
static const struct order *find_veto(
    const struct replay *r, const struct item *item, const struct event *event)
{
	const struct order *found = NULL;

	if (event->cause != CAUSE_MAIL || event->kind == EVENT_OPENED)
		return NULL;
	for (size_t i = 0; i < r->n_vetoes; i++) {
		const struct order *v = r->vetoes[i];

		if (v->sentence == item->sentence && v->kind == item->kind &&
		    !strcmp(v->message_id, item->message_id) &&
		    !strcmp(v->event.message_id, event->message_id) &&
		    (!found || v->event.kind == event->kind))
			found = v;
	}
	return found;
}

void replay_event(
    struct replay *r, struct live *live, const struct event *event)
{
	struct life *life = &live->life;
	const struct order *veto = find_veto(r, &life->item, event);

	/* It stays in the history, where it is marked; others never come. */
	if (veto && veto->event.kind != event->kind)
		return;

	life->events = arena_grow(r->arena, life->events, life->n_events,
	    &live->cap_events, sizeof(*life->events));
	life->events[life->n_events++] = *event;
	if (!veto)
		alter(live, event);
}

void turn_use_sentence(struct turn *turn, size_t sentence)
{
	for (size_t i = 0; i < turn->note->n_acts; i++)
		if (turn->note->acts[i].sentence == sentence)
			turn->used[i] = true;
}

bool note_sentence_has(const struct replay *r, const struct note *n,
    size_t sentence, enum act_kind kind)
{
	for (size_t i = 0; i < n->n_acts; i++)
		if (n->acts[i].sentence == sentence &&
		    n->acts[i].kind == kind && act_counts(r, &n->acts[i]))
			return true;
	return false;
}

void turn_use_word(
    const struct replay *r, struct turn *turn, const struct act *act)
{
	const struct note *n = turn->note;

	/* "Will do" promises nothing else, "I'll call you" that very talk. */
	if (act->kind != ACT_ACCEPT ||
	    !note_sentence_has(r, n, act->sentence, ACT_COMMITMENT) ||
	    note_sentence_has(r, n, act->sentence, ACT_ANAPHOR) ||
	    note_sentence_has(r, n, act->sentence, ACT_CALL)) {
		turn_use_sentence(turn, act->sentence);
		return;
	}
	/* Beside a promise a meeting only says when. */
	for (size_t i = 0; i < n->n_acts; i++)
		if (n->acts[i].sentence == act->sentence &&
		    n->acts[i].kind != ACT_COMMITMENT &&
		    n->acts[i].kind != ACT_MEETING)
			turn->used[i] = true;
}

const struct due *turn_date(const struct turn *turn, const struct act *act)
{
	const struct note *n = turn->note;

	if (act->due.is_set)
		return &act->due;
	for (size_t i = 0; i < n->n_acts; i++)
		if (n->acts[i].sentence == act->sentence &&
		    n->acts[i].due.is_set)
			return &n->acts[i].due;
	return &act->due;
}
