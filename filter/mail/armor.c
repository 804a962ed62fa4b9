/* SPDX-License-Identifier: ISC */
/* OpenPGP's ASCII armour in text bodies. Nothing is verified or decrypted. */
#include "mail/armor.h"
#include "base/buf.h"
#include "base/str.h"
#include "model/letter.h"

#include <stdbool.h>
#include <string.h>

#define BEGIN "-----BEGIN PGP "
#define END   "-----END PGP "

struct stripper {
	char *s;
	size_t at, len; /* reading */
	size_t to;      /* writing, never beyond at */
	bool is_signed;
	bool no_end; /* no END line follows */
};

static size_t line_size(const struct stripper *p, size_t at)
{
	const char *nl = memchr(p->s + at, '\n', p->len - at);

	return nl ? (size_t)(nl - p->s) - at + 1 : p->len - at;
}

static bool begins(const struct stripper *p, size_t at, const char *what)
{
	size_t n = strlen(what);

	return p->len - at >= n && !memcmp(p->s + at, what, n);
}

/* Skips to behind the END line; false when there is none. */
static bool skip_block(struct stripper *p)
{
	size_t at = p->at;

	while (!p->no_end && at < p->len) {
		size_t n = line_size(p, at);

		if (begins(p, at, END)) {
			p->at = at + n;
			return true;
		}
		at += n;
	}
	p->no_end = true;
	return false;
}

/* Skips the header of a clear-signed text, up to its empty line. */
static void skip_header(struct stripper *p)
{
	for (int i = 0; i < 10 && p->at < p->len; i++) {
		size_t n = line_size(p, p->at);

		p->at += n;
		if (n <= 1)
			break;
	}
	p->is_signed = true;
}

/* Whether the line at p->at was armour, which is then skipped. */
static bool take_armor(struct stripper *p, struct letter *l)
{
	if (!begins(p, p->at, BEGIN))
		return false;
	if (begins(p, p->at, BEGIN "SIGNED MESSAGE")) {
		skip_header(p);
		return true;
	}
	if (begins(p, p->at, BEGIN "MESSAGE")) {
		l->flags |= LETTER_ENCRYPTED;
		l->error = "the text is encrypted";
	}
	if (begins(p, p->at, BEGIN "SIGNATURE"))
		p->is_signed = false;
	return skip_block(p);
}

void armor_strip(struct buf *text, size_t start, struct letter *l)
{
	struct stripper p = {
	    .s = text->data, .at = start, .len = text->len_bytes, .to = start};

	if (start >= text->len_bytes ||
	    !str_find(p.s + start, p.len - start, BEGIN))
		return;
	while (p.at < p.len) {
		size_t n;

		if (take_armor(&p, l))
			continue;
		n = line_size(&p, p.at);
		if (p.is_signed && begins(&p, p.at, "- ")) {
			p.at += 2;
			n -= 2;
		}
		memmove(p.s + p.to, p.s + p.at, n);
		p.to += n;
		p.at += n;
	}
	text->len_bytes = p.to;
	text->data[p.to] = '\0';
}
