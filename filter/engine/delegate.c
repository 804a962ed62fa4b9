/* SPDX-License-Identifier: ISC */
/*
 * "Ann will take this over": another person owes it from then on, if one is
 * meant who is known here, and if it was owed by or to whoever says so.
 */
#include "engine/party.h"
#include "engine/stage.h"

#define ALL_KINDS ((1u << ITEM_KINDS) - 1)
/* "Ann will send you the survey" must be about what is owed. */
#define SURE 0.8

static const struct mailbox *among(
    const struct mailbox *v, size_t n, const char *name)
{
	for (size_t i = 0; i < n; i++)
		if (name_fits(name, &v[i]))
			return &v[i];
	return NULL;
}

/* Somebody of that name in this letter or an earlier one. */
static const struct mailbox *known(
    const struct replay *r, const struct turn *turn, const char *name)
{
	for (size_t i = turn->index + 1; i > 0; i--) {
		const struct note *n = r->notes[i - 1];
		const struct mailbox *box = among(n->to, n->n_to, name);

		if (!box)
			box = among(n->cc, n->n_cc, name);
		if (!box && !note_is_mine(n) && name_fits(name, &n->from))
			box = &n->from;
		if (box)
			return box;
	}
	return NULL;
}

static void hand_over(struct replay *r, const struct turn *turn,
    struct live *live, const struct act *act, const struct mailbox *to)
{
	struct item *item = &live->life.item;
	const struct mailbox *from = &turn->note->from;

	replay_by_act(r, turn, live, EVENT_DELEGATED, act);
	live->is_shared = false;
	if (!me_has(&r->config->me, to->addr)) {
		item->owner = OWNER_THEM;
		item->who = *to;
	} else if (turn->side == OWNER_THEM) {
		item->owner = OWNER_ME;
		item->who = *from;
	}
}

void delegate_by_acts(struct replay *r, struct turn *turn)
{
	for (size_t i = 0; i < turn->note->n_acts; i++) {
		const struct act *act = &turn->note->acts[i];
		struct match m = {.act = act,
		    .role = ROLE_OWNER,
		    .kinds = ALL_KINDS & ~(1u << ITEM_MEETING),
		    .by_words = act->confidence < SURE,
		    .whole_letter = true};
		const struct mailbox *to;
		size_t *found, n;

		if (act->kind != ACT_DELEGATE || act->who != WHO_NAMED ||
		    !act_counts(r, act) || turn->used[i])
			continue;
		to = known(r, turn, act->who_name);
		if (!to || same_person(to, &turn->note->from))
			continue;
		n = match_act(r, turn, &m, &found);
		if (!n) {
			m.role = ROLE_CREDITOR;
			n = match_act(r, turn, &m, &found);
		}
		for (size_t k = 0; k < n; k++)
			hand_over(r, turn, &r->lives[found[k]], act, to);
		if (n)
			turn_use_sentence(turn, act->sentence);
	}
}
