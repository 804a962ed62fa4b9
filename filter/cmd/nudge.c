/* SPDX-License-Identifier: ISC */
/*
 * rapport nudge: asks in a friendly way how something is going. After a
 * talk there is nothing to ask but to write down what was agreed: that
 * draft has places to fill in.
 */
#include "base/arena.h"
#include "cmd/command.h"
#include "cmd/post.h"
#include "ledger/advice.h"

enum option { SEND };

static const struct command_option options[] = {
    [SEND] = {"send", NULL, "send it at once", false},
    {0},
};

static enum status check(struct session *s, const struct item *it)
{
	long long id = (long long)it->id;

	if (it->owner != OWNER_THEM)
		return diag_fail(s->diag, STATUS_USAGE,
		    "%lld is yours to do; see 'rapport ack %lld'", id, id);
	if (it->state == ITEM_DONE || it->state == ITEM_DROPPED)
		return diag_fail(s->diag, STATUS_USAGE, "%lld is %s already",
		    id, item_state_name(it, s->now));
	if (item_is_overdue(it, s->now) && !s->quiet)
		diag_warn(s->diag,
		    "%lld is late: a call helps more than a reminder, see "
		    "'rapport call %lld'",
		    id, id);
	return STATUS_OK;
}

/* A meeting whose time has passed wants a recap, not a reminder. */
static bool is_talk(const struct item *it, struct stamp now)
{
	return it->kind == ITEM_MEETING && it->due.is_set &&
	       it->due.at.utc_s < now.utc_s;
}

static enum status recap(struct session *s, const struct arguments *args,
    const struct mailbox *who, const struct note *notes, size_t n_notes)
{
	struct writer writer;
	enum status status;

	if (args->values[SEND])
		return diag_fail(s->diag, STATUS_USAGE,
		    "a recap has places to fill in: send the draft that is "
		    "printed without --send");
	status = post_writer(s, notes, n_notes, &writer);
	if (status != STATUS_OK)
		return status;
	return post_draft(s, draft_recap(&writer, who, notes, n_notes), false);
}

static enum status of_person(struct session *s, const struct arguments *args)
{
	struct person p;
	enum status status = ledger_who(
	    s->ledger, s->arena, args->words[0], s->now, s->diag, &p);

	if (status != STATUS_OK)
		return status;
	return recap(s, args, &p.mailbox, NULL, 0);
}

static enum status run(struct session *s, const struct arguments *args)
{
	const struct event nudged = {.kind = EVENT_NUDGED};
	bool send = args->values[SEND];
	struct post_item found;
	struct writer writer;
	enum status status;

	if (!operand_id(args->words[0], 'i'))
		return of_person(s, args);
	status = post_item(s, args->words[0], &found);
	if (status != STATUS_OK)
		return status;
	if (is_talk(&found.item, s->now))
		return recap(
		    s, args, &found.item.who, found.notes, found.n_notes);
	status = check(s, &found.item);
	if (status == STATUS_OK)
		status = post_writer(s, found.notes, found.n_notes, &writer);
	if (status != STATUS_OK)
		return status;
	status = post_draft(s,
	    draft_nudge(&writer, &found.item, found.notes, found.n_notes),
	    send);
	if (status != STATUS_OK || !send)
		return status;
	status = post_event(s, found.item.id, &nudged);
	if (status == STATUS_OK)
		status = post_taken(s, SUGGEST_CHECK_IN, found.item.id, 0);
	return status;
}

const struct command cmd_nudge = {
    .name = "nudge",
    .operands = "ID|WHO",
    .text = "ask how something is going; after a talk, a recap",
    .options = options,
    .min_words = 1,
    .max_words = 1,
    .needs = NEEDS_RULES | NEEDS_LEDGER,
    .run = run,
};
