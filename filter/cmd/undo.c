/* SPDX-License-Identifier: ISC */
/*
 * rapport undo: takes back the last change, of an item or of all, by hand or
 * by mail; again, the one before.
 */
#include "base/utf8.h"
#include "cmd/change.h"
#include "cmd/command.h"
#include "ledger/ledger.h"

#include <stdio.h>

static enum status run(struct session *s, const struct arguments *args)
{
	const char *word = args->n_words ? args->words[0] : NULL, *what;
	int64_t item = word ? operand_id(word, 'i') : 0, changed;
	enum status status;

	if (word && !item)
		return diag_fail(s->diag, STATUS_USAGE,
		    "'%s' is not the number of an item",
		    utf8_printable(s->arena, word, 40));
	status = ledger_undo(
	    s->ledger, s->arena, item, s->now, s->diag, &what, &changed);
	if (status != STATUS_OK || s->quiet)
		return status;
	(void)printf("taken back: %s\n", utf8_printable(s->arena, what, 0));
	return changed ? change_say(s, changed) : STATUS_OK;
}

const struct command cmd_undo = {
    .name = "undo",
    .operands = "[ID]",
    .text = "take back the last change, by hand or by mail",
    .max_words = 1,
    .needs = NEEDS_LEDGER,
    .run = run,
};
