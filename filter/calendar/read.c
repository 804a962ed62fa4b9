/* SPDX-License-Identifier: ISC */
/* Reads invites and the replies to them (RFC 5546) into a plain struct. */
#include "base/arena.h"
#include "base/limits.h"
#include "base/str.h"
#include "calendar/ical.h"
#include "calendar/parts.h"

#include <stdlib.h>
#include <string.h>

/* RFC 5545, 3.2.3: a room takes part in nothing. */
static bool is_thing(icalproperty *p)
{
	icalparameter *type =
	    icalproperty_get_first_parameter(p, ICAL_CUTYPE_PARAMETER);
	icalparameter_cutype cutype =
	    type ? icalparameter_get_cutype(type) : ICAL_CUTYPE_INDIVIDUAL;

	return cutype == ICAL_CUTYPE_ROOM || cutype == ICAL_CUTYPE_RESOURCE;
}

static enum attendance attendance(icalproperty *p)
{
	icalparameter *ps =
	    icalproperty_get_first_parameter(p, ICAL_PARTSTAT_PARAMETER);

	if (!ps || is_thing(p))
		return ATTENDANCE_OPEN;
	switch (icalparameter_get_partstat(ps)) {
	case ICAL_PARTSTAT_ACCEPTED:
		return ATTENDANCE_ACCEPTED;
	case ICAL_PARTSTAT_TENTATIVE:
		return ATTENDANCE_TENTATIVE;
	case ICAL_PARTSTAT_DECLINED:
		return ATTENDANCE_DECLINED;
	case ICAL_PARTSTAT_DELEGATED:
		return ATTENDANCE_DELEGATED;
	default:
		return ATTENDANCE_OPEN;
	}
}

/* The mailbox of an ORGANIZER or ATTENDEE; its address may be "". */
static struct mailbox mailbox(struct arena *a, icalproperty *p, const char *uri)
{
	icalparameter *cn =
	    icalproperty_get_first_parameter(p, ICAL_CN_PARAMETER);
	struct mailbox box = {
	    ical_line(a, cn ? icalparameter_get_cn(cn) : ""), "", 0};
	char *addr;

	/* "MAILTO:" is seen in the wild. */
	if (!uri || !str_same_n(uri, "mailto:", 7))
		return box;
	addr = arena_strdup(a, ical_line(a, uri + 7));
	for (char *s = addr; *s; s++)
		*s = str_lower(*s);
	box.addr = addr;
	return box;
}

static void read_attendees(
    struct arena *a, icalcomponent *event, struct meeting *m)
{
	icalproperty *p =
	    icalcomponent_get_first_property(event, ICAL_ATTENDEE_PROPERTY);
	size_t cap = 0;

	for (; p && m->n_attendees < LIMIT_ADDRESSES;
	     p = icalcomponent_get_next_property(
		 event, ICAL_ATTENDEE_PROPERTY)) {
		struct attendee one = {
		    mailbox(a, p, icalproperty_get_attendee(p)), attendance(p)};

		m->attendees = arena_grow(a, m->attendees, m->n_attendees, &cap,
		    sizeof(*m->attendees));
		m->attendees[m->n_attendees++] = one;
	}
}

static void read_event(struct arena *a, icalcomponent *cal,
    icalcomponent *event, struct meeting *m)
{
	icalproperty *p =
	    icalcomponent_get_first_property(event, ICAL_ORGANIZER_PROPERTY);
	struct icaltimetype start;
	const char *method =
	    icalproperty_method_to_string(icalcomponent_get_method(cal));

	*m = (struct meeting){.method = ical_line(a, method),
	    .uid = ical_line(a, icalcomponent_get_uid(event)),
	    .sequence = icalcomponent_get_sequence(event),
	    .start = ical_stamp(icalcomponent_get_dtstart(event), 0),
	    .end = ical_stamp(icalcomponent_get_dtend(event), 0),
	    .written = ical_stamp(icalcomponent_get_dtstamp(event), 0),
	    .organizer = {"", "", 0},
	    .summary = ical_line(a, icalcomponent_get_summary(event)),
	    .description = ical_text(a, icalcomponent_get_description(event)),
	    .where = ical_line(a, icalcomponent_get_location(event))};
	start = icalcomponent_get_dtstart(event);
	m->is_day = start.is_date;
	/* A reply may say no more than which it is about. */
	if (icaltime_is_null_time(start))
		start = icalcomponent_get_recurrenceid(event);
	m->is_floating = !start.is_date && !start.zone;
	m->instance = ical_stamp(icalcomponent_get_recurrenceid(event), 0);
	m->is_cancelled =
	    icalcomponent_get_method(cal) == ICAL_METHOD_CANCEL ||
	    icalcomponent_get_status(event) == ICAL_STATUS_CANCELLED;
	if (p)
		m->organizer = mailbox(a, p, icalproperty_get_organizer(p));
	read_attendees(a, event, m);
}

