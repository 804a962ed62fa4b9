/* SPDX-License-Identifier: ISC */
#include "parted.h"
#include "base/arena.h"
#include "mail/sentence.h"
#include "tongue.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

struct letter *parted_letter(struct arena *a, const char *text)
{
	struct letter *l = tongue_letter(a, text);

	sentences_find(a, tongue_load(a), l);
	return l;
}

const char *parted_of(struct arena *a, const char *text)
{
	const struct letter *l = parted_letter(a, text);
	const char *out = "";

	for (size_t i = 0; i < l->n_sentences; i++)
		out = arena_printf(a, "%s%s%s%s", out, i ? "|" : "",
		    l->sentences[i].bullet ? "- " : "", l->sentences[i].text);
	return out;
}

void parted_check(const struct parted *table, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct arena *a = arena_new();

		assert_string_equal(parted_of(a, table[i].text), table[i].want);
		arena_free(a);
	}
}
