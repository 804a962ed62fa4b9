/* SPDX-License-Identifier: ISC */
/* rapport forget: erases a person, an item or a thread for good. */
#include "base/utf8.h"
#include "cmd/command.h"
#include "ledger/advice.h"
#include "ledger/ledger.h"

#include <stdio.h>

/* There is nothing to erase where there is nothing. */
static enum status check(struct session *s, int64_t item, int64_t thread)
{
	struct item it;
	struct thread t;
	struct event *events;
	size_t n_events;

	if (item)
		return ledger_item(s->ledger, s->arena, item, s->diag, &it,
		    &events, &n_events);
	return ledger_thread(s->ledger, s->arena, thread, s->now, s->diag, &t);
}

static enum status run(struct session *s, const struct arguments *args)
{
	const char *word = args->words[0];
	int64_t item = operand_id(word, 'i');
	int64_t thread = operand_id(word, 't');
	struct person person = {.id = 0};
	enum status status = STATUS_OK;

	if (item || thread)
		status = check(s, item, thread);
	else
		status = ledger_who(
		    s->ledger, s->arena, word, s->now, s->diag, &person);
	if (status == STATUS_OK)
		status =
		    ledger_forget(s->ledger, person.id, item, thread, s->diag);
	if (status == STATUS_OK && !s->quiet)
		(void)printf("forgot %s\n",
		    utf8_printable(
			s->arena, person.id ? person.mailbox.addr : word, 0));
	return status;
}

const struct command cmd_forget = {
    .name = "forget",
    .operands = "WHO|ID|TID",
    .text = "erase a person, an item or a thread for good",
    .min_words = 1,
    .max_words = 1,
    .needs = NEEDS_LEDGER,
    .run = run,
};
