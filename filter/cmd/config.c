/* SPDX-License-Identifier: ISC */
/*
 * rapport.conf(5): the line-based file into struct config. What a line says
 * wrongly leaves the default; only a missing file is an error here.
 */
#include "cmd/config.h"
#include "base/arena.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/lines.h"
#include "base/str.h"
#include "cmd/paths.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* What is being read. */
struct reader {
	struct lines in;
	struct arena *arena;
	const char *dir; /* of the file: relative paths begin here */
	struct config *config;
	size_t cap_addresses, cap_calendars, cap_holidays;
};

/* A keyword: how its value is read and where it goes in struct config. */
struct keyword {
	const char *name;
	void (*read)(struct reader *r, const struct keyword *k);
	size_t offset; /* of an int or a const char * */
	int min, max;  /* of a number */
};

static void read_text(struct reader *r, const struct keyword *k)
{
	*(const char **)(void *)((char *)r->config + k->offset) = r->in.rest;
}

static void read_number(struct reader *r, const struct keyword *k)
{
	const char *s = r->in.rest;
	long long n;

	if (!str_number(s, strlen(s), k->max, &n) || n < k->min)
		lines_complain(&r->in, 0, "'%s' takes a number from %d to %d",
		    k->name, k->min, k->max);
	else
		*(int *)(void *)((char *)r->config + k->offset) = (int)n;
}

static void add(struct reader *r, const char ***list, size_t *n, size_t *cap,
    const char *value)
{
	*list = arena_grow(r->arena, *list, *n, cap, sizeof(**list));
	(*list)[(*n)++] = value;
}

static void read_address(struct reader *r, const struct keyword *k)
{
	struct me *me = &r->config->me;
	char *addr = r->in.rest;

	(void)k;
	if (!config_is_address(addr)) {
		lines_complain(&r->in, 0, "'%s' is not a mail address", addr);
		return;
	}
	for (char *s = addr; *s; s++)
		*s = str_lower(*s);
	if (!me_has(me, addr))
		add(r, &me->addresses, &me->n_addresses, &r->cap_addresses,
		    addr);
}

static void read_threshold(struct reader *r, const struct keyword *k)
{
	const char *s = r->in.rest;
	const char *point = strchr(s, '.');
	size_t whole = point ? (size_t)(point - s) : strlen(s);
	size_t places = point ? strlen(point + 1) : 0;
	long long units = 0, fraction = 0;
	double value = 2, scale = 1;

	(void)k;
	for (size_t i = 0; i < places; i++)
		scale *= 10;
	if ((!whole || str_number(s, whole, 1, &units)) &&
	    (!places || str_number(point + 1, places, 999999999, &fraction)) &&
	    whole + places)
		value = (double)units + (double)fraction / scale;
	if (value > 1) {
		lines_complain(
		    &r->in, 0, "'threshold' takes a number from 0 to 1");
		return;
	}
	r->config->threshold = value;
}

/* "~/x" under the home directory, "x" beside the configuration. */
static const char *resolve(struct reader *r, const char *path)
{
	const char *home;

	if (path[0] == '/')
		return path;
	if (path[0] == '~' && path[1] == '/') {
		home = paths_home();
		return home ? file_join(r->arena, home, path + 2) : path;
	}
	return file_join(r->arena, r->dir, path);
}

static void read_calendar(struct reader *r, const struct keyword *k)
{
	(void)k;
	add(r, &r->config->calendars, &r->config->n_calendars,
	    &r->cap_calendars, resolve(r, r->in.rest));
}

static void read_holidays(struct reader *r, const struct keyword *k)
{
	(void)k;
	add(r, &r->config->holidays, &r->config->n_holidays, &r->cap_holidays,
	    resolve(r, r->in.rest));
}

/* "9", "9:00" or "17:30" in minutes; false when it is none. */
static bool read_clock(const char *s, size_t len, int *min_r)
{
	const char *colon = memchr(s, ':', len);
	size_t whole = colon ? (size_t)(colon - s) : len;
	long long hour, minute = 0;

	if (!str_number(s, whole, 24, &hour) ||
	    (colon &&
		(len - whole != 3 || !str_number(colon + 1, 2, 59, &minute))) ||
	    hour * 60 + minute > 24 * 60)
		return false;
	*min_r = (int)(hour * 60 + minute);
	return true;
}

