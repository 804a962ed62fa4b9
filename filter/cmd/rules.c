/* SPDX-License-Identifier: ISC */
/* rapport rules: lists, tests, checks and weighs the rules, for who writes
 * them. */
#include "rule/rules.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "cmd/command.h"
#include "cmd/train.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum option { OPTION_CHECK, OPTION_LANGUAGE, OPTION_OUTPUT };

static const struct command_option options[] = {
    [OPTION_CHECK] = {"check", NULL, "train: judge what is there", false},
    [OPTION_LANGUAGE] = {"language", "NAME", "train: whose rules", false},
    [OPTION_OUTPUT] = {"output", "FILE", "train: where to write", false},
    {0},
};

static void list(struct session *s)
{
	struct rule_info *rules;
	size_t n = rules_list(s->rules, s->arena, &rules);

	for (size_t i = 0; i < n; i++) {
		const struct rule_info *r = &rules[i];

		(void)printf("%s  %-24s", r->language, r->name);
		for (int act = 0; act < ACT_KINDS; act++)
			if (r->scores[act] < 0 || r->scores[act] > 0)
				(void)printf(" %s %+.2f",
				    act_name((enum act_kind)act),
				    (double)r->scores[act]);
		(void)printf("%s  %s  (%s:%d)\n", r->is_part ? " part" : "",
		    r->description, r->file, r->line);
	}
}

static enum status test(struct session *s)
{
	struct buf out = BUF_EMPTY;
	struct rules_tested t = rules_test(s->rules, &out);

	(void)fputs(buf_text(&out), stdout);
	(void)printf("%zu examples, %zu failed; %zu rules without one\n",
	    t.n_examples, t.n_failed, t.n_untested);
	buf_release(&out);
	return t.n_failed ? STATUS_DATA : STATUS_OK;
}

/* Complaints since before become the exit status. */
static enum status check(struct session *s, size_t before)
{
	size_t n, lapsed;

	rules_compile(s->rules);
	n = diag_count(s->diag) - before;
	if (n)
		return STATUS_CONFIG;
	(void)puts("no complaints");
	lapsed = rules_lapsed_weights(s->rules);
	if (lapsed)
		(void)printf(
		    "%zu weights lapsed: their scores have changed\n", lapsed);
	return STATUS_OK;
}

static enum status run(struct session *s, const struct arguments *args)
{
	const char *what = args->n_words ? args->words[0] : "list";
	size_t before = diag_count(s->diag);
	enum status status;

	if (!strcmp(what, "train")) {
		struct train_order order = {.files = args->words + 1,
		    .n_files = args->n_words - 1,
		    .check = argument(args, OPTION_CHECK) != NULL,
		    .language = argument(args, OPTION_LANGUAGE),
		    .output = argument(args, OPTION_OUTPUT)};

		return train_run(s, &order);
	}
	if (args->n_words > 2 || argument(args, OPTION_CHECK) ||
	    argument(args, OPTION_LANGUAGE) || argument(args, OPTION_OUTPUT))
		return diag_fail(s->diag, STATUS_USAGE,
		    "'%s' takes one file and no options", what);
	if (strcmp(what, "list") != 0 && strcmp(what, "test") != 0 &&
	    strcmp(what, "check") != 0)
		return diag_fail(s->diag, STATUS_USAGE,
		    "'%s' is not one of list, test, check and train", what);
	status = session_rules(s, RULES_EXAMPLES);
	if (status == STATUS_OK && args->n_words > 1)
		status = rules_add_file(s->rules, NULL, args->words[1]);
	if (status != STATUS_OK)
		return status;
	if (!strcmp(what, "list"))
		list(s);
	else if (!strcmp(what, "test"))
		return test(s);
	else
		return check(s, before);
	return STATUS_OK;
}

const struct command cmd_rules = {
    .name = "rules",
    .operands = "[list|test|check [FILE]] | train FILE...",
    .text = "list, test, check or weigh the rules",
    .options = options,
    .max_words = SIZE_MAX,
    .run = run,
};
