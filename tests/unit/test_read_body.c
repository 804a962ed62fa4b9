/* SPDX-License-Identifier: ISC */
/* What mail_read() makes of bodies: message ==> text and attachments. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/limits.h"
#include "mail/read.h"
#include "tongue.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const struct stamp arrival = {1781085600, 120};

struct reading {
	const char *message, *expected;
};

typedef char *describe(struct arena *a, const struct letter *l);

static void check(const struct reading *table, size_t n, describe *what)
{
	for (size_t i = 0; i < n; i++) {
		struct arena *a = arena_new();
		struct letter *l = mail_read(a, NULL, table[i].message,
		    strlen(table[i].message), arrival);
		char *got = what(a, l);

		if (strcmp(got, table[i].expected) != 0)
			fail_msg("%s\n==> [%s]\nnot [%s]", table[i].message,
			    got, table[i].expected);
		arena_free(a);
	}
}

#define CHECK(table, what) check(table, sizeof(table) / sizeof(*(table)), what)

/* The text with "|" for line ends, without those at its end. */
static char *text_of(struct arena *a, const struct letter *l)
{
	char *out = arena_strdup(a, l->text);
	size_t n = strlen(out);

	while (n && out[n - 1] == '\n')
		out[--n] = '\0';
	for (char *c = out; *c; c++)
		if (*c == '\n')
			*c = '|';
	return out;
}

static char *attachments_of(struct arena *a, const struct letter *l)
{
	char *out = "";

	for (size_t i = 0; i < l->n_attachments; i++) {
		const struct attachment *x = &l->attachments[i];

		out = arena_printf(a, "%s%s%s %s %zu%s", out, i ? ", " : "",
		    x->name, x->type, x->len_bytes,
		    x->is_inline ? " inline" : "");
	}
	return out;
}

static char *state_of(struct arena *a, const struct letter *l)
{
	return arena_printf(a, "%s%s%s%s", text_of(a, l),
	    l->flags & LETTER_ENCRYPTED ? " encrypted" : "",
	    l->flags & LETTER_REPORT ? " report" : "",
	    l->error ? " error" : "");
}

#define PLAIN "Content-Type: text/plain; charset=utf-8"

static void encodings_and_charsets_are_undone(void **state)
{
	static const struct reading table[] = {
	    {"To: b@b.example\n\nhello\n", "hello"},
	    {"To: b@b.example\r\n\r\nhello\r\nyou\rtoo\r\n", "hello|you|too"},
	    {PLAIN "\nContent-Transfer-Encoding: quoted-printable\n\n"
		   "caf=C3=A9 is=\n fine=20\nx=\n",
		"caf\xc3\xa9 is fine |x"},
	    {PLAIN "\nContent-Transfer-Encoding: quoted-printable\n\n"
		   "1=1 =ZZ =4\n",
		"1=1 =ZZ =4"},
	    {PLAIN "\nContent-Transfer-Encoding: base64\n\naGVs\nbG8=\n",
		"hello"},
	    {PLAIN "\nContent-Transfer-Encoding: base64\n\naG!Vs*bG8\n",
		"hello"},
	    {PLAIN "\nContent-Transfer-Encoding: base64\n\naGVsbG8=\n"
		   "________\nA list's footer\n",
		"hello|________|A list's footer"},
	    {PLAIN "\nContent-Transfer-Encoding: no-such\n\nhello\n", "hello"},
	    {"Content-Type: text/plain; charset=iso-8859-1\n\n\x93hi\x94\n",
		"\xe2\x80\x9chi\xe2\x80\x9d"},
	    {"Content-Type: text/plain; charset=us-ascii\n\ncaf\xe9\n",
		"caf\xc3\xa9"},
	    {"Content-Type: text/plain; charset=windows-1251\n\n\xef\xf0\n",
		"\xd0\xbf\xd1\x80"},
	    {"Content-Type: text/plain; charset=\"ks_c_5601-1987\"\n\n"
	     "\xbe\xc8\xb3\xe7\n",
		"\xec\x95\x88\xeb\x85\x95"},
	    {"Content-Type: text/plain; charset=gb2312\n\n\xc4\xe3\n",
		"\xe4\xbd\xa0"},
	    {"Content-Type: text/plain\n\n\x1b$B$O$$\x1b(B\n",
		"\xe3\x81\xaf\xe3\x81\x84"},
	    {"Content-Type: text/plain; charset=utf-7\n\nFr+APY-sche\n",
		"Fr\xc3\xb6sche"},
	    {"Content-Type: text/plain; charset=iso-8859-1\n\n"
	     "\xd0\xbf\xd1\x80\n",
		"\xd0\xbf\xd1\x80"},
	    {PLAIN "\n\na\xff\x62\n", "a\xef\xbf\xbd"
				      "b"},
	    {"Content-Type: text/plain; charset=no//such\n\na\xe9\n",
		"a\xc3\xa9"},
	    {PLAIN "\n\na\x01\x02\x1b[31mb\tc\n", "a[31mb\tc"},
	    {PLAIN "\n\nwe\x01,ve \x01&x\x01"
		   "8\x01\n",
		"we\xe2\x80\x99ve \xe2\x80\x9cx\xe2\x80\x9d"},
	    {"Content-Type: text/plain;\n\nhello\n", "hello"},
	    {"Content-Type: text\n\nhello\n", "hello"},
	    {"Content-Type: \n\nhello\n", "hello"},
	    {"Content-Type: text/weird\n\nhello\n", "hello"}};

	(void)state;
	CHECK(table, text_of);
}

