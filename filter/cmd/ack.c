/* SPDX-License-Identifier: ISC */
/*
 * rapport ack: tells the other side that something is late, or will be, why,
 * and by when it will be there. Sent from here, the new date holds from now
 * on; a draft that is printed is read like any mail when it goes out.
 */
#include "cmd/command.h"
#include "cmd/post.h"

enum option { BY, REASON, SEND };

static const struct command_option options[] = {
    [BY] = {"by", "WHEN", "when it will be done", false},
    [REASON] = {"reason", "TEXT", "why it is late", false},
    [SEND] = {"send", NULL, "send it at once", false},
    {0},
};

static enum status read_due(
    struct session *s, const char *by, struct due *due_r)
{
	enum status status;

	*due_r = (struct due){.text = ""};
	if (!by)
		return STATUS_OK;
	status = session_when(s, by, &due_r->at);
	if (status != STATUS_OK)
		return status;
	if (due_r->at.utc_s <= s->now.utc_s)
		return diag_fail(
		    s->diag, STATUS_USAGE, "'%s' is not in the future", by);
	due_r->is_set = true;
	due_r->grain = post_is_day(due_r->at) ? GRAIN_DAY : GRAIN_MINUTE;
	due_r->text = by;
	return STATUS_OK;
}

static enum status check(
    struct session *s, const struct arguments *args, const struct item *it)
{
	if (it->owner != OWNER_ME)
		return diag_fail(s->diag, STATUS_USAGE,
		    "%lld is not yours to do; see 'rapport nudge %lld' or "
		    "'rapport call %lld'",
		    (long long)it->id, (long long)it->id, (long long)it->id);
	if (it->state == ITEM_DONE || it->state == ITEM_DROPPED)
		return diag_fail(s->diag, STATUS_USAGE, "%lld is %s already",
		    (long long)it->id, item_state_name(it, s->now));
	if (args->values[SEND] && (!args->values[BY] || !args->values[REASON]))
		return diag_fail(s->diag, STATUS_USAGE,
		    "--send needs --by WHEN and --reason TEXT: an "
		    "acknowledgement says why and until when");
	return STATUS_OK;
}

static enum status record(struct session *s, const struct item *it,
    const struct due *due, const char *reason)
{
	const struct event acknowledged = {
	    .kind = EVENT_ACKNOWLEDGED, .text = reason};
	const struct event moved = {.kind = EVENT_DUE_SET, .due = *due};
	enum status status = post_event(s, it->id, &acknowledged);

	if (status == STATUS_OK)
		status = post_event(s, it->id, &moved);
	if (status == STATUS_OK)
		status = post_taken(s, SUGGEST_ACKNOWLEDGE, it->id, 0);
	if (status == STATUS_OK)
		status = post_taken(s, SUGGEST_REPLY, it->id, 0);
	return status;
}

static enum status run(struct session *s, const struct arguments *args)
{
	const char *reason = argument(args, REASON);
	bool send = args->values[SEND];
	struct post_item found;
	struct writer writer;
	enum status status;
	struct due due;

	status = post_item(s, args->words[0], &found);
	if (status == STATUS_OK)
		status = check(s, args, &found.item);
	if (status == STATUS_OK)
		status = read_due(s, argument(args, BY), &due);
	if (status == STATUS_OK)
		status = post_writer(s, found.notes, found.n_notes, &writer);
	if (status != STATUS_OK)
		return status;
	status = post_draft(s,
	    draft_ack(&writer, &found.item, found.notes, found.n_notes, &due,
		reason ? reason : ""),
	    send);
	if (status == STATUS_OK && send)
		status = record(s, &found.item, &due, reason);
	return status;
}

const struct command cmd_ack = {
    .name = "ack",
    .operands = "ID",
    .text = "acknowledge that you are late, or will be",
    .options = options,
    .min_words = 1,
    .max_words = 1,
    .needs = NEEDS_RULES | NEEDS_LEDGER,
    .run = run,
};
