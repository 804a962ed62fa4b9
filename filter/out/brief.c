/* SPDX-License-Identifier: ISC */
/* What to know before meeting somebody, for terminals. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "out/listing.h"
#include "out/phrase.h"
#include "out/text.h"

#define TITLE_CELLS 12
#define MIND_CELLS  72
#define MOST_ITEMS  10

static void field(const struct listing *l, const char *name, const char *text)
{
	if (*text)
		buf_printf(l->out, "  %-*s %s\n", TITLE_CELLS, name,
		    utf8_printable(l->arena, text, 0));
}

static const char *ago(const struct listing *l, struct stamp t)
{
	return phrase_ago(l->arena, l->wording, t, l->now);
}

static const char *there(const struct listing *l, const struct person *p)
{
	struct stamp t = {l->now.utc_s, p->zone_min};

	if (!p->has_zone)
		return "";
	return arena_printf(l->arena, "%s %s (%s)",
	    phrase_day(l->arena, l->wording, t, l->now),
	    phrase_time(l->arena, l->wording, t),
	    *p->zone ? p->zone
		     : phrase_zone(l->arena, l->wording, p->zone_min));
}

static const char *mail(const struct listing *l, const struct person *p)
{
	const char *in = p->last_in.utc_s
			     ? arena_printf(l->arena, "%zu from them, last %s",
				   p->n_in, ago(l, p->last_in))
			     : "none from them";

	if (!p->last_out.utc_s)
		return arena_printf(l->arena, "%s; none to them", in);
	return arena_printf(l->arena, "%s; %zu to them, last %s", in, p->n_out,
	    ago(l, p->last_out));
}

static const char *talks(const struct listing *l, const struct briefing *b)
{
	const char *s = b->n_talks ? "" : "never, as far as is known";

	for (size_t i = 0; i < b->n_talks; i++) {
		const char *words = b->talks[i].text;

		s = arena_printf(l->arena, "%s%s%s", s, i ? ", " : "",
		    ago(l, b->talks[i].date));
		if (*words)
			s = arena_printf(l->arena, "%s (\"%s\")", s,
			    utf8_printable(l->arena, words, 40));
	}
	return s;
}

static const char *replies(const struct listing *l, const struct person *p)
{
	const char *s = "";

	if (p->n_replies)
		s = arena_printf(l->arena,
		    "they within %s of working time (%zu)",
		    list_pace(l, p->reply_s), p->n_replies);
	if (p->my_replies)
		s = arena_printf(l->arena, "%s%syou within %s (%zu)", s,
		    *s ? "; " : "", list_pace(l, p->my_reply_s), p->my_replies);
	return s;
}

static const char *promises(struct arena *a, const struct promises *p)
{
	const char *open =
	    p->unsettled ? arena_printf(a, " (%zu still open)", p->unsettled)
			 : "";

	return arena_printf(a, "%zu kept, %zu late%s, %zu moved", p->kept,
	    p->late, open, p->moved);
}

static const char *wishes(const struct listing *l, const struct person *p)
{
	static const char *const ways[WAY_KINDS] = {
	    [WAY_ANY] = "",
	    [WAY_MAIL] = "prefers mail",
	    [WAY_CALL] = "prefers to talk",
	    [WAY_RECORD] = "wants a written record",
	};
	const char *s = ways[p->prefers];

	if (p->grace_min >= 0)
		s = arena_printf(l->arena, "%s%shas %s of grace", s,
		    *s ? "; " : "",
		    p->grace_min ? list_pace(l, (int64_t)p->grace_min * 60)
				 : "no time");
	if (p->is_muted)
		s = arena_printf(l->arena, "%s%smuted", s, *s ? "; " : "");
	return s;
}

/* What is due or late first, then what has no date, likely settled last. */
enum rank { DATED, UNDATED, PRESUMED, RANKS };

static enum rank rank_of(const struct listing *l, const struct item *it)
{
	return item_is_presumed(it, l->now) ? PRESUMED
	       : it->due.is_set             ? DATED
					    : UNDATED;
}

