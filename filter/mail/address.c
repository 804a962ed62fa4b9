/* SPDX-License-Identifier: ISC */
/*
 * Addresses, one pass from left to right. Every unclosed quote, bracket,
 * comment or encoded word is looked for once and then taken as text, so
 * that the work is linear.
 */
#include "mail/address.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/limits.h"
#include "base/str.h"
#include "mail/charset.h"
#include "mail/encoded.h"

#include <stdbool.h>
#include <string.h>

struct parser {
	struct arena *arena;
	const char *at, *end;
	bool no_quote, no_comment, no_word; /* none closes from here on */
	struct buf phrase;  /* words outside brackets, unquoted */
	struct buf comment; /* of the last comment */
	struct buf angle;   /* what stood in <> */
	size_t name_len;    /* of the phrase, where the < stood */
	bool has_angle, was_quoted;
	struct mailbox *list;
	size_t n, cap;
};

static void blank(struct buf *b)
{
	if (b->len_bytes && b->data[b->len_bytes - 1] != ' ')
		buf_char(b, ' ');
}

/* Takes "..." at p->at into out. False when it does not close. */
static bool take_quoted(struct parser *p, struct buf *out)
{
	bool keep_quotes; /* of a local part */
	const char *s = p->at + 1;

	if (p->no_quote)
		return false;
	for (; s < p->end && *s != '"'; s++)
		if (*s == '\\')
			s++;
	if (s >= p->end) {
		p->no_quote = true;
		return false;
	}
	keep_quotes = s + 1 < p->end && s[1] == '@';
	if (keep_quotes)
		buf_char(out, '"');
	for (const char *c = p->at + 1; c < s; c++) {
		if (*c == '\\' && c + 1 < s)
			c++;
		buf_char(out, *c);
	}
	if (keep_quotes)
		buf_char(out, '"');
	p->at = s + 1;
	return true;
}

static bool take_comment(struct parser *p)
{
	const char *s = p->at;
	int depth = 0;

	if (p->no_comment)
		return false;
	for (; s < p->end; s++) {
		if (*s == '\\')
			s++;
		else if (*s == '(')
			depth++;
		else if (*s == ')' && --depth == 0)
			break;
	}
	if (s >= p->end) {
		p->no_comment = true;
		return false;
	}
	buf_clear(&p->comment);
	buf_append(&p->comment, p->at + 1, (size_t)(s - p->at - 1));
	p->at = s + 1;
	return true;
}

/* An encoded word is one piece even if it holds commas or brackets. */
static bool take_word(struct parser *p)
{
	const char *s = p->at + 2;
	int marks = 0;

	if (p->no_word || p->end - p->at < 6 || p->at[1] != '?')
		return false;
	for (; s + 1 < p->end; s++) {
		if (*s == '?' && s[1] == '=' && marks >= 2)
			break;
		marks += *s == '?';
	}
	if (s + 1 >= p->end) {
		p->no_word = true;
		return false;
	}
	buf_append(&p->phrase, p->at, (size_t)(s + 2 - p->at));
	p->at = s + 2;
	return true;
}

/* Takes <...>, or what there is of it, as the address. */
static void take_angle(struct parser *p)
{
	buf_clear(&p->angle);
	p->has_angle = true;
	p->name_len = p->phrase.len_bytes;
	for (p->at++; p->at < p->end && *p->at != '>';) {
		char c = *p->at;

		if (c == '"' && take_quoted(p, &p->angle))
			continue;
		if ((c == ',' || c == ';') && p->angle.len_bytes &&
		    p->angle.data[0] != '@')
			return;
		if (c == ':' && p->angle.len_bytes &&
		    !memchr(p->angle.data, '[', p->angle.len_bytes))
			buf_clear(&p->angle); /* a route, or "mailto:" */
		else if (!str_space(c) && c != '<')
			buf_char(&p->angle, c);
		p->at++;
	}
	while (p->at < p->end && *p->at == '>')
		p->at++;
}

/* In lower case; raw 8-bit bytes are read as in names. */
static const char *address_of(struct arena *a, const char *s, size_t len_bytes)
{
	char *out;

	/* IN%"ann@a.example", as the mailers of VMS write. */
	if (len_bytes > 3 && str_same_n(s, "in%", 3)) {
		s += 3;
		len_bytes -= 3;
	}
	out = charset_decode(a, "", s, len_bytes, &len_bytes);
	for (char *c = out; *c; c++)
		*c = str_lower(*c);
	return out;
}

/* Decoded, on one line, without the quotes that some put around names. */
static const char *name_of(struct arena *a, const struct buf *raw)
{
	char *name = encoded_one_line(
	    a, encoded_decode(a, buf_text(raw), raw->len_bytes));
	size_t n = strlen(name);

	while (n >= 2 && (name[0] == '\'' || name[0] == '"') &&
	       name[n - 1] == name[0]) {
		name[n - 1] = '\0';
		name = encoded_one_line(a, name + 1);
		n = strlen(name);
	}
	return name;
}

/* "Ann Example/HOU/ACME@ACME", as Lotus Notes writes. */
static bool is_notes(const char *s)
{
	const char *slash = strchr(s, '/'), *at = strchr(s, '@');

	return slash && at && slash < at && strchr(s, ' ') &&
	       strchr(s, ' ') < slash;
}

/*
 * Whether a word alone is a mailbox of the sender's own host ("root",
 * "a.lee", "host!ann") and no name: nobody writes a name in lower case
 * alone.
 */
