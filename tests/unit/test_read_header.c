/* SPDX-License-Identifier: ISC */
/* What mail_read() makes of headers: header ==> what the letter says. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/civil.h"
#include "base/diag.h"
#include "base/lines.h"
#include "mail/date.h"
#include "mail/read.h"
#include "rule/reading.h"
#include "tongue.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* 2026-06-10T12:00:00+02:00 */
static const struct stamp arrival = {1781085600, 120};

struct reading {
	const char *header, *expected;
};

typedef char *describe(struct arena *a, const struct letter *l);

static void check(const struct reading *table, size_t n, describe *what)
{
	for (size_t i = 0; i < n; i++) {
		struct arena *a = arena_new();
		char *message =
		    arena_printf(a, "%s\n\nText.\n", table[i].header);
		struct letter *l =
		    mail_read(a, NULL, message, strlen(message), arrival);
		char *got = what(a, l);

		if (strcmp(got, table[i].expected) != 0)
			fail_msg("%s\n==> %s\nnot %s", table[i].header, got,
			    table[i].expected);
		arena_free(a);
	}
}

#define CHECK(table, what) check(table, sizeof(table) / sizeof(*(table)), what)

static char *people(struct arena *a, const struct mailbox *m, size_t n)
{
	char *out = "";

	for (size_t i = 0; i < n; i++)
		out = arena_printf(a, "%s%s%s<%s>", out, i ? ", " : "",
		    *m[i].name ? arena_printf(a, "%s ", m[i].name) : "",
		    m[i].addr);
	return out;
}

static char *from_of(struct arena *a, const struct letter *l)
{
	return people(a, &l->from, 1);
}

static char *to_of(struct arena *a, const struct letter *l)
{
	return people(a, l->to, l->n_to);
}

static char *subject_of(struct arena *a, const struct letter *l)
{
	return arena_strdup(a, l->subject);
}

static char *topic_of(struct arena *a, const struct letter *l)
{
	return arena_printf(a, "%s%s", l->topic,
	    l->is_forward ? " (forward)"
	    : l->is_reply ? " (reply)"
			  : "");
}

static char *ids_of(struct arena *a, const struct letter *l)
{
	char *out = arena_printf(a, "%s reply-to %s refs",
	    l->flags & LETTER_ID_MADE ? "made" : l->message_id,
	    l->in_reply_to ? l->in_reply_to : "none");

	for (size_t i = 0; i < l->n_references; i++)
		out = arena_printf(a, "%s %s", out, l->references[i]);
	return out;
}

static char *date_of(struct arena *a, const struct letter *l)
{
	return arena_printf(a, "%s%s", civil_format(a, l->date),
	    l->flags & LETTER_DATE_GUESSED ? " guessed" : "");
}

static char *flags_of(struct arena *a, const struct letter *l)
{
	static const struct {
		unsigned flag;
		const char *name;
	} names[] = {{LETTER_AUTOMATIC, "automatic"}, {LETTER_REPORT, "report"},
	    {LETTER_LIST, "list"}, {LETTER_ANNOUNCEMENT, "announcement"},
	    {LETTER_OWN, "own"}, {LETTER_DELIVERED, "delivered"}};
	char *out = "";

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (l->flags & names[i].flag)
			out = arena_printf(
			    a, "%s%s%s", out, *out ? " " : "", names[i].name);
	return out;
}

