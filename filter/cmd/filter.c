/* SPDX-License-Identifier: ISC */
/*
 * rapport filter: one message on stdin into the ledger, and unharmed out.
 *
 * This process holds the bytes and does nothing with them that could fail
 * badly. A child under limits reads, detects and commits; when it does not
 * say that it did, the message goes to the spool. See rapport-filter(1) for
 * what callers rely on: exit 0 or 75, in time, nothing on stdout too soon.
 */
#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/intake.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/proc.h"
#include "cmd/paths.h"
#include "cmd/recording.h"
#include "ledger/ledger.h"
#include "ledger/spool.h"
#include "mail/mbox.h"
#include "rule/rules.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

enum option { OPTION_PASSTHROUGH = RECORDING_OUTGOING + 1 };

static const struct command_option options[] = {
    RECORDING_OPTIONS,
    [OPTION_PASSTHROUGH] = {"passthrough", NULL,
	"write the message to standard output", false},
    {0},
};

/* One delivery. */
struct delivery {
	struct session *session;
	struct intake in;
	enum direction direction;
	int64_t began_ms;    /* by proc_clock_ms() */
	const char *outcome; /* what X-Rapport-Status says */
};

/* The child's report: a line each. */
#define REPORT_OUTCOME "outcome "
#define REPORT_WHY     "why "

static void report_line(int report, const char *key, const char *text)
{
	struct buf line = BUF_EMPTY;

	buf_printf(&line, "%s%.500s\n", key, text);
	/* Less than a pipe holds: this cannot block, nor be short. */
	if (write(report, line.data, line.len_bytes) < 0)
		_exit(STATUS_IOERR);
	buf_release(&line);
}

/*
 * Tells why it failed, else the first thing that is amiss; only before the
 * message is read, so nothing of it can leak.
 */
static void report_complaint(
    int report, const struct diag *d, enum status status)
{
	size_t n = diag_count(d);

	if (n)
		report_line(report, REPORT_WHY,
		    diag_text(d, status == STATUS_OK ? 0 : n - 1));
}

static const char *outcome_name(enum recorded recorded)
{
	static const char *const names[] = {
	    [RECORDED_NEW] = "recorded",
	    [RECORDED_AGAIN] = "known",
	    [RECORDED_UNPARSED] = "unparsed",
	};

	return names[recorded];
}

/* What a delivery of an ordinary letter takes. */
#define DELIVERY_BYTES (600 * 1024)

/* The child. Its report, not its exit code, says what is committed. */
static int record(void *context, int report)
{
	struct delivery *d = context;
	struct session *s = d->session;
	enum recorded recorded;
	size_t taken;
	enum status status;

	mem_expect(DELIVERY_BYTES);
	status = recording_open(s, RULES_KEEP);
	report_complaint(report, s->diag, status);
	if (status == STATUS_OK)
		status = recording_record(s, buf_text(&d->in.head),
		    d->in.head.len_bytes, d->direction, s->now, &recorded);
	if (status == STATUS_OK) {
		report_line(report, REPORT_OUTCOME, outcome_name(recorded));
		(void)recording_take_spool(
		    s, LIMIT_SPOOL_PER_RUN, false, &taken);
		/* For the next delivery; should it fail, that one tries. */
		(void)rules_keep(
		    s->rules, paths_kept_rules(s->arena, s->db_path), s->diag);
	}
	/* What is committed needs no more than the end of this process. */
	if (status != STATUS_OK)
		ledger_close(s->ledger);
	return (int)status;
}

/* The text after key at the start of a line of the report, or NULL. */
static const char *reported(
    struct arena *a, const struct buf *report, const char *key)
{
	const char *at = buf_text(report);
	size_t n = strlen(key);

	for (; *at; at += *at == '\n') {
		size_t len = strcspn(at, "\n");

		if (len > n && !strncmp(at, key, n))
			return arena_strndup(a, at + n, len - n);
		at += len;
	}
	return NULL;
}

static const char *fate(enum proc_end end, int code)
{
	switch (end) {
	case PROC_KILLED:
		return "the analysis crashed";
	case PROC_TIMEOUT:
		return "the analysis took too long";
	case PROC_NOT_RUN:
		return "no process could be started";
	case PROC_DONE:
		break;
	}
	return code == STATUS_TEMPFAIL
		   ? "the store is locked or full, or memory is"
		   : "the message could not be recorded";
}

/* Whether damage to the kept rules may have ended the child: only once. */
static bool is_abnormal(enum proc_end end, int code)
{
	return end == PROC_KILLED || end == PROC_TIMEOUT ||
	       (end == PROC_DONE && code && code < STATUS_USAGE);
}

