/* SPDX-License-Identifier: ISC */
/* Listings for terminals. All text of mail is made printable first. */
#include "out/listing.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "out/phrase.h"
#include "out/text.h"

#include <string.h>

#define NAME_CELLS 22
/* The date and time before an event. */
#define EVENT_CELLS 18

static const char *number(struct arena *a, size_t n)
{
	return arena_printf(a, "%zu", n);
}

void list_items(const struct listing *l, const struct item *items, size_t n)
{
	static const struct table_column columns[] = {{"ID", 1, 0, 0},
	    {"DUE", 0, 0, 0}, {"OWES", 0, 0, 0}, {"WITH", 0, NAME_CELLS, 0},
	    {"WHAT", 0, 0, 0}};
	struct arena *a = l->arena;
	struct table t;

	table_init(&t, a, columns, 5);
	for (size_t i = 0; i < n; i++) {
		const struct item *it = &items[i];
		const char *due =
		    item_is_open(it, l->now)
			? phrase_item_due(a, l->wording, it, l->now)
			: item_state_name(it, l->now);
		const char *cells[] = {
		    arena_printf(a, "%lld", (long long)it->id), due,
		    item_owner_name(it->owner), phrase_who(a, &it->who),
		    it->what};

		table_row(&t, cells);
	}
	if (n)
		table_write(&t, l->out, l->width);
}

static const char *people_of(struct arena *a, const struct thread *t)
{
	const char *s = "";

	for (size_t i = 0; i < t->n_people && i < 4; i++)
		s = arena_printf(a, "%s%s%s", s, i ? ", " : "",
		    phrase_first(a, &t->people[i])[0]
			? phrase_first(a, &t->people[i])
			: phrase_who(a, &t->people[i]));
	if (t->n_people > 4)
		s = arena_printf(a, "%s +%zu", s, t->n_people - 4);
	return s;
}

/* Heat as a bar: five marks and more are a barrage. */
static const char *heat_bar(double heat)
{
	static const char bar[] = "**********";
	int marks = heat <= 0 ? 0 : heat >= 2 ? 10 : (int)(heat * 5);

	return bar + (sizeof(bar) - 1) - (size_t)marks;
}

void list_threads(
    const struct listing *l, const struct thread *threads, size_t n)
{
	static const struct table_column columns[] = {{"ID", 0, 0, 0},
	    {"LAST", 0, 0, 0}, {"MAILS", 1, 0, 2}, {"TURNS", 1, 0, 1},
	    {"OPEN", 1, 0, 0}, {"NEXT", 0, 0, 0}, {"HEAT", 0, 0, 0},
	    {"PEOPLE", 0, NAME_CELLS + 8, 0}, {"SUBJECT", 0, 0, 0}};
	struct arena *a = l->arena;
	struct table t;

	table_init(&t, a, columns, 9);
	for (size_t i = 0; i < n; i++) {
		const struct thread *th = &threads[i];
		const char *cells[] = {
		    arena_printf(a, "t%lld", (long long)th->id),
		    phrase_ago(a, l->wording, th->last, l->now),
		    number(a, th->n_messages), number(a, th->alternations),
		    number(a, th->n_open_items), next_step_name(th->next),
		    th->is_muted ? "muted" : heat_bar(th->heat),
		    people_of(a, th),
		    *th->subject ? th->subject : "(no subject)"};

		table_row(&t, cells);
	}
	if (n)
		table_write(&t, l->out, l->width);
}

/* "5 (2 late)" */
static const char *open_late(struct arena *a, size_t open, size_t late)
{
	if (late)
		return arena_printf(a, "%zu, %zu late", open, late);
	return open ? number(a, open) : "";
}

const char *list_pace(const struct listing *l, int64_t reply_s)
{
	int64_t min = (reply_s + 59) / 60;
	int64_t day = l->workday_min > 0 ? l->workday_min : 24 * 60;

	if (reply_s <= 0)
		return "";
	if (min < 2 * day)
		return phrase_n(
		    l->arena, l->wording, WORDING_HOURS, (min + 59) / 60);
	return phrase_n(
	    l->arena, l->wording, WORDING_DAYS, (min + day / 2) / day);
}

/* "4 of 5": of the promises whose fate is known */
static const char *kept_of(struct arena *a, const struct promises *p)
{
	if (!p->kept && !p->late)
		return "";
	return arena_printf(a, "%zu of %zu", p->kept, p->kept + p->late);
}

