/* SPDX-License-Identifier: ISC */
/* What letters start, and what they only say again. */
#include "tale.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* What opens, and who owes it. */
static const struct tale openings[] = {
    {"my promise is mine to keep",
	"a 1 me>tom : commitment =5 I will send the draft by Friday",
	"commitment me tom =5 open: opened\n"},
    {"their promise is theirs",
	"a 1 tom>me : commitment =5 I will send the draft by Friday",
	"commitment them tom =5 open: opened\n"},
    {"a request to me is mine",
	"a 1 tom>me : request =5 Please send the draft by Friday",
	"request me tom =5 open: opened\n"},
    {"a request that I make is theirs",
	"a 1 me>tom : request =5 Please send the draft by Friday",
	"request them tom =5 open: opened\n"},
    {"a question in a request's sentence is one item",
	"a 1 tom>me : request Can you send the draft?; +question",
	"request me tom open: opened\n"},
    {"a deadline in a promise's sentence gives it its due",
	"a 1 me>tom : commitment I will send it by Friday; +deadline =5",
	"commitment me tom =5 open: opened\n"},
    {"a deadline of its own needs a date",
	"a 1 tom>me : deadline =9 The forms are due on the ninth;"
	" deadline Deadlines matter",
	"deadline me tom =9 open: opened\n"},
    {"a talk that is asked for is one item",
	"a 1 tom>me : meeting =4 Can we talk on Thursday?; +question;"
	" +request",
	"meeting me tom =4 open: opened\n"},
    {"what is asked for before the talk is a second item",
	"a 1 tom>me : request =3 Your notes by Wednesday, and we talk on"
	" Thursday; +meeting =4",
	"request me tom =3 open: opened\nmeeting me tom =4 open: opened\n"},
    {"what is asked for on the day of the talk is the talk",
	"a 1 tom>me : request =4 Please come to the meeting on Thursday;"
	" +meeting =4",
	"meeting me tom =4 open: opened\n"},
    {"a promised talk is a promise",
	"a 1 me>tom : commitment =4 I will call you on Thursday; +meeting =4",
	"commitment me tom =4 open: opened\n"},
    {"the named recipient owes",
	"a 1 me>tom,ann : request/Ann Ann, please send the draft",
	"request them ann open: opened\n"},
    {"a promise and an ask in one sentence are two",
	"a 1 me>tom : commitment I will sign if you send the form;"
	" +request",
	"commitment me tom open: opened\nrequest them tom open: opened\n"},
    {"by name in a copy is still to me",
	"a 1 tom>ann/me : request/Mia Mia, please send the draft",
	"request me tom open: opened\n"},
    {"what a crowd is to do by a day is for me too",
	"a 1 tom>me,ann,bob,cat,dan,eve : request =5 Please send the forms",
	"request me tom =5 open: opened\n"},
    {"by name in a crowd is to me",
	"a 1 tom>me,ann,bob,cat,dan,eve : request/Mia Mia, please come",
	"request me tom open: opened\n"},
    {"a few who are asked are each meant",
	"a 1 tom>me,ann,bob : request Please send the forms",
	"request me tom open: opened\n"},
    {"what I promise to a crowd is mine to keep",
	"a 1 me>tom,ann,bob,cat,dan,eve : commitment I will send the forms",
	"commitment me tom open: opened\n"},
    /* What must not open. */
    {"what a crowd is asked or promised without a day is not mine",
	"a 1 tom>me,ann,bob,cat,dan,eve : question Are there any questions?;"
	" commitment =5 I will send the minutes",
	""},
    {"a weak act opens nothing",
	"a 1 tom>me : request~30 Please feel free to call", ""},
    {"a request to somebody else opens nothing",
	"a 1 tom>me,ann : request/Ann Ann, please send the draft", ""},
    {"a copy for information opens nothing",
	"a 1 tom>ann/me : request Please send the draft;"
	" commitment I will send the plan",
	""},
    {"list mail that does not address me opens nothing",
	"a 1 tom>list list : question Who has the draft?", ""},
    {"a third person's promise opens nothing",
	"a 1 tom>me : commitment/Ann Ann will send the draft", ""},
    {"a letter that claims to be mine promises nothing",
	"a 1 me>tom in : commitment I will pay you a million", ""},
    {"a machine's letter opens nothing",
	"a 1 tom>me auto : commitment I will answer your mail", ""},
    {"a note to myself asks nobody", "a 1 me>me : request Please buy milk", ""},
    {"what delivers asks nothing, however it sounds",
	"a 1 tom>me : fulfilment Here are the numbers; +question~80", ""},
    {"thanks open nothing", "a 1 tom>me : thanks Thanks, got it", ""},
};

