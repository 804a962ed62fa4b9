/* SPDX-License-Identifier: ISC */
/* The contract's words for the enums of model/, and what overdue means. */
#include "model/act.h"
#include "model/history.h"
#include "model/item.h"
#include "model/meeting.h"
#include "model/person.h"
#include "model/suggestion.h"
#include "model/thread.h"

#include <string.h>

static const char *const acts[ACT_KINDS] = {
    [ACT_COMMITMENT] = "commitment",
    [ACT_REQUEST] = "request",
    [ACT_QUESTION] = "question",
    [ACT_MEETING] = "meeting",
    [ACT_FULFILMENT] = "fulfilment",
    [ACT_DEADLINE] = "deadline",
    [ACT_TROUBLE] = "trouble",
    [ACT_CANCEL] = "cancel",
    [ACT_REVISE] = "revise",
    [ACT_ACCEPT] = "accept",
    [ACT_DECLINE] = "decline",
    [ACT_THANKS] = "thanks",
    [ACT_TALKED] = "talked",
    [ACT_ABSENCE] = "absence",
    [ACT_WORD] = "word",
    [ACT_DELEGATE] = "delegate",
    [ACT_CALL] = "call",
    [ACT_REMIND] = "remind",
    [ACT_ECHO] = "echo",
    [ACT_VIEW] = "view",
    [ACT_RSVP] = "rsvp",
    [ACT_RECEIPT] = "receipt",
    [ACT_OBJECT] = "object",
    [ACT_ANAPHOR] = "anaphor",
    [ACT_BULK] = "bulk",
    [ACT_REST] = "rest",
    [ACT_LEAD] = "lead",
    [ACT_INLINE] = "inline",
    [ACT_EVENING] = "evening",
    [ACT_TASKS] = "tasks",
};

static const char *const grains[] = {
    [GRAIN_NONE] = NULL,
    [GRAIN_MINUTE] = "minute",
    [GRAIN_HOUR] = "hour",
    [GRAIN_PART] = "part",
    [GRAIN_DAY] = "day",
    [GRAIN_WEEK] = "week",
    [GRAIN_MONTH] = "month",
    [GRAIN_QUARTER] = "quarter",
    [GRAIN_YEAR] = "year",
};

static const char *const events[EVENT_KINDS] = {
    [EVENT_OPENED] = "opened",
    [EVENT_REVISED] = "revised",
    [EVENT_FULFILLED] = "fulfilled",
    [EVENT_ANSWERED] = "answered",
    [EVENT_ACCEPTED] = "accepted",
    [EVENT_DECLINED] = "declined",
    [EVENT_CANCELLED] = "cancelled",
    [EVENT_REPEATED] = "repeated",
    [EVENT_DELEGATED] = "delegated",
    [EVENT_PRESUMED] = "presumed-done",
    [EVENT_CONFLICT] = "conflicting",
    [EVENT_EXCUSED] = "excused",
    [EVENT_DONE] = "done",
    [EVENT_DROPPED] = "dropped",
    [EVENT_WRONG] = "wrong",
    [EVENT_SNOOZED] = "snoozed",
    [EVENT_DUE_SET] = "due-set",
    [EVENT_REOPENED] = "reopened",
    [EVENT_ACKNOWLEDGED] = "acknowledged",
    [EVENT_NUDGED] = "nudged",
    [EVENT_CALLED] = "called",
};

static const char *const suggestions[SUGGEST_KINDS] = {
    [SUGGEST_ACKNOWLEDGE] = "acknowledge",
    [SUGGEST_REPLY] = "reply",
    [SUGGEST_CALL] = "call",
    [SUGGEST_CHECK_IN] = "check-in",
    [SUGGEST_FOLLOW_UP] = "follow-up",
    [SUGGEST_HELLO] = "hello",
    [SUGGEST_CLOSE] = "close",
};

/* The index of name in table[0..n), or n. */
static size_t find(const char *const *table, size_t n, const char *name)
{
	for (size_t i = 0; i < n; i++)
		if (table[i] && !strcmp(table[i], name))
			return i;
	return n;
}

const char *act_name(enum act_kind kind)
{
	return acts[kind];
}

enum act_kind act_from_name(const char *name)
{
	return (enum act_kind)find(acts, ACT_KINDS, name);
}

const char *grain_name(enum grain g)
{
	return grains[g];
}

enum grain grain_from_name(const char *name)
{
	size_t n = sizeof(grains) / sizeof(grains[0]);
	size_t i = find(grains, n, name);

	return i == n ? GRAIN_NONE : (enum grain)i;
}

const char *item_kind_name(enum item_kind kind)
{
	static const char *const names[ITEM_KINDS] = {
	    [ITEM_COMMITMENT] = "commitment",
	    [ITEM_REQUEST] = "request",
	    [ITEM_QUESTION] = "question",
	    [ITEM_MEETING] = "meeting",
	    [ITEM_DEADLINE] = "deadline",
	};

	return names[kind];
}

