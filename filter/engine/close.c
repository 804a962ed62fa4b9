/* SPDX-License-Identifier: ISC */
/*
 * What a letter's own words close: what it delivers, calls off, turns down
 * or agrees to. Doubtful cases close nothing; the user still can.
 */
#include "base/str.h"
#include "engine/party.h"
#include "engine/span.h"
#include "engine/stage.h"
#include "engine/words.h"

#include <string.h>

#define ALL_KINDS ((1u << ITEM_KINDS) - 1)
#define MEETINGS  (1u << ITEM_MEETING)

/*
 * "Done, it is on its way": so short a word is about what is talked of. One
 * that names something ("the minutes of our visit") may be about that.
 */
#define BARE_WORDS  8
#define BARE_WEIGHT 5
/* ... in a letter that says little else. */
#define BARE_LETTER_WORDS 30
/* "I can't make it this time, sorry": longer, and it must name the thing. */
#define REFUSAL_WORDS 12
/* A fulfilment that is less sure only asks whether it is one. */
#define SURE 0.6
/* Whom a letter to so many asks each does it alone. */
#define FEW_ASKED 3
/* Days around the one on which it is due: sent ahead of it, and after. */
#define DAYS_EARLY 1
#define DAYS_LATE  3
/* "Will do", "Consider it done". */
#define BARE_PROMISE_WORDS 3

static void close_matches(struct replay *r, struct turn *turn, size_t act,
    const struct match *m, enum event_kind kind)
{
	size_t *found, n = match_act(r, turn, m, &found);

	for (size_t i = 0; i < n; i++) {
		replay_by_act(r, turn, &r->lives[found[i]], kind, m->act);
		turn->used[act] = true;
	}
}

/*
 * It says what a third of the item is, or so little that it can mean no
 * other.
 */
static bool is_surely_about(
    const struct note *n, const struct act *act, const struct live *live)
{
	const struct item *it = &live->life.item;
	int shared = words_shared(act->text, it->what);
	int weight = words_weight(it->what);

	if (it->first_due.text)
		weight -= words_weight(it->first_due.text);
	return act->confidence >= SURE &&
	       ((words_count(act->text) <= BARE_WORDS &&
		    words_weight(act->text) <= BARE_WEIGHT &&
		    n->new_words <= BARE_LETTER_WORDS) ||
		   (shared >= WORDS_SAME_THING && shared * 3 >= weight));
}

/*
 * "I have passed it on to Ann" delivers what was to go to Ann; else Ann is
 * to do it now (engine/delegate.c).
 */
static bool hands_on(const struct replay *r, const struct note *n,
    const struct act *act, const struct live *live)
{
	for (size_t i = 0; i < n->n_acts; i++)
		if (n->acts[i].kind == ACT_DELEGATE &&
		    n->acts[i].sentence == act->sentence &&
		    n->acts[i].who == WHO_NAMED && act_counts(r, &n->acts[i]) &&
		    !str_find(live->life.item.what,
			strlen(live->life.item.what), n->acts[i].who_name))
			return true;
	return false;
}

/*
 * "The slides will follow": something is still to come, in words of the item
 * if it is given.
 */
static bool promises_more(const struct replay *r, const struct turn *turn,
    const struct act *beside, const struct live *live)
{
	for (size_t i = 0; i < turn->note->n_acts; i++) {
		const struct act *act = &turn->note->acts[i];

		if (act->kind == ACT_COMMITMENT && act_counts(r, act) &&
		    act->sentence != beside->sentence &&
		    act->who == WHO_SENDER &&
		    (!live || words_shared(act->text, live->life.item.what) >=
				  WORDS_SAME_THING))
			return true;
	}
	return false;
}

/* Of what many were asked one has done a part. */
static bool is_one_of_many(const struct turn *turn, const struct live *live)
{
	return live->is_shared && live->note->n_to > FEW_ASKED &&
	       live->life.item.kind == ITEM_REQUEST &&
	       !same_person(&turn->note->from, &live->life.item.who);
}

static void fulfil(struct replay *r, struct turn *turn, size_t i)
{
	const struct act *act = &turn->note->acts[i];
	/* "Just sent it" can be of nothing but what was spoken of. */
	bool is_that =
	    note_sentence_has(r, turn->note, act->sentence, ACT_ANAPHOR);
	size_t *found, n;
	struct match m = {
	    .act = act,
	    /* "Thanks for sending it" is said by whom it was owed to. */
	    .role = act->who == WHO_RECIPIENT ? ROLE_CREDITOR : ROLE_ASKED,
	    .kinds = ALL_KINDS & ~MEETINGS,
	    .by_words = !is_that && ((words_count(act->text) > BARE_WORDS &&
					 !turn->note->n_attachments) ||
					promises_more(r, turn, act, NULL)),
	};

	n = match_act(r, turn, &m, &found);
	for (size_t k = 0; k < n; k++) {
		struct live *live = &r->lives[found[k]];

		if (hands_on(r, turn->note, act, live))
			continue;
		if (!is_one_of_many(turn, live) &&
		    !promises_more(r, turn, act, live) &&
		    (is_surely_about(turn->note, act, live) ||
			(is_that && n == 1 && act->confidence >= SURE)))
			replay_by_act(r, turn, live, EVENT_FULFILLED, act);
		/* A reply's words may answer it (engine/answer.c). */
		else if (turn->note->is_reply &&
			 (live->is_word ||
			     live->life.item.kind == ITEM_QUESTION))
			live->touched = 0;
		else
			replay_presume(r, turn, live, act);
		turn->used[i] = true;
	}
}

