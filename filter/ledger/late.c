/* SPDX-License-Identifier: ISC */
/*
 * When items are late: grace and days off, the user's absences too, are
 * looked up once for each command, and never by a delivery.
 */
#include "base/arena.h"
#include "base/mem.h"
#include "engine/advise.h"
#include "ledger/private.h"
#include "store/settings.h"

#include <stdlib.h>
#include <string.h>

/* An absence is not longer: it bounds the list of its days. */
#define MOST_AWAY_DAYS 3660

struct late {
	struct arena *arena;
	struct config mine; /* with the days on which the user is away */
	struct setting *settings;
	size_t n_settings;
};

static int by_day(const void *a, const void *b)
{
	const int64_t *x = a, *y = b;

	return *x < *y ? -1 : *x > *y;
}

static void add_absences(struct ledger *l, struct late *late)
{
	struct absence *away;
	size_t n_away = absences_get(l->store, late->arena, &away);
	size_t n = l->config->n_days_off, cap = n;
	int64_t *days = arena_array(late->arena, n + 1, sizeof(*days));

	late->mine = *l->config;
	if (!n_away)
		return;
	if (n)
		memcpy(days, l->config->days_off, n * sizeof(*days));
	for (size_t i = 0; i < n_away; i++) {
		int64_t day = civil_day_of(away[i].from), end;

		end = civil_day_of((struct stamp){
		    away[i].until.utc_s - 1, away[i].until.zone_min});
		if (end - day > MOST_AWAY_DAYS)
			end = day + MOST_AWAY_DAYS;
		for (; day <= end; day++) {
			days = arena_grow(
			    late->arena, days, n, &cap, sizeof(*days));
			days[n++] = day;
		}
	}
	qsort(days, n, sizeof(*days), by_day);
	late->mine.days_off = days;
	late->mine.n_days_off = n;
}

static const struct late *late_of(struct ledger *l)
{
	if (!l->late) {
		l->late = mem_alloc(1, sizeof(*l->late));
		l->late->arena = arena_new();
		add_absences(l, l->late);
		l->late->n_settings =
		    settings_get(l->store, l->late->arena, &l->late->settings);
	}
	return l->late;
}

void late_forget(struct ledger *l)
{
	if (l->late) {
		arena_free(l->late->arena);
		free(l->late);
		l->late = NULL;
	}
}

/* -1: nobody said. */
static int grace_min(const struct late *late, int64_t person, int64_t item)
{
	int of_person = -1, of_item = -1;

	for (size_t i = 0; i < late->n_settings; i++) {
		const struct setting *x = &late->settings[i];
		int min;

		if (strcmp(x->key, SETTING_GRACE) != 0)
			continue;
		min = *x->value ? (int)strtol(x->value, NULL, 10) : -1;
		if (item && x->item == item)
			of_item = min;
		else if (person && x->person == person)
			of_person = min;
	}
	return of_item >= 0 ? of_item : of_person;
}

size_t late_items(struct ledger *l, struct arena *a, enum items_of which,
    int64_t id, struct stamp now, struct item_row **rows_r)
{
	size_t n = items_get(l->store, a, which, id, rows_r);
	const struct late *late = n ? late_of(l) : NULL;

	learnt_weigh(l, a, *rows_r, n);
	naming_items(l, a, *rows_r, n);
	series_advance(l, a, *rows_r, n, now);
	for (size_t i = 0; i < n; i++) {
		struct item_row *row = &(*rows_r)[i];
		struct item *it = &row->item;
		int min;

		if (!it->due.is_set)
			continue;
		min = grace_min(late, row->person, it->id);
		if (min < 0)
			min = 60 * l->config->grace_hours;
		it->late_utc_s =
		    work_late_s(it->owner == OWNER_ME ? &late->mine : l->config,
			&it->due, (int64_t)min * 60);
	}
	if (n)
		unmentioned_mark(l, a, *rows_r, n, now);
	return n;
}

void late_people(struct ledger *l, struct person *people, size_t n)
{
	const struct late *late = late_of(l);

	for (size_t i = 0; i < n; i++) {
		people[i].grace_min = grace_min(late, people[i].id, 0);
		people[i].zone = "";
	}
	for (size_t i = 0; i < late->n_settings; i++) {
		const struct setting *x = &late->settings[i];
		struct person *p = NULL;

		for (size_t k = 0; x->person && k < n; k++)
			if (people[k].id == x->person)
				p = &people[k];
		if (!p)
			continue;
		if (!strcmp(x->key, SETTING_ZONE))
			p->zone = x->value;
		else if (!strcmp(x->key, SETTING_PREFERS))
			p->prefers = way_from_name(x->value) % WAY_KINDS;
	}
}
