/* SPDX-License-Identifier: ISC */
/* rapport dismiss: suggestions that the user does not want for now. */
#include "base/utf8.h"
#include "cmd/change.h"
#include "cmd/command.h"
#include "ledger/advice.h"

#include <stdint.h>
#include <stdio.h>

static enum status dismiss(struct session *s, const char *word)
{
	int64_t id = operand_id(word, 's');
	enum status status;

	if (!id)
		return diag_fail(s->diag, STATUS_USAGE,
		    "'%s' is not a suggestion: 's7' is one",
		    utf8_printable(s->arena, word, 40));
	status = ledger_dismiss(s->ledger, id, s->now, s->diag);
	if (status == STATUS_OK && !s->quiet)
		(void)printf("s%lld dismissed\n", (long long)id);
	return status;
}

static enum status run(struct session *s, const struct arguments *args)
{
	enum status status = STATUS_OK;

	for (size_t i = 0; i < args->n_words; i++)
		status = change_worse(status, dismiss(s, args->words[i]));
	return status;
}

const struct command cmd_dismiss = {
    .name = "dismiss",
    .operands = "SID...",
    .text = "keep suggestions away for some time",
    .min_words = 1,
    .max_words = SIZE_MAX,
    .needs = NEEDS_LEDGER,
    .run = run,
};
