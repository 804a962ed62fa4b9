/* SPDX-License-Identifier: ISC */
/*
 * Walks the MIME structure. libetpan tells the parts of a multipart from
 * each other, after guard.c has looked at them; their headers are split and
 * read here as those of the letter are. Messages inside messages are read
 * anew, so depth and work are bounded in one place.
 */
#include "mail/body.h"
#include "base/arena.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "mail/boundary.h"
#include "mail/encoded.h"
#include "mail/forward.h"
#include "mail/guard.h"
#include "mail/parameter.h"
#include "mail/part.h"
#include "mail/pkcs7.h"
#include "model/letter.h"

#include <libetpan/mailmime.h>
#include <libetpan/mailmime_types.h>
#include <string.h>

/* Alternatives are seldom more than related in mixed. */
#define LEADING_DEPTH 3

static void add_entity(struct body *b, const struct header *h, const char *data,
    size_t len_bytes, const char *default_type, int depth);
static void add_node(
    struct body *b, const struct part *p, struct mailmime *node, int depth);

/* A part and the node of libetpan's tree that it was found at. */
struct child {
	struct part part;
	struct mailmime *node;
};

struct children {
	struct child *list;
	size_t n;
};

/*
 * libetpan overlooks the empty line of a part without a header and takes
 * the first paragraph for one. A part never begins the text it was shown.
 */
static bool is_after_empty_line(const char *start)
{
	return start[-1] == '\n' &&
	       (start[-2] == '\n' || (start[-2] == '\r' && start[-3] == '\n'));
}

/* Describes the part that libetpan found. False when it has no extent. */
static bool read_child(struct body *b, struct mailmime *m,
    const char *default_type, struct child *child_r)
{
	struct mailmime_data *data = m->mm_body;
	const char *start = m->mm_mime_start, *text, *end;
	struct header h = {NULL, 0, 0};

	if (!data || data->dt_type != MAILMIME_DATA_TEXT || !start)
		return false;
	text = data->dt_data.dt_text.dt_data;
	end = text + data->dt_data.dt_text.dt_length;
	if (start > text)
		return false;
	/* For libetpan one line that is no field ends the header. */
	if (!is_after_empty_line(start))
		header_split(b->arena, start, (size_t)(end - start), &h);
	text = start + h.body;
	/* An end that no part comes before is taken for one. */
	if (end - text == 2 && !memcmp(text, "--", 2))
		return false;
	*child_r = (struct child){
	    part_read(b->arena, &h, text, (size_t)(end - text), default_type),
	    m};
	return true;
}

/* The parts of a multipart, with their headers read. */
static struct children children_of(
    struct body *b, const struct part *p, struct mailmime *node)
{
	clist *list = node->mm_data.mm_multipart.mm_mp_list;
	const char *type =
	    part_is(p, "multipart/digest") ? "message/rfc822" : "text/plain";
	struct children c = {NULL, 0};

	c.list = arena_array(
	    b->arena, (size_t)clist_count(list) + 1, sizeof(*c.list));
	for (clistiter *i = clist_begin(list); i; i = clist_next(i)) {
		if (!read_child(b, clist_content(i), type, &c.list[c.n]))
			continue;
		c.n++;
		if (++b->n_parts > LIMIT_MIME_PARTS) {
			b->letter->flags |= LETTER_TRUNCATED;
			break;
		}
	}
	return c;
}

static void add_child(struct body *b, const struct child *c, int depth)
{
	add_node(b, &c->part, c->node, depth + 1);
}

static void add_muted(struct body *b, const struct child *c, int depth)
{
	b->mute++;
	add_child(b, c, depth);
	b->mute--;
}

/*
 * The first leaf of an alternative, which says what kind it is and serves
 * for comparing. *room keeps what is found deeper down.
 */
static const struct part *leading(
    struct body *b, const struct child *c, struct child *room)
{
	*room = *c;
	for (int i = 0; i < LEADING_DEPTH; i++) {
		struct children inner;

		if (room->node->mm_type != MAILMIME_MULTIPLE)
			break;
		inner = children_of(b, &room->part, room->node);
		b->n_parts -= inner.n; /* counted when they are added */
		if (!inner.n)
			break;
		*room = inner.list[0];
	}
	return &room->part;
}

