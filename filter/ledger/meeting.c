/* SPDX-License-Identifier: ISC */
/*
 * Meetings that calendars arrange by mail (RFC 5546, RFC 6047): what a
 * letter's calendar part says is kept with the letter, and a meeting that
 * was accepted becomes a talk when its time has passed. The calendar module
 * is loaded for letters that have such a part alone.
 */
#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "calendar/calendar.h"
#include "ledger/private.h"
#include "model/reference.h"
#include "store/meetings.h"
#include "store/messages.h"

#include <stdlib.h>
#include <string.h>

/* Advertised to many, or a report about mail: no meeting of mine. */
#define NOT_MET (LETTER_ANNOUNCEMENT | LETTER_REPORT | LETTER_LIST)
#define DAY_MIN 1440
/* A meeting within two weeks is soon, a refusal in the last two is new. */
#define SOON_S   (INT64_C(14) * 86400)
#define LATELY_S (INT64_C(14) * 86400)

/* 64-bit FNV-1a: a reference needs no more of a UID than to be its own. */
static const char *reference_of(struct arena *a, const char *uid)
{
	uint64_t h = UINT64_C(0xcbf29ce484222325);

	for (; *uid; uid++)
		h = (h ^ (unsigned char)*uid) * UINT64_C(0x100000001b3);
	return arena_printf(
	    a, "%016llx" CONVERSATION_DOMAIN, (unsigned long long)h);
}

/* What the writer of a reply says: some programs list others as well. */
static enum attendance attendance_of(
    const struct meeting *m, const struct mailbox *from)
{
	for (size_t i = 0; i < m->n_attendees; i++)
		if (!strcmp(m->attendees[i].mailbox.addr, from->addr))
			return m->attendees[i].attendance;
	return m->n_attendees == 1 ? m->attendees[0].attendance
				   : ATTENDANCE_OPEN;
}

/* Whose meeting it is must be who writes of it, or nobody says whose. */
static bool is_organized_by(const struct meeting *m, const struct mailbox *box)
{
	return !*m->organizer.addr || !strcmp(m->organizer.addr, box->addr);
}

static bool is_plausible(const struct ledger *l, const struct meeting *m,
    enum meeting_method method, const struct note *n)
{
	bool is_mine = n->direction == DIRECTION_OUT;

	if (method == MEETING_METHODS || !*m->uid)
		return false;
	if (method == MEETING_REPLY || method == MEETING_COUNTER)
		return is_mine || !*m->organizer.addr ||
		       me_has(&l->config->me, m->organizer.addr);
	if (is_mine)
		return is_organized_by(m, &n->from) ||
		       me_has(&l->config->me, m->organizer.addr);
	return is_organized_by(m, &n->from) ||
	       (method == MEETING_REQUEST &&
		   !me_has(&l->config->me, m->organizer.addr));
}

/*
 * A calendar's times are in UTC, the letter's writer has an offset. Of whole
 * days the first counts, to its end, wherever that is.
 */
static struct stamp start_of(const struct meeting *m, int zone_min)
{
	struct stamp start = m->start;
	struct civil day = civil_from_stamp(start);

	if (!start.utc_s)
		return start;
	start.zone_min = zone_min;
	if (m->is_floating)
		start.utc_s -= (int64_t)zone_min * 60;
	if (!m->is_day)
		return start;
	day.hour = 23;
	day.minute = day.second = 59;
	return civil_to_stamp(day, zone_min);
}

static int length_min(const struct meeting *m)
{
	int64_t length = (m->end.utc_s - m->start.utc_s) / 60;

	if (!m->start.utc_s || !m->end.utc_s || length < 0)
		return 0;
	return length < 31 * DAY_MIN ? (int)length : 31 * DAY_MIN;
}

/* See struct meeting_note. */
static const char *series_of(struct arena *a, const struct meeting *m)
{
	struct buf text = BUF_EMPTY;
	const char *series;

	if (!m->n_later)
		return "";
	buf_puts(&text, "[0");
	for (size_t i = 0; i < m->n_later; i++)
		buf_printf(&text, ",%d", m->later_min[i]);
	buf_puts(&text, "]");
	series = arena_strdup(a, buf_text(&text));
	buf_release(&text);
	return series;
}

void meeting_take(struct ledger *l, struct arena *a,
    const struct letter *letter, struct message *m)
{
	struct note *n = &m->note;
	struct diag *quiet;
	struct meeting met;
	struct meeting_note *note;
	const char **references;
	enum meeting_method method;
	enum status status;

	if (letter->flags & NOT_MET)
		return;
	quiet = diag_new();
	status = calendar_read(
	    a, letter->calendar, letter->calendar_len, quiet, &met);
	diag_free(quiet);
	if (status != STATUS_OK)
		return;
	method = met.is_cancelled ? MEETING_CANCEL
				  : meeting_method_from_name(met.method);
	if (!is_plausible(l, &met, method, n))
		return;
	note = arena_alloc(a, sizeof(*note));
	*note = (struct meeting_note){.method = method,
	    .uid = met.uid,
	    .sequence = met.sequence,
	    .start = met.start,
	    .length_min = length_min(&met),
	    .is_day = met.is_day,
	    .series = series_of(a, &met),
	    .attendance = attendance_of(&met, &n->from),
	    .summary = *met.summary ? met.summary : n->topic};
	note->start = start_of(&met, n->date.zone_min);
	if (met.instance.utc_s)
		note->instance_s =
		    met.instance.utc_s -
		    (met.is_floating ? n->date.zone_min * 60 : 0);
	meeting_know(l->store, note);
	n->meeting = note;
	m->flags |= LETTER_MEETING;
	/* First: the last one is what a letter replies to. */
	references = arena_array(a, n->n_references + 1, sizeof(*references));
	references[0] = reference_of(a, met.uid);
	if (n->n_references)
		memcpy(references + 1, n->references,
		    n->n_references * sizeof(*references));
	n->references = references;
	n->n_references++;
}

