/* SPDX-License-Identifier: ISC */
/*
 * What the course of a thread shows although no sentence says it: whoever
 * owes writes on to somebody else, a colleague steps in, whoever asked thanks
 * for an answer that was never seen here. None of it is sure, so nothing is
 * closed: the user is asked.
 */
#include "engine/party.h"
#include "engine/stage.h"
#include "engine/words.h"

#include <stdint.h>
#include <string.h>

/* What people do about a letter they do in so long a time. */
#define COURSE_S (INT64_C(30) * 86400)
/* A name has so many letters: fewer are initials. */
#define NAME_BYTES      3
#define MOST_NAME_BYTES 32
/* Of two things asked in one letter, in so many the same words. */
#define ASKED       (1u << ITEM_QUESTION | 1u << ITEM_REQUEST)
#define LIKELY_SAME 3
/* What one of so many says may be meant for all. */
#define FEW_ASKED 3
/* Who was not named must report in two words that tell. */
#define SURELY_SAME 4

static bool is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

/*
 * The sentence speaks of that person by name: a word with a capital, not its
 * first, which has one anyway.
 */
static bool speaks_of(const char *what, const struct mailbox *box)
{
	const char *s = what;
	char word[MOST_NAME_BYTES];
	size_t n = words_next(&s);

	while (n) {
		s += n;
		n = words_next(&s);
		if (n < NAME_BYTES || n >= sizeof(word) || !is_upper(*s))
			continue;
		memcpy(word, s, n);
		word[n] = '\0';
		if (name_fits(word, box))
			return true;
	}
	return false;
}

/* The user, under an address that is not known as such too. */
static bool is_me(const struct replay *r, const struct mailbox *box)
{
	const struct me *me = &r->config->me;

	return me_has(me, box->addr) || (*me->name && name_fits(me->name, box));
}

/* It may be done since: nobody has said so yet. */
static bool is_in_doubt(const struct turn *turn, const struct live *live)
{
	const struct item *it = &live->life.item;

	return live_is_open(live) && !it->presumed.utc_s &&
	       live->touched != turn->index + 1 &&
	       turn->note->date.utc_s - it->created.utc_s <= COURSE_S;
}

static bool takes_part(const struct live *live, const struct mailbox *box)
{
	return same_person(box, &live->life.item.who) ||
	       same_person(box, &live->note->from) ||
	       note_is_to(live->note, box);
}

/*
 * "I shall write to Bob", "please arrange it": then whoever owes it writes
 * to Bob, or to one who had no part in it, and the other one has a copy.
 */
static bool is_passed_on(
    const struct replay *r, const struct turn *turn, const struct live *live)
{
	const struct note *n = turn->note;
	const struct item *it = &live->life.item;
	bool to_newcomer;

	if (it->kind == ITEM_QUESTION ||
	    (it->kind == ITEM_MEETING && it->due.is_set) ||
	    !turn_has_role(turn, live, ROLE_OWNER))
		return false;
	for (size_t i = 0; i < n->n_to; i++)
		if (!is_me(r, &n->to[i]) && !same_person(&n->to[i], &it->who) &&
		    speaks_of(it->what, &n->to[i]))
			return true;
	to_newcomer =
	    n->n_to && !is_me(r, &n->to[0]) && !takes_part(live, &n->to[0]);
	return to_newcomer && live->last_said + 1 <= turn->index &&
	       turn_tells(r, turn);
}

/* The letter says of something that it is done, in words of the item. */
static bool reports(const struct replay *r, const struct note *n,
    const struct item *it, int least)
{
	for (size_t i = 0; i < n->n_acts; i++)
		if (n->acts[i].kind == ACT_FULFILMENT &&
		    act_counts(r, &n->acts[i]) &&
		    words_shared(n->acts[i].text, it->what) >= least)
			return true;
	return false;
}

/*
 * "My assistant Ann will call you": Ann, who was told of it or is named,
 * writes to the one who waits, and the other one has a copy.
 */
static bool is_done_by_third(
    const struct replay *r, const struct turn *turn, const struct live *live)
{
	const struct note *n = turn->note;
	const struct item *it = &live->life.item;
	bool is_named;

	if (turn->side == OWNER_ME || it->kind == ITEM_QUESTION ||
	    same_person(&n->from, &it->who))
		return false;
	is_named = speaks_of(it->what, &n->from);
	/* What others owe is done for the user, what I owe for them. */
	if (it->owner == OWNER_ME ? !note_is_to(n, &it->who)
				  : !note_is_to_me(n, &r->config->me))
		return false;
	if (is_named)
		return turn_tells(r, turn) ||
		       reports(r, n, it, WORDS_SAME_THING);
	return !live->is_call && note_is_to(live->note, &n->from) &&
	       reports(r, n, it, SURELY_SAME);
}

/* The letter asks for it, or for something like it, again. */
static bool asks_again(
    const struct replay *r, const struct note *n, const struct item *it)
{
	for (size_t i = 0; i < n->n_acts; i++) {
		const struct act *act = &n->acts[i];

		if (!act_counts(r, act))
			continue;
		if (act->kind == ACT_REMIND || act->kind == ACT_TROUBLE ||
		    ((act->kind == ACT_REQUEST || act->kind == ACT_QUESTION ||
			 act->kind == ACT_MEETING) &&
			words_shared(act->text, it->what) >= WORDS_SAME_THING))
			return true;
	}
	return false;
}

