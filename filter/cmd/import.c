/* SPDX-License-Identifier: ISC */
/*
 * rapport import: mail that is already there.
 *
 * A child does the work, some hundred messages to a transaction, and keeps
 * a tally in memory that it shares with its parent. When a message kills
 * it, the parent starts another that goes on after that message.
 */
#define _DEFAULT_SOURCE /* MAP_ANONYMOUS */
#include "base/arena.h"
#include "base/buf.h"
#include "base/limits.h"
#include "base/proc.h"
#include "cmd/recording.h"
#include "ledger/ledger.h"
#include "ledger/settings.h"
#include "mail/folder.h"
#include "model/language.h"
#include "rule/rules.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static const struct command_option options[] = {
    RECORDING_OPTIONS,
    {0},
};

#define BATCH            256
#define BATCH_MS         1000 /* deliveries wait for the lock meanwhile */
#define PROGRESS_MS      100
#define MOST_DEATHS      100
#define COMPLAINTS_BYTES 32768

/* What parent and child share. Only committed messages are counted. */
struct tally {
	size_t committed;         /* messages that need not be read again */
	size_t current;           /* the number of the one being read */
	char where[512];          /* and its place */
	size_t recorded[3];       /* by enum recorded */
	size_t dead[MOST_DEATHS]; /* messages that killed a child */
	size_t n_dead;
	enum status status; /* of paths that could not be read */
	bool interrupted;
	bool ended; /* by itself, not killed by a message */
	char complaints[COMPLAINTS_BYTES]; /* a line each */
};

struct import {
	struct session *session;
	struct tally *tally;
	const char **paths;
	size_t n_paths;
	enum direction direction;
	int terminal; /* for the progress, or -1 */

	/* The child's own. */
	size_t n;                      /* messages seen, over all paths */
	size_t in_batch;               /* messages in the open transaction */
	size_t recorded[3];            /* of this batch */
	int64_t batch_ms, progress_ms; /* when they began */
	size_t complained;             /* complaints in the tally */
};

/* Hands complaints to the parent: this process has no stderr. */
static void tell_complaints(struct import *im)
{
	const struct diag *d = im->session->diag;
	char *all = im->tally->complaints;

	for (; im->complained < diag_count(d); im->complained++) {
		const char *text = diag_text(d, im->complained);
		size_t used = strlen(all), n = strlen(text);

		/* A child that goes on meets the same files again. */
		if (used + n + 2 > COMPLAINTS_BYTES || strstr(all, text))
			continue;
		(void)snprintf(
		    all + used, COMPLAINTS_BYTES - used, "%s\n", text);
	}
}

static enum status commit(struct import *im)
{
	enum status status = STATUS_OK;

	if (im->in_batch)
		status = ledger_commit(im->session->ledger, im->session->diag);
	if (status == STATUS_OK) {
		for (size_t i = 0; i < 3; i++)
			im->tally->recorded[i] += im->recorded[i];
		im->tally->committed = im->n;
	}
	memset(im->recorded, 0, sizeof(im->recorded));
	im->in_batch = 0;
	tell_complaints(im);
	return status;
}

static void show_progress(
    struct import *im, const struct folder *f, const char *path)
{
	int64_t now_ms = proc_clock_ms();
	long long done, total;

	if (im->terminal < 0 || now_ms - im->progress_ms < PROGRESS_MS)
		return;
	im->progress_ms = now_ms;
	folder_progress(f, &done, &total);
	(void)dprintf(im->terminal, "\r%3lld%%  %zu messages  %.50s\033[K",
	    total ? done * 100 / total : 100, im->n, path);
}

static bool is_dead(const struct tally *t, size_t n)
{
	for (size_t i = 0; i < t->n_dead; i++)
		if (t->dead[i] == n)
			return true;
	return false;
}

static enum status take(struct import *im, const struct folder_message *m)
{
	struct session *s = im->session;
	enum direction direction = im->direction;
	enum recorded recorded;
	enum status status = STATUS_OK;

	(void)snprintf(
	    im->tally->where, sizeof(im->tally->where), "%s", m->path);
	im->tally->current = im->n;
	if (direction == DIRECTION_UNKNOWN && m->is_sent)
		direction = DIRECTION_OUT;
	if (!im->in_batch) {
		status = ledger_begin(s->ledger, s->diag);
		im->batch_ms = proc_clock_ms();
	}
	if (status == STATUS_OK)
		status = ledger_record(s->ledger, m->bytes, m->len_bytes,
		    direction, s->now, s->diag, &recorded);
	if (status != STATUS_OK)
		return status;
	im->recorded[recorded]++;
	im->in_batch++;
	return STATUS_OK;
}

/* One path. A missing one is noted in the tally; the others go on. */
static enum status take_path(struct import *im, const char *path)
{
	struct session *s = im->session;
	struct folder *f = NULL;
	struct folder_message m;
	enum status status = folder_open(
	    path, rules_language(s->rules, NULL)->reading, s->diag, &f);

