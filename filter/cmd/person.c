/* SPDX-License-Identifier: ISC */
/*
 * What the user says of a person: person, grace (of items too) and alias.
 * All of it can be undone.
 */
#include "base/arena.h"
#include "base/str.h"
#include "base/utf8.h"
#include "calendar/calendar.h"
#include "cmd/command.h"
#include "cmd/config.h"
#include "ledger/advice.h"
#include "ledger/ledger.h"
#include "ledger/settings.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

/* ---- person */

enum person_option { NAME, ZONE, PREFERS };

static const struct command_option person_options[] = {
    [NAME] = {"name", "NAME", "call them that", false},
    [ZONE] = {"zone", "ZONE", "where they are: Europe/Berlin", false},
    [PREFERS] = {"prefers", "any|mail|call|record", "how they want to be met",
	false},
    {0},
};

static enum status check_traits(struct session *s, const struct traits *t)
{
	int offset_min;

	if (!t->name && !t->zone && !t->prefers)
		return diag_fail(s->diag, STATUS_USAGE,
		    "person needs --name, --zone or --prefers; 'rapport brief "
		    "WHO' shows them");
	if (t->prefers && way_from_name(t->prefers) == WAY_KINDS)
		return diag_fail(s->diag, STATUS_USAGE,
		    "'%s' is none of any, mail, call and record",
		    utf8_printable(s->arena, t->prefers, 40));
	if (!t->zone || !*t->zone)
		return STATUS_OK;
	return calendar_offset(
	    s->arena, t->zone, s->now.utc_s, s->diag, &offset_min);
}

static enum status run_person(struct session *s, const struct arguments *args)
{
	const struct traits traits = {.name = argument(args, NAME),
	    .zone = argument(args, ZONE),
	    .prefers = argument(args, PREFERS)};
	struct person person;
	enum status status = check_traits(s, &traits);

	if (status == STATUS_OK)
		status = ledger_who(s->ledger, s->arena, args->words[0], s->now,
		    s->diag, &person);
	if (status == STATUS_OK)
		status = ledger_set_traits(
		    s->ledger, person.id, &traits, s->now, s->diag);
	if (status == STATUS_OK && !s->quiet)
		(void)printf("noted of %s\n",
		    utf8_printable(s->arena, person.mailbox.addr, 0));
	return status;
}

const struct command cmd_person = {
    .name = "person",
    .operands = "WHO",
    .text = "say who somebody is and how they want to be met",
    .options = person_options,
    .min_words = 1,
    .max_words = 1,
    .needs = NEEDS_LEDGER,
    .run = run_person,
};

/* ---- grace */

#define MOST_DAYS 365

/* "2" and "2d" working days, "4h" hours, "none" as configured: minutes. */
static enum status read_grace(struct session *s, const char *text, int *min_r)
{
	size_t len = strlen(text);
	char unit = len && str_alpha(text[len - 1]) ? text[len - 1] : 'd';
	int day_min = s->config.work_to_min - s->config.work_from_min;
	long long n;

	if (!strcmp(text, "none")) {
		*min_r = -1;
		return STATUS_OK;
	}
	if (len && str_alpha(text[len - 1]))
		len--;
	if ((unit != 'd' && unit != 'h') ||
	    !str_number(text, len, MOST_DAYS, &n))
		return diag_fail(s->diag, STATUS_USAGE,
		    "'%s' is no time of grace: 2d are working days, 4h "
		    "hours, none as configured",
		    utf8_printable(s->arena, text, 40));
	*min_r = (int)n * (unit == 'h' ? 60 : day_min);
	return STATUS_OK;
}

static enum status run_grace(struct session *s, const struct arguments *args)
{
	int64_t id = operand_id(args->words[0], 'i');
	struct person person = {.mailbox = {"", "", 0}};
	struct event *events;
	struct item item;
	int minutes = -1;
	enum status status = read_grace(s, args->words[1], &minutes);
	size_t n;

	if (status != STATUS_OK)
		return status;
	status = id ? ledger_item(s->ledger, s->arena, id, s->now, s->diag,
			  &item, &events, &n)
		    : ledger_who(s->ledger, s->arena, args->words[0], s->now,
			  s->diag, &person);
	if (status == STATUS_OK)
		status = ledger_set_grace(
		    s->ledger, person.id, id, minutes, s->now, s->diag);
	if (status == STATUS_OK && !s->quiet)
		(void)printf("%s has %s%s of grace\n",
		    id ? args->words[0]
		       : utf8_printable(s->arena, person.mailbox.addr, 0),
		    minutes < 0 ? "the usual time" : args->words[1],
		    str_digit(args->words[1][strlen(args->words[1]) - 1]) ? "d"
									  : "");
	return status;
}

const struct command cmd_grace = {
    .name = "grace",
    .operands = "WHO|ID DAYS",
    .text = "give a person or an item more time before it is late",
    .min_words = 2,
    .max_words = 2,
    .needs = NEEDS_LEDGER,
    .run = run_grace,
};

/* ---- alias */

enum alias_option { APART };

static const struct command_option alias_options[] = {
    [APART] = {"apart", NULL, "these are not theirs but somebody else's",
	false},
    {0},
};

static enum status check_address(struct session *s, char *addr)
{
	for (char *c = addr; *c; c++)
		*c = str_lower(*c);
	if (!config_is_address(addr))
		return diag_fail(s->diag, STATUS_USAGE,
		    "'%s' is not a mail address",
		    utf8_printable(s->arena, addr, 60));
	if (me_has(&s->config.me, addr))
		return diag_fail(s->diag, STATUS_USAGE,
		    "'%s' is yours: the configuration says so", addr);
	return STATUS_OK;
}

static enum status find_person(
    struct session *s, const char *who, struct person *person_r)
{
	return ledger_who(s->ledger, s->arena, who, s->now, s->diag, person_r);
}

static enum status run_alias(struct session *s, const struct arguments *args)
{
	const char **addrs =
	    arena_array(s->arena, args->n_words, sizeof(*addrs));
	size_t n = args->n_words - 1;
	struct person person;
	enum status status;

	if (args->values[APART] && !n)
		return diag_fail(s->diag, STATUS_USAGE,
		    "alias --apart needs the addresses after the person");
	status = find_person(s, args->words[0], &person);
	for (size_t i = 0; status == STATUS_OK && i < n; i++) {
		char *addr = arena_strdup(s->arena, args->words[i + 1]);

		addrs[i] = addr;
		status = check_address(s, addr);
	}
	if (status == STATUS_OK && n)
		status =
		    ledger_alias(s->ledger, args->values[APART] ? 0 : person.id,
			addrs, n, s->now, s->diag);
	if (status == STATUS_OK)
		status = find_person(s, person.mailbox.addr, &person);
	if (status != STATUS_OK || s->quiet)
		return status;
	(void)printf("%s:", utf8_printable(s->arena, person.mailbox.name, 0));
	for (size_t i = 0; i < person.n_addresses; i++)
		(void)printf(
		    " %s", utf8_printable(s->arena, person.addresses[i], 0));
	(void)puts("");
	return STATUS_OK;
}

const struct command cmd_alias = {
    .name = "alias",
    .operands = "WHO [ADDR...]",
    .text = "say which addresses are one person's",
    .options = alias_options,
    .min_words = 1,
    .max_words = SIZE_MAX,
    .needs = NEEDS_LEDGER,
    .run = run_alias,
};
