/* SPDX-License-Identifier: ISC */
/*
 * Finds markers and header blocks of older mail (attributions are in
 * attribution.c). What is a field's name or a marker's wording comes from
 * reading.lang; here is only the shape that turns words into evidence.
 */
#include "mail/history.h"
#include "base/str.h"
#include "mail/attribution.h"
#include "mail/words.h"

#include <string.h>

/* The longest name of a field, in bytes ("Odpowiedź do"). */
#define FIELD_NAME_BYTES 48
/*
 * A To: field with a department in it wraps over so many lines; a head has
 * fewer fields.
 */
#define FIELD_LINES 40
/* Blank lines between the fields of one block. */
#define FIELD_GAP 2

/* "10:52:54 am", and a numeric date is no longer. */
#define CLOCK_BYTES 12

enum field {
	FIELD_NONE = 0,
	FIELD_FROM = 1,
	FIELD_DATE = 2,
	FIELD_TO = 4,
	FIELD_SUBJECT = 8,
	FIELD_OTHER = 16
};

/* What was seen while walking down a block of fields. */
struct block {
	unsigned seen; /* enum field */
	int n;
	bool has_address; /* an "@" in its From or To */
	bool has_date;    /* its Date holds one */
	size_t end;
};

static enum field field_of(
    const struct reading_words *words, const struct text_line *line)
{
	static const struct {
		enum reading_kind kind;
		enum field field;
	} kinds[] = {
	    {READING_FIELD_FROM, FIELD_FROM},
	    {READING_FIELD_DATE, FIELD_DATE},
	    {READING_FIELD_TO, FIELD_TO},
	    {READING_FIELD_SUBJECT, FIELD_SUBJECT},
	    {READING_FIELD_OTHER, FIELD_OTHER},
	};
	size_t n = line->fold_len < FIELD_NAME_BYTES ? line->fold_len
						     : FIELD_NAME_BYTES;
	const char *colon = n ? memchr(line->fold, ':', n) : NULL;
	struct span name;

	if (!colon)
		return FIELD_NONE;
	n = (size_t)(colon - line->fold);
	while (n && (line->fold[n - 1] == '*' || line->fold[n - 1] == '_'))
		n--;
	name = str_trim(line->fold, n);
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (words_is(words, kinds[i].kind, name.data, name.len_bytes))
			return kinds[i].field;
	return FIELD_NONE;
}

static void note_field(
    struct block *b, enum field field, const struct text_line *line)
{
	b->seen |= field;
	b->n++;
	if (field & (FIELD_FROM | FIELD_TO))
		b->has_address |=
		    memchr(line->fold, '@', line->fold_len) != NULL;
	if (field == FIELD_DATE)
		b->has_date |= text_has_date(line->fold, line->fold_len);
}

/* The field line that follows line i within reach, or lines->n. */
static size_t next_field(
    const struct reading_words *words, const struct text_lines *lines, size_t i)
{
	int depth = lines->v[i].depth;
	size_t blanks = 0;

	for (size_t k = i + 1; k < lines->n && k <= i + FIELD_LINES; k++) {
		const struct text_line *line = &lines->v[k];

		if (line->is_blank) {
			if (++blanks > FIELD_GAP)
				break;
			continue;
		}
		if (line->depth != depth)
			break;
		if (field_of(words, line) != FIELD_NONE)
			return k;
		/* Text after a blank line continues no field. */
		if (blanks)
			break;
	}
	return lines->n;
}

static void walk_block(const struct reading_words *words,
    const struct text_lines *lines, size_t i, struct block *b)
{
	*b = (struct block){.end = i};
	while (i < lines->n && b->n < FIELD_LINES) {
		note_field(b, field_of(words, &lines->v[i]), &lines->v[i]);
		b->end = i + 1;
		i = next_field(words, lines, i);
	}
}

/* Three of the four fields of a letter's head, or fewer with more proof. */
static bool is_head(const struct block *b, bool introduced)
{
	unsigned seen = b->seen;
	bool from = seen & FIELD_FROM;

	if (from && introduced && (b->n >= 2 || b->has_address))
		return true;
	if (!from)
		return (seen & FIELD_SUBJECT) && (seen & FIELD_TO) &&
		       (seen & FIELD_DATE) && (b->has_address || b->has_date);
	if (seen & FIELD_SUBJECT)
		return b->n >= 3 || b->has_address;
	if (seen & FIELD_DATE)
		return b->has_address || (b->has_date && b->n >= 3);
	return false;
}

/* A line of dashes, "=" or "_" alone. */
static bool is_divider(const struct text_line *line)
{
	return !line->is_blank && !line->fold_len && line->len_bytes >= 5;
}

