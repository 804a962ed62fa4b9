/* SPDX-License-Identifier: ISC */
/* Where the messages of an mbox begin and end: a table of mailboxes. */
#include "base/buf.h"
#include "mail/mbox.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define SEP "From a@b Mon Mar  2 10:00:00 2026\n"

static const struct {
	const char *what, *box;
	const char *messages; /* joined by "|", unquoted */
} cases[] = {
    {"one", SEP "A: b\n\nx\n", "A: b\n\nx\n"},
    {"a blank line ends each", SEP "A: b\n\nx\n\n" SEP "C: d\n\ny\n\n",
	"A: b\n\nx\n|C: d\n\ny\n"},
    {"no blank line, but a header", SEP "A: b\n\nx\n" SEP "C: d\n\ny",
	"A: b\n\nx\n|C: d\n\ny"},
    {"CRLF",
	"From a Mon Mar  2 10:00:00 2026\r\nA: b\r\n\r\nx\r\n\r\n" SEP
	"C: d\n\ny",
	"A: b\r\n\r\nx\r\n|C: d\n\ny"},
    {"zones and seconds vary",
	SEP "A: b\n\nx\n\nFrom - Tue Jul  7 1:02 PST 1999\nC: d\n\ny",
	"A: b\n\nx\n|C: d\n\ny"},
    {"prose is no separator", SEP "A: b\n\nx\n\nFrom here, at 12:30, on\n",
	"A: b\n\nx\n\nFrom here, at 12:30, on\n"},
    {"a month without a time is none", SEP "A: b\n\n\nFrom a Mon Mar 2\n",
	"A: b\n\n\nFrom a Mon Mar 2\n"},
    {"quotes are undone once", SEP "A: b\n\n>From x\n>>From y\n> From z\n",
	"A: b\n\nFrom x\n>From y\n> From z\n"},
    {"Content-Length is believed when it fits",
	SEP "Content-Length: 37\n\nx\n\n" SEP "\n" SEP "C: d\n\ny\n",
	"Content-Length: 37\n\nx\n\n" SEP "|C: d\n\ny\n"},
    {"and such a box does not quote",
	SEP "Content-Length: 43\n\nx\n\n" SEP ">From\n\n" SEP "C: d\n\ny\n",
	"Content-Length: 43\n\nx\n\n" SEP ">From\n|C: d\n\ny\n"},
    {"not when it is too long",
	SEP "Content-Length: 99\n\nx\n\n" SEP "C: d\n\n",
	"Content-Length: 99\n\nx\n|C: d\n"},
    {"nor too short", SEP "Content-Length: 1\n\nxyz\n\n" SEP "C: d\n\ny\n",
	"Content-Length: 1\n\nxyz\n|C: d\n\ny\n"},
    {"nor no number", SEP "Content-Length: -7\n\nx\n\n" SEP "C: d\n\ny\n",
	"Content-Length: -7\n\nx\n|C: d\n\ny\n"},
    {"nor absurd",
	SEP "Content-Length: 99999999999999999999\n\nx\n\n" SEP "C: d\n",
	"Content-Length: 99999999999999999999\n\nx\n|C: d\n"},
    {"a separator alone", SEP, ""},
    {"without its line end", "From a", ""},
    {"two of them", SEP "\n" SEP, "\n|"},
};

static void split(const char *box, struct buf *out)
{
	struct mbox_message m;
	size_t len = strlen(box), at = 0;

	while (mbox_next(box, len, at, &m)) {
		if (at)
			buf_char(out, '|');
		if (!m.quoted ||
		    !mbox_unquote(box + m.offset, m.len_bytes, out))
			buf_append(out, box + m.offset, m.len_bytes);
		assert_true(m.next > at);
		assert_true(m.offset + m.len_bytes <= m.next);
		at = m.next;
	}
	assert_int_equal(at, len);
}

static void boxes_are_cut_into_messages(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct buf b = BUF_EMPTY;

		split(cases[i].box, &b);
		if (strcmp(buf_text(&b), cases[i].messages) != 0)
			fail_msg("%s: got '%s', wanted '%s'", cases[i].what,
			    buf_text(&b), cases[i].messages);
		buf_release(&b);
	}
}

/* Whatever the bytes: it ends, and nothing is read beyond them. */
static void any_cut_of_a_box_is_survived(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		size_t len = strlen(cases[i].box);

		for (size_t n = 0; n <= len; n++) {
			struct buf part = BUF_EMPTY, out = BUF_EMPTY;

			buf_append(&part, cases[i].box, n);
			split(part.data, &out);
			buf_release(&part);
			buf_release(&out);
		}
	}
}

static void fields_are_told_from_text(void **state)
{
	static const char *const fields[] = {"A: b", "A:", "X-y_z.1 : c"};
	static const char *const others[] = {
	    "", ":", " A: b", "A b: c", "A", "\x80: b", "From x", "A\0: b"};

	(void)state;
	for (size_t i = 0; i < sizeof(fields) / sizeof(*fields); i++)
		assert_true(mbox_is_field(fields[i], strlen(fields[i])));
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
		assert_false(mbox_is_field(others[i], strlen(others[i])));
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
	    cmocka_unit_test(boxes_are_cut_into_messages),
	    cmocka_unit_test(any_cut_of_a_box_is_survived),
	    cmocka_unit_test(fields_are_told_from_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
