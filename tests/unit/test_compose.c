/* SPDX-License-Identifier: ISC */
/* Messages as they are written: headers that hold, bodies that arrive. */
#include "base/arena.h"
#include "base/buf.h"
#include "mail/compose.h"
#include "mail/encode.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

struct pair {
	const char *in, *out;
};

static const struct pair subjects[] = {
    {"", "S:"},
    {"Budget 2027", "S: Budget 2027"},
    {"a\r\nBcc: x@y.example", "S: a Bcc: x@y.example"},
    {"a\nb\tc", "S: a b c"},
    {"R\xc3\xa9union", "S: =?utf-8?Q?R=C3=A9union?="},
    {"=?utf-8?Q?x?=", "S: =?utf-8?Q?=3D=3Futf-8=3FQ=3Fx=3F=3D?="},
    {"\xe4\xbc\x9a\xe8\xad\xb0", "S: =?utf-8?B?5Lya6K2w?="},
    {"bad \xff byte", "S: =?utf-8?Q?bad_=EF=BF=BD_byte?="},
    {"one two three four five six seven eight nine ten eleven twelve "
     "thirteen fourteen",
	"S: one two three four five six seven eight nine ten eleven twelve "
	"thirteen\n fourteen"},
    {"a right-to-left \xe2\x80\xae trick", "S: a right-to-left trick"},
};

static void subjects_stay_in_their_field(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(subjects) / sizeof(subjects[0]); i++) {
		struct buf out = BUF_EMPTY;
		struct encode_line line;

		encode_begin(&line, &out, "S");
		encode_text(&line, subjects[i].in);
		assert_string_equal(buf_text(&out), subjects[i].out);
		buf_release(&out);
	}
}

static const struct pair names[] = {
    {"", "To: a@b.example"},
    {"Anna Berg", "To: Anna Berg <a@b.example>"},
    {"Berg, Anna", "To: \"Berg, Anna\" <a@b.example>"},
    {"A \"B\" \\ C", "To: \"A \\\"B\\\" \\\\ C\" <a@b.example>"},
    {"Zo\xc3\xab <x@y.example>",
	"To: =?utf-8?Q?Zo=C3=AB_=3Cx=40y=2Eexample=3E?= <a@b.example>"},
    {"Eve\r\nCc: x@y.example", "To: \"Eve Cc: x@y.example\" <a@b.example>"},
};

static void names_are_quoted_as_needed(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		const struct mailbox box = {names[i].in, "a@b.example", 0};
		struct buf out = BUF_EMPTY;
		struct encode_line line;

		encode_begin(&line, &out, "To");
		encode_mailbox(&line, &box);
		assert_string_equal(buf_text(&out), names[i].out);
		buf_release(&out);
	}
}

static void addresses_that_could_break_out_are_refused(void **state)
{
	static const char *const bad[] = {"", "a", "@b", "a@", "a b@c.example",
	    "a@b\r\nBcc: c@d.example", "a@b>,<c@d", "a@b.example,c@d.example",
	    "\"a\"@b.example", "a(c)@b.example", "\xc3\xa4@b.example",
	    "a@b.example;", "a\001@b"};

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_false(compose_can_address(bad[i]));
	assert_true(compose_can_address("a.b+c@d.example"));
}

static const struct pair bodies[] = {
    {"", ""},
    {"a", "a\n"},
    {"1 = 2\n", "1 =3D 2\n"},
    {"trailing \n", "trailing=20\n"},
    {"From here\n", "=46rom here\n"},
    {".\n", "=2E\n"},
    {"a\r\nb\r\n", "a\nb\n"},
    {"\xc3\xa9\n", "=C3=A9\n"},
    {"\xe9\n", "=EF=BF=BD\n"},
    {"0123456789012345678901234567890123456789012345678901234567890123456789"
     "0123456789\n",
	"01234567890123456789012345678901234567890123456789012345678901234567"
	"8901234=\n56789\n"},
};

static void bodies_are_quoted(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(bodies) / sizeof(bodies[0]); i++) {
		struct buf out = BUF_EMPTY;

		encode_quoted_printable(&out, bodies[i].in);
		assert_string_equal(buf_text(&out), bodies[i].out);
		buf_release(&out);
	}
}

static void only_harmless_bodies_go_as_they_are(void **state)
{
#define TEN_CHARS "0123456789"
#define LONG_LINE \
	TEN_CHARS TEN_CHARS TEN_CHARS TEN_CHARS TEN_CHARS TEN_CHARS TEN_CHARS \
	    "012345678\n"
	static const char *const changed[] = {"trailing \n", "tab\t\r\n",
	    "From here\n", "x\n.\n", "-- \n", "--=_mixed\n", "\x7f\n",
	    "\xc3\xa9\n", "a\001b\n", "bare\rCR\n", LONG_LINE};

	(void)state;
	for (size_t i = 0; i < sizeof(changed) / sizeof(changed[0]); i++)
		assert_false(encode_is_plain(changed[i]));
	assert_true(encode_is_plain("plain text\n\n  - a list\r\n"));
}

