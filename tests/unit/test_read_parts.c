/* SPDX-License-Identifier: ISC */
/* Structures that are broken or seldom: message ==> text and attachments. */
#include "base/arena.h"
#include "base/buf.h"
#include "mail/read.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const struct stamp arrival = {1781085600, 120};

struct reading {
	const char *message, *expected;
};

/* "text [name type size], ... error", with "|" for line ends. */
static char *describe(struct arena *a, const struct letter *l)
{
	char *out = arena_strdup(a, l->text);
	size_t n = strlen(out);

	while (n && out[n - 1] == '\n')
		out[--n] = '\0';
	for (char *c = out; *c; c++)
		if (*c == '\n')
			*c = '|';
	for (size_t i = 0; i < l->n_attachments; i++)
		out = arena_printf(a, "%s [%s %s %zu]", out,
		    l->attachments[i].name, l->attachments[i].type,
		    l->attachments[i].len_bytes);
	return arena_printf(a, "%s%s%s%s", out, l->calendar ? " calendar" : "",
	    l->flags & LETTER_ENCRYPTED ? " encrypted" : "",
	    l->error ? " error" : "");
}

static void check(const struct reading *table, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct arena *a = arena_new();
		struct letter *l = mail_read(a, NULL, table[i].message,
		    strlen(table[i].message), arrival);
		char *got = describe(a, l);

		if (strcmp(got, table[i].expected) != 0)
			fail_msg("%s\n==> {%s}\nnot {%s}", table[i].message,
			    got, table[i].expected);
		arena_free(a);
	}
}

#define CHECK(table) check(table, sizeof(table) / sizeof(*(table)))

#define MULTI(kind, b) \
	"Content-Type: multipart/" kind "; boundary=\"" b "\"\n\n"
#define INNER(b, kind, own) \
	"--" b "\nContent-Type: multipart/" kind "; boundary=\"" own "\"\n\n"
#define PART(b, type, text) "--" b "\nContent-Type: " type "\n\n" text "\n"
#define PLAIN(b, text)      PART(b, "text/plain", text)
#define HTML(b, text)       PART(b, "text/html", text)
#define END(b)              "--" b "--\n"
#define TEN                 "bbbbbbbbbb"
#define LONG                TEN TEN TEN TEN TEN TEN TEN TEN TEN

static void an_empty_part_costs_no_other(void **state)
{
	static const struct reading table[] = {
	    {MULTI("mixed", "o") "--o\n--o\n\nouter\n" END("o"), "outer"},
	    {MULTI("mixed", "o") INNER("o", "mixed", "i") "--i\n" PLAIN(
		 "i", "inner") END("i") PLAIN("o", "outer") END("o"),
		"inner||outer"},
	    {MULTI("mixed", "o") INNER("o", "alternative", "i") END("i")
		    PLAIN("o", "outer") END("o"),
		"outer"},
	    {MULTI("mixed", "o") INNER("o", "alternative", "i")
		    PLAIN("o", "outer") END("o"),
		"outer"},
	    {MULTI("mixed", "o") INNER("o", "alternative",
		 "i") "--i\nContent-Type: text/plain\n" HTML("i", "rich")
		    END("i") END("o"),
		"rich"}};

	(void)state;
	CHECK(table);
}

static void any_boundary_parts_the_message(void **state)
{
	static const struct reading table[] = {
	    {MULTI("mixed", LONG) PLAIN(LONG, "one") END(LONG), "one"},
	    {MULTI("mixed", "o") INNER("o", "alternative", LONG) PLAIN(LONG,
		 "one") HTML(LONG, "rich") END(LONG) PLAIN("o", "two") END("o"),
		"one||two"},
	    {MULTI("mixed", "a\\\"b") PLAIN("a\"b", "one") END("a\"b"), "one"},
	    {MULTI("mixed", "a b") PLAIN("a b", "one") END("a b"), "one"},
	    {"Content-Type: multipart/mixed; boundary=a;b\n\n" PLAIN(
		 "a;b", "one") END("a;b"),
		"one"},
	    {MULTI("mixed", "a") INNER("a", "alternative", "ab") PLAIN("ab",
		 "one") HTML("ab", "rich") END("ab") PLAIN("a", "two") END("a"),
		"one||two"},
	    {MULTI("mixed", "ab") INNER("ab", "alternative", "a")
		    PLAIN("a", "one") END("a") PLAIN("ab", "two") END("ab"),
		"one||two"},
	    {MULTI("mixed", "x") PLAIN("x", "one") "--x \t\n\ntwo\n--x-- \n",
		"one||two"},
	    {MULTI("mixed", "x") PLAIN("x", "one") END("x") PLAIN("x", "footer")
		    END("x"),
		"one||footer"},
	    {MULTI("mixed", "x") PLAIN("x", "--xy is no boundary") END("x"),
		"--xy is no boundary"}};

	(void)state;
	CHECK(table);
}

