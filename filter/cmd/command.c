/* SPDX-License-Identifier: ISC */
/*
 * Runs one command: global options, the table entry, what it needs, its
 * exit status. Complaints are printed here and nowhere else.
 */
#include "cmd/command.h"
#include "base/arena.h"
#include "base/buf.h"
#include "cmd/arguments.h"
#include "cmd/paths.h"
#include "ledger/ledger.h"
#include "rule/rules.h"

#include <stdio.h>
#include <string.h>

#define VERSION "0.1"

enum global {
	GLOBAL_CONFIG,
	GLOBAL_DB,
	GLOBAL_NOW,
	GLOBAL_QUIET,
	GLOBAL_HELP,
	GLOBAL_H,
	GLOBAL_VERSION
};

static const struct command_option globals[] = {
    [GLOBAL_CONFIG] = {"c", "FILE", "read this configuration", false},
    [GLOBAL_DB] = {"db", "FILE", "use this store", false},
    [GLOBAL_NOW] = {"now", "TIME", "take this for the present", false},
    [GLOBAL_QUIET] = {"quiet", NULL, "say less", false},
    [GLOBAL_HELP] = {"help", NULL, "say how it is used", false},
    [GLOBAL_H] = {"h", NULL, "the same", false},
    [GLOBAL_VERSION] = {"version", NULL, "say which version this is", false},
    {0},
};

const char *argument(const struct arguments *args, size_t i)
{
	return args->values[i] ? args->values[i][0] : NULL;
}

static void print_complaints(const struct diag *d)
{
	for (size_t i = 0; i < diag_count(d); i++)
		(void)fprintf(stderr, "rapport: %s\n", diag_text(d, i));
}

static const struct command *find(const char *name)
{
	for (size_t i = 0; commands[i]; i++)
		if (!strcmp(commands[i]->name, name))
			return commands[i];
	return NULL;
}

static void print_help(void)
{
	(void)puts("usage: rapport [-c FILE] [--db FILE] [--now TIME] "
		   "[--quiet] COMMAND ...\n\ncommands:");
	for (size_t i = 0; commands[i]; i++)
		(void)printf(
		    "  %-9s %s\n", commands[i]->name, commands[i]->text);
	(void)puts("\n'rapport COMMAND --help' says more; see also "
		   "rapport(1).");
}

static bool asks_for_help(int argc, char **argv)
{
	for (int i = 0; i < argc && strcmp(argv[i], "--"); i++)
		if (!strcmp(argv[i], "--help") || !strcmp(argv[i], "-h"))
			return true;
	return false;
}

/* Meetings that were accepted and are over by now are talks. */
static enum status meet(struct session *s, bool read_only)
{
	enum status status;

	if (!ledger_has_met(s->ledger, s->now))
		return STATUS_OK;
	if (read_only) {
		struct diag *quiet = diag_new();
		struct diag *loud = s->diag;

		ledger_close(s->ledger);
		s->ledger = NULL;
		s->diag = quiet;
		status = session_ledger(s, false, false);
		s->diag = loud;
		diag_free(quiet);
		/* A store that only can be read is shown as it is. */
		if (status != STATUS_OK)
			return session_ledger(s, true, false);
	}
	return ledger_meet(s->ledger, s->now, s->diag);
}

static enum status open_needs(struct session *s, unsigned needs)
{
	enum status status = STATUS_OK;

	if (needs & (NEEDS_CONFIG | NEEDS_LEDGER | NEEDS_LEDGER_READ))
		status = session_config(s);
	if (status == STATUS_OK && needs & (NEEDS_LEDGER | NEEDS_LEDGER_READ))
		session_days_off(s);
	if (status == STATUS_OK && needs & NEEDS_RULES)
		status = session_rules(
		    s, needs & NEEDS_MANY ? RULES_JIT : RULES_KEEP);
	if (status == STATUS_OK && needs & NEEDS_LEDGER)
		status = session_ledger(s, false, false);
	else if (status == STATUS_OK && needs & NEEDS_LEDGER_READ)
		status = session_ledger(s, true, false);
	if (status == STATUS_OK && needs & (NEEDS_LEDGER | NEEDS_LEDGER_READ))
		status = meet(s, (needs & NEEDS_LEDGER) == 0);
	return status;
}

