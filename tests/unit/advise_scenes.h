/* SPDX-License-Identifier: ISC */
/* What test_advise.c plays: situations and what is advised in them. */
#ifndef TESTS_UNIT_ADVISE_SCENES_H
#define TESTS_UNIT_ADVISE_SCENES_H

#include "model/suggestion.h"

/*
 * One line an entry, days as in story.h (of June 2026; 0 and less are in
 * May). It is Monday the 15th, 10:00.
 *	item ID me|them KIND WHO CREATED [due=DAY] [thread=N] [nudges=N,DAY]
 *		[accepted=1] [snoozed=DAY] [rest=1] [ofday=1] [many=1]
 *		[heard=DAY] [spoken=1] [first=DAY] [sure=PERCENT]
 *	thread ID WHO,... LAST [heat=PERCENT] [muted=1]
 *	person WHO [in=N] [out=N] [last_in=DAY] [last_out=DAY] [talk=DAY]
 *		[reply=HOURS] [muted=1]		numbered from 1
 *	past KEY SHOWN FIRST LAST [dismissed=DAY] [taken=DAY]
 *		"_" in KEY for the blank
 */
struct scene {
	const char *name;
	const char *situation;
	const char *advice; /* "CAUSE KEY: ITEM ...", a line each */
};

static const char *const causes[SUGGESTION_CAUSES] = {
    [CAUSE_MINE_LATE] = "mine-late",
    [CAUSE_THEIRS_LATE] = "theirs-late",
    [CAUSE_BARRAGE] = "barrage",
    [CAUSE_WAITS_FOR_ME] = "waits",
    [CAUSE_UNANSWERED] = "unanswered",
    [CAUSE_SILENT_TWICE] = "silent",
    [CAUSE_SILENCE] = "silence",
    [CAUSE_TALKED] = "talked",
};

static const struct scene lateness[] = {
    {"my lateness is acknowledged", "item 1 me commitment tom 1 due=11",
	"mine-late acknowledge i1: 1\n"},
    {"their lateness is talked about", "item 1 them commitment tom 1 due=11",
	"theirs-late call i1: 1\n"},
    {"mine comes before theirs, the latest news first",
	"item 1 them commitment tom 1 due=11\n"
	"item 2 me commitment ann 1 due=3\n"
	"item 3 me request bob 1 due=11",
	"mine-late acknowledge i3: 3\nmine-late acknowledge i2: 2\n"
	"theirs-late call i1: 1\n"},
    {"one call for all that a person is late with",
	"item 1 them commitment tom 1 due=11 thread=1\n"
	"item 2 them request tom 1 due=10 thread=2",
	"theirs-late call i2: 2 1\n"},
    {"one mail for what I am late with in a thread",
	"item 1 me commitment tom 1 due=11 thread=1\n"
	"item 2 me request tom 1 due=10 thread=1",
	"mine-late acknowledge i2: 2 1\n"},
    {"a late item in a hot thread is one matter",
	"thread 7 tom 12 heat=120\n"
	"item 1 them commitment tom 1 due=11 thread=7",
	"barrage call t7: 1\n"},
    {"what I am late with in a hot thread is owned up to all the same",
	"thread 7 tom 12 heat=120\n"
	"item 1 me commitment tom 1 due=11 thread=7",
	"mine-late acknowledge i1: 1\nbarrage call t7:\n"},
    {"others than who is called keep their own voice",
	"thread 7 tom,ann 12 heat=120\n"
	"item 1 them commitment ann 1 due=11 thread=7",
	"theirs-late call i1: 1\nbarrage call t7:\n"},
    {"what is late for weeks makes room for what is fresh",
	"item 1 me commitment tom -30 due=-2\n"
	"item 2 me question ann 10",
	"waits reply i2: 2\nmine-late acknowledge i1: 1\n"},
    {"fresh lateness carries the old one along",
	"item 1 me commitment tom -30 due=-2 thread=1\n"
	"item 2 me request tom 1 due=11 thread=1\n"
	"item 3 me commitment ann 1 due=10",
	"mine-late acknowledge i2: 2 1\nmine-late acknowledge i3: 3\n"},
    {"what is late for weeks comes last",
	"item 1 me commitment tom -40 due=-6\n"
	"item 2 them question ann 1",
	"unanswered check-in i2: 2\nmine-late acknowledge i1: 1\n"},
    {"a letter before it was due was no word about its lateness",
	"person tom last_out=5\nitem 1 me commitment tom 1 due=11",
	"mine-late acknowledge i1: 1\n"},
    {"who reminds me in the thread waits",
	"item 1 me commitment tom 1 due=11 heard=12 nudges=1,12",
	"mine-late acknowledge i1: 1\n"},
    {"what I promised to many is owned up to",
	"item 1 me commitment tom 1 due=11 many=1",
	"mine-late acknowledge i1: 1\n"},
    {"a call that I owe is owned up to for some days",
	"item 1 me commitment tom 1 due=11 spoken=1",
	"mine-late acknowledge i1: 1\n"},
    {"they are late with what they gave another date",
	"person tom last_in=5\n"
	"item 1 them commitment tom 1 due=11 first=8",
	"theirs-late call i1: 1\n"},
    /* What must not be. */
    {"what is due today is not late", "item 1 me commitment tom 1 due=15", ""},
    {"what is snoozed keeps still",
	"item 1 me commitment tom 1 due=11 snoozed=20", ""},
    {"a meeting that passed long ago is not late",
	"item 1 me meeting tom -30 due=-20", ""},
    {"muted people are never suggested",
	"person tom muted=1\nitem 1 me commitment tom 1 due=11\n"
	"item 2 them commitment tom 1 due=11",
	""},
    {"nor are muted threads",
	"thread 7 tom 12 heat=300 muted=1\n"
	"item 1 me commitment tom 1 due=11 thread=7",
	""},
    {"their lateness of last year is history",
	"item 1 them commitment tom -200 due=-190", ""},
    {"mine of last year is history, too",
	"item 1 me commitment tom -200 due=-190", ""},
    {"a day that was asked about passes",
	"item 1 me question tom 1 due=11 ofday=1\n"
	"item 2 them question ann 1 due=11 ofday=1",
	""},
    {"a promise is late whatever else was written",
	"person tom last_out=12\nitem 1 me commitment tom 1 due=11",
	"mine-late acknowledge i1: 1\n"},
    {"whoever wrote to them since they asked has, too",
	"person tom last_out=8\nitem 1 me request tom 1 due=11", ""},
    {"nor does who talked with them",
	"person tom talk=12 last_out=12.12\n"
	"item 1 me commitment tom 1 due=11",
	""},
    {"who goes on in the thread does not wait",
	"item 1 me commitment tom 1 due=11 heard=12", ""},
    {"what many were asked is not owed a word",
	"item 1 me deadline tom 1 due=11 many=1\n"
	"item 2 me request ann 1 due=11 many=1",
	""},
    {"what was asked and not spoken of again is over",
	"item 1 me request tom -30 due=-10", ""},
    {"a talk that was to be is past",
	"item 1 me commitment tom 1 due=5 spoken=1\n"
	"item 2 them commitment ann 1 due=5 spoken=1",
	""},
    {"what is between others is nobody's lateness",
	"item 1 me commitment tom 1 due=11 rest=1\n"
	"item 2 them commitment ann 1 due=11 rest=1",
	""},
    {"who wrote after the promise is called all the same",
	"person tom last_in=5\nitem 1 them commitment tom 1 due=11",
	"theirs-late call i1: 1\n"},
    {"but not who went on about it since it was due",
	"item 1 them commitment tom 1 due=11 heard=12", ""},
    {"nobody is bothered with what is unsure",
	"item 1 me commitment tom 1 due=11 sure=55\n"
	"item 2 them commitment ann 1 due=11 sure=65",
	""},
    {"after a talk about it there is time",
	"person tom talk=12 last_out=12.12\n"
	"item 1 them commitment tom 1 due=11",
	""},
};

