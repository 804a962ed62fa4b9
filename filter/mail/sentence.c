/* SPDX-License-Identifier: ISC */
/*
 * The sentences of a letter's new text, each with the quoted question that
 * an inline reply stands under. Where sentences end is decided in split.c.
 */
#include "mail/sentence.h"
#include "base/arena.h"
#include "base/limits.h"
#include "base/str.h"
#include "mail/split.h"
#include "model/letter.h"

#include <string.h>

/* A question stands in the last lines above its answer. */
#define QUESTION_REACH_BYTES 2000
/* Words may follow it ("..., Ann"), but not many sentences. */
#define QUESTION_REACH 3

struct gather {
	struct arena *arena;
	struct letter *letter;
	size_t cap, cap_quoted;
	size_t zone, answers;
};

/* The last sentences of a quote: the latest question among them. */
struct question {
	struct split_sentence last;
	size_t since; /* sentences that followed it */
	bool found;
};

/* One line: white space runs as one blank, quote marks of lines off. */
static const char *one_line(
    struct arena *a, const char *s, size_t len, size_t *len_r)
{
	char *out = arena_alloc(a, len + 1);
	size_t n = 0;
	bool blank = false, line_start = false;

	for (size_t i = 0; i < len; i++) {
		if (str_space(s[i]) || (line_start && s[i] == '>')) {
			line_start |= s[i] == '\n';
			blank = n > 0;
			continue;
		}
		if (i + 1 < len && s[i] == '\xc2' && s[i + 1] == '\xa0') {
			blank = n > 0;
			i++;
			continue;
		}
		if (blank)
			out[n++] = ' ';
		blank = line_start = false;
		out[n++] = s[i];
	}
	out[n] = '\0';
	*len_r = n;
	return out;
}

static bool add_sentence(void *user, const struct split_sentence *s)
{
	struct gather *g = user;
	struct letter *l = g->letter;
	struct sentence *v;

	if (l->n_sentences == LIMIT_SENTENCES) {
		l->flags |= LETTER_TRUNCATED;
		return false;
	}
	l->sentences = arena_grow(g->arena, l->sentences, l->n_sentences,
	    &g->cap, sizeof(*l->sentences));
	v = &l->sentences[l->n_sentences++];
	*v = (struct sentence){.offset = s->offset,
	    .len_bytes = s->len_bytes,
	    .zone = g->zone,
	    .answers = g->answers,
	    .bullet = s->bullet};
	v->text =
	    one_line(g->arena, l->text + s->offset, s->len_bytes, &v->text_len);
	return true;
}

static bool ends_in_question(const char *s, size_t len)
{
	while (len && (s[len - 1] == ')' || s[len - 1] == '"' ||
			  s[len - 1] == '!' || s[len - 1] == '*'))
		len--;
	return (len && s[len - 1] == '?') ||
	       (len >= 3 && memcmp(s + len - 3, "\xef\xbc\x9f", 3) == 0) ||
	       (len >= 2 && memcmp(s + len - 2, "\xd8\x9f", 2) == 0);
}

struct question_search {
	const char *text;
	struct question q;
};

static bool note_question(void *user, const struct split_sentence *s)
{
	struct question_search *search = user;

	if (ends_in_question(search->text + s->offset, s->len_bytes))
		search->q = (struct question){*s, 0, true};
	else
		search->q.since++;
	return true;
}

/* The question at the end of the quote in zone z, as an index, or none. */
static size_t question_above(
    struct gather *g, const struct reading_words *words, size_t z)
{
	struct letter *l = g->letter;
	struct question_search search = {.text = l->text};
	size_t from, to, len;

	if (!z || l->zones[z - 1].kind != ZONE_QUOTE)
		return SENTENCE_ANSWERS_NOTHING;
	from = l->zones[z - 1].offset;
	to = from + l->zones[z - 1].len_bytes;
	if (to - from > QUESTION_REACH_BYTES) {
		const char *nl = memchr(l->text + to - QUESTION_REACH_BYTES,
		    '\n', QUESTION_REACH_BYTES);

		if (!nl)
			return SENTENCE_ANSWERS_NOTHING;
		from = (size_t)(nl - l->text) + 1;
	}
	split_text(words, l->text, from, to, note_question, &search);
	if (!search.q.found || search.q.since >= QUESTION_REACH)
		return SENTENCE_ANSWERS_NOTHING;
	l->quoted = arena_grow(g->arena, l->quoted, l->n_quoted, &g->cap_quoted,
	    sizeof(*l->quoted));
	l->quoted[l->n_quoted++] = one_line(g->arena,
	    l->text + search.q.last.offset, search.q.last.len_bytes, &len);
	return l->n_quoted - 1;
}

void sentences_find(
    struct arena *a, const struct reading_words *words, struct letter *l)
{
	struct gather g = {.arena = a, .letter = l};
	size_t read_bytes = 0;

	l->sentences = NULL;
	l->quoted = NULL;
	l->n_sentences = l->n_quoted = 0;
	for (size_t z = 0; z < l->n_zones; z++) {
		const struct zone *zone = &l->zones[z];
		size_t len = zone->len_bytes;

		if (zone->kind != ZONE_NEW)
			continue;
		if (len > LIMIT_NEW_TEXT_BYTES - read_bytes) {
			len = LIMIT_NEW_TEXT_BYTES - read_bytes;
			l->flags |= LETTER_TRUNCATED;
			/* Whole lines; a line beyond all limits is left. */
			while (len && l->text[zone->offset + len - 1] != '\n')
				len--;
		}
		read_bytes += len;
		g.zone = z;
		g.answers = question_above(&g, words, z);
		split_text(words, l->text, zone->offset, zone->offset + len,
		    add_sentence, &g);
	}
}
