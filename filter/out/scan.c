/* SPDX-License-Identifier: ISC */
/* What detection says about a message or a sentence, for `scan`. */
#include "out/scan.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/civil.h"
#include "base/utf8.h"
#include "out/json.h"

#define CELLS 60 /* of a sentence, for people */

/* The acts that users see; the others only move items. */
static bool is_shown(const struct scanned *s, const struct act *act)
{
	return act->kind <= ACT_DEADLINE && act->confidence >= s->threshold;
}

static const char *who(const struct act *act)
{
	if (act->who == WHO_SENDER)
		return "sender";
	return act->who == WHO_RECIPIENT ? "recipient" : act->who_name;
}

static void act_json(struct json *j, const struct act *act)
{
	json_object(j);
	json_key(j, "sentence");
	json_string(j, act->text);
	json_key(j, "act");
	json_string(j, act_name(act->kind));
	json_key(j, "confidence");
	json_double(j, act->confidence);
	json_key(j, "who");
	json_string(j, who(act));
	json_key(j, "due");
	json_stamp(j, act->due.at, act->due.is_set);
	json_key(j, "grain");
	json_string(j, act->due.is_set ? grain_name(act->due.grain) : NULL);
	json_key(j, "due_text");
	json_string(j, act->due.text[0] ? act->due.text : NULL);
	json_key(j, "rules");
	json_array(j);
	for (size_t i = 0; i < act->n_rules; i++)
		json_string(j, act->rules[i]);
	json_end(j);
	json_end(j);
}

static void time_json(
    struct json *j, const struct scanned *s, const struct time_expr *t)
{
	struct arena *a = arena_new();

	json_object(j);
	json_key(j, "text");
	json_string(j, arena_strndup(a, s->text + t->offset, t->len_bytes));
	json_key(j, "offset");
	json_int(j, (int64_t)t->offset);
	json_key(j, "start");
	json_stamp(j, t->start, true);
	json_key(j, "end");
	json_stamp(j, t->end, t->has_end);
	json_key(j, "grain");
	json_string(j, grain_name(t->grain));
	json_key(j, "due");
	json_stamp(j, t->due, t->has_due);
	json_key(j, "past");
	json_bool(j, t->past);
	json_end(j);
	arena_free(a);
}

static void letter_json(struct json *j, const struct scanned *s)
{
	const struct letter *l = s->letter;
	static const char *const directions[] = {
	    [DIRECTION_UNKNOWN] = NULL,
	    [DIRECTION_IN] = "in",
	    [DIRECTION_OUT] = "out",
	};

	json_key(j, "message_id");
	json_string(j, l ? l->message_id : NULL);
	json_key(j, "date");
	json_stamp(j, l ? l->date : (struct stamp){0, 0}, l != NULL);
	json_key(j, "direction");
	json_string(j, directions[s->direction]);
	json_key(j, "bulk");
	json_bool(j, s->findings && s->findings->is_bulk);
}

void scan_json(struct buf *out, const struct scanned *s)
{
	struct json j;

	json_init(&j, out);
	json_object(&j);
	if (!s->times)
		letter_json(&j, s);
	json_key(&j, "language");
	json_string(&j, s->findings && s->findings->language[0]
			    ? s->findings->language
			    : NULL);
	json_key(&j, "text");
	json_string(&j, s->text ? s->text : "");
	json_key(&j, "acts");
	json_array(&j);
	for (size_t i = 0; s->findings && i < s->findings->n_acts; i++)
		if (is_shown(s, &s->findings->acts[i]))
			act_json(&j, &s->findings->acts[i]);
	json_end(&j);
	if (s->times) {
		json_key(&j, "times");
		json_array(&j);
		for (size_t i = 0; i < s->n_times; i++)
			time_json(&j, s, &s->times[i]);
		json_end(&j);
	}
	if (s->error) {
		json_key(&j, "error");
		json_string(&j, s->error);
	}
	json_end(&j);
	buf_char(out, '\n');
}

void scan_text(struct arena *a, struct buf *out, const struct scanned *s)
{
	buf_printf(out, "%s:", utf8_printable(a, s->name, 0));
	if (s->error)
		buf_printf(out, " %s", s->error);
	if (s->findings && s->findings->is_bulk)
		buf_puts(out, " mass or automatic mail");
	buf_char(out, '\n');
	for (size_t i = 0; s->findings && i < s->findings->n_acts; i++) {
		const struct act *act = &s->findings->acts[i];

		if (!is_shown(s, act))
			continue;
		buf_printf(out, "  %-10s %.2f  %s", act_name(act->kind),
		    act->confidence, utf8_printable(a, act->text, CELLS));
		if (act->due.is_set)
			buf_printf(out, "  [%s]", civil_format(a, act->due.at));
		for (size_t k = 0; k < act->n_rules; k++)
			buf_printf(out, " %s", act->rules[k]);
		buf_char(out, '\n');
	}
	for (size_t i = 0; i < s->n_times; i++)
		buf_printf(out, "  time       %s  %s\n",
		    civil_format(a, s->times[i].start),
		    utf8_printable(a,
			arena_strndup(a, s->text + s->times[i].offset,
			    s->times[i].len_bytes),
			CELLS));
}