static void add_item(
    const struct listing *l, struct table *t, const struct item *it)
{
	struct arena *a = l->arena;
	const char *cells[] = {arena_printf(a, "%lld", (long long)it->id),
	    it->due.is_set || it->due.is_vague
		? phrase_item_due(a, l->wording, it, l->now)
		: "",
	    ago(l, it->created), it->what};

	if (t->n_rows < MOST_ITEMS)
		table_row(t, cells);
}

static void write_items(const struct listing *l, const char *title,
    enum item_owner owner, const struct item *items, size_t n)
{
	static const struct table_column columns[] = {{"ID", 1, 0, 0},
	    {"DUE", 0, 0, 0}, {"SAID", 0, 0, 1}, {"WHAT", 0, 0, 0}};
	size_t n_owed = 0;
	struct table t;

	table_init(&t, l->arena, columns, 4);
	for (int rank = 0; rank < RANKS; rank++)
		for (size_t i = 0; i < n; i++) {
			/* But for what is due, the newest come first. */
			const struct item *it =
			    &items[rank == DATED ? i : n - 1 - i];

			if (it->owner != owner || (int)rank_of(l, it) != rank)
				continue;
			n_owed++;
			add_item(l, &t, it);
		}
	buf_printf(l->out, "\n%s%s\n", title, t.n_rows ? "" : ": nothing");
	if (t.n_rows)
		table_write(&t, l->out, l->width);
	if (n_owed > t.n_rows)
		buf_printf(l->out,
		    "and %zu more: 'rapport list --%s --with WHO'\n",
		    n_owed - t.n_rows, owner == OWNER_ME ? "mine" : "theirs");
}

/* What is left of a line of which so many columns are taken. */
static size_t mind_cells(const struct listing *l, size_t taken)
{
	size_t width = l->width && l->width < 2 * taken ? 2 * taken : l->width;

	return width && width < MIND_CELLS + taken ? width - taken : MIND_CELLS;
}

static void write_mind(const struct listing *l, const struct briefing *b)
{
	if (b->n_mind)
		buf_puts(l->out, "\nOn their mind\n");
	for (size_t i = 0; i < b->n_mind; i++)
		buf_printf(l->out, "  %-14s \"%s\"\n", ago(l, b->mind[i].date),
		    utf8_printable(
			l->arena, b->mind[i].text, mind_cells(l, 19)));
	if (b->n_threads)
		buf_puts(l->out, "\nWritten about\n");
	for (size_t i = 0; i < b->n_threads; i++)
		buf_printf(l->out, "  %-14s t%-5lld %s%s\n",
		    ago(l, b->threads[i].date), (long long)b->threads[i].thread,
		    *b->threads[i].subject
			? utf8_printable(l->arena, b->threads[i].subject,
			      mind_cells(l, 34))
			: "(no subject)",
		    b->threads[i].n > 1
			? arena_printf(l->arena, " (%lld mails)",
			      (long long)b->threads[i].n)
			: "");
}

void list_briefing(const struct listing *l, const struct briefing *b,
    const struct item *items, size_t n)
{
	const struct person *p = &b->person;
	struct arena *a = l->arena;

	buf_printf(l->out, "%s <%s>\n", phrase_who(a, &p->mailbox),
	    utf8_printable(a, p->mailbox.addr, 0));
	for (size_t i = 1; i < p->n_addresses; i++)
		field(l, i == 1 ? "also" : "", p->addresses[i]);
	field(l, "there now", there(l, p));
	if (b->away_until.utc_s)
		field(l, "away until",
		    phrase_day(a, l->wording, b->away_until, l->now));
	field(l, "mail", mail(l, p));
	field(l, "talks", talks(l, b));
	field(l, "reply", replies(l, p));
	field(l, "they", promises(a, &p->theirs));
	field(l, "you", promises(a, &p->mine));
	field(l, "note", wishes(l, p));
	write_items(l, "You owe", OWNER_ME, items, n);
	write_items(l, "They owe you", OWNER_THEM, items, n);
	write_mind(l, b);
}
