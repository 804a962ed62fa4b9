/* SPDX-License-Identifier: ISC */
/* rapport talked: a talk that mail does not know of. */
#include "base/arena.h"
#include "base/utf8.h"
#include "cmd/change.h"
#include "cmd/command.h"
#include "ledger/advice.h"
#include "rule/rules.h"
#include "when/when.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

/*
 * When it was: RFC 3339 or a phrase that is a time as a whole. Other than
 * session_time() it looks back, and refuses what lies ahead.
 */
static enum status past_time(
    struct session *s, const char *text, struct stamp *when_r)
{
	const struct language *language;
	struct time_expr *times;
	struct stamp when;
	enum status status;

	if (!civil_parse(text, &when)) {
		status = session_rules(s, RULES_KEEP);
		if (status != STATUS_OK)
			return status;
		language = rules_language(s->rules, s->config.language);
		if (!language || !language->dates ||
		    when_find(s->arena, language->dates, text, strlen(text),
			s->now, &times) != 1 ||
		    times->offset || times->len_bytes != strlen(text))
			return diag_fail(s->diag, STATUS_USAGE,
			    "cannot read '%s' as a time",
			    utf8_printable(s->arena, text, 40));
		when = times->start;
	}
	if (when.utc_s > s->now.utc_s)
		return diag_fail(s->diag, STATUS_USAGE,
		    "'%s' lies ahead: a talk is recorded when it is over",
		    utf8_printable(s->arena, text, 40));
	*when_r = when;
	return STATUS_OK;
}

static enum status run(struct session *s, const struct arguments *args)
{
	struct stamp when = s->now;
	struct person person;
	enum status status = STATUS_OK;

	if (args->n_words > 1)
		status = past_time(s, change_phrase(s, args, 1), &when);
	if (status == STATUS_OK)
		status = ledger_who(s->ledger, s->arena, args->words[0], s->now,
		    s->diag, &person);
	if (status == STATUS_OK)
		status = ledger_talked(s->ledger, person.id, when, s->diag);
	if (status == STATUS_OK && !s->quiet)
		(void)printf("talked with %s, %s\n",
		    utf8_printable(s->arena, person.mailbox.addr, 0),
		    civil_brief(s->arena, when));
	return status;
}

const struct command cmd_talked = {
    .name = "talked",
    .operands = "WHO [WHEN]",
    .text = "record a talk with somebody",
    .min_words = 1,
    .max_words = SIZE_MAX,
    .needs = NEEDS_LEDGER,
    .run = run,
};