static bool is_local(struct span s)
{
	bool is_path = memchr(s.data, '!', s.len_bytes) != NULL;

	for (size_t i = 0; i < s.len_bytes; i++) {
		char c = s.data[i];

		if (c <= ' ' || c >= 0x7f || strchr("\"()<>[]:;@\\,", c) ||
		    (c != str_lower(c) && !is_path))
			return false;
	}
	return s.len_bytes > 0;
}

/* An entry without brackets: "a@b (Name)", "Name a@b", "Name", "ann". */
static struct mailbox bare(struct parser *p)
{
	struct arena *a = p->arena;
	struct span s = str_trim(buf_text(&p->phrase), p->phrase.len_bytes);
	const char *start, *end, *at = memchr(s.data, '@', s.len_bytes);
	struct buf name = BUF_EMPTY;
	struct mailbox m = {"", "", 0};

	if (is_notes(buf_text(&p->phrase))) {
		const char *slash = memchr(s.data, '/', s.len_bytes);

		m.addr = address_of(a, s.data, s.len_bytes);
		buf_append(&name, s.data, (size_t)(slash - s.data));
		m.name = name_of(a, &name);
		buf_release(&name);
		return m;
	}
	if (!at) {
		bool has_name = p->comment.len_bytes && !p->was_quoted &&
				!memchr(s.data, ' ', s.len_bytes);

		if (has_name || (!p->was_quoted && is_local(s)))
			m.addr = address_of(a, s.data, s.len_bytes);
		if (has_name || !m.addr[0])
			m.name =
			    name_of(a, has_name ? &p->comment : &p->phrase);
		return m;
	}
	start = at;
	if (at > s.data && at[-1] == '"')
		for (start--; start > s.data && start[-1] != '"';)
			start--;
	while (start > s.data && start[-1] != ' ')
		start--;
	for (end = at; end < s.data + s.len_bytes && *end != ' ';)
		end++;
	m.addr = address_of(a, start, (size_t)(end - start));
	buf_append(&name, s.data, (size_t)(start - s.data));
	buf_append(&name, end, (size_t)(s.data + s.len_bytes - end));
	m.name = name_of(a, name.len_bytes ? &name : &p->comment);
	buf_release(&name);
	return m;
}

static void add(struct parser *p, struct mailbox m)
{
	if (p->n >= LIMIT_ADDRESSES)
		return;
	p->list =
	    arena_grow(p->arena, p->list, p->n, &p->cap, sizeof(*p->list));
	p->list[p->n++] = m;
}

static void add_angle(struct parser *p)
{
	struct mailbox m = {"", "", 0};

	/* What follows the address is no name, unless there is no other. */
	if (p->name_len) {
		p->phrase.len_bytes = p->name_len;
		p->phrase.data[p->name_len] = '\0';
	}
	m.addr = address_of(p->arena, buf_text(&p->angle), p->angle.len_bytes);
	m.name =
	    name_of(p->arena, p->phrase.len_bytes ? &p->phrase : &p->comment);
	if (m.addr[0] || m.name[0])
		add(p, m);
}

/* An entry has ended: at a comma, a semicolon or the end. */
static void finish(struct parser *p)
{
	if (p->has_angle)
		add_angle(p);
	else if (str_trim(buf_text(&p->phrase), p->phrase.len_bytes).len_bytes)
		add(p, bare(p));
	buf_clear(&p->phrase);
	buf_clear(&p->comment);
	buf_clear(&p->angle);
	p->has_angle = p->was_quoted = false;
	p->name_len = 0;
}

/* A second address without a comma: what stood between is its name. */
static void finish_early(struct parser *p)
{
	struct buf rest = BUF_EMPTY;

	if (p->name_len < p->phrase.len_bytes)
		buf_append(&rest, p->phrase.data + p->name_len,
		    p->phrase.len_bytes - p->name_len);
	finish(p);
	if (rest.len_bytes)
		buf_append(&p->phrase, rest.data, rest.len_bytes);
	buf_release(&rest);
}

/* One character or one piece. */
static void step(struct parser *p)
{
	char c = *p->at;

	switch (c) {
	case '"':
		p->was_quoted = true;
		if (take_quoted(p, &p->phrase))
			return;
		break;
	case '(':
		if (take_comment(p)) {
			blank(&p->phrase);
			return;
		}
		break;
	case '<':
		if (p->has_angle)
			finish_early(p);
		take_angle(p);
		return;
	case '=':
		if (take_word(p))
			return;
		buf_char(&p->phrase, c);
		break;
	case ',':
	case ';':
		finish(p);
		break;
	case ':': /* the name of a group, "mailto:" or "SMTP:" */
		buf_clear(&p->phrase);
		break;
	case ' ':
		blank(&p->phrase);
		break;
	default:
		buf_char(&p->phrase, c);
	}
	p->at++;
}

void addresses_parse(
    struct arena *a, const char *value, struct mailbox **list_r, size_t *n_r)
{
	struct parser p = {.arena = a};

	p.list = *list_r;
	p.n = p.cap = *n_r;
	p.at = value ? value : "";
	p.end = p.at + strlen(p.at);
	while (p.at < p.end && p.n < LIMIT_ADDRESSES)
		step(&p);
	finish(&p);
	buf_release(&p.phrase);
	buf_release(&p.comment);
	buf_release(&p.angle);
	if (!p.list)
		p.list = arena_array(a, 1, sizeof(*p.list));
	*list_r = p.list;
	*n_r = p.n;
}
