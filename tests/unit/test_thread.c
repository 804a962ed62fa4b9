/* SPDX-License-Identifier: ISC */
/* Which letters belong together, and when a thread runs hot. */
#include "base/arena.h"
#include "base/buf.h"
#include "engine/settle.h"
#include "engine/thread.h"
#include "story.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

struct pair {
	const char *name;
	const char *story;     /* two letters */
	const char *topics[2]; /* NULL: the story's own */
};

static const struct pair together[] = {
    {"a reply that refers", "a 1 me>tom\nb 2 tom>me re=a", {NULL}},
    {"two that refer to the same third", "a 1 me>tom re=x\nb 2 ann>bob re=x",
	{NULL}},
    {"a reference wins over the subject", "a 1 me>tom\nb 2 tom>me re=a",
	{"The old matter", "Another matter"}},
    {"a reply without references, by topic and person",
	"a 1 me>tom\nb 2 tom>me re", {NULL}},
    {"... to one who wrote first", "a 1 tom>me\nb 2 me>tom re", {NULL}},
    {"... of somebody who had it too", "a 1 tom>me,ann\nb 2 ann>me re", {NULL}},
    {"... in capitals and with other blanks", "a 1 me>tom\nb 2 tom>me re",
	{"The  budget plan", "THE BUDGET PLAN"}},
    {"... whose references name nothing known",
	"a 1 me>tom\nb 2 tom>me re=rewritten", {NULL}},
    {"... by a clock that is slow", "b 1.09 tom>me re\na 1.09 me>tom", {NULL}},
    {"... on a topic of one word, soon", "a 1 me>tom\nb 3 tom>me re",
	{"Status", "Status"}},
    {"the same letter twice", "a 1 me>tom\na 1 me>tom", {"", ""}},
};

static const struct pair apart[] = {
    {"another topic", "a 1 me>tom\nb 2 tom>me re",
	{"The budget", "The holiday"}},
    {"another person", "a 1 me>tom\nb 2 ann>me re", {NULL}},
    {"two people who write to me about one topic", "a 1 tom>me\nb 2 ann>me re",
	{NULL}},
    {"a fresh letter with an old subject", "a 1 me>tom\nb 8 me>tom", {NULL}},
    {"an empty topic", "a 1 me>tom\nb 2 tom>me re", {"", ""}},
    {"a topic of marks", "a 1 me>tom\nb 2 tom>me re", {"...", "..."}},
    {"a topic of one letter", "a 1 me>tom\nb 2 tom>me re", {"X", "X"}},
    {"long after", "a -20 me>tom\nb 12 tom>me re", {NULL}},
    {"a topic of one word, after weeks", "a 1 me>tom\nb 20 tom>me re",
	{"Status", "Status"}},
    {"a reply that is older", "b 1 tom>me re\na 2 me>tom", {NULL}},
    {"replies that refer to different letters",
	"a 1 me>tom re=x\nb 2 tom>me re=y", {NULL}},
    {"letters with no readable people", "a 1 >me\nb 2 >me re", {NULL}},
};

static void check_pair(const struct pair *p, bool joins)
{
	struct arena *a = arena_new();
	struct story s = story_read(a, p->story);

	for (size_t i = 0; i < 2; i++)
		if (p->topics[i])
			s.notes[i].topic = p->topics[i];
	if (thread_joins(&s.notes[0], &s.notes[1]) != joins)
		print_message("pair: %s\n", p->name);
	assert_int_equal(thread_joins(&s.notes[0], &s.notes[1]), joins);
	assert_int_equal(thread_joins(&s.notes[1], &s.notes[0]), joins);
	arena_free(a);
}

static void letters_of_one_thread_join(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(together) / sizeof(together[0]); i++)
		check_pair(&together[i], true);
}

static void other_letters_do_not(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(apart) / sizeof(apart[0]); i++)
		check_pair(&apart[i], false);
}

static struct thread summary(struct arena *a, const char *text, const char *now)
{
	struct story s = story_read(a, text);
	struct life *lives;
	size_t n = settle(a, s.notes, s.n_notes, s.orders, s.n_orders, NULL,
	    &s.config, &lives);

	return thread_summary(
	    a, s.notes, s.n_notes, lives, n, &s.config, story_time(now));
}

/* Eight letters to and fro within two days. */
#define TO_AND_FRO \
	"a 1.09 me>tom\nb 1.10 tom>me re=a\nc 1.11 me>tom re=b\n" \
	"d 1.12 tom>me re=c\ne 1.14 me>tom re=d\nf 1.16 tom>me re=e\n" \
	"g 2.09 me>tom re=f\nh 2.10 tom>me re=g"
