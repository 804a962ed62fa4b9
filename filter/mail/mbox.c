/* SPDX-License-Identifier: ISC */
/*
 * Where the messages of an mbox begin and end, which the format does not
 * say for certain. Works on bytes in memory and knows no files.
 */
#include "mail/mbox.h"
#include "base/buf.h"
#include "base/str.h"

#include <string.h>

#define FROM     "From "
#define FROM_LEN (sizeof(FROM) - 1)
/* No program writes longer separators; what is longer is prose. */
#define SEPARATOR_LEN 500

bool mbox_is_field(const char *s, size_t len_bytes)
{
	size_t i = 0;

	while (i < len_bytes && s[i] > ' ' && s[i] < 127 && s[i] != ':')
		i++;
	if (!i)
		return false;
	while (i < len_bytes && (s[i] == ' ' || s[i] == '\t'))
		i++;
	return i < len_bytes && s[i] == ':';
}

bool mbox_is_mbox(const char *s, size_t len_bytes)
{
	return len_bytes >= FROM_LEN && !memcmp(s, FROM, FROM_LEN);
}

/* The end of the line at data[at]: after its LF, or len_bytes. */
static size_t line_end(const char *data, size_t len_bytes, size_t at)
{
	const char *nl = memchr(data + at, '\n', len_bytes - at);

	return nl ? (size_t)(nl - data) + 1 : len_bytes;
}

static bool is_blank_line(const char *data, size_t from, size_t to)
{
	return to > from && data[to - 1] == '\n' &&
	       (to - from == 1 || (to - from == 2 && data[from] == '\r'));
}

/* "12:34" and, before it, the month as asctime() writes it. */
static bool has_date(const char *s, size_t len_bytes)
{
	static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
	bool month = false;

	for (size_t i = 0; i + 3 < len_bytes; i++) {
		for (size_t m = 0; !month && m < sizeof(months) - 1; m += 3)
			month =
			    s[i] == ' ' && !memcmp(s + i + 1, months + m, 3);
		if (month && str_digit(s[i]) && s[i + 1] == ':' &&
		    str_digit(s[i + 2]) && str_digit(s[i + 3]))
			return true;
	}
	return false;
}

static bool is_separator(const char *data, size_t len_bytes, size_t at)
{
	size_t n;

	if (!mbox_is_mbox(data + at, len_bytes - at))
		return false;
	n = line_end(data, len_bytes, at) - at;
	return n <= SEPARATOR_LEN && has_date(data + at, n);
}

/* A blank line ends at data[at]. */
static bool after_blank(const char *data, size_t at)
{
	if (at < 2 || data[at - 1] != '\n')
		return false;
	if (data[at - 2] == '\n')
		return true;
	return at >= 3 && data[at - 2] == '\r' && data[at - 3] == '\n';
}

/* The next separator from data[at] on, a line's beginning; or the end. */
static size_t find_separator(const char *data, size_t len_bytes, size_t at)
{
	while (at < len_bytes) {
		if (data[at] == 'F' && is_separator(data, len_bytes, at)) {
			size_t next = line_end(data, len_bytes, at);

			if (after_blank(data, at) ||
			    mbox_is_field(data + next, len_bytes - next))
				return at;
		}
		at = line_end(data, len_bytes, at);
	}
	return len_bytes;
}

/* Content-Length and where the body begins; false without the one. */
static bool read_length(const char *data, size_t len_bytes, size_t at,
    size_t *body_r, size_t *length_r)
{
	static const char name[] = "Content-Length:";
	bool found = false;
	long long n = 0;

	while (at < len_bytes) {
		size_t end = line_end(data, len_bytes, at);

		if (is_blank_line(data, at, end)) {
			*body_r = end;
			*length_r = (size_t)n;
			return found;
		}
		if (end - at > sizeof(name) &&
		    str_same_n(data + at, name, sizeof(name) - 1)) {
			struct span s = str_trim(data + at + sizeof(name) - 1,
			    end - at - sizeof(name) + 1);

			found = str_number(s.data, s.len_bytes,
			    (long long)(len_bytes - at), &n);
		}
		at = end;
	}
	return false;
}

/* Where the message ends if its Content-Length can be believed, else 0. */
static size_t believed_end(
    const char *data, size_t len_bytes, size_t at, size_t *next_r)
{
	size_t body, length, next;

	if (!read_length(data, len_bytes, at, &body, &length) ||
	    length > len_bytes - body)
		return 0;
	next = body + length;
	if (next < len_bytes && next > 0 && data[next - 1] != '\n' &&
	    data[next] != '\n' && data[next] != '\r')
		return 0;
	while (next < len_bytes && (data[next] == '\n' || data[next] == '\r'))
		next++;
	if (next < len_bytes && !is_separator(data, len_bytes, next))
		return 0;
	*next_r = next;
	return body + length;
}

bool mbox_next(const char *data, size_t len_bytes, size_t at,
    struct mbox_message *message_r)
{
	struct mbox_message m = {.quoted = true};
	size_t end;

	if (at >= len_bytes)
		return false;
	m.offset = line_end(data, len_bytes, at);
	end = believed_end(data, len_bytes, m.offset, &m.next);
	if (end) {
		/* A bare "From " inside: this kind does not quote. */
		m.quoted = find_separator(data, end, m.offset) == end;
	} else {
		end = m.next = find_separator(data, len_bytes, m.offset);
		/* The blank line before a separator belongs to the mbox. */
		if (end > m.offset + 1 && after_blank(data, end))
			end -= data[end - 1] == '\n' && data[end - 2] == '\r'
				   ? 2
				   : 1;
	}
	m.len_bytes = end - m.offset;
	*message_r = m;
	return true;
}

static bool is_quoted_from(const char *s, size_t len_bytes)
{
	size_t i = 0;

	while (i < len_bytes && s[i] == '>')
		i++;
	return i && mbox_is_mbox(s + i, len_bytes - i);
}

bool mbox_unquote(const char *data, size_t len_bytes, struct buf *out)
{
	size_t copied = 0, at = 0;
	bool any = false;

	while (at < len_bytes) {
		if (data[at] == '>' &&
		    is_quoted_from(data + at, len_bytes - at)) {
			buf_append(out, data + copied, at - copied);
			copied = at + 1;
			any = true;
		}
		at = line_end(data, len_bytes, at);
	}
	if (any)
		buf_append(out, data + copied, len_bytes - copied);
	return any;
}
