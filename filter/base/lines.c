/* SPDX-License-Identifier: ISC */
/* Line-based files: logical lines, keywords, words, places for complaints. */
#include "base/lines.h"
#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"
#include "base/utf8.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Longer than any sensible pattern or list of phrases. */
#define LONGEST_ENTRY_BYTES 32768

void lines_init(struct lines *in, struct arena *a, struct diag *d,
    const char *file, const char *text, size_t len_bytes)
{
	*in = (struct lines){.file = file,
	    .arena = a,
	    .diag = d,
	    .at = text,
	    .end = text + len_bytes,
	    .next_line = 1};
}

/* The physical line at in->at, without its line end; false at the end. */
static bool physical(struct lines *in, struct span *line_r)
{
	const char *nl;

	if (in->at == in->end)
		return false;
	nl = memchr(in->at, '\n', (size_t)(in->end - in->at));
	if (!nl)
		nl = in->end;
	*line_r = (struct span){in->at, (size_t)(nl - in->at)};
	if (line_r->len_bytes && nl[-1] == '\r')
		line_r->len_bytes--;
	in->at = nl == in->end ? nl : nl + 1;
	in->next_line++;
	return true;
}

static bool is_skipped(struct span s)
{
	s = str_trim(s.data, s.len_bytes);
	return !s.len_bytes || s.data[0] == '#';
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

/*
 * The bytes of the entry that begins with the line first, up to the end of
 * the last line that continues it; nothing is taken.
 */
static struct span whole_entry(const struct lines *in, struct span first)
{
	const char *at = in->at, *nl;

	if (at == in->end || !is_blank(*at))
		return first;
	while (at < in->end && is_blank(*at)) {
		nl = memchr(at, '\n', (size_t)(in->end - at));
		at = nl ? nl + 1 : in->end;
	}
	return (struct span){first.data, (size_t)(at - first.data)};
}

/* Takes the lines that continue first: all joined by blanks, in size bytes. */
static struct span join(struct lines *in, struct span first, size_t size)
{
	char *text = arena_alloc(in->arena, size + 1);
	size_t n = first.len_bytes;
	struct span more;

	memcpy(text, first.data, n);
	while (in->at < in->end && is_blank(*in->at)) {
		(void)physical(in, &more);
		if (is_skipped(more))
			continue;
		more = str_trim(more.data, more.len_bytes);
		text[n++] = ' ';
		memcpy(text + n, more.data, more.len_bytes);
		n += more.len_bytes;
	}
	while (str_space(text[n - 1]))
		text[--n] = '\0';
	return (struct span){text, n};
}

static bool acceptable(struct lines *in, struct span entry)
{
	const char *why = NULL;

	if (entry.len_bytes > LONGEST_ENTRY_BYTES)
		why = "the line is too long";
	else if (memchr(entry.data, '\0', entry.len_bytes))
		why = "the line holds a NUL";
	else if (!utf8_valid(entry.data, entry.len_bytes))
		why = "the line is not valid UTF-8";
	else if (is_blank(entry.data[0]))
		why = "a continuation without a line to continue";
	if (why)
		diag_at(in->diag, in->file, in->line, 0, "%s", why);
	return !why;
}

bool lines_next(struct lines *in)
{
	struct span first, entry;
	size_t n = 0;
	char *text;

	for (;;) {
		in->line = in->next_line;
		if (!physical(in, &first))
			return false;
		if (is_skipped(first))
			continue;
		entry = whole_entry(in, first);
		if (acceptable(in, entry))
			break;
		while (in->at < entry.data + entry.len_bytes)
			(void)physical(in, &first);
	}
	entry = join(in, first, entry.len_bytes);
	text = in->keyword = (char *)entry.data;
	while (n < entry.len_bytes && !is_blank(text[n]))
		n++;
	in->rest = text + n;
	while (is_blank(*in->rest))
		in->rest++;
	in->rest_column = (int)(in->rest - text) + 1;
	text[n] = '\0';
	return true;
}

void lines_complain(const struct lines *in, size_t offset, const char *fmt, ...)
{
	char text[512];
	va_list ap;

	va_start(ap, fmt);
	(void)vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	diag_at(in->diag, in->file, in->line, in->rest_column + (int)offset,
	    "%s", text);
}

static char *quoted_word(const struct lines *in, char **rest, char *start)
{
	char *from = start + 1, *to = start;

	for (; *from && *from != '"'; from++) {
		if (*from == '\\' && (from[1] == '"' || from[1] == '\\'))
			from++;
		*to++ = *from;
	}
	if (!*from) {
		lines_complain(
		    in, (size_t)(start - in->rest), "the quote is not closed");
		*rest = from;
		return NULL;
	}
	*rest = from + 1;
	*to = '\0';
	return start;
}

char *lines_word(const struct lines *in, char **rest)
{
	char *s = *rest + strspn(*rest, " \t"), *end;

	if (!*s) {
		*rest = s;
		return NULL;
	}
	if (*s == '"')
		return quoted_word(in, rest, s);
	end = s + strcspn(s, " \t");
	*rest = *end ? end + 1 : end;
	*end = '\0';
	return s;
}
