/* SPDX-License-Identifier: ISC */
/* rapport stats: promises kept, late and moved, and the pace of replies. */
#include "model/stats.h"
#include "base/buf.h"
#include "cmd/command.h"
#include "cmd/post.h"
#include "ledger/settings.h"
#include "ledger/stats.h"
#include "out/listing_json.h"

enum option { WITH, JSON };

static const struct command_option options[] = {
    [WITH] = {"with", "WHO", "with this person alone", false},
    [JSON] = {"json", NULL, "as JSON", false},
    {0},
};

static enum status run(struct session *s, const struct arguments *args)
{
	struct buf out = BUF_EMPTY;
	struct listing listing;
	struct stats stats;
	enum status status;

	ledger_join(s->ledger);
	status = ledger_stats(
	    s->ledger, s->arena, argument(args, WITH), s->now, s->diag, &stats);
	if (status != STATUS_OK)
		return status;
	if (args->values[JSON]) {
		list_stats_json(&out, &stats);
		return post_print(s, &out);
	}
	status = post_listing(s, &out, &listing);
	if (status != STATUS_OK)
		return status;
	list_stats(&listing, &stats);
	return post_print(s, &out);
}

const struct command cmd_stats = {
    .name = "stats",
    .operands = "",
    .text = "show how promises were kept and how fast mail is answered",
    .options = options,
    .needs = NEEDS_LEDGER,
    .run = run,
};
