/* SPDX-License-Identifier: ISC */
/*
 * What the header says about the letter. Every field may be missing,
 * doubled or broken; each has a fallback, and none is an error.
 */
#include "mail/fields.h"
#include "base/arena.h"
#include "base/limits.h"
#include "base/str.h"
#include "mail/address.h"
#include "mail/conversation.h"
#include "mail/date.h"
#include "mail/encoded.h"
#include "mail/header.h"
#include "mail/kind.h"
#include "mail/subject.h"

#include <inttypes.h>
#include <string.h>

/* RFC 5322, 2.1.1: no id fits a line that is longer. */
#define LONGEST_ID_BYTES 998
/* Older dates are clocks that were never set. */
#define EARLIEST_YEAR 1980
/* A sender's clock may be in another zone and a day wrong. */
#define LARGEST_LEAD_S (2 * 24 * 60 * 60)
/* Mail rests in a moderator's queue for weeks; a clock is off by years. */
#define LARGEST_LAG_S (200LL * 24 * 60 * 60)

/* All fields of that name, as one list. */
static void read_people(struct arena *a, const struct header *h,
    const char *name, struct mailbox **list_r, size_t *n_r)
{
	for (size_t i = 0; i < h->n_fields; i++)
		if (str_same(h->fields[i].name, name))
			addresses_parse(a, h->fields[i].value, list_r, n_r);
	if (!*list_r)
		*list_r = arena_array(a, 1, sizeof(**list_r));
}

/*
 * Archives of Enron's mail keep the names apart from the addresses. They
 * fill names that are missing if there are as many of them.
 */
static void add_names(struct arena *a, const struct header *h,
    const char *field, struct mailbox *list, size_t n)
{
	struct mailbox *names = NULL;
	size_t n_names = 0;

	if (!header_has(h, field))
		return;
	read_people(a, h, field, &names, &n_names);
	if (n_names != n)
		return;
	for (size_t i = 0; i < n; i++) {
		/* What is left of "ann@home.example @ HOST" names nobody. */
		if (*list[i].name || names[i].name[0] == '@')
			continue;
		list[i].name = names[i].name;
		if (!*list[i].name && !strchr(names[i].addr, '@'))
			list[i].name = names[i].addr; /* one word */
	}
}

static void read_from(struct arena *a, const struct header *h, struct letter *l)
{
	static const char *const names[] = {
	    "From", "Sender", "Resent-From", "Reply-To", "Return-Path"};
	struct mailbox *list;
	size_t n;

	l->from = (struct mailbox){"", "", 0};
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		list = NULL;
		n = 0;
		addresses_parse(a, header_value(h, names[i]), &list, &n);
		if (n && (list[0].addr[0] || !l->from.name[0]))
			l->from = list[0];
		if (l->from.addr[0])
			break;
	}
	add_names(a, h, "X-From", &l->from, 1);
}

static void read_delivered_to(
    struct arena *a, const struct header *h, struct letter *l)
{
	static const char *const names[] = {"Delivered-To", "Envelope-To",
	    "X-Original-To", "X-Envelope-To", "X-Delivered-To", "Resent-To",
	    "Resent-Cc"};
	struct mailbox *list = NULL;
	size_t n = 0;

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		read_people(a, h, names[i], &list, &n);
	l->delivered_to = arena_array(a, n + 1, sizeof(*l->delivered_to));
	for (size_t i = 0; i < n; i++)
		if (list[i].addr[0])
			l->delivered_to[l->n_delivered_to++] = list[i].addr;
}

/* The next id in *s, blanks inside removed; NULL at the end. */
static char *next_id(struct arena *a, const char **s)
{
	const char *open;

	while ((open = strchr(*s, '<')) != NULL) {
		size_t n = strcspn(++open, "<>"), len = 0;
		char *id;

		*s = open + n;
		if (open[n] != '>' || n > LONGEST_ID_BYTES)
			continue;
		id = arena_alloc(a, n + 1);
		for (size_t i = 0; i < n; i++)
			if (!str_space(open[i]))
				id[len++] = open[i];
		if (len)
			return id;
	}
	return NULL;
}

/* Words with an "@", where ids lost their brackets. */
static char *next_bare_id(struct arena *a, const char **s)
{
	while (**s) {
		const char *word = *s + strspn(*s, " ,;\t<>\"()");
		size_t n = strcspn(word, " ,;\t<>\"()");

		*s = word + n;
		if (n > 2 && n <= LONGEST_ID_BYTES && memchr(word, '@', n))
			return arena_strndup(a, word, n);
	}
	return NULL;
}