/*
 * It takes note of what came: by its name, or with a "thanks" or "fine"
 * that has nothing to ask beside it.
 */
static bool reacts(
    const struct replay *r, const struct note *n, const struct live *live)
{
	bool any = false, asks = false;

	for (size_t i = 0; i < n->n_acts; i++) {
		enum act_kind kind = n->acts[i].kind;

		if (!act_counts(r, &n->acts[i]))
			continue;
		if (kind == ACT_RECEIPT)
			return true;
		any = any || kind == ACT_THANKS || kind == ACT_ACCEPT;
		asks = asks || kind == ACT_REQUEST || kind == ACT_QUESTION;
	}
	/* "Thanks" may be for the promise of what is to be done. */
	return any && !asks &&
	       (live->is_word || live->life.item.kind == ITEM_QUESTION);
}

static bool writes_to(const struct note *n, const struct mailbox *box)
{
	for (size_t i = 0; i < n->n_to; i++)
		if (same_person(&n->to[i], box))
			return true;
	return false;
}

/* The letter that it replies to is none that is known here. */
static bool replies_to_unseen(
    const struct replay *r, const struct turn *turn, const struct live *live)
{
	const struct note *n = turn->note;
	const char *parent =
	    n->n_references ? n->references[n->n_references - 1] : NULL;
	enum item_owner asker =
	    live->life.item.owner == OWNER_ME ? OWNER_THEM : OWNER_ME;

	if (!n->is_reply)
		return false;
	for (size_t i = 0; i < r->n_notes; i++) {
		const struct note *other = r->notes[i];

		if (parent && !strcmp(other->message_id, parent))
			return false;
		/* What was seen since is what is thanked for. */
		if (i > live->last_said && i < turn->index &&
		    note_is_mine(other) != (asker == OWNER_ME))
			return false;
	}
	return true;
}

/*
 * Whoever asked replies "thanks, that is fine" and nobody was seen to
 * answer: it was said on the phone, or from where no copy comes from.
 */
static bool is_acknowledged(
    const struct replay *r, const struct turn *turn, const struct live *live)
{
	const struct item *it = &live->life.item;

	return (it->kind == ITEM_QUESTION || it->kind == ITEM_REQUEST) &&
	       turn_has_role(turn, live, ROLE_CREDITOR) &&
	       (turn->side == OWNER_THEM || writes_to(turn->note, &it->who)) &&
	       reacts(r, turn->note, live) && !asks_again(r, turn->note, it) &&
	       replies_to_unseen(r, turn, live);
}

/*
 * One of two or three who were asked for a word gives it: who comes to a
 * party each one says, but what the price is will do once.
 */
static bool is_answered_by_another(
    const struct replay *r, const struct turn *turn, const struct live *live)
{
	const struct item *it = &live->life.item;

	return it->kind == ITEM_REQUEST && it->owner == OWNER_ME &&
	       live->is_word && live->note->n_to <= FEW_ASKED &&
	       turn->note->is_reply && turn_has_role(turn, live, ROLE_ASKED) &&
	       turn_tells(r, turn);
}

/* The letter has settled it, or likely so. */
static bool is_settled_by(const struct turn *turn, const struct live *live)
{
	const struct event *last = &live->life.events[live->life.n_events - 1];

	return last->cause == CAUSE_MAIL &&
	       (last->kind == EVENT_FULFILLED || last->kind == EVENT_ANSWERED ||
		   last->kind == EVENT_PRESUMED) &&
	       !strcmp(last->message_id, turn->note->message_id);
}

static bool has_settled_sibling(
    const struct replay *r, const struct turn *turn, const struct live *live)
{
	const struct item *it = &live->life.item;

	for (size_t i = 0; i < turn->lives_before; i++) {
		const struct live *other = &r->lives[i];

		if (other != live && other->note == live->note &&
		    other->life.item.owner == it->owner &&
		    is_settled_by(turn, other) &&
		    words_shared(other->life.item.what, it->what) >=
			LIKELY_SAME)
			return true;
	}
	return false;
}

void presume_siblings(struct replay *r, struct turn *turn)
{
	for (size_t i = 0; i < turn->lives_before; i++) {
		struct live *live = &r->lives[i];

		if (is_in_doubt(turn, live) &&
		    (ASKED >> live->life.item.kind & 1) &&
		    has_settled_sibling(r, turn, live))
			replay_presume(r, turn, live, NULL);
	}
}

void presume_by_course(struct replay *r, struct turn *turn)
{
	for (size_t i = 0; i < turn->lives_before; i++) {
		struct live *live = &r->lives[i];

		if (is_in_doubt(turn, live) &&
		    (is_passed_on(r, turn, live) ||
			is_done_by_third(r, turn, live) ||
			is_answered_by_another(r, turn, live) ||
			is_acknowledged(r, turn, live)))
			replay_presume(r, turn, live, NULL);
	}
	presume_siblings(r, turn);
}
