/* SPDX-License-Identifier: ISC */
/*
 * Which of a thread's open items an act is about. Only the right person can
 * move an item, and only in a letter that the other one gets to see.
 */
#include "base/arena.h"
#include "engine/party.h"
#include "engine/replay.h"
#include "engine/words.h"

/* The sender is one of several whom the item's letter asked. */
static bool was_asked(const struct note *n, const struct live *live)
{
	for (size_t i = 0; live->is_shared && i < live->note->n_to; i++)
		if (same_person(&n->from, &live->note->to[i]))
			return true;
	return false;
}

/* The sender is the item's other person, or one of those asked with them. */
static bool is_counterpart(const struct note *n, const struct live *live)
{
	return same_person(&n->from, &live->life.item.who) ||
	       (live->life.item.owner == OWNER_THEM && was_asked(n, live));
}

static bool takes_part(const struct turn *turn, const struct live *live)
{
	return turn->side == OWNER_ME
		   ? note_is_to(turn->note, &live->life.item.who)
		   : is_counterpart(turn->note, live);
}

bool turn_has_role(
    const struct turn *turn, const struct live *live, enum role role)
{
	bool owns = live->life.item.owner == turn->side;

	if (role == ROLE_ASKED) {
		if (!owns && turn->side == OWNER_THEM &&
		    was_asked(turn->note, live))
			return note_is_to(turn->note, &live->life.item.who);
		role = ROLE_OWNER;
	}
	return owns == (role == ROLE_OWNER) && takes_part(turn, live);
}

static bool is_candidate(
    const struct turn *turn, const struct live *live, const struct match *m)
{
	if (!live_is_open(live) || !(m->kinds >> live->life.item.kind & 1))
		return false;
	if (m->or_party && live->life.item.kind == ITEM_MEETING)
		return takes_part(turn, live);
	return turn_has_role(turn, live, m->role);
}

/* Those that share words, and nearly as many as the best one does. */
static size_t share_words(const struct replay *r, const struct act *act,
    const size_t *all, size_t n, size_t *chosen)
{
	int best = 0;
	size_t n_chosen = 0;

	for (size_t i = 0; i < n; i++) {
		int score =
		    words_shared(act->text, r->lives[all[i]].life.item.what);

		best = score > best ? score : best;
	}
	if (best < WORDS_SAME_THING)
		return 0;
	for (size_t i = 0; i < n; i++)
		if (words_shared(act->text, r->lives[all[i]].life.item.what) *
			3 >=
		    best * 2)
			chosen[n_chosen++] = all[i];
	return n_chosen;
}

/* What the latest letter of all said. */
static size_t said_latest(
    const struct replay *r, const size_t *all, size_t n, size_t *chosen)
{
	size_t latest = 0, n_latest = 0;

	for (size_t i = 0; i < n; i++) {
		size_t said = r->lives[all[i]].last_said;

		if (!n_latest || said > latest) {
			latest = said;
			n_latest = 0;
		}
		if (said == latest)
			chosen[n_latest++] = all[i];
	}
	return n_latest;
}

size_t match_act(struct replay *r, const struct turn *turn,
    const struct match *m, size_t **lives_r)
{
	size_t *all = arena_array(r->arena, turn->lives_before, sizeof(*all));
	size_t *chosen =
	    arena_array(r->arena, turn->lives_before, sizeof(*chosen));
	size_t n = 0, n_chosen;

	for (size_t i = 0; i < turn->lives_before; i++)
		if (is_candidate(turn, &r->lives[i], m))
			all[n++] = i;
	n_chosen = share_words(r, m->act, all, n, chosen);
	if (!n_chosen && !m->by_words) {
		n_chosen = said_latest(r, all, n, chosen);
		if (n_chosen > 1 && !m->whole_letter)
			n_chosen = 0;
	}
	for (size_t i = 0; i < n_chosen; i++)
		r->lives[chosen[i]].touched = turn->index + 1;
	*lives_r = chosen;
	return n_chosen;
}