static bool same_talk(const struct talk_row *x, const struct talk_row *y)
{
	return x->person == y->person && x->at.utc_s == y->at.utc_s;
}

static int by_talk(const void *a, const void *b)
{
	const struct talk_row *x = a, *y = b;

	if (x->at.utc_s != y->at.utc_s)
		return x->at.utc_s < y->at.utc_s ? -1 : 1;
	return (x->person > y->person) - (x->person < y->person);
}

static bool has_talk(
    const struct talk_row *v, size_t n, const struct talk_row *talk)
{
	return n && bsearch(talk, v, n, sizeof(*v), by_talk) != NULL;
}

/* All talks that there were until now, by time and person, each once. */
static size_t wanted_talks(struct ledger *l, struct arena *a, struct stamp now,
    struct talk_row **talks_r)
{
	struct talk_row *single, *v;
	struct series *series;
	size_t n_single = meeting_talks(l->store, a, now, &single);
	size_t n_series = series_get(l, a, &series), n = n_single, kept = 0;

	for (size_t i = 0; i < n_series; i++)
		n += series[i].n;
	v = arena_array(a, n, sizeof(*v));
	if (n_single)
		memcpy(v, single, n_single * sizeof(*v));
	n = n_single;
	for (size_t i = 0; i < n_series; i++) {
		const struct series *s = &series[i];

		for (size_t k = 0; s->is_talk && s->person && k < s->n; k++) {
			int64_t end_s = s->starts_s[k] + s->length_s;

			if (end_s <= now.utc_s && end_s <= s->ends_s)
				v[n++] = (struct talk_row){
				    s->person, {s->starts_s[k], s->zone_min}};
		}
	}
	if (n)
		qsort(v, n, sizeof(*v), by_talk);
	for (size_t i = 0; i < n; i++)
		if (!kept || !same_talk(&v[kept - 1], &v[i]))
			v[kept++] = v[i];
	*talks_r = v;
	return kept;
}

/* Records what is missing, withdraws what is no longer so. */
static size_t bring_in_line(
    struct ledger *l, struct arena *a, struct stamp now, bool is_trial)
{
	struct talk_row *wanted, *there;
	size_t n_wanted = wanted_talks(l, a, now, &wanted);
	size_t n_there = meeting_recorded(l->store, a, &there), changes = 0;

	for (size_t i = 0; i < n_wanted; i++) {
		if (has_talk(there, n_there, &wanted[i]))
			continue;
		changes++;
		if (is_trial)
			continue;
		meeting_record(l->store, &wanted[i]);
		outside_note_talk(l, wanted[i].person, wanted[i].at);
	}
	for (size_t i = 0; i < n_there; i++) {
		if (has_talk(wanted, n_wanted, &there[i]))
			continue;
		changes++;
		if (is_trial)
			continue;
		meeting_withdraw(l->store, &there[i]);
		outside_note_talk(l, there[i].person, there[i].at);
	}
	return changes;
}

static bool has_person(const int64_t *v, size_t n, int64_t person)
{
	for (size_t i = 0; i < n; i++)
		if (v[i] == person)
			return true;
	return false;
}

void meeting_mark(struct ledger *l, struct arena *a, struct stamp now,
    struct person *people, size_t n)
{
	struct stamp before = {now.utc_s - LATELY_S, now.zone_min};
	struct stamp soon = {now.utc_s + SOON_S, now.zone_min};
	int64_t *coming, *declined;
	struct series *series;
	size_t n_coming, n_declined, n_series;

	if (!meeting_any(l->store))
		return;
	n_coming = meeting_coming(l->store, a, now, soon, &coming);
	n_declined = meeting_declined(l->store, a, before, now, &declined);
	for (size_t i = 0; i < n; i++) {
		people[i].will_meet =
		    has_person(coming, n_coming, people[i].id);
		people[i].has_declined =
		    has_person(declined, n_declined, people[i].id);
	}
	n_series = series_get(l, a, &series);
	for (size_t i = 0; i < n_series; i++) {
		int64_t next_s = series_next(&series[i], now);

		if (!next_s || next_s > soon.utc_s || next_s > series[i].ends_s)
			continue;
		for (size_t k = 0; k < n; k++)
			people[k].will_meet = people[k].will_meet ||
					      people[k].id == series[i].person;
	}
}

bool ledger_has_met(struct ledger *l, struct stamp now)
{
	struct arena *a;
	bool has;

	if (!meeting_any(l->store))
		return false;
	a = arena_new();
	has = bring_in_line(l, a, now, true) > 0;
	arena_free(a);
	return has;
}

enum status ledger_meet(struct ledger *l, struct stamp now, struct diag *d)
{
	enum status status = ledger_writable(l, d);
	struct arena *a;

	if (status != STATUS_OK)
		return status;
	a = arena_new();
	store_begin(l->store);
	(void)bring_in_line(l, a, now, false);
	status = ledger_finish(l, d);
	arena_free(a);
	return status;
}
