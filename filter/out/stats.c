/* SPDX-License-Identifier: ISC */
/* Promises kept and pace as bars, for terminals. */
#include "model/stats.h"
#include "base/arena.h"
#include "base/buf.h"
#include "out/listing.h"
#include "out/phrase.h"
#include "out/text.h"

#define BAR_CELLS   20
#define NAME_CELLS  26
#define MOST_PEOPLE 20

/* A full block, the light shade, and what terminals without UTF-8 have. */
#define KEPT_UTF8 "\xe2\x96\x88"
#define LATE_UTF8 "\xe2\x96\x91"

static void add_marks(struct buf *b, const char *mark, size_t n)
{
	while (n--)
		buf_puts(b, mark);
}

/* One mark for each, fewer when the longest of them has no room. */
static const char *bar(
    const struct listing *l, const struct promises *p, size_t longest)
{
	size_t scale = longest > BAR_CELLS ? longest : BAR_CELLS;
	size_t kept = (p->kept * BAR_CELLS + scale - 1) / scale;
	size_t late = (p->late * BAR_CELLS + scale - 1) / scale;
	struct buf b = BUF_EMPTY;
	const char *text;

	add_marks(&b, l->is_utf8 ? KEPT_UTF8 : "#", kept);
	add_marks(&b, l->is_utf8 ? LATE_UTF8 : "-", late);
	text = arena_strdup(l->arena, buf_text(&b));
	buf_release(&b);
	return text;
}

static const char *share(struct arena *a, const struct promises *p)
{
	size_t n = p->kept + p->late;

	return n ? arena_printf(a, "%zu %%", (p->kept * 100 + n / 2) / n) : "";
}

static const char *number(struct arena *a, size_t n)
{
	return n ? arena_printf(a, "%zu", n) : "";
}

static void write_sum(const struct listing *l, const char *name,
    const struct promises *p, const char *pace)
{
	buf_printf(l->out, "%-7s %zu kept, %zu late", name, p->kept, p->late);
	if (p->unsettled)
		buf_printf(l->out, " (%zu still open)", p->unsettled);
	buf_printf(l->out, ", %zu moved", p->moved);
	/* When nothing is settled, that is what is known. */
	if (p->kept + p->late > p->unsettled)
		buf_printf(l->out, ": %s kept", share(l->arena, p));
	if (*pace)
		buf_printf(l->out, "; replies within %s", pace);
	buf_char(l->out, '\n');
}

static size_t total(const struct promises *p)
{
	return p->kept + p->late;
}

static void write_months(const struct listing *l, const struct stats *s)
{
	static const struct table_column columns[] = {{"MONTH", 0, 0, 0},
	    {"YOURS", 0, 0, 0}, {"KEPT", 1, 0, 0}, {"LATE", 1, 0, 0},
	    {"REPLY", 0, 0, 0}, {"THEIRS", 0, 0, 0}, {"KEPT", 1, 0, 0},
	    {"LATE", 1, 0, 0}, {"REPLY", 0, 0, 0}, {"MOVED", 0, 0, 0}};
	struct arena *a = l->arena;
	size_t longest = 0;
	struct table t;

	for (size_t i = 0; i < s->n_months; i++) {
		size_t n = total(&s->months[i].mine);
		size_t m = total(&s->months[i].theirs);

		longest = n > longest ? n : longest;
		longest = m > longest ? m : longest;
	}
	table_init(&t, a, columns, 10);
	for (size_t i = 0; i < s->n_months; i++) {
		const struct stats_month *m = &s->months[i];
		const char *cells[] = {
		    arena_printf(a, "%04d-%02d", m->year, m->month),
		    bar(l, &m->mine, longest), number(a, m->mine.kept),
		    number(a, m->mine.late), list_pace(l, m->my_reply_s),
		    bar(l, &m->theirs, longest), number(a, m->theirs.kept),
		    number(a, m->theirs.late), list_pace(l, m->reply_s),
		    number(a, m->mine.moved + m->theirs.moved)};

		table_row(&t, cells);
	}
	buf_char(l->out, '\n');
	table_write(&t, l->out, l->width);
}

static void write_people(const struct listing *l, const struct stats *s)
{
	static const struct table_column columns[] = {
	    {"PERSON", 0, NAME_CELLS, 0}, {"THEIRS", 0, 0, 0},
	    {"KEPT", 1, 0, 0}, {"LATE", 1, 0, 0}, {"MOVED", 1, 0, 0},
	    {"REPLY", 0, 0, 0}, {"YOURS", 0, 0, 0}, {"KEPT", 1, 0, 0},
	    {"LATE", 1, 0, 0}, {"REPLY", 0, 0, 0}};
	size_t n = s->n_people < MOST_PEOPLE ? s->n_people : MOST_PEOPLE;
	struct arena *a = l->arena;
	size_t longest = 0;
	struct table t;

	for (size_t i = 0; i < n; i++) {
		size_t x = total(&s->people[i].theirs);
		size_t y = total(&s->people[i].mine);

		longest = x > longest ? x : longest;
		longest = y > longest ? y : longest;
	}
	table_init(&t, a, columns, 10);
	for (size_t i = 0; i < n; i++) {
		const struct person *p = &s->people[i];
		const char *cells[] = {phrase_who(a, &p->mailbox),
		    bar(l, &p->theirs, longest), number(a, p->theirs.kept),
		    number(a, p->theirs.late), number(a, p->theirs.moved),
		    list_pace(l, p->reply_s), bar(l, &p->mine, longest),
		    number(a, p->mine.kept), number(a, p->mine.late),
		    list_pace(l, p->my_reply_s)};

		table_row(&t, cells);
	}
	buf_char(l->out, '\n');
	table_write(&t, l->out, l->width);
	if (s->n_people > n)
		buf_printf(l->out, "and %zu more\n", s->n_people - n);
}

void list_stats(const struct listing *l, const struct stats *s)
{
	if (!s->n_months && !s->n_people)
		return;
	write_sum(l, "yours", &s->all.mine, list_pace(l, s->all.my_reply_s));
	write_sum(l, "theirs", &s->all.theirs, list_pace(l, s->all.reply_s));
	if (s->n_months)
		write_months(l, s);
	if (s->n_people)
		write_people(l, s);
}
