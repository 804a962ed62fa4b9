/* SPDX-License-Identifier: ISC */
/* The spool: what it keeps, in which order it gives it back, what it never
 * gives up. Children that die are real ones. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/proc.h"
#include "ledger/spool.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

struct fixture {
	char dir[64];
	struct arena *arena;
	struct diag *diag;
	const char *spool;
	struct buf seen; /* what the taker was given */
	enum status answer;
};

static int set_up(void **state)
{
	struct fixture *f = calloc(1, sizeof(*f));

	(void)snprintf(f->dir, sizeof(f->dir), "/tmp/rapport-spool.XXXXXX");
	f->arena = arena_new();
	f->diag = diag_new();
	if (!mkdtemp(f->dir))
		return -1;
	f->spool = spool_dir(
	    f->arena, arena_printf(f->arena, "%s/deep/store.db", f->dir));
	*state = f;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *f = *state;
	char *command = arena_printf(f->arena, "rm -r '%s'", f->dir);
	int failed = system(command);

	buf_release(&f->seen);
	diag_free(f->diag);
	arena_free(f->arena);
	free(f);
	return failed;
}

static void add(struct fixture *f, const char *text, int64_t utc_s)
{
	assert_int_equal(
	    spool_add(f->spool, DIRECTION_OUT, (struct stamp){utc_s, -90}, text,
		strlen(text), f->diag),
	    STATUS_OK);
}

static enum status see(void *context, const char *bytes, size_t len_bytes,
    enum direction direction, struct stamp arrival, struct diag *d)
{
	struct fixture *f = context;

	(void)d;
	buf_printf(&f->seen, "%.*s %d %lld %d\n", (int)len_bytes, bytes,
	    (int)direction, (long long)arrival.utc_s, arrival.zone_min);
	return f->answer;
}

static size_t take(struct fixture *f, size_t most, bool bad)
{
	size_t taken = 99;

	buf_clear(&f->seen);
	(void)spool_take(f->spool, most, bad, see, f, f->diag, &taken);
	return taken;
}

static void expect_count(struct fixture *f, size_t waiting, size_t bad)
{
	size_t n_waiting, n_bad;

	assert_int_equal(
	    spool_count(f->spool, f->diag, &n_waiting, &n_bad), STATUS_OK);
	assert_int_equal(n_waiting, waiting);
	assert_int_equal(n_bad, bad);
}

static void a_spool_that_is_not_there_is_empty(void **state)
{
	expect_count(*state, 0, 0);
	assert_int_equal(take(*state, 9, true), 0);
}

static void what_was_kept_comes_back_oldest_first(void **state)
{
	struct fixture *f = *state;

	add(f, "second", 2000000000);
	add(f, "first", 999999999);
	add(f, "third", 2000000001);
	assert_int_equal(take(f, 2, false), 2);
	assert_string_equal(buf_text(&f->seen),
	    "first 2 999999999 -90\nsecond 2 2000000000 -90\n");
	expect_count(f, 1, 0);
}

static void what_is_refused_waits_on(void **state)
{
	struct fixture *f = *state;

	add(f, "one", 1);
	add(f, "two", 2);
	f->answer = STATUS_TEMPFAIL;
	for (int i = 0; i < 2 * SPOOL_TRIES; i++)
		assert_int_equal(take(f, 9, false), 0);
	assert_string_equal(buf_text(&f->seen), "one 2 1 -90\n");
	expect_count(f, 2, 0);
}

static void a_message_with_a_fault_does_not_hold_up_the_others(void **state)
{
	struct fixture *f = *state;

	add(f, "one", 1);
	add(f, "two", 2);
	f->answer = STATUS_SOFTWARE;
	for (int i = 0; i <= SPOOL_TRIES; i++)
		assert_int_equal(take(f, 9, false), 0);
	expect_count(f, 0, 2);
	f->answer = STATUS_OK;
	assert_int_equal(take(f, 9, false), 0);
	assert_int_equal(take(f, 9, true), 2);
	expect_count(f, 0, 0);
}

static enum status die(void *context, const char *bytes, size_t len_bytes,
    enum direction direction, struct stamp arrival, struct diag *d)
{
	(void)context, (void)direction, (void)arrival, (void)d;
	if (len_bytes == 6 && !memcmp(bytes, "killer", 6))
		_exit(33);
	return STATUS_OK;
}

static int take_in_child(void *context, int report)
{
	struct fixture *f = context;
	size_t taken;

	(void)report;
	return (int)spool_take(f->spool, 9, false, die, f, f->diag, &taken);
}

static void a_killer_is_given_up_but_never_lost(void **state)
{
	struct fixture *f = *state;
	struct proc_limits none = {0};
	int code = 0;

	add(f, "killer", 1);
	add(f, "harmless", 2);
	for (int i = 0; i < SPOOL_TRIES; i++) {
		assert_int_equal(
		    proc_run(&none, take_in_child, f, 0, &f->seen, &code),
		    PROC_DONE);
		assert_int_equal(code, 33);
		expect_count(f, 2, 0);
	}
	assert_int_equal(
	    proc_run(&none, take_in_child, f, 0, &f->seen, &code), PROC_DONE);
	assert_int_equal(code, 0);
	expect_count(f, 0, 1);
	assert_int_equal(take(f, 9, true), 1);
	assert_string_equal(buf_text(&f->seen), "killer 2 1 -90\n");
}

static void other_files_are_no_messages(void **state)
{
	static const char *const names[] = {"README", "new.a1B2c3", "12",
	    "12.+60", "12.+60.up.x", "12.+60.in.", "x.+60.in.a", "12.60.in.a",
	    "12.+60.in.a.9", "12.+60.in.a.worse", "12..in.a"};
	struct fixture *f = *state;

	add(f, "one", 1);
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		assert_int_equal(
		    file_write_atomic(file_join(f->arena, f->spool, names[i]),
			"x", 1, f->diag),
		    STATUS_OK);
	assert_int_equal(take(f, 99, true), 1);
	assert_string_equal(buf_text(&f->seen), "one 2 1 -90\n");
}

static void a_place_that_cannot_be_made_is_an_error(void **state)
{
	struct fixture *f = *state;

	assert_int_not_equal(spool_add("/dev/null/spool", DIRECTION_IN,
				 (struct stamp){1, 0}, "x", 1, f->diag),
	    STATUS_OK);
	assert_int_equal(diag_count(f->diag), 1);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	static const struct CMUnitTest tests[] = {
	    TEST(a_spool_that_is_not_there_is_empty),
	    TEST(what_was_kept_comes_back_oldest_first),
	    TEST(what_is_refused_waits_on),
	    TEST(a_message_with_a_fault_does_not_hold_up_the_others),
	    TEST(a_killer_is_given_up_but_never_lost),
	    TEST(other_files_are_no_messages),
	    TEST(a_place_that_cannot_be_made_is_an_error),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
