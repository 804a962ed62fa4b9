/* SPDX-License-Identifier: ISC */
/* Smileys and emoji between sentences: they belong to the one before. */
#include "mail/smiley.h"
#include "base/str.h"

#include <string.h>

/* The bytes of an emoji, or of a smiley before a blank, at s[at]; or 0. */
static size_t smiley_bytes(const char *s, size_t at, size_t to)
{
	size_t n = at + 1;

	/* U+1F000 to 1FFFF: emoji */
	if (to - at >= 4 && memcmp(s + at, "\xf0\x9f", 2) == 0)
		return 4;
	if (at == to || (s[at] != ':' && s[at] != ';'))
		return 0;
	if (n < to && s[n] == '-')
		n++;
	if (n == to || !s[n] || !strchr(")(DPp/|", s[n]))
		return 0;
	n++;
	while (n < to && (s[n] == ')' || s[n] == '('))
		n++;
	return n == to || str_space(s[n]) ? n - at : 0;
}

size_t smiley_skip(const char *s, size_t at, size_t to)
{
	size_t next = at, n;

	for (;;) {
		while (next < to && s[next] == ' ')
			next++;
		n = smiley_bytes(s, next, to);
		if (!n)
			return at;
		at = next += n;
	}
}