static void names_and_addresses_are_found_in_whatever_order(void **state)
{
	static const struct reading table[] = {
	    {"From: Ann Lee <Ann@A.Example>", "Ann Lee <ann@a.example>"},
	    {"From: ann@a.example (Ann Lee)", "Ann Lee <ann@a.example>"},
	    {"From: \"Lee, Ann (Sales)\" <ann@a.example>",
		"Lee, Ann (Sales) <ann@a.example>"},
	    {"From: \"Ann \\\"Al\\\" Lee\" <ann@a.example>",
		"Ann \"Al\" Lee <ann@a.example>"},
	    {"From: 'Ann Lee' <ann@a.example>", "Ann Lee <ann@a.example>"},
	    {"From: ann@a.example", "<ann@a.example>"},
	    {"From: <ann@a.example>", "<ann@a.example>"},
	    {"From: Ann Lee ann@a.example", "Ann Lee <ann@a.example>"},
	    {"From: Ann Lee <@relay.example,@b.example:ann@a.example>",
		"Ann Lee <ann@a.example>"},
	    {"From: Ann <mailto:ann@a.example>", "Ann <ann@a.example>"},
	    {"From: =?utf-8?Q?Ann,_L=C3=A9e?= <ann@a.example>",
		"Ann, L\xc3\xa9"
		"e <ann@a.example>"},
	    {"From: \"=?iso-8859-1?Q?J=FCrgen?=\" <j@a.example>",
		"J\xc3\xbcrgen <j@a.example>"},
	    {"From: J\xfcrgen <j@a.example>", "J\xc3\xbcrgen <j@a.example>"},
	    {"From: \"john doe\"@a.example", "<\"john doe\"@a.example>"},
	    {"From: Ann Lee/HOU/ACME@ACME", "Ann Lee <ann lee/hou/acme@acme>"},
	    {"From: J\xfcrg Lee/HOU/ACME@ACME",
		"J\xc3\xbcrg Lee <j\xc3\xbcrg lee/hou/acme@acme>"},
	    {"From: ann", "<ann>"}, {"From: Ann", "Ann <>"},
	    {"From: \"ann\"", "ann <>"}, {"From: root (Cron)", "Cron <root>"},
	    {"From: Host!gate!Ann", "<host!gate!ann>"},
	    {"From: IN%\"Ann@A.example\"  \"Ann Lee\"",
		"Ann Lee <ann@a.example>"},
	    {"From: <IN%\"Ann@A.example\">", "<ann@a.example>"},
	    {"From: j\xfcrg@a.example", "<j\xc3\xbcrg@a.example>"}};

	(void)state;
	CHECK(table, from_of);
}

static void broken_senders_leave_what_can_be_read(void **state)
{
	static const struct reading table[] = {
	    {"From: Ann at home", "Ann at home <>"},
	    {"From: Ann <>\nX: y", "Ann <>"},
	    {"From: \"Ann Lee <ann@a.example>", "Ann Lee <ann@a.example>"},
	    {"From: Ann <ann@a.example", "Ann <ann@a.example>"},
	    {"From: Ann <<ann@a.example>>", "Ann <ann@a.example>"},
	    {"From: =?utf-8?Q?Ann <ann@a.example>\nTo: b@b.example",
		"=?utf-8?Q?Ann <ann@a.example>"},
	    {"From: ((((( <ann@a.example>", "<ann@a.example>"},
	    {"From: ,,;, Ann <ann@a.example>", "Ann <ann@a.example>"},
	    {"From:\nSender: Sue <sue@a.example>", "Sue <sue@a.example>"},
	    {"To: b@b.example\nReturn-Path: <ann@a.example>",
		"<ann@a.example>"},
	    {"To: b@b.example", "<>"},
	    {"From: a@a.example\nX-From: Ann Lee", "Ann Lee <a@a.example>"},
	    {"From: a@a.example\nX-From: J\xfcrg",
		"J\xc3\xbcrg <a@a.example>"}};

	(void)state;
	CHECK(table, from_of);
}

static void recipients_are_flattened_in_order(void **state)
{
	static const struct reading table[] = {
	    {"To: a@a.example, Ben <b@b.example>",
		"<a@a.example>, Ben <b@b.example>"},
	    {"To: Team: a@a.example, Ben <b@b.example>;, c@c.example",
		"<a@a.example>, Ben <b@b.example>, <c@c.example>"},
	    {"To: undisclosed-recipients:;", ""},
	    {"To: a@a.example; b@b.example", "<a@a.example>, <b@b.example>"},
	    {"To: Ann <a@a.example> Ben <b@b.example>",
		"Ann <a@a.example>, Ben <b@b.example>"},
	    {"To: a@a.example,\n b@b.example,\n\tc@c.example",
		"<a@a.example>, <b@b.example>, <c@c.example>"},
	    {"To: a@a.example\nTo: b@b.example",
		"<a@a.example>, <b@b.example>"},
	    {"To:", ""}, {"To: ,", ""},
	    {"To: a@a.example, b@b.example\nX-To: Ann Lee, Ben Moe",
		"Ann Lee <a@a.example>, Ben Moe <b@b.example>"},
	    {"To: a@a.example\nX-To: a@a.example @ HOST", "<a@a.example>"},
	    {"To: a@a.example, b@b.example\nX-To: Lee, Ann, Moe",
		"<a@a.example>, <b@b.example>"}};

	(void)state;
	CHECK(table, to_of);
}

