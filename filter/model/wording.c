/* SPDX-License-Identifier: ISC */
/* The keys of wording.lang files and the slots of each; no words. */
#include "model/wording.h"

#include <string.h>

static const struct {
	const char *name, *slots;
} keys[WORDING_KEYS] = {
    [WORDING_WEEKDAYS] = {"date.weekdays", ""},
    [WORDING_MONTHS] = {"date.months", ""},
    [WORDING_DAY] = {"date.day", "weekday day month"},
    [WORDING_DAY_YEAR] = {"date.day-year", "weekday day month year"},
    [WORDING_TIME] = {"date.time", "hour minute"},
    [WORDING_DAY_TIME] = {"date.day-time", "day time"},
    [WORDING_ZONE] = {"date.zone", "offset"},
    [WORDING_SLOT] = {"date.slot", "day from to zone"},
    [WORDING_SLOT_THEIRS] = {"date.slot-theirs", "day from to zone theirs"},
    [WORDING_HOURS] = {"span.hours", "n"},
    [WORDING_DAYS] = {"span.days", "n"},
    [WORDING_WEEKS] = {"span.weeks", "n"},
    [WORDING_MONTH_SPAN] = {"span.months", "n"},
    [WORDING_YEARS] = {"span.years", "n"},
    [WORDING_LATE] = {"due.late", "span"},
    [WORDING_TODAY] = {"due.today", ""},
    [WORDING_TODAY_TIME] = {"due.today-time", "time"},
    [WORDING_TOMORROW] = {"due.tomorrow", ""},
    [WORDING_TOMORROW_TIME] = {"due.tomorrow-time", "time"},
    [WORDING_IN] = {"due.in", "span"},
    [WORDING_AGO] = {"due.ago", "span"},
    [WORDING_NO_DATE] = {"due.none", ""},
    [WORDING_VAGUE] = {"due.vague", "text"},
    [WORDING_WHY_MINE_LATE] = {"why.mine-late", "who n topic"},
    [WORDING_WHY_MINE_LATE_TODAY] = {"why.mine-late-today", "who topic"},
    [WORDING_WHY_THEIRS_LATE_WRITE] = {"why.theirs-late-write", "who n"},
    [WORDING_WHY_THEIRS_LATE] = {"why.theirs-late", "who n topic"},
    [WORDING_WHY_THEIRS_LATE_TODAY] = {"why.theirs-late-today", "who topic"},
    [WORDING_WHY_BARRAGE] = {"why.barrage", "who n topic"},
    [WORDING_WHY_WAITS_FOR_ME] = {"why.waits-for-me", "who n topic"},
    [WORDING_WHY_WAITS_FOR_ME_TODAY] = {"why.waits-for-me-today", "who topic"},
    [WORDING_WHY_UNANSWERED] = {"why.unanswered", "who n topic"},
    [WORDING_WHY_SILENT_TWICE] = {"why.silent-twice", "who n topic"},
    [WORDING_WHY_SILENCE] = {"why.silence", "who n"},
    [WORDING_WHY_TALKED] = {"why.talked", "who"},
    [WORDING_WHY_PRESUMED] = {"why.presumed", "who n topic"},
    [WORDING_WHY_UNMENTIONED] = {"why.unmentioned", "who n topic"},
    [WORDING_REPLY_SUBJECT] = {"draft.reply-subject", "subject"},
    [WORDING_NO_SUBJECT] = {"draft.no-subject", ""},
    [WORDING_HELLO] = {"draft.hello", "first"},
    [WORDING_HELLO_ALL] = {"draft.hello-all", ""},
    [WORDING_GOODBYE] = {"draft.goodbye", "me"},
    [WORDING_ACK_TEXT] = {"ack.text", "hello said reason due goodbye"},
    [WORDING_ACK_TEXT_SOON] = {"ack.text-soon",
	"hello said reason due goodbye"},
    [WORDING_ACK_TEXT_WAIT] = {"ack.text-wait",
	"hello said reason due goodbye"},
    [WORDING_ACK_PROMISED] = {"ack.promised", "day what"},
    [WORDING_ACK_ASKED] = {"ack.asked", "day what"},
    [WORDING_ACK_REASON] = {"ack.reason", "reason"},
    [WORDING_ACK_REASON_OPEN] = {"ack.reason-open", ""},
    [WORDING_ACK_DUE] = {"ack.due", "when"},
    [WORDING_ACK_DUE_OPEN] = {"ack.due-open", ""},
    [WORDING_NUDGE_PROMISED] = {"nudge.promised", "hello day what goodbye"},
    [WORDING_NUDGE_ASKED] = {"nudge.asked", "hello day what goodbye"},
    [WORDING_NUDGE_QUESTION] = {"nudge.question", "hello day what goodbye"},
    [WORDING_NUDGE_RECAP] = {"nudge.recap", "hello goodbye"},
    [WORDING_RECAP_SUBJECT] = {"nudge.recap-subject", ""},
    [WORDING_CALL_SUBJECT] = {"call.subject", "topic"},
    [WORDING_CALL_SUBJECT_PLAIN] = {"call.subject-plain", ""},
    [WORDING_CALL_TEXT] = {"call.text",
	"hello topic n slot others where points end goodbye"},
    [WORDING_CALL_TEXT_PLAIN] = {"call.text-plain",
	"hello n slot others where points end goodbye"},
    [WORDING_CALL_BARRAGE] = {"call.text-barrage",
	"hello topic n slot others where points end goodbye"},
    [WORDING_CALL_OTHERS] = {"call.others", "slots"},
    [WORDING_CALL_WHERE] = {"call.where", "where"},
    [WORDING_CALL_WHERE_OPEN] = {"call.where-open", ""},
    [WORDING_CALL_POINTS] = {"call.points", "points"},
    [WORDING_CALL_POINT_MINE] = {"call.point-mine", "topic me"},
    [WORDING_CALL_POINT_THEIRS] = {"call.point-theirs", "topic who"},
    [WORDING_CALL_END] = {"call.end", ""},
    [WORDING_CALL_SUMMARY] = {"call.summary", "topic"},
    [WORDING_CALL_SUMMARY_PLAIN] = {"call.summary-plain", "me who"},
    [WORDING_CALL_PURPOSE_PLAIN] = {"call.purpose-plain", ""},
    [WORDING_CALL_PURPOSE] = {"call.purpose", "topic"},
    [WORDING_CALL_OPENER] = {"call.opener", ""},
    [WORDING_CALL_ALARM] = {"call.alarm", "who"},
    [WORDING_DIGEST_SUBJECT_LATE] = {"digest.subject-late", "n late"},
    [WORDING_DIGEST_SUBJECT] = {"digest.subject", "n"},
    [WORDING_DIGEST_MINE_LATE] = {"digest.mine-late", ""},
    [WORDING_DIGEST_WAITING] = {"digest.waiting", ""},
    [WORDING_DIGEST_MINE_NEXT] = {"digest.mine-next", ""},
    [WORDING_DIGEST_TALK] = {"digest.talk", ""},
    [WORDING_DIGEST_CHECK] = {"digest.check", ""},
    [WORDING_DIGEST_DONE] = {"digest.done", ""},
    [WORDING_DIGEST_MORE] = {"digest.more", "n"},
    [WORDING_DIGEST_OLDER] = {"digest.older", "n"},
    [WORDING_DIGEST_HOW] = {"digest.how", ""},
};

const char *wording_name(enum wording_key key)
{
	return keys[key].name;
}

enum wording_key wording_from_name(const char *name)
{
	size_t i = 0;

	while (i < WORDING_KEYS && strcmp(keys[i].name, name) != 0)
		i++;
	return (enum wording_key)i;
}

const char *wording_slots(enum wording_key key)
{
	return keys[key].slots;
}
