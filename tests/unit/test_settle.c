/* SPDX-License-Identifier: ISC */
/*
 * Stories of items: letters and orders in, lives out. Every one is told in
 * its own order, then in 20 others with letters twice.
 */
#include "base/arena.h"
#include "base/buf.h"
#include "engine/settle.h"
#include "story.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define SHUFFLES 20

struct tale {
	const char *name;
	const char *story;
	/* A line a life: KIND OWNER WHO [=DAY] STATE: EVENT ..., where DAY
	   is the due and a REVISED or DUE_SET event shows its own */
	const char *lives;
};

/* What opens, and who owes it. */
static const struct tale openings[] = {
    {"my promise is mine to keep",
	"a 1 me>tom : commitment =5 I will send the draft by Friday",
	"commitment me tom =5 open: opened\n"},
    {"their promise is theirs",
	"a 1 tom>me : commitment =5 I will send the draft by Friday",
	"commitment them tom =5 open: opened\n"},
    {"a request to me is mine",
	"a 1 tom>me : request =5 Please send the draft by Friday",
	"request me tom =5 open: opened\n"},
    {"a request that I make is theirs",
	"a 1 me>tom : request =5 Please send the draft by Friday",
	"request them tom =5 open: opened\n"},
    {"a question in a request's sentence is one item",
	"a 1 tom>me : request Can you send the draft?; +question",
	"request me tom open: opened\n"},
    {"a deadline in a promise's sentence gives it its due",
	"a 1 me>tom : commitment I will send it by Friday; +deadline =5",
	"commitment me tom =5 open: opened\n"},
    {"a deadline of its own needs a date",
	"a 1 tom>me : deadline =9 The forms are due on the ninth;"
	" deadline Deadlines matter",
	"deadline me tom =9 open: opened\n"},
    {"a talk that is asked for is one item",
	"a 1 tom>me : meeting =4 Can we talk on Thursday?; +question;"
	" +request",
	"meeting me tom =4 open: opened\n"},
    {"a promised talk is a promise",
	"a 1 me>tom : commitment =4 I will call you on Thursday; +meeting =4",
	"commitment me tom =4 open: opened\n"},
    {"the named recipient owes",
	"a 1 me>tom,ann : request/Ann Ann, please send the draft",
	"request them ann open: opened\n"},
    {"a promise and an ask in one sentence are two",
	"a 1 me>tom : commitment I will sign if you send the form;"
	" +request",
	"commitment me tom open: opened\nrequest them tom open: opened\n"},
    {"by name in a copy is still to me",
	"a 1 tom>ann/me : request/Mia Mia, please send the draft",
	"request me tom open: opened\n"},
    {"what a crowd is to do by a day is for me too",
	"a 1 tom>me,ann,bob,cat,dan,eve : request =5 Please send the forms",
	"request me tom =5 open: opened\n"},
    {"by name in a crowd is to me",
	"a 1 tom>me,ann,bob,cat,dan,eve : request/Mia Mia, please come",
	"request me tom open: opened\n"},
    {"a few who are asked are each meant",
	"a 1 tom>me,ann,bob : request Please send the forms",
	"request me tom open: opened\n"},
    {"what I promise to a crowd is mine to keep",
	"a 1 me>tom,ann,bob,cat,dan,eve : commitment I will send the forms",
	"commitment me tom open: opened\n"},
    /* What must not open. */
    {"what a crowd is asked or promised without a day is not mine",
	"a 1 tom>me,ann,bob,cat,dan,eve : question Are there any questions?;"
	" commitment =5 I will send the minutes",
	""},
    {"a weak act opens nothing",
	"a 1 tom>me : request~30 Please feel free to call", ""},
    {"a request to somebody else opens nothing",
	"a 1 tom>me,ann : request/Ann Ann, please send the draft", ""},
    {"a copy for information opens nothing",
	"a 1 tom>ann/me : request Please send the draft;"
	" commitment I will send the plan",
	""},
    {"list mail that does not address me opens nothing",
	"a 1 tom>list list : question Who has the draft?", ""},
    {"a third person's promise opens nothing",
	"a 1 tom>me : commitment/Ann Ann will send the draft", ""},
    {"a letter that claims to be mine promises nothing",
	"a 1 me>tom in : commitment I will pay you a million", ""},
    {"a machine's letter opens nothing",
	"a 1 tom>me auto : commitment I will answer your mail", ""},
    {"a note to myself asks nobody", "a 1 me>me : request Please buy milk", ""},
    {"what delivers asks nothing, however it sounds",
	"a 1 tom>me : fulfilment Here are the numbers; +question~80", ""},
    {"thanks open nothing", "a 1 tom>me : thanks Thanks, got it", ""},
};