static void headers_of_parts_survive_a_stray_line(void **state)
{
	static const struct reading table[] = {
	    {MULTI("mixed", "x") "--x\nthis is no field\n"
				 "Content-Type: text/html\n\n<p>one</p>\n"
				 "--x--\n",
		"one"},
	    {MULTI("mixed", "x") "--x\nnot one field\n--x--\n",
		"not one field"}};

	(void)state;
	CHECK(table);
}

static void encodings_that_are_not_as_said_are_undone(void **state)
{
	static const struct reading table[] = {
	    {"Content-Type: multipart/mixed; boundary=x\n"
	     "Content-Transfer-Encoding: base64\n\n"
	     "LS14CkNvbnRlbnQtVHlwZTogdGV4dC9wbGFpbgoKb25lCi0teC0tCg==\n",
		"one"},
	    {"Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\n"
	     "This was never encoded at all.\nNot this.\n",
		"This was never encoded at all.|Not this."},
	    {"Content-Type: text/plain; charset=utf-8\n\n"
	     "It is a caf=C3=A9, and th=\nis is fine.=20\n",
		"It is a caf\xc3\xa9, and this is fine. "},
	    {"Content-Type: text/plain\n\n1=1 is =\nnot =3D=3D enough.\n",
		"1=1 is =|not =3D=3D enough."},
	    {"Content-Type: text/plain\nContent-Transfer-Encoding: 7bit\n\n"
	     "caf=C3=A9, and th=\nis =3D said.\n",
		"caf=C3=A9, and th=|is =3D said."},
	    {"Content-Type: text/plain; charset=utf-8\n\n"
	     "SSB3aWxsIHNlbmQgdGhlIGRyYWZ0IG9mIHRoZSBjb250cmFjdCB0byB5b3Ug"
	     "dG9tb3Jyb3cu\n",
		"I will send the draft of the contract to you tomorrow."},
	    {"Content-Type: text/plain\n\n"
	     "SSB3aWxsIHNlbmQgdGhlIGRyYWZ0IG9mIHRoZSBjb250cmFjdCB0byB5b3Ug"
	     "dG9tb3\nand so on\n",
		"SSB3aWxsIHNlbmQgdGhlIGRyYWZ0IG9mIHRoZSBjb250cmFjdCB0byB5b3Ug"
		"dG9tb3|and so on"},
	    {"Content-Type: text/plain\n"
	     "Content-Transfer-Encoding: quoted-printable\n\n"
	     "I will s=\r\nend the dr= \naft.=0D=0ABye.\r\n",
		"I will send the draft.|Bye."}};

	(void)state;
	CHECK(table);
}

