/* SPDX-License-Identifier: ISC */
#ifndef LEDGER_PRIVATE_H
#define LEDGER_PRIVATE_H

/* For the files of ledger/ alone. */

#include "ledger/ledger.h"
#include "model/person.h"
#include "model/thread.h"
#include "store/items.h"
#include "store/messages.h"
#include "store/store.h"

struct late;
struct bearing;
struct beside;
struct event_row;
struct life;
struct outside;
struct quotings;

struct ledger {
	struct store *store;
	const struct config *config;
	struct rules *rules;
	bool is_read_only;
	bool in_batch;  /* between ledger_begin() and ledger_commit() */
	int64_t *dirty; /* threads to be replayed before the commit */
	size_t n_dirty, cap_dirty;
	struct beside *beside;     /* ledger/outside.c; NULL: nothing */
	struct quotings *quotings; /* ledger/quoting.c; NULL: nothing */
	int64_t settled_s;         /* what is dated before had its effect on
				      all threads; INT64_MIN: look at all */
	const struct note *fresh;  /* the only letter of a thread that this
				      transaction made, or NULL: most mail,
				      and nothing need be read back */
	struct late *late; /* ledger/late.c; NULL until it is asked for */
};

/* STATUS_NOPERM when the ledger was opened for reading. */
enum status ledger_writable(const struct ledger *l, struct diag *d);
/* Notes that a thread's letters or orders have changed. */
void ledger_touch(struct ledger *l, int64_t thread);
/* Replays what was touched and commits, or undoes all of it. */
enum status ledger_finish(struct ledger *l, struct diag *d);
/* Gives up what was touched: after a store_rollback(). */
void ledger_clear(struct ledger *l);

/*
 * ledger/record.c: keeps a letter that was read and detected, in the
 * transaction that is open; its thread is assigned and touched.
 */
enum recorded record_keep(struct ledger *l, struct arena *a, struct message *m);
/*
 * ledger/assign.c: the thread of a letter, one made for it when it joins
 * none, or several merged that it links; *n_joined_r says how many it joins.
 */
int64_t assign_thread(struct ledger *l, struct arena *a, const struct note *n,
    size_t *n_joined_r);

/*
 * ledger/meeting.c: adds to m what the letter's calendar part says, so that
 * all letters about one meeting are one thread.
 */
void meeting_take(struct ledger *l, struct arena *a,
    const struct letter *letter, struct message *m);
/* ... and fills in will_meet and has_declined. */
void meeting_mark(struct ledger *l, struct arena *a, struct stamp now,
    struct person *people, size_t n);

/*
 * ledger/bearing.c: one for each item, with the language of its letter, in
 * the arena; nothing is known of
 * those that are too old to be suggested.
 */
const struct bearing *bearings_get(struct ledger *l, struct arena *a,
    const struct item *items, const char *const *languages, size_t n,
    struct stamp now);

/* ledger/replay.c: derives a thread's items and events anew. */
void replay_thread(struct ledger *l, int64_t thread);
/*
 * A thread's letters as the engine is to see them: what answers me is
 * addressed to me, list mail that is not says nothing.
 */
size_t replay_notes(
    struct ledger *l, struct arena *a, int64_t thread, struct note **notes_r);

/*
 * ledger/late.c: items_get() for who shows them, with late_utc_s, what
 * learnt_weigh(), series_advance() and unmentioned_mark() do; all borrow
 * from the ledger until late_forget().
 */
size_t late_items(struct ledger *l, struct arena *a, enum items_of which,
    int64_t id, struct stamp now, struct item_row **rows_r);
/* Fills in what the user said of people: grace_min, zone, prefers. */
void late_people(struct ledger *l, struct person *people, size_t n);
/* Something that decides lateness has changed, or the ledger is closed. */
void late_forget(struct ledger *l);
/*
 * ledger/naming.c: gives the people whom the rows name by a bare address the
 * names they have in other letters, or that the address shows.
 */
