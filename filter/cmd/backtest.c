/* SPDX-License-Identifier: ISC */
/*
 * rapport backtest: replays an archive in order of time in a store that is
 * thrown away, and tells what would have been said on each day.
 *
 * A child does the work in a folder that the parent removes whatever
 * happens; the report is written there, too. The messages are first copied
 * to a file without a name, so that they can be taken in order of date.
 */
#include "out/backtest.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/proc.h"
#include "base/str.h"
#include "base/utf8.h"
#include "cmd/config.h"
#include "cmd/post.h"
#include "cmd/recording.h"
#include "ledger/history.h"
#include "ledger/ledger.h"
#include "ledger/settings.h"
#include "mail/fields.h"
#include "mail/folder.h"
#include "mail/header.h"
#include "model/language.h"
#include "rule/rules.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define MOST_SAMPLES 10000
/* A report is a few hundred bytes for each item. */
#define REPORT_BYTES (1024 * 1024 * 1024)

enum option { ME = RECORDING_OUTGOING + 1, SAMPLE, JSON };

static const struct command_option options[] = {
    RECORDING_OPTIONS,
    [ME] = {"me", "ADDR", "an address of yours, instead of a configuration",
	true},
    [SAMPLE] = {"sample", "N", "only N of each kind, the same each time",
	false},
    [JSON] = {"json", NULL, "as JSON", false},
    {0},
};

/* A message in the file without a name. */
struct copy {
	struct stamp date;
	size_t number; /* as found, for equal dates */
	off_t offset;
	size_t len_bytes;
	bool is_sent;
};

struct backtest {
	struct session *session;
	const struct arguments *args;
	const char *dir; /* the throw-away folder */
	enum direction direction;
	size_t n_samples;
	int copies_fd;
	off_t end;
	struct copy *copies;
	size_t n, cap;
	size_t width; /* of the terminal; the child has none */
};

/* When the letter was written, as the ledger will see it. */
static struct stamp date_of(
    struct session *s, const char *bytes, size_t len_bytes)
{
	struct arena *a = arena_new();
	const struct language *language =
	    rules_language(s->rules, s->config.language);
	struct letter letter = {.error = NULL};
	struct header header;
	char *from_line;
	size_t start = header_start(a, bytes, len_bytes, &from_line);
	struct stamp date;

	header_split(a, bytes + start, len_bytes - start, &header);
	fields_read(a, language ? language->reading : NULL, &header, from_line,
	    s->now, &letter);
	date = letter.date;
	arena_free(a);
	return date;
}

static enum status copy_message(
    struct backtest *b, const struct folder_message *m)
{
	struct session *s = b->session;

	if (!file_write_all(b->copies_fd, m->bytes, m->len_bytes))
		return diag_fail(s->diag, STATUS_CANTCREAT,
		    "cannot copy the messages to '%s': %s", b->dir,
		    strerror(errno));
	b->copies =
	    arena_grow(s->arena, b->copies, b->n, &b->cap, sizeof(*b->copies));
	b->copies[b->n] =
	    (struct copy){.date = date_of(s, m->bytes, m->len_bytes),
		.number = b->n,
		.offset = b->end,
		.len_bytes = m->len_bytes,
		.is_sent = m->is_sent};
	b->n++;
	b->end += (off_t)m->len_bytes;
	return STATUS_OK;
}

static enum status copy_path(struct backtest *b, const char *path)
{
	struct session *s = b->session;
	struct folder_message m;
	struct folder *f = NULL;
	enum status status = folder_open(
	    path, rules_language(s->rules, NULL)->reading, s->diag, &f);

	while (status == STATUS_OK && !proc_is_interrupted() &&
	       folder_next(f, s->diag, &m))
		status = copy_message(b, &m);
	folder_close(f);
	return status;
}

static enum status copy_all(struct backtest *b)
{
	struct session *s = b->session;
	const char *path = file_join(s->arena, b->dir, "messages");
	enum status status = STATUS_OK;

	b->copies_fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (b->copies_fd < 0)
		return diag_fail(s->diag, STATUS_CANTCREAT,
		    "cannot create '%s': %s", path, strerror(errno));
	(void)unlink(path);
	for (size_t i = 0; status == STATUS_OK && i < b->args->n_words; i++)
		status = copy_path(b, b->args->words[i]);
	return status;
}

static int by_date(const void *a, const void *b)
{
	const struct copy *x = a, *y = b;

	if (x->date.utc_s != y->date.utc_s)
		return x->date.utc_s < y->date.utc_s ? -1 : 1;
	return (x->number > y->number) - (x->number < y->number);
}