static void labels_of_charsets_are_doubted(void **state)
{
	static const struct reading table[] = {
	    {"Content-Type: text/plain; charset=utf-8\n\nthe caf\xe9 there\n",
		"the caf\xc3\xa9 there"},
	    {"Content-Type: text/plain; charset=utf-8\n\n\xc3\xa9 or \xe9 it\n",
		"\xc3\xa9 or \xef\xbf\xbd it"},
	    {"Content-Type: text/plain; charset=utf-16\n\nplain text\n",
		"plain text"},
	    {"Content-Type: text/plain; charset=us-ascii\n"
	     "Content-Transfer-Encoding: base64\n\n//5IAGkA\n",
		"Hi"},
	    {"Content-Type: text/plain\n"
	     "Content-Transfer-Encoding: base64\n\n/v8ASABp\n",
		"Hi"},
	    {"Content-Type: text/plain; charset=iso-8859-1\n\n"
	     "\xcf\xee\xe7\xe2\xee\xed\xe8\xf2\xe5 \xec\xed\xe5 "
	     "\xe7\xe0\xe2\xf2\xf0\xe0.\n",
		"\xd0\x9f\xd0\xbe\xd0\xb7\xd0\xb2\xd0\xbe\xd0\xbd\xd0\xb8"
		"\xd1\x82\xd0\xb5 \xd0\xbc\xd0\xbd\xd0\xb5 "
		"\xd0\xb7\xd0\xb0\xd0\xb2\xd1\x82\xd1\x80\xd0\xb0."},
	    {"Content-Type: text/plain\n\n"
	     "\xf0\xcf\xda\xd7\xcf\xce\xc9\xd4\xc5 \xcd\xce\xc5 "
	     "\xda\xc1\xd7\xd4\xd2\xc1.\n",
		"\xd0\x9f\xd0\xbe\xd0\xb7\xd0\xb2\xd0\xbe\xd0\xbd\xd0\xb8"
		"\xd1\x82\xd0\xb5 \xd0\xbc\xd0\xbd\xd0\xb5 "
		"\xd0\xb7\xd0\xb0\xd0\xb2\xd1\x82\xd1\x80\xd0\xb0."},
	    {"Content-Type: text/plain; charset=iso-8859-1\n\n"
	     "\xca\xe1\xeb\xe7\xec\xdd\xf1\xe1 \xf3\xe1\xf2 "
	     "\xf6\xdf\xeb\xe5\n",
		"\xce\x9a\xce\xb1\xce\xbb\xce\xb7\xce\xbc\xce\xad\xcf\x81"
		"\xce\xb1 \xcf\x83\xce\xb1\xcf\x82 "
		"\xcf\x86\xce\xaf\xce\xbb\xce\xb5"},
	    {"Content-Type: text/plain; charset=iso-8859-1\n\n"
	     "\xc4\xd6\xdc \xe4\xf6\xfc\xdf und gr\xfc\xdf"
	     "e, m\xf6ge n\xf6tig "
	     "s\xe4ge f\xfcr \xfc"
	     "ber\n",
		"\xc3\x84\xc3\x96\xc3\x9c \xc3\xa4\xc3\xb6\xc3\xbc\xc3\x9f und "
		"gr\xc3\xbc\xc3\x9f"
		"e, m\xc3\xb6ge n\xc3\xb6tig s\xc3\xa4ge f\xc3\xbcr \xc3\xbc"
		"ber"},
	    {"Content-Type: text/plain; charset=windows-1255\n\n"
	     "\xf9\xec\xe5\xed\n",
		"\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d"},
	    {"Content-Type: text/plain; charset=koi8-r\n\n\xf0\xd2\n",
		"\xd0\x9f\xd1\x80"},
	    {"Content-Type: text/plain; charset=gb18030\n\n\xc4\xe3\n",
		"\xe4\xbd\xa0"},
	    {"Content-Type: text/plain; charset=big5\n\n\xa7\x41\n",
		"\xe4\xbd\xa0"},
	    {"Content-Type: text/plain; charset=iso-2022-jp\n\n"
	     "\x1b$B$O$$\x1b(B\n",
		"\xe3\x81\xaf\xe3\x81\x84"},
	    {"Content-Type: text/plain; charset=utf-16be\n"
	     "Content-Transfer-Encoding: base64\n\nAEcAcgD8AN8AZQ==\n",
		"Gr\xc3\xbc\xc3\x9f"
		"e"},
	    {"Content-Type: text/html; charset=utf-16le\n"
	     "Content-Transfer-Encoding: base64\n\nPABwAD4ARwByAPwA\n",
		"Gr\xc3\xbc"}};

	(void)state;
	CHECK(table);
}

