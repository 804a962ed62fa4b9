/* SPDX-License-Identifier: ISC */
/*
 * Items as to-dos (RFC 5545, 3.6.2). Nothing depends on when they are
 * written, so that what has not changed is written the same.
 */
#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "calendar/ical.h"
#include "calendar/parts.h"

#include <string.h>

/* RFC 2392: a link to the message, which some programs can follow. */
static const char *mid(struct arena *a, const char *message_id)
{
	struct buf b = BUF_EMPTY;
	const char *url;

	buf_puts(&b, "mid:");
	for (const char *s = message_id; *s; s++)
		if (str_alpha(*s) || str_digit(*s) || strchr("@.-_$+!*'", *s))
			buf_char(&b, *s);
		else
			buf_printf(&b, "%%%02X", (unsigned)(*s & 0xff));
	url = arena_strdup(a, buf_text(&b));
	buf_release(&b);
	return url;
}

static icalproperty *due(const struct item *it)
{
	if (it->due.grain == GRAIN_MINUTE || it->due.grain == GRAIN_HOUR)
		return icalproperty_new_due(ical_utc(it->due.at));
	return icalproperty_new_due(ical_date(it->due.at));
}

static void add_state(icalcomponent *todo, const struct item *it, bool is_gone)
{
	icalproperty_status status = ICAL_STATUS_NEEDSACTION;

	if (is_gone)
		status = ICAL_STATUS_CANCELLED;
	else if (it->state == ITEM_DONE)
		status = ICAL_STATUS_COMPLETED;
	else if (it->state == ITEM_DROPPED)
		status = ICAL_STATUS_CANCELLED;
	icalcomponent_add_property(todo, icalproperty_new_status(status));
	if (status != ICAL_STATUS_COMPLETED)
		return;
	icalcomponent_add_property(todo, icalproperty_new_percentcomplete(100));
	if (it->closed.utc_s)
		icalcomponent_add_property(
		    todo, icalproperty_new_completed(ical_utc(it->closed)));
}

/* What was said in the same thread belongs together (3.8.4.5). */
static icalproperty *related(struct arena *a, const struct item *first)
{
	icalproperty *p = icalproperty_new_relatedto(calendar_uid(a, first));

	icalproperty_add_parameter(
	    p, icalparameter_new_reltype(ICAL_RELTYPE_SIBLING));
	return p;
}

static const char *contact(struct arena *a, const struct mailbox *who)
{
	return ical_line(
	    a, *who->name ? arena_printf(a, "%s <%s>", who->name, who->addr)
			  : who->addr);
}

/* "I will send it" is not the user's to do when it is theirs to send. */
static const char *summary(struct arena *a, const struct item *it)
{
	const char *name = *it->who.name ? it->who.name : it->who.addr;

	return ical_line(a, it->owner == OWNER_ME || !*name
				? it->what
				: arena_printf(a, "%s: %s", name, it->what));
}

static const char *categories(struct arena *a, const struct item *it)
{
	return arena_printf(a, "%s%s", item_kind_name(it->kind),
	    it->owner == OWNER_ME ? "" : ",waiting-for");
}

static icalcomponent *todo(struct arena *a, const struct todo *x)
{
	const struct item *it = &x->item;
	struct icaltimetype modified = ical_utc(x->modified);
	/* Without METHOD, DTSTAMP is the last revision, too (3.8.7.2). */
	icalcomponent *t = icalcomponent_vanew(ICAL_VTODO_COMPONENT,
	    icalproperty_new_uid(calendar_uid(a, it)),
	    icalproperty_new_dtstamp(modified),
	    icalproperty_new_created(ical_utc(it->created)),
	    icalproperty_new_lastmodified(modified),
	    icalproperty_new_sequence(x->sequence),
	    icalproperty_new_summary(summary(a, it)),
	    icalproperty_new_description(ical_line(a, it->subject)),
	    icalproperty_new_categories(categories(a, it)),
	    icalproperty_new_class(ICAL_CLASS_PRIVATE),
	    icalproperty_new_url(mid(a, it->message_id)), (void *)0);

	if (*it->who.addr)
		icalcomponent_add_property(
		    t, icalproperty_new_contact(contact(a, &it->who)));
	if (it->due.is_set)
		icalcomponent_add_property(t, due(it));
	if (x->first)
		icalcomponent_add_property(t, related(a, x->first));
	add_state(t, it, x->is_gone);
	return t;
}

enum status ical_todos(struct arena *a, const struct todo *todos, size_t n,
    struct diag *d, const char **text_r)
{
	icalcomponent *cal = ical_calendar(ICAL_METHOD_NONE);

	(void)d;
	for (size_t i = 0; i < n; i++)
		icalcomponent_add_component(cal, todo(a, &todos[i]));
	*text_r = ical_write(a, cal);
	icalcomponent_free(cal);
	return STATUS_OK;
}
