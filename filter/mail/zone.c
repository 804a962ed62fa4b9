/* SPDX-License-Identifier: ISC */
/*
 * Tells new text from quotes, forwards, signatures and footers, line by
 * line: first what is marked as quoted, then where older mail begins, then
 * what is left of each run of new text without its signature. What a single
 * line looks like is decided in textline.c, history.c and signature.c.
 */
#include "mail/zone.h"
#include "base/arena.h"
#include "base/fold.h"
#include "base/str.h"
#include "mail/attribution.h"
#include "mail/comment.h"
#include "mail/history.h"
#include "mail/signature.h"
#include "mail/textline.h"
#include "model/letter.h"

#include <string.h>

/* A quoted line this long was wrapped by a program on the way. */
#define WRAPPED_BYTES 60
/* Programs wrap at 72 columns or more. */
#define WRAP_WIDTH 70
/* A topic that is compared with the Subject in a body. */
#define TOPIC_BYTES 200

static bool is_new(const struct text_line *line)
{
	return line->kind == ZONE_NEW && !line->is_blank;
}

static bool new_text_in(const struct text_lines *lines, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (is_new(&lines->v[i]) && lines->v[i].fold_len)
			return true;
	return false;
}

static void mark(
    struct text_lines *lines, size_t from, size_t to, enum zone_kind kind)
{
	for (size_t i = from; i < to; i++)
		lines->v[i].kind = kind;
}

/* One ">" line amid text is a sign, an arrow, a prompt: not a quote. */
static void drop_lone_mark(
    const struct reading_words *words, struct text_lines *lines)
{
	size_t n = 0, at = 0, start;

	for (size_t i = 0; i < lines->n; i++) {
		if (lines->v[i].depth) {
			n++;
			at = i;
		}
	}
	if (n == 1 && at && !lines->v[at - 1].is_blank &&
	    !attribution_at(words, lines, 0, at - 1, &start))
		lines->v[at].depth = 0;
}

static bool has_bar(const struct text_lines *lines, size_t i)
{
	const struct text_line *line = &lines->v[i];
	const char *s = lines->text + line->offset;

	return line->len_bytes && (s[0] == '|' || s[0] == ':') &&
	       (line->len_bytes == 1 || s[1] == ' ');
}

/*
 * "| text", ": text" are quotes as "> text" is, where an attribution stands
 * above the first of them; a table or a list has none.
 */
static void adopt_bars(
    const struct reading_words *words, struct text_lines *lines)
{
	size_t i = 1, start;
	char bar;

	while (i < lines->n && !has_bar(lines, i))
		i++;
	if (i >= lines->n || lines->v[i].depth || lines->v[i - 1].is_blank)
		return;
	/* "Ann wrote:" is one above a quote only. */
	lines->v[i].depth = 1;
	if (!attribution_at(words, lines, 0, i - 1, &start)) {
		lines->v[i].depth = 0;
		return;
	}
	bar = lines->text[lines->v[i].offset];
	for (; i < lines->n; i++)
		if (has_bar(lines, i) &&
		    lines->text[lines->v[i].offset] == bar &&
		    !lines->v[i].depth)
			lines->v[i].depth = 1;
}

/*
 * Plain block quotes also set off citations. They are quotes where an
 * attribution stands above or nothing new follows.
 */
static void settle_citations(
    const struct reading_words *words, struct text_lines *lines)
{
	size_t i = 0;

	while (i < lines->n) {
		size_t end = i, above, start, next;
		bool quote = false;

		if (!lines->v[i].is_citation) {
			i++;
			continue;
		}
		while (end < lines->n &&
		       (lines->v[end].is_citation || lines->v[end].is_blank))
			end++;
		for (above = i; above > 0 && lines->v[above - 1].is_blank;)
			above--;
		if (above)
			quote =
			    lines->v[above - 1].place != PLACE_PLAIN ||
			    attribution_at(words, lines, 0, above - 1, &start);
		next = text_lines_skip(lines, end);
		/* All of the body in one block quote is a layout. */
		if ((next == lines->n && above) ||
		    (next < lines->n && (lines->v[next].place == PLACE_QUOTE ||
					    lines->v[next].rest)))
			quote = true;
		for (; !quote && i < end; i++) {
			lines->v[i].place = PLACE_PLAIN;
			lines->v[i].nested = 0;
		}
		i = end;
	}
}