/* Goes up from a block to the divider above it. */
static size_t with_divider(
    const struct text_lines *lines, size_t floor, size_t start)
{
	size_t at = start;

	while (at > floor && start - at < 3 && lines->v[at - 1].is_blank)
		at--;
	return at > floor && is_divider(&lines->v[at - 1]) ? at - 1 : start;
}

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

/*
 * The name and the date that Lotus Notes writes above To:. The date's line
 * may hold the name too, and a long address wraps.
 */
static bool with_lotus_lines(
    const struct text_lines *lines, size_t floor, size_t *start)
{
	size_t at = *start, date;

	while (at > floor && *start - at < 6) {
		const struct text_line *above = &lines->v[at - 1];

		at--;
		if (!above->is_blank && ends_in_instant(lines, at))
			break;
		/* "Please respond to ..." may stand between. */
		if (!above->is_blank && lines->v[at].len_bytes > 100)
			return false;
		if (at == floor || *start - at == 6)
			return false;
	}
	if (at == *start)
		return false;
	date = at;
	while (at > floor && date - at < 3 && !lines->v[at - 1].is_blank &&
	       lines->v[at - 1].fold_len && lines->v[at - 1].len_bytes < 100)
		at--;
	*start = at;
	return true;
}

/* Notes without name and date: fields set off by a gap, an empty cc:. */
static bool is_nameless(const struct text_lines *lines, size_t floor, size_t i,
    const struct block *b)
{
	return b->has_address && (b->seen & FIELD_OTHER) && i >= floor + 2 &&
	       lines->v[i - 1].is_blank && lines->v[i - 2].is_blank;
}

/* The indented letterhead that Notes puts above "From:". */
static size_t with_letterhead(
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

static bool head_at(const struct reading_words *words,
    const struct text_lines *lines, size_t floor, size_t i, struct history *h)
{
	struct block b;
	size_t start = i;
	bool rule = lines->v[i].after_rule;

	if (field_of(words, &lines->v[i]) == FIELD_NONE)
		return false;
	walk_block(words, lines, i, &b);
	start = with_divider(lines, floor, i);
	if (!is_head(&b, rule || start < i)) {
		start = i;
		if (!(b.seen & FIELD_TO) || !(b.seen & FIELD_SUBJECT))
			return false;
		if (!with_lotus_lines(lines, floor, &start) &&
		    !is_nameless(lines, floor, i, &b))
			return false;
	}
	start = with_letterhead(lines, floor, start);
	*h = (struct history){start, b.end, false, true};
	return true;
}

/* Where a marker's own lines end: headers below it belong to it. */
static size_t marker_end(
    const struct reading_words *words, const struct text_lines *lines, size_t i)
{
	size_t next = text_lines_skip(lines, i + 1);
	struct block b;

	/* A long marker wraps: "... on 12/13/99 \n09:23 AM -----". */
	if (next == i + 1 && next < lines->n && !lines->v[i].ends_in_dashes &&
	    lines->v[next].ends_in_dashes)
		next = text_lines_skip(lines, ++i + 1);
	if (next == lines->n || lines->v[next].depth)
		return i + 1;
	if (field_of(words, &lines->v[next]) == FIELD_NONE)
		return i + 1;
	walk_block(words, lines, next, &b);
	return b.end;
}

static bool marker_at(const struct reading_words *words,
    const struct text_lines *lines, size_t i, struct history *h)
{
	const struct text_line *line = &lines->v[i];
	size_t n = line->fold_len, next, matched;
	bool forward = true;

	if (!n)
		return false;
	matched = words_prefix(words, READING_FORWARDED, line->fold, n);
	if (!matched) {
		forward = false;
		matched = words_prefix(words, READING_ORIGINAL, line->fold, n);
	}
	if (!matched)
		return false;
	if (!line->has_dashes) {
		bool colon = line->fold[n - 1] == ':';

		if (matched + colon != n)
			return false;
		next = text_lines_skip(lines, i + 1);
		if (!(forward && colon) &&
		    (next == lines->n || next > i + 3 ||
			(!text_line_quoted(&lines->v[next]) &&
			    !field_of(words, &lines->v[next]))))
			return false;
	}
	*h = (struct history){i, marker_end(words, lines, i), forward, true};
	return true;
}

bool history_at(const struct reading_words *words,
    const struct text_lines *lines, size_t floor, size_t i,
    struct history *history_r)
{
	if (marker_at(words, lines, i, history_r) ||
	    head_at(words, lines, floor, i, history_r))
		return true;
	if (!attribution_at(words, lines, floor, i, &history_r->start))
		return false;
	history_r->end = i + 1;
	history_r->is_forward = false;
	history_r->is_sure = false;
	return true;
}
