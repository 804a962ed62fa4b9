/* SPDX-License-Identifier: ISC */
/*
 * Whether a letter answers what was asked: a reply with content from the
 * one who owes the answer. Thanks, a question back and a mere promise are
 * none; what was promised takes the place of what was asked.
 */
#include "engine/party.h"
#include "engine/stage.h"
#include "engine/words.h"

#include <stdint.h>
#include <string.h>

#define ASKED (1u << ITEM_QUESTION | 1u << ITEM_REQUEST)
/*
 * A greeting and a name beside the sentence that was looked at; beside a
 * promise there are more polite words.
 */
#define GREETING_WORDS 4
#define POLITE_WORDS   14
/* Of so many questions in one letter a reply may skip some. */
#define MANY_ASKED 3

/*
 * What a reply is worth, more and more: thanks or a question back, a
 * promise, a promise and more, a yes or no (which answers questions),
 * content.
 */
enum answer {
	ANSWER_NONE,
	ANSWER_PROMISE,
	ANSWER_MAYBE,
	ANSWER_YES,
	ANSWER_CONTENT
};

static const struct note *note_by_id(
    const struct replay *r, const char *message_id)
{
	for (size_t i = 0; i < r->n_notes; i++)
		if (!strcmp(r->notes[i]->message_id, message_id))
			return r->notes[i];
	return NULL;
}

/*
 * The letter replies to where the item was said, or to a later word of the
 * person who waits. Replying to somebody else on another branch answers
 * nothing here; without references the thread is all there is to go by.
 */
static bool replies_to(
    const struct replay *r, const struct turn *turn, const struct live *live)
{
	const struct note *n = turn->note, *parent;
	enum item_owner asker =
	    live->life.item.owner == OWNER_ME ? OWNER_THEM : OWNER_ME;

	if (!n->is_reply)
		return false;
	if (!n->n_references)
		return true;
	for (size_t i = 0; i < live->n_said; i++)
		if (note_refers_to(n, live->said[i].message_id))
			return true;
	parent = note_by_id(r, n->references[n->n_references - 1]);
	if (!parent)
		return true;
	if (asker == OWNER_ME)
		return note_is_mine(parent);
	return same_person(&parent->from, &live->life.item.who);
}

/* What came is thanked for, or of what is said: that says nothing else. */
static bool weighs(const struct replay *r, const struct act *act)
{
	return act_counts(r, act) && act->kind != ACT_RECEIPT &&
	       act->kind != ACT_ANAPHOR && act->kind != ACT_INLINE;
}

/* The act is the first of its sentence that is sure enough to count. */
static bool is_first_of_sentence(
    const struct replay *r, const struct note *n, size_t i)
{
	if (!weighs(r, &n->acts[i]))
		return false;
	for (size_t k = 0; k < i; k++)
		if (n->acts[k].sentence == n->acts[i].sentence &&
		    weighs(r, &n->acts[k]))
			return false;
	return true;
}

/* What the sentence is worth as an answer. "Will do" only promises. */
static enum answer weigh_sentence(
    const struct replay *r, const struct note *n, size_t sentence)
{
	if (note_sentence_has(r, n, sentence, ACT_FULFILMENT))
		return ANSWER_CONTENT;
	/* "Yes, I will call the roofer": but "will do" is no more than that. */
	if (note_sentence_has(r, n, sentence, ACT_COMMITMENT) &&
	    (note_sentence_has(r, n, sentence, ACT_ANAPHOR) ||
		!note_sentence_has(r, n, sentence, ACT_ACCEPT)))
		return ANSWER_PROMISE;
	if (note_sentence_has(r, n, sentence, ACT_ACCEPT) ||
	    note_sentence_has(r, n, sentence, ACT_DECLINE))
		return ANSWER_YES;
	if (note_sentence_has(r, n, sentence, ACT_QUESTION) ||
	    note_sentence_has(r, n, sentence, ACT_THANKS) ||
	    note_sentence_has(r, n, sentence, ACT_DELEGATE) ||
	    note_sentence_has(r, n, sentence, ACT_ABSENCE))
		return ANSWER_NONE;
	/* "Let us meet about it" may be all that there is to say. */
	if (note_sentence_has(r, n, sentence, ACT_MEETING))
		return ANSWER_MAYBE;
	return ANSWER_CONTENT;
}

static bool has_promise(const struct replay *r, const struct note *n)
{
	for (size_t i = 0; i < n->n_acts; i++)
		if (n->acts[i].kind == ACT_COMMITMENT &&
		    act_counts(r, &n->acts[i]))
			return true;
	return false;
}

/*
 * The best that a sentence is worth, unless there is more than those. Beside
 * a promise more may answer a question; what was to be done is put off.
 */
static enum answer weigh(const struct replay *r, const struct note *n)
{
	enum answer best = ANSWER_NONE;
	size_t weighed_words = 0, weighed = 0;

