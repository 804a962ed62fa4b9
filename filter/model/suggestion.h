/* SPDX-License-Identifier: ISC */
#ifndef MODEL_SUGGESTION_H
#define MODEL_SUGGESTION_H

#include "base/civil.h"
#include "model/letter.h"

#include <stddef.h>
#include <stdint.h>

enum suggestion_kind {
	SUGGEST_ACKNOWLEDGE, /* mine is late */
	SUGGEST_REPLY,       /* somebody waits for me */
	SUGGEST_CALL,        /* theirs is late, or a barrage */
	SUGGEST_CHECK_IN,    /* unanswered for longer than usual */
	SUGGEST_FOLLOW_UP,   /* after a talk; an agreed date */
	SUGGEST_HELLO,       /* long silence */
	SUGGEST_CLOSE,       /* likely done: is it? */
	SUGGEST_KINDS
};

const char *suggestion_name(enum suggestion_kind kind);
enum suggestion_kind suggestion_from_name(const char *name);

/* Why a suggestion is made: picks the sentence from the wording. */
enum suggestion_cause {
	CAUSE_MINE_LATE,
	CAUSE_THEIRS_LATE,
	CAUSE_BARRAGE,
	CAUSE_WAITS_FOR_ME,
	CAUSE_UNANSWERED,
	CAUSE_SILENT_TWICE,
	CAUSE_SILENCE,
	CAUSE_TALKED,      /* a talk, or a meeting's time, has passed */
	CAUSE_PRESUMED,    /* a letter seems to have settled it */
	CAUSE_UNMENTIONED, /* nobody came back to it for long */
	SUGGESTION_CAUSES
};

/* What to do now. Computed anew each time; its number is kept. */
struct suggestion {
	int64_t id; /* s7 is 7 */
	enum suggestion_kind kind;
	enum suggestion_cause cause;
	const char *key; /* what makes it the same one tomorrow:
			    "call i12", "call t7" */
	struct mailbox who;
	int64_t *items; /* ids, most pressing first */
	size_t n_items;
	int64_t thread;      /* 0 when it has none */
	double urgency;      /* for the order; larger first */
	int64_t count;       /* the number in `why`: working days, messages */
	const char *topic;   /* the subject or the sentence in `why` */
	const char *why;     /* one sentence, from the language's wording */
	const char *command; /* what to type, without "rapport " prefix
				missing: "rapport ack 12" */
};

/* What the user did with earlier suggestions of the same key. */
struct suggestion_past {
	int64_t id;
	const char *key;
	struct stamp first_shown, last_shown;
	int64_t times_shown;           /* days on which it was shown */
	struct stamp dismissed, taken; /* utc_s 0: not */
};

#endif
