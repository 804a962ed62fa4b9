/* SPDX-License-Identifier: ISC */
/*
 * Clients that write no References often quote the header of what they reply
 * to or forward, some all of it, and nearly all quote its words. A field's
 * name is no word of a language: it is the same everywhere.
 */
#include "mail/quoted.h"
#include "base/arena.h"
#include "base/str.h"
#include "mail/split.h"
#include "model/letter.h"
#include "model/reference.h"

#include <string.h>

#define FIELD "message-id:"
/* As in mail/fields.c: what is longer is no id. */
#define LONGEST_ID_BYTES 250
/* What was asked or promised stands near the beginning. */
#define MOST_SENTENCES 12

/* Quote marks, and what makes a field's name bold in plain text. */
static bool is_mark(char c)
{
	return str_space(c) || c == '>' || c == '|' || c == '*';
}

/* Only marks between the line's beginning and s[at]. */
static bool begins_line(const char *s, size_t at)
{
	while (at && s[at - 1] != '\n' && is_mark(s[at - 1]))
		at--;
	return !at || s[at - 1] == '\n';
}

/* <id> at the beginning of s, marks apart; NULL when there is none. */
static const char *id_at(struct arena *a, const char *s, const char *end)
{
	const char *close, *at;

	while (s < end && is_mark(*s))
		s++;
	if (s == end || *s++ != '<')
		return NULL;
	close = memchr(s, '>', (size_t)(end - s));
	if (!close || close == s || close - s > LONGEST_ID_BYTES)
		return NULL;
	at = memchr(s, '@', (size_t)(close - s));
	if (!at || at == s || at + 1 == close)
		return NULL;
	for (const char *c = s; c < close; c++)
		if ((unsigned char)*c <= ' ' || *c == '<' || *c == 0x7f)
			return NULL;
	return arena_strndup(a, s, (size_t)(close - s));
}

static const char *find_id(
    struct arena *a, const char *text, size_t from, size_t to)
{
	const char *end = text + to, *at = text + from;

	while ((at = str_find(at, (size_t)(end - at), FIELD))) {
		const char *id = begins_line(text, (size_t)(at - text))
				     ? id_at(a, at + strlen(FIELD), end)
				     : NULL;

		if (id)
			return id;
		at += strlen(FIELD);
	}
	return NULL;
}

static bool refers(const struct letter *l)
{
	for (size_t i = 0; i < l->n_references; i++)
		if (!reference_is_conversation(l->references[i]))
			return true;
	return false;
}

static void add_reference(struct arena *a, struct letter *l, const char *id)
{
	const char **v = arena_array(a, l->n_references + 1, sizeof(*v));

	for (size_t i = 0; i < l->n_references; i++) {
		if (!strcmp(l->references[i], id))
			return;
		v[i] = l->references[i];
	}
	v[l->n_references++] = id;
	l->references = v;
	l->is_reply = l->is_reply || !l->is_forward;
}

struct quote {
	struct arena *arena;
	struct letter *letter;
	size_t n; /* sentences that became references */
};

static bool take_sentence(void *user, const struct split_sentence *sentence)
{
	struct quote *q = user;
	char reference[REFERENCE_QUOTED_BYTES];

	if (reference_of_words(q->letter->text + sentence->offset,
		sentence->len_bytes, reference)) {
		add_reference(
		    q->arena, q->letter, arena_strdup(q->arena, reference));
		q->n++;
	}
	return q->n < MOST_SENTENCES;
}

static bool is_quote(const struct zone *z)
{
	return z->kind == ZONE_QUOTE && z->depth <= 1;
}

void quoted_find(
    struct arena *a, const struct reading_words *words, struct letter *l)
{
	struct quote q = {a, l, 0};
	const char *id = NULL;
	bool begins = !l->is_reply && !l->is_forward;

	if (refers(l))
		return;
	for (size_t i = 0; i < l->n_zones && !id; i++) {
		const struct zone *z = &l->zones[i];

		if (z->kind == ZONE_ATTRIBUTION || z->kind == ZONE_QUOTE ||
		    z->kind == ZONE_FORWARD)
			id = find_id(
			    a, l->text, z->offset, z->offset + z->len_bytes);
	}
	if (id && strcmp(id, l->message_id) != 0)
		add_reference(a, l, id);
	/* A reply says by its subject to what. */
	for (size_t i = 0; !id && begins && i < l->n_zones; i++) {
		const struct zone *z = &l->zones[i];

		if (is_quote(z) && q.n < MOST_SENTENCES)
			split_text(words, l->text, z->offset,
			    z->offset + z->len_bytes, take_sentence, &q);
	}
}