static void subjects_are_decoded_onto_one_line(void **state)
{
	static const struct reading table[] = {{"Subject: plain", "plain"},
	    {"Subject: two\n  lines", "two lines"},
	    {"Subject: =?utf-8?B?w6k=?= =?utf-8?Q?_x?=", "\xc3\xa9 x"},
	    {"Subject: =?utf-8?B?4oI=?= =?utf-8?B?rA==?=", "\xe2\x82\xac"},
	    {"Subject: =?utf-8*de?Q?gr=C3=BCn?=", "gr\xc3\xbcn"},
	    {"Subject: =?windows-1252?Q?=80?=", "\xe2\x82\xac"},
	    {"Subject: =?ks_c_5601-1987?B?vsiz5w==?=",
		"\xec\x95\x88\xeb\x85\x95"},
	    {"Subject: =?utf-8?Q?a=0D=0ABcc:_x@y?=", "a Bcc: x@y"},
	    {"Subject: =?utf-8?Q?a=00b?=", "ab"},
	    {"Subject: =?utf-8?X?abc?=", "=?utf-8?X?abc?="},
	    {"Subject: =?utf-8?Q?never", "=?utf-8?Q?never"},
	    {"Subject: =?nosuch?Q?=E9?=", "\xc3\xa9"},
	    {"Subject: =?utf-8?Q?=FF=E9?=", "\xef\xbf\xbd\xef\xbf\xbd"},
	    {"Subject: x=?utf-8?Q?y?=z", "xyz"}, {"Subject:", ""},
	    {"To: b@b.example", ""}};

	(void)state;
	CHECK(table, subject_of);
}

static void topics_have_no_prefixes_and_tags(void **state)
{
	static const struct reading table[] = {{"Subject: Plan", "Plan"},
	    {"Subject: Re: Plan", "Plan (reply)"},
	    {"Subject: RE[2]: Re: Plan", "Plan (reply)"},
	    {"Subject: [team] Re: [team] Plan", "Plan (reply)"},
	    {"Subject: Re : Plan", "Plan (reply)"},
	    {"Subject: Re\xef\xbc\x9a Plan", "Plan (reply)"},
	    {"Subject: Request: Plan", "Request: Plan"},
	    {"Subject: [team]", "[team]"}, {"Subject: Re:", " (reply)"},
	    {"Subject: Re", "Re"},
	    {"Subject: Plan\nIn-Reply-To: <a@b>", "Plan (reply)"}};

	(void)state;
	CHECK(table, topic_of);
}

static void ids_and_references_are_listed_once(void **state)
{
	static const struct reading table[] = {
	    {"Message-ID: <1@a>\nReferences: <2@a> <3@a>\nIn-Reply-To: <3@a>",
		"1@a reply-to 3@a refs 2@a 3@a"},
	    {"Message-ID: <1@a>\nIn-Reply-To: <2@a>",
		"1@a reply-to 2@a refs 2@a"},
	    {"Message-ID: <1@a>\nIn-Reply-To: Your mail of Monday <2@a>",
		"1@a reply-to 2@a refs 2@a"},
	    {"Message-ID: <1@ a>", "1@a reply-to none refs"},
	    {"Message-ID: 1@a", "1@a reply-to none refs"},
	    {"Message-ID: <1@a>\nReferences: <1@a> <2@a> <2@a>",
		"1@a reply-to none refs 2@a"},
	    {"Message-ID: <1@a>\nReferences: 2@a 3@a",
		"1@a reply-to none refs 2@a 3@a"},
	    {"Message-ID: <1@a>\nReferences: <> <2@a <3@a>",
		"1@a reply-to none refs 3@a"},
	    {"Message-ID: <>", "made reply-to none refs"},
	    {"Message-ID:", "made reply-to none refs"},
	    {"To: b@b.example", "made reply-to none refs"}};

	(void)state;
	CHECK(table, ids_of);
}

