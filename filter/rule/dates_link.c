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
		for (e = word->entries; e; e = e->next)
			word->is_key |=
			    e->is_key || w->symbols[e->symbol].is_key;
	}
}

void dates_finish(struct date_words *w, struct diag *d)
{
	struct arena *scratch = arena_new();
	struct walk *k = arena_alloc(scratch, sizeof(*k));
	struct links *l = arena_alloc(scratch, sizeof(*l));

	k->words = l->words = w;
	k->diag = d;
	for (size_t i = 0; i < w->n_symbols; i++)
		visit(k, (uint16_t)i);
	number_phrases(w);
	set_reach(l);
	sum_up_words(w);
	arena_free(scratch);
}