/* The same said again. */
static const struct tale repeats[] = {
    {"a repeated promise is not a second one",
	"a 1 me>tom : commitment =5 I will send the draft by Friday\n"
	"b 2 me>tom re : commitment =5 I will send you the draft by Friday",
	"commitment me tom =5 open: opened repeated\n"},
    {"a repeated promise with a new date moves it",
	"a 1 me>tom : commitment =5 I will send the draft by Friday\n"
	"b 4 me>tom re : commitment =9 I will send the draft by Tuesday",
	"commitment me tom =9 open: opened repeated revised=9\n"},
    {"what presses for the ask above is no second one",
	"a 1 tom>me : question Is the draft done?; request Please let me know;"
	" +echo",
	"question me tom open: opened\n"},
    {"what leads up to an ask is none yet",
	"a 1 tom>me : request I have to ask you a favour; +echo;"
	" request Please send the draft of the report",
	"request me tom open: opened\n"},
    {"what presses for an ask says by when",
	"a 1 tom>me : question Is the draft done?; request =5 Please let me"
	" know by Friday; +echo",
	"question me tom =5 open: opened\n"},
    {"what presses for an ask is of the last one before it",
	"a 1 tom>me : question Is the draft done?; question Who prints it?;"
	" request =5 Please let me know by Friday; +echo",
	"question me tom open: opened\nquestion me tom =5 open: opened\n"},
    {"by when to answer goes before the later day that is asked about",
	"a 1 tom>me : question =9 Is the draft good for Tuesday?;"
	" request =5 Please let me know by Friday; +echo",
	"question me tom =5 open: opened\n"},
    {"what presses later than the day that is asked about is no limit",
	"a 1 tom>me : question =5 Is the draft good for Friday?;"
	" request =9 Please let me know by Tuesday; +echo",
	"question me tom =5 open: opened\n"},
    {"when to answer about a talk is not when to talk",
	"a 1 tom>me : meeting Shall we have lunch one day?; request =5 Please"
	" let me know by Friday; +echo",
	"meeting me tom open: opened\nrequest me tom =5 open: opened\n"},
    {"what presses for nothing asks by itself",
	"a 1 tom>me : request Please let me know; +echo",
	"request me tom open: opened\n"},
    {"what presses beside a weak act asks by itself",
	"a 1 tom>me : question~30 Who would know?; request Please let me know;"
	" +echo",
	"request me tom open: opened\n"},
    {"two that press are two asks",
	"a 1 tom>me : request Please advise; +echo; request Please let me"
	" know; +echo",
	"request me tom open: opened\nrequest me tom open: opened\n"},
    {"what presses me is not for what another is asked",
	"a 1 tom>me,ann : question/Ann Ann, is the draft done?; request/Mia"
	" Mia, please let me know; +echo",
	"request me tom open: opened\n"},
    {"what presses far below is an ask of its own",
	"a 1 tom>me : question Is the draft done?; thanks Thanks; thanks Well;"
	" thanks Good; request Please let me know; +echo",
	"question me tom open: opened\nrequest me tom open: opened\n"},
    {"what is thought of the ask is part of it",
	"a 1 tom>me : question Is the draft done?; request Tell me what you"
	" think; +view",
	"question me tom open: opened\n"},
    {"what is thought of it by a day is due on that",
	"a 1 tom>me : question Is the draft done?; request =5 Tell me by"
	" Friday what you think; +view",
	"question me tom =5 open: opened\n"},
    {"what is thought leads up to a question",
	"a 1 tom>me : question What do you think?; +view;"
	" question Shall I print the draft?",
	"question me tom open: opened\n"},
    {"what is thought comes before no request",
	"a 1 tom>me : question What do you think?; +view;"
	" request Please print the draft",
	"question me tom open: opened\nrequest me tom open: opened\n"},
    {"what is thought of a delivery is an ask of its own",
	"a 1 tom>me : request Please send the invoice; fulfilment Here is the"
	" draft; request Tell me what you think; +view",
	"request me tom open: opened\nrequest me tom open: opened\n"},
    {"what is thought of a meeting that is told is one too",
	"a 1 tom>me : meeting =9 The talk is on the ninth; question What do"
	" you think?; +view",
	"meeting me tom =9 open: opened\nquestion me tom open: opened\n"},
    {"who comes is asked with the meeting",
	"a 1 tom>me : meeting =9 Lunch is on the ninth; thanks Thanks;"
	" request Tell me if you come; +rsvp",
	"meeting me tom =9 open: opened\n"},
    {"who comes is to be said by its own day",
	"a 1 tom>me : meeting =9 Lunch is on the ninth; request =5 Tell me by"
	" Friday if you come; +rsvp",
	"meeting me tom =9 open: opened\nrequest me tom =5 open: opened\n"},
    {"who comes to nothing is an ask of its own",
	"a 1 tom>me : request Please send the invoice; request Tell me if you"
	" come; +rsvp",
	"request me tom open: opened\nrequest me tom open: opened\n"},
    {"asking again is the same ask",
	"a 1 me>tom : request Please send the draft of the report\n"
	"b 8 me>tom re : request Please send the draft of the report",
	"request them tom open: opened repeated\n"},
    {"a promise that I dropped does not come back",
	"a 1 me>tom : commitment I will send the draft soon\n"
	"! 2 dropped a.0\n"
	"b 3 me>tom re : commitment =9 I will send the draft soon",
	"commitment me tom dropped: opened dropped repeated\n"},
    {"what was delivered can be asked for anew",
	"a 1 tom>me : request Please send the weekly numbers\n"
	"b 2 me>tom re : fulfilment Here are the numbers\n"
	"c 8 tom>me re : request Please send the weekly numbers",
	"request me tom done: opened fulfilled\n"
	"request me tom open: opened\n"},
    {"the other side's same words are another item",
	"a 1 tom>me : commitment I will send the draft soon\n"
	"b 2 me>tom re : commitment I will send the draft soon",
	"commitment them tom open: opened\n"
	"commitment me tom open: opened\n"},
    {"a meeting named twice is one",
	"a 1 tom>me : meeting =4 Lunch at the Grand would be perfect;"
	" meeting =4 See you on Thursday",
	"meeting me tom =4 open: opened\n"},
    {"who was asked and names it too has said yes",
	"a 1 me>tom : meeting =4 What about Thursday?\n"
	"b 2 tom>me re=a : meeting =4 See you on Thursday",
	"meeting them tom =4 open: opened accepted\n"},
    {"what else a letter says of a meeting is about that one",
	"a 1 tom>me : meeting Let us have lunch one day; meeting =4 Is"
	" Thursday good?; meeting I look forward to seeing you",
	"meeting me tom =4 open: opened\n"},
    {"a day for the talk that was proposed is its day",
	"a 1 me>tom : meeting Let us have lunch one day\n"
	"b 2 tom>me re=a : meeting =4 Thursday works for me",
	"meeting them tom =4 open: opened accepted revised=4\n"},
    {"to look forward to a talk that is set is no second one",
	"a 1 tom>me : meeting =4 Lunch on Thursday?\n"
	"b 2 tom>me re : meeting I look forward to seeing you",
	"meeting me tom =4 open: opened repeated\n"},
    {"the same weekday of a later week is not moved ahead",
	"a 1 me>tom : meeting =15 Lunch on Thursday in two weeks?\n"
	"b 2 tom>me re=a : meeting =8w Thursday it is",
	"meeting them tom =15 open: opened accepted\n"},
    {"dates a week apart are two",
	"a 1 me>tom : meeting =15 Lunch on the 15th?\n"
	"b 2 tom>me re=a : meeting =8 I am in town on the eighth",
	"meeting them tom =15 open: opened\n"
	"meeting me tom =8 open: opened\n"},
    {"after the day a talk is another one",
	"a 1 tom>me : meeting =4 Lunch on Thursday?\n"
	"b 9 tom>me re : meeting Let us have lunch again",
	"meeting me tom =4 open: opened\nmeeting me tom open: opened\n"},
    {"the date of what was asked is no debt of its own",
	"a 1 tom>me : request =5 Please send the draft;"
	" deadline =5 Due: Friday",
	"request me tom =5 open: opened\n"},
    {"another date is",
	"a 1 tom>me : request =5 Please send the draft;"
	" deadline =9 The forms are due on the ninth",
	"request me tom =5 open: opened\ndeadline me tom =9 open: opened\n"},
    {"meetings on two days are two",
	"a 1 tom>me : meeting =4 Lunch on Thursday?;"
	" meeting =5 See you on Friday at the fair",
	"meeting me tom =4 open: opened\nmeeting me tom =5 open: opened\n"},
    {"with two people at one time are two",
	"a 1 tom>me,ann : meeting =4 Lunch on Thursday?\n"
	"b 2 ann>me,tom re : meeting =4 See you on Thursday",
	"meeting me tom =4 open: opened\nmeeting me ann =4 open: opened\n"},
    {"different things by one person are two",
	"a 1 tom>me : commitment I will send the draft soon\n"
	"b 2 tom>me re : commitment I will book the hotel in Lisbon",
	"commitment them tom open: opened\n"
	"commitment them tom open: opened\n"},
    {"asked in person and promised alike are told apart",
	"a 1 tom>me : request Please send the draft on Friday\n"
	"b 1.10 ann>me re : request Please send the draft on Friday",
	"request me tom open: opened\nrequest me ann open: opened\n"},
};

static void sentences_open_items(void **state)
{
	(void)state;
	TELL(openings);
}

static void repetitions_are_not_second_items(void **state)
{
	(void)state;
	TELL(repeats);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(sentences_open_items),
	    cmocka_unit_test(repetitions_are_not_second_items),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