static void made_ids_are_the_same_for_every_copy(void **state)
{
	static const char sent[] =
	    "From: a@a.example\nTo: b@b.example\nSubject: x\n\nText.\n";
	static const char received[] =
	    "Return-Path: <a@a.example>\r\nReceived: by b\r\n"
	    "From: a@a.example\r\nTo: b@b.example\r\nSubject: x\r\n\r\n"
	    "Text.\r\n\r\n";
	static const char other[] =
	    "From: a@a.example\nTo: b@b.example\nSubject: y\n\nText.\n";
	struct arena *a = arena_new();
	const char *id =
	    mail_read(a, NULL, sent, sizeof(sent) - 1, arrival)->message_id;

	(void)state;
	assert_string_equal(
	    id, mail_read(a, NULL, received, sizeof(received) - 1, arrival)
		    ->message_id);
	assert_string_not_equal(id,
	    mail_read(a, NULL, other, sizeof(other) - 1, arrival)->message_id);
	arena_free(a);
}

static void dates_are_read_as_mailers_write_them(void **state)
{
	static const struct reading table[] = {
	    {"Mon, 1 Jun 2026 09:30:00 +0200", "2026-06-01T09:30:00+02:00"},
	    {"1 Jun 2026 09:30 -0230", "2026-06-01T09:30:00-02:30"},
	    {"Monday, June 1, 2026 9:30 PM", "2026-06-01T21:30:00+00:00"},
	    {"Mon, 01 Jun 26 09:30:00 EST", "2026-06-01T09:30:00-05:00"},
	    {"Fri, 3 Dec 99 12:00:00 CEST", "1999-12-03T12:00:00+02:00"},
	    {"Sat, 1 Jan 100 12:00:00 GMT", "2000-01-01T12:00:00+00:00"},
	    {"Mon Jun  1 09:30:00 2026", "2026-06-01T09:30:00+00:00"},
	    {"Mon Jun  1 09:30:00 PDT 2026", "2026-06-01T09:30:00-07:00"},
	    {"2026-06-01T09:30:00Z", "2026-06-01T09:30:00+00:00"},
	    {"2026-06-01 09:30:00.123 +05:30", "2026-06-01T09:30:00+05:30"},
	    {"1-Jun-2026 09:30:00 GMT+2", "2026-06-01T09:30:00+02:00"},
	    {"Mon, 1 Jun 2026 09.30.00 +0200", "2026-06-01T09:30:00+02:00"},
	    {"6/1/2026 9:30:00 AM", "2026-06-01T09:30:00+00:00"},
	    {"1.6.2026 09:30", "2026-06-01T09:30:00+00:00"},
	    {"Tue, 30 Jun 2026 23:59:60 +0000", "2026-06-30T23:59:59+00:00"},
	    {"Mon, 1 Jun 2026 09:30:00 +9999", "2026-06-01T09:30:00+00:00"},
	    {"Mon, 1 Jun 2026 09:30:00 (CEST)", "2026-06-01T09:30:00+02:00"},
	    {"Mon, 1 Jun 2026", "2026-06-01T12:00:00+00:00"},
	    {"Mon, 1 Jun 2026 09:30:00 +2:00", "2026-06-01T09:30:00+02:00"},
	    {"1 Jun 2026 0930 GMT", "2026-06-01T09:30:00+00:00"},
	    {"20260601T093000Z", "2026-06-01T09:30:00+00:00"},
	    {"Mon, 1 Jun 2026 09:30:00 0200", "2026-06-01T09:30:00+02:00"},
	    {"Mon, 1 Jun 2026 09:30:00 --0200", "2026-06-01T09:30:00-02:00"},
	    {"Mon, 1 Jun 2026  9:30: 5 +0200", "2026-06-01T09:30:05+02:00"},
	    {"Mon, 1 Jun 2026 9: 3 +0200", "2026-06-01T09:03:00+02:00"},
	    {"Sun, 31 May 2026 24:00:00 +0200", "2026-06-01T00:00:00+02:00"},
	    {"Mon, 1 Jun 2026 09:30:00 MET DST", "2026-06-01T09:30:00+02:00"},
	    {"Jun 1 2026 09:30:00 GMT-0500 (EST)", "2026-06-01T09:30:00-05:00"},
	    {"Mon, 1 Jun 2026 24:30:00 +0200", "none"},
	    {"99999999T999999Z", "none"}, {"", "none"}, {"yesterday", "none"},
	    {"Mon, 31 Jun 2026 09:30:00 +0200", "none"},
	    {"Mon, 1 Jun 2026 25:61:61 +0200", "none"},
	    {"Mon, 0 Jun 2026 09:30:00", "none"},
	    {"Mon, 1 Foo 2026 09:30:00", "none"},
	    {"1 Jun 99999999999999 09:30:00", "none"},
	    {":::::+-+-.../", "none"}};

	(void)state;
	for (size_t i = 0; i < sizeof(table) / sizeof(*table); i++) {
		struct arena *a = arena_new();
		struct stamp t;
		const char *got = date_parse(NULL, table[i].header, &t)
				      ? civil_format(a, t)
				      : "none";

		if (strcmp(got, table[i].expected) != 0)
			fail_msg("%s ==> %s not %s", table[i].header, got,
			    table[i].expected);
		arena_free(a);
	}
}

