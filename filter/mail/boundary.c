/* SPDX-License-Identifier: ISC */
/*
 * The lines that part a multipart (RFC 2046, 5.1.1): looked for where they
 * were declared wrongly, renamed or mended where libetpan would refuse or
 * lose parts. What the parts hold is read in body.c.
 */
#include "mail/boundary.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/limits.h"
#include "base/str.h"

#include <string.h>

/* Names that are tried; one that a message holds was put there. */
#define ALIASES 10

/* What a line is to the multipart. */
enum role { ROLE_TEXT, ROLE_OPEN, ROLE_CLOSE };

struct line {
	const char *start, *next; /* next begins the line after it */
	enum role role;
};

/*
 * The line at s. A delimiter has nothing behind it but white space: a
 * boundary may begin with another one.
 */
static struct line line_at(
    const char *s, const char *end, const char *boundary, size_t n)
{
	const char *nl = memchr(s, '\n', (size_t)(end - s));
	struct line l = {s, nl ? nl + 1 : end, ROLE_TEXT};
	struct span rest;

	if ((size_t)(l.next - s) < n + 2 || s[0] != '-' || s[1] != '-' ||
	    memcmp(s + 2, boundary, n) != 0)
		return l;
	rest = str_trim(s + n + 2, (size_t)(l.next - s) - n - 2);
	if (!rest.len_bytes)
		l.role = ROLE_OPEN;
	else if (rest.len_bytes == 2 && !memcmp(rest.data, "--", 2))
		l.role = ROLE_CLOSE;
	return l;
}

size_t boundary_count(const char *boundary, const char *s, size_t len_bytes)
{
	const char *end = s + len_bytes;
	size_t n = strlen(boundary), count = 0;

	while (s < end) {
		struct line l = line_at(s, end, boundary, n);

		count += l.role == ROLE_OPEN;
		s = l.next;
	}
	return count;
}

size_t boundary_preamble(const char *boundary, const char *s, size_t len_bytes)
{
	const char *start = s, *end = s + len_bytes;
	size_t n = strlen(boundary);

	while (s < end) {
		struct line l = line_at(s, end, boundary, n);

		if (l.role != ROLE_TEXT)
			break;
		s = l.next;
	}
	return (size_t)(s - start);
}

bool boundary_occurs(const char *boundary, const char *s, size_t len_bytes)
{
	return boundary_preamble(boundary, s, len_bytes) < len_bytes;
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

/* Not what libetpan trips over, or what needs quoting. */
static bool is_plain(const char *boundary)
{
	size_t n = strlen(boundary);

	for (size_t i = 0; i < n; i++)
		if (boundary[i] < ' ' || boundary[i] >= 0x7f ||
		    strchr("\"\\;", boundary[i]))
			return false;
	return n && n <= LIMIT_BOUNDARY_CHARS && boundary[n - 1] != ' ';
}

const char *boundary_alias(
    struct arena *a, const char *boundary, const char *s, size_t len_bytes)
{
	if (is_plain(boundary))
		return boundary;
	for (int i = 0; i < ALIASES; i++) {
		const char *alias = arena_printf(a, "=_rapport_%d", i);

		if (!boundary_occurs(alias, s, len_bytes))
			return alias;
	}
	return NULL;
}

/* A multipart on its way into out. */
struct copy {
	struct buf *out;
	const char *alias;
	size_t open;  /* where the part's delimiter begins in out */
	size_t start; /* where the part begins in out */
	bool in_part, is_closed;
};

static void add_text(struct buf *out, const char *s, const char *end)
{
	while (s < end) {
		const char *nul = memchr(s, '\0', (size_t)(end - s));

		nul = nul ? nul : end;
		buf_append(out, s, (size_t)(nul - s));
		s = nul + 1;
	}
}

/* Before the next delimiter: libetpan refuses all parts for an empty one. */
static void end_part(struct copy *c)
{
	const char *part = c->out->data + c->start;

	if (c->in_part &&
	    !str_trim(part, c->out->len_bytes - c->start).len_bytes)
		c->out->len_bytes = c->open;
	c->in_part = false;
}

static void add_delimiter(struct copy *c, struct line l, size_t n)
{
	end_part(c);
	c->open = c->out->len_bytes;
	buf_puts(c->out, "--");
	buf_puts(c->out, c->alias);
	buf_append(c->out, l.start + n + 2, (size_t)(l.next - l.start) - n - 2);
	c->start = c->out->len_bytes;
	c->in_part = l.role == ROLE_OPEN;
	c->is_closed = l.role == ROLE_CLOSE;
}

/* Ends the parts where a cut message does not: libetpan drops the last. */
static void add_end(struct copy *c)
{
	struct buf *out = c->out;

	while (out->len_bytes > c->open &&
	       str_space(out->data[out->len_bytes - 1]))
		out->len_bytes--;
	/* The delimiter is the last that came: it ends the part before. */
	if (c->in_part && out->len_bytes <= c->start)
		buf_puts(out, "--\n");
	else
		buf_printf(out, "\n--%s--\n", c->alias);
}

void boundary_copy(struct buf *out, const char *s, size_t len_bytes,
    const char *boundary, const char *alias)
{
	const char *end = s + len_bytes, *text = s;
	size_t n = strlen(boundary),
	       left = boundary_count(boundary, s, len_bytes);
	struct copy c = {.out = out, .alias = alias};

	for (struct line l; s < end; s = l.next) {
		l = line_at(s, end, boundary, n);
		if (l.role == ROLE_TEXT)
			continue;
		add_text(out, text, s);
		text = l.next;
		left -= l.role == ROLE_OPEN;
		/* An end that parts follow was not meant. */
		if (l.role == ROLE_OPEN || !left)
			add_delimiter(&c, l, n);
	}
	add_text(out, text, end);
	if (!c.is_closed)
		add_end(&c);
}
