/* SPDX-License-Identifier: ISC */
/*
 * Times in running text: traps, gaps that are known, spans, and what a user
 * types for WHEN.
 */
#include "english.h"

/* No future time: a sentence, and whether something past is found in it. */
static const struct {
	const char *text;
	size_t n_past;
} none[] = {
    {"May I ask you something?", 0},
    {"We march ahead with the plan.", 0},
    {"Give me a second.", 0},
    {"I shall take an hour from my day.", 0},
    {"Any remarks on 1) the roof and 2) the floor?", 0},
    {"We sat down with them and the sun came out.", 0},
    {"Add 1/2 cup of sugar and 3/4 of the milk.", 0},
    {"Please upgrade to version 3.4.12 or 2.10.", 0},
    {"Call me on 212-555-0147 or +44 20 7946 0018.", 0},
    {"It costs $1,250.00, 3.50 or 12%.", 0},
    {"We are there for you 24/7.", 0},
    {"We could meet on a Monday.", 0},
    {"We could come a day early.", 0},
    {"See https://example.com/2026/03/20/plan and a@may.example", 0},
    {"It is 25:12 or 14PM on 8/32/2026.", 0},
    {"There are 10 people in 2 rooms at 3 places by 5 doors.", 0},
    {"It takes 3 days or a week.", 0},
    {"The order ABC-12345-A1B2C3 is at 100 Main Street.", 0},
    {"I will call you the first time it rains on the 5th floor.", 0},
    {"Please finish the third part and the 2nd draft.", 0},
    {"32 March, 2026-02-30, 31/02/2026", 0},
    {"We need between 5 and 10 people, from 5 to 10 percent.", 0},
    {"Hello June, how are you?", 0},
    {"Give it the time it needs, in Houston or London.", 0},
    {"It is an earlier version; see the back end.", 0},
    {"", 0},
    {"\xff\xfe \xc3 1", 0},
    {"I sent it yesterday.", 1},
    {"We met two weeks ago.", 1},
    {"Last Friday was fine.", 1},
    {"I have been waiting since Monday.", 1},
    {"You paid on March 2, 2026.", 1},
};

/*
 * What is known to be read wrongly or not at all; the day this changes, the
 * entry moves up.
 */
static const struct {
	const char *phrase, *found; /* found: "" for nothing */
} unsupported[] = {
    {"on the 5th and 6th", "on the 5th"},
    {"the 17 Mar 26", "the 17 Mar"},
    {"after Easter", ""},
    {"next month after 3pm", "next month"},
    {"first Monday 1pm of next month", "Monday 1pm"},
    {"in 3 days on Friday", "in 3 days"},
    {"February 20 - 30, 2027", "February 20"},
};

static const struct {
	const char *text, *due; /* NULL: refused */
} typed[] = {
    {"friday", "2026-03-13T23:59:59+01:00"},
    {"fri", "2026-03-13T23:59:59+01:00"},
    {" tomorrow ", "2026-03-12T23:59:59+01:00"},
    {"tue 15:00", "2026-03-17T15:00:00+01:00"},
    {"sat 9am", "2026-03-14T09:00:00+01:00"},
    {"in two weeks", "2026-03-25T23:59:59+01:00"},
    {"17:30", "2026-03-11T17:30:00+01:00"},
    {"2026-03-20", "2026-03-20T23:59:59+01:00"},
    {"2026-03-20T09:30:00Z", "2026-03-20T09:30:00+00:00"},
    {"2026-03-20T09:30:00-04:00", "2026-03-20T09:30:00-04:00"},
    {"yesterday", NULL},
    {"2025-03-20T09:30:00Z", NULL},
    {"last week", NULL},
    {"soon", NULL},
    {"friday or so I think", NULL},
    {"friday monday", NULL},
    {"2026-02-30", NULL},
    {"2026-02-30T10:00:00Z", NULL},
    {"frday", NULL},
    {"", NULL},
};

static void finds_no_time_in_traps(void **state)
{
	for (size_t i = 0; i < sizeof(none) / sizeof(none[0]); i++) {
		struct time_expr *t;
		size_t n = find(*state, none[i].text, &t);

		if (n != none[i].n_past)
			fail_msg("'%s': %zu times, the first '%.*s'",
			    none[i].text, n, n ? (int)t->len_bytes : 0,
			    n ? none[i].text + t->offset : "");
		for (size_t k = 0; k < n; k++) {
			assert_true(t[k].past);
			assert_false(t[k].has_due);
		}
	}
}

static void known_gaps_are_as_they_were(void **state)
{
	size_t n = sizeof(unsupported) / sizeof(unsupported[0]);

	for (size_t i = 0; i < n; i++) {
		const char *p = unsupported[i].phrase;
		struct time_expr *t;
		size_t len = find(*state, p, &t) ? t->len_bytes : 0;
		const char *found = len ? p + t->offset : "";

		if (len != strlen(unsupported[i].found) ||
		    strncmp(found, unsupported[i].found, len) != 0)
			fail_msg("'%s': found '%.*s'", p, (int)len, found);
	}
}

static void span_holds_the_preposition_and_no_full_stop(void **state)
{
	const char *text = "Send it by Friday, Mar. 20. Or no later than "
			   "10 a.m. on Sept. 3.";
	struct time_expr *t;

	assert_int_equal(find(*state, text, &t), 2);
	assert_int_equal(t[0].offset, 8);
	assert_int_equal(t[0].len_bytes, strlen("by Friday, Mar. 20"));
	assert_true(t[0].before);
	assert_memory_equal(text + t[1].offset,
	    "no later than 10 a.m. on Sept. 3", t[1].len_bytes);
}

