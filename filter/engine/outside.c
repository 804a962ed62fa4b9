/* SPDX-License-Identifier: ISC */
/*
 * What happens beside a thread and bears on its items: a delivery under a
 * new subject, an absence told elsewhere, a talk, the user's own leave.
 * Across threads nothing but words tells what a letter is about, so more of
 * them must agree than inside one.
 */
#include "engine/outside.h"
#include "base/arena.h"
#include "engine/party.h"
#include "engine/span.h"
#include "engine/stage.h"
#include "engine/words.h"

#include <string.h>

/*
 * In another thread it is the same thing when two words that tell agree,
 * likely so with one and a half. Files are named after what they are.
 */
#define SURELY_SAME 4
#define LIKELY_SAME 3
/* Of a talk elsewhere only clear words tell, and soon. */
#define SURE_TALK 0.7
#define TALK_S    (INT64_C(14) * 86400)
/* Not an index of any of the thread's own letters. */
#define ELSEWHERE ((size_t)-2)

/* What an act and the names of the attachments say together. */
static int sameness(
    const struct note *n, const struct act *act, const struct live *live)
{
	const char *what = live->life.item.what;
	int words = act ? words_shared(act->text, what) : 0;

	if (n->n_attachments && n->attachment_names) {
		int names = words_shared(n->attachment_names, what);

		names += names >= LIKELY_SAME;
		words = names > words ? names : words;
	}
	return words;
}

/*
 * "You will have it Monday": on that day the file comes, under a subject
 * that says of what the promise was.
 */
static bool comes_when_due(struct replay *r, const struct note *n,
    const struct act *act, const struct live *live)
{
	const struct item *it = &live->life.item;

	return n->n_attachments && act && act->kind == ACT_FULFILMENT &&
	       it->kind == ITEM_COMMITMENT &&
	       span_is_around(&it->due, n->date, 1, 1) &&
	       words_shared(arena_printf(r->arena, "%s %s", n->subject,
				n->attachment_names ? n->attachment_names : ""),
		   it->subject) >= SURELY_SAME;
}

/* They share half of what the item says, its date apart. */
static bool is_mostly(const struct live *live, int shared)
{
	const struct item *it = &live->life.item;
	int weight = words_weight(it->what);

	if (it->first_due.text)
		weight -= words_weight(it->first_due.text);
	return shared * 2 >= weight;
}

static bool can_deliver(const struct turn *turn, const struct live *live)
{
	return live_is_open(live) && live->life.item.kind != ITEM_MEETING &&
	       live->life.item.kind != ITEM_QUESTION && !live->life.is_talk &&
	       turn->note->date.utc_s - live->life.item.created.utc_s <=
		   OUTSIDE_LONGEST_S &&
	       turn_has_role(turn, live, ROLE_OWNER);
}

/* The one item that it delivers; none when several are as like it. */
static void deliver(
    struct replay *r, const struct turn *turn, const struct act *act)
{
	struct live *best = NULL;
	int most = LIKELY_SAME - 1;

	for (size_t i = 0; i < turn->lives_before; i++) {
		int words;

		if (!can_deliver(turn, &r->lives[i]))
			continue;
		if (comes_when_due(r, turn->note, act, &r->lives[i])) {
			replay_by_act(
			    r, turn, &r->lives[i], EVENT_FULFILLED, act);
			continue;
		}
		words = sameness(turn->note, act, &r->lives[i]);
		if (!is_mostly(&r->lives[i], words))
			continue;
		if (words == most)
			best = NULL;
		if (words <= most)
			continue;
		most = words;
		best = &r->lives[i];
	}
	if (best && most >= SURELY_SAME)
		replay_by_act(r, turn, best, EVENT_FULFILLED, act);
	else if (best)
		replay_presume(r, turn, best, act);
}

void outside_letter(
    struct replay *r, const struct note *note, size_t lives_before)
{
	struct turn turn = {
	    .note = note,
	    .index = ELSEWHERE,
	    .side = note_is_mine(note) ? OWNER_ME : OWNER_THEM,
	    .used = arena_array(r->arena, note->n_acts, sizeof(bool)),
	    .lives_before = lives_before,
	};
	bool told = false,
	     to_me = note_is_mine(note) || note_is_to_me(note, &r->config->me);

	if (note_is_own_copy(note, &r->config->me))
		return;
	revise_by_absence(r, &turn);
	if (note->is_automatic || note_is_to_crowd(note) || !to_me)
		return;
	for (size_t i = 0; i < note->n_acts; i++) {
		const struct act *act = &note->acts[i];

		if (!act_counts(r, act))
			continue;
		if (act->kind == ACT_TALKED && act->confidence >= SURE_TALK)
			close_by_talk(r, &turn, act, TALK_S);
		if (act->kind != ACT_FULFILMENT || act->who != WHO_SENDER)
			continue;
		deliver(r, &turn, act);
		told = true;
	}
	if (note->n_attachments && !told) {
		struct act act = {.text = note->attachment_names};

		act.due.text = "";
		deliver(r, &turn, &act);
	}
	presume_siblings(r, &turn);
}

void outside_talk(struct replay *r, const struct talk *talk)
{
	for (size_t i = 0; i < r->n_lives; i++) {
		struct live *live = &r->lives[i];
		struct event event = {.kind = EVENT_FULFILLED,
		    .cause = CAUSE_MAIL,
		    .at = talk->at,
		    .message_id = "",
		    .text = "",
		    .due.text = ""};

		if (live_is_talked_of(live, talk->at, true) &&
		    same_person(talk->with, &live->life.item.who))
			replay_event(r, live, &event);
	}
}
