/* SPDX-License-Identifier: ISC */
/*
 * Sentence boundaries. First lines are gathered into blocks (paragraphs,
 * list entries, lines that stand alone), then blocks are cut at full stops,
 * question and exclamation marks that end a sentence.
 */
#include "mail/split.h"
#include "base/arena.h"
#include "base/fold.h"
#include "base/limits.h"
#include "base/str.h"
#include "base/utf8.h"
#include "mail/bullet.h"
#include "mail/fullstop.h"
#include "mail/smiley.h"
#include "mail/words.h"

#include <string.h>

/* Lines no longer than this were not filled: their ends are meant. */
#define SHORT_WIDTH 50
/* Programs wrap below this: longer lines are whole paragraphs. */
#define LONG_WIDTH 100
/* "Dear Ann and Bob," */
#define GREETING_BYTES 40
/* The longest word that a line can go on after, folded. */
#define LAST_WORD_BYTES 24
/* Shorter lines may end in any word: "Please come in" and a name. */
#define FILLED_WIDTH 24
/* In a row, they show that lines are filled. */
#define FILLED_LINES 2
/* Blanks that part the columns of a table; filled text has up to two. */
#define GAP_BLANKS 3

struct splitter {
	const struct reading_words *words;
	const char *text;
	split_fn *each;
	void *user;
	bool stopped;
	bool is_small; /* begins paragraphs, and so sentences, without capitals
			*/
	bool is_unfilled; /* has whole paragraphs on a line */
};

struct line {
	size_t start, end; /* text without marks and blanks around */
	size_t mark_bytes; /* of a list entry's mark, 0 if none */
	size_t next;       /* where the next line begins */
	bool is_rest;      /* goes on with the one before */
};

static struct line line_at(const struct splitter *sp, size_t from, size_t to)
{
	const char *s = sp->text;
	const char *nl = memchr(s + from, '\n', to - from);
	struct line line = {.start = from};

	line.end = nl ? (size_t)(nl - s) : to;
	line.next = nl ? line.end + 1 : to;
	while (line.start < line.end &&
	       (str_space(s[line.start]) || s[line.start] == '>'))
		line.start++;
	while (line.end > line.start && str_space(s[line.end - 1]))
		line.end--;
	line.mark_bytes =
	    bullet_bytes(sp->words, s + line.start, line.end - line.start);
	return line;
}

/* A capital, a digit, or a letter of a script without case. */
static bool starts_high(const char *s, size_t len)
{
	uint32_t cp = 0;

	if (!len || !utf8_decode(s, len, &cp))
		return true;
	if (cp < 0x80)
		return !(cp >= 'a' && cp <= 'z');
	return fold_lower(cp) != cp || cp >= 0x600;
}

static bool is_small(char c)
{
	return c >= 'a' && c <= 'z';
}

static size_t first_word(const char *s, size_t len)
{
	size_t n = 0;

	while (n < len && !str_space(s[n]))
		n++;
	return n;
}

/* The longest line from `from` on up to an empty one. */
static size_t width_of(const struct splitter *sp, size_t from, size_t to)
{
	size_t widest = 0;

	while (from < to) {
		struct line line = line_at(sp, from, to);

		if (line.start == line.end)
			break;
		if (line.end - line.start > widest)
			widest = line.end - line.start;
		from = line.next;
	}
	return widest;
}

static bool is_greeting(const struct splitter *sp, const struct line *line)
{
	char fold[GREETING_BYTES];
	size_t len = line->end - line->start;
	char last = sp->text[line->end - 1];

	if (len > GREETING_BYTES)
		return false;
	if (last == ',' || last == ':')
		return true;
	len = fold_text(fold, sp->text + line->start, len);
	return words_prefix(sp->words, READING_GREETING, fold, len) > 0 &&
	       last != '.' && last != '?';
}

/*
 * Whether the line ends in a word of that kind: "around". In capitals it
 * would be a place or a zone.
 */
