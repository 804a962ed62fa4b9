/* SPDX-License-Identifier: ISC */
/*
 * Recognizes attribution lines in any language: by a verb of writing, an
 * address, a date and a colon at the end, two or three of which must meet.
 * Single words prove nothing: "On Monday Bob wrote a letter" is prose.
 */
#include "mail/attribution.h"
#include "base/str.h"
#include "mail/words.h"

#include <string.h>

/* Programs wrap at about 76 columns; long names take five lines at most. */
#define WRAPPED_LINES 5
#define LONGEST_BYTES 500
/* "Ann Lee wrote:" before a quote. */
#define SHORT_BYTES 80

/* What one text says of being an attribution. */
struct evidence {
	bool colon;    /* it ends in a colon */
	bool verb;     /* a verb of writing occurs */
	bool verb_end; /* and is the last word */
	bool address;
	bool address_end; /* "<a@b.example>:" */
	bool year, numeric_date, time;
	bool on;       /* begins like one, or with a digit */
	bool quoting;  /* "Quoting": begins like one without a verb */
	bool balanced; /* no bracket closes that was not opened */
};

/* Digits from s[at] on, at most max of them. */
static size_t digits(const char *s, size_t len, size_t at, size_t max)
{
	size_t n = 0;

	while (at + n < len && n < max && str_digit(s[at + n]))
		n++;
	return n;
}

static bool is_separator(char c)
{
	return c == '/' || c == '-' || c == '.';
}

/* The number that begins at s[at]: year, numeric date, clock time. */
static void note_number(
    struct evidence *e, const char *s, size_t len, size_t at)
{
	size_t n = digits(s, len, at, 5), m, o;

	if (n == 4 &&
	    (memcmp(s + at, "19", 2) == 0 || memcmp(s + at, "20", 2) == 0))
		e->year = true;
	if (at + n >= len || n > 4)
		return;
	m = digits(s, len, at + n + 1, 5);
	if (n <= 2 && m == 2 &&
	    (s[at + n] == ':' || s[at + n] == '.' || s[at + n] == 'h'))
		e->time = true;
	if (!is_separator(s[at + n]) || !m || m > 2 || at + n + 1 + m >= len ||
	    s[at + n + 1 + m] != s[at + n])
		return;
	o = digits(s, len, at + n + m + 2, 5);
	if (o && o <= 4 && (n == 4 || o == 2 || o == 4))
		e->numeric_date = true;
}

static void note_numbers(struct evidence *e, const char *s, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (str_digit(s[i]) && (i == 0 || !str_digit(s[i - 1])))
			note_number(e, s, len, i);
}

bool text_has_date(const char *s, size_t len_bytes)
{
	struct evidence e = {.colon = false};

	note_numbers(&e, s, len_bytes);
	return e.year || e.numeric_date || e.time;
}

bool text_ends_in_instant(const char *s, size_t len_bytes)
{
	struct evidence e = {.colon = false};
	size_t from = len_bytes > 24 ? len_bytes - 24 : 0;

	/* "12/13/1999 08:58:00 am": both within the last 24 bytes. */
	note_numbers(&e, s + from, len_bytes - from);
	return e.numeric_date && e.time && len_bytes &&
	       (str_digit(s[len_bytes - 1]) || s[len_bytes - 1] == 'm');
}

static bool begins_like_one(
    const struct reading_words *words, const char *s, size_t len)
{
	size_t n = words_prefix(words, READING_ON, s, len);

	return len && (str_digit(s[0]) || n > 0);
}

static void note_address(struct evidence *e, const char *s, size_t len)
{
	const char *at = memchr(s, '@', len);
	char last = (char)(len ? s[len - 1] : 0);

	e->address =
	    at && at > s && at + 1 < s + len && at[-1] != ' ' && at[1] != ' ';
	e->address_end = e->address && (last == '>' || last == ')');
}

static bool is_balanced(const char *s, size_t len)
{
	int open = 0;

	for (size_t i = 0; i < len; i++) {
		open += s[i] == '<';
		open -= s[i] == '>';
		if (open < 0)
			return false;
	}
	return true;
}

static struct evidence weigh(
    const struct reading_words *words, const char *s, size_t len)
{
	struct evidence e = {.colon = false};
	size_t end;

	while (len && s[len - 1] == ':') {
		e.colon = true;
		len--;
	}
	while (len && s[len - 1] == ' ')
		len--;
	note_address(&e, s, len);
	note_numbers(&e, s, len);
	e.on = begins_like_one(words, s, len);
	e.quoting = words_prefix(words, READING_QUOTING, s, len) > 0;
	e.balanced = is_balanced(s, len);
	if (words_suffix(words, READING_WROTE, s, len))
		e.verb = e.verb_end = true;
	else
		e.verb = words_find(words, READING_WROTE, s, len, &end);
	return e;
}

/* quoted: what follows is marked as a quote. */
static bool convinces(const struct evidence *e, size_t len, bool quoted)
{
	bool day = e->year || e->numeric_date;
	bool date = day || e->time;

	if (e->verb_end && (e->address || date))
		return true;
	if (!e->colon)
		return e->verb_end && quoted && len < SHORT_BYTES;
	if (e->verb && date && e->address)
		return true;
	if (e->verb && day && e->time && (e->on || len < 2 * SHORT_BYTES))
		return true;
	if (e->address_end && (date || e->quoting))
		return true;
	/* No verb: "Ann <ann@a.example> [2025-02-03 10:02]:". */
	if (quoted && ((e->address && day && e->time) || e->quoting))
		return true;
	return e->verb && quoted &&
	       (e->on || (e->verb_end && len < SHORT_BYTES));
}

