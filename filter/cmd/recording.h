/* SPDX-License-Identifier: ISC */
#ifndef CMD_RECORDING_H
#define CMD_RECORDING_H

#include "cmd/command.h"
#include "ledger/ledger.h"
#include "model/letter.h"

/* What filter, flush and import share: opening to record, the spool. */

/* --incoming and --outgoing, the first two options of each of them. */
enum recording_option { RECORDING_INCOMING, RECORDING_OUTGOING };
#define RECORDING_OPTIONS \
	[RECORDING_INCOMING] = {"incoming", NULL, \
	    "the mail was delivered to you", false}, \
	[RECORDING_OUTGOING] = {"outgoing", NULL, "you sent the mail", false}

/* STATUS_USAGE when both are given. */
enum status recording_direction(struct session *s, const struct arguments *args,
    enum direction *direction_r);

/*
 * Opens all that recording needs. A missing store is made, a damaged one
 * set aside (with a warning in s->diag) and a new one made. rules_flags:
 * enum rules_flags.
 */
enum status recording_open(struct session *s, unsigned rules_flags);

/*
 * ledger_record(); should the store turn out to be damaged in the middle,
 * it is set aside too and the message goes into the new one.
 */
enum status recording_record(struct session *s, const char *bytes,
    size_t len_bytes, enum direction direction, struct stamp arrival,
    enum recorded *recorded_r);

/* Takes in at most `most` waiting messages, see ledger/spool.h. */
enum status recording_take_spool(
    struct session *s, size_t most, bool bad, size_t *taken_r);

#endif
