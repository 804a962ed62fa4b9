/* SPDX-License-Identifier: ISC */
/* Finds phrases of reading.lang in folded text, at word bounds. */
#include "mail/words.h"
#include "base/str.h"

#include <string.h>

/* Lead bytes from here on belong to scripts without blanks (and emoji). */
#define FIRST_UNSPACED_LEAD 0xe3

static bool is_letter_lead(unsigned char c)
{
	return str_alpha((char)c) || str_digit((char)c) ||
	       (c >= 0xc0 && c < FIRST_UNSPACED_LEAD);
}

/* Whether a word may end (or begin) between s[at - 1] and s[at]. */
static bool is_bound(const char *s, size_t len_bytes, size_t at)
{
	size_t before = at;

	if (at == 0 || at == len_bytes)
		return true;
	do
		before--;
	while (before && ((unsigned char)s[before] & 0xc0) == 0x80);
	return !is_letter_lead((unsigned char)s[before]) ||
	       !is_letter_lead((unsigned char)s[at]);
}

static const struct reading_list *list_of(
    const struct reading_words *words, enum reading_kind kind)
{
	return words ? &words->lists[kind] : NULL;
}

size_t words_prefix(const struct reading_words *words, enum reading_kind kind,
    const char *s, size_t len_bytes)
{
	const struct reading_list *list = list_of(words, kind);
	size_t best = 0;

	if (!list || !len_bytes)
		return 0;
	for (size_t i = list->first[(unsigned char)s[0]]; i;
	     i = list->phrases[i - 1].next) {
		const struct reading_phrase *p = &list->phrases[i - 1];

		if (p->len_bytes > best && p->len_bytes <= len_bytes &&
		    memcmp(p->text, s, p->len_bytes) == 0 &&
		    is_bound(s, len_bytes, p->len_bytes))
			best = p->len_bytes;
	}
	return best;
}

size_t words_suffix(const struct reading_words *words, enum reading_kind kind,
    const char *s, size_t len_bytes)
{
	const struct reading_list *list = list_of(words, kind);
	size_t best = 0;

	for (size_t i = 0; list && i < list->n; i++) {
		const struct reading_phrase *p = &list->phrases[i];
		size_t at = len_bytes - p->len_bytes;

		if (!len_bytes || p->text[p->len_bytes - 1] != s[len_bytes - 1])
			continue;
		if (p->len_bytes > best && p->len_bytes <= len_bytes &&
		    memcmp(p->text, s + at, p->len_bytes) == 0 &&
		    is_bound(s, len_bytes, at))
			best = p->len_bytes;
	}
	return best;
}

bool words_is(const struct reading_words *words, enum reading_kind kind,
    const char *s, size_t len_bytes)
{
	return len_bytes &&
	       words_prefix(words, kind, s, len_bytes) == len_bytes;
}

static bool find_phrase(const struct reading_phrase *p, const char *s,
    size_t len_bytes, size_t *end_r)
{
	const char *at = s, *end = s + len_bytes;

	while ((size_t)(end - at) >= p->len_bytes) {
		size_t from, to;

		at = memchr(
		    at, p->text[0], (size_t)(end - at) - p->len_bytes + 1);
		if (!at)
			return false;
		from = (size_t)(at - s);
		to = from + p->len_bytes;
		if (memcmp(at, p->text, p->len_bytes) == 0 &&
		    is_bound(s, len_bytes, from) &&
		    is_bound(s, len_bytes, to)) {
			*end_r = to;
			return true;
		}
		at++;
	}
	return false;
}

bool words_find(const struct reading_words *words, enum reading_kind kind,
    const char *s, size_t len_bytes, size_t *end_r)
{
	const struct reading_list *list = list_of(words, kind);

	for (size_t i = 0; list && i < list->n; i++)
		if (find_phrase(&list->phrases[i], s, len_bytes, end_r))
			return true;
	return false;
}

int words_month(
    const struct reading_words *words, const char *s, size_t len_bytes)
{
	const struct reading_list *list = list_of(words, READING_MONTHS);
	int month = 0;

	if (!list || !len_bytes)
		return 0;
	for (size_t i = list->first[(unsigned char)s[0]]; i;
	     i = list->phrases[i - 1].next) {
		const struct reading_phrase *p = &list->phrases[i - 1];
		int found = (int)((i - 1) % 12) + 1;

		if (p->len_bytes != len_bytes ||
		    memcmp(p->text, s, len_bytes) != 0)
			continue;
		if (month && month != found)
			return 0;
		month = found;
	}
	return month;
}
