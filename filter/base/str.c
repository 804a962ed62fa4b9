/* SPDX-License-Identifier: ISC */
/* ASCII text helpers that do not depend on the locale. */
#include "base/str.h"

#include <string.h>

bool str_same_n(const char *a, const char *b, size_t len_bytes)
{
	for (size_t i = 0; i < len_bytes; i++)
		if (str_lower(a[i]) != str_lower(b[i]))
			return false;
	return true;
}

bool str_same(const char *a, const char *b)
{
	for (; str_lower(*a) == str_lower(*b); a++, b++)
		if (!*a)
			return true;
	return false;
}

bool str_starts(const char *s, const char *prefix)
{
	for (; *prefix; s++, prefix++)
		if (str_lower(*s) != str_lower(*prefix))
			return false;
	return true;
}

const char *str_find(const char *s, size_t len_bytes, const char *needle)
{
	size_t n = strlen(needle);
	char first = str_lower(needle[0]);
	bool has_cases = str_alpha(first);
	const char *last;

	if (!n || n > len_bytes)
		return n ? NULL : s;
	for (last = s + (len_bytes - n); s <= last; s++) {
		if (has_cases)
			while (s <= last && str_lower(*s) != first)
				s++;
		else
			s = memchr(s, first, (size_t)(last - s) + 1);
		if (!s || s > last)
			return NULL;
		if (str_same_n(s, needle, n))
			return s;
	}
	return NULL;
}

size_t str_words(const char *s, size_t len_bytes)
{
	size_t n = 0;

	for (size_t i = 0; i < len_bytes; i++)
		n += !str_space(s[i]) && (i == 0 || str_space(s[i - 1]));
	return n;
}

struct span str_trim(const char *s, size_t len_bytes)
{
	while (len_bytes && str_space(s[0])) {
		s++;
		len_bytes--;
	}
	while (len_bytes && str_space(s[len_bytes - 1]))
		len_bytes--;
	return (struct span){s, len_bytes};
}

bool str_number(
    const char *s, size_t len_bytes, long long max, long long *value_r)
{
	long long v = 0;

	if (!len_bytes)
		return false;
	for (size_t i = 0; i < len_bytes; i++) {
		if (!str_digit(s[i]) || v > (max - (s[i] - '0')) / 10)
			return false;
		v = v * 10 + (s[i] - '0');
	}
	*value_r = v;
	return true;
}
