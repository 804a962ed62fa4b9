/* SPDX-License-Identifier: ISC */
/*
 * Sets of strings with which a pattern's matches begin or which occur in
 * them: joining, limiting and choosing among them. Every operation may say
 * less than it could, never more.
 */
#include "rule/literal_sets.h"
#include "base/arena.h"
#include "base/str.h"

#include <string.h>

#define CROSS_MOST    96 /* strings that multiplying may give */
#define LONGEST       28 /* bytes of a string */
#define GOOD_BYTES    8  /* longer than this is no rarer in mail */
#define WORTH_LOOKING 3  /* a set below is met in every sentence */

struct literals literals_one(
    struct arena *a, const char *text, size_t len, unsigned flags)
{
	struct literals l = {arena_array(a, 1, sizeof(*l.items)), 1};

	l.items[0] = (struct literal){text, (uint8_t)len, (uint8_t)flags};
	return l;
}

bool literals_are_useful(const struct literals *l)
{
	for (size_t i = 0; i < l->n; i++)
		if (!l->items[i].len_bytes)
			return false;
	return l->n > 0;
}

bool literals_are_exact(const struct literals *l)
{
	for (size_t i = 0; i < l->n; i++)
		if (l->items[i].flags & LITERAL_CUT)
			return false;
	return true;
}

/* Whether it says that anything may stand here. */
static bool is_open_ended(const struct literals *l)
{
	for (size_t i = 0; i < l->n; i++)
		if (!l->items[i].len_bytes && l->items[i].flags & LITERAL_CUT)
			return true;
	return false;
}

static size_t count_live(const struct literals *l)
{
	size_t n = 0;

	for (size_t i = 0; i < l->n; i++)
		n += !(l->items[i].flags & LITERAL_CUT);
	return n;
}

struct literals literals_cut(struct arena *a, const struct literals *l)
{
	struct literals out = {arena_array(a, l->n, sizeof(*out.items)), l->n};

	for (size_t i = 0; i < l->n; i++) {
		out.items[i] = l->items[i];
		out.items[i].flags |= LITERAL_CUT;
	}
	return out;
}

/* What PCRE2 takes for \w without UCP. */
static bool is_word(char c)
{
	return str_alpha(c) || str_digit(c) || c == '_';
}

enum needs_end literals_end(const struct literals *l)
{
	enum needs_end end = END_SIGN;

	for (size_t i = 0; i < l->n; i++) {
		const struct literal *s = &l->items[i];

		if (!s->len_bytes) {
			if (!(s->flags & (LITERAL_WORD_START | LITERAL_FIRST)))
				end = END_NOTHING;
		} else if (is_word(s->text[s->len_bytes - 1])) {
			return END_UNKNOWN;
		}
	}
	return end;
}

struct literals literals_as_words(struct arena *a, const struct literals *l)
{
	struct literals out = {arena_array(a, l->n, sizeof(*out.items)), l->n};

	for (size_t i = 0; i < l->n; i++) {
		out.items[i] = l->items[i];
		if (l->items[i].len_bytes && is_word(l->items[i].text[0]))
			out.items[i].flags |= LITERAL_WORD_START;
	}
	return out;
}

struct literals literals_behind(
    struct arena *a, const struct literals *before, const struct literals *l)
{
	for (size_t i = 0; i < before->n; i++) {
		const struct literal *s = &before->items[i];

		if (s->flags & LITERAL_CUT || !s->len_bytes ||
		    is_word(s->text[s->len_bytes - 1]))
			return *l;
	}
	return before->n ? literals_as_words(a, l) : *l;
}

/* b after a. A boundary between two strings is forgotten. */
static struct literal join(
    struct arena *arena, const struct literal *a, const struct literal *b)
{
	struct literal out = *a;
	char *text;

	if (!b->len_bytes) {
		out.flags |= b->flags & (LITERAL_CUT | LITERAL_WORD_END);
		if (!a->len_bytes)
			out.flags |= b->flags;
		else if (b->flags & LITERAL_WORD_START)
			out.flags |= LITERAL_WORD_END;
		return out;
	}
	out.flags = a->flags & (LITERAL_WORD_START | LITERAL_FIRST);
	if (!a->len_bytes) {
		out.text = b->text;
		out.len_bytes = b->len_bytes;
		out.flags |= b->flags;
		return out;
	}
	if (a->len_bytes + b->len_bytes > LONGEST) {
		out.flags |= LITERAL_CUT;
		return out;
	}
	text = arena_alloc(arena, (size_t)a->len_bytes + b->len_bytes + 1);
	memcpy(text, a->text, a->len_bytes);
	memcpy(text + a->len_bytes, b->text, b->len_bytes);
	out.text = text;
	out.len_bytes = (uint8_t)(a->len_bytes + b->len_bytes);
	out.flags |= b->flags & (LITERAL_WORD_END | LITERAL_CUT);
	return out;
}

bool literals_cross(
    struct arena *arena, struct literals *a, const struct literals *b)
{
	size_t live = count_live(a), n = 0;
	struct literals out;

	if (is_open_ended(b)) {
		*a = literals_cut(arena, a);
		return true;
	}
	out.n = a->n - live + live * b->n;
	/* One string before many does not multiply them. */
	if (out.n > (live <= 1 ? LITERALS_MOST : CROSS_MOST))
		return false;
	out.items = arena_array(arena, out.n, sizeof(*out.items));
	for (size_t i = 0; i < a->n; i++) {
		if (a->items[i].flags & LITERAL_CUT) {
			out.items[n++] = a->items[i];
			continue;
		}
		for (size_t k = 0; k < b->n; k++)
			out.items[n++] =
			    join(arena, &a->items[i], &b->items[k]);
	}
	*a = out;
	return true;
}

long literals_worth(const struct literals *l)
{
	size_t least = GOOD_BYTES + 3;

	if (!literals_are_useful(l))
		return -1000;
	for (size_t i = 0; i < l->n; i++) {
		const struct literal *s = &l->items[i];
		size_t v =
		    s->len_bytes < GOOD_BYTES ? s->len_bytes : GOOD_BYTES;

		/* A sign before a word bounds it, and is rare by itself. */
		if (s->flags & LITERAL_WORD_START ||
		    (!str_alpha(s->text[0]) &&
			(s->text[0] != ' ' || s->len_bytes > 1)))
			v += 2;
		if (s->flags & LITERAL_WORD_END)
			v += 1;
		if (v < least)
			least = v;
	}
	return (long)(least * 16) - (long)(l->n / 32);
}

void needs_add(struct needs *needs, const struct literals *l)
{
	size_t least = 0;
	long value = literals_worth(l);

	if (value < WORTH_LOOKING * 16 - LITERALS_MOST / 32 ||
	    l->n > LITERALS_MOST)
		return;
	if (needs->n_sets < NEEDS_SETS) {
		needs->sets[needs->n_sets++] = *l;
		return;
	}
	for (size_t i = 1; i < NEEDS_SETS; i++)
		if (literals_worth(&needs->sets[i]) <
		    literals_worth(&needs->sets[least]))
			least = i;
	if (value > literals_worth(&needs->sets[least]))
		needs->sets[least] = *l;
}
