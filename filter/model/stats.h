/* SPDX-License-Identifier: ISC */
#ifndef MODEL_STATS_H
#define MODEL_STATS_H

#include "model/person.h"

#include <stddef.h>
#include <stdint.h>

/* One month, or all of them: promises by when they were due, or else done. */
struct stats_month {
	int year, month; /* 0 in the sum */
	struct promises mine, theirs;
	int64_t my_reply_s, reply_s; /* medians of working seconds */
	size_t my_replies, n_replies;
};

struct stats {
	struct stats_month all;
	struct stats_month *months; /* oldest first, without empty ones */
	size_t n_months;
	struct person *people; /* with whom there were promises or replies,
				  most promises first */
	size_t n_people;
};

#endif
