/* SPDX-License-Identifier: ISC */
/* rapport threads: what is being written about, the liveliest first. */
#include "base/buf.h"
#include "cmd/command.h"
#include "cmd/post.h"
#include "ledger/advice.h"
#include "out/listing_json.h"

enum option { HOT, ENDED, JSON };

static const struct command_option options[] = {
    [HOT] = {"hot", NULL, "those alone that are better talked about", false},
    [ENDED] = {"ended", NULL,
	"those alone that end with nobody owing a next step", false},
    [JSON] = {"json", NULL, "as JSON", false},
    {0},
};

/* Muted ones are not to be talked about. */
static bool is_hot(const struct thread *t)
{
	return t->heat >= 1 && !t->is_muted;
}

/* What only one side ever wrote has no end to speak of. */
static bool is_ended(const struct thread *t)
{
	return t->next == NEXT_NOBODY && t->alternations > 0;
}

static size_t keep(
    struct thread *threads, size_t n, bool (*is_kept)(const struct thread *))
{
	size_t kept = 0;

	for (size_t i = 0; i < n; i++)
		if (is_kept(&threads[i]))
			threads[kept++] = threads[i];
	return kept;
}

static enum status run(struct session *s, const struct arguments *args)
{
	struct buf out = BUF_EMPTY;
	struct listing listing;
	struct thread *threads;
	enum status status;
	size_t n;

	status =
	    ledger_threads(s->ledger, s->arena, s->now, s->diag, &threads, &n);
	if (status != STATUS_OK)
		return status;
	if (args->values[HOT])
		n = keep(threads, n, is_hot);
	if (args->values[ENDED])
		n = keep(threads, n, is_ended);
	if (args->values[JSON]) {
		list_threads_json(&out, threads, n);
		return post_print(s, &out);
	}
	status = post_listing(s, &out, &listing);
	if (status != STATUS_OK)
		return status;
	list_threads(&listing, threads, n);
	return post_print(s, &out);
}

const struct command cmd_threads = {
    .name = "threads",
    .operands = "",
    .text = "list threads, the liveliest first",
    .options = options,
    .needs = NEEDS_LEDGER_READ,
    .run = run,
};
