/* SPDX-License-Identifier: ISC */
/*
 * What to do now. Each matter is looked at once, the gravest view of it
 * first: a thread that has become a barrage, then what is late on my side
 * and on theirs, who waits for me, who leaves me waiting, talks that passed
 * and people long unheard of. Wording and commands are others' business.
 */
#include "engine/advise.h"
#include "base/arena.h"
#include "engine/party.h"
#include "engine/press.h"
#include "engine/suggest.h"

#include <stdlib.h>
#include <string.h>

/* Nobody acts on more at once; tomorrow there is another list. */
#define MOST 10
/* Of one kind, so that lateness leaves room for those who wait. */
static const size_t most_of[SUGGEST_KINDS] = {
    [SUGGEST_ACKNOWLEDGE] = 4,
    [SUGGEST_REPLY] = 4,
    [SUGGEST_CALL] = 3,
    [SUGGEST_CHECK_IN] = 3,
    [SUGGEST_FOLLOW_UP] = 2,
    [SUGGEST_HELLO] = 1,
    [SUGGEST_CLOSE] = 3,
};
/* Letters each way that make an acquaintance worth a hello. */
#define ACQUAINTED 5
/* Silence of so many times silence_days has become the usual. */
#define FORGOTTEN_TIMES 4

/* Items that one suggestion speaks of. */
struct matter {
	size_t *items; /* indexes, most pressing first */
	size_t n;
};

/* What is fresh comes first, then what has pressed for longer. */
static bool presses_more(
    const struct advice *v, const struct item *a, const struct item *b)
{
	int64_t a_since = press_since(v, a).utc_s;
	int64_t b_since = press_since(v, b).utc_s;
	bool a_fresh = advice_is_fresh(advice_days_since(v, press_since(v, a)));
	bool b_fresh = advice_is_fresh(advice_days_since(v, press_since(v, b)));

	if (a_fresh != b_fresh)
		return a_fresh;
	return a_since != b_since ? a_since < b_since : a->id < b->id;
}

/* Whether it presses so; nobody is pressed for what is likely settled. */
static bool is_pressed(const struct advice *v, press *select, size_t i)
{
	const struct item *it = &v->s->items[i];

	return !v->told[i] && select(v, it) &&
	       (!item_is_presumed(it, v->s->now) || select == press_presumed ||
		   select == press_unmentioned);
}

/*
 * The untold items that are selected and go with the first-th: same person,
 * and same thread unless across.
 */
static struct matter gather(
    struct advice *v, size_t first, press *select, bool across)
{
	const struct item *items = v->s->items, *head = &items[first];
	struct matter m = {0};

	m.items = arena_array(v->arena, v->s->n_items, sizeof(*m.items));
	for (size_t i = 0; i < v->s->n_items; i++) {
		const struct item *it = &items[i];
		size_t k = m.n;

		if (!item_is_pending(it, v->s->now) ||
		    !same_person(&it->who, &head->who) ||
		    (!across && it->thread != head->thread) ||
		    press_is_muted(v, it) || !is_pressed(v, select, i))
			continue;
		for (; k && presses_more(v, it, &items[m.items[k - 1]]); k--)
			m.items[k] = m.items[k - 1];
		m.items[k] = i;
		m.n++;
	}
	return m;
}

/* What to make of the items that a selection finds. */
struct plan {
	press *select;
	enum suggestion_kind kind;
	enum suggestion_cause cause;
	enum rank rank;
	bool across;      /* one suggestion for all threads with a person */
	bool unless_call; /* none for people to be called anyway */
};

/* Who wants to be written to is not called, and the other way round. */
static enum suggestion_kind kind_for(const struct advice *v,
    const struct mailbox *who, enum suggestion_kind kind)
{
	const struct person *p = advice_person(v, who);
	enum way way = p ? p->prefers : WAY_ANY;

	if (kind == SUGGEST_CALL && (way == WAY_MAIL || way == WAY_RECORD))
		return SUGGEST_CHECK_IN;
	/* Whoever will not talk now may still answer a line. */
	if (kind == SUGGEST_CALL && p && p->has_declined && way == WAY_ANY)
		return SUGGEST_CHECK_IN;
	if (kind == SUGGEST_CHECK_IN && way == WAY_CALL)
		return SUGGEST_CALL;
	return kind;
}

/* What presses them can be said when they meet anyway. */
static bool is_for_the_meeting(const struct advice *v,
    const struct mailbox *who, enum suggestion_kind kind)
{
	const struct person *p = advice_person(v, who);

	return kind == SUGGEST_CALL && p && p->will_meet;
}

