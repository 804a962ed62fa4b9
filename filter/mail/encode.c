/* SPDX-License-Identifier: ISC */
/*
 * The encodings of mail: folded header lines, encoded words (RFC 2047),
 * quoted-printable and base64 (RFC 2045). Every text goes through
 * utf8_printable() or utf8_clean() first, so that no line end, control
 * character or broken byte of somebody's mail gets into a header.
 */
#include "mail/encode.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "base/utf8.h"

#include <stdint.h>
#include <string.h>

#define LINE_CHARS 76
/* RFC 2047, 2: an encoded word has at most 75 characters. */
#define ENCODED_CHARS 75
#define WORD_OPEN_Q   "=?utf-8?Q?"
#define WORD_OPEN_B   "=?utf-8?B?"
/* Bytes whose base64 fits between the marks: 60 characters. */
#define WORD_BYTES_B 45

static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
			       "abcdefghijklmnopqrstuvwxyz0123456789+/";

void encode_begin(struct encode_line *l, struct buf *out, const char *name)
{
	*l = (struct encode_line){out, strlen(name) + 1, false};
	buf_printf(out, "%s:", name);
}

void encode_append(struct encode_line *l, const char *word, bool is_separate)
{
	size_t n = strlen(word);

	if (is_separate && l->has_word && l->column + 1 + n > LINE_CHARS) {
		buf_puts(l->out, "\n ");
		l->column = 1;
	} else if (is_separate) {
		buf_char(l->out, ' ');
		l->column++;
	}
	buf_append(l->out, word, n);
	l->column += n;
	l->has_word = true;
}

/* What may stand in an encoded word of a phrase (RFC 2047, 5, rule 3). */
static bool is_literal_q(char c)
{
	return str_alpha(c) || str_digit(c) || strchr("!*+-/", c);
}

static size_t q_width(const char *s, size_t n)
{
	size_t width = 0;

	for (size_t i = 0; i < n; i++)
		width += is_literal_q(s[i]) || s[i] == ' ' ? 1 : 3;
	return width;
}

static void q_append(struct buf *word, const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (s[i] == ' ')
			buf_char(word, '_');
		else if (is_literal_q(s[i]))
			buf_char(word, s[i]);
		else
			buf_printf(word, "=%02X", (unsigned)(s[i] & 0xff));
	}
}

static void base64_append(struct buf *out, const char *data, size_t n)
{
	const unsigned char *u = (const unsigned char *)data;

	for (size_t i = 0; i < n; i += 3) {
		uint32_t v = (uint32_t)u[i] << 16;

		if (i + 1 < n)
			v |= (uint32_t)u[i + 1] << 8;
		if (i + 2 < n)
			v |= u[i + 2];
		buf_char(out, alphabet[v >> 18 & 63]);
		buf_char(out, alphabet[v >> 12 & 63]);
		buf_append(out, i + 1 < n ? &alphabet[v >> 6 & 63] : "=", 1);
		buf_append(out, i + 2 < n ? &alphabet[v & 63] : "=", 1);
	}
}

/*
 * How many bytes of s fit in one encoded word, whole characters only. s is
 * valid UTF-8.
 */
static size_t word_bytes(const char *s, size_t len, bool b, size_t room)
{
	size_t used = 0, at = 0, n;
	uint32_t cp;

	while (at < len) {
		n = utf8_decode(s + at, len - at, &cp);
		n = n ? n : 1;
		used += b ? n : q_width(s + at, n);
		if (used > (b ? WORD_BYTES_B : room))
			break;
		at += n;
	}
	return at;
}

/* Encoded words, one a line where more than one is needed. */
static void encoded_words(struct encode_line *l, const char *s)
{
	size_t len = strlen(s), width = q_width(s, len);
	/* More than half escaped: base64 is shorter and as unreadable. */
	bool b = width > 2 * len;
	size_t room = ENCODED_CHARS - strlen(WORD_OPEN_Q "?=");
	struct buf word = BUF_EMPTY;

	/* The first word shares its line with the field's name. */
	if (l->column + 1 + ENCODED_CHARS > LINE_CHARS && l->column < 40)
		room -= l->column;
	for (size_t at = 0, n; at < len; at += n) {
		n = word_bytes(s + at, len - at, b, room);
		room = ENCODED_CHARS - strlen(WORD_OPEN_Q "?=") - 1;
		buf_clear(&word);
		buf_puts(&word, b ? WORD_OPEN_B : WORD_OPEN_Q);
		if (b)
			base64_append(&word, s + at, n);
		else
			q_append(&word, s + at, n);
		buf_puts(&word, "?=");
		encode_append(l, buf_text(&word), true);
	}
	buf_release(&word);
}

/* Printable ASCII whose words fit on a line and are no encoded words. */
static bool is_plain_text(const char *s)
{
	size_t word = 0;

	if (strstr(s, "=?"))
		return false;
	for (; *s; s++) {
		word = *s == ' ' ? 0 : word + 1;
		if (*s < ' ' || *s >= 0x7f || word > LINE_CHARS - 1)
			return false;
	}
	return true;
}