/* The same said again. */
static const struct tale repeats[] = {
    {"a repeated promise is not a second one",
	"a 1 me>tom : commitment =5 I will send the draft by Friday\n"
	"b 2 me>tom re : commitment =5 I will send you the draft by Friday",
	"commitment me tom =5 open: opened repeated\n"},
    {"a repeated promise with a new date moves it",
	"a 1 me>tom : commitment =5 I will send the draft by Friday\n"
	"b 4 me>tom re : commitment =9 I will send the draft by Tuesday",
	"commitment me tom =9 open: opened repeated revised=9\n"},
    {"asking again is the same ask",
	"a 1 me>tom : request Please send the draft of the report\n"
	"b 8 me>tom re : request Please send the draft of the report",
	"request them tom open: opened repeated\n"},
    {"a promise that I dropped does not come back",
	"a 1 me>tom : commitment I will send the draft soon\n"
	"! 2 dropped a.0\n"
	"b 3 me>tom re : commitment =9 I will send the draft soon",
	"commitment me tom dropped: opened dropped repeated\n"},
    {"what was delivered can be asked for anew",
	"a 1 tom>me : request Please send the weekly numbers\n"
	"b 2 me>tom re : fulfilment Here are the numbers\n"
	"c 8 tom>me re : request Please send the weekly numbers",
	"request me tom done: opened fulfilled\n"
	"request me tom open: opened\n"},
    {"the other side's same words are another item",
	"a 1 tom>me : commitment I will send the draft soon\n"
	"b 2 me>tom re : commitment I will send the draft soon",
	"commitment them tom open: opened\n"
	"commitment me tom open: opened\n"},
    {"different things by one person are two",
	"a 1 tom>me : commitment I will send the draft soon\n"
	"b 2 tom>me re : commitment I will book the hotel in Lisbon",
	"commitment them tom open: opened\n"
	"commitment them tom open: opened\n"},
    {"asked in person and promised alike are told apart",
	"a 1 tom>me : request Please send the draft on Friday\n"
	"b 1.10 ann>me re : request Please send the draft on Friday",
	"request me tom open: opened\nrequest me ann open: opened\n"},
};

