/* SPDX-License-Identifier: ISC */
/* What to do now, and when to keep still: situations in, suggestions out. */
#include "advise_scenes.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "engine/advise.h"
#include "story.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define MOST 64

struct reader {
	struct arena *arena;
	struct situation s;
	struct item items[MOST];
	struct bearing bearings[MOST];
	struct thread threads[MOST];
	struct person persons[MOST];
	struct suggestion_past past[MOST];
	struct config config;
};

static struct mailbox box(struct arena *a, const char *name)
{
	return (struct mailbox){
	    "", arena_printf(a, "%s@work.example", name), 0};
}

static char *word(char **s)
{
	char *w = *s + strspn(*s, " ");

	*s = w + strcspn(w, " ");
	if (**s)
		*(*s)++ = '\0';
	return w;
}

/* The value of NAME= in rest, NULL when it is not there. */
static const char *value(struct arena *a, const char *rest, const char *name)
{
	const char *at = strstr(rest, name);

	if (!at)
		return NULL;
	at += strlen(name);
	return arena_strndup(a, at, strcspn(at, " "));
}

static long number(struct arena *a, const char *rest, const char *name)
{
	const char *v = value(a, rest, name);

	return v ? strtol(v, NULL, 10) : 0;
}

static struct stamp day(struct arena *a, const char *rest, const char *name)
{
	const char *v = value(a, rest, name);

	return v ? story_time(v) : (struct stamp){0, 0};
}

static void read_item(struct reader *r, char *rest)
{
	struct bearing *b = &r->bearings[r->s.n_items];
	struct item *it = &r->items[r->s.n_items++];
	const char *nudges, *comma;

	it->id = strtol(word(&rest), NULL, 10);
	it->owner = strcmp(word(&rest), "me") ? OWNER_THEM : OWNER_ME;
	for (const char *kind = word(&rest);
	     strcmp(item_kind_name(it->kind), kind) != 0;)
		it->kind++;
	it->who = box(r->arena, word(&rest));
	it->created = story_time(word(&rest));
	it->what = arena_printf(r->arena, "what %lld", (long long)it->id);
	it->subject = "";
	it->thread = number(r->arena, rest, "thread=");
	it->confidence = 0.9;
	if (value(r->arena, rest, "sure="))
		it->confidence = (double)number(r->arena, rest, "sure=") / 100;
	it->is_accepted = number(r->arena, rest, "accepted=") != 0;
	if (value(r->arena, rest, "due=")) {
		it->due.is_set = true;
		it->due.at = day(r->arena, rest, "due=");
		it->due.at.utc_s += 15 * 3600 - 1; /* 24:00 */
	}
	b->may_rest = number(r->arena, rest, "rest=") != 0;
	b->is_of_day = number(r->arena, rest, "ofday=") != 0;
	b->is_to_many = number(r->arena, rest, "many=") != 0;
	b->is_talk = number(r->arena, rest, "spoken=") != 0;
	if (value(r->arena, rest, "first=")) {
		it->first_due.is_set = true;
		it->first_due.at = day(r->arena, rest, "first=");
	}
	b->heard = day(r->arena, rest, "heard=");
	nudges = value(r->arena, rest, "nudges=");
	if (nudges && (comma = strchr(nudges, ','))) {
		it->n_nudges = strtoul(nudges, NULL, 10);
		it->nudged = story_time(comma + 1);
	}
	it->snoozed_until = day(r->arena, rest, "snoozed=");
	if (it->snoozed_until.utc_s)
		it->state = ITEM_SNOOZED;
}

static void read_thread(struct reader *r, char *rest)
{
	struct thread *t = &r->threads[r->s.n_threads++];
	char *names;

	t->id = strtol(word(&rest), NULL, 10);
	names = word(&rest);
	t->people = arena_array(r->arena, MOST, sizeof(*t->people));
	for (char *name = names, *comma; name; name = comma) {
		comma = strchr(name, ',');
		if (comma)
			*comma++ = '\0';
		t->people[t->n_people++] = box(r->arena, name);
	}
	t->last = story_time(word(&rest));
	t->subject = "";
	t->heat = (double)number(r->arena, rest, "heat=") / 100;
	t->is_muted = number(r->arena, rest, "muted=") != 0;
}