static void broken_headers_leave_the_body(void **state)
{
	static const struct reading table[] = {{"", ""}, {"\n\n\n", ""},
	    {"hello\n", "hello"},
	    {"hello you\nand more\n", "hello you|and more"},
	    {"Note: this is\nno header.\n", "Note: this is|no header."},
	    {"From ann Mon Jun  1 09:30:00 2026\nTo: b@b.example\n\nhello\n",
		"hello"},
	    {">From ann Mon Jun  1 09:30:00 2026\nTo: b@b.example\n\nhello\n",
		"hello"},
	    {"To: b@b.example\rSubject: x\r\rhello\ryou\r", "hello|you"},
	    {"\n\nTo: b@b.example\n\nhello\n", "hello"},
	    {"\xef\xbb\xbfTo: b@b.example\n\nhello\n", "hello"},
	    {" To: b@b.example\nSubject: x\n\nhello\n", "hello"},
	    {"To: b@b.example\nthis is no field\nSubject: x\n\nhello\n",
		"hello"},
	    {"To: b@b.example\nSubject: x\nhello\nyou\n", "hello|you"},
	    {"To: b@b.example\nSubject: x\n \nhello\n", "hello"},
	    {"To: b@b.example\nSubject: x", ""}, {"To: b@b.example\n\n", ""},
	    {":\n::\n: x\n", ":|::|: x"}};

	(void)state;
	CHECK(table, text_of);
}

#define FLOWED "Content-Type: text/plain; format=flowed"

static void soft_line_breaks_are_joined(void **state)
{
	static const struct reading table[] = {
	    {FLOWED "\n\nso it \ngoes on\nnext\n", "so it goes on|next"},
	    {FLOWED "; delsp=yes\n\nso it \ngoes\n", "so itgoes"},
	    {FLOWED "\n\n> a \n> b\nc\n", "> a b|c"},
	    {FLOWED "\n\n> a \n>> b\n", "> a |> > b"},
	    {FLOWED "\n\nbye \n-- \nAnn\n", "bye |-- |Ann"},
	    {FLOWED "\n\n From here\n >x\n", "From here|>x"},
	    {FLOWED "\n\nends \n", "ends "},
	    {"Content-Type: text/plain\n\nso it \ngoes\n", "so it |goes"}};

	(void)state;
	CHECK(table, text_of);
}

#define MULTI(kind) "Content-Type: multipart/" kind "; boundary=x\n\n"
#define PART(type)  "--x\nContent-Type: " type "\n\n"
#define LONG_HTML \
	"<p>Every word of this letter is only in its HTML part, since the " \
	"program that wrote it does not care for people who read plain " \
	"text. It goes on for a while, so that nobody can doubt that it is " \
	"what was meant. The plain part is but a stub, in any language, " \
	"and shorter than this by far.</p>"

