/* SPDX-License-Identifier: ISC */
/* Rules that were kept: the same as read ones, and refused in time. */
#define _GNU_SOURCE /* MAP_ANONYMOUS */
#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/image.h"
#include "base/regex.h"
#include "rule/match.h"
#include "rule/rules.h"
#include "rule/ruleset.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

struct fixture {
	struct arena *arena, *image; /* the image is the test's own */
	struct diag *diag;
	char dir[64];
	const char *dirs[1];
	const char *language, *file, *kept;
};

static void write_file(const char *path, const char *text)
{
	FILE *f = fopen(path, "w");

	assert_non_null(f);
	assert_true(fputs(text, f) >= 0);
	assert_int_equal(fclose(f), 0);
}

static int set_up(void **state)
{
	struct fixture *f = calloc(1, sizeof(*f));

	assert_non_null(f);
	f->arena = arena_new();
	f->diag = diag_new();
	(void)strcpy(f->dir, "/tmp/rapport-keep.XXXXXX");
	assert_non_null(mkdtemp(f->dir));
	f->dirs[0] = file_join(f->arena, f->dir, "rules");
	f->language = file_join(f->arena, f->dirs[0], "xx");
	f->file = file_join(f->arena, f->language, "a.rules");
	f->kept = file_join(f->arena, f->dir, "kept");
	assert_int_equal(file_make_dir(f->language, f->diag), STATUS_OK);
	write_file(f->file, "request R /(?<who>\\w+) must send/i\n");
	*state = f;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *f = *state;
	const char *command = arena_printf(f->arena, "rm -r '%s'", f->dir);

	assert_int_equal(system(command), 0);
	diag_free(f->diag);
	arena_free(f->arena);
	free(f);
	return 0;
}

static struct rules *load(struct fixture *f)
{
	struct rules *r = NULL;

	assert_int_equal(
	    rules_load(f->dirs, 1, RULES_KEEP, f->diag, &r), STATUS_OK);
	return r;
}

static void keep(struct fixture *f)
{
	struct rules *r = load(f);

	if (rules_keep(r, f->kept, f->diag) != STATUS_OK)
		fail_msg("%s", diag_text(f->diag, 0));
	rules_free(r);
}

static bool is_refused(struct fixture *f)
{
	struct rules *r = rules_kept(f->kept, f->dirs, 1, f->diag);

	rules_free(r);
	return !r;
}

