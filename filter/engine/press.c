/* SPDX-License-Identifier: ISC */
/*
 * What about an item presses now: that it is late, that somebody waits,
 * that nobody answers. Each question looks at one item alone.
 */
#include "engine/press.h"

/* Working days after which their lateness and silence are history. */
#define STALE_DAYS 60
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

bool press_is_muted(const struct advice *v, const struct item *it)
{
	const struct thread *t = advice_thread(v, it->thread);
	const struct person *p = advice_person(v, &it->who);

	return (t && t->is_muted) || (p && p->is_muted);
}

/* Meetings pass, they are not late. */
static bool is_late(const struct advice *v, const struct item *it)
{
	return it->kind != ITEM_MEETING && item_is_overdue(it, v->s->now);
}

bool press_mine_late(const struct advice *v, const struct item *it)
{
	return it->owner == OWNER_ME && is_late(v, it);
}

bool press_theirs_late(const struct advice *v, const struct item *it)
{
	const struct person *p = advice_person(v, &it->who);

	if (it->owner != OWNER_THEM || !is_late(v, it) ||
	    advice_days_since(v, it->due.at) > STALE_DAYS)
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

bool press_waits_for_me(const struct advice *v, const struct item *it)
{
	int64_t waited_s = work_seconds(v->s->config, it->created, v->s->now);

	if (it->owner != OWNER_ME || !is_ask(v, it) ||
	    advice_days_since(v, it->created) > STALE_DAYS)
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

	if (it->owner != OWNER_THEM || !(promise || is_ask(v, it)))
		return false;
	/* What is wanted by a day is not asked for before. */
	if (it->due.is_set && it->kind != ITEM_MEETING)
		return false;
	return advice_days_since(v, press_asked_at(it)) <= STALE_DAYS &&
	       work_seconds(v->s->config, press_asked_at(it), v->s->now) >=
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
	       advice_days_since(v, it->presumed) <= STALE_DAYS;
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
			 p->last_talk.utc_s < it->due.at.utc_s);
}
