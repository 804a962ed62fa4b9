/* SPDX-License-Identifier: ISC */
/* Reads the notation of story.h. Not a test itself. */
#include "story.h"
#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define MOST 64 /* of anything in one story */
#define ME   "me@home.example"

struct reader {
	struct arena *arena;
	struct story *story;
	const char *line; /* for complaints */
};

static void bad_line(const struct reader *in, const char *why)
{
	fail_msg("story: %s: %s", why, in->line);
}

struct stamp story_time(const char *text)
{
	char *end;
	struct civil c = {.year = 2026, .month = 6, .hour = 9};

	c.day = (int)strtol(text, &end, 10);
	if (*end == '.')
		c.hour = (int)strtol(end + 1, NULL, 10);
	return civil_to_stamp(c, 0);
}

static struct due due_on(const char *text)
{
	struct civil c = {.year = 2026,
	    .month = 6,
	    .day = (int)strtol(text, NULL, 10),
	    .hour = 23,
	    .minute = 59,
	    .second = 59};

	return (struct due){.is_set = true,
	    .at = civil_to_stamp(c, 0),
	    .grain = GRAIN_DAY,
	    .text = strchr(text, 'w') ? "Thursday" : text};
}

/* The next word up to one of stops, cut out of *s; NULL at the end. */
static char *cut(char **s, const char *stops)
{
	char *word;

	while (**s == ' ')
		(*s)++;
	if (!**s)
		return NULL;
	word = *s;
	*s += strcspn(*s, stops);
	if (**s)
		*(*s)++ = '\0';
	return word;
}

static struct mailbox person(const struct reader *in, const char *name)
{
	struct mailbox box = {.name = ""};

	if (!strcmp(name, "me"))
		box.addr = ME;
	else if (!*name)
		box.addr = ""; /* unreadable */
	else
		box.addr = arena_printf(in->arena, "%s@work.example", name);
	return box;
}

static size_t people(
    const struct reader *in, char *list, struct mailbox **boxes_r)
{
	struct mailbox *boxes = arena_array(in->arena, MOST, sizeof(*boxes));
	size_t n = 0;
	char *name;

	while (n < MOST && (name = cut(&list, ",")))
		boxes[n++] = person(in, name);
	*boxes_r = boxes;
	return n;
}

static void parties(const struct reader *in, struct note *n, char *word)
{
	char *from = cut(&word, ">"), *to = cut(&word, "/");

	if (!from || !to) {
		bad_line(in, "FROM>TO is missing");
		return;
	}
	n->from = person(in, from);
	n->n_to = people(in, to, &n->to);
	n->n_cc = people(in, word, &n->cc);
	n->direction = strcmp(from, "me") ? DIRECTION_IN : DIRECTION_OUT;
}

static void flag(const struct reader *in, struct note *n, char *word)
{
	char *value = strchr(word, '=');

	if (value)
		*value++ = '\0';
	if (!strcmp(word, "re")) {
		n->is_reply = true;
		n->references =
		    arena_array(in->arena, MOST, sizeof(*n->references));
		while (value && n->n_references < MOST &&
		       (n->references[n->n_references] = cut(&value, ",")))
			n->n_references++;
	} else if (!strcmp(word, "auto")) {
		n->is_automatic = true;
	} else if (!strcmp(word, "thanks")) {
		n->has_content = false;
	} else if (!strcmp(word, "in")) {
		n->direction = DIRECTION_IN;
	} else if (!strcmp(word, "list")) {
		n->addresses_me = false;
	} else if (!strcmp(word, "att") && value) {
		n->attachment_names = value;
		n->n_attachments = 1;
	} else if (!strcmp(word, "words") && value) {
		n->new_words = (size_t)strtoul(value, NULL, 10);
	} else {
		bad_line(in, word);
	}
}

static size_t count_words(const char *s)
{
	size_t words = 0;

	for (; *s; s++)
		words += *s != ' ' && (s[1] == ' ' || !s[1]);
	return words;
}

static enum act_who usual_who(enum act_kind kind)
{
	return kind == ACT_REQUEST || kind == ACT_QUESTION ||
		       kind == ACT_MEETING || kind == ACT_DEADLINE
		   ? WHO_RECIPIENT
		   : WHO_SENDER;
}

