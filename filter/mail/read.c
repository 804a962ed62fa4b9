/* SPDX-License-Identifier: ISC */
/* A letter from bytes: headers, then the body, then what is new in it. */
#include "mail/read.h"
#include "base/arena.h"
#include "base/limits.h"
#include "base/str.h"
#include "mail/body.h"
#include "mail/fields.h"
#include "mail/header.h"
#include "mail/naming.h"
#include "mail/quoted.h"
#include "mail/sentence.h"
#include "mail/zone.h"

#include <string.h>

static struct letter *letter_new(struct arena *a, struct stamp date)
{
	struct letter *l = arena_alloc(a, sizeof(*l));

	*l = (struct letter){.message_id = "",
	    .subject = "",
	    .topic = "",
	    .date = date,
	    .from = {"", "", 0},
	    .text = ""};
	return l;
}

/* Old Macintosh ends lines with CR alone: for those that know LF, a copy. */
static const char *with_line_feeds(
    struct arena *a, const char *bytes, size_t len_bytes)
{
	char *copy;

	if (!len_bytes || memchr(bytes, '\n', len_bytes) ||
	    !memchr(bytes, '\r', len_bytes))
		return bytes;
	copy = arena_alloc(a, len_bytes + 1);
	for (size_t i = 0; i < len_bytes; i++)
		copy[i] = bytes[i] == '\r' ? '\n' : bytes[i];
	return copy;
}

struct letter *mail_read(struct arena *a, const struct reading_words *words,
    const char *bytes, size_t len_bytes, struct stamp arrival)
{
	struct letter *l = letter_new(a, arrival);
	struct header h;
	char *from_line;
	size_t start;

	if (len_bytes > LIMIT_ANALYSED_BYTES) {
		len_bytes = LIMIT_ANALYSED_BYTES;
		l->flags |= LETTER_TRUNCATED;
	}
	bytes = with_line_feeds(a, bytes, len_bytes);
	start = header_start(a, bytes, len_bytes, &from_line);
	bytes += start;
	len_bytes -= start;
	header_split(a, bytes, len_bytes, &h);
	fields_read(a, words, &h, from_line, arrival, l);
	bytes += h.body;
	len_bytes -= h.body;
	if (!l->message_id[0])
		fields_make_id(a, &h, bytes, len_bytes, l);
	body_read(a, words, &h, bytes, len_bytes, l);
	zones_find(a, words, l);
	quoted_find(a, words, l);
	sentences_find(a, words, l);
	naming_find(a, words, l);
	return l;
}

struct letter *mail_from_line(
    struct arena *a, const char *text, size_t len_bytes, struct stamp date)
{
	struct letter *l = letter_new(a, date);
	struct span s = str_trim(text, len_bytes);

	l->text = arena_strndup(a, s.data, s.len_bytes);
	l->text_len = s.len_bytes;
	l->zones = arena_array(a, 1, sizeof(*l->zones));
	l->zones[0] = (struct zone){ZONE_NEW, 0, l->text_len, 0};
	l->n_zones = 1;
	l->sentences = arena_array(a, 1, sizeof(*l->sentences));
	l->sentences[0] = (struct sentence){.len_bytes = l->text_len,
	    .text = l->text,
	    .text_len = l->text_len,
	    .answers = SENTENCE_ANSWERS_NOTHING};
	l->n_sentences = 1;
	return l;
}

char *mail_new_text(struct arena *a, const struct letter *l)
{
	char *out = arena_alloc(a, l->text_len + 1);
	struct span s;
	size_t n = 0;

	for (size_t i = 0; i < l->n_zones; i++) {
		const struct zone *z = &l->zones[i];

		if (z->kind != ZONE_NEW)
			continue;
		memcpy(out + n, l->text + z->offset, z->len_bytes);
		n += z->len_bytes;
	}
	s = str_trim(out, n);
	out[(size_t)(s.data - out) + s.len_bytes] = '\0';
	return out + (s.data - out);
}