static const char *addresses_of(struct arena *a, const struct person *p)
{
	if (p->n_addresses < 2)
		return p->mailbox.addr;
	return arena_printf(a, "%s +%zu", p->mailbox.addr, p->n_addresses - 1);
}

void list_people(const struct listing *l, const struct person *people, size_t n)
{
	static const struct table_column columns[] = {
	    {"NAME", 0, NAME_CELLS + 4, 0}, {"IN", 1, 0, 2}, {"OUT", 1, 0, 3},
	    {"LAST", 0, 0, 0}, {"REPLIES IN", 0, 0, 0}, {"I OWE", 0, 0, 0},
	    {"THEY OWE", 0, 0, 0}, {"THEY KEPT", 0, 0, 5}, {"TALKED", 0, 0, 4},
	    {"ADDRESS", 0, 0, 1}};
	struct arena *a = l->arena;
	struct table t;

	table_init(&t, a, columns, 10);
	for (size_t i = 0; i < n; i++) {
		const struct person *p = &people[i];
		struct stamp last = p->last_in.utc_s > p->last_out.utc_s
					? p->last_in
					: p->last_out;
		const char *cells[] = {phrase_who(a, &p->mailbox),
		    number(a, p->n_in), number(a, p->n_out),
		    phrase_ago(a, l->wording, last, l->now),
		    list_pace(l, p->reply_s),
		    open_late(a, p->mine_open, p->mine_late),
		    open_late(a, p->theirs_open, p->theirs_late),
		    kept_of(a, &p->theirs),
		    p->is_muted ? "muted"
		    : p->last_talk.utc_s
			? phrase_ago(a, l->wording, p->last_talk, l->now)
			: "",
		    addresses_of(a, p)};

		table_row(&t, cells);
	}
	if (n)
		table_write(&t, l->out, l->width);
}

void list_suggestions(
    const struct listing *l, const struct suggestion *suggestions, size_t n)
{
	size_t cells = l->width && l->width < 100 ? l->width : 80;

	for (size_t i = 0; i < n; i++) {
		const struct suggestion *s = &suggestions[i];
		const char *topic = utf8_printable(
		    l->arena, s->topic ? s->topic : "", cells - 7);

		buf_printf(l->out, "%ss%-4lld %s: %s\n", i ? "\n" : "",
		    (long long)s->id, suggestion_name(s->kind),
		    phrase_who(l->arena, &s->who));
		/* A barrage has its subject in the reason. */
		if (*topic && s->cause != CAUSE_BARRAGE)
			buf_printf(l->out, "      \"%s\"\n",
			    utf8_printable(l->arena, topic, cells - 8));
		text_wrap(l->out, arena_printf(l->arena, "      %s\n", s->why),
		    cells);
		buf_printf(l->out, "      > %s\n", s->command);
	}
}

/* How far off it is says something only while it is open. */
static const char *date_time(const struct listing *l, const struct item *it)
{
	const char *day = phrase_due(l->arena, l->wording, &it->due, l->now);

	if (!item_is_open(it, l->now))
		return day;
	return arena_printf(l->arena, "%s (%s)", day,
	    phrase_item_due(l->arena, l->wording, it, l->now));
}

static void field(const struct listing *l, const char *name, const char *text)
{
	if (*text)
		buf_printf(l->out, "%-9s %s\n", name, text);
}

static void write_event(
    const struct listing *l, const struct item *it, const struct event *e)
{
	struct civil c = civil_from_stamp(e->at);
	const char *text = utf8_printable(l->arena, e->text ? e->text : "", 0);

	buf_printf(l->out, "%04d-%02d-%02d %02d:%02d  %s", c.year, c.month,
	    c.day, c.hour, c.minute, event_name(e->kind));
	if (e->due.is_set && e->kind != EVENT_OPENED)
		buf_printf(l->out, " to %s",
		    phrase_due(l->arena, l->wording, &e->due, l->now));
	buf_puts(l->out, e->cause == CAUSE_USER     ? ", by you"
			 : e->cause == CAUSE_ERASED ? ", by an erased letter"
			 : *e->message_id           ? ""
						    : ", by a talk");
	buf_puts(l->out, e->is_undone ? ", undone" : "");
	/* The sentence stands above already. */
	if (*text && strcmp(text, utf8_printable(l->arena, it->what, 0)) != 0)
		buf_printf(l->out, ": %s", text);
	buf_char(l->out, '\n');
	if (e->cause == CAUSE_MAIL && *e->message_id &&
	    strcmp(e->message_id, it->message_id) != 0)
		buf_printf(l->out, "%*s<%s>\n", EVENT_CELLS, "",
		    utf8_printable(l->arena, e->message_id, 0));
}