static void read_hours(struct reader *r, const struct keyword *k)
{
	const char *s = r->in.rest, *dash = strchr(s, '-');
	struct span from, to;
	int from_min, to_min;

	(void)k;
	if (dash) {
		from = str_trim(s, (size_t)(dash - s));
		to = str_trim(dash + 1, strlen(dash + 1));
	}
	if (!dash || !read_clock(from.data, from.len_bytes, &from_min) ||
	    !read_clock(to.data, to.len_bytes, &to_min) || from_min >= to_min) {
		lines_complain(
		    &r->in, 0, "'hours' takes a span such as 9:00-18:00");
		return;
	}
	r->config->work_from_min = from_min;
	r->config->work_to_min = to_min;
}

/* Keywords of this file's format, not words of a language. */
static int day_of(const char *s, size_t len)
{
	static const char days[] = "montuewedthufrisatsun";

	for (int i = 0; len == 3 && i < 7; i++)
		if (str_same_n(s, days + (ptrdiff_t)3 * i, 3))
			return i;
	return -1;
}

/* "mon-fri" or "mon" as bits; 0 when it is none. */
static unsigned read_days(struct span s)
{
	const char *dash = memchr(s.data, '-', s.len_bytes);
	size_t n = dash ? (size_t)(dash - s.data) : s.len_bytes;
	int from = day_of(s.data, n), to = from;
	unsigned days = 0;

	if (dash)
		to = day_of(dash + 1, s.len_bytes - n - 1);
	if (from < 0 || to < 0)
		return 0;
	for (int day = from; day != to; day = (day + 1) % 7)
		days |= 1U << day;
	return days | 1U << to;
}

static void read_workdays(struct reader *r, const struct keyword *k)
{
	unsigned days = 0;

	(void)k;
	for (const char *at = r->in.rest; *at;) {
		size_t n = strcspn(at, ", \t");
		unsigned more = n ? read_days((struct span){at, n}) : 0;

		if (n && !more) {
			lines_complain(&r->in, (size_t)(at - r->in.rest),
			    "'%.*s' is no day; days are such as mon-fri or "
			    "mon,wed",
			    (int)n, at);
			return;
		}
		days |= more;
		at += n + (at[n] != '\0');
	}
	r->config->workdays = days;
}

#define CONFIG(field) offsetof(struct config, field)

static const struct keyword keywords[] = {
    {"name", read_text, CONFIG(me.name), 0, 0},
    {"address", read_address, 0, 0, 0},
    {"language", read_text, CONFIG(language), 0, 0},
    {"threshold", read_threshold, 0, 0, 0},
    {"workdays", read_workdays, 0, 0, 0},
    {"hours", read_hours, 0, 0, 0},
    {"calendar", read_calendar, 0, 0, 0},
    {"holidays", read_holidays, 0, 0, 0},
    {"grace", read_number, CONFIG(grace_hours), 0, 8760},
    {"barrage", read_number, CONFIG(barrage), 1, 1000},
    {"reply-days", read_number, CONFIG(reply_days), 1, 365},
    {"keep-days", read_number, CONFIG(keep_days), 0, 36500},
    {"silence-days", read_number, CONFIG(silence_days), 0, 36500},
    {"call-minutes", read_number, CONFIG(call_min), 5, 480},
    {"call-where", read_text, CONFIG(call_where), 0, 0},
    {"sendmail", read_text, CONFIG(sendmail), 0, 0},
};

#define KEYWORDS (sizeof(keywords) / sizeof(*keywords))

bool config_is_address(const char *s)
{
	const char *at = strrchr(s, '@');

	if (!at || at == s || !at[1] || strlen(s) > 320)
		return false;
	for (; *s; s++)
		if ((unsigned char)*s <= ' ' || *s == 127 || *s == '<' ||
		    *s == '>' || *s == ',' || *s == ';')
			return false;
	return true;
}

static void read_line(struct reader *r)
{
	for (size_t i = 0; i < KEYWORDS; i++) {
		if (strcmp(keywords[i].name, r->in.keyword) != 0)
			continue;
		if (!*r->in.rest)
			lines_complain(
			    &r->in, 0, "'%s' has no value", r->in.keyword);
		else
			keywords[i].read(r, &keywords[i]);
		return;
	}
	diag_at(r->in.diag, r->in.file, r->in.line, 1,
	    "there is no keyword '%s'", r->in.keyword);
}

enum status config_read(
    struct arena *a, const char *path, struct diag *d, struct config *config_r)
{
	struct reader r = {
	    .arena = a, .dir = file_dir(a, path), .config = config_r};
	struct buf text = BUF_EMPTY;
	enum status status;

	config_defaults(config_r);
	status = file_read(path, LIMIT_CONFIG_BYTES, d, &text);
	if (status == STATUS_OK) {
		lines_init(&r.in, a, d, path, buf_text(&text), text.len_bytes);
		while (lines_next(&r.in))
			read_line(&r);
	}
	buf_release(&text);
	return status;
}
