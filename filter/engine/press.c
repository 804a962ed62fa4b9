/* SPDX-License-Identifier: ISC */
/*
 * What about an item presses now: that it is late, that somebody waits,
 * that nobody answers. Each question looks at one item alone.
 */
#include "engine/press.h"

/* Working days after which their lateness and silence are history. */
#define STALE_DAYS 10
/* ... what is likely done ... */
#define PRESUMED_DAYS 10
/* ... what I promised ... */
#define PROMISED_DAYS 15
/* ... what I was asked and they did not come back to ... */
#define ASKED_DAYS 10
/* ... and a talk, of which mail need not know, is past. */
#define CALLED_DAYS 3
/* Somebody who asked waits for an answer after so many working days ... */
#define WAITS_DAYS 2
/* ... or when it is due within so many. */
#define SOON_DAYS 1
/* A promise without a date is given at least so many working days. */
#define UNDATED_DAYS 5
/* What nobody comes back to is asked about for so many, then let rest. */
#define ASK_DAYS 5
/* Silent nudges before mail has failed and a call is due. */
#define NUDGES 2

/*
 * How sure it must be, beyond the configured threshold: the more a step asks
 * of others, the surer.
 */
#define SURE_TO_ANSWER 0.6
#define SURE_TO_CALL   0.7
#define SURE_TO_REMIND 0.75

bool press_is_muted(const struct advice *v, const struct item *it)
{
	const struct thread *t = advice_thread(v, it->thread);
	const struct person *p = advice_person(v, &it->who);

	return (t && t->is_muted) || (p && p->is_muted);
}

static const struct bearing *bearing_of(
    const struct advice *v, const struct item *it)
{
	return &v->s->bearings[it - v->s->items];
}

static bool is_after(struct stamp a, struct stamp b)
{
	return a.utc_s > b.utc_s;
}

/* Meetings pass, they are not late; nor is a day that was asked about. */
static bool is_late(const struct advice *v, const struct item *it)
{
	const struct bearing *b = bearing_of(v, it);

	if (b->is_talk && advice_days_since(v, it->due.at) > CALLED_DAYS)
		return false;
	return it->kind != ITEM_MEETING && item_is_overdue(it, v->s->now) &&
	       !b->may_rest && !b->is_of_day;
}

/* They have spoken, and did not ask for it again. */
static bool went_on(
    const struct advice *v, const struct item *it, struct stamp since)
{
	struct stamp heard = bearing_of(v, it)->heard;

	return is_after(heard, since) && is_after(heard, it->nudged);
}

/*
 * Whoever has talked to them since it was due, or written since they asked,
 * had the word with them, and who went on in the thread without a reminder
 * does not wait for it. A promise is late whatever else was written. What
 * several were asked is not owed a word of mine.
 */
bool press_mine_late(const struct advice *v, const struct item *it)
{
	const struct person *p;
	bool asked = it->kind != ITEM_COMMITMENT;
	struct stamp since = asked ? it->created : it->due.at;

	if (it->owner != OWNER_ME || it->confidence < SURE_TO_ANSWER ||
	    !is_late(v, it) || went_on(v, it, it->due.at))
		return false;
	if ((asked && bearing_of(v, it)->is_to_many) ||
	    advice_days_since(v, it->due.at) >
		(asked ? ASKED_DAYS : PROMISED_DAYS))
		return false;
	p = advice_person(v, &it->who);
	return !p || (!is_after(p->last_talk, since) &&
			 !(asked && is_after(p->last_out, since)));
}

bool press_theirs_late(const struct advice *v, const struct item *it)
{
	const struct person *p = advice_person(v, &it->who);

	if (it->owner != OWNER_THEM || it->confidence < SURE_TO_CALL ||
	    !is_late(v, it) || advice_days_since(v, it->due.at) > STALE_DAYS)
		return false;
	/* They went on about it since. That they will not talk is no word. */
	if (went_on(v, it, it->due.at) && !(p && p->has_declined))
		return false;
	/* We have just talked: give it time. */
	return !p || !p->last_talk.utc_s ||
	       p->last_talk.utc_s < it->due.at.utc_s ||
	       advice_days_since(v, p->last_talk) > TALK_DAYS;
}

/* Somebody waits for a word. */
static bool is_ask(const struct advice *v, const struct item *it)
{
	if (it->due.is_set && it->due.at.utc_s < v->s->now.utc_s)
		return false;
	return it->kind == ITEM_REQUEST || it->kind == ITEM_QUESTION ||
	       (it->kind == ITEM_MEETING && !it->is_accepted);
}

