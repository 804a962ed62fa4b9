/* SPDX-License-Identifier: ISC */
/* ASCII text helpers that do not depend on the locale. */
#include "base/str.h"

#include <string.h>

bool str_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

bool str_digit(char c)
{
	return c >= '0' && c <= '9';
}

bool str_alpha(char c)
{
	c = str_lower(c);
	return c >= 'a' && c <= 'z';
}

char str_lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

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

	for (size_t i = 0; n <= len_bytes && i <= len_bytes - n; i++)
		if (str_same_n(s + i, needle, n))
			return s + i;
	return NULL;
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