static bool ends_in(
    const struct splitter *sp, const struct line *line, enum reading_kind kind)
{
	const char *s = sp->text;
	char fold[LAST_WORD_BYTES];
	size_t start = line->end;

	while (start > line->start && !str_space(s[start - 1])) {
		start--;
		if (s[start] >= 'A' && s[start] <= 'Z')
			return false;
	}
	if (line->end - start > sizeof(fold))
		return false;
	return words_is(sp->words, kind, fold,
	    fold_text(fold, s + start, line->end - start));
}

/* "I hope", "It is": what a sentence may begin with, and "when" lead to. */
static bool begins_clause(const struct splitter *sp, const struct line *line)
{
	char fold[LAST_WORD_BYTES];
	const char *s = sp->text + line->start;
	size_t n = first_word(s, line->end - line->start);

	return n <= sizeof(fold) && words_is(sp->words, READING_NEW_CLAUSE,
					fold, fold_text(fold, s, n));
}

/* A figure must follow, or of filled lines anything. */
static bool leads_on(
    const struct splitter *sp, const struct line *line, const struct line *next)
{
	if (str_digit(sp->text[next->start]) &&
	    ends_in(sp, line, READING_BEFORE_FIGURE))
		return true;
	return (line->is_rest || line->end - line->start >= FILLED_WIDTH) &&
	       next->end - next->start >= FILLED_WIDTH &&
	       (ends_in(sp, line, READING_GOES_ON) ||
		   (ends_in(sp, line, READING_BEFORE_CLAUSE) &&
		       begins_clause(sp, next)));
}

/* Several blanks that no sentence ends before set columns of a table apart. */
static bool has_columns(const struct splitter *sp, const struct line *line)
{
	const char *s = sp->text;

	for (size_t i = line->start + 1; i + 1 < line->end; i++)
		if ((s[i] == '\t' || (s[i] == ' ' && s[i + 1] == ' ')) &&
		    !str_space(s[i - 1]) && !strchr(".?!:;,", s[i - 1]))
			return true;
	return false;
}

/* Where the last column of the line begins, 0 if it has only one. */
static size_t last_column(const struct splitter *sp, const struct line *line)
{
	size_t at = 0, blanks = 0;

	if (sp->text[line->start] == '|')
		return 1;
	for (size_t i = line->start; i < line->end; i++) {
		if (str_space(sp->text[i])) {
			blanks += sp->text[i] == '\t' ? GAP_BLANKS : 1;
			continue;
		}
		if (blanks >= GAP_BLANKS)
			at = i - line->start;
		blanks = 0;
	}
	return at;
}

/* Rows of a table; prose too has gaps, but no columns. */
static bool are_rows(
    const struct splitter *sp, const struct line *line, const struct line *next)
{
	size_t a = last_column(sp, line), b = last_column(sp, next);

	return a && b &&
	       (a == b || starts_high(
			      sp->text + next->start, next->end - next->start));
}

/*
 * Whether the line that a small letter follows ends what is said, of one who
 * does without capitals: where lines are filled the next word would not have
 * gone there.
 */
static bool ends_small(const struct splitter *sp, const struct line *line,
    const struct line *next, size_t width)
{
	const char *s = sp->text;
	size_t word = first_word(s + next->start, next->end - next->start);

	if (!sp->is_small || s[line->end - 1] == ',' ||
	    leads_on(sp, line, next) || ends_in(sp, line, READING_GOES_ON))
		return false;
	return sp->is_unfilled || width < SHORT_WIDTH ||
	       line->end - line->start + 1 + word <= width;
}

