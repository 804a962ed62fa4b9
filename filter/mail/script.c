/* SPDX-License-Identifier: ISC */
/*
 * Scripts of single-byte text with a wrong label, by counting. In Latin
 * text a byte above 0xbf is an accented letter among plain ones; in Cyrillic,
 * Greek, Hebrew and Arabic, words are of nothing else.
 */
#include "mail/script.h"
#include "base/str.h"

#include <stdbool.h>
#include <string.h>

/* Fewer letters could be a name, or a row of accents. */
#define FEWEST_LETTERS 12
/* A page of text tells it. */
#define COUNTED_BYTES 8192

struct count {
	size_t high;  /* letters above 0xbf */
	size_t runs;  /* of them, those beside another one */
	size_t mixed; /* of them, those beside a plain letter */
	size_t of[256];
};

static bool is_high(const char *s, size_t len_bytes, size_t i)
{
	return i < len_bytes && (unsigned char)s[i] >= 0xc0;
}

static bool is_plain(const char *s, size_t len_bytes, size_t i)
{
	return i < len_bytes && str_alpha(s[i]);
}

static size_t count_high(const char *s, size_t len_bytes)
{
	size_t n = 0;

	for (size_t i = 0; i < len_bytes; i++)
		n += (unsigned char)s[i] >= 0xc0;
	return n;
}

static void count(const char *s, size_t len_bytes, struct count *c_r)
{
	for (size_t i = 0; i < len_bytes; i++) {
		c_r->of[(unsigned char)s[i]]++;
		if (!is_high(s, len_bytes, i))
			continue;
		/* Before the first byte lies a very large index. */
		c_r->runs += is_high(s, len_bytes, i - 1) ||
			     is_high(s, len_bytes, i + 1);
		c_r->mixed += is_plain(s, len_bytes, i - 1) ||
			      is_plain(s, len_bytes, i + 1);
	}
}

/* How many of the text's bytes are one of those. */
static size_t sum(const struct count *c, const char *bytes)
{
	size_t n = 0;

	for (; *bytes; bytes++)
		n += c->of[(unsigned char)*bytes];
	return n;
}

static size_t sum_range(const struct count *c, int first, int last)
{
	size_t n = 0;

	for (int i = first; i <= last; i++)
		n += c->of[i];
	return n;
}

/* Words of high letters alone, hardly a sign that East Asia's bytes have. */
static bool is_other_script(const struct count *c)
{
	return c->runs * 10 >= c->high * 8 && c->mixed * 10 <= c->high &&
	       sum_range(c, 0x80, 0xbf) * 10 <= c->high;
}

/* Hebrew has neither capitals nor a letter behind tav, at 0xfa. */
static bool may_be_hebrew(const struct count *c)
{
	return (sum_range(c, 0xc0, 0xdf) + sum_range(c, 0xfb, 0xff)) * 50 <=
	       c->high;
}

/* One letter in eight is an alef; it stands where Cyrillic has capitals. */
static bool may_be_arabic(const struct count *c)
{
	return c->of[0xc7] * 15 >= c->high;
}

/*
 * By the most frequent letters: the vowels o, a, i and omicron, alpha, iota;
 * yod, resh, shin, tav, he; alef, lam, mim, yeh, nun, waw. KOI8 has its small
 * letters where the others have the capitals.
 */
const char *script_guess(const char *s, size_t len_bytes)
{
	static const struct {
		const char *name, *letters;
		bool (*may_be)(const struct count *c);
	} charsets[] = {{"CP1251", "\xee\xe0\xe8\xce\xc0\xc8", NULL},
	    {"CP1253", "\xef\xe1\xe9", NULL}, {"KOI8-R", "\xcf\xc1\xc9", NULL},
	    {"CP1255", "\xe9\xf8\xf9\xfa\xe4", may_be_hebrew},
	    {"CP1256", "\xc7\xe1\xe3\xed\xe4\xe6", may_be_arabic},
	    {"ISO-8859-6", "\xc7\xe4\xe5\xea\xe6\xe8", may_be_arabic}};
	struct count c = {0, 0, 0, {0}};
	const char *name = NULL;
	size_t most = 0;

	if (len_bytes > COUNTED_BYTES)
		len_bytes = COUNTED_BYTES;
	c.high = count_high(s, len_bytes);
	if (c.high < FEWEST_LETTERS)
		return NULL;
	count(s, len_bytes, &c);
	if (!is_other_script(&c))
		return NULL;
	for (size_t i = 0; i < sizeof(charsets) / sizeof(*charsets); i++) {
		size_t n = sum(&c, charsets[i].letters);

		if (charsets[i].may_be && !charsets[i].may_be(&c))
			continue;
		if (!name || n > most) {
			name = charsets[i].name;
			most = n;
		}
	}
	return name;
}
