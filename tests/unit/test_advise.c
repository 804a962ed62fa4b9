/* SPDX-License-Identifier: ISC */
/* What to do now, and when to keep still: situations in, suggestions out. */
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

/*
 * One line an entry, days as in story.h (of June 2026; 0 and less are in
 * May). It is Monday the 15th, 10:00.
 *	item ID me|them KIND WHO CREATED [due=DAY] [thread=N] [nudges=N,DAY]
 *		[accepted=1] [snoozed=DAY]
 *	thread ID WHO,... LAST [heat=PERCENT] [muted=1]
 *	person WHO [in=N] [out=N] [last_in=DAY] [last_out=DAY] [talk=DAY]
 *		[reply=HOURS] [muted=1]		numbered from 1
 *	past KEY SHOWN FIRST LAST [dismissed=DAY] [taken=DAY]
 *		"_" in KEY for the blank
 */
struct scene {
	const char *name;
	const char *situation;
	const char *advice; /* "CAUSE KEY: ITEM ...", a line each */
};

static const char *const causes[SUGGESTION_CAUSES] = {
    [CAUSE_MINE_LATE] = "mine-late",
    [CAUSE_THEIRS_LATE] = "theirs-late",
    [CAUSE_BARRAGE] = "barrage",
    [CAUSE_WAITS_FOR_ME] = "waits",
    [CAUSE_UNANSWERED] = "unanswered",
    [CAUSE_SILENT_TWICE] = "silent",
    [CAUSE_SILENCE] = "silence",
    [CAUSE_TALKED] = "talked",
};

static const struct scene lateness[] = {
    {"my lateness is acknowledged", "item 1 me commitment tom 1 due=11",
	"mine-late acknowledge i1: 1\n"},
    {"their lateness is talked about", "item 1 them commitment tom 1 due=11",
	"theirs-late call i1: 1\n"},
    {"mine comes before theirs, the latest news first",
	"item 1 them commitment tom 1 due=11\n"
	"item 2 me commitment ann 1 due=3\n"
	"item 3 me request bob 1 due=11",
	"mine-late acknowledge i3: 3\nmine-late acknowledge i2: 2\n"
	"theirs-late call i1: 1\n"},
    {"one call for all that a person is late with",
	"item 1 them commitment tom 1 due=11 thread=1\n"
	"item 2 them request tom 1 due=10 thread=2",
	"theirs-late call i2: 2 1\n"},
    {"one mail for what I am late with in a thread",
	"item 1 me commitment tom 1 due=11 thread=1\n"
	"item 2 me request tom 1 due=10 thread=1",
	"mine-late acknowledge i2: 2 1\n"},
    {"a late item in a hot thread is one matter",
	"thread 7 tom 12 heat=120\n"
	"item 1 them commitment tom 1 due=11 thread=7",
	"barrage call t7: 1\n"},
    {"what I am late with in a hot thread is owned up to all the same",
	"thread 7 tom 12 heat=120\n"
	"item 1 me commitment tom 1 due=11 thread=7",
	"mine-late acknowledge i1: 1\nbarrage call t7:\n"},
    {"others than who is called keep their own voice",
	"thread 7 tom,ann 12 heat=120\n"
	"item 1 them commitment ann 1 due=11 thread=7",
	"theirs-late call i1: 1\nbarrage call t7:\n"},
    {"what is late for weeks makes room for what is fresh",
	"item 1 me commitment tom -30 due=-20\n"
	"item 2 me question ann 10",
	"waits reply i2: 2\nmine-late acknowledge i1: 1\n"},
    {"fresh lateness carries the old one along",
	"item 1 me commitment tom -30 due=-20 thread=1\n"
	"item 2 me request tom 1 due=11 thread=1\n"
	"item 3 me commitment ann 1 due=10",
	"mine-late acknowledge i2: 2 1\nmine-late acknowledge i3: 3\n"},
    {"what is late for months comes last",
	"item 1 me commitment tom -120 due=-110\n"
	"item 2 them question ann 1",
	"unanswered check-in i2: 2\nmine-late acknowledge i1: 1\n"},
    /* What must not be. */
    {"what is due today is not late", "item 1 me commitment tom 1 due=15", ""},
    {"what is snoozed keeps still",
	"item 1 me commitment tom 1 due=11 snoozed=20", ""},
    {"a meeting that passed long ago is not late",
	"item 1 me meeting tom -30 due=-20", ""},
    {"muted people are never suggested",
	"person tom muted=1\nitem 1 me commitment tom 1 due=11\n"
	"item 2 them commitment tom 1 due=11",
	""},
    {"nor are muted threads",
	"thread 7 tom 12 heat=300 muted=1\n"
	"item 1 me commitment tom 1 due=11 thread=7",
	""},
    {"their lateness of last year is history",
	"item 1 them commitment tom -200 due=-190", ""},
    {"after a talk about it there is time",
	"person tom talk=12 last_out=12.12\n"
	"item 1 them commitment tom 1 due=11",
	""},
};

