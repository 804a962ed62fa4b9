/* SPDX-License-Identifier: ISC */
#ifndef CALENDAR_MODULE_H
#define CALENDAR_MODULE_H

#include "calendar/calendar.h"

/* What the module does for calendar.c; see calendar.h for each. */
struct calendar_module {
	enum status (*invite)(struct arena *a, const struct meeting *m,
	    struct diag *d, const char **text_r);
	enum status (*read)(struct arena *a, const char *text, size_t len_bytes,
	    struct diag *d, struct meeting *m_r);
	enum status (*busy)(struct arena *a, const char *const *paths,
	    size_t n_paths, struct stamp from, struct stamp to, struct diag *d,
	    struct busy **busy_r, size_t *n_r);
	enum status (*days_off)(struct arena *a, const char *const *paths,
	    size_t n_paths, int64_t from_day, int64_t to_day, struct diag *d,
	    int64_t **days_r, size_t *n_r);
	enum status (*offset)(struct arena *a, const char *zone, int64_t utc_s,
	    struct diag *d, int *offset_min_r);
	enum status (*todos)(struct arena *a, const struct todo *todos,
	    size_t n, struct diag *d, const char **text_r);
};

/* The module's one entry. */
typedef const struct calendar_module *calendar_entry(void);
calendar_entry calendar_open;

#endif
