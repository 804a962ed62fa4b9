/* SPDX-License-Identifier: ISC */
/*
 * A thread as a whole, and whether it has become a barrage: many turns in a
 * short time between people who do not get to an end. Threads that only
 * find a date are spared, and what machines write does not count.
 */
#include "base/arena.h"
#include "engine/advise.h"
#include "engine/party.h"
#include "engine/settle.h"

#include <stdlib.h>
#include <string.h>

/* Turns that lie within so many working days are one exchange. */
#define WINDOW_DAYS 5
/* Heat lasts so long after the last letter, then fades to nothing. */
#define WARM_DAYS 2
#define COLD_DAYS 7
/* What each person beyond two, and each open question, adds. */
#define MORE_PEOPLE    0.1
#define MORE_QUESTIONS 0.1
#define MOST_MORE      0.3
/* A day with half a barrage in it weighs as much as the words say. */
#define DENSE_DAY 0.3
/* A sentence of trouble lowers the threshold by so much, at most by half. */
#define TROUBLE_STEP 0.15
#define MOST_TROUBLE 0.5

struct tally {
	struct mailbox box;
	size_t sent, seen;
	size_t order; /* of appearance */
};

struct survey {
	struct arena *arena;
	const struct config *config;
	const struct note **notes; /* by date, no duplicates, people only */
	size_t n_notes;
	struct tally *people;
	size_t n_people, cap_people;
};

static int by_date(const void *left, const void *right)
{
	const struct note *a = *(const struct note *const *)left;
	const struct note *b = *(const struct note *const *)right;

	if (a->date.utc_s != b->date.utc_s)
		return a->date.utc_s < b->date.utc_s ? -1 : 1;
	return strcmp(a->message_id, b->message_id);
}

static int by_activity(const void *left, const void *right)
{
	const struct tally *a = left, *b = right;

	if (a->sent != b->sent)
		return a->sent > b->sent ? -1 : 1;
	if (a->seen != b->seen)
		return a->seen > b->seen ? -1 : 1;
	return a->order < b->order ? -1 : a->order > b->order;
}

static void count_person(struct survey *v, const struct mailbox *box, bool sent)
{
	struct tally *t;

	if (me_has(&v->config->me, box->addr))
		return;
	for (size_t i = 0; i < v->n_people; i++) {
		t = &v->people[i];
		if (!same_person(&t->box, box))
			continue;
		t->sent += sent;
		t->seen++;
		if (!*t->box.name)
			t->box.name = box->name;
		return;
	}
	v->people = arena_grow(v->arena, v->people, v->n_people, &v->cap_people,
	    sizeof(*v->people));
	v->people[v->n_people] = (struct tally){
	    .box = *box, .sent = sent, .seen = 1, .order = v->n_people};
	v->n_people++;
}

static void count_people(struct survey *v)
{
	for (size_t i = 0; i < v->n_notes; i++) {
		const struct note *n = v->notes[i];

		if (!note_is_mine(n))
			count_person(v, &n->from, true);
		for (size_t k = 0; k < n->n_to; k++)
			count_person(v, &n->to[k], false);
		for (size_t k = 0; k < n->n_cc; k++)
			count_person(v, &n->cc[k], false);
	}
	if (v->n_people)
		qsort(v->people, v->n_people, sizeof(*v->people), by_activity);
}

/* The i-th letter and the one before are from different people. */
static bool is_turn(const struct survey *v, size_t i)
{
	const struct note *a = v->notes[i - 1], *b = v->notes[i];

	if (note_is_mine(a) != note_is_mine(b))
		return true;
	return !note_is_mine(a) && !same_person(&a->from, &b->from);
}

static bool counts(const struct survey *v, const struct act *act)
{
	return act->confidence >= v->config->threshold;
}

static size_t count_trouble(const struct survey *v, const struct note *n)
{
	size_t trouble = 0;

	for (size_t i = 0; i < n->n_acts; i++)
		trouble += n->acts[i].kind == ACT_TROUBLE &&
			   counts(v, &n->acts[i]) &&
			   (!i || n->acts[i - 1].kind != ACT_TROUBLE ||
			       n->acts[i - 1].sentence != n->acts[i].sentence);
	return trouble;
}

/* It says nothing but when to meet: each of its sentences is about that. */
static bool is_scheduling(const struct survey *v, const struct note *n)
{
	bool meets = false;

	for (size_t i = 0; i < n->n_acts; i++) {
		const struct act *act = &n->acts[i];
		bool about = false;

		if (!counts(v, act))
			continue;
		for (size_t k = 0; k < n->n_acts; k++)
			about |= n->acts[k].sentence == act->sentence &&
				 n->acts[k].kind == ACT_MEETING &&
				 counts(v, &n->acts[k]);
		about |= act->kind == ACT_ACCEPT || act->kind == ACT_DECLINE ||
			 act->kind == ACT_THANKS || act->kind == ACT_REVISE;
		if (!about)
			return false;
		meets = true;
	}
	return meets;
}

