/* SPDX-License-Identifier: ISC */
/*
 * The ledger on disk: letters in any order and twice give the same, numbers
 * stay, the user's word stays, what was forgotten is gone. Letters are told
 * as stories (story.h), as if read and detected.
 */
#include "base/arena.h"
#include "base/buf.h"
#include "ledger/advice.h"
#include "ledger/ledger.h"
#include "ledger/private.h"
#include "ledger/upkeep.h"
#include "scene.h"
#include "store/messages.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#define SHUFFLES 12

/* All that is in the ledger but numbers. */
static const char *contents(const struct scene *s)
{
	return place_sql(s->place,
	    "SELECT m.message_id, m.direction, m.date_s,"
	    " (SELECT min(x.message_id) FROM message x"
	    "  WHERE x.thread=m.thread) FROM message m ORDER BY 1;"
	    "SELECT m.message_id, i.sentence, i.kind, i.owner, a.addr,"
	    " i.who_name, i.what, i.due_s, i.first_s, i.state, i.closed_s,"
	    " i.snoozed_s, i.accepted, i.nudges, i.nudged_s, i.confidence"
	    " FROM item i JOIN message m ON m.id=i.message"
	    " LEFT JOIN address a ON a.id=i.who WHERE i.hidden=0"
	    " ORDER BY 1, 2, 3;"
	    "SELECT m.message_id, i.sentence, i.kind, e.kind, e.at_s,"
	    " e.position, x.message_id, e.due_s, e.text FROM event e"
	    " JOIN item i ON i.id=e.item JOIN message m ON m.id=i.message"
	    " LEFT JOIN message x ON x.id=e.message"
	    " WHERE e.void=0 AND i.hidden=0"
	    " ORDER BY 1, 2, 3, e.at_s, e.position, 4");
}

static size_t roll(uint32_t *seed, size_t sides)
{
	*seed = *seed * 1664525 + 1013904223;
	return (*seed >> 8) % sides;
}

/* In a random order, each letter up to three times, some in one batch. */
static void hear_shuffled(struct scene *s, uint32_t *seed)
{
	size_t n = s->story.n_notes, n_order = 3 * n;
	size_t *order = arena_array(s->arena, n_order, sizeof(*order));

	for (size_t i = 0; i < n_order; i++)
		order[i] = i < n ? i : roll(seed, n);
	for (size_t i = n_order; i > 1; i--) {
		size_t other = roll(seed, i), swap = order[i - 1];

		order[i - 1] = order[other];
		order[other] = swap;
	}
	for (size_t i = 0; i < n_order; i++) {
		struct note copy = s->story.notes[order[i]];
		struct message m = {
		    .note = copy, .is_wired = true, .language = "en"};

		if (!s->ledger->in_batch)
			assert_int_equal(
			    ledger_begin(s->ledger, s->diag), STATUS_OK);
		(void)record_keep(s->ledger, s->arena, &m);
		if (roll(seed, 3) == 0)
			assert_int_equal(
			    ledger_commit(s->ledger, s->diag), STATUS_OK);
	}
	if (s->ledger->in_batch)
		assert_int_equal(ledger_commit(s->ledger, s->diag), STATUS_OK);
}

