/* SPDX-License-Identifier: ISC */
/*
 * The nightly mail. Short: what the user owes comes first, then who waits,
 * what is near, what to talk about, where a line helps; the rest is a
 * number. It states and offers, it never scolds; and every line has the
 * commands that answer it.
 */
#include "out/digest.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "out/phrase.h"
#include "out/reply.h"
#include "out/text.h"

#include <string.h>

/* What fits on a screen and in a morning. */
#define MOST_LINES      9
#define MOST_IN_SECTION 4
#define NEXT_DAYS       2
#define SENTENCE_CELLS  140

enum section {
	SECTION_MINE_LATE,
	SECTION_WAITING,
	SECTION_MINE_NEXT,
	SECTION_TALK,
	SECTION_CHECK,
	SECTION_DONE,
	SECTIONS
};

static const enum wording_key titles[SECTIONS] = {
    [SECTION_MINE_LATE] = WORDING_DIGEST_MINE_LATE,
    [SECTION_WAITING] = WORDING_DIGEST_WAITING,
    [SECTION_MINE_NEXT] = WORDING_DIGEST_MINE_NEXT,
    [SECTION_TALK] = WORDING_DIGEST_TALK,
    [SECTION_CHECK] = WORDING_DIGEST_CHECK,
    [SECTION_DONE] = WORDING_DIGEST_DONE,
};

/* One numbered line, as it will be shown. */
struct line {
	enum section section;
	const char *who, *when; /* when may be "" */
	const char *what;       /* the sentence or subject, "" if none */
	const char *why;        /* shown where there is no sentence */
	const char *commands;
};

struct page {
	const struct writer *w;
	struct line lines[MOST_LINES];
	size_t n;
	size_t in_section[SECTIONS];
	size_t n_more;       /* what did not fit */
	const char *rest[2]; /* how much is left out, or "" */
};

static const struct item *find_item(const struct digest *g, int64_t id)
{
	for (size_t i = 0; i < g->n_items; i++)
		if (g->items[i].id == id)
			return &g->items[i];
	return NULL;
}

static bool is_suggested(const struct digest *g, int64_t id)
{
	for (size_t i = 0; i < g->n_suggestions; i++)
		for (size_t k = 0; k < g->suggestions[i].n_items; k++)
			if (g->suggestions[i].items[k] == id)
				return true;
	return false;
}

/* One promise to two people is one line; the other comes when it is done. */
static bool is_there(const struct page *p, const struct line *line)
{
	for (size_t i = 0; i < p->n; i++)
		if (*line->what && p->lines[i].section == line->section &&
		    !strcmp(p->lines[i].what, line->what))
			return true;
	return false;
}

static void add(struct page *p, struct line line)
{
	if (is_there(p, &line))
		return;
	if (p->n == MOST_LINES ||
	    p->in_section[line.section] == MOST_IN_SECTION) {
		p->n_more++;
		return;
	}
	p->lines[p->n++] = line;
	p->in_section[line.section]++;
}

static const char *item_commands(const struct page *p, const struct item *it)
{
	return arena_printf(p->w->arena,
	    "rapport done %lld  |  rapport snooze %lld tomorrow",
	    (long long)it->id, (long long)it->id);
}

static enum section section_of(const struct suggestion *s)
{
	switch (s->kind) {
	case SUGGEST_ACKNOWLEDGE:
		return SECTION_MINE_LATE;
	case SUGGEST_REPLY:
		return SECTION_WAITING;
	case SUGGEST_CALL:
		return SECTION_TALK;
	case SUGGEST_CLOSE:
		return SECTION_DONE;
	default:
		return SECTION_CHECK;
	}
}

static struct line suggestion_line(
    const struct page *p, const struct digest *g, const struct suggestion *s)
{
	const struct writer *w = p->w;
	const struct item *it = s->n_items ? find_item(g, s->items[0]) : NULL;
	const char *what = it ? it->what : s->topic ? s->topic : "";
	struct line line = {.section = section_of(s),
	    .who = phrase_who(w->arena, &s->who),
	    .when = "",
	    .what = utf8_printable(w->arena, what, SENTENCE_CELLS),
	    .why = ""};

	if (it && it->due.is_set)
		line.when = phrase_item_due(w->arena, w->wording, it, w->now);
	else if (it)
		line.when =
		    phrase_ago(w->arena, w->wording, it->created, w->now);
	if (s->cause == CAUSE_BARRAGE || !it) {
		line.why = s->why;
		line.what = "";
	}
	line.commands =
	    it && s->kind != SUGGEST_CLOSE
		? arena_printf(w->arena, "%s  |  rapport done %lld", s->command,
		      (long long)it->id)
		: arena_printf(w->arena, "%s  |  rapport dismiss s%lld",
		      s->command, (long long)s->id);
	return line;
}

