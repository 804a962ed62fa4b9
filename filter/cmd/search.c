/* SPDX-License-Identifier: ISC */
/* rapport search: what was promised and asked, by its words. */
#include "cmd/change.h"
#include "cmd/command.h"
#include "cmd/post.h"
#include "ledger/ledger.h"

#include <stdint.h>

enum option { MINE, THEIRS, OPEN, WITH, JSON };

static const struct command_option options[] = {
    [MINE] = {"mine", NULL, "what you owe", false},
    [THEIRS] = {"theirs", NULL, "what others owe you", false},
    [OPEN] = {"open", NULL, "open items alone", false},
    [WITH] = {"with", "WHO", "with this person alone", false},
    [JSON] = {"json", NULL, "as JSON", false},
    {0},
};

static enum status run(struct session *s, const struct arguments *args)
{
	const struct item_filter filter = {.all = !args->values[OPEN],
	    .mine = args->values[MINE],
	    .theirs = args->values[THEIRS],
	    .with = argument(args, WITH),
	    .search = change_phrase(s, args, 0)};

	return post_items(s, &filter, args->values[JSON], list_items);
}

const struct command cmd_search = {
    .name = "search",
    .operands = "WORD...",
    .text = "find what was promised and asked, by its words",
    .options = options,
    .min_words = 1,
    .max_words = SIZE_MAX,
    .needs = NEEDS_LEDGER_READ,
    .run = run,
};