static bool is_due_soon(const struct advice *v, const struct item *it)
{
	return it->due.is_set &&
	       work_days(v->s->config, v->s->now, it->due.at) <= SOON_DAYS;
}

/* When it was last spoken of by who waits. */
struct stamp press_asked_at(const struct item *it)
{
	return it->nudged.utc_s > it->created.utc_s ? it->nudged : it->created;
}

struct stamp press_since(const struct advice *v, const struct item *it)
{
	return is_due_soon(v, it) ? it->due.at : press_asked_at(it);
}

static int64_t workday_s(const struct config *c)
{
	return (int64_t)(c->work_to_min - c->work_from_min) * 60;
}

/* We talked, I wrote, or they went on without it. */
static bool has_had_a_word(const struct advice *v, const struct item *it)
{
	struct stamp asked = press_asked_at(it);
	const struct person *p = advice_person(v, &it->who);

	return went_on(v, it, asked) ||
	       (p &&
		   (is_after(p->last_talk, asked) ||
		       (!is_due_soon(v, it) && is_after(p->last_out, asked))));
}

bool press_waits_for_me(const struct advice *v, const struct item *it)
{
	int64_t waited_s = work_seconds(v->s->config, it->created, v->s->now);

	if (it->owner != OWNER_ME || !is_ask(v, it) ||
	    it->confidence < SURE_TO_ANSWER || bearing_of(v, it)->may_rest ||
	    bearing_of(v, it)->is_to_many ||
	    advice_days_since(v, it->created) > STALE_DAYS ||
	    has_had_a_word(v, it))
		return false;
	return (waited_s >= WAITS_DAYS * workday_s(v->s->config) &&
		   !it->is_accepted) ||
	       is_due_soon(v, it);
}

/* Longer than twice what this person usually takes, a day at least. */
static int64_t patience_s(const struct advice *v, const struct item *it)
{
	const struct person *p = advice_person(v, &it->who);
	int64_t day_s = workday_s(v->s->config), patience;

	patience = p && p->reply_s > 0 ? 2 * p->reply_s
				       : v->s->config->reply_days * day_s;
	if (it->kind == ITEM_COMMITMENT && patience < UNDATED_DAYS * day_s)
		patience = UNDATED_DAYS * day_s;
	return patience > day_s ? patience : day_s;
}

bool press_unanswered(const struct advice *v, const struct item *it)
{
	bool promise = it->kind == ITEM_COMMITMENT && !it->due.is_set;
	struct stamp asked = press_asked_at(it);
	const struct person *p;

	if (it->owner != OWNER_THEM || !(promise || is_ask(v, it)) ||
	    it->confidence < SURE_TO_REMIND || bearing_of(v, it)->may_rest)
		return false;
	/* They are not silent, or I had other things to say. */
	p = advice_person(v, &it->who);
	if (p && (is_after(p->last_in, asked) || is_after(p->last_out, asked) ||
		     is_after(p->last_talk, asked)))
		return false;
	/* What is wanted by a day is not asked for before. */
	if (it->due.is_set && it->kind != ITEM_MEETING)
		return false;
	return advice_days_since(v, asked) <= STALE_DAYS &&
	       work_seconds(v->s->config, asked, v->s->now) >=
		   patience_s(v, it);
}

bool press_silent(const struct advice *v, const struct item *it)
{
	return it->n_nudges >= NUDGES && press_unanswered(v, it);
}

bool press_presumed(const struct advice *v, const struct item *it)
{
	return item_is_presumed(it, v->s->now) &&
	       it->presumed_by == PRESUMED_BY_LETTER &&
	       advice_days_since(v, it->presumed) <= PRESUMED_DAYS;
}

bool press_unmentioned(const struct advice *v, const struct item *it)
{
	return item_is_presumed(it, v->s->now) &&
	       it->presumed_by != PRESUMED_BY_LETTER &&
	       advice_days_since(v, it->presumed) <= ASK_DAYS;
}

bool press_past_meeting(const struct advice *v, const struct item *it)
{
	const struct person *p = advice_person(v, &it->who);

	/* One that nobody agreed to may never have been. */
	if (!item_has_passed(it, v->s->now) || !it->is_accepted ||
	    advice_days_since(v, it->due.at) > TALK_DAYS)
		return false;
	/* Somebody wrote since, or the talk itself is known. */
	return !p || (p->last_out.utc_s < it->due.at.utc_s &&
			 p->last_in.utc_s < it->due.at.utc_s &&
			 p->last_talk.utc_s < it->due.at.utc_s);
}
