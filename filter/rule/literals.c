/* SPDX-License-Identifier: ISC */
/*
 * What a pattern cannot match without. A recursive descent over the part of
 * PCRE2's syntax that rules use: of the parts that follow one another the
 * best is taken, of alternatives all. Whatever is not understood ends the
 * search with "nothing is known", which is always right. Case is ignored
 * throughout: a literal in lower case is necessary for both cases.
 */
#include "base/arena.h"
#include "rule/prefilter.h"

#include <string.h>

#define SHORTEST   3
#define RUN_BYTES  32
#define DEEPEST    20
#define GOOD_BYTES 6 /* longer than this is no rarer in mail */

struct parser {
	struct arena *arena;
	const char *at;
	literals_macro *macro;
	void *context; /* of macro */
	bool failed;
	bool is_open; /* alternatives outside of any group */
	int depth;
};

/* A run of literal characters that is being collected. */
struct run {
	char text[RUN_BYTES];
	size_t len;
};

static void alternatives(struct parser *p, struct literals *best_r);

/* How rare a set is: long literals are good, many are bad. */
static long worth(const struct literals *l)
{
	size_t shortest = GOOD_BYTES;

	if (!l->n)
		return -1000;
	for (size_t i = 0; i < l->n; i++)
		if (l->items[i].len_bytes < shortest)
			shortest = l->items[i].len_bytes;
	return (long)(shortest * 8) - (long)l->n;
}

static void consider(struct literals *best, const struct literals *other)
{
	if (worth(other) > worth(best)) {
		best->n = other->n;
		memcpy(best->items, other->items,
		    other->n * sizeof(other->items[0]));
	}
}

static void flush(struct parser *p, struct run *run, struct literals *best)
{
	size_t len = run->len < GOOD_BYTES ? run->len : GOOD_BYTES;

	if (run->len >= SHORTEST && (long)(len * 8) - 1 > worth(best)) {
		best->n = 1;
		best->items[0] = (struct span){
		    arena_strndup(p->arena, run->text, run->len), run->len};
	}
	run->len = 0;
}

/* Skips "[...]"; p->at is on the bracket. */
static void skip_class(struct parser *p)
{
	p->at++;
	if (*p->at == '^')
		p->at++;
	if (*p->at == ']')
		p->at++;
	while (*p->at && *p->at != ']') {
		if (p->at[0] == '[' && p->at[1] == ':') {
			const char *end = strstr(p->at + 2, ":]");

			if (!end)
				break;
			p->at = end + 2;
			continue;
		}
		if (p->at[0] == '\\' && p->at[1])
			p->at++;
		p->at++;
	}
	if (*p->at == ']')
		p->at++;
	else
		p->failed = true;
}

static bool is_quantifier(char c)
{
	return c == '?' || c == '*' || c == '+' || c == '{';
}

enum times { TIMES_ONE, TIMES_SOME, TIMES_MAYBE };

/* Reads a quantifier, if there is one. */
static enum times quantifier(struct parser *p)
{
	enum times t = TIMES_ONE;

	if (!is_quantifier(*p->at))
		return t;
	if (*p->at == '?' || *p->at == '*') {
		t = TIMES_MAYBE;
		p->at++;
	} else if (*p->at == '+') {
		t = TIMES_SOME;
		p->at++;
	} else if (*p->at == '{') {
		size_t n = strspn(p->at + 1, "0123456789,");

		if (!n || p->at[n + 1] != '}' || p->at[1] == ',') {
			p->failed = true;
			return t;
		}
		t = p->at[1] == '0' ? TIMES_MAYBE : TIMES_SOME;
		p->at += n + 2;
	}
	if (t != TIMES_ONE && (*p->at == '?' || *p->at == '+'))
		p->at++;
	return t;
}

/*
 * Reads what follows "(" up to the group's content. Tells whether the
 * content must match where it stands; look-arounds are passed over.
 */
static bool group_opening(struct parser *p)
{
	const char *end;

	if (*p->at == '*') {
		p->failed = true;
		return false;
	}
	if (*p->at != '?')
		return true;
	p->at++;
	switch (*p->at) {
	case ':':
	case '>':
		p->at++;
		return true;
	case '=':
	case '!':
		p->at++;
		return false;
	case '<':
		p->at++;
		if (*p->at == '=' || *p->at == '!') {
			p->at++;
			return false;
		}
		end = strchr(p->at, '>');
		p->failed = p->failed || !end;
		p->at = end ? end + 1 : p->at;
		return true;
	default:
		p->failed = true;
		return false;
	}
}

