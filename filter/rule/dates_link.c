/* SPDX-License-Identifier: ISC */
/*
 * The last step of reading dates.lang: drops phrases that can never match
 * or would begin with themselves, and computes for each symbol the set of
 * symbols that it can be the beginning of, so that the search passes over
 * nearly every word after one look.
 */
#include "base/arena.h"
#include "base/diag.h"
#include "rule/dates.h"

#include <stdlib.h>
#include <string.h>

static void put(struct date_set *f, size_t symbol)
{
	f->bits[symbol / 64] |= 1ULL << (symbol % 64);
}

static bool has(const struct date_set *f, size_t symbol)
{
	return f->bits[symbol / 64] >> (symbol % 64) & 1;
}

static bool has_meaning(const struct date_words *w, uint16_t symbol)
{
	return w->symbols[symbol].has_words || w->symbols[symbol].phrases;
}

/* The first symbol of p that nothing defines, or NULL. */
static const char *unknown_name(
    const struct date_words *w, const struct date_phrase *p)
{
	for (int i = 0; i < p->n_items; i++)
		for (int k = 0; k < p->items[i].n_symbols; k++)
			if (!has_meaning(w, p->items[i].symbols[k]))
				return w->symbols[p->items[i].symbols[k]].name;
	return NULL;
}

enum mark { MARK_NEW, MARK_OPEN, MARK_DONE };

struct walk {
	struct date_words *words;
	struct diag *diag;
	unsigned char mark[LIMIT_DATE_SYMBOLS];
};

/* A symbol is open while what it can begin with is being visited. */
static void visit(struct walk *k, uint16_t symbol);

/* Whether p can begin with a symbol that is open: it would never end. */
static bool begins_with_itself(struct walk *k, const struct date_phrase *p)
{
	for (int i = 0; i < p->n_items; i++) {
		const struct date_item *item = &p->items[i];

		for (int n = 0; n < item->n_symbols; n++) {
			if (k->mark[item->symbols[n]] == MARK_OPEN)
				return true;
			visit(k, item->symbols[n]);
		}
		if (item->n_symbols && !item->is_optional && !item->is_ahead)
			break;
	}
	return false;
}

static void visit(struct walk *k, uint16_t symbol)
{
	struct date_symbol *s = &k->words->symbols[symbol];
	struct date_phrase **at = &s->phrases;

	if (k->mark[symbol] != MARK_NEW)
		return;
	k->mark[symbol] = MARK_OPEN;
	s->last = NULL;
	while (*at) {
		const char *name = unknown_name(k->words, *at);

		if (name)
			diag_at(k->diag, (*at)->file, (*at)->line, 0,
			    "nothing defines '%s'", name);
		else if (begins_with_itself(k, *at))
			diag_at(k->diag, (*at)->file, (*at)->line, 0,
			    "the phrase begins with itself");
		else {
			s->last = *at;
			at = &(*at)->next;
			continue;
		}
		*at = (*at)->next;
	}
	k->mark[symbol] = MARK_DONE;
}

static bool is_passed_over(const struct date_item *item)
{
	return !item->n_symbols || item->is_optional || item->is_ahead;
}

static bool takes_words(const struct date_item *item)
{
	return item->n_symbols && !item->is_ahead;
}

/* From item i on, the first that must be there, or the phrase's end. */
static int next_needed(const struct date_phrase *p, int i)
{
	while (i < p->n_items && is_passed_over(&p->items[i]))
		i++;
	return i;
}

static void unite(struct date_set *all, const struct date_set *more, size_t n)
{
	for (size_t i = 0; i < n; i++)
		all->bits[i] |= more->bits[i];
}

/*
 * Per symbol: what is right above it at first (a phrase and the phrase's
 * symbol), then all above; as the first part, as the only one, and as what
 * follows a first part that can be one word.
 */
struct links {
	struct date_words *words;
	struct date_set above[LIMIT_DATE_SYMBOLS];
	struct date_set alone[LIMIT_DATE_SYMBOLS];
	struct date_set next[LIMIT_DATE_SYMBOLS];
	struct date_set closing[LIMIT_DATE_SYMBOLS]; /* nothing behind it */
	struct date_set one_word; /* symbols that one word can be */
	bool is_complete[LIMIT_DATE_SYMBOLS];
};

