/* SPDX-License-Identifier: ISC */
/*
 * Renders the events of an HTML parser as text. The parser lives in a module
 * (html_module.c) that is opened here, when a letter needs it. Nothing
 * recurses and all state is bounded: elements beyond LIMIT_HTML_DEPTH are
 * set as plain text, text beyond LIMIT_TEXT_BYTES ends the rendering.
 */
#include "mail/html.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/limits.h"
#include "base/module.h"
#include "base/str.h"
#include "mail/html_module.h"
#include "mail/html_style.h"

#include <string.h>

/* Empty lines beyond two carry nothing. */
#define MOST_BREAKS 3

struct page {
	struct buf out;
	struct html_style open[LIMIT_HTML_DEPTH];
	size_t depth;  /* elements open, counted beyond the array */
	size_t hidden; /* of them, from the first hidden one on */
	size_t pre;
	int breaks;  /* line ends owed before the next text */
	char gap;    /* ' ' or '\t' owed, or NUL */
	bool bullet; /* "- " owed */
	bool cell;   /* the row has a cell already */
};

static bool at_line_start(const struct page *p)
{
	return !p->out.len_bytes || p->out.data[p->out.len_bytes - 1] == '\n';
}

/* Writes what is owed before a character of text. */
static void settle(struct page *p)
{
	if (p->breaks && p->out.len_bytes) {
		if (at_line_start(p))
			p->breaks--;
		for (; p->breaks > 0; p->breaks--)
			buf_char(&p->out, '\n');
	}
	p->breaks = 0;
	if (p->bullet)
		buf_puts(&p->out, "- ");
	else if (p->gap && !at_line_start(p))
		buf_char(&p->out, p->gap);
	p->bullet = false;
	p->gap = '\0';
}

static void break_lines(struct page *p, int breaks)
{
	if (p->breaks < breaks)
		p->breaks = breaks;
	p->gap = '\0';
}

static void put_mark(struct page *p, enum html_mark mark)
{
	if (!at_line_start(p)) {
		buf_char(&p->out, '\n');
		p->breaks -= p->breaks > 0;
	}
	buf_char(&p->out, HTML_MARK);
	buf_char(&p->out, (char)mark);
	buf_char(&p->out, '\n');
	p->bullet = false;
}

static bool has_room(const struct page *p)
{
	return p->out.len_bytes < LIMIT_TEXT_BYTES - 16;
}

static void open_display(struct page *p, enum html_display display)
{
	switch (display) {
	case HTML_PARAGRAPH:
		/* A list's entry begins on its own line as it is. */
		break_lines(p, p->bullet ? 1 : 2);
		break;
	case HTML_BLOCK:
		break_lines(p, 1);
		p->cell = false;
		break;
	case HTML_ENTRY:
		break_lines(p, 1);
		p->bullet = true;
		break;
	case HTML_BREAK:
		if (p->breaks < MOST_BREAKS)
			p->breaks++;
		p->gap = '\0';
		break;
	case HTML_CELL:
		if (p->cell && !p->breaks)
			p->gap = '\t';
		p->cell = true;
		break;
	case HTML_PRE:
		break_lines(p, 1);
		p->pre++;
		break;
	default:
		break;
	}
}

static bool on_start(void *user, const char *name, const char *const *attrs)
{
	struct page *p = user;
	struct html_style s;

	if (p->depth++ >= LIMIT_HTML_DEPTH)
		return true;
	s = (struct html_style){.display = HTML_INLINE};
	if (!p->hidden)
		s = html_style_of(name, attrs);
	p->open[p->depth - 1] = s;
	if (p->hidden)
		return true;
	if (s.display == HTML_NOTHING) {
		p->hidden = p->depth;
		return true;
	}
	open_display(p, s.display);
	if (s.mark)
		put_mark(p, s.mark);
	return has_room(p);
}

static bool on_end(void *user, const char *name)
{
	struct page *p = user;
	struct html_style s;

	(void)name;
	if (!p->depth || p->depth-- > LIMIT_HTML_DEPTH)
		return true;
	if (p->hidden) {
		if (p->depth < p->hidden)
			p->hidden = 0;
		return true;
	}
	s = p->open[p->depth];
	if (s.has_end)
		put_mark(p, HTML_MARK_END);
	if (s.display == HTML_PARAGRAPH)
		break_lines(p, 2);
	else if (s.display == HTML_BLOCK || s.display == HTML_ENTRY ||
		 s.display == HTML_PRE)
		break_lines(p, 1);
	if (s.display == HTML_PRE)
		p->pre--;
	if (s.display == HTML_ENTRY)
		p->bullet = false;
	return has_room(p);
}

static void put_char(struct page *p, char c)
{
	if (c == '\n' && p->pre) {
		p->breaks += p->breaks < MOST_BREAKS;
		p->gap = '\0';
	} else if (str_space(c) && !p->pre) {
		if (!p->gap)
			p->gap = ' ';
	} else if ((unsigned char)c >= 0x20 || c == '\t') {
		settle(p);
		buf_char(&p->out, c);
	}
}

