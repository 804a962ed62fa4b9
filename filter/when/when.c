/* SPDX-License-Identifier: ISC */
/*
 * Finds the time expressions of a text: the longest reading from each word
 * on that can begin one, left to right, where it stands alone and is not
 * part of a number, a name or an address.
 */
#include "when/when.h"
#include "base/arena.h"
#include "base/str.h"
#include "when/parse.h"

#include <string.h>

#define LONG_NUMBER_TOKENS 5 /* 2026-11-22: surely a date */

/*
 * English speakers put the month first in America alone. Many programs write
 * +0000 for it, which says nothing of where one is.
 */
static enum date_order order_at(enum date_order order, struct stamp reference)
{
	if (order != ORDER_LOCAL)
		return order;
	return reference.zone_min > 0 ? ORDER_DMY : ORDER_MDY;
}

static struct scene scene_of(
    const struct date_words *words, struct stamp reference)
{
	struct civil c = civil_from_stamp(reference);
	int64_t today = civil_day_of(reference);

	return (struct scene){.reference = reference,
	    .today = today,
	    .now_s = c.hour * 3600 + c.minute * 60 + c.second,
	    .year = c.year,
	    .month = c.month,
	    .weekday = civil_weekday(today),
	    .order = order_at(words->order, reference),
	    .days_off = words->days_off};
}

static bool is_mark(const struct token *t, const char *marks)
{
	return t->kind == TOKEN_MARK && t->mark && strchr(marks, t->mark);
}

/* Whether what touches the first token from the left lets it begin. */
static bool begins_well(const struct parse *p, size_t at, size_t end)
{
	const struct token *t = &p->tokens.v[at], *left = t - 1;

	if (!at || !t->is_tight)
		return true;
	if (left->kind != TOKEN_MARK)
		return false;
	if (is_mark(left, "/\\$#%@_&=+*"))
		return is_mark(left, "=@") && left->is_tight == false;
	if (!left->mark && left->len_bytes > 1)
		return false; /* a currency sign, most likely */
	if (!is_mark(left, "-.:,'") || at < 2 || !left->is_tight)
		return true;
	if (left[-1].kind == TOKEN_NUMBER)
		return false;
	return left[-1].kind != TOKEN_WORD || is_mark(left, ",:") ||
	       end - at >= LONG_NUMBER_TOKENS;
}

/* The same for what touches the last token from the right. */
static bool ends_well(const struct parse *p, size_t at, size_t end)
{
	const struct token *right = &p->tokens.v[end];

	if (end == p->tokens.n || !right->is_tight)
		return true;
	if (right->kind == TOKEN_NUMBER)
		return false;
	if (right->kind == TOKEN_WORD) /* "Friday's" */
		return right->len_bytes > 1 && right->entries &&
		       right[-1].kind == TOKEN_WORD;
	if (is_mark(right, "%$@_&="))
		return false;
	if (!right->mark && right->len_bytes == 2)
		return false; /* degrees, pounds, yen */
	if (!is_mark(right, "-/.:,") || end + 1 == p->tokens.n ||
	    !right[1].is_tight)
		return true;
	if (right[1].kind == TOKEN_NUMBER)
		return false;
	if (right[1].kind == TOKEN_WORD && !is_mark(right, ",:"))
		return right[1].entries || end - at >= LONG_NUMBER_TOKENS;
	return true;
}

/* The longest reading that stands alone, or NULL. */
static const struct result *best(
    const struct parse *p, const struct result *list, size_t at)
{
	const struct result *found = NULL;

	for (; list; list = list->next)
		if ((!found || list->end > found->end) &&
		    begins_well(p, at, list->end) &&
		    ends_well(p, at, list->end))
			found = list;
	return found;
}

static void set_span(
    const struct parse *p, size_t at, size_t end, struct time_expr *t)
{
	const struct token *last = &p->tokens.v[end - 1];

	t->offset = p->tokens.v[at].offset;
	t->len_bytes = last->offset + last->len_bytes - t->offset;
	/* A full stop after an abbreviation may end the sentence. */
	if (end - at > 1 && last->mark == '.' && last[-1].len_bytes > 1)
		t->len_bytes--;
}

/* takes_weak: also what is a time only where one is expected, as "sat". */
static size_t find(struct arena *a, const struct date_words *words,
    struct span text, struct stamp reference, bool takes_weak,
    struct time_expr **times_r)
{
	struct arena *scratch = arena_new();
	struct scene scene = scene_of(words, reference);
	struct parse p;
	struct time_expr *times = NULL, t;
	size_t n = 0, cap = 0, at = 0;

	/* Not all of it is set: the tokens at hand are many bytes. */
	p.arena = scratch;
	p.words = words;
	p.scene = &scene;
	p.depth = 0;
	p.room_used = 0;
	tokens_of(scratch, words, text.data, text.len_bytes, &p.tokens);
	p.work = LIMIT_TEXT_STEPS;
	while (p.tokens.has_key && p.work > 0 && n < LIMIT_TIMES &&
	       (at = parse_next(&p, at)) < p.tokens.n) {
		const struct result *r = best(&p, parse_top(&p, at), at);

		if (r && (takes_weak || !r->value->is_weak) &&
		    value_settle(&scene, r->value, &t)) {
			set_span(&p, at, r->end, &t);
			times = arena_grow(a, times, n, &cap, sizeof(*times));
			times[n++] = t;
		}
		at = r ? r->end : at + 1;
	}
	arena_free(scratch);
	*times_r = times;
	return n;
}

size_t when_find(struct arena *a, const struct date_words *words,
    const char *text, size_t len_bytes, struct stamp reference,
    struct time_expr **times_r)
{
	return find(a, words, (struct span){text, len_bytes}, reference, false,
	    times_r);
}

/* RFC 3339 as an instant. */
static bool resolve_stamp(const char *text, struct time_expr *t_r)
{
	struct stamp at;

	if (!civil_parse(text, &at))
		return false;
	*t_r = (struct time_expr){.len_bytes = strlen(text),
	    .start = at,
	    .due = at,
	    .has_due = true,
	    .grain = GRAIN_MINUTE};
	return true;
}

bool when_resolve(struct arena *a, const struct date_words *words,
    const char *text, struct stamp now, struct time_expr *time_r)
{
	struct span all = str_trim(text, strlen(text));
	struct time_expr t, *times;
	size_t n;

	if (!resolve_stamp(text, &t)) {
		n = find(a, words, all, now, true, &times);
		if (n != 1 || times[0].offset ||
		    times[0].len_bytes != all.len_bytes)
			return false;
		t = times[0];
		t.offset = (size_t)(all.data - text);
	}
	if (t.past || !t.has_due || t.due.utc_s < now.utc_s)
		return false;
	*time_r = t;
	return true;
}
