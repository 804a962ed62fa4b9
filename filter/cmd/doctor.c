/* SPDX-License-Identifier: ISC */
/*
 * rapport doctor: is it wired, healthy, complete? A line for each thing
 * that was looked at. Changes nothing.
 */
#include "base/arena.h"
#include "base/file.h"
#include "base/module.h"
#include "base/utf8.h"
#include "calendar/calendar.h"
#include "cmd/command.h"
#include "cmd/trace.h"
#include "ledger/ledger.h"
#include "ledger/settings.h"
#include "ledger/spool.h"
#include "ledger/upkeep.h"
#include "model/language.h"
#include "rule/rules.h"

#include <dirent.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Without mail for longer, a direction is probably not wired. */
#define QUIET_DAYS 14
/* So far ahead appointments are counted. */
#define CALENDAR_DAYS 7

enum option { TRACE };

static const struct command_option options[] = {
    [TRACE] = {"trace", "TEXT", "only look for it in the bytes of all files",
	true},
    {0},
};

struct doctor {
	struct session *session;
	enum status worst; /* of the first problem */
};

__attribute__((format(printf, 3, 4))) static void say(
    struct doctor *doc, const char *verdict, const char *fmt, ...)
{
	va_list ap;

	(void)doc;
	(void)printf("%-8s ", verdict);
	va_start(ap, fmt);
	(void)vprintf(fmt, ap);
	va_end(ap);
	(void)putchar('\n');
}

#define FINE(doc, ...) say(doc, "ok", __VA_ARGS__)
#define NOTE(doc, ...) say(doc, "note", __VA_ARGS__)

static void problem(struct doctor *doc, enum status status, const char *what)
{
	say(doc, "PROBLEM", "%s", what);
	if (doc->worst == STATUS_OK)
		doc->worst = status;
}

/* Prints the complaints since `from` as problems; false if there are none. */
static bool complain(struct doctor *doc, enum status status, size_t from)
{
	const struct diag *d = doc->session->diag;

	for (size_t i = from; i < diag_count(d); i++)
		problem(doc, status == STATUS_OK ? STATUS_CONFIG : status,
		    diag_text(d, i));
	return diag_count(d) > from;
}

static void look_at_config(struct doctor *doc)
{
	struct session *s = doc->session;
	size_t from = diag_count(s->diag);
	enum status status = session_config(s);

	if (!complain(doc, status, from))
		FINE(doc, "configuration %s: %zu address%s", s->config_path,
		    s->config.me.n_addresses,
		    s->config.me.n_addresses == 1 ? "" : "es");
}

static void look_at_rules(struct doctor *doc)
{
	struct session *s = doc->session;
	size_t from = diag_count(s->diag);
	enum status status = session_rules(s, RULES_KEEP);
	const struct language *language;

	if (complain(doc, status, from))
		return;
	language = rules_language(s->rules, s->config.language);
	if (!language || strcmp(language->name, s->config.language) != 0)
		problem(doc, STATUS_CONFIG,
		    arena_printf(s->arena, "no rules for your language, '%s'",
			utf8_printable(s->arena, s->config.language, 40)));
	else
		FINE(doc, "rules for '%s'", language->name);
}

static void look_at_direction(
    struct doctor *doc, const char *which, struct stamp newest)
{
	struct session *s = doc->session;
	int64_t days = civil_day_of(s->now) - civil_day_of(newest);

	if (!newest.utc_s)
		NOTE(doc, "no %s mail yet: is the filter wired for it?", which);
	else if (days > QUIET_DAYS)
		NOTE(doc, "no %s mail for %lld days: is the filter wired?",
		    which, (long long)days);
	else
		FINE(doc, "%s mail, the last of %.10s", which,
		    civil_format(s->arena, newest));
}