static void the_best_readable_part_is_chosen(void **state)
{
	static const struct reading table[] = {
	    {MULTI("alternative") PART("text/plain") "plain\n" PART(
		 "text/html") "<p>html</p>\n--x--\n",
		"plain"},
	    {MULTI("alternative") PART("text/html") "<p>html</p>\n" PART(
		 "text/plain") "plain\n--x--\n",
		"plain"},
	    {MULTI("alternative") PART("text/plain") "\n \n" PART(
		 "text/enriched") "<bold>rich</bold>\n--x--\n",
		"rich"},
	    {MULTI("alternative") PART("image/png") "x\n--x--\n", ""},
	    {MULTI("mixed") PART("text/plain") "one\n" PART(
		 "image/png") "x\n" PART("text/plain") "two\n--x--\n",
		"one||two"},
	    {MULTI("mixed") "preamble\n" PART("text/plain") "one\n--x--\nend\n",
		"one"},
	    {MULTI("related") PART("text/plain") "one\n" PART(
		 "text/plain") "two\n--x--\n",
		"one"},
	    {MULTI("signed") PART("text/plain") "one\n" PART(
		 "application/pgp-signature") "sig\n--x--\n",
		"one"},
	    {MULTI("mixed") PART("text/plain") "one\n--x\n\n\n--x--\n", "one"},
	    {MULTI("mixed") "--x\n\n" PART("text/plain") "one\n--x\n--x\n\n"
							 "two\n--x--\n",
		"one||two"},
	    {MULTI("odd") PART("text/plain") "one\n--x--\n", "one"}};

	(void)state;
	CHECK(table, text_of);
}

static void stubs_give_way_to_html(void **state)
{
	struct arena *a = arena_new();
	static const char message[] = MULTI("alternative") PART(
	    "text/plain") "See HTML.\n" PART("text/html") LONG_HTML "\n--x--\n";
	struct letter *l =
	    mail_read(a, NULL, message, sizeof(message) - 1, arrival);

	(void)state;
	assert_non_null(strstr(l->text, "Every word of this letter"));
	assert_null(strstr(l->text, "See HTML"));
	arena_free(a);
}

static void no_text_is_lost_to_wrong_boundaries(void **state)
{
	static const struct reading table[] = {
	    {"Content-Type: multipart/mixed\n\n" PART(
		 "text/plain") "one\n--x--\n",
		"one"},
	    {"Content-Type: multipart/mixed; boundary=y\n\n" PART(
		 "text/plain") "one\n--x--\n",
		"one"},
	    {"Content-Type: multipart/mixed; boundary=y\n\none\n", "one error"},
	    {"Content-Type: multipart/mixed; boundary=\"\\\"\"\n\none\n",
		"one error"},
	    {"Content-Type: multipart/mixed; boundary=\"\"\n\none\n",
		"one error"},
	    {"Content-Type: multipart/mixed; boundary=\"\n\none\n",
		"one error"},
	    {MULTI("mixed") PART("text/plain") "one\n", "one"},
	    {MULTI("mixed") PART("text/plain") "one\n--x", "one"},
	    {MULTI("mixed") PART("text/plain") "one\n--x\n", "one"},
	    {MULTI("mixed") "--x\n\none\n--x--\n", "one"},
	    {MULTI("mixed") "--x\none\n--x--\n", "one"},
	    {MULTI("mixed") PART("multipart/mixed; boundary=\"\\\"\"") "one\n",
		"one error"},
	    {MULTI("mixed") PART("multipart/mixed; boundary=x") "one\n",
		"one error"},
	    {MULTI("mixed") "--x--\n", ""},
	    {MULTI("mixed") "I will call.\n--x--\n", "I will call. error"},
	    {MULTI("mixed"), ""}};

	(void)state;
	CHECK(table, state_of);
}

static void messages_inside_are_forwards(void **state)
{
	static const struct reading table[] = {
	    {MULTI("mixed") PART("text/plain") "look\n" PART(
		 "message/rfc822") "From: c@c.example\nSubject: s\n\ninner\n"
				   "--x--\n",
		"look||---------- message/rfc822 ----------|"
		"From: c@c.example|Subject: s||inner"},
	    {MULTI("mixed") PART("message/rfc822\nContent-Transfer-Encoding: "
				 "base64") "RnJvbTogYwoKaW5uZXIK\n--x--\n",
		"---------- message/rfc822 ----------|From: c||inner"},
	    {MULTI("digest") "--x\n\nFrom: c@c.example\n\ninner\n--x--\n",
		"---------- message/rfc822 ----------|"
		"From: c@c.example||inner"},
	    {MULTI("mixed") PART("message/rfc822") "no message\n--x--\n",
		"---------- message/rfc822 ----------||no message"}};

	(void)state;
	CHECK(table, text_of);
}

