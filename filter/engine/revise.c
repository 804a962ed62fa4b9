/* SPDX-License-Identifier: ISC */
/*
 * Dates that move: the owner needs longer, whoever asked sets another date,
 * a meeting is put off by either side, somebody is away until a day.
 */
#include "engine/party.h"
#include "engine/stage.h"

#define ALL_KINDS ((1u << ITEM_KINDS) - 1)
#define ASKED     (1u << ITEM_QUESTION | 1u << ITEM_REQUEST | 1u << ITEM_DEADLINE)

static void revise(struct replay *r, struct turn *turn, const struct act *act)
{
	const struct due *due = turn_date(turn, act);
	struct match m = {.act = act, .kinds = ALL_KINDS, .or_party = true};
	size_t *found, n;

	m.role = ROLE_OWNER;
	n = match_act(r, turn, &m, &found);
	if (!n) {
		m.role = ROLE_CREDITOR;
		m.kinds = ASKED;
		n = match_act(r, turn, &m, &found);
	}
	for (size_t i = 0; i < n; i++) {
		struct live *live = &r->lives[found[i]];
		struct event event = replay_cause(turn, EVENT_REVISED, act);

		event.due = *due;
		if (due->is_set) {
			replay_event(r, live, &event);
			live->dated_by = turn->side;
		}
		replay_said(r, turn, live, act->sentence);
	}
	if (n)
		turn_use_sentence(turn, act->sentence);
}

void revise_by_acts(struct replay *r, struct turn *turn)
{
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