/* Whether `next` goes on with the sentence that `line` left open. */
static bool joins(const struct splitter *sp, const struct line *line,
    const struct line *next, size_t width, bool first)
{
	const char *s = sp->text + next->start;
	size_t len = next->end - next->start;
	bool is_filled =
	    width >= SHORT_WIDTH && width <= LONG_WIDTH &&
	    line->end - line->start + 1 + first_word(s, len) > width;

	if (next->start == next->end ||
	    (next->mark_bytes &&
		!(is_filled && bullet_is_count(s, len, next->mark_bytes))))
		return false;
	if (are_rows(sp, line, next) ||
	    (bullet_is_labelled(
		 sp->text + line->start, line->end - line->start) &&
		bullet_is_labelled(s, len)))
		return false;
	if (sp->text[line->end - 1] == ':' || (first && is_greeting(sp, line)))
		return false;
	if (!starts_high(s, len))
		return !ends_small(sp, line, next, width);
	if (leads_on(sp, line, next) ||
	    fullstop_before_day(sp->words, sp->text, line->start, line->end,
		next->start, next->end) ||
	    (!str_digit(s[0]) &&
		fullstop_of_time(sp->words, sp->text, line->start,
		    line->end - 1, next->start, next->end)))
		return true;
	return is_filled && !(has_columns(sp, line) && has_columns(sp, next));
}

static bool has_words(const char *s, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (str_alpha(s[i]) || str_digit(s[i]) ||
		    ((unsigned char)s[i] >= 0xc3 &&
			(unsigned char)s[i] != 0xe2 &&
			(unsigned char)s[i] < 0xef))
			return true;
	return false;
}

/* Hands on [from, to), in pieces if it is beyond the limit. */
static void hand_on(struct splitter *sp, size_t from, size_t to, bool bullet)
{
	while (!sp->stopped) {
		struct span s = str_trim(sp->text + from, to - from);
		struct split_sentence out = {
		    (size_t)(s.data - sp->text), s.len_bytes, bullet};
		size_t cut = LIMIT_SENTENCE_BYTES;

		if (s.len_bytes > LIMIT_SENTENCE_BYTES) {
			while (cut > 1 && !str_space(s.data[cut]))
				cut--;
			if (cut == 1)
				cut = LIMIT_SENTENCE_BYTES;
			while (((unsigned char)s.data[cut] & 0xc0) == 0x80)
				cut--;
			out.len_bytes = cut;
		}
		if (has_words(s.data, out.len_bytes))
			sp->stopped = !sp->each(sp->user, &out);
		if (out.len_bytes == s.len_bytes)
			return;
		from = out.offset + out.len_bytes;
	}
}

/* Closing quotes and brackets from s[at] on, and their length. */
static size_t closers(const char *s, size_t at, size_t to)
{
	size_t n = at;

	while (n < to) {
		if (s[n] == '"' || s[n] == '\'' || s[n] == ')' || s[n] == ']' ||
		    s[n] == '*' || s[n] == '_')
			n++;
		else if (to - n >= 3 && memcmp(s + n, "\xe2\x80", 2) == 0 &&
			 ((unsigned char)s[n + 2] == 0x9d ||
			     (unsigned char)s[n + 2] == 0x99))
			n += 3;
		else
			break;
	}
	return n - at;
}

/* "done.Thanks": no blank, but no address or file either. */
static bool is_run_on(const char *s, size_t from, size_t dot, size_t to)
{
	size_t start = fullstop_word(s, from, dot), end = dot + 1;

	if (dot < from + 2 || dot + 2 >= to || s[dot - 1] < 'a' ||
	    s[dot - 1] > 'z' || s[dot + 1] < 'A' || s[dot + 1] > 'Z' ||
	    s[dot + 2] < 'a' || s[dot + 2] > 'z')
		return false;
	while (end < to && !str_space(s[end]))
		end++;
	for (size_t i = start; i < end; i++)
		if (s[i] == '@' || s[i] == '/' ||
		    (s[i] == '.' && i != dot && i + 1 < end &&
			!str_space(s[i + 1]) && s[i + 1] != '.'))
			return false;
	return dot - start >= 2;
}

