/* SPDX-License-Identifier: ISC */
/*
 * Compares sentences without knowing their language. It finds that two
 * speak of the same thing; that they mean the same it cannot know.
 */
#include "engine/words.h"
#include "base/str.h"

#include <string.h>

/* A sentence has fewer; more of a pasted table tell nothing new. */
#define MOST_WORDS 128
/* Words count as the same when their first letters are. */
#define STEM 5

struct word {
	const char *text;
	size_t len_bytes;
};

static bool in_word(char c)
{
	return str_alpha(c) || str_digit(c) || (unsigned char)c >= 0x80;
}

size_t words_next(const char **text)
{
	size_t n = 0;

	while (**text && !in_word(**text))
		(*text)++;
	while (in_word((*text)[n]))
		n++;
	return n;
}

static bool same_word(const struct word *a, const struct word *b)
{
	size_t n = a->len_bytes < b->len_bytes ? a->len_bytes : b->len_bytes;
	size_t longest = a->len_bytes + b->len_bytes - n;

	/* Most words differ in their first letter: these are many. */
	if (str_lower(a->text[0]) != str_lower(b->text[0]) || longest - n > 3 ||
	    !str_same_n(a->text, b->text, n))
		return false;
	return longest == n || n >= STEM ||
	       (n >= STEM - 1 && longest - n == 1 && !str_digit(a->text[0]));
}

/* The different words of text, in order; returns how many. */
static size_t split(const char *text, struct word *words)
{
	size_t n = 0, len_bytes;

	for (; n < MOST_WORDS && (len_bytes = words_next(&text));
	     text += len_bytes) {
		struct word w = {text, len_bytes};
		bool known = false;

		for (size_t i = 0; i < n && !known; i++)
			known = same_word(&words[i], &w);
		if (!known)
			words[n++] = w;
	}
	return n;
}

static int weight(const struct word *w)
{
	size_t capitals = 0, digits = 0, wide = 0;

	for (size_t i = 0; i < w->len_bytes; i++) {
		capitals += w->text[i] >= 'A' && w->text[i] <= 'Z';
		digits += str_digit(w->text[i]);
		wide += (unsigned char)w->text[i] >= 0x80;
	}
	if (w->len_bytes >= 5 || digits || capitals > 1)
		return w->len_bytes > 1 ? 2 : 0;
	return w->len_bytes == 4 || wide ? 1 : 0;
}

size_t words_count(const char *text)
{
	size_t words = 0, n;

	for (; (n = words_next(&text)); text += n)
		words++;
	return words;
}

int words_weight(const char *text)
{
	struct word words[MOST_WORDS];
	size_t n = split(text, words);
	int sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += weight(&words[i]);
	return sum;
}

int words_shared(const char *a, const char *b)
{
	struct word left[MOST_WORDS], right[MOST_WORDS];
	size_t n_left = split(a, left), n_right = split(b, right);
	int shared = 0;

	for (size_t i = 0; i < n_left; i++)
		for (size_t j = 0; j < n_right; j++)
			if (same_word(&left[i], &right[j])) {
				shared += weight(&left[i]);
				break;
			}
	return shared;
}

bool words_repeat(const char *a, const char *b)
{
	struct word left[MOST_WORDS], right[MOST_WORDS];
	size_t n_left = split(a, left), n_right = split(b, right), shared = 0;
	size_t least = n_left < n_right ? n_left : n_right;

	for (size_t i = 0; i < n_left; i++)
		for (size_t j = 0; j < n_right; j++)
			if (same_word(&left[i], &right[j])) {
				shared++;
				break;
			}
	if (least < 3)
		return shared == n_left && shared == n_right && shared > 0;
	/* Two thirds of all words, and something that tells. */
	return shared * 3 >= (n_left + n_right - shared) * 2 &&
	       words_shared(a, b) >= WORDS_SAME_THING;
}