static void base64_is_that_of_the_rfc(void **state)
{
	static const struct pair vectors[] = {{"", ""}, {"f", "Zg==\n"},
	    {"fo", "Zm8=\n"}, {"foo", "Zm9v\n"}, {"foob", "Zm9vYg==\n"},
	    {"fooba", "Zm9vYmE=\n"}, {"foobar", "Zm9vYmFy\n"}};

	(void)state;
	for (size_t i = 0; i < sizeof(vectors) / sizeof(vectors[0]); i++) {
		struct buf out = BUF_EMPTY;

		encode_base64(&out, vectors[i].in, strlen(vectors[i].in));
		assert_string_equal(buf_text(&out), vectors[i].out);
		buf_release(&out);
	}
}

static const struct mailbox anna = {"Anna", "anna@b.example", 0};

static struct draft plain_draft(void)
{
	return (struct draft){.from = {"Jo", "jo@a.example"},
	    .to = &anna,
	    .n_to = 1,
	    .subject = "Re: x",
	    .date = {951782400, -330},
	    .message_id = "1@a.example",
	    .text = "Hello.\n"};
}

static void a_reply_is_a_complete_message(void **state)
{
	const char *references[] = {"r1@b.example", "r2@b.example"};
	struct draft draft = plain_draft();
	struct buf out = BUF_EMPTY;

	(void)state;
	draft.in_reply_to = "r2@b.example";
	draft.references = references;
	draft.n_references = 2;
	compose(&out, &draft);
	assert_string_equal(buf_text(&out),
	    "Date: Mon, 28 Feb 2000 18:30:00 -0530\n"
	    "From: Jo <jo@a.example>\n"
	    "To: Anna <anna@b.example>\n"
	    "Subject: Re: x\n"
	    "Message-ID: <1@a.example>\n"
	    "In-Reply-To: <r2@b.example>\n"
	    "References: <r1@b.example> <r2@b.example>\n"
	    "MIME-Version: 1.0\n"
	    "Content-Type: text/plain; charset=utf-8\n"
	    "Content-Transfer-Encoding: 7bit\n"
	    "\n"
	    "Hello.\n");
	buf_release(&out);
}

static void ids_of_strangers_cannot_add_headers(void **state)
{
	const char *references[] = {
	    "a@b\r\nBcc: c@d.example", "a b", "", "ok@b.example"};
	struct draft draft = plain_draft();
	struct buf out = BUF_EMPTY;

	(void)state;
	draft.in_reply_to = "x@y\nBcc: c@d.example";
	draft.references = references;
	draft.n_references = 4;
	draft.auto_submitted = "a\nBcc: c@d.example";
	compose(&out, &draft);
	assert_null(strstr(buf_text(&out), "Bcc"));
	assert_null(strstr(buf_text(&out), "In-Reply-To"));
	assert_non_null(
	    strstr(buf_text(&out), "\nReferences: <ok@b.example>\n"));
	buf_release(&out);
}

static void long_threads_keep_their_root_and_newest(void **state)
{
	struct arena *a = arena_new();
	const char *references[100];
	struct draft draft = plain_draft();
	struct buf out = BUF_EMPTY;

	(void)state;
	for (int i = 0; i < 100; i++)
		references[i] = arena_printf(a, "r%d@b.example", i);
	draft.references = references;
	draft.n_references = 100;
	compose(&out, &draft);
	assert_non_null(strstr(buf_text(&out), "<r0@b.example>"));
	assert_null(strstr(buf_text(&out), "<r50@b.example>"));
	assert_non_null(strstr(buf_text(&out), "<r99@b.example>"));
	buf_release(&out);
	arena_free(a);
}

static void an_invite_has_the_calendar_twice(void **state)
{
	struct draft draft = plain_draft();
	struct buf out = BUF_EMPTY;
	const char *s;

	(void)state;
	draft.calendar = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n";
	draft.calendar_method = "REQUEST";
	compose(&out, &draft);
	s = strstr(buf_text(&out), "multipart/mixed");
	assert_non_null(s);
	s = strstr(s, "multipart/alternative");
	assert_non_null(s);
	s = strstr(s, "text/plain");
	assert_non_null(s);
	s = strstr(s, "text/calendar; charset=utf-8; method=REQUEST");
	assert_non_null(s);
	s = strstr(s, "application/ics; name=\"invite.ics\"");
	assert_non_null(s);
	assert_null(strchr(buf_text(&out), '\r'));
	buf_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(subjects_stay_in_their_field),
	    cmocka_unit_test(names_are_quoted_as_needed),
	    cmocka_unit_test(addresses_that_could_break_out_are_refused),
	    cmocka_unit_test(bodies_are_quoted),
	    cmocka_unit_test(only_harmless_bodies_go_as_they_are),
	    cmocka_unit_test(base64_is_that_of_the_rfc),
	    cmocka_unit_test(a_reply_is_a_complete_message),
	    cmocka_unit_test(ids_of_strangers_cannot_add_headers),
	    cmocka_unit_test(long_threads_keep_their_root_and_newest),
	    cmocka_unit_test(an_invite_has_the_calendar_twice),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
