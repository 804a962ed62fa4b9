/* SPDX-License-Identifier: ISC */
/*
 * Leaves of the MIME tree: text that is decoded and appended, attachments
 * that are named and measured, calendars that are kept for later.
 */
#include "mail/part.h"
#include "base/arena.h"
#include "base/limits.h"
#include "base/str.h"
#include "base/utf8.h"
#include "mail/armor.h"
#include "mail/charset.h"
#include "mail/embedded.h"
#include "mail/html.h"
#include "mail/parameter.h"
#include "mail/plain.h"
#include "mail/tags.h"
#include "model/letter.h"

#include <string.h>

/* A plain text below this length, with much more HTML, is a stub. */
#define STUB_BYTES 300
/* Where a page names its charset (WHATWG HTML, 13.2.3.2). */
#define META_BYTES 1024

bool part_is(const struct part *p, const char *type)
{
	return !strcmp(p->type, type);
}

bool part_in(const struct part *p, const char *family)
{
	return str_starts(p->type, family);
}

struct part part_read(struct arena *a, const struct header *h, const char *data,
    size_t len_bytes, const char *default_type)
{
	const char *type = header_value(h, "Content-Type"),
		   *disposition = header_value(h, "Content-Disposition");
	struct part p = {.header = *h,
	    .type = parameter_head(a, type),
	    .full_type = type ? type : "",
	    .disposition = parameter_head(a, disposition),
	    .data = data,
	    .len_bytes = len_bytes};

	if (!strcmp(p.type, "text")) /* RFC 1049 and older */
		p.type = "text/plain";
	else if (!strchr(p.type, '/') || str_starts(p.type, "plain/"))
		p.type = p.type[0] == 'h' ? "text/html" : default_type;
	p.name = parameter_find(a, disposition, "filename");
	if (!p.name)
		p.name = parameter_find(a, type, "name");
	if (!p.name)
		p.name = "";
	if (str_same(p.name, "winmail.dat"))
		p.type = "application/ms-tnef";
	p.transfer =
	    transfer_from_name(header_value(h, "Content-Transfer-Encoding"));
	return p;
}

void part_attach(struct body *b, const struct part *p, bool is_inline)
{
	struct letter *l = b->letter;

	if (l->n_attachments >= LIMIT_ATTACHMENTS)
		return;
	l->attachments = arena_grow(b->arena, l->attachments, l->n_attachments,
	    &b->cap_attachments, sizeof(*l->attachments));
	l->attachments[l->n_attachments++] =
	    (struct attachment){.name = p->name,
		.type = p->type,
		.len_bytes = transfer_size(p->transfer, p->data, p->len_bytes),
		.is_inline = is_inline};
}

void part_append(struct body *b, const char *text, size_t len_bytes)
{
	size_t room = b->text.len_bytes < LIMIT_TEXT_BYTES
			  ? LIMIT_TEXT_BYTES - b->text.len_bytes
			  : 0;

	if (len_bytes > room) {
		b->letter->flags |= LETTER_TRUNCATED;
		len_bytes = room;
		while (len_bytes && (text[len_bytes] & 0xc0) == 0x80)
			len_bytes--;
	}
	buf_append(&b->text, text, len_bytes);
}

/* The charset of a page that only its own <meta> tells. */
static char *meta_charset(struct arena *a, const char *html, size_t len_bytes)
{
	const char *hit = str_find(
	    html, len_bytes < META_BYTES ? len_bytes : META_BYTES, "charset=");
	size_t n = 0;

	if (!hit)
		return NULL;
	hit += strlen("charset=");
	while (hit < html + len_bytes && (*hit == '"' || *hit == '\''))
		hit++;
	while (hit + n < html + len_bytes && n < 40 &&
	       (str_alpha(hit[n]) || str_digit(hit[n]) ||
		   strchr("-_.:", hit[n]) != NULL) &&
	       hit[n])
		n++;
	return arena_strndup(a, hit, n);
}

/* The decoded text of a part in UTF-8, of at most LIMIT_PART_BYTES of it. */
static char *decode(struct arena *a, const struct part *p, size_t *len_r)
{
	size_t n =
	    p->len_bytes < LIMIT_PART_BYTES ? p->len_bytes : LIMIT_PART_BYTES;
	char *charset = parameter_find(a, p->full_type, "charset"), *text;
	enum transfer how = p->transfer;
	struct buf raw = BUF_EMPTY;

	if (!header_has(&p->header, "Content-Transfer-Encoding"))
		how = transfer_guess(p->data, n);
	transfer_decode(how, p->data, n, &raw);
	if (part_is(p, "text/html") &&
	    (!charset || !*charset || str_same(charset, "us-ascii")))
		charset = meta_charset(a, buf_text(&raw), raw.len_bytes);
	text = charset_decode(a, charset, buf_text(&raw), raw.len_bytes, len_r);
	buf_release(&raw);
	return text;
}

/* The part's text starts on a line of its own, after an empty one. */
static void open_text(struct body *b)
{
	size_t n = b->text.len_bytes;

	if (!n)
		return;
	if (b->text.data[n - 1] != '\n')
		part_append(b, "\n", 1);
	part_append(b, "\n", 1);
}

