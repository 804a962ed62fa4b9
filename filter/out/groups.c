/* SPDX-License-Identifier: ISC */
/*
 * Items by what to do about them, for terminals: own up to what is late,
 * talk about what others are late with, do what is due next.
 */
#include "base/arena.h"
#include "base/buf.h"
#include "out/listing.h"
#include "out/phrase.h"
#include "out/text.h"

#define NAME_CELLS 22
#define DAY_S      86400
#define NEXT_DAYS  7

/* In an overview, of what is pressing nobody. */
#define MOST_IN_OVERVIEW 10

enum group {
	MINE_LATE,
	THEIRS_LATE,
	MINE_NEXT,
	THEIRS_NEXT,
	MINE_LATER,
	THEIRS_LATER,
	MINE_UNDATED,
	THEIRS_UNDATED,
	PRESUMED,
	SNOOZED,
	DONE,
	DROPPED,
	GROUPS
};

static const char *const titles[GROUPS] = {
    [MINE_LATE] = "You are late: do it, or own up with 'rapport ack ID'",
    [THEIRS_LATE] = "They are late: talk, with 'rapport call ID'",
    [MINE_NEXT] = "You owe, within a week",
    [THEIRS_NEXT] = "They owe you, within a week",
    [MINE_LATER] = "You owe, later",
    [THEIRS_LATER] = "They owe you, later",
    [MINE_UNDATED] = "You owe, without a date",
    [THEIRS_UNDATED] = "They owe you, without a date",
    [PRESUMED] = "Settled? 'rapport done ID' or 'drop ID'",
    [SNOOZED] = "Snoozed",
    [DONE] = "Done",
    [DROPPED] = "Dropped",
};

/* What lists all of a group that an overview cuts, or NULL. */
static const char *const all_of[GROUPS] = {
    [MINE_UNDATED] = "rapport list --mine",
    [THEIRS_UNDATED] = "rapport list --theirs",
    [PRESUMED] = "rapport list --presumed",
};

static enum group group_of(const struct item *it, struct stamp now)
{
	bool mine = it->owner == OWNER_ME;
	int64_t days;

	if (!item_is_open(it, now))
		return it->state == ITEM_SNOOZED && !item_has_passed(it, now)
			   ? SNOOZED
		       : it->state == ITEM_DROPPED ? DROPPED
						   : DONE;
	if (item_is_presumed(it, now))
		return PRESUMED;
	if (!it->due.is_set)
		return mine ? MINE_UNDATED : THEIRS_UNDATED;
	days = (it->due.at.utc_s - now.utc_s) / DAY_S;
	if (item_is_overdue(it, now))
		return mine ? MINE_LATE : THEIRS_LATE;
	if (days < NEXT_DAYS)
		return mine ? MINE_NEXT : THEIRS_NEXT;
	return mine ? MINE_LATER : THEIRS_LATER;
}

static const char *due_cell(const struct listing *l, const struct item *it)
{
	if (!item_is_open(it, l->now))
		return it->closed.utc_s ? phrase_ago(l->arena, l->wording,
					      it->closed, l->now)
					: "";
	if (!it->due.is_set)
		return it->due.is_vague ? phrase_due_relative(l->arena,
					      l->wording, &it->due, l->now)
					: "";
	return phrase_item_due(l->arena, l->wording, it, l->now);
}

static void add_row(
    const struct listing *l, struct table *t, const struct item *it)
{
	struct arena *a = l->arena;
	const char *cells[] = {arena_printf(a, "%lld", (long long)it->id),
	    due_cell(l, it), phrase_ago(a, l->wording, it->created, l->now),
	    item_owner_name(it->owner), phrase_who(a, &it->who), it->what};

	table_row(t, cells);
}

static void add_heading(
    const struct listing *l, struct table *t, int g, size_t n, size_t shown)
{
	const char *count = arena_printf(l->arena, "%zu", n);

	if (shown < n)
		count = arena_printf(
		    l->arena, "%zu of %zu: '%s'", shown, n, all_of[g]);
	table_heading(t, arena_printf(l->arena, "%s (%s)", titles[g], count));
}

void list_groups(const struct listing *l, const struct item *items, size_t n,
    bool is_overview)
{
	static const struct table_column columns[] = {{"ID", 1, 0, 0},
	    {"DUE", 0, 0, 0}, {"SAID", 0, 0, 1}, {"OWES", 0, 0, 0},
	    {"WITH", 0, NAME_CELLS, 0}, {"WHAT", 0, 0, 0}};
	struct table t;

	table_init(&t, l->arena, columns, 6);
	for (int g = 0; g < GROUPS; g++) {
		/* Undated and closed ones: the newest matter most. */
		bool newest =
		    g == MINE_UNDATED || g == THEIRS_UNDATED || g >= PRESUMED;
		size_t n_here = 0, most;

		for (size_t i = 0; i < n; i++)
			n_here += group_of(&items[i], l->now) == (enum group)g;
		if (!n_here)
			continue;
		most = is_overview && all_of[g] && n_here > MOST_IN_OVERVIEW
			   ? MOST_IN_OVERVIEW
			   : n_here;
		add_heading(l, &t, g, n_here, most);
		for (size_t i = 0; i < n && most; i++) {
			const struct item *it = &items[newest ? n - 1 - i : i];

			if (group_of(it, l->now) != (enum group)g)
				continue;
			add_row(l, &t, it);
			most--;
		}
	}
	if (n)
		table_write(&t, l->out, l->width);
}
