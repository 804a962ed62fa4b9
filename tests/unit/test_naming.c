/* SPDX-License-Identifier: ISC */
/* Names of people whom a letter's header gives by their address alone. */
#include "base/arena.h"
#include "mail/read.h"
#include "model/mailbox.h"
#include "rule/rules.h"
#include "rulebook.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const struct letter *letter(
    struct rulebook *f, const char *from, const char *text)
{
	struct stamp then = {.utc_s = 1772442000, .zone_min = 60};
	const char *bytes = arena_printf(f->arena,
	    "From: %s\nTo: moor@b.example, Cleo Fern <cleo@c.example>\n"
	    "Subject: the draft\nMessage-ID: <1@a.example>\n"
	    "Date: Mon, 2 Mar 2026 10:00:00 +0100\n\n%s\n",
	    from, text);

	return mail_read(f->arena, rules_language(f->rules, "en")->reading,
	    bytes, strlen(bytes), then);
}

struct story {
	const char *from, *text, *name;
};

static void who_signs_a_letter_has_that_name(void **state)
{
	static const struct story stories[] = {
	    {"ann.hall@a.example", "Here it is.\n\nAnn Hall", "Ann Hall"},
	    {"ahall@a.example", "Here it is.\n\nRegards,\nAnn Hall, director",
		"Ann Hall"},
	    {"ahall@a.example", "Here it is.\n\n-- \nAnn Hall\nThe Bank",
		"Ann Hall"},
	    {"hall <ahall@a.example>", "Here it is.\n\nAnn Hall", "Ann Hall"},
	    {"ahall@a.example", "Here it is.\n\nAnn\n\nAnn Hall   Tel. 12 34",
		"Ann Hall"},
	    {"xy12@a.example", "Here it is.\n\nBest regards,\n\nAnn", "Ann"},
	    {"xy12@a.example", "Here it is. It is late.\n\nAnn\n0123 456",
		"Ann"},
	    {"xy@a.example",
		"Here it is.\n\nSincerely,\nAnn Hall\nHead Clerk\nThe "
		"Bank\n(215) 555-0123\nxy@a.example",
		"Ann Hall"},
	    {"xy12@a.example", "Here it is.\n\nThanks,\nAnn\n-- \nAnn Hall",
		"Ann Hall"},
	    {"xy12@a.example",
		"We signed as\n\nRegards,\nDora Lind\n\nand it rained all "
		"day there.\n\n-- \nAnn Hall",
		"Ann Hall"},
	    /* Not what they sign with. */
	    {"Ann Hall <ann@a.example>", "Here it is.\n\nAnn Moor", "Ann Hall"},
	    {"xy12@a.example", "Here it is.\n\nThank you,\n\nCleo", ""},
	    {"xy12@a.example", "Here it is.\n\nRegards,\nReference: 12", ""},
	    {"xy12@a.example", "Here it is.\n\nRegards,\nPlan.doc", ""},
	    {"xy12@a.example", "Here it is. It is late.\n\nThanks", ""},
	    {"xy12@a.example", "Here it is. It is late.\n\nFYI", ""},
	    {"xy12@a.example", "Hello", ""},
	    {"xy12@a.example",
		"Here it is. It is late.\n\nDana Moor and the others", ""},
	    {"xy12@a.example",
		"Here it is.\n\nOn Sunday Cleo wrote:\n> Regards,\n> Dana", ""},
	    {"xy12@a.example", "", ""},
	};

	for (size_t i = 0; i < sizeof(stories) / sizeof(*stories); i++) {
		const struct story *s = &stories[i];
		const char *name = letter(*state, s->from, s->text)->from.name;

		if (strcmp(name, s->name) != 0)
			fail_msg("%s: '%s'", s->text, name);
	}
}