static void group(struct parser *p, struct literals *best)
{
	struct literals inner;
	bool is_content;

	p->at++;
	is_content = group_opening(p);
	if (p->failed || ++p->depth > DEEPEST) {
		p->failed = true;
		return;
	}
	alternatives(p, &inner);
	p->depth--;
	if (*p->at != ')') {
		p->failed = true;
		return;
	}
	p->at++;
	if (quantifier(p) != TIMES_MAYBE && is_content)
		consider(best, &inner);
}

/*
 * The literal character at p->at, 0 for one that stands for several, -1 for
 * one that matches between characters. Moves past it.
 */
static int character(struct parser *p)
{
	char c = *p->at++;

	if (c == '^' || c == '$')
		return -1;
	if (c == '.' || (unsigned char)c >= 0x80)
		return 0;
	if (c != '\\')
		return str_lower(c);
	c = *p->at++;
	if (c && strchr("bBAzZ", c))
		return -1;
	if (c && strchr("dDwWsShHvVR", c))
		return 0;
	if (!c || str_alpha(c) || str_digit(c)) {
		p->failed = true;
		return 0;
	}
	return (unsigned char)c < 0x80 ? c : 0;
}

/* "${NAME}"; p->at is on the dollar sign. */
static void insertion(struct parser *p, struct literals *best)
{
	const char *name = p->at + 2, *end = strchr(name, '}');
	const struct literals *known =
	    end ? p->macro(p->context, name, (size_t)(end - name)) : NULL;

	if (!known) {
		p->failed = true;
		return;
	}
	p->at = end + 1;
	if (quantifier(p) != TIMES_MAYBE)
		consider(best, known);
}

/* Takes in letters and blanks that stand for themselves: most of it. */
static void plain(struct parser *p, struct run *run)
{
	const char *at = p->at;

	while (((*at >= 'a' && *at <= 'z') || *at == ' ') &&
	       run->len < RUN_BYTES - 1 && !is_quantifier(at[1]))
		run->text[run->len++] = *at++;
	p->at = at;
}

static void sequence(struct parser *p, struct literals *best_r)
{
	struct run run;

	run.len = 0;
	best_r->n = 0;
	plain(p, &run);
	while (!p->failed && *p->at && *p->at != '|' && *p->at != ')') {
		int c = 0;
		enum times t;

		if (*p->at == '(') {
			flush(p, &run, best_r);
			group(p, best_r);
			continue;
		}
		if (p->at[0] == '$' && p->at[1] == '{') {
			flush(p, &run, best_r);
			insertion(p, best_r);
			continue;
		}
		if (*p->at == '[')
			skip_class(p);
		else
			c = character(p);
		if (c < 0 || p->failed)
			continue;
		t = quantifier(p);
		if (c && t != TIMES_MAYBE && run.len < RUN_BYTES)
			run.text[run.len++] = (char)c;
		if (!c || t != TIMES_ONE || run.len == RUN_BYTES)
			flush(p, &run, best_r);
		plain(p, &run);
	}
	flush(p, &run, best_r);
}

static void alternatives(struct parser *p, struct literals *best_r)
{
	struct literals next;
	bool known;

	sequence(p, best_r);
	known = best_r->n > 0;
	while (!p->failed && *p->at == '|') {
		p->at++;
		p->is_open = p->is_open || p->depth == 0;
		sequence(p, &next);
		if (!next.n || best_r->n + next.n > LITERALS_MAX)
			known = false;
		if (!known)
			continue;
		memcpy(best_r->items + best_r->n, next.items,
		    next.n * sizeof(next.items[0]));
		best_r->n += next.n;
	}
	if (!known)
		best_r->n = 0;
}

bool literals_find(struct arena *a, const char *pattern, literals_macro *macro,
    void *context, struct literals *literals_r)
{
	struct parser p = {
	    .arena = a, .at = pattern, .macro = macro, .context = context};

	alternatives(&p, literals_r);
	if (p.failed || *p.at)
		literals_r->n = 0;
	return !p.failed && !*p.at && !p.is_open;
}
