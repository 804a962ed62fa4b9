/* SPDX-License-Identifier: ISC */
/*
 * Full stops within sentences: of abbreviations, initials, dates and times.
 * The languages' words for that are in reading.lang.
 */
#include "mail/fullstop.h"
#include "base/fold.h"
#include "base/str.h"
#include "mail/words.h"

#include <string.h>

/* The longest abbreviation, folded. */
#define ABBREVIATION_BYTES 16
/* The longest word that a number can belong to, folded. */
#define NUMBERED_BYTES 24
/* "Jury duty" may head a day's line; "I am out" does not. */
#define DAY_WORDS 3

struct text {
	const struct reading_words *words;
	const char *s;
};

bool fullstop_numbered(
    const struct reading_words *words, const char *s, size_t len)
{
	char fold[NUMBERED_BYTES];

	len = fold_text(fold, s, len < sizeof(fold) ? len : sizeof(fold));
	return words_prefix(words, READING_AFTER_NUMBER, fold, len) > 0;
}

size_t fullstop_word(const char *s, size_t from, size_t dot)
{
	while (dot > from && !str_space(s[dot - 1]) && s[dot - 1] != '(' &&
	       s[dot - 1] != '"' && s[dot - 1] != ',' && s[dot - 1] != '/')
		dot--;
	return dot;
}

static bool is_initial(const char *s, size_t len)
{
	/* "J." or "J.R." but not "I." */
	return (len == 2 && s[0] >= 'A' && s[0] <= 'Z' && s[0] != 'I') ||
	       (len == 4 && s[0] >= 'A' && s[0] <= 'Z' && s[1] == '.' &&
		   s[2] >= 'A' && s[2] <= 'Z');
}

/* "11." or "11.3."; its bytes. */
static size_t dotted_number(const char *s, size_t len)
{
	size_t n = 0, digits = 0;

	while (n < len && (str_digit(s[n]) || (s[n] == '.' && digits))) {
		digits = s[n] == '.' ? 0 : digits + 1;
		n++;
		if (digits > 2)
			return 0;
	}
	return n && s[n - 1] == '.' ? n : 0;
}

/* Whether the number at s[start], with its dot, is within a sentence. */
static bool is_date(
    const struct text *t, size_t from, size_t start, size_t next, size_t to)
{
	const char *s = t->s;
	char fold[ABBREVIATION_BYTES];
	size_t end = start;

	if (next < to && fullstop_numbered(t->words, s + next, to - next))
		return true;
	while (end > from && str_space(s[end - 1]))
		end--;
	start = fullstop_word(s, from, end);
	if (end - start > sizeof(fold))
		return false;
	return words_is(t->words, READING_BEFORE_NUMBER, fold,
	    fold_text(fold, s + start, end - start));
}

/*
 * Whether s begins with a word that goes on with the time before it, as
 * "Thursday" does and "Thursday is" does not; *number_r: a number is next.
 */
static bool goes_on(const struct reading_words *words, const char *s,
    size_t len, bool *number_r)
{
	char fold[2 * NUMBERED_BYTES];
	size_t n = fold_text(fold, s, len < sizeof(fold) ? len : sizeof(fold)),
	       at = words_prefix(words, READING_AFTER_TIME, fold, n);

	*number_r = false;
	if (!at)
		return false;
	if (at < n && fold[at] == '.')
		at++;
	if (at == n || fold[at] != ' ')
		return true;
	at++;
	*number_r = at < n && str_digit(fold[at]);
	return !words_prefix(words, READING_NEW_CLAUSE, fold + at, n - at);
}

/*
 * Whether the text at s[next] belongs to the abbreviation at s[start], whose
 * dot might end the sentence: "5 p.m. Thursday", "Sat. March 3", "No. 5".
 */
static bool is_followed_up(
    const struct text *t, size_t from, size_t start, size_t next, size_t to)
{
	const char *s = t->s;
	size_t before = start;
	bool number;

	if (next >= to)
		return false;
	/* "No. 5", but not "20mm. 5" */
	if (str_digit(s[next]))
		return start == from || !str_digit(s[start - 1]);
	if (!goes_on(t->words, s + next, to - next, &number))
		return false;
	while (before > from && str_space(s[before - 1]))
		before--;
	return (before > from && str_digit(s[before - 1])) ||
	       (number && before > from);
}

