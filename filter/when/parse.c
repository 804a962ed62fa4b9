/* SPDX-License-Identifier: ISC */
/*
 * Follows the phrases of dates.lang from a token on, top down. What a
 * symbol can be at a token is found once and kept there, so that the work
 * grows with the text and not with the phrases' nesting. The sets of what
 * words in a row can begin keep it from looking where nothing can be.
 */
#include "when/parse.h"
#include "base/arena.h"

#include <stdalign.h>
#include <string.h>

#define LONGEST_NESTING 48
#define FARTHEST_KEY    5 /* "at some point in the next" */

/* What was found at a token; most searches find nothing. */
struct memo {
	/* Every symbol and phrase that may begin here and did not fail. */
	struct date_set can;
	struct found *found;
};

struct found {
	struct found *next;
	const struct result *list;
	uint16_t symbol;
};

struct matching {
	const struct date_phrase *phrase;
	struct result **list;
	size_t start;
	const struct value *args[DATE_ITEMS]; /* NULL: a constant's */
	const struct date_value *constants[DATE_ITEMS];
	size_t n_args;
	size_t part_tokens; /* tokens that parts with a value cover */
};

/* Zeroed, aligned memory that lasts as long as p. */
static void *room(struct parse *p, size_t len_bytes)
{
	const size_t step = alignof(max_align_t);
	size_t len = (len_bytes + step - 1) / step * step;
	void *at = p->room + p->room_used;

	if (len > sizeof(p->room) - p->room_used)
		return arena_alloc(p->arena, len);
	p->room_used += len;
	return memset(at, 0, len);
}

static bool is_usable(
    const struct parse *p, const struct token *t, const struct date_entry *e)
{
	return !e->is_name || t->is_capitalized || !p->tokens.has_capitals;
}

static bool has(const struct date_set *set, size_t i)
{
	return set->bits[i / 64] >> (i % 64) & 1;
}

static const struct date_reach *reach_of(const struct parse *p, uint16_t symbol)
{
	return p->words->symbols[symbol].reach;
}

static bool stands_for_nothing(const struct token *t)
{
	return !t->entries && t->kind != TOKEN_NUMBER;
}

/* The token behind t when the same phrase may hold both, or NULL. */
static const struct token *next_of(const struct parse *p, const struct token *t)
{
	const struct token *next = t + 1;

	if (next == p->tokens.v + p->tokens.n || next->is_new_text)
		return NULL;
	return next;
}

/* An abbreviation's full stop belongs to it. */
static bool has_its_dot(const struct date_entry *e, const struct token *next)
{
	return e->has_dot && next && next->is_tight && next->mark == '.';
}

static void add_reach(
    struct date_set *can, const struct date_reach *r, const struct date_set *on)
{
	for (size_t i = 0; i < DATE_SET_WORDS; i++)
		can->bits[i] |=
		    r->starts.bits[i] & (r->alone.bits[i] | on->bits[i]);
}

static void unite(struct date_set *all, const struct date_set *more)
{
	for (size_t i = 0; i < DATE_SET_WORDS; i++)
		all->bits[i] |= more->bits[i];
}

/* What can go on with next as its second word. */
static void look_at_second(
    const struct parse *p, const struct token *next, struct date_set *on)
{
	const struct token *third = next_of(p, next);
	bool is_last = !third || stands_for_nothing(third);
	const struct date_reach *r;
	const struct date_entry *e;

	if (next->kind == TOKEN_NUMBER) {
		r = reach_of(p, p->words->any_number);
		unite(on, is_last ? &r->closes : &r->second);
	}
	for (e = next->entries; e; e = e->next) {
		r = reach_of(p, e->symbol);
		if (is_usable(p, next, e))
			unite(on, is_last ? &r->closes : &r->second);
	}
}

/* Whether look_at_second() would find symbol. */
static bool may_be_second(
    const struct parse *p, const struct token *next, uint16_t symbol)
{
	const struct token *third = next_of(p, next);
	bool is_last = !third || stands_for_nothing(third);
	const struct date_reach *r = reach_of(p, p->words->any_number);
	const struct date_entry *e;

	if (next->kind == TOKEN_NUMBER &&
	    has(is_last ? &r->closes : &r->second, symbol))
		return true;
	for (e = next->entries; e; e = e->next) {
		r = reach_of(p, e->symbol);
		if (has(is_last ? &r->closes : &r->second, symbol) &&
		    is_usable(p, next, e))
			return true;
	}
	return false;
}

/* What t can begin, seeing the two tokens behind it too. */
static void look_ahead(
    const struct parse *p, const struct token *t, struct date_set *can)
{
	const struct token *next = next_of(p, t);
	const struct date_entry *e;
	struct date_set on = {{0}};

	if (next)
		look_at_second(p, next, &on);
	if (t->kind == TOKEN_NUMBER)
		add_reach(can, reach_of(p, p->words->any_number), &on);
	for (e = t->entries; e; e = e->next) {
		const struct date_reach *r = reach_of(p, e->symbol);

		if (!is_usable(p, t, e))
			continue;
		if (has_its_dot(e, next))
			unite(can, &r->starts);
		else
			add_reach(can, r, &on);
	}
}