/* Into the store, else into the spool. True: exit 0 may be promised. */
static bool keep(struct delivery *d)
{
	struct session *s = d->session;
	struct buf report = BUF_EMPTY;
	struct proc_limits limits = {.cpu_s = LIMIT_CHILD_CPU_S,
	    .memory_bytes = LIMIT_CHILD_MEMORY_BYTES};
	int64_t left_ms = LIMIT_FILTER_MS - LIMIT_SPOOLING_MS -
			  (proc_clock_ms() - d->began_ms);
	int code = 0;
	enum proc_end end;
	const char *why;
	bool kept = true;

	limits.wall_ms =
	    left_ms < LIMIT_CHILD_MS ? (int)left_ms : LIMIT_CHILD_MS;
	end = proc_run(&limits, record, d, LIMIT_REPORT_BYTES, &report, &code);
	if (is_abnormal(end, code) && s->db_path)
		(void)unlink(paths_kept_rules(s->arena, s->db_path));
	d->outcome = reported(s->arena, &report, REPORT_OUTCOME);
	why = reported(s->arena, &report, REPORT_WHY);
	if (d->outcome && why && !s->quiet)
		diag_warn(s->diag, "%s", why);
	if (d->outcome)
		goto out;
	if (!why)
		why = fate(end, code);
	d->outcome = "spooled";
	if (!s->db_path || spool_add(spool_dir(s->arena, s->db_path),
			       d->direction, s->now, buf_text(&d->in.head),
			       d->in.head.len_bytes, s->diag) != STATUS_OK) {
		d->outcome = "unrecorded";
		kept = false;
	}
	if (!s->quiet)
		diag_warn(s->diag, "the message is %s: %s",
		    kept ? "kept for later" : "not kept", why);
out:
	buf_release(&report);
	return kept;
}

/*
 * Where a header may be added: before the first one, after an mbox "From "
 * line. False when the message does not begin with headers; it then stays
 * as it is.
 */
static bool find_place(const struct buf *m, size_t *place_r, bool *crlf_r)
{
	const char *s = buf_text(m), *nl = memchr(s, '\n', m->len_bytes);
	size_t at = 0;

	*crlf_r = nl && nl > s && nl[-1] == '\r';
	if (mbox_is_mbox(s, m->len_bytes)) {
		if (!nl)
			return false;
		at = (size_t)(nl - s) + 1;
	}
	*place_r = at;
	return mbox_is_field(s + at, m->len_bytes - at);
}

static bool pass(const struct delivery *d)
{
	const struct buf *m = &d->in.head;
	struct buf first = BUF_EMPTY;
	size_t place = 0;
	bool crlf, ok;
	int fd;

	if (find_place(m, &place, &crlf)) {
		buf_append(&first, buf_text(m), place);
		buf_printf(&first, "X-Rapport-Status: %s%s", d->outcome,
		    crlf ? "\r\n" : "\n");
	} else {
		place = 0;
	}
	/* In one write as far as possible: most messages fit a pipe. */
	ok = file_write_all(STDOUT_FILENO, buf_text(&first), first.len_bytes) &&
	     intake_write(&d->in, place, STDOUT_FILENO);
	buf_release(&first);
	/* Some file systems tell only now that the disk is full. */
	fd = dup(STDOUT_FILENO);
	return ok && fd >= 0 && close(fd) == 0;
}

static void give_up(int sig)
{
	(void)sig;
	_exit(STATUS_TEMPFAIL);
}

/* Whatever ends us ends us with 75: a mail system bounces on a signal. */
static void arm(void)
{
	static const int ended_by[] = {SIGALRM, SIGHUP, SIGINT, SIGTERM};
	struct sigaction action = {.sa_handler = give_up};

	for (size_t i = 0; i < sizeof(ended_by) / sizeof(*ended_by); i++)
		(void)sigaction(ended_by[i], &action, NULL);
	(void)signal(SIGPIPE, SIG_IGN);
	(void)signal(SIGXFSZ, SIG_IGN);
}

static void watchdog(int64_t ms)
{
	struct itimerval t = {.it_value = {.tv_sec = (time_t)(ms / 1000),
				  .tv_usec = (suseconds_t)(ms % 1000 * 1000)}};

	(void)setitimer(ITIMER_REAL, &t, NULL);
}

static bool read_message(struct delivery *d)
{
	struct arena *a = d->session->arena;
	const char *folders[3], *tmp = getenv("TMPDIR");
	size_t n = 0;

	if (d->session->db_path)
		folders[n++] = file_dir(a, d->session->db_path);
	if (tmp && *tmp)
		folders[n++] = tmp;
	folders[n++] = "/tmp";
	return intake_read(STDIN_FILENO, folders, n, &d->in);
}

static enum status run(struct session *s, const struct arguments *args)
{
	struct delivery d = {.session = s, .began_ms = proc_clock_ms()};
	bool passes = args->values[OPTION_PASSTHROUGH] != NULL, ok, kept = true;
	unsigned closed = proc_hold_standard();
	enum status status = recording_direction(s, args, &d.direction);

	if (status != STATUS_OK)
		return status;
	if (closed & 1 || (passes && closed & 2))
		return diag_fail(
		    s->diag, STATUS_TEMPFAIL, "no standard input or output");
	arm();
	watchdog(LIMIT_STDIN_MS);
	if (!read_message(&d)) {
		status = diag_fail(
		    s->diag, STATUS_TEMPFAIL, "cannot read the message");
		goto out;
	}
	watchdog(LIMIT_FILTER_MS - 200 - (proc_clock_ms() - d.began_ms));
	if (d.in.head.len_bytes)
		kept = keep(&d);
	ok = passes ? !d.in.head.len_bytes || pass(&d) : kept;
	if (!ok)
		status = STATUS_TEMPFAIL;
out:
	intake_release(&d.in);
	return status;
}

const struct command cmd_filter = {
    .name = "filter",
    .operands = "",
    .text = "take in one message from standard input",
    .options = options,
    .needs = EXITS_TEMPFAIL,
    .run = run,
};