/* "http://", "(https://": a link that was too long for the line above. */
static bool begins_with_link(const char *s, size_t len)
{
	size_t n = 0;

	while (n < len && (s[n] == ' ' || s[n] == '(' || s[n] == '<'))
		n++;
	return len - n > 7 && s[n] == 'h' &&
	       (s[n + 4] == ':' || s[n + 5] == ':');
}

/* A short line that goes on with what the quoted line above had no room for. */
static bool is_overflow(
    const struct text_line *above, const char *s, size_t len)
{
	char last =
	    (char)(above->fold_len ? above->fold[above->fold_len - 1] : 0);
	size_t word = 0;

	if (!last || strchr(".?!:", last) || len >= WRAPPED_BYTES)
		return false;
	while (word < len && s[word] != ' ')
		word++;
	return (above->len_bytes > WRAPPED_BYTES && len < WRAPPED_BYTES / 2 &&
		   s[0] >= 'a' && s[0] <= 'z') ||
	       above->len_bytes + 1 + word > WRAP_WIDTH;
}

/* Lines that quote marks lost to wrapping: the rest of the line above. */
static bool is_wrapped_rest(const struct text_lines *lines, size_t i)
{
	const struct text_line *line = &lines->v[i];
	const char *s = lines->text + line->offset;

	if (!i || i + 1 >= lines->n || line->is_blank || line->depth ||
	    !lines->v[i - 1].depth || !lines->v[i + 1].depth)
		return false;
	return begins_with_link(s, line->len_bytes) || s[0] == '_' ||
	       is_overflow(&lines->v[i - 1], s, line->len_bytes);
}

static void mark_quotes(struct text_lines *lines)
{
	for (size_t i = 0; i < lines->n; i++) {
		struct text_line *line = &lines->v[i];

		if (text_line_quoted(line) || is_wrapped_rest(lines, i))
			line->kind = ZONE_QUOTE;
		else if (line->place == PLACE_ATTRIBUTION)
			line->kind = ZONE_ATTRIBUTION;
	}
}

/* Whether every line with text from i on is indented, as Outlook does. */
static bool all_indented(const struct text_lines *lines, size_t i)
{
	bool any = false;

	for (; i < lines->n; i++) {
		const struct text_line *line = &lines->v[i];
		const char *s = lines->text + line->offset;

		if (line->is_blank)
			continue;
		if (line->len_bytes < 2 ||
		    (s[0] != '\t' && (s[0] != ' ' || s[1] != ' ')))
			return false;
		any = true;
	}
	return any;
}

/*
 * The marked quote that begins at i and follows an introduction. A forward
 * goes on where marks were lost, up to an empty line.
 */
static size_t marked_quote(struct text_lines *lines, size_t i, bool is_forward)
{
	for (; i < lines->n; i++) {
		struct text_line *line = &lines->v[i];

		if (!text_line_quoted(line) && line->kind == ZONE_NEW &&
		    (!is_forward || line->is_blank))
			break;
		line->kind = is_forward ? ZONE_FORWARD : line->kind;
	}
	return i;
}

/*
 * Whether fields on top of the body are those of this very letter, as
 * gateways, web forms and archives copy them into the text: no program
 * forwards without a To.
 */
static bool is_own_head(const struct text_lines *lines, const struct history *h,
    const struct letter *l)
{
	bool from = false, topic = false;
	char topic_fold[TOPIC_BYTES];
	size_t n = strlen(l->topic);

	if (h->is_loose)
		return true;
	if (!l->from.addr[0] || !n || n > sizeof(topic_fold))
		return false;
	n = fold_text(topic_fold, l->topic, n);
	for (size_t i = h->from; i < h->end; i++) {
		const struct text_line *line = &lines->v[i];
		size_t len = line->fold_len;

		from |= i == h->from && str_find(line->fold, len, l->from.addr);
		topic |=
		    len > n && !memcmp(line->fold + len - n, topic_fold, n);
	}
	return from && topic;
}

