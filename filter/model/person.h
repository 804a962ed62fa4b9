/* SPDX-License-Identifier: ISC */
#ifndef MODEL_PERSON_H
#define MODEL_PERSON_H

#include "base/civil.h"
#include "model/letter.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* How somebody wants to be met. */
enum way {
	WAY_ANY,
	WAY_MAIL,
	WAY_CALL,
	WAY_RECORD, /* in writing, for the record */
	WAY_KINDS
};

/* "any", "mail", "call", "record" */
const char *way_name(enum way way);
/* WAY_KINDS when there is no such name. */
enum way way_from_name(const char *name);

/* What became of promises; what is open and late counts as late. */
struct promises {
	size_t kept, late;
	size_t unsettled; /* of the late ones: not known to be done */
	size_t moved;     /* of these and the open ones: given another date */
};
struct item;
void promises_count(
    struct promises *sums, const struct item *it, struct stamp now);

/* The other side, who may have several addresses. */
struct person {
	int64_t id;
	struct mailbox mailbox; /* best name, most used address */
	const char **addresses;
	size_t n_addresses;
	size_t n_in, n_out;             /* messages from and to them */
	struct stamp last_in, last_out; /* utc_s 0: never */
	int64_t reply_s; /* median of the working seconds they take to reply
			    (work_seconds), 0 unknown */
	size_t n_replies;
	int64_t my_reply_s; /* the same of the user's replies to them */
	size_t my_replies;
	size_t mine_open, mine_late, theirs_open, theirs_late;
	struct promises mine, theirs; /* mine to them, theirs to me */
	struct stamp last_talk;       /* utc_s 0: never */
	bool is_muted;
	bool will_meet;      /* soon: a calendar says so */
	bool has_declined;   /* a call, lately */
	const char *zone;    /* IANA name that the user gave, "" if none */
	int zone_min;        /* else: the offset of their last letter ... */
	bool has_zone;       /* ... when there is one ... */
	int64_t zone_seen_s; /* ... that was written then */
	enum way prefers;
	int grace_min; /* working minutes, -1: as configured */
};

/* Something that was written, for a briefing. */
struct remark {
	struct stamp date;
	int64_t thread;
	const char *text, *subject;
	int64_t n; /* letters of the thread */
};

/* What to know before meeting somebody. */
struct briefing {
	struct person person;
	struct stamp away_until;               /* utc_s 0: not away */
	struct remark *talks, *mind, *threads; /* newest first */
	size_t n_talks, n_mind, n_threads;
};

#endif
