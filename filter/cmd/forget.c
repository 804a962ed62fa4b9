/* SPDX-License-Identifier: ISC */
/* rapport forget: erases a person, an item or a thread for good. */
#include "base/utf8.h"
#include "cmd/command.h"
#include "cmd/trace.h"
#include "ledger/advice.h"
#include "ledger/ledger.h"
#include "ledger/spool.h"
#include "ledger/upkeep.h"

#include <stdio.h>
#include <string.h>

/* There is nothing to erase where there is nothing. */
static enum status check(struct session *s, int64_t item, int64_t thread)
{
	struct item it;
	struct thread t;
	struct event *events;
	size_t n_events;

	if (item)
		return ledger_item(s->ledger, s->arena, item, s->now, s->diag,
		    &it, &events, &n_events);
	return ledger_thread(s->ledger, s->arena, thread, s->now, s->diag, &t);
}

/* Messages that wait would bring them back. */
static enum status forget_waiting(
    struct session *s, const char **names, size_t n)
{
	size_t removed = 0;
	enum status status = spool_erase(spool_dir(s->arena, s->db_path),
	    (const char *const *)names, n, s->diag, &removed);

	if (removed && !s->quiet)
		(void)printf("removed %zu waiting message%s\n", removed,
		    removed == 1 ? "" : "s");
	return status;
}

/* What was set aside is not rapport's to change. */
static void warn_of_damaged(struct session *s)
{
	const char **paths;
	size_t n = trace_files(s, &paths);

	for (size_t i = 0; i < n; i++)
		if (strstr(paths[i], ".damaged-"))
			diag_warn(s->diag,
			    "'%s' was set aside and may still hold it: remove "
			    "it when it is of no use",
			    paths[i]);
}

static enum status run(struct session *s, const struct arguments *args)
{
	const char *word = args->words[0];
	int64_t item = operand_id(word, 'i');
	int64_t thread = operand_id(word, 't');
	struct person person = {.id = 0};
	const char **names = NULL;
	enum status status = STATUS_OK;
	size_t n = 0;

	if (item || thread)
		status = check(s, item, thread);
	else
		status = ledger_who(
		    s->ledger, s->arena, word, s->now, s->diag, &person);
	if (status == STATUS_OK && person.id)
		status = ledger_names(
		    s->ledger, s->arena, person.id, s->diag, &names, &n);
	if (status == STATUS_OK)
		status =
		    ledger_forget(s->ledger, person.id, item, thread, s->diag);
	if (status == STATUS_OK && n)
		status = forget_waiting(s, names, n);
	if (status == STATUS_OK)
		warn_of_damaged(s);
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