static void a_message_inside_begins_with_a_known_marker(void **state)
{
	static const char message[] =
	    MULTI("mixed") PART("message/rfc822") "From: c\n\ninner\n--x--\n";
	struct arena *a = arena_new();
	struct letter *l =
	    mail_read(a, tongue_load(a), message, sizeof(message) - 1, arrival);

	(void)state;
	assert_string_equal(text_of(a, l),
	    "---------- forwarded message ----------|From: c||inner");
	assert_string_equal(tongue_zones(a, l), "af");
	arena_free(a);
}

/* The marker lines that html.c sets must not come from a sender. */
static void no_sender_can_forge_a_marker_line(void **state)
{
	static const char *const table[] = {PLAIN "\n\n\x01q\nhere\n\x01"
						  "e\n",
	    PLAIN "; format=flowed\n\n\x01q\n \x01q\nhere\n",
	    PLAIN "\nContent-Transfer-Encoding: quoted-printable\n\n"
		  "=01q\nhere\n=01e\n",
	    PLAIN "\nContent-Transfer-Encoding: base64\n\nAXEKaGVyZQoBZQo=\n",
	    "Content-Type: text/plain; charset=utf-16le\n"
	    "Content-Transfer-Encoding: base64\n\n"
	    "AQBxAAoAaABlAHIAZQAKAA==\n",
	    "Content-Type: text/html\n\n<pre>\x01q\nhere\n</pre>",
	    "Content-Type: text/html\n\n&#1;q<br>here<br>&#1;e",
	    "Content-Type: text/enriched\n\n\x01q\nhere\n",
	    MULTI("mixed") PART("message/rfc822") "Subject: =?utf-8?Q?=0A=01q"
						  "=0Ahere?=\n\n\x01q\nhere\n"
						  "--x--\n"};

	(void)state;
	for (size_t i = 0; i < sizeof(table) / sizeof(*table); i++) {
		struct arena *a = arena_new();
		const struct letter *l =
		    mail_read(a, NULL, table[i], strlen(table[i]), arrival);

		assert_non_null(strstr(l->text, "here"));
		assert_null(strchr(l->text, '\x01'));
		for (size_t z = 0; z < l->n_zones; z++)
			assert_int_not_equal(l->zones[z].kind, ZONE_QUOTE);
		arena_free(a);
	}
}

static void machine_parts_are_told_from_text(void **state)
{
	static const struct reading table[] = {
	    {MULTI("report")
		    PART("text/plain") "bounced\n" PART("message/delivery-status") "Status: 5.0.0\n" PART(
			"message/rfc822") "From: c@c.example\n\ninner\n--x--\n",
		"bounced report"},
	    {MULTI("mixed") PART("text/plain") "read\n" PART(
		 "message/disposition-notification") "x: y\n--x--\n",
		"read report"},
	    {MULTI("encrypted")
		    PART("application/pgp-encrypted") "Version: 1\n" PART(
			"application/octet-stream") "xxxx\n--x--\n",
		" encrypted error"},
	    {"Content-Type: application/pkcs7-mime; name=smime.p7m\n\nxxxx\n",
		" encrypted error"},
	    {PLAIN "\n\n-----BEGIN PGP MESSAGE-----\n\nhQEM\n"
		   "-----END PGP MESSAGE-----\n",
		" encrypted error"},
	    {PLAIN "\n\n-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n"
		   "hello\n- -- \nAnn\n-----BEGIN PGP SIGNATURE-----\n\nxx\n"
		   "-----END PGP SIGNATURE-----\n",
		"hello|-- |Ann"},
	    {PLAIN "\n\n-----BEGIN PGP SIGNATURE-----\nnever ends\n",
		"-----BEGIN PGP SIGNATURE-----|never ends"}};

	(void)state;
	CHECK(table, state_of);
}

#define FILE_PART(disposition) \
	"--x\nContent-Type: application/pdf\nContent-Disposition: " disposition \
	"\n\n12345\n--x--\n"

