/* SPDX-License-Identifier: ISC */
/* rapport due, snooze: the user moves an item in time. */
#include "base/utf8.h"
#include "cmd/change.h"
#include "cmd/command.h"

#include <stdint.h>

static enum status run_due(struct session *s, const struct arguments *args)
{
	const char *when = change_phrase(s, args, 1);
	struct event event = {.kind = EVENT_DUE_SET};
	struct time_expr t;
	enum status status = session_time(s, when, &t);

	if (status != STATUS_OK)
		return status;
	if (t.vague)
		return diag_fail(s->diag, STATUS_USAGE,
		    "'%s' is too vague for a date",
		    utf8_printable(s->arena, when, 40));
	event.due = (struct due){.is_set = true,
	    .at = t.has_due ? t.due : t.start,
	    .grain = t.grain,
	    .text = when};
	return change_item(s, args->words[0], event);
}

static enum status run_snooze(struct session *s, const struct arguments *args)
{
	const char *when = change_phrase(s, args, 1);
	struct event event = {.kind = EVENT_SNOOZED};
	struct time_expr t;
	enum status status = session_time(s, when, &t);

	if (status != STATUS_OK)
		return status;
	/* It comes back when that day begins; today, when it is over. */
	event.due = (struct due){
	    .is_set = true, .at = t.start, .grain = t.grain, .text = when};
	if (t.start.utc_s <= s->now.utc_s && t.has_due)
		event.due.at = t.due;
	if (event.due.at.utc_s <= s->now.utc_s)
		return diag_fail(s->diag, STATUS_USAGE,
		    "'%s' is not a time to come",
		    utf8_printable(s->arena, when, 40));
	return change_item(s, args->words[0], event);
}

const struct command cmd_snooze = {
    .name = "snooze",
    .operands = "ID WHEN",
    .text = "hide an item until then",
    .min_words = 2,
    .max_words = SIZE_MAX,
    .needs = NEEDS_LEDGER,
    .run = run_snooze,
};

const struct command cmd_due = {
    .name = "due",
    .operands = "ID WHEN",
    .text = "say when an item is due",
    .min_words = 2,
    .max_words = SIZE_MAX,
    .needs = NEEDS_LEDGER,
    .run = run_due,
};
