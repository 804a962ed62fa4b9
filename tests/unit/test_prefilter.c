/* SPDX-License-Identifier: ISC */
/*
 * Detection finds the same with the prefilter and without, in every message
 * of the repository. With arguments: of the mailboxes that they name.
 */
#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "engine/detect.h"
#include "mail/folder.h"
#include "mail/read.h"
#include "model/language.h"
#include "rule/rules.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct both {
	struct arena *arena;
	struct diag *diag;
	struct rules *with, *without;
	size_t n_messages, n_sentences, n_acts;
	const char *path; /* of the message, for complaints */
};

static const char *const shipped[] = {"tests/sample/inbox", "tests/sample/sent",
    "tests/mail", "tests/bench/message.eml"};
static const char *const *mailboxes = shipped;
static size_t n_mailboxes = sizeof(shipped) / sizeof(shipped[0]);

static const char *in_source(struct arena *a, const char *path)
{
	const char *source = getenv("SOURCE");

	return *path == '/' ? path : file_join(a, source ? source : ".", path);
}

static struct rules *load(struct both *b, unsigned flags)
{
	const char *dir = in_source(b->arena, "rules");
	struct rules *r = NULL;

	assert_int_equal(rules_load(&dir, 1, flags, b->diag, &r), STATUS_OK);
	return r;
}

static void setup(struct both *b)
{
	*b = (struct both){.arena = arena_new(), .diag = diag_new()};
	b->with = load(b, 0);
	b->without = load(b, RULES_NO_PREFILTER);
}

static void release(struct both *b)
{
	rules_free(b->with);
	rules_free(b->without);
	diag_free(b->diag);
	arena_free(b->arena);
}

static bool same_act(const struct act *x, const struct act *y)
{
	bool same = x->kind == y->kind && x->sentence == y->sentence &&
		    !(x->confidence < y->confidence) &&
		    !(x->confidence > y->confidence) && x->who == y->who &&
		    !strcmp(x->who_name, y->who_name) &&
		    x->due.is_set == y->due.is_set &&
		    x->due.at.utc_s == y->due.at.utc_s &&
		    x->n_rules == y->n_rules;

	for (size_t i = 0; same && i < x->n_rules; i++)
		same = !strcmp(x->rules[i], y->rules[i]);
	return same;
}

static void compare(
    const struct both *b, const struct findings *x, const struct findings *y)
{
	bool same = x->is_bulk == y->is_bulk && x->n_acts == y->n_acts &&
		    !strcmp(x->language, y->language) &&
		    !(x->bulk_confidence < y->bulk_confidence) &&
		    !(x->bulk_confidence > y->bulk_confidence);

	for (size_t i = 0; same && i < x->n_acts; i++)
		same = same_act(&x->acts[i], &y->acts[i]);
	if (!same)
		fail_msg("%s: the prefilter changes what is found", b->path);
}

static void take(struct both *b, const struct folder_message *m)
{
	const struct me nobody = {.name = ""};
	const struct stamp now = {1772000000, 0};
	struct arena *a = arena_new();
	const struct letter *l =
	    mail_read(a, rules_language(b->with, NULL)->reading, m->bytes,
		m->len_bytes, now);
	const struct findings *x = detect(a, b->with, l, &nobody, DIRECTION_IN);

	b->path = m->path;
	compare(b, x, detect(a, b->without, l, &nobody, DIRECTION_IN));
	b->n_messages++;
	b->n_sentences += l->n_sentences;
	b->n_acts += x->n_acts;
	arena_free(a);
}

static void take_mailbox(struct both *b, const char *path)
{
	struct folder_message m;
	struct folder *f;

	if (folder_open(in_source(b->arena, path),
		rules_language(b->with, NULL)->reading, b->diag,
		&f) != STATUS_OK)
		fail_msg("cannot open '%s'", path);
	while (folder_next(f, b->diag, &m))
		take(b, &m);
	folder_close(f);
}

static void prefilter_changes_no_finding(void **state)
{
	struct both b;

	(void)state;
	setup(&b);
	for (size_t i = 0; i < n_mailboxes; i++)
		take_mailbox(&b, mailboxes[i]);
	assert_true(b.n_messages > 0);
	/* That nothing is found in either would prove nothing. */
	assert_true(
	    mailboxes != shipped || (b.n_messages > 60 && b.n_acts > 60));
	print_message("%zu messages, %zu sentences, %zu acts\n", b.n_messages,
	    b.n_sentences, b.n_acts);
	release(&b);
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(prefilter_changes_no_finding),
	};

	if (argc > 1) {
		mailboxes = (const char *const *)(argv + 1);
		n_mailboxes = (size_t)(argc - 1);
	}
	return cmocka_run_group_tests_name("prefilter", tests, NULL, NULL);
}
