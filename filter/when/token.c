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
	struct tokens *tokens;
	bool is_tight, is_new_text;
};

/* Nearly all of a text is ASCII; these are called for each byte. */
static inline bool is_blank(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static inline bool is_letter(char c)
{
	return (unsigned char)((c | 0x20) - 'a') < 26;
}

static inline bool is_digit(char c)
{
	return (unsigned char)(c - '0') < 10;
}

static inline bool is_ascii(char c)
{
	return !((unsigned char)c & 0x80);
}

/* One character: its kind, its bytes, and its plain form in ASCII or 0. */
static enum kind classify(
    const struct scan *s, size_t at, size_t *len_r, char *plain_r)
{
	char c = s->text[at];
	uint32_t cp = 0;

	*len_r = 1;
	*plain_r = c;
	if (is_blank(c))
		return KIND_BLANK;
	if (is_digit(c))
		return KIND_DIGIT;
	if (is_letter(c))
		return KIND_LETTER;
	if (is_ascii(c))
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

/* t is that word of the lexicon, unless NULL. */
static void mean(struct scan *s, struct token *t, const struct date_word *word)
{
	if (!word)
		return;
	t->entries = word->entries;
	for (size_t i = 0; i < DATE_NEED_WORDS; i++)
		t->behind.bits[i] |= word->meets.bits[i];
	t->begins |= word->begins;
	t->is_key |= word->is_key;
	s->tokens->has_key |= t->is_key;
}

static void look_up(struct scan *s, struct token *t)
{
	char form[LONGEST_FORM_BYTES];
	size_t n = fold(s->text + t->offset, t->len_bytes, form);

	mean(s, t, n ? date_words_find(s->words, form, n) : NULL);
}

/* The same for ASCII letters or digits, whose key is known. */
static void look_up_plain(struct scan *s, struct token *t, uint64_t key)
{
	if (!date_words_may_have(s->words, s->text + t->offset, t->len_bytes))
		return;
	if (t->len_bytes <= DATE_KEY_BYTES)
		mean(s, t, date_words_find_short(s->words, key, t->len_bytes));
	else
		look_up(s, t);
}

static void make_room(struct scan *s)
{
	struct tokens *all = s->tokens;
	struct token *more = arena_array(s->arena, all->cap * 2, sizeof(*more));

	memcpy(more, all->v, all->n * sizeof(*more));
	all->v = more;
	all->cap *= 2;
}

/* The next token, from where the scan is. */
static struct token *add(struct scan *s, enum token_kind kind)
{
	struct tokens *all = s->tokens;
	struct token *t;

	if (all->n == all->cap)
		make_room(s);
	t = &all->v[all->n++];
	*t = (struct token){.offset = s->at,
	    .kind = kind,
	    .is_tight = s->is_tight,
	    .is_new_text = s->is_new_text};
	s->is_tight = true;
	s->is_new_text = false;
	return t;
}

/* "o'clock": an apostrophe between letters belongs to the word. */
static bool joins_letters(const struct scan *s, size_t at, size_t len)
{
	size_t n;
	char plain;

	return at + len < s->len_bytes &&
	       classify(s, at + len, &n, &plain) == KIND_LETTER;
}

/* A word with an apostrophe or letters beyond ASCII, begun by t. */
static void take_rich_word(struct scan *s, struct token *t)
{
	size_t len, apostrophe = 0;
	enum kind kind;
	char plain;

	while (s->at < s->len_bytes) {
		kind = classify(s, s->at, &len, &plain);
		if (plain == '\'' && kind == KIND_MARK &&
		    joins_letters(s, s->at, len))
			apostrophe = s->at;
		else if (kind != KIND_LETTER)
			break;
		if (plain >= 'A' && plain <= 'Z')
			s->tokens->has_capitals = true;
		s->at += len;
	}
	t->len_bytes = s->at - t->offset;
	/* "week's": the owner and the mark are two. */
	if (apostrophe && s->at - apostrophe <= 4 &&
	    str_lower(s->text[s->at - 1]) == 's') {
		t->len_bytes = apostrophe - t->offset;
		look_up(s, t);
		t = add(s, TOKEN_WORD);
		t->offset = apostrophe;
		t->len_bytes = s->at - apostrophe;
	}
	look_up(s, t);
}

static void take_word(struct scan *s)
{
	struct token *t = add(s, TOKEN_WORD);
	const char *start = s->text + s->at, *end = s->text + s->len_bytes, *c;
	char all = 0x20; /* the bit that capitals lack */
	uint64_t key = 0;

	for (c = start; c < end && is_letter(*c); c++) {
		all &= *c;
		key = key << 8 | (unsigned char)(*c | 0x20);
	}
	if (!all)
		s->tokens->has_capitals = true;
	t->is_capitalized = *start >= 'A' && *start <= 'Z';
	t->len_bytes = (size_t)(c - start);
	s->at += t->len_bytes;
	if (c < end && (*c == '\'' || !is_ascii(*c)))
		take_rich_word(s, t);
	else
		look_up_plain(s, t, key);
}

static void take_number(struct scan *s)
{
	struct token *t = add(s, TOKEN_NUMBER);
	uint64_t key = 0;

	for (; s->at < s->len_bytes && is_digit(s->text[s->at]); s->at++) {
		t->digits++;
		key = key << 8 | (unsigned char)s->text[s->at];
		if (t->digits <= LONGEST_NUMBER)
			t->number = t->number * 10 + (s->text[s->at] - '0');
	}
	t->len_bytes = s->at - t->offset;
	t->is_key = s->tokens->has_key = t->begins = true;
	t->behind = s->words->number_meets;
	look_up_plain(s, t, key);
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

/* A mark, or what begins with a character beyond ASCII. */
static void take_other(struct scan *s)
{
	struct token *t;
	size_t len;
	char plain;

	switch (classify(s, s->at, &len, &plain)) {
	case KIND_BLANK:
		take_blanks(s);
		break;
	case KIND_LETTER:
		take_word(s);
		break;
	default:
		t = add(s, TOKEN_MARK);
		t->len_bytes = len;
		t->mark = plain;
		if (plain)
			mean(s, t,
			    date_words_find_short(
				s->words, (unsigned char)plain, 1));
		else
			look_up(s, t);
		s->at += len;
		break;
	}
}

/*
 * Whether no phrase goes on to t from what is before it. A full stop may be
 * an abbreviation's.
 */
static bool ends_phrases(const struct token *t)
{
	return t->is_new_text ||
	       (!t->entries && t->kind != TOKEN_NUMBER && t->mark != '.');
}

/*
 * Most words of a text are far from any that a time has, and nearly all
 * phrases need a word that is nowhere behind them.
 */
static void look_back(struct tokens *all)
{
	unsigned distance = UINT_MAX / 2;
	struct date_needs behind = date_no_needs;

	for (size_t i = all->n; i--;) {
		struct token *t = &all->v[i];
		struct date_needs own = t->behind;

		distance = t->is_key ? 0 : distance + 1;
		t->to_key = distance;
		t->behind = behind;
		for (size_t k = 0; k < DATE_NEED_WORDS; k++)
			behind.bits[k] |= own.bits[k];
		if (ends_phrases(t))
			behind = date_no_needs;
	}
}

void tokens_of(struct arena *a, const struct date_words *w, const char *text,
    size_t len_bytes, struct tokens *t_r)
{
	struct scan s = {.words = w,
	    .text = text,
	    .len_bytes = len_bytes,
	    .arena = a,
	    .tokens = t_r,
	    .is_new_text = true};

	t_r->v = t_r->few;
	t_r->n = 0;
	t_r->cap = sizeof(t_r->few) / sizeof(t_r->few[0]);
	t_r->has_capitals = t_r->has_key = false;
	while (s.at < len_bytes) {
		char c = text[s.at];

		if (c == ' ' && s.at + 1 < len_bytes &&
		    is_letter(text[s.at + 1])) {
			s.is_tight = false;
			s.at++;
			take_word(&s);
		} else if (is_blank(c)) {
			take_blanks(&s);
		} else if (is_letter(c)) {
			take_word(&s);
		} else if (is_digit(c)) {
			take_number(&s);
		} else {
			take_other(&s);
		}
	}
	if (t_r->has_key)
		look_back(t_r);
}