const char *item_owner_name(enum item_owner owner)
{
	return owner == OWNER_ME ? "me" : "them";
}

bool item_is_pending(const struct item *it, struct stamp now)
{
	return it->state == ITEM_OPEN ||
	       (it->state == ITEM_SNOOZED &&
		   it->snoozed_until.utc_s <= now.utc_s);
}

bool item_has_passed(const struct item *it, struct stamp now)
{
	return it->kind == ITEM_MEETING && it->due.is_set &&
	       it->due.at.utc_s < now.utc_s;
}

bool item_is_open(const struct item *it, struct stamp now)
{
	return item_is_pending(it, now) && !item_has_passed(it, now);
}

bool item_is_overdue(const struct item *it, struct stamp now)
{
	int64_t late = it->late_utc_s ? it->late_utc_s : it->due.at.utc_s;

	return item_is_open(it, now) && it->due.is_set && late < now.utc_s;
}

bool item_is_presumed(const struct item *it, struct stamp now)
{
	return it->presumed.utc_s && it->presumed.utc_s <= now.utc_s &&
	       item_is_open(it, now);
}

enum item_fate item_fate(const struct item *it, struct stamp now)
{
	int64_t late = it->late_utc_s ? it->late_utc_s : it->due.at.utc_s;

	if (it->kind != ITEM_COMMITMENT && !it->is_accepted)
		return FATE_NONE;
	if (it->kind == ITEM_MEETING || it->state == ITEM_DROPPED)
		return FATE_NONE;
	if (it->state == ITEM_DONE)
		return it->due.is_set && it->closed.utc_s > late ? FATE_LATE
								 : FATE_KEPT;
	if (item_is_presumed(it, now))
		return FATE_NONE;
	return it->due.is_set && late < now.utc_s ? FATE_LATE : FATE_PENDING;
}

bool item_was_moved(const struct item *it)
{
	return it->first_due.is_set && it->due.is_set &&
	       it->first_due.at.utc_s != it->due.at.utc_s;
}

const char *item_state_name(const struct item *it, struct stamp now)
{
	if (it->state == ITEM_DONE)
		return "done";
	if (it->state == ITEM_DROPPED)
		return "dropped";
	if (item_has_passed(it, now))
		return "done";
	if (!item_is_open(it, now))
		return "snoozed";
	return item_is_overdue(it, now) ? "overdue" : "open";
}

void promises_count(
    struct promises *sums, const struct item *it, struct stamp now)
{
	enum item_fate fate = item_fate(it, now);

	sums->kept += fate == FATE_KEPT;
	sums->late += fate == FATE_LATE;
	sums->unsettled += fate == FATE_LATE && it->state != ITEM_DONE;
	sums->moved += fate != FATE_NONE && item_was_moved(it);
}

bool event_closes(enum event_kind kind)
{
	return kind == EVENT_FULFILLED || kind == EVENT_ANSWERED ||
	       kind == EVENT_DECLINED || kind == EVENT_CANCELLED ||
	       kind == EVENT_DONE || kind == EVENT_DROPPED ||
	       kind == EVENT_WRONG;
}

bool event_revises(enum event_kind kind)
{
	return kind == EVENT_REVISED || kind == EVENT_DELEGATED ||
	       kind == EVENT_DUE_SET;
}

const char *next_step_name(enum next_step next)
{
	static const char *const names[] = {
	    [NEXT_NOBODY] = "nobody",
	    [NEXT_ME] = "me",
	    [NEXT_THEM] = "them",
	    [NEXT_BOTH] = "both",
	};

	return names[next];
}

static const char *const methods[MEETING_METHODS] = {
    [MEETING_REQUEST] = "REQUEST",
    [MEETING_REPLY] = "REPLY",
    [MEETING_CANCEL] = "CANCEL",
    [MEETING_COUNTER] = "COUNTER",
    [MEETING_DECLINE_COUNTER] = "DECLINECOUNTER",
};

const char *meeting_method_name(enum meeting_method method)
{
	return methods[method];
}

enum meeting_method meeting_method_from_name(const char *name)
{
	return (enum meeting_method)find(methods, MEETING_METHODS, name);
}

const char *event_name(enum event_kind kind)
{
	return events[kind];
}

enum event_kind event_from_name(const char *name)
{
	return (enum event_kind)find(events, EVENT_KINDS, name);
}

static const char *const ways[WAY_KINDS] = {
    [WAY_ANY] = "any",
    [WAY_MAIL] = "mail",
    [WAY_CALL] = "call",
    [WAY_RECORD] = "record",
};

const char *way_name(enum way way)
{
	return ways[way];
}

enum way way_from_name(const char *name)
{
	return (enum way)find(ways, WAY_KINDS, name);
}

const char *suggestion_name(enum suggestion_kind kind)
{
	return suggestions[kind];
}

enum suggestion_kind suggestion_from_name(const char *name)
{
	return (enum suggestion_kind)find(suggestions, SUGGEST_KINDS, name);
}
