/* SPDX-License-Identifier: ISC */
#ifndef MODEL_ITEM_H
#define MODEL_ITEM_H

#include "base/civil.h"
#include "model/act.h"
#include "model/letter.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum item_kind {
	ITEM_COMMITMENT,
	ITEM_REQUEST,
	ITEM_QUESTION,
	ITEM_MEETING,
	ITEM_DEADLINE,
	ITEM_KINDS
};

enum item_owner { OWNER_ME, OWNER_THEM };

/* Overdue is not a state: it is open (or snoozed out) with due before now. */
enum item_state { ITEM_OPEN, ITEM_SNOOZED, ITEM_DONE, ITEM_DROPPED };

const char *item_kind_name(enum item_kind kind);
const char *item_owner_name(enum item_owner owner); /* "me", "them" */

/*
 * What the user's marks, wrong and done, taught of an item's rules. It is
 * not kept: items have it when they are listed.
 */
struct learnt {
	double shift;            /* of the confidence, in logits */
	const char *rule;        /* the one that was marked most ... */
	size_t n_right, n_wrong; /* ... and how; both 0: nothing learnt */
};

/* Why an item that is open is taken for settled; the user is asked. */
enum presumed_by {
	PRESUMED_BY_LETTER,  /* one reads as if it settled it */
	PRESUMED_BY_TOPIC,   /* others were written to about the same */
	PRESUMED_BY_CONTACT, /* they wrote to each other of other things */
	PRESUMED_BY_SILENCE  /* nobody came back to it for long */
};

/* One obligation. */
struct item {
	int64_t id; /* row number, 0 before it is stored */
	enum item_kind kind;
	enum item_owner owner;
	struct mailbox who; /* the other person */
	const char *what;   /* the sentence, one line */
	struct due due;     /* as last agreed */
	struct due first_due;
	int64_t late_utc_s; /* from when on it is late, grace and days off
			       counted (ledger/); 0: from due on */
	enum item_state state;
	struct stamp snoozed_until; /* when ITEM_SNOOZED */
	double confidence;
	const char *subject;
	int64_t thread;
	const char *message_id; /* of the evidence */
	size_t sentence;        /* which of that message's sentences */
	struct stamp created;   /* date of that message */
	struct stamp closed;    /* when done or dropped */
	bool outgoing;          /* the evidence was mine: source "out" */
	bool is_accepted;       /* the owner said yes: weighs as a promise */
	bool is_withdrawn;      /* it was shown once, but the mail tells by now
				   that it is none; listed nowhere */
	size_t n_nudges;        /* times it was asked for again ... */
	struct stamp nudged;    /* ... and when last; utc_s 0: never */
	struct stamp presumed;  /* open, but likely settled since; utc_s 0:
				   no. By a letter alone, unless ledger/
				   looked at all mail until now */
	enum presumed_by presumed_by; /* set by ledger/, is not kept */
	struct stamp conflict; /* what the other side takes for its due, when
				  nobody has settled that; utc_s 0: none */
	const char **rules;
	size_t n_rules;
	struct learnt learnt; /* its shift is in confidence already */
};

/* Neither closed nor snoozed; a snooze that has run out counts as open. */
bool item_is_pending(const struct item *it, struct stamp now);
/* A meeting's time is over: it is done, or never was, but not late. */
bool item_has_passed(const struct item *it, struct stamp now);
/* Pending, and not a meeting that has passed; and late at now. */
bool item_is_open(const struct item *it, struct stamp now);
bool item_is_overdue(const struct item *it, struct stamp now);
/* Open, and likely settled all the same: to be asked about, not pressed. */
bool item_is_presumed(const struct item *it, struct stamp now);
/* What became of a promise, and of a request that was agreed to. */
enum item_fate {
	FATE_NONE,    /* it is no promise, was let go, or nobody knows */
	FATE_PENDING, /* may still be kept in time */
	FATE_KEPT,
	FATE_LATE /* done late, or not yet and late */
};
enum item_fate item_fate(const struct item *it, struct stamp now);
/* It was given another date than the first. */
bool item_was_moved(const struct item *it);
/* "open", "overdue", "snoozed", "done", "dropped" (contract). */
const char *item_state_name(const struct item *it, struct stamp now);

enum event_kind {
	EVENT_OPENED,
	EVENT_REVISED,   /* due moved */
	EVENT_FULFILLED, /* done, by a letter */
	EVENT_ANSWERED,  /* done, by a reply */
	EVENT_ACCEPTED,  /* still open: the owner said yes */
	EVENT_DECLINED,  /* dropped: the owner said no */
	EVENT_CANCELLED, /* dropped: the other side let go */
	EVENT_REPEATED,  /* the same said again */
	EVENT_DELEGATED, /* another owes it now */
	EVENT_PRESUMED,  /* likely done, by a letter: the user is asked */
	EVENT_CONFLICT,  /* the other side has another date for it */
	EVENT_EXCUSED,   /* still open: one of several will not come */
	EVENT_DONE,      /* from here on: by the user's word */
	EVENT_DROPPED,
	EVENT_WRONG,
	EVENT_SNOOZED,
	EVENT_DUE_SET,
	EVENT_REOPENED,
	EVENT_ACKNOWLEDGED, /* a draft was written */
	EVENT_NUDGED,
	EVENT_CALLED, /* an invite was written */
	EVENT_KINDS
};

const char *event_name(enum event_kind kind);
enum event_kind event_from_name(const char *name);

enum event_cause {
	CAUSE_MAIL,
	CAUSE_USER,
	CAUSE_ERASED /* by a letter that was forgotten since */
};

/* One change in an item's life. Events are added, never altered. */
struct event {
	int64_t id;
	enum event_kind kind;
	enum event_cause cause;
	struct stamp at;        /* letter's date, or now of the command */
	const char *message_id; /* the letter that caused it, or "" */
	const char *text;       /* its sentence, or a reason; "" if none */
	struct due due;         /* new due for REVISED, DUE_SET, SNOOZED */
	bool is_undone;         /* taken back by the user */
};

#endif