static void attachments_are_named_and_measured(void **state)
{
	static const struct reading table[] = {
	    {MULTI("mixed") FILE_PART("attachment; filename=\"a b.pdf\""),
		"a b.pdf application/pdf 5"},
	    {MULTI("mixed") FILE_PART("attachment; filename=a.pdf; size=5"),
		"a.pdf application/pdf 5"},
	    {MULTI("mixed")
		    FILE_PART("attachment; filename*=utf-8'de'gr%C3%BCn.pdf"),
		"gr\xc3\xbcn.pdf application/pdf 5"},
	    {MULTI("mixed") FILE_PART(
		 "attachment; filename*0=\"a-\"; filename*1=\"b.pdf\""),
		"a-b.pdf application/pdf 5"},
	    {MULTI("mixed") FILE_PART("attachment;\n filename*1*=%C3%BCn.pdf;"
				      " filename*0*=utf-8''gr"),
		"gr\xc3\xbcn.pdf application/pdf 5"},
	    {MULTI("mixed")
		    FILE_PART("attachment; filename==?utf-8?Q?gr=C3=BCn.pdf?="),
		"gr\xc3\xbcn.pdf application/pdf 5"},
	    {MULTI("mixed") FILE_PART("attachment; filename=\"never closed"),
		"never closed application/pdf 5"},
	    {MULTI("mixed") FILE_PART("attachment; filename*999=x"),
		" application/pdf 5"},
	    {MULTI("mixed") FILE_PART("inline"), " application/pdf 5 inline"},
	    {MULTI("mixed") PART("text/plain") "hi\n" PART(
		 "text/plain; name=log.txt") "1234\n--x--\n",
		"log.txt text/plain 4"},
	    {"Content-Type: image/png; name=x.png\n"
	     "Content-Transfer-Encoding: base64\n\naGVsbG8=\n",
		"x.png image/png 5"}};

	(void)state;
	CHECK(table, attachments_of);
}

static void calendars_are_kept_apart(void **state)
{
	struct arena *a = arena_new();
	static const char message[] =
	    MULTI("alternative") PART("text/plain") "Come.\n" PART(
		"text/calendar; method=REQUEST") "BEGIN:VCALENDAR\nEND:VCALENDAR\n--x--\n";
	struct letter *l =
	    mail_read(a, NULL, message, sizeof(message) - 1, arrival);

	(void)state;
	assert_string_equal(l->text, "Come.\n");
	assert_non_null(l->calendar);
	assert_memory_equal(l->calendar, "BEGIN:VCALENDAR", 15);
	assert_int_equal(l->calendar_len, strlen(l->calendar));
	arena_free(a);
}

static void nuls_are_dropped(void **state)
{
	struct arena *a = arena_new();
	static const char message[] = "Subject: a\0b\n\nhel\0lo\n";
	struct letter *l =
	    mail_read(a, NULL, message, sizeof(message) - 1, arrival);

	(void)state;
	assert_string_equal(l->subject, "ab");
	assert_string_equal(l->text, "hello\n");
	assert_int_equal(l->text_len, 6);
	arena_free(a);
}

/* n times piece, between head and tail. */
static void read_many(const char *head, const char *piece, size_t n,
    const char *tail, unsigned flags)
{
	struct arena *a = arena_new();
	struct buf b = BUF_EMPTY;
	struct letter *l;

	buf_puts(&b, head);
	while (n--)
		buf_puts(&b, piece);
	buf_puts(&b, tail);
	l = mail_read(a, NULL, b.data, b.len_bytes, arrival);
	assert_int_equal(l->flags & flags, flags);
	assert_int_equal(strlen(l->text), l->text_len);
	buf_release(&b);
	arena_free(a);
}

static void hostile_sizes_are_bounded(void **state)
{
	(void)state;
	read_many("To: ", "(", 300000, "\n\nhi\n", 0);
	read_many(MULTI("mixed") "--x\nContent-Type: ", "(", 300000,
	    "\n\nhi\n--x--\n", 0);
	read_many("", "Content-Type: multipart/mixed; boundary=x\n\n--x\n",
	    5000, "hi\n", 0);
	read_many("", "Content-Type: message/rfc822\n\n", 5000, "hi\n",
	    LETTER_TRUNCATED);
	read_many(
	    MULTI("mixed"), "--x\n\nhi\n", 20000, "--x--\n", LETTER_TRUNCATED);
	read_many(MULTI("mixed"), "--x\n", 200000, "--x--\n", 0);
	read_many("Subject: ", "=?utf-8?Q?a", 100000, "\n\nhi\n", 0);
	read_many("To: ", "a@a.example, ", 100000, "\n\nhi\n", 0);
	read_many("References: ", "<a@a.example> ", 50000, "\n\nhi\n", 0);
	read_many("", "X-Line: x\n", 100000, "\nhi\n", 0);
	read_many(
	    "To: b@b.example\n\n", "line\n", 200000, "", LETTER_TRUNCATED);
}