static void suggest_items(struct advice *v, const struct plan *plan)
{
	bool *seen = arena_array(v->arena, v->s->n_items, sizeof(*seen));

	for (size_t i = 0; i < v->s->n_items; i++) {
		struct matter m;
		const struct item *it;
		struct suggestion s = {.cause = plan->cause};

		if (seen[i] || !is_pressed(v, plan->select, i))
			continue;
		m = gather(v, i, plan->select, plan->across);
		for (size_t k = 0; k < m.n; k++)
			seen[m.items[k]] = true;
		if (!m.n)
			continue;
		it = &v->s->items[m.items[0]];
		if (plan->unless_call && advice_has(v, &it->who, SUGGEST_CALL))
			continue;
		s.kind = kind_for(v, &it->who, plan->kind);
		if (is_for_the_meeting(v, &it->who, s.kind))
			continue;
		s.key = arena_printf(v->arena, "%s i%lld",
		    suggestion_name(s.kind), (long long)it->id);
		s.who = it->who;
		s.thread = it->thread;
		s.topic = it->what;
		s.count = advice_days_since(v, press_since(v, it));
		advice_add(v, &s, m.items, m.n, plan->rank, s.count);
	}
}

static bool is_later(struct stamp a, struct stamp b)
{
	return a.utc_s > b.utc_s;
}

/* The most active one who may be suggested. */
static const struct mailbox *whom_to_call(
    const struct advice *v, const struct thread *t)
{
	for (size_t i = 0; i < t->n_people; i++) {
		const struct person *p = advice_person(v, &t->people[i]);

		if (!p || !p->is_muted)
			return &t->people[i];
	}
	return NULL;
}

static bool talked_since(
    const struct advice *v, const struct mailbox *who, struct stamp last_letter)
{
	const struct person *p = advice_person(v, who);

	return p && p->last_talk.utc_s > last_letter.utc_s;
}

/*
 * What the call about a thread settles: what is open there with the person
 * called. That I am late is owned up to all the same.
 */
static bool is_for_the_call(const struct advice *v, const struct item *it,
    const struct thread *t, const struct mailbox *who)
{
	return it->thread == t->id && item_is_open(it, v->s->now) &&
	       same_person(&it->who, who) && !press_is_muted(v, it) &&
	       !press_mine_late(v, it);
}

static void suggest_barrage(struct advice *v, const struct thread *t)
{
	const struct mailbox *who = whom_to_call(v, t);
	size_t *items = arena_array(v->arena, v->s->n_items, sizeof(*items));
	size_t n = 0;
	struct suggestion s = {.kind = SUGGEST_CALL, .cause = CAUSE_BARRAGE};

	/* What is dated later than now says nothing of today. */
	if (!who || is_later(t->last, v->s->now) ||
	    talked_since(v, who, t->last) ||
	    is_for_the_meeting(v, who, SUGGEST_CALL) ||
	    kind_for(v, who, SUGGEST_CALL) != SUGGEST_CALL)
		return;
	for (size_t i = 0; i < v->s->n_items; i++)
		if (is_for_the_call(v, &v->s->items[i], t, who))
			items[n++] = i;
	s.key = arena_printf(v->arena, "call t%lld", (long long)t->id);
	s.who = *who;
	s.thread = t->id;
	s.topic = t->subject;
	s.count = (int64_t)t->alternations;
	advice_add(
	    v, &s, items, n, RANK_BARRAGE, advice_days_since(v, t->last));
}

static void suggest_after_talk(struct advice *v, const struct person *p)
{
	struct suggestion s = {.kind = SUGGEST_FOLLOW_UP,
	    .cause = CAUSE_TALKED,
	    .who = p->mailbox,
	    .topic = ""};
	struct civil day = civil_from_stamp(p->last_talk);

	s.count = advice_days_since(v, p->last_talk);
	if (!p->last_talk.utc_s || is_later(p->last_talk, v->s->now) ||
	    !is_later(p->last_talk, p->last_out) ||
	    !is_later(p->last_talk, p->last_in) || s.count > TALK_DAYS)
		return;
	/* Each talk has its own. */
	s.key = arena_printf(v->arena, "follow-up p%lld %04d-%02d-%02d",
	    (long long)p->id, day.year, day.month, day.day);
	advice_add(v, &s, NULL, 0, RANK_TALKED, s.count);
}

static bool is_spoken_of(const struct advice *v, const struct mailbox *who)
{
	for (size_t i = 0; i < v->n; i++)
		if (same_person(&v->list[i].who, who))
			return true;
	return false;
}