/* My items that fall due within the next days. */
static void add_next(struct page *p, const struct digest *g)
{
	const struct writer *w = p->w;
	int64_t today = civil_day_of(w->now);

	for (size_t i = 0; i < g->n_items; i++) {
		const struct item *it = &g->items[i];
		struct line line;

		if (it->owner != OWNER_ME || !it->due.is_set ||
		    is_suggested(g, it->id) || item_is_overdue(it, w->now) ||
		    item_is_presumed(it, w->now) ||
		    civil_day_of(it->due.at) - today > NEXT_DAYS)
			continue;
		line = (struct line){.section = SECTION_MINE_NEXT,
		    .who = phrase_who(w->arena, &it->who),
		    .when = phrase_item_due(w->arena, w->wording, it, w->now),
		    .what = utf8_printable(w->arena, it->what, SENTENCE_CELLS),
		    .why = "",
		    .commands = item_commands(p, it)};
		add(p, line);
	}
}

static void collect(struct page *p, const struct digest *g)
{
	for (int section = 0; section < SECTIONS; section++) {
		if (section == SECTION_MINE_NEXT)
			add_next(p, g);
		for (size_t i = 0; i < g->n_suggestions; i++)
			if ((int)section_of(&g->suggestions[i]) == section)
				add(p,
				    suggestion_line(p, g, &g->suggestions[i]));
	}
}

/* What is late but pressed no more, so that the subject's figure is true. */
static size_t count_older(const struct page *p, const struct digest *g)
{
	size_t n = 0;

	for (size_t i = 0; i < g->n_items; i++)
		n += g->items[i].owner == OWNER_ME &&
		     item_is_overdue(&g->items[i], p->w->now) &&
		     !item_is_presumed(&g->items[i], p->w->now) &&
		     !is_suggested(g, g->items[i].id);
	return n;
}

static const char *count_text(
    const struct page *p, enum wording_key key, size_t n)
{
	return n ? phrase_n(p->w->arena, p->w->wording, key, (int64_t)n) : "";
}

static void text_line(const struct page *p, struct buf *out, size_t i)
{
	struct arena *a = p->w->arena;
	const struct line *l = &p->lines[i];

	buf_printf(out, "%2zu. %s%s%s\n", i + 1, l->who, *l->when ? ", " : "",
	    l->when);
	if (*l->what)
		text_wrap(
		    out, arena_printf(a, "    \"%s\"\n", l->what), TEXT_CELLS);
	if (*l->why)
		text_wrap(out, arena_printf(a, "    %s\n", l->why), TEXT_CELLS);
	buf_printf(out, "    %s\n\n", l->commands);
}

static const char *as_text(const struct page *p)
{
	struct arena *a = p->w->arena;
	const struct wording *words = p->w->wording;
	struct buf out = BUF_EMPTY;
	const char *text;

	for (size_t i = 0; i < p->n; i++) {
		enum section s = p->lines[i].section;

		if (!i || p->lines[i - 1].section != s) {
			const char *title = phrase(a, words, titles[s], NULL);

			buf_printf(&out, "%s\n", title);
			for (size_t n = utf8_cells(title); n; n--)
				buf_char(&out, '=');
			buf_puts(&out, "\n\n");
		}
		text_line(p, &out, i);
	}
	for (size_t i = 0; i < 2; i++)
		if (*p->rest[i]) {
			text_wrap(&out, p->rest[i], TEXT_CELLS);
			buf_puts(&out, "\n\n");
		}
	text_wrap(&out, phrase(a, words, WORDING_DIGEST_HOW, NULL), TEXT_CELLS);
	buf_char(&out, '\n');
	text = arena_strdup(a, buf_text(&out));
	buf_release(&out);
	return text;
}

