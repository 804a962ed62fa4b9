/* SPDX-License-Identifier: ISC */
/*
 * Compares sentences without knowing their language. It finds that two
 * speak of the same thing; that they mean the same it cannot know.
 */
#include "engine/words.h"
#include "base/str.h"

#include <stdint.h>
#include <string.h>

/* A sentence has fewer; more of a pasted table tell nothing new. */
#define MOST_WORDS 128
/* Words count as the same when their first letters are. */
#define STEM 5
/* What words_again() wants to be shared at least. */
#define AGAIN_WEIGHT 10
/* Words with which both sentences of a list begin. */
#define SAME_START 3

struct word {
	const char *text;
	size_t len_bytes;
	uint32_t key; /* its first bytes in lower case, as far as it has them */
};

/* The different words of a text, in order. */
struct words {
	struct word v[MOST_WORDS];
	size_t n;
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

/* Words that are the same have the same key: nearly all others differ. */
static uint32_t key_of(const char *text, size_t len_bytes)
{
	uint32_t key = 0;

	for (size_t i = 0; i < STEM - 1 && i < len_bytes; i++)
		key = key << 8 | (unsigned char)str_lower(text[i]);
	return key;
}

static bool same_word(const struct word *a, const struct word *b)
{
	size_t n = a->len_bytes < b->len_bytes ? a->len_bytes : b->len_bytes;
	size_t longest = a->len_bytes + b->len_bytes - n;

	if (a->key != b->key || longest - n > 3 ||
	    !str_same_n(a->text, b->text, n))
		return false;
	return longest == n || n >= STEM ||
	       (n >= STEM - 1 && longest - n == 1 && !str_digit(a->text[0]));
}

static bool has_word(const struct words *all, const struct word *w)
{
	for (size_t i = 0; i < all->n; i++)
		if (same_word(&all->v[i], w))
			return true;
	return false;
}

static void split(const char *text, struct words *all)
{
	size_t len_bytes;

	all->n = 0;
	for (; all->n < MOST_WORDS && (len_bytes = words_next(&text));
	     text += len_bytes) {
		struct word w = {text, len_bytes, key_of(text, len_bytes)};

		if (!has_word(all, &w))
			all->v[all->n++] = w;
	}
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
	struct words words;
	int sum = 0;

	split(text, &words);
	for (size_t i = 0; i < words.n; i++)
		sum += weight(&words.v[i]);
	return sum;
}

/* How many words of a are in b; *weight_r what they weigh. */
static size_t share(const struct words *a, const struct words *b, int *weight_r)
{
	size_t shared = 0;

	*weight_r = 0;
	for (size_t i = 0; i < a->n; i++) {
		if (!has_word(b, &a->v[i]))
			continue;
		*weight_r += weight(&a->v[i]);
		shared++;
	}
	return shared;
}

int words_shared(const char *a, const char *b)
{
	struct words left, right;
	int weight_shared;

	split(a, &left);
	split(b, &right);
	(void)share(&left, &right, &weight_shared);
	return weight_shared;
}

bool words_repeat(const char *a, const char *b)
{
	struct words left, right;
	int weight_shared;
	size_t shared, least;

	split(a, &left);
	split(b, &right);
	shared = share(&left, &right, &weight_shared);
	least = left.n < right.n ? left.n : right.n;
	if (least < 3)
		return shared == left.n && shared == right.n && shared > 0;
	/* Two thirds of all words, and something that tells. */
	return shared * 3 >= (left.n + right.n - shared) * 2 &&
	       weight_shared >= WORDS_SAME_THING;
}

/* A number, or a capital that no start of a sentence explains. */
static bool is_name(const struct word *w, bool is_first)
{
	for (size_t i = 0; i < w->len_bytes; i++)
		if (str_digit(w->text[i]))
			return true;
	return !is_first && w->len_bytes > 1 && w->text[0] >= 'A' &&
	       w->text[0] <= 'Z';
}

bool words_again(const char *before, const char *after)
{
	struct words left, right;
	int weight_shared, a, b;

	split(before, &left);
	split(after, &right);
	(void)share(&left, &right, &weight_shared);
	a = words_weight(before);
	b = words_weight(after);
	if (weight_shared < AGAIN_WEIGHT ||
	    weight_shared * 5 < (a < b ? a : b) * 3)
		return false;
	for (size_t i = 0; i < right.n; i++)
		if (is_name(&right.v[i], i == 0) &&
		    !has_word(&left, &right.v[i]))
			return false;
	return true;
}

/* A word of it that tells, and that the other has not. */
static bool has_own(const struct words *all, const struct words *other)
{
	for (size_t i = 0; i < all->n; i++)
		if ((weight(&all->v[i]) || is_name(&all->v[i], i == 0)) &&
		    !has_word(other, &all->v[i]))
			return true;
	return false;
}

bool words_parallel(const char *a, const char *b)
{
	struct words left, right;

	split(a, &left);
	split(b, &right);
	if (left.n < SAME_START || right.n < SAME_START)
		return false;
	for (size_t i = 0; i < SAME_START; i++)
		if (!same_word(&left.v[i], &right.v[i]))
			return false;
	return has_own(&left, &right) && has_own(&right, &left);
}