static void look_at_store(struct doctor *doc)
{
	struct session *s = doc->session;
	size_t from = diag_count(s->diag);
	struct ledger_size size = {0};
	enum status status;

	if (!s->config.me.n_addresses || !s->db_path)
		return;
	status = session_ledger(s, true, false);
	if (status == STATUS_OK)
		status = ledger_check(s->ledger, s->diag);
	if (status == STATUS_OK)
		status = ledger_size(s->ledger, s->diag, &size);
	if (complain(doc, status, from) || status != STATUS_OK)
		return;
	FINE(doc, "store %s: sound, %zu message%s", s->db_path, size.n_letters,
	    size.n_letters == 1 ? "" : "s");
	if (size.n_misread)
		NOTE(doc,
		    "%zu message%s read while rules were broken or missing: "
		    "'rapport import' of that mail, with sound rules, reads "
		    "%s again",
		    size.n_misread, size.n_misread == 1 ? " was" : "s were",
		    size.n_misread == 1 ? "it" : "them");
	if (size.is_erasing)
		problem(doc, STATUS_TEMPFAIL,
		    "traces of what was forgotten may be left in unused parts "
		    "of the store: 'rapport digest' ends the erasing");
	else if (size.n_forgotten)
		FINE(doc, "%lld message%s forgotten, nothing left to erase",
		    (long long)size.n_forgotten,
		    size.n_forgotten == 1 ? "" : "s");
	look_at_direction(doc, "incoming", size.newest_in);
	look_at_direction(doc, "outgoing", size.newest_out);
}

/* Stores that were set aside stay until the user has seen to them. */
static void look_for_damaged(struct doctor *doc)
{
	struct session *s = doc->session;
	const char *base = strrchr(s->db_path, '/');
	const char *dir = file_dir(s->arena, s->db_path);
	DIR *d = opendir(dir);
	const struct dirent *e;
	char *prefix;

	base = base ? base + 1 : s->db_path;
	prefix = arena_printf(s->arena, "%s.damaged-", base);
	while (d && (e = readdir(d)) != NULL)
		if (!strncmp(e->d_name, prefix, strlen(prefix)) &&
		    !strstr(e->d_name, "-journal"))
			NOTE(doc,
			    "a damaged store was set aside: %s/%s; 'rapport "
			    "import' brings back what is still in your mail",
			    dir, e->d_name);
	if (d)
		(void)closedir(d);
}

static void look_at_spool(struct doctor *doc)
{
	struct session *s = doc->session;
	const char *dir = spool_dir(s->arena, s->db_path);
	size_t from = diag_count(s->diag), waiting, bad;
	enum status status = spool_count(dir, s->diag, &waiting, &bad);

	if (complain(doc, status, from))
		return;
	if (waiting)
		problem(doc, STATUS_TEMPFAIL,
		    arena_printf(s->arena,
			"%zu waiting in %s: 'rapport flush' takes them in",
			waiting, dir));
	if (bad)
		NOTE(doc,
		    "%zu given up in %s: reading them failed %d times; "
		    "'rapport flush --bad' tries again",
		    bad, dir, SPOOL_TRIES);
	if (!waiting && !bad)
		FINE(doc, "nothing is waiting to be taken in");
}

static void look_at_modules(struct doctor *doc)
{
	static const struct {
		const char *name, *symbol, *use;
	} modules[] = {
	    {"html", "html_module_parse", "HTML mail"},
	    {"calendar", "calendar_open", "invitations and calendars"},
	};
	struct session *s = doc->session;

	for (size_t i = 0; i < sizeof(modules) / sizeof(*modules); i++) {
		size_t from = diag_count(s->diag);

		if (module_symbol(modules[i].name, modules[i].symbol, s->diag))
			FINE(doc, "module for %s", modules[i].use);
		else
			(void)complain(doc, STATUS_UNAVAILABLE, from);
	}
}

static void look_at_sendmail(struct doctor *doc)
{
	struct session *s = doc->session;
	const char *command = s->config.sendmail;
	const char *program =
	    arena_strndup(s->arena, command, strcspn(command, " \t"));

	if (program[0] != '/')
		NOTE(doc, "--send runs '%s'", command);
	else if (access(program, X_OK) == 0)
		FINE(doc, "--send runs %s", program);
	else
		NOTE(doc, "--send cannot work: there is no %s", program);
}