static void note(struct date_set *sets, const struct date_item *item,
    size_t symbol, size_t phrase)
{
	for (int k = 0; k < item->n_symbols; k++) {
		put(&sets[item->symbols[k]], symbol);
		put(&sets[item->symbols[k]], LIMIT_DATE_SYMBOLS + phrase);
	}
}

/* What p's parts are to p and to its symbol. */
static void note_above(
    struct links *l, const struct date_phrase *p, size_t symbol, size_t phrase)
{
	int last = next_needed(p, 0);

	for (int i = 0; i <= last && i < p->n_items; i++) {
		if (!takes_words(&p->items[i]))
			continue;
		note(l->above, &p->items[i], symbol, phrase);
		if ((i == last || last == p->n_items) &&
		    next_needed(p, i + 1) == p->n_items)
			note(l->alone, &p->items[i], symbol, phrase);
	}
}

static size_t lowest_bit(uint64_t x)
{
	return (size_t)__builtin_ctzll(x);
}

/* Adds from[symbol] for each symbol in set to *all. */
static void unite_members(struct date_set *all, const struct date_set *set,
    const struct date_set *from)
{
	for (size_t n = 0; n < DATE_SYMBOL_WORDS; n++)
		for (uint64_t rest = set->bits[n]; rest; rest &= rest - 1)
			unite(all, &from[n * 64 + lowest_bit(rest)],
			    DATE_SET_WORDS);
}

/*
 * Completes a symbol's set of those right above it to all above it. It
 * ends because no phrase begins with itself.
 */
static void complete(struct links *l, struct date_set *sets, size_t symbol)
{
	struct date_set right_above = sets[symbol];

	if (l->is_complete[symbol])
		return;
	l->is_complete[symbol] = true;
	for (size_t n = 0; n < DATE_SYMBOL_WORDS; n++)
		for (uint64_t rest = right_above.bits[n]; rest;
		     rest &= rest - 1)
			complete(l, sets, n * 64 + lowest_bit(rest));
	unite_members(&sets[symbol], &right_above, sets);
	put(&sets[symbol], symbol);
}

static void complete_all(struct links *l, struct date_set *sets)
{
	memset(l->is_complete, 0, sizeof(l->is_complete));
	for (size_t i = 0; i < l->words->n_symbols; i++)
		complete(l, sets, i);
}

static bool is_one_word(const struct links *l, const struct date_item *item)
{
	for (int k = 0; takes_words(item) && k < item->n_symbols; k++)
		if (has(&l->one_word, item->symbols[k]))
			return true;
	return false;
}

static void unite_choices(struct date_set *sets, const struct date_item *item,
    const struct date_set *more)
{
	for (int k = 0; takes_words(item) && k < item->n_symbols; k++)
		unite(&sets[item->symbols[k]], more, DATE_SET_WORDS);
}

/* Notes the parts of p that can follow when its first is one word. */
static void note_next(
    struct links *l, const struct date_phrase *p, size_t symbol, size_t phrase)
{
	struct date_set above = l->above[symbol], alone = l->alone[symbol];
	int last = next_needed(p, 0), behind;

	put(&above, LIMIT_DATE_SYMBOLS + phrase);
	put(&alone, LIMIT_DATE_SYMBOLS + phrase);
	for (int i = 0; i <= last && i < p->n_items; i++) {
		if (!is_one_word(l, &p->items[i]))
			continue;
		behind = next_needed(p, i + 1);
		for (int n = i + 1; n <= behind && n < p->n_items; n++) {
			unite_choices(l->next, &p->items[n], &above);
			if (next_needed(p, n + 1) == p->n_items &&
			    (n == behind || behind == p->n_items))
				unite_choices(l->closing, &p->items[n], &alone);
		}
	}
}

