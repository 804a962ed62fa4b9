/* SPDX-License-Identifier: ISC */
/* What a replayed archive would have said: day by day, or a sample. */
#include "out/backtest.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/sha256.h"
#include "base/utf8.h"
#include "model/history.h"
#include "out/json.h"
#include "out/listing.h"
#include "out/listing_json.h"
#include "out/phrase.h"
#include "out/text.h"

#include <stdlib.h>
#include <string.h>

#define TEXT_MOST 100
/* How far text that goes on is indented, and the least that it gets. */
#define INDENT      14
#define LEAST_CELLS 20

static const char *printable(const struct listing *l, const char *s)
{
	return utf8_printable(l->arena, s ? s : "", TEXT_MOST);
}

static const char *rules_of(struct arena *a, const struct item *it)
{
	const char *s = "";

	for (size_t i = 0; i < it->n_rules; i++)
		s = arena_printf(a, "%s%s%s", s, i ? " " : "", it->rules[i]);
	return s;
}

/* "you to Ann", "Ann to you" */
static const char *who_owes(const struct listing *l, const struct item *it)
{
	const char *who = phrase_who(l->arena, &it->who);

	return it->owner == OWNER_ME ? arena_printf(l->arena, "you to %s", who)
				     : arena_printf(l->arena, "%s to you", who);
}

static const char *due_text(const struct listing *l, const struct due *due)
{
	if (!due->is_set)
		return "";
	return arena_printf(l->arena, ", due %s",
	    phrase_due(l->arena, l->wording, due, l->now));
}

/* On a terminal what is longer than its lines goes on below, indented. */
static void write_entry(
    const struct listing *l, const char *head, const char *text)
{
	size_t used = utf8_cells(head);
	size_t cells =
	    l->width > used + LEAST_CELLS ? l->width - used : LEAST_CELLS;

	buf_puts(l->out, head);
	if (l->width)
		text = text_wrapped(l->arena, text, cells);
	for (size_t n;; text += n) {
		n = strcspn(text, "\n");
		buf_append(l->out, text, n);
		if (!text[n])
			break;
		buf_printf(l->out, "\n%*s", INDENT, "");
		n++;
	}
	buf_char(l->out, '\n');
}

/* "by WHAT in SUBJECT <message-id>" */
static void write_source(const struct listing *l, const char *what,
    const char *subject, const char *message_id)
{
	const char *in = "";

	if (subject && *subject)
		in = arena_printf(l->arena, "\"%s\" ", printable(l, subject));
	write_entry(l, arena_printf(l->arena, "%*s", INDENT, ""),
	    arena_printf(l->arena, "by %s%s%s<%s>", what,
		*what && *in ? " in "
		: *what      ? " "
			     : "",
		in, printable(l, message_id)));
}

static void write_cause(const struct listing *l, const struct happening *x)
{
	const char *text = x->event.text ? x->event.text : "";

	if (x->event.kind == EVENT_OPENED)
		write_source(l, rules_of(l->arena, x->item), x->item->subject,
		    x->item->message_id);
	else if (!*x->event.message_id)
		buf_printf(l->out, "%*sby a talk\n", INDENT, "");
	else
		write_source(l,
		    *text ? arena_printf(l->arena, "\"%s\"", printable(l, text))
			  : "",
		    x->subject, x->event.message_id);
}

static void write_happening(const struct listing *l, const struct happening *x)
{
	const struct item *it = x->item;
	bool opened = x->event.kind == EVENT_OPENED;

	write_entry(l,
	    arena_printf(l->arena, "  %-9s %4lld  ", event_name(x->event.kind),
		(long long)it->id),
	    arena_printf(l->arena, "%s: %s%s%s",
		utf8_printable(l->arena, who_owes(l, it), 40),
		printable(l, it->what),
		opened || x->event.due.is_set ? due_text(l, &x->event.due) : "",
		x->is_withdrawn ? " (withdrawn later)" : ""));
	write_cause(l, x);
}

struct sums {
	size_t opened, closed, revised, withdrawn, open, overdue, presumed;
};

/* Open, and not merely waiting for the user to say that it is settled. */
static bool is_still_open(const struct item *it, struct stamp end)
{
	return item_is_open(it, end) && !item_is_presumed(it, end);
}

