/* SPDX-License-Identifier: ISC */
/*
 * Folding for comparison. It covers the scripts of the languages in rules/
 * and never lengthens the text; it is no full Unicode case folding.
 */
#include "base/fold.h"
#include "base/str.h"
#include "base/utf8.h"

#include <stdbool.h>

static uint32_t lower_latin(uint32_t cp)
{
	if (cp == 0x130) /* Turkish dotted I */
		return 'i';
	if (cp == 0x178)
		return 0xff;
	if (cp < 0x100)
		return cp == 0xd7 ? cp : cp + 32;
	if (cp == 0x131 || cp == 0x138 || cp == 0x149 || cp == 0x17f)
		return cp;
	/* Capitals are even up to 137 and from 14A to 177, else odd. */
	if (cp < 0x138 || (cp >= 0x14a && cp <= 0x177))
		return cp | 1;
	return cp & 1 ? cp + 1 : cp;
}

uint32_t fold_lower(uint32_t cp)
{
	if (cp < 0x80)
		return (uint32_t)(unsigned char)str_lower((char)cp);
	if ((cp >= 0xc0 && cp <= 0xde) || (cp >= 0x100 && cp <= 0x17f))
		return lower_latin(cp);
	if (cp == 0x218 || cp == 0x21a) /* Romanian */
		return cp + 1;
	if (cp >= 0x391 && cp <= 0x3a9)
		return cp + 32;
	if (cp >= 0x400 && cp <= 0x40f)
		return cp + 80;
	if (cp >= 0x410 && cp <= 0x42f)
		return cp + 32;
	if (cp == 0x490) /* Ukrainian */
		return cp + 1;
	return cp;
}

static bool is_invisible(uint32_t cp)
{
	return cp == 0xad || cp == 0x61c || cp == 0xfeff ||
	       (cp >= 0x200b && cp <= 0x200f) ||
	       (cp >= 0x202a && cp <= 0x202e) || (cp >= 0x2060 && cp <= 0x2069);
}

static bool is_blank(uint32_t cp)
{
	return cp == 0xa0 || cp == 0x3000 || cp == 0x202f ||
	       (cp >= 0x2000 && cp <= 0x200a);
}

static uint32_t ascii_kin(uint32_t cp)
{
	if ((cp >= 0x2010 && cp <= 0x2015) || cp == 0x2212)
		return '-';
	if (cp == 0x2018 || cp == 0x2019)
		return '\'';
	if ((cp >= 0x201c && cp <= 0x201f) || cp == 0xab || cp == 0xbb)
		return '"';
	if (cp == 0xff1a)
		return ':';
	if (cp >= 0x660 && cp <= 0x669)
		return '0' + cp - 0x660;
	if (cp >= 0x6f0 && cp <= 0x6f9)
		return '0' + cp - 0x6f0;
	return fold_lower(cp);
}

static char *put(char *to, uint32_t cp)
{
	if (cp < 0x80) {
		*to++ = (char)cp;
	} else if (cp < 0x800) {
		*to++ = (char)(0xc0 | cp >> 6);
		*to++ = (char)(0x80 | (cp & 0x3f));
	} else if (cp < 0x10000) {
		*to++ = (char)(0xe0 | cp >> 12);
		*to++ = (char)(0x80 | (cp >> 6 & 0x3f));
		*to++ = (char)(0x80 | (cp & 0x3f));
	} else {
		*to++ = (char)(0xf0 | cp >> 18);
		*to++ = (char)(0x80 | (cp >> 12 & 0x3f));
		*to++ = (char)(0x80 | (cp >> 6 & 0x3f));
		*to++ = (char)(0x80 | (cp & 0x3f));
	}
	return to;
}

static inline bool is_visible_ascii(char c)
{
	return (unsigned char)(c - '!') < 0x80 - '!';
}

size_t fold_text(char *out, const char *s, size_t len_bytes)
{
	const char *end = s + len_bytes;
	char *to = out;
	bool blank = false;

	while (s < end) {
		uint32_t cp = (unsigned char)*s;
		size_t n = 1;

		/* Runs of ASCII letters are most of any text. */
		if (cp > ' ' && cp < 0x80) {
			if (blank)
				*to++ = ' ';
			blank = false;
			do
				*to++ = str_lower(*s++);
			while (s < end && is_visible_ascii(*s));
			continue;
		}
		if (cp >= 0x80) {
			n = utf8_decode(s, (size_t)(end - s), &cp);
			if (!n) {
				*to++ = *s++;
				continue;
			}
		}
		s += n;
		if (is_invisible(cp))
			continue;
		if ((cp < 0x80 && str_space((char)cp)) || is_blank(cp)) {
			blank = to > out;
			continue;
		}
		if (blank)
			*to++ = ' ';
		blank = false;
		to = put(to, ascii_kin(cp));
	}
	return (size_t)(to - out);
}
