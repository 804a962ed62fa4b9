/* SPDX-License-Identifier: ISC */
/*
 * Items as to-dos (RFC 5545, 3.6.2). A UID depends on the message, the
 * sentence and the kind alone, so that a second export updates the first.
 */
#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "calendar/ical.h"
#include "calendar/parts.h"

#include <stdint.h>
#include <string.h>

static const char *uid(struct arena *a, const struct item *it)
{
	const char *key = arena_printf(a, "%s %zu %s", it->message_id,
	    it->sentence, item_kind_name(it->kind));
	uint64_t h = 0xcbf29ce484222325U; /* FNV-1a */

	for (; *key; key++)
		h = (h ^ (unsigned char)*key) * 0x100000001b3U;
	return arena_printf(a, "rapport-%016llx", (unsigned long long)h);
}

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

static void add_state(icalcomponent *todo, const struct item *it)
{
	icalproperty_status status = ICAL_STATUS_NEEDSACTION;

	if (it->state == ITEM_DONE)
		status = ICAL_STATUS_COMPLETED;
	else if (it->state == ITEM_DROPPED)
		status = ICAL_STATUS_CANCELLED;
	icalcomponent_add_property(todo, icalproperty_new_status(status));
	if (it->state != ITEM_DONE)
		return;
	icalcomponent_add_property(todo, icalproperty_new_percentcomplete(100));
	if (it->closed.utc_s)
		icalcomponent_add_property(
		    todo, icalproperty_new_completed(ical_utc(it->closed)));
}

static icalcomponent *todo(
    struct arena *a, const struct item *it, struct stamp now)
{
	icalcomponent *t = icalcomponent_vanew(ICAL_VTODO_COMPONENT,
	    icalproperty_new_uid(uid(a, it)),
	    icalproperty_new_dtstamp(ical_utc(now)),
	    icalproperty_new_created(ical_utc(it->created)),
	    icalproperty_new_summary(ical_line(a, it->what)),
	    icalproperty_new_description(ical_line(a, it->subject)),
	    icalproperty_new_contact(ical_line(
		a, arena_printf(a, "%s <%s>", it->who.name, it->who.addr))),
	    icalproperty_new_categories(item_kind_name(it->kind)),
	    icalproperty_new_url(mid(a, it->message_id)), (void *)0);

	if (it->due.is_set)
		icalcomponent_add_property(t, due(it));
	add_state(t, it);
	return t;
}

enum status ical_todos(struct arena *a, const struct item *items, size_t n,
    struct stamp now, struct diag *d, const char **text_r)
{
	icalcomponent *cal = ical_calendar(ICAL_METHOD_NONE);

	(void)d;
	for (size_t i = 0; i < n; i++)
		icalcomponent_add_component(cal, todo(a, &items[i], now));
	*text_r = ical_write(a, cal);
	icalcomponent_free(cal);
	return STATUS_OK;
}
