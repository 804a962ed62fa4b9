/* SPDX-License-Identifier: ISC */
/* rapport away: when the user is away, and what is due then has time. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "base/utf8.h"
#include "cmd/command.h"
#include "cmd/post.h"
#include "ledger/settings.h"
#include "out/json.h"
#include "out/phrase.h"

#include <stdio.h>
#include <string.h>

#define DAY_S 86400
/* Longer, it is no absence but a new life. */
#define MOST_DAYS 3660

enum option { END, JSON };

static const struct command_option options[] = {
    [END] = {"end", "N", "call off that absence of the list", false},
    [JSON] = {"json", NULL, "list as JSON", false},
    {0},
};

static struct stamp midnight(int64_t day, int zone_min)
{
	return (struct stamp){day * DAY_S - (int64_t)zone_min * 60, zone_min};
}

/* "2026-12-24", whenever it was; or a phrase. Days from and past the end. */
static enum status read_days(
    struct session *s, const char *text, int64_t *from_r, int64_t *end_r)
{
	struct time_expr t = {.has_due = false};
	int year, month, day, len = 0;
	enum status status;

	if (sscanf(text, "%4d-%2d-%2d%n", &year, &month, &day, &len) == 3 &&
	    !text[len] && month >= 1 && month <= 12 && day >= 1 &&
	    day <= civil_month_length(year, month)) {
		*from_r = civil_days(year, month, day);
		*end_r = *from_r + 1;
		return STATUS_OK;
	}
	status = session_time(s, text, &t);
	if (status != STATUS_OK)
		return status;
	*from_r = civil_day_of(t.start);
	*end_r = *from_r + 1;
	if (t.has_end && t.end.utc_s > t.start.utc_s)
		*end_r = civil_day_of(
			     (struct stamp){t.end.utc_s - 1, t.end.zone_min}) +
			 1;
	return STATUS_OK;
}

static const char *day_text(struct session *s, struct stamp t)
{
	return arena_strndup(s->arena, civil_format(s->arena, t), 10);
}

/* The last day, which counts. */
static const char *last_day(struct session *s, const struct away *a)
{
	return day_text(
	    s, (struct stamp){a->until.utc_s - 1, a->until.zone_min});
}

static void put_json(
    struct session *s, struct buf *out, const struct away *v, size_t n)
{
	struct json j;

	json_init(&j, out);
	json_array(&j);
	for (size_t i = 0; i < n; i++) {
		json_object(&j);
		json_key(&j, "id");
		json_int(&j, v[i].id);
		json_key(&j, "from");
		json_string(&j, day_text(s, v[i].from));
		json_key(&j, "to");
		json_string(&j, last_day(s, &v[i]));
		json_end(&j);
	}
	json_end(&j);
	buf_char(out, '\n');
}

static enum status list(struct session *s, bool as_json)
{
	struct buf out = BUF_EMPTY;
	struct away *v;
	size_t n;
	enum status status = ledger_aways(s->ledger, s->arena, s->diag, &v, &n);

	if (status != STATUS_OK)
		return status;
	if (as_json)
		put_json(s, &out, v, n);
	for (size_t i = 0; !as_json && i < n; i++)
		buf_printf(&out, "%3lld  %s to %s%s\n", (long long)v[i].id,
		    day_text(s, v[i].from), last_day(s, &v[i]),
		    v[i].until.utc_s <= s->now.utc_s  ? ", over"
		    : v[i].from.utc_s <= s->now.utc_s ? ", now"
						      : "");
	return post_print(s, &out);
}

static enum status end(struct session *s, const char *word)
{
	long long id;
	enum status status;

	if (!str_number(word, strlen(word), INT64_MAX, &id))
		return diag_fail(s->diag, STATUS_USAGE,
		    "'%s' is not the number of an absence",
		    utf8_printable(s->arena, word, 40));
	status = ledger_away_end(s->ledger, id, s->now, s->diag);
	if (status == STATUS_OK && !s->quiet)
		(void)printf("absence %lld called off\n", id);
	return status;
}

static enum status run(struct session *s, const struct arguments *args)
{
	int64_t from = 0, until = 0, last = 0;
	struct away away;
	enum status status;

	if (args->values[END] && args->n_words)
		return diag_fail(s->diag, STATUS_USAGE, "--end takes no days");
	if (args->values[END])
		return end(s, argument(args, END));
	if (!args->n_words)
		return list(s, args->values[JSON] != NULL);
	status = read_days(s, args->words[0], &from, &until);
	if (status == STATUS_OK && args->n_words > 1)
		status = read_days(s, args->words[1], &last, &until);
	if (status != STATUS_OK)
		return status;
	if (until <= from || until - from > MOST_DAYS)
		return diag_fail(s->diag, STATUS_USAGE,
		    "the last day must not lie before the first, nor ten "
		    "years after it");
	away.from = midnight(from, s->now.zone_min);
	away.until = midnight(until, s->now.zone_min);
	status = ledger_away(s->ledger, away.from, away.until, s->now, s->diag);
	if (status == STATUS_OK && !s->quiet)
		(void)printf("away from %s to %s\n", day_text(s, away.from),
		    last_day(s, &away));
	return status;
}

const struct command cmd_away = {
    .name = "away",
    .operands = "[FROM [TO]]",
    .text = "say when you are away; without days, list when",
    .options = options,
    .max_words = 2,
    .needs = NEEDS_LEDGER,
    .run = run,
};
