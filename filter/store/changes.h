/* SPDX-License-Identifier: ISC */
#ifndef STORE_CHANGES_H
#define STORE_CHANGES_H

#include "base/civil.h"

#include <stdbool.h>
#include <stdint.h>

struct arena;
struct store;

/* The user's orders, in the order given. Failures: see store/store.h. */

enum change_kind {
	CHANGE_EVENT,
	CHANGE_TALK,
	CHANGE_MUTE,
	CHANGE_OUTCOME,
	CHANGE_SETTING,
	CHANGE_AWAY,
	CHANGE_MAIL /* a letter changed an item: no order */
};

/* Opens a change, which the functions below and event_add_user() fill. */
int64_t change_add(struct store *s, enum change_kind kind, struct stamp at);
void change_talk(
    struct store *s, int64_t change, int64_t person, struct stamp at);
/* One of person and thread is 0. */
void change_mute(
    struct store *s, int64_t change, int64_t person, int64_t thread);
void change_outcome(struct store *s, int64_t change, int64_t suggestion,
    bool taken, struct stamp at);

/* A change that can be taken back. */
struct change {
	int64_t id; /* of CHANGE_MAIL, the letter's row */
	enum change_kind kind;
	struct stamp at;
	int64_t after;       /* row of the newest letter when it was made */
	int64_t item;        /* of CHANGE_EVENT, or of a setting */
	const char *event;   /* its name in the store: "done" */
	int64_t thread;      /* muted, or of the item */
	int64_t suggestion;  /* of CHANGE_OUTCOME */
	const char *outcome; /* dismissed, taken */
	int64_t person;      /* talked with, else 0 */
	const char *who;     /* an address of the person, "" if none */
	const char *setting, *value; /* of CHANGE_SETTING */
	struct stamp from, until;    /* of CHANGE_AWAY */
};

/*
 * The last change, by order or by letter, that was not taken back: of that
 * item, or of anything when item is 0. False when there is none.
 */
bool change_last(
    struct store *s, struct arena *a, int64_t item, struct change *change_r);
void change_undo(struct store *s, const struct change *change, struct stamp at);

#endif
