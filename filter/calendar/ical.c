/* SPDX-License-Identifier: ISC */
/*
 * What stands between libical and the world: a bounded check before it
 * sees a byte, and values that cannot break out of their line (libical
 * writes what it is given into URIs and addresses, CR LF and all).
 */
#include "calendar/ical.h"
#include "base/arena.h"
#include "base/limits.h"
#include "base/str.h"
#include "base/utf8.h"
#include "calendar/parts.h"

#include <stdlib.h>
#include <string.h>

#define DAY_S 86400

static bool begins(const char *line, size_t n, const char *word)
{
	size_t len = strlen(word);

	return n >= len && str_same_n(line, word, len);
}

/* Why libical must not see the text, or NULL. */
static const char *refuse(const char *text, size_t len_bytes)
{
	const char *end = text + len_bytes;
	size_t depth = 0, logical = 0, components = 0;

	if (len_bytes > LIMIT_ICS_BYTES)
		return "it is too long";
	if (memchr(text, '\0', len_bytes))
		return "it holds a NUL";
	for (const char *s = text; s < end;) {
		const char *nl = memchr(s, '\n', (size_t)(end - s));
		size_t n = (size_t)((nl ? nl : end) - s);
		bool folded = n && (*s == ' ' || *s == '\t');

		logical = folded ? logical + n : n;
		if (logical > LIMIT_ICS_LINE_BYTES)
			return "a line is too long";
		if (begins(s, n, "BEGIN:")) {
			if (++depth > LIMIT_ICS_DEPTH)
				return "it is nested too deep";
			if (++components > LIMIT_ICS_COMPONENTS)
				return "it has too many entries";
		} else if (begins(s, n, "END:")) {
			/* libical would say so on stderr. */
			if (!depth--)
				return "it ends what it has not begun";
		}
		s = nl ? nl + 1 : end;
	}
	return NULL;
}

icalcomponent *ical_parse(
    const char *text, size_t len_bytes, struct arena *a, const char **why_r)
{
	icalcomponent *c;

	*why_r = refuse(text, len_bytes);
	if (*why_r)
		return NULL;
	c = icalparser_parse_string(
	    utf8_clean(a, text, len_bytes, &(size_t){0}));
	if (!c)
		*why_r = "it is not a calendar";
	return c;
}

struct icaltimetype ical_utc(struct stamp t)
{
	return icaltime_from_timet_with_zone(
	    (time_t)t.utc_s, 0, icaltimezone_get_utc_timezone());
}

struct icaltimetype ical_date(struct stamp t)
{
	struct civil c = civil_from_days(civil_day_of(t));
	struct icaltimetype d = icaltime_null_date();

	d.year = c.year;
	d.month = c.month;
	d.day = c.day;
	return d;
}

struct stamp ical_stamp(struct icaltimetype t, int zone_min)
{
	struct stamp s = {0, zone_min};

	if (icaltime_is_null_time(t) || !icaltime_is_valid_time(t))
		return s;
	s.utc_s = (int64_t)icaltime_as_timet_with_zone(t, t.zone);
	if (!t.zone)
		s.utc_s -= (int64_t)zone_min * 60;
	return s;
}

/* A rule's list of more than one. */
static bool is_list(const short *by)
{
	return by[0] != ICAL_RECURRENCE_ARRAY_MAX &&
	       by[1] != ICAL_RECURRENCE_ARRAY_MAX;
}

bool ical_is_sane(icalcomponent *event)
{
	icalproperty *p =
	    icalcomponent_get_first_property(event, ICAL_RRULE_PROPERTY);

	for (; p;
	     p = icalcomponent_get_next_property(event, ICAL_RRULE_PROPERTY)) {
		struct icalrecurrencetype r = icalproperty_get_rrule(p);

		if (r.freq != ICAL_DAILY_RECURRENCE &&
		    r.freq != ICAL_WEEKLY_RECURRENCE &&
		    r.freq != ICAL_MONTHLY_RECURRENCE &&
		    r.freq != ICAL_YEARLY_RECURRENCE)
			return false;
		if (is_list(r.by_minute) || is_list(r.by_second))
			return false;
	}
	return true;
}

enum status ical_offset(struct arena *a, const char *zone, int64_t utc_s,
    struct diag *d, int *offset_min_r)
{
	icaltimezone *z = icaltimezone_get_builtin_timezone(zone);
	struct icaltimetype t;
	int is_summer;

	if (!z)
		return diag_fail(d, STATUS_USAGE,
		    "there is no time zone '%s'; names are such as "
		    "Europe/Berlin",
		    utf8_printable(a, zone, 60));
	t = ical_utc((struct stamp){utc_s, 0});
	*offset_min_r =
	    icaltimezone_get_utc_offset_of_utc_time(z, &t, &is_summer) / 60;
	icaltimezone_free_builtin_timezones();
	return STATUS_OK;
}

const char *ical_line(struct arena *a, const char *s)
{
	return utf8_printable(a, s ? s : "", 0);
}

const char *ical_text(struct arena *a, const char *s)
{
	size_t len;
	char *text = utf8_clean(a, s ? s : "", s ? strlen(s) : 0, &len);
	char *to = text;

	for (const char *from = text; *from; from++)
		if (*from == '\n' || (unsigned char)*from >= ' ')
			if (*from != 0x7f)
				*to++ = *from;
	*to = '\0';
	return text;
}

const char *ical_mailto(struct arena *a, const char *addr)
{
	for (const char *s = addr; *s; s++)
		if (*s <= ' ' || *s >= 0x7f || strchr("<>\",;:\\", *s))
			return NULL;
	return strchr(addr, '@') ? arena_printf(a, "mailto:%s", addr) : NULL;
}

icalcomponent *ical_calendar(icalproperty_method method)
{
	icalcomponent *cal = icalcomponent_vanew(ICAL_VCALENDAR_COMPONENT,
	    icalproperty_new_prodid("-//rapport//rapport//EN"),
	    icalproperty_new_version("2.0"),
	    icalproperty_new_calscale("GREGORIAN"), (void *)0);

	if (method != ICAL_METHOD_NONE)
		icalcomponent_set_method(cal, method);
	return cal;
}

const char *ical_write(struct arena *a, icalcomponent *cal)
{
	char *s = icalcomponent_as_ical_string_r(cal);
	const char *text = arena_strdup(a, s ? s : "");

	free(s);
	return text;
}