static const char *joined(struct arena *a, const char *const *words, size_t n)
{
	const char *s = "";

	for (size_t i = 0; i < n; i++)
		s = arena_printf(a, "%s%s%s", s, i ? ", " : "", words[i]);
	return s;
}

/* What the user's marks taught of the rules, if anything. */
static void write_learnt(const struct listing *l, const struct item *it)
{
	const struct learnt *learnt = &it->learnt;
	const char *effect = "";

	if (!learnt->n_right && !learnt->n_wrong)
		return;
	if (learnt->shift < 0 || learnt->shift > 0)
		effect = arena_printf(
		    l->arena, ": confidence moved by %+.2f", learnt->shift);
	field(l, "learnt",
	    utf8_printable(l->arena,
		arena_printf(l->arena,
		    "%s, by your word %zu wrong and %zu done%s", learnt->rule,
		    learnt->n_wrong, learnt->n_right, effect),
		0));
}

static const char *presumed_why(const struct listing *l, const struct item *it)
{
	static const char *const why[] = {
	    [PRESUMED_BY_LETTER] = "a letter reads like it",
	    [PRESUMED_BY_TOPIC] = "the subject went on with others",
	    [PRESUMED_BY_CONTACT] = "you write to each other of other things",
	    [PRESUMED_BY_SILENCE] = "nobody came back to it for weeks",
	};

	return arena_printf(l->arena, "likely since %s: %s",
	    civil_brief(l->arena, it->presumed), why[it->presumed_by]);
}

void list_item(const struct listing *l, const struct item *it,
    const struct event *events, size_t n_events)
{
	struct arena *a = l->arena;
	const char *who = arena_printf(a, "%s%s <%s>",
	    it->owner == OWNER_ME && it->kind != ITEM_MEETING ? "me, to " : "",
	    phrase_who(a, &it->who), it->who.addr);

	buf_printf(l->out, "%lld: %s, %s\n\n", (long long)it->id,
	    item_kind_name(it->kind),
	    it->is_withdrawn ? "withdrawn: other letters tell otherwise"
			     : item_state_name(it, l->now));
	text_wrap(l->out,
	    arena_printf(a, "    %s\n\n", utf8_printable(a, it->what, 0)),
	    l->width && l->width < 100 ? l->width : 80);
	field(l, it->kind == ITEM_MEETING ? "with" : "owes",
	    utf8_printable(a, who, 0));
	if (it->due.is_set)
		field(l, "due", date_time(l, it));
	if (it->due.text && *it->due.text)
		field(l, "said as",
		    arena_printf(
			a, "\"%s\"", utf8_printable(a, it->due.text, 0)));
	if (it->conflict.utc_s)
		field(l, "or",
		    arena_printf(a, "%s, as the other side has it",
			phrase_due(a, l->wording,
			    &(struct due){.is_set = true,
				.at = it->conflict,
				.grain = it->due.grain},
			    l->now)));
	if (item_is_presumed(it, l->now))
		field(l, "settled?", presumed_why(l, it));
	if (it->state == ITEM_SNOOZED)
		field(l, "snoozed",
		    arena_printf(
			a, "until %s", civil_brief(a, it->snoozed_until)));
	field(l, "subject", utf8_printable(a, it->subject, 0));
	field(l, "thread", arena_printf(a, "t%lld", (long long)it->thread));
	field(l, "message",
	    utf8_printable(a,
		arena_printf(a, "<%s>, %s", it->message_id,
		    it->outgoing ? "yours" : "theirs"),
		0));
	field(l, "written", civil_format(a, it->created));
	field(l, "rules",
	    utf8_printable(a,
		arena_printf(a, "%s (confidence %.2f)",
		    joined(a, it->rules, it->n_rules), it->confidence),
		0));
	write_learnt(l, it);
	if (n_events)
		buf_puts(l->out, "\n");
	for (size_t i = 0; i < n_events; i++)
		write_event(l, it, &events[i]);
}
