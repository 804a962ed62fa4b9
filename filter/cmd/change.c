/* SPDX-License-Identifier: ISC */
/* What the commands that change an item have in common. */
#include "cmd/change.h"
#include "base/arena.h"
#include "base/utf8.h"
#include "ledger/ledger.h"

#include <stdio.h>

static void print(struct session *s, const struct item *it)
{
	const char *what = utf8_printable(s->arena, it->what, 60);

	if (it->state == ITEM_SNOOZED && it->due.is_set)
		(void)printf("%lld snoozed until %s, due %s: %s\n",
		    (long long)it->id, civil_brief(s->arena, it->snoozed_until),
		    civil_brief(s->arena, it->due.at), what);
	else if (it->state == ITEM_SNOOZED)
		(void)printf("%lld snoozed until %s: %s\n", (long long)it->id,
		    civil_brief(s->arena, it->snoozed_until), what);
	else if (item_is_open(it, s->now) && it->due.is_set)
		(void)printf("%lld %s, due %s: %s\n", (long long)it->id,
		    item_state_name(it, s->now),
		    civil_brief(s->arena, it->due.at), what);
	else
		(void)printf("%lld %s: %s\n", (long long)it->id,
		    item_state_name(it, s->now), what);
}

enum status change_say(struct session *s, int64_t id)
{
	struct event *events;
	struct item item;
	size_t n_events;
	enum status status = ledger_item(s->ledger, s->arena, id, s->now,
	    s->diag, &item, &events, &n_events);

	if (status == STATUS_OK)
		print(s, &item);
	return status;
}

enum status change_item(struct session *s, const char *word, struct event event)
{
	int64_t id = operand_id(word, 'i');
	enum status status;

	if (!id)
		return diag_fail(s->diag, STATUS_USAGE,
		    "'%s' is not the number of an item",
		    utf8_printable(s->arena, word, 40));
	event.cause = CAUSE_USER;
	event.at = s->now;
	event.message_id = "";
	if (!event.text)
		event.text = "";
	if (!event.due.text)
		event.due.text = "";
	status = ledger_change(s->ledger, id, &event, s->diag);
	if (status == STATUS_OK && !s->quiet)
		status = change_say(s, id);
	return status;
}

const char *change_phrase(
    struct session *s, const struct arguments *args, size_t first)
{
	const char *phrase = args->words[first];

	for (size_t i = first + 1; i < args->n_words; i++)
		phrase =
		    arena_printf(s->arena, "%s %s", phrase, args->words[i]);
	return phrase;
}

enum status change_worse(enum status before, enum status after)
{
	return before == STATUS_OK ? after : before;
}
