/* SPDX-License-Identifier: ISC */
/* The messages of tests/mail: file ==> letter. README.md says what is odd. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "mail/read.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const struct stamp arrival = {1781085600, 120};

struct expected {
	const char *file, *from, *to, *subject, *date;
	const char *text;  /* the beginning of letter.text */
	const char *never; /* what must not be in it, or NULL */
	unsigned flags;
	const char *attachment; /* name of the first, or NULL for none */
};

#define MADE (LETTER_ID_MADE | LETTER_DATE_GUESSED)

#define ANN  "Ann Lee <ann@a.example>"
#define BEN  "Ben Moe <ben@b.example>"
#define DATE "2026-06-01T09:30:00+02:00"

static const struct expected table[] = {
    {"apple-inline-pdf", "Ann Lee <ann@a.example>", "Ben Moe <ben@b.example>",
	"Contract \xe2\x80\x93 signed", "2026-06-01T09:30:00+02:00",
	"Here is the contract\xe2\x80\x99s signed copy:\n\n"
	"I will send the original by post tomorrow.\n",
	NULL, 0, "Vertrag \xc3\xa4nderung.pdf"},
    {"attached-message", "Ann Lee <ann@a.example>", "Ben Moe <ben@b.example>",
	"Fwd: Numbers", "2026-06-01T09:30:00+02:00",
	"Can you answer Cleo?\n\n---------- message/rfc822 ----------\n"
	"From: Cleo Ray <cleo@c.example>\n"
	"Date: Fri, 29 May 2026 08:00:00 +0000\nSubject: Numbers\n"
	"To: ann@a.example\n\nPlease send me the caf\xc3\xa9's numbers",
	NULL, 0, "Numbers"},
    {"bounce", "Mail Delivery System <mailer-daemon@mx.b.example>",
	"<ann@a.example>", "Undelivered Mail Returned to Sender",
	"2026-06-01T09:31:00+00:00", "Your message could not be delivered.",
	"I will call", LETTER_AUTOMATIC | LETTER_REPORT | LETTER_DELIVERED, ""},
    {"clear-signed", "Ann Lee <ann@a.example>", "Ben Moe <ben@b.example>",
	"Signed", "2026-06-01T09:30:00+02:00",
	"I will pay the bill on Friday.\n\n- the printer's\n- the cou", "PGP",
	0, NULL},
    {"flowed-delsp", "Ann Lee <ann@a.example>", "Ben Moe <ben@b.example>",
	"Flowed", "2026-06-01T09:30:00+02:00",
	"The first sentence of this letter is wrapped softly.\n"
	"> What was asked before.\nFrom here on it is stuffed.\n-- \nAnn\n",
	NULL, 0, NULL},
    {"korean", "\xea\xb9\x80\xec\x98\x81\xed\x9d\xac <kim@a.example>",
	"<ben@b.example>", "\xec\x95\x88\xeb\x85\x95",
	"2026-06-01T09:30:00+09:00", "\xec\x95\x88\xeb\x85\x95\n", NULL, 0,
	NULL},
    {"latin1-header", "J\xc3\xbcrgen <j@a.example>", "<ben@b.example>",
	"Gr\xc3\xbc\xc3\x9f"
	"e",
	"2026-06-10T12:00:00+02:00",
	"Sch\xc3\xb6ne Gr\xc3\xbc\xc3\x9f"
	"e!\n",
	NULL, MADE, NULL},
    {"list-footer-base64", "Ann Lee <ann@a.example>", "Ben Moe <ben@b.example>",
	"Footer", "2026-06-01T09:30:00+02:00",
	"I\xe2\x80\x99ll look at it on Tuesday.\n\n____", "\xef\xbf\xbd",
	LETTER_LIST, NULL},
    {"lone-quote-boundary", "<>", "", "", "2026-06-10T12:00:00+02:00",
	"This parser trap", "--", MADE, NULL},
    {"nested-unclosed", "Ann Lee <ann@a.example>", "Ben Moe <ben@b.example>",
	"Cut off", "2026-06-01T09:30:00+02:00",
	"The message was cut after this line.\n", "--", 0, NULL},
    {"newsletter", "Weekly Offers <offers@news.example>", "<ben@b.example>",
	"Will you let this pass?", "2026-06-01T09:30:00+02:00",
	"Reply by Friday", NULL,
	LETTER_LIST | LETTER_ANNOUNCEMENT | LETTER_DELIVERED, NULL},
    {"notes-names", "Jon Doe <jon.doe@a.example>",
	"Vera Ruiz <vera.ruiz@a.example>, Rudi Zed <rudi.zed@a.example>",
	"Re: position", "1999-11-30T03:22:00-08:00", "Vera, the figures", NULL,
	0, NULL},
    {"nul-bytes", "<ann@a.example>", "<ben@b.example>", "NUL",
	"2026-06-01T09:30:00+02:00", "I will call.\n", NULL, 0, NULL},
    {"outlook-invite", "Ann Lee <ann@a.example>", "Ben Moe <ben@b.example>",
	"Review of the draft", "2026-06-01T09:30:00+02:00",
	"Ben, can we go through the draft on Thursday?\n", "VCALENDAR", 0,
	NULL},
    {"stray-line", "Ann Lee <ann@a.example>",
	"Ben at home <>, Moe, Ben <ben@b.example>", "Re: [team] AW: lunch",
	"2026-06-01T09:30:00+02:00", "Yes, at noon.\n", NULL, LETTER_ID_MADE,
	NULL},
    {"chinese-unlabelled", ANN, BEN, "会议改到星期五", DATE,
	"你好，请在星期五以前把合同寄给我。谢谢！\n", NULL, 0, NULL},
    {"hebrew-unlabelled", ANN, BEN, "Contract", DATE,
	"שלום רב, אשלח לך את החוזה ביום שישי. תודה\n", NULL, 0, NULL},
    {"hz", ANN, BEN, "Time", DATE, "中文: I will call on Friday.\n", NULL, 0,
	NULL},
    {"partial-first", ANN, BEN, "Contract (1/2)", DATE,
	"I will send the rest on Friday.\n", "--", LETTER_TRUNCATED, "map.png"},
    {"partial-rest", ANN, BEN, "Contract (2/2)", DATE, "", "AAA", 0, ""},
    {"polish-as-latin1", ANN, BEN, "Umowa", DATE,
	"Dzień dobry, umowę wyślę w piątek. Proszę też o", NULL, 0, NULL},
    {"two-dates", ANN, BEN, "Two dates", DATE, "I will call.\n", NULL, 0, NULL},
    {"cyrillic-as-latin1", ANN, BEN, "Call", DATE,
	"\xd0\x9f\xd0\xbe\xd0\xb7\xd0\xb2\xd0\xbe\xd0\xbd\xd0\xb8", NULL, 0,
	NULL},
    {"empty-inner-part", ANN, BEN, "Empty part", DATE,
	"I will bring the keys on Monday.\n", "--", 0, "my note.txt"},
    {"long-boundary", ANN, BEN, "Long boundary", DATE,
	"I will answer tomorrow.\n", "--", 0, NULL},
    {"opaque-signed", ANN, BEN, "Signed inside", DATE, "one by one.\n", NULL, 0,
	"smime.p7m"},
    {"resent", ANN, "Cleo <cleo@c.example>, <dan@c.example>", "The list",
	"2025-05-05T09:30:00+02:00", "Can you send me the list", NULL,
	LETTER_DELIVERED, NULL},
    {"uuencoded", ANN, BEN, "The sheet", DATE,
	"Ben, here is the sheet you asked for.\n\n\nI will send", "begin", 0,
	"sheet one.csv"},
    {"winmail-only", ANN, BEN, "Plans", DATE, "", NULL, 0, "winmail.dat"},
    {"wrong-clock", ANN, "<ben>, Moe <ben@b.example>", "Clock",
	"2026-06-01T09:31:00+02:00", "I will repair", NULL,
	LETTER_DATE_GUESSED | LETTER_DELIVERED, NULL},
    {"wrong-boundary", "Ann Lee <ann@a.example>", "Ben Moe <ben@b.example>",
	"Wrong boundary", "2026-06-01T09:30:00+02:00",
	"I\xe2\x80\x99ll send the list tonight.\n", "--", 0, NULL}};

