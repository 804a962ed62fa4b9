/* SPDX-License-Identifier: ISC */
/* What was forgotten is in no byte of the file, and does not come back. */
#include "base/arena.h"
#include "ledger/advice.h"
#include "ledger/upkeep.h"
#include "scene.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* Text that stands for what must not be found after it was forgotten. */
#define SECRET "xylophone"

static void forgetting_a_person_leaves_no_trace(void **state)
{
	struct scene s = scene_tell(state,
	    "a 1 tom>me : request Please hide the " SECRET "\n"
	    "b 2 me>tom re=a : commitment I will hide the " SECRET "\n"
	    "c 3 ann>me : commitment I will send the budget\n"
	    "d 4 me>tom,ann re=c : commitment I will look at the budget");
	struct stamp now = story_time("5");
	struct person tom = {0};

	assert_true(place_has_text(s.place, SECRET));
	(void)ledger_who(s.ledger, s.arena, "tom", now, s.diag, &tom);
	assert_int_equal(
	    ledger_forget(s.ledger, tom.id, 0, 0, s.diag), STATUS_OK);
	assert_false(place_has_text(s.place, SECRET));
	assert_false(place_has_text(s.place, tom.mailbox.addr));
	/* Others are not forgotten, and import brings nothing back. */
	for (size_t i = 0; i < s.story.n_notes; i++)
		scene_hear(&s, i);
	assert_false(place_has_text(s.place, SECRET));
	assert_false(place_has_text(s.place, tom.mailbox.addr));
	assert_string_equal(
	    place_sql(s.place, "SELECT message_id FROM message ORDER BY 1;"
			       "PRAGMA foreign_key_check"),
	    "c\nd\n");
	assert_int_equal(ledger_check(s.ledger, s.diag), STATUS_OK);
	scene_end(&s);
}

static void forgetting_an_item_erases_its_sentence(void **state)
{
	struct scene s = scene_tell(state,
	    "a 1 tom>me : request Please hide the " SECRET
	    "; request Please send the budget\n"
	    "b 2 me>tom re=a : fulfilment Here is the budget");

	assert_int_equal(ledger_forget(s.ledger, 0, 1, 0, s.diag), STATUS_OK);
	assert_false(place_has_text(s.place, SECRET));
	scene_hear(&s, 0);
	assert_false(place_has_text(s.place, SECRET));
	assert_string_equal(
	    place_sql(s.place, "SELECT what FROM item WHERE hidden=0"),
	    "Please send the budget\n");
	scene_end(&s);
}

static void forgetting_a_thread_spares_the_others(void **state)
{
	struct scene s = scene_tell(state,
	    "a 1 tom>me : request Please hide the " SECRET "\n"
	    "c 3 ann>me : commitment I will send the budget");

	assert_int_equal(ledger_forget(s.ledger, 0, 0, 1, s.diag), STATUS_OK);
	assert_false(place_has_text(s.place, SECRET));
	assert_false(place_has_text(s.place, "tom@"));
	assert_true(place_has_text(s.place, "ann@"));
	scene_end(&s);
}

static void erasing_leaves_the_schema_as_it_was(void **state)
{
	struct scene s = scene_tell(state,
	    "a 1 tom>me : request Please hide the " SECRET "\n"
	    "c 2 ann>me : commitment I will send the budget");
	static const char schema[] =
	    "SELECT type, name, sql FROM sqlite_schema ORDER BY name";
	const char *before = place_sql(s.place, schema);
	size_t n = 0;

	assert_int_equal(ledger_forget(s.ledger, 0, 1, 0, s.diag), STATUS_OK);
	assert_int_equal(ledger_forget(s.ledger, 0, 0, 1, s.diag), STATUS_OK);
	assert_int_equal(
	    ledger_expire(s.ledger, story_time("5"), s.diag, &n), STATUS_OK);
	assert_string_equal(place_sql(s.place, schema), before);
	scene_end(&s);
}

static void age_erases_what_is_settled(void **state)
{
	struct scene s =
	    scene_tell(state, "a 1 tom>me : thanks Thanks for the " SECRET "\n"
			      "b 1 ann>me : commitment I will send the budget\n"
			      "c 9 ben>me : thanks Thanks for the room");
	size_t n = 0;

	assert_int_equal(
	    ledger_expire(s.ledger, story_time("5"), s.diag, &n), STATUS_OK);
	assert_int_equal(n, 1);
	assert_false(place_has_text(s.place, SECRET));
	assert_string_equal(
	    place_sql(s.place, "SELECT message_id FROM message ORDER BY 1"),
	    "b\nc\n");
	scene_end(&s);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, place_make, place_remove)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(forgetting_a_person_leaves_no_trace),
	    TEST(forgetting_an_item_erases_its_sentence),
	    TEST(forgetting_a_thread_spares_the_others),
	    TEST(erasing_leaves_the_schema_as_it_was),
	    TEST(age_erases_what_is_settled),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
