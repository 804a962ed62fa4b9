/* SPDX-License-Identifier: ISC */
/*
 * The user's busy times out of .ics files. What libical leaves to its
 * callers is done here: instances that were moved (RECURRENCE-ID),
 * cancelled events, whole days and floating times in the user's own offset,
 * and recurrences that would run for ever.
 */
#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/limits.h"
#include "calendar/ical.h"
#include "calendar/parts.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define DAY_S 86400
/* Deeper than any calendar program's folders; symbolic links may loop. */
#define FOLDER_DEPTH 4

/* An event with a RECURRENCE-ID. */
struct moved {
	icalcomponent *event;
};

struct search {
	struct arena *arena;
	struct diag *diag;
	struct stamp from, to;
	size_t n_files;
	bool days_off; /* whole days alone, and also where one is free */
	struct busy *busy;
	size_t n, cap;
	/* of the file that is being read: */
	struct moved *moved;
	size_t n_moved, cap_moved;
	int64_t day_s;   /* length of a whole-day event, else 0 */
	int64_t shift_s; /* from libical's UTC to the user's offset */
};

static void add(struct search *s, int64_t start_s, int64_t end_s)
{
	if (end_s <= start_s || end_s <= s->from.utc_s ||
	    start_s >= s->to.utc_s)
		return;
	s->busy =
	    arena_grow(s->arena, s->busy, s->n, &s->cap, sizeof(*s->busy));
	s->busy[s->n++] = (struct busy){start_s, end_s};
}

/* Whether this instance of a series was moved or cancelled on its own. */
static bool is_moved(const struct search *s, icalcomponent *event, time_t start)
{
	const char *uid = icalcomponent_get_uid(event);

	for (size_t i = 0; uid && i < s->n_moved; i++) {
		icalcomponent *o = s->moved[i].event;
		struct icaltimetype r = icalcomponent_get_recurrenceid(o);
		const char *other = icalcomponent_get_uid(o);

		if (o != event && other && !strcmp(uid, other) &&
		    icaltime_as_timet_with_zone(r, r.zone) == start)
			return true;
	}
	return false;
}

static void on_instance(
    icalcomponent *event, struct icaltime_span *span, void *context)
{
	struct search *s = context;
	int64_t start = (int64_t)span->start, end = (int64_t)span->end;

	if ((!span->is_busy && !s->days_off) || is_moved(s, event, span->start))
		return;
	if (s->day_s)
		end = start + s->day_s;
	add(s, start - s->shift_s, end - s->shift_s);
}

static int64_t whole_days_s(icalcomponent *event, struct icaltimetype start)
{
	struct icaltimetype end = icalcomponent_get_dtend(event);
	int64_t s;

	if (icaltime_is_null_time(end))
		return DAY_S;
	s = (int64_t)icaltime_as_timet(end) - (int64_t)icaltime_as_timet(start);
	return s < DAY_S ? DAY_S : s;
}

static void read_event(struct search *s, icalcomponent *event)
{
	struct icaltimetype start = icalcomponent_get_dtstart(event), from, to;

	if (icalcomponent_get_status(event) == ICAL_STATUS_CANCELLED ||
	    icaltime_is_null_time(start) || !icaltime_is_valid_time(start))
		return;
	if (s->days_off && !start.is_date)
		return;
	s->day_s = start.is_date ? whole_days_s(event, start) : 0;
	s->shift_s = start.zone ? 0 : (int64_t)s->from.zone_min * 60;
	/* Wider than asked: the shift is applied afterwards. */
	from = ical_utc((struct stamp){s->from.utc_s - DAY_S, 0});
	to = ical_utc((struct stamp){s->to.utc_s + DAY_S, 0});
	icalcomponent_foreach_recurrence(event, from, to, on_instance, s);
}

static void read_calendar(
    struct search *s, icalcomponent *cal, const char *path)
{
	icalcomponent *e;
	bool warned = false;

	s->n_moved = 0;
	for (e = icalcomponent_get_first_component(cal, ICAL_VEVENT_COMPONENT);
	     e;
	     e = icalcomponent_get_next_component(cal, ICAL_VEVENT_COMPONENT)) {
		if (icaltime_is_null_time(icalcomponent_get_recurrenceid(e)))
			continue;
		s->moved = arena_grow(s->arena, s->moved, s->n_moved,
		    &s->cap_moved, sizeof(*s->moved));
		s->moved[s->n_moved++].event = e;
	}
	for (icalcompiter it =
		 icalcomponent_begin_component(cal, ICAL_VEVENT_COMPONENT);
	     icalcompiter_deref(&it); icalcompiter_next(&it)) {
		e = icalcompiter_deref(&it);
		if (ical_is_sane(e)) {
			read_event(s, e);
		} else if (!warned) {
			diag_warn(s->diag,
			    "%s: an event that recurs more than daily is "
			    "left out",
			    path);
			warned = true;
		}
	}
}