static const struct tale closings[] = {
    {"a reply with content answers",
	"a 1 me>tom : question Which hotel is it?\n"
	"b 2 tom>me re=a",
	"question them tom done: opened answered\n"},
    {"one word can be the answer",
	"a 1 me>tom : question Is the hotel booked?\n"
	"b 2 tom>me re=a words=1",
	"question them tom done: opened answered\n"},
    {"here it is fulfils a promise",
	"a 1 me>tom : commitment =5 I will send the draft by Friday\n"
	"b 4 me>tom re=a : fulfilment Here it is",
	"commitment me tom =5 done: opened fulfilled\n"},
    {"delivering by name fulfils the right one of two",
	"a 1 me>tom : commitment I will send the draft;"
	" commitment I will book the hotel\n"
	"b 4 me>tom re=a : fulfilment Attached is the draft as promised",
	"commitment me tom done: opened fulfilled\n"
	"commitment me tom open: opened\n"},
    {"an attachment of that name fulfils",
	"a 1 tom>me : commitment I will send the budget report\n"
	"b 4 tom>me re=a att=Budget-Report-v2.pdf",
	"commitment them tom done: opened fulfilled\n"},
    {"the creditor's word that it came closes it",
	"a 1 me>tom : commitment I will send the contract\n"
	"b 4 tom>me re=a : fulfilment/recipient Thank you for sending the"
	" contract so quickly",
	"commitment me tom done: opened fulfilled\n"},
    {"never mind lets go",
	"a 1 tom>me : request Please send the draft\n"
	"b 2 tom>me re=a : cancel Never mind, I found it",
	"request me tom dropped: opened cancelled\n"},
    {"the owner can decline",
	"a 1 me>tom : request Please come to the fair\n"
	"b 2 tom>me re=a : decline I cannot make it",
	"request them tom dropped: opened declined\n"},
    {"a yes keeps a request open",
	"a 1 tom>me : request =9 Please send the draft\n"
	"b 2 me>tom re=a : accept Will do",
	"request me tom =9 open: opened accepted\n"},
    {"a bare promise is a yes to all that was asked, and its date counts",
	"a 1 tom>me : request =5 Please send the draft;"
	" request Please book the room\n"
	"b 2 me>tom re=a : commitment =9 Will do Tuesday",
	"request me tom =9 open: opened accepted revised=9\n"
	"request me tom =9 open: opened accepted revised=9\n"},
    {"a yes to the meeting answers whether it suits",
	"a 1 tom>me : meeting =9 Let us meet on Tuesday;"
	" question Does that suit you?\n"
	"b 2 me>tom re=a : accept Works for me;"
	" commitment I will bring the plan",
	"meeting me tom =9 open: opened accepted\n"
	"question me tom done: opened answered\n"
	"commitment me tom open: opened\n"},
    {"a reply whose clock is slow comes after its letter",
	"a 2 tom>me : question Which hotel is it?\n"
	"b 1 me>tom re=a\nc 1 tom>me re=b : question In which city?",
	"question me tom done: opened answered\n"
	"question me tom open: opened\n"},
    {"a yes and a promise about one thing are one",
	"a 1 tom>me : request =5 Could you send me the draft?\n"
	"b 2 me>tom re=a : accept Sure;"
	" commitment =4 I will send the draft on Thursday",
	"request me tom =5 done: opened accepted answered\n"
	"commitment me tom =4 open: opened\n"},
    {"a promise takes the place of the question, date and all",
	"a 1 tom>me : request =9 Please send the draft\n"
	"b 2 me>tom re=a : commitment I will send you the draft",
	"request me tom =9 done: opened answered\n"
	"commitment me tom =9 open: opened\n"},
    {"a talk that took place closes the meeting",
	"a 1 me>tom : meeting =3 Can we talk on Wednesday?\n"
	"b 4 tom>me re=a : talked Good talking to you yesterday",
	"meeting them tom =3 done: opened fulfilled\n"},
    {"either side calls a meeting off",
	"a 1 me>tom : meeting =9 Can we talk on Tuesday?\n"
	"b 4 me>tom re=a : cancel I have to cancel on Tuesday",
	"meeting them tom =9 dropped: opened cancelled\n"},
    {"one of several who were asked answers",
	"a 1 me>tom,ann : question Is the room free?\n"
	"b 2 ann>me re=a",
	"question them tom done: opened answered\n"},
    {"a promise and more answer the question",
	"a 1 tom>me : question Which hotel is it?\n"
	"b 2 me>tom re=a words=30 : commitment I will send you the plan",
	"question me tom done: opened answered\n"
	"commitment me tom open: opened\n"},
    /* What must not close. */
    {"a promise and polite words leave what else is to be done",
	"a 1 tom>me : request Please send your biography;"
	" request Please sign the contract\n"
	"b 2 me>tom re=a words=30 : commitment I will sign the contract soon",
	"request me tom open: opened\n"
	"request me tom done: opened answered\n"
	"commitment me tom open: opened\n"},
    {"thanks answer nothing",
	"a 1 tom>me : request Please send the draft\n"
	"b 2 me>tom re=a thanks : thanks Thanks for asking",
	"request me tom open: opened\n"},
    {"the other side's thanks close no promise",
	"a 1 me>tom : commitment I will send the draft\n"
	"b 2 tom>me re=a thanks : thanks Thanks, OK",
	"commitment me tom open: opened\n"},
    {"a question back is no answer",
	"a 1 me>tom : question Which hotel is it?\n"
	"b 2 tom>me re=a : question In which city do you mean?",
	"question them tom open: opened\n"
	"question me tom open: opened\n"},
    {"a machine's reply is no answer",
	"a 1 me>tom : question Which hotel is it?\n"
	"b 2 tom>me re=a auto",
	"question them tom open: opened\n"},
    {"my own copy is no answer",
	"a 1 tom>me : question Which hotel is it?\n"
	"b 2 me>tom re=a in",
	"question me tom open: opened\n"},
    {"I cannot answer my own question",
	"a 1 me>tom : question Which hotel is it?\n"
	"b 2 me>tom re=a",
	"question them tom open: opened\n"},
    {"an outsider closes nothing",
	"a 1 me>tom/ann : commitment I will send the draft;"
	" question Which hotel is it?\n"
	"b 2 ann>me/tom re=a : fulfilment Here is the draft;"
	" cancel Never mind",
	"commitment me tom open: opened\n"
	"question them tom open: opened\n"},
    {"delivering to somebody else fulfils nothing",
	"a 1 me>tom : commitment I will send the draft\n"
	"b 2 me>ann : fulfilment Here is the draft",
	"commitment me tom open: opened\n"},
    {"a reply on another branch answers nothing",
	"r 1 me>tom,ann : commitment I will book the room\n"
	"a 2 tom>me re=r : question Which hotel is it?\n"
	"b 2.10 ann>me,tom re=r\n"
	"c 3 me>ann,tom re=r,b",
	"commitment me tom open: opened\n"
	"question me tom open: opened\n"},
    {"a fresh letter in the thread answers nothing",
	"a 1 me>tom : question Which hotel is it?\n"
	"b 2 tom>me",
	"question them tom open: opened\n"},
    {"something else delivered at length fulfils nothing",
	"a 1 me>tom : commitment I will book the room\n"
	"b 2 me>tom re=a : fulfilment I have sent the slides of last"
	" year to all the speakers",
	"commitment me tom open: opened\n"},
    {"a weak word of fulfilment closes nothing",
	"a 1 me>tom : commitment I will send the draft\n"
	"b 2 me>tom re=a : fulfilment~40 Here is the draft",
	"commitment me tom open: opened\n"},
    {"an attachment of another name fulfils nothing",
	"a 1 tom>me : commitment I will send the budget report\n"
	"b 4 tom>me re=a att=holiday.jpg",
	"commitment them tom open: opened\n"},
    {"an answer from before the question answers nothing",
	"a 3 me>tom : question Which hotel is it?\n"
	"b 2 tom>me re",
	"question them tom open: opened\n"},
    {"letters that refer to each other in a circle harm nothing",
	"a 1 tom>me re=b : question Which hotel is it?\n"
	"b 1 tom>me re=a : question In which city is it?",
	"question me tom open: opened\nquestion me tom open: opened\n"},
    {"the day that suits for a meeting moves no request",
	"a 1 tom>me : request =5 Please send the draft;"
	" meeting When shall we meet?\n"
	"b 2 me>tom re=a : accept =6 Saturday suits me",
	"request me tom =5 open: opened\n"
	"meeting me tom =6 open: opened accepted revised=6\n"},
    {"never mind with two in doubt lets go of neither",
	"a 1 tom>me : request Please send the draft;"
	" request Please book the room\n"
	"b 2 tom>me re=a : cancel Never mind",
	"request me tom open: opened\nrequest me tom open: opened\n"},
    {"a talk before the meeting's time closes it not",
	"a 1 me>tom : meeting =9 Can we talk on Tuesday?\n"
	"b 4 tom>me re=a : talked Good talking to you yesterday",
	"meeting them tom =9 open: opened\n"},
    {"a promise alone leaves other questions open",
	"a 1 tom>me : question Which hotel is it?;"
	" request Please send the draft\n"
	"b 2 me>tom re=a : commitment I will send you the draft",
	"question me tom open: opened\n"
	"request me tom done: opened answered\n"
	"commitment me tom open: opened\n"},
};

