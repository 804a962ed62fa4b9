/* SPDX-License-Identifier: ISC */
/* What the tests of rules share: rules that are loaded, letters to read. */
#include "rulebook.h"
#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "engine/detect.h"
#include "mail/read.h"
#include "rule/rules.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

int rulebook_open(void **state)
{
	struct rulebook *b = calloc(1, sizeof(*b));
	const char *source = getenv("SOURCE");
	const char *dirs[1];

	if (!b)
		return 1;
	b->arena = arena_new();
	b->diag = diag_new();
	dirs[0] = file_join(b->arena, source ? source : ".", "rules");
	*state = b;
	return rules_load(dirs, 1, 0, b->diag, &b->rules) != STATUS_OK;
}

int rulebook_close(void **state)
{
	struct rulebook *b = *state;

	rules_free(b->rules);
	diag_free(b->diag);
	arena_free(b->arena);
	free(b);
	return 0;
}

void rulebook_write(struct rulebook *b, const char *text, unsigned flags)
{
	const char *dirs[1];
	char *path;

	b->arena = arena_new();
	b->diag = diag_new();
	b->rules = NULL;
	(void)strcpy(b->dir, "/tmp/rapport-rules.XXXXXX");
	assert_non_null(mkdtemp(b->dir));
	path = arena_printf(b->arena, "%s/xx", b->dir);
	assert_int_equal(file_make_dir(path, b->diag), STATUS_OK);
	path = file_join(b->arena, path, "a.rules");
	assert_int_equal(
	    file_write_atomic(path, text, strlen(text), b->diag), STATUS_OK);
	dirs[0] = b->dir;
	assert_int_equal(
	    rules_load(dirs, 1, flags, b->diag, &b->rules), STATUS_OK);
}

void rulebook_remove(struct rulebook *b)
{
	char *dir = arena_printf(b->arena, "%s/xx", b->dir);

	rules_free(b->rules);
	(void)unlink(file_join(b->arena, dir, "a.rules"));
	(void)unlink(file_join(b->arena, dir, "b.rules"));
	(void)rmdir(dir);
	(void)rmdir(b->dir);
	diag_free(b->diag);
	arena_free(b->arena);
}

struct findings *rulebook_detect(
    struct rulebook *b, const char *bytes, enum direction direction)
{
	static const struct me nobody = {.name = ""};
	struct stamp then = {.utc_s = 1772442000, .zone_min = 60};
	const struct language *l = rules_language(b->rules, "en");
	struct letter *letter =
	    mail_read(b->arena, l->reading, bytes, strlen(bytes), then);

	return detect(b->arena, b->rules, letter, &nobody, direction);
}

struct findings *rulebook_said(struct rulebook *b, const char *text)
{
	return rulebook_detect(b,
	    arena_printf(b->arena,
		"From: Ann Hall <ann@a.example>\n"
		"To: Ben Moor <ben@b.example>, Cleo Fern <cleo@c.example>\n"
		"Subject: the draft\nMessage-ID: <1@a.example>\n"
		"Date: Mon, 2 Mar 2026 10:00:00 +0100\n\n%s\n",
		text),
	    DIRECTION_UNKNOWN);
}