static void add_reference(
    struct letter *l, size_t *cap, struct arena *a, const char *id)
{
	if (!strcmp(id, l->message_id))
		return;
	for (size_t i = 0; i < l->n_references; i++)
		if (!strcmp(l->references[i], id))
			return;
	if (l->n_references == LIMIT_REFERENCES) {
		/* The thread's first letter and the latest are kept. */
		memmove(l->references + 1, l->references + 2,
		    (LIMIT_REFERENCES - 2) * sizeof(*l->references));
		l->n_references--;
	}
	l->references = arena_grow(
	    a, l->references, l->n_references, cap, sizeof(*l->references));
	l->references[l->n_references++] = id;
}

static void read_ids(struct arena *a, const struct header *h, struct letter *l)
{
	const char *s = header_value(h, "Message-ID"), *t;
	char *id = NULL;
	size_t cap = 0, n;
	bool has_brackets;

	if (s) {
		t = s;
		id = next_id(a, &t);
		n = strcspn(s, " \t");
		if (!id && *s != '<' && n && n <= LONGEST_ID_BYTES)
			id = arena_strndup(a, s, n);
	}
	l->message_id = id ? id : "";
	s = header_value(h, "References");
	t = s;
	while (t && (id = next_id(a, &t)) != NULL)
		add_reference(l, &cap, a, id);
	has_brackets = l->n_references > 0;
	while (s && !has_brackets && (id = next_bare_id(a, &s)) != NULL)
		add_reference(l, &cap, a, id);
	t = s = header_value(h, "In-Reply-To");
	id = s ? next_id(a, &t) : NULL;
	if (s && !id)
		id = next_bare_id(a, &s);
	if (id && strcmp(id, l->message_id) != 0) {
		l->in_reply_to = id;
		add_reference(l, &cap, a, id);
	}
	if (!l->references)
		l->references = arena_array(a, 1, sizeof(*l->references));
}

/* Behind no other: the last reference is the parent. */
static void read_conversation(
    struct arena *a, const struct header *h, struct letter *l)
{
	bool is_reply = false;
	const char *id = conversation_id(a, h, l->topic, &is_reply);
	const char **references;

	if (!id || l->n_references == LIMIT_REFERENCES)
		return;
	references = arena_array(a, l->n_references + 1, sizeof(*references));
	references[0] = id;
	for (size_t i = 0; i < l->n_references; i++)
		references[i + 1] = l->references[i];
	l->references = references;
	l->n_references++;
	l->is_reply = l->is_reply || is_reply;
}

static bool is_plausible(struct stamp t, struct stamp arrival)
{
	if (civil_from_stamp(t).year < EARLIEST_YEAR)
		return false;
	return !arrival.utc_s || t.utc_s <= arrival.utc_s + LARGEST_LEAD_S;
}

static bool date_of_hop(
    const struct field *f, struct stamp arrival, struct stamp *t_r)
{
	const char *semicolon;

	if (!str_same(f->name, "Received"))
		return false;
	semicolon = strrchr(f->value, ';');
	return semicolon && date_parse(NULL, semicolon + 1, t_r) &&
	       is_plausible(*t_r, arrival);
}

/* The newest Received date, which is the first one. */
static bool date_received(
    const struct header *h, struct stamp arrival, struct stamp *t_r)
{
	for (size_t i = 0; i < h->n_fields; i++)
		if (date_of_hop(&h->fields[i], arrival, t_r))
			return true;
	return false;
}

/* When the first host on its way took the letter: the last Received date. */
static bool date_posted(
    const struct header *h, struct stamp arrival, struct stamp *t_r)
{
	for (size_t i = h->n_fields; i-- > 0;)
		if (date_of_hop(&h->fields[i], arrival, t_r))
			return true;
	return false;
}

/* What the date of a letter is judged by. */
struct dating {
	struct arena *arena;
	const struct reading_words *words;
	const struct header *h;
	struct stamp arrival;
	struct stamp posted; /* by the first host's clock */
	bool has_posted, looked;
};

/*
 * Whether the sender's clock agrees with the first host's. What is sent on
 * (RFC 5322, 3.6.6) keeps the date of long ago.
 */
