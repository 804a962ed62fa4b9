/* SPDX-License-Identifier: ISC */
/*
 * The file itself: who may read it, what becomes of transactions, and every
 * way in which it can be missing, damaged, somebody else's or full.
 */
#include "base/arena.h"
#include "place.h"
#include "store/invites.h"
#include "store/store.h"
#include "store/threads.h"

#include <setjmp.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

static const struct stamp now = {1795370515, 60};

/* Opens, and ends the test unless the outcome is as expected. */
static struct store *open_as(
    const struct place *p, enum store_mode mode, enum status expected)
{
	struct diag *d = diag_new();
	struct store *s = NULL;
	enum status status = store_open(p->db, mode, d, &s);

	if (status != expected)
		fail_msg("status %d: %s", status,
		    diag_count(d) ? diag_text(d, 0) : "");
	assert_int_equal(diag_count(d), status != STATUS_OK);
	if (status != STATUS_OK)
		assert_null(s);
	diag_free(d);
	return s;
}

static void make_store(const struct place *p)
{
	store_close(open_as(p, STORE_CREATE, STATUS_OK));
}

static enum status commit(struct store *s)
{
	struct diag *d = diag_new();
	enum status status = store_commit(s, d);

	diag_free(d);
	return status;
}

static void only_the_user_can_read_it(void **state)
{
	struct stat st;
	mode_t old = umask(0);

	make_store(*state);
	(void)umask(old);
	assert_int_equal(stat(((struct place *)*state)->db, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
}

static void the_journal_is_private_too(void **state)
{
	struct place *p = *state;
	struct store *s = open_as(p, STORE_CREATE, STATUS_OK);
	struct stat st;
	mode_t old = umask(0);

	store_begin(s);
	(void)thread_add(s);
	assert_int_equal(
	    stat(arena_printf(p->arena, "%s-journal", p->db), &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	store_rollback(s);
	(void)umask(old);
	store_close(s);
}

static void a_missing_store_is_made_only_on_request(void **state)
{
	struct place *p = *state;

	(void)open_as(p, STORE_READ, STATUS_NOINPUT);
	(void)open_as(p, STORE_WRITE, STATUS_NOINPUT);
	assert_int_equal(place_count(p, ""), 0);
	make_store(p);
	store_close(open_as(p, STORE_WRITE, STATUS_OK));
}

static void a_missing_folder_is_an_error(void **state)
{
	struct place p = *(struct place *)*state;

	p.db = arena_printf(p.arena, "%s/no/such.db", p.dir);
	(void)open_as(&p, STORE_CREATE, STATUS_CANTCREAT);
	(void)open_as(&p, STORE_READ, STATUS_NOINPUT);
}

static void a_folder_is_no_store(void **state)
{
	struct place p = *(struct place *)*state;

	p.db = p.dir;
	(void)open_as(&p, STORE_CREATE, STATUS_CONFIG);
}

static void an_empty_file_is_no_store_yet(void **state)
{
	struct place *p = *state;

	place_write(p->db, "", 0);
	(void)open_as(p, STORE_READ, STATUS_NOINPUT);
	(void)open_as(p, STORE_WRITE, STATUS_NOINPUT);
	make_store(p);
}

static void text_is_a_damaged_store_and_stays(void **state)
{
	static const char text[] = "From: tom@work.example\n\nno database\n";
	struct place *p = *state;
	size_t len = 0;

	place_write(p->db, text, sizeof(text) - 1);
	(void)open_as(p, STORE_CREATE, STATUS_DATA);
	assert_string_equal(place_bytes(p, p->db, &len), text);
	assert_int_equal(place_count(p, ""), 1);
}

/* What opening or examining makes of bytes as a store. */
static enum status judged(const struct place *p, const char *bytes, size_t len)
{
	struct diag *d = diag_new();
	struct store *s = NULL;
	enum status status;

	place_write(p->db, bytes, len);
	status = store_open(p->db, STORE_WRITE, d, &s);
	if (status == STATUS_OK)
		status = store_check(s, d);
	store_close(s);
	diag_free(d);
	return status;
}

static void damaged_pages_are_found(void **state)
{
	struct place *p = *state;
	size_t len;
	const char *whole;

	make_store(p);
	whole = place_bytes(p, p->db, &len);
	assert_int_equal(judged(p, whole, len), STATUS_OK);
	for (size_t at = 4096; at < len; at += 4096) {
		char *bytes = arena_strndup(p->arena, whole, len);

		memset(bytes + at, 'x', 100);
		assert_int_equal(judged(p, bytes, len), STATUS_DATA);
	}
}

static void a_file_cut_short_is_found(void **state)
{
	struct place *p = *state;
	size_t len;
	const char *whole;

	make_store(p);
	whole = place_bytes(p, p->db, &len);
	for (size_t part = 1; part < 8; part++)
		assert_int_equal(judged(p, whole, len * part / 8), STATUS_DATA);
}

static void another_programs_database_is_refused(void **state)
{
	struct place *p = *state;

	(void)place_sql(p, "CREATE TABLE theirs(x)");
	(void)open_as(p, STORE_CREATE, STATUS_CONFIG);
	assert_string_equal(
	    place_sql(p, "SELECT name FROM sqlite_schema"), "theirs\n");
}

static void a_locked_store_may_be_free_later(void **state)
{
	struct place *p = *state;
	struct store *first = open_as(p, STORE_CREATE, STATUS_OK);
	struct store *second = open_as(p, STORE_WRITE, STATUS_OK);

	store_begin(first);
	(void)thread_add(first);
	store_begin(second);
	assert_int_equal(thread_add(second), 0);
	assert_int_equal(commit(second), STATUS_TEMPFAIL);
	assert_int_equal(commit(first), STATUS_OK);
	/* Both can go on. */
	store_begin(second);
	assert_int_equal(thread_add(second), 2);
	assert_int_equal(commit(second), STATUS_OK);
	store_close(first);
	store_close(second);
}

static void what_is_not_committed_is_not_there(void **state)
{
	struct place *p = *state;
	struct store *s = open_as(p, STORE_CREATE, STATUS_OK);

	store_begin(s);
	(void)thread_add(s);
	store_rollback(s);
	store_begin(s);
	(void)thread_add(s);
	store_close(s);
	assert_string_equal(place_sql(p, "SELECT count(*) FROM thread"), "0\n");
}

/* In a child: the limit on file size cannot be lifted again. */
static enum status write_much(struct store *s)
{
	struct rlimit limit = {400 * 1024, 400 * 1024};

	(void)signal(SIGXFSZ, SIG_IGN);
	if (setrlimit(RLIMIT_FSIZE, &limit) < 0)
		return STATUS_OSERR;
	store_begin(s);
	for (int i = 0; i < 100000; i++)
		(void)thread_add(s);
	return commit(s);
}

static void a_full_disk_undoes_everything(void **state)
{
	struct place *p = *state;
	struct store *s;
	int code = 0;
	pid_t child;

	make_store(p);
	child = fork();
	if (child == 0) {
		s = open_as(p, STORE_WRITE, STATUS_OK);
		_exit((int)write_much(s));
	}
	assert_int_equal(waitpid(child, &code, 0), child);
	assert_true(WIFEXITED(code));
	assert_int_equal(WEXITSTATUS(code), STATUS_TEMPFAIL);
	s = open_as(p, STORE_READ, STATUS_OK);
	store_close(s);
	assert_string_equal(place_sql(p, "SELECT count(*) FROM thread;"
					 "PRAGMA integrity_check"),
	    "0\nok\n");
}

/* root may write anywhere, and so proves nothing. */
static void a_read_only_folder_is_told(void **state)
{
	struct place *p = *state;
	struct store *s;

	if (geteuid() == 0)
		skip();
	make_store(p);
	s = open_as(p, STORE_WRITE, STATUS_OK);
	assert_int_equal(chmod(p->dir, 0500), 0);
	store_begin(s);
	(void)thread_add(s);
	assert_int_equal(commit(s), STATUS_NOPERM);
	assert_int_equal(chmod(p->dir, 0700), 0);
	store_close(s);
}

static void reading_writes_nothing(void **state)
{
	struct place *p = *state;
	struct store *s;

	make_store(p);
	s = open_as(p, STORE_READ, STATUS_OK);
	store_begin(s);
	assert_int_equal(thread_add(s), 0);
	assert_int_equal(commit(s), STATUS_NOPERM);
	store_close(s);
}

static void a_killed_writer_leaves_nothing_half(void **state)
{
	struct place *p = *state;
	struct store *s;
	pid_t child;
	int code;

	make_store(p);
	child = fork();
	if (child == 0) {
		s = open_as(p, STORE_WRITE, STATUS_OK);
		store_begin(s);
		for (int i = 0; i < 200000; i++)
			(void)thread_add(s);
		(void)raise(SIGKILL);
	}
	assert_int_equal(waitpid(child, &code, 0), child);
	s = open_as(p, STORE_READ, STATUS_OK);
	assert_int_equal(thread_resolve(s, 1), 0);
	store_close(s);
}

static void a_damaged_store_is_kept_under_another_name(void **state)
{
	struct place *p = *state;
	struct diag *d = diag_new();
	const char *moved = NULL, *again = NULL;
	size_t len = 0;

	place_write(p->db, "damaged", 7);
	place_write(arena_printf(p->arena, "%s-journal", p->db), "hot", 3);
	assert_int_equal(
	    store_set_aside(p->arena, p->db, now, d, &moved), STATUS_OK);
	assert_non_null(strstr(moved, "rapport.db.damaged-20261122T"));
	assert_string_equal(place_bytes(p, moved, &len), "damaged");
	assert_string_equal(
	    place_bytes(p, arena_printf(p->arena, "%s-journal", moved), &len),
	    "hot");
	make_store(p);
	assert_int_equal(
	    store_set_aside(p->arena, p->db, now, d, &again), STATUS_OK);
	assert_string_not_equal(moved, again);
	assert_string_equal(place_bytes(p, moved, &len), "damaged");
	diag_free(d);
}

static void tokens_are_random_and_good_for_one_reply(void **state)
{
	struct place *p = *state;
	struct store *s = open_as(p, STORE_CREATE, STATUS_OK);
	const char *token = store_random(p->arena, 16);
	int64_t digest, item = -1, suggestion = -1;

	assert_int_equal(strlen(token), 32);
	assert_string_not_equal(token, store_random(p->arena, 16));
	store_begin(s);
	digest = digest_add(s, token, now);
	digest_entry_add(s, digest, 1, 0, 0);
	assert_int_equal(digest_use(s, "guessed", now), 0);
	assert_int_equal(digest_use(s, token, now), digest);
	assert_int_equal(digest_use(s, token, now), 0);
	assert_true(digest_entry(s, digest, 1, &item, &suggestion));
	assert_false(digest_entry(s, digest, 2, &item, &suggestion));
	assert_int_equal(commit(s), STATUS_OK);
	store_close(s);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, place_make, place_remove)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(only_the_user_can_read_it),
	    TEST(the_journal_is_private_too),
	    TEST(a_missing_store_is_made_only_on_request),
	    TEST(a_missing_folder_is_an_error),
	    TEST(a_folder_is_no_store),
	    TEST(an_empty_file_is_no_store_yet),
	    TEST(text_is_a_damaged_store_and_stays),
	    TEST(damaged_pages_are_found),
	    TEST(a_file_cut_short_is_found),
	    TEST(another_programs_database_is_refused),
	    TEST(a_locked_store_may_be_free_later),
	    TEST(what_is_not_committed_is_not_there),
	    TEST(a_full_disk_undoes_everything),
	    TEST(a_read_only_folder_is_told),
	    TEST(reading_writes_nothing),
	    TEST(a_killed_writer_leaves_nothing_half),
	    TEST(a_damaged_store_is_kept_under_another_name),
	    TEST(tokens_are_random_and_good_for_one_reply),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