/* Whether look_ahead() would find symbol, at less cost. */
static bool may_begin(
    const struct parse *p, const struct token *t, uint16_t symbol)
{
	const struct token *next = next_of(p, t);
	uint16_t number = p->words->any_number;
	bool goes_on = next && may_be_second(p, next, symbol);
	const struct date_entry *e;

	if (t->kind == TOKEN_NUMBER &&
	    has(&reach_of(p, number)->starts, symbol) &&
	    (goes_on || has(&reach_of(p, number)->alone, symbol)))
		return true;
	for (e = t->entries; e; e = e->next) {
		const struct date_reach *r = reach_of(p, e->symbol);

		if (has(&r->starts, symbol) && is_usable(p, t, e) &&
		    (goes_on || has(&r->alone, symbol) || has_its_dot(e, next)))
			return true;
	}
	return false;
}

static struct memo *memo_of(struct parse *p, struct token *t)
{
	if (!t->memo) {
		t->memo = room(p, sizeof(*t->memo));
		look_ahead(p, t, &t->memo->can);
	}
	return t->memo;
}

static bool has_end(const struct result *list, size_t end)
{
	for (; list; list = list->next)
		if (list->end == end)
			return true;
	return false;
}

static struct result *add(struct parse *p, struct result **list, size_t end)
{
	struct result *r = room(p, sizeof(*r));

	while (*list)
		list = &(*list)->next;
	r->end = end;
	*list = r;
	return r;
}

/* The words of the lexicon that stand for symbol at a token. */
static void add_words(
    struct parse *p, uint16_t symbol, size_t at, struct result **list)
{
	const struct token *t = &p->tokens.v[at];
	const struct date_entry *e;
	struct result *r;

	if (symbol == p->words->any_number && t->kind == TOKEN_NUMBER) {
		r = add(p, list, at + 1);
		r->value.type = DATE_NUMBER;
		r->value.a = t->number;
		r->value.b = 1;
		r->value.digits = t->digits;
		return;
	}
	for (e = t->entries; e; e = e->next) {
		size_t end = at + 1;

		if (e->symbol != symbol || !is_usable(p, t, e))
			continue;
		if (end < p->tokens.n && has_its_dot(e, t + 1))
			end++;
		if (has_end(*list, end))
			continue;
		r = add(p, list, end);
		value_of_word(p->scene, e, &r->value);
	}
}

static void match(struct parse *p, struct matching *m, size_t i, size_t at);
static const struct result *parse_at(
    struct parse *p, uint16_t symbol, size_t at);

static void finish(struct parse *p, struct matching *m, size_t at)
{
	const struct value *args[DATE_ITEMS];
	struct value constants[DATE_ITEMS], v = {0};
	struct parts parts = {.v = args,
	    .n = m->n_args,
	    .has_words = at - m->start > m->part_tokens};

	if (has_end(*m->list, at))
		return;
	for (size_t i = 0; i < m->n_args; i++) {
		args[i] = m->args[i];
		if (args[i])
			continue;
		value_of_constant(p->scene, *m->constants[i], &constants[i]);
		args[i] = &constants[i];
	}
	if (value_apply(p->scene, m->phrase->op, &parts, &v))
		add(p, m->list, at)->value = v;
}

/* Goes on behind each reading of one choice of an item. */
static void follow(
    struct parse *p, struct matching *m, size_t i, size_t at, uint16_t symbol)
{
	const struct date_symbol *s = &p->words->symbols[symbol];
	size_t n_args = m->n_args, covered = m->part_tokens;
	const struct result *r;

	if (!s->phrases && !s->has_values && symbol != p->words->any_number) {
		match(p, m, i + 1, at + 1);
		m->n_args = n_args;
		return;
	}
	r = parse_at(p, symbol, at);
	for (; r; r = r->next) {
		if (r->value.type != DATE_NONE || r->value.is_nothing) {
			m->args[m->n_args++] = &r->value;
			m->part_tokens += r->end - at;
		}
		match(p, m, i + 1, r->end);
		m->n_args = n_args;
		m->part_tokens = covered;
	}
}

/* Whether t can begin symbol, whatever is behind it. */
static bool may_start(
    const struct parse *p, const struct token *t, uint16_t symbol)
{
	const struct date_entry *e;

	if (t->kind == TOKEN_NUMBER &&
	    has(&reach_of(p, p->words->any_number)->starts, symbol))
		return true;
	for (e = t->entries; e; e = e->next)
		if (is_usable(p, t, e) &&
		    has(&reach_of(p, e->symbol)->starts, symbol))
			return true;
	return false;
}

