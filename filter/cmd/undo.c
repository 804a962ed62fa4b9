/* SPDX-License-Identifier: ISC */
/* rapport undo: takes back the last change by hand; again, the one before. */
#include "base/utf8.h"
#include "cmd/command.h"
#include "ledger/ledger.h"

#include <stdio.h>

static enum status run(struct session *s, const struct arguments *args)
{
	const char *what;
	enum status status =
	    ledger_undo(s->ledger, s->arena, s->now, s->diag, &what);

	(void)args;
	if (status == STATUS_OK && !s->quiet)
		(void)printf(
		    "taken back: %s\n", utf8_printable(s->arena, what, 0));
	return status;
}

const struct command cmd_undo = {
    .name = "undo",
    .operands = "",
    .text = "take back the last change by hand",
    .needs = NEEDS_LEDGER,
    .run = run,
};
