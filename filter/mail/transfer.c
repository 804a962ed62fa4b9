/* SPDX-License-Identifier: ISC */
/*
 * Base64 and quoted-printable, forgiving: what lists and gateways do to
 * encoded bodies must not cost the text.
 */
#include "mail/transfer.h"
#include "base/buf.h"
#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

/* A word of prose is not as long. */
#define LEAST_BASE64_BYTES 60

enum transfer transfer_from_name(const char *value)
{
	struct span s;

	if (!value)
		return TRANSFER_NONE;
	s = str_trim(value, strlen(value));
	if (s.len_bytes && s.data[0] == '"')
		s.data++;
	if (str_starts(s.data, "base64"))
		return TRANSFER_BASE64;
	if (str_starts(s.data, "quoted-printable") ||
	    str_starts(s.data, "quoted printable"))
		return TRANSFER_QUOTED;
	return TRANSFER_NONE;
}

static int sextet(char c)
{
	if (c >= 'A' && c <= 'Z')
		return c - 'A';
	if (c >= 'a' && c <= 'z')
		return c - 'a' + 26;
	if (c >= '0' && c <= '9')
		return c - '0' + 52;
	return c == '+' ? 62 : c == '/' ? 63 : -1;
}

static int hex(char c)
{
	c = str_lower(c);
	return str_digit(c)           ? c - '0'
	       : c >= 'a' && c <= 'f' ? c - 'a' + 10
				      : -1;
}

/* Appends the byte of "=XX" at s; false when it is not one. */
static bool add_hex(const char *s, size_t len_bytes, struct buf *out)
{
	if (len_bytes < 3 || s[0] != '=' || hex(s[1]) < 0 || hex(s[2]) < 0)
		return false;
	buf_char(out, (char)(hex(s[1]) * 16 + hex(s[2])));
	return true;
}

/* Sextets waiting for their byte. */
struct group {
	uint32_t bits;
	int n;
};

static void group_end(struct group *g, struct buf *out)
{
	if (g->n >= 2)
		buf_char(out, (char)(g->bits >> (g->n == 2 ? 4 : 10)));
	if (g->n == 3)
		buf_char(out, (char)(g->bits >> 2));
	*g = (struct group){0, 0};
}

static void group_add(struct group *g, int value, struct buf *out)
{
	g->bits = g->bits << 6 | (uint32_t)value;
	if (++g->n < 4)
		return;
	buf_char(out, (char)(g->bits >> 16));
	buf_char(out, (char)(g->bits >> 8));
	buf_char(out, (char)g->bits);
	*g = (struct group){0, 0};
}

static void base64_run(
    struct group *g, const char *s, size_t len_bytes, struct buf *out)
{
	for (size_t i = 0; i < len_bytes; i++) {
		int v = sextet(s[i]);

		if (v >= 0) {
			group_add(g, v, out);
		} else if (s[i] == '=') {
			group_end(g, out);
		}
	}
}

void transfer_base64(const char *s, size_t len_bytes, struct buf *out)
{
	struct group g = {0, 0};

	base64_run(&g, s, len_bytes, out);
	group_end(&g, out);
}

static bool is_base64(const char *s, size_t len_bytes)
{
	struct span t = str_trim(s, len_bytes);

	for (size_t i = 0; i < t.len_bytes; i++)
		if (sextet(t.data[i]) < 0 && t.data[i] != '=')
			return false;
	return true;
}

static size_t line_length(const char *s, size_t len_bytes)
{
	const char *nl = memchr(s, '\n', len_bytes);

	return nl ? (size_t)(nl - s) + 1 : len_bytes;
}

/* Prose under the wrong label: its first line has several words. */
static bool is_prose(const char *s, size_t len_bytes)
{
	size_t blanks = 0;
	struct span t = str_trim(s, len_bytes);

	t.len_bytes = line_length(t.data, t.len_bytes);
	t = str_trim(t.data, t.len_bytes);
	for (size_t i = 0; i < t.len_bytes; i++)
		blanks += t.data[i] == ' ';
	return blanks > 2 && !is_base64(t.data, t.len_bytes);
}

