/* SPDX-License-Identifier: ISC */
/* Opens what commands work with: configuration, rules, store. */
#include "base/arena.h"
#include "base/file.h"
#include "base/str.h"
#include "cmd/command.h"
#include "cmd/config.h"
#include "cmd/paths.h"
#include "ledger/ledger.h"
#include "rule/rules.h"
#include "when/when.h"

#include <stdint.h>
#include <string.h>

enum status session_config(struct session *s)
{
	enum status status;

	if (s->config.me.n_addresses)
		return STATUS_OK;
	if (!s->config_path)
		return diag_fail(s->diag, STATUS_CONFIG,
		    "no home directory: say where the configuration is "
		    "with -c");
	status = config_read(s->arena, s->config_path, s->diag, &s->config);
	if (status == STATUS_NOINPUT)
		return diag_fail(s->diag, STATUS_CONFIG,
		    "'rapport init --address ADDR' makes a configuration");
	if (status == STATUS_OK && !s->config.me.n_addresses)
		return diag_fail(s->diag, STATUS_CONFIG,
		    "'%s' names no address of yours", s->config_path);
	return status;
}

enum status session_rules(struct session *s, unsigned flags)
{
	const char *dirs[2];
	size_t n = 0;
	enum status status = STATUS_OK;

	if (s->rules)
		return STATUS_OK;
	dirs[n++] = paths_rules(s->arena, s->program_dir);
	dirs[n] = paths_user_rules(s->arena);
	if (dirs[n])
		n++;
	if (flags == RULES_KEEP && s->db_path)
		s->rules = rules_kept(
		    paths_kept_rules(s->arena, s->db_path), dirs, n, s->diag);
	if (!s->rules)
		status = rules_load(dirs, n, flags, s->diag, &s->rules);
	if (status == STATUS_OK)
		rules_prefer(s->rules, s->config.language);
	if (status == STATUS_OK && s->config.n_holidays)
		session_lend_days_off(s);
	return status;
}

enum status session_ledger(struct session *s, bool read_only, bool create)
{
	struct ledger_setup setup = {.config = &s->config,
	    .rules = s->rules,
	    .read_only = read_only,
	    .create = create};

	if (s->ledger)
		return STATUS_OK;
	if (!s->db_path)
		return diag_fail(s->diag, STATUS_CONFIG,
		    "no home directory: say where the store is with --db");
	setup.db = s->db_path;
	if (create) {
		enum status status =
		    file_make_dir(file_dir(s->arena, s->db_path), s->diag);

		if (status != STATUS_OK)
			return status;
	}
	return ledger_open(&setup, s->diag, &s->ledger);
}

enum status session_time(
    struct session *s, const char *text, struct time_expr *time_r)
{
	const struct language *language;
	struct stamp exact;
	enum status status;

	if (civil_parse(text, &exact)) {
		*time_r = (struct time_expr){.start = exact,
		    .due = exact,
		    .has_due = true,
		    .grain = GRAIN_MINUTE};
		return STATUS_OK;
	}
	status = session_rules(s, RULES_KEEP);
	if (status != STATUS_OK)
		return status;
	language = rules_language(s->rules, s->config.language);
	if (!language || !language->dates ||
	    !when_resolve(s->arena, language->dates, text, s->now, time_r))
		return diag_fail(s->diag, STATUS_USAGE,
		    "cannot read '%s' as a time to come", text);
	return STATUS_OK;
}

enum status session_when(
    struct session *s, const char *text, struct stamp *when_r)
{
	struct time_expr t = {.has_due = false};
	enum status status = session_time(s, text, &t);

	if (status == STATUS_OK)
		*when_r = t.has_due ? t.due : t.start;
	return status;
}

int64_t operand_id(const char *word, char kind)
{
	long long id;

	if (*word == kind)
		word++;
	else if (kind != 'i')
		return 0;
	return str_number(word, strlen(word), INT64_MAX, &id) ? id : 0;
}
