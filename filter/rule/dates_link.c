/* SPDX-License-Identifier: ISC */
/*
 * The last step of reading dates.lang: drops phrases that can never match
 * or would begin with themselves, and computes for each symbol and phrase
 * the set of symbols that it can begin with, so that the search passes over
 * nearly every word after one look.
 */
#include "base/diag.h"
#include "rule/dates.h"

#include <string.h>

static void set(struct date_first *f, uint16_t symbol)
{
	f->bits[symbol / 64] |= 1ULL << (symbol % 64);
}

/* Adds more to f; whether f has grown. */
static bool unite(struct date_first *f, const struct date_first *more)
{
	uint64_t grown = 0;

	for (size_t i = 0; i < LIMIT_DATE_SYMBOLS / 64; i++) {
		grown |= more->bits[i] & ~f->bits[i];
		f->bits[i] |= more->bits[i];
	}
	return grown != 0;
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

static bool extend(struct date_words *w, struct date_phrase *p)
{
	bool grown = false;

	for (int i = 0; i < p->n_items; i++) {
		const struct date_item *item = &p->items[i];

		for (int k = 0; k < item->n_symbols; k++)
			grown |= unite(
			    &p->first, &w->symbols[item->symbols[k]].first);
		if (item->n_symbols && !item->is_optional && !item->is_ahead)
			break;
	}
	return grown;
}

void dates_finish(struct date_words *w, struct diag *d)
{
	struct walk k = {.words = w, .diag = d};
	bool grown = true;

	w->n_ranks = 0;
	for (size_t i = 0; i < w->n_symbols; i++)
		visit(&k, (uint16_t)i);
	for (size_t i = 0; i < w->n_symbols; i++) {
		w->symbols[i].first = (struct date_first){{0}};
		if (w->symbols[i].has_words)
			set(&w->symbols[i].first, (uint16_t)i);
		if (w->symbols[i].phrases || w->symbols[i].has_values ||
		    i == w->any_number)
			w->symbols[i].rank = (uint16_t)w->n_ranks++;
	}
	while (grown) {
		grown = false;
		for (size_t i = 0; i < w->n_symbols; i++) {
			struct date_symbol *s = &w->symbols[i];
			struct date_phrase *p = s->phrases;

			for (; p; p = p->next)
				if (extend(w, p))
					grown |= unite(&s->first, &p->first);
		}
	}
}