/* "It was good talking to you": to those in To, or by the item's person. */
static bool is_spoken_to(const struct turn *turn, const struct live *live)
{
	const struct note *n = turn->note;

	if (turn->side == OWNER_THEM)
		return turn_has_role(turn, live, ROLE_OWNER) ||
		       turn_has_role(turn, live, ROLE_CREDITOR);
	for (size_t i = 0; i < n->n_to; i++)
		if (same_person(&n->to[i], &live->life.item.who))
			return true;
	return false;
}

void close_by_talk(struct replay *r, const struct turn *turn,
    const struct act *act, int64_t within_s)
{
	struct stamp at = turn->note->date;

	for (size_t i = 0; i < turn->lives_before; i++) {
		struct live *live = &r->lives[i];
		const struct item *item = &live->life.item;
		struct stamp since =
		    item->due.is_set ? item->due.at : item->created;

		if (live_is_talked_of(live, at, false) &&
		    at.utc_s - since.utc_s <= within_s &&
		    is_spoken_to(turn, live))
			replay_by_act(r, turn, live, EVENT_FULFILLED, act);
	}
}

/* An attachment whose name says that it is what was owed. */
static void fulfil_by_attachment(struct replay *r, struct turn *turn)
{
	const char *names = turn->note->attachment_names;
	struct act act = {.text = names};

	if (!turn->note->n_attachments || !names)
		return;
	act.due.text = "";
	for (size_t i = 0; i < turn->lives_before; i++) {
		struct live *live = &r->lives[i];

		if (live_is_open(live) &&
		    live->life.item.kind != ITEM_MEETING &&
		    turn_has_role(turn, live, ROLE_OWNER) &&
		    words_shared(names, live->life.item.what) >=
			WORDS_SAME_THING)
			replay_by_act(r, turn, live, EVENT_FULFILLED, &act);
	}
}

/*
 * "You will have it tonight": what comes as a file when it is due is that,
 * whatever it is called. Of two that are due then nobody knows which.
 */
static void fulfil_when_due(struct replay *r, struct turn *turn)
{
	const struct act *sure = NULL;
	struct live *due = NULL;

	if (!turn->note->n_attachments)
		return;
	for (size_t i = 0; i < turn->note->n_acts; i++) {
		const struct act *act = &turn->note->acts[i];

		if (act->kind != ACT_FULFILMENT || act->who == WHO_NAMED ||
		    act->confidence < SURE || !act_counts(r, act))
			continue;
		if (promises_more(r, turn, act, NULL))
			return;
		sure = sure ? sure : act;
	}
	for (size_t i = 0; sure && i < turn->lives_before; i++) {
		struct live *live = &r->lives[i];

		if (!live_is_open(live) || live->life.is_talk ||
		    live->is_call || live->life.item.kind == ITEM_QUESTION ||
		    !turn_has_role(turn, live, ROLE_OWNER) ||
		    !span_is_around(&live->life.item.due, turn->note->date,
			DAYS_EARLY, DAYS_LATE))
			continue;
		if (due)
			return;
		due = live;
	}
	if (due)
		replay_by_act(r, turn, due, EVENT_FULFILLED, sure);
}

/*
 * The sender waits for it, or was told of it: "many thanks for your
 * comments" may come from whoever had a copy of the promise.
 */
static bool can_thank(const struct turn *turn, const struct live *live)
{
	const struct item *it = &live->life.item;

	return turn_has_role(turn, live, ROLE_CREDITOR) ||
	       (turn->side == OWNER_THEM &&
		   !same_person(&turn->note->from, &it->who) &&
		   note_is_to(live->note, &turn->note->from) &&
		   (it->owner == OWNER_ME || note_is_to(turn->note, &it->who)));
}

/* "Thank you for sending the survey": it seems to have come. */
static void presume_by_thanks(
    struct replay *r, const struct turn *turn, const struct act *act)
{
	for (size_t i = 0; i < turn->lives_before; i++) {
		struct live *live = &r->lives[i];

		if (live_is_open(live) &&
		    (live->life.item.kind != ITEM_MEETING ||
			(act->kind == ACT_RECEIPT &&
			    !live->life.item.due.is_set)) &&
		    can_thank(turn, live) &&
		    words_shared(act->text, live->life.item.what) >=
			WORDS_SAME_THING)
			replay_presume(r, turn, live, act);
	}
}

