/* SPDX-License-Identifier: ISC */
/*
 * "1. Yes. 2. No.": as many answers as the letter asked things, so that each
 * belongs to the one in its place. With more or fewer of them nobody knows.
 */
#include "base/arena.h"
#include "engine/party.h"
#include "engine/stage.h"
#include "engine/words.h"

#include <string.h>

/* One answer says what it is about in other ways. */
#define LEAST_ROW 2
/* The sentence that may be the first one, below "Dear Tom". */
#define BEHIND_GREETING 1
/* A greeting and a name. */
#define GREETING_WORDS 4
#define ASKED          (1u << ITEM_QUESTION | 1u << ITEM_REQUEST | 1u << ITEM_MEETING)

static bool is_word(const struct act *act)
{
	return act->kind == ACT_ACCEPT || act->kind == ACT_DECLINE;
}

/* One act for each sentence that says yes or no. */
static size_t collect_words(
    const struct replay *r, const struct turn *turn, const struct act **words)
{
	const struct note *n = turn->note;
	size_t n_words = 0;

	for (size_t i = 0; i < n->n_acts; i++) {
		const struct act *act = &n->acts[i];

		if (!is_word(act) || !act_counts(r, act) || turn->used[i])
			continue;
		if (n_words && words[n_words - 1]->sentence == act->sentence) {
			if (act->confidence > words[n_words - 1]->confidence)
				words[n_words - 1] = act;
			continue;
		}
		words[n_words++] = act;
	}
	return n_words;
}

/* Words of the letter in which no rule heard anything. */
static size_t unheard_words(const struct note *n)
{
	size_t heard = 0, last = (size_t)-1;

	for (size_t i = 0; i < n->n_acts; i++) {
		if (n->acts[i].sentence == last ||
		    n->acts[i].kind == ACT_INLINE)
			continue;
		last = n->acts[i].sentence;
		heard += words_count(n->acts[i].text);
	}
	return n->new_words > heard ? n->new_words - heard : 0;
}

/* They are what the letter begins with, and nothing stands between them. */
static bool is_row(
    const struct note *note, const struct act *const *words, size_t n)
{
	if (n < LEAST_ROW || words[0]->sentence > BEHIND_GREETING ||
	    unheard_words(note) > GREETING_WORDS)
		return false;
	for (size_t i = 1; i < n; i++)
		if (words[i]->sentence != words[i - 1]->sentence + 1)
			return false;
	return true;
}

/* What the letter that is replied to asked of the sender, in its order. */
static size_t collect_asks(
    const struct replay *r, const struct turn *turn, size_t *asks)
{
	const struct note *n = turn->note, *asking = NULL;
	const char *parent =
	    n->n_references ? n->references[n->n_references - 1] : NULL;
	size_t n_asks = 0;

	for (size_t i = turn->lives_before; n->is_reply && i > 0; i--) {
		const struct live *live = &r->lives[i - 1];

		if (!live_is_open(live) ||
		    !(ASKED >> live->life.item.kind & 1) ||
		    (asking && live->note != asking) ||
		    (parent && strcmp(live->note->message_id, parent) != 0) ||
		    !turn_has_role(turn, live, ROLE_OWNER))
			continue;
		asking = live->note;
		asks[n_asks++] = i - 1;
	}
	/* They were found from the last one on. */
	for (size_t i = 0; i < n_asks / 2; i++) {
		size_t last = asks[n_asks - 1 - i];

		asks[n_asks - 1 - i] = asks[i];
		asks[i] = last;
	}
	return n_asks;
}

static enum event_kind effect(const struct live *live, const struct act *act)
{
	if (live->life.item.kind == ITEM_QUESTION || live->is_word)
		return EVENT_ANSWERED;
	return act->kind == ACT_ACCEPT ? EVENT_ACCEPTED : EVENT_DECLINED;
}

void answer_in_row(struct replay *r, struct turn *turn)
{
	const struct act **words =
	    arena_array(r->arena, turn->note->n_acts, sizeof(*words));
	size_t n_words = collect_words(r, turn, words), n_asks;
	size_t *asks;

	if (!is_row(turn->note, words, n_words))
		return;
	asks = arena_array(r->arena, turn->lives_before, sizeof(*asks));
	n_asks = collect_asks(r, turn, asks);
	for (size_t i = 0; n_asks == n_words && i < n_asks; i++) {
		struct live *live = &r->lives[asks[i]];

		replay_by_act(r, turn, live, effect(live, words[i]), words[i]);
		live->touched = turn->index + 1;
		turn_use_word(r, turn, words[i]);
	}
}
