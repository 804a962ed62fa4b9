/* SPDX-License-Identifier: ISC */
#ifndef ENGINE_REPLAY_H
#define ENGINE_REPLAY_H

#include "engine/settle.h"
#include "model/config.h"
#include "model/item.h"
#include "model/thread.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;

/* Where an item was said, first or again. */
struct evidence {
	const char *message_id;
	size_t sentence;
};

/* A life while its thread is replayed. */
struct live {
	struct life life;
	size_t cap_events;
	struct evidence *said; /* the first is the item's own */
	size_t n_said, cap_said;
	const struct note *note;  /* that said it first */
	bool is_shared;           /* asked of everybody in that note's To */
	bool is_word;             /* a word about it is all that is asked,
				     or promised */
	bool is_call;             /* a promise to call, or an ask for it */
	enum item_owner dated_by; /* whose letter said its due */
	struct due proposed;      /* that somebody would rather have ... */
	enum item_owner proposed_by;
	const struct note *proposed_in; /* ... said in that letter */
	size_t last_said;     /* index of the latest note that said it */
	size_t touched;       /* 1 + index of the last note one of whose
				 acts was about it */
	int sequence;         /* of a calendar's meeting */
	bool settled_by_user; /* done, dropped or wrong by hand: final */
};

/* A thread while it is replayed (engine/settle.c). */
struct replay {
	struct arena *arena;
	const struct config *config;
	const struct note **notes; /* by date, each Message-ID once */
	int64_t *at_utc_s;         /* of each, when it counts: see settle.c */
	size_t n_notes;
	const struct order **orders; /* by time */
	size_t n_orders;
	const struct order **vetoes; /* letters' changes, taken back */
	size_t n_vetoes;
	struct live *lives;
	size_t n_lives, cap_lives;
	const struct outside *outside; /* never NULL */
};

/* One letter as the stages below see it. */
struct turn {
	const struct note *note;
	size_t index;         /* into replay.notes */
	enum item_owner side; /* whose letter it is */
	bool *used;           /* by act: it has done its work, opens nothing */
	size_t lives_before;  /* those that the letter can settle */
};

/* ---- replay.c */

struct live *replay_open(
    struct replay *r, const struct turn *turn, const struct item *item);
/* Adds an event and alters the item as the event says. */
void replay_event(
    struct replay *r, struct live *live, const struct event *event);
/* What an act of the turn's letter causes, due and all; act may be NULL. */
struct event replay_cause(
    const struct turn *turn, enum event_kind kind, const struct act *act);
/* replay_event() of replay_cause(). */
void replay_by_act(struct replay *r, const struct turn *turn, struct live *live,
    enum event_kind kind, const struct act *act);
/* The act is sure enough to do anything. */
bool act_counts(const struct replay *r, const struct act *act);
/* Keeps that the sentence of the turn's letter said the item. */
void replay_said(struct replay *r, const struct turn *turn, struct live *live,
    size_t sentence);
/* Likely done by the turn's letter: the user will be asked. */
void replay_presume(struct replay *r, const struct turn *turn,
    struct live *live, const struct act *act);
bool live_is_open(const struct live *live);
/*
 * It was to be talked about and could be by then. A talk that is only
 * known by its day settles what was asked on that day, if is_day.
 */
bool live_is_talked_of(const struct live *live, struct stamp at, bool is_day);
/* The sentence has done its work: it does not start another item. */
void turn_use_sentence(struct turn *turn, size_t sentence);
/*
 * Its yes or no has done its work; a promise beside it, that says what it is
 * of, still starts an item.
 */
void turn_use_word(
    const struct replay *r, struct turn *turn, const struct act *act);
/* A counted act of that kind is in that sentence of the letter. */
bool note_sentence_has(const struct replay *r, const struct note *n,
    size_t sentence, enum act_kind kind);
/* The act's date, else that of another act of its sentence. */
const struct due *turn_date(const struct turn *turn, const struct act *act);

/* ---- match.c: which items an act is about */

/*
 * What the turn's sender is to an item; asked is the owner, or somebody who
 * was asked along with the user and answers for both.
 */
enum role { ROLE_OWNER, ROLE_CREDITOR, ROLE_ASKED };

/* The sender is that, and the other person sees the letter. */
bool turn_has_role(
    const struct turn *turn, const struct live *live, enum role role);

/* What to look for. */
struct match {
	const struct act *act;
	enum role role;
	unsigned kinds;    /* bit per enum item_kind */
	bool by_words;     /* only items that share words with the act */
	bool whole_letter; /* in doubt all that the latest letter said */
	bool or_party;     /* at meetings either side has a say */
};

/*
 * The open items, older than the letter, that the act is about: those that
 * share its words; else the only one there is, or the only one of the
 * latest letter that said any. Nothing when it remains doubtful. Each is
 * marked as touched. Returns how many, in *lives_r (indexes).
 */
size_t match_act(struct replay *r, const struct turn *turn,
    const struct match *m, size_t **lives_r);

#endif