static void add_plain(
    struct body *b, const struct part *p, const char *text, size_t len)
{
	char *format = parameter_find(b->arena, p->full_type, "format"),
	     *delsp = parameter_find(b->arena, p->full_type, "delsp");
	struct plain_format f = {format && str_same(format, "flowed"),
	    delsp && str_same(delsp, "yes")};
	struct buf lines = BUF_EMPTY;

	plain_append(&lines, text, len, f);
	embedded_take(b, &lines);
	armor_strip(&lines, 0, b->letter);
	part_append(b, buf_text(&lines), lines.len_bytes);
	buf_release(&lines);
}

static void add_stripped(struct body *b, const char *html, size_t len)
{
	struct buf out = BUF_EMPTY;

	tags_strip(&out, html, len);
	part_append(b, buf_text(&out), out.len_bytes);
	buf_release(&out);
}

static void add_html(struct body *b, const char *html, size_t len)
{
	size_t n;
	char *text = html_to_text(b->arena, html, len, &n);

	if (text)
		part_append(b, text, n);
	else
		add_stripped(b, html, len);
}

/* HTML that a mailer sends as plain text. */
static bool is_page(const char *text, size_t len)
{
	struct span s = str_trim(text, len);

	return s.len_bytes > 20 && (str_starts(s.data, "<html") ||
				       str_starts(s.data, "<!doctype html"));
}

static void add_text(struct body *b, const struct part *p)
{
	size_t len;
	char *text;

	if (b->mute)
		return;
	if (p->len_bytes > LIMIT_PART_BYTES)
		b->letter->flags |= LETTER_TRUNCATED;
	text = decode(b->arena, p, &len);
	open_text(b);
	if (part_is(p, "text/html") ||
	    (part_is(p, "text/plain") && is_page(text, len)))
		add_html(b, text, len);
	else if (part_is(p, "text/enriched") || part_is(p, "text/richtext"))
		add_stripped(b, text, len);
	else
		add_plain(b, p, text, len);
}

void part_add_raw(struct body *b, const struct part *p)
{
	struct part plain = *p;

	plain.type = "text/plain";
	add_text(b, &plain);
}

static void add_calendar(struct body *b, const struct part *p)
{
	struct letter *l = b->letter;

	if (!l->calendar && p->len_bytes <= LIMIT_PART_BYTES)
		l->calendar = decode(b->arena, p, &l->calendar_len);
}

/* Whether the part is text that belongs to the letter itself. */
static bool is_body_text(
    const struct body *b, const struct part *p, bool is_root)
{
	static const char *const types[] = {
	    "text/plain", "text/html", "text/enriched", "text/richtext"};
	bool readable = false;

	if (is_root && part_in(p, "text/"))
		return true;
	if (!strcmp(p->disposition, "attachment"))
		return false;
	for (size_t i = 0; i < sizeof(types) / sizeof(*types); i++)
		readable = readable || part_is(p, types[i]);
	/* Some mailers name the body; only the first text is that. */
	return part_in(p, "text/") &&
	       (!p->name[0] || (readable && !b->text.len_bytes));
}

static bool is_calendar(const struct part *p)
{
	size_t n = strlen(p->name);

	return part_is(p, "text/calendar") || part_is(p, "application/ics") ||
	       (part_is(p, "application/octet-stream") && n > 4 &&
		   str_same(p->name + n - 4, ".ics"));
}

static bool is_signature(const struct part *p)
{
	return part_is(p, "application/pgp-signature") ||
	       part_is(p, "application/pgp-keys") ||
	       part_is(p, "application/pkcs7-signature") ||
	       part_is(p, "application/x-pkcs7-signature");
}

static void note_report(struct body *b, const struct part *p)
{
	if (part_is(p, "message/delivery-status") ||
	    part_is(p, "message/global-delivery-status") ||
	    part_is(p, "message/disposition-notification"))
		b->letter->flags |= LETTER_REPORT;
}

void part_add(struct body *b, const struct part *p, bool is_root)
{
	if (is_calendar(p)) {
		add_calendar(b, p);
		if (!p->name[0])
			return;
	} else if (part_is(p, "application/ms-tnef") ||
		   part_is(p, "application/vnd.ms-tnef")) {
		b->has_tnef = true;
	} else if (is_body_text(b, p, is_root)) {
		add_text(b, p);
		return;
	}
	note_report(b, p);
	part_attach(b, p,
	    is_signature(p) || !strcmp(p->disposition, "inline") ||
		(strcmp(p->disposition, "attachment") != 0 &&
		    header_has(&p->header, "Content-ID")));
}

bool part_is_stub(
    struct arena *a, const struct part *plain, const struct part *rich)
{
	struct buf out = BUF_EMPTY;
	size_t len, rich_len;
	char *text = decode(a, plain, &len);
	bool stub;

	len = str_trim(text, len).len_bytes;
	if (!len || len >= STUB_BYTES || !rich)
		return !len;
	text = decode(a, rich, &rich_len);
	tags_strip(&out, text, rich_len);
	stub = out.len_bytes > 4 * len + 200;
	buf_release(&out);
	return stub;
}
