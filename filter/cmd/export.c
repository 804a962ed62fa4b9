/* SPDX-License-Identifier: ISC */
/*
 * rapport export: every item, for calendars or for other programs. To-dos go
 * to one file, or to a folder with a file for each (vdir, as khal, todoman
 * and vdirsyncer have it).
 */
#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "calendar/calendar.h"
#include "cmd/command.h"
#include "cmd/post.h"
#include "ledger/history.h"
#include "ledger/ledger.h"
#include "out/listing_json.h"

#include <stdio.h>
#include <string.h>

/* Far longer than a to-do is. */
#define TODO_BYTES (256 * 1024)

enum option { ICS, VDIR, JSON };

static const struct command_option options[] = {
    [ICS] = {"ics", NULL, "as iCalendar to-dos", false},
    [VDIR] = {"vdir", "DIR", "as to-dos, a file in DIR for each", false},
    [JSON] = {"json", NULL, "as JSON, which is the default", false},
    {0},
};

static enum status write_json(struct session *s)
{
	const struct item_filter all = {.all = true};
	struct buf out = BUF_EMPTY;
	struct item *items;
	size_t n;
	enum status status = ledger_items(
	    s->ledger, s->arena, &all, s->now, s->diag, &items, &n);

	if (status != STATUS_OK)
		return status;
	list_items_json(&out, items, n, s->now);
	return post_print(s, &out);
}

static enum status write_ics(
    struct session *s, const struct todo *todos, size_t n)
{
	struct buf out = BUF_EMPTY;
	const char *text;
	enum status status = calendar_todos(s->arena, todos, n, s->diag, &text);

	if (status != STATUS_OK)
		return status;
	buf_puts(&out, text);
	return post_print(s, &out);
}

/* Files that are the same already are left alone, for what watches them. */
static bool is_there(const char *path, const char *text)
{
	struct diag *none = diag_new();
	struct buf old = BUF_EMPTY;
	bool same = file_read(path, TODO_BYTES, none, &old) == STATUS_OK &&
		    !strcmp(buf_text(&old), text);

	buf_release(&old);
	diag_free(none);
	return same;
}

static enum status write_vdir(
    struct session *s, const char *dir, const struct todo *todos, size_t n)
{
	enum status status = file_make_dir(dir, s->diag);
	size_t n_written = 0;

	for (size_t i = 0; status == STATUS_OK && i < n; i++) {
		const char *path = file_join(s->arena, dir,
		    arena_printf(s->arena, "%s.ics",
			calendar_uid(s->arena, &todos[i].item)));
		const char *text;

		status = calendar_todos(s->arena, &todos[i], 1, s->diag, &text);
		if (status != STATUS_OK || is_there(path, text))
			continue;
		status = file_write_atomic(path, text, strlen(text), s->diag);
		n_written += status == STATUS_OK;
	}
	if (status == STATUS_OK && !s->quiet)
		(void)printf("%zu to-do%s in %s, %zu of them new or changed\n",
		    n, n == 1 ? "" : "s", dir, n_written);
	return status;
}

static enum status run(struct session *s, const struct arguments *args)
{
	const char *dir = argument(args, VDIR);
	struct todo *todos;
	enum status status;
	size_t n;

	if ((args->values[ICS] != NULL) + (args->values[JSON] != NULL) +
		(dir != NULL) >
	    1)
		return diag_fail(s->diag, STATUS_USAGE,
		    "--ics, --vdir and --json exclude each other");
	if (!args->values[ICS] && !dir)
		return write_json(s);
	status = ledger_todos(s->ledger, s->arena, s->now, s->diag, &todos, &n);
	if (status != STATUS_OK)
		return status;
	return dir ? write_vdir(s, dir, todos, n) : write_ics(s, todos, n);
}

const struct command cmd_export = {
    .name = "export",
    .operands = "",
    .text = "write all items as iCalendar to-dos or JSON",
    .options = options,
    .needs = NEEDS_LEDGER_READ,
    .run = run,
};
