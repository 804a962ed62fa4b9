/* SPDX-License-Identifier: ISC */
/*
 * Follows the phrases of dates.lang from a token on, top down. What a
 * symbol can be at a token is found once and kept there, so that the work
 * grows with the text and not with the phrases' nesting. The sets of
 * what each symbol can begin keep it from looking where nothing can be.
 */
#include "when/parse.h"
#include "base/arena.h"

#define LONGEST_NESTING 48
#define LARGEST_WORK    4000 /* steps from one token on */
#define FARTHEST_KEY    5    /* "at some point in the next" */

/* What was found at a token; most searches find nothing. */
struct memo {
	struct date_set can; /* every symbol that can begin here */
	uint64_t searched[LIMIT_DATE_SYMBOLS / 64]; /* by symbol rank */
	struct found *found;
};

struct found {
	struct found *next;
	const struct result *list;
	uint16_t rank;
};

struct matching {
	const struct date_phrase *phrase;
	struct result **list;
	size_t start;
	const struct value *args[DATE_ITEMS];
	size_t n_args;
	size_t part_tokens; /* tokens that parts with a value cover */
};

static bool is_usable(
    const struct parse *p, const struct token *t, const struct date_entry *e)
{
	return !e->is_name || t->is_capitalized || !p->has_capitals;
}

static void unite(struct date_set *all, const struct date_set *more)
{
	for (size_t i = 0; i < LIMIT_DATE_SYMBOLS / 64; i++)
		all->bits[i] |= more->bits[i];
}

static struct memo *memo_of(const struct parse *p, struct token *t)
{
	const struct date_symbol *symbols = p->words->symbols;
	const struct date_entry *e;

	if (t->memo)
		return t->memo;
	t->memo = arena_alloc(p->arena, sizeof(*t->memo));
	if (t->kind == TOKEN_NUMBER)
		unite(&t->memo->can, &symbols[p->words->any_number].starts);
	for (e = t->entries; e; e = e->next)
		if (is_usable(p, t, e))
			unite(&t->memo->can, &symbols[e->symbol].starts);
	return t->memo;
}

static bool can_begin(const struct memo *memo, uint16_t symbol)
{
	return memo->can.bits[symbol / 64] >> (symbol % 64) & 1;
}

/* Whether the first part that phrase must have, or one before, is there. */
static bool may_match(const struct memo *memo, const struct date_phrase *phrase)
{
	const struct date_item *item = phrase->items;

	for (int i = 0; i < phrase->n_items; i++, item++) {
		for (int k = 0; k < item->n_symbols; k++)
			if (can_begin(memo, item->symbols[k]))
				return true;
		if (item->n_symbols && !item->is_optional && !item->is_ahead)
			return false;
	}
	return false;
}

static struct result *add(struct parse *p, struct result **list, size_t end)
{
	struct result *r;

	for (; *list; list = &(*list)->next)
		if ((*list)->end == end)
			return NULL;
	r = arena_alloc(p->arena, sizeof(*r));
	r->end = end;
	*list = r;
	return r;
}

/* The words of the lexicon that stand for symbol at a token. */
static void add_words(
    struct parse *p, uint16_t symbol, size_t at, struct result **list)
{
	const struct token *t = &p->tokens[at];
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
		if (e->has_dot && end < p->n_tokens &&
		    p->tokens[end].is_tight && p->tokens[end].mark == '.')
			end++;
		r = add(p, list, end);
		if (r)
			value_of_word(p->scene, e, &r->value);
	}
}

static void match(struct parse *p, struct matching *m, size_t i, size_t at);
static const struct result *parse_at(
    struct parse *p, uint16_t symbol, size_t at);

static void finish(struct parse *p, struct matching *m, size_t at)
{
	struct value v = {0};
	struct parts parts = {.v = m->args,
	    .n = m->n_args,
	    .has_words = at - m->start > m->part_tokens};
	struct result *r;

	if (!value_apply(p->scene, m->phrase->op, &parts, &v))
		return;
	r = add(p, m->list, at);
	if (r)
		r->value = v;
}

/* Goes on behind each reading of one choice of an item. */
static void follow(
    struct parse *p, struct matching *m, size_t i, size_t at, uint16_t symbol)
{
	const struct date_symbol *s = &p->words->symbols[symbol];
	size_t n_args = m->n_args, covered = m->part_tokens;
	const struct result *r;