/* Letters from index first on. Half about dates, the rest about nothing. */
static bool only_schedules(const struct survey *v, size_t first)
{
	size_t scheduling = 0, other = 0;

	for (size_t i = first; i < v->n_notes; i++) {
		if (is_scheduling(v, v->notes[i]))
			scheduling++;
		else if (v->notes[i]->n_acts)
			other++;
	}
	return scheduling * 2 >= v->n_notes - first && !other;
}

static double at_most(double value, double most)
{
	return value < most ? value : most;
}

/* 1 while it goes on, 0 when it has been quiet for long. */
static double freshness(const struct survey *v, struct stamp now)
{
	int64_t quiet =
	    work_days(v->config, v->notes[v->n_notes - 1]->date, now);

	if (quiet <= WARM_DAYS)
		return 1;
	if (quiet >= COLD_DAYS)
		return 0;
	return (double)(COLD_DAYS - quiet) / (COLD_DAYS - WARM_DAYS);
}

static double heat(
    const struct survey *v, size_t open_questions, struct stamp now)
{
	size_t first = v->n_notes, turns = 0, last_day = 0, trouble = 0;
	double need = v->config->barrage, more;

	if (v->n_notes < 3 || v->config->barrage <= 0)
		return 0;
	struct stamp end = v->notes[v->n_notes - 1]->date;
	while (first && work_days(v->config, v->notes[first - 1]->date, end) <=
			    WINDOW_DAYS)
		first--;
	for (size_t i = first; i < v->n_notes; i++) {
		bool turn = i > first && is_turn(v, i);

		turns += turn;
		last_day +=
		    turn && end.utc_s - v->notes[i]->date.utc_s <= 24 * 60 * 60;
		trouble += count_trouble(v, v->notes[i]);
	}
	if (only_schedules(v, first) && !trouble)
		return 0;
	need *= 1 - at_most(TROUBLE_STEP * (double)trouble, MOST_TROUBLE);
	more = v->n_people > 1
		   ? at_most(MORE_PEOPLE * (double)(v->n_people - 1), MOST_MORE)
		   : 0;
	more += at_most(MORE_QUESTIONS * (double)open_questions, MOST_MORE);
	if ((double)last_day * 2 >= need)
		more += DENSE_DAY;
	/* What is said there weighs only where there is a to and fro. */
	return (double)turns / need * (1 + more) * freshness(v, now);
}

/* Counts what is open, and whose it is. */
static void count_open(struct thread *t, const struct life *lives,
    size_t n_lives, struct stamp now)
{
	unsigned owners = 0;

	for (size_t i = 0; i < n_lives; i++) {
		const struct item *item = &lives[i].item;

		if (!item_is_open(item, now))
			continue;
		t->n_open_items++;
		t->n_open_questions +=
		    item->kind == ITEM_QUESTION || item->kind == ITEM_REQUEST;
		owners |= item->owner == OWNER_ME ? NEXT_ME : NEXT_THEM;
	}
	t->next = (enum next_step)owners;
}

/* All letters by date, each once; *machines_r those of machines. */
static size_t take(struct survey *v, const struct note *notes, size_t n_notes,
    size_t *machines_r)
{
	const struct note **all = arena_array(v->arena, n_notes, sizeof(*all));
	const struct note *last = NULL;

	for (size_t i = 0; i < n_notes; i++)
		all[i] = &notes[i];
	if (n_notes)
		qsort(all, n_notes, sizeof(*all), by_date);
	*machines_r = 0;
	v->notes = all;
	for (size_t i = 0; i < n_notes; i++) {
		if (last && !strcmp(last->message_id, all[i]->message_id))
			continue;
		last = all[i];
		if (last->is_automatic ||
		    note_is_own_copy(last, &v->config->me))
			(*machines_r)++;
		else
			all[v->n_notes++] = last;
	}
	return v->n_notes;
}

struct thread thread_summary(struct arena *a, const struct note *notes,
    size_t n_notes, const struct life *lives, size_t n_lives,
    const struct config *config, struct stamp now)
{
	struct survey v = {.arena = a, .config = config};
	struct thread t = {.subject = n_notes ? notes[0].topic : ""};
	size_t machines;

	t.n_messages = take(&v, notes, n_notes, &machines) + machines;
	count_people(&v);
	t.people = arena_array(a, v.n_people, sizeof(*t.people));
	t.n_people = v.n_people;
	for (size_t i = 0; i < v.n_people; i++)
		t.people[i] = v.people[i].box;
	count_open(&t, lives, n_lives, now);
	for (size_t i = 0; i < v.n_notes; i++) {
		t.alternations += i && is_turn(&v, i);
		t.trouble += count_trouble(&v, v.notes[i]);
	}
	if (!v.n_notes) {
		/* Machines alone: its dates are theirs. */
		t.first = t.last = n_notes ? notes[0].date : now;
		return t;
	}
	t.subject = v.notes[0]->topic;
	t.first = v.notes[0]->date;
	t.last = v.notes[v.n_notes - 1]->date;
	t.last_direction = v.notes[v.n_notes - 1]->direction;
	t.heat = heat(&v, t.n_open_questions, now);
	return t;
}