static void kept_rules_are_taken(void **state)
{
	struct fixture *f = *state;
	struct rule_input in = {.facts = 0};
	struct rule_result result;
	struct rules *r;
	struct stat st;

	keep(f);
	assert_int_equal(diag_count(f->diag), 0);
	assert_int_equal(stat(f->kept, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	r = rules_kept(f->kept, f->dirs, 1, f->diag);
	assert_non_null(r);
	in.texts[TARGET_SENTENCE] = (struct span){"Bob must send it", 16};
	rules_match(f->arena, r, "xx", &in, &result);
	assert_int_equal(result.n_hits, 1);
	assert_string_equal(result.hits[0].name, "R");
	assert_memory_equal(result.hits[0].who.data, "Bob", 3);
	rules_free(r);
	/* What was changed in memory is not in the file. */
	assert_false(is_refused(f));
}

static void rules_can_be_used_after_keeping(void **state)
{
	struct fixture *f = *state;
	struct rule_input in = {.facts = 0};
	struct rule_result result;
	struct rules *r = load(f);

	assert_int_equal(rules_keep(r, f->kept, f->diag), STATUS_OK);
	in.texts[TARGET_SENTENCE] = (struct span){"Bob must send it", 16};
	rules_match(f->arena, r, "xx", &in, &result);
	assert_int_equal(result.n_hits, 1);
	rules_free(r);
}

static void a_changed_file_is_noticed(void **state)
{
	struct fixture *f = *state;

	keep(f);
	write_file(f->file, "request R /(?<who>\\w+) must sing/i\n");
	assert_true(is_refused(f));
	keep(f);
	assert_false(is_refused(f));
}

static void files_that_come_and_go_are_noticed(void **state)
{
	struct fixture *f = *state;
	const char *other = file_join(f->arena, f->language, "b.rules");
	const char *folder = file_join(f->arena, f->dirs[0], "yy");

	keep(f);
	write_file(other, "request S /two/\n");
	assert_true(is_refused(f));
	keep(f);
	assert_int_equal(unlink(other), 0);
	assert_true(is_refused(f));
	keep(f);
	assert_int_equal(mkdir(folder, 0700), 0);
	assert_true(is_refused(f));
}

static void a_folder_that_appears_is_noticed(void **state)
{
	struct fixture *f = *state;
	const char *dirs[2];
	struct rules *r = NULL;

	dirs[0] = f->dirs[0];
	dirs[1] = file_join(f->arena, f->dir, "mine");
	assert_int_equal(
	    rules_load(dirs, 2, RULES_KEEP, f->diag, &r), STATUS_OK);
	assert_int_equal(rules_keep(r, f->kept, f->diag), STATUS_OK);
	rules_free(r);
	r = rules_kept(f->kept, dirs, 2, f->diag);
	assert_non_null(r);
	rules_free(r);
	assert_true(is_refused(f)); /* other folders were asked for */
	assert_int_equal(mkdir(dirs[1], 0700), 0);
	assert_null(rules_kept(f->kept, dirs, 2, f->diag));
}

static void complaints_are_heard_again(void **state)
{
	struct fixture *f = *state;

	write_file(f->file, "request R /a task/\nnonsense\n");
	keep(f);
	assert_true(diag_count(f->diag) > 0);
	assert_int_not_equal(access(f->kept, F_OK), 0);
}

/* A byte of the file at offset at becomes another. */
static void spoil(const char *path, off_t at)
{
	int fd = open(path, O_RDWR);
	char c;

	assert_true(fd >= 0);
	assert_int_equal(pread(fd, &c, 1, at), 1);
	c = (char)(c ^ 0x55);
	assert_int_equal(pwrite(fd, &c, 1, at), 1);
	assert_int_equal(close(fd), 0);
}

static void another_program_is_refused(void **state)
{
	struct fixture *f = *state;

	keep(f);
	spoil(f->kept, 8); /* the build id */
	assert_true(is_refused(f));
}

/* After an upgrade of PCRE2 its patterns may be laid out in another way. */
static void another_library_is_refused(void **state)
{
	struct fixture *f = *state;
	char version[32], text[1 << 16];
	const char *at;
	FILE *in;
	size_t n;

	keep(f);
	regex_version(version, sizeof(version));
	assert_true(strlen(version) > 4);
	in = fopen(f->kept, "r");
	assert_non_null(in);
	n = fread(text, 1, sizeof(text), in);
	assert_int_equal(fclose(in), 0);
	at = memmem(text, n, version, strlen(version));
	assert_non_null(at);
	spoil(f->kept, at - text);
	assert_true(is_refused(f));
}

static void other_files_are_refused(void **state)
{
	struct fixture *f = *state;
	struct stat st;

	assert_true(is_refused(f)); /* there is none */
	write_file(f->kept, "");
	assert_true(is_refused(f));
	write_file(f->kept, "rapport\1");
	assert_true(is_refused(f));
	keep(f);
	assert_false(is_refused(f));
	spoil(f->kept, 0);
	assert_true(is_refused(f));
	keep(f);
	assert_int_equal(stat(f->kept, &st), 0);
	assert_int_equal(truncate(f->kept, st.st_size - 1), 0);
	assert_true(is_refused(f));
	assert_int_equal(unlink(f->kept), 0);
	assert_int_equal(mkfifo(f->kept, 0600), 0);
	assert_true(is_refused(f));
}

static void what_others_can_write_is_refused(void **state)
{
	struct fixture *f = *state;
	const char *real = arena_printf(f->arena, "%s.real", f->kept);

	keep(f);
	assert_int_equal(chmod(f->kept, 0620), 0);
	assert_true(is_refused(f));
	assert_int_equal(chmod(f->kept, 0600), 0);
	assert_false(is_refused(f));
	assert_int_equal(rename(f->kept, real), 0);
	assert_int_equal(symlink(real, f->kept), 0);
	assert_true(is_refused(f));
}

static void a_taken_address_means_reading(void **state)
{
	struct fixture *f = *state;
	struct rules *first, *second;

	keep(f);
	first = rules_kept(f->kept, f->dirs, 1, f->diag);
	assert_non_null(first);
	assert_true(is_refused(f));
	second = load(f);
	assert_non_null(second);
	rules_free(first);
	/* These are not in an image: keeping them does nothing. */
	assert_int_equal(unlink(f->kept), 0);
	assert_int_equal(rules_keep(second, f->kept, f->diag), STATUS_OK);
	assert_int_not_equal(access(f->kept, F_OK), 0);
	rules_free(second);
}

/* An image with a pointer to somewhere else is not written. */
static void is_stray(struct fixture *f, const void **root, const void *p)
{
	/* Once in 256 runs an address looks like two numbers. */
	if (((uintptr_t)p & UINT32_MAX) < (1 << 24))
		return;
	root[1] = p;
	assert_int_equal(
	    image_write(f->image, root, f->kept, f->diag), STATUS_SOFTWARE);
}

static void stray_pointers_are_found(void **state)
{
	struct fixture *f = *state;
	const void **root;

	f->image = image_new();
	assert_non_null(f->image);
	root = arena_alloc(f->image, 2 * sizeof(*root));
	root[0] = root;
	assert_int_equal(
	    image_write(f->image, root, f->kept, f->diag), STATUS_OK);
#ifndef __SANITIZE_ADDRESS__        /* its heap is left out */
	is_stray(f, root, f->diag); /* the heap */
#endif
	is_stray(f, root, "text of the program");
	is_stray(f, root, &root); /* the stack */
	image_free(f->image);
}

/* Tables of numbers are full of what could be an address. */
static void pairs_of_numbers_are_no_pointers(void **state)
{
	struct fixture *f = *state;
	uint32_t *pair;
	void *at;

	f->image = image_new();
	assert_non_null(f->image);
	pair = arena_alloc(f->image, 2 * sizeof(*pair));
	pair[0] = 300;
	pair[1] = 0x3B50;
	at = mmap((void *)((uintptr_t)pair[1] << 32), 4096, PROT_READ,
	    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	assert_int_equal((uintptr_t)at >> 32, pair[1]);
	assert_int_equal(
	    image_write(f->image, pair, f->kept, f->diag), STATUS_OK);
	assert_int_equal(munmap(at, 4096), 0);
	image_free(f->image);
}

static void frozen_patterns_match_the_same(void **state)
{
	struct fixture *f = *state;
	static const char *const patterns[] = {
	    "(?<who>\\w+) (?:owes|OWES) (us|me)", "(?<x>o).*(e)", "nothing"};
	const char text[] = "so B\xC3\xB6ll owes ME one";
	char error[100];
	struct regex *as_new[3], *frozen[3];
	struct regex_span x[3], y[3];
	struct regex_room *room = regex_room_new();
	size_t at;

	for (size_t i = 0; i < 3; i++) {
		as_new[i] = regex_new(
		    patterns[i], REGEX_CASELESS, error, sizeof(error), &at);
		frozen[i] = regex_new(
		    patterns[i], REGEX_CASELESS, error, sizeof(error), &at);
		assert_non_null(frozen[i]);
	}
	assert_true(regex_freeze(f->arena, frozen, 3));
	for (size_t i = 0; i < 3; i++) {
		enum regex_result result = i < 2 ? REGEX_MATCH : REGEX_NO_MATCH;

		assert_int_equal(regex_match(as_new[i], room, text,
				     strlen(text), 0, x, i < 2 ? 3 : 0),
		    result);
		assert_int_equal(regex_match(frozen[i], room, text,
				     strlen(text), 0, y, i < 2 ? 3 : 0),
		    result);
		assert_memory_equal(x, y, sizeof(x));
	}
	assert_int_equal(regex_group(frozen[0], "who"), 1);
	assert_int_equal(regex_group(frozen[1], "who"), -1);
	for (size_t i = 0; i < 3; i++) {
		regex_free(as_new[i]);
		regex_free(frozen[i]);
	}
	regex_room_free(room);
}

/* Nothing of it is on the heap, where the next process has none of it. */
static void frozen_patterns_lie_in_the_image(void **state)
{
	struct fixture *f = *state;
	char error[100];
	size_t at;
	struct regex_room *room = regex_room_new();
	struct regex *re;

	f->image = image_new();
	assert_non_null(f->image);
	re = regex_new("a(?:b|c)", 0, error, sizeof(error), &at);
	assert_non_null(re);
	assert_true(regex_freeze(f->image, &re, 1));
	assert_int_equal(
	    image_write(f->image, re, f->kept, f->diag), STATUS_OK);
	image_free(f->image);
	re = image_open(f->kept, &f->image);
	assert_non_null(re);
	assert_int_equal(
	    regex_match(re, room, "xac", 3, 0, NULL, 0), REGEX_MATCH);
	assert_int_equal(
	    regex_match(re, room, "xad", 3, 0, NULL, 0), REGEX_NO_MATCH);
	regex_room_free(room);
	image_free(f->image);
}

static void no_patterns_can_be_frozen(void **state)
{
	struct fixture *f = *state;

	assert_true(regex_freeze(f->arena, NULL, 0));
}

/* What every test line of a language gives, as text. */
static char *answers(struct rules *r, const struct rules *lines)
{
	struct arena *a = arena_new();
	struct buf out = BUF_EMPTY;
	const struct ruleset *s = ruleset_find(lines, "en");

	for (size_t i = 0; i < s->n_examples; i++) {
		const struct example *e = &s->examples[i];
		struct rule_input in = {.facts = e->facts};
		struct rule_result x;

		for (int t = 0; t < TARGETS; t++)
			in.texts[t] = rules_plain(a, e->text, strlen(e->text));
		rules_match(a, r, "en", &in, &x);
		for (size_t k = 0; k < x.n_hits; k++)
			buf_printf(&out, "%zu %s %zu-%zu %.*s\n", i,
			    x.hits[k].name, x.hits[k].span.start,
			    x.hits[k].span.end, (int)x.hits[k].who.len_bytes,
			    x.hits[k].who.len_bytes ? x.hits[k].who.data : "");
	}
	arena_free(a);
	return out.data;
}

static void the_rules_that_come_with_it_are_kept_whole(void **state)
{
	struct fixture *f = *state;
	const char *source = getenv("SOURCE");
	struct rules *read = NULL, *kept;
	char *x, *y;

	f->dirs[0] = file_join(f->arena, source ? source : ".", "rules");
	keep(f);
	assert_int_equal(diag_count(f->diag), 0);
	assert_int_equal(
	    rules_load(f->dirs, 1, RULES_EXAMPLES, f->diag, &read), STATUS_OK);
	kept = rules_kept(f->kept, f->dirs, 1, f->diag);
	assert_non_null(kept);
	x = answers(read, read);
	y = answers(kept, read);
	assert_true(strlen(x) > 10000);
	assert_string_equal(x, y);
	free(x);
	free(y);
	rules_free(read);
	rules_free(kept);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(kept_rules_are_taken),
	    TEST(rules_can_be_used_after_keeping),
	    TEST(a_changed_file_is_noticed),
	    TEST(files_that_come_and_go_are_noticed),
	    TEST(a_folder_that_appears_is_noticed),
	    TEST(complaints_are_heard_again),
	    TEST(another_program_is_refused),
	    TEST(another_library_is_refused),
	    TEST(other_files_are_refused),
	    TEST(what_others_can_write_is_refused),
	    TEST(a_taken_address_means_reading),
	    TEST(stray_pointers_are_found),
	    TEST(pairs_of_numbers_are_no_pointers),
	    TEST(frozen_patterns_match_the_same),
	    TEST(frozen_patterns_lie_in_the_image),
	    TEST(no_patterns_can_be_frozen),
	    TEST(the_rules_that_come_with_it_are_kept_whole),
	};

	return cmocka_run_group_tests_name("keep", tests, NULL, NULL);
}
