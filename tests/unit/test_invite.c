/* SPDX-License-Identifier: ISC */
/* Invites written and read, busy times, free slots. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "calendar/calendar.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#define HEAD "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n"
#define EVENT(body) \
	"BEGIN:VEVENT\r\nUID:u1\r\nDTSTAMP:20260601T000000Z\r\n" body \
	"END:VEVENT\r\n"
#define TAIL "END:VCALENDAR\r\n"

static struct stamp at(const char *text)
{
	struct stamp t = {0};

	assert_true(civil_parse(text, &t));
	return t;
}

static enum status write_and_read(
    struct arena *a, const struct meeting *m, struct meeting *read_r)
{
	struct diag *d = diag_new();
	const char *text;
	enum status status = calendar_invite(a, m, d, &text);

	if (status == STATUS_OK)
		status = calendar_read(a, text, strlen(text), d, read_r);
	diag_free(d);
	return status;
}

static struct meeting meeting(struct attendee *attendees, size_t n)
{
	return (struct meeting){.uid = "u@rapport",
	    .sequence = 2,
	    .start = at("2026-06-05T10:00:00+02:00"),
	    .end = at("2026-06-05T10:30:00+02:00"),
	    .written = at("2026-06-01T09:00:00+02:00"),
	    .organizer = {"Jo \"J\" Doe", "jo@a.example"},
	    .attendees = attendees,
	    .n_attendees = n,
	    .summary = "Call: R\xc3\xa9union; d\xc3\xa9lai, plan",
	    .description = "Purpose: x\n\n  - point, one; two\n",
	    .where = "https://meet.example/abc",
	    .alarm = "Call soon",
	    .alarm_min = 10};
}

static void what_is_written_is_read(void **state)
{
	struct attendee anna = {{"Anna", "anna@b.example", 0}, 0};
	struct meeting m = meeting(&anna, 1), r;
	struct arena *a = arena_new();

	(void)state;
	assert_int_equal(write_and_read(a, &m, &r), STATUS_OK);
	assert_string_equal(r.method, "REQUEST");
	assert_string_equal(r.uid, "u@rapport");
	assert_int_equal(r.sequence, 2);
	assert_int_equal(r.start.utc_s, m.start.utc_s);
	assert_int_equal(r.end.utc_s, m.end.utc_s);
	assert_string_equal(r.summary, m.summary);
	assert_string_equal(r.description, m.description);
	assert_string_equal(r.where, m.where);
	assert_string_equal(r.organizer.addr, "jo@a.example");
	assert_string_equal(r.organizer.name, "Jo 'J' Doe");
	assert_int_equal(r.n_attendees, 2);
	assert_int_equal(r.attendees[0].attendance, ATTENDANCE_ACCEPTED);
	assert_string_equal(r.attendees[1].mailbox.addr, "anna@b.example");
	assert_int_equal(r.attendees[1].attendance, ATTENDANCE_OPEN);
	arena_free(a);
}

static void values_cannot_add_properties(void **state)
{
	struct attendee anna = {
	    {"A\r\nSTATUS:CANCELLED", "anna@b.example", 0}, 0};
	struct meeting m = meeting(&anna, 1), r;
	struct arena *a = arena_new();

	(void)state;
	m.where = "https://x.example/\r\nSTATUS:CANCELLED";
	m.summary = "x\nSTATUS:CANCELLED";
	m.uid = "u\r\nSTATUS:CANCELLED";
	assert_int_equal(write_and_read(a, &m, &r), STATUS_OK);
	assert_false(r.is_cancelled);
	assert_string_equal(r.summary, "x STATUS:CANCELLED");
	arena_free(a);
}

static void bad_addresses_are_not_invited(void **state)
{
	static const char *const bad[] = {"", "a", "a@b\r\nX:y", "a b@c",
	    "a@b,c@d", "a@b\"", "a;b@c", "\xc3\xa9@b"};
	struct arena *a = arena_new();

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		struct attendee one = {{"", bad[i], 0}, 0};
		struct meeting m = meeting(&one, 1), r;

		assert_int_equal(write_and_read(a, &m, &r), STATUS_DATA);
	}
	arena_free(a);
}

static void a_reply_says_who_comes(void **state)
{
	static const char reply[] = HEAD
	    "METHOD:REPLY\r\n" EVENT("SEQUENCE:1\r\n"
				     "ATTENDEE;PARTSTAT=DECLINED;CN=\"B, A\":"
				     "MAILTO:Anna@B.example\r\n") TAIL;
	struct arena *a = arena_new();
	struct diag *d = diag_new();
	struct meeting m;

	(void)state;
	assert_int_equal(
	    calendar_read(a, reply, strlen(reply), d, &m), STATUS_OK);
	assert_string_equal(m.method, "REPLY");
	assert_int_equal(m.sequence, 1);
	assert_int_equal(m.n_attendees, 1);
	assert_string_equal(m.attendees[0].mailbox.addr, "anna@b.example");
	assert_string_equal(m.attendees[0].mailbox.name, "B, A");
	assert_int_equal(m.attendees[0].attendance, ATTENDANCE_DECLINED);
	assert_int_equal(m.start.utc_s, 0);
	diag_free(d);
	arena_free(a);
}

static void what_is_no_invite_is_refused(void **state)
{
	static const char nested[] =
	    "BEGIN:A\nBEGIN:A\nBEGIN:A\nBEGIN:A\nBEGIN:A\n"
	    "BEGIN:A\nBEGIN:A\nBEGIN:A\nBEGIN:A\nBEGIN:A\n";
	static const char *const bad[] = {"", "garbage", "BEGIN:VCALENDAR",
	    HEAD TAIL, nested, "BEGIN:VEVENT\r\nUID:",
	    HEAD "BEGIN:VTODO\r\n"
		 "END:VTODO\r\n" TAIL};
	struct arena *a = arena_new();
	struct diag *d = diag_new();
	struct meeting m;

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_int_equal(
		    calendar_read(a, bad[i], strlen(bad[i]), d, &m),
		    STATUS_DATA);
	assert_int_equal(calendar_read(a, "BEGIN:\0", 7, d, &m), STATUS_DATA);
	diag_free(d);
	arena_free(a);
}

/* Events in a week of June 2026, and what of it they take, in +02:00. */
static const struct {
	const char *name, *events, *busy;
} calendars[] = {
    {"nothing", HEAD TAIL, ""},
    {"an hour in UTC",
	HEAD EVENT("DTSTART:20260602T080000Z\r\nDTEND:20260602T090000Z\r\n")
	    TAIL,
	"02 10:00-02 11:00\n"},
    {"floating times are mine",
	HEAD EVENT("DTSTART:20260602T100000\r\nDTEND:20260602T110000\r\n") TAIL,
	"02 10:00-02 11:00\n"},
    {"a zone by its name",
	HEAD EVENT("DTSTART;TZID=America/New_York:20260602T040000\r\n"
		   "DURATION:PT1H\r\n") TAIL,
	"02 10:00-02 11:00\n"},
    {"a whole day is a day here",
	HEAD EVENT("DTSTART;VALUE=DATE:20260603\r\n") TAIL,
	"03 00:00-04 00:00\n"},
    {"two whole days",
	HEAD EVENT("DTSTART;VALUE=DATE:20260603\r\n"
		   "DTEND;VALUE=DATE:20260605\r\n") TAIL,
	"03 00:00-05 00:00\n"},
    {"cancelled ones are free",
	HEAD EVENT("DTSTART:20260602T080000Z\r\nDTEND:20260602T090000Z\r\n"
		   "STATUS:CANCELLED\r\n") TAIL,
	""},
    {"transparent ones are free",
	HEAD EVENT("DTSTART:20260602T080000Z\r\nDTEND:20260602T090000Z\r\n"
		   "TRANSP:TRANSPARENT\r\n") TAIL,
	""},
    {"a series with an exception and a moved instance",
	HEAD EVENT("DTSTART:20260601T080000Z\r\nDTEND:20260601T090000Z\r\n"
		   "RRULE:FREQ=DAILY;COUNT=4\r\n"
		   "EXDATE:20260602T080000Z\r\n")
	    EVENT("RECURRENCE-ID:20260603T080000Z\r\n"
		  "DTSTART:20260603T120000Z\r\nDTEND:20260603T130000Z\r\n")
		TAIL,
	"01 10:00-01 11:00\n03 14:00-03 15:00\n04 10:00-04 11:00\n"},
    {"hourly series are left out",
	HEAD EVENT("DTSTART:19700101T000000Z\r\nDURATION:PT1M\r\n"
		   "RRULE:FREQ=SECONDLY\r\n") TAIL,
	""},
    {"overlaps are one",
	HEAD EVENT("DTSTART:20260602T080000Z\r\nDTEND:20260602T090000Z\r\n")
	    EVENT("DTSTART:20260602T083000Z\r\nDTEND:20260602T100000Z\r\n")
		TAIL,
	"02 10:00-02 12:00\n"},
    {"an end before its start",
	HEAD EVENT("DTSTART:20260602T080000Z\r\n"
		   "DTEND:20260601T080000Z\r\n") TAIL,
	""},
    {"an empty start", HEAD EVENT("DTSTART:\r\n") TAIL, ""},
    {"garbage", "garbage", ""},
};

