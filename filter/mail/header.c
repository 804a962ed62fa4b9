/* SPDX-License-Identifier: ISC */
/*
 * Splits headers, one pass, whatever their state. Values stay raw bytes:
 * what they mean is read elsewhere. Nothing here allocates more than the
 * header's own size.
 */
#include "mail/header.h"
#include "base/arena.h"
#include "base/limits.h"
#include "base/str.h"

#include <string.h>

/* No name in use is longer; a longer word with a colon is prose. */
#define LONGEST_NAME_BYTES 80
/* Lines that are no fields, in a row, within a header that goes on. */
#define STRAY_LINES 3

struct cursor {
	const char *at, *end;
};

/* The line at c, without its line end. False at the end. */
static bool next_line(struct cursor *c, struct span *line_r)
{
	const char *nl;

	if (c->at == c->end)
		return false;
	nl = memchr(c->at, '\n', (size_t)(c->end - c->at));
	*line_r = (struct span){c->at, (size_t)((nl ? nl : c->end) - c->at)};
	c->at = nl ? nl + 1 : c->end;
	if (line_r->len_bytes && line_r->data[line_r->len_bytes - 1] == '\r')
		line_r->len_bytes--;
	return true;
}

/* Bytes of the field name that the line begins with, 0 if none. */
static size_t name_length(struct span line)
{
	size_t n = 0, blanks;

	while (n < line.len_bytes && n <= LONGEST_NAME_BYTES &&
	       line.data[n] > ' ' && line.data[n] < 0x7f && line.data[n] != ':')
		n++;
	for (blanks = n;
	     blanks < line.len_bytes && blanks < n + 3 &&
	     (line.data[blanks] == ' ' || line.data[blanks] == '\t');)
		blanks++;
	if (!n || n > LONGEST_NAME_BYTES || blanks == line.len_bytes ||
	    line.data[blanks] != ':')
		return 0;
	return n;
}

static bool is_known(struct span line)
{
	static const char *const known[] = {"from", "to", "cc", "bcc",
	    "subject", "date", "message-id", "in-reply-to", "references",
	    "reply-to", "sender", "received", "return-path", "delivered-to",
	    "mime-version", "x-mailer", "user-agent", "precedence",
	    "auto-submitted", "status", "dkim-signature"};
	static const char *const families[] = {
	    "content-", "x-", "resent-", "list-", "original-"};
	size_t n = name_length(line);

	if (!n)
		return false;
	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++)
		if (n == strlen(known[i]) && str_same_n(line.data, known[i], n))
			return true;
	for (size_t i = 0; i < sizeof(families) / sizeof(*families); i++) {
		size_t len = strlen(families[i]);

		if (n > len && str_same_n(line.data, families[i], len))
			return true;
	}
	return false;
}

static bool is_folded(struct span line)
{
	return line.len_bytes && (line.data[0] == ' ' || line.data[0] == '\t');
}

/* Whether a known field follows within the next few lines. */
static bool goes_on(struct cursor c)
{
	struct span line;

	for (int i = 0; i < STRAY_LINES && next_line(&c, &line); i++) {
		if (!line.len_bytes)
			return false;
		if (is_known(line))
			return true;
	}
	return false;
}

/* Appends line to the text of len bytes, NULs dropped. */
static size_t add_line(char *text, size_t len, struct span line)
{
	for (size_t i = 0; i < line.len_bytes && len < LIMIT_FIELD_BYTES; i++)
		if (line.data[i] && line.data[i] != '\r')
			text[len++] = line.data[i] == '\t' ? ' ' : line.data[i];
	return len;
}

/* Bytes that the field's lines have from here on. */
static size_t field_size(struct cursor c, struct span first)
{
	size_t size = first.len_bytes;
	struct span line;

	while (next_line(&c, &line) && is_folded(line))
		size += line.len_bytes;
	return size < LIMIT_FIELD_BYTES ? size : LIMIT_FIELD_BYTES;
}