static void a_subject_without_a_text_is_the_text(void **state)
{
	static const struct {
		const char *message, *want;
	} table[] = {
	    {"Subject: which bus are you on?\n\n", "which bus are you on?"},
	    {"Subject: which bus are you on?\n\nSent from my iPhone\n",
		"which bus are you on?"},
	    {"Subject: =?utf-8?Q?Can_you_ring_J=C3=BCrgen?=\n\n",
		"Can you ring J\xc3\xbcrgen"},
	    {"Subject: [club] bring the net\n\n\n", "bring the net"},
	    {"Subject: bring the net\n\nIt is red.\n", "It is red."},
	    {"From: Ann Lee <al@a.example>\nSubject: bring the net\n\nAL\n",
		"bring the net\n\nAL"},
	    {"From: Ann Lee <al@a.example>\nSubject: bring the net\n\n- Ann\n",
		"bring the net\n\n- Ann"},
	    {"From: Ann Lee <x@a.example>\nSubject: bring the net\n\na\n",
		"bring the net\n\na"},
	    {"From: Ann Lee <x@a.example>\nSubject: bring the net\n\n***\n",
		"bring the net"},
	    {"From: Ann Lee <x@a.example>\nSubject: bring the net\n\nTom\n",
		"Tom"},
	    {"From: Ann Lee <x@a.example>\nSubject: bring the net\n\nAnn? No.\n",
		"Ann? No."},
	    {"From: Ann Lee <x@a.example>\nSubject: Re: bring it\n\nAL\n",
		"AL"},
	    {"Subject: Re: bring the net\n\n", ""},
	    {"Subject: bring the net\nIn-Reply-To: <a@a.example>\n\n", ""},
	    {"Subject: Fwd: bring the net\n\n", ""},
	    {"Subject: net\n\n", ""},
	    {"Subject: bring the net\n\n> Shall I?\n", ""},
	    {"Subject:\n\n", ""},
	    {"\n", ""},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
		struct arena *a = arena_new();
		struct reading_words *words = tongue_load(a);
		struct letter *l = mail_read(a, words, table[i].message,
		    strlen(table[i].message), arrival);

		assert_string_equal(mail_new_text(a, l), table[i].want);
		arena_free(a);
	}
}

static void a_line_is_one_sentence(void **state)
{
	struct arena *a = arena_new();
	struct letter *l = mail_from_line(a, "  I will call.  ", 16, arrival);

	(void)state;
	assert_string_equal(l->text, "I will call.");
	assert_int_equal(l->n_sentences, 1);
	assert_string_equal(l->sentences[0].text, "I will call.");
	assert_int_equal(l->date.utc_s, arrival.utc_s);
	assert_string_equal(mail_new_text(a, l), "I will call.");
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(encodings_and_charsets_are_undone),
	    cmocka_unit_test(broken_headers_leave_the_body),
	    cmocka_unit_test(soft_line_breaks_are_joined),
	    cmocka_unit_test(the_best_readable_part_is_chosen),
	    cmocka_unit_test(a_subject_without_a_text_is_the_text),
	    cmocka_unit_test(stubs_give_way_to_html),
	    cmocka_unit_test(no_text_is_lost_to_wrong_boundaries),
	    cmocka_unit_test(messages_inside_are_forwards),
	    cmocka_unit_test(a_message_inside_begins_with_a_known_marker),
	    cmocka_unit_test(no_sender_can_forge_a_marker_line),
	    cmocka_unit_test(machine_parts_are_told_from_text),
	    cmocka_unit_test(attachments_are_named_and_measured),
	    cmocka_unit_test(calendars_are_kept_apart),
	    cmocka_unit_test(nuls_are_dropped),
	    cmocka_unit_test(hostile_sizes_are_bounded),
	    cmocka_unit_test(a_line_is_one_sentence)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