/*
 * Whether c is one more plain text where that was chosen: no second version
 * then, but what a list or a gateway has added.
 */
static bool is_like(const struct child *chosen, const struct child *plain,
    const struct child *c)
{
	return chosen == plain && part_is(&plain->part, "text/plain") &&
	       part_is(&c->part, "text/plain") &&
	       (c->part.len_bytes != plain->part.len_bytes ||
		   memcmp(c->part.data, plain->part.data,
		       plain->part.len_bytes) != 0);
}

/*
 * The plain text if it is one, else the best of the rest (RFC 2046, 5.1.4:
 * the last). What the others hold beside text is recorded.
 */
static void add_alternative(struct body *b, struct children c, int depth)
{
	const struct child *plain = NULL, *rich = NULL, *chosen;
	struct child room, rich_room;
	const struct part *first, *html = NULL;

	for (size_t i = 0; i < c.n; i++) {
		first = leading(b, &c.list[i], &room);
		if (part_is(first, "text/plain") && !plain) {
			plain = &c.list[i];
		} else if (part_is(first, "text/html") ||
			   part_is(first, "text/enriched") ||
			   part_is(first, "text/richtext")) {
			rich = &c.list[i];
			rich_room = room;
			html = &rich_room.part;
		}
	}
	chosen = plain ? plain : rich;
	if (plain && rich) {
		first = leading(b, plain, &room);
		if (part_is_stub(b->arena, first, html))
			chosen = rich;
	}
	for (size_t i = 0; i < c.n; i++) {
		if (&c.list[i] == chosen || !chosen ||
		    is_like(chosen, plain, &c.list[i]))
			add_child(b, &c.list[i], depth);
		else
			add_muted(b, &c.list[i], depth);
	}
}

/* The first part is read, the rest belongs to it or to machines. */
static void add_first(struct body *b, struct children c, int depth)
{
	for (size_t i = 0; i < c.n; i++) {
		if (!i)
			add_child(b, &c.list[i], depth);
		else
			add_muted(b, &c.list[i], depth);
	}
}

/* The root of multipart/related (RFC 2387, 3.2): start=, else the first. */
static void add_related(
    struct body *b, const struct part *p, struct children c, int depth)
{
	const char *start = parameter_find(b->arena, p->full_type, "start");
	size_t root = 0;

	for (size_t i = 0; start && i < c.n; i++) {
		const char *id =
		    header_value(&c.list[i].part.header, "Content-ID");

		if (id && !strcmp(id, start))
			root = i;
	}
	for (size_t i = 0; i < c.n; i++) {
		const struct part *x = &c.list[i].part;

		if (i == root || part_in(x, "multipart/"))
			add_child(b, &c.list[i], depth);
		else if (part_in(x, "text/"))
			add_muted(b, &c.list[i], depth);
		else
			part_attach(
			    b, x, strcmp(x->disposition, "attachment") != 0);
	}
}

static void add_parts(
    struct body *b, const struct part *p, struct children c, int depth)
{
	if (part_is(p, "multipart/alternative")) {
		add_alternative(b, c, depth);
	} else if (part_is(p, "multipart/related")) {
		add_related(b, p, c, depth);
	} else if (part_is(p, "multipart/signed")) {
		add_first(b, c, depth);
	} else if (part_is(p, "multipart/report")) {
		b->letter->flags |= LETTER_REPORT;
		add_first(b, c, depth);
	} else if (part_is(p, "multipart/encrypted")) {
		b->letter->flags |= LETTER_ENCRYPTED;
		b->letter->error = "the text is encrypted";
		for (size_t i = 0; i < c.n; i++)
			part_attach(b, &c.list[i].part, true);
	} else {
		for (size_t i = 0; i < c.n; i++)
			add_child(b, &c.list[i], depth);
	}
}

/*
 * A message inside the letter: its text as a forward, and an attachment; or,
 * when the letter is but its envelope, as the letter's own.
 */
static void add_message(
    struct body *b, const struct part *p, bool is_own, int depth)
{
	struct buf raw = BUF_EMPTY;
	struct part named = *p;
	const char *data = p->data;
	size_t len = p->len_bytes, start;
	struct header h;

