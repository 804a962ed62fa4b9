/* SPDX-License-Identifier: ISC */
/*
 * Whole bodies, each line with the zone that it belongs to, as people's mail
 * programs write them; the format is in tests/mail/README.md.
 */
#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/str.h"
#include "mail/html.h"
#include "mail/zone.h"
#include "model/letter.h"
#include "tongue.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

/* U+2423: a blank at the end of a line, which no editor eats. */
#define OPEN_BOX "\xe2\x90\xa3"

struct reader {
	struct arena *arena;
	const struct reading_words *words;
	const char *path;
	struct span rest;
	size_t failures;
};

/* A body, and what its lines are to be. */
struct body_case {
	struct span name;
	struct buf html, text; /* html is empty for plain text */
	struct buf letters;    /* one a line of text, blank lines included */
};

static bool take_line(struct reader *r, struct span *line_r)
{
	const char *nl = memchr(r->rest.data, '\n', r->rest.len_bytes);
	size_t n = nl ? (size_t)(nl - r->rest.data) : r->rest.len_bytes;

	if (!r->rest.len_bytes)
		return false;
	*line_r = (struct span){r->rest.data, n};
	n += nl != NULL;
	r->rest.data += n;
	r->rest.len_bytes -= n;
	return true;
}

static void put_text(struct buf *out, struct span s)
{
	size_t box = strlen(OPEN_BOX);

	if (s.len_bytes >= box &&
	    memcmp(s.data + s.len_bytes - box, OPEN_BOX, box) == 0) {
		buf_append(out, s.data, s.len_bytes - box);
		buf_puts(out, " ");
	} else {
		buf_append(out, s.data, s.len_bytes);
	}
	buf_char(out, '\n');
}

/* "q > Lunch?": the zone, a blank, the line. */
static void put_line(struct body_case *c, struct span s)
{
	struct span text = {s.data + 2, s.len_bytes > 2 ? s.len_bytes - 2 : 0};

	assert_true(!s.len_bytes || strchr("naqfso", s.data[0]));
	assert_true(s.len_bytes < 2 || s.data[1] == ' ');
	buf_char(&c->letters, s.len_bytes ? s.data[0] : ' ');
	put_text(&c->text, text);
}

/* False at the end of the file. */
static bool take_case(struct reader *r, struct body_case *c)
{
	struct span line, before;

	*c = (struct body_case){{NULL, 0}, BUF_EMPTY, BUF_EMPTY, BUF_EMPTY};
	do {
		if (!take_line(r, &line))
			return false;
	} while (line.len_bytes < 3 || memcmp(line.data, "== ", 3) != 0);
	c->name = (struct span){line.data + 3, line.len_bytes - 3};
	for (before = r->rest; take_line(r, &line); before = r->rest) {
		if (line.len_bytes > 2 && memcmp(line.data, "== ", 3) == 0) {
			r->rest = before;
			return true;
		}
		if (line.len_bytes == 3 && memcmp(line.data, "==>", 3) == 0) {
			struct buf html = c->text;

			c->text = c->html;
			c->html = html;
			buf_clear(&c->letters);
		} else if (str_starts(r->path, "tests/mail/zones/html") &&
			   !c->html.len_bytes) {
			put_text(&c->text, line);
		} else {
			put_line(c, line);
		}
	}
	return true;
}

static void complain(struct reader *r, const struct body_case *c,
    struct span line, char want, char got)
{
	print_error("%s: %.*s: wanted %c, got %c: %.*s\n", r->path,
	    (int)c->name.len_bytes, c->name.data, want, got,
	    (int)line.len_bytes, line.data);
	r->failures++;
}

static char letter_at(const struct letter *l, size_t offset)
{
	for (size_t z = 0; z < l->n_zones; z++)
		if (offset < l->zones[z].offset + l->zones[z].len_bytes)
			return "naqfso"[l->zones[z].kind];
	return '-';
}

/* Every line is in the zone that its letter names. */
static void compare_zones(
    struct reader *r, const struct body_case *c, const struct letter *l)
{
	size_t at = 0;

	for (size_t i = 0; at < l->text_len; i++) {
		const char *s = l->text + at;
		const char *nl = memchr(s, '\n', l->text_len - at);
		struct span line = {s, (size_t)(nl - s)};
		char want = buf_text(&c->letters)[i], got = letter_at(l, at);

		if (want != ' ' && want != got)
			complain(r, c, line, want, got);
		at += line.len_bytes + 1;
	}
}

