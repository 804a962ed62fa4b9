/* SPDX-License-Identifier: ISC */
/*
 * Free slots: gaps between busy times within working hours. Offsets are
 * fixed, no zone rules: a slot beyond a change of the clocks may lie an
 * hour off the edge of the working day, its instant is right all the same.
 */
#include "calendar/calendar.h"

#define DAY_S  86400
#define STEP_S (30 * 60)
/* Nobody plans a call further ahead; an all-day calendar ends the search. */
#define DAYS_AHEAD 30

struct window {
	int64_t start_s, end_s;
};

/* Local minutes of a day, in an offset, as instants. */
static struct window hours(const struct config *c, int64_t day, int zone_min)
{
	int64_t midnight = day * DAY_S - (int64_t)zone_min * 60;

	return (struct window){midnight + (int64_t)c->work_from_min * 60,
	    midnight + (int64_t)c->work_to_min * 60};
}

static bool is_workday(const struct config *c, int64_t day)
{
	return c->workdays >> (civil_weekday(day) - 1) & 1U;
}

/* The part of w in which the other side works as well, if there is one. */
static struct window shared(const struct slot_wish *wish, struct window w)
{
	struct stamp at = {w.start_s, wish->theirs_zone_min};
	int64_t day = civil_day_of(at);

	for (int64_t d = day - 1; d <= day + 1; d++) {
		struct window t = hours(wish->config, d, wish->theirs_zone_min);

		if (!is_workday(wish->config, d))
			continue;
		if (t.start_s < w.start_s)
			t.start_s = w.start_s;
		if (t.end_s > w.end_s)
			t.end_s = w.end_s;
		if (t.end_s - t.start_s >= (int64_t)wish->length_min * 60)
			return t;
	}
	return w;
}

/* The first gap of length_s in w, on the half hour; false if none. */
static bool first_gap(struct window w, int64_t length_s,
    const struct busy *busy, size_t n, int64_t *start_r)
{
	int64_t s = w.start_s;

	for (size_t i = 0; i < n && busy[i].start_s < w.end_s; i++) {
		if (busy[i].end_s <= s)
			continue;
		if (busy[i].start_s - s >= length_s)
			break;
		s = busy[i].end_s + STEP_S - 1;
		s -= (s - w.start_s) % STEP_S;
	}
	*start_r = s;
	return w.end_s - s >= length_s;
}

size_t calendar_slots(const struct slot_wish *wish, const struct busy *busy,
    size_t n_busy, struct stamp *slots_r, size_t n)
{
	int64_t today = civil_day_of(wish->from);
	size_t found = 0;

	for (int64_t d = today + 1; d <= today + DAYS_AHEAD && found < n; d++) {
		struct window w = hours(wish->config, d, wish->from.zone_min);
		int64_t start;

		if (!is_workday(wish->config, d))
			continue;
		if (wish->knows_theirs)
			w = shared(wish, w);
		/* Nobody likes a call in the first minutes of the day. */
		if (w.end_s - w.start_s > (int64_t)wish->length_min * 60 + 3600)
			w.start_s += 3600;
		if (first_gap(w, (int64_t)wish->length_min * 60, busy, n_busy,
			&start))
			slots_r[found++] =
			    (struct stamp){start, wish->from.zone_min};
	}
	return found;
}