static bool read_copy(const struct backtest *b, const struct copy *c, char *to)
{
	for (size_t got = 0; got < c->len_bytes;) {
		ssize_t n = pread(b->copies_fd, to + got, c->len_bytes - got,
		    c->offset + (off_t)got);

		if (n <= 0)
			return false;
		got += (size_t)n;
	}
	return true;
}

static enum status record(struct backtest *b, const struct copy *c)
{
	struct session *s = b->session;
	struct arena *a = arena_new();
	char *bytes = arena_alloc(a, c->len_bytes + 1);
	enum direction direction = b->direction;
	enum recorded recorded;
	enum status status;

	if (direction == DIRECTION_UNKNOWN && c->is_sent)
		direction = DIRECTION_OUT;
	/* Should one message take for ever, it ends us. */
	(void)alarm(LIMIT_IMPORT_MESSAGE_S);
	if (read_copy(b, c, bytes))
		status = ledger_record(s->ledger, bytes, c->len_bytes,
		    direction, s->now, s->diag, &recorded);
	else
		status = diag_fail(
		    s->diag, STATUS_IOERR, "cannot read a message again");
	(void)alarm(0);
	arena_free(a);
	return status;
}

/* A day to a transaction: threads are derived anew at the end of each. */
static enum status replay(struct backtest *b)
{
	struct session *s = b->session;
	enum status status = STATUS_OK;
	bool begun = false;

	if (b->n)
		qsort(b->copies, b->n, sizeof(*b->copies), by_date);
	for (size_t i = 0; status == STATUS_OK && i < b->n; i++) {
		if (!begun)
			status = ledger_begin(s->ledger, s->diag);
		begun = true;
		if (status == STATUS_OK)
			status = record(b, &b->copies[i]);
		if (status == STATUS_OK &&
		    (i + 1 == b->n ||
			civil_day_of(b->copies[i].date) !=
			    civil_day_of(b->copies[i + 1].date))) {
			status = ledger_commit(s->ledger, s->diag);
			begun = false;
		}
		if (proc_is_interrupted())
			return diag_fail(
			    s->diag, STATUS_TEMPFAIL, "interrupted");
	}
	return status;
}

static enum status report(struct backtest *b)
{
	struct session *s = b->session;
	bool as_json = b->args->values[JSON] != NULL;
	struct buf out = BUF_EMPTY;
	struct history history;
	struct listing listing;
	enum status status =
	    ledger_history(s->ledger, s->arena, s->now, s->diag, &history);

	if (status == STATUS_OK)
		status = post_listing(s, &out, &listing);
	if (status != STATUS_OK)
		return status;
	listing.width = b->width;
	if (b->n_samples && as_json)
		backtest_sample_json(&listing, &history, b->n_samples);
	else if (b->n_samples)
		backtest_sample(&listing, &history, b->n_samples);
	else if (as_json)
		backtest_json(&out, &history);
	else
		backtest_write(&listing, &history);
	status = file_write_atomic(file_join(s->arena, b->dir, "report"),
	    buf_text(&out), out.len_bytes, s->diag);
	buf_release(&out);
	return status;
}

/* An archive ends with its last letter: what was open is told of that day. */
static void end_with_archive(struct backtest *b)
{
	struct stamp end = {0, 0};

	for (size_t i = 0; i < b->n; i++)
		if (b->copies[i].date.utc_s > end.utc_s)
			end = b->copies[i].date;
	if (b->n && end.utc_s < b->session->now.utc_s)
		b->session->now = end;
}

/* Hands complaints to the parent: this process has no stderr. */
static void tell_complaints(struct backtest *b)
{
	struct session *s = b->session;
	struct diag *none = diag_new();
	struct buf all = BUF_EMPTY;

	for (size_t i = 0; i < diag_count(s->diag); i++)
		buf_printf(&all, "%s\n", diag_text(s->diag, i));
	(void)file_write_atomic(file_join(s->arena, b->dir, "complaints"),
	    buf_text(&all), all.len_bytes, none);
	buf_release(&all);
	diag_free(none);
}

/* The child. */
static int work(void *context, int unused)
{
	struct backtest *b = context;
	struct session *s = b->session;
	enum status status;

	(void)unused;
	s->db_path = file_join(s->arena, b->dir, "rapport.db");
	status = session_ledger(s, false, true);
	if (status == STATUS_OK)
		status = copy_all(b);
	if (status == STATUS_OK)
		status = replay(b);
	end_with_archive(b);
	if (status == STATUS_OK)
		ledger_join(s->ledger);
	if (status == STATUS_OK && ledger_has_met(s->ledger, s->now))
		status = ledger_meet(s->ledger, s->now, s->diag);
	if (status == STATUS_OK)
		status = report(b);
	ledger_close(s->ledger);
	tell_complaints(b);
	return (int)status;
}