static const char *const stories[] = {
    /* A life with a reply, a new date and a fulfilment. */
    "a 1 tom>me : request =5 Please send the draft by Friday\n"
    "b 2 me>tom re=a : accept Will do\n"
    "c 4 me>tom re=b : revise =10 I need until Wednesday\n"
    "d 9 me>tom re=a att=draft.pdf : fulfilment Attached is the draft",
    /* References alone, with the letters between missing at first. */
    "a 1 me>tom : question Which hotel is it?\n"
    "b 1.12 tom>me re=a : question Which one do you like?\n"
    "c 2 me>tom re=a,b : commitment I will ask Ann\n"
    "d 3 tom>me re=a,b,c thanks : thanks Thanks\n"
    "e 4 me>tom re=a,b,c,d : fulfilment Here is what Ann says",
    /* Two threads that one letter links. */
    "a 1 me>tom : commitment I will send the plan\n"
    "b 1.10 ann>me : request Please send the budget\n"
    "x 1.11 ben>me : question Where do we meet?\n"
    "c 3 me>tom,ann re=a,b : fulfilment Here is the plan",
    /* The same again, a machine, a list, a copy. */
    "a 1 me>tom : commitment =5 I will send the draft by Friday\n"
    "b 2 tom>me re=a auto : absence =8 I am away until Monday\n"
    "c 3 me>tom re=a : commitment =9 I will send the draft by Tuesday\n"
    "d 4 tom>list list : question Who has the draft?\n"
    "e 5 tom>ann/me re=a : request Please look at the draft\n"
    "f 9 me>tom re=c : cancel Never mind the draft",
};

static void any_order_gives_the_same_ledger(void **state)
{
	uint32_t seed = 11;

	for (size_t i = 0; i < sizeof(stories) / sizeof(stories[0]); i++) {
		struct scene s = scene_tell(state, stories[i]);
		const char *expected = contents(&s);

		assert_int_equal(ledger_check(s.ledger, s.diag), STATUS_OK);
		scene_end(&s);
		for (int k = 0; k < SHUFFLES; k++) {
			assert_int_equal(unlink(s.place->db), 0);
			s = scene_begin(state, stories[i]);
			scene_open(&s);
			hear_shuffled(&s, &seed);
			assert_string_equal(contents(&s), expected);
			scene_end(&s);
		}
		assert_int_equal(unlink(s.place->db), 0);
	}
}

static void delivered_twice_is_once(void **state)
{
	struct scene s = scene_tell(state, stories[0]);
	const char *before =
	    place_sql(s.place, "SELECT * FROM message; SELECT * FROM item;"
			       "SELECT * FROM event; SELECT * FROM act");

	assert_int_equal(
	    scene_hear_copy(&s, &s.story.notes[0], 0), RECORDED_AGAIN);
	scene_hear(&s, 3);
	assert_string_equal(
	    place_sql(s.place, "SELECT * FROM message; SELECT * FROM item;"
			       "SELECT * FROM event; SELECT * FROM act"),
	    before);
	scene_end(&s);
}

static void numbers_stay_when_earlier_mail_arrives(void **state)
{
	struct scene s = scene_begin(state, stories[0]);
	const char *before;

	scene_open(&s);
	scene_hear(&s, 0);
	before = place_sql(s.place, "SELECT id, message FROM item");
	scene_hear(&s, 3);
	scene_hear(&s, 2);
	scene_hear(&s, 1);
	assert_string_equal(
	    place_sql(s.place, "SELECT id, message FROM item"), before);
	scene_end(&s);
}

static void links_merge_threads_under_the_smaller_number(void **state)
{
	struct scene s = scene_begin(state, stories[2]);
	struct thread t = {0};

	scene_open(&s);
	scene_hear(&s, 1);
	scene_hear(&s, 0);
	scene_hear(&s, 2);
	scene_hear(&s, 3);
	assert_string_equal(
	    place_sql(
		s.place, "SELECT message_id, thread FROM message ORDER BY 1"),
	    "a|1\nb|1\nc|1\nx|3\n");
	/* The old number still leads there. */
	assert_int_equal(
	    ledger_thread(s.ledger, s.arena, 2, story_time("4"), s.diag, &t),
	    STATUS_OK);
	assert_int_equal(t.id, 1);
	assert_int_equal(t.n_messages, 3);
	scene_end(&s);
}