/* Whether c is, or begins, a mark that may end a sentence. */
static bool may_end(unsigned char c)
{
	return c == '.' || c == '!' || c == '?' || c == 0xd8 || c == 0xe3 ||
	       c == 0xef || c == ':' || c == ';';
}

/* Behind a mark at `at` of a script that has others than ours; 0: none. */
static size_t other_mark(const char *s, size_t at, size_t to)
{
	static const char *const marks[] = {
	    "\xe3\x80\x82", "\xef\xbc\x9f", "\xef\xbc\x81", "\xd8\x9f"};

	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
		size_t n = strlen(marks[i]);

		if (to - at >= n && !memcmp(s + at, marks[i], n))
			return at + n;
	}
	return 0;
}

/*
 * "it is done. i'll call her": whether the full stop at `dot`, with a small
 * letter at s[next], ends what is written by one who does without capitals,
 * or leaves two blanks between sentences.
 */
static bool is_small_stop(
    const struct splitter *sp, size_t from, size_t dot, size_t next, size_t to)
{
	const char *s = sp->text;
	size_t start = fullstop_word(s, from, dot);

	if (!is_small(s[next]) || dot - start < 2 ||
	    !(sp->is_small || next - dot > 2))
		return false;
	for (size_t i = start; i < dot; i++)
		if (!str_alpha(s[i]) && !str_digit(s[i]) && s[i] != '\'')
			return false;
	return fullstop_ends(sp->words, s, from, dot, next, to) &&
	       !fullstop_may_go_on(sp->words, s, from, dot);
}

/* Behind a mark that no full stop, "!" or "?" is; 0: the sentence goes on. */
static size_t end_of_sign(const char *s, size_t from, size_t at, size_t to)
{
	size_t end;

	if ((unsigned char)s[at] >= 0x80) {
		end = other_mark(s, at, to);
		return end ? end + closers(s, end, to) : 0;
	}
	/* "see you there :) i'll bring it" */
	if (at == from || !str_space(s[at - 1]))
		return 0;
	end = smiley_skip(s, at, to);
	return end > at ? end : 0;
}

/* Whether the text at s[next] goes on behind a mark that may end it. */
static bool runs_on(
    const struct splitter *sp, char mark, char last, size_t next, size_t to)
{
	if (next == to || starts_high(sp->text + next, to - next))
		return false;
	/* "Yahoo! is" and "(really?) it" go on. */
	return last == '.' || last == ')' || (mark == '!' && !sp->is_small);
}

/*
 * Where the sentence that begins at `from` ends, when a mark at `at` ends
 * it; 0 when it goes on.
 */
static size_t end_of_mark(
    const struct splitter *sp, size_t from, size_t at, size_t to)
{
	const char *s = sp->text;
	char c = s[at];
	size_t end = at + 1, next;
	bool is_stop;

	if (c != '.' && c != '!' && c != '?')
		return end_of_sign(s, from, at, to);
	while (end < to && (s[end] == '.' || s[end] == '!' || s[end] == '?'))
		end++;
	is_stop = c == '.' && end == at + 1;
	if (is_stop && is_run_on(s, from, at, to))
		return end;
	next = end + closers(s, end, to);
	if ((next < to && !str_space(s[next])) ||
	    fullstop_was_dash(s, from, at, to))
		return 0;
	end = next;
	while (next < to && (str_space(s[next]) || s[next] == '>'))
		next++;
	if (is_stop && next < to && is_small_stop(sp, from, at, next, to))
		return end;
	if (runs_on(sp, c, s[end - 1], next, to) ||
	    (s[end - 1] == '.' &&
		!fullstop_ends(sp->words, s, from, at, next, to)))
		return 0;
	return end;
}

/* The same, with the smileys behind it: they are its tone. */
static size_t end_at(
    const struct splitter *sp, size_t from, size_t at, size_t to)
{
	size_t end = end_of_mark(sp, from, at, to);

	return end ? smiley_skip(sp->text, end, to) : 0;
}