/* Colours that hold on light and dark grounds; no images, no links. */
#define STYLE_PAGE \
	"font:15px/1.45 system-ui,sans-serif;max-width:38em;margin:1em auto"
#define STYLE_TITLE   "font-size:17px;margin:1.6em 0 .4em"
#define STYLE_LINE    "margin:0 0 1em"
#define STYLE_QUIET   "color:#777"
#define STYLE_COMMAND "font-size:13px;color:#777"

static void element(struct buf *out, const char *open, const char *style,
    const char *text, const char *close)
{
	if (!*text)
		return;
	buf_printf(out, "<%s style=\"%s\">", open, style);
	text_html(out, text);
	buf_printf(out, "</%s>%s", open, close);
}

static void html_line(struct buf *out, const struct line *l)
{
	buf_printf(out, "<li style=\"%s\"><b>", STYLE_LINE);
	text_html(out, l->who);
	buf_puts(out, "</b>");
	if (*l->when) {
		buf_puts(out, ", ");
		text_html(out, l->when);
	}
	buf_puts(out, "<br>\n");
	if (*l->what) {
		buf_puts(out, "\xe2\x80\x9c");
		text_html(out, l->what);
		buf_puts(out, "\xe2\x80\x9d<br>\n");
	}
	element(out, "span", STYLE_QUIET, l->why, "<br>\n");
	element(out, "code", STYLE_COMMAND, l->commands, "</li>\n");
}

static const char *as_html(const struct page *p)
{
	struct arena *a = p->w->arena;
	const struct wording *words = p->w->wording;
	struct buf out = BUF_EMPTY;
	const char *html;

	buf_printf(&out,
	    "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\">"
	    "</head><body>\n<div style=\"%s\">\n",
	    STYLE_PAGE);
	for (size_t i = 0; i < p->n; i++) {
		enum section s = p->lines[i].section;

		if (!i || p->lines[i - 1].section != s) {
			buf_puts(&out, i ? "</ol>\n" : "");
			element(&out, "h2", STYLE_TITLE,
			    phrase(a, words, titles[s], NULL), "\n");
			buf_printf(&out,
			    "<ol start=\"%zu\" style=\"padding-left:1.6em\">\n",
			    i + 1);
		}
		html_line(&out, &p->lines[i]);
	}
	buf_puts(&out, "</ol>\n");
	element(&out, "p", STYLE_QUIET, p->rest[0], "\n");
	element(&out, "p", STYLE_QUIET, p->rest[1], "\n");
	element(&out, "p", STYLE_QUIET,
	    phrase(a, words, WORDING_DIGEST_HOW, NULL), "\n");
	buf_puts(&out, "</div></body></html>\n");
	html = arena_strdup(a, buf_text(&out));
	buf_release(&out);
	return html;
}

static const char *subject(const struct page *p)
{
	struct arena *a = p->w->arena;
	size_t late = p->in_section[SECTION_MINE_LATE];
	const struct phrase_slot slots[] = {{"n", arena_printf(a, "%zu", p->n)},
	    {"late", arena_printf(a, "%zu", late)}, {0}};

	return phrase(a, p->w->wording,
	    late ? WORDING_DIGEST_SUBJECT_LATE : WORDING_DIGEST_SUBJECT, slots);
}

struct draft *digest_write(const struct writer *w, const struct digest *digest)
{
	struct page page = {.w = w};
	struct mailbox *me = arena_alloc(w->arena, sizeof(*me));
	struct draft *draft;

	collect(&page, digest);
	if (!page.n || !w->me->n_addresses)
		return NULL;
	page.rest[0] = count_text(&page, WORDING_DIGEST_MORE, page.n_more);
	page.rest[1] =
	    count_text(&page, WORDING_DIGEST_OLDER, count_older(&page, digest));
	*me = (struct mailbox){w->me->name, w->me->addresses[0], 0};
	draft = reply_new(w, "digest", me, 1, NULL, 0);
	draft->from.name = "rapport";
	draft->subject = subject(&page);
	draft->text = as_text(&page);
	draft->html = as_html(&page);
	draft->auto_submitted = "auto-generated";
	draft->kind = "digest";
	return draft;
}
