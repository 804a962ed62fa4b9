/* SPDX-License-Identifier: ISC */
/*
 * How Lotus Notes introduces older mail, which no other program does: name
 * and date in lines above To:, letterheads, labels without colons, fields in
 * a second column or in a drawn table. Its users' dates and phrases differ,
 * the shapes do not.
 */
#include "mail/notes.h"
#include "base/fold.h"
#include "base/str.h"
#include "mail/attribution.h"
#include "mail/fieldname.h"
#include "mail/words.h"

#include <string.h>

/* "10:52:54 am", and a numeric date is no longer. */
#define CLOCK_BYTES 12
/* A date with its clock time alone in a line. */
#define INSTANT_BYTES 26
/* From the date's line down to To:, with "Please respond to" between. */
#define HEAD_LINES 6
/* Names and addresses are shorter, prose is not. */
#define NAME_LINE_BYTES  100
#define SHORT_NAME_BYTES 60
/* From To to Subject, each with its value on a line below. */
#define LABEL_LINES 14
/* Rows of two columns, or of a table. */
#define TABLE_LINES 12
/* Such blocks are indented or drawn at least this far. */
#define COLUMN_INDENT 8
/* Blanks between the columns. */
#define COLUMN_GAP 2

/* Whether line i ends in one, or is the clock time of one that wrapped. */
static bool ends_in_instant(const struct text_lines *lines, size_t i)
{
	const struct text_line *line = &lines->v[i], *above;
	char both[2 * CLOCK_BYTES + 1];
	size_t n;

	if (text_ends_in_instant(line->fold, line->fold_len))
		return true;
	if (!i || line->fold_len > CLOCK_BYTES)
		return false;
	above = line - 1;
	n = above->fold_len < CLOCK_BYTES ? above->fold_len : CLOCK_BYTES;
	if (!n)
		return false;
	memcpy(both, above->fold + above->fold_len - n, n);
	both[n++] = ' ';
	memcpy(both + n, line->fold, line->fold_len);
	return text_ends_in_instant(both, n + line->fold_len);
}

/* "Please respond to ida@x.example": a field's name without its colon. */
static bool is_respond_line(
    const struct reading_words *words, const struct text_line *line)
{
	size_t n = words_prefix(
	    words, READING_FIELD_OTHER, line->fold, line->fold_len);

	return n && n + 1 < line->fold_len && line->fold[n] == ' ' &&
	       memchr(line->fold + n, '@', line->fold_len - n);
}

/* A name that a blank line sets off from the date below it. */
static bool is_name_apart(
    const struct text_lines *lines, size_t floor, size_t name)
{
	const struct text_line *line = &lines->v[name];
	char last = (char)(line->fold_len ? line->fold[line->fold_len - 1] : 0);

	return line->fold_len && line->len_bytes <= SHORT_NAME_BYTES &&
	       last != '.' && last != ',' && last != '?' && last != '!' &&
	       name >= floor + 2 && lines->v[name - 1].is_blank &&
	       lines->v[name - 2].is_blank;
}

/* Goes up from the date's line over the name's. */
static size_t with_name(
    const struct text_lines *lines, size_t floor, size_t date)
{
	size_t at = date;

	while (at > floor && date - at < 3 && !lines->v[at - 1].is_blank &&
	       lines->v[at - 1].fold_len &&
	       lines->v[at - 1].len_bytes < NAME_LINE_BYTES)
		at--;
	if (at == date && at > floor + 1 &&
	    lines->v[date].fold_len <= INSTANT_BYTES &&
	    lines->v[at - 1].is_blank && is_name_apart(lines, floor, at - 2))
		at -= 2;
	return at;
}

bool notes_lines_above(const struct reading_words *words,
    const struct text_lines *lines, size_t floor, size_t *start)
{
	size_t at = *start, respond = *start;

	while (at > floor && *start - at < HEAD_LINES) {
		const struct text_line *above = &lines->v[--at];

		if (above->is_blank)
			continue;
		if (ends_in_instant(lines, at)) {
			*start = with_name(lines, floor, at);
			return true;
		}
		if (above->len_bytes > NAME_LINE_BYTES)
			return false;
		if (is_respond_line(words, above))
			respond = at;
	}
	if (respond == *start || respond == floor)
		return false;
	/* Without a date the name must be there, with its address. */
	at = with_name(lines, floor, respond);
	if (at == respond ||
	    !memchr(lines->v[at].fold, '@', lines->v[at].fold_len))
		return false;
	*start = at;
	return true;
}

size_t notes_letterhead(
    const struct text_lines *lines, size_t floor, size_t start)
{
	size_t best = start;

	for (size_t at = start; at > floor && start - at < 6; at--) {
		const struct text_line *above = &lines->v[at - 1];

		if (above->is_blank)
			continue;
		if (lines->text[above->offset] != '\t')
			break;
		best = at - 1;
	}
	return best;
}