static const struct scene waiting[] = {
    {"who asked some days ago waits for me", "item 1 me question tom 10",
	"waits reply i1: 1\n"},
    {"who needs it tomorrow waits for me", "item 1 me request tom 14 due=16",
	"waits reply i1: 1\n"},
    {"an invitation waits for a word", "item 1 me meeting tom 10 due=25",
	"waits reply i1: 1\n"},
    {"my question is asked again after some days", "item 1 them question tom 8",
	"unanswered check-in i1: 1\n"},
    {"a quick person is asked sooner",
	"person tom reply=4\nitem 1 them question tom 11",
	"unanswered check-in i1: 1\n"},
    {"a promise without a date is asked after", "item 1 them commitment tom 1",
	"unanswered check-in i1: 1\n"},
    {"silence after two nudges is for a call",
	"item 1 them question tom 1 nudges=2,8", "silent call i1: 1\n"},
    /* What must not be. */
    {"a question of Friday can wait", "item 1 me question tom 12.15", ""},
    {"what I have accepted does not wait for a word",
	"item 1 me request tom 8 accepted=1", ""},
    {"a slow person gets time",
	"person tom reply=40\nitem 1 them question tom 8", ""},
    {"the weekend does not count as waiting", "item 1 them question tom 12.10",
	""},
    {"what they owe by a later day is not asked for",
	"item 1 them request tom 1 due=25", ""},
    {"a nudge is given time", "item 1 them question tom 1 nudges=1,12", ""},
    {"a second nudge is given time too",
	"item 1 them question tom 1 nudges=2,12", ""},
    {"nobody is nudged who will be called",
	"item 1 them question tom 1 thread=1\n"
	"item 2 them commitment tom 1 due=11 thread=2",
	"theirs-late call i2: 2\n"},
    {"questions of last year are history",
	"item 1 them question tom -200\nitem 2 me question ann -200", ""},
};

static const struct scene people[] = {
    {"a barrage is for a call", "thread 7 tom,ann 12 heat=100",
	"barrage call t7:\n"},
    {"a talk is followed up", "person tom talk=12",
	"talked follow-up p1 2026-06-12:\n"},
    {"so is a meeting whose time has passed",
	"item 1 them meeting tom 1 due=11 accepted=1",
	"talked follow-up i1: 1\n"},
    {"a long silence ends with a hello",
	"person tom in=9 out=9 last_in=-110 last_out=-100",
	"silence hello p1:\n"},
    /* What must not be. */
    {"a lively thread is no barrage", "thread 7 tom 12 heat=99", ""},
    {"who talked about the barrage has done what is to do",
	"person tom talk=13 last_out=14\nthread 7 tom 12 heat=150", ""},
    {"what was written up is not asked for",
	"person tom talk=12 last_out=12.16", ""},
    {"a meeting that nobody agreed to has nothing to write up",
	"item 1 them meeting tom 1 due=11", ""},
    {"a talk of last month is over", "person tom talk=1", ""},
    {"a talk to come is none yet", "person tom talk=18", ""},
    {"strangers need no hello",
	"person tom in=40 out=1 last_in=-110 last_out=-120", ""},
    {"the long forgotten need none",
	"person tom in=9 out=9 last_in=-900 last_out=-900", ""},
    {"no hello to somebody who waits for me",
	"person tom in=9 out=9 last_in=-110 last_out=-100\n"
	"item 1 me commitment tom -100 due=11",
	"mine-late acknowledge i1: 1\n"},
};

static const struct scene pasts[] = {
    {"the number of a suggestion stays",
	"item 1 me commitment tom 1 due=11\npast acknowledge_i1 1 14 14",
	"mine-late acknowledge i1: 1\n"},
    {"a dismissal is over after a week",
	"item 1 me commitment tom 1 due=5\n"
	"past acknowledge_i1 1 7 7 dismissed=7",
	"mine-late acknowledge i1: 1\n"},
    {"asked twice on one day it answers twice",
	"item 1 me commitment tom 1 due=5\npast acknowledge_i1 9 1 15.08",
	"mine-late acknowledge i1: 1\n"},
    {"what is ignored comes back after a week",
	"item 1 me commitment tom 1 due=5\npast acknowledge_i1 9 1 8",
	"mine-late acknowledge i1: 1\n"},
    /* What must not be. */
    {"a dismissal lasts a week",
	"item 1 me commitment tom 1 due=5\n"
	"past acknowledge_i1 1 9 9 dismissed=9",
	""},
    {"a second one lasts two",
	"item 1 me commitment tom -30 due=-15\n"
	"past acknowledge_i1 2 -5 3 dismissed=3",
	""},
    {"a third one lasts four",
	"item 1 me commitment tom -60 due=-50\n"
	"past acknowledge_i1 3 -40 -10 dismissed=-10",
	""},
    {"what is ignored comes more rarely",
	"item 1 me commitment tom 1 due=5\npast acknowledge_i1 4 9 13", ""},
    {"and more rarely still",
	"item 1 me commitment tom 1 due=5\npast acknowledge_i1 7 1 9", ""},
    {"what was taken is given time",
	"item 1 them commitment tom 1 due=5\n"
	"past call_i1 1 12 12 taken=12",
	""},
    {"a dismissed call leaves the late item its own voice",
	"thread 7 tom 12 heat=120\npast call_t7 1 12 12 dismissed=12\n"
	"item 1 me commitment tom 1 due=11 thread=7",
	"mine-late acknowledge i1: 1\n"},
};

struct reader {
	struct arena *arena;
	struct situation s;
	struct item items[MOST];
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
	it->is_accepted = number(r->arena, rest, "accepted=") != 0;
	if (value(r->arena, rest, "due=")) {
		it->due.is_set = true;
		it->due.at = day(r->arena, rest, "due=");
		it->due.at.utc_s += 15 * 3600 - 1; /* 24:00 */
	}
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
