/* SPDX-License-Identifier: ISC */
/* Which letters close an item, and which do not. */
#include "tale.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const struct tale closings[] = {
    {"a reply with content answers",
	"a 1 me>tom : question Which hotel is it?\n"
	"b 2 tom>me re=a",
	"question them tom done: opened answered\n"},
    {"one word can be the answer",
	"a 1 me>tom : question Is the hotel booked?\n"
	"b 2 tom>me re=a words=1",
	"question them tom done: opened answered\n"},
    {"here it is fulfils a promise",
	"a 1 me>tom : commitment =5 I will send the draft by Friday\n"
	"b 4 me>tom re=a : fulfilment Here it is",
	"commitment me tom =5 done: opened fulfilled\n"},
    {"delivering by name fulfils the right one of two",
	"a 1 me>tom : commitment I will send the draft;"
	" commitment I will book the hotel\n"
	"b 4 me>tom re=a : fulfilment Attached is the draft as promised",
	"commitment me tom done: opened fulfilled\n"
	"commitment me tom open: opened\n"},
    {"an attachment of that name fulfils",
	"a 1 tom>me : commitment I will send the budget report\n"
	"b 4 tom>me re=a att=Budget-Report-v2.pdf",
	"commitment them tom done: opened fulfilled\n"},
    {"the creditor's word that it came closes it",
	"a 1 me>tom : commitment I will send the contract\n"
	"b 4 tom>me re=a : fulfilment/recipient Thank you for sending the"
	" contract so quickly",
	"commitment me tom done: opened fulfilled\n"},
    {"never mind lets go",
	"a 1 tom>me : request Please send the draft\n"
	"b 2 tom>me re=a : cancel Never mind, I found it",
	"request me tom dropped: opened cancelled\n"},
    {"the owner can decline",
	"a 1 me>tom : request Please come to the fair\n"
	"b 2 tom>me re=a : decline I cannot make it",
	"request them tom dropped: opened declined\n"},
    {"a yes keeps a request open",
	"a 1 tom>me : request =9 Please send the draft\n"
	"b 2 me>tom re=a : accept Will do",
	"request me tom =9 open: opened accepted\n"},
    {"a bare promise is a yes to all that was asked, and its date counts",
	"a 1 tom>me : request =5 Please send the draft;"
	" request Please book the room\n"
	"b 2 me>tom re=a : commitment =9 Will do Tuesday",
	"request me tom =9 open: opened accepted revised=9\n"
	"request me tom =9 open: opened accepted revised=9\n"},
    {"a yes to the meeting answers whether it suits",
	"a 1 tom>me : meeting =9 Let us meet on Tuesday;"
	" question Does that suit you?\n"
	"b 2 me>tom re=a : accept Works for me;"
	" commitment I will bring the plan",
	"meeting me tom =9 open: opened accepted\n"
	"question me tom done: opened answered\n"
	"commitment me tom open: opened\n"},
    {"a reply whose clock is slow comes after its letter",
	"a 2 tom>me : question Which hotel is it?\n"
	"b 1 me>tom re=a\nc 1 tom>me re=b : question In which city?",
	"question me tom done: opened answered\n"
	"question me tom open: opened\n"},
    {"a yes and a promise about one thing are one",
	"a 1 tom>me : request =5 Could you send me the draft?\n"
	"b 2 me>tom re=a : accept Sure;"
	" commitment =4 I will send the draft on Thursday",
	"request me tom =5 done: opened accepted answered\n"
	"commitment me tom =4 open: opened\n"},
    {"a promise takes the place of the question, date and all",
	"a 1 tom>me : request =9 Please send the draft\n"
	"b 2 me>tom re=a : commitment I will send you the draft",
	"request me tom =9 done: opened answered\n"
	"commitment me tom =9 open: opened\n"},
    {"a talk that took place closes the meeting",
	"a 1 me>tom : meeting =3 Can we talk on Wednesday?\n"
	"b 4 tom>me re=a : talked Good talking to you yesterday",
	"meeting them tom =3 done: opened fulfilled\n"},
    {"either side calls a meeting off",
	"a 1 me>tom : meeting =9 Can we talk on Tuesday?\n"
	"b 4 me>tom re=a : cancel I have to cancel on Tuesday",
	"meeting them tom =9 dropped: opened cancelled\n"},
    {"one of several who were asked answers",
	"a 1 me>tom,ann : question Is the room free?\n"
	"b 2 ann>me re=a",
	"question them tom done: opened answered\n"},
    {"one who was asked along with me answers for both",
	"a 1 tom>me,ann : question Which hotel is it?\n"
	"b 2 ann>tom,me re=a",
	"question me tom done: opened answered\n"},
    {"or delivers for both",
	"a 1 tom>me,ann : request Please send the draft\n"
	"b 2 ann>tom/me re=a : fulfilment Here is the draft",
	"request me tom done: opened fulfilled\n"},
    {"a promise and more may answer the question",
	"a 1 tom>me : question Which hotel is it?\n"
	"b 2 me>tom re=a words=30 : commitment I will send you the plan",
	"question me tom open: opened presumed-done\n"
	"commitment me tom open: opened\n"},
    /* What must not close. */
    {"what each is to do nobody else's reply settles",
	"a 1 tom>me,ann : request Please check your hours\n"
	"b 2 ann>tom,me re=a",
	"request me tom open: opened\n"},
    {"who was asked along with me cannot decline or let go for me",
	"a 1 tom>me,ann : request Please come to the fair\n"
	"b 2 ann>tom,me re=a : decline I cannot come\n"
	"c 3 ann>tom,me re=a : cancel Never mind the fair",
	"request me tom open: opened\n"},
    {"nor answer me alone",
	"a 1 tom>me,ann : question Which hotel is it?\n"
	"b 2 ann>me re=a",
	"question me tom open: opened\n"},
    {"nor answer what I was asked by name",
	"a 1 tom>me,ann : question/Mia Mia, which hotel is it?\n"
	"b 2 ann>tom,me re=a",
	"question me tom open: opened\n"},
    {"a promise and polite words leave what else is to be done",
	"a 1 tom>me : request Please send your biography;"
	" request Please sign the contract\n"
	"b 2 me>tom re=a words=30 : commitment I will sign the contract soon",
	"request me tom open: opened\n"
	"request me tom done: opened answered\n"
	"commitment me tom open: opened\n"},
    {"thanks answer nothing",
	"a 1 tom>me : request Please send the draft\n"
	"b 2 me>tom re=a thanks : thanks Thanks for asking",
	"request me tom open: opened\n"},
    {"the other side's thanks close no promise",
	"a 1 me>tom : commitment I will send the draft\n"
	"b 2 tom>me re=a thanks : thanks Thanks, OK",
	"commitment me tom open: opened\n"},
    {"a question back is no answer",
	"a 1 me>tom : question Which hotel is it?\n"
	"b 2 tom>me re=a : question In which city do you mean?",
	"question them tom open: opened\n"
	"question me tom open: opened\n"},
    {"a machine's reply is no answer",
	"a 1 me>tom : question Which hotel is it?\n"
	"b 2 tom>me re=a auto",
	"question them tom open: opened\n"},
    {"my own copy is no answer",
	"a 1 tom>me : question Which hotel is it?\n"
	"b 2 me>tom re=a in",
	"question me tom open: opened\n"},
    {"I cannot answer my own question",
	"a 1 me>tom,me : question Which hotel is it?\n"
	"b 2 me>tom,me re=a",
	"question them tom open: opened\n"},
    {"an outsider closes nothing",
	"a 1 me>tom/ann : commitment I will send the draft;"
	" question Which hotel is it?\n"
	"b 2 ann>me/tom re=a : fulfilment Here is the draft;"
	" cancel Never mind",
	"commitment me tom open: opened\n"
	"question them tom open: opened\n"},
    {"delivering to somebody else fulfils nothing",
	"a 1 me>tom : commitment I will send the draft\n"
	"b 2 me>ann : fulfilment Here is the draft",
	"commitment me tom open: opened\n"},
    {"a reply on another branch answers nothing",
	"r 1 me>tom,ann : commitment I will book the room\n"
	"a 2 tom>me re=r : question Which hotel is it?\n"
	"b 2.10 ann>me,tom re=r\n"
	"c 3 me>ann,tom re=r,b",
	"commitment me tom open: opened\n"
	"question me tom open: opened\n"},
    {"a fresh letter in the thread answers nothing",
	"a 1 me>tom : question Which hotel is it?\n"
	"b 2 tom>me",
	"question them tom open: opened\n"},
    {"something else delivered at length fulfils nothing",
	"a 1 me>tom : commitment I will book the room\n"
	"b 2 me>tom re=a : fulfilment I have sent the slides of last"
	" year to all the speakers",
	"commitment me tom open: opened\n"},
    {"a weak word of fulfilment closes nothing",
	"a 1 me>tom : commitment I will send the draft\n"
	"b 2 me>tom re=a : fulfilment~40 Here is the draft",
	"commitment me tom open: opened\n"},
    {"an attachment of another name fulfils nothing",
	"a 1 tom>me : commitment I will send the budget report\n"
	"b 4 tom>me re=a att=holiday.jpg",
	"commitment them tom open: opened\n"},
    {"an answer from before the question answers nothing",
	"a 3 me>tom : question Which hotel is it?\n"
	"b 2 tom>me re",
	"question them tom open: opened\n"},
    {"letters that refer to each other in a circle harm nothing",
	"a 1 tom>me re=b : question Which hotel is it?\n"
	"b 1 tom>me re=a : question In which city is it?",
	"question me tom open: opened\nquestion me tom open: opened\n"},
    {"the day that suits for a meeting moves no request",
	"a 1 tom>me : request =5 Please send the draft;"
	" meeting When shall we meet?\n"
	"b 2 me>tom re=a : accept =6 Saturday suits me",
	"request me tom =5 open: opened\n"
	"meeting me tom =6 open: opened accepted revised=6\n"},
    {"never mind with two in doubt lets go of neither",
	"a 1 tom>me : request Please send the draft;"
	" request Please book the room\n"
	"b 2 tom>me re=a : cancel Never mind",
	"request me tom open: opened\nrequest me tom open: opened\n"},
    {"a talk before the meeting's time closes it not",
	"a 1 me>tom : meeting =9 Can we talk on Tuesday?\n"
	"b 4 tom>me re=a : talked Good talking to you yesterday",
	"meeting them tom =9 open: opened\n"},
    {"long words of no known thing fulfil nothing for sure",
	"a 1 me>tom : commitment I will book the room\n"
	"b 2 me>tom re=a att=plan.pdf : fulfilment Attached is the plan of"
	" the whole building with all its doors",
	"commitment me tom open: opened presumed-done\n"},
    {"what others hand on stays",
	"a 1 me>tom/ann,bob : request Please send the draft\n"
	"b 2 bob>me,tom,ann re=a : delegate/ann Ann will take this over",
	"request them tom open: opened\n"},
    {"who takes over owes it",
	"a 1 me>tom/ann : request Please send the draft\n"
	"b 2 tom>me,ann re=a : delegate/ann Ann will take this over",
	"request them ann open: opened delegated\n"},
    {"a yes gives the word that was asked for",
	"a 1 tom>me : request Please confirm the date; +word\n"
	"b 2 me>tom re=a words=1 : accept Yes",
	"request me tom done: opened answered\n"},
    {"a promise alone leaves other questions open",
	"a 1 tom>me : question Which hotel is it?;"
	" request Please send the draft\n"
	"b 2 me>tom re=a : commitment I will send you the draft",
	"question me tom open: opened\n"
	"request me tom done: opened answered\n"
	"commitment me tom open: opened\n"},
};

static void the_right_letter_closes(void **state)
{
	(void)state;
	TELL(closings);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_right_letter_closes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