static void base64_body(const char *s, size_t len_bytes, struct buf *out)
{
	struct group g = {0, 0};

	if (is_prose(s, len_bytes)) {
		buf_append(out, s, len_bytes);
		return;
	}
	for (size_t i = 0, n; i < len_bytes; i += n) {
		bool pure;

		n = line_length(s + i, len_bytes - i);
		pure = is_base64(s + i, n);
		/* Where the encoding could have ended, other text begins. */
		if (!pure && !g.n && out->len_bytes) {
			buf_char(out, '\n');
			buf_append(out, s + i, len_bytes - i);
			return;
		}
		base64_run(&g, s + i, n, out);
	}
	group_end(&g, out);
}

/* One line with its line end; trailing blanks are transport's (6.7 (3)). */
static void quoted_line(const char *s, size_t n, struct buf *out)
{
	struct span text = {s, n};
	bool soft;

	while (text.len_bytes && str_space(s[text.len_bytes - 1]))
		text.len_bytes--;
	soft = text.len_bytes && s[text.len_bytes - 1] == '=';
	if (soft)
		text.len_bytes--;
	for (size_t i = 0; i < text.len_bytes; i++) {
		if (add_hex(s + i, text.len_bytes - i, out))
			i += 2;
		else
			buf_char(out, s[i]);
	}
	if (!soft && n && s[n - 1] == '\n')
		buf_char(out, '\n');
}

void transfer_decode(
    enum transfer how, const char *s, size_t len_bytes, struct buf *out)
{
	switch (how) {
	case TRANSFER_BASE64:
		base64_body(s, len_bytes, out);
		break;
	case TRANSFER_QUOTED:
		for (size_t i = 0, n; i < len_bytes; i += n) {
			n = line_length(s + i, len_bytes - i);
			quoted_line(s + i, n, out);
		}
		break;
	case TRANSFER_NONE:
		buf_append(out, s, len_bytes);
		break;
	}
}

/* Every "=" begins a byte in capitals or ends a line, and some of each do. */
static bool is_quoted(const char *s, size_t len_bytes)
{
	const char *end = s + len_bytes;
	size_t bytes = 0, breaks = 0;

	for (; s < end; s++) {
		s = memchr(s, '=', (size_t)(end - s));
		if (!s)
			break;
		if (end - s > 2 && hex(s[1]) >= 0 && hex(s[2]) >= 0 &&
		    s[1] < 'a' && s[2] < 'a')
			bytes++;
		else if (end - s > 1 && (s[1] == '\n' || s[1] == '\r'))
			breaks++;
		else
			return false;
	}
	return bytes > 1 && breaks;
}

/* Nothing but full lines of base64, the last one filled up. */
static bool is_all_base64(const char *s, size_t len_bytes)
{
	struct span t = str_trim(s, len_bytes);
	size_t first = line_length(t.data, t.len_bytes), n = 0;

	if (first < LEAST_BASE64_BYTES || !is_base64(t.data, first))
		return false;
	for (size_t i = 0; i < t.len_bytes; i++) {
		if (sextet(t.data[i]) < 0 && !strchr("=\r\n", t.data[i]))
			return false;
		n += !str_space(t.data[i]);
	}
	return n % 4 == 0;
}

enum transfer transfer_guess(const char *s, size_t len_bytes)
{
	if (is_all_base64(s, len_bytes))
		return TRANSFER_BASE64;
	return is_quoted(s, len_bytes) ? TRANSFER_QUOTED : TRANSFER_NONE;
}

size_t transfer_size(enum transfer how, const char *s, size_t len_bytes)
{
	size_t n = 0;

	switch (how) {
	case TRANSFER_BASE64:
		for (size_t i = 0; i < len_bytes; i++)
			n += sextet(s[i]) >= 0;
		return n / 4 * 3 + (n % 4 > 1 ? n % 4 - 1 : 0);
	case TRANSFER_QUOTED:
		for (size_t i = 0; i < len_bytes; i++)
			n += s[i] == '=';
		return n * 2 < len_bytes ? len_bytes - n * 2 : len_bytes;
	case TRANSFER_NONE:
		break;
	}
	return len_bytes;
}

void transfer_q(const char *s, size_t len_bytes, struct buf *out)
{
	for (size_t i = 0; i < len_bytes; i++) {
		if (add_hex(s + i, len_bytes - i, out))
			i += 2;
		else
			buf_char(out, s[i] == '_' ? ' ' : s[i]);
	}
}