static void read_file(struct search *s, const char *path)
{
	struct buf text = BUF_EMPTY;
	struct arena *a = arena_new();
	icalcomponent *cal;
	const char *why;

	if (++s->n_files > LIMIT_ICS_FILES)
		goto out;
	/* What cannot be read is told by file_read(); the rest counts. */
	if (file_read(path, LIMIT_ICS_BYTES, s->diag, &text) != STATUS_OK)
		goto out;
	cal = ical_parse(buf_text(&text), text.len_bytes, a, &why);
	if (!cal) {
		diag_warn(s->diag, "%s: %s", path, why);
		goto out;
	}
	read_calendar(s, cal, path);
	icalcomponent_free(cal);
out:
	arena_free(a);
	buf_release(&text);
}

static bool is_ics(const char *name)
{
	size_t n = strlen(name);

	return n > 4 && name[0] != '.' && !strcmp(name + n - 4, ".ics");
}

static void read_path(struct search *s, const char *path, int depth)
{
	struct stat st;
	struct dirent *e;
	DIR *dir;

	if (stat(path, &st) != 0 || !S_ISDIR(st.st_mode)) {
		if (depth == 0 || is_ics(path))
			read_file(s, path);
		return;
	}
	dir = depth < FOLDER_DEPTH ? opendir(path) : NULL;
	if (!dir) {
		diag_warn(s->diag, "cannot open the folder '%s'", path);
		return;
	}
	while ((e = readdir(dir)) && s->n_files <= LIMIT_ICS_FILES)
		if (e->d_name[0] != '.')
			read_path(
			    s, file_join(s->arena, path, e->d_name), depth + 1);
	(void)closedir(dir);
}

static int by_start(const void *a, const void *b)
{
	const struct busy *x = a, *y = b;

	return (x->start_s > y->start_s) - (x->start_s < y->start_s);
}

static size_t merge(struct busy *busy, size_t n)
{
	size_t kept = 0;

	for (size_t i = 0; i < n; i++) {
		if (kept && busy[i].start_s <= busy[kept - 1].end_s) {
			if (busy[i].end_s > busy[kept - 1].end_s)
				busy[kept - 1].end_s = busy[i].end_s;
		} else {
			busy[kept++] = busy[i];
		}
	}
	return kept;
}

static size_t read_paths(
    struct search *s, const char *const *paths, size_t n_paths)
{
	for (size_t i = 0; i < n_paths; i++)
		read_path(s, paths[i], 0);
	if (s->n)
		qsort(s->busy, s->n, sizeof(*s->busy), by_start);
	icaltimezone_free_builtin_timezones();
	return merge(s->busy, s->n);
}

enum status ical_busy(struct arena *a, const char *const *paths, size_t n_paths,
    struct stamp from, struct stamp to, struct diag *d, struct busy **busy_r,
    size_t *n_r)
{
	struct search s = {.arena = a, .diag = d, .from = from, .to = to};

	*n_r = read_paths(&s, paths, n_paths);
	*busy_r = s.busy;
	return STATUS_OK;
}

enum status ical_days_off(struct arena *a, const char *const *paths,
    size_t n_paths, int64_t from_day, int64_t to_day, struct diag *d,
    int64_t **days_r, size_t *n_r)
{
	struct search s = {.arena = a,
	    .diag = d,
	    .from = {from_day * DAY_S, 0},
	    .to = {to_day * DAY_S, 0},
	    .days_off = true};
	size_t n_runs = read_paths(&s, paths, n_paths), n = 0, cap = 0;
	int64_t *days = NULL;

	for (size_t i = 0; s.busy && i < n_runs; i++) {
		int64_t day = s.busy[i].start_s / DAY_S;

		if (day < from_day)
			day = from_day;
		for (; day * DAY_S < s.busy[i].end_s && day < to_day; day++) {
			days = arena_grow(a, days, n, &cap, sizeof(*days));
			days[n++] = day;
		}
	}
	*days_r = days;
	*n_r = n;
	return STATUS_OK;
}