static bool fits_posting(struct dating *d, struct stamp t)
{
	if (!d->looked)
		d->has_posted = date_posted(d->h, d->arrival, &d->posted);
	d->looked = true;
	if (!d->has_posted)
		return true;
	if (t.utc_s > d->posted.utc_s + LARGEST_LEAD_S)
		return false;
	return t.utc_s > d->posted.utc_s - LARGEST_LAG_S ||
	       header_has(d->h, "Resent-Date") ||
	       header_has(d->h, "Resent-From");
}

/* Months of other languages come in whatever charset, or encoded. */
static const char *date_text(const struct dating *d, const struct field *f)
{
	for (const char *s = f->value; *s; s++)
		if ((unsigned char)*s >= 0x80 || *s == '?')
			return encoded_field(d->arena, f);
	return f->value;
}

/*
 * The date of the last such field that can be one: what hands a letter on
 * writes above the fields that it had.
 */
static bool date_of_field(struct dating *d, const char *name, struct stamp *t_r)
{
	char first = str_lower(name[0]);

	for (size_t i = d->h->n_fields; i-- > 0;) {
		const struct field *f = &d->h->fields[i];

		if (str_lower(f->name[0]) == first && str_same(f->name, name) &&
		    date_parse(d->words, date_text(d, f), t_r) &&
		    is_plausible(*t_r, d->arrival) && fits_posting(d, *t_r))
			return true;
	}
	return false;
}

static void read_date(struct dating *d, const char *from_line, struct letter *l)
{
	static const char *const names[] = {
	    "Date", "Resent-Date", "Delivery-Date", "X-Original-Date"};
	const char *s;
	struct stamp t;

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (date_of_field(d, names[i], &t)) {
			l->date = t;
			if (i)
				l->flags |= LETTER_DATE_GUESSED;
			return;
		}
	l->flags |= LETTER_DATE_GUESSED;
	l->date = d->arrival;
	if (date_received(d->h, d->arrival, &l->date))
		return;
	/* "ann@a.example Sat Jan  3 01:05:34 1996" */
	s = from_line ? strchr(from_line, ' ') : NULL;
	if (s && date_parse(NULL, s, &t) && is_plausible(t, d->arrival))
		l->date = t;
}

void fields_read(struct arena *a, const struct reading_words *words,
    const struct header *h, const char *from_line, struct stamp arrival,
    struct letter *l)
{
	struct dating dating = {
	    .arena = a, .words = words, .h = h, .arrival = arrival};

	read_ids(a, h, l);
	l->subject = encoded_field(a, header_find(h, "Subject"));
	subject_read(a, words, l);
	if (l->n_references)
		l->is_reply = true;
	read_conversation(a, h, l);
	read_date(&dating, from_line, l);
	read_from(a, h, l);
	read_people(a, h, "To", &l->to, &l->n_to);
	read_people(a, h, "Cc", &l->cc, &l->n_cc);
	read_people(a, h, "Reply-To", &l->reply_to, &l->n_reply_to);
	add_names(a, h, "X-To", l->to, l->n_to);
	add_names(a, h, "X-cc", l->cc, l->n_cc);
	read_delivered_to(a, h, l);
	l->flags |= kind_flags(a, h, &l->from);
}

/* FNV-1a (Fowler, Noll, Vo), from two starts. */
struct hash {
	uint64_t a, b;
};

static void hash_bytes(struct hash *h, const char *s, size_t len_bytes)
{
	for (size_t i = 0; i < len_bytes; i++) {
		if (str_space(s[i]))
			continue;
		h->a = (h->a ^ (unsigned char)s[i]) * 0x100000001b3ULL;
		h->b = (h->b ^ (unsigned char)s[i]) * 0x100000001b3ULL;
	}
	h->a *= 0x100000001b3ULL;
}

void fields_make_id(struct arena *a, const struct header *h, const char *body,
    size_t len_bytes, struct letter *l)
{
	static const char *const names[] = {
	    "From", "To", "Cc", "Subject", "Date"};
	struct hash sum = {0xcbf29ce484222325ULL, 0x9ae16a3b2f90404fULL};

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		const char *s = header_value(h, names[i]);

		hash_bytes(&sum, s ? s : "", s ? strlen(s) : 0);
	}
	hash_bytes(&sum, body, len_bytes);
	l->message_id = arena_printf(a,
	    "%016" PRIx64 "%016" PRIx64 "@made.rapport.invalid", sum.a, sum.b);
	l->flags |= LETTER_ID_MADE;
}