static bool on_text(void *user, const char *text, size_t len_bytes)
{
	struct page *p = user;

	if (p->hidden)
		return true;
	for (size_t i = 0; i < len_bytes && has_room(p); i++) {
		if (i + 1 < len_bytes && text[i] == '\xc2' &&
		    text[i + 1] == '\xa0') {
			/* A non-breaking space may be all there is. */
			settle(p);
			buf_char(&p->out, ' ');
			i++;
			continue;
		}
		put_char(p, text[i]);
	}
	return has_room(p);
}

/* Cuts a character that the limit broke. */
static size_t whole_characters(const char *s, size_t len)
{
	size_t n = len;

	while (n && ((unsigned char)s[n - 1] & 0xc0) == 0x80)
		n--;
	if (n && (unsigned char)s[n - 1] >= 0xc0) {
		unsigned char lead = (unsigned char)s[n - 1];
		size_t want = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;

		return n - 1 + want == len ? len : n - 1;
	}
	return len;
}

/* The longest address or link in angle brackets that is looked for. */
#define ANGLE_BYTES 300

/* Whether "<ida@x.example>" or "<https://x.example/>" is at s: no tag. */
static bool is_address(const char *s, size_t len)
{
	size_t n = 1;
	bool sign = false;

	if (len > ANGLE_BYTES)
		len = ANGLE_BYTES;
	while (n < len && (unsigned char)s[n] > ' ' && !strchr("<>\"'=", s[n]))
		sign |= s[n++] == '@' && n > 2;
	if (n < len && s[n] == '=')
		while (n < len && (unsigned char)s[n] > ' ' && s[n] != '>')
			n++;
	return n < len && s[n] == '>' &&
	       (sign || (n > 10 && (str_same_n(s + 1, "http://", 7) ||
				       str_same_n(s + 1, "https://", 8))));
}

/* What stands at a "<" that the parser would misread. */
struct oddity {
	size_t len_bytes;
	const char *instead; /* NULL: leave it and go on behind it */
};

/* first: no tag was opened above; a parser may stumble over an end. */
static struct oddity oddity_at(const char *s, size_t len, bool first)
{
	const char *close;

	if (len > 4 && memcmp(s, "<!--", 4) == 0) {
		close = str_find(s + 4, len - 4, "-->");
		return (struct oddity){
		    close ? (size_t)(close - s) + 3 : len, NULL};
	}
	if ((len > 5 && str_same_n(s, "<![if", 5)) ||
	    (len > 8 && str_same_n(s, "<![endif", 8))) {
		close = memchr(s, '>', len);
		return (struct oddity){
		    close ? (size_t)(close - s) + 1 : len, close ? "" : NULL};
	}
	/* Text goes on behind them; so do letters that were joined. */
	if ((len > 6 && str_same_n(s, "</body", 6)) ||
	    (len > 6 && str_same_n(s, "</html", 6)) ||
	    (first && len > 1 && s[1] == '/')) {
		close = memchr(s, '>', len);
		return (struct oddity){close ? (size_t)(close - s) + 1 : len,
		    close ? "<div></div>" : NULL};
	}
	if (is_address(s, len))
		return (struct oddity){1, "&#60;"};
	return (struct oddity){1, NULL};
}

/*
 * Word's conditions ("<![if !supportLists]>") are no comments, and the
 * parser takes them for text; it takes addresses in angle brackets for
 * tags. A copy without them, or html itself.
 */
static const char *mended(struct arena *a, const char *html, size_t *len)
{
	const char *at = html, *end = html + *len, *hit = html;
	struct buf out = BUF_EMPTY;
	bool first = true;

	while ((hit = memchr(hit, '<', (size_t)(end - hit))) != NULL) {
		struct oddity odd = oddity_at(hit, (size_t)(end - hit), first);

		first = first && odd.instead;
		if (odd.instead) {
			buf_append(&out, at, (size_t)(hit - at));
			buf_puts(&out, odd.instead);
			at = hit + odd.len_bytes;
		}
		hit += odd.len_bytes;
	}
	if (at == html)
		return html;
	buf_append(&out, at, (size_t)(end - at));
	*len = out.len_bytes;
	html = arena_strndup(a, buf_text(&out), out.len_bytes);
	buf_release(&out);
	return html;
}

char *html_to_text(
    struct arena *a, const char *html, size_t len_bytes, size_t *len_r)
{
	struct page *p = arena_alloc(a, sizeof(*p));
	struct html_sink sink = {p, on_start, on_text, on_end};
	html_module_parse_fn *parse;
	void *entry = module_symbol("html", HTML_MODULE_ENTRY, NULL);
	char *text;

	if (!entry)
		return NULL;
	memcpy(&parse, &entry, sizeof(parse));
	buf_init(&p->out);
	if (len_bytes > LIMIT_HTML_BYTES)
		len_bytes = LIMIT_HTML_BYTES;
	html = mended(a, html, &len_bytes);
	parse(&sink, html, len_bytes);
	if (p->out.len_bytes && !at_line_start(p))
		buf_char(&p->out, '\n');
	*len_r = whole_characters(buf_text(&p->out), p->out.len_bytes);
	text = arena_strndup(a, buf_text(&p->out), *len_r);
	buf_release(&p->out);
	return text;
}
