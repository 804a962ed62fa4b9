/* SPDX-License-Identifier: ISC */
/* From an empty file to the newest schema, and never back. */
#include "base/arena.h"
#include "base/diag.h"
#include "place.h"
#include "store/sql.h"
#include "store/store.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static enum status open_and_close(
    const struct place *p, enum store_mode mode, const char **complaint_r)
{
	struct diag *d = diag_new();
	struct store *s = NULL;
	enum status status = store_open(p->db, mode, d, &s);

	*complaint_r =
	    arena_strdup(p->arena, diag_count(d) ? diag_text(d, 0) : "");
	store_close(s);
	diag_free(d);
	return status;
}

static void a_new_store_has_the_newest_version(void **state)
{
	struct place *p = *state;
	const char *text;

	assert_int_equal(open_and_close(p, STORE_CREATE, &text), STATUS_OK);
	assert_string_equal(place_sql(p, "PRAGMA user_version"),
	    arena_printf(p->arena, "%d\n", schema_version()));
	assert_string_equal(
	    place_sql(p, "PRAGMA application_id"), "1918988400\n");
}

static void opening_again_changes_nothing(void **state)
{
	struct place *p = *state;
	const char *text, *schema;

	(void)open_and_close(p, STORE_CREATE, &text);
	schema = place_sql(p, "SELECT * FROM sqlite_schema");
	assert_int_equal(open_and_close(p, STORE_CREATE, &text), STATUS_OK);
	assert_int_equal(open_and_close(p, STORE_READ, &text), STATUS_OK);
	assert_string_equal(
	    place_sql(p, "SELECT * FROM sqlite_schema"), schema);
}

static void a_newer_store_is_refused_and_untouched(void **state)
{
	struct place *p = *state;
	const char *text, *before, *after;
	size_t len, len_after;

	(void)open_and_close(p, STORE_CREATE, &text);
	(void)place_sql(p, "PRAGMA user_version=1000");
	before = place_bytes(p, p->db, &len);
	assert_int_equal(open_and_close(p, STORE_CREATE, &text), STATUS_CONFIG);
	assert_non_null(strstr(text, "newer"));
	after = place_bytes(p, p->db, &len_after);
	assert_int_equal(len, len_after);
	assert_memory_equal(before, after, len);
}

static void a_migration_that_fails_leaves_all_as_it_was(void **state)
{
	struct place *p = *state;
	const char *text;

	/* As if version 1 had been made without saying so. */
	(void)place_sql(p, "PRAGMA application_id=0x72617070;"
			   "CREATE TABLE thread(mine)");
	assert_int_not_equal(open_and_close(p, STORE_WRITE, &text), STATUS_OK);
	assert_string_equal(place_sql(p, "SELECT name FROM sqlite_schema;"
					 "PRAGMA user_version"),
	    "thread\n0\n");
}

/* All but those that store/forget.c makes while it erases. */
static void what_mail_fills_has_indexes_to_delete_by(void **state)
{
	struct place *p = *state;
	const char *text;

	(void)open_and_close(p, STORE_CREATE, &text);
	assert_string_equal(
	    place_sql(p,
		"SELECT t.name, f.\"from\" FROM sqlite_schema t,"
		" pragma_foreign_key_list(t.name) f WHERE t.type='table'"
		" AND t.name IN ('address', 'message', 'participant',"
		"  'reference', 'act', 'item', 'event')"
		" AND NOT EXISTS(SELECT 1 FROM pragma_index_list(t.name) i,"
		"  pragma_index_info(i.name) c"
		"  WHERE c.seqno=0 AND c.name=f.\"from\") ORDER BY 1, 2"),
	    "act|message\nevent|message\nitem|who\nparticipant|address\n"
	    "reference|message\n");
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, place_make, place_remove)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(a_new_store_has_the_newest_version),
	    TEST(opening_again_changes_nothing),
	    TEST(a_newer_store_is_refused_and_untouched),
	    TEST(a_migration_that_fails_leaves_all_as_it_was),
	    TEST(what_mail_fills_has_indexes_to_delete_by),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
