/* SPDX-License-Identifier: ISC */
/* The marks that entries of lists begin with. */
#include "mail/bullet.h"
#include "base/str.h"
#include "mail/fullstop.h"

#include <string.h>

#define LABEL_BYTES 40

/* "iv" as a number; any other letter counts alone. */
static size_t roman_bytes(const char *s, size_t len)
{
	size_t n = 0;

	while (n < len && n < 4 && (s[n] == 'i' || s[n] == 'v' || s[n] == 'x'))
		n++;
	return n ? n : 1;
}

/* "5.", "(12)", "iv)": the bytes of a number that marks an entry, or 0. */
static size_t number_bytes(const char *s, size_t len)
{
	size_t n = len && s[0] == '(', from = n;

	while (n < len && n < from + 2 && str_digit(s[n]))
		n++;
	if (n == from && n < len && str_alpha(s[n]))
		n += roman_bytes(s + n, len - n);
	if (n == from || n + 1 >= len || !str_space(s[n + 1]))
		return 0;
	/* "5." is an entry; "A. Lee" is a name. */
	return s[n] == ')' || (s[n] == '.' && str_digit(s[n - 1])) ? n + 1 : 0;
}

size_t bullet_bytes(
    const struct reading_words *words, const char *s, size_t len)
{
	static const char *const marks[] = {"-", "*", "o ", "+",
	    "\xe2\x80\xa2" /* bullet */, "\xc2\xb7" /* middle dot */,
	    "\xe2\x80\x93" /* en dash */, "\xe2\x80\x94" /* em dash */,
	    "\xe2\x96\xaa", "\xe2\x97\xa6", "\xe2\x97\x8f", "->", "--", "=>",
	    "-->", "\xef\x82\xb7" /* Symbol font's bullet */};
	size_t n = 0;

	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
		size_t m;

		if (!len || s[0] != marks[i][0])
			continue;
		m = strlen(marks[i]);
		if (m > n && m < len && memcmp(s, marks[i], m) == 0 &&
		    (str_space(s[m]) || marks[i][m - 1] == ' '))
			n = m;
	}
	if (!n)
		n = number_bytes(s, len);
	if (!n)
		return 0;
	while (n < len && str_space(s[n]))
		n++;
	if (str_digit(s[0]) && fullstop_numbered(words, s + n, len - n))
		return 0; /* a date at the beginning of a line */
	return n < len ? n : 0;
}

/* ":" ends a word; dashes and arrows stand between blanks. */
static bool is_label_mark(const char *s, size_t at, size_t len)
{
	static const char *const marks[] = {": ", " - ", " -- ", " -> ", " => ",
	    " \xe2\x80\x93 ", " \xe2\x80\x94 ", " \xe2\x86\x92 "};

	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
		size_t n = strlen(marks[i]);

		if (n <= len - at && memcmp(s + at, marks[i], n) == 0)
			return true;
	}
	return false;
}

bool bullet_is_labelled(const char *s, size_t len)
{
	size_t words = 0;

	for (size_t i = 0; i < len && i < LABEL_BYTES && words < 4; i++) {
		if (i && is_label_mark(s, i, len))
			return true;
		if (strchr(".?!,;\"", s[i]))
			return false;
		words += i && str_space(s[i]);
	}
	return false;
}

bool bullet_is_count(const char *s, size_t len, size_t mark_bytes)
{
	/* "(1)", "(a)" and "(i)" begin a list. */
	return mark_bytes > 3 && mark_bytes < len && s[0] == '(' &&
	       !(s[2] == ')' && strchr("1ai", s[1])) && s[mark_bytes] >= 'a' &&
	       s[mark_bytes] <= 'z';
}
