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

/* Longer than any sensible pattern, short enough to read in a terminal. */
#define LONGEST_LINE_BYTES 16384

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

/* The current line with those that continue it, joined by blanks. */
static char *with_continuations(struct lines *in, struct span first)
{
	struct lines ahead = *in;
	struct span more;
	size_t len = first.len_bytes, n = len;
	char *text;

	while (
	    ahead.at < ahead.end && (*ahead.at == ' ' || *ahead.at == '\t')) {
		(void)physical(&ahead, &more);
		len += more.len_bytes + 1;
	}
	text = arena_alloc(in->arena, len + 1);
	memcpy(text, first.data, first.len_bytes);
	while (in->at < in->end && (*in->at == ' ' || *in->at == '\t')) {
		(void)physical(in, &more);
		more = str_trim(more.data, more.len_bytes);
		if (is_skipped(more) || n + more.len_bytes > LONGEST_LINE_BYTES)
			continue;
		text[n++] = ' ';
		memcpy(text + n, more.data, more.len_bytes);
		n += more.len_bytes;
	}
	text[n] = '\0';
	return text;
}

static bool acceptable(struct lines *in, struct span line)
{
	const char *why = NULL;

	if (line.len_bytes > LONGEST_LINE_BYTES)
		why = "the line is too long";
	else if (memchr(line.data, '\0', line.len_bytes))
		why = "the line holds a NUL";
	else if (!utf8_valid(line.data, line.len_bytes))
		why = "the line is not valid UTF-8";
	else if (line.data[0] == ' ' || line.data[0] == '\t')
		why = "a continuation without a line to continue";
	if (why)
		diag_at(in->diag, in->file, in->line, 0, "%s", why);
	return !why;
}

bool lines_next(struct lines *in)
{
	struct span line;
	char *text;
	size_t n;

	for (;;) {
		in->line = in->next_line;
		if (!physical(in, &line))
			return false;
		if (!is_skipped(line) && acceptable(in, line))
			break;
	}
	text = with_continuations(in, line);
	in->keyword = text;
	n = strcspn(text, " \t");
	in->rest = text + n + strspn(text + n, " \t");
	in->rest_column = (int)(in->rest - text) + 1;
	text[n] = '\0';
	n = str_trim(in->rest, strlen(in->rest)).len_bytes;
	in->rest[n] = '\0';
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
