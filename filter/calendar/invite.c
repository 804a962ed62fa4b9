/* SPDX-License-Identifier: ISC */
/*
 * Writes an invitation to talk (RFC 5546, 3.2.2). Times are in UTC: one
 * call needs no time zone definition, and every program agrees on it.
 */
#include "base/arena.h"
#include "base/str.h"
#include "calendar/ical.h"
#include "calendar/parts.h"

#include <string.h>

static void add(icalcomponent *c, icalproperty *p)
{
	icalcomponent_add_property(c, p);
}

/* libical quotes a name but cannot escape a quote in it (RFC 5545, 3.2). */
static void add_name(struct arena *a, icalproperty *p, const char *name)
{
	char *cn = arena_strdup(a, ical_line(a, name));

	for (char *s = cn; *s; s++)
		if (*s == '"')
			*s = '\'';
	if (*cn)
		icalproperty_add_parameter(p, icalparameter_new_cn(cn));
}

static enum status bad_address(struct diag *d, struct arena *a, const char *s)
{
	return diag_fail(
	    d, STATUS_DATA, "cannot invite the address '%s'", ical_line(a, s));
}

static enum status add_organizer(struct arena *a, icalcomponent *event,
    const struct mailbox *box, struct diag *d)
{
	const char *uri = ical_mailto(a, box->addr);
	icalproperty *p;

	if (!uri)
		return bad_address(d, a, box->addr);
	p = icalproperty_new_organizer(uri);
	add_name(a, p, box->name);
	add(event, p);
	p = icalproperty_new_attendee(uri);
	add_name(a, p, box->name);
	icalproperty_add_parameter(
	    p, icalparameter_new_role(ICAL_ROLE_REQPARTICIPANT));
	icalproperty_add_parameter(
	    p, icalparameter_new_partstat(ICAL_PARTSTAT_ACCEPTED));
	add(event, p);
	return STATUS_OK;
}

static enum status add_attendee(struct arena *a, icalcomponent *event,
    const struct mailbox *box, struct diag *d)
{
	const char *uri = ical_mailto(a, box->addr);
	icalproperty *p;

	if (!uri)
		return bad_address(d, a, box->addr);
	p = icalproperty_new_attendee(uri);
	add_name(a, p, box->name);
	icalproperty_add_parameter(
	    p, icalparameter_new_cutype(ICAL_CUTYPE_INDIVIDUAL));
	icalproperty_add_parameter(
	    p, icalparameter_new_role(ICAL_ROLE_REQPARTICIPANT));
	icalproperty_add_parameter(
	    p, icalparameter_new_partstat(ICAL_PARTSTAT_NEEDSACTION));
	icalproperty_add_parameter(p, icalparameter_new_rsvp(ICAL_RSVP_TRUE));
	add(event, p);
	return STATUS_OK;
}

/* A telephone number or URL that a client can dial by itself (RFC 7986). */
static void add_where(struct arena *a, icalcomponent *event, const char *text)
{
	const char *where = ical_line(a, text);
	icalproperty *p;

	if (!*where)
		return;
	add(event, icalproperty_new_location(where));
	if (!str_starts(where, "https://") && !str_starts(where, "http://") &&
	    !str_starts(where, "tel:") && !str_starts(where, "sip:"))
		return;
	if (strchr(where, ' '))
		return;
	p = icalproperty_new_conference(where);
	icalproperty_add_parameter(p, icalparameter_new_value(ICAL_VALUE_URI));
	add(event, p);
}

static icalcomponent *alarm(struct arena *a, const struct meeting *m)
{
	struct icaltriggertype t = {
	    .time = icaltime_null_time(),
	    .duration = icaldurationtype_from_int(-60 * m->alarm_min),
	};

	return icalcomponent_vanew(ICAL_VALARM_COMPONENT,
	    icalproperty_new_action(ICAL_ACTION_DISPLAY),
	    icalproperty_new_description(ical_line(a, m->alarm)),
	    icalproperty_new_trigger(t), (void *)0);
}

enum status ical_invite(struct arena *a, const struct meeting *m,
    struct diag *d, const char **text_r)
{
	icalcomponent *cal = ical_calendar(ICAL_METHOD_REQUEST);
	icalcomponent *event = icalcomponent_new(ICAL_VEVENT_COMPONENT);
	enum status status;

	icalcomponent_add_component(cal, event);
	add(event, icalproperty_new_uid(ical_line(a, m->uid)));
	add(event, icalproperty_new_sequence(m->sequence));
	add(event, icalproperty_new_dtstamp(ical_utc(m->written)));
	add(event, icalproperty_new_dtstart(ical_utc(m->start)));
	add(event, icalproperty_new_dtend(ical_utc(m->end)));
	add(event, icalproperty_new_summary(ical_line(a, m->summary)));
	if (m->description && *m->description)
		add(event,
		    icalproperty_new_description(ical_text(a, m->description)));
	add(event, icalproperty_new_status(ICAL_STATUS_CONFIRMED));
	add(event, icalproperty_new_transp(ICAL_TRANSP_OPAQUE));
	status = add_organizer(a, event, &m->organizer, d);
	for (size_t i = 0; i < m->n_attendees && status == STATUS_OK; i++)
		status = add_attendee(a, event, &m->attendees[i].mailbox, d);
	add_where(a, event, m->where);
	if (m->alarm && *m->alarm)
		icalcomponent_add_component(event, alarm(a, m));
	if (status == STATUS_OK)
		*text_r = ical_write(a, cal);
	icalcomponent_free(cal);
	return status;
}