/* Five of them. */
#define SOME \
	"a 1.09 me>tom\nb 1.10 tom>me re=a\nc 1.11 me>tom re=b\n" \
	"d 2.12 tom>me re=c\ne 2.14 me>tom re=d"
#define TROUBLE " words=20 : trouble This is not what I asked for"

static const struct {
	const char *name, *story, *now;
	bool hot;
} heats[] = {
    {"many turns in short time", TO_AND_FRO, "3", true},
    {"trouble makes fewer turns enough",
	SOME "\nf 2.15 tom>me re=e" TROUBLE "\ng 2.16 me>tom re=f" TROUBLE, "3",
	true},
    {"so do more people", SOME "\nf 2.15 ann>me,tom,bob re=e", "3", true},
    /* What is none. */
    {"some turns", SOME, "3", false},
    {"one who writes and writes",
	"a 1 me>tom\nb 1.10 me>tom\nc 1.11 me>tom\nd 1.12 me>tom\n"
	"e 1.13 me>tom\nf 1.14 me>tom\ng 1.15 me>tom",
	"2", false},
    {"as many turns over months",
	"a -80 me>tom\nb -70 tom>me re=a\nc -60 me>tom re=b\n"
	"d -50 tom>me re=c\ne -40 me>tom re=d\nf -30 tom>me re=e\n"
	"g -9 me>tom re=f\nh 2 tom>me re=g",
	"3", false},
    {"a barrage that is over", TO_AND_FRO, "20", false},
    {"machines that answer each other",
	"a 1.09 me>tom\nb 1.10 tom>me auto\nc 1.11 me>tom\n"
	"d 1.12 tom>me auto\ne 1.13 me>tom\nf 1.14 tom>me auto\n"
	"g 1.15 me>tom\nh 1.16 tom>me auto",
	"2", false},
    {"finding a date",
	"a 1.09 me>tom : meeting Lunch on Monday?\n"
	"b 1.10 tom>me re=a : meeting Rather Tuesday?\n"
	"c 1.11 me>tom re=b : meeting Wednesday?\n"
	"d 1.12 tom>me re=c : meeting Thursday at noon?\n"
	"e 1.13 me>tom re=d : meeting Half past?\n"
	"f 1.14 tom>me re=e : accept Works for me\n"
	"g 1.15 me>tom re=f : thanks Great\n"
	"h 1.16 tom>me re=g : meeting See you there",
	"2", false},
};

static void a_barrage_runs_hot(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(heats) / sizeof(heats[0]); i++) {
		struct arena *a = arena_new();
		struct thread t = summary(a, heats[i].story, heats[i].now);

		if ((t.heat >= 1) != heats[i].hot)
			print_message(
			    "thread: %s: %f\n", heats[i].name, t.heat);
		assert_int_equal(t.heat >= 1, heats[i].hot);
		arena_free(a);
	}
}

static void a_thread_knows_its_letters_and_people(void **state)
{
	struct arena *a = arena_new();
	struct thread t = summary(a,
	    "c 4 tom>me,ann re=a" TROUBLE "\n"
	    "a 1 me>ann,tom : question Which hotel is it?\n"
	    "b 2 tom>me re=a\nb 2 tom>me re=a\n"
	    "d 5 ann>me re=a auto",
	    "6");

	(void)state;
	assert_int_equal(t.n_messages, 4);
	assert_int_equal(t.alternations, 1);
	assert_int_equal(t.n_people, 2);
	assert_string_equal(t.people[0].addr, "tom@work.example");
	assert_int_equal(t.trouble, 1);
	assert_int_equal(t.last.utc_s, story_time("4").utc_s);
	assert_int_equal(t.last_direction, DIRECTION_IN);
	assert_int_equal(t.n_open_questions, 0);
	arena_free(a);
}

static void an_empty_thread_is_calm(void **state)
{
	struct arena *a = arena_new();
	struct thread t = summary(a, "", "1");

	(void)state;
	assert_int_equal(t.n_messages, 0);
	assert_true(t.heat <= 0);
	assert_string_equal(t.subject, "");
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(letters_of_one_thread_join),
	    cmocka_unit_test(other_letters_do_not),
	    cmocka_unit_test(a_barrage_runs_hot),
	    cmocka_unit_test(a_thread_knows_its_letters_and_people),
	    cmocka_unit_test(an_empty_thread_is_calm),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