/* Reads the field that begins with line; c stands behind it afterwards. */
static struct field read_field(
    struct arena *a, struct cursor *c, struct span line)
{
	size_t n = name_length(line), size = field_size(*c, line), len;
	char *text = arena_alloc(a, size + 1);
	struct cursor before = *c;
	struct field f = {.name = arena_strndup(a, line.data, n)};
	struct span s;

	while (line.data[n] != ':')
		n++;
	line.data += n + 1;
	line.len_bytes -= n + 1;
	len = add_line(text, 0, line);
	while (next_line(c, &line) && is_folded(line)) {
		/* A line of blanks alone ends a header that does not go on. */
		if (!str_trim(line.data, line.len_bytes).len_bytes &&
		    !goes_on(*c))
			break;
		len = add_line(text, len, line);
		before = *c;
	}
	*c = before;
	s = str_trim(text, len);
	text[(size_t)(s.data - text) + s.len_bytes] = '\0';
	f.value = s.data;
	f.len_bytes = s.len_bytes;
	return f;
}

static bool is_blank(struct span line)
{
	return !str_trim(line.data, line.len_bytes).len_bytes;
}

void header_split(struct arena *a, const char *bytes, size_t len_bytes,
    struct header *header_r)
{
	struct cursor c = {bytes, bytes + len_bytes}, before = c;
	struct header h = {NULL, 0, 0};
	size_t cap = 0;
	bool is_mail = false, is_first = true;
	struct span line;

	while (next_line(&c, &line) && !is_blank(line)) {
		if (is_first && is_folded(line)) {
			struct span s = str_trim(line.data, line.len_bytes);

			line = s;
		}
		if (name_length(line)) {
			bool keep =
			    h.n_fields < LIMIT_FIELDS &&
			    (size_t)(line.data - bytes) < LIMIT_HEADER_BYTES;
			struct field f;

			if (keep) {
				is_mail = is_mail || is_known(line);
				f = read_field(a, &c, line);
				h.fields = arena_grow(a, h.fields, h.n_fields,
				    &cap, sizeof(*h.fields));
				h.fields[h.n_fields++] = f;
			}
		} else if (!is_folded(line) && !goes_on(c)) {
			c = before;
			break;
		}
		is_first = false;
		before = c;
	}
	h.body = (size_t)(c.at - bytes);
	if (!is_mail && h.n_fields)
		h = (struct header){NULL, 0, 0};
	*header_r = h;
}

size_t header_start(
    struct arena *a, const char *bytes, size_t len_bytes, char **from_line_r)
{
	struct cursor c = {bytes, bytes + len_bytes}, before;
	struct span line;

	if (from_line_r)
		*from_line_r = NULL;
	if (len_bytes >= 3 && !memcmp(bytes, "\xef\xbb\xbf", 3))
		c.at += 3;
	before = c;
	while (next_line(&c, &line)) {
		struct span s = line;

		if (s.len_bytes && s.data[0] == '>') {
			s.data++;
			s.len_bytes--;
		}
		if (s.len_bytes > 5 && !memcmp(s.data, "From ", 5)) {
			if (from_line_r)
				*from_line_r = arena_strndup(
				    a, s.data + 5, s.len_bytes - 5);
		} else if (!is_blank(line)) {
			break;
		}
		before = c;
	}
	return (size_t)(before.at - bytes);
}

const struct field *header_find(const struct header *h, const char *name)
{
	for (size_t i = 0; i < h->n_fields; i++)
		if (str_same(h->fields[i].name, name))
			return &h->fields[i];
	return NULL;
}

const char *header_value(const struct header *h, const char *name)
{
	const struct field *f = header_find(h, name);

	return f ? f->value : NULL;
}

bool header_has(const struct header *h, const char *name)
{
	return header_find(h, name) != NULL;
}
