/* SPDX-License-Identifier: ISC */
#ifndef STORE_SETTINGS_H
#define STORE_SETTINGS_H

#include "base/civil.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct store;

/*
 * What the user says of persons and items, and when the user is away; all
 * of it part of a change that can be undone. Failures: see store/store.h.
 */

#define SETTING_NAME    "name"
#define SETTING_ZONE    "zone"
#define SETTING_PREFERS "prefers"
#define SETTING_GRACE   "grace" /* working minutes; "" as configured */
#define SETTING_ALIAS   "alias" /* value: an address of the person */
#define SETTING_APART   "apart" /* value: an address of nobody else */
#define SETTING_BACK    "back"  /* value: the absence that was called off */

struct setting {
	int64_t person, item; /* one of them, or both, is 0 */
	const char *key, *value;
};

/* before: whose an address was, else 0. */
void setting_add(
    struct store *s, int64_t change, const struct setting *x, int64_t before);
/* Those in force and those that later ones replace, oldest first. */
size_t settings_get(
    struct store *s, struct arena *a, struct setting **settings_r);
/* An address that an alias or apart has moved, and whose it was. */
struct moved {
	const char *addr;
	int64_t before;
};
/* Those of the change, the last one first. */
size_t settings_moved(
    struct store *s, struct arena *a, int64_t change, struct moved **moved_r);

/*
 * Makes addr an address of person, 0: of a new one. Who then has no address
 * left passes on talks, mutes and settings. Returns whose it was.
 */
int64_t address_move(struct store *s, const char *addr, int64_t person);

/* Threads with a letter from or to the person of an address. */
size_t address_threads(
    struct store *s, struct arena *a, const char *addr, int64_t **threads_r);

/* An address with the name that it goes by most, and whether the user said
   whose it is. */
struct address_row {
	int64_t person;
	const char *addr, *name;
	bool is_settled;
};
/* Those that have a name, by person. */
size_t addresses_get(
    struct store *s, struct arena *a, struct address_row **rows_r);

/* The user's own absences; until is exclusive. */
struct absence {
	int64_t change;
	struct stamp from, until;
};
void absence_add(
    struct store *s, int64_t change, struct stamp from, struct stamp until);
/* By their beginning. */
size_t absences_get(
    struct store *s, struct arena *a, struct absence **absences_r);

#endif
