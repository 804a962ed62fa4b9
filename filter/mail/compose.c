/* SPDX-License-Identifier: ISC */
/*
 * Writes messages: header fields and the tree of parts. Parts that hold an
 * invitation are laid out as calendar programs expect it (RFC 6047, 2.4,
 * and what Exchange and Google send): the calendar as the last alternative
 * of the text, and once more as an attached file.
 *
 * Nothing here draws random numbers: boundaries come from the Message-ID.
 */
#include "mail/compose.h"
#include "base/arena.h"
#include "base/buf.h"
#include "mail/encode.h"

#include <stdint.h>
#include <string.h>

/* RFC 5322, 3.6.4: at least the oldest and the newest must stay. */
#define REFERENCES_KEPT 20

static const char *const weekdays[] = {
    "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
static const char *const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
    "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

/* RFC 5322, 3.3. */
static void write_date(struct buf *out, struct stamp t)
{
	struct civil c = civil_from_stamp(t);
	int z = t.zone_min < 0 ? -t.zone_min : t.zone_min;

	buf_printf(out, "Date: %s, %d %s %04d %02d:%02d:%02d %c%02d%02d\n",
	    weekdays[civil_weekday(civil_day_of(t)) - 1], c.day,
	    months[c.month - 1], c.year, c.hour, c.minute, c.second,
	    t.zone_min < 0 ? '-' : '+', z / 60, z % 60);
}

static void write_mailboxes(
    struct buf *out, const char *name, const struct mailbox *boxes, size_t n)
{
	struct encode_line line;
	bool first = true;

	for (size_t i = 0; i < n; i++) {
		if (!compose_can_address(boxes[i].addr))
			continue;
		if (first)
			encode_begin(&line, out, name);
		else
			encode_append(&line, ",", false);
		encode_mailbox(&line, &boxes[i]);
		first = false;
	}
	if (!first)
		buf_char(out, '\n');
}

/* Visible ASCII without blanks or brackets: cannot leave its field. */
static bool is_word(const char *s)
{
	for (; *s; s++)
		if (*s <= ' ' || *s >= 0x7f || *s == '<' || *s == '>')
			return false;
	return true;
}

bool compose_can_address(const char *addr)
{
	const char *at = strrchr(addr, '@');

	return at && at != addr && at[1] && is_word(addr) &&
	       !strpbrk(addr, ",;\"()\\");
}

static void write_ids(struct arena *a, struct buf *out, const char *name,
    const char **ids, size_t n)
{
	struct encode_line line;
	bool first = true;

	for (size_t i = 0; i < n; i++) {
		if (!*ids[i] || !is_word(ids[i]))
			continue;
		if (n > REFERENCES_KEPT && i && i < n - REFERENCES_KEPT + 1)
			continue;
		if (first)
			encode_begin(&line, out, name);
		first = false;
		encode_append(&line, arena_printf(a, "<%s>", ids[i]), true);
	}
	if (!first)
		buf_char(out, '\n');
}

static void write_token(struct buf *out, const char *name, const char *value)
{
	if (value && *value && is_word(value))
		buf_printf(out, "%s: %s\n", name, value);
}

static void write_headers(
    struct arena *a, struct buf *out, const struct draft *draft)
{
	struct encode_line line;

	write_date(out, draft->date);
	write_mailboxes(out, "From", &draft->from, 1);
	write_mailboxes(out, "To", draft->to, draft->n_to);
	write_mailboxes(out, "Cc", draft->cc, draft->n_cc);
	encode_begin(&line, out, "Subject");
	encode_text(&line, draft->subject ? draft->subject : "");
	buf_char(out, '\n');
	write_ids(a, out, "Message-ID", (const char *[]){draft->message_id}, 1);
	if (draft->in_reply_to)
		write_ids(a, out, "In-Reply-To",
		    (const char *[]){draft->in_reply_to}, 1);
	write_ids(a, out, "References", draft->references, draft->n_references);
	write_token(out, "Auto-Submitted", draft->auto_submitted);
	write_token(out, "X-Rapport", draft->kind);
	buf_puts(out, "MIME-Version: 1.0\n");
}

/* FNV-1a, 64 bits: enough to tell one message's boundaries from another's. */
static uint64_t hash(const char *s)
{
	uint64_t h = 0xcbf29ce484222325U;

	for (; *s; s++)
		h = (h ^ (unsigned char)*s) * 0x100000001b3U;
	return h;
}

/* "=_" cannot occur in quoted-printable or base64 (RFC 2045, 6.7). */
static const char *boundary(
    struct arena *a, const struct draft *draft, const char *level)
{
	return arena_printf(a, "=_%s_%016llx", level,
	    (unsigned long long)hash(draft->message_id));
}

static void write_text_part(
    struct buf *out, const char *type, const char *more, const char *text)
{
	bool plain = encode_is_plain(text);

	buf_printf(out,
	    "Content-Type: %s; charset=utf-8%s\n"
	    "Content-Transfer-Encoding: %s\n\n",
	    type, more, plain ? "7bit" : "quoted-printable");
	if (plain)
		encode_lines(out, text);
	else
		encode_quoted_printable(out, text);
}

static void write_calendar_part(
    struct arena *a, struct buf *out, const struct draft *draft)
{
	const char *method = draft->calendar_method, *more = "";

	if (method && *method && is_word(method))
		more = arena_printf(a, "; method=%s", method);
	write_text_part(out, "text/calendar", more, draft->calendar);
}

static void write_multipart(
    struct buf *out, const char *subtype, const char *bound)
{
	buf_printf(out, "Content-Type: multipart/%s;\n\tboundary=\"%s\"\n\n",
	    subtype, bound);
}

/* The text, alone or with its alternatives, best last (RFC 2046, 5.1.4). */
static void write_alternatives(
    struct arena *a, struct buf *out, const struct draft *draft)
{
	const char *text = draft->text ? draft->text : "", *bound;

	if (!draft->html && !draft->calendar) {
		write_text_part(out, "text/plain", "", text);
		return;
	}
	bound = boundary(a, draft, "alternative");
	write_multipart(out, "alternative", bound);
	buf_printf(out, "--%s\n", bound);
	write_text_part(out, "text/plain", "", text);
	if (draft->html) {
		buf_printf(out, "\n--%s\n", bound);
		write_text_part(out, "text/html", "", draft->html);
	}
	if (draft->calendar) {
		buf_printf(out, "\n--%s\n", bound);
		write_calendar_part(a, out, draft);
	}
	buf_printf(out, "\n--%s--\n", bound);
}

void compose(struct buf *out, const struct draft *draft)
{
	struct arena *a = arena_new();
	const char *bound;

	write_headers(a, out, draft);
	if (draft->calendar) {
		bound = boundary(a, draft, "mixed");
		write_multipart(out, "mixed", bound);
		buf_printf(out, "--%s\n", bound);
		write_alternatives(a, out, draft);
		buf_printf(out,
		    "\n--%s\n"
		    "Content-Type: application/ics; name=\"invite.ics\"\n"
		    "Content-Disposition: attachment; "
		    "filename=\"invite.ics\"\n"
		    "Content-Transfer-Encoding: base64\n\n",
		    bound);
		encode_base64(out, draft->calendar, strlen(draft->calendar));
		buf_printf(out, "\n--%s--\n", bound);
	} else {
		write_alternatives(a, out, draft);
	}
	arena_free(a);
}
