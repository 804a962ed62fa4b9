/* SPDX-License-Identifier: ISC */
/*
 * The mail that proposes a call, and its invite. Calendars are read by
 * others: no sentence of any mail goes in, only subjects, and nothing says
 * who is late with what.
 */
#include "base/arena.h"
#include "base/utf8.h"
#include "out/drafts.h"
#include "out/phrase.h"
#include "out/reply.h"
#include "out/text.h"

#define TOPIC_CELLS 70
#define ALARM_MIN   10

static const char *topic_of(const struct writer *w, const char *topic)
{
	return utf8_printable(w->arena, topic, TOPIC_CELLS);
}

static struct stamp after(struct stamp t, int min)
{
	t.utc_s += (int64_t)min * 60;
	return t;
}

static const char *slot(
    const struct writer *w, const struct call *call, struct stamp start)
{
	struct arena *a = w->arena;
	struct stamp theirs = {start.utc_s, call->theirs_zone_min};
	bool differs =
	    call->knows_theirs && call->theirs_zone_min != start.zone_min;
	const char *there =
	    arena_printf(a, "%s", phrase_time(a, w->wording, theirs));

	/* Their date as well when it is another one. */
	if (civil_day_of(theirs) != civil_day_of(start))
		there = phrase(a, w->wording, WORDING_DAY_TIME,
		    (const struct phrase_slot[]){
			{"day", phrase_day(a, w->wording, theirs, w->now)},
			{"time", there}, {0}});
	return phrase(a, w->wording,
	    differs ? WORDING_SLOT_THEIRS : WORDING_SLOT,
	    (const struct phrase_slot[]){
		{"day", phrase_day(a, w->wording, start, w->now)},
		{"from", phrase_time(a, w->wording, start)},
		{"to",
		    phrase_time(a, w->wording, after(start, call->length_min))},
		{"zone", phrase_zone(a, w->wording, start.zone_min)},
		{"theirs", there}, {0}});
}

static const char *others(const struct writer *w, const struct call *call)
{
	const char *s = "";

	for (size_t i = 1; i < call->n_slots; i++)
		s = arena_printf(
		    w->arena, "%s    %s\n", s, slot(w, call, call->slots[i]));
	if (!*s)
		return "";
	return phrase(w->arena, w->wording, WORDING_CALL_OTHERS,
	    (const struct phrase_slot[]){{"slots", s}, {0}});
}

static const char *agenda(const struct writer *w, const struct call *call)
{
	struct arena *a = w->arena;
	const char *s = "";

	for (size_t i = 0; i < call->n_points; i++) {
		const struct call_point *p = &call->points[i];
		enum wording_key key = p->owner == OWNER_ME
					   ? WORDING_CALL_POINT_MINE
					   : WORDING_CALL_POINT_THEIRS;
		const struct mailbox me = {w->me->name, "", 0};

		s = arena_printf(a, "%s  - %s\n", s,
		    phrase(a, w->wording, key,
			(const struct phrase_slot[]){
			    {"topic", topic_of(w, p->topic)},
			    {"me", phrase_first(a, &me)},
			    {"who", phrase_first(a, &call->people[0])}, {0}}));
	}
	if (!*s)
		return "";
	return phrase(a, w->wording, WORDING_CALL_POINTS,
	    (const struct phrase_slot[]){{"points", s}, {0}});
}

static const char *where(const struct writer *w, const struct call *call)
{
	if (!*call->where)
		return phrase(
		    w->arena, w->wording, WORDING_CALL_WHERE_OPEN, NULL);
	return phrase(w->arena, w->wording, WORDING_CALL_WHERE,
	    (const struct phrase_slot[]){{"where", call->where}, {0}});
}

static enum wording_key text_key(const struct call *call)
{
	if (!*call->topic)
		return WORDING_CALL_TEXT_PLAIN;
	return call->is_barrage ? WORDING_CALL_BARRAGE : WORDING_CALL_TEXT;
}

static const char *text(const struct writer *w, const struct call *call)
{
	struct arena *a = w->arena;
	const struct phrase_slot slots[] = {
	    {"hello", reply_hello(w, call->people, call->n_people)},
	    {"topic", topic_of(w, call->topic)},
	    {"n", arena_printf(a, "%d", call->length_min)},
	    {"slot", arena_printf(a, "    %s", slot(w, call, call->slots[0]))},
	    {"others", others(w, call)},
	    {"where", where(w, call)},
	    {"points", agenda(w, call)},
	    {"end", phrase(a, w->wording, WORDING_CALL_END, NULL)},
	    {"goodbye", reply_goodbye(w)},
	    {0},
	};

	return text_wrapped(
	    a, phrase(a, w->wording, text_key(call), slots), TEXT_CELLS);
}

static struct meeting meeting(
    const struct writer *w, const struct call *call, const struct draft *draft)
{
	struct arena *a = w->arena;
	const struct mailbox me = {w->me->name, "", 0};
	const struct phrase_slot topic[] = {{"topic", topic_of(w, call->topic)},
	    {"who", phrase_who(a, &call->people[0])},
	    {"me", phrase_who(a, &me)}, {0}};
	bool plain = !*call->topic;
	struct meeting m = {.uid = call->uid,
	    .sequence = call->sequence,
	    .start = call->slots[0],
	    .end = after(call->slots[0], call->length_min),
	    .written = w->now,
	    .organizer = draft->from,
	    .summary = phrase(a, w->wording,
		plain ? WORDING_CALL_SUMMARY_PLAIN : WORDING_CALL_SUMMARY,
		topic),
	    .where = call->where,
	    .alarm = phrase(a, w->wording, WORDING_CALL_ALARM, topic),
	    .alarm_min = ALARM_MIN};

	m.description = arena_printf(a, "%s\n\n%s\n%s",
	    phrase(a, w->wording,
		plain ? WORDING_CALL_PURPOSE_PLAIN : WORDING_CALL_PURPOSE,
		topic),
	    phrase(a, w->wording, WORDING_CALL_OPENER, NULL), agenda(w, call));
	m.attendees = arena_array(a, call->n_people, sizeof(*m.attendees));
	for (size_t i = 0; i < call->n_people; i++)
		m.attendees[m.n_attendees++].mailbox = call->people[i];
	return m;
}

enum status draft_call(const struct writer *w, const struct call *call,
    struct diag *d, struct draft **draft_r)
{
	struct arena *a = w->arena;
	struct draft *draft = reply_new(w, call->uid, call->people,
	    call->n_people, call->notes, call->n_notes);
	struct meeting m = meeting(w, call, draft);
	enum status status = calendar_invite(a, &m, d, &draft->calendar);

	if (status != STATUS_OK)
		return status;
	draft->calendar_method = "REQUEST";
	draft->subject = phrase(a, w->wording,
	    *call->topic ? WORDING_CALL_SUBJECT : WORDING_CALL_SUBJECT_PLAIN,
	    (const struct phrase_slot[]){
		{"topic", topic_of(w, call->topic)}, {0}});
	draft->text = text(w, call);
	*draft_r = draft;
	return STATUS_OK;
}
