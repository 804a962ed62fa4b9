/* SPDX-License-Identifier: ISC */
/* rapport agenda: what is due, week by week. */
#include "base/buf.h"
#include "base/str.h"
#include "base/utf8.h"
#include "cmd/command.h"
#include "cmd/post.h"
#include "ledger/ledger.h"
#include "out/listing_json.h"

#include <string.h>

#define WEEKS      4
#define MOST_WEEKS 520

enum option { MINE, THEIRS, WITH, WEEKS_AHEAD, JSON };

static const struct command_option options[] = {
    [MINE] = {"mine", NULL, "what you owe", false},
    [THEIRS] = {"theirs", NULL, "what others owe you", false},
    [WITH] = {"with", "WHO", "with this person alone", false},
    [WEEKS_AHEAD] = {"weeks", "N", "so many weeks, usually 4", false},
    [JSON] = {"json", NULL, "the same items as JSON", false},
    {0},
};

/* Those with a date before the last week's end; returns how many. */
static size_t keep_dated(
    struct session *s, struct item *items, size_t n, long long weeks)
{
	int64_t today = civil_day_of(s->now);
	int64_t end_day = today - civil_weekday(today) + 1 + 7 * weeks;
	size_t kept = 0;

	for (size_t i = 0; i < n; i++)
		if (items[i].due.is_set &&
		    civil_day_of(items[i].due.at) < end_day)
			items[kept++] = items[i];
	return kept;
}

static enum status run(struct session *s, const struct arguments *args)
{
	const struct item_filter filter = {.mine = args->values[MINE],
	    .theirs = args->values[THEIRS],
	    .with = argument(args, WITH)};
	const char *given = argument(args, WEEKS_AHEAD);
	struct buf out = BUF_EMPTY;
	struct agenda agenda = {
	    .days_off = s->config.days_off, .n_days_off = s->config.n_days_off};
	struct listing listing;
	struct item *items;
	long long weeks = WEEKS;
	enum status status;
	size_t n;

	if (given &&
	    (!str_number(given, strlen(given), MOST_WEEKS, &weeks) || !weeks))
		return diag_fail(s->diag, STATUS_USAGE,
		    "'%s' is not a number of weeks from 1 to %d",
		    utf8_printable(s->arena, given, 40), MOST_WEEKS);
	status = ledger_items(
	    s->ledger, s->arena, &filter, s->now, s->diag, &items, &n);
	if (status != STATUS_OK)
		return status;
	n = keep_dated(s, items, n, weeks);
	if (args->values[JSON]) {
		list_items_json(&out, items, n, s->now);
		return post_print(s, &out);
	}
	status = post_listing(s, &out, &listing);
	if (status != STATUS_OK)
		return status;
	agenda.items = items;
	agenda.n_items = n;
	agenda.weeks = (int)weeks;
	list_agenda(&listing, &agenda);
	return post_print(s, &out);
}

const struct command cmd_agenda = {
    .name = "agenda",
    .operands = "",
    .text = "show what is due, week by week",
    .options = options,
    .needs = NEEDS_LEDGER_READ,
    .run = run,
};