/*
 * Takes in one introduction of older mail; returns the line to go on at:
 * lines->n when all the rest is quoted.
 */
static size_t take_history(
    struct text_lines *lines, const struct history *h, const struct letter *l)
{
	size_t next = text_lines_skip(lines, h->end);
	bool bare = !new_text_in(lines, 0, h->start);
	enum zone_kind kind =
	    h->is_forward || (bare && h->is_sure) ? ZONE_FORWARD : ZONE_QUOTE;

	mark(lines, h->start, h->end, ZONE_ATTRIBUTION);
	if (next < lines->n && text_line_quoted(&lines->v[next]))
		return marked_quote(lines, next, h->is_forward);
	if (bare && h->is_sure && !h->is_forward && is_own_head(lines, h, l))
		return next;
	/*
	 * An attribution on top with unmarked text below answers in place;
	 * programs that quote without marks indent.
	 */
	if (!h->is_sure && bare && !all_indented(lines, next))
		return next;
	for (size_t i = h->end; i < lines->n; i++) {
		lines->v[i].kind = kind;
		lines->v[i].nested++;
	}
	return lines->n;
}

/* A container of quoted text that says on top that it is a forward. */
static size_t take_container(
    const struct reading_words *words, struct text_lines *lines, size_t i)
{
	struct history h;
	size_t end = i;

	while (end < lines->n &&
	       (lines->v[end].place == PLACE_QUOTE || lines->v[end].is_blank))
		end++;
	if (history_at(words, lines, i, i, &h) && h.is_forward) {
		mark(lines, i, h.end, ZONE_ATTRIBUTION);
		if (h.end < end)
			mark(lines, h.end, end, ZONE_FORWARD);
	}
	return end;
}

/* ">>> Ann Lee 3/3/2026 4:05 PM >>>": GroupWise quotes without marks. */
static bool is_groupwise_head(const struct text_lines *lines, size_t i)
{
	const struct text_line *line = &lines->v[i];
	struct span s = str_trim(lines->text + line->offset, line->len_bytes);

	return line->depth == 3 && s.len_bytes > 6 &&
	       memcmp(s.data, ">>>", 3) == 0 &&
	       memcmp(s.data + s.len_bytes - 3, ">>>", 3) == 0 &&
	       text_has_date(line->fold, line->fold_len);
}

static void find_history(struct arena *a, const struct reading_words *words,
    struct text_lines *lines, const struct letter *l)
{
	bool dashes = str_find(lines->text, lines->text_len, "---") != NULL;
	size_t i = 0, floor = 0, inside;

	while (i < lines->n) {
		struct text_line *line = &lines->v[i];
		struct history h;

		inside = dashes && !line->is_blank && !text_line_quoted(line)
			     ? history_inside(words, lines, i)
			     : 0;
		if (inside)
			(void)text_lines_cut(a, lines, i, inside);
		if (line->place == PLACE_QUOTE && !line->is_blank &&
		    !line->depth) {
			i = take_container(words, lines, i);
			continue;
		}
		if (line->rest || is_groupwise_head(lines, i)) {
			h = (struct history){.start = i,
			    .end = line->rest ? i : i + 1,
			    .is_sure = true};
		} else if (line->is_blank || text_line_quoted(line) ||
			   !history_at(words, lines, floor, i, &h)) {
			i++;
			continue;
		}
		i = take_history(lines, &h, l);
		floor = i;
	}
}

/* Signatures are looked for in each run of new text. */
static void find_signatures(
    const struct reading_words *words, struct text_lines *lines)
{
	bool first = true;

	for (size_t i = 0; i < lines->n;) {
		size_t end = i;

		while (end < lines->n && lines->v[end].kind == ZONE_NEW)
			end++;
		if (end == i) {
			i++;
			continue;
		}
		if (text_lines_skip(lines, i) < end) {
			signatures_find(words, lines, i, end, first);
			first = first && !new_text_in(lines, i, end);
		}
		i = end;
	}
}

