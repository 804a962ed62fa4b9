/* SPDX-License-Identifier: ISC */
/*
 * rapport done, drop, wrong: the user closes items. An item that cannot be
 * closed is named, and the others are closed all the same.
 */
#include "cmd/change.h"
#include "cmd/command.h"

#include <stdint.h>

static enum status close_items(
    struct session *s, const struct arguments *args, enum event_kind kind)
{
	const struct event event = {.kind = kind};
	enum status status = STATUS_OK;

	for (size_t i = 0; i < args->n_words; i++)
		status =
		    change_worse(status, change_item(s, args->words[i], event));
	return status;
}

static enum status run_done(struct session *s, const struct arguments *args)
{
	return close_items(s, args, EVENT_DONE);
}

static enum status run_drop(struct session *s, const struct arguments *args)
{
	return close_items(s, args, EVENT_DROPPED);
}

static enum status run_wrong(struct session *s, const struct arguments *args)
{
	return close_items(s, args, EVENT_WRONG);
}

const struct command cmd_done = {
    .name = "done",
    .operands = "ID...",
    .text = "say that items are done",
    .min_words = 1,
    .max_words = SIZE_MAX,
    .needs = NEEDS_LEDGER,
    .run = run_done,
};

const struct command cmd_drop = {
    .name = "drop",
    .operands = "ID...",
    .text = "let items go that nobody needs any more",
    .min_words = 1,
    .max_words = SIZE_MAX,
    .needs = NEEDS_LEDGER,
    .run = run_drop,
};

const struct command cmd_wrong = {
    .name = "wrong",
    .operands = "ID...",
    .text = "say that items never were any",
    .min_words = 1,
    .max_words = SIZE_MAX,
    .needs = NEEDS_LEDGER,
    .run = run_wrong,
};
