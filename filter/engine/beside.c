/* SPDX-License-Identifier: ISC */
/*
 * An ask beside another of its letter: "please let me know.", "what do you
 * think?", "which day suits you?" are no second thing to do.
 */
#include "engine/stage.h"

#include <string.h>

/* Sentences in which an ask is pressed for after it, or led up to before it. */
#define ECHO_AFTER  3
#define ECHO_BEFORE 2
/*
 * In which an opinion is wanted of what was asked. That of a deed comes at
 * once: after another sentence it is of what that one tells.
 */
#define VIEW_AFTER      4
#define VIEW_AFTER_DEED 2
#define VIEW_BEFORE     2
/* In which it is asked who comes to a meeting, and when it is to be. */
#define RSVP_AFTER  12
#define RSVP_BEFORE 3

bool act_may_speak(const struct turn *turn, size_t act)
{
	return !turn->used[act] || turn->note->acts[act].kind == ACT_FULFILMENT;
}

/* What stands for itself beside an ask for a word. */
static bool is_ask(const struct replay *r, const struct turn *turn, size_t i)
{
	const struct act *act = &turn->note->acts[i];

	return (act->kind == ACT_REQUEST || act->kind == ACT_QUESTION ||
		   act->kind == ACT_MEETING) &&
	       act_counts(r, act) && act_may_speak(turn, i) &&
	       !note_sentence_has(r, turn->note, act->sentence, ACT_ECHO);
}

static bool is_of_same(const struct act *a, const struct act *b)
{
	return a->who == b->who && !strcmp(a->who_name, b->who_name);
}

/* The last ask before it is the one, else the first behind. */
static const struct act *echoed(
    const struct replay *r, const struct turn *turn, const struct act *echo)
{
	const struct note *n = turn->note;
	const struct act *found = NULL;

	for (size_t i = 0; i < n->n_acts; i++) {
		const struct act *act = &n->acts[i];

		if (act->sentence != echo->sentence &&
		    act->sentence + ECHO_AFTER >= echo->sentence &&
		    act->sentence <= echo->sentence + ECHO_BEFORE &&
		    (!found || act->sentence < echo->sentence) &&
		    is_ask(r, turn, i) && is_of_same(act, echo))
			found = act;
	}
	return found;
}

/* A meeting that a promise makes is that promise. */
static bool is_open_ask(
    const struct replay *r, const struct turn *turn, size_t i)
{
	const struct note *n = turn->note;

	return is_ask(r, turn, i) &&
	       !(n->acts[i].kind == ACT_MEETING &&
		   note_sentence_has(
		       r, n, n->acts[i].sentence, ACT_COMMITMENT));
}

/* An opinion can be had of it: what is told has to be asked about. */
static bool has_view(const struct act *act, const struct act *view)
{
	size_t len = strlen(act->text);

	if (act->kind == ACT_REQUEST)
		return act->sentence + VIEW_AFTER_DEED >= view->sentence;
	return act->kind != ACT_MEETING || !act->due.is_set ||
	       (len && act->text[len - 1] == '?');
}

/*
 * The last thing that was asked, promised or delivered before it is what an
 * opinion is wanted of. Where there is none it may lead up to a question.
 */
static const struct act *viewed(
    const struct replay *r, const struct turn *turn, const struct act *view)
{
	const struct note *n = turn->note;
	const struct act *before = NULL, *after = NULL;

	for (size_t i = 0; i < n->n_acts; i++) {
		const struct act *act = &n->acts[i];

		if (act->kind > ACT_DEADLINE || !act_counts(r, act))
			continue;
		if (act->sentence < view->sentence) {
			bool is_nearer = !before ||
					 act->sentence > before->sentence ||
					 (act->sentence == before->sentence &&
					     is_open_ask(r, turn, i));

			if (is_nearer &&
			    act->sentence + VIEW_AFTER >= view->sentence)
				before = act;
		} else if (!after && act->sentence > view->sentence &&
			   act->sentence <= view->sentence + VIEW_BEFORE &&
			   act->kind == ACT_QUESTION &&
			   is_open_ask(r, turn, i) &&
			   !note_sentence_has(r, n, act->sentence, ACT_VIEW)) {
			after = act;
		}
	}
	if (!before)
		return view->due.is_set || !after || !is_of_same(after, view)
			   ? NULL
			   : after;
	return is_open_ask(r, turn, (size_t)(before - n->acts)) &&
		       is_of_same(before, view) && has_view(before, view)
		   ? before
		   : NULL;
}

/* The meeting, call or earlier question of the kind that it belongs to. */
static const struct act *invited(
    const struct replay *r, const struct turn *turn, const struct act *rsvp)
{
	const struct note *n = turn->note;
	const struct act *found = NULL;

	if (rsvp->kind == ACT_MEETING || rsvp->due.is_set)
		return NULL;
	for (size_t i = 0; i < n->n_acts; i++) {
		const struct act *act = &n->acts[i];
		bool is_rsvp = note_sentence_has(r, n, act->sentence, ACT_RSVP);

		if (act->sentence == rsvp->sentence ||
		    act->sentence + RSVP_AFTER < rsvp->sentence ||
		    act->sentence > rsvp->sentence + RSVP_BEFORE ||
		    !is_open_ask(r, turn, i) || !is_of_same(act, rsvp))
			continue;
		if (act->sentence > rsvp->sentence
			? act->kind == ACT_MEETING && !is_rsvp
			: act->kind == ACT_MEETING || is_rsvp ||
			      note_sentence_has(r, n, act->sentence, ACT_CALL))
			found = act;
	}
	return found;
}

const struct act *ask_beside(
    const struct replay *r, const struct turn *turn, const struct act *ask)
{
	const struct note *n = turn->note;
	const struct act *found = NULL;

	if (note_sentence_has(r, n, ask->sentence, ACT_ECHO))
		found = echoed(r, turn, ask);
	if (!found && note_sentence_has(r, n, ask->sentence, ACT_VIEW))
		found = viewed(r, turn, ask);
	if (!found && note_sentence_has(r, n, ask->sentence, ACT_RSVP))
		found = invited(r, turn, ask);
	return found;
}
