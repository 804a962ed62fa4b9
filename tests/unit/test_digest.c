/* SPDX-License-Identifier: ISC */
/* The nightly mail and the words it is made of. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/lines.h"
#include "out/digest.h"
#include "out/phrase.h"
#include "out/text.h"
#include "out/why.h"
#include "rule/wording.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Tuesday 24 November 2026, 20:00. */
#define NOW \
	{ \
		1795546800, 60 \
	}
#define DAY_S 86400

struct scene {
	struct arena *arena;
	struct diag *diag;
	struct wording *wording;
};

static void read_lines(struct scene *t, const char *text, size_t len)
{
	struct lines in;

	lines_init(&in, t->arena, t->diag, "wording.lang", text, len);
	while (lines_next(&in))
		(void)wording_line(t->wording, &in);
}

static int begin(void **state)
{
	struct scene *t = calloc(1, sizeof(*t));
	const char *source = getenv("SOURCE");
	struct buf text = BUF_EMPTY;

	t->arena = arena_new();
	t->diag = diag_new();
	t->wording = wording_new(t->arena);
	if (file_read(file_join(t->arena, source ? source : ".",
			  "rules/en/wording.lang"),
		100000, t->diag, &text) != STATUS_OK)
		return -1;
	read_lines(t, buf_text(&text), text.len_bytes);
	buf_release(&text);
	*state = t;
	return 0;
}

static int end(void **state)
{
	struct scene *t = *state;

	arena_free(t->arena);
	diag_free(t->diag);
	free(t);
	return 0;
}

static void english_says_everything(void **state)
{
	const struct scene *t = *state;

	assert_int_equal(diag_count(t->diag), 0);
	for (int i = 0; i < WORDING_KEYS; i++)
		if (!t->wording->text[i])
			fail_msg(
			    "%s is missing", wording_name((enum wording_key)i));
}

static void mistakes_in_a_wording_are_told(void **state)
{
	static const struct {
		const char *line, *complaint;
	} cases[] = {
	    {"no.such text", "wording.lang:1:1: there is no text 'no.such'"},
	    {"due.late ${n} late",
		"wording.lang:1:10: 'due.late' has no slot 'n'; it has: span"},
	    {"due.late late ${span",
		"wording.lang:1:15: the slot has no closing brace"},
	    {"due.today a\\tb", "wording.lang:1:12: a backslash is followed "
				"by n, a blank or a backslash"},
	    {"due.today ${x}",
		"wording.lang:1:11: 'due.today' has no slot 'x'; it has: none"},
	};
	struct scene *t = *state;
	const char *before = t->wording->text[WORDING_LATE];

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		size_t n = diag_count(t->diag);

		read_lines(t, cases[i].line, strlen(cases[i].line));
		assert_int_equal(diag_count(t->diag), n + 1);
		assert_string_equal(diag_text(t->diag, n), cases[i].complaint);
	}
	assert_ptr_equal(before, t->wording->text[WORDING_LATE]);
}

/* A due date, hours from now, and how a listing says it. */
static const struct {
	int hours;
	enum grain grain;
	const char *said;
} dues[] = {
    {-1, GRAIN_MINUTE, "1 hour late"},
    {-5, GRAIN_HOUR, "5 hours late"},
    {-24, GRAIN_MINUTE, "1 day late"},
    {-24, GRAIN_DAY, "1 day late"},
    {-13 * 24, GRAIN_DAY, "13 days late"},
    {-14 * 24, GRAIN_DAY, "2 weeks late"},
    {-100 * 24, GRAIN_DAY, "3 months late"},
    {-1000 * 24, GRAIN_DAY, "2 years late"},
    {1, GRAIN_MINUTE, "today 21:00"},
    {3, GRAIN_DAY, "today"},
    {5, GRAIN_DAY, "tomorrow"},
    {27, GRAIN_MINUTE, "tomorrow 23:00"},
    {48, GRAIN_DAY, "in 2 days"},
    {21 * 24, GRAIN_WEEK, "in 3 weeks"},
};

static void dates_are_said_from_now(void **state)
{
	const struct scene *t = *state;
	const struct stamp now = NOW;

	for (size_t i = 0; i < sizeof(dues) / sizeof(dues[0]); i++) {
		struct due due = {.is_set = true,
		    .at = {now.utc_s + dues[i].hours * 3600, now.zone_min},
		    .grain = dues[i].grain};

		assert_string_equal(
		    phrase_due_relative(t->arena, t->wording, &due, now),
		    dues[i].said);
	}
}

static void first_names_are_found(void **state)
{
	static const struct {
		const char *name, *first;
	} cases[] = {{"Anna Berg", "Anna"}, {"Berg, Anna", "Anna"}, {"", ""},
	    {"anna@b.example", ""}, {"J. Smith", "J. Smith"}, {"Bo", "Bo"}};
	const struct scene *t = *state;

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const struct mailbox box = {cases[i].name, "x@y.example", 0};

		assert_string_equal(
		    phrase_first(t->arena, &box), cases[i].first);
	}
}

static void lists_keep_their_indent(void **state)
{
	const struct scene *t = *state;

	assert_string_equal(
	    text_wrapped(t->arena, "  - one two three\nfour five six", 10),
	    "  - one\n    two\n    three\nfour five\nsix");
}

static struct item item(int64_t id, enum item_owner owner, int days)
{
	const struct stamp now = NOW;

	return (struct item){.id = id,
	    .kind = ITEM_COMMITMENT,
	    .owner = owner,
	    .who = {"Anna <b>", "anna@b.example"},
	    .what = "I'll send \x1b[31mit & <more>.",
	    .due = {.is_set = true,
		.at = {now.utc_s + days * DAY_S, now.zone_min},
		.grain = GRAIN_DAY,
		.text = ""},
	    .subject = "x",
	    .message_id = "m",
	    .created = now};
}

