/* SPDX-License-Identifier: ISC */
#ifndef MODEL_PERSON_H
#define MODEL_PERSON_H

#include "base/civil.h"
#include "model/letter.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

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
	size_t mine_open, mine_late, theirs_open, theirs_late;
	size_t kept, late;      /* their commitments, closed in time or not */
	struct stamp last_talk; /* utc_s 0: never */
	bool is_muted;
};

#endif
