/* SPDX-License-Identifier: ISC */
/*
 * The lines of a letter's text with what can be said of each on its own:
 * quote marks, decoration, folded words, and where HTML put it. Which text
 * is new is decided in zone.c.
 */
#include "mail/textline.h"
#include "base/arena.h"
#include "base/fold.h"
#include "base/str.h"
#include "mail/html.h"

#include <string.h>

/* Attributions and headers are shorter: longer lines are prose. */
#define FOLDED_BYTES 400
/* Containers nest with the thread's depth. */
#define MARK_DEPTH 64
/* A letter has few such lines; each costs a pass over the rest. */
#define MOST_CUTS 16
/* A name before ">" ("Ann> "), as some programs mark quotes. */
#define QUOTER_BYTES  16
#define QUOTER_INDENT 4
/* "..." ends a sentence, more of them divide. */
#define DRAWN_BYTES 6

/* An open container; where it opened tells whether it held quotes. */
struct open_mark {
	enum html_mark mark;
	size_t line; /* first line inside */
	bool has_quote;
};

struct mark_stack {
	struct open_mark v[MARK_DEPTH];
	size_t n, lost; /* lost: opened beyond MARK_DEPTH */
};

static bool is_decoration(char c)
{
	return c == '*' || c == '_' || c == '-' || c == '=' || c == '#' ||
	       c == '~' || c == ' ' || c == '>' || c == '+';
}

/* ">" marks, and where the text after them begins. */
static size_t quote_marks(const char *s, size_t len, int *depth_r)
{
	size_t at = 0, text = 0;

	*depth_r = 0;
	for (; at < len; at++) {
		if (s[at] == '>') {
			++*depth_r;
			text = at + 1;
		} else if (s[at] != ' ' || at > text + 1) {
			break;
		}
	}
	return text;
}

/* Characters of a drawn line in s. */
static size_t drawn(const char *s, size_t len)
{
	size_t n = 0;

	for (size_t i = 0; i < len; i++)
		n += s[i] != ' ' && s[i] != '>';
	return n;
}

/* "//////", "......": one sign drawn all along. */
static bool is_drawn_line(const char *s, size_t n)
{
	if (n < DRAWN_BYTES || str_alpha(s[0]) || str_digit(s[0]) ||
	    (unsigned char)s[0] >= 0x80)
		return false;
	for (size_t i = 1; i < n; i++)
		if (s[i] != s[0])
			return false;
	return true;
}

/* Dashes and the like in front of and behind the words come off. */
static void strip_decoration(struct text_line *line)
{
	const char *s = line->fold;
	size_t n = line->fold_len, from = 0, to = n;

	while (from < n && is_decoration(s[from]))
		from++;
	if (is_drawn_line(s + from, n - from))
		from = n;
	while (to > from && is_decoration(s[to - 1]))
		to--;
	line->ends_in_dashes = n - to >= 2;
	line->has_dashes = drawn(s, from) >= (line->ends_in_dashes ? 2 : 3);
	line->fold += from;
	line->fold_len = to - from;
}

static void describe(struct arena *a, struct text_line *line, const char *s)
{
	struct span all = str_trim(s, line->len_bytes);
	size_t text, len;
	char *fold;

	line->is_blank = all.len_bytes == 0;
	if (line->is_blank)
		return;
	text = quote_marks(s, line->len_bytes, &line->depth);
	len = line->len_bytes - text;
	if (len > FOLDED_BYTES)
		len = FOLDED_BYTES;
	fold = arena_alloc(a, len + 1);
	line->fold = fold;
	line->fold_len = fold_text(fold, s + text, len);
	line->is_blank = !line->fold_len && !line->depth;
	strip_decoration(line);
}

/* The bytes of "Ann" in "Ann> text", with *start_r where they begin; or 0. */
static size_t quoter(const char *s, size_t len, size_t *start_r)
{
	size_t at = 0, n = 0;

	/* Gnus indents them. */
	while (at < len && at < QUOTER_INDENT && s[at] == ' ')
		at++;
	s += at;
	len -= at;
	while (n < len && n < QUOTER_BYTES && str_alpha(s[n]))
		n++;
	*start_r = at;
	return n >= 2 && n < len && s[n] == '>' &&
		       (n + 1 == len || s[n + 1] == ' ' || s[n + 1] == '>')
		   ? n
		   : 0;
}

/* "Ann Lee wrote:" above "Ann> text". */
static bool names_quoter(
    const struct text_line *above, const char *name, size_t n)
{
	char fold[QUOTER_BYTES + 1];

	if (!above->fold_len || above->fold[above->fold_len - 1] != ':')
		return false;
	for (size_t i = 0; i < n; i++)
		fold[i] = str_lower(name[i]);
	fold[n] = '\0';
	return str_find(above->fold, above->fold_len, fold) != NULL;
}

/*
 * One "Ann> text" proves nothing: two in a row do, or her name above. All
 * others of hers are quoted, too.
 */
static void find_quoters(struct text_lines *lines)
{
	const char *known = NULL, *before = NULL;
	size_t n_known = 0, n_before = 0;

	for (size_t i = 0; i < lines->n; i++) {
		struct text_line *v = &lines->v[i];
		const char *s = lines->text + v->offset;
		size_t at, n = v->depth ? 0 : quoter(s, v->len_bytes, &at);
		bool same = n && n == n_before && !memcmp(before, s + at, n);

		if (n && n_before)
			v[-1].depth = v->depth = 1;
		if (same || (n && i && names_quoter(v - 1, s + at, n))) {
			known = s + at;
			n_known = n;
		}
		if (n && n == n_known && memcmp(known, s + at, n) == 0)
			v->depth = 1;
		before = n ? s + at : NULL;
		n_before = n;
	}
}

