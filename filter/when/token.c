/* SPDX-License-Identifier: ISC */
/*
 * Cuts text into words, numbers and marks, and looks each up in the
 * language's lexicon. Case is folded for ASCII and Latin-1 letters;
 * typographic dashes, quotes and blanks count as their plain cousins.
 */
#include "when/token.h"
#include "base/arena.h"
#include "base/str.h"
#include "base/utf8.h"

#include <limits.h>
#include <string.h>

#define LONGEST_FORM_BYTES 48
#define LONGEST_NUMBER     9 /* digits that fit an int */

enum kind { KIND_BLANK, KIND_LETTER, KIND_DIGIT, KIND_MARK };

struct scan {
	const struct date_words *words;
	const char *text;
	size_t len_bytes, at;
	struct arena *arena;
	struct token *tokens;
	size_t n, cap;
	bool is_tight, is_new_text, has_capitals;
};

/* One character: its kind, its bytes, and its plain form in ASCII or 0. */
static enum kind classify(
    const struct scan *s, size_t at, size_t *len_r, char *plain_r)
{
	char c = s->text[at];
	uint32_t cp = 0;

	*len_r = 1;
	*plain_r = c;
	if (str_space(c))
		return KIND_BLANK;
	if (str_digit(c))
		return KIND_DIGIT;
	if (str_alpha(c))
		return KIND_LETTER;
	if (!((unsigned char)c & 0x80))
		return KIND_MARK;
	*len_r = utf8_decode(s->text + at, s->len_bytes - at, &cp);
	*plain_r = 0;
	if (!*len_r) {
		*len_r = 1;
		return KIND_MARK;
	}
	if (cp == 0xa0 || cp == 0x202f || (cp >= 0x2000 && cp <= 0x200b))
		return KIND_BLANK;
	if ((cp >= 0x2010 && cp <= 0x2015) || cp == 0x2212)
		*plain_r = '-';
	if (cp == 0x2018 || cp == 0x2019)
		*plain_r = '\'';
	return cp < 0xc0 || (cp >= 0x2000 && cp < 0x2c00) ? KIND_MARK
							  : KIND_LETTER;
}

/* Lower case into form; the length, 0 when it is too long to be a word. */
static size_t fold(const char *s, size_t len, char *form)
{
	size_t n = 0;

	for (size_t i = 0; i < len; i++) {
		unsigned char c = (unsigned char)s[i];

		if (n + 1 >= LONGEST_FORM_BYTES)
			return 0;
		if (c == 0xe2 && i + 2 < len) { /* the apostrophe inside */
			form[n++] = '\'';
			i += 2;
		} else if (i && (unsigned char)s[i - 1] == 0xc3 && c >= 0x80 &&
			   c <= 0x9e && c != 0x97) {
			form[n++] = (char)(c + 0x20);
		} else {
			form[n++] = str_lower((char)c);
		}
	}
	return n;
}

static void look_up(struct scan *s, struct token *t)
{
	char form[LONGEST_FORM_BYTES];
	const struct date_word *word;
	size_t n = 1;

	if (t->kind == TOKEN_MARK && t->mark)
		form[0] = t->mark;
	else
		n = fold(s->text + t->offset, t->len_bytes, form);
	word = n ? date_words_find(s->words, form, n) : NULL;
	t->entries = word ? word->entries : NULL;
}

static void push(struct scan *s, struct token t)
{
	if (s->n == s->cap) {
		struct token *more;

		s->cap = s->cap ? s->cap * 2 : 64;
		more = arena_array(s->arena, s->cap, sizeof(*more));
		if (s->n)
			memcpy(more, s->tokens, s->n * sizeof(*more));
		s->tokens = more;
	}
	t.is_tight = s->is_tight;
	t.is_new_text = s->is_new_text;
	look_up(s, &t);
	s->tokens[s->n++] = t;
	s->is_tight = true;
	s->is_new_text = false;
}