static void files_in_the_text_are_attachments(void **state)
{
	static const struct reading table[] = {
	    {"To: b@b.example\n\nHere.\n\nbegin 644 my report.doc\n#0V%T\n`\n"
	     "end\nI will call.\n",
		"Here.||I will call. [my report.doc application/octet-stream "
		"3]"},
	    {"To: b@b.example\n\nbegin 755 x\n#0V%T\n \nend\n",
		" [x application/octet-stream 3]"},
	    {"To: b@b.example\n\nbegin 644 cut.doc\n#0V%T\n#0V%T\n#0V%T\n",
		" [cut.doc application/octet-stream 9]"},
	    {"To: b@b.example\n\nbegin 2026 well\nand go on.\nend\n",
		"begin 2026 well|and go on.|end"},
	    {"To: b@b.example\n\nbegin 644\nend\n", "begin 644|end"},
	    {"To: b@b.example\n\nbegin 644 x\nend\n", "begin 644 x|end"},
	    {"To: b@b.example\n\nbegin 644 x\nnever data\nend\n",
		"begin 644 x|never data|end"},
	    {"To: b@b.example\n\n=ybegin line=128 size=5 name=a b.bin\nabcde\n"
	     "=yend size=5\nI will call.\n",
		"I will call. [a b.bin application/octet-stream 5]"},
	    {"To: b@b.example\n\n=ybegin line=128 size=5 name=x\nabcde\n",
		"=ybegin line=128 size=5 name=x|abcde"},
	    {"To: b@b.example\n\n=ybegin size=99999999999999999999999 name=x\n"
	     "=yend\n",
		" [x application/octet-stream 0]"},
	    {"To: b@b.example\n\n=ybegin line=128\n=yend\n",
		"=ybegin line=128|=yend"}};

	(void)state;
	CHECK(table);
}

static void what_cannot_be_read_is_named(void **state)
{
	static const struct reading table[] = {
	    {"Content-Type: application/ms-tnef; name=winmail.dat\n"
	     "Content-Transfer-Encoding: base64\n\neJ8+IgAA\n",
		" [winmail.dat application/ms-tnef 6] error"},
	    {MULTI("mixed", "x") PLAIN("x", "See file.") PART("x",
		 "application/octet-stream; name=WINMAIL.DAT", "x") END("x"),
		"See file. [WINMAIL.DAT application/ms-tnef 1]"},
	    {"Content-Type: application/pkcs7-mime; name=smime.p7m\n"
	     "Content-Transfer-Encoding: base64\n\nMIAGCSqGSIb3DQEHA6CAAAA=\n",
		" [smime.p7m application/pkcs7-mime 17] encrypted error"},
	    {"Content-Type: application/pkcs7-mime; name=smime.p7m\n\n\n",
		" [smime.p7m application/pkcs7-mime 1] encrypted error"}};

	(void)state;
	CHECK(table);
}

/* SignedData that holds "Content-Type: text/plain" and a text (RFC 5652). */
#define SIGNED \
	"MIAGCSqGSIb3DQEHAqCAMIACAQExADCABgkqhkiG9w0BBwGggCSABB9Db250ZW50" \
	"LVR5cGU6IHRleHQvcGxhaW4KCm9uZSBiBAh5IG9uZS4KCgAAAAAAAAAAAAAAAA=="

static void opaque_signatures_are_opened(void **state)
{
	static const struct reading table[] = {
	    {"Content-Type: application/pkcs7-mime; smime-type=signed-data\n"
	     "Content-Transfer-Encoding: base64\n\n" SIGNED "\n",
		"one by one. [ application/pkcs7-mime 94]"},
	    {"Content-Type: application/octet-stream; name=smime.p7m\n"
	     "Content-Transfer-Encoding: base64\n\n" SIGNED "\n",
		"one by one. [smime.p7m application/octet-stream 94]"},
	    /* certificates alone */
	    {"Content-Type: application/pkcs7-mime; smime-type=certs-only\n"
	     "Content-Transfer-Encoding: base64\n\n"
	     "MCMGCSqGSIb3DQEHAqAWMBQCAQExADALBgkqhkiG9w0BBwExAA==\n",
		" [ application/pkcs7-mime 37]"},
	    /* lengths that point behind the end */
	    {"Content-Type: application/pkcs7-mime\n"
	     "Content-Transfer-Encoding: base64\n\n"
	     "MIT/////BgkqhkiG9w0BBwKggA==\n",
		" [ application/pkcs7-mime 19] encrypted error"}};

	(void)state;
	CHECK(table);
}

#define PIECE(which) "Content-Type: message/partial; id=\"a@b\"; " which "\n\n"

