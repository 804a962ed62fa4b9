/* SPDX-License-Identifier: ISC */
/* What the tests of zones and sentences share: the languages, a letter. */
#include "tongue.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/lines.h"
#include "base/str.h"
#include "mail/zone.h"
#include "rule/reading.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static void load(struct arena *a, struct reading_words *words, struct diag *d,
    const char *path)
{
	struct buf text = BUF_EMPTY;
	struct lines in;

	assert_int_equal(file_read(path, 1 << 20, d, &text), STATUS_OK);
	lines_init(&in, a, d, path, buf_text(&text), text.len_bytes);
	while (lines_next(&in))
		assert_true(reading_line(words, &in));
	buf_release(&text);
}

struct reading_words *tongue_load(struct arena *a)
{
	struct reading_words *words = reading_new(a);
	struct diag *d = diag_new();

	/* Unit tests run in the repository's root. */
	load(a, words, d, "rules/en/reading.lang");
	load(a, words, d, "rules/world/reading.lang");
	assert_int_equal(diag_count(d), 0);
	diag_free(d);
	return words;
}

struct letter *tongue_letter(struct arena *a, const char *text)
{
	return tongue_letter_from(a, "", text);
}

struct letter *tongue_letter_from(
    struct arena *a, const char *name, const char *text)
{
	struct letter *l = arena_alloc(a, sizeof(*l));

	*l = (struct letter){
	    .topic = "", .from = {name, "olaf@x.example"}, .text = text};
	l->text_len = strlen(text);
	zones_find(a, tongue_load(a), l);
	return l;
}

const char *tongue_new_text(struct arena *a, const struct letter *l)
{
	char *out = arena_alloc(a, l->text_len + 1);
	size_t n = 0;

	for (size_t z = 0; z < l->n_zones; z++) {
		const char *s = l->text + l->zones[z].offset;

		if (l->zones[z].kind != ZONE_NEW)
			continue;
		for (size_t i = 0; i < l->zones[z].len_bytes; i++) {
			if (!str_space(s[i]))
				out[n++] = s[i];
			else if (n && out[n - 1] != ' ')
				out[n++] = ' ';
		}
	}
	while (n && out[n - 1] == ' ')
		n--;
	out[n] = '\0';
	return out;
}

const char *tongue_zones(struct arena *a, const struct letter *l)
{
	char *out = arena_alloc(a, l->n_zones + 1);

	for (size_t z = 0; z < l->n_zones; z++)
		out[z] = "naqfso"[l->zones[z].kind];
	return out;
}
