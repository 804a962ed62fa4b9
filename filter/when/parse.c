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

static void add_reach(struct date_set *restrict can,
    const struct date_reach *restrict r, const struct date_set *restrict on)
{
	for (size_t i = 0; i < DATE_SET_WORDS; i++)
		can->bits[i] |=
		    r->starts.bits[i] & (r->alone.bits[i] | on->bits[i]);
}

static void unite(
    struct date_set *restrict all, const struct date_set *restrict more)
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
	const struct date_reach *r = reach_of(p, p->words->any_number);
	const struct date_entry *e;
	bool starts = false;

	if (t->kind == TOKEN_NUMBER && has(&r->starts, symbol)) {
		if (has(&r->alone, symbol))
			return true;
		starts = true;
	}
	for (e = t->entries; e; e = e->next) {
		r = reach_of(p, e->symbol);
		if (!has(&r->starts, symbol) || !is_usable(p, t, e))
			continue;
		if (has(&r->alone, symbol) || has_its_dot(e, next))
			return true;
		starts = true;
	}
	return starts && next && may_be_second(p, next, symbol);
}

static size_t lowest_bit(uint64_t x)
{
	return (size_t)__builtin_ctzll(x);
}

/* Those of 64 phrases whose needs the words behind t meet. */
static uint64_t met_behind(
    const struct token *t, const struct date_needs *needs, uint64_t phrases)
{
	const struct date_needs behind = t->behind;
	uint64_t met = phrases;

	for (uint64_t rest = phrases; rest; rest &= rest - 1) {
		const struct date_needs *need = &needs[lowest_bit(rest)];
		uint64_t missing = 0;

		for (size_t k = 0; k < DATE_NEED_WORDS; k++)
			missing |= need->bits[k] & ~behind.bits[k];
		if (missing)
			met ^= rest & -rest;
	}
	return met;
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

/* value: lasts as long as p */
static void add(struct parse *p, struct result **list, size_t end,
    const struct value *value)
{
	struct result *r = room(p, sizeof(*r));

	while (*list)
		list = &(*list)->next;
	r->end = end;
	r->value = value;
	*list = r;
}

/* The words of the lexicon that stand for symbol at a token. */
static void add_words(
    struct parse *p, uint16_t symbol, size_t at, struct result **list)
{
	const struct token *t = &p->tokens.v[at];
	const struct date_entry *e;
	struct value *v;

	if (symbol == p->words->any_number && t->kind == TOKEN_NUMBER) {
		v = room(p, sizeof(*v));
		v->type = DATE_NUMBER;
		v->a = t->number;
		v->b = 1;
		v->digits = t->digits;
		add(p, list, at + 1, v);
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
		v = room(p, sizeof(*v));
		value_of_word(p->scene, e, v);
		add(p, list, end, v);
	}
}

static void match(struct parse *p, struct matching *m, size_t i, size_t at);
static const struct result *search_once(
    struct parse *p, uint16_t symbol, struct memo *memo, size_t at);

static void make(struct parse *p, struct matching *m, size_t at, bool has_words)
{
	const struct value *args[DATE_ITEMS];
	struct value constants[DATE_ITEMS], v = {0}, *kept;
	struct parts parts = {
	    .v = args, .n = m->n_args, .has_words = has_words};

	for (size_t i = 0; i < m->n_args; i++) {
		args[i] = m->args[i];
		if (args[i])
			continue;
		value_of_constant(p->scene, *m->constants[i], &constants[i]);
		args[i] = &constants[i];
	}
	if (!value_apply(p->scene, m->phrase->op, &parts, &v))
		return;
	kept = room(p, sizeof(*kept));
	*kept = v;
	add(p, m->list, at, kept);
}

static void finish(struct parse *p, struct matching *m, size_t at)
{
	bool has_words = at - m->start > m->part_tokens;

	if (has_end(*m->list, at))
		return;
	/* Most phrases only hand on the value of a part. */
	if (m->phrase->op == OP_VALUE && m->n_args == 1 && m->args[0] &&
	    (!has_words || !m->args[0]->is_weak))
		add(p, m->list, at, m->args[0]);
	else
		make(p, m, at, has_words);
}

static const struct result *parse_at(
    struct parse *p, uint16_t symbol, struct memo *memo, size_t at)
{
	for (const struct found *f = memo->found; f; f = f->next)
		if (f->symbol == symbol)
			return f->list;
	return search_once(p, symbol, memo, at);
}

/*
 * Goes on behind each reading of one choice of an item. is_last: not behind
 * the last of them; the caller does, from the token that this returns. Else,
 * or where there is none, it returns 0.
 */
static size_t follow(struct parse *p, struct matching *m, size_t i,
    struct memo *memo, size_t at, uint16_t symbol, bool is_last)
{
	const struct date_symbol *s = &p->words->symbols[symbol];
	size_t n_args = m->n_args, covered = m->part_tokens;
	const struct result *r;

	if (!s->phrases && !s->has_values && symbol != p->words->any_number) {
		if (is_last)
			return at + 1;
		match(p, m, i + 1, at + 1);
		m->n_args = n_args;
		m->part_tokens = covered;
		return 0;
	}
	for (r = parse_at(p, symbol, memo, at); r; r = r->next) {
		if (r->value->type != DATE_NONE || r->value->is_nothing) {
			m->args[m->n_args++] = r->value;
			m->part_tokens += r->end - at;
		}
		if (is_last && !r->next)
			return r->end;
		match(p, m, i + 1, r->end);
		m->n_args = n_args;
		m->part_tokens = covered;
	}
	return 0;
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
	const struct token *t = p->tokens.v ? &p->tokens.v[at] : NULL;

	if (!t || at == p->tokens.n || t->is_new_text || t->kind == TOKEN_MARK)
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

/* The first choice of item from k on that may be at a token, or none. */
static int next_choice(
    const struct memo *memo, const struct date_item *item, int k)
{
	while (k < item->n_symbols && !has(&memo->can, item->symbols[k]))
		k++;
	return k;
}

/*
 * Tries the choices for item i at t. Where one reading is left, and nothing
 * else, it returns the token from which the rest is to be tried; else 0.
 */
static size_t try_item(
    struct parse *p, struct matching *m, size_t i, struct token *t, size_t at)
{
	const struct date_item *item = &m->phrase->items[i];
	struct memo *memo = memo_of(p, t);
	int k = next_choice(memo, item, 0);

	while (k < item->n_symbols) {
		int next = next_choice(memo, item, k + 1);
		bool is_last = next == item->n_symbols && !item->is_optional;
		size_t to =
		    follow(p, m, i, memo, at, item->symbols[k], is_last);

		if (to || next == item->n_symbols)
			return to;
		/* What failed may have been another choice's part. */
		k = next_choice(memo, item, next);
	}
	return 0;
}

/* Tries item i and, where it may be missing, those behind it. */
static void match(struct parse *p, struct matching *m, size_t i, size_t at)
{
	struct token *t = token_for_part(p, m, at);

	for (; i < m->phrase->n_items; i++) {
		const struct date_item *item = &m->phrase->items[i];
		size_t to = 0;

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
		if (t && (!item->is_tight || t->is_tight))
			to = try_item(p, m, i, t, at);
		if (to) {
			at = to;
			t = token_for_part(p, m, at);
		} else if (!item->is_optional) {
			return;
		}
	}
	finish(p, m, at);
}

/* Whether phrase n's first part may be there, after what failed already. */
static bool may_match(const struct parse *p, const struct memo *memo, size_t n)
{
	const struct date_item *item;
	uint16_t opening = p->words->openings[n];

	if (opening != DATE_NO_OPENING)
		return has(&memo->can, opening);
	item = p->words->numbered[n]->items;
	return !item->n_symbols || item->is_optional || item->is_ahead ||
	       next_choice(memo, item, 0) < item->n_symbols;
}

/* Tries those of the 64 phrases from number n on that are in a set. */
static void try_phrases(struct parse *p, const struct memo *memo, size_t at,
    size_t n, uint64_t phrases, struct result **list)
{
	/* Its arrays need no values yet. */
	struct matching m;

	m.list = list;
	m.start = at;
	for (; phrases; phrases &= phrases - 1) {
		size_t k = n + lowest_bit(phrases);

		if (!may_match(p, memo, k))
			continue;
		m.phrase = p->words->numbered[k];
		m.n_args = m.part_tokens = 0;
		match(p, &m, 0, at);
	}
}

static const struct result *search(
    struct parse *p, uint16_t symbol, const struct memo *memo, size_t at)
{
	const struct date_symbol *s = &p->words->symbols[symbol];
	const uint64_t *can = memo->can.bits + DATE_SYMBOL_WORDS;
	size_t n = s->first_phrase, after = s->after_phrases;
	struct result *list = NULL;

	if (s->has_words)
		add_words(p, symbol, at, &list);
	while (n < after) {
		size_t first = n - n % 64;
		uint64_t rest = can[n / 64] >> (n % 64) << (n % 64);

		n = first + 64;
		if (n > after)
			rest &= (UINT64_C(1) << after % 64) - 1;
		if (rest)
			rest = met_behind(
			    &p->tokens.v[at], p->words->needs + first, rest);
		if (rest)
			try_phrases(p, memo, at, first, rest, &list);
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

/* What symbol can be at a token that may begin it, searched for once. */
static const struct result *search_once(
    struct parse *p, uint16_t symbol, struct memo *memo, size_t at)
{
	const struct result *list;

	if (p->depth >= LONGEST_NESTING)
		return NULL;
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

size_t parse_next(const struct parse *p, size_t at)
{
	const struct token *t = p->tokens.v + at;

	while (at < p->tokens.n &&
	       (!t->begins || t->to_key > FARTHEST_KEY || is_lonely(p, at))) {
		at++;
		t++;
	}
	return at;
}

const struct result *parse_top(struct parse *p, size_t at)
{
	struct token *t = &p->tokens.v[at];
	const struct result *list;
	long before;

	if (!may_begin(p, t, p->words->top))
		return NULL;
	before = p->work < LIMIT_TIME_STEPS ? p->work : LIMIT_TIME_STEPS;
	p->steps = before;
	list = parse_at(p, p->words->top, memo_of(p, t), at);
	p->work -= before - p->steps;
	return list;
}
