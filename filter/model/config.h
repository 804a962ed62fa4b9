/* SPDX-License-Identifier: ISC */
#ifndef MODEL_CONFIG_H
#define MODEL_CONFIG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The user: every address that is theirs, in lower case. */
struct me {
	const char *name; /* "" when not configured */
	const char **addresses;
	size_t n_addresses;
};

bool me_has(const struct me *me, const char *addr);

/* What rapport.conf(5) says, with the defaults filled in. */
struct config {
	struct me me;
	const char *language; /* of drafts and digests: "en" */
	double threshold;     /* acts below it are kept but not shown */
	const char *sendmail; /* command that reads a message with -t */
	int work_from_min, work_to_min; /* minutes after midnight */
	unsigned workdays;              /* bit 0 Monday to bit 6 Sunday */
	int grace_hours;  /* late only after so much working time */
	int barrage;      /* alternations that make a barrage */
	int reply_days;   /* working days to wait when a person's usual
			     reply time is unknown */
	int keep_days;    /* threads at rest are erased after so many days;
			     0: never */
	int silence_days; /* silence after which to say hello, 0 never */
	int call_min;     /* length of a call */
	const char *call_where; /* number or URL for invites, "" if none */
	const char **calendars; /* .ics files or folders: busy times */
	size_t n_calendars;
	const char **holidays; /* .ics files: whole days on which nobody
				  works */
	size_t n_holidays;
	const int64_t *days_off; /* out of these, once they are loaded:
				    day numbers (civil_days), ascending */
	size_t n_days_off;
};

/* Everything at its default, no address. */
void config_defaults(struct config *c);

#endif