static void check_plain(struct reader *r, const struct body_case *c)
{
	struct letter l = {.topic = "",
	    .from = {"Olaf Short", "olaf@x.example"},
	    .text = buf_text(&c->text),
	    .text_len = c->text.len_bytes};

	zones_find(r->arena, r->words, &l);
	compare_zones(r, c, &l);
}

static size_t next_text(struct span all, size_t at)
{
	for (size_t i = at; i < all.len_bytes && str_space(all.data[i]); i++)
		if (all.data[i] == '\n')
			at = i + 1;
	return at;
}

/* The lines that have text agree, and their zones. */
static void check_html(struct reader *r, const struct body_case *c)
{
	struct letter l = {.topic = "",
	    .from = {"Olaf Short", "olaf@x.example"},
	    .text = NULL};
	struct body_case shown = *c;
	struct span want = {buf_text(&c->text), c->text.len_bytes}, got;
	size_t w = 0, g = 0, line = 0;

	l.text = html_to_text(
	    r->arena, c->html.data, c->html.len_bytes, &l.text_len);
	zones_find(r->arena, r->words, &l);
	got = (struct span){l.text, l.text_len};
	shown.letters = (struct buf)BUF_EMPTY;
	for (;;) {
		struct span a, b;
		size_t from = g;

		for (; w < want.len_bytes && want.data[w] == '\n'; w++)
			line++;
		g = next_text(got, g);
		for (; from < g; from++)
			if (got.data[from] == '\n')
				buf_char(&shown.letters, ' ');
		if (w == want.len_bytes || g == got.len_bytes)
			break;
		a.data = want.data + w;
		a.len_bytes = strcspn(a.data, "\n");
		b.data = got.data + g;
		b.len_bytes = strcspn(b.data, "\n");
		buf_char(&shown.letters, buf_text(&c->letters)[line++]);
		w += a.len_bytes + 1;
		g += b.len_bytes + 1;
		a = str_trim(a.data, a.len_bytes);
		b = str_trim(b.data, b.len_bytes);
		if (a.len_bytes != b.len_bytes ||
		    memcmp(a.data, b.data, a.len_bytes) != 0) {
			complain(r, c, b, '=', '!');
			break;
		}
	}
	if (w < want.len_bytes || g < got.len_bytes)
		print_error("all of it:\n%s", l.text);
	r->failures += w < want.len_bytes || g < got.len_bytes;
	if (w == want.len_bytes && g == got.len_bytes)
		compare_zones(r, &shown, &l);
	buf_release(&shown.letters);
}

static void check_file(const char *path)
{
	struct arena *a = arena_new();
	struct diag *d = diag_new();
	struct buf file = BUF_EMPTY;
	struct reader r = {.arena = a, .words = tongue_load(a), .path = path};
	struct body_case c;
	size_t n = 0;

	assert_int_equal(file_read(path, 1 << 20, d, &file), STATUS_OK);
	r.rest = (struct span){buf_text(&file), file.len_bytes};
	for (; take_case(&r, &c); n++) {
		if (c.html.len_bytes)
			check_html(&r, &c);
		else
			check_plain(&r, &c);
		buf_release(&c.html);
		buf_release(&c.text);
		buf_release(&c.letters);
	}
	buf_release(&file);
	diag_free(d);
	arena_free(a);
	assert_true(n > 0);
	assert_int_equal(r.failures, 0);
}

static void replies_of_many_programs(void **state)
{
	(void)state;
	check_file("tests/mail/zones/replies.txt");
}

static void blocks_of_lotus_notes(void **state)
{
	(void)state;
	check_file("tests/mail/zones/notes.txt");
}

static void forwards_and_saved_mail(void **state)
{
	(void)state;
	check_file("tests/mail/zones/forwards.txt");
}

static void answers_between_quotes(void **state)
{
	(void)state;
	check_file("tests/mail/zones/inline.txt");
}

static void what_stands_below_a_letter(void **state)
{
	(void)state;
	check_file("tests/mail/zones/signatures.txt");
}

static void text_that_looks_like_something_else(void **state)
{
	(void)state;
	check_file("tests/mail/zones/kept.txt");
}

static void html_of_many_programs(void **state)
{
	(void)state;
	check_file("tests/mail/zones/html.txt");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(replies_of_many_programs),
	    cmocka_unit_test(blocks_of_lotus_notes),
	    cmocka_unit_test(forwards_and_saved_mail),
	    cmocka_unit_test(answers_between_quotes),
	    cmocka_unit_test(what_stands_below_a_letter),
	    cmocka_unit_test(text_that_looks_like_something_else),
	    cmocka_unit_test(html_of_many_programs)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
