/* SPDX-License-Identifier: ISC */
/*
 * What a pattern cannot match without. A recursive descent over the part of
 * PCRE2's syntax that rules use. Parts that follow one another are
 * multiplied while that gives few strings (after the "literal sequences" of
 * Rust's regex-syntax); where it ends, the strings become a set of which
 * one must occur, and collecting begins anew. Whatever is not understood
 * ends in "nothing is known", which is always right. Case is ignored
 * throughout: a literal in lower case is necessary for both cases.
 */
#include "base/arena.h"
#include "base/regex.h"
#include "base/str.h"
#include "rule/literal_class.h"
#include "rule/literal_sets.h"

#include <stdlib.h>
#include <string.h>

#define PLAIN_BYTES 28 /* characters that are taken at once */
#define DEEPEST     20
#define CLASS_MOST  12 /* members of a class that is spelt out */

struct parser {
	struct arena *arena;
	const char *at;
	literals_macro *macro;
	void *context; /* of macro */
	bool failed;
	bool is_multiline, is_unicode;
	int depth;
};

static void alternatives(struct parser *p, struct needs *needs_r);

/* What matches no character, where flags hold. */
static void set_blank(struct parser *p, unsigned flags, struct needs *needs_r)
{
	needs_r->start = literals_one(p->arena, "", 0, flags);
	needs_r->n_sets = 0;
	needs_r->end = END_NOTHING;
}

static void set_unknown(struct parser *p, struct needs *needs_r)
{
	set_blank(p, LITERAL_CUT, needs_r);
	needs_r->end = END_UNKNOWN;
}

static void set_members(
    struct parser *p, const bool *is_in, struct needs *needs_r)
{
	static const char digits[] = "0123456789";
	struct literals l = {
	    arena_array(p->arena, CLASS_MOST, sizeof(*l.items)), 0};

	for (int c = 1; c < 0x80; c++) {
		char *text;

		if (!is_in[c])
			continue;
		if (l.n == CLASS_MOST) {
			set_unknown(p, needs_r);
			return;
		}
		if (c >= '0' && c <= '9') {
			l.items[l.n++] =
			    (struct literal){&digits[c - '0'], 1, 0};
			continue;
		}
		text = arena_alloc(p->arena, 2);
		text[0] = (char)c;
		l.items[l.n++] = (struct literal){text, 1, 0};
	}
	needs_r->start = l;
	needs_r->n_sets = 0;
	if (!l.n)
		set_unknown(p, needs_r);
}

static bool is_quantifier(char c)
{
	return c == '?' || c == '*' || c == '+' || c == '{';
}

