/* SPDX-License-Identifier: ISC */
/* Dates that move, and the user's word. */
#include "base/arena.h"
#include "engine/settle.h"
#include "story.h"
#include "tale.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const struct tale dates[] = {
    {"the owner moves the date and the first is kept",
	"a 1 me>tom : commitment =5 I will send the draft by Friday\n"
	"b 4 me>tom re=a : revise =10 I need until Wednesday",
	"commitment me tom =10 open: opened revised=10\n"},
    {"a new date is no answer and no second item",
	"a 1 me>tom : request =5 Please send the draft by Friday\n"
	"b 4 tom>me re=a : revise =10 I need until Wednesday;"
	" +commitment =10",
	"request them tom =10 open: opened revised=10\n"},
    {"who asked can ask for it earlier",
	"a 1 tom>me : request =9 Please send the draft\n"
	"b 2 tom>me re=a : revise =4 I need the draft on Thursday already",
	"request me tom =4 open: opened revised=4\n"},
    {"either side puts a meeting off",
	"a 1 tom>me : meeting =3 Let us meet on Wednesday\n"
	"b 2 tom>me re=a : revise =4 Can we make it Thursday?; +meeting =4",
	"meeting me tom =4 open: opened revised=4\n"},
    {"their absence moves what they owe",
	"a 1 me>tom : request =3 Please send the draft by Wednesday\n"
	"b 1.10 tom>me re=a auto : absence =15 I am away until the 15th",
	"request them tom =15 open: opened revised=15\n"},
    {"their absence moves nothing that is due later",
	"a 1 me>tom : request =20 Please send the draft by the 20th\n"
	"b 1.10 tom>me re=a auto : absence =15 I am away until the 15th",
	"request them tom =20 open: opened\n"},
    {"their absence moves nothing of mine",
	"a 1 me>tom : commitment =3 I will send the draft by Wednesday\n"
	"b 1.10 tom>me re=a auto : absence =15 I am away until the 15th",
	"commitment me tom =3 open: opened\n"},
    {"an outsider moves nothing",
	"a 1 me>tom/ann : commitment =3 I will send the draft by Wednesday\n"
	"b 2 ann>me/tom re=a : revise =9 The draft can wait until Tuesday",
	"commitment me tom =3 open: opened\n"},
    {"running late without a date moves nothing",
	"a 1 me>tom : commitment =5 I will send the draft by Friday\n"
	"b 4 me>tom re=a : revise I am running late with the draft",
	"commitment me tom =5 open: opened\n"},
};

static const struct tale orders[] = {
    {"done by hand", "a 1 me>tom : commitment I will send it\n! 2 done a.0",
	"commitment me tom done: opened done\n"},
    {"wrong by hand", "a 1 me>tom : commitment I will send it\n! 2 wrong a.0",
	"commitment me tom dropped: opened wrong\n"},
    {"a date by hand keeps the first",
	"a 1 me>tom : commitment =5 I will send it\n! 2 due-set a.0 =9",
	"commitment me tom =9 open: opened due-set=9\n"},
    {"snoozed by hand",
	"a 1 me>tom : commitment I will send it\n! 2 snoozed a.0 =9",
	"commitment me tom snoozed: opened snoozed\n"},
    {"what I reopened a later letter can close",
	"a 1 tom>me : question Which hotel is it?\n"
	"b 2 me>tom re=a\n! 3 reopened a.0\nc 4 me>tom re=a",
	"question me tom done: opened answered reopened answered\n"},
    {"what I reopened an earlier letter leaves open",
	"a 1 tom>me : question Which hotel is it?\n"
	"b 2 me>tom re=a\n! 3 reopened a.0",
	"question me tom open: opened answered reopened\n"},
    {"an order finds an item by its repetition",
	"a 1 me>tom : commitment I will send the draft soon\n"
	"b 2 me>tom re : commitment I will send the draft soon\n"
	"! 3 done b.0",
	"commitment me tom done: opened repeated done\n"},
    {"an order waits for a letter that is dated later",
	"a 5 me>tom : commitment I will send the draft\n! 2 done a.0",
	"commitment me tom done: opened done\n"},
    {"what I called done no letter alters",
	"a 1 tom>me : question Which hotel is it?\n! 2 done a.0\n"
	"b 3 me>tom re=a",
	"question me tom done: opened done\n"},
    {"an order for nothing that is known does nothing",
	"a 1 me>tom : commitment I will send the draft\n! 2 done x.0",
	"commitment me tom open: opened\n"},
};

static void dates_move(void **state)
{
	(void)state;
	TELL(dates);
}

static void the_user_has_the_last_word(void **state)
{
	(void)state;
	TELL(orders);
}

static void the_first_due_is_kept(void **state)
{
	struct arena *a = arena_new();
	struct story s = story_read(a,
	    "a 1 me>tom : commitment =5 I will send the draft by Friday\n"
	    "b 4 me>tom re=a : revise =10 I need until Wednesday\n"
	    "! 5 due-set a.0 =12");
	struct life *lives;

	(void)state;
	assert_int_equal(settle(a, s.notes, s.n_notes, s.orders, s.n_orders,
			     NULL, &s.config, &lives),
	    1);
	assert_int_equal(civil_from_stamp(lives->item.first_due.at).day, 5);
	assert_int_equal(civil_from_stamp(lives->item.due.at).day, 12);
	arena_free(a);
}

static void asking_again_counts_as_a_nudge(void **state)
{
	struct arena *a = arena_new();
	struct story s = story_read(a,
	    "a 1 me>tom : request Please send the draft of the report\n"
	    "! 3.9 nudged a.0\n"
	    "b 3.10 me>tom re : request Please send the draft of the report\n"
	    "c 8 me>tom re : request Please send the draft of the report");
	struct life *lives;

	(void)state;
	settle(a, s.notes, s.n_notes, s.orders, s.n_orders, NULL, &s.config,
	    &lives);
	assert_int_equal(lives->item.n_nudges, 2);
	assert_int_equal(civil_from_stamp(lives->item.nudged).day, 8);
	arena_free(a);
}

static void undone_orders_and_nothing_at_all_do_nothing(void **state)
{
	struct arena *a = arena_new();
	struct story s = story_read(
	    a, "a 1 me>tom : commitment I will send the draft\n! 2 done a.0");
	struct life *lives;

	(void)state;
	s.orders[0].event.is_undone = true;
	settle(a, s.notes, s.n_notes, s.orders, s.n_orders, NULL, &s.config,
	    &lives);
	assert_int_equal(lives->item.state, ITEM_OPEN);
	assert_int_equal(
	    settle(a, NULL, 0, NULL, 0, NULL, &s.config, &lives), 0);
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(dates_move),
	    cmocka_unit_test(the_user_has_the_last_word),
	    cmocka_unit_test(the_first_due_is_kept),
	    cmocka_unit_test(asking_again_counts_as_a_nudge),
	    cmocka_unit_test(undone_orders_and_nothing_at_all_do_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
