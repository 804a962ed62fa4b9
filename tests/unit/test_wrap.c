/* SPDX-License-Identifier: ISC */
/* Which lines are one sentence, and what their marks once were. */
#include "base/arena.h"
#include "model/letter.h"
#include "parted.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void a_line_goes_on_behind_such_words(void **state)
{
	static const struct parted table[] = {
	    {"I will send you the message about\nthe talk on\nCP soon.",
		"I will send you the message about the talk on|CP soon."},
	    {"I will send the message with the files on\n"
	     "CP in a week as a reminder of it.\n\n",
		"I will send the message with the files on CP in a week as a "
		"reminder of it."},
	    {"He has an offer of a job and may stay in\n"
	     "London, if he likes it there. It rains.\n",
		"He has an offer of a job and may stay in London, if he likes "
		"it there.|It rains."},
	    {"I can see the new house of yours when\n"
	     "I visit my aunt. It is on the way.",
		"I can see the new house of yours when I visit my aunt.|It is "
		"on the way."},
	    {"I can see the new house of yours in the town\nwhen\n"
	     "I visit my aunt. It is on the way.",
		"I can see the new house of yours in the town when I visit my "
		"aunt.|It is on the way."},
	    {"When\nI visit my aunt and all of hers",
		"When|I visit my aunt and all of hers"},
	    {"Tell me about the roof of the house if\n"
	     "Dora Lind has been there to see it",
		"Tell me about the roof of the house if|"
		"Dora Lind has been there to see it"},
	    {"You may choose the day, let me know when\nI hope so",
		"You may choose the day, let me know when|I hope so"},
	    {"I will send you the plan of the house\n"
	     "I hope that you will like all of it",
		"I will send you the plan of the house|"
		"I hope that you will like all of it"},
	    /* Short lines are as they were meant; so are other words. */
	    {"Please come in\nIda Long", "Please come in|Ida Long"},
	    {"Thanks for all the work that you put in\nIda Long",
		"Thanks for all the work that you put in|Ida Long"},
	    {"We have a new plan of the whole house\n"
	     "Ida will show it to all of you soon",
		"We have a new plan of the whole house|"
		"Ida will show it to all of you soon"},
	    {"The plan is made by the people of OF\n"
	     "Ida will show it to all of you soon",
		"The plan is made by the people of OF|"
		"Ida will show it to all of you soon"},
	};

	(void)state;
	PARTED_CHECK(table);
}

static void a_line_goes_on_with_its_day(void **state)
{
	static const struct parted table[] = {
	    {"I will be out\nMonday and Tuesday to paint.",
		"I will be out Monday and Tuesday to paint."},
	    {"We shall meet\nFriday in the hall.",
		"We shall meet Friday in the hall."},
	    /* A sentence, an entry, a heading, and what a mark ends. */
	    {"Call me about the boat\nMonday is fine.",
		"Call me about the boat|Monday is fine."},
	    {"Call me about the boat\nMonday works for me.",
		"Call me about the boat|Monday works for me."},
	    {"This is the plan\nMonday: paint",
		"This is the plan|Monday: paint"},
	    {"This is the plan\nMonday 10:00 paint",
		"This is the plan|Monday 10:00 paint"},
	    {"This is the plan\nMonday\nTuesday",
		"This is the plan|Monday|Tuesday"},
	    {"Office hours\nMonday to Friday", "Office hours|Monday to Friday"},
	    {"I will be out.\nMonday and Tuesday I paint.",
		"I will be out.|Monday and Tuesday I paint."},
	    {"Here are the DAYS\nMonday and Tuesday",
		"Here are the DAYS|Monday and Tuesday"},
	};

	(void)state;
	PARTED_CHECK(table);
}

static void rows_of_a_table_are_not_glued(void **state)
{
	static const struct parted table[] = {
	    {"Roof  Tiles - please count all of those that we have left\n"
	     "2026 Walls  Bricks for the eastern wall of the whole house\n"
	     "Door  Wood",
		"Roof Tiles - please count all of those that we have left|"
		"2026 Walls Bricks for the eastern wall of the whole house|"
		"Door Wood"},
	    /* Blanks behind a full stop, and within one line alone. */
	    {"The roof is done.  Please count all of the tiles for the\n"
	     "Lindemanns and the walls.  Then we shall see what is left.",
		"The roof is done.|Please count all of the tiles for the "
		"Lindemanns and the walls.|Then we shall see what is left."},
	    {"The  roof is done and you may count the tiles for all\n"
	     "Lindemanns and the walls. Then we shall see what is left.",
		"The roof is done and you may count the tiles for all "
		"Lindemanns and the walls.|Then we shall see what is left."},
	    {"The  roof is done and you may count the tiles for all\n"
	     "the people  and the walls. Then we shall see what is left.",
		"The roof is done and you may count the tiles for all the "
		"people and the walls.|Then we shall see what is left."},
	};

	(void)state;
	PARTED_CHECK(table);
}

static void a_dash_may_have_become_a_question_mark(void **state)
{
	static const struct parted table[] = {
	    {"You come to the fair ? BOATS ? which is in May. Good.",
		"You come to the fair ? BOATS ? which is in May.|Good."},
	    {"The fair ? it is in May ? has no boats.",
		"The fair ? it is in May ? has no boats."},
	    /* They ask. */
	    {"Are you free ? We are. Will you come ? if so, call.",
		"Are you free ?|We are.|Will you come ?|if so, call."},
	    {"Are you free ? if so, call.", "Are you free ?|if so, call."},
	    {"Are you free ? Is Ann ? We are.",
		"Are you free ?|Is Ann ?|We are."},
	    {"Is it Ann? or Ben ? or who ? It rains.",
		"Is it Ann?|or Ben ?|or who ?|It rains."},
	    {"Are you free ?", "Are you free ?"},
	};

	(void)state;
	PARTED_CHECK(table);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_line_goes_on_behind_such_words),
	    cmocka_unit_test(a_line_goes_on_with_its_day),
	    cmocka_unit_test(rows_of_a_table_are_not_glued),
	    cmocka_unit_test(a_dash_may_have_become_a_question_mark),
	};

	return cmocka_run_group_tests_name("wrap", tests, NULL, NULL);
}