/* Lines [from, i] as one text; false when it would be too long. */
static bool join(const struct text_lines *lines, size_t from, size_t i,
    char *text, size_t *len_r)
{
	size_t n = 0;

	for (size_t k = from; k <= i; k++) {
		const struct text_line *line = &lines->v[k];

		if (line->is_blank)
			continue;
		if (n + line->fold_len + 2 > LONGEST_BYTES)
			return false;
		if (n)
			text[n++] = ' ';
		memcpy(text + n, line->fold, line->fold_len);
		n += line->fold_len;
	}
	*len_r = n;
	return true;
}

/* "... 3." above "March 2026, 16:05:", "... o godz." above "16:05:". */
static bool goes_on_with_date(
    const struct text_line *line, const struct text_line *below)
{
	size_t n = line->fold_len;

	return (n > 1 && str_digit(line->fold[n - 2])) ||
	       (below->fold_len && str_digit(below->fold[0]));
}

/* Whether line k can have lines of the same attribution below it. */
static bool continues(const struct text_lines *lines, size_t k)
{
	const struct text_line *line = &lines->v[k];
	char last;

	if (line->is_blank)
		/* Some programs set "<mailto:...>" off by a blank line. */
		return k + 1 < lines->n && lines->v[k + 1].len_bytes &&
		       lines->text[lines->v[k + 1].offset] == '<';
	if (text_line_quoted(line) || !line->fold_len)
		return false;
	last = line->fold[line->fold_len - 1];
	/* "on Tue 3." and "at 4 p.m." go on with the year or the time. */
	if (last == '.' && k + 1 < lines->n &&
	    goes_on_with_date(line, line + 1))
		return true;
	return last != '.' && last != '!' && last != '?' && last != ':';
}

/*
 * The length of the attribution that line i begins with when the quoted
 * text goes on in the same line: "On ..., Ann<ann@a.example> wrote:   Hi".
 */
static size_t leading_attribution(
    const struct reading_words *words, const struct text_line *line)
{
	const char *s = line->fold, *end = s + line->fold_len, *at;
	struct evidence e;
	size_t len;

	if (!line->fold_len ||
	    !words_prefix(words, READING_ON, s, line->fold_len))
		return 0;
	at = memchr(s, '@', line->fold_len);
	for (; at && (at = memchr(at, ':', (size_t)(end - at))) != NULL; at++) {
		len = (size_t)(at - s);
		if (len > LONGEST_BYTES)
			break;
		if (!words_suffix(words, READING_WROTE, s, len))
			continue;
		e = weigh(words, s, len + 1);
		return e.address && (e.year || e.numeric_date) ? len + 1 : 0;
	}
	return 0;
}

static bool may_end_here(
    const struct reading_words *words, const struct text_line *line)
{
	if (!line->fold_len || line->fold_len > LONGEST_BYTES)
		return false;
	return line->fold[line->fold_len - 1] == ':' ||
	       (line->ends_in_dashes && words_suffix(words, READING_WROTE,
					    line->fold, line->fold_len) > 0);
}

/* "At 10:02 AM" / "2/3/99 -0600, you wrote:" */
static size_t with_opening(const struct reading_words *words,
    const struct text_lines *lines, size_t floor, size_t start)
{
	const struct text_line *above;

	if (start <= floor || !str_digit(lines->v[start].fold[0]) ||
	    !continues(lines, start - 1))
		return start;
	above = &lines->v[start - 1];
	if (above->is_blank || above->fold_len > SHORT_BYTES ||
	    !words_prefix(words, READING_ON, above->fold, above->fold_len))
		return start;
	return start - 1;
}

/* "Ann <ann@a.example> wrote on 3 March" was wrapped before a number. */
static bool begins_above(const struct text_lines *lines, size_t floor, size_t s,
    const struct evidence *e)
{
	const struct text_line *above = &lines->v[s - 1];

	return !e->address && s > floor && str_digit(lines->v[s].fold[0]) &&
	       !above->is_blank && !text_line_quoted(above) &&
	       memchr(above->fold, '@', above->fold_len);
}

bool attribution_at(const struct reading_words *words,
    const struct text_lines *lines, size_t floor, size_t i, size_t *start_r)
{
	char text[LONGEST_BYTES] = "";
	size_t len, next = text_lines_skip(lines, i + 1), best = lines->n;
	bool whole = false, dated;
	bool quoted = next < lines->n && text_line_quoted(&lines->v[next]);

	if (!may_end_here(words, &lines->v[i])) {
		*start_r = i;
		return leading_attribution(words, &lines->v[i]) > 0;
	}
	for (size_t s = i;; s--) {
		struct evidence e;

		if (lines->v[s].is_blank || !join(lines, s, i, text, &len))
			goto above;
		e = weigh(words, text, len);
		if (!convinces(&e, len, quoted))
			goto above;
		/* Complete: it begins like one, or has all its parts. */
		dated = e.year || e.numeric_date;
		if (((e.on && (dated || e.time)) ||
			(e.balanced && dated && e.address && text[0] != '<')) &&
		    !begins_above(lines, floor, s, &e)) {
			best = s;
			break;
		}
		if (!whole)
			best = s;
		whole = e.balanced && text[0] != '<';
	above:
		if (s <= floor || i - s >= WRAPPED_LINES ||
		    !continues(lines, s - 1))
			break;
	}
	if (best == lines->n)
		return false;
	*start_r = with_opening(words, lines, floor, best);
	return true;
}
