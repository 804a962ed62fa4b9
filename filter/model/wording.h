/* SPDX-License-Identifier: ISC */
#ifndef MODEL_WORDING_H
#define MODEL_WORDING_H

/*
 * What rapport says to people: digests, drafts, invites, why something is
 * suggested. wording.lang files give the text of each key; the program has
 * none of its own. rapport-rules(5) describes the format.
 */
enum wording_key {
	/* Dates and spans of time. */
	WORDING_WEEKDAYS, /* seven names, Monday first */
	WORDING_MONTHS,   /* twelve names */
	WORDING_DAY,
	WORDING_DAY_YEAR, /* for days of another year */
	WORDING_TIME,
	WORDING_DAY_TIME,
	WORDING_ZONE,
	WORDING_SLOT, /* a time from and to */
	WORDING_SLOT_THEIRS,
	WORDING_HOURS,
	WORDING_DAYS,
	WORDING_WEEKS,
	WORDING_MONTH_SPAN,
	WORDING_YEARS,
	WORDING_LATE,
	WORDING_TODAY,
	WORDING_TODAY_TIME,
	WORDING_TOMORROW,
	WORDING_TOMORROW_TIME,
	WORDING_IN,
	WORDING_AGO,
	WORDING_NO_DATE,
	WORDING_VAGUE,

	/* Why something is suggested, by enum suggestion_cause. */
	WORDING_WHY_MINE_LATE,
	WORDING_WHY_MINE_LATE_TODAY,
	WORDING_WHY_THEIRS_LATE,
	WORDING_WHY_THEIRS_LATE_TODAY,
	WORDING_WHY_THEIRS_LATE_WRITE,
	WORDING_WHY_BARRAGE,
	WORDING_WHY_WAITS_FOR_ME,
	WORDING_WHY_WAITS_FOR_ME_TODAY,
	WORDING_WHY_UNANSWERED,
	WORDING_WHY_SILENT_TWICE,
	WORDING_WHY_SILENCE,
	WORDING_WHY_TALKED,
	WORDING_WHY_PRESUMED,
	WORDING_WHY_UNMENTIONED,

	/* Drafts. */
	WORDING_REPLY_SUBJECT,
	WORDING_NO_SUBJECT,
	WORDING_HELLO,
	WORDING_HELLO_ALL, /* to several, or a nameless one */
	WORDING_GOODBYE,
	WORDING_ACK_TEXT,      /* it is late */
	WORDING_ACK_TEXT_SOON, /* it will be */
	WORDING_ACK_TEXT_WAIT, /* they wait, and no date was said */
	WORDING_ACK_PROMISED,  /* what I said */
	WORDING_ACK_ASKED,     /* what they said */
	WORDING_ACK_REASON,
	WORDING_ACK_REASON_OPEN, /* to be filled in */
	WORDING_ACK_DUE,
	WORDING_ACK_DUE_OPEN,
	WORDING_NUDGE_PROMISED, /* what they said they would do */
	WORDING_NUDGE_ASKED,    /* what I asked for */
	WORDING_NUDGE_QUESTION, /* what I asked */
	WORDING_NUDGE_RECAP,    /* after a talk */
	WORDING_RECAP_SUBJECT,

	/* The invite to talk, and the mail around it. */
	WORDING_CALL_SUBJECT,
	WORDING_CALL_SUBJECT_PLAIN, /* _PLAIN: there is no subject matter */
	WORDING_CALL_TEXT,
	WORDING_CALL_TEXT_PLAIN,
	WORDING_CALL_BARRAGE,
	WORDING_CALL_OTHERS, /* before the other two slots */
	WORDING_CALL_WHERE,
	WORDING_CALL_WHERE_OPEN, /* when no number is configured */
	WORDING_CALL_POINTS,     /* before the agenda */
	WORDING_CALL_POINT_MINE,
	WORDING_CALL_POINT_THEIRS,
	WORDING_CALL_END,
	WORDING_CALL_SUMMARY,
	WORDING_CALL_SUMMARY_PLAIN,
	WORDING_CALL_PURPOSE,
	WORDING_CALL_PURPOSE_PLAIN,
	WORDING_CALL_OPENER,
	WORDING_CALL_ALARM,

	/* The digest. */
	WORDING_DIGEST_SUBJECT_LATE,
	WORDING_DIGEST_SUBJECT,
	WORDING_DIGEST_MINE_LATE,
	WORDING_DIGEST_WAITING,
	WORDING_DIGEST_MINE_NEXT,
	WORDING_DIGEST_TALK,
	WORDING_DIGEST_CHECK,
	WORDING_DIGEST_DONE,
	WORDING_DIGEST_MORE,
	WORDING_DIGEST_OLDER,
	WORDING_DIGEST_HOW,
	WORDING_KEYS
};

struct wording {
	const char *text[WORDING_KEYS]; /* NULL where the file says nothing */
};

/* The key as files write it, "ack.text". */
const char *wording_name(enum wording_key key);
/* WORDING_KEYS when there is no such key. */
enum wording_key wording_from_name(const char *name);
/* The names that "${name}" may have in its text, separated by blanks. */
const char *wording_slots(enum wording_key key);

#endif
