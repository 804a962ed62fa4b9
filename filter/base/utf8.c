/* SPDX-License-Identifier: ISC */
/*
 * UTF-8 well-formedness (RFC 3629) and printing text of strangers safely.
 * No normalization, no case mapping.
 */
#include "base/utf8.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"

#include <string.h>

size_t utf8_decode(const char *s, size_t len_bytes, uint32_t *cp_r)
{
	static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
	const unsigned char *u = (const unsigned char *)s;
	uint32_t cp;
	size_t n;

	if (!len_bytes)
		return 0;
	if (u[0] < 0x80) {
		*cp_r = u[0];
		return 1;
	}
	n = u[0] >= 0xf0 ? 4 : u[0] >= 0xe0 ? 3 : 2;
	if (u[0] < 0xc2 || u[0] > 0xf4 || n > len_bytes)
		return 0;
	cp = u[0] & (0x7fU >> n);
	for (size_t i = 1; i < n; i++) {
		if ((u[i] & 0xc0) != 0x80)
			return 0;
		cp = cp << 6 | (u[i] & 0x3fU);
	}
	if (cp < least[n] || cp > 0x10ffff || (cp >= 0xd800 && cp < 0xe000))
		return 0;
	*cp_r = cp;
	return n;
}

/* Bytes of the ASCII text at s, eight at a time: most text is ASCII. */
static size_t ascii_length(const char *s, size_t len_bytes)
{
	const uint64_t high = 0x8080808080808080U;
	size_t n = 0;

	for (uint64_t eight; n + sizeof(eight) <= len_bytes;
	     n += sizeof(eight)) {
		memcpy(&eight, s + n, sizeof(eight));
		if (eight & high)
			break;
	}
	while (n < len_bytes && (unsigned char)s[n] < 0x80)
		n++;
	return n;
}

bool utf8_valid(const char *s, size_t len_bytes)
{
	uint32_t cp;

	for (size_t i = 0, n; i < len_bytes; i += n) {
		n = ascii_length(s + i, len_bytes - i);
		if (!n)
			n = utf8_decode(s + i, len_bytes - i, &cp);
		if (!n)
			return false;
	}
	return true;
}

void utf8_append(struct buf *b, uint32_t cp)
{
	if (cp < 0x80) {
		buf_char(b, (char)cp);
	} else if (cp < 0x800) {
		buf_char(b, (char)(0xc0 | cp >> 6));
		buf_char(b, (char)(0x80 | (cp & 0x3f)));
	} else if (cp < 0x10000) {
		buf_char(b, (char)(0xe0 | cp >> 12));
		buf_char(b, (char)(0x80 | (cp >> 6 & 0x3f)));
		buf_char(b, (char)(0x80 | (cp & 0x3f)));
	} else {
		buf_char(b, (char)(0xf0 | cp >> 18));
		buf_char(b, (char)(0x80 | (cp >> 12 & 0x3f)));
		buf_char(b, (char)(0x80 | (cp >> 6 & 0x3f)));
		buf_char(b, (char)(0x80 | (cp & 0x3f)));
	}
}

/* U+FFFD */
static const char replacement[] = {'\xef', '\xbf', '\xbd'};

char *utf8_clean(
    struct arena *a, const char *s, size_t len_bytes, size_t *len_r)
{
	char *out = arena_array(a, len_bytes + 1, 3), *to = out;
	uint32_t cp;

	for (size_t i = 0, n; i < len_bytes; i += n) {
		n = utf8_decode(s + i, len_bytes - i, &cp);
		if (n && cp) {
			memcpy(to, s + i, n);
			to += n;
		} else {
			memcpy(to, replacement, sizeof(replacement));
			to += sizeof(replacement);
			n = 1;
		}
	}
	*len_r = (size_t)(to - out);
	return out;
}

struct range {
	uint32_t first, last;
};

static bool in_ranges(const struct range *r, size_t n, uint32_t cp)
{
	for (size_t i = 0; i < n; i++)
		if (cp >= r[i].first && cp <= r[i].last)
			return true;
	return false;
}

#define IN(table, cp) in_ranges(table, sizeof(table) / sizeof((table)[0]), cp)

/* Controls, and what reorders or hides text (Unicode TR 36, 3.1). */
static const struct range unsafe[] = {{0x0, 0x1f}, {0x7f, 0x9f}, {0x61c, 0x61c},
    {0x200b, 0x200f}, {0x2028, 0x202e}, {0x2060, 0x206f}, {0xfeff, 0xfeff},
    {0xfff9, 0xfffb}, {0xe0000, 0xe007f}};
static const struct range combining[] = {{0x300, 0x36f}, {0x483, 0x489},
    {0x591, 0x5bd}, {0x610, 0x61a}, {0x64b, 0x65f}, {0x1ab0, 0x1aff},
    {0x1dc0, 0x1dff}, {0x20d0, 0x20ff}, {0xfe00, 0xfe0f}, {0xfe20, 0xfe2f}};
static const struct range wide[] = {{0x1100, 0x115f}, {0x2e80, 0x303e},
    {0x3041, 0xa4cf}, {0xac00, 0xd7a3}, {0xf900, 0xfaff}, {0xfe30, 0xfe6f},
    {0xff00, 0xff60}, {0xffe0, 0xffe6}, {0x1f300, 0x1f64f}, {0x1f900, 0x1f9ff},
    {0x20000, 0x3fffd}};

static size_t cells(uint32_t cp)
{
	if (cp < 0x300)
		return 1;
	return IN(combining, cp) ? 0 : IN(wide, cp) ? 2 : 1;
}

size_t utf8_cells(const char *s)
{
	size_t len = strlen(s), total = 0;
	uint32_t cp = 0;

	for (size_t i = 0, n; i < len; i += n) {
		n = utf8_decode(s + i, len - i, &cp);
		total += n ? cells(cp) : 1;
		n = n ? n : 1;
	}
	return total;
}

char *utf8_printable(struct arena *a, const char *s, size_t max_cells)
{
	size_t len = strlen(s), used = 0, cut = 0;
	char *out = arena_array(a, len + 4, 3), *to = out;
	bool blank = false;
	uint32_t cp = 0;

	for (size_t i = 0, n; i < len; i += n) {
		const char *from = s + i;
		size_t w, take;

		n = utf8_decode(from, len - i, &cp);
		take = n;
		if (!n) {
			from = "\xef\xbf\xbd";
			take = 3;
			cp = 0xfffd;
			n = 1;
		}
		if (cp == 0xa0 || (cp < 0x80 && str_space((char)cp))) {
			blank = to != out;
			continue;
		}
		if (IN(unsafe, cp))
			continue;
		w = cells(cp);
		if (max_cells && used + blank + w > max_cells) {
			memcpy(out + cut, "\xe2\x80\xa6", 4);
			return out;
		}
		if (blank) {
			*to++ = ' ';
			used++;
		}
		blank = false;
		memcpy(to, from, take);
		to += take;
		used += w;
		if (!max_cells || used < max_cells)
			cut = (size_t)(to - out);
	}
	*to = '\0';
	return out;
}
