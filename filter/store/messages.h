/* SPDX-License-Identifier: ISC */
#ifndef STORE_MESSAGES_H
#define STORE_MESSAGES_H

#include "model/thread.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct store;

/* Letters as the ledger keeps them. Failures: see store/store.h. */

/* What a letter may do to items of other threads. */
enum bears {
	BEARS_NOTHING,
	BEARS_DELIVERY, /* of what was said some weeks before at most */
	BEARS_NEWS      /* of a talk or an absence, whatever it is about */
};

/* What is kept beside the note. */
struct message {
	struct note note; /* direction in or out; thread set */
	bool is_wired;    /* the direction is the wiring's word, not a guess */
	struct stamp recorded;
	unsigned flags; /* enum letter_flags */
	const char *language;
	double bulk; /* confidence that it is bulk mail */
	enum bears bears;
	const char *error; /* why the body could not be read, or NULL */
	int64_t digest;    /* of all above but recorded and thread */
};

/* What decides whether another copy of a letter is the better one. */
struct message_copy {
	int64_t row, thread;
	enum direction direction;
	bool is_wired;
	unsigned flags;
	int64_t digest;
};

/* False when that Message-ID is not known. */
bool message_find(
    struct store *s, const char *message_id, struct message_copy *copy_r);
/* Adds it, people included, and returns its row; 0 on failure. */
int64_t message_add(struct store *s, const struct message *m);
/* Puts another copy's content in the place of row's; its thread stays. */
void message_replace(struct store *s, int64_t row, const struct message *m);

/* A letter that may share a thread with another. */
struct candidate {
	int64_t row, thread;
};

/*
 * Letters that n refers to, that refer to it, that refer to what it refers
 * to, or that have its topic within LIMIT_SUBJECT_THREAD_DAYS: the likeliest
 * first, LIMIT_THREAD_CANDIDATES of each sort at most.
 */
size_t message_candidates(struct store *s, struct arena *a,
    const struct note *n, struct candidate **candidates_r);

/* One letter of each thread that has that reference. */
size_t message_referring(struct store *s, struct arena *a,
    const char *reference, struct candidate **candidates_r);

/* Whether a letter of that Message-ID was forgotten on the user's order. */
bool message_is_forgotten(struct store *s, const char *message_id);

/* How many letters there are, and the newest date each way. */
size_t message_count(
    struct store *s, struct stamp *newest_in_r, struct stamp *newest_out_r);

/* How many were read while rules were broken: LETTER_MISREAD. */
size_t message_misread(struct store *s);

#endif
