/* SPDX-License-Identifier: ISC */
/* rapport show: one item, where it comes from and what became of it. */
#include "base/buf.h"
#include "cmd/command.h"
#include "cmd/post.h"
#include "ledger/ledger.h"
#include "out/listing_json.h"

enum option { JSON };

static const struct command_option options[] = {
    [JSON] = {"json", NULL, "as JSON", false},
    {0},
};

static enum status run(struct session *s, const struct arguments *args)
{
	int64_t id = operand_id(args->words[0], 'i');
	struct buf out = BUF_EMPTY;
	struct listing listing;
	struct event *events;
	enum status status;
	struct item item;
	size_t n;

	if (!id)
		return diag_fail(s->diag, STATUS_USAGE,
		    "'%s' is not an item's ID", args->words[0]);
	status = ledger_item(
	    s->ledger, s->arena, id, s->now, s->diag, &item, &events, &n);
	if (status != STATUS_OK)
		return status;
	if (args->values[JSON]) {
		list_item_json(&out, &item, events, n, s->now);
		return post_print(s, &out);
	}
	status = post_listing(s, &out, &listing);
	if (status != STATUS_OK)
		return status;
	list_item(&listing, &item, events, n);
	return post_print(s, &out);
}

const struct command cmd_show = {
    .name = "show",
    .operands = "ID",
    .text = "show an item, its evidence and its history",
    .options = options,
    .min_words = 1,
    .max_words = 1,
    .needs = NEEDS_LEDGER_READ,
    .run = run,
};
