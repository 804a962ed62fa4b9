/* SPDX-License-Identifier: ISC */
/* rapport brief: what to know before meeting somebody. */
#include "base/buf.h"
#include "calendar/calendar.h"
#include "cmd/command.h"
#include "cmd/post.h"
#include "ledger/advice.h"
#include "ledger/ledger.h"
#include "ledger/settings.h"
#include "out/listing_json.h"

enum option { JSON };

static const struct command_option options[] = {
    [JSON] = {"json", NULL, "as JSON", false},
    {0},
};

/* The zone that the user gave goes before that of their last letter. */
static enum status find_zone(struct session *s, struct person *p)
{
	enum status status;

	if (!*p->zone)
		return STATUS_OK;
	status = calendar_offset(
	    s->arena, p->zone, s->now.utc_s, s->diag, &p->zone_min);
	p->has_zone = p->has_zone || status == STATUS_OK;
	return status;
}

static enum status run(struct session *s, const struct arguments *args)
{
	const struct item_filter filter = {.with = args->words[0]};
	struct buf out = BUF_EMPTY;
	struct briefing briefing;
	struct listing listing;
	struct item *items;
	enum status status;
	size_t n;

	ledger_join(s->ledger);
	status = ledger_brief(
	    s->ledger, s->arena, args->words[0], s->now, s->diag, &briefing);
	if (status == STATUS_OK)
		status = find_zone(s, &briefing.person);
	if (status == STATUS_OK)
		status = ledger_items(
		    s->ledger, s->arena, &filter, s->now, s->diag, &items, &n);
	if (status != STATUS_OK)
		return status;
	if (args->values[JSON]) {
		list_briefing_json(&out, &briefing, items, n, s->now);
		return post_print(s, &out);
	}
	status = post_listing(s, &out, &listing);
	if (status != STATUS_OK)
		return status;
	list_briefing(&listing, &briefing, items, n);
	return post_print(s, &out);
}

const struct command cmd_brief = {
    .name = "brief",
    .operands = "WHO",
    .text = "what to know before meeting somebody",
    .options = options,
    .min_words = 1,
    .max_words = 1,
    .needs = NEEDS_LEDGER,
    .run = run,
};