	if (p->transfer != TRANSFER_NONE) {
		transfer_decode(p->transfer, data, len, &raw);
		data = buf_text(&raw);
		len = raw.len_bytes;
	}
	start = header_start(b->arena, data, len, NULL);
	header_split(b->arena, data + start, len - start, &h);
	if (!named.name[0])
		named.name =
		    encoded_field(b->arena, header_find(&h, "Subject"));
	if (depth)
		part_attach(b, &named, false);
	if (!b->mute && !is_own)
		forward_open(b, &h);
	start += h.body;
	add_entity(b, &h, data + start, len - start, "text/plain", depth + 1);
	buf_release(&raw);
}

/*
 * A piece of a message that was sent in several (RFC 2046, 5.2.2). The first
 * has the header of the whole and is read as far as it goes; the others are
 * said to be the rest. They are never joined.
 */
static void add_partial(struct body *b, const struct part *p, int depth)
{
	const char *s = parameter_find(b->arena, p->full_type, "number");
	long long number = 1;

	if (s && !str_number(s, strlen(s), LIMIT_MIME_PARTS, &number))
		number = 0;
	if (number == 1) {
		b->letter->flags |= LETTER_TRUNCATED;
		add_message(b, p, depth == 0, depth);
		return;
	}
	if (!depth)
		b->letter->error = "the text is the rest of a message that "
				   "was sent in several parts";
	part_attach(b, p, false);
}

/* Something to compare, so that no text is lost unseen. */
static size_t amount(const struct body *b)
{
	return b->text.len_bytes + b->letter->n_attachments +
	       b->letter->calendar_len;
}

/* Reads the body as a multipart. False when nothing came out of it. */
static bool add_multipart(
    struct body *b, const struct part *p, const char *boundary, int depth)
{
	const char *alias =
	    boundary_alias(b->arena, boundary, p->data, p->len_bytes);
	struct mailmime *tree = NULL, *node;
	struct buf copy = BUF_EMPTY;
	struct guard_log log;
	size_t at = 0, before = amount(b);
	bool found = false;

	b->parsed_bytes += p->len_bytes;
	if (!alias || b->parsed_bytes > LIMIT_PARSED_BYTES)
		return false;
	buf_printf(
	    &copy, "Content-Type: %s; boundary=\"%s\"\n\n", p->type, alias);
	boundary_copy(&copy, p->data, p->len_bytes, boundary, alias);
	if (guard_check(b->arena, copy.data, copy.len_bytes, &log) ==
	    GUARD_REFUSED)
		goto out;
	if (mailmime_parse(copy.data, copy.len_bytes, &at, &tree) !=
	    MAILIMF_NO_ERROR)
		goto out;
	guard_undo(copy.data, &log);
	node = tree->mm_type == MAILMIME_MESSAGE
		   ? tree->mm_data.mm_message.mm_msg_mime
		   : NULL;
	if (node && node->mm_type == MAILMIME_MULTIPLE) {
		add_parts(b, p, children_of(b, p, node), depth);
		found = amount(b) > before || b->mute ||
			(b->letter->flags & LETTER_ENCRYPTED);
	}
out:
	if (tree)
		mailmime_free(tree);
	buf_release(&copy);
	return found;
}

/* What its lines show of it, else its bytes as text. */
static void add_parsed(struct body *b, const struct part *p, int depth)
{
	char *boundary = parameter_find(b->arena, p->full_type, "boundary");
	struct part raw = *p;

	if (!boundary || !*boundary ||
	    !boundary_occurs(boundary, p->data, p->len_bytes))
		boundary = boundary_guess(b->arena, p->data, p->len_bytes);
	if (boundary && add_multipart(b, p, boundary, depth))
		return;
	if (boundary && !boundary_count(boundary, p->data, p->len_bytes))
		raw.len_bytes =
		    boundary_preamble(boundary, p->data, p->len_bytes);
	if (str_trim(raw.data, raw.len_bytes).len_bytes) {
		b->letter->error =
		    "the parts of the message cannot be told apart";
		part_add_raw(b, &raw);
	}
}

/*
 * A multipart that is not yet parsed, whatever its boundary is, and though
 * RFC 2045, 6.4 forbids its being encoded.
 */
