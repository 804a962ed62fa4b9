/* SPDX-License-Identifier: ISC */
#ifndef CALENDAR_CALENDAR_H
#define CALENDAR_CALENDAR_H

#include "base/civil.h"
#include "base/diag.h"
#include "model/config.h"
#include "model/item.h"
#include "model/letter.h"
#include "model/meeting.h"
#include "model/todo.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;

/*
 * Calendars (RFC 5545, 5546, 6047). The work is done in a module that is
 * loaded by the first call; STATUS_UNAVAILABLE when it is not there.
 */

struct attendee {
	struct mailbox mailbox;
	enum attendance attendance;
};

/* One meeting as an invite proposes it or a reply answers it. */
struct meeting {
	const char *method; /* "REQUEST", "REPLY", "CANCEL", ... or "" */
	const char *uid;    /* never NULL when read */
	int sequence;
	struct stamp start, end; /* utc_s 0: not said */
	struct stamp written;    /* DTSTAMP */
	struct mailbox organizer;
	struct attendee *attendees;
	size_t n_attendees;
	const char *summary, *description;
	const char *where; /* LOCATION; CONFERENCE too when it is a URL */
	const char *alarm; /* text of an alarm, NULL or "" for none */
	int alarm_min;     /* before the start */
	bool is_cancelled;
	bool is_day;           /* start and end are whole days */
	bool is_floating;      /* they are local times, read as if in UTC */
	struct stamp instance; /* which of a series alone (RECURRENCE-ID);
				  utc_s 0: all */
	int *later_min;        /* of a series: minutes from start to each later
				  one, ascending, for LIMIT_SERIES_DAYS */
	size_t n_later;
};

/*
 * Writes an invite, METHOD and all, in UTC and with CRLF line ends. The
 * attendees are asked to reply; the organizer attends. STATUS_DATA when an
 * address cannot be written.
 */
enum status calendar_invite(struct arena *a, const struct meeting *m,
    struct diag *d, const char **text_r);

/*
 * Reads the event of a text/calendar part: the first that is no exception
 * from a series, which those beside it are. STATUS_DATA when there is none,
 * when the text is no calendar, or beyond the limits.
 */
enum status calendar_read(struct arena *a, const char *text, size_t len_bytes,
    struct diag *d, struct meeting *m_r);

/* A run of time, end exclusive. */
struct busy {
	int64_t start_s, end_s;
};

/*
 * The user's busy times between two instants, sorted and merged, out of
 * .ics files and folders of them. Floating times and whole days are in the
 * offset of from. A file that cannot be read is warned about and skipped.
 */
enum status calendar_busy(struct arena *a, const char *const *paths,
    size_t n_paths, struct stamp from, struct stamp to, struct diag *d,
    struct busy **busy_r, size_t *n_r);

/*
 * The days (civil_days) in [from_day, to_day) that whole-day events of .ics
 * files cover, ascending; busy or free, once or every year: public holidays.
 * A file that cannot be read is warned about and skipped.
 */
enum status calendar_days_off(struct arena *a, const char *const *paths,
    size_t n_paths, int64_t from_day, int64_t to_day, struct diag *d,
    int64_t **days_r, size_t *n_r);

/*
 * Minutes east of UTC in a zone at an instant. STATUS_USAGE when there is
 * no such IANA name.
 */
enum status calendar_offset(struct arena *a, const char *zone, int64_t utc_s,
    struct diag *d, int *offset_min_r);

/*
 * To-dos with stable UIDs, one VCALENDAR without a METHOD; CRLF line ends.
 * The same to-dos give the same bytes.
 */
enum status calendar_todos(struct arena *a, const struct todo *todos, size_t n,
    struct diag *d, const char **text_r);
/* The UID of an item: a file's name, too. */
const char *calendar_uid(struct arena *a, const struct item *it);

/* ---- calendar/slots.c: arithmetic alone */

struct slot_wish {
	const struct config *config; /* working days and hours */
	struct stamp from;           /* not before; its offset is mine */
	int theirs_zone_min;         /* offset where they are */
	bool knows_theirs;
	int length_min;
};

/*
 * Up to n free slots on different working days, the first on the first day
 * after `from` that has one. Within both sides' working hours where these
 * meet, else within mine. Returns how many.
 */
size_t calendar_slots(const struct slot_wish *wish, const struct busy *busy,
    size_t n_busy, struct stamp *slots_r, size_t n);

#endif
