/* SPDX-License-Identifier: ISC */
/*
 * The last step of reading dates.lang: drops phrases that can never match
 * or would begin with themselves, and computes for each symbol the set of
 * symbols that it can be the beginning of, so that the search passes over
 * nearly every word after one look.
 */
#include "base/diag.h"
#include "rule/dates.h"

#include <string.h>

static void put(struct date_set *f, size_t symbol)
{
	f->bits[symbol / 64] |= 1ULL << (symbol % 64);
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

/* Adds to each symbol that p can begin with that p's symbol is above it. */
static void note_above(
    struct date_words *w, const struct date_phrase *p, size_t symbol)
{
	for (int i = 0; i < p->n_items; i++) {
		const struct date_item *item = &p->items[i];

		for (int k = 0; k < item->n_symbols; k++)
			put(&w->symbols[item->symbols[k]].starts, symbol);
		if (item->n_symbols && !item->is_optional && !item->is_ahead)
			break;
	}
}

static size_t lowest_bit(uint64_t x)
{
	return (size_t)__builtin_ctzll(x);
}

/*
 * Completes a symbol's set of those right above it to all above it. It
 * ends because no phrase begins with itself.
 */
static void complete(struct walk *k, size_t symbol)
{
	struct date_set *all = &k->words->symbols[symbol].starts;

	if (k->mark[symbol] == MARK_DONE)
		return;
	k->mark[symbol] = MARK_DONE;
	for (size_t n = 0; n < LIMIT_DATE_SYMBOLS / 64; n++) {
		uint64_t rest = all->bits[n];

		for (; rest; rest &= rest - 1) {
			size_t above = n * 64 + lowest_bit(rest);
			const struct date_set *more =
			    &k->words->symbols[above].starts;

			complete(k, above);
			for (size_t m = 0; m < LIMIT_DATE_SYMBOLS / 64; m++)
				all->bits[m] |= more->bits[m];
		}
	}
	put(all, symbol);
}

void dates_finish(struct date_words *w, struct diag *d)
{
	struct walk k = {.words = w, .diag = d};
	const struct date_phrase *p;

	w->n_ranks = 0;
	for (size_t i = 0; i < w->n_symbols; i++) {
		visit(&k, (uint16_t)i);
		w->symbols[i].starts = (struct date_set){{0}};
	}
	for (size_t i = 0; i < w->n_symbols; i++) {
		struct date_symbol *s = &w->symbols[i];

		for (p = s->phrases; p; p = p->next)
			note_above(w, p, i);
		if (s->phrases || s->has_values || i == w->any_number)
			s->rank = (uint16_t)w->n_ranks++;
	}
	memset(k.mark, MARK_NEW, sizeof(k.mark));
	for (size_t i = 0; i < w->n_symbols; i++)
		complete(&k, i);
}
