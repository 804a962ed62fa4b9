/* SPDX-License-Identifier: ISC */
/*
 * Keeps from libetpan what it fails on. Debian's 1.9.4 writes out of bounds
 * on a boundary that is a lone quote, recurses on every "(" of a comment
 * and on every level of parts, and takes 350 bytes for each part.
 *
 * What is a header and what is body is not decided here: whatever looks
 * like a field is checked, at worst a line of prose that is then spelt
 * wrong in its first letter.
 */
#include "mail/guard.h"
#include "base/arena.h"
#include "base/limits.h"
#include "base/str.h"

#include <stdbool.h>
#include <string.h>

struct scan {
	char *at, *end;
	size_t n_nested, n_dashes;
};

/* A line end for libetpan is LF; CR counts too, to be on the safe side. */
static bool is_line_end(char c)
{
	return c == '\n' || c == '\r';
}

/* Where the field at s ends: before a line that does not begin with WSP. */
static char *field_end(char *s, const char *end)
{
	while (s < end) {
		while (s < end && !is_line_end(*s))
			s++;
		if (s < end && *s == '\r' && s + 1 < end && s[1] == '\n')
			s++;
		if (s < end)
			s++;
		if (s == end || (*s != ' ' && *s != '\t'))
			break;
	}
	return s;
}

/* Levels of comments, never counted too low: quotes are not looked at. */
static bool nests_too_deep(const char *s, const char *end)
{
	int depth = 0;

	for (; s < end; s++) {
		if (*s == '(')
			depth++;
		else if (*s == ')' && depth)
			depth--;
		else if (*s == '\\' && s + 1 < end && s[1] == ')')
			s++;
		if (depth > LIMIT_COMMENT_DEPTH)
			return true;
	}
	return false;
}

/*
 * RFC 2046, 5.1.1, and the other visible characters that mailers use; not
 * the quote and the backslash that libetpan trips over.
 */
static bool is_legal(char c)
{
	return c > ' ' && c < 0x7f && !strchr("\"\\;", c);
}

static const char *skip_space(const char *s, const char *end)
{
	while (s < end && str_space(*s))
		s++;
	return s;
}

/* Whether the value behind "boundary=" is one that libetpan can stand. */
static bool is_good_boundary(const char *s, const char *end)
{
	size_t n = 0;
	bool quoted;

	s = skip_space(s, end);
	quoted = s < end && *s == '"';
	s += quoted;
	if (!quoted && s < end && *s == '(')
		return false; /* a comment, and who knows what behind it */
	while (
	    s < end && (is_legal(*s) || (quoted && (*s == ' ' || *s == ';')))) {
		s++;
		n++;
	}
	if (!n || n > LIMIT_BOUNDARY_CHARS || s[-1] == ' ')
		return false;
	if (quoted)
		return s < end && *s == '"';
	return s == end || str_space(*s) || *s == ';';
}

/* Every boundary of a Content-Type field; not the word in a file's name. */
static bool has_good_boundaries(const char *s, const char *end)
{
	const char *hit;

	while ((hit = str_find(s, (size_t)(end - s), "boundary")) != NULL) {
		s = skip_space(hit + strlen("boundary"), end);
		if (s < end && (*s == '*' || *s == '('))
			return false;
		if (s < end && *s == '=' && !is_good_boundary(s + 1, end))
			return false;
	}
	return true;
}

static bool may_nest(const char *s, const char *end)
{
	size_t n = (size_t)(end - s);

	return str_find(s, n, "multipart") || str_find(s, n, "message") ||
	       str_find(s, n, "boundary");
}

/* Whether a field that begins at s, and ends at end, can be left as is. */
static bool is_harmless(struct scan *g, const char *s, const char *end)
{
	static const char type[] = "content-type";
	const size_t n = sizeof(type) - 1;

	if (nests_too_deep(s, end))
		return false;
	if ((size_t)(end - s) <= n || !str_same_n(s, type, n))
		return (size_t)(end - s) <= LIMIT_FIELD_BYTES;
	if ((size_t)(end - s) > LIMIT_FIELD_BYTES ||
	    !has_good_boundaries(s, end))
		return false;
	if (may_nest(s, end) && ++g->n_nested > LIMIT_MIME_PARTS)
		return false;
	return true;
}

/* A line that begins with a word and a colon, like a field. */
static bool looks_like_field(const char *s, const char *end)
{
	const char *p = s;

	while (p<end && * p> ' ' && *p != ':' && p - s <= 80)
		p++;
	while (p < end && (*p == ' ' || *p == '\t') && p - s <= 90)
		p++;
	return p < end && p > s && *p == ':';
}

static void defuse(
    struct arena *a, char *text, size_t offset, struct guard_log *log)
{
	log->changes = arena_grow(
	    a, log->changes, log->n, &log->cap, sizeof(*log->changes));
	log->changes[log->n++] = (struct guard_change){offset, text[offset]};
	text[offset] = 'X';
}

void guard_undo(char *text, const struct guard_log *log)
{
	for (size_t i = 0; i < log->n; i++)
		text[log->changes[i].offset] = log->changes[i].was;
}

enum guard guard_check(
    struct arena *a, char *text, size_t len_bytes, struct guard_log *log_r)
{
	struct scan g = {.at = text, .end = text + len_bytes};

	*log_r = (struct guard_log){NULL, 0, 0};

	while (g.at < g.end) {
		char *end = field_end(g.at, g.end);

		if (g.end - g.at >= 2 && g.at[0] == '-' && g.at[1] == '-' &&
		    ++g.n_dashes > LIMIT_DASH_LINES)
			return GUARD_REFUSED;
		/* Comments are only read in fields; bodies may be Lisp. */
		if (looks_like_field(g.at, end) && !is_harmless(&g, g.at, end))
			defuse(a, text, (size_t)(g.at - text), log_r);
		g.at = end;
	}
	return log_r->n ? GUARD_DEFUSED : GUARD_FINE;
}