static enum status check_words(
    const struct command *c, const struct arguments *args, struct diag *d)
{
	if (args->n_words < c->min_words)
		return diag_fail(d, STATUS_USAGE,
		    "%s needs more: rapport %s %s", c->name, c->name,
		    c->operands);
	if (args->n_words > c->max_words)
		return diag_fail(d, STATUS_USAGE, "%s takes no '%s'", c->name,
		    args->words[c->max_words]);
	return STATUS_OK;
}

static enum status run_command(
    struct session *s, const struct command *c, int argc, char **argv)
{
	struct arguments args;
	enum status status;

	if (asks_for_help(argc, argv)) {
		struct buf out = BUF_EMPTY;

		arguments_usage(&out, c);
		(void)fputs(buf_text(&out), stdout);
		buf_release(&out);
		return STATUS_OK;
	}
	status = arguments_parse(
	    s->arena, c->options, argc, argv, false, s->diag, &args);
	if (status == STATUS_OK)
		status = check_words(c, &args, s->diag);
	if (status == STATUS_OK)
		status = open_needs(s, c->needs);
	if (status == STATUS_OK)
		status = c->run(s, &args);
	return status;
}

static enum status start(struct session *s, const struct arguments *global)
{
	const struct command *c;
	const char *now = argument(global, GLOBAL_NOW);

	if (global->values[GLOBAL_VERSION]) {
		(void)puts("rapport " VERSION);
		return STATUS_OK;
	}
	if (global->values[GLOBAL_HELP] || global->values[GLOBAL_H] ||
	    (global->n_words && !strcmp(global->words[0], "help"))) {
		print_help();
		return STATUS_OK;
	}
	if (!global->n_words)
		return diag_fail(s->diag, STATUS_USAGE,
		    "no command; 'rapport --help' lists them");
	c = find(global->words[0]);
	if (!c)
		return diag_fail(s->diag, STATUS_USAGE,
		    "there is no command '%s'; 'rapport --help' lists them",
		    global->words[0]);
	s->config_path =
	    paths_config(s->arena, argument(global, GLOBAL_CONFIG));
	s->db_path = paths_db(s->arena, argument(global, GLOBAL_DB));
	s->quiet = global->values[GLOBAL_QUIET] != NULL;
	if (now && session_when(s, now, &s->now) != STATUS_OK)
		return STATUS_USAGE;
	return run_command(
	    s, c, (int)global->n_words - 1, (char **)global->words + 1);
}

/* A mail system bounces on most codes: never let a delivery give one. */
static bool is_delivery(int argc, char **argv)
{
	for (int i = 1; i < argc; i++) {
		const struct command *c = find(argv[i]);

		if (c)
			return c->needs & EXITS_TEMPFAIL;
	}
	return false;
}

int command_main(
    int argc, char **argv, struct stamp now, const char *program_dir)
{
	struct session s = {.arena = arena_new(),
	    .diag = diag_new(),
	    .now = now,
	    .program_dir = program_dir};
	struct arguments global;
	enum status status;

	config_defaults(&s.config);
	status = arguments_parse(
	    s.arena, globals, argc - 1, argv + 1, true, s.diag, &global);
	if (status == STATUS_OK)
		status = start(&s, &global);
	if (fflush(stdout) != 0 && status == STATUS_OK)
		status = diag_fail(
		    s.diag, STATUS_IOERR, "cannot write to standard output");
	print_complaints(s.diag);
	ledger_close(s.ledger);
	rules_free(s.rules);
	diag_free(s.diag);
	arena_free(s.arena);
	if (status != STATUS_OK && is_delivery(argc, argv))
		return STATUS_TEMPFAIL;
	return (int)status;
}
