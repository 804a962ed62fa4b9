/* SPDX-License-Identifier: ISC */
/* rapport export: every item, for calendars or for other programs. */
#include "base/buf.h"
#include "calendar/calendar.h"
#include "cmd/command.h"
#include "cmd/post.h"
#include "ledger/ledger.h"
#include "out/listing_json.h"

enum option { ICS, JSON };

static const struct command_option options[] = {
    [ICS] = {"ics", NULL, "as iCalendar to-dos", false},
    [JSON] = {"json", NULL, "as JSON, which is the default", false},
    {0},
};

static enum status run(struct session *s, const struct arguments *args)
{
	const struct item_filter all = {.all = true};
	struct buf out = BUF_EMPTY;
	const char *text = "";
	struct item *items;
	enum status status;
	size_t n;

	if (args->values[ICS] && args->values[JSON])
		return diag_fail(s->diag, STATUS_USAGE,
		    "--ics and --json exclude each other");
	status = ledger_items(
	    s->ledger, s->arena, &all, s->now, s->diag, &items, &n);
	if (status != STATUS_OK)
		return status;
	if (args->values[ICS]) {
		status =
		    calendar_todos(s->arena, items, n, s->now, s->diag, &text);
		buf_puts(&out, text);
	} else {
		list_items_json(&out, items, n, s->now);
	}
	if (status != STATUS_OK)
		return status;
	return post_print(s, &out);
}

const struct command cmd_export = {
    .name = "export",
    .operands = "",
    .text = "write all items as iCalendar to-dos or JSON",
    .options = options,
    .needs = NEEDS_LEDGER_READ,
    .run = run,
};