/* A series while it is told. */
struct series {
	struct arena *arena;
	struct meeting *meeting;
	size_t cap;
};

static void add_later(struct series *s, int64_t utc_s)
{
	struct meeting *m = s->meeting;
	int64_t later_min = (utc_s - m->start.utc_s) / 60;

	if (later_min <= 0 || m->n_later >= LIMIT_SERIES)
		return;
	for (size_t i = 0; i < m->n_later; i++)
		if (m->later_min[i] == later_min)
			return;
	m->later_min = arena_grow(
	    s->arena, m->later_min, m->n_later, &s->cap, sizeof(int));
	m->later_min[m->n_later++] = (int)later_min;
}

static void on_instance(
    icalcomponent *event, struct icaltime_span *span, void *context)
{
	(void)event;
	add_later(context, (int64_t)span->start);
}

/* One that is moved or called off beside the series. */
static void except(struct series *s, icalcomponent *event)
{
	struct meeting *m = s->meeting;
	struct stamp was = ical_stamp(icalcomponent_get_recurrenceid(event), 0);
	struct stamp is = ical_stamp(icalcomponent_get_dtstart(event), 0);
	const char *uid = icalcomponent_get_uid(event);
	size_t kept = 0;

	if (!was.utc_s || !uid || strcmp(m->uid, uid) != 0)
		return;
	for (size_t i = 0; i < m->n_later; i++)
		if (m->start.utc_s + (int64_t)m->later_min[i] * 60 != was.utc_s)
			m->later_min[kept++] = m->later_min[i];
	m->n_later = kept;
	if (is.utc_s &&
	    icalcomponent_get_status(event) != ICAL_STATUS_CANCELLED)
		add_later(s, is.utc_s);
}

static int by_minute(const void *a, const void *b)
{
	const int *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

static void read_series(struct arena *a, icalcomponent *cal,
    icalcomponent *event, struct meeting *m)
{
	struct series s = {a, m, 0};
	const int64_t longest_s = (int64_t)LIMIT_SERIES_DAYS * 86400;
	icalcomponent *e;

	if (!m->start.utc_s || m->instance.utc_s || !ical_is_sane(event))
		return;
	icalcomponent_foreach_recurrence(event, ical_utc(m->start),
	    ical_utc((struct stamp){m->start.utc_s + longest_s, 0}),
	    on_instance, &s);
	if (cal == event)
		return;
	for (e = icalcomponent_get_first_component(cal, ICAL_VEVENT_COMPONENT);
	     e;
	     e = icalcomponent_get_next_component(cal, ICAL_VEVENT_COMPONENT))
		except(&s, e);
	if (m->n_later)
		qsort(m->later_min, m->n_later, sizeof(int), by_minute);
}

/* The first event that is no exception from a series; else the first. */
static icalcomponent *main_event(icalcomponent *cal)
{
	icalcomponent *first, *e;

	if (icalcomponent_isa(cal) == ICAL_VEVENT_COMPONENT)
		return cal;
	first = icalcomponent_get_first_component(cal, ICAL_VEVENT_COMPONENT);
	for (e = first; e;
	     e = icalcomponent_get_next_component(cal, ICAL_VEVENT_COMPONENT))
		if (icaltime_is_null_time(icalcomponent_get_recurrenceid(e)))
			return e;
	return first;
}

enum status ical_read(struct arena *a, const char *text, size_t len_bytes,
    struct diag *d, struct meeting *m_r)
{
	const char *why;
	icalcomponent *cal = ical_parse(text, len_bytes, a, &why), *event;
	enum status status = STATUS_OK;

	if (!cal)
		return diag_fail(
		    d, STATUS_DATA, "cannot read the calendar part: %s", why);
	event = main_event(cal);
	if (event) {
		read_event(a, cal, event, m_r);
		read_series(a, cal, event, m_r);
	} else {
		status = diag_fail(d, STATUS_DATA,
		    "cannot read the calendar part: it has no event");
	}
	icalcomponent_free(cal);
	icaltimezone_free_builtin_timezones();
	return status;
}
