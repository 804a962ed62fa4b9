/* SPDX-License-Identifier: ISC */
#ifndef LEDGER_ADVICE_H
#define LEDGER_ADVICE_H

#include "base/diag.h"
#include "model/person.h"
#include "model/suggestion.h"
#include "model/thread.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct ledger;

/* Suggestions at now; each gets its number and is noted as shown. */
enum status ledger_suggest(struct ledger *l, struct arena *a, struct stamp now,
    struct diag *d, struct suggestion **suggestions_r, size_t *n_r);
enum status ledger_dismiss(
    struct ledger *l, int64_t sid, struct stamp now, struct diag *d);
/* The user did what was suggested under that key ("call i12"). */
enum status ledger_taken(
    struct ledger *l, const char *key, struct stamp now, struct diag *d);

/* Threads by heat, then by date. */
enum status ledger_threads(struct ledger *l, struct arena *a, struct stamp now,
    struct diag *d, struct thread **threads_r, size_t *n_r);
enum status ledger_thread(struct ledger *l, struct arena *a, int64_t id,
    struct stamp now, struct diag *d, struct thread *thread_r);
/* The last letter of a thread, for replies: notes oldest first. */
enum status ledger_notes(struct ledger *l, struct arena *a, int64_t thread,
    struct diag *d, struct note **notes_r, size_t *n_r);

/* Persons by last contact. */
enum status ledger_people(struct ledger *l, struct arena *a, struct stamp now,
    struct diag *d, struct person **people_r, size_t *n_r);
/*
 * WHO: an address, or part of a name or address that fits one person.
 * STATUS_NOINPUT when nobody or several fit; the text lists them.
 */
enum status ledger_who(struct ledger *l, struct arena *a, const char *who,
    struct stamp now, struct diag *d, struct person *person_r);

enum status ledger_mute(struct ledger *l, int64_t person, int64_t thread,
    struct stamp now, struct diag *d);
enum status ledger_talked(
    struct ledger *l, int64_t person, struct stamp when, struct diag *d);
/* Erases text and people; one of the three ids is not 0. */
enum status ledger_forget(struct ledger *l, int64_t person, int64_t item,
    int64_t thread, struct diag *d);

/* An invite's identity: the same subject of talk keeps its UID. */
struct invite {
	const char *uid;
	int sequence; /* RFC 5546, 2.1.4: grows with every change */
};
enum status ledger_invite(struct ledger *l, struct arena *a, const char *key,
    struct stamp start, struct stamp now, struct diag *d,
    struct invite *invite_r);

#endif