static struct draft *digest(struct scene *t, struct suggestion *suggestions,
    size_t n_suggestions, const struct item *items, size_t n_items)
{
	static const char *addresses[] = {"jo@a.example"};
	static const struct me me = {"Jo", addresses, 1};
	const struct writer w = {t->arena, t->wording, &me, NOW};
	const struct digest g = {items, n_items, suggestions, n_suggestions};

	why_explain(t->arena, t->wording, suggestions, n_suggestions);
	return digest_write(&w, &g);
}

static void nothing_is_said_about_nothing(void **state)
{
	const struct item far = item(1, OWNER_ME, 20);

	assert_null(digest(*state, NULL, 0, NULL, 0));
	assert_null(digest(*state, NULL, 0, &far, 1));
}

static void my_debts_come_first(void **state)
{
	int64_t ids[] = {1, 2};
	struct suggestion s[] = {
	    {.id = 1,
		.kind = SUGGEST_CALL,
		.cause = CAUSE_THEIRS_LATE,
		.who = {"Bob", "bob@b.example"},
		.items = &ids[1],
		.n_items = 1,
		.count = 2,
		.topic = "x"},
	    {.id = 2,
		.kind = SUGGEST_ACKNOWLEDGE,
		.cause = CAUSE_MINE_LATE,
		.who = {"Anna", "anna@b.example"},
		.items = &ids[0],
		.n_items = 1,
		.count = 3,
		.topic = "x"},
	};
	const struct item items[] = {item(1, OWNER_ME, -3),
	    item(2, OWNER_THEM, -2), item(3, OWNER_ME, 1)};
	struct draft *d = digest(*state, s, 2, items, 3);
	const char *text;

	assert_non_null(d);
	assert_string_equal(d->subject, "1 of yours is late, 3 in all");
	assert_string_equal(d->kind, "digest");
	assert_string_equal(d->to[0].addr, "jo@a.example");
	text = strstr(d->text, " 1. Anna, 3 days late\n");
	assert_non_null(text);
	text = strstr(text, "rapport ack 1  |  rapport done 1");
	assert_non_null(text);
	text = strstr(text, " 2. Anna <b>, tomorrow\n");
	assert_non_null(text);
	text = strstr(text, " 3. Bob, 2 days late\n");
	assert_non_null(text);
	assert_non_null(strstr(text, "rapport call 2  |"));
}

static void text_of_mail_is_harmless(void **state)
{
	const struct item soon = item(1, OWNER_ME, 1);
	struct draft *d = digest(*state, NULL, 0, &soon, 1);

	assert_null(strchr(d->text, '\x1b'));
	assert_null(strchr(d->html, '\x1b'));
	assert_null(strstr(d->html, "<more>"));
	assert_non_null(strstr(d->html, "it &amp; &lt;more&gt;."));
	assert_non_null(strstr(d->html, "Anna &lt;b&gt;"));
}

static void it_stays_short(void **state)
{
	const struct scene *t = *state;
	struct item items[40];
	struct draft *d;

	for (size_t i = 0; i < 40; i++) {
		items[i] = item((int64_t)i + 1, OWNER_ME, 1);
		items[i].what = arena_printf(t->arena, "Promise %zu.", i);
	}
	d = digest(*state, NULL, 0, items, 40);
	assert_null(strstr(d->text, " 5. "));
	assert_non_null(strstr(d->text, "36 more can wait"));
}

static void what_is_late_and_left_out_is_counted(void **state)
{
	const struct item items[] = {item(1, OWNER_ME, 1),
	    item(2, OWNER_ME, -100), item(3, OWNER_THEM, -100)};
	struct draft *d = digest(*state, NULL, 0, items, 3);

	assert_non_null(strstr(d->text, "1 more of yours is late: rapport"));
	d = digest(*state, NULL, 0, items, 1);
	assert_null(strstr(d->text, "more of yours"));
}

static void one_promise_to_two_is_said_once(void **state)
{
	const struct item items[] = {
	    item(1, OWNER_ME, 1), item(2, OWNER_ME, 1)};
	struct draft *d = digest(*state, NULL, 0, items, 2);

	assert_non_null(strstr(d->text, " 1. "));
	assert_null(strstr(d->text, " 2. "));
}

static void commands_are_safe_to_copy(void **state)
{
	struct scene *t = *state;
	struct suggestion s = {.kind = SUGGEST_HELLO,
	    .cause = CAUSE_SILENCE,
	    .who = {"", "a$(reboot)@b.example"}};

	why_explain(t->arena, t->wording, &s, 1);
	assert_string_equal(s.command, "rapport call 'a$(reboot)@b.example'");
	s.who.addr = "a'$(reboot)@b.example";
	why_explain(t->arena, t->wording, &s, 1);
	assert_string_equal(s.command, "rapport call 'WHO'");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(english_says_everything),
	    cmocka_unit_test(mistakes_in_a_wording_are_told),
	    cmocka_unit_test(dates_are_said_from_now),
	    cmocka_unit_test(first_names_are_found),
	    cmocka_unit_test(lists_keep_their_indent),
	    cmocka_unit_test(nothing_is_said_about_nothing),
	    cmocka_unit_test(my_debts_come_first),
	    cmocka_unit_test(text_of_mail_is_harmless),
	    cmocka_unit_test(it_stays_short),
	    cmocka_unit_test(what_is_late_and_left_out_is_counted),
	    cmocka_unit_test(one_promise_to_two_is_said_once),
	    cmocka_unit_test(commands_are_safe_to_copy),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