static void outgoing_beats_incoming(void **state)
{
	static const char story[] =
	    "a 1 me>tom : commitment I will send the draft";

	for (int first_in = 0; first_in < 2; first_in++) {
		struct scene s = scene_begin(state, story);
		struct note in;

		scene_open(&s);
		in = s.story.notes[0];
		in.direction = DIRECTION_IN;
		in.n_acts = 0; /* as ledger/record.c leaves it */
		if (first_in)
			(void)scene_hear_copy(&s, &in, 0);
		scene_hear(&s, 0);
		(void)scene_hear_copy(&s, &in, 0);
		assert_string_equal(
		    place_sql(s.place, "SELECT direction FROM message;"
				       "SELECT what, owner FROM item"),
		    "out\nI will send the draft|me\n");
		scene_end(&s);
		assert_int_equal(unlink(s.place->db), 0);
	}
}

static void what_no_longer_follows_is_hidden_not_deleted(void **state)
{
	struct scene s =
	    scene_tell(state, "a 1 tom>me : commitment I will send the draft");
	struct note out = s.story.notes[0];

	out.direction = DIRECTION_OUT;
	out.n_acts = 0;
	(void)scene_hear_copy(&s, &out, 0);
	assert_string_equal(place_sql(s.place, "SELECT hidden FROM item;"
					       "SELECT kind, void FROM event"),
	    "1\nopened|1\n");
	scene_end(&s);
}

static struct event order_at(enum event_kind kind, const char *day)
{
	return (struct event){.kind = kind,
	    .cause = CAUSE_USER,
	    .at = story_time(day),
	    .message_id = "",
	    .text = "",
	    .due.text = ""};
}

static enum item_state state_of(struct scene *s, int64_t id)
{
	struct item it = {0};
	struct event *events;
	size_t n;

	assert_int_equal(ledger_item(s->ledger, s->arena, id, story_time("8"),
			     s->diag, &it, &events, &n),
	    STATUS_OK);
	return it.state;
}

static void the_users_word_outlives_later_mail(void **state)
{
	struct scene s = scene_begin(state, stories[0]);
	struct event done = order_at(EVENT_DONE, "3");

	scene_open(&s);
	scene_hear(&s, 0);
	assert_int_equal(ledger_change(s.ledger, 1, &done, s.diag), STATUS_OK);
	scene_hear(&s, 2);
	scene_hear(&s, 1);
	assert_int_equal(state_of(&s, 1), ITEM_DONE);
	scene_end(&s);
}

static void changing_what_is_not_there_changes_nothing(void **state)
{
	struct scene s = scene_tell(state, stories[0]);
	struct event done = order_at(EVENT_DONE, "3");

	assert_int_equal(
	    ledger_change(s.ledger, 99, &done, s.diag), STATUS_NOINPUT);
	assert_int_equal(ledger_dismiss(s.ledger, 99, story_time("3"), s.diag),
	    STATUS_NOINPUT);
	assert_int_equal(ledger_mute(s.ledger, 0, 99, story_time("3"), s.diag),
	    STATUS_NOINPUT);
	assert_string_equal(
	    place_sql(s.place, "SELECT count(*) FROM change"), "0\n");
	scene_end(&s);
}

static void undo_takes_back_one_by_one(void **state)
{
	struct scene s = scene_tell(state, stories[1]);
	struct event done = order_at(EVENT_DONE, "5");
	struct stamp now = story_time("6");
	enum item_state before = state_of(&s, 2);
	const char *what = NULL;
	struct item it;
	struct event *events;
	int64_t item = -1;
	size_t n;

	assert_int_equal(ledger_change(s.ledger, 2, &done, s.diag), STATUS_OK);
	assert_int_equal(ledger_mute(s.ledger, 0, 1, now, s.diag), STATUS_OK);
	assert_int_equal(
	    ledger_undo(s.ledger, s.arena, 0, now, s.diag, &what, &item),
	    STATUS_OK);
	assert_string_equal(what, "mute t1");
	assert_int_equal(item, 0);
	assert_int_equal(state_of(&s, 2), ITEM_DONE);
	assert_int_equal(
	    ledger_undo(s.ledger, s.arena, 0, now, s.diag, &what, &item),
	    STATUS_OK);
	assert_string_equal(what, "done 2");
	assert_int_equal(item, 2);
	assert_int_equal(state_of(&s, 2), before);
	/* What letters did comes next. */
	while (ledger_undo(s.ledger, s.arena, 0, now, s.diag, &what, &item) ==
	       STATUS_OK)
		assert_non_null(strstr(what, "by a letter"));
	/* Marked, not deleted. */
	(void)ledger_item(
	    s.ledger, s.arena, 2, story_time("8"), s.diag, &it, &events, &n);
	assert_true(events[n - 1].kind == EVENT_DONE);
	assert_true(events[n - 1].is_undone);
	scene_end(&s);
}

