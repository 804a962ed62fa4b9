/* SPDX-License-Identifier: ISC */
/*
 * Letters that neither refer to another nor have a reply's subject, but quote
 * what was asked or promised: their thread is that one's. Looked at when the
 * items are known, from both sides, so that it does not matter which came
 * first: a new letter that quotes looks for items, a new item for letters.
 */
#include "base/arena.h"
#include "base/mem.h"
#include "engine/party.h"
#include "engine/thread.h"
#include "engine/words.h"
#include "ledger/private.h"
#include "model/reference.h"
#include "store/messages.h"
#include "store/notes.h"
#include "store/outside.h"
#include "store/threads.h"

#include <stdlib.h>
#include <string.h>

/* Words that tell; "please let me know what you think" is said to anybody. */
#define TELLING 8

/* A letter that quotes, and the letter of an item whose words they are. */
struct quoting {
	int64_t late, early; /* rows */
};

struct quotings {
	struct quoting *v;
	size_t n, cap;
	int64_t *letters; /* rows of new letters that quote */
	size_t n_letters, cap_letters;
};

static struct quotings *quotings_of(struct ledger *l)
{
	if (!l->quotings)
		l->quotings = mem_alloc(1, sizeof(*l->quotings));
	return l->quotings;
}

void quoting_clear(struct ledger *l)
{
	if (!l->quotings)
		return;
	free(l->quotings->v);
	free(l->quotings->letters);
	free(l->quotings);
	l->quotings = NULL;
}

static void add(struct ledger *l, int64_t late, int64_t early)
{
	struct quotings *q = quotings_of(l);

	if (late == early)
		return;
	if (q->n == q->cap) {
		q->cap = q->cap ? 2 * q->cap : 16;
		q->v = mem_realloc(q->v, q->cap, sizeof(*q->v));
	}
	q->v[q->n++] = (struct quoting){late, early};
}

void quoting_note(struct ledger *l, const struct note *n)
{
	struct quotings *q;

	if (!n->n_references ||
	    !reference_is_quoted(n->references[n->n_references - 1]))
		return;
	q = quotings_of(l);
	if (q->n_letters == q->cap_letters) {
		q->cap_letters = q->cap_letters ? 2 * q->cap_letters : 16;
		q->letters = mem_realloc(
		    q->letters, q->cap_letters, sizeof(*q->letters));
	}
	q->letters[q->n_letters++] = n->row;
}

/* What is not said to everybody. */
static bool tells(const char *what)
{
	return words_weight(what) >= TELLING;
}

void quoting_note_item(
    struct ledger *l, struct arena *a, int64_t row, const struct item *it)
{
	char reference[REFERENCE_QUOTED_BYTES];
	struct candidate *v;
	size_t n;

	if (!reference_of_words(it->what, strlen(it->what), reference))
		return;
	n = message_referring(l->store, a, reference, &v);
	for (size_t i = 0; i < n && tells(it->what); i++)
		add(l, v[i].row, row);
}

/* The items of its people that a new letter quotes. */
static void look_for_items(struct ledger *l, struct arena *a, int64_t row)
{
	struct quotable *v;
	size_t n;
	struct note note;

	if (!note_get(l->store, a, row, &note))
		return;
	n = outside_quotable(l->store, a, row, &v);
	for (size_t i = 0; i < n; i++) {
		char reference[REFERENCE_QUOTED_BYTES];

		if (reference_of_words(
			v[i].what, strlen(v[i].what), reference) &&
		    note_refers_to(&note, reference) && tells(v[i].what))
			add(l, row, v[i].row);
	}
}

static bool join(struct ledger *l, struct arena *a, const struct quoting *q)
{
	struct note late, early;
	int64_t from, into;

	if (!note_get(l->store, a, q->late, &late) ||
	    !note_get(l->store, a, q->early, &early) ||
	    late.thread == early.thread || !thread_quotes(&late, &early))
		return false;
	from = late.thread > early.thread ? late.thread : early.thread;
	into = late.thread + early.thread - from;
	thread_merge(l->store, from, into);
	ledger_touch(l, into);
	return true;
}

bool quoting_join(struct ledger *l)
{
	struct quotings *q = l->quotings;
	bool joined = false;
	struct arena *a;

	if (!q)
		return false;
	a = arena_new();
	for (size_t i = 0; i < q->n_letters; i++)
		look_for_items(l, a, q->letters[i]);
	l->n_dirty = 0;
	l->fresh = NULL;
	/* What became one may show what could not be told before. */
	l->settled_s = INT64_MIN;
	for (size_t i = 0; i < q->n; i++)
		joined = join(l, a, &q->v[i]) || joined;
	arena_free(a);
	quoting_clear(l);
	return joined;
}