static void busy_times_are_those_of_the_calendar(void **state)
{
	char path[] = "/tmp/rapport-busy-XXXXXX";
	const char *paths[1] = {path};
	int fd = mkstemp(path);

	(void)state;
	assert_true(fd >= 0);
	for (size_t i = 0; i < sizeof(calendars) / sizeof(calendars[0]); i++) {
		struct arena *a = arena_new();
		struct diag *d = diag_new();
		struct buf got = BUF_EMPTY;
		struct busy *busy;
		size_t n;

		assert_int_equal(file_write_atomic(path, calendars[i].events,
				     strlen(calendars[i].events), d),
		    STATUS_OK);
		assert_int_equal(
		    calendar_busy(a, paths, 1, at("2026-06-01T00:00:00+02:00"),
			at("2026-06-08T00:00:00+02:00"), d, &busy, &n),
		    STATUS_OK);
		for (size_t k = 0; k < n; k++) {
			struct civil s = civil_from_stamp(
			    (struct stamp){busy[k].start_s, 120});
			struct civil e = civil_from_stamp(
			    (struct stamp){busy[k].end_s, 120});

			buf_printf(&got, "%02d %02d:%02d-%02d %02d:%02d\n",
			    s.day, s.hour, s.minute, e.day, e.hour, e.minute);
		}
		if (strcmp(buf_text(&got), calendars[i].busy) != 0)
			fail_msg("%s: %s", calendars[i].name, buf_text(&got));
		buf_release(&got);
		diag_free(d);
		arena_free(a);
	}
	(void)close(fd);
	(void)unlink(path);
}

