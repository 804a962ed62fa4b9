/* SPDX-License-Identifier: ISC */
#ifndef STORE_PEOPLE_H
#define STORE_PEOPLE_H

#include "model/letter.h"
#include "model/person.h"

#include <stddef.h>
#include <stdint.h>

struct arena;
struct store;

/* Persons and their addresses. Failures: see store/store.h. */

/* The row of an address, made with a person of its own when it is new. */
int64_t people_address(struct store *s, const char *addr);
/* The person who has an address; 0 when nobody has. */
int64_t people_of_address(struct store *s, const char *addr);

/*
 * Everybody, the user too, by number: mailbox (the address that is used
 * most, with the fullest name that is given, of such the one that is given
 * most, or else what the address shows), addresses, is_muted, and
 * last_talk as the user or an invite told it. The rest is zero.
 */
size_t people_get(struct store *s, struct arena *a, struct person **people_r);

/* Who a letter was from (from set) or to; one for each person in it. */
struct contact {
	int64_t thread, message, person;
	struct stamp date;
	enum direction direction;
	bool is_from, is_automatic;
	unsigned flags; /* enum letter_flags */
	bool is_talk;   /* it tells of a talk, confidence at least that asked */
};

/* By thread, then date; Cc is left out. */
size_t people_contacts(struct store *s, struct arena *a, double confidence,
    struct contact **contacts_r);

/* A letter of theirs, or one of mine to them. */
struct exchange {
	int64_t person, thread;
	struct stamp date;
	bool is_mine;
};

/* After since_s and until until_s, by person, then date; what machines and
   lists wrote is left out, and Cc. */
size_t people_exchanges(struct store *s, struct arena *a, int64_t since_s,
    int64_t until_s, struct exchange **exchanges_r);

/* Questions, requests and trouble in their letters since then, newest
   first, of that confidence at least. */
size_t people_mind(struct store *s, struct arena *a, int64_t person,
    struct stamp since, double confidence, struct remark **remarks_r);
/* Threads with a letter from them, by their last letter, newest first. */
size_t people_threads(struct store *s, struct arena *a, int64_t person,
    size_t limit, struct remark **remarks_r);
/* Talks, newest first; text is "" or the words that told of it. */
size_t people_talks(struct store *s, struct arena *a, int64_t person,
    double confidence, size_t limit, struct remark **remarks_r);
/* Until when their last absence note says they are away; utc_s 0: unknown. */
struct stamp people_away(struct store *s, int64_t person, struct stamp now);

#endif