static struct sums count(const struct history *h)
{
	struct sums s = {0};

	for (size_t i = 0; i < h->n_happenings; i++) {
		const struct happening *x = &h->happenings[i];

		if (x->is_withdrawn) {
			s.withdrawn++;
			continue;
		}
		s.opened += x->event.kind == EVENT_OPENED;
		s.closed += event_closes(x->event.kind);
		s.revised += event_revises(x->event.kind);
	}
	for (size_t i = 0; i < h->n_items; i++) {
		const struct item *it = &h->items[i];

		s.presumed += item_is_presumed(it, h->end);
		s.open += is_still_open(it, h->end);
		s.overdue +=
		    is_still_open(it, h->end) && item_is_overdue(it, h->end);
	}
	return s;
}

static void write_sums(const struct listing *l, const struct history *h)
{
	struct sums s = count(h);
	const char *text = arena_printf(l->arena,
	    "%zu letter%s: %zu opened, %zu closed, %zu revised, %zu withdrawn; "
	    "likely settled %zu; still open %zu, of these late %zu\n",
	    h->n_letters, h->n_letters == 1 ? "" : "s", s.opened, s.closed,
	    s.revised, s.withdrawn, s.presumed, s.open, s.overdue);

	buf_puts(
	    l->out, l->width ? text_wrapped(l->arena, text, l->width) : text);
}

void backtest_write(const struct listing *l, const struct history *h)
{
	int64_t day = INT64_MIN;

	for (size_t i = 0; i < h->n_happenings; i++) {
		const struct happening *x = &h->happenings[i];
		int64_t at = civil_day_of(x->event.at);

		if (at != day)
			buf_printf(l->out, "%s%.10s\n", i ? "\n" : "",
			    civil_format(l->arena, x->event.at));
		day = at;
		write_happening(l, x);
	}
	if (h->n_happenings)
		buf_char(l->out, '\n');
	write_sums(l, h);
}

/* ---- JSON */

static void put_string(struct json *j, const char *key, const char *value)
{
	json_key(j, key);
	json_string(j, value && *value ? value : NULL);
}

static void put_happening(
    struct json *j, const struct happening *x, struct stamp end)
{
	json_object(j);
	json_key(j, "at");
	json_stamp(j, x->event.at, true);
	put_string(j, "event", event_name(x->event.kind));
	put_string(j, "message_id", x->event.message_id);
	put_string(j, "subject", x->subject);
	put_string(j, "text", x->event.text);
	json_key(j, "due");
	json_stamp(j, x->event.due.at, x->event.due.is_set);
	json_key(j, "withdrawn");
	json_bool(j, x->is_withdrawn);
	json_key(j, "item");
	json_object(j);
	json_item_fields(j, x->item, end);
	json_end(j);
	json_end(j);
}

static void put_item(struct json *j, const struct item *it, struct stamp end)
{
	json_object(j);
	json_item_fields(j, it, end);
	json_end(j);
}

static void put_number(struct json *j, const char *key, size_t n)
{
	json_key(j, key);
	json_int(j, (int64_t)n);
}

static void put_items(struct json *j, const struct history *h, const char *key,
    bool (*is_wanted)(const struct item *it, struct stamp end))
{
	json_key(j, key);
	json_array(j);
	for (size_t i = 0; i < h->n_items; i++)
		if (is_wanted(&h->items[i], h->end))
			put_item(j, &h->items[i], h->end);
	json_end(j);
}

void backtest_json(struct buf *out, const struct history *h)
{
	struct sums s = count(h);
	struct json j;

	json_init(&j, out);
	json_object(&j);
	put_number(&j, "letters", h->n_letters);
	put_number(&j, "opened", s.opened);
	put_number(&j, "closed", s.closed);
	put_number(&j, "revised", s.revised);
	put_number(&j, "withdrawn", s.withdrawn);
	json_key(&j, "events");
	json_array(&j);
	for (size_t i = 0; i < h->n_happenings; i++)
		put_happening(&j, &h->happenings[i], h->end);
	json_end(&j);
	put_items(&j, h, "presumed", item_is_presumed);
	put_items(&j, h, "open", is_still_open);
	json_end(&j);
	buf_char(out, '\n');
}

