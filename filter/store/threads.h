/* SPDX-License-Identifier: ISC */
#ifndef STORE_THREADS_H
#define STORE_THREADS_H

#include "base/civil.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct store;

/* Threads are numbers that letters share. Failures: see store/store.h. */

/* A new thread's number; 0 on failure. */
int64_t thread_add(struct store *s);
/* All letters of from become into's; from's number leads to into from now. */
void thread_merge(struct store *s, int64_t from, int64_t into);
/* The thread that a number stands for now; 0 when there is none. */
int64_t thread_resolve(struct store *s, int64_t id);

/* A thread's number, and whether the user muted it. */
struct thread_row {
	int64_t id;
	bool is_muted;
};

/*
 * Threads with a letter that no machine wrote since that instant, or an item
 * that is open, by the date of their last letter, newest first.
 */
size_t threads_since(struct store *s, struct arena *a, struct stamp since,
    size_t limit, struct thread_row **threads_r);
bool thread_is_muted(struct store *s, int64_t id);

#endif