static void vague_words_have_no_due(void **state)
{
	static const char *const words[] = {"ASAP", "as soon as possible",
	    "soon", "at your earliest convenience", "right away"};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		struct time_expr *t;

		assert_int_equal(find(*state, words[i], &t), 1);
		assert_true(t->vague);
		assert_false(t->has_due);
		assert_false(t->past);
	}
}

static void line_breaks_do_not_part_a_date_but_empty_lines_do(void **state)
{
	struct time_expr *t;

	assert_int_equal(find(*state, "by Friday,\nMarch\n20", &t), 1);
	assert_int_equal(find(*state, "by Friday\n\nMarch 20", &t), 2);
}

static void typographic_marks_count_as_plain_ones(void **state)
{
	struct time_expr *t;

	assert_int_equal(find(*state,
			     "March 16\xe2\x80\x93"
			     "20",
			     &t),
	    1);
	assert_true(t->has_end);
	assert_int_equal(find(*state,
			     "3 o\xe2\x80\x99"
			     "clock tomorrow",
			     &t),
	    1);
	assert_int_equal(find(*state, "in\xc2\xa0two\xc2\xa0weeks", &t), 1);
}

static void resolves_what_a_user_types(void **state)
{
	struct world *w = *state;

	for (size_t i = 0; i < sizeof(typed) / sizeof(typed[0]); i++) {
		struct time_expr t = {0};
		bool is_time = when_resolve(
		    w->arena, w->words, typed[i].text, w->reference, &t);

		if (is_time != !!typed[i].due)
			fail_msg("'%s' is %stime", typed[i].text,
			    is_time ? "a " : "no ");
		if (is_time)
			assert_string_equal(
			    civil_format(w->arena, t.due), typed[i].due);
	}
}

static void work_is_bounded_on_endless_phrases(void **state)
{
	static const char *const bits[] = {"1 day ", "1/1/", "week of ",
	    "from 1 to ", "the first of ", "by by ", "20 past "};
	struct world *w = *state;
	char text[20000];

	for (size_t i = 0; i < sizeof(bits) / sizeof(bits[0]); i++) {
		size_t len = strlen(bits[i]), n = 0;
		struct time_expr *t;

		for (; n + len < sizeof(text); n += len)
			memcpy(text + n, bits[i], len);
		assert_true(when_find(w->arena, w->words, text, n, w->reference,
				&t) <= LIMIT_TIMES);
	}
}

/* The search gives a text up that is made to cost; a date behind it too. */
static void a_text_without_end_is_given_up(void **state)
{
	struct world *w = *state;
	char text[65600] = "";
	size_t n = 0;
	struct time_expr *t;

	for (; n < 65536; n += 4)
		memcpy(text + n, "1/1/", 4);
	memcpy(text + n, " on 20 March", 13);
	assert_int_equal(
	    when_find(w->arena, w->words, text, n + 12, w->reference, &t), 0);
	assert_int_equal(
	    when_find(w->arena, w->words, text + n, 12, w->reference, &t), 1);
}

/* The month comes first in America; "+0000" does not tell where one is. */
static void figures_are_read_as_where_the_letter_was_written(void **state)
{
	static const struct {
		const char *reference, *text, *start;
	} table[] = {
	    {"2026-03-11T10:15:00+01:00", "on 4/5/2026", "2026-05-04"},
	    {"2026-03-11T10:15:00+05:30", "on 04.05.2026", "2026-05-04"},
	    {"2026-03-11T10:15:00-05:00", "on 4/5/2026", "2026-04-05"},
	    {"2026-03-11T10:15:00+00:00", "on 4/5/2026", "2026-04-05"},
	    {"2026-03-11T10:15:00+01:00", "on 4/25/2026", "2026-04-25"},
	    {"2026-03-11T10:15:00-05:00", "on 25/4/2026", "2026-04-25"},
	    {"2026-03-11T10:15:00+01:00", "on 2026-04-05", "2026-04-05"},
	};
	struct world *w = *state;

	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
		struct stamp at;
		struct time_expr *t;
		char *got;

		assert_true(civil_parse(table[i].reference, &at));
		assert_int_equal(when_find(w->arena, w->words, table[i].text,
				     strlen(table[i].text), at, &t),
		    1);
		got = civil_format(w->arena, t->start);
		got[strlen(table[i].start)] = '\0';
		assert_string_equal(got, table[i].start);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(finds_no_time_in_traps),
	    cmocka_unit_test(known_gaps_are_as_they_were),
	    cmocka_unit_test(span_holds_the_preposition_and_no_full_stop),
	    cmocka_unit_test(vague_words_have_no_due),
	    cmocka_unit_test(line_breaks_do_not_part_a_date_but_empty_lines_do),
	    cmocka_unit_test(typographic_marks_count_as_plain_ones),
	    cmocka_unit_test(resolves_what_a_user_types),
	    cmocka_unit_test(work_is_bounded_on_endless_phrases),
	    cmocka_unit_test(a_text_without_end_is_given_up),
	    cmocka_unit_test(figures_are_read_as_where_the_letter_was_written),
	};

	return cmocka_run_group_tests(tests, open_world, close_world);
}
