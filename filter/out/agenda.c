/* SPDX-License-Identifier: ISC */
/* What is due, week by week (ISO 8601) and day by day. */
#include "base/arena.h"
#include "base/buf.h"
#include "out/listing.h"
#include "out/phrase.h"
#include "out/text.h"

#define NAME_CELLS 22
/* Late for longer is left to `rapport list`. */
#define LATE_DAYS 14

static int64_t monday_of(int64_t day)
{
	return day - civil_weekday(day) + 1;
}

/* ISO 8601: the week that has the year's first Thursday is the first. */
static int week_of(int64_t monday)
{
	struct civil thursday = civil_from_days(monday + 3);

	return (int)((monday + 3 - civil_days(thursday.year, 1, 1)) / 7) + 1;
}

static struct stamp midday(int64_t day, int zone_min)
{
	struct civil c = civil_from_days(day);

	c.hour = 12;
	return civil_to_stamp(c, zone_min);
}

static bool is_day_off(const struct agenda *g, int64_t day)
{
	for (size_t i = 0; i < g->n_days_off; i++)
		if (g->days_off[i] == day)
			return true;
	return false;
}

static int64_t day_of(const struct listing *l, const struct item *it)
{
	/* A day that was said is that day, whatever zone it was said in. */
	if (it->due.grain == GRAIN_MINUTE || it->due.grain == GRAIN_HOUR)
		return civil_day_of(
		    (struct stamp){it->due.at.utc_s, l->now.zone_min});
	return civil_day_of(it->due.at);
}

static const char *time_cell(const struct listing *l, const struct item *it)
{
	if (it->due.grain != GRAIN_MINUTE && it->due.grain != GRAIN_HOUR)
		return "";
	return phrase_time(l->arena, l->wording,
	    (struct stamp){it->due.at.utc_s, l->now.zone_min});
}

static void add_items(const struct listing *l, struct table *t,
    const struct agenda *g, int64_t from, int64_t to)
{
	struct arena *a = l->arena;

	for (int64_t day = from; day < to; day++) {
		const char *name = phrase_day(
		    a, l->wording, midday(day, l->now.zone_min), l->now);
		bool told = false;

		for (size_t i = 0; i < g->n_items; i++) {
			const struct item *it = &g->items[i];
			const char *cells[] = {told ? "" : name,
			    time_cell(l, it),
			    arena_printf(a, "%lld", (long long)it->id),
			    item_owner_name(it->owner), phrase_who(a, &it->who),
			    it->what};

			if (day_of(l, it) != day)
				continue;
			table_row(t, cells);
			told = true;
		}
		if (is_day_off(g, day) && civil_weekday(day) < 6) {
			const char *cells[] = {
			    told ? "" : name, "", "", "", "", "(day off)"};

			table_row(t, cells);
		}
	}
}

/* How many lie before that day. */
static size_t count_before(
    const struct listing *l, const struct agenda *g, int64_t day)
{
	size_t n = 0;

	for (size_t i = 0; i < g->n_items; i++)
		n += day_of(l, &g->items[i]) < day;
	return n;
}

static void add_week(const struct listing *l, struct table *t,
    const struct agenda *g, int64_t monday)
{
	int64_t today = civil_day_of(l->now);
	int zone = l->now.zone_min;

	table_heading(t,
	    arena_printf(l->arena, "Week %d, %s to %s%s", week_of(monday),
		phrase_day(l->arena, l->wording, midday(monday, zone), l->now),
		phrase_day(
		    l->arena, l->wording, midday(monday + 6, zone), l->now),
		count_before(l, g, monday + 7) ==
			count_before(l, g, monday < today ? today : monday)
		    ? ": nothing is due"
		    : ""));
	add_items(l, t, g, monday < today ? today : monday, monday + 7);
}

void list_agenda(const struct listing *l, const struct agenda *g)
{
	static const struct table_column columns[] = {{"DAY", 0, 0, 0},
	    {"TIME", 0, 0, 0}, {"ID", 1, 0, 0}, {"OWES", 0, 0, 0},
	    {"WITH", 0, NAME_CELLS, 0}, {"WHAT", 0, 0, 0}};
	int64_t today = civil_day_of(l->now), monday = monday_of(today);
	size_t late = count_before(l, g, today);
	size_t stale = count_before(l, g, today - LATE_DAYS);
	struct table t;

	table_init(&t, l->arena, columns, 6);
	if (late > stale) {
		table_heading(&t, "Late");
		add_items(l, &t, g, today - LATE_DAYS, today);
	}
	for (int i = 0; i < g->weeks; i++)
		add_week(l, &t, g, monday + (int64_t)7 * i);
	table_write(&t, l->out, l->width);
	if (stale)
		buf_printf(l->out,
		    "\n%zu more %s late for longer: 'rapport list --overdue'\n",
		    stale, stale == 1 ? "is" : "are");
}
