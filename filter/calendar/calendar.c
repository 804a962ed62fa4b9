/* SPDX-License-Identifier: ISC */
/*
 * The door to calendars: opens the module with libical when it is first
 * needed. libical brings ICU and libstdc++, milliseconds that no delivered
 * message should pay. This file is the only one of calendar/, slots.c
 * aside, that is part of the program itself.
 */
#include "calendar/calendar.h"
#include "base/module.h"
#include "calendar/module.h"

static const struct calendar_module *module(struct diag *d)
{
	calendar_entry *entry;

	/* POSIX has functions and objects of one size; ISO C has not. */
	*(void **)(&entry) = module_symbol("calendar", "calendar_open", d);
	return entry ? entry() : NULL;
}

enum status calendar_invite(struct arena *a, const struct meeting *m,
    struct diag *d, const char **text_r)
{
	const struct calendar_module *cal = module(d);

	return cal ? cal->invite(a, m, d, text_r) : STATUS_UNAVAILABLE;
}

enum status calendar_read(struct arena *a, const char *text, size_t len_bytes,
    struct diag *d, struct meeting *m_r)
{
	const struct calendar_module *cal = module(d);

	return cal ? cal->read(a, text, len_bytes, d, m_r) : STATUS_UNAVAILABLE;
}

enum status calendar_busy(struct arena *a, const char *const *paths,
    size_t n_paths, struct stamp from, struct stamp to, struct diag *d,
    struct busy **busy_r, size_t *n_r)
{
	const struct calendar_module *cal;

	*busy_r = NULL;
	*n_r = 0;
	if (!n_paths)
		return STATUS_OK;
	cal = module(d);
	return cal ? cal->busy(a, paths, n_paths, from, to, d, busy_r, n_r)
		   : STATUS_UNAVAILABLE;
}

enum status calendar_days_off(struct arena *a, const char *const *paths,
    size_t n_paths, int64_t from_day, int64_t to_day, struct diag *d,
    int64_t **days_r, size_t *n_r)
{
	const struct calendar_module *cal = module(d);

	return cal ? cal->days_off(
			 a, paths, n_paths, from_day, to_day, d, days_r, n_r)
		   : STATUS_UNAVAILABLE;
}

enum status calendar_offset(struct arena *a, const char *zone, int64_t utc_s,
    struct diag *d, int *offset_min_r)
{
	const struct calendar_module *cal = module(d);

	return cal ? cal->offset(a, zone, utc_s, d, offset_min_r)
		   : STATUS_UNAVAILABLE;
}

enum status calendar_todos(struct arena *a, const struct todo *todos, size_t n,
    struct diag *d, const char **text_r)
{
	const struct calendar_module *cal = module(d);

	return cal ? cal->todos(a, todos, n, d, text_r) : STATUS_UNAVAILABLE;
}