static void read_person(struct reader *r, char *rest)
{
	struct person *p = &r->persons[r->s.n_people++];
	struct arena *a = r->arena;

	p->id = (int64_t)r->s.n_people;
	p->mailbox = box(a, word(&rest));
	p->n_in = (size_t)number(a, rest, " in=");
	if (str_starts(rest, "in="))
		p->n_in = (size_t)number(a, rest, "in=");
	p->n_out = (size_t)number(a, rest, "out=");
	p->last_in = day(a, rest, "last_in=");
	p->last_out = day(a, rest, "last_out=");
	p->last_talk = day(a, rest, "talk=");
	p->reply_s = number(a, rest, "reply=") * 3600;
	p->is_muted = number(a, rest, "muted=") != 0;
}

static void read_past(struct reader *r, char *rest)
{
	struct suggestion_past *p = &r->past[r->s.n_past++];
	char *key = word(&rest);

	for (char *c = key; *c; c++)
		if (*c == '_')
			*c = ' ';
	p->id = 100 + (int64_t)r->s.n_past;
	p->key = key;
	p->times_shown = strtol(word(&rest), NULL, 10);
	p->first_shown = story_time(word(&rest));
	p->last_shown = story_time(word(&rest));
	p->dismissed = day(r->arena, rest, "dismissed=");
	p->taken = day(r->arena, rest, "taken=");
}

static void read_situation(struct reader *r, const char *text)
{
	char *rest = arena_strdup(r->arena, text), *line, *kind;

	config_defaults(&r->config);
	r->s.config = &r->config;
	r->s.now = story_time("15.10");
	r->s.items = r->items;
	r->s.bearings = r->bearings;
	r->s.threads = r->threads;
	r->s.people = r->persons;
	r->s.past = r->past;
	while (*rest) {
		line = rest;
		rest += strcspn(rest, "\n");
		if (*rest)
			*rest++ = '\0';
		kind = word(&line);
		if (!strcmp(kind, "item"))
			read_item(r, line);
		else if (!strcmp(kind, "thread"))
			read_thread(r, line);
		else if (!strcmp(kind, "person"))
			read_person(r, line);
		else if (!strcmp(kind, "past"))
			read_past(r, line);
		else
			fail_msg("scene: %s", kind);
	}
}

static struct reader *reader_new(struct arena *a, const char *situation)
{
	struct reader *r = arena_alloc(a, sizeof(*r));

	r->arena = a;
	read_situation(r, situation);
	return r;
}

static void play(const struct scene *scene)
{
	struct arena *a = arena_new();
	struct reader *r = reader_new(a, scene->situation);
	struct buf out = BUF_EMPTY;
	struct suggestion *list;
	size_t n = advise(a, &r->s, &list);

	for (size_t i = 0; i < n; i++) {
		buf_printf(&out, "%s %s:", causes[list[i].cause], list[i].key);
		for (size_t k = 0; k < list[i].n_items; k++)
			buf_printf(&out, " %d", (int)list[i].items[k]);
		buf_char(&out, '\n');
	}
	if (strcmp(buf_text(&out), scene->advice) != 0)
		print_message("scene: %s\n", scene->name);
	assert_string_equal(buf_text(&out), scene->advice);
	buf_release(&out);
	arena_free(a);
}

#define PLAY(scenes) \
	for (size_t i = 0; i < sizeof(scenes) / sizeof((scenes)[0]); i++) \
	play(&(scenes)[i])

static void lateness_is_owned_up_to(void **state)
{
	(void)state;
	PLAY(lateness);
}

static void nobody_waits_for_ever(void **state)
{
	(void)state;
	PLAY(waiting);
}

static void people_should_talk(void **state)
{
	(void)state;
	PLAY(people);
}

static void it_never_nags(void **state)
{
	(void)state;
	PLAY(pasts);
}

