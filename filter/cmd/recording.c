/* SPDX-License-Identifier: ISC */
/*
 * What the ways in have in common. All of it runs in a child process: a
 * store handle must not cross a fork.
 */
#include "cmd/recording.h"
#include "ledger/ledger.h"
#include "ledger/spool.h"

enum status recording_direction(struct session *s, const struct arguments *args,
    enum direction *direction_r)
{
	bool in = args->values[RECORDING_INCOMING] != NULL;
	bool out = args->values[RECORDING_OUTGOING] != NULL;

	if (in && out)
		return diag_fail(s->diag, STATUS_USAGE,
		    "mail is --incoming or --outgoing, not both");
	*direction_r = in    ? DIRECTION_IN
		       : out ? DIRECTION_OUT
			     : DIRECTION_UNKNOWN;
	return STATUS_OK;
}

enum status recording_open(struct session *s, unsigned rules_flags)
{
	enum status status = session_config(s);

	if (status == STATUS_OK)
		status = session_rules(s, rules_flags);
	if (status == STATUS_OK)
		status = session_ledger(s, false, true);
	return status;
}

static enum status take(void *context, const char *bytes, size_t len_bytes,
    enum direction direction, struct stamp arrival, struct diag *d)
{
	struct session *s = context;
	enum recorded recorded;

	return ledger_record(
	    s->ledger, bytes, len_bytes, direction, arrival, d, &recorded);
}

enum status recording_take_spool(
    struct session *s, size_t most, bool bad, size_t *taken_r)
{
	return spool_take(spool_dir(s->arena, s->db_path), most, bad, take, s,
	    s->diag, taken_r);
}
