/* SPDX-License-Identifier: ISC */
#ifndef STORE_FORGET_H
#define STORE_FORGET_H

#include "base/civil.h"

#include <stddef.h>
#include <stdint.h>

struct arena;
struct store;

/*
 * Erasing on the user's order. Letters that go leave a hash of their
 * Message-ID, so that the next import does not bring them back. Each
 * returns the threads that must be replayed. What was erased may still lie
 * in unused parts of the file until store_compact().
 */

/*
 * A person with every address, what they wrote, what was written to them
 * alone, and what was owed between us; elsewhere they are struck from the
 * recipients, and their names from the text.
 */
size_t forget_person(
    struct store *s, struct arena *a, int64_t person, int64_t **threads_r);
/* The sentence of an item, wherever it is kept. */
size_t forget_item(
    struct store *s, struct arena *a, int64_t item, int64_t **threads_r);
/* All letters of a thread and what follows from them. */
void forget_thread(struct store *s, int64_t thread);
/*
 * Threads whose last letter is older and in which nothing is open; returns
 * how many.
 */
size_t forget_before(struct store *s, struct arena *a, struct stamp before);

#endif
