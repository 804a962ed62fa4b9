/* SPDX-License-Identifier: ISC */
/*
 * Finds markers and header blocks of older mail (attributions are in
 * attribution.c). What is a field's name or a marker's wording comes from
 * reading.lang; here is only the shape that turns words into evidence.
 */
#include "mail/history.h"
#include "base/fold.h"
#include "base/str.h"
#include "mail/attribution.h"
#include "mail/fieldname.h"
#include "mail/notes.h"
#include "mail/words.h"

#include <string.h>

/*
 * A To: field with a department in it wraps over so many lines; a head has
 * fewer fields.
 */
#define FIELD_LINES 40
/* Blank lines between the fields of one block. */
#define FIELD_GAP 2
/* From a marker to the first field: name, date, letterhead in between. */
#define HEAD_REACH 12
/* Enough to know how an introduction begins. */
#define TAIL_BYTES 64

/* What was seen while walking down a block of fields. */
struct block {
	unsigned seen; /* enum quoted_field */
	int n;
	bool has_address; /* an "@" in its From or To */
	bool has_date;    /* its Date holds one */
	size_t from;      /* line of its From */
	size_t end;
};

static void note_field(
    struct block *b, enum quoted_field field, const struct text_line *line)
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
		if (field_name_of(words, line) != FIELD_NONE)
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
		enum quoted_field field = field_name_of(words, &lines->v[i]);

		if (field == FIELD_FROM)
			b->from = i;
		note_field(b, field, &lines->v[i]);
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

/* Notes without name and date: fields set off by a gap, an empty cc:. */
static bool is_nameless(const struct text_lines *lines, size_t floor, size_t i,
    const struct block *b)
{
	return b->has_address && (b->seen & FIELD_OTHER) && i >= floor + 2 &&
	       lines->v[i - 1].is_blank && lines->v[i - 2].is_blank;
}

static bool attribution_line_at(const struct reading_words *words,
    const struct text_lines *lines, size_t floor, size_t i, struct history *h)
{
	*h = (struct history){.end = i + 1};
	return attribution_at(words, lines, floor, i, &h->start);
}

static bool head_at(const struct reading_words *words,
    const struct text_lines *lines, size_t floor, size_t i, struct history *h)
{
	struct block b;
	size_t start = i;
	bool rule = lines->v[i].after_rule, divided;

	if (field_name_of(words, &lines->v[i]) == FIELD_NONE) {
		*h = (struct history){.is_sure = true};
		return notes_block_at(
		    words, lines, floor, i, &h->start, &h->end);
	}
	walk_block(words, lines, i, &b);
	start = with_divider(lines, floor, i);
	divided = rule || start < i;
	if (!is_head(&b, divided)) {
		divided = true;
		start = i;
		if (!(b.seen & FIELD_TO) || !(b.seen & FIELD_SUBJECT))
			return false;
		if (!notes_lines_above(words, lines, floor, &start) &&
		    !is_nameless(lines, floor, i, &b))
			return false;
	}
	*h = (struct history){.start = notes_letterhead(lines, floor, start),
	    .end = b.end,
	    .is_sure = true,
	    .from = b.seen & FIELD_FROM ? b.from : i,
	    .is_loose = !divided && !(b.seen & (FIELD_TO | FIELD_OTHER))};
	return true;
}

/* A head or an attribution right below a marker belongs to it. */
static size_t with_head_below(const struct reading_words *words,
    const struct text_lines *lines, size_t at)
{
	size_t next = text_lines_skip(lines, at), blanks = 0;
	struct history h;

	if (next == lines->n || lines->v[next].depth)
		return at;
	for (size_t i = next; i < lines->n && i < next + HEAD_REACH; i++) {
		blanks = lines->v[i].is_blank ? blanks + 1 : 0;
		if (blanks > FIELD_GAP)
			break;
		if (lines->v[i].is_blank || text_line_quoted(&lines->v[i]))
			continue;
		if (head_at(words, lines, next, i, &h) ||
		    attribution_line_at(words, lines, next, i, &h))
			return h.start == next ? h.end : at;
	}
	return at;
}

/* Where a marker's own lines end: headers below it belong to it. */
static size_t marker_end(
    const struct reading_words *words, const struct text_lines *lines, size_t i)
{
	size_t next = text_lines_skip(lines, i + 1);
	struct block b;

	/*
	 * A long marker wraps: "... on 12/13/99 \n09:23 AM -----"; so do its
	 * dashes.
	 */
	if (next == i + 1 && next < lines->n && !lines->v[i].ends_in_dashes &&
	    (lines->v[next].ends_in_dashes || is_divider(&lines->v[next])))
		next = text_lines_skip(lines, ++i + 1);
	if (next == lines->n || lines->v[next].depth)
		return i + 1;
	if (field_name_of(words, &lines->v[next]) == FIELD_NONE)
		return with_head_below(words, lines, i + 1);
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
		size_t words_end = n - colon;

		/* French has a blank before the colon. */
		while (words_end && line->fold[words_end - 1] == ' ')
			words_end--;
		if (matched != words_end)
			return false;
		next = text_lines_skip(lines, i + 1);
		if (!(forward && colon) &&
		    (next == lines->n || next > i + 3 ||
			(!text_line_quoted(&lines->v[next]) &&
			    !field_name_of(words, &lines->v[next]))))
			return false;
	}
	*h = (struct history){.start = i,
	    .end = marker_end(words, lines, i),
	    .is_forward = forward,
	    .is_sure = true};
	return true;
}

bool history_at(const struct reading_words *words,
    const struct text_lines *lines, size_t floor, size_t i,
    struct history *history_r)
{
	struct history *h = history_r;

	if (marker_at(words, lines, i, h) || head_at(words, lines, floor, i, h))
		return true;
	if (!attribution_line_at(words, lines, floor, i, h))
		return false;
	h->end = with_head_below(words, lines, h->end);
	return true;
}

size_t history_inside(
    const struct reading_words *words, const struct text_lines *lines, size_t i)
{
	const char *s = lines->text + lines->v[i].offset, *dashes;
	size_t len = lines->v[i].len_bytes, at, n;
	char fold[TAIL_BYTES];

	dashes = len ? str_find(s, len, "---") : NULL;
	if (!dashes || dashes == s)
		return 0;
	at = (size_t)(dashes - s);
	for (n = at; n < len && s[n] == '-';)
		n++;
	n = fold_text(fold, s + n, len - n < TAIL_BYTES ? len - n : TAIL_BYTES);
	if (words_prefix(words, READING_ON, fold, n) ||
	    words_prefix(words, READING_ORIGINAL, fold, n) ||
	    words_prefix(words, READING_FORWARDED, fold, n))
		return at;
	return 0;
}
