/* SPDX-License-Identifier: ISC */
#ifndef CALENDAR_ICAL_H
#define CALENDAR_ICAL_H

#include "base/civil.h"
#include "base/diag.h"

#include <libical/ical.h>
#include <stdbool.h>
#include <stddef.h>

struct arena;

/* What the module's files share. Only they include this. */

/*
 * Parses text after checking that libical can take it: size, length of
 * lines, nesting, no NUL. NULL when it is refused or is no calendar, with
 * the reason in *why_r. icalcomponent_free() it.
 */
icalcomponent *ical_parse(
    const char *text, size_t len_bytes, struct arena *a, const char **why_r);

struct icaltimetype ical_utc(struct stamp t);
/* The day of t in its own offset, as a DATE. */
struct icaltimetype ical_date(struct stamp t);
/*
 * The instant of t; a time without a zone and a date are taken in
 * zone_min. utc_s 0 when t is not set.
 */
struct stamp ical_stamp(struct icaltimetype t, int zone_min);

/* Whether the event, if it recurs, does so daily at most, or by the hour on
   some days: quicker rules run for ever in libical, and plan no meetings. */
bool ical_is_sane(icalcomponent *event);

/* Text for one-line values: no line ends, no control characters. */
const char *ical_line(struct arena *a, const char *s);
/* Text of several lines: no control characters but "\n". */
const char *ical_text(struct arena *a, const char *s);
/* "mailto:addr", or NULL when the address could leave its line. */
const char *ical_mailto(struct arena *a, const char *addr);

/* A VCALENDAR with PRODID and VERSION; method 0: none. */
icalcomponent *ical_calendar(icalproperty_method method);
/* Its text, CRLF, in the arena. */
const char *ical_write(struct arena *a, icalcomponent *cal);

#endif
