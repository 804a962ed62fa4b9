/* SPDX-License-Identifier: ISC */
/*
 * Which thread a letter belongs to. Threads are the connected components of
 * thread_joins(): a letter that joins several of them makes them one, under
 * the smallest number, so that the order of arrival does not matter.
 */
#include "base/arena.h"
#include "engine/thread.h"
#include "ledger/private.h"
#include "store/messages.h"
#include "store/notes.h"
#include "store/threads.h"

struct joined {
	int64_t *threads;
	size_t n, cap;
};

static bool has_joined(const struct joined *j, int64_t thread)
{
	for (size_t i = 0; i < j->n; i++)
		if (j->threads[i] == thread)
			return true;
	return false;
}

static void join(struct joined *j, struct arena *a, int64_t thread)
{
	if (has_joined(j, thread))
		return;
	j->threads =
	    arena_grow(a, j->threads, j->n, &j->cap, sizeof(*j->threads));
	j->threads[j->n++] = thread;
}

int64_t assign_thread(
    struct ledger *l, struct arena *a, const struct note *n, size_t *n_joined_r)
{
	struct joined j = {NULL, 0, 0};
	struct candidate *candidates;
	size_t n_candidates = message_candidates(l->store, a, n, &candidates);
	int64_t smallest;

	if (n->thread)
		join(&j, a, n->thread);
	for (size_t i = 0; i < n_candidates; i++) {
		const struct candidate *c = &candidates[i];
		struct note other;

		if (c->row == n->row || has_joined(&j, c->thread))
			continue;
		if (note_get(l->store, a, c->row, &other) &&
		    thread_joins(n, &other))
			join(&j, a, c->thread);
	}
	*n_joined_r = j.n;
	if (!j.n)
		return thread_add(l->store);
	smallest = j.threads[0];
	for (size_t i = 1; i < j.n; i++)
		if (j.threads[i] < smallest)
			smallest = j.threads[i];
	for (size_t i = 0; i < j.n; i++)
		if (j.threads[i] != smallest)
			thread_merge(l->store, j.threads[i], smallest);
	return smallest;
}
