/* SPDX-License-Identifier: ISC */
#ifndef ENGLISH_H
#define ENGLISH_H

/* The dates of the source tree's languages, and a Wednesday morning. */

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/lines.h"
#include "rule/dates.h"
#include "when/when.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define REFERENCE "2026-03-11T10:15:00+01:00"

struct world {
	struct arena *arena;
	struct diag *diag;
	struct date_words *words;
	struct stamp reference;
};

static inline int open_language(
    void **state, const char *language, const char *reference)
{
	struct world *w = calloc(1, sizeof(*w));
	const char *source = getenv("SOURCE");
	struct buf text = BUF_EMPTY;
	struct lines in;
	char *path;

	if (!w)
		return -1;
	w->arena = arena_new();
	w->diag = diag_new();
	path = arena_printf(w->arena, "%s/rules/%s/dates.lang",
	    source ? source : ".", language);
	assert_int_equal(
	    file_read(path, LIMIT_RULE_FILE_BYTES, w->diag, &text), STATUS_OK);
	lines_init(&in, w->arena, w->diag, path, text.data, text.len_bytes);
	w->words = dates_read(w->arena, &in);
	assert_true(civil_parse(reference, &w->reference));
	buf_release(&text);
	*state = w;
	return 0;
}

static inline int open_world(void **state)
{
	return open_language(state, "en", REFERENCE);
}

static inline int close_world(void **state)
{
	struct world *w = *state;

	arena_free(w->arena);
	diag_free(w->diag);
	free(w);
	return 0;
}

static inline size_t find(
    struct world *w, const char *text, struct time_expr **times_r)
{
	return when_find(
	    w->arena, w->words, text, strlen(text), w->reference, times_r);
}

#endif
