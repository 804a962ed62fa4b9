/* SPDX-License-Identifier: ISC */
#ifndef CMD_COMMAND_H
#define CMD_COMMAND_H

#include "base/civil.h"
#include "base/diag.h"
#include "model/act.h"
#include "model/config.h"
#include "model/dates.h"

#include <stdbool.h>
#include <stdint.h>

struct arena;
struct ledger;
struct rules;

/* What a command needs before it runs; main's caller opens it. */
enum command_needs {
	NEEDS_CONFIG = 1,
	NEEDS_RULES = 2,
	NEEDS_LEDGER = 4,      /* implies NEEDS_CONFIG */
	NEEDS_LEDGER_READ = 8, /* opened read-only */
	NEEDS_MANY = 16,       /* rules compiled for many letters */
	EXITS_TEMPFAIL = 32    /* a delivery: every failure is 75 */
};

/* One option of a command. value NULL: a switch. */
struct command_option {
	const char *name;  /* "json" for --json */
	const char *value; /* what the usage calls it: "ADDR", or NULL */
	const char *text;  /* one line for --help */
	bool repeats;
};

#define COMMAND_OPTIONS 12

/* Parsed options, by their index in the command's table. */
struct arguments {
	const char **values[COMMAND_OPTIONS]; /* NULL-terminated, or NULL
						 when it was not given; ""
						 for a switch */
	const char **words;                   /* operands */
	size_t n_words;
};

/* Everything that a command works with. */
struct session {
	struct arena *arena;
	struct diag *diag;
	struct stamp now;
	struct config config;
	const char *config_path; /* NULL when there is no home directory */
	const char *db_path;     /* likewise */
	const char *program_dir;
	struct rules *rules;
	struct ledger *ledger;
	struct days_off days_off; /* for the rules, loaded when need be */
	bool quiet;
};

struct command {
	const char *name;
	const char *operands;                 /* for the usage: "ID..." */
	const char *text;                     /* one line for --help */
	const struct command_option *options; /* ends with name NULL */
	size_t min_words, max_words;
	unsigned needs;
	enum status (*run)(struct session *s, const struct arguments *args);
};

/* All commands, in the order of the manual; ends with name NULL. */
extern const struct command *const commands[];

/* The first value of option i, or NULL when it was not given. */
const char *argument(const struct arguments *args, size_t i);

/*
 * Runs argv as the manual says and returns the exit status; complaints go
 * to stderr. now and program_dir come from main.c, the only reader of the
 * clock and of /proc.
 */
int command_main(
    int argc, char **argv, struct stamp now, const char *program_dir);

/* Loads what a command did not ask for in needs; once is enough. */
enum status session_config(struct session *s);
/*
 * flags: enum rules_flags. With RULES_KEEP alone they may come from the
 * file that an earlier delivery kept; else they are read.
 */
enum status session_rules(struct session *s, unsigned flags);
/* Opens the store, which must be there unless create. */
enum status session_ledger(struct session *s, bool read_only, bool create);
/*
 * The days off of the holiday files, into s->config: out of the copy beside
 * the store where it is fresh. What cannot be read is warned about.
 */
void session_days_off(struct session *s);
/*
 * Lets the rules ask for them: out of that copy alone, since a delivery has
 * no time for more.
 */
void session_lend_days_off(struct session *s);
/* TIME and WHEN: RFC 3339 or a phrase. STATUS_USAGE with a text. */
enum status session_time(
    struct session *s, const char *text, struct time_expr *time_r);
/* The same, as the one instant that counts. */
enum status session_when(
    struct session *s, const char *text, struct stamp *when_r);

/*
 * "12" or "i12" (kind 'i'), "t7" (kind 't'), "s3" (kind 's') to a number;
 * 0 when word is none of that kind.
 */
int64_t operand_id(const char *word, char kind);

#endif