static char *people(struct arena *a, const struct mailbox *m, size_t n)
{
	char *out = "";

	for (size_t i = 0; i < n; i++)
		out = arena_printf(a, "%s%s%s%s<%s>", out, i ? ", " : "",
		    m[i].name, *m[i].name ? " " : "", m[i].addr);
	return out;
}

static void check(
    struct arena *a, const struct expected *e, const struct letter *l)
{
	assert_string_equal(people(a, &l->from, 1), e->from);
	assert_string_equal(people(a, l->to, l->n_to), e->to);
	assert_string_equal(l->subject, e->subject);
	assert_string_equal(civil_format(a, l->date), e->date);
	assert_int_equal(l->flags, e->flags);
	if (strncmp(l->text, e->text, strlen(e->text)) != 0)
		assert_string_equal(l->text, e->text);
	if (e->never)
		assert_null(strstr(l->text, e->never));
	assert_int_equal(l->n_attachments > 0, e->attachment != NULL);
	if (e->attachment)
		assert_string_equal(l->attachments[0].name, e->attachment);
}

static void odd_messages_are_read(void **state)
{
	const char *source = getenv("SOURCE");

	(void)state;
	for (size_t i = 0; i < sizeof(table) / sizeof(*table); i++) {
		struct arena *a = arena_new();
		struct diag *d = diag_new();
		struct buf b = BUF_EMPTY;
		char *path = arena_printf(a, "%s/tests/mail/%s.eml",
		    source ? source : ".", table[i].file);

		print_message("# %s\n", table[i].file);
		assert_int_equal(file_read(path, 65536, d, &b), STATUS_OK);
		check(a, &table[i],
		    mail_read(a, NULL, b.data, b.len_bytes, arrival));
		buf_release(&b);
		diag_free(d);
		arena_free(a);
	}
}

/* A message cut anywhere must not upset anything. */
static void cut_messages_are_read(void **state)
{
	const char *source = getenv("SOURCE");

	(void)state;
	for (size_t i = 0; i < sizeof(table) / sizeof(*table); i++) {
		struct arena *a = arena_new();
		struct diag *d = diag_new();
		struct buf b = BUF_EMPTY;
		char *path = arena_printf(a, "%s/tests/mail/%s.eml",
		    source ? source : ".", table[i].file);

		assert_int_equal(file_read(path, 65536, d, &b), STATUS_OK);
		for (size_t n = 0; n < b.len_bytes; n += 7) {
			struct arena *one = arena_new();
			char *cut = arena_strndup(one, b.data, n);
			struct letter *l =
			    mail_read(one, NULL, cut, n, arrival);

			assert_int_equal(strlen(l->text), l->text_len);
			assert_true(l->message_id[0] != '\0');
			arena_free(one);
		}
		buf_release(&b);
		diag_free(d);
		arena_free(a);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(odd_messages_are_read),
	    cmocka_unit_test(cut_messages_are_read)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
