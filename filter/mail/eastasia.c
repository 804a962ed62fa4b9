/* SPDX-License-Identifier: ISC */
/*
 * East Asian text without a label, by counting. Nearly any bytes are valid in
 * these charsets, so a text must also keep to the rows of their frequent
 * characters, and its characters must stand side by side: accented letters
 * of Latin words do neither.
 */
#include "mail/eastasia.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

/* Fewer could be any bytes. */
#define FEWEST_CHARS 5
/* A page of text tells it. */
#define COUNTED_BYTES 8192
/* So many different ones say that it is no ornament. */
#define ENOUGH_DISTINCT 20

enum kind {
	KIND_BAD,   /* no character */
	KIND_RARE,  /* one that ordinary text has seldom */
	KIND_SIGN,  /* punctuation, digits, Latin letters */
	KIND_HANZI, /* a frequent ideograph */
	KIND_OWN    /* of a script that no other language has */
};

/* What the character at s is; *len_r is how many bytes it has, if any. */
typedef enum kind classify_fn(
    const unsigned char *s, size_t len_bytes, size_t *len_r);

struct census {
	size_t chars;    /* of two bytes and more */
	size_t bad;      /* bytes that are no character */
	size_t alone;    /* characters without another one beside them */
	size_t gaps;     /* single blanks between two of them */
	size_t distinct; /* different ones */
	size_t of[KIND_OWN + 1];
	uint64_t seen[1024];
};

static bool within(unsigned char c, int first, int last)
{
	return c >= first && c <= last;
}

static bool is_euc_pair(const unsigned char *s, size_t len_bytes)
{
	return len_bytes >= 2 && within(s[0], 0xa1, 0xfe) &&
	       within(s[1], 0xa1, 0xfe);
}

static enum kind euc_jp(const unsigned char *s, size_t len_bytes, size_t *len_r)
{
	*len_r = 2;
	if (s[0] == 0x8e && len_bytes >= 2 && within(s[1], 0xa1, 0xdf))
		return KIND_RARE;
	if (s[0] == 0x8f && len_bytes >= 3 &&
	    is_euc_pair(s + 1, len_bytes - 1)) {
		*len_r = 3;
		return KIND_RARE;
	}
	if (!is_euc_pair(s, len_bytes))
		return KIND_BAD;
	if (s[0] == 0xa4 || s[0] == 0xa5)
		return KIND_OWN;
	if (s[0] <= 0xa3)
		return KIND_SIGN;
	return within(s[0], 0xb0, 0xcf) ? KIND_HANZI : KIND_RARE;
}

static enum kind euc_kr(const unsigned char *s, size_t len_bytes, size_t *len_r)
{
	*len_r = 2;
	if (!is_euc_pair(s, len_bytes))
		return KIND_BAD;
	if (s[0] <= 0xa3)
		return KIND_SIGN;
	return within(s[0], 0xb0, 0xc8) ? KIND_OWN : KIND_RARE;
}

static enum kind gb18030(
    const unsigned char *s, size_t len_bytes, size_t *len_r)
{
	*len_r = 2;
	if (len_bytes < 2 || !within(s[0], 0x81, 0xfe))
		return KIND_BAD;
	if (within(s[1], 0x30, 0x39)) {
		*len_r = 4;
		return len_bytes >= 4 && within(s[2], 0x81, 0xfe) &&
			       within(s[3], 0x30, 0x39)
			   ? KIND_RARE
			   : KIND_BAD;
	}
	if (s[1] < 0x40 || s[1] == 0x7f || s[1] == 0xff)
		return KIND_BAD;
	if (!is_euc_pair(s, len_bytes))
		return KIND_RARE;
	if (s[0] == 0xa1 || s[0] == 0xa3)
		return KIND_SIGN;
	return within(s[0], 0xb0, 0xd7) ? KIND_HANZI : KIND_RARE;
}

static enum kind big5(const unsigned char *s, size_t len_bytes, size_t *len_r)
{
	*len_r = 2;
	if (len_bytes < 2 || !within(s[0], 0x87, 0xfe) ||
	    !(within(s[1], 0x40, 0x7e) || within(s[1], 0xa1, 0xfe)))
		return KIND_BAD;
	if (within(s[0], 0xa1, 0xa3))
		return KIND_SIGN;
	return within(s[0], 0xa4, 0xc6) ? KIND_HANZI : KIND_RARE;
}