static void close_mark(struct text_lines *lines, struct mark_stack *stack)
{
	struct open_mark *top;

	if (stack->lost) {
		stack->lost--;
		return;
	}
	if (!stack->n)
		return;
	top = &stack->v[--stack->n];
	/* A reply's container without a quote inside is all quote. */
	if (top->mark != HTML_MARK_REPLY || top->has_quote)
		return;
	for (size_t i = top->line; i < lines->n; i++) {
		lines->v[i].place = PLACE_QUOTE;
		lines->v[i].nested++;
	}
	for (size_t i = 0; i < stack->n; i++)
		stack->v[i].has_quote = true;
}

static void open_mark(
    struct text_lines *lines, struct mark_stack *stack, enum html_mark mark)
{
	bool quote = mark == HTML_MARK_QUOTE || mark == HTML_MARK_BLOCK;

	if (stack->n == MARK_DEPTH) {
		stack->lost++;
		return;
	}
	for (size_t i = 0; quote && i < stack->n; i++) {
		struct open_mark *m = &stack->v[i];

		/* What stands before the first quote is its attribution. */
		if (m->mark == HTML_MARK_REPLY && !m->has_quote)
			for (size_t k = m->line; k < lines->n; k++)
				lines->v[k].place = PLACE_ATTRIBUTION;
		m->has_quote = true;
	}
	stack->v[stack->n++] = (struct open_mark){mark, lines->n, false};
}

/* What the open containers say about the line that comes. */
static void place(const struct mark_stack *stack, struct text_line *line)
{
	for (size_t i = 0; i < stack->n; i++) {
		switch (stack->v[i].mark) {
		case HTML_MARK_QUOTE:
		case HTML_MARK_BLOCK:
			line->is_citation =
			    stack->v[i].mark == HTML_MARK_BLOCK &&
			    (!line->nested || line->is_citation);
			line->nested++;
			line->place = PLACE_QUOTE;
			break;
		case HTML_MARK_ATTRIBUTION:
			if (line->place == PLACE_PLAIN)
				line->place = PLACE_ATTRIBUTION;
			break;
		case HTML_MARK_SIGNATURE:
			if (line->place == PLACE_PLAIN)
				line->place = PLACE_SIGNATURE;
			break;
		default:
			break;
		}
	}
}

/* A marker line changes the state; any other becomes a line. */
static void take_mark(struct text_lines *lines, struct mark_stack *stack,
    char mark, struct text_line *next)
{
	switch (mark) {
	case HTML_MARK_END:
		close_mark(lines, stack);
		break;
	case HTML_MARK_RULE:
		next->after_rule = true;
		break;
	case HTML_MARK_REST:
		next->rest = true;
		break;
	default:
		open_mark(lines, stack, (enum html_mark)mark);
		break;
	}
}

static size_t count_lines(const char *s, size_t len)
{
	size_t n = 1;

	for (const char *at = s;
	     (at = memchr(at, '\n', len - (size_t)(at - s))); at++)
		n++;
	return n;
}

void text_lines_split(struct arena *a, const char *text, size_t len_bytes,
    struct text_lines *lines_r)
{
	struct text_lines *lines = lines_r;
	struct mark_stack stack = {.n = 0};
	struct text_line next = {.kind = ZONE_NEW};
	bool marked = memchr(text, HTML_MARK, len_bytes) != NULL;
	char *copy = marked ? arena_alloc(a, len_bytes + 1) : NULL;
	size_t to = 0;

	*lines = (struct text_lines){.text = marked ? copy : text};
	lines->spare = MOST_CUTS;
	lines->v = arena_array(
	    a, count_lines(text, len_bytes) + MOST_CUTS, sizeof(*lines->v));
	for (size_t at = 0; at < len_bytes;) {
		const char *s = text + at;
		const char *nl = memchr(s, '\n', len_bytes - at);
		size_t n = nl ? (size_t)(nl - s) : len_bytes - at;

		at += nl ? n + 1 : n;
		if (n && s[0] == HTML_MARK) {
			/* The limit on text may have cut one. */
			if (n == 2)
				take_mark(lines, &stack, s[1], &next);
			continue;
		}
		next.offset = marked ? to : (size_t)(s - text);
		next.len_bytes = n;
		if (marked) {
			memcpy(copy + to, s, n);
			to += n;
			if (nl)
				copy[to++] = '\n';
		}
		place(&stack, &next);
		describe(a, &next, s);
		lines->v[lines->n++] = next;
		/* A rule above empty lines is one above the next text. */
		next = (struct text_line){.kind = ZONE_NEW,
		    .after_rule = next.is_blank && next.after_rule,
		    .rest = next.rest && next.is_blank};
	}
	while (stack.n)
		close_mark(lines, &stack);
	lines->text_len = marked ? to : len_bytes;
	find_quoters(lines);
}

bool text_lines_cut(
    struct arena *a, struct text_lines *lines, size_t i, size_t offset_bytes)
{
	struct text_line *head = &lines->v[i], *tail = head + 1;

	if (!lines->spare)
		return false;
	lines->spare--;
	memmove(tail + 1, tail, (lines->n - i - 1) * sizeof(*tail));
	lines->n++;
	*tail = *head;
	tail->offset += offset_bytes;
	tail->len_bytes -= offset_bytes;
	head->len_bytes = offset_bytes;
	describe(a, head, lines->text + head->offset);
	describe(a, tail, lines->text + tail->offset);
	return true;
}

size_t text_lines_skip(const struct text_lines *lines, size_t i)
{
	while (i < lines->n && lines->v[i].is_blank)
		i++;
	return i;
}

bool text_line_quoted(const struct text_line *line)
{
	return line->depth > 0 || line->place == PLACE_QUOTE;
}
