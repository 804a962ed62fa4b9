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

static void add_field(struct body *b, const struct header *h, const char *name)
{
	const struct field *f = header_find(h, name);
	char *line;

	if (!f)
		return;
	line = arena_printf(
	    b->arena, "%s: %s\n", name, encoded_field(b->arena, f));
	part_append(b, line, strlen(line));
}

/* The first wording that the phrases know for a forward. */
static struct span marker(const struct reading_words *words)
{
	static const char fallback[] = "message/rfc822";
	const struct reading_list *list =
	    words ? &words->lists[READING_FORWARDED] : NULL;

	if (!list || !list->n)
		return (struct span){fallback, sizeof(fallback) - 1};
	return (struct span){list->phrases[0].text, list->phrases[0].len_bytes};
}

void forward_open(struct body *b, const struct header *h)
{
	static const char *const names[] = {
	    "From", "Date", "Subject", "To", "Cc"};
	size_t n = b->text.len_bytes;
	struct span forwarded = marker(b->words);
	char *line;

	if (n && b->text.data[n - 1] != '\n')
		part_append(b, "\n", 1);
	line = arena_printf(b->arena, "%s---------- %.*s ----------\n",
	    n ? "\n" : "", (int)forwarded.len_bytes, forwarded.data);
	part_append(b, line, strlen(line));
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		add_field(b, h, names[i]);
	/* part.c puts the empty line before the text. */
}