void encode_text(struct encode_line *l, const char *text)
{
	struct arena *a = arena_new();
	char *s = utf8_printable(a, text, 0);

	if (!is_plain_text(s)) {
		encoded_words(l, s);
	} else {
		while (*s) {
			size_t n = strcspn(s, " ");

			encode_append(l, arena_strndup(a, s, n), true);
			s += n + (s[n] == ' ');
		}
	}
	arena_free(a);
}

/* RFC 5322, 3.2.3: may stand in a phrase without quotes. */
static bool is_atoms(const char *s)
{
	for (; *s; s++)
		if (!str_alpha(*s) && !str_digit(*s) &&
		    !strchr(" !#$%&'*+-/=?^_`{|}~", *s))
			return false;
	return true;
}

static void quoted_string(struct encode_line *l, const char *s)
{
	struct buf word = BUF_EMPTY;

	buf_char(&word, '"');
	for (; *s; s++) {
		if (*s == '"' || *s == '\\')
			buf_char(&word, '\\');
		buf_char(&word, *s);
	}
	buf_char(&word, '"');
	encode_append(l, buf_text(&word), true);
	buf_release(&word);
}

void encode_mailbox(struct encode_line *l, const struct mailbox *box)
{
	struct arena *a = arena_new();
	const char *name = utf8_printable(a, box->name, 0);

	if (!*name) {
		encode_append(l, box->addr, true);
	} else {
		/* A quoted string cannot be folded: keep it to a line. */
		if (!is_plain_text(name) || strlen(name) > LINE_CHARS / 2)
			encoded_words(l, name);
		else if (is_atoms(name))
			encode_append(l, name, true);
		else
			quoted_string(l, name);
		encode_append(l, arena_printf(a, "<%s>", box->addr), true);
	}
	arena_free(a);
}

/* The line at text without its line end; *next_r is where the next begins. */
static size_t line_length(const char *text, const char **next_r)
{
	size_t n = strcspn(text, "\n");

	*next_r = text + n + (text[n] == '\n');
	return n && text[n - 1] == '\r' ? n - 1 : n;
}

static bool is_plain_line(const char *s, size_t n)
{
	if (n > LINE_CHARS + 2 || str_starts(s, "From ") ||
	    str_starts(s, "--") || (n && *s == '.'))
		return false;
	/* Blanks at the end are lost on the way. */
	if (n && (s[n - 1] == ' ' || s[n - 1] == '\t'))
		return false;
	for (size_t i = 0; i < n; i++)
		if ((s[i] < ' ' && s[i] != '\t') || s[i] >= 0x7f)
			return false;
	return true;
}

bool encode_is_plain(const char *text)
{
	const char *next;

	for (; *text; text = next)
		if (!is_plain_line(text, line_length(text, &next)))
			return false;
	return true;
}

void encode_lines(struct buf *out, const char *text)
{
	const char *next;

	for (; *text; text = next) {
		buf_append(out, text, line_length(text, &next));
		buf_char(out, '\n');
	}
}

/* Whether the first of n characters must be written as "=XX". */
static bool must_escape(const char *s, size_t n, bool begins_line)
{
	if (*s == '=' || (*s < ' ' && *s != '\t') || *s >= 0x7f)
		return true;
	if ((*s == ' ' || *s == '\t') && n == 1)
		return true;
	/* What mbox writers and SMTP clients change. */
	return begins_line &&
	       (*s == '.' || (n >= 5 && !strncmp(s, "From ", 5)));
}

static void quote_line(struct buf *out, const char *line, size_t n)
{
	size_t column = 0;

	for (size_t i = 0; i < n; i++) {
		bool escape = must_escape(line + i, n - i, !column);
		size_t width = escape ? 3 : 1;

		/* The last column is for the "=" of a soft break. */
		if (column + width > LINE_CHARS - 1) {
			buf_puts(out, "=\n");
			column = 0;
		}
		if (escape)
			buf_printf(out, "=%02X", (unsigned)(line[i] & 0xff));
		else
			buf_char(out, line[i]);
		column += width;
	}
	buf_char(out, '\n');
}

void encode_quoted_printable(struct buf *out, const char *text)
{
	struct arena *a = arena_new();
	size_t len;
	const char *s = utf8_clean(a, text, strlen(text), &len);

	for (const char *next; *s; s = next)
		quote_line(out, s, line_length(s, &next));
	arena_free(a);
}

void encode_base64(struct buf *out, const char *data, size_t len_bytes)
{
	const size_t step = LINE_CHARS / 4 * 3;

	for (size_t i = 0; i < len_bytes; i += step) {
		size_t n = len_bytes - i < step ? len_bytes - i : step;

		base64_append(out, data + i, n);
		buf_char(out, '\n');
	}
}