static void a_missing_calendar_is_warned_about(void **state)
{
	const char *paths[] = {"/nonexistent/x.ics"};
	struct arena *a = arena_new();
	struct diag *d = diag_new();
	struct busy *busy;
	size_t n;

	(void)state;
	assert_int_equal(
	    calendar_busy(a, paths, 1, at("2026-06-01T00:00:00+02:00"),
		at("2026-06-08T00:00:00+02:00"), d, &busy, &n),
	    STATUS_OK);
	assert_int_equal(n, 0);
	assert_int_equal(diag_count(d), 1);
	diag_free(d);
	arena_free(a);
}

/* The slots found from a Thursday on, as "05 10:00" in +02:00. */
static const char *slots(struct arena *a, int theirs_min, bool knows,
    const struct busy *busy, size_t n_busy)
{
	struct config config;
	struct slot_wish wish = {.config = &config,
	    .from = at("2026-06-04T15:00:00+02:00"),
	    .theirs_zone_min = theirs_min,
	    .knows_theirs = knows,
	    .length_min = 30};
	struct stamp found[3];
	const char *s = "";
	size_t n;

	config_defaults(&config);
	n = calendar_slots(&wish, busy, n_busy, found, 3);
	for (size_t i = 0; i < n; i++) {
		struct civil c = civil_from_stamp(found[i]);

		s = arena_printf(
		    a, "%s%02d %02d:%02d\n", s, c.day, c.hour, c.minute);
	}
	return s;
}

static void slots_are_on_the_next_working_days(void **state)
{
	struct arena *a = arena_new();

	(void)state;
	assert_string_equal(
	    slots(a, 0, false, NULL, 0), "05 10:00\n08 10:00\n09 10:00\n");
	arena_free(a);
}

static void slots_avoid_what_is_planned(void **state)
{
	struct busy busy[] = {
	    {at("2026-06-05T09:00:00+02:00").utc_s,
		at("2026-06-05T11:15:00+02:00").utc_s},
	    {at("2026-06-08T00:00:00+02:00").utc_s,
		at("2026-06-09T00:00:00+02:00").utc_s},
	};
	struct arena *a = arena_new();

	(void)state;
	assert_string_equal(
	    slots(a, 0, false, busy, 2), "05 11:30\n09 10:00\n10 10:00\n");
	busy[0].end_s = at("2026-12-01T00:00:00+02:00").utc_s;
	assert_string_equal(slots(a, 0, false, busy, 1), "");
	arena_free(a);
}

static void slots_suit_the_other_side_if_they_can(void **state)
{
	struct arena *a = arena_new();

	(void)state;
	/* Nine in New York is three in the afternoon here. */
	assert_string_equal(
	    slots(a, -240, true, NULL, 0), "05 16:00\n08 16:00\n09 16:00\n");
	/* No hour is shared with Honolulu. */
	assert_string_equal(
	    slots(a, -600, true, NULL, 0), "05 10:00\n08 10:00\n09 10:00\n");
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_is_written_is_read),
	    cmocka_unit_test(values_cannot_add_properties),
	    cmocka_unit_test(bad_addresses_are_not_invited),
	    cmocka_unit_test(a_reply_says_who_comes),
	    cmocka_unit_test(what_is_no_invite_is_refused),
	    cmocka_unit_test(busy_times_are_those_of_the_calendar),
	    cmocka_unit_test(a_missing_calendar_is_warned_about),
	    cmocka_unit_test(slots_are_on_the_next_working_days),
	    cmocka_unit_test(slots_avoid_what_is_planned),
	    cmocka_unit_test(slots_suit_the_other_side_if_they_can),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