static void look_at_holidays(struct doctor *doc)
{
	struct session *s = doc->session;
	size_t from = diag_count(s->diag), n = 0;

	if (!s->config.n_holidays || !s->db_path)
		return;
	session_days_off(s);
	if (complain(doc, STATUS_CONFIG, from))
		return;
	while (n < s->config.n_days_off &&
	       s->config.days_off[n] < civil_day_of(s->now))
		n++;
	if (n == s->config.n_days_off) {
		NOTE(doc, "no holiday ahead: are the files up to date?");
		return;
	}
	FINE(doc, "holidays, the next on %.10s",
	    civil_format(
		s->arena, civil_to_stamp(civil_from_days(s->config.days_off[n]),
			      s->now.zone_min)));
}

/* Invitations avoid what is in them: one that is not read is missed. */
static void look_at_calendars(struct doctor *doc)
{
	struct session *s = doc->session;
	size_t from = diag_count(s->diag), n;
	struct stamp to = {
	    s->now.utc_s + (int64_t)CALENDAR_DAYS * 86400, s->now.zone_min};
	struct busy *busy;
	enum status status;

	if (!s->config.n_calendars)
		return;
	status =
	    calendar_busy(s->arena, (const char *const *)s->config.calendars,
		s->config.n_calendars, s->now, to, s->diag, &busy, &n);
	if (complain(doc, status, from))
		return;
	FINE(doc, "calendars: %zu busy time%s in the next %d days", n,
	    n == 1 ? "" : "s", CALENDAR_DAYS);
}

/* Where a text still stands in the bytes of any file. */
static void look_for(struct doctor *doc, const char *text)
{
	struct session *s = doc->session;
	size_t from = diag_count(s->diag), n_found = 0, n;
	const char **paths;

	n = trace_files(s, &paths);
	for (size_t i = 0; i < n; i++) {
		bool found = false;

		if (trace_find(s, paths[i], text, &found) == STATUS_OK &&
		    found) {
			n_found++;
			problem(doc, STATUS_DATA,
			    arena_printf(s->arena, "'%s' is in %s",
				utf8_printable(s->arena, text, 60), paths[i]));
		}
	}
	if (!complain(doc, STATUS_IOERR, from) && !n_found)
		FINE(doc, "no trace of '%s' in %zu file%s",
		    utf8_printable(s->arena, text, 60), n, n == 1 ? "" : "s");
}

/* Mail to an address of the user that is not configured is not theirs. */
static void look_for_addresses(struct doctor *doc)
{
	struct session *s = doc->session;
	const char **addresses;
	size_t n;

	if (!s->ledger || ledger_namesakes(s->ledger, s->arena, s->diag,
			      &addresses, &n) != STATUS_OK)
		return;
	for (size_t i = 0; i < n; i++)
		NOTE(doc, "%s bears your name: if it is yours, configure it",
		    utf8_printable(s->arena, addresses[i], 0));
}

static void look_at_all(struct doctor *doc)
{
	look_at_config(doc);
	look_at_rules(doc);
	look_at_store(doc);
	look_for_addresses(doc);
	if (doc->session->db_path) {
		look_for_damaged(doc);
		look_at_spool(doc);
	}
	look_at_modules(doc);
	look_at_holidays(doc);
	look_at_calendars(doc);
	look_at_sendmail(doc);
}

static enum status run(struct session *s, const struct arguments *args)
{
	struct doctor doc = {.session = s};
	struct diag *outer = s->diag;
	const char **texts = args->values[TRACE];

	for (size_t i = 0; texts && texts[i]; i++)
		if (!*texts[i])
			return diag_fail(s->diag, STATUS_USAGE,
			    "--trace needs a text to look for");
	/* What is wrong is said once: in the report. */
	s->diag = diag_new();
	if (!texts)
		look_at_all(&doc);
	for (; texts && s->db_path && *texts; texts++)
		look_for(&doc, *texts);
	diag_free(s->diag);
	s->diag = outer;
	return doc.worst;
}

const struct command cmd_doctor = {
    .name = "doctor",
    .operands = "",
    .text = "tell whether it is wired, healthy and complete",
    .options = options,
    .run = run,
};
