/* SPDX-License-Identifier: ISC */
/* rapport suggest: what to do now, with the command that does it. */
#include "base/buf.h"
#include "cmd/command.h"
#include "cmd/post.h"
#include "ledger/advice.h"
#include "ledger/settings.h"
#include "out/listing_json.h"
#include "out/why.h"

enum option { JSON };

static const struct command_option options[] = {
    [JSON] = {"json", NULL, "as JSON", false},
    {0},
};

static enum status run(struct session *s, const struct arguments *args)
{
	struct suggestion *suggestions;
	struct buf out = BUF_EMPTY;
	struct listing listing;
	enum status status;
	size_t n;

	status = post_listing(s, &out, &listing);
	if (status != STATUS_OK)
		return status;
	ledger_join(s->ledger);
	status = ledger_suggest(
	    s->ledger, s->arena, s->now, s->diag, &suggestions, &n);
	if (status != STATUS_OK)
		return status;
	why_explain(s->arena, listing.wording, suggestions, n);
	if (args->values[JSON])
		list_suggestions_json(&out, suggestions, n);
	else
		list_suggestions(&listing, suggestions, n);
	return post_print(s, &out);
}

const struct command cmd_suggest = {
    .name = "suggest",
    .operands = "",
    .text = "say what to do now",
    .options = options,
    .needs = NEEDS_RULES | NEEDS_LEDGER,
    .run = run,
};