static void dates_are_read_in_other_languages(void **state)
{
	static const struct reading table[] = {
	    {"Mi, 3 März 2021 09:30:00 +0100", "2021-03-03T09:30:00+01:00"},
	    {"Mo., 1. Jänner 2024 08:00", "2024-01-01T08:00:00+00:00"},
	    {"lun., 1 févr. 2021 09:30:00 +0100", "2021-02-01T09:30:00+01:00"},
	    {"mar., 2 juin 2026 09:30:00 +0200", "2026-06-02T09:30:00+02:00"},
	    {"mardi 2 juin 2026 09:30:00 +0200", "2026-06-02T09:30:00+02:00"},
	    {"mar, 12 mag 2026 09:30:00 +0200", "2026-05-12T09:30:00+02:00"},
	    {"martes, 2 de junio de 2026 9:30", "2026-06-02T09:30:00+00:00"},
	    {"mar 10 mar 2026 09:30:00 +0100", "2026-03-10T09:30:00+01:00"},
	    {"Qua, 2 Set 2026 09:30:00 +0100", "2026-09-02T09:30:00+01:00"},
	    {"di, 5 mei 2026 09:30:00 +0200", "2026-05-05T09:30:00+02:00"},
	    {"ti 3. marraskuuta 2026 09:30 +0200", "2026-11-03T09:30:00+02:00"},
	    {"śr., 9 września 2026 09:30:00 +0200",
		"2026-09-09T09:30:00+02:00"},
	    {"Вт, 2 июн 2026 09:30:00 +0300", "2026-06-02T09:30:00+03:00"},
	    {"ВТОРНИК, 2 ИЮНЯ 2026 09:30:00 +0300",
		"2026-06-02T09:30:00+03:00"},
	    {"2026. június 2. 09:30 +0200", "2026-06-02T09:30:00+02:00"},
	    {"2026年6月2日 09:30:00 +0900", "2026-06-02T09:30:00+09:00"},
	    {"2026년 6월 12일 (금) 09:30:00 +0900",
		"2026-06-12T09:30:00+09:00"},
	    {"Tue Mar 10 09:30:00 2026", "2026-03-10T09:30:00+00:00"},
	    {"Mar 10 09:30:00 2026 (May be forged)",
		"2026-03-10T09:30:00+00:00"},
	    {"Mon, 1 Jun 2026 09:30:00 +0200 (Mai)",
		"2026-06-01T09:30:00+02:00"},
	    /* July here, August there; no month at all; too late for one */
	    {"2 srp 2026 09:30:00 +0200", "none"},
	    {"2 lundi 2026 09:30:00 +0200", "none"},
	    {"2 févrierfévrierfévrierfévrierfévrierfévrier 2026", "none"},
	    {"février 2026 09:30:00", "none"},
	    {"2026年6月 09:30:00 +0900", "none"},
	    {"2026年13月2日 09:30:00 +0900", "none"}, {"年月日", "none"}};
	struct arena *a = arena_new();
	const struct reading_words *words = tongue_load(a);

	(void)state;
	for (size_t i = 0; i < sizeof(table) / sizeof(*table); i++) {
		struct stamp t;
		const char *got = date_parse(words, table[i].header, &t)
				      ? civil_format(a, t)
				      : "none";

		if (strcmp(got, table[i].expected) != 0)
			fail_msg("%s ==> %s not %s", table[i].header, got,
			    table[i].expected);
	}
	arena_free(a);
}