	if (!n->has_content)
		return ANSWER_NONE;
	for (size_t i = 0; i < n->n_acts; i++) {
		enum answer answer;

		if (!is_first_of_sentence(r, n, i))
			continue;
		answer = weigh_sentence(r, n, n->acts[i].sentence);
		/* "I will look into it. Please use my other address." */
		if (answer == ANSWER_CONTENT && has_promise(r, n) &&
		    note_sentence_has(r, n, n->acts[i].sentence, ACT_REQUEST))
			answer = ANSWER_NONE;
		best = answer > best ? answer : best;
		weighed_words += words_count(n->acts[i].text);
		weighed++;
	}
	if (has_promise(r, n) && best != ANSWER_CONTENT)
		return n->new_words <= weighed_words + POLITE_WORDS ||
			       best > ANSWER_MAYBE
			   ? best
			   : ANSWER_MAYBE;
	return weighed && n->new_words <= weighed_words + GREETING_WORDS
		   ? best
		   : ANSWER_CONTENT;
}

bool turn_tells(const struct replay *r, const struct turn *turn)
{
	return weigh(r, turn->note) == ANSWER_CONTENT;
}

/* One answer to a question will do; what is to be done is each one's own. */
static bool is_asked(
    const struct replay *r, const struct turn *turn, const struct live *live)
{
	enum item_kind kind = live->life.item.kind;

	return live_is_open(live) && (ASKED >> kind & 1) &&
	       live->touched != turn->index + 1 &&
	       turn_has_role(turn, live,
		   kind == ITEM_QUESTION ? ROLE_ASKED : ROLE_OWNER) &&
	       replies_to(r, turn, live);
}

/* A question is not, unless the promise speaks of the same. */
static bool is_replaced(const struct live *live, const struct act *act)
{
	return live->life.item.kind != ITEM_QUESTION ||
	       words_shared(act->text, live->life.item.what) >=
		   WORDS_SAME_THING;
}

/*
 * A promise takes the place of what it is about, also when a yes came with
 * it; alone it may be about the only thing there is.
 */
static void close_by_promise(
    struct replay *r, struct turn *turn, enum answer answer)
{
	for (size_t i = 0; i < turn->note->n_acts; i++) {
		const struct act *act = &turn->note->acts[i];
		struct match m = {.act = act,
		    .role = ROLE_OWNER,
		    .kinds = ASKED,
		    .by_words = answer != ANSWER_PROMISE};
		size_t *found, n;

		if (act->kind != ACT_COMMITMENT || !act_counts(r, act) ||
		    act->who != WHO_SENDER || turn->used[i])
			continue;
		n = match_act(r, turn, &m, &found);
		for (size_t k = 0; k < n; k++) {
			struct live *live = &r->lives[found[k]];

			/* What is promised to others takes no place here. */
			if (is_replaced(live, act) && replies_to(r, turn, live))
				replay_by_act(r, turn, live,
				    turn_promises(r, turn, act)
					? EVENT_ANSWERED
					: EVENT_ACCEPTED,
				    act);
		}
	}
}

/* Where many things are asked at once a reply may skip some. */
static bool is_one_of_many(
    const struct replay *r, const struct turn *turn, const struct live *live)
{
	size_t asked = 0;

	for (size_t i = 0; i < turn->lives_before; i++)
		asked += r->lives[i].note == live->note &&
			 (ASKED >> r->lives[i].life.item.kind & 1);
	return asked >= MANY_ASKED;
}

/* "I will let you know": a later letter about it may be that word. */
static bool is_promised_word(const struct turn *turn, const struct live *live)
{
	return live->is_word && live->life.item.kind == ITEM_COMMITMENT &&
	       live_is_open(live) && live->touched != turn->index + 1 &&
	       turn_has_role(turn, live, ROLE_OWNER);
}

/*
 * What stands under a quoted question answers that one, whatever else the
 * letter leaves open: unless it thanks, asks back or only promises.
 */
static void close_by_inline(struct replay *r, struct turn *turn)
{
	const struct note *n = turn->note;

	for (size_t i = 0; i < n->n_acts; i++) {
		const struct act *act = &n->acts[i];

		if (act->kind != ACT_INLINE ||
		    weigh_sentence(r, n, act->sentence) < ANSWER_YES)
			continue;
		for (size_t k = 0; k < turn->lives_before; k++) {
			struct live *live = &r->lives[k];

			if (live->life.item.kind == ITEM_QUESTION &&
			    is_asked(r, turn, live) &&
			    words_repeat(act->text, live->life.item.what))
				replay_by_act(
				    r, turn, live, EVENT_ANSWERED, NULL);
		}
	}
}

void close_by_answer(struct replay *r, struct turn *turn)
{
	enum answer answer = weigh(r, turn->note);

	close_by_inline(r, turn);

	if (answer != ANSWER_NONE)
		close_by_promise(r, turn, answer);
	if (answer < ANSWER_MAYBE)
		return;
	for (size_t i = 0; i < turn->lives_before; i++) {
		struct live *live = &r->lives[i];

		if (answer == ANSWER_CONTENT && is_promised_word(turn, live))
			replay_presume(r, turn, live, NULL);
		if (!is_asked(r, turn, live))
			continue;
		/* Words answer a question; what was to be done may be. */
		if ((live->is_word || live->life.item.kind == ITEM_QUESTION) &&
		    answer > ANSWER_MAYBE && !is_one_of_many(r, turn, live))
			replay_by_act(r, turn, live, EVENT_ANSWERED, NULL);
		else if (answer == ANSWER_CONTENT || live->is_word ||
			 live->life.item.kind == ITEM_QUESTION)
			replay_presume(r, turn, live, NULL);
	}
}