static const struct tale dates[] = {
    {"the owner moves the date and the first is kept",
	"a 1 me>tom : commitment =5 I will send the draft by Friday\n"
	"b 4 me>tom re=a : revise =10 I need until Wednesday",
	"commitment me tom =10 open: opened revised=10\n"},
    {"a new date is no answer and no second item",
	"a 1 me>tom : request =5 Please send the draft by Friday\n"
	"b 4 tom>me re=a : revise =10 I need until Wednesday;"
	" +commitment =10",
	"request them tom =10 open: opened revised=10\n"},
    {"who asked can ask for it earlier",
	"a 1 tom>me : request =9 Please send the draft\n"
	"b 2 tom>me re=a : revise =4 I need the draft on Thursday already",
	"request me tom =4 open: opened revised=4\n"},
    {"either side puts a meeting off",
	"a 1 tom>me : meeting =3 Let us meet on Wednesday\n"
	"b 2 tom>me re=a : revise =4 Can we make it Thursday?; +meeting =4",
	"meeting me tom =4 open: opened revised=4\n"},
    {"their absence moves what they owe",
	"a 1 me>tom : request =3 Please send the draft by Wednesday\n"
	"b 1.10 tom>me re=a auto : absence =15 I am away until the 15th",
	"request them tom =15 open: opened revised=15\n"},
    {"their absence moves nothing that is due later",
	"a 1 me>tom : request =20 Please send the draft by the 20th\n"
	"b 1.10 tom>me re=a auto : absence =15 I am away until the 15th",
	"request them tom =20 open: opened\n"},
    {"their absence moves nothing of mine",
	"a 1 me>tom : commitment =3 I will send the draft by Wednesday\n"
	"b 1.10 tom>me re=a auto : absence =15 I am away until the 15th",
	"commitment me tom =3 open: opened\n"},
    {"an outsider moves nothing",
	"a 1 me>tom/ann : commitment =3 I will send the draft by Wednesday\n"
	"b 2 ann>me/tom re=a : revise =9 The draft can wait until Tuesday",
	"commitment me tom =3 open: opened\n"},
    {"running late without a date moves nothing",
	"a 1 me>tom : commitment =5 I will send the draft by Friday\n"
	"b 4 me>tom re=a : revise I am running late with the draft",
	"commitment me tom =5 open: opened\n"},
};

