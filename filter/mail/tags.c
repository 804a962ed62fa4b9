/* SPDX-License-Identifier: ISC */
/*
 * HTML to text without a parser; also text/enriched (RFC 1896), whose tags
 * look alike. Linear: an unclosed construct is looked for once and runs to
 * the end of the text.
 */
#include "mail/tags.h"
#include "base/buf.h"
#include "base/str.h"
#include "base/utf8.h"

#include <stdbool.h>
#include <string.h>

static bool is_tag(const char *s, size_t n, const char *name)
{
	size_t len = strlen(name);

	if (n && *s == '/') {
		s++;
		n--;
	}
	return n >= len && str_same_n(s, name, len) &&
	       (n == len || (!str_alpha(s[len]) && !str_digit(s[len])));
}

static bool breaks_line(const char *s, size_t n)
{
	static const char *const names[] = {"br", "p", "div", "tr", "li", "h1",
	    "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "table", "ul",
	    "ol", "hr", "title", "paragraph", "nl", "np" /* RFC 1341, 7.1.3 */};

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (is_tag(s, n, names[i]))
			return true;
	return false;
}

static void blank(struct buf *out)
{
	if (out->len_bytes && !str_space(out->data[out->len_bytes - 1]))
		buf_char(out, ' ');
}

static void line_end(struct buf *out)
{
	while (out->len_bytes && out->data[out->len_bytes - 1] == ' ')
		out->data[--out->len_bytes] = '\0';
	if (out->len_bytes && out->data[out->len_bytes - 1] != '\n')
		buf_char(out, '\n');
}

/* The reference at s, which begins with "&"; returns the bytes read. */
static size_t add_reference(struct buf *out, const char *s, size_t n)
{
	static const struct {
		const char *name, *text;
	} known[] = {{"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"},
	    {"&quot;", "\""}, {"&apos;", "'"}, {"&nbsp;", " "}};
	uint32_t cp = 0;
	size_t i = 2;
	bool hex = n > 2 && str_lower(s[2]) == 'x';

	for (size_t k = 0; k < sizeof(known) / sizeof(*known); k++) {
		size_t len = strlen(known[k].name);

		if (n >= len && str_same_n(s, known[k].name, len)) {
			buf_puts(out, known[k].text);
			return len;
		}
	}
	if (n > 3 && s[1] == '#') {
		for (i += hex; i < n && i < 10 && s[i] != ';'; i++) {
			char c = str_lower(s[i]);

			if (str_digit(c))
				cp = cp * (hex ? 16 : 10) + (uint32_t)(c - '0');
			else if (hex && c >= 'a' && c <= 'f')
				cp = cp * 16 + (uint32_t)(c - 'a') + 10;
			else
				break;
		}
		if (i < n && s[i] == ';' && cp >= ' ' && cp <= 0x10ffff &&
		    (cp < 0x7f || cp > 0x9f) && (cp < 0xd800 || cp > 0xdfff)) {
			utf8_append(out, cp);
			return i + 1;
		}
	}
	buf_char(out, '&');
	return 1;
}

/* Bytes up to and with the given end, or all of them. */
static size_t skip_to(const char *s, size_t n, const char *end)
{
	const char *hit = str_find(s, n, end);

	return hit ? (size_t)(hit - s) + strlen(end) : n;
}

/* The tag at s, which begins with "<"; returns the bytes read. */
static size_t read_tag(struct buf *out, const char *s, size_t n)
{
	const char *end;
	size_t len;

	if (n < 2 ||
	    !(str_alpha(s[1]) || s[1] == '/' || s[1] == '!' || s[1] == '?')) {
		buf_char(out, '<');
		return 1;
	}
	if (n >= 4 && !memcmp(s, "<!--", 4))
		return skip_to(s, n, "-->");
	end = memchr(s, '>', n);
	len = end ? (size_t)(end - s) + 1 : n;
	if (s[1] != '/' && is_tag(s + 1, len - 1, "script"))
		return skip_to(s, n, "</script");
	if (s[1] != '/' && is_tag(s + 1, len - 1, "style"))
		return skip_to(s, n, "</style");
	if (s[1] != '/' && is_tag(s + 1, len - 1, "param"))
		return skip_to(s, n, "</param>"); /* RFC 1896 */
	if (breaks_line(s + 1, len - 1))
		line_end(out);
	return len;
}

void tags_strip(struct buf *out, const char *html, size_t len_bytes)
{
	for (size_t i = 0; i < len_bytes;) {
		char c = html[i];

		if (c == '<') {
			i += read_tag(out, html + i, len_bytes - i);
		} else if (c == '&') {
			i += add_reference(out, html + i, len_bytes - i);
		} else {
			if ((unsigned char)c <= ' ')
				blank(out);
			else if (c != 0x7f)
				buf_char(out, c);
			i++;
		}
	}
	line_end(out);
}