static const struct scene waiting[] = {
    {"who asked some days ago waits for me", "item 1 me question tom 10",
	"waits reply i1: 1\n"},
    {"who needs it tomorrow waits for me", "item 1 me request tom 14 due=16",
	"waits reply i1: 1\n"},
    {"an invitation waits for a word", "item 1 me meeting tom 10 due=25",
	"waits reply i1: 1\n"},
    {"my question is asked again after some days", "item 1 them question tom 8",
	"unanswered check-in i1: 1\n"},
    {"a quick person is asked sooner",
	"person tom reply=4\nitem 1 them question tom 11",
	"unanswered check-in i1: 1\n"},
    {"a promise without a date is asked after", "item 1 them commitment tom 1",
	"unanswered check-in i1: 1\n"},
    {"silence after two nudges is for a call",
	"item 1 them question tom 1 nudges=2,8", "silent call i1: 1\n"},
    /* What must not be. */
    {"a question of Friday can wait", "item 1 me question tom 12.15", ""},
    {"what I have accepted does not wait for a word",
	"item 1 me request tom 8 accepted=1", ""},
    {"a slow person gets time",
	"person tom reply=40\nitem 1 them question tom 8", ""},
    {"the weekend does not count as waiting", "item 1 them question tom 12.10",
	""},
    {"what they owe by a later day is not asked for",
	"item 1 them request tom 1 due=25", ""},
    {"a nudge is given time", "item 1 them question tom 1 nudges=1,12", ""},
    {"a second nudge is given time too",
	"item 1 them question tom 1 nudges=2,12", ""},
    {"nobody is nudged who will be called",
	"item 1 them question tom 1 thread=1\n"
	"item 2 them commitment tom 1 due=11 thread=2",
	"theirs-late call i2: 2\n"},
    {"what is told or between others waits for no word",
	"item 1 me meeting tom 8 due=25 rest=1\n"
	"item 2 them request ann 1 rest=1",
	""},
    {"what many were asked waits for no word of mine",
	"item 1 me request tom 8 many=1", ""},
    {"whom I wrote to since I was asked waits no longer",
	"person tom last_out=11\nitem 1 me question tom 8", ""},
    {"nor does who went on in the thread", "item 1 me question tom 8 heard=9",
	""},
    {"nor with whom I talked",
	"person tom talk=9 last_out=10\nitem 1 me question tom 8", ""},
    {"who writes is not silent",
	"person tom last_in=9\nitem 1 them question tom 1", ""},
    {"who wrote to them since did not ask again",
	"person tom last_out=9\nitem 1 them question tom 1", ""},
    {"a promise without a date is not asked after for ever",
	"item 1 them commitment tom -10", ""},
    {"nobody is asked for what is unsure",
	"item 1 them question tom 1 sure=70\n"
	"item 2 me question ann 8 sure=55",
	""},
    {"questions of last year are history",
	"item 1 them question tom -200\nitem 2 me question ann -200", ""},
};

