/* SPDX-License-Identifier: ISC */
/*
 * Collects suggestions and holds back those that the user has had enough
 * of: dismissed ones stay away longer each time, ignored ones come more
 * rarely, and what was taken gets time to work.
 */
#include "engine/suggest.h"
#include "base/arena.h"
#include "engine/party.h"

#include <string.h>

#define DAY_S 86400

/* Times that it is shown daily, then every few days, then weekly. */
#define SHOWN_DAILY 3
#define SHOWN_OFTEN 6
#define OFTEN_DAYS  3
#define RARELY_DAYS 7

/* Working days after which a matter makes room for fresher ones. */
#define FRESH_DAYS 10

/* Working days that what was taken is given to work. */
static const int64_t taken_days[SUGGEST_KINDS] = {
    [SUGGEST_ACKNOWLEDGE] = 3,
    [SUGGEST_REPLY] = 2,
    [SUGGEST_CALL] = 5,
    [SUGGEST_CHECK_IN] = 2,
    [SUGGEST_FOLLOW_UP] = 20,
    [SUGGEST_HELLO] = 20,
    [SUGGEST_CLOSE] = 20,
};

const struct person *advice_person(
    const struct advice *v, const struct mailbox *who)
{
	for (size_t i = 0; i < v->s->n_people; i++) {
		const struct person *p = &v->s->people[i];

		if (same_person(&p->mailbox, who))
			return p;
		for (size_t k = 0; k < p->n_addresses; k++)
			if (!strcmp(p->addresses[k], who->addr))
				return p;
	}
	return NULL;
}

const struct thread *advice_thread(const struct advice *v, int64_t id)
{
	for (size_t i = 0; id && i < v->s->n_threads; i++)
		if (v->s->threads[i].id == id)
			return &v->s->threads[i];
	return NULL;
}

bool advice_is_fresh(int64_t days)
{
	return days <= FRESH_DAYS;
}

int64_t advice_days_since(const struct advice *v, struct stamp t)
{
	return work_days(v->s->config, t, v->s->now);
}

bool advice_has(const struct advice *v, const struct mailbox *who,
    enum suggestion_kind kind)
{
	for (size_t i = 0; i < v->n; i++)
		if (v->list[i].kind == kind &&
		    same_person(&v->list[i].who, who))
			return true;
	return false;
}

static const struct suggestion_past *past_of(
    const struct advice *v, const char *key)
{
	for (size_t i = 0; i < v->s->n_past; i++)
		if (!strcmp(v->s->past[i].key, key))
			return &v->s->past[i];
	return NULL;
}

/*
 * Days of rest after a dismissal: 7, then 14, then 28. How many there were
 * shows in the time since it was first made, as each rest takes its days.
 */
static int64_t dismissal_days(const struct suggestion_past *past)
{
	int64_t days =
	    (past->dismissed.utc_s - past->first_shown.utc_s) / DAY_S;

	return days < 7 ? 7 : days < 21 ? 14 : 28;
}

static bool rests(const struct advice *v, const struct suggestion_past *past,
    enum suggestion_kind kind)
{
	struct stamp now = v->s->now;
	int64_t since, gap = 0;

	if (past->dismissed.utc_s &&
	    now.utc_s < past->dismissed.utc_s + dismissal_days(past) * DAY_S)
		return true;
	if (past->taken.utc_s &&
	    work_days(v->s->config, past->taken, now) < taken_days[kind])
		return true;
	if (past->times_shown > SHOWN_DAILY)
		gap =
		    past->times_shown > SHOWN_OFTEN ? RARELY_DAYS : OFTEN_DAYS;
	since = civil_day_of(now) - civil_day_of((struct stamp){
					past->last_shown.utc_s, now.zone_min});
	/* Asked twice on one day the answer is the same. */
	return since > 0 && since < gap;
}

bool advice_add(struct advice *v, const struct suggestion *suggestion,
    const size_t *items, size_t n_items, enum rank rank, int64_t days)
{
	const struct suggestion_past *past = past_of(v, suggestion->key);
	struct suggestion *added;

	if (past && rests(v, past, suggestion->kind))
		return false;
	v->list =
	    arena_grow(v->arena, v->list, v->n, &v->cap, sizeof(*v->list));
	added = &v->list[v->n++];
	*added = *suggestion;
	added->id = past ? past->id : 0;
	if (!advice_is_fresh(days) && rank > RANK_STALE)
		rank = RANK_STALE;
	added->urgency = (double)rank + 1 / (1 + (double)(days > 0 ? days : 0));
	added->items = arena_array(v->arena, n_items, sizeof(int64_t));
	added->n_items = n_items;
	for (size_t i = 0; i < n_items; i++) {
		added->items[i] = v->s->items[items[i]].id;
		v->told[items[i]] = true;
	}
	return true;
}
