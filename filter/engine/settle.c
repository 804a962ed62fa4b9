/* SPDX-License-Identifier: ISC */
/*
 * The ledger of one thread, made anew from its letters and the user's
 * orders. Letters are put in order of date and each is taken once; so
 * neither the order of arrival nor duplicates can matter. What a letter
 * does, stage by stage, is in the files of engine/stage.h.
 */
#include "engine/settle.h"
#include "base/arena.h"
#include "base/limits.h"
#include "engine/party.h"
#include "engine/stage.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Replies that are dated before their letters, one behind the other. */
#define MOST_PASSES 32

static int by_number(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

/* By Message-ID; of two copies the outgoing one, else the earlier. */
static int by_id(const void *left, const void *right)
{
	const struct note *a = *(const struct note *const *)left;
	const struct note *b = *(const struct note *const *)right;
	int order = strcmp(a->message_id, b->message_id);

	if (!order)
		order = (b->direction == DIRECTION_OUT) -
			(a->direction == DIRECTION_OUT);
	return order ? order : by_number(a->date.utc_s, b->date.utc_s);
}

/* A letter and when it counts. */
struct placed {
	const struct note *note;
	int64_t at_utc_s;
};

static int by_place(const void *left, const void *right)
{
	const struct placed *a = left, *b = right;
	int order = by_number(a->at_utc_s, b->at_utc_s);

	return order ? order : strcmp(a->note->message_id, b->note->message_id);
}

static int id_of_placed(const void *key, const void *element)
{
	return strcmp(key, ((const struct placed *)element)->note->message_id);
}

/*
 * Clocks and zones err, but a reply was written after what it replies to.
 * placed is sorted by Message-ID. False when all is in order.
 */
static bool put_replies_behind(struct placed *placed, size_t n)
{
	bool moved = false;

	for (size_t i = 0; i < n; i++) {
		const struct note *note = placed[i].note;
		const struct placed *parent;

		if (!note->n_references)
			continue;
		parent = bsearch(note->references[note->n_references - 1],
		    placed, n, sizeof(*placed), id_of_placed);
		if (!parent || parent == &placed[i] ||
		    parent->at_utc_s < placed[i].at_utc_s)
			continue;
		placed[i].at_utc_s = parent->at_utc_s + 1;
		moved = true;
	}
	return moved;
}

static void place_notes(struct replay *r)
{
	struct placed *placed =
	    arena_array(r->arena, r->n_notes, sizeof(*placed));

	for (size_t i = 0; i < r->n_notes; i++)
		placed[i] =
		    (struct placed){r->notes[i], r->notes[i]->date.utc_s};
	/* Letters that refer to each other in a circle end it. */
	for (int i = 0; i < MOST_PASSES; i++)
		if (!put_replies_behind(placed, r->n_notes))
			break;
	if (r->n_notes)
		qsort(placed, r->n_notes, sizeof(*placed), by_place);
	r->at_utc_s = arena_array(r->arena, r->n_notes, sizeof(int64_t));
	for (size_t i = 0; i < r->n_notes; i++) {
		r->notes[i] = placed[i].note;
		r->at_utc_s[i] = placed[i].at_utc_s;
	}
}

static int by_time(const void *left, const void *right)
{
	const struct order *a = *(const struct order *const *)left;
	const struct order *b = *(const struct order *const *)right;
	int order = by_number(a->event.at.utc_s, b->event.at.utc_s);

	if (!order)
		order = by_number(a->event.id, b->event.id);
	if (!order)
		order = strcmp(a->message_id, b->message_id);
	if (!order)
		order = by_number((int64_t)a->sentence, (int64_t)b->sentence);
	return order ? order : (int)a->event.kind - (int)b->event.kind;
}

static void take_notes(
    struct replay *r, const struct note *notes, size_t n_notes)
{
	size_t n = 0;

	r->notes = arena_array(r->arena, n_notes, sizeof(*r->notes));
	for (size_t i = 0; i < n_notes; i++)
		r->notes[i] = &notes[i];
	if (n_notes)
		qsort(r->notes, n_notes, sizeof(*r->notes), by_id);
	for (size_t i = 0; i < n_notes; i++)
		if (!n || strcmp(r->notes[n - 1]->message_id,
			      r->notes[i]->message_id) != 0)
			r->notes[n++] = r->notes[i];
	r->n_notes = n;
	place_notes(r);
	if (n > LIMIT_THREAD_MESSAGES) {
		r->notes += n - LIMIT_THREAD_MESSAGES;
		r->at_utc_s += n - LIMIT_THREAD_MESSAGES;
		r->n_notes = LIMIT_THREAD_MESSAGES;
	}
}

static void take_orders(
    struct replay *r, const struct order *orders, size_t n_orders)
{
	r->orders = arena_array(r->arena, n_orders, sizeof(*r->orders));
	r->vetoes = arena_array(r->arena, n_orders, sizeof(*r->vetoes));
	for (size_t i = 0; i < n_orders; i++)
		if (!orders[i].event.is_undone)
			r->orders[r->n_orders++] = &orders[i];
		else if (orders[i].event.cause == CAUSE_MAIL)
			r->vetoes[r->n_vetoes++] = &orders[i];
	if (r->n_orders)
		qsort(r->orders, r->n_orders, sizeof(*r->orders), by_time);
}

static void take_turn(struct replay *r, size_t index)
{
	const struct note *note = r->notes[index];
	struct turn turn = {
	    .note = note,
	    .index = index,
	    .side = note_is_mine(note) ? OWNER_ME : OWNER_THEM,
	    .used = arena_array(r->arena, note->n_acts, sizeof(bool)),
	    .lives_before = r->n_lives,
	};

	if (note_is_own_copy(note, &r->config->me))
		return;
	revise_by_absence(r, &turn);
	meet_by_calendar(r, &turn);
	if (note->is_automatic)
		return;
	close_by_fulfilment(r, &turn);
	delegate_by_acts(r, &turn);
	revise_by_acts(r, &turn);
	answer_in_row(r, &turn);
	close_by_refusal(r, &turn);
	close_by_answer(r, &turn);
	presume_by_course(r, &turn);
	open_by_acts(r, &turn);
}

/*
 * Orders given before that instant. One whose item is not there yet (its
 * letter is dated later than the order) waits for it.
 */
static void obey(struct replay *r, bool *obeyed, int64_t before_utc_s)
{
	for (size_t i = 0; i < r->n_orders; i++)
		if (!obeyed[i] && r->orders[i]->event.at.utc_s < before_utc_s)
			obeyed[i] = order_apply(r, r->orders[i]);
}

/* Something beside the thread, when it is its turn. */
struct beside {
	int64_t at_utc_s;
	const struct note *letter; /* or */
	const struct talk *talk;
};

static int by_turn(const void *left, const void *right)
{
	const struct beside *a = left, *b = right;
	int order = by_number(a->at_utc_s, b->at_utc_s);

	if (order || !a->letter || !b->letter)
		return order ? order : !a->letter - !b->letter;
	return strcmp(a->letter->message_id, b->letter->message_id);
}

static size_t take_beside(struct replay *r, struct beside **v_r)
{
	const struct outside *o = r->outside;
	size_t n = 0;
	struct beside *v =
	    arena_array(r->arena, o->n_letters + o->n_talks, sizeof(*v));

	for (size_t i = 0; i < o->n_letters; i++)
		v[n++] = (struct beside){
		    o->letters[i].date.utc_s, &o->letters[i], NULL};
	for (size_t i = 0; i < o->n_talks; i++)
		v[n++] =
		    (struct beside){o->talks[i].at.utc_s, NULL, &o->talks[i]};
	if (n)
		qsort(v, n, sizeof(*v), by_turn);
	*v_r = v;
	return n;
}

/* What came before that instant; *at is moved behind it. */
static void look_beside(struct replay *r, const struct beside *v, size_t n,
    size_t *at, int64_t before_utc_s)
{
	for (; *at < n && v[*at].at_utc_s < before_utc_s; (*at)++) {
		if (v[*at].letter)
			outside_letter(r, v[*at].letter, r->n_lives);
		else
			outside_talk(r, v[*at].talk);
	}
}

size_t settle(struct arena *a, const struct note *notes, size_t n_notes,
    const struct order *orders, size_t n_orders, const struct outside *outside,
    const struct config *config, struct life **lives_r)
{
	static const struct outside nothing = {NULL, 0, NULL, 0};
	struct replay r = {.arena = a,
	    .config = config,
	    .outside = outside ? outside : &nothing};
	size_t n_beside, beside_at = 0;
	struct beside *beside;
	struct life *lives;
	bool *obeyed;

	take_notes(&r, notes, n_notes);
	take_orders(&r, orders, n_orders);
	n_beside = take_beside(&r, &beside);
	obeyed = arena_array(a, r.n_orders, sizeof(*obeyed));
	for (size_t i = 0; i < r.n_notes; i++) {
		look_beside(&r, beside, n_beside, &beside_at, r.at_utc_s[i]);
		obey(&r, obeyed, r.at_utc_s[i]);
		take_turn(&r, i);
	}
	look_beside(&r, beside, n_beside, &beside_at, INT64_MAX);
	obey(&r, obeyed, INT64_MAX);
	lives = arena_array(a, r.n_lives, sizeof(*lives));
	for (size_t i = 0; i < r.n_lives; i++)
		lives[i] = r.lives[i].life;
	*lives_r = lives;
	return r.n_lives;
}
