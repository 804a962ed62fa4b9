/* SPDX-License-Identifier: ISC */
/*
 * Encoded words. Neighbours of one charset are joined as bytes before they
 * are converted, since mailers split them within a character. The work is
 * linear in the value's size.
 */
#include "mail/encoded.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "mail/charset.h"
#include "mail/header.h"
#include "mail/transfer.h"

#include <string.h>

#define LONGEST_CHARSET_BYTES 60

struct word {
	struct span charset, text;
	bool is_base64;
	const char *end; /* behind "?=" */
};

struct run {
	struct buf bytes;    /* decoded, not converted */
	struct span charset; /* of these bytes */
};

/*
 * Reads the encoded word at s. *no_end remembers that no "?=" follows, so
 * that it is searched for in vain but once.
 */
static bool read_word(
    const char *s, const char *end, bool *no_end, struct word *w_r)
{
	const char *p = s + 2, *q;
	char how;

	while (p<end && * p> ' ' && *p != '?' &&
	       p - s - 2 <= LONGEST_CHARSET_BYTES)
		p++;
	if (end - p < 4 || *p != '?' || p[2] != '?' || *no_end)
		return false;
	how = str_lower(p[1]);
	if (how != 'q' && how != 'b')
		return false;
	w_r->charset = (struct span){s + 2, (size_t)(p - s - 2)};
	w_r->is_base64 = how == 'b';
	p += 3;
	for (q = p; q + 1 < end && !(*q == '?' && q[1] == '=');)
		q++;
	if (q + 1 >= end) {
		*no_end = true;
		return false;
	}
	w_r->text = (struct span){p, (size_t)(q - p)};
	w_r->end = q + 2;
	/* RFC 2231, 5: charset*language */
	q = memchr(w_r->charset.data, '*', w_r->charset.len_bytes);
	if (q)
		w_r->charset.len_bytes = (size_t)(q - w_r->charset.data);
	return true;
}

static void flush(struct arena *a, struct run *run, struct buf *out)
{
	char *charset, *text;
	size_t n;

	if (run->bytes.len_bytes) {
		charset =
		    arena_strndup(a, run->charset.data, run->charset.len_bytes);
		text = charset_decode(
		    a, charset, run->bytes.data, run->bytes.len_bytes, &n);
		buf_append(out, text, n);
	}
	buf_clear(&run->bytes);
}

static void add_word(
    struct arena *a, struct run *run, const struct word *w, struct buf *out)
{
	if (run->charset.len_bytes != w->charset.len_bytes ||
	    !str_same_n(
		run->charset.data, w->charset.data, w->charset.len_bytes))
		flush(a, run, out);
	run->charset = w->charset;
	if (w->is_base64)
		transfer_base64(w->text.data, w->text.len_bytes, &run->bytes);
	else
		transfer_q(w->text.data, w->text.len_bytes, &run->bytes);
}

/* Text between encoded words: UTF-8 already, or else windows-1252. */
static void add_plain(
    struct arena *a, struct buf *out, const char *s, size_t len_bytes)
{
	size_t n;
	char *text;

	if (!len_bytes)
		return;
	text = charset_decode(a, "", s, len_bytes, &n);
	buf_append(out, text, n);
}

char *encoded_decode(struct arena *a, const char *s, size_t len_bytes)
{
	const char *end = s + len_bytes, *plain = s, *p = s;
	struct run run = {BUF_EMPTY, {"", 0}};
	struct buf out = BUF_EMPTY;
	bool no_end = false, after_word = false;
	struct word w;
	char *text;

	while (p < end) {
		p = memchr(p, '=', (size_t)(end - p));
		if (!p)
			break;
		if (end - p < 2 || p[1] != '?' ||
		    !read_word(p, end, &no_end, &w)) {
			p++;
			continue;
		}
		/* Blanks between encoded words belong to neither. */
		if (!after_word ||
		    str_trim(plain, (size_t)(p - plain)).len_bytes) {
			flush(a, &run, &out);
			add_plain(a, &out, plain, (size_t)(p - plain));
		}
		add_word(a, &run, &w, &out);
		after_word = true;
		plain = p = w.end;
	}
	flush(a, &run, &out);
	add_plain(a, &out, plain, (size_t)(end - plain));
	text = arena_strndup(a, buf_text(&out), out.len_bytes);
	buf_release(&out);
	buf_release(&run.bytes);
	return text;
}

char *encoded_one_line(struct arena *a, const char *s)
{
	char *out = arena_alloc(a, strlen(s) + 1);
	size_t n = 0;

	for (; *s; s++) {
		bool blank = (unsigned char)*s <= ' ' || *s == 0x7f;

		if (!blank)
			out[n++] = *s;
		else if (n && out[n - 1] != ' ')
			out[n++] = ' ';
	}
	if (n && out[n - 1] == ' ')
		out[n - 1] = '\0';
	return out;
}

const char *encoded_field(struct arena *a, const struct field *f)
{
	if (!f)
		return "";
	return encoded_one_line(a, encoded_decode(a, f->value, f->len_bytes));
}
