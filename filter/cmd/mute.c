/* SPDX-License-Identifier: ISC */
/* rapport mute: no suggestions about a person or a thread. */
#include "base/utf8.h"
#include "cmd/command.h"
#include "ledger/advice.h"

#include <stdio.h>

static enum status run(struct session *s, const struct arguments *args)
{
	const char *word = args->words[0];
	int64_t thread = operand_id(word, 't');
	struct person person = {.mailbox = {"", "", 0}};
	enum status status = STATUS_OK;

	if (!thread)
		status = ledger_who(
		    s->ledger, s->arena, word, s->now, s->diag, &person);
	if (status == STATUS_OK)
		status =
		    ledger_mute(s->ledger, person.id, thread, s->now, s->diag);
	if (status != STATUS_OK || s->quiet)
		return status;
	if (thread)
		(void)printf("t%lld muted\n", (long long)thread);
	else
		(void)printf("%s muted\n",
		    utf8_printable(s->arena, person.mailbox.addr, 0));
	return STATUS_OK;
}

const struct command cmd_mute = {
    .name = "mute",
    .operands = "WHO|TID",
    .text = "make no suggestions about a person or a thread",
    .min_words = 1,
    .max_words = 1,
    .needs = NEEDS_LEDGER,
    .run = run,
};
