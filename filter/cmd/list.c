/* SPDX-License-Identifier: ISC */
/* rapport list: the open items, or all of them. */
#include "base/arena.h"
#include "cmd/command.h"
#include "cmd/post.h"
#include "ledger/ledger.h"

enum option { ALL, MINE, THEIRS, OVERDUE, PRESUMED, WITH, JSON };

static const struct command_option options[] = {
    [ALL] = {"all", NULL, "snoozed, done and dropped ones as well", false},
    [MINE] = {"mine", NULL, "what you owe", false},
    [THEIRS] = {"theirs", NULL, "what others owe you", false},
    [OVERDUE] = {"overdue", NULL, "what is late", false},
    [PRESUMED] = {"presumed", NULL, "what is likely settled", false},
    [WITH] = {"with", "WHO", "with this person alone", false},
    [JSON] = {"json", NULL, "as JSON", false},
    {0},
};

/* The operands are one text: a sentence is looked for as it was typed. */
static const char *joined(struct arena *a, const struct arguments *args)
{
	const char *s = NULL;

	for (size_t i = 0; i < args->n_words; i++)
		s = s ? arena_printf(a, "%s %s", s, args->words[i])
		      : args->words[i];
	return s;
}

/* Nothing was asked for in particular. */
static bool is_overview(const struct item_filter *f)
{
	return !f->all && !f->mine && !f->theirs && !f->overdue &&
	       !f->presumed && !f->with && !f->text;
}

static void show_overview(
    const struct listing *l, const struct item *items, size_t n)
{
	list_groups(l, items, n, true);
}

static void show_all(
    const struct listing *l, const struct item *items, size_t n)
{
	list_groups(l, items, n, false);
}

static enum status run(struct session *s, const struct arguments *args)
{
	struct item_filter filter = {.all = args->values[ALL],
	    .mine = args->values[MINE],
	    .theirs = args->values[THEIRS],
	    .overdue = args->values[OVERDUE],
	    .presumed = args->values[PRESUMED],
	    .with = argument(args, WITH),
	    .text = joined(s->arena, args)};

	return post_items(s, &filter, args->values[JSON],
	    is_overview(&filter) ? show_overview : show_all);
}

const struct command cmd_list = {
    .name = "list",
    .operands = "[TEXT]",
    .text = "list open items, by what to do first",
    .options = options,
    .max_words = SIZE_MAX,
    .needs = NEEDS_LEDGER_READ,
    .run = run,
};