/* A message that is nothing but a signature is text after all. */
static void keep_something(struct text_lines *lines)
{
	bool signature = false;

	for (size_t i = 0; i < lines->n; i++) {
		if (lines->v[i].is_blank || lines->v[i].kind == ZONE_FOOTER)
			continue;
		if (lines->v[i].kind != ZONE_SIGNATURE)
			return;
		signature = true;
	}
	for (size_t i = 0; signature && i < lines->n; i++)
		if (lines->v[i].kind == ZONE_SIGNATURE)
			lines->v[i].kind = ZONE_NEW;
}

static int depth_of(const struct text_line *line, enum zone_kind kind)
{
	int depth = line->depth + line->nested;

	if (kind == ZONE_QUOTE || kind == ZONE_FORWARD)
		return depth ? depth : 1;
	return 0;
}

/* Blank lines belong to what stands above them. */
static void make_zones(
    struct arena *a, const struct text_lines *lines, struct letter *l)
{
	size_t cap = 0;

	l->zones = NULL;
	l->n_zones = 0;
	for (size_t i = 0; i < lines->n; i++) {
		const struct text_line *line = &lines->v[i];
		struct zone *last =
		    l->n_zones ? &l->zones[l->n_zones - 1] : NULL;
		int depth = depth_of(line, line->kind);
		size_t end =
		    i + 1 < lines->n ? lines->v[i + 1].offset : lines->text_len;

		if (last &&
		    ((line->is_blank && !line->depth) ||
			(last->kind == line->kind && last->depth == depth))) {
			last->len_bytes = end - last->offset;
			continue;
		}
		l->zones = arena_grow(
		    a, l->zones, l->n_zones, &cap, sizeof(*l->zones));
		l->zones[l->n_zones++] = (struct zone){
		    line->kind, line->offset, end - line->offset, depth};
	}
}

/* "RD", "-Rick", "--": what is written there, but says nothing. */
static bool is_only_name(
    const struct text_line *line, const struct mailbox *from)
{
	return line->kind == ZONE_NEW &&
	       (!line->fold_len ||
		   comments_is_name_of(from, line->fold, line->fold_len));
}

/* All is blank, or who wrote it, or put below a text by a machine. */
static bool is_wordless(
    const struct text_lines *lines, const struct mailbox *from)
{
	for (size_t i = 0; i < lines->n; i++)
		if (!lines->v[i].is_blank &&
		    lines->v[i].kind != ZONE_SIGNATURE &&
		    lines->v[i].kind != ZONE_FOOTER &&
		    !is_only_name(&lines->v[i], from))
			return false;
	return true;
}

/* False when nothing is written there; zones are made all the same. */
static bool find_zones(
    struct arena *a, const struct reading_words *words, struct letter *l)
{
	struct text_lines lines;
	bool says_something;

	text_lines_split(a, l->text, l->text_len, &lines);
	l->text = lines.text;
	l->text_len = lines.text_len;
	drop_lone_mark(words, &lines);
	adopt_bars(words, &lines);
	settle_citations(words, &lines);
	mark_quotes(&lines);
	find_history(a, words, &lines, l);
	comments_find(a, &lines, &l->from);
	find_signatures(words, &lines);
	says_something = !is_wordless(&lines, &l->from);
	keep_something(&lines);
	make_zones(a, &lines, l);
	return says_something;
}

/*
 * "can you bring the ladder tomorrow", with nothing below but perhaps a name:
 * who writes so says it in the subject. That of a reply or of an invitation is
 * another's words, and a word alone says nothing.
 */
static bool is_said_in_subject(const struct letter *l)
{
	return strchr(l->topic, ' ') && !l->is_reply && !l->is_forward &&
	       !l->calendar && !(l->flags & LETTER_ENCRYPTED);
}

void zones_find(
    struct arena *a, const struct reading_words *words, struct letter *l)
{
	if (find_zones(a, words, l) || !is_said_in_subject(l))
		return;
	l->text = arena_printf(a, "%s\n\n%s", l->topic, l->text);
	l->text_len = strlen(l->text);
	(void)find_zones(a, words, l);
}
