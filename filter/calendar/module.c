/* SPDX-License-Identifier: ISC */
/* The entry of calendar.so. */
#include "calendar/module.h"
#include "calendar/ical.h"
#include "calendar/parts.h"

__attribute__((visibility("default"))) const struct calendar_module *
calendar_open(void)
{
	static const struct calendar_module table = {
	    .invite = ical_invite,
	    .read = ical_read,
	    .busy = ical_busy,
	    .days_off = ical_days_off,
	    .offset = ical_offset,
	    .todos = ical_todos,
	};

	/* A bad calendar must not end the program. */
	icalerror_set_errors_are_fatal(0);
	return &table;
}