static void suggest_hello(struct advice *v, const struct person *p)
{
	struct suggestion s = {.kind = SUGGEST_HELLO,
	    .cause = CAUSE_SILENCE,
	    .who = p->mailbox,
	    .topic = ""};
	struct stamp last = p->last_in;

	if (is_later(p->last_out, last))
		last = p->last_out;
	if (is_later(p->last_talk, last))
		last = p->last_talk;
	s.count = civil_day_of(v->s->now) - civil_day_of(last);
	if (p->n_in < ACQUAINTED || p->n_out < ACQUAINTED ||
	    s.count <= v->s->config->silence_days ||
	    s.count > (int64_t)v->s->config->silence_days * FORGOTTEN_TIMES ||
	    is_spoken_of(v, &p->mailbox))
		return;
	s.key = arena_printf(v->arena, "hello p%lld", (long long)p->id);
	advice_add(v, &s, NULL, 0, RANK_HELLO, s.count);
}

static int by_urgency(const void *left, const void *right)
{
	const struct suggestion *a = left, *b = right;

	if (a->urgency > b->urgency || a->urgency < b->urgency)
		return a->urgency > b->urgency ? -1 : 1;
	return strcmp(a->key, b->key);
}

/* One sentence to several people is said to one of them at a time. */
static bool is_said(
    const struct suggestion *list, size_t n, const struct suggestion *s)
{
	for (size_t i = 0; i < n; i++)
		if (list[i].kind == s->kind && list[i].n_items && s->n_items &&
		    !strcmp(list[i].topic, s->topic))
			return true;
	return false;
}

/* The most urgent, in order. */
static void order_and_cap(struct advice *v)
{
	size_t kinds[SUGGEST_KINDS] = {0}, kept = 0;

	if (v->n)
		qsort(v->list, v->n, sizeof(*v->list), by_urgency);
	for (size_t i = 0; i < v->n && kept < MOST; i++) {
		enum suggestion_kind kind = v->list[i].kind;

		if (kinds[kind] == most_of[kind] ||
		    is_said(v->list, kept, &v->list[i]))
			continue;
		kinds[kind]++;
		v->list[kept++] = v->list[i];
	}
	v->n = kept;
}

size_t advise(struct arena *a, const struct situation *s,
    struct suggestion **suggestions_r)
{
	static const struct plan plans[] = {
	    /* First, so that nobody is pressed for what is done. */
	    {press_presumed, SUGGEST_CLOSE, CAUSE_PRESUMED, RANK_CHECK_IN,
		false, false},
	    {press_mine_late, SUGGEST_ACKNOWLEDGE, CAUSE_MINE_LATE,
		RANK_MINE_LATE, false, false},
	    {press_theirs_late, SUGGEST_CALL, CAUSE_THEIRS_LATE,
		RANK_THEIRS_LATE, true, false},
	    {press_waits_for_me, SUGGEST_REPLY, CAUSE_WAITS_FOR_ME, RANK_REPLY,
		false, false},
	    {press_silent, SUGGEST_CALL, CAUSE_SILENT_TWICE, RANK_SILENT, true,
		true},
	    {press_unanswered, SUGGEST_CHECK_IN, CAUSE_UNANSWERED,
		RANK_CHECK_IN, false, true},
	    {press_past_meeting, SUGGEST_FOLLOW_UP, CAUSE_TALKED, RANK_TALKED,
		false, true},
	    {press_unmentioned, SUGGEST_CLOSE, CAUSE_UNMENTIONED, RANK_STALE,
		false, false},
	};
	struct advice v = {.arena = a, .s = s};

	v.told = arena_array(a, s->n_items, sizeof(*v.told));
	for (size_t i = 0; i < s->n_threads; i++)
		if (s->threads[i].heat >= 1 && !s->threads[i].is_muted)
			suggest_barrage(&v, &s->threads[i]);
	for (size_t i = 0; i < sizeof(plans) / sizeof(plans[0]); i++)
		suggest_items(&v, &plans[i]);
	for (size_t i = 0; i < s->n_people; i++)
		if (!s->people[i].is_muted &&
		    !advice_has(&v, &s->people[i].mailbox, SUGGEST_CALL))
			suggest_after_talk(&v, &s->people[i]);
	for (size_t i = 0; i < s->n_people && s->config->silence_days; i++)
		if (!s->people[i].is_muted)
			suggest_hello(&v, &s->people[i]);
	order_and_cap(&v);
	*suggestions_r = v.list;
	return v.n;
}