/* Whether the text ends at a token, or item can begin there. */
static bool is_ahead(
    const struct parse *p, const struct date_item *item, size_t at)
{
	const struct token *t = &p->tokens.v[at];

	if (at == p->tokens.n || t->is_new_text || t->kind == TOKEN_MARK)
		return true;
	for (int k = 0; k < item->n_symbols; k++)
		if (may_start(p, t, item->symbols[k]))
			return true;
	return false;
}

/* The token at which the next part may begin, or NULL. */
static struct token *token_for_part(
    struct parse *p, const struct matching *m, size_t at)
{
	struct token *t = &p->tokens.v[at];

	if (at == p->tokens.n || stands_for_nothing(t) ||
	    (at != m->start && t->is_new_text))
		return NULL;
	return t;
}

/* Tries item i and, where it may be missing, those behind it. */
static void match(struct parse *p, struct matching *m, size_t i, size_t at)
{
	struct token *t = token_for_part(p, m, at);
	const struct memo *memo = t ? memo_of(p, t) : NULL;

	for (; i < m->phrase->n_items; i++) {
		const struct date_item *item = &m->phrase->items[i];

		if (p->steps <= 0)
			return;
		p->steps--;
		if (!item->n_symbols) {
			m->args[m->n_args] = NULL;
			m->constants[m->n_args++] = &item->value;
			continue;
		}
		if (item->is_ahead) {
			if (!is_ahead(p, item, at))
				return;
			continue;
		}
		for (int k = 0; t && k < item->n_symbols; k++)
			if (has(&memo->can, item->symbols[k]) &&
			    (!item->is_tight || t->is_tight))
				follow(p, m, i, at, item->symbols[k]);
		if (!item->is_optional)
			return;
	}
	finish(p, m, at);
}

/* Whether phrase's first part may be there, after what failed already. */
static bool may_match(const struct memo *memo, const struct date_phrase *phrase)
{
	const struct date_item *item = phrase->items;

	if (!item->n_symbols || item->is_optional || item->is_ahead)
		return true;
	for (int k = 0; k < item->n_symbols; k++)
		if (has(&memo->can, item->symbols[k]))
			return true;
	return false;
}

static size_t lowest_bit(uint64_t x)
{
	return (size_t)__builtin_ctzll(x);
}

static const struct result *search(
    struct parse *p, uint16_t symbol, const struct memo *memo, size_t at)
{
	const struct date_symbol *s = &p->words->symbols[symbol];
	const uint64_t *can = memo->can.bits + DATE_SYMBOL_WORDS;
	struct result *list = NULL;
	size_t n = s->first_phrase;

	if (s->has_words)
		add_words(p, symbol, at, &list);
	while (n < s->after_phrases) {
		struct matching m;
		uint64_t rest = can[n / 64] >> (n % 64);

		if (!rest) {
			n = n / 64 * 64 + 64;
			continue;
		}
		n += lowest_bit(rest);
		if (n >= s->after_phrases)
			break;
		/* Its arrays need no values yet. */
		m.phrase = p->words->numbered[n++];
		if (!may_match(memo, m.phrase))
			continue;
		m.list = &list;
		m.start = at;
		m.n_args = m.part_tokens = 0;
		match(p, &m, 0, at);
	}
	return list;
}

static void remember(struct parse *p, struct memo *memo, uint16_t symbol,
    const struct result *list)
{
	struct found *f;

	if (!list) {
		memo->can.bits[symbol / 64] &= ~(1ULL << (symbol % 64));
		return;
	}
	f = room(p, sizeof(*f));
	f->symbol = symbol;
	f->list = list;
	f->next = memo->found;
	memo->found = f;
}

/* What symbol can be at a token that may begin it; searched for once. */
static const struct result *parse_at(
    struct parse *p, uint16_t symbol, size_t at)
{
	struct memo *memo = memo_of(p, &p->tokens.v[at]);
	const struct result *list;
	const struct found *f;

	if (p->depth >= LONGEST_NESTING)
		return NULL;
	for (f = memo->found; f; f = f->next)
		if (f->symbol == symbol)
			return f->list;
	p->depth++;
	list = search(p, symbol, memo, at);
	p->depth--;
	remember(p, memo, symbol, list);
	return list;
}

/* A number, or a word like "the", before a word that no phrase has. */
static bool is_lonely(const struct parse *p, size_t at)
{
	const struct token *t = &p->tokens.v[at], *next = t + 1;

	if (!t->to_key && t->kind != TOKEN_NUMBER)
		return false;
	return at + 1 == p->tokens.n || stands_for_nothing(next);
}

const struct result *parse_top(struct parse *p, size_t at)
{
	struct token *t = &p->tokens.v[at];
	const struct result *list;
	long before;

	if (t->to_key > FARTHEST_KEY || stands_for_nothing(t) ||
	    is_lonely(p, at) || !may_begin(p, t, p->words->top))
		return NULL;
	before = p->work < LIMIT_TIME_STEPS ? p->work : LIMIT_TIME_STEPS;
	p->steps = before;
	list = parse_at(p, p->words->top, at);
	p->work -= before - p->steps;
	return list;
}