static const struct tale orders[] = {
    {"done by hand", "a 1 me>tom : commitment I will send it\n! 2 done a.0",
	"commitment me tom done: opened done\n"},
    {"wrong by hand", "a 1 me>tom : commitment I will send it\n! 2 wrong a.0",
	"commitment me tom dropped: opened wrong\n"},
    {"a date by hand keeps the first",
	"a 1 me>tom : commitment =5 I will send it\n! 2 due-set a.0 =9",
	"commitment me tom =9 open: opened due-set=9\n"},
    {"snoozed by hand",
	"a 1 me>tom : commitment I will send it\n! 2 snoozed a.0 =9",
	"commitment me tom snoozed: opened snoozed\n"},
    {"what I reopened a later letter can close",
	"a 1 tom>me : question Which hotel is it?\n"
	"b 2 me>tom re=a\n! 3 reopened a.0\nc 4 me>tom re=a",
	"question me tom done: opened answered reopened answered\n"},
    {"what I reopened an earlier letter leaves open",
	"a 1 tom>me : question Which hotel is it?\n"
	"b 2 me>tom re=a\n! 3 reopened a.0",
	"question me tom open: opened answered reopened\n"},
    {"an order finds an item by its repetition",
	"a 1 me>tom : commitment I will send the draft soon\n"
	"b 2 me>tom re : commitment I will send the draft soon\n"
	"! 3 done b.0",
	"commitment me tom done: opened repeated done\n"},
    {"an order waits for a letter that is dated later",
	"a 5 me>tom : commitment I will send the draft\n! 2 done a.0",
	"commitment me tom done: opened done\n"},
    {"what I called done no letter alters",
	"a 1 tom>me : question Which hotel is it?\n! 2 done a.0\n"
	"b 3 me>tom re=a",
	"question me tom done: opened done\n"},
    {"an order for nothing that is known does nothing",
	"a 1 me>tom : commitment I will send the draft\n! 2 done x.0",
	"commitment me tom open: opened\n"},
};

static void print_due(struct buf *out, const struct due *due)
{
	if (due->is_set)
		buf_printf(out, "=%d", civil_from_stamp(due->at).day);
}

static void print_life(struct buf *out, const struct life *life)
{
	static const char *const states[] = {
	    "open", "snoozed", "done", "dropped"};
	const struct item *item = &life->item;
	const char *at = strchr(item->who.addr, '@');

	buf_printf(out, "%s %s %.*s ", item_kind_name(item->kind),
	    item_owner_name(item->owner), (int)(at - item->who.addr),
	    item->who.addr);
	print_due(out, &item->due);
	buf_printf(
	    out, "%s%s:", item->due.is_set ? " " : "", states[item->state]);
	for (size_t i = 0; i < life->n_events; i++) {
		const struct event *event = &life->events[i];

		buf_printf(out, " %s", event_name(event->kind));
		if (event->kind == EVENT_REVISED ||
		    event->kind == EVENT_DUE_SET)
			print_due(out, &event->due);
	}
	buf_char(out, '\n');
}

static void check(struct arena *a, const struct tale *tale,
    const struct story *s, const struct note *notes, size_t n_notes)
{
	struct buf out = BUF_EMPTY;
	struct life *lives;
	size_t n = settle(
	    a, notes, n_notes, s->orders, s->n_orders, &s->config, &lives);

	for (size_t i = 0; i < n; i++)
		print_life(&out, &lives[i]);
	if (strcmp(buf_text(&out), tale->lives) != 0)
		print_message("story: %s\n", tale->name);
	assert_string_equal(buf_text(&out), tale->lives);
	buf_release(&out);
}

