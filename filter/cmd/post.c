/* SPDX-License-Identifier: ISC */
/* Printing lists, and handing drafts to the user or to their sendmail. */
#include "cmd/post.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/proc.h"
#include "base/str.h"
#include "ledger/advice.h"
#include "ledger/ledger.h"
#include "out/listing_json.h"
#include "rule/recognize.h"
#include "rule/rules.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum status post_wording(struct session *s, const struct wording **wording_r)
{
	const struct language *language;
	enum status status = session_rules(s, RULES_KEEP);

	if (status != STATUS_OK)
		return status;
	language = rules_language(s->rules, s->config.language);
	if (!language || !language->wording)
		return diag_fail(s->diag, STATUS_CONFIG,
		    "there is no wording.lang for the language '%s'",
		    s->config.language);
	*wording_r = language->wording;
	return STATUS_OK;
}

size_t post_cells(void)
{
	struct winsize size;

	if (!isatty(STDOUT_FILENO))
		return 0;
	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col)
		return size.ws_col;
	return 80;
}

/* Whether the locale (POSIX, 8.2) of the user's terminal is a UTF-8 one. */
static bool is_utf8(void)
{
	static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		const char *v = getenv(names[i]);

		if (v && *v)
			return str_find(v, strlen(v), "utf-8") ||
			       str_find(v, strlen(v), "utf8");
	}
	return false;
}

enum status post_listing(
    struct session *s, struct buf *out, struct listing *listing_r)
{
	*listing_r = (struct listing){.arena = s->arena,
	    .now = s->now,
	    .width = post_cells(),
	    .workday_min = s->config.work_to_min - s->config.work_from_min,
	    .is_utf8 = is_utf8(),
	    .out = out};
	return post_wording(s, &listing_r->wording);
}

enum status post_items(struct session *s, const struct item_filter *filter,
    bool is_json,
    void (*show)(const struct listing *l, const struct item *items, size_t n))
{
	struct buf out = BUF_EMPTY;
	struct listing listing;
	struct item *items;
	enum status status;
	size_t n;

	status = ledger_items(
	    s->ledger, s->arena, filter, s->now, s->diag, &items, &n);
	if (status != STATUS_OK)
		return status;
	if (is_json) {
		list_items_json(&out, items, n, s->now);
		return post_print(s, &out);
	}
	status = post_listing(s, &out, &listing);
	if (status != STATUS_OK)
		return status;
	show(&listing, items, n);
	return post_print(s, &out);
}

/* The language of what the newest letters promise and ask, or NULL. */
static const struct language *spoken(
    struct session *s, const struct note *notes, size_t n_notes)
{
	struct language_signs signs = {0};

	while (n_notes-- && !signs.is_plain)
		for (size_t i = 0; i < notes[n_notes].n_acts; i++) {
			const char *text = notes[n_notes].acts[i].text;

			recognize_add(s->rules, &signs, text, strlen(text));
		}
	return recognize_best(s->rules, &signs);
}

enum status post_writer(struct session *s, const struct note *notes,
    size_t n_notes, struct writer *writer_r)
{
	const struct language *language;
	enum status status;

	*writer_r = (struct writer){
	    .arena = s->arena, .me = &s->config.me, .now = s->now};
	status = post_wording(s, &writer_r->wording);
	if (status != STATUS_OK)
		return status;
	language = spoken(s, notes, n_notes);
	if (language && language->wording)
		writer_r->wording = language->wording;
	return STATUS_OK;
}

enum status post_print(struct session *s, struct buf *out)
{
	enum status status = STATUS_OK;

	/* Programs are told by silence, people are not. */
	if (!out->len_bytes && !s->quiet && isatty(STDOUT_FILENO))
		buf_puts(out, "(nothing)\n");
	if (fwrite(buf_text(out), 1, out->len_bytes, stdout) != out->len_bytes)
		status = diag_fail(
		    s->diag, STATUS_IOERR, "cannot write to standard output");
	buf_release(out);
	return status;
}

/* The mail is on its way: what fails now is worth a word, no more. */
static void record_sent(struct session *s, const struct buf *message)
{
	enum recorded recorded;

	if (ledger_record(s->ledger, message->data, message->len_bytes,
		DIRECTION_OUT, s->now, s->diag, &recorded) != STATUS_OK)
		diag_warn(s->diag, "the mail was sent but is not recorded");
}

enum status post_draft(struct session *s, struct draft *draft, bool send)
{
	struct buf message = BUF_EMPTY;
	enum status status;

	for (size_t i = 0; i < draft->n_to; i++)
		if (!compose_can_address(draft->to[i].addr))
			return diag_fail(s->diag, STATUS_DATA,
			    "there is no usable address to write to");
	/* What the user may still change will be read like other mail. */
	if (send && !draft->kind)
		draft->kind = "draft";
	compose(&message, draft);
	if (!send)
		return post_print(s, &message);
	status = proc_feed(
	    s->config.sendmail, message.data, message.len_bytes, s->diag);
	if (status == STATUS_OK && !draft->auto_submitted)
		record_sent(s, &message);
	buf_release(&message);
	return status;
}

enum status post_item(
    struct session *s, const char *word, struct post_item *item_r)
{
	int64_t id = operand_id(word, 'i');
	struct event *events;
	enum status status;
	size_t n_events;

	if (!id)
		return diag_fail(
		    s->diag, STATUS_USAGE, "'%s' is not an item's ID", word);
	status = ledger_item(s->ledger, s->arena, id, s->now, s->diag,
	    &item_r->item, &events, &n_events);
	if (status != STATUS_OK)
		return status;
	return ledger_notes(s->ledger, s->arena, item_r->item.thread, s->diag,
	    &item_r->notes, &item_r->n_notes);
}

bool post_is_day(struct stamp when)
{
	struct civil c = civil_from_stamp(when);

	return c.hour == 23 && c.minute == 59 && c.second == 59;
}

enum status post_event(struct session *s, int64_t id, const struct event *event)
{
	struct event e = *event;

	e.cause = CAUSE_USER;
	e.at = s->now;
	e.message_id = e.message_id ? e.message_id : "";
	e.text = e.text ? e.text : "";
	e.due.text = e.due.text ? e.due.text : "";
	return ledger_change(s->ledger, id, &e, s->diag);
}

enum status post_taken(
    struct session *s, enum suggestion_kind kind, int64_t item, int64_t thread)
{
	const char *key =
	    arena_printf(s->arena, "%s %c%lld", suggestion_name(kind),
		item ? 'i' : 't', (long long)(item ? item : thread));

	return ledger_taken(s->ledger, key, s->now, s->diag);
}