static void add_unparsed(struct body *b, const struct part *p, int depth)
{
	struct buf decoded = BUF_EMPTY;
	struct part plain = *p;

	if (p->transfer == TRANSFER_BASE64) {
		transfer_decode(p->transfer, p->data, p->len_bytes, &decoded);
		plain.transfer = TRANSFER_NONE;
		plain.data = buf_text(&decoded);
		plain.len_bytes = decoded.len_bytes;
	}
	add_parsed(b, &plain, depth);
	buf_release(&decoded);
}

/*
 * Whether libetpan found the parts that the declared boundary makes: it
 * invents one where there is none, and refuses all for one that is empty.
 */
static bool has_all_parts(
    struct body *b, const struct part *p, const struct children *c)
{
	const char *boundary =
	    parameter_find(b->arena, p->full_type, "boundary");

	return boundary && *boundary && c->n &&
	       boundary_count(boundary, p->data, p->len_bytes) == c->n;
}

static bool is_message(const struct part *p)
{
	return part_is(p, "message/rfc822") || part_is(p, "message/global") ||
	       part_is(p, "message/news");
}

static bool is_smime(const struct part *p)
{
	return part_is(p, "application/pkcs7-mime") ||
	       part_is(p, "application/x-pkcs7-mime") ||
	       (part_is(p, "application/octet-stream") &&
		   str_same(p->name, "smime.p7m"));
}

/* Opaque-signed mail is read as what was signed. */
static void add_smime(struct body *b, const struct part *p, int depth)
{
	struct buf raw = BUF_EMPTY, inside = BUF_EMPTY;
	struct header h;
	enum pkcs7 kind;

	if (p->len_bytes > LIMIT_PART_BYTES)
		b->letter->flags |= LETTER_TRUNCATED;
	else
		transfer_decode(p->transfer, p->data, p->len_bytes, &raw);
	kind = pkcs7_open(buf_text(&raw), raw.len_bytes, &inside);
	if (kind == PKCS7_CLOSED) {
		b->letter->flags |= LETTER_ENCRYPTED;
		b->letter->error = "the text is in an S/MIME envelope";
	}
	part_attach(b, p, kind != PKCS7_CLOSED);
	if (kind == PKCS7_SIGNED) {
		header_split(b->arena, inside.data, inside.len_bytes, &h);
		add_entity(b, &h, inside.data + h.body,
		    inside.len_bytes - h.body, "text/plain", depth + 1);
	}
	buf_release(&inside);
	buf_release(&raw);
}

/* node is libetpan's view of the part, or NULL when it has none yet. */
static void add_node(
    struct body *b, const struct part *p, struct mailmime *node, int depth)
{
	if (depth > LIMIT_MIME_DEPTH) {
		b->letter->flags |= LETTER_TRUNCATED;
		part_attach(b, p, false);
	} else if (part_in(p, "multipart/")) {
		struct children c = {NULL, 0};

		if (node && node->mm_type == MAILMIME_MULTIPLE)
			c = children_of(b, p, node);
		if (has_all_parts(b, p, &c)) {
			add_parts(b, p, c, depth);
		} else {
			b->n_parts -= c.n;
			add_unparsed(b, p, depth);
		}
	} else if (is_message(p)) {
		add_message(b, p, false, depth);
	} else if (part_is(p, "message/partial")) {
		add_partial(b, p, depth);
	} else if (is_smime(p)) {
		add_smime(b, p, depth);
	} else {
		part_add(b, p, depth == 0);
	}
}

static void add_entity(struct body *b, const struct header *h, const char *data,
    size_t len_bytes, const char *default_type, int depth)
{
	struct part p = part_read(b->arena, h, data, len_bytes, default_type);

	add_node(b, &p, NULL, depth);
}

void body_read(struct arena *a, const struct reading_words *words,
    const struct header *h, const char *body, size_t len_bytes,
    struct letter *l)
{
	struct body b = {.arena = a, .words = words, .letter = l};

	add_entity(&b, h, body, len_bytes, "text/plain", 0);
	if (b.has_tnef && !l->error &&
	    !str_trim(buf_text(&b.text), b.text.len_bytes).len_bytes)
		l->error = "the text is in a winmail.dat (TNEF)";
	l->text = arena_strndup(a, buf_text(&b.text), b.text.len_bytes);
	l->text_len = b.text.len_bytes;
	if (!l->attachments)
		l->attachments = arena_array(a, 1, sizeof(*l->attachments));
	buf_release(&b.text);
}
