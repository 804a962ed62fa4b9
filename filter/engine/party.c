/* SPDX-License-Identifier: ISC */
/*
 * Who is who in a letter. Persons with several addresses are joined by full
 * name alone here; what the ledger has joined bears one number.
 */
#include "engine/party.h"
#include "base/str.h"
#include "engine/words.h"

#include <string.h>

/* In To; with fewer each feels meant. */
#define CROWD 6

/* word[0..len) is a word of text, of two bytes or more. */
static bool has_word(const char *text, const char *word, size_t len_bytes)
{
	size_t n;

	if (len_bytes < 2)
		return false;
	while ((n = words_next(&text))) {
		if (n == len_bytes && str_same_n(text, word, n))
			return true;
		text += n;
	}
	return false;
}

bool same_person(const struct mailbox *a, const struct mailbox *b)
{
	if (*a->addr && !strcmp(a->addr, b->addr))
		return true;
	if (a->person && a->person == b->person)
		return true;
	return str_same(a->name, b->name) && words_count(a->name) > 1;
}

static bool word_in_mailbox(
    const char *word, size_t len_bytes, const char *name, const char *addr)
{
	const char *at = strchr(addr, '@');
	size_t local = at ? (size_t)(at - addr) : strlen(addr), n;

	if (has_word(name, word, len_bytes))
		return true;
	/* The local part alone: everybody at work shares the domain. */
	for (const char *s = addr; (n = words_next(&s)); s += n) {
		if ((size_t)(s - addr) >= local)
			break;
		if (n == len_bytes && str_same_n(s, word, n))
			return len_bytes > 1;
	}
	return false;
}

/*
 * The first word decides, and a second one must not speak against it;
 * initials say nothing.
 */
static bool fits(const char *who, const char *name, const char *addr)
{
	const char *s = who;
	size_t n = words_next(&s);

	if (!n || !word_in_mailbox(s, n, name, addr))
		return false;
	do {
		s += n;
		n = words_next(&s);
	} while (n == 1);
	return !n || words_count(name) < 2 || word_in_mailbox(s, n, name, addr);
}

bool name_fits(const char *name, const struct mailbox *box)
{
	return (*name && str_same(name, box->addr)) ||
	       fits(name, box->name, box->addr);
}

bool name_is_mine(const char *name, const struct me *me)
{
	if (fits(name, me->name, ""))
		return true;
	for (size_t i = 0; i < me->n_addresses; i++)
		if (str_same(name, me->addresses[i]) ||
		    fits(name, "", me->addresses[i]))
			return true;
	return false;
}

bool note_is_mine(const struct note *n)
{
	return n->direction == DIRECTION_OUT;
}

bool note_is_own_copy(const struct note *n, const struct me *me)
{
	return !note_is_mine(n) && me_has(me, n->from.addr);
}

bool note_is_to_me(const struct note *n, const struct me *me)
{
	for (size_t i = 0; i < n->n_to; i++)
		if (me_has(me, n->to[i].addr))
			return true;
	for (size_t i = 0; i < n->n_cc; i++)
		if (me_has(me, n->cc[i].addr))
			return false;
	return n->addresses_me;
}

bool note_refers_to(const struct note *n, const char *message_id)
{
	for (size_t i = 0; i < n->n_references; i++)
		if (!strcmp(n->references[i], message_id))
			return true;
	return false;
}

bool note_is_to_crowd(const struct note *n)
{
	return n->n_to >= CROWD;
}

bool note_is_to(const struct note *n, const struct mailbox *box)
{
	for (size_t i = 0; i < n->n_to; i++)
		if (same_person(&n->to[i], box))
			return true;
	for (size_t i = 0; i < n->n_cc; i++)
		if (same_person(&n->cc[i], box))
			return true;
	return false;
}

const struct mailbox *note_first_recipient(
    const struct note *n, const struct me *me)
{
	for (size_t i = 0; i < n->n_to; i++)
		if (!me_has(me, n->to[i].addr))
			return &n->to[i];
	for (size_t i = 0; i < n->n_cc; i++)
		if (!me_has(me, n->cc[i].addr))
			return &n->cc[i];
	return NULL;
}
