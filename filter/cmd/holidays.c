/* SPDX-License-Identifier: ISC */
/*
 * Public holidays. Reading .ics files is dear (libical), so that the days
 * are kept as plain dates beside the store, with what tells whether the
 * files are still the same:
 *	rapport holidays 1
 *	until 2036-01-01
 *	file 1795370515 2048 /home/ann/holidays.ics
 *	2026-12-25
 */
#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/limits.h"
#include "calendar/calendar.h"
#include "cmd/command.h"
#include "cmd/paths.h"
#include "rule/rules.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

/* Mail is hardly older; yearly holidays are few dates even so. */
#define FIRST_YEAR 1980
/* Days ahead that are kept, and the least that there must be. */
#define YEARS_AHEAD 10
#define LEAST_AHEAD (2 * 366)

static void put_day(struct buf *out, const char *before, int64_t day)
{
	struct civil c = civil_from_days(day);

	buf_printf(out, "%s%04d-%02d-%02d\n", before, c.year, c.month, c.day);
}

/* What the kept file begins with when it was made of these files. */
static void put_head(const struct session *s, int64_t until, struct buf *out)
{
	buf_puts(out, "rapport holidays 1\n");
	put_day(out, "until ", until);
	for (size_t i = 0; i < s->config.n_holidays; i++) {
		struct stat st = {0};

		(void)stat(s->config.holidays[i], &st);
		buf_printf(out, "file %lld.%09ld %lld %s\n",
		    (long long)st.st_mtim.tv_sec, st.st_mtim.tv_nsec,
		    (long long)st.st_size, s->config.holidays[i]);
	}
}

static bool read_day(const char *line, int64_t *day_r)
{
	int year, month, day;

	if (sscanf(line, "%4d-%2d-%2d\n", &year, &month, &day) != 3)
		return false;
	*day_r = civil_days(year, month, day);
	return true;
}

static void take(struct session *s, const int64_t *days, size_t n)
{
	s->config.days_off = days;
	s->config.n_days_off = n;
}

/* False when there is no copy or it is stale. */
static bool take_kept(struct session *s, const char *path)
{
	struct diag *quiet = diag_new();
	struct buf text = BUF_EMPTY, head = BUF_EMPTY;
	int64_t *days = NULL, until = 0;
	const char *at;
	size_t n = 0, cap = 0;
	bool fresh = false;

	if (file_read(path, LIMIT_CONFIG_BYTES, quiet, &text) != STATUS_OK)
		goto out;
	at = strstr(buf_text(&text), "\nuntil ");
	if (!at || !read_day(at + 7, &until) ||
	    until < civil_day_of(s->now) + LEAST_AHEAD)
		goto out;
	put_head(s, until, &head);
	if (strncmp(buf_text(&text), buf_text(&head), head.len_bytes) != 0)
		goto out;
	fresh = true;
	for (at = buf_text(&text) + head.len_bytes; *at;) {
		int64_t day;

		if (read_day(at, &day)) {
			days =
			    arena_grow(s->arena, days, n, &cap, sizeof(*days));
			days[n++] = day;
		}
		at += strcspn(at, "\n");
		at += *at == '\n';
	}
	take(s, days, n);
out:
	buf_release(&text);
	buf_release(&head);
	diag_free(quiet);
	return fresh;
}

/* A copy that cannot be written is made again the next time. */
static void keep(struct session *s, const char *path, int64_t until)
{
	struct diag *quiet = diag_new();
	struct buf text = BUF_EMPTY;

	put_head(s, until, &text);
	for (size_t i = 0; i < s->config.n_days_off; i++)
		put_day(&text, "", s->config.days_off[i]);
	(void)file_write_atomic(path, buf_text(&text), text.len_bytes, quiet);
	buf_release(&text);
	diag_free(quiet);
}

void session_days_off(struct session *s)
{
	struct civil now = civil_from_stamp(s->now);
	int64_t until = civil_days(now.year + YEARS_AHEAD, 1, 1);
	size_t from = diag_count(s->diag), n;
	const char *path;
	int64_t *days;

	if (!s->config.n_holidays || s->config.days_off || !s->db_path)
		return;
	path = paths_days_off(s->arena, s->db_path);
	if (take_kept(s, path))
		return;
	if (calendar_days_off(s->arena, s->config.holidays,
		s->config.n_holidays, civil_days(FIRST_YEAR, 1, 1), until,
		s->diag, &days, &n) != STATUS_OK)
		return;
	take(s, days, n);
	/* What is wrong is told each time, until it is mended. */
	if (diag_count(s->diag) == from)
		keep(s, path, until);
}

static void load(struct days_off *off)
{
	struct session *s = off->context;

	if (!s->config.days_off && s->db_path)
		(void)take_kept(s, paths_days_off(s->arena, s->db_path));
	off->days = s->config.days_off;
	off->n = s->config.n_days_off;
}

void session_lend_days_off(struct session *s)
{
	s->days_off = (struct days_off){.load = load, .context = s};
	rules_days_off(s->rules, &s->days_off);
}