/* "To" / name / "cc" / "" / "Subject" / words, each on its own line. */
static bool labels_at(const struct reading_words *words,
    const struct text_lines *lines, size_t floor, size_t i, size_t *start_r,
    size_t *end_r)
{
	size_t start = i, k = i + 1;

	if (field_label_of(words, &lines->v[i]) != FIELD_TO)
		return false;
	while (k < lines->n && k < i + LABEL_LINES &&
	       field_label_of(words, &lines->v[k]) != FIELD_SUBJECT)
		k++;
	if (k == lines->n || k == i + LABEL_LINES ||
	    !notes_lines_above(words, lines, floor, &start))
		return false;
	k = text_lines_skip(lines, k + 1);
	*start_r = start;
	*end_r = k < lines->n ? k + 1 : k;
	return true;
}

static size_t indent_of(const struct text_lines *lines, size_t i)
{
	const char *s = lines->text + lines->v[i].offset;
	size_t n = 0;

	while (n < lines->v[i].len_bytes && (s[n] == ' ' || s[n] == '\t'))
		n++;
	return n;
}

/* Where the text of the second column begins in line i, or 0. */
static size_t second_column(const struct text_lines *lines, size_t i)
{
	const char *s = lines->text + lines->v[i].offset;
	size_t len = lines->v[i].len_bytes, n = indent_of(lines, i), gap = 0;

	for (; n < len; n++) {
		if (s[n] != ' ' && gap >= COLUMN_GAP)
			return n;
		gap = s[n] == ' ' ? gap + 1 : 0;
	}
	return 0;
}

/* The field that is named at column `at` of line i. */
static enum quoted_field field_at_column(const struct reading_words *words,
    const struct text_lines *lines, size_t i, size_t at)
{
	const struct text_line *line = &lines->v[i];
	char fold[32];
	size_t len = line->len_bytes > at ? line->len_bytes - at : 0;

	if (len > sizeof(fold))
		len = sizeof(fold);
	len = fold_text(fold, lines->text + line->offset + at, len);
	return field_name_in(words, fold, len);
}

static bool is_row(const struct text_lines *lines, size_t i)
{
	return !lines->v[i].is_blank && !lines->v[i].depth &&
	       indent_of(lines, i) >= COLUMN_INDENT;
}

/* Name, address and date on the left, the fields on the right. */
static bool columns_at(const struct reading_words *words,
    const struct text_lines *lines, size_t floor, size_t i, size_t *start_r,
    size_t *end_r)
{
	size_t column, start = i, end = i + 1;
	bool subject = false;

	if (!is_row(lines, i) || !(column = second_column(lines, i)) ||
	    field_at_column(words, lines, i, column) != FIELD_TO)
		return false;
	for (; end < lines->n && end < i + TABLE_LINES && is_row(lines, end);
	     end++)
		subject |=
		    field_at_column(words, lines, end, column) == FIELD_SUBJECT;
	if (!subject)
		return false;
	while (start > floor && i - start < TABLE_LINES &&
	       is_row(lines, start - 1))
		start--;
	*start_r = start;
	*end_r = end;
	return true;
}

/* A line of a table: "|   To:  ... |", "|------+----->", "  >-----|". */
static bool is_drawn(const struct text_lines *lines, size_t i)
{
	const struct text_line *line = &lines->v[i];
	const char *s = lines->text + line->offset;
	size_t n = indent_of(lines, i), len = line->len_bytes;

	if (n >= len)
		return false;
	return s[n] == '|' || (s[n] == '>' && n + 2 < len && s[n + 1] == '-' &&
				  s[n + 2] == '-');
}

static bool table_at(const struct reading_words *words,
    const struct text_lines *lines, size_t floor, size_t i, size_t *start_r,
    size_t *end_r)
{
	size_t indent = indent_of(lines, i), start = i, end = i + 1;
	bool subject = false, date = false;

	if (!is_drawn(lines, i) ||
	    field_at_column(words, lines, i, indent + 1) != FIELD_TO)
		return false;
	for (; end < lines->n && end < i + TABLE_LINES && is_drawn(lines, end);
	     end++)
		subject |= field_at_column(words, lines, end, indent + 1) ==
			   FIELD_SUBJECT;
	for (; start > floor && i - start < TABLE_LINES &&
	       is_drawn(lines, start - 1);
	     start--)
		date |= text_has_date(
		    lines->v[start - 1].fold, lines->v[start - 1].fold_len);
	*start_r = start;
	*end_r = end;
	return subject && date;
}

bool notes_block_at(const struct reading_words *words,
    const struct text_lines *lines, size_t floor, size_t i, size_t *start_r,
    size_t *end_r)
{
	return labels_at(words, lines, floor, i, start_r, end_r) ||
	       columns_at(words, lines, floor, i, start_r, end_r) ||
	       table_at(words, lines, floor, i, start_r, end_r);
}