/* ---- samples */

/* What may be drawn; happening is NULL for what is open. */
struct lot {
	uint8_t digest[SHA256_BYTES];
	const struct item *item;
	const struct happening *happening;
};

static int by_digest(const void *a, const void *b)
{
	const struct lot *x = a, *y = b;
	int order = memcmp(x->digest, y->digest, SHA256_BYTES);

	if (order)
		return order;
	return (x->item->id > y->item->id) - (x->item->id < y->item->id);
}

static void add_lot(struct lot *lots, size_t *n, const char *message_id,
    const struct item *it, const struct happening *x)
{
	sha256(message_id, strlen(message_id), lots[*n].digest);
	lots[*n].item = it;
	lots[(*n)++].happening = x;
}

enum sample { OPENED, CLOSED, REVISED, PRESUMED, STILL_OPEN, SAMPLES };

static const char *const sample_names[SAMPLES] = {
    [OPENED] = "opened",
    [CLOSED] = "closed",
    [REVISED] = "revised",
    [PRESUMED] = "presumed",
    [STILL_OPEN] = "open",
};

static bool belongs(const struct happening *x, enum sample which)
{
	if (x->is_withdrawn)
		return false;
	return which == OPENED   ? x->event.kind == EVENT_OPENED
	       : which == CLOSED ? event_closes(x->event.kind)
				 : event_revises(x->event.kind);
}

static size_t draw(struct arena *a, const struct history *h, enum sample which,
    size_t most, struct lot **lots_r)
{
	struct lot *lots =
	    arena_array(a, h->n_happenings + h->n_items, sizeof(*lots));
	size_t n = 0;

	for (size_t i = 0; which < PRESUMED && i < h->n_happenings; i++)
		if (belongs(&h->happenings[i], which))
			add_lot(lots, &n, h->happenings[i].event.message_id,
			    h->happenings[i].item, &h->happenings[i]);
	for (size_t i = 0; which >= PRESUMED && i < h->n_items; i++)
		if (which == PRESUMED ? item_is_presumed(&h->items[i], h->end)
				      : is_still_open(&h->items[i], h->end))
			add_lot(lots, &n, h->items[i].message_id, &h->items[i],
			    NULL);
	if (n)
		qsort(lots, n, sizeof(*lots), by_digest);
	*lots_r = lots;
	return n < most ? n : most;
}

static void write_open(const struct listing *l, const struct item *it)
{
	write_entry(l,
	    arena_printf(l->arena, "  %.10s %4lld  ",
		civil_format(l->arena, it->created), (long long)it->id),
	    arena_printf(l->arena, "%s: %s%s",
		utf8_printable(l->arena, who_owes(l, it), 40),
		printable(l, it->what), due_text(l, &it->due)));
	write_source(l, rules_of(l->arena, it), it->subject, it->message_id);
}

void backtest_sample(const struct listing *l, const struct history *h, size_t n)
{
	struct lot *lots;

	for (int which = 0; which < SAMPLES; which++) {
		size_t drawn = draw(l->arena, h, (enum sample)which, n, &lots);

		buf_printf(l->out, "%s%s (%zu)\n", which ? "\n" : "",
		    sample_names[which], drawn);
		for (size_t i = 0; i < drawn; i++)
			if (lots[i].happening)
				write_happening(l, lots[i].happening);
			else
				write_open(l, lots[i].item);
	}
	buf_char(l->out, '\n');
	write_sums(l, h);
}

void backtest_sample_json(
    const struct listing *l, const struct history *h, size_t n)
{
	struct lot *lots;
	struct json j;

	json_init(&j, l->out);
	json_object(&j);
	for (int which = 0; which < SAMPLES; which++) {
		size_t drawn = draw(l->arena, h, (enum sample)which, n, &lots);

		json_key(&j, sample_names[which]);
		json_array(&j);
		for (size_t i = 0; i < drawn; i++)
			if (lots[i].happening)
				put_happening(&j, lots[i].happening, h->end);
			else
				put_item(&j, lots[i].item, h->end);
		json_end(&j);
	}
	json_end(&j);
	buf_char(l->out, '\n');
}
