/* SPDX-License-Identifier: ISC */
/* Addresses a draft and puts it in its place in a thread. */
#include "out/reply.h"
#include "base/arena.h"
#include "model/reference.h"
#include "out/phrase.h"

#include <stdint.h>
#include <string.h>

static bool has_person(const struct note *n, const char *addr)
{
	if (!strcmp(n->from.addr, addr))
		return true;
	for (size_t i = 0; i < n->n_to; i++)
		if (!strcmp(n->to[i].addr, addr))
			return true;
	for (size_t i = 0; i < n->n_cc; i++)
		if (!strcmp(n->cc[i].addr, addr))
			return true;
	return false;
}

/* The last letter between me and them, or NULL. */
static const struct note *last_with(
    const struct note *notes, size_t n, const char *addr)
{
	while (n--)
		if (has_person(&notes[n], addr))
			return &notes[n];
	return NULL;
}

/* The address of mine that this letter knows, else the first. */
static const char *my_address(const struct me *me, const struct note *last)
{
	for (size_t i = 0; last && i < me->n_addresses; i++)
		if (has_person(last, me->addresses[i]))
			return me->addresses[i];
	return me->n_addresses ? me->addresses[0] : "";
}

/* Seconds since 1970 and a hash of what the draft is about. */
static const char *new_id(
    const struct writer *w, const char *key, const char *from, const char *to)
{
	const char *at = strrchr(from, '@');
	const char *text = arena_printf(w->arena, "%s %s %s", key, from, to);
	struct civil c = civil_from_stamp((struct stamp){w->now.utc_s, 0});
	uint64_t h = 0xcbf29ce484222325U; /* FNV-1a */

	for (; *text; text++)
		h = (h ^ (unsigned char)*text) * 0x100000001b3U;
	return arena_printf(w->arena, "%04d%02d%02d%02d%02d%02d.%016llx@%s",
	    c.year, c.month, c.day, c.hour, c.minute, c.second,
	    (unsigned long long)h, at && at[1] ? at + 1 : "localhost");
}

static void put_under(
    const struct writer *w, struct draft *draft, const struct note *last)
{
	const char **references =
	    arena_array(w->arena, last->n_references + 1, sizeof(*references));

	size_t n = 0;

	for (size_t i = 0; i < last->n_references; i++)
		if (!reference_is_conversation(last->references[i]) &&
		    !reference_is_quoted(last->references[i]))
			references[n++] = last->references[i];
	references[n++] = last->message_id;
	draft->in_reply_to = last->message_id;
	draft->references = references;
	draft->n_references = n;
	draft->subject = phrase(w->arena, w->wording, WORDING_REPLY_SUBJECT,
	    (const struct phrase_slot[]){
		{"subject", *last->topic ? last->topic
					 : phrase(w->arena, w->wording,
					       WORDING_NO_SUBJECT, NULL)},
		{0}});
}

struct draft *reply_new(const struct writer *w, const char *key,
    const struct mailbox *people, size_t n_people, const struct note *notes,
    size_t n_notes)
{
	struct draft *draft = arena_alloc(w->arena, sizeof(*draft));
	const char *to = n_people ? people[0].addr : "";
	const struct note *last = last_with(notes, n_notes, to);

	draft->from = (struct mailbox){w->me->name, my_address(w->me, last), 0};
	draft->to = people;
	draft->n_to = n_people;
	draft->subject = "";
	draft->date = w->now;
	draft->message_id = new_id(w, key, draft->from.addr, to);
	if (last)
		put_under(w, draft, last);
	return draft;
}

const char *reply_hello(
    const struct writer *w, const struct mailbox *people, size_t n_people)
{
	const char *first =
	    n_people == 1 ? phrase_first(w->arena, &people[0]) : "";

	if (!*first)
		return phrase(w->arena, w->wording, WORDING_HELLO_ALL, NULL);
	return phrase(w->arena, w->wording, WORDING_HELLO,
	    (const struct phrase_slot[]){{"first", first}, {0}});
}

const char *reply_goodbye(const struct writer *w)
{
	const struct mailbox me = {w->me->name, "", 0};

	return phrase(w->arena, w->wording, WORDING_GOODBYE,
	    (const struct phrase_slot[]){
		{"me", phrase_first(w->arena, &me)}, {0}});
}
