/* SPDX-License-Identifier: ISC */
/*
 * Attachments from before MIME, which are lines of the text. They are named
 * and measured, not decoded.
 */
#include "mail/embedded.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "mail/encoded.h"
#include "mail/part.h"

#include <string.h>

/* A file whose end was cut off has at least so many lines. */
#define FEWEST_LINES 3

struct file {
	struct span name;
	size_t len_bytes; /* decoded */
	const char *end;  /* behind it in the text */
};

/* The line at s without its line end; returns where the next one begins. */
static const char *take_line(
    const char *s, const char *end, struct span *line_r)
{
	const char *nl = memchr(s, '\n', (size_t)(end - s));

	*line_r = (struct span){s, (size_t)((nl ? nl : end) - s)};
	return nl ? nl + 1 : end;
}

static bool begins(struct span line, const char *what)
{
	size_t n = strlen(what);

	return line.len_bytes >= n && !memcmp(line.data, what, n);
}

/* "begin 644 report.doc": the name, or nothing. */
static struct span uu_name(struct span line)
{
	size_t n = strlen("begin "), mode = 0;
	struct span none = {"", 0};

	if (!begins(line, "begin "))
		return none;
	while (
	    n < line.len_bytes && line.data[n] >= '0' && line.data[n] <= '7') {
		n++;
		mode++;
	}
	if (mode < 3 || mode > 4 || n == line.len_bytes || line.data[n] != ' ')
		return none;
	return str_trim(line.data + n, line.len_bytes - n);
}

/*
 * Bytes that a line of uuencode stands for; false when it is none. Blanks
 * at its end may have been lost, or a checksum added.
 */
static bool uu_line(struct span line, size_t *len_r)
{
	size_t chars;

	if (!line.len_bytes)
		return false;
	for (size_t i = 0; i < line.len_bytes; i++)
		if (line.data[i] < ' ' || line.data[i] > '`')
			return false;
	*len_r = (size_t)(line.data[0] - ' ') & 63;
	chars = (*len_r + 2) / 3 * 4;
	return line.len_bytes - 1 <= chars + 1 &&
	       (*len_r == 0 || line.len_bytes > 1);
}

/* Reads the file whose lines begin at s. */
static bool read_uu(const char *s, const char *end, struct file *f)
{
	struct span line;
	size_t n_lines = 0, n;

	for (; s < end; n_lines++) {
		s = take_line(s, end, &line);
		if (begins(line, "end") &&
		    str_trim(line.data, line.len_bytes).len_bytes == 3) {
			f->end = s;
			return n_lines > 0;
		}
		if (!uu_line(line, &n))
			return false;
		f->len_bytes += n;
	}
	f->end = end;
	return n_lines >= FEWEST_LINES;
}

/* "=ybegin line=128 size=5 name=a b.bin" and what follows up to "=yend". */
static bool read_yenc(struct span line, const char *s, const char *end,
    bool *no_end, struct file *f)
{
	const char *name = str_find(line.data, line.len_bytes, " name="),
		   *size = str_find(line.data, line.len_bytes, " size=");
	size_t digits = 0;
	long long n = 0;

	if (!name || *no_end)
		return false;
	name += strlen(" name=");
	f->name = str_trim(name, (size_t)(line.data + line.len_bytes - name));
	if (size) {
		size += strlen(" size=");
		while (str_digit(size[digits]))
			digits++;
		if (str_number(size, digits, 1LL << 40, &n))
			f->len_bytes = (size_t)n;
	}
	while (s < end) {
		s = take_line(s, end, &line);
		if (begins(line, "=yend")) {
			f->end = s;
			return true;
		}
	}
	*no_end = true;
	return false;
}

static void attach(struct body *b, const struct file *f)
{
	char *name = arena_strndup(b->arena, f->name.data, f->name.len_bytes);
	struct part p = {.type = "application/octet-stream",
	    .full_type = "",
	    .disposition = "attachment",
	    .name = encoded_one_line(b->arena, name),
	    .transfer = TRANSFER_NONE,
	    .data = "",
	    .len_bytes = f->len_bytes};

	part_attach(b, &p, false);
}

void embedded_take(struct body *b, struct buf *lines)
{
	const char *s = lines->data, *end, *next;
	char *to = lines->data;
	bool no_end = false;

	if (!lines->len_bytes)
		return;
	end = s + lines->len_bytes;
	for (; s < end; s = next) {
		struct file f = {{"", 0}, 0, NULL};
		struct span line;
		bool found = false;

		next = take_line(s, end, &line);
		if (begins(line, "begin ")) {
			f.name = uu_name(line);
			found = f.name.len_bytes && read_uu(next, end, &f);
		} else if (begins(line, "=ybegin ")) {
			found = read_yenc(line, next, end, &no_end, &f);
		}
		if (found) {
			attach(b, &f);
			next = f.end;
			continue;
		}
		if (to != s)
			memmove(to, s, (size_t)(next - s));
		to += next - s;
	}
	lines->len_bytes = (size_t)(to - lines->data);
	*to = '\0';
}