static void talks_are_taken_back_too(void **state)
{
	struct scene s = scene_tell(state, stories[0]);
	struct stamp when = story_time("4");
	struct person tom = {0};
	const char *what = NULL;
	int64_t item;

	(void)ledger_who(s.ledger, s.arena, "tom", when, s.diag, &tom);
	assert_int_equal(
	    ledger_talked(s.ledger, tom.id, when, s.diag), STATUS_OK);
	(void)ledger_who(s.ledger, s.arena, "tom", when, s.diag, &tom);
	assert_int_equal(tom.last_talk.utc_s, when.utc_s);
	(void)ledger_undo(s.ledger, s.arena, 0, when, s.diag, &what, &item);
	(void)ledger_who(s.ledger, s.arena, "tom", when, s.diag, &tom);
	assert_int_equal(tom.last_talk.utc_s, 0);
	scene_end(&s);
}

/* The numbers of the items that a filter lets through, in their order. */
static const char *listed(struct scene *s, const struct item_filter *f)
{
	struct buf b = BUF_EMPTY;
	struct item *items = NULL;
	const char *text;
	size_t n = 0;

	assert_int_equal(ledger_items(s->ledger, s->arena, f, story_time("8"),
			     s->diag, &items, &n),
	    STATUS_OK);
	for (size_t i = 0; i < n; i++)
		buf_printf(&b, "%s%s.%zu", i ? " " : "", items[i].message_id,
		    items[i].sentence);
	text = arena_strdup(s->arena, buf_text(&b));
	buf_release(&b);
	return text;
}

static void lists_are_chosen_and_sorted(void **state)
{
	static const struct {
		struct item_filter filter;
		const char *ids;
	} cases[] = {
	    {{0}, "b.0 c.0 a.0"},
	    {{.all = true}, "b.0 c.0 a.0 d.0"},
	    {{.mine = true}, "b.0 a.0"},
	    {{.theirs = true}, "c.0"},
	    {{.overdue = true}, "b.0"},
	    {{.text = "BUDGET send"}, "c.0"},
	    {{.text = "budget plan"}, ""},
	    {{.with = "tom"}, "b.0 a.0"},
	    {{.with = "ann", .mine = true}, ""},
	};
	struct scene s = scene_tell(state,
	    "a 1 me>tom : commitment I will send the plan\n"
	    "b 2 me>tom : commitment =5 I will call the bank\n"
	    "c 3 ann>me : commitment =20 I will send the budget\n"
	    "d 4 ben>me : request Please book the room");
	struct event dropped = order_at(EVENT_DROPPED, "5");

	assert_int_equal(
	    ledger_change(s.ledger, 4, &dropped, s.diag), STATUS_OK);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_string_equal(listed(&s, &cases[i].filter), cases[i].ids);
	scene_end(&s);
}