/* Whether paragraphs of [from, to) begin with a small letter, as most do. */
static bool writes_small(const struct splitter *sp, size_t from, size_t to)
{
	size_t small = 0, high = 0;
	bool after_blank = true;

	while (from < to) {
		struct line line = line_at(sp, from, to);
		size_t start = line.start + line.mark_bytes;

		if (after_blank && start < line.end &&
		    !is_greeting(sp, &line)) {
			small += is_small(sp->text[start]);
			high += !is_small(sp->text[start]);
		}
		after_blank = line.start == line.end;
		from = line.next;
	}
	return small > high;
}

/*
 * Whether some line is too long for a program that fills lines, and none were
 * filled: two in a row to which the next word would not have gone.
 */
static bool leaves_unfilled(const struct splitter *sp, size_t from, size_t to)
{
	size_t width = 0, filled = 0;
	bool is_long = false, after_blank = true;

	while (from < to && filled < FILLED_LINES) {
		struct line line = line_at(sp, from, to), next;
		size_t len = line.end - line.start;

		if (after_blank)
			width = width_of(sp, from, to);
		from = line.next;
		after_blank = !len;
		is_long = is_long || len > LONG_WIDTH;
		next = line_at(sp, from, to);
		if (!len || from == to || next.start == next.end)
			filled = 0;
		else if (width >= SHORT_WIDTH && width <= LONG_WIDTH &&
			 len + 1 +
				 first_word(sp->text + next.start,
				     next.end - next.start) >
			     width)
			filled++;
	}
	return is_long && filled < FILLED_LINES;
}

static void split_block(
    struct splitter *sp, size_t from, size_t to, bool bullet)
{
	size_t start = from;

	for (size_t i = from; i < to && !sp->stopped;) {
		size_t end;

		if (!may_end((unsigned char)sp->text[i])) {
			i++;
			continue;
		}
		end = end_at(sp, start, i, to);

		if (end) {
			hand_on(sp, start, end, bullet);
			start = i = end;
		} else {
			i++;
		}
	}
	if (start < to)
		hand_on(sp, start, to, bullet);
}

void split_text(const struct reading_words *words, const char *text,
    size_t from, size_t to, split_fn *each, void *user)
{
	struct splitter sp = {words, text, each, user, false, false, false};
	bool after_blank = true;
	size_t width = 0;

	sp.is_small = writes_small(&sp, from, to);
	sp.is_unfilled = sp.is_small && leaves_unfilled(&sp, from, to);
	while (from < to && !sp.stopped) {
		struct line line = line_at(&sp, from, to);
		size_t start = line.start + line.mark_bytes;
		bool bullet = line.mark_bytes > 0, first = after_blank;

		if (line.start == line.end) {
			after_blank = true;
			from = line.next;
			continue;
		}
		if (after_blank)
			width = width_of(&sp, from, to);
		after_blank = false;
		while (line.next < to) {
			struct line next = line_at(&sp, line.next, to);

			if ((bullet && next.mark_bytes) ||
			    !joins(&sp, &line, &next, width, first))
				break;
			line = next;
			line.is_rest = true;
			first = false;
		}
		split_block(&sp, start, line.end, bullet);
		from = line.next;
	}
}

const char *split_one_line(
    struct arena *a, const char *s, size_t len_bytes, size_t *len_r)
{
	char *out = arena_alloc(a, len_bytes + 1);
	size_t n = 0;
	bool blank = false, line_start = false;

	for (size_t i = 0; i < len_bytes; i++) {
		if (str_space(s[i]) || (line_start && s[i] == '>')) {
			line_start |= s[i] == '\n';
			blank = n > 0;
			continue;
		}
		if (i + 1 < len_bytes && s[i] == '\xc2' && s[i + 1] == '\xa0') {
			blank = n > 0;
			i++;
			continue;
		}
		if (blank)
			out[n++] = ' ';
		blank = line_start = false;
		out[n++] = s[i];
	}
	out[n] = '\0';
	*len_r = n;
	return out;
}