static void a_year_without_its_months_is_refused(void **state)
{
	static const char *const lines[] = {"months a | b",
	    "months a | b | c | d | e | f | g | h | i | j | k",
	    "months a | b | c | d | e | f | g | h | i | j | k | l | m",
	    "months a | b | c |  | e | f | g | h | i | j | k | l",
	    "months | a | b | c | e | f | g | h | i | j | k | l", "months"};
	struct arena *a = arena_new();

	(void)state;
	for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++) {
		struct reading_words *words = reading_new(a);
		struct diag *d = diag_new();
		struct lines in;

		lines_init(&in, a, d, "x", lines[i], strlen(lines[i]));
		while (lines_next(&in))
			assert_false(reading_line(words, &in));
		assert_int_equal(diag_count(d), 1);
		/* The months of the next line count from January on. */
		assert_int_equal(words->lists[READING_MONTHS].n, 0);
		diag_free(d);
	}
	arena_free(a);
}

static void foreign_dates_come_in_any_charset(void **state)
{
	static const char *const headers[] = {
	    "Date: Mi, 3 M\xe4r 2021 09:30:00 +0100\n\n",
	    "Date: Mi, 3 M\xc3\xa4r 2021 09:30:00 +0100\n\n",
	    "Date: =?utf-8?Q?Mi=2C_3_M=C3=A4r_2021?= 09:30:00 +0100\n\n"};
	struct arena *a = arena_new();
	const struct reading_words *words = tongue_load(a);

	(void)state;
	for (size_t i = 0; i < sizeof(headers) / sizeof(*headers); i++) {
		const struct letter *l = mail_read(
		    a, words, headers[i], strlen(headers[i]), arrival);

		assert_string_equal(
		    civil_format(a, l->date), "2021-03-03T09:30:00+01:00");
		assert_int_equal(l->flags & LETTER_DATE_GUESSED, 0);
	}
	arena_free(a);
}