/* Reads a quantifier, if there is one, and lets it act on the part. */
static void quantify(struct parser *p, struct needs *needs)
{
	bool is_optional = false, repeats = false;
	struct literals l = needs->start;

	if (!is_quantifier(*p->at))
		return;
	if (*p->at == '{') {
		size_t n = strspn(p->at + 1, "0123456789,");

		if (!n || p->at[n + 1] != '}' || p->at[1] == ',') {
			p->failed = true;
			return;
		}
		is_optional = p->at[1] == '0';
		repeats = true;
		p->at += n + 2;
	} else {
		is_optional = *p->at == '?' || *p->at == '*';
		repeats = *p->at == '*' || *p->at == '+';
		p->at++;
	}
	if (*p->at == '?' || *p->at == '+')
		p->at++;
	if (repeats)
		l = literals_cut(p->arena, &l);
	needs->start = l;
	if (!is_optional)
		return;
	if (needs->end == END_SIGN)
		needs->end = END_NOTHING;
	needs->n_sets = 0;
	needs->start.n = l.n + 1;
	needs->start.items = arena_array(p->arena, l.n + 1, sizeof(*l.items));
	memcpy(needs->start.items, l.items, l.n * sizeof(*l.items));
	needs->start.items[l.n] = (struct literal){"", 0, 0};
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
	/* "(?-i:": case and what "." matches are all one here. */
	end = p->at + strspn(p->at, "is-");
	if (*end == ':')
		p->at = end;
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

static void group(struct parser *p, struct needs *needs_r)
{
	bool is_content;

	p->at++;
	is_content = group_opening(p);
	if (p->failed || ++p->depth > DEEPEST) {
		p->failed = true;
		return;
	}
	alternatives(p, needs_r);
	p->depth--;
	if (*p->at != ')') {
		p->failed = true;
		return;
	}
	p->at++;
	if (!is_content)
		set_blank(p, 0, needs_r);
}

/*
 * "\x{a9}"; p->at is on the brace, whose end is there. Signs of Latin-1 have
 * one case; what a letter beyond ASCII is the same as is not followed up.
 */
static void sign(struct parser *p, struct needs *needs_r)
{
	char *end, *text = arena_alloc(p->arena, 3);
	unsigned long cp = strtoul(p->at + 1, &end, 16);

	p->at = strchr(p->at, '}') + 1;
	if (*end != '}' || cp < 0xa0 || cp > 0xbf || cp == 0xaa || cp == 0xb5 ||
	    cp == 0xba) {
		set_unknown(p, needs_r);
		return;
	}
	text[0] = '\xc2';
	text[1] = (char)cp;
	needs_r->start = literals_one(p->arena, text, 2, 0);
	needs_r->n_sets = 0;
}

/* "\c" */
static void escape(struct parser *p, struct needs *needs_r)
{
	bool digits[256] = {false};
	char c = p->at[1];

	p->at += c ? 2 : 1;
	if (c == 'b') {
		set_blank(p, LITERAL_WORD_START, needs_r);
	} else if (c && strchr("BAzZK", c)) {
		set_blank(p, 0, needs_r);
	} else if (c == 'd' && !p->is_unicode) {
		memset(digits + '0', true, 10);
		set_members(p, digits, needs_r);
	} else if (c && strchr("dDwWsShHvVR", c)) {
		set_unknown(p, needs_r);
		if (strchr("WshvR", c))
			needs_r->end = END_SIGN;
	} else if (c == 'x' && *p->at == '{' && strchr(p->at, '}')) {
		sign(p, needs_r);
	} else if (!c || str_alpha(c) || str_digit(c) ||
		   (unsigned char)c >= 0x80) {
		p->failed = true;
	} else {
		needs_r->start = literals_one(p->arena, p->at - 1, 1, 0);
		needs_r->n_sets = 0;
	}
}

/* "${NAME}"; p->at is on the dollar sign. */
static void insertion(struct parser *p, struct needs *needs_r)
{
	const char *name = p->at + 2, *end = strchr(name, '}');
	const struct needs *known =
	    end ? p->macro(p->context, name, (size_t)(end - name)) : NULL;

	if (!known) {
		p->failed = true;
		return;
	}
	p->at = end + 1;
	*needs_r = *known;
}

/* Characters that stand for themselves, the last before a quantifier. */
static bool plain(struct parser *p, struct needs *needs_r)
{
	char text[PLAIN_BYTES];
	size_t n = 0;

	while (n < PLAIN_BYTES && p->at[n] && (unsigned char)p->at[n] < 0x80 &&
	       !strchr("^$.|()[]{}\\*+?", p->at[n])) {
		text[n] = str_lower(p->at[n]);
		n++;
	}
	if (n > 1 && is_quantifier(p->at[n]))
		n--;
	if (!n)
		return false;
	p->at += n;
	needs_r->start =
	    literals_one(p->arena, arena_strndup(p->arena, text, n), n, 0);
	needs_r->n_sets = 0;
	return true;
}

static void any_part(struct parser *p, struct needs *needs_r)
{
	bool is_in[256] = {false};
	bool is_closed;

	if (plain(p, needs_r))
		return;
	switch (*p->at) {
	case '(':
		group(p, needs_r);
		return;
	case '[':
		if (literal_class(&p->at, is_in, &is_closed))
			set_members(p, is_in, needs_r);
		else
			set_unknown(p, needs_r);
		p->failed = p->failed || !is_closed;
		return;
	case '\\':
		escape(p, needs_r);
		return;
	case '^':
		p->at++;
		set_blank(p,
		    p->is_multiline ? LITERAL_WORD_START : LITERAL_FIRST,
		    needs_r);
		return;
	case '$':
		if (p->at[1] == '{') {
			insertion(p, needs_r);
			return;
		}
		p->at++;
		set_blank(p, LITERAL_WORD_END, needs_r);
		return;
	case '.':
		p->at++;
		set_unknown(p, needs_r);
		return;
	default:
		break;
	}
	if ((unsigned char)*p->at < 0x80 && *p->at != ']' && *p->at != '}') {
		p->failed = true;
		return;
	}
	/* A character beyond ASCII is not followed up. */
	do
		p->at++;
	while (((unsigned char)*p->at & 0xC0) == 0x80);
	set_unknown(p, needs_r);
}

/* One part of a sequence, without its quantifier. */
static void part(struct parser *p, struct needs *needs_r)
{
	any_part(p, needs_r);
	if (!p->failed && literals_are_exact(&needs_r->start))
		needs_r->end = literals_end(&needs_r->start);
}

/* A sequence that is being read. */
struct run {
	struct literals text; /* since the last part that was not exact */
	bool is_first;        /* nothing inexact yet: text is not used */
};

static void append(struct parser *p, struct needs *needs, struct run *run,
    const struct needs *next)
{
	struct literals start =
	    needs->end == END_SIGN
		? literals_as_words(p->arena, &next->start)
		: literals_behind(p->arena,
		      run->is_first ? &needs->start : &run->text, &next->start);
	bool exact = literals_are_exact(&start);
	bool fits = literals_cross(p->arena, &needs->start, &start);

	if (next->end != END_NOTHING)
		needs->end = next->end;

	if (!fits)
		needs->start = literals_cut(p->arena, &needs->start);
	if (run->is_first) {
		if (exact && fits)
			return;
		run->is_first = false;
		if (!exact && !fits)
			needs_add(needs, &start);
	} else if (exact) {
		if (literals_cross(p->arena, &run->text, &start))
			return;
		needs_add(needs, &run->text);
	} else {
		struct literals more = run->text;

		if (literals_cross(p->arena, &more, &start)) {
			needs_add(needs, &more);
		} else {
			needs_add(needs, &run->text);
			needs_add(needs, &start);
		}
	}
	run->text = exact ? start : literals_one(p->arena, "", 0, 0);
	for (size_t i = 0; i < next->n_sets; i++)
		needs_add(needs, &next->sets[i]);
}

static void sequence(struct parser *p, struct needs *needs_r)
{
	struct run run = {.is_first = true};
	struct needs next;

	set_blank(p, 0, needs_r);
	while (!p->failed && *p->at && *p->at != '|' && *p->at != ')') {
		part(p, &next);
		if (!p->failed)
			quantify(p, &next);
		if (!p->failed)
			append(p, needs_r, &run, &next);
	}
	if (!run.is_first) {
		needs_r->start = literals_cut(p->arena, &needs_r->start);
		needs_add(needs_r, &run.text);
	}
}

/* All alternatives up to the end or a parenthesis, as they stand. */
struct branches {
	struct needs *items;
	size_t n, cap;
};

static void read_branches(struct parser *p, struct branches *b)
{
	for (bool first = true; !p->failed && (first || *p->at == '|');
	     first = false) {
		if (!first)
			p->at++;
		b->items = arena_grow(
		    p->arena, b->items, b->n, &b->cap, sizeof(*b->items));
		sequence(p, &b->items[b->n++]);
	}
}

/* The set of a branch that says most. */
static const struct literals *best_set(const struct needs *needs)
{
	const struct literals *best = &needs->start;

	for (size_t i = 0; i < needs->n_sets; i++)
		if (literals_worth(&needs->sets[i]) > literals_worth(best))
			best = &needs->sets[i];
	return best;
}

static void add_all(struct literals *to, const struct literals *from)
{
	memcpy(to->items + to->n, from->items, from->n * sizeof(*from->items));
	to->n += from->n;
}

static enum needs_end end_of(const struct branches *b)
{
	enum needs_end end = END_SIGN;

	for (size_t i = 0; i < b->n; i++)
		if (b->items[i].end == END_UNKNOWN)
			return END_UNKNOWN;
		else if (b->items[i].end == END_NOTHING)
			end = END_NOTHING;
	return end;
}

/* Makes one of several: what begins and what occurs in one of them. */
static void merge(
    struct parser *p, const struct branches *b, struct needs *needs_r)
{
	struct literals starts = {0}, any = {0};
	size_t n_starts = 0, n_any = 0;
	bool is_more = false;

	for (size_t i = 0; i < b->n; i++) {
		n_starts += b->items[i].start.n;
		n_any += best_set(&b->items[i])->n;
		is_more =
		    is_more || best_set(&b->items[i]) != &b->items[i].start;
	}
	set_unknown(p, needs_r);
	needs_r->end = end_of(b);
	if (n_starts <= LITERALS_MOST) {
		starts.items =
		    arena_array(p->arena, n_starts, sizeof(*starts.items));
		for (size_t i = 0; i < b->n; i++)
			add_all(&starts, &b->items[i].start);
		needs_r->start = starts;
	}
	if (!is_more || n_any > LITERALS_MOST)
		return;
	any.items = arena_array(p->arena, n_any, sizeof(*any.items));
	for (size_t i = 0; i < b->n; i++)
		add_all(&any, best_set(&b->items[i]));
	needs_add(needs_r, &any);
}

static void alternatives(struct parser *p, struct needs *needs_r)
{
	struct branches b = {.n = 0};

	read_branches(p, &b);
	if (b.n == 1)
		*needs_r = b.items[0];
	else
		merge(p, &b, needs_r);
}

bool literals_find(struct arena *a, const char *pattern, unsigned flags,
    literals_macro *macro, void *context, struct pattern_needs *needs_r)
{
	struct parser p = {.arena = a,
	    .at = pattern,
	    .macro = macro,
	    .context = context,
	    .is_multiline = flags & REGEX_MULTILINE,
	    .is_unicode = flags & REGEX_UNICODE};
	struct branches b = {.n = 0};

	needs_r->n = 0;
	/* Blanks and comments mean nothing there. */
	if (flags & REGEX_EXTENDED)
		return false;
	read_branches(&p, &b);
	if (p.failed || *p.at)
		return false;
	if (b.n > NEEDS_BRANCHES) {
		merge(&p, &b, &needs_r->branches[0]);
		needs_r->n = 1;
		return false;
	}
	memcpy(needs_r->branches, b.items, b.n * sizeof(*b.items));
	needs_r->n = b.n;
	return b.n == 1;
}