void naming_items(
    struct ledger *l, struct arena *a, struct item_row *rows, size_t n);

/*
 * ledger/unmentioned.c: which of the items, by number, are likely settled
 * as nobody came back to them until now: presumed and presumed_by.
 */
void unmentioned_mark(struct ledger *l, struct arena *a, struct item_row *rows,
    size_t n, struct stamp now);

/* ledger/series.c: a meeting that recurs, or one of which stands alone. */
struct series {
	int64_t item, person;
	int zone_min;
	int64_t length_s;
	bool is_talk;      /* accepted, with a time of day */
	int64_t ends_s;    /* when it was closed, else INT64_MAX */
	int64_t *starts_s; /* ascending */
	size_t n;
};
/* All there are; they live in the arena. */
size_t series_get(struct ledger *l, struct arena *a, struct series **series_r);
/* The first that begins at now or later, 0 when there is none. */
int64_t series_next(const struct series *s, struct stamp now);
/* Gives items of series the date of the next, or of the last. */
void series_advance(struct ledger *l, struct arena *a, struct item_row *rows,
    size_t n, struct stamp now);

/* ledger/change.c: opens a transaction for a change of the user's ... */
enum status change_start(struct ledger *l, struct diag *d);
/* ... and ends it: without effect when status says so. */
enum status change_finish(struct ledger *l, enum status status, struct diag *d);

/*
 * ledger/learnt.c: moves the confidences of items, by number, by what the
 * user's marks taught; those of items that got orders stay.
 */
void learnt_weigh(
    struct ledger *l, struct arena *a, struct item_row *rows, size_t n);

/*
 * ledger/settings.c: makes an address another person's, 0: a new one's, and
 * touches what that may settle or bring back. Returns whose it was.
 */
int64_t move_address(
    struct ledger *l, struct arena *a, const char *addr, int64_t person);

/* A thread that was replayed without what is outside of it. */
struct outside_query {
	int64_t thread;
	const struct life *lives;
	size_t n_lives;
	const struct event_row *events; /* in the store */
	size_t n_events;
};

/*
 * ledger/outside.c: what bears on a thread's open items from outside: what
 * did until now, by the events in the store, and what has come since. False
 * when there is nothing.
 */
bool outside_gather(struct ledger *l, struct arena *a,
    const struct outside_query *q, struct outside *outside_r);
/* Whether the letter delivers something, or tells of a talk or an absence. */
enum bears outside_bears(const struct note *n);
/* Keeps in mind that a letter, or a talk, may bear on other threads ... */
void outside_note(struct ledger *l, const struct note *n, bool is_new);
void outside_note_talk(struct ledger *l, int64_t person, struct stamp at);
/* ... touches those before the transaction ends ... */
void outside_touch(struct ledger *l);
/* ... and forgets it. */
void outside_clear(struct ledger *l);

/* There may be letters that are not known yet. */
void outside_look_again(struct ledger *l);
/* What is known of letters may be wrong: one was replaced, or has changed
 * hands. */
void outside_forget(struct ledger *l);
/*
 * ledger/quoting.c: keeps in mind a new letter that quotes words, and the
 * letters that quote those of a new item, which row says ...
 */
void quoting_note(struct ledger *l, const struct note *n);
void quoting_note_item(
    struct ledger *l, struct arena *a, int64_t row, const struct item *it);
/*
 * ... makes one of their threads, once those that were touched are replayed;
 * true when any was, touched alone ...
 */
bool quoting_join(struct ledger *l);
/* ... and forgets it. */
void quoting_clear(struct ledger *l);

/* ledger/people.c: everybody but the user, with all that is known. */
size_t people_summary(struct ledger *l, struct arena *a, struct stamp now,
    struct person **people_r);
/* ledger/threads.c: threads that matter now, not sorted. */
size_t threads_summary(struct ledger *l, struct arena *a, struct stamp now,
    struct thread **threads_r);

#endif
