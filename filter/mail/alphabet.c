/* SPDX-License-Identifier: ISC */
/*
 * Which alphabet text in Latin letters is in, by the letters beyond A to Z
 * that it has. One byte is a letter in Prague and another one in Paris, so a
 * text is taken for Central European only if nearly all its letters are of
 * one such alphabet, and many of them of no Western one.
 */
#include "mail/alphabet.h"
#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

/* Fewer letters are perhaps a name. */
#define FEWEST_LETTERS 6
/* Of no Western alphabet: so many, so many different ones. */
#define FEWEST_FOREIGN   3
#define FEWEST_DISTINCT  2
#define FOREIGN_FRACTION 16
/* One letter in so many may be of another language. */
#define STRAY_FRACTION 16
/* A page of text tells it. */
#define COUNTED_BYTES 8192

struct alphabet {
	const char *charset; /* NULL: Western, and read as it is labelled */
	const char *letters; /* beyond A to Z */
};

/*
 * Letters as the charset's bytes: vowels with signs, then consonants. The
 * Western ones are wider than any language, since a letter has names and
 * quotes in it: Romance and German; Nordic.
 */
static const struct alphabet alphabets[] = {
    {NULL, "\xe0\xe1\xe2\xe3\xe4\xe5\xe8\xe9\xea\xeb\xec\xed\xee\xef\xf2\xf3"
	   "\xf4\xf5\xf6\xf9\xfa\xfb\xfc\xff\xe6\x9c\xe7\xf1\xdf"
	   "\xc0\xc1\xc2\xc3\xc4\xc5\xc8\xc9\xca\xcb\xcc\xcd\xce\xcf\xd2\xd3"
	   "\xd4\xd5\xd6\xd9\xda\xdb\xdc\xc6\x8c\xc7\xd1\x9f"},
    {NULL, "\xe0\xe1\xe4\xe5\xe6\xe8\xe9\xea\xed\xf3\xf4\xf6\xf8\xfa\xfd"
	   "\xf0\xfe\xc0\xc1\xc4\xc5\xc6\xc8\xc9\xca\xcd\xd3\xd4\xd6\xd8\xda"
	   "\xdd\xd0\xde"},
    /* Polish */
    {"CP1250", "\xb9\xea\xf3\xe6\xb3\xf1\x9c\x9f\xbf"
	       "\xa5\xca\xd3\xc6\xa3\xd1\x8c\x8f\xaf"},
    {"ISO-8859-2", "\xb1\xea\xf3\xe6\xb3\xf1\xb6\xbc\xbf"
		   "\xa1\xca\xd3\xc6\xa3\xd1\xa6\xac\xaf"},
    /* Czech, then Slovak: both together would have all that Italian has. */
    {"CP1250", "\xe1\xe9\xec\xed\xf3\xfa\xf9\xfd\xe8\xef\xf2\xf8\x9a\x9d\x9e"
	       "\xc1\xc9\xcc\xcd\xd3\xda\xd9\xdd\xc8\xcf\xd2\xd8\x8a\x8d\x8e"},
    {"ISO-8859-2",
	"\xe1\xe9\xec\xed\xf3\xfa\xf9\xfd\xe8\xef\xf2\xf8\xb9\xbb\xbe"
	"\xc1\xc9\xcc\xcd\xd3\xda\xd9\xdd\xc8\xcf\xd2\xd8\xa9\xab\xae"},
    {"CP1250",
	"\xe1\xe4\xe9\xed\xf3\xf4\xfa\xfd\xe5\xe0\xe8\xef\xbe\xf2\x9a"
	"\x9d\x9e\xc1\xc4\xc9\xcd\xd3\xd4\xda\xdd\xc5\xc0\xc8\xcf\xbc\xd2"
	"\x8a\x8d\x8e"},
    {"ISO-8859-2",
	"\xe1\xe4\xe9\xed\xf3\xf4\xfa\xfd\xe5\xe0\xe8\xef\xb5\xf2\xb9"
	"\xbb\xbe\xc1\xc4\xc9\xcd\xd3\xd4\xda\xdd\xc5\xc0\xc8\xcf\xa5\xd2"
	"\xa9\xab\xae"},
    /* Croatian, Slovene, Bosnian */
    {"CP1250", "\xe8\xe6\xf0\x9a\x9e\xc8\xc6\xd0\x8a\x8e"},
    {"ISO-8859-2", "\xe8\xe6\xf0\xb9\xbe\xc8\xc6\xd0\xa9\xae"},
    /* Romanian */
    {"CP1250", "\xe3\xe2\xee\xba\xfe\xc3\xc2\xce\xaa\xde"},
    /* Turkish */
    {"CP1254", "\xe2\xee\xf6\xfb\xfc\xfd\xe7\xf0\xfe"
	       "\xc2\xce\xd6\xdb\xdc\xdd\xc7\xd0\xde"}};

static bool is_letter(const char *s, size_t len_bytes, size_t i)
{
	return i < len_bytes &&
	       (str_alpha(s[i]) || (unsigned char)s[i] >= 0xc0);
}

/*
 * How often each byte is a letter. What is a sign in windows-1252 counts
 * inside a word only: "m\xb3" ends in a figure.
 */
static void count(const char *s, size_t len_bytes, size_t of[256])
{
	for (size_t i = 0; i < len_bytes; i++) {
		unsigned char c = (unsigned char)s[i];

		if (c >= 0xc0 || strchr("\x8a\x8c\x8e\x9a\x9c\x9e\x9f", c))
			of[c] += c >= 0x80 && c != 0xd7 && c != 0xf7;
		else if (c >= 0x80 && is_letter(s, len_bytes, i - 1) &&
			 is_letter(s, len_bytes, i + 1))
			of[c]++;
	}
}

/* Signs that the alphabet does not have: quotes, dashes, the rest. */
static bool is_ever_letter(unsigned char c)
{
	for (size_t i = 0; i < sizeof(alphabets) / sizeof(*alphabets); i++)
		if (strchr(alphabets[i].letters, c))
			return true;
	return c >= 0xc0;
}

/* The letters that are not of the alphabet, and how many different ones. */
static size_t strangers(
    const struct alphabet *a, const size_t of[256], size_t *distinct_r)
{
	size_t n = 0;

	*distinct_r = 0;
	for (int c = 0x80; c < 0x100; c++)
		if (of[c] && !strchr(a->letters, c)) {
			n += of[c];
			++*distinct_r;
		}
	return n;
}

const char *alphabet_guess(const char *s, size_t len_bytes)
{
	size_t of[256] = {0}, letters = 0, fewest = SIZE_MAX, n, distinct;
	const char *name = NULL;

	if (len_bytes > COUNTED_BYTES)
		len_bytes = COUNTED_BYTES;
	count(s, len_bytes, of);
	for (int c = 0x80; c < 0x100; c++) {
		if (of[c] && !is_ever_letter((unsigned char)c))
			of[c] = 0;
		letters += of[c];
	}
	if (letters < FEWEST_LETTERS)
		return NULL;
	for (size_t i = 0; i < sizeof(alphabets) / sizeof(*alphabets); i++) {
		n = strangers(&alphabets[i], of, &distinct);
		if (!alphabets[i].charset &&
		    (n < FEWEST_FOREIGN || distinct < FEWEST_DISTINCT ||
			n * FOREIGN_FRACTION < letters))
			return NULL;
		if (alphabets[i].charset && n < fewest) {
			fewest = n;
			name = alphabets[i].charset;
		}
	}
	return fewest * STRAY_FRACTION <= letters ? name : NULL;
}
