/* SPDX-License-Identifier: ISC */
/*
 * Parameters of MIME fields as they are met: quoted or not, with blanks
 * around the "=", split and percent-encoded, in any order.
 */
#include "mail/parameter.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "mail/charset.h"
#include "mail/encoded.h"

#include <string.h>

/* A name in 100 sections is no file name. */
#define SECTIONS 100

struct parameter {
	struct span name;
	struct buf value; /* unquoted */
};

char *parameter_head(struct arena *a, const char *value)
{
	struct span s = str_trim(value ? value : "", value ? strlen(value) : 0);
	char *out = arena_alloc(a, s.len_bytes + 1);
	size_t n = 0;

	for (size_t i = 0; i < s.len_bytes && s.data[i] != ';'; i++) {
		bool near_slash = n && out[n - 1] == '/';

		if (s.data[i] < ' ' || s.data[i] >= 0x7f)
			break;
		if (s.data[i] == ' ') {
			size_t next = i + strspn(s.data + i, " ");

			if (near_slash || s.data[next] == '/')
				continue;
			break;
		}
		out[n++] = str_lower(s.data[i]);
	}
	return out;
}

static const char *skip_blanks(const char *s)
{
	return s + strspn(s, " \t");
}

/* Bytes of s up to a ";", or a word with "=": "my report.pdf size=5". */
static size_t words(const char *s, size_t n)
{
	for (size_t next; s[n] == ' ' || s[n] == '\t'; n = next) {
		next = n + strspn(s + n, " \t");
		next += strcspn(s + next, "; \t=\"");
		if (s[next] == '=' || s[next] == '"' || s[n + 1] == ';')
			break;
	}
	return n;
}

/*
 * Reads a quoted string or a token into out; returns what is behind it. A
 * file's name may lack its quotes.
 */
static const char *read_value(const char *s, struct buf *out, bool has_blanks)
{
	size_t n;

	if (*s != '"') {
		n = strcspn(s, "; \t");
		if (has_blanks)
			n = words(s, n);
		buf_append(out, s, n);
		return s + n;
	}
	for (s++; *s && *s != '"'; s++) {
		/* A path's backslash is no quoting; only these are quoted. */
		if (*s == '\\' && (s[1] == '"' || s[1] == '\\'))
			s++;
		buf_char(out, *s);
	}
	return *s ? s + 1 : s;
}

static bool is_file_name(struct span name)
{
	return (name.len_bytes == 8 && str_same_n(name.data, "filename", 8)) ||
	       (name.len_bytes == 4 && str_same_n(name.data, "name", 4));
}

/*
 * The next "name = value" at *s; the value is appended to p->value, which
 * is emptied first. False at the end.
 */
static bool next_parameter(const char **s, struct parameter *p)
{
	const char *at = *s, *eq;

	for (;;) {
		at += strspn(at, "; \t");
		if (!*at)
			return false;
		eq = at + strcspn(at, "=; \t\"");
		p->name = (struct span){at, (size_t)(eq - at)};
		eq = skip_blanks(eq);
		if (*eq == '=' && p->name.len_bytes)
			break;
		at = *eq == '"' || *eq == '=' ? eq + 1 : eq;
	}
	buf_clear(&p->value);
	*s = read_value(skip_blanks(eq + 1), &p->value, is_file_name(p->name));
	return true;
}

static int hex(char c)
{
	c = str_lower(c);
	return str_digit(c)           ? c - '0'
	       : c >= 'a' && c <= 'f' ? c - 'a' + 10
				      : -1;
}

static void add_percent(struct buf *out, const char *s)
{
	for (; *s; s++) {
		if (*s == '%' && hex(s[1]) >= 0 && hex(s[2]) >= 0) {
			buf_char(out, (char)(hex(s[1]) * 16 + hex(s[2])));
			s += 2;
		} else {
			buf_char(out, *s);
		}
	}
}

/* What has been put together of the sections of one parameter. */
struct joined {
	struct buf parts[SECTIONS];
	char *charset; /* NULL when nothing was percent-encoded */
	bool is_plain, is_extended;
};

/* Takes charset'language' off the first encoded section. */
static const char *take_charset(
    struct arena *a, struct joined *j, const char *s)
{
	const char *first = strchr(s, '\''),
		   *second = first ? strchr(first + 1, '\'') : NULL;

	if (!second)
		return s;
	j->charset = arena_strndup(a, s, (size_t)(first - s));
	return second + 1;
}

/* What follows the parameter's name: "", "*", "*3" or "*3*". */
static void add_section(
    struct arena *a, struct joined *j, struct span suffix, const char *value)
{
	long long number = 0;
	bool encoded = false;

	if (suffix.len_bytes && suffix.data[suffix.len_bytes - 1] == '*') {
		encoded = true;
		suffix.len_bytes--;
	}
	if (suffix.len_bytes &&
	    !str_number(
		suffix.data + 1, suffix.len_bytes - 1, SECTIONS - 1, &number))
		return;
	j->is_extended = true;
	if (!encoded) {
		buf_puts(&j->parts[number], value);
		return;
	}
	if (!number)
		value = take_charset(a, j, value);
	add_percent(&j->parts[number], value);
}

static char *join(struct arena *a, struct joined *j)
{
	struct buf all = BUF_EMPTY;
	char *out;
	size_t n;

	for (int i = 0; i < SECTIONS; i++)
		if (j->parts[i].len_bytes)
			buf_append(
			    &all, j->parts[i].data, j->parts[i].len_bytes);
	if (j->charset)
		out = charset_decode(
		    a, j->charset, buf_text(&all), all.len_bytes, &n);
	else
		out = encoded_decode(a, buf_text(&all), all.len_bytes);
	buf_release(&all);
	return encoded_one_line(a, out);
}

char *parameter_find(struct arena *a, const char *value, const char *name)
{
	struct parameter p = {{NULL, 0}, BUF_EMPTY};
	struct joined j = {.charset = NULL};
	size_t len = strlen(name);
	struct buf plain = BUF_EMPTY;
	char *out = NULL;

	if (!value)
		return NULL;
	value += strcspn(value, "; \t");
	while (next_parameter(&value, &p)) {
		struct span suffix;

		if (p.name.len_bytes < len ||
		    !str_same_n(p.name.data, name, len))
			continue;
		suffix =
		    (struct span){p.name.data + len, p.name.len_bytes - len};
		if (!suffix.len_bytes && !j.is_plain) {
			j.is_plain = true;
			buf_append(
			    &plain, buf_text(&p.value), p.value.len_bytes);
		} else if (suffix.len_bytes && suffix.data[0] == '*') {
			add_section(a, &j, suffix, buf_text(&p.value));
		}
	}
	if (j.is_extended)
		out = join(a, &j);
	else if (j.is_plain)
		out = encoded_one_line(
		    a, encoded_decode(a, buf_text(&plain), plain.len_bytes));
	for (int i = 0; i < SECTIONS; i++)
		buf_release(&j.parts[i]);
	buf_release(&plain);
	buf_release(&p.value);
	return out;
}