	if (status != STATUS_OK) {
		im->tally->status = status;
		return STATUS_OK;
	}
	while (status == STATUS_OK && !im->tally->interrupted &&
	       folder_next(f, s->diag, &m)) {
		if (im->n < im->tally->committed || is_dead(im->tally, im->n)) {
			im->n++;
			continue;
		}
		/* Should one message take for ever, it ends us. */
		(void)alarm(LIMIT_IMPORT_MESSAGE_S);
		status = take(im, &m);
		if (status != STATUS_OK)
			break;
		im->n++;
		im->tally->interrupted = proc_is_interrupted();
		if (im->in_batch >= BATCH ||
		    proc_clock_ms() - im->batch_ms > BATCH_MS)
			status = commit(im);
		show_progress(im, f, path);
	}
	(void)alarm(0);
	folder_close(f);
	return status;
}

/* The child. */
static int work(void *context, int report)
{
	struct import *im = context;
	enum status status;

	(void)report;
	im->tally->current = SIZE_MAX;
	im->tally->ended = false;
	im->complained = diag_count(im->session->diag);
	status = recording_open(im->session, RULES_JIT);
	session_days_off(im->session);
	for (size_t i = 0;
	     status == STATUS_OK && i < im->n_paths && !im->tally->interrupted;
	     i++)
		status = take_path(im, im->paths[i]);
	if (status == STATUS_OK)
		status = commit(im);
	if (status == STATUS_OK)
		ledger_join(im->session->ledger);
	tell_complaints(im);
	ledger_close(im->session->ledger);
	if (im->terminal >= 0)
		(void)dprintf(im->terminal, "\r\033[K");
	im->tally->ended = true;
	return (int)status;
}

/* Whether another child may go on after one died. */
static bool mourn(struct import *im)
{
	struct tally *t = im->tally;

	if (t->current == SIZE_MAX || t->n_dead == MOST_DEATHS)
		return false;
	if (is_dead(t, t->current))
		return false;
	t->dead[t->n_dead++] = t->current;
	diag_warn(im->session->diag,
	    "'%s' is left out: reading it failed badly", t->where);
	return true;
}

static enum status run_children(struct import *im)
{
	struct proc_limits limits = {.passes_signals = true};
	struct diag *d = im->session->diag;
	struct buf none = BUF_EMPTY;
	enum proc_end end;
	int code = 0;

	do {
		end = proc_run(&limits, work, im, 0, &none, &code);
	} while (end != PROC_NOT_RUN && !im->tally->ended &&
		 !proc_is_interrupted() && mourn(im));
	buf_release(&none);
	if (end == PROC_NOT_RUN)
		return diag_fail(d, STATUS_OSERR, "cannot start a process");
	if (im->tally->ended)
		return (enum status)code;
	return im->tally->interrupted || proc_is_interrupted()
		   ? STATUS_OK
		   : diag_fail(d, STATUS_SOFTWARE,
			 "the import ended too often without a result");
}

static void pass_complaints(struct import *im)
{
	char *at = im->tally->complaints;

	for (size_t n; *at; at += n + (at[n] == '\n')) {
		n = strcspn(at, "\n");
		diag_warn(im->session->diag, "%.*s", (int)n, at);
	}
}

static void summarize(const struct tally *t)
{
	size_t all = t->recorded[RECORDED_NEW] + t->recorded[RECORDED_AGAIN] +
		     t->recorded[RECORDED_UNPARSED];

	(void)printf("%zu message%s: %zu new, %zu known", all,
	    all == 1 ? "" : "s", t->recorded[RECORDED_NEW],
	    t->recorded[RECORDED_AGAIN]);
	if (t->recorded[RECORDED_UNPARSED])
		(void)printf(", %zu known by their headers alone",
		    t->recorded[RECORDED_UNPARSED]);
	if (t->n_dead)
		(void)printf(", %zu left out", t->n_dead);
	(void)puts("");
}

static enum status run(struct session *s, const struct arguments *args)
{
	struct import im = {
	    .session = s, .paths = args->words, .n_paths = args->n_words};
	enum status status = recording_direction(s, args, &im.direction);

	if (status != STATUS_OK)
		return status;
	im.tally = mmap(NULL, sizeof(*im.tally), PROT_READ | PROT_WRITE,
	    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (im.tally == MAP_FAILED)
		return diag_fail(s->diag, STATUS_OSERR, "no memory to share");
	im.terminal = !s->quiet && isatty(STDERR_FILENO)
			  ? fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
			  : -1;
	proc_block_signals(true);
	status = run_children(&im);
	pass_complaints(&im);
	if (!s->quiet)
		summarize(im.tally);
	if (status == STATUS_OK)
		status = im.tally->status;
	if (proc_is_interrupted())
		status = diag_fail(s->diag, STATUS_TEMPFAIL,
		    "interrupted; what is counted above is in the store, and "
		    "the same command goes on");
	proc_drop_signals();
	proc_block_signals(false);
	if (im.terminal >= 0)
		(void)close(im.terminal);
	(void)munmap(im.tally, sizeof(*im.tally));
	return status;
}

const struct command cmd_import = {
    .name = "import",
    .operands = "PATH...",
    .text = "take in a Maildir, an mbox, a folder or single files",
    .options = options,
    .min_words = 1,
    .max_words = SIZE_MAX,
    .needs = NEEDS_CONFIG,
    .run = run,
};