/* "5" of "5p.m.": the bytes of a time that stands close to its unit. */
static size_t time_bytes(const char *s, size_t len)
{
	size_t n = 0;

	while (
	    n < len && (str_digit(s[n]) || (n && (s[n] == ':' || s[n] == '.'))))
		n++;
	return n && n < len && str_alpha(s[n]) ? n : 0;
}

/* Where the word that ends with the dot begins, behind such a time. */
static size_t abbreviation_start(const char *s, size_t from, size_t dot)
{
	size_t start = fullstop_word(s, from, dot);

	return start + time_bytes(s + start, dot + 1 - start);
}

static bool is_abbreviation(
    const struct text *t, enum reading_kind kind, size_t start, size_t dot)
{
	char fold[ABBREVIATION_BYTES];
	size_t len = dot + 1 - start;

	return len <= sizeof(fold) && words_is(t->words, kind, fold,
					  fold_text(fold, t->s + start, len));
}

bool fullstop_ends(const struct reading_words *words, const char *s,
    size_t from, size_t dot, size_t next, size_t to)
{
	const struct text t = {words, s};
	size_t start = fullstop_word(s, from, dot), len = dot + 1 - start;

	if (is_initial(s + start, len))
		return false;
	if (str_digit(s[start]) && dotted_number(s + start, len) == len &&
	    is_date(&t, from, start, next, to))
		return false;
	if (is_abbreviation(&t, READING_ABBREVIATION, start, dot))
		return false;
	start = abbreviation_start(s, from, dot);
	return !is_abbreviation(&t, READING_ABBREVIATION_END, start, dot) ||
	       !is_followed_up(&t, from, start, next, to);
}

bool fullstop_may_go_on(
    const struct reading_words *words, const char *s, size_t from, size_t dot)
{
	const struct text t = {words, s};

	return is_abbreviation(&t, READING_ABBREVIATION_END,
	    abbreviation_start(s, from, dot), dot);
}

bool fullstop_of_time(const struct reading_words *words, const char *s,
    size_t from, size_t dot, size_t next, size_t to)
{
	const struct text t = {words, s};
	size_t start = abbreviation_start(s, from, dot);

	return s[dot] == '.' &&
	       is_abbreviation(&t, READING_ABBREVIATION_END, start, dot) &&
	       is_followed_up(&t, from, start, next, to);
}

static bool is_small(char c)
{
	return c >= 'a' && c <= 'z';
}

bool fullstop_before_day(const struct reading_words *words, const char *s,
    size_t from, size_t end, size_t next, size_t to)
{
	size_t day = next;
	bool number;

	while (day < to && str_alpha(s[day]))
		day++;
	return end - from >= 2 && is_small(s[end - 1]) &&
	       str_words(s + from, end - from) >= DAY_WORDS && day + 2 < to &&
	       s[day] == ' ' && is_small(s[day + 1]) &&
	       goes_on(words, s + next, to - next, &number);
}

/* A question mark with a blank on either side, in the line's middle. */
static bool stands_alone(const char *s, size_t from, size_t at, size_t to)
{
	return s[at] == '?' && at > from + 1 && at + 2 < to &&
	       str_space(s[at - 1]) && str_space(s[at + 1]) &&
	       !str_space(s[at + 2]);
}

bool fullstop_was_dash(const char *s, size_t from, size_t at, size_t to)
{
	size_t other;

	if (!stands_alone(s, from, at, to))
		return false;
	for (other = at + 1; other < to && !strchr(".!?", s[other]);)
		other++;
	if (other < to && stands_alone(s, from, other, to))
		return is_small(s[other + 2]);
	if (!is_small(s[at + 2]))
		return false;
	for (other = at; other > from && !strchr(".!?", s[other - 1]);)
		other--;
	return other > from && stands_alone(s, from, other - 1, to);
}
