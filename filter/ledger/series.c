/* SPDX-License-Identifier: ISC */
/*
 * Meetings that recur (RFC 5545, 3.8.5): when each of a series takes place,
 * by what its organizer said of all and of single ones, and without those
 * that whoever is invited declined (RFC 5546, 3.2.2 and 3.2.5). The item of
 * a series stands for the next of them.
 */
#include "base/arena.h"
#include "ledger/private.h"
#include "model/meeting.h"
#include "store/meetings.h"

#include <stdlib.h>
#include <string.h>

/* When the meetings of an item begin. */
struct times {
	struct arena *arena;
	int64_t *v;
	size_t n, cap;
};

static void add(struct times *t, int64_t start_s)
{
	t->v = arena_grow(t->arena, t->v, t->n, &t->cap, sizeof(*t->v));
	t->v[t->n++] = start_s;
}

static bool is_organizers(
    const struct series_row *row, const struct said_row *said)
{
	return row->is_mine ? !said->is_mine && said->person == row->person
			    : said->is_mine;
}

static bool is_guests(const struct series_row *row, const struct said_row *said)
{
	return row->is_mine ? said->is_mine
			    : !said->is_mine && said->person == row->person;
}

/* What was said last of the one that begins, or was to, at that time. */
struct exception {
	bool is_arranged; /* alone */
	bool is_off;
	int64_t start_s; /* 0: as it was */
};

static struct exception look_up(const struct series_row *row,
    const struct said_row *said, size_t n, int64_t instance_s)
{
	struct exception x = {false, false, 0};

	for (size_t i = 0; i < n; i++) {
		if (said[i].instance_s != instance_s)
			continue;
		if (is_organizers(row, &said[i]) &&
		    said[i].method == MEETING_REQUEST) {
			x = (struct exception){true, false, said[i].start_s};
		} else if (is_organizers(row, &said[i]) &&
			   said[i].method == MEETING_CANCEL) {
			x = (struct exception){true, true, 0};
		} else if (is_guests(row, &said[i]) &&
			   said[i].method == MEETING_REPLY) {
			x.is_off = said[i].attendance == ATTENDANCE_DECLINED;
		}
	}
	return x;
}

/* What the organizer last said of the whole: "[0,10080]" or "". */
static const char *pattern_of(
    const struct series_row *row, const struct said_row *said, size_t n)
{
	const char *series = "";

	for (size_t i = 0; i < n; i++)
		if (!said[i].instance_s && said[i].method == MEETING_REQUEST &&
		    is_organizers(row, &said[i]))
			series = said[i].series;
	return *series ? series : "[0]";
}

static int by_time(const void *a, const void *b)
{
	const int64_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

/* said[0..n): of the item's UID. */
static struct times times_of(struct arena *a, const struct series_row *row,
    const struct said_row *said, size_t n)
{
	struct times t = {.arena = a};
	const char *at = pattern_of(row, said, n);

	while (*at == '[' || *at == ',') {
		char *end;
		int64_t start_s =
		    row->first.utc_s + 60 * (int64_t)strtol(at + 1, &end, 10);
		struct exception x = look_up(row, said, n, start_s);

		if (!x.is_arranged && !x.is_off)
			add(&t, start_s);
		at = end;
	}
	for (size_t i = 0; i < n; i++) {
		struct exception x;
		bool is_first = said[i].instance_s != 0;

		for (size_t k = 0; is_first && k < i; k++)
			is_first = said[k].instance_s != said[i].instance_s;
		if (!is_first)
			continue;
		x = look_up(row, said, n, said[i].instance_s);
		if (x.is_arranged && !x.is_off && x.start_s)
			add(&t, x.start_s);
	}
	if (t.n)
		qsort(t.v, t.n, sizeof(*t.v), by_time);
	return t;
}

size_t series_get(struct ledger *l, struct arena *a, struct series **series_r)
{
	struct series_row *rows;
	struct said_row *said;
	size_t n = meeting_series(l->store, a, &rows), at = 0;
	size_t n_said = n ? meeting_said(l->store, a, &said) : 0;
	struct series *v = arena_array(a, n, sizeof(*v));

	for (size_t i = 0; i < n; i++) {
		struct times t;
		size_t end;

		while (at < n_said && strcmp(said[at].uid, rows[i].uid) < 0)
			at++;
		for (end = at;
		     end < n_said && !strcmp(said[end].uid, rows[i].uid);)
			end++;
		t = times_of(a, &rows[i], said + at, end - at);
		v[i] = (struct series){.item = rows[i].item,
		    .person = rows[i].person,
		    .zone_min = rows[i].first.zone_min,
		    .length_s = rows[i].length_s,
		    .is_talk = rows[i].is_accepted && !rows[i].is_day,
		    .ends_s = rows[i].ends_s,
		    .starts_s = t.v,
		    .n = t.n};
	}
	*series_r = v;
	return n;
}

int64_t series_next(const struct series *s, struct stamp now)
{
	for (size_t i = 0; i < s->n; i++)
		if (s->starts_s[i] >= now.utc_s)
			return s->starts_s[i];
	return 0;
}

void series_advance(struct ledger *l, struct arena *a, struct item_row *rows,
    size_t n, struct stamp now)
{
	struct series *v = NULL;
	size_t n_series = 0;
	bool is_learnt = false;

	for (size_t i = 0; i < n; i++) {
		struct item *it = &rows[i].item;

		if (it->sentence != SENTENCE_MEETING || !it->due.is_set)
			continue;
		if (!is_learnt)
			n_series = series_get(l, a, &v);
		is_learnt = true;
		for (size_t k = 0; k < n_series; k++) {
			int64_t next_s;

			if (v[k].item != it->id)
				continue;
			next_s = series_next(&v[k], now);
			if (!next_s && v[k].n)
				next_s = v[k].starts_s[v[k].n - 1];
			if (next_s)
				it->due.at.utc_s = next_s;
		}
	}
}
