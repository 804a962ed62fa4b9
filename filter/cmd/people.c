/* SPDX-License-Identifier: ISC */
/* rapport people: with whom, what is open, how fast they answer. */
#include "base/buf.h"
#include "cmd/command.h"
#include "cmd/post.h"
#include "ledger/advice.h"
#include "ledger/settings.h"
#include "out/listing_json.h"

enum option { JSON };

static const struct command_option options[] = {
    [JSON] = {"json", NULL, "as JSON", false},
    {0},
};

static enum status run(struct session *s, const struct arguments *args)
{
	struct buf out = BUF_EMPTY;
	struct listing listing;
	struct person *people;
	enum status status;
	size_t n;

	ledger_join(s->ledger);
	status =
	    ledger_people(s->ledger, s->arena, s->now, s->diag, &people, &n);
	if (status != STATUS_OK)
		return status;
	if (args->values[JSON]) {
		list_people_json(&out, people, n);
		return post_print(s, &out);
	}
	status = post_listing(s, &out, &listing);
	if (status != STATUS_OK)
		return status;
	list_people(&listing, people, n);
	return post_print(s, &out);
}

const struct command cmd_people = {
    .name = "people",
    .operands = "",
    .text = "list people and what is open with them",
    .options = options,
    .needs = NEEDS_LEDGER,
    .run = run,
};
