/* SPDX-License-Identifier: ISC */
/* Rules that mark places in a sentence: what is aside, who is spoken to. */
#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "rule/match.h"
#include "rule/rules.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

struct fixture {
	struct arena *arena;
	struct diag *diag;
	struct rules *rules;
	char dir[64];
};

/* Loads text as the only rule file of a language "xx". */
static void load(struct fixture *f, const char *text, unsigned flags)
{
	const char *dirs[1];
	char *path;

	f->arena = arena_new();
	f->diag = diag_new();
	f->rules = NULL;
	(void)strcpy(f->dir, "/tmp/rapport-rules.XXXXXX");
	assert_non_null(mkdtemp(f->dir));
	path = arena_printf(f->arena, "%s/xx", f->dir);
	assert_int_equal(file_make_dir(path, f->diag), STATUS_OK);
	path = file_join(f->arena, path, "a.rules");
	assert_int_equal(
	    file_write_atomic(path, text, strlen(text), f->diag), STATUS_OK);
	dirs[0] = f->dir;
	assert_int_equal(
	    rules_load(dirs, 1, flags, f->diag, &f->rules), STATUS_OK);
}

static void unload(struct fixture *f)
{
	char *dir = arena_printf(f->arena, "%s/xx", f->dir);

	rules_free(f->rules);
	(void)unlink(file_join(f->arena, dir, "a.rules"));
	(void)unlink(file_join(f->arena, dir, "b.rules"));
	(void)rmdir(dir);
	(void)rmdir(f->dir);
	diag_free(f->diag);
	arena_free(f->arena);
}

static void asides_are_where_their_rules_match(void **state)
{
	struct fixture f;
	struct rule_input in = {.facts = 0};
	struct rule_result r;
	struct regex_span spans[2];
	struct matcher *m;

	(void)state;
	load(&f,
	    "request R /send/\naside A /the call of/\naside B /dated/\n"
	    "aside C IS_REPLY\naside D subject /visit/\n",
	    0);
	m = rules_matcher(f.arena, f.rules, "xx");
	in.texts[TARGET_SENTENCE] =
	    rules_plain(f.arena, "send the call of", 16);
	in.facts = FACT_IS_REPLY;
	rules_match_next(m, &in, &r);
	/* They are no acts, and what has no place is none of them. */
	assert_int_equal(r.n_hits, 1);
	assert_int_equal(rules_asides(m, TARGET_SENTENCE, spans, 2), 1);
	assert_int_equal(spans[0].start, 5);
	assert_int_equal(spans[0].end, 16);
	in.texts[TARGET_SENTENCE] =
	    rules_plain(f.arena, "dated the call of", 17);
	rules_match_next(m, &in, &r);
	assert_int_equal(rules_asides(m, TARGET_SENTENCE, spans, 2), 2);
	assert_int_equal(rules_asides(m, TARGET_SENTENCE, spans, 1), 1);
	in.texts[TARGET_SUBJECT] = rules_plain(f.arena, "the visit", 9);
	rules_match_next(m, &in, &r);
	assert_int_equal(rules_asides(m, TARGET_SENTENCE, spans, 2), 2);
	assert_int_equal(rules_asides(m, TARGET_SUBJECT, spans, 2), 1);
	assert_int_equal(spans[0].start, 4);
	unload(&f);
}

static void vocatives_catch_names(void **state)
{
	struct fixture f;
	struct rule_input in = {.facts = 0};
	struct rule_result r;
	struct span names[2];
	struct matcher *m;

	(void)state;
	load(&f,
	    "request R /send/\nvocative V /(?<who>[A-Z]\\w+) please/\n"
	    "vocative W /send/\n",
	    0);
	m = rules_matcher(f.arena, f.rules, "xx");
	in.texts[TARGET_SENTENCE] =
	    rules_plain(f.arena, "now Ann please send it", 22);
	rules_match_next(m, &in, &r);
	assert_int_equal(r.n_hits, 1);
	/* A rule without the group catches nobody. */
	assert_int_equal(rules_vocatives(m, names, 2), 1);
	assert_int_equal(names[0].len_bytes, 3);
	assert_memory_equal(names[0].data, "Ann", 3);
	assert_int_equal(rules_vocatives(m, names, 0), 0);
	in.texts[TARGET_SENTENCE] = rules_plain(f.arena, "please send it", 14);
	rules_match_next(m, &in, &r);
	assert_int_equal(rules_vocatives(m, names, 2), 0);
	unload(&f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(asides_are_where_their_rules_match),
	    cmocka_unit_test(vocatives_catch_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