static void absurd_dates_are_replaced(void **state)
{
	static const struct reading table[] = {
	    {"Date: Mon, 1 Jun 2026 09:30:00 +0200",
		"2026-06-01T09:30:00+02:00"},
	    {"Date: Thu, 11 Jun 2026 23:00:00 +0900",
		"2026-06-11T23:00:00+09:00"},
	    {"Date: Mon, 1 Jun 2037 09:30:00 +0200",
		"2026-06-10T12:00:00+02:00 guessed"},
	    {"Date: Thu, 1 Jan 1970 00:00:00 +0000",
		"2026-06-10T12:00:00+02:00 guessed"},
	    {"Date: soon", "2026-06-10T12:00:00+02:00 guessed"},
	    {"Date: soon\nReceived: by b; Tue, 9 Jun 2026 08:00:00 -0400",
		"2026-06-09T08:00:00-04:00 guessed"},
	    {"Received: by b; nonsense\nReceived: by a;\n"
	     " Tue, 9 Jun 2026 08:00:00 -0400",
		"2026-06-09T08:00:00-04:00 guessed"},
	    {"Date: Tue, 9 Jun 2026 07:58:00 -0400\n"
	     "Received: by b; Tue, 9 Jun 2026 08:00:00 -0400",
		"2026-06-09T07:58:00-04:00"},
	    {"Date: Sun, 1 Jan 2012 00:04:11 +0100\n"
	     "Received: by b; Tue, 9 Jun 2026 08:00:00 -0400\n"
	     "Received: by a; Tue, 9 Jun 2026 07:59:00 -0400",
		"2026-06-09T08:00:00-04:00 guessed"},
	    {"Date: Tue, 9 Jun 2026 08:00:00 -0400\n"
	     "Received: by b; Sat, 9 Jun 2018 08:00:00 -0400",
		"2018-06-09T08:00:00-04:00 guessed"},
	    {"Date: Mon, 1 Dec 2025 08:00:00 +0100\n"
	     "Received: by a; Tue, 9 Jun 2026 07:59:00 -0400",
		"2025-12-01T08:00:00+01:00"},
	    {"Resent-From: c@c.example\n"
	     "Received: by b; Tue, 9 Jun 2026 08:00:00 -0400\n"
	     "Date: Sun, 1 Jan 2012 00:04:11 +0100",
		"2012-01-01T00:04:11+01:00"},
	    {"Date: soon\nResent-Date: Tue, 9 Jun 2026 08:00:00 -0400\n"
	     "Received: by b; Tue, 9 Jun 2026 09:00:00 -0400",
		"2026-06-09T08:00:00-04:00 guessed"},
	    {"Date: Mon, 8 Jun 2026 10:00:t <b@b.example>\nSubject: x\n"
	     "Date: Mon, 8 Jun 2026 10:00:01 +0000",
		"2026-06-08T10:00:01+00:00"},
	    {"Date: Mon, 8 Jun 2026 10:00:00 +0000\nDate: soon",
		"2026-06-08T10:00:00+00:00"},
	    {"Date: Mon, 8 Jun 2026 10:00:00 +0000\n"
	     "Date: Mon, 8 Jun 2037 10:00:00 +0000",
		"2026-06-08T10:00:00+00:00"},
	    {"From ann@a.example Tue Jun  9 08:00:00 2026\nTo: b@b.example",
		"2026-06-09T08:00:00+00:00 guessed"},
	    {"To: b@b.example", "2026-06-10T12:00:00+02:00 guessed"}};

	(void)state;
	CHECK(table, date_of);
}

static void the_kind_of_mail_is_told_by_its_header(void **state)
{
	static const struct reading table[] = {{"From: a@a.example", ""},
	    {"Auto-Submitted: no", ""},
	    {"Auto-Submitted: auto-replied (vacation)", "automatic"},
	    {"Auto-Submitted: Auto-Generated; x=y", "automatic"},
	    {"X-Autoreply: yes", "automatic"},
	    {"Precedence: auto_reply", "automatic"},
	    {"Return-Path: <>", "report delivered"},
	    {"From: MAILER-DAEMON@a.example", "report"},
	    {"Content-Type: multipart/report; report-type=delivery-status",
		"report"},
	    {"Precedence: bulk", "announcement"},
	    {"Precedence: junk", "announcement"}, {"Precedence: list", "list"},
	    {"List-Unsubscribe: <mailto:x@a.example>", "list announcement"},
	    {"List-Id: <x.a.example>\nList-Post: NO", "list announcement"},
	    {"List-Id: <x.a.example>\nList-Post: <mailto:x@a.example>", "list"},
	    {"List-Post: <mailto:x@a.example>\nPrecedence: bulk", "list"},
	    {"X-Rapport: digest", "own"}, {"X-Rapport: 2 commitments", ""},
	    {"Received: by b", "delivered"},
	    {"Delivered-To: b@b.example", "delivered"}};

	(void)state;
	CHECK(table, flags_of);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(names_and_addresses_are_found_in_whatever_order),
	    cmocka_unit_test(broken_senders_leave_what_can_be_read),
	    cmocka_unit_test(recipients_are_flattened_in_order),
	    cmocka_unit_test(subjects_are_decoded_onto_one_line),
	    cmocka_unit_test(topics_have_no_prefixes_and_tags),
	    cmocka_unit_test(ids_and_references_are_listed_once),
	    cmocka_unit_test(made_ids_are_the_same_for_every_copy),
	    cmocka_unit_test(dates_are_read_as_mailers_write_them),
	    cmocka_unit_test(dates_are_read_in_other_languages),
	    cmocka_unit_test(a_year_without_its_months_is_refused),
	    cmocka_unit_test(foreign_dates_come_in_any_charset),
	    cmocka_unit_test(absurd_dates_are_replaced),
	    cmocka_unit_test(the_kind_of_mail_is_told_by_its_header)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
