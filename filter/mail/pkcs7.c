/* SPDX-License-Identifier: ISC */
/*
 * As much of BER (X.690) as is needed to come to the text of opaque-signed
 * mail: one way down, without recursion. Of indefinite lengths only the
 * inner end matters.
 */
#include "mail/pkcs7.h"
#include "base/buf.h"

#include <stdbool.h>
#include <string.h>

enum tag {
	TAG_END = 0x00,
	TAG_INTEGER = 0x02,
	TAG_OCTETS = 0x04,
	TAG_OID = 0x06,
	TAG_OCTETS_IN_PIECES = 0x24,
	TAG_SEQUENCE = 0x30,
	TAG_SET = 0x31,
	TAG_FIRST = 0xa0 /* [0], constructed */
};

/* 1.2.840.113549.1.7.1 and .2 (RFC 5652, 4 and 5.1) */
static const char oid_data[] = "\x2a\x86\x48\x86\xf7\x0d\x01\x07\x01";
static const char oid_signed[] = "\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02";

struct reader {
	const unsigned char *at, *end;
};

struct element {
	unsigned char tag;
	bool is_open; /* of indefinite length: up to an end element */
	size_t len_bytes;
};

/* Reads tag and length; r stands at the content then. */
static bool next(struct reader *r, struct element *e)
{
	size_t n = 0;
	unsigned char first;

	if (r->end - r->at < 2)
		return false;
	*e = (struct element){r->at[0], r->at[1] == 0x80, 0};
	first = r->at[1];
	r->at += 2;
	if (e->is_open)
		return true;
	if (first < 0x80) {
		n = first;
	} else {
		first &= 0x7f;
		if (first > 4 || r->end - r->at < first)
			return false;
		while (first--)
			n = n << 8 | *r->at++;
	}
	e->len_bytes = n;
	return n <= (size_t)(r->end - r->at);
}

static bool enter(struct reader *r, enum tag tag)
{
	struct element e;

	if (!next(r, &e) || e.tag != tag)
		return false;
	if (!e.is_open)
		r->end = r->at + e.len_bytes;
	return true;
}

/* Goes past an element of that tag, whatever is in it. */
static bool skip(struct reader *r, enum tag tag)
{
	struct element e;
	size_t depth = 0;

	if (!next(r, &e) || e.tag != tag)
		return false;
	do {
		if (e.is_open)
			depth++;
		else if (e.tag == TAG_END && !e.len_bytes && depth)
			depth--;
		else
			r->at += e.len_bytes;
	} while (depth && next(r, &e));
	return !depth;
}

static bool take_oid(struct reader *r, const char *oid)
{
	struct element e;
	bool same;

	if (!next(r, &e) || e.tag != TAG_OID)
		return false;
	same = e.len_bytes == strlen(oid) && !memcmp(r->at, oid, e.len_bytes);
	r->at += e.len_bytes;
	return same;
}

/* The octets of a string, in one piece or in several. */
static void take_octets(struct reader *r, struct buf *out)
{
	struct element e;

	while (next(r, &e) && e.tag != TAG_END) {
		if (e.tag == TAG_OCTETS) {
			buf_append(out, (const char *)r->at, e.len_bytes);
			r->at += e.len_bytes;
		} else if (e.tag != TAG_OCTETS_IN_PIECES) {
			break;
		}
	}
}

enum pkcs7 pkcs7_open(const char *s, size_t len_bytes, struct buf *out)
{
	struct reader r = {
	    (const unsigned char *)s, (const unsigned char *)s + len_bytes};
	size_t before = out->len_bytes;

	if (!enter(&r, TAG_SEQUENCE) || !take_oid(&r, oid_signed) ||
	    !enter(&r, TAG_FIRST) || !enter(&r, TAG_SEQUENCE) ||
	    !skip(&r, TAG_INTEGER) || !skip(&r, TAG_SET) ||
	    !enter(&r, TAG_SEQUENCE) || !take_oid(&r, oid_data))
		return PKCS7_CLOSED;
	if (enter(&r, TAG_FIRST))
		take_octets(&r, out);
	return out->len_bytes > before ? PKCS7_SIGNED : PKCS7_EMPTY;
}
