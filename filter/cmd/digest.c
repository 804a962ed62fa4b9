/* SPDX-License-Identifier: ISC */
/* rapport digest: the nightly mail, or none when there is nothing to say. */
#include "out/digest.h"
#include "base/buf.h"
#include "cmd/command.h"
#include "cmd/post.h"
#include "ledger/advice.h"
#include "ledger/ledger.h"
#include "ledger/settings.h"
#include "ledger/upkeep.h"
#include "out/why.h"

enum option { SEND, TEXT };

static const struct command_option options[] = {
    [SEND] = {"send", NULL, "send it to your first address", false},
    [TEXT] = {"text", NULL, "print its text alone, for reading", false},
    {0},
};

static enum status collect(
    struct session *s, const struct wording *wording, struct digest *digest_r)
{
	const struct item_filter open = {0};
	struct suggestion *suggestions;
	struct item *items;
	enum status status;

	status = ledger_items(s->ledger, s->arena, &open, s->now, s->diag,
	    &items, &digest_r->n_items);
	if (status == STATUS_OK)
		status = ledger_suggest(s->ledger, s->arena, s->now, s->diag,
		    &suggestions, &digest_r->n_suggestions);
	if (status != STATUS_OK)
		return status;
	why_explain(s->arena, wording, suggestions, digest_r->n_suggestions);
	digest_r->items = items;
	digest_r->suggestions = suggestions;
	return STATUS_OK;
}

/* Erases what the configuration does not want kept for longer. */
static enum status expire(struct session *s)
{
	struct stamp before = s->now;
	enum status status;
	size_t n;

	if (!s->config.keep_days)
		return ledger_end_erasing(s->ledger, s->diag);
	before.utc_s -= (int64_t)s->config.keep_days * 24 * 60 * 60;
	status = ledger_expire(s->ledger, before, s->diag, &n);
	return status == STATUS_OK ? ledger_end_erasing(s->ledger, s->diag)
				   : status;
}

/* Who is away wants no mail about what waits; it is there on return. */
static enum status look_away(struct session *s, bool *is_away_r)
{
	struct away *v;
	size_t n;
	enum status status = ledger_aways(s->ledger, s->arena, s->diag, &v, &n);

	*is_away_r = false;
	for (size_t i = 0; status == STATUS_OK && i < n; i++)
		if (v[i].from.utc_s <= s->now.utc_s &&
		    s->now.utc_s < v[i].until.utc_s)
			*is_away_r = true;
	return status;
}

static enum status run(struct session *s, const struct arguments *args)
{
	struct buf out = BUF_EMPTY;
	struct digest digest;
	struct writer writer;
	struct draft *draft;
	bool is_away;
	enum status status;

	status = expire(s);
	ledger_join(s->ledger);
	if (status == STATUS_OK)
		status = look_away(s, &is_away);
	if (status == STATUS_OK && is_away && args->values[SEND])
		return STATUS_OK;
	if (status == STATUS_OK)
		status = post_writer(s, NULL, 0, &writer);
	if (status == STATUS_OK)
		status = collect(s, writer.wording, &digest);
	if (status != STATUS_OK)
		return status;
	draft = digest_write(&writer, &digest);
	if (!draft)
		return STATUS_OK;
	if (!args->values[TEXT])
		return post_draft(s, draft, args->values[SEND]);
	buf_puts(&out, draft->text);
	return post_print(s, &out);
}

const struct command cmd_digest = {
    .name = "digest",
    .operands = "",
    .text = "write the nightly mail",
    .options = options,
    .needs = NEEDS_RULES | NEEDS_LEDGER,
    .run = run,
};
