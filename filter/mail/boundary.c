/* SPDX-License-Identifier: ISC */
/*
 * The lines that part a multipart (RFC 2046, 5.1.1): looked for where they
 * were declared wrongly, and mended where libetpan would refuse or lose
 * parts. What the parts hold is read in body.c.
 */
#include "mail/boundary.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/limits.h"
#include "base/str.h"

#include <string.h>

/* Whether s begins with "--" and the boundary. */
static bool is_delimiter(
    const char *s, const char *end, const char *boundary, size_t n)
{
	return (size_t)(end - s) >= n + 2 && s[0] == '-' && s[1] == '-' &&
	       !memcmp(s + 2, boundary, n);
}

bool boundary_occurs(const char *boundary, const char *s, size_t len_bytes)
{
	const char *end = s + len_bytes;
	size_t n = strlen(boundary);

	while (s && s < end) {
		if (is_delimiter(s, end, boundary, n))
			return true;
		s = memchr(s, '\n', (size_t)(end - s));
		s = s ? s + 1 : NULL;
	}
	return false;
}

char *boundary_guess(struct arena *a, const char *s, size_t len_bytes)
{
	const char *end = s + len_bytes, *nl;

	for (; s < end; s = nl + 1) {
		struct span line;

		nl = memchr(s, '\n', (size_t)(end - s));
		if (!nl)
			break;
		line = str_trim(s, (size_t)(nl - s));
		if (line.len_bytes <= 2 ||
		    line.len_bytes > LIMIT_BOUNDARY_CHARS + 2 ||
		    line.data != s || s[0] != '-' || s[1] != '-' ||
		    memchr(line.data, '"', line.len_bytes) ||
		    memchr(line.data, '\\', line.len_bytes))
			continue;
		if (end - nl > 9 && str_same_n(nl + 1, "content-", 8))
			return arena_strndup(
			    a, line.data + 2, line.len_bytes - 2);
	}
	return NULL;
}

/* Ends the parts where a cut message does not: libetpan drops the last. */
static void add_end(struct buf *out, const char *boundary)
{
	size_t n = strlen(boundary);

	while (out->len_bytes && str_space(out->data[out->len_bytes - 1]))
		out->len_bytes--;
	if (out->len_bytes > n + 2 &&
	    is_delimiter(out->data + out->len_bytes - n - 2,
		out->data + out->len_bytes, boundary, n))
		buf_puts(out, "--\n");
	else
		buf_printf(out, "\n--%s--\n", boundary);
}

/* Whether a part begins at s, or the last one ends when may_close. */
static bool is_delimiter_line(
    const char *s, const char *end, const char *boundary, bool may_close)
{
	size_t n = strlen(boundary);
	const char *nl = memchr(s, '\n', (size_t)(end - s));
	struct span rest;

	if (!is_delimiter(s, end, boundary, n))
		return false;
	s += n + 2;
	rest = str_trim(s, (size_t)((nl ? nl : end) - s));
	return !rest.len_bytes || (may_close && rest.len_bytes == 2 &&
				      !memcmp(rest.data, "--", 2));
}

/* Takes out parts without a byte: one makes libetpan refuse them all. */
static void drop_empty_parts(struct buf *text, const char *boundary)
{
	char *to = text->data, *at = to, *end = to + text->len_bytes;

	while (at < end) {
		char *nl = memchr(at, '\n', (size_t)(end - at)), *next;

		next = nl = nl ? nl + 1 : end;
		if (is_delimiter_line(at, end, boundary, false)) {
			while (next < end && str_space(*next))
				next++;
			if (next < end && next[-1] == '\n' &&
			    is_delimiter_line(next, end, boundary, true)) {
				at = next;
				continue;
			}
		}
		memmove(to, at, (size_t)(nl - at));
		to += nl - at;
		at = nl;
	}
	*to = '\0';
	text->len_bytes = (size_t)(to - text->data);
}

void boundary_tidy(struct arena *a, struct buf *text, const char *boundary)
{
	drop_empty_parts(text, boundary);
	if (!boundary_occurs(
		arena_printf(a, "%s--", boundary), text->data, text->len_bytes))
		add_end(text, boundary);
}