static void a_name_beside_an_address_is_its_owner(void **state)
{
	static const struct story stories[] = {
	    {NULL, "Yes.\n\nBen Moor <moor@b.example> wrote:\n> Well?",
		"Ben Moor"},
	    {NULL,
		"Yes.\n\nOn Sun, 1 Mar 2026 at 10:05 AM Ben Moor "
		"<moor@b.example> wrote:\n> Well?",
		"Ben Moor"},
	    {NULL,
		"Yes.\n\nOn 01/03/2026, Ben Moor <Moor@B.example> wrote:\n"
		"> Well?",
		"Ben Moor"},
	    {NULL,
		"Yes.\n\n\"Moor, Ben\" <moor@b.example> on 03/01/2026 "
		"10:00:00 AM\nWell?",
		"Moor, Ben"},
	    {NULL,
		"Yes.\n\n-----Original Message-----\n"
		"From: Ben Moor [mailto:moor@b.example]\n\nWell?",
		"Ben Moor"},
	    {NULL,
		"Yes.\n\n> To: Ann Hall <ann@a.example>; Ben Moor "
		"<moor@b.example>\n",
		"Ben Moor"},
	    /* The second place has it. */
	    {NULL,
		"moor@b.example\n\nBen Moor <moor@b.example> wrote:\n> Well?",
		"Ben Moor"},
	    {NULL, "Yes.\n\nmoor@b.example wrote:\n> Well?", ""},
	    {NULL, "Yes.\n\n<moor@b.example> wrote:\n> Well?", ""},
	    {NULL, "Yes.\n\nmoor <moor@b.example> wrote:\n> Well?", ""},
	    {NULL, "Write to us <moor@b.example> then.", ""},
	    {NULL, "Yes.\n\nBen Moor <moor@b.example", ""},
	    {NULL, "Ben Moor <other-moor@b.example>", ""},
	    {NULL, "Regards,\nMoor Hall", ""},
	};

	for (size_t i = 0; i < sizeof(stories) / sizeof(*stories); i++) {
		const struct letter *l =
		    letter(*state, "Ann Hall <ann@a.example>", stories[i].text);

		if (strcmp(l->to[0].name, stories[i].name) != 0)
			fail_msg("%s: '%s'", stories[i].text, l->to[0].name);
		assert_string_equal(l->to[1].name, "Cleo Fern");
	}
}

static void an_address_may_show_a_name(void **state)
{
	static const struct {
		const char *addr, *name;
	} cases[] = {
	    {"ann.hall@a.example", "Ann Hall"},
	    {"ann_m_hall@a.example", "Ann M Hall"},
	    {"ann@a.example", ""},
	    {"a.hall@a.example", "A Hall"},
	    {"ann.h@a.example", ""},
	    {"ann.hall2@a.example", ""},
	    {"ann..hall@a.example", ""},
	    {".hall@a.example", ""},
	    {"ann.@a.example", ""},
	    {"one.two.three.four@a.example", ""},
	    {"ann-marie.hall@a.example", ""},
	    {"@a.example", ""},
	    {"", ""},
	};
	struct rulebook *f = *state;

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		assert_string_equal(
		    mailbox_shown_name(f->arena, cases[i].addr), cases[i].name);
}

static void a_name_says_more_than_its_address(void **state)
{
	(void)state;
	assert_int_equal(
	    mailbox_naming("Ann Hall", "ann@a.example"), NAMING_FULL);
	assert_int_equal(mailbox_naming("Ann", "xy12@a.example"), NAMING_WORD);
	assert_int_equal(
	    mailbox_naming("Hall", "ahall@a.example"), NAMING_AGAIN);
	assert_int_equal(
	    mailbox_naming("ahall2", "ahall@a.example"), NAMING_AGAIN);
	assert_int_equal(
	    mailbox_naming("ann@a.example", "ann@a.example"), NAMING_NONE);
	assert_int_equal(mailbox_naming("", "ann@a.example"), NAMING_NONE);
	assert_int_equal(mailbox_naming("Ann", ""), NAMING_WORD);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(who_signs_a_letter_has_that_name),
	    cmocka_unit_test(a_name_beside_an_address_is_its_owner),
	    cmocka_unit_test(an_address_may_show_a_name),
	    cmocka_unit_test(a_name_says_more_than_its_address),
	};

	return cmocka_run_group_tests_name(
	    "naming", tests, rulebook_open, rulebook_close);
}
