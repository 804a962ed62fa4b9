/* SPDX-License-Identifier: ISC */
/*
 * Working time: the user's days and hours, less the days off. Counted in
 * the offset of the later instant, which is the user's own when it is now.
 */
#include "base/civil.h"
#include "engine/advise.h"

#define DAY_S 86400

static bool is_day_off(const struct config *c, int64_t day)
{
	size_t low = 0, high = c->n_days_off;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (c->days_off[mid] == day)
			return true;
		if (c->days_off[mid] < day)
			low = mid + 1;
		else
			high = mid;
	}
	return false;
}

static bool is_workday(const struct config *c, int64_t day)
{
	return c->workdays >> (civil_weekday(day) - 1) & 1 &&
	       !is_day_off(c, day);
}

static int64_t clamp(int64_t v, int64_t low, int64_t high)
{
	return v < low ? low : v > high ? high : v;
}

/* Nobody waits longer than that; it bounds the loops over days. */
#define MOST_DAYS (366 * 20)

int64_t work_seconds(
    const struct config *config, struct stamp from, struct stamp to)
{
	int64_t shift_s = (int64_t)to.zone_min * 60, total = 0;
	int64_t first = civil_day_of((struct stamp){from.utc_s, to.zone_min});
	int64_t last = civil_day_of(to);
	int64_t open_s = (int64_t)config->work_from_min * 60;
	int64_t close_s = (int64_t)config->work_to_min * 60;

	if (from.utc_s >= to.utc_s)
		return 0;
	if (last - first > MOST_DAYS)
		first = last - MOST_DAYS;
	for (int64_t day = first; day <= last; day++) {
		int64_t midnight = day * DAY_S - shift_s;

		if (!is_workday(config, day))
			continue;
		total += clamp(to.utc_s - midnight, open_s, close_s) -
			 clamp(from.utc_s - midnight, open_s, close_s);
	}
	return total;
}

int64_t work_days(
    const struct config *config, struct stamp from, struct stamp to)
{
	int64_t first = civil_day_of((struct stamp){from.utc_s, to.zone_min});
	int64_t last = civil_day_of(to), n = 0;

	if (last - first > MOST_DAYS)
		first = last - MOST_DAYS;
	for (int64_t day = first + 1; day <= last; day++)
		n += is_workday(config, day);
	return n;
}

/* Working time passes from at_s on, until grace_s of it are over. */
static int64_t add_work(
    const struct config *config, int64_t at_s, int zone_min, int64_t grace_s)
{
	int64_t shift_s = (int64_t)zone_min * 60;
	int64_t day = civil_day_of((struct stamp){at_s, zone_min});
	int64_t open_s = (int64_t)config->work_from_min * 60;
	int64_t close_s = (int64_t)config->work_to_min * 60;

	for (int64_t last = day + MOST_DAYS; day <= last; day++) {
		int64_t midnight = day * DAY_S - shift_s;
		int64_t from = clamp(at_s - midnight, open_s, close_s);

		if (!is_workday(config, day))
			continue;
		if (close_s - from >= grace_s)
			return midnight + from + grace_s;
		grace_s -= close_s - from;
	}
	return at_s;
}

int64_t work_late_s(
    const struct config *config, const struct due *due, int64_t grace_s)
{
	int64_t at_s = due->at.utc_s, day = civil_day_of(due->at);
	int64_t last = day + MOST_DAYS;

	if (is_day_off(config, day)) {
		while (day < last && !is_workday(config, day))
			day++;
		at_s = (day + 1) * DAY_S - (int64_t)due->at.zone_min * 60 - 1;
	}
	return grace_s ? add_work(config, at_s, due->at.zone_min, grace_s)
		       : at_s;
}
