/* SPDX-License-Identifier: ISC */
/*
 * rapport flush: takes in what deliveries had to put aside. A child does
 * it, round after round, since what waits may be what killed one before.
 */
#include "base/arena.h"
#include "base/buf.h"
#include "base/limits.h"
#include "base/proc.h"
#include "cmd/recording.h"
#include "ledger/ledger.h"
#include "ledger/spool.h"
#include "rule/rules.h"

#include <stdio.h>
#include <unistd.h>

enum option { OPTION_BAD };

static const struct command_option options[] = {
    [OPTION_BAD] = {"bad", NULL, "also try those that were given up", false},
    {0},
};

struct flush {
	struct session *session;
	bool bad;
};

/* Messages of one round: the limits of a child are those of a delivery. */
#define ROUND 100

/* The child. Reports one byte for each message, and its last complaint. */
static int take_round(void *context, int report)
{
	const struct flush *f = context;
	struct session *s = f->session;
	size_t taken = 0, n;
	enum status status = recording_open(s, RULES_KEEP);

	if (status == STATUS_OK)
		status = recording_take_spool(s, ROUND, f->bad, &taken);
	ledger_close(s->ledger);
	n = diag_count(s->diag);
	if (dprintf(report, "%zu %.500s\n", taken,
		n ? diag_text(s->diag, n - 1) : "") < 0)
		return STATUS_IOERR;
	return (int)status;
}

/* One round; *taken_r 0 and STATUS_OK when there is nothing left to do. */
static enum status run_round(struct flush *f, size_t *taken_r, bool *died_r)
{
	struct proc_limits limits = {.cpu_s = LIMIT_FLUSH_CPU_S,
	    .memory_bytes = LIMIT_CHILD_MEMORY_BYTES,
	    .wall_ms = LIMIT_FLUSH_MS};
	struct buf report = BUF_EMPTY;
	char why[512] = "";
	int code = 0;
	enum proc_end end = proc_run(
	    &limits, take_round, f, LIMIT_REPORT_BYTES, &report, &code);
	enum status status = STATUS_OK;

	*taken_r = 0;
	*died_r = end == PROC_KILLED || end == PROC_TIMEOUT;
	(void)sscanf(buf_text(&report), "%zu %511[^\n]", taken_r, why);
	if (end == PROC_NOT_RUN)
		status = diag_fail(f->session->diag, STATUS_OSERR,
		    "no process could be started");
	else if (end == PROC_DONE && code)
		status = diag_fail(f->session->diag, (enum status)code, "%s",
		    *why ? why : "the messages cannot be taken in");
	buf_release(&report);
	return status;
}

static enum status run(struct session *s, const struct arguments *args)
{
	struct flush f = {s, args->values[OPTION_BAD] != NULL};
	const char *dir = spool_dir(s->arena, s->db_path);
	size_t waiting, bad, taken, total = 0;
	bool died;
	enum status status = spool_count(dir, s->diag, &waiting, &bad);

	while (status == STATUS_OK && (waiting || (f.bad && bad))) {
		status = run_round(&f, &taken, &died);
		total += taken;
		/* A death moves its message on, so this comes to an end. */
		if (status != STATUS_OK || (!taken && !died))
			break;
		status = spool_count(dir, s->diag, &waiting, &bad);
		if (died && f.bad && !waiting)
			break;
	}
	if (!s->quiet)
		(void)printf("%zu taken in, %zu waiting, %zu given up\n", total,
		    waiting, bad);
	if (status == STATUS_OK && waiting)
		status = diag_fail(s->diag, STATUS_TEMPFAIL,
		    "another process is taking them in");
	return status;
}

const struct command cmd_flush = {
    .name = "flush",
    .operands = "",
    .text = "take in what the filter had to put aside",
    .options = options,
    .needs = NEEDS_CONFIG,
    .run = run,
};