static void for_phrases(
    struct links *l, void (*visit_phrase)(struct links *,
			 const struct date_phrase *, size_t, size_t))
{
	const struct date_words *w = l->words;

	for (size_t i = 0; i < w->n_symbols; i++)
		for (size_t n = w->symbols[i].first_phrase;
		     n < w->symbols[i].after_phrases; n++)
			visit_phrase(l, w->numbered[n], i, n);
}

static bool is_terminal(const struct date_words *w, size_t symbol)
{
	return w->symbols[symbol].has_words || symbol == w->any_number;
}

static void set_reach(struct links *l)
{
	struct date_words *w = l->words;

	for_phrases(l, note_above);
	complete_all(l, l->above);
	complete_all(l, l->alone);
	for (size_t i = 0; i < w->n_symbols; i++)
		if (is_terminal(w, i))
			unite(&l->one_word, &l->alone[i], DATE_SYMBOL_WORDS);
	for_phrases(l, note_next);
	for (size_t i = 0; i < w->n_symbols; i++) {
		struct date_reach *reach;

		if (!is_terminal(w, i))
			continue;
		reach = arena_alloc(w->arena, sizeof(*reach));
		reach->starts = l->above[i];
		reach->alone = l->alone[i];
		unite_members(&reach->second, &l->above[i], l->next);
		unite_members(&reach->closes, &l->alone[i], l->closing);
		w->symbols[i].reach = reach;
	}
}

/*
 * What phrases need behind their first word: a set of words for each part
 * that must be there. Those that many phrases need have a bit of their own.
 */
struct need {
	uint64_t words[DATE_SYMBOL_WORDS]; /* their symbols */
	size_t n_phrases;                  /* that need it */
	size_t bit;
};

struct needs {
	struct date_words *words;
	struct arena *arena;
	/* Per symbol: what a word that it begins with can stand for. */
	uint64_t begins_with[LIMIT_DATE_SYMBOLS][DATE_SYMBOL_WORDS];
	struct need *v;
	size_t n, cap;
};

/* So many needs have a bit of their own; the others share those left. */
#define OWN_BITS ((size_t)(DATE_NEED_WORDS - 1) * DATE_NEED_BITS)

static void invert_starts(struct needs *all)
{
	const struct date_words *w = all->words;

	for (size_t i = 0; i < w->n_symbols; i++) {
		const struct date_reach *r = w->symbols[i].reach;

		for (size_t n = 0; r && n < DATE_SYMBOL_WORDS; n++)
			for (uint64_t rest = r->starts.bits[n]; rest;
			     rest &= rest - 1)
				all->begins_with[n * 64 + lowest_bit(rest)]
						[i / 64] |= 1ULL << (i % 64);
	}
}

static struct need *need_of(struct needs *all, const struct date_item *item)
{
	struct need new = {.n_phrases = 0};

	for (int k = 0; k < item->n_symbols; k++)
		for (size_t i = 0; i < DATE_SYMBOL_WORDS; i++)
			new.words[i] |= all->begins_with[item->symbols[k]][i];
	for (size_t i = 0; i < all->n; i++)
		if (!memcmp(all->v[i].words, new.words, sizeof(new.words)))
			return &all->v[i];
	all->v =
	    arena_grow(all->arena, all->v, all->n, &all->cap, sizeof(*all->v));
	all->v[all->n] = new;
	return &all->v[all->n++];
}

static void count_needs(struct needs *all)
{
	const struct date_words *w = all->words;

	for (size_t n = 0; n < w->n_phrases; n++) {
		const struct date_phrase *p = w->numbered[n];
		int i = next_needed(p, 0);

		while ((i = next_needed(p, i + 1)) < p->n_items)
			need_of(all, &p->items[i])->n_phrases++;
	}
}

static int by_use(const void *a, const void *b)
{
	const struct need *l = a, *r = b;

	return (l->n_phrases < r->n_phrases) - (l->n_phrases > r->n_phrases);
}

static void put_need(struct date_needs *n, size_t bit)
{
	n->bits[bit / DATE_NEED_BITS] |= UINT64_C(1) << bit % DATE_NEED_BITS;
}