	if (!can_begin(memo_of(p, &p->tokens[at]), symbol))
		return;
	if (!s->phrases && !s->has_values && symbol != p->words->any_number) {
		match(p, m, i + 1, at + 1);
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

/* Whether the text ends at a token, or item can begin there. */
static bool is_ahead(
    const struct parse *p, const struct date_item *item, size_t at)
{
	struct token *t = &p->tokens[at];

	if (at == p->n_tokens || t->is_new_text || t->kind == TOKEN_MARK)
		return true;
	for (int k = 0; k < item->n_symbols; k++)
		if (can_begin(memo_of(p, t), item->symbols[k]))
			return true;
	return false;
}

static void match(struct parse *p, struct matching *m, size_t i, size_t at)
{
	const struct date_item *item = &m->phrase->items[i];

	if (--p->steps < 0)
		return;
	if (i == m->phrase->n_items) {
		finish(p, m, at);
		return;
	}
	if (!item->n_symbols) {
		struct value *v = arena_alloc(p->arena, sizeof(*v));

		value_of_constant(p->scene, item->value, v);
		m->args[m->n_args++] = v;
		match(p, m, i + 1, at);
		m->n_args--;
		return;
	}
	if (item->is_ahead) {
		if (is_ahead(p, item, at))
			match(p, m, i + 1, at);
		return;
	}
	if (at < p->n_tokens && (!item->is_tight || p->tokens[at].is_tight) &&
	    (at == m->start || !p->tokens[at].is_new_text))
		for (int k = 0; k < item->n_symbols; k++)
			follow(p, m, i, at, item->symbols[k]);
	if (item->is_optional)
		match(p, m, i + 1, at);
}

static const struct result *search(
    struct parse *p, const struct date_symbol *s, uint16_t symbol, size_t at)
{
	struct result *list = NULL;
	const struct memo *memo = memo_of(p, &p->tokens[at]);
	const struct date_phrase *phrase;

	if (s->has_words)
		add_words(p, symbol, at, &list);
	for (phrase = s->phrases; phrase; phrase = phrase->next) {
		struct matching m = {
		    .phrase = phrase, .list = &list, .start = at};

		if (may_match(memo, phrase))
			match(p, &m, 0, at);
	}
	return list;
}

static bool recall(
    const struct memo *memo, uint16_t rank, const struct result **list_r)
{
	const struct found *f;

	if (!(memo->searched[rank / 64] >> (rank % 64) & 1))
		return false;
	*list_r = NULL;
	for (f = memo->found; f; f = f->next)
		if (f->rank == rank)
			*list_r = f->list;
	return true;
}

static void remember(struct parse *p, struct memo *memo, uint16_t rank,
    const struct result *list)
{
	struct found *f;

	memo->searched[rank / 64] |= 1ULL << (rank % 64);
	if (!list)
		return;
	f = arena_alloc(p->arena, sizeof(*f));
	f->rank = rank;
	f->list = list;
	f->next = memo->found;
	memo->found = f;
}

/* What symbol can be at a token that may begin it; searched for once. */
static const struct result *parse_at(
    struct parse *p, uint16_t symbol, size_t at)
{
	const struct date_symbol *s = &p->words->symbols[symbol];
	struct memo *memo = memo_of(p, &p->tokens[at]);
	const struct result *list;

	if (p->depth >= LONGEST_NESTING)
		return NULL;
	if (recall(memo, s->rank, &list))
		return list;
	p->depth++;
	list = search(p, s, symbol, at);
	p->depth--;
	remember(p, memo, s->rank, list);
	return list;
}

/* A number, or a word like "the", before a word that no phrase has. */
static bool is_lonely(const struct parse *p, size_t at)
{
	const struct token *t = &p->tokens[at], *next = t + 1;

	if (!t->to_key && t->kind != TOKEN_NUMBER)
		return false;
	return at + 1 == p->n_tokens ||
	       (next->kind != TOKEN_NUMBER && !next->entries);
}

const struct result *parse_top(struct parse *p, size_t at)
{
	uint16_t top = p->words->top;

	if (p->tokens[at].to_key > FARTHEST_KEY || is_lonely(p, at) ||
	    !can_begin(memo_of(p, &p->tokens[at]), top))
		return NULL;
	p->steps = LARGEST_WORK;
	return parse_at(p, top, at);
}
