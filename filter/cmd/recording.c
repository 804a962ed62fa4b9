/* SPDX-License-Identifier: ISC */
/*
 * What the ways in have in common. All of it runs in a child process: a
 * store handle must not cross a fork.
 */
#include "cmd/recording.h"
#include "ledger/ledger.h"
#include "ledger/spool.h"
#include "ledger/upkeep.h"

#include <fcntl.h>
#include <unistd.h>

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

/* Others must not move the new store away: the old file is the lock. */
static int lock_file(const char *path)
{
	struct flock first_byte = {
	    .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_len = 1};
	int fd = open(path, O_RDWR | O_CLOEXEC);

	if (fd >= 0)
		(void)fcntl(fd, F_SETLKW, &first_byte);
	return fd;
}

/* Looks again under the lock, moves the store if need be, opens another. */
static enum status replace_store(struct session *s)
{
	int fd = lock_file(s->db_path);
	const char *moved;
	enum status status;

	ledger_close(s->ledger);
	s->ledger = NULL;
	status = session_ledger(s, false, false);
	if (status == STATUS_OK)
		status = ledger_check(s->ledger, s->diag);
	ledger_close(s->ledger);
	s->ledger = NULL;
	if (status == STATUS_DATA) {
		status = ledger_set_aside(
		    s->arena, s->db_path, s->now, s->diag, &moved);
		if (status == STATUS_OK)
			diag_warn(s->diag,
			    "the store was damaged: it is kept as '%s', and a "
			    "new one is begun",
			    moved);
	}
	if (fd >= 0)
		(void)close(fd);
	return status == STATUS_OK ? session_ledger(s, false, true) : status;
}

enum status recording_open(struct session *s, unsigned rules_flags)
{
	enum status status = session_config(s);

	if (status == STATUS_OK)
		status = session_rules(s, rules_flags);
	if (status == STATUS_OK)
		status = session_ledger(s, false, true);
	return status == STATUS_DATA ? replace_store(s) : status;
}

enum status recording_record(struct session *s, const char *bytes,
    size_t len_bytes, enum direction direction, struct stamp arrival,
    enum recorded *recorded_r)
{
	enum status status = ledger_record(s->ledger, bytes, len_bytes,
	    direction, arrival, s->diag, recorded_r);

	if (status == STATUS_DATA)
		status = replace_store(s);
	else
		return status;
	if (status == STATUS_OK)
		status = ledger_record(s->ledger, bytes, len_bytes, direction,
		    arrival, s->diag, recorded_r);
	return status;
}

static enum status take(void *context, const char *bytes, size_t len_bytes,
    enum direction direction, struct stamp arrival, struct diag *d)
{
	enum recorded recorded;

	(void)d; /* the session's */
	return recording_record(
	    context, bytes, len_bytes, direction, arrival, &recorded);
}

enum status recording_take_spool(
    struct session *s, size_t most, bool bad, size_t *taken_r)
{
	return spool_take(spool_dir(s->arena, s->db_path), most, bad, take, s,
	    s->diag, taken_r);
}