static const struct scene people[] = {
    {"a barrage is for a call", "thread 7 tom,ann 12 heat=100",
	"barrage call t7:\n"},
    {"a talk is followed up", "person tom talk=12",
	"talked follow-up p1 2026-06-12:\n"},
    {"so is a meeting whose time has passed",
	"item 1 them meeting tom 1 due=11 accepted=1",
	"talked follow-up i1: 1\n"},
    {"a long silence ends with a hello",
	"person tom in=9 out=9 last_in=-110 last_out=-100",
	"silence hello p1:\n"},
    /* What must not be. */
    {"a lively thread is no barrage", "thread 7 tom 12 heat=99", ""},
    {"who talked about the barrage has done what is to do",
	"person tom talk=13 last_out=14\nthread 7 tom 12 heat=150", ""},
    {"what was written up is not asked for",
	"person tom talk=12 last_out=12.16", ""},
    {"a meeting that nobody agreed to has nothing to write up",
	"item 1 them meeting tom 1 due=11", ""},
    {"a talk that their letter tells of is written up",
	"person tom talk=12 last_in=12", ""},
    {"a thread that is dated tomorrow is no barrage today",
	"thread 7 tom 16 heat=150", ""},
    {"a talk of last month is over", "person tom talk=1", ""},
    {"a talk to come is none yet", "person tom talk=18", ""},
    {"strangers need no hello",
	"person tom in=40 out=1 last_in=-110 last_out=-120", ""},
    {"the long forgotten need none",
	"person tom in=9 out=9 last_in=-900 last_out=-900", ""},
    {"no hello to somebody who waits for me",
	"person tom in=9 out=9 last_in=-110 last_out=-100\n"
	"item 1 me commitment tom -100 due=11",
	"mine-late acknowledge i1: 1\n"},
};

static const struct scene pasts[] = {
    {"the number of a suggestion stays",
	"item 1 me commitment tom 1 due=11\npast acknowledge_i1 1 14 14",
	"mine-late acknowledge i1: 1\n"},
    {"a dismissal is over after a week",
	"item 1 me commitment tom 1 due=5\n"
	"past acknowledge_i1 1 7 7 dismissed=7",
	"mine-late acknowledge i1: 1\n"},
    {"asked twice on one day it answers twice",
	"item 1 me commitment tom 1 due=5\npast acknowledge_i1 9 1 15.08",
	"mine-late acknowledge i1: 1\n"},
    {"what is ignored comes back after a week",
	"item 1 me commitment tom 1 due=5\npast acknowledge_i1 9 1 8",
	"mine-late acknowledge i1: 1\n"},
    /* What must not be. */
    {"a dismissal lasts a week",
	"item 1 me commitment tom 1 due=5\n"
	"past acknowledge_i1 1 9 9 dismissed=9",
	""},
    {"a second one lasts two",
	"item 1 me commitment tom -30 due=-15\n"
	"past acknowledge_i1 2 -5 3 dismissed=3",
	""},
    {"a third one lasts four",
	"item 1 me commitment tom -60 due=-50\n"
	"past acknowledge_i1 3 -40 -10 dismissed=-10",
	""},
    {"what is ignored comes more rarely",
	"item 1 me commitment tom 1 due=5\npast acknowledge_i1 4 9 13", ""},
    {"and more rarely still",
	"item 1 me commitment tom 1 due=5\npast acknowledge_i1 7 1 9", ""},
    {"what was taken is given time",
	"item 1 them commitment tom 1 due=5\n"
	"past call_i1 1 12 12 taken=12",
	""},
    {"a dismissed call leaves the late item its own voice",
	"thread 7 tom 12 heat=120\npast call_t7 1 12 12 dismissed=12\n"
	"item 1 me commitment tom 1 due=11 thread=7",
	"mine-late acknowledge i1: 1\n"},
};

#endif