/* The needs that a word of symbol meets. */
static void meet(
    const struct needs *all, size_t symbol, struct date_needs *meets)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].words[symbol / 64] >> (symbol % 64) & 1)
			put_need(meets, all->v[i].bit);
}

static void set_needs(struct needs *all)
{
	struct date_words *w = all->words;

	invert_starts(all);
	count_needs(all);
	if (all->n)
		qsort(all->v, all->n, sizeof(*all->v), by_use);
	for (size_t i = 0; i < all->n; i++)
		all->v[i].bit =
		    i < OWN_BITS ? i : OWN_BITS + i % DATE_NEED_BITS;
	w->needs = arena_array(w->arena, w->n_phrases, sizeof(*w->needs));
	for (size_t n = 0; n < w->n_phrases; n++) {
		const struct date_phrase *p = w->numbered[n];
		int i = next_needed(p, 0);

		w->needs[n] = date_no_needs;
		while ((i = next_needed(p, i + 1)) < p->n_items)
			put_need(&w->needs[n], need_of(all, &p->items[i])->bit);
	}
}

/* What the words and numbers of the lexicon meet. */
static void set_meets(const struct needs *all)
{
	struct date_words *w = all->words;

	w->number_meets = date_no_needs;
	meet(all, w->any_number, &w->number_meets);
	for (size_t i = 0; i < w->n_slots; i++) {
		const struct date_entry *e = w->slots[i].entries;

		w->slots[i].meets = date_no_needs;
		for (; e; e = e->next)
			meet(all, e->symbol, &w->slots[i].meets);
	}
}

static void set_openings(struct date_words *w)
{
	w->openings = arena_array(w->arena, w->n_phrases, sizeof(*w->openings));
	for (size_t n = 0; n < w->n_phrases; n++) {
		const struct date_item *item = w->numbered[n]->items;
		bool is_one = !is_passed_over(item) && item->n_symbols == 1;

		w->openings[n] = is_one ? item->symbols[0] : DATE_NO_OPENING;
	}
}

/* Those of one symbol have numbers in a row, in the order of the file. */
static void number_phrases(struct date_words *w)
{
	struct date_phrase *p;
	size_t n = 0;

	w->numbered =
	    arena_array(w->arena, w->n_phrases, sizeof(struct date_phrase *));
	for (size_t i = 0; i < w->n_symbols; i++) {
		w->symbols[i].first_phrase = (uint16_t)n;
		for (p = w->symbols[i].phrases; p; p = p->next) {
			w->numbered[n++] = p;
			p->file =
			    NULL; /* the caller's; nothing complains now */
		}
		w->symbols[i].after_phrases = (uint16_t)n;
	}
	w->n_phrases = n;
}

static void sum_up_words(struct date_words *w)
{
	const struct date_entry *e;

	for (size_t i = 0; i < w->n_slots; i++) {
		struct date_word *word = &w->slots[i];
		unsigned kind;

		if (!word->form || !word->len_bytes)
			continue;
		kind = date_form_kind((unsigned char)word->form[0],
		    (unsigned char)word->form[word->len_bytes - 1],
		    word->len_bytes);
		if (word->entries)
			w->seen[kind / 64] |= 1ULL << (kind % 64);
		for (e = word->entries; e; e = e->next) {
			const struct date_reach *r =
			    w->symbols[e->symbol].reach;

			word->is_key |=
			    e->is_key || w->symbols[e->symbol].is_key;
			word->begins |= has(&r->starts, w->top);
		}
	}
}

void dates_finish(struct date_words *w, struct diag *d)
{
	struct arena *scratch = arena_new();
	struct walk *k = arena_alloc(scratch, sizeof(*k));
	struct links *l = arena_alloc(scratch, sizeof(*l));
	struct needs *n = arena_alloc(scratch, sizeof(*n));

	k->words = l->words = n->words = w;
	n->arena = scratch;
	k->diag = d;
	for (size_t i = 0; i < w->n_symbols; i++)
		visit(k, (uint16_t)i);
	number_phrases(w);
	set_reach(l);
	set_needs(n);
	set_meets(n);
	set_openings(w);
	sum_up_words(w);
	arena_free(scratch);
}
