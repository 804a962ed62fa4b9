/* SPDX-License-Identifier: ISC */
/* Attached messages, set into the text the way mailers forward inline. */
#include "mail/forward.h"
#include "base/arena.h"
#include "base/str.h"
#include "mail/encoded.h"
#include "mail/header.h"
#include "mail/part.h"
#include "model/reading.h"

#include <string.h>

const char *forward_name(struct arena *a, const struct header *h)
{
	const struct field *f = header_find(h, "Subject");

	return f ? encoded_one_line(
		       a, encoded_decode(a, f->value, f->len_bytes))
		 : "";
}

static void add_field(struct body *b, const struct header *h, const char *name)
{
	const struct field *f = header_find(h, name);
	char *line;

	if (!f)
		return;
	line = encoded_one_line(
	    b->arena, encoded_decode(b->arena, f->value, f->len_bytes));
	line = arena_printf(b->arena, "%s: %s\n", name, line);
	part_append(b, line, strlen(line));
}

void forward_open(struct body *b, const struct header *h)
{
	static const char *const names[] = {
	    "From", "Date", "Subject", "To", "Cc"};
	const struct reading_words *w = b->words;
	size_t n = b->text.len_bytes;
	char *line;

	if (n && b->text.data[n - 1] != '\n')
		part_append(b, "\n", 1);
	line = arena_printf(b->arena, "%s---------- %s ----------\n",
	    n ? "\n" : "",
	    w && w->lists[READING_FORWARDED].n
		? w->lists[READING_FORWARDED].phrases[0].text
		: "message/rfc822");
	part_append(b, line, strlen(line));
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		add_field(b, h, names[i]);
	/* part.c puts the empty line before the text. */
}