/* A small generator: the same orders in every run. */
static size_t roll(uint32_t *seed, size_t sides)
{
	*seed = *seed * 1664525u + 1013904223u;
	return (*seed >> 8) % sides;
}

static void tell(const struct tale *tale)
{
	struct arena *a = arena_new();
	struct story s = story_read(a, tale->story);
	struct note *notes = arena_array(a, s.n_notes * 2, sizeof(*notes));
	uint32_t seed = 7;

	check(a, tale, &s, s.notes, s.n_notes);
	for (size_t i = 0; i < SHUFFLES; i++) {
		size_t n = s.n_notes + roll(&seed, s.n_notes + 1);

		for (size_t k = 0; k < n; k++)
			notes[k] = s.notes[k % s.n_notes];
		for (size_t k = n; k > 1; k--) {
			size_t other = roll(&seed, k);
			struct note swap = notes[k - 1];

			notes[k - 1] = notes[other];
			notes[other] = swap;
		}
		check(a, tale, &s, notes, n);
	}
	arena_free(a);
}

#define TELL(tales) \
	for (size_t i = 0; i < sizeof(tales) / sizeof((tales)[0]); i++) \
	tell(&(tales)[i])

static void sentences_open_items(void **state)
{
	(void)state;
	TELL(openings);
}

static void repetitions_are_not_second_items(void **state)
{
	(void)state;
	TELL(repeats);
}

static void the_right_letter_closes(void **state)
{
	(void)state;
	TELL(closings);
}

static void dates_move(void **state)
{
	(void)state;
	TELL(dates);
}

static void the_user_has_the_last_word(void **state)
{
	(void)state;
	TELL(orders);
}

static void the_first_due_is_kept(void **state)
{
	struct arena *a = arena_new();
	struct story s = story_read(a,
	    "a 1 me>tom : commitment =5 I will send the draft by Friday\n"
	    "b 4 me>tom re=a : revise =10 I need until Wednesday\n"
	    "! 5 due-set a.0 =12");
	struct life *lives;

	(void)state;
	assert_int_equal(settle(a, s.notes, s.n_notes, s.orders, s.n_orders,
			     &s.config, &lives),
	    1);
	assert_int_equal(civil_from_stamp(lives->item.first_due.at).day, 5);
	assert_int_equal(civil_from_stamp(lives->item.due.at).day, 12);
	arena_free(a);
}

static void asking_again_counts_as_a_nudge(void **state)
{
	struct arena *a = arena_new();
	struct story s = story_read(a,
	    "a 1 me>tom : request Please send the draft of the report\n"
	    "! 3.9 nudged a.0\n"
	    "b 3.10 me>tom re : request Please send the draft of the report\n"
	    "c 8 me>tom re : request Please send the draft of the report");
	struct life *lives;

	(void)state;
	settle(a, s.notes, s.n_notes, s.orders, s.n_orders, &s.config, &lives);
	assert_int_equal(lives->item.n_nudges, 2);
	assert_int_equal(civil_from_stamp(lives->item.nudged).day, 8);
	arena_free(a);
}

static void undone_orders_and_nothing_at_all_do_nothing(void **state)
{
	struct arena *a = arena_new();
	struct story s = story_read(
	    a, "a 1 me>tom : commitment I will send the draft\n! 2 done a.0");
	struct life *lives;

	(void)state;
	s.orders[0].event.is_undone = true;
	settle(a, s.notes, s.n_notes, s.orders, s.n_orders, &s.config, &lives);
	assert_int_equal(lives->item.state, ITEM_OPEN);
	assert_int_equal(settle(a, NULL, 0, NULL, 0, &s.config, &lives), 0);
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(sentences_open_items),
	    cmocka_unit_test(repetitions_are_not_second_items),
	    cmocka_unit_test(the_right_letter_closes),
	    cmocka_unit_test(dates_move),
	    cmocka_unit_test(the_user_has_the_last_word),
	    cmocka_unit_test(the_first_due_is_kept),
	    cmocka_unit_test(asking_again_counts_as_a_nudge),
	    cmocka_unit_test(undone_orders_and_nothing_at_all_do_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