static void remove_folder(struct session *s, const char *dir)
{
	DIR *d = opendir(dir);
	const struct dirent *e;

	while (d && (e = readdir(d)) != NULL)
		if (strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0)
			(void)unlink(file_join(s->arena, dir, e->d_name));
	if (d)
		(void)closedir(d);
	(void)rmdir(dir);
}

static enum status take_results(
    struct backtest *b, enum proc_end end, enum status status)
{
	struct session *s = b->session;
	struct diag *none = diag_new();
	struct buf text = BUF_EMPTY;

	(void)file_read(file_join(s->arena, b->dir, "complaints"),
	    LIMIT_CONFIG_BYTES, none, &text);
	for (char *at = text.data; at && *at;) {
		size_t n = strcspn(at, "\n");

		diag_warn(s->diag, "%.*s", (int)n, at);
		at += n + (at[n] == '\n');
	}
	buf_release(&text);
	diag_free(none);
	if (end == PROC_NOT_RUN)
		return diag_fail(
		    s->diag, STATUS_OSERR, "cannot start a process");
	if (end != PROC_DONE)
		return proc_is_interrupted()
			   ? STATUS_TEMPFAIL
			   : diag_fail(s->diag, STATUS_SOFTWARE,
				 "a message could not be read; 'rapport import' "
				 "names it");
	if (status != STATUS_OK)
		return status;
	status = file_read(file_join(s->arena, b->dir, "report"), REPORT_BYTES,
	    s->diag, &text);
	return status == STATUS_OK ? post_print(s, &text) : status;
}

static enum status run_child(struct backtest *b)
{
	const struct proc_limits limits = {.passes_signals = true};
	struct session *s = b->session;
	const char *tmp = getenv("TMPDIR");
	char *dir = arena_printf(s->arena, "%s/rapport-backtest.XXXXXX",
	    tmp && *tmp == '/' ? tmp : "/tmp");
	struct buf none = BUF_EMPTY;
	enum proc_end end;
	enum status status;
	int code = 0;

	if (!mkdtemp(dir))
		return diag_fail(s->diag, STATUS_CANTCREAT,
		    "cannot create '%s': %s", dir, strerror(errno));
	b->dir = dir;
	proc_block_signals(true);
	end = proc_run(&limits, work, b, 0, &none, &code);
	buf_release(&none);
	status = take_results(b, end, (enum status)code);
	remove_folder(s, dir);
	proc_drop_signals();
	proc_block_signals(false);
	return status;
}

/* --me stands for a configuration. */
static enum status find_me(struct session *s, const char **addresses)
{
	size_t n = 0;

	if (!addresses)
		return session_config(s);
	for (; addresses[n]; n++) {
		char *addr = arena_strdup(s->arena, addresses[n]);

		for (char *c = addr; *c; c++)
			*c = str_lower(*c);
		if (!config_is_address(addr))
			return diag_fail(s->diag, STATUS_USAGE,
			    "'%s' is not a mail address",
			    utf8_printable(s->arena, addr, 60));
		addresses[n] = addr;
	}
	s->config.me.addresses = addresses;
	s->config.me.n_addresses = n;
	return STATUS_OK;
}

static enum status run(struct session *s, const struct arguments *args)
{
	struct backtest b = {
	    .session = s, .args = args, .copies_fd = -1, .width = post_cells()};
	const char *sample = argument(args, SAMPLE);
	long long n = 0;
	enum status status = recording_direction(s, args, &b.direction);

	if (status == STATUS_OK && sample &&
	    (!str_number(sample, strlen(sample), MOST_SAMPLES, &n) || !n))
		status = diag_fail(s->diag, STATUS_USAGE,
		    "'%s' is not a number from 1 to %d",
		    utf8_printable(s->arena, sample, 40), MOST_SAMPLES);
	b.n_samples = (size_t)n;
	if (status == STATUS_OK)
		status = find_me(s, args->values[ME]);
	if (status != STATUS_OK)
		return status;
	session_days_off(s);
	status = session_rules(s, RULES_JIT);
	return status == STATUS_OK ? run_child(&b) : status;
}

const struct command cmd_backtest = {
    .name = "backtest",
    .operands = "PATH...",
    .text = "replay an archive and tell what would have been said",
    .options = options,
    .min_words = 1,
    .max_words = SIZE_MAX,
    .run = run,
};