static void who_must_fit_one_person(void **state)
{
	struct scene s =
	    scene_tell(state, "a 1 me>tom : commitment I will send the plan\n"
			      "b 2 me>tomas : commitment I will call the bank");
	struct stamp now = story_time("3");
	struct person p = {0}, q = {0};

	assert_int_equal(
	    ledger_who(s.ledger, s.arena, "omas", now, s.diag, &p), STATUS_OK);
	assert_int_equal(
	    ledger_who(s.ledger, s.arena, p.mailbox.addr, now, s.diag, &q),
	    STATUS_OK);
	assert_int_equal(p.id, q.id);
	assert_int_equal(p.mine_open, 1);
	assert_int_equal(p.n_out, 1);
	assert_int_equal(ledger_who(s.ledger, s.arena, "tom", now, s.diag, &p),
	    STATUS_NOINPUT);
	assert_int_equal(
	    ledger_who(s.ledger, s.arena, "nobody", now, s.diag, &p),
	    STATUS_NOINPUT);
	assert_int_equal(
	    ledger_who(s.ledger, s.arena, "", now, s.diag, &p), STATUS_NOINPUT);
	/* I am nobody to be asked about. */
	assert_int_equal(
	    ledger_who(s.ledger, s.arena, "me@home.example", now, s.diag, &p),
	    STATUS_NOINPUT);
	scene_end(&s);
}

static void suggestions_keep_their_numbers(void **state)
{
	struct scene s = scene_tell(state,
	    "a 1 me>tom : commitment =2 I will send the plan by Tuesday\n"
	    "b 1 ann>me : commitment =2 I will send the budget by Tuesday");
	struct suggestion *today = NULL, *later = NULL;
	size_t n = 0, n_later = 0;

	assert_int_equal(ledger_suggest(s.ledger, s.arena, story_time("5"),
			     s.diag, &today, &n),
	    STATUS_OK);
	assert_true(n >= 2);
	for (size_t i = 0; i < n; i++)
		assert_true(today[i].id > 0);
	assert_int_equal(ledger_suggest(s.ledger, s.arena, story_time("5.15"),
			     s.diag, &later, &n_later),
	    STATUS_OK);
	assert_int_equal(n, n_later);
	assert_int_equal(today[0].id, later[0].id);
	/* Twice in one day is shown once. */
	assert_string_equal(
	    place_sql(s.place, "SELECT DISTINCT times FROM suggestion"), "1\n");
	assert_int_equal(
	    ledger_dismiss(s.ledger, today[0].id, story_time("5.16"), s.diag),
	    STATUS_OK);
	assert_int_equal(
	    ledger_taken(s.ledger, "call t1", story_time("5.17"), s.diag),
	    STATUS_OK);
	assert_string_equal(
	    place_sql(s.place, "SELECT kind FROM outcome ORDER BY id"),
	    "dismissed\ntaken\n");
	scene_end(&s);
}

static void an_invite_keeps_its_uid(void **state)
{
	struct scene s = scene_tell(state, stories[0]);
	struct stamp now = story_time("3");
	struct invite first, same, moved;

	(void)ledger_invite(
	    s.ledger, s.arena, "call t1", story_time("5"), now, s.diag, &first);
	(void)ledger_invite(
	    s.ledger, s.arena, "call t1", story_time("5"), now, s.diag, &same);
	(void)ledger_invite(
	    s.ledger, s.arena, "call t1", story_time("6"), now, s.diag, &moved);
	assert_string_equal(first.uid, moved.uid);
	assert_int_equal(first.sequence, 0);
	assert_int_equal(same.sequence, 0);
	assert_int_equal(moved.sequence, 1);
	scene_end(&s);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, place_make, place_remove)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(any_order_gives_the_same_ledger),
	    TEST(delivered_twice_is_once),
	    TEST(numbers_stay_when_earlier_mail_arrives),
	    TEST(links_merge_threads_under_the_smaller_number),
	    TEST(outgoing_beats_incoming),
	    TEST(what_no_longer_follows_is_hidden_not_deleted),
	    TEST(the_users_word_outlives_later_mail),
	    TEST(changing_what_is_not_there_changes_nothing),
	    TEST(undo_takes_back_one_by_one),
	    TEST(talks_are_taken_back_too),
	    TEST(lists_are_chosen_and_sorted),
	    TEST(who_must_fit_one_person),
	    TEST(suggestions_keep_their_numbers),
	    TEST(an_invite_keeps_its_uid),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