static enum kind shift_jis(
    const unsigned char *s, size_t len_bytes, size_t *len_r)
{
	*len_r = 1;
	if (within(s[0], 0xa1, 0xdf))
		return KIND_RARE; /* half-width */
	*len_r = 2;
	if (len_bytes < 2 ||
	    !(within(s[0], 0x81, 0x9f) || within(s[0], 0xe0, 0xfc)) ||
	    s[1] < 0x40 || s[1] == 0x7f || s[1] > 0xfc)
		return KIND_BAD;
	if ((s[0] == 0x82 && within(s[1], 0x9f, 0xf1)) ||
	    (s[0] == 0x83 && within(s[1], 0x40, 0x96)))
		return KIND_OWN;
	if (s[0] <= 0x82)
		return KIND_SIGN;
	return within(s[0], 0x88, 0x97) ? KIND_HANZI : KIND_RARE;
}

static void note(struct census *c, const unsigned char *s, enum kind kind)
{
	unsigned code = (unsigned)s[0] << 8 | s[1];
	uint64_t bit = (uint64_t)1 << (code & 63);

	c->chars++;
	c->of[kind]++;
	c->distinct += !(c->seen[code >> 6] & bit);
	c->seen[code >> 6] |= bit;
}

static void count(struct census *c_r, classify_fn *classify,
    const unsigned char *s, size_t len_bytes)
{
	size_t last = 0, run = 0, n; /* where the last run ended, its length */

	memset(c_r, 0, sizeof(*c_r));
	for (size_t i = 0; i < len_bytes; i += n) {
		enum kind kind = KIND_BAD;

		n = 1;
		if (s[i] >= 0x80)
			kind = classify(s + i, len_bytes - i, &n);
		if (kind != KIND_BAD && n > 1) {
			if (last && i == last + 1 && s[last] == ' ')
				c_r->gaps++;
			note(c_r, s + i, kind);
			run++;
			last = i + n;
			continue;
		}
		c_r->alone += run == 1;
		run = 0;
		/* The last character may be cut off. */
		if (s[i] >= 0x80 && (kind == KIND_RARE || i + 1 < len_bytes))
			c_r->bad++;
		n = 1;
	}
	c_r->alone += run == 1;
}

static bool is_at_least(size_t part, size_t all, size_t percent)
{
	return part * 100 >= all * percent;
}

/* Two bytes a character, of some language. */
static bool is_text(const struct census *c)
{
	size_t enough = c->chars / 3;

	if (enough > ENOUGH_DISTINCT)
		enough = ENOUGH_DISTINCT;
	return c->chars >= FEWEST_CHARS && c->bad * 50 <= c->chars &&
	       c->alone * 5 <= c->chars && c->distinct > enough;
}

/* Kana is in each Japanese sentence, and not in Chinese. */
static bool is_japanese(const struct census *c)
{
	return is_text(c) && is_at_least(c->of[KIND_OWN], c->chars, 20) &&
	       is_at_least(c->chars - c->of[KIND_RARE], c->chars, 90);
}

/* Korean has blanks between its words. */
static bool is_korean(const struct census *c)
{
	return is_text(c) && is_at_least(c->of[KIND_OWN], c->chars, 85) &&
	       is_at_least(c->chars - c->of[KIND_RARE], c->chars, 95) &&
	       is_at_least(c->gaps, c->chars, 12);
}

static bool is_chinese(const struct census *c)
{
	return is_text(c) && is_at_least(c->of[KIND_HANZI], c->chars, 60) &&
	       is_at_least(c->chars - c->of[KIND_RARE], c->chars, 88);
}

/*
 * Whether its 8-bit bytes are close to each other, as two-byte characters'
 * are and accented letters are not: most text is told apart by that.
 */
static bool is_dense(const char *s, size_t len_bytes)
{
	size_t high = 0, dense = 0, last = 0; /* where the last one ended */

	for (size_t i = 0; i < len_bytes; i++) {
		if ((unsigned char)s[i] < 0x80)
			continue;
		high++;
		dense += last && i <= last + 1;
		last = i + 1;
	}
	return high >= FEWEST_CHARS && dense * 2 >= high;
}

const char *eastasia_guess(const char *s, size_t len_bytes)
{
	static const struct {
		const char *name;
		classify_fn *classify;
		bool (*is_it)(const struct census *c);
	} charsets[] = {{"EUC-JP-MS", euc_jp, is_japanese},
	    {"CP949", euc_kr, is_korean}, {"GB18030", gb18030, is_chinese},
	    {"BIG5-HKSCS", big5, is_chinese},
	    {"CP932", shift_jis, is_japanese}};
	struct census c;

	if (len_bytes > COUNTED_BYTES)
		len_bytes = COUNTED_BYTES;
	if (!is_dense(s, len_bytes))
		return NULL;
	for (size_t i = 0; i < sizeof(charsets) / sizeof(*charsets); i++) {
		count(&c, charsets[i].classify, (const unsigned char *)s,
		    len_bytes);
		if (charsets[i].is_it(&c))
			return charsets[i].name;
	}
	return NULL;
}