static void a_flood_is_cut_to_the_latest(void **state)
{
	struct arena *a = arena_new();
	struct reader *r = reader_new(a, "");
	struct suggestion *list;

	(void)state;
	for (int i = 0; i < 30; i++)
		read_item(r, arena_printf(a, "%d me commitment p%d -30 due=%d",
				 i + 1, i, i - 20));
	assert_int_equal(advise(a, &r->s, &list), 4);
	assert_int_equal(list[0].items[0], 30);
	arena_free(a);
}

static void a_flood_of_all_kinds_is_cut_to_ten(void **state)
{
	struct arena *a = arena_new();
	struct reader *r = reader_new(a, "");
	struct suggestion *list;

	(void)state;
	for (int i = 0; i < 6; i++) {
		read_item(r, arena_printf(a, "%d me commitment a%d 1 due=%d",
				 i + 1, i, i + 5));
		read_item(r, arena_printf(a, "%d them commitment b%d 1 due=%d",
				 i + 11, i, i + 5));
		read_item(
		    r, arena_printf(a, "%d me question c%d 10", i + 21, i));
		read_item(
		    r, arena_printf(a, "%d them question d%d 3", i + 31, i));
	}
	assert_int_equal(advise(a, &r->s, &list), 10);
	assert_int_equal(list[3].cause, CAUSE_MINE_LATE);
	assert_int_equal(list[7].cause, CAUSE_WAITS_FOR_ME);
	assert_int_equal(list[8].cause, CAUSE_THEIRS_LATE);
	arena_free(a);
}

static void one_promise_to_two_is_suggested_once(void **state)
{
	struct arena *a = arena_new();
	struct reader *r = reader_new(a, "item 1 me commitment tom 1 due=11\n"
					 "item 2 me commitment ann 1 due=11\n"
					 "item 3 me commitment bob 1 due=11");
	struct suggestion *list;

	(void)state;
	r->items[0].what = r->items[1].what = "I will talk to Paul";
	r->items[2].what = "I will talk to Eve";
	assert_int_equal(advise(a, &r->s, &list), 2);
	arena_free(a);
}

static void known_suggestions_keep_their_number(void **state)
{
	struct arena *a = arena_new();
	struct reader *r = reader_new(a, "item 1 me commitment tom 1 due=11\n"
					 "past acknowledge_i1 1 12 12");
	struct suggestion *list;

	(void)state;
	assert_int_equal(advise(a, &r->s, &list), 1);
	assert_int_equal(list->id, 101);
	assert_int_equal(list->count, 2);
	arena_free(a);
}

static void nothing_is_suggested_about_nothing(void **state)
{
	struct arena *a = arena_new();
	struct reader *r = reader_new(a, "");
	struct suggestion *list;

	(void)state;
	assert_int_equal(advise(a, &r->s, &list), 0);
	arena_free(a);
}

static void a_meeting_passes_and_is_never_late(void **state)
{
	struct item it = {.kind = ITEM_MEETING,
	    .due = {.is_set = true, .at = story_time("11")}};

	(void)state;
	assert_string_equal(item_state_name(&it, story_time("10")), "open");
	assert_string_equal(item_state_name(&it, story_time("12")), "done");
	assert_false(item_is_overdue(&it, story_time("12")));
	it.state = ITEM_DROPPED;
	assert_string_equal(item_state_name(&it, story_time("12")), "dropped");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(lateness_is_owned_up_to),
	    cmocka_unit_test(nobody_waits_for_ever),
	    cmocka_unit_test(people_should_talk),
	    cmocka_unit_test(it_never_nags),
	    cmocka_unit_test(a_flood_is_cut_to_the_latest),
	    cmocka_unit_test(a_flood_of_all_kinds_is_cut_to_ten),
	    cmocka_unit_test(one_promise_to_two_is_suggested_once),
	    cmocka_unit_test(known_suggestions_keep_their_number),
	    cmocka_unit_test(nothing_is_suggested_about_nothing),
	    cmocka_unit_test(a_meeting_passes_and_is_never_late),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