/* "It is here, all settled", says who waited for it. */
static void settle_by_receipt(struct replay *r, struct turn *turn, size_t i)
{
	struct match m = {.act = &turn->note->acts[i],
	    .role = ROLE_CREDITOR,
	    .kinds = ALL_KINDS & ~MEETINGS};

	if (note_sentence_has(r, turn->note, m.act->sentence, ACT_ANAPHOR))
		close_matches(r, turn, i, &m, EVENT_FULFILLED);
}

void close_by_fulfilment(struct replay *r, struct turn *turn)
{
	for (size_t i = 0; i < turn->note->n_acts; i++) {
		const struct act *act = &turn->note->acts[i];

		if (!act_counts(r, act))
			continue;
		if (act->kind == ACT_FULFILMENT && act->who != WHO_NAMED)
			fulfil(r, turn, i);
		else if (act->kind == ACT_TALKED)
			close_by_talk(r, turn, act, INT64_MAX / 2);
		else if (act->kind == ACT_THANKS || act->kind == ACT_RECEIPT)
			presume_by_thanks(r, turn, act);
		if (act->kind == ACT_RECEIPT)
			settle_by_receipt(r, turn, i);
	}
	fulfil_by_attachment(r, turn);
	fulfil_when_due(r, turn);
}

/*
 * A yes, which does not close. The date in it moves a meeting; a request's
 * it moves only when the yes is a promise. Returns how many it was about.
 */
static size_t accept(struct replay *r, struct turn *turn, const struct match *m)
{
	const struct due *due = turn_date(turn, m->act);
	size_t *found, n = match_act(r, turn, m, &found);

	for (size_t i = 0; i < n; i++) {
		struct live *live = &r->lives[found[i]];
		const struct due *old = &live->life.item.due;
		bool moves = due->is_set &&
			     (live->life.item.kind == ITEM_MEETING ||
				 m->act->kind == ACT_COMMITMENT) &&
			     !span_adds_nothing(due, old);
		struct event event = replay_cause(turn, EVENT_REVISED, m->act);

		/* "Yes" gives the word, if that was all. */
		replay_by_act(r, turn, live,
		    live->is_word && m->act->kind == ACT_ACCEPT
			? EVENT_ANSWERED
			: EVENT_ACCEPTED,
		    m->act);
		event.due = *due;
		if (moves)
			replay_event(r, live, &event);
		/* Agreed, and no day that would pass: who knows when? */
		else if (live_is_open(live) && !old->is_set &&
			 live->life.item.kind == ITEM_MEETING)
			replay_presume(r, turn, live, m->act);
	}
	if (n)
		turn_use_word(r, turn, m->act);
	return n;
}

/* "Saturday suits me" is about the meeting, if there is one. */
static void accept_by_act(
    struct replay *r, struct turn *turn, const struct act *act)
{
	struct match m = {.act = act,
	    .role = ROLE_OWNER,
	    .kinds = MEETINGS,
	    .or_party = true,
	    .whole_letter = true};

	if (act->kind == ACT_ACCEPT && act->due.is_set && accept(r, turn, &m))
		return;
	m.kinds |= 1u << ITEM_REQUEST | 1u << ITEM_DEADLINE;
	if (accept(r, turn, &m) ||
	    !note_sentence_has(r, turn->note, act->sentence, ACT_COMMITMENT) ||
	    !note_sentence_has(r, turn->note, act->sentence, ACT_ANAPHOR))
		return;
	/* "Could you find out?" "Will do.", and no other answer beside it. */
	if (turn_tells(r, turn))
		return;
	m.kinds = 1u << ITEM_QUESTION;
	m.whole_letter = false;
	accept(r, turn, &m);
}

/* "Will do": a promise that only the question gives a meaning. */
static bool is_bare_promise(const struct act *act)
{
	return act->kind == ACT_COMMITMENT && act->who == WHO_SENDER &&
	       words_count(act->text) <= BARE_PROMISE_WORDS;
}

/* "I would rather not" is said to what is to be done, before a question. */
static void decline(
    struct replay *r, struct turn *turn, size_t act, struct match *m)
{
	m->kinds = ALL_KINDS & ~(1u << ITEM_QUESTION);
	close_matches(r, turn, act, m, EVENT_DECLINED);
	if (turn->used[act])
		return;
	m->kinds = 1u << ITEM_QUESTION;
	close_matches(r, turn, act, m, EVENT_DECLINED);
}

void close_by_refusal(struct replay *r, struct turn *turn)
{
	for (size_t i = 0; i < turn->note->n_acts; i++) {
		const struct act *act = &turn->note->acts[i];
		struct match m = {.act = act,
		    .or_party = true,
		    .role = ROLE_OWNER,
		    .kinds = ALL_KINDS};

		if (!act_counts(r, act) || turn->used[i])
			continue;
		m.by_words = words_count(act->text) > REFUSAL_WORDS;
		if (act->kind == ACT_CANCEL) {
			m.role = ROLE_CREDITOR;
			close_matches(r, turn, i, &m, EVENT_CANCELLED);
		} else if (act->kind == ACT_DECLINE) {
			decline(r, turn, i, &m);
		} else if (act->kind == ACT_ACCEPT || is_bare_promise(act)) {
			accept_by_act(r, turn, act);
		}
	}
}