static void set_who(struct act *act, const char *who)
{
	if (!strcmp(who, "sender")) {
		act->who = WHO_SENDER;
	} else if (!strcmp(who, "recipient")) {
		act->who = WHO_RECIPIENT;
	} else {
		act->who = WHO_NAMED;
		act->who_name = who;
	}
}

static void read_act(const struct reader *in, struct note *n, char *text)
{
	struct act *act = &n->acts[n->n_acts];
	bool same = *text == '+';
	char *kind = cut(&text, " "), *who, *percent;

	*act = (struct act){.confidence = 0.9, .who_name = ""};
	percent = strchr(kind, '~');
	if (percent) {
		*percent++ = '\0';
		act->confidence = strtod(percent, NULL) / 100;
	}
	who = strchr(kind, '/');
	if (who)
		*who++ = '\0';
	act->kind = act_from_name(kind + same);
	if (act->kind == ACT_KINDS)
		bad_line(in, kind);
	act->who = usual_who(act->kind);
	if (who)
		set_who(act, who);
	act->due.text = "";
	if (*text == '=')
		act->due = due_on(cut(&text, " ") + 1);
	if (same && n->n_acts) {
		act->sentence = act[-1].sentence;
		act->text = act[-1].text;
	} else {
		act->sentence = n->n_acts ? act[-1].sentence + 1 : 0;
		act->text = text;
		n->new_words += count_words(text);
	}
	n->n_acts++;
}

static void read_letter(const struct reader *in, char *id, char *rest)
{
	struct note *n = &in->story->notes[in->story->n_notes++];
	char *head = rest, *acts = strchr(rest, ':'), *word;
	size_t words;

	if (acts)
		*acts++ = '\0';
	*n = (struct note){.message_id = id,
	    .subject = "The matter at hand",
	    .topic = "The matter at hand",
	    .addresses_me = true,
	    .has_content = true,
	    .attachment_names = ""};
	word = cut(&head, " ");
	n->date = story_time(word ? word : "");
	word = cut(&head, " ");
	parties(in, n, word ? word : head);
	while ((word = cut(&head, " ")))
		flag(in, n, word);
	words = n->new_words;
	n->acts = arena_array(in->arena, MOST, sizeof(*n->acts));
	while (acts && n->n_acts < MOST && (word = cut(&acts, ";")))
		read_act(in, n, word);
	if (words)
		n->new_words = words;
	else if (!n->n_acts)
		n->new_words = 12;
}

/* "! DAY EVENT ID.N [=DAY]" */
static void read_order(const struct reader *in, char *rest)
{
	struct order *o = &in->story->orders[in->story->n_orders];
	char *day = cut(&rest, " "), *event = cut(&rest, " ");
	char *id = cut(&rest, " "), *dot = id ? strchr(id, '.') : NULL;

	if (!dot) {
		bad_line(in, "an order needs DAY EVENT ID.N");
		return;
	}
	*dot++ = '\0';
	*o = (struct order){.message_id = id,
	    .sentence = strtoul(dot, NULL, 10),
	    .event = {.id = (int64_t)++in->story->n_orders,
		.kind = event_from_name(event),
		.cause = CAUSE_USER,
		.at = story_time(day),
		.message_id = "",
		.text = "",
		.due.text = ""}};
	if (o->event.kind == EVENT_KINDS)
		bad_line(in, event);
	if (*rest == '=')
		o->event.due = due_on(rest + 1);
}

struct story story_read(struct arena *a, const char *text)
{
	static const char *me[] = {ME};
	struct story story = {
	    .notes = arena_array(a, MOST, sizeof(*story.notes)),
	    .orders = arena_array(a, MOST, sizeof(*story.orders))};
	struct reader in = {a, &story, ""};
	char *rest = arena_strdup(a, text), *line, *id;

	config_defaults(&story.config);
	story.config.me =
	    (struct me){.name = "Mia Berg", .addresses = me, .n_addresses = 1};
	while ((line = cut(&rest, "\n"))) {
		in.line = arena_strdup(a, line);
		id = cut(&line, " ");
		if (story.n_notes == MOST || story.n_orders == MOST)
			bad_line(&in, "too many");
		else if (!strcmp(id, "!"))
			read_order(&in, line);
		else
			read_letter(&in, id, line);
	}
	return story;
}
