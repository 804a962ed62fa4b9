/* SPDX-License-Identifier: ISC */
/* Text bodies as lines, with the soft line breaks of RFC 3676 undone. */
#include "mail/plain.h"
#include "base/buf.h"
#include "base/str.h"

#include <string.h>

/* Deeper quotes are no quotes. */
#define DEEPEST_QUOTE 50

/* The next line of s, which ends in LF, CR LF or CR; returns its bytes. */
static size_t take_line(const char *s, size_t len_bytes, struct span *line_r)
{
	size_t n = 0;

	/* One comparison for nearly every byte. */
	while (n < len_bytes &&
	       ((unsigned char)s[n] > '\r' || (s[n] != '\n' && s[n] != '\r')))
		n++;
	*line_r = (struct span){s, n};
	if (n + 1 < len_bytes && s[n] == '\r' && s[n + 1] == '\n')
		return n + 2;
	return n < len_bytes ? n + 1 : n;
}

/*
 * Archives of Lotus Notes mail hold its typographic characters as 0x01 and
 * another one; left at the second, "we've" would read "we,ve".
 */
static const char *notes_character(char c)
{
	switch (c) {
	case ',':
		return "\xe2\x80\x99";
	case '&':
		return "\xe2\x80\x9c";
	case '8':
		return "\xe2\x80\x9d";
	case ')':
		return "\xe2\x80\x93";
	default:
		return NULL;
	}
}

static bool is_control(char c)
{
	return ((unsigned char)c < ' ' && c != '\t') || c == 0x7f;
}

/* The bytes at the start of s that are text as they are. */
static size_t run_of_text(const char *s, size_t len_bytes)
{
	size_t n = 0;

	while (n < len_bytes && !is_control(s[n]))
		n++;
	return n;
}

/* Other control characters than Notes' are dropped. */
static void add_text(struct buf *out, struct span line)
{
	for (size_t i = 0; i < line.len_bytes; i++) {
		size_t n = run_of_text(line.data + i, line.len_bytes - i);
		const char *notes = NULL;

		buf_append(out, line.data + i, n);
		i += n;
		if (i + 1 < line.len_bytes && line.data[i] == '\x01')
			notes = notes_character(line.data[i + 1]);
		if (notes) {
			buf_puts(out, notes);
			i++;
		}
	}
}

/* A line of a flowed text without its quote marks and stuffing. */
struct flowed_line {
	int depth;
	struct span text;
	bool is_soft; /* the paragraph goes on */
};

static struct flowed_line flowed(struct span line, bool delete_space)
{
	struct flowed_line f = {0, line, false};
	struct span *t = &f.text;

	while (f.depth < DEEPEST_QUOTE && t->len_bytes && t->data[0] == '>') {
		f.depth++;
		t->data++;
		t->len_bytes--;
	}
	if (t->len_bytes && t->data[0] == ' ') {
		t->data++;
		t->len_bytes--;
	}
	f.is_soft = t->len_bytes && t->data[t->len_bytes - 1] == ' ' &&
		    !(t->len_bytes == 3 && !memcmp(t->data, "-- ", 3));
	if (f.is_soft && delete_space)
		t->len_bytes--;
	return f;
}

static void append_flowed(
    struct buf *out, const char *s, size_t len_bytes, bool delete_space)
{
	struct flowed_line before = {0, {s, 0}, false};

	for (size_t i = 0; i < len_bytes;) {
		struct span line;
		struct flowed_line f;
		bool joins;

		i += take_line(s + i, len_bytes - i, &line);
		f = flowed(line, delete_space);
		/* A signature's mark and another depth end a paragraph. */
		joins =
		    before.is_soft && f.depth == before.depth &&
		    !(f.text.len_bytes == 3 && !memcmp(f.text.data, "-- ", 3));
		if (before.is_soft && !joins)
			buf_char(out, '\n');
		for (int d = 0; d < f.depth && !joins; d++)
			buf_puts(out, "> ");
		add_text(out, f.text);
		if (!f.is_soft)
			buf_char(out, '\n');
		before = f;
	}
	if (before.is_soft)
		buf_char(out, '\n');
}

void plain_append(struct buf *out, const char *text, size_t len_bytes,
    struct plain_format format)
{
	if (len_bytes >= 3 && !memcmp(text, "\xef\xbb\xbf", 3)) {
		text += 3;
		len_bytes -= 3;
	}
	if (format.is_flowed) {
		append_flowed(out, text, len_bytes, format.delete_space);
		return;
	}
	for (size_t i = 0; i < len_bytes;) {
		struct span line;

		i += take_line(text + i, len_bytes - i, &line);
		add_text(out, line);
		buf_char(out, '\n');
	}
}