static void pieces_of_a_message_are_never_joined(void **state)
{
	static const struct reading table[] = {
	    {PIECE("number=1; total=2") "Subject: Plan\n\nI will call.\n",
		"I will call."},
	    {PIECE("total=3; number=\"1\"") MULTI("mixed", "x")
		    PLAIN("x", "one") PLAIN("x", "tw"),
		"one||tw"},
	    {PIECE("number=1") "Content-Transfer-Encoding: base64\n\nSGkK\n",
		"Hi"},
	    {PIECE("number=2; total=2") "I will call.\n",
		" [ message/partial 13] error"},
	    {PIECE("number=0") "x\n", " [ message/partial 2] error"},
	    {PIECE("number=1x") "x\n", " [ message/partial 2] error"},
	    {PIECE("number=99999999999999999999") "x\n",
		" [ message/partial 2] error"},
	    {PIECE("x=y") "no header here\n", "no header here"},
	    {PIECE("number=1"), ""},
	    {MULTI("mixed", "o") PLAIN("o", "See it.") PART("o",
		 "message/partial; number=1; id=c",
		 "Subject: Plan\nFrom: a@a.example\n\nI will call.") END("o"),
		"See it.||---------- message/rfc822 ----------|"
		"From: a@a.example|Subject: Plan||I will call."
		" [Plan message/partial 45]"},
	    {MULTI("mixed", "o") PLAIN("o", "See it.") PART("o",
		 "message/partial; number=2; id=c", "I will call.") END("o"),
		"See it. [ message/partial 12]"}};

	(void)state;
	CHECK(table);
}

static void later_plain_alternatives_are_not_lost(void **state)
{
	static const struct reading table[] = {
	    {MULTI("alternative", "x") PLAIN("x", "one") HTML("x", "one")
		    PLAIN("x", "list footer") END("x"),
		"one||list footer"},
	    {MULTI("alternative", "x") PLAIN("x", "one") PLAIN("x", "one")
		    END("x"),
		"one"},
	    {MULTI("alternative", "x") PLAIN("x", "one") PART("x",
		 "text/plain\nContent-Disposition: attachment; filename=a.txt",
		 "two") END("x"),
		"one [a.txt text/plain 3]"}};

	(void)state;
	CHECK(table);
}

static void calendars_are_known_by_their_name(void **state)
{
	static const struct reading table[] = {
	    {MULTI("mixed", "x") PLAIN("x", "Come.")
		    PART("x", "application/octet-stream; name=\"Invite.ICS\"",
			"BEGIN:VCALENDAR") END("x"),
		"Come. [Invite.ICS application/octet-stream 15] calendar"}};

	(void)state;
	CHECK(table);
}

static void names_without_quotes_are_whole(void **state)
{
	static const struct reading table[] = {
	    {"Content-Type: image/png\n"
	     "Content-Disposition: attachment; filename=my report.pdf\n\nx",
		" [my report.pdf image/png 1]"},
	    {"Content-Type: image/png\n"
	     "Content-Disposition: attachment; filename=my report.pdf size=5\n"
	     "\nx",
		" [my report.pdf image/png 1]"},
	    {"Content-Type: image/png; name=my report.pdf ;\n\nx",
		" [my report.pdf image/png 1]"},
	    {"Content-Type: image/png; name= \n\nx", " [ image/png 1]"}};

	(void)state;
	CHECK(table);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(an_empty_part_costs_no_other),
	    cmocka_unit_test(any_boundary_parts_the_message),
	    cmocka_unit_test(headers_of_parts_survive_a_stray_line),
	    cmocka_unit_test(encodings_that_are_not_as_said_are_undone),
	    cmocka_unit_test(labels_of_charsets_are_doubted),
	    cmocka_unit_test(files_in_the_text_are_attachments),
	    cmocka_unit_test(what_cannot_be_read_is_named),
	    cmocka_unit_test(opaque_signatures_are_opened),
	    cmocka_unit_test(pieces_of_a_message_are_never_joined),
	    cmocka_unit_test(later_plain_alternatives_are_not_lost),
	    cmocka_unit_test(calendars_are_known_by_their_name),
	    cmocka_unit_test(names_without_quotes_are_whole)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
