/* SPDX-License-Identifier: ISC */
/*
 * Alternatives that begin with different letters never match at the same
 * place, so that those with the same letter may be brought together. Others,
 * which begin with a class, a group or nothing, stay where they are, and none
 * is moved across them. Look-behinds are left alone: within them PCRE2 wants
 * alternatives of one length.
 */
#include "rule/factor.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/regex.h"
#include "base/str.h"

#include <string.h>

#define DEEPEST   60
#define FEWEST    3 /* alternatives that are worth it */
#define ALPHABETS 128

struct piece {
	const char *at, *end;
};

struct pieces {
	struct piece *items;
	size_t n, cap;
};

struct factoring {
	struct arena *arena;
	struct buf *out;
	int depth;
	bool failed;
};

/* Behind a class; s is on its bracket. */
static const char *skip_class(const char *s, const char *end)
{
	s++;
	if (s < end && *s == '^')
		s++;
	if (s < end && *s == ']')
		s++;
	while (s < end && *s != ']') {
		if (*s == '\\')
			s++;
		else if (*s == '[' && s + 1 < end && s[1] == ':')
			return NULL;
		s++;
	}
	return s < end ? s + 1 : NULL;
}

/* Behind the element at s, which may be a whole group; NULL if it is open. */
static const char *skip(const char *s, const char *end)
{
	int depth = 0;

	do {
		if (*s == '\\') {
			s += 2;
		} else if (*s == '[') {
			s = skip_class(s, end);
			if (!s)
				return NULL;
		} else {
			depth += *s == '(';
			depth -= *s == ')';
			s++;
		}
		if (s > end || depth < 0)
			return NULL;
	} while (depth && s < end);
	return depth ? NULL : s;
}

/*
 * The character with which an alternative begins, whatever follows, if it is
 * a letter, a digit or a blank; or 0.
 */
static char head(const struct piece *p)
{
	char c = p->at < p->end ? *p->at : '\0';

	if (!str_alpha(c) && !str_digit(c) && c != ' ')
		return '\0';
	if (p->at + 1 < p->end && strchr("?*+{", p->at[1]))
		return '\0';
	return c;
}

static void write_alternatives(
    struct factoring *f, const struct piece *items, size_t n);

static void split(struct factoring *f, struct piece p, struct pieces *r)
{
	const char *from = p.at;

	for (const char *s = p.at; !f->failed; s = skip(s, p.end)) {
		if (!s) {
			f->failed = true;
			return;
		}
		if (s < p.end && *s != '|')
			continue;
		r->items = arena_grow(
		    f->arena, r->items, r->n, &r->cap, sizeof(*r->items));
		r->items[r->n++] = (struct piece){from, s};
		from = s + 1;
		if (s >= p.end)
			return;
	}
}

/* The length of a group's opening, "(?:"; 0 when it is to be left alone. */
static size_t opening(struct factoring *f, const char *s)
{
	size_t n = 2;

	if (s[1] != '?')
		return s[1] == '*' ? 0 : 1;
	if (s[2] == '<' && s[3] != '=' && s[3] != '!') {
		n = strcspn(s, ">");
		return s[n] ? n + 1 : 0;
	}
	if (s[2] == '=' || s[2] == '!' || s[2] == '>')
		return 3;
	n += strspn(s + n, "imsx-");
	/* What holds for all that follows must not be moved. */
	f->failed = f->failed || s[n] == ')';
	return s[n] == ':' ? n + 1 : 0;
}

/* Elements one after the other, without an alternative among them. */
static void write_sequence(struct factoring *f, struct piece p)
{
	struct pieces inner;
	const char *end;

	for (const char *s = p.at; !f->failed && s < p.end; s = end) {
		size_t n = *s == '(' ? opening(f, s) : 0;

		end = skip(s, p.end);
		if (!end || f->depth == DEEPEST) {
			f->failed = true;
			return;
		}
		if (!n) {
			buf_append(f->out, s, (size_t)(end - s));
			continue;
		}
		inner = (struct pieces){.n = 0};
		buf_append(f->out, s, n);
		f->depth++;
		split(f, (struct piece){s + n, end - 1}, &inner);
		write_alternatives(f, inner.items, inner.n);
		f->depth--;
		buf_append(f->out, ")", 1);
	}
}

/* One letter and what follows it in the alternatives that begin with it. */
static void write_shared(
    struct factoring *f, const struct piece *items, size_t n, char c)
{
	struct piece *rest = arena_array(f->arena, n, sizeof(*rest));
	size_t n_rest = 0;

	for (size_t i = 0; i < n; i++)
		if (head(&items[i]) == c)
			rest[n_rest++] =
			    (struct piece){items[i].at + 1, items[i].end};
	buf_append(f->out, &c, 1);
	if (n_rest == 1) {
		write_sequence(f, rest[0]);
		return;
	}
	if (++f->depth >= DEEPEST)
		f->failed = true;
	buf_append(f->out, "(?:", 3);
	write_alternatives(f, rest, n_rest);
	buf_append(f->out, ")", 1);
	f->depth--;
}

/* Alternatives that begin with letters, those of one letter together. */
static void write_letters(
    struct factoring *f, const struct piece *items, size_t n)
{
	bool is_done[ALPHABETS] = {false};

	for (size_t i = 0; !f->failed && i < n; i++) {
		char c = head(&items[i]);

		if (is_done[(unsigned char)c])
			continue;
		is_done[(unsigned char)c] = true;
		if (i)
			buf_append(f->out, "|", 1);
		write_shared(f, items, n, c);
	}
}

/* How many from the first on begin with letters, each in one case only. */
static size_t count_letters(const struct piece *items, size_t n)
{
	char seen[ALPHABETS] = {0};
	size_t i = 0;

	for (; i < n; i++) {
		char c = head(&items[i]);
		char *was = &seen[(unsigned char)str_lower(c)];

		if (!c || (*was && *was != c))
			break;
		*was = c;
	}
	return i;
}

static void write_alternatives(
    struct factoring *f, const struct piece *items, size_t n)
{
	size_t i = 0;

	while (!f->failed && i < n) {
		size_t letters = count_letters(items + i, n - i);

		if (i)
			buf_append(f->out, "|", 1);
		if (letters >= FEWEST) {
			write_letters(f, items + i, letters);
			i += letters;
		} else {
			write_sequence(f, items[i++]);
		}
	}
}

/* Whether it has what cannot be moved about: "\1" and "\Q...\E". */
static bool is_bound(const char *s)
{
	for (; (s = strchr(s, '\\')) && s[1]; s += 2)
		if (str_digit(s[1]) || strchr("QEgk", s[1]))
			return true;
	return s;
}

bool pattern_factor(const char *pattern, unsigned flags, struct buf *out)
{
	struct factoring f = {.out = out};
	struct pieces all = {.n = 0};

	if (flags & REGEX_EXTENDED || is_bound(pattern))
		return false;
	f.arena = arena_new();
	split(&f, (struct piece){pattern, pattern + strlen(pattern)}, &all);
	write_alternatives(&f, all.items, all.n);
	arena_free(f.arena);
	return !f.failed;
}