/* "o'clock": an apostrophe between letters belongs to the word. */
static bool joins_letters(const struct scan *s, size_t at, size_t len)
{
	size_t n;
	char plain;

	return at + len < s->len_bytes &&
	       classify(s, at + len, &n, &plain) == KIND_LETTER;
}

static void take_word(struct scan *s)
{
	size_t start = s->at, len, apostrophe = 0;
	struct token t = {.offset = start, .kind = TOKEN_WORD};
	enum kind kind;
	char plain;

	t.is_capitalized = s->text[start] >= 'A' && s->text[start] <= 'Z';
	while (s->at < s->len_bytes) {
		kind = classify(s, s->at, &len, &plain);
		if (plain == '\'' && kind == KIND_MARK &&
		    joins_letters(s, s->at, len))
			apostrophe = s->at;
		else if (kind != KIND_LETTER)
			break;
		if (plain >= 'A' && plain <= 'Z')
			s->has_capitals = true;
		s->at += len;
	}
	t.len_bytes = s->at - start;
	/* "week's": the owner and the mark are two. */
	if (apostrophe && s->at - apostrophe <= 4 &&
	    str_lower(s->text[s->at - 1]) == 's') {
		t.len_bytes = apostrophe - start;
		push(s, t);
		t.offset = apostrophe;
		t.len_bytes = s->at - apostrophe;
		t.is_capitalized = false;
	}
	push(s, t);
}

static void take_number(struct scan *s)
{
	struct token t = {.offset = s->at, .kind = TOKEN_NUMBER};

	for (; s->at < s->len_bytes && str_digit(s->text[s->at]); s->at++) {
		t.digits++;
		if (t.digits <= LONGEST_NUMBER)
			t.number = t.number * 10 + (s->text[s->at] - '0');
	}
	t.len_bytes = s->at - t.offset;
	push(s, t);
}

static void take_blanks(struct scan *s)
{
	int lines = 0;
	size_t len;
	char plain;

	while (s->at < s->len_bytes &&
	       classify(s, s->at, &len, &plain) == KIND_BLANK) {
		lines += s->text[s->at] == '\n';
		s->at += len;
	}
	s->is_tight = false;
	s->is_new_text = s->is_new_text || lines > 1;
}

static bool is_key(const struct date_words *w, const struct token *t)
{
	const struct date_entry *e;

	if (t->kind == TOKEN_NUMBER)
		return true;
	for (e = t->entries; e; e = e->next)
		if (e->is_key || w->symbols[e->symbol].is_key)
			return true;
	return false;
}

/* Most words of a text are far from any that a time has. */
static void measure_to_key(const struct date_words *w, struct scan *s)
{
	unsigned distance = UINT_MAX / 2;

	for (size_t i = s->n; i--;) {
		distance = is_key(w, &s->tokens[i]) ? 0 : distance + 1;
		s->tokens[i].to_key = distance;
	}
}

size_t tokens_of(struct arena *a, const struct date_words *w, const char *text,
    size_t len_bytes, struct token **tokens_r, bool *has_capitals_r)
{
	struct scan s = {.words = w,
	    .text = text,
	    .len_bytes = len_bytes,
	    .arena = a,
	    .is_new_text = true};
	struct token t;
	size_t len;
	char plain;

	while (s.at < len_bytes) {
		switch (classify(&s, s.at, &len, &plain)) {
		case KIND_BLANK:
			take_blanks(&s);
			break;
		case KIND_LETTER:
			take_word(&s);
			break;
		case KIND_DIGIT:
			take_number(&s);
			break;
		case KIND_MARK:
			t = (struct token){.offset = s.at,
			    .len_bytes = len,
			    .kind = TOKEN_MARK,
			    .mark = plain};
			s.at += len;
			push(&s, t);
			break;
		}
	}
	measure_to_key(w, &s);
	*tokens_r = s.tokens;
	*has_capitals_r = s.has_capitals;
	return s.n;
}
