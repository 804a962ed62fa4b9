/* SPDX-License-Identifier: ISC */
/*
 * rapport init: writes a configuration and makes the store. Asks only on a
 * terminal, and only for what the options do not say.
 */
#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/str.h"
#include "base/utf8.h"
#include "cmd/command.h"
#include "cmd/config.h"
#include "ledger/spool.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum option { OPTION_NAME, OPTION_ADDRESS, OPTION_FORCE };

static const struct command_option options[] = {
    [OPTION_NAME] = {"name", "NAME", "your name, as in your mail", false},
    [OPTION_ADDRESS] = {"address", "ADDR", "an address of yours", true},
    [OPTION_FORCE] = {"force", NULL, "overwrite a configuration", false},
    {0},
};

/* What the file says about everything that is left at its default. */
static const char explanation[] =
    "\n"
    "# Each of these is at its default; take away the # to change it.\n"
    "# rapport.conf(5) explains them.\n"
    "#hours 9:00-18:00\n"
    "#workdays mon-fri\n"
    "#calendar ~/calendars\n"
    "#grace 0\n"
    "#barrage 6\n"
    "#reply-days 3\n"
    "#silence-days 90\n"
    "#keep-days 0\n"
    "#call-minutes 30\n"
    "#call-where https://meet.example.org/me\n"
    "#threshold 0.5\n"
    "#language en\n"
    "#sendmail /usr/sbin/sendmail -t -i\n";

/* A line from the terminal, trimmed; "" at the end of input. */
static const char *ask(struct arena *a, const char *question)
{
	char line[512];
	struct span s;

	(void)printf("%s: ", question);
	(void)fflush(stdout);
	if (!fgets(line, sizeof(line), stdin))
		return "";
	s = str_trim(line, strlen(line));
	return arena_strndup(a, s.data, s.len_bytes);
}

/* What a line of the file can hold. */
static enum status check_line(struct diag *d, const char *s)
{
	if (!utf8_valid(s, strlen(s)))
		return diag_fail(d, STATUS_USAGE, "'%s' is not UTF-8", s);
	for (; *s; s++)
		if ((unsigned char)*s < ' ' || *s == 127)
			return diag_fail(d, STATUS_USAGE,
			    "a name must not hold control characters");
	return STATUS_OK;
}

static enum status check_address(struct diag *d, const char *s)
{
	if (config_is_address(s) && utf8_valid(s, strlen(s)))
		return STATUS_OK;
	return diag_fail(d, STATUS_USAGE,
	    "'%s' is not a mail address: ADDR is me@example.org", s);
}

/* Name and addresses from the options or from the terminal, as a file. */
static enum status compose(
    struct session *s, const struct arguments *args, struct buf *out)
{
	const char *name = argument(args, OPTION_NAME);
	const char **addresses = args->values[OPTION_ADDRESS];
	bool asks = !addresses && isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
	const char *asked[2] = {NULL, NULL};
	enum status status = STATUS_OK;

	if (!addresses && !asks)
		return diag_fail(s->diag, STATUS_USAGE,
		    "say which addresses are yours: rapport init --address "
		    "ADDR...");
	if (asks && !name)
		name = ask(s->arena, "Your name, as in your mail");
	if (asks) {
		asked[0] = ask(s->arena, "Your mail address");
		addresses = asked;
	}
	buf_puts(out, "# The configuration of rapport, see rapport.conf(5).\n");
	if (name && *name) {
		status = check_line(s->diag, name);
		buf_printf(out, "name %s\n", name);
	}
	buf_puts(out, "\n# Every address that is yours, the first one for "
		      "your digest.\n");
	for (; status == STATUS_OK && *addresses; addresses++) {
		status = check_address(s->diag, *addresses);
		buf_printf(out, "address %s\n", *addresses);
	}
	buf_puts(out, explanation);
	return status;
}

static enum status write_config(struct session *s, const struct buf *text)
{
	enum status status =
	    file_make_dir(file_dir(s->arena, s->config_path), s->diag);

	if (status == STATUS_OK)
		status = file_write_atomic(
		    s->config_path, text->data, text->len_bytes, s->diag);
	return status;
}

static void say_what_next(struct session *s)
{
	size_t waiting = 0, bad = 0;

	(void)printf("wrote %s\nthe store is %s\n", s->config_path, s->db_path);
	(void)spool_count(
	    spool_dir(s->arena, s->db_path), s->diag, &waiting, &bad);
	if (waiting)
		(void)printf("%zu message%s waited for this: 'rapport flush' "
			     "takes them in\n",
		    waiting, waiting == 1 ? "" : "s");
	(void)puts("next: 'rapport import ~/Maildir' for the mail that is "
		   "there,\n"
		   "      rapport-filter(1) for the mail to come");
}

static enum status run(struct session *s, const struct arguments *args)
{
	struct buf text = BUF_EMPTY;
	enum status status = STATUS_OK;

	if (!s->config_path || !s->db_path)
		return diag_fail(s->diag, STATUS_CONFIG,
		    "no home directory: say where the files go with -c and "
		    "--db");
	if (access(s->config_path, F_OK) == 0 && !args->values[OPTION_FORCE])
		return diag_fail(s->diag, STATUS_CANTCREAT,
		    "'%s' is there already; --force overwrites it",
		    s->config_path);
	status = compose(s, args, &text);
	if (status == STATUS_OK)
		status = write_config(s, &text);
	buf_release(&text);
	if (status == STATUS_OK)
		status = session_config(s);
	if (status == STATUS_OK)
		status = file_make_dir(file_dir(s->arena, s->db_path), s->diag);
	if (status == STATUS_OK)
		status = session_ledger(s, false, true);
	if (status == STATUS_OK && !s->quiet)
		say_what_next(s);
	return status;
}

const struct command cmd_init = {
    .name = "init",
    .operands = "",
    .text = "write a configuration and make the store",
    .options = options,
    .run = run,
};
