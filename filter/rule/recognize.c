/* SPDX-License-Identifier: ISC */
/*
 * Tells languages apart by their commonest words, which the rule files name
 * in `common` lines. Each counts once wherever it occurs: which of two
 * languages a text of a few sentences is in is seen long before its end.
 */
#include "rule/recognize.h"
#include "base/arena.h"
#include "base/fold.h"
#include "base/str.h"
#include "rule/ruleset.h"

#include <string.h>

#define LONGEST_WORD_BYTES 24
/* A language that is ahead by so many words will stay so. */
#define PLAIN_LEAD 10
/*
 * In a language whose common words are known, every second or third word is
 * one of them; of a related language's some are, too. Texts of fewer words
 * may be lists and names.
 */
#define FOREIGN_WORDS 20
#define FOREIGN_SHARE 8

struct common_slot {
	const char *form; /* folded; NULL: empty */
	size_t len_bytes;
	uint32_t languages; /* bit 1 << index of the set */
};

/* The words of all languages, in one table. */
struct common_words {
	struct common_slot *slots;
	size_t n_slots; /* a power of two */
};

/* FNV-1a (Fowler, Noll, Vo). */
static size_t hash(const char *form, size_t len_bytes)
{
	uint32_t h = 2166136261U;

	for (size_t i = 0; i < len_bytes; i++)
		h = (h ^ (unsigned char)form[i]) * 16777619U;
	return h;
}

static struct common_slot *slot(
    const struct common_words *c, const char *form, size_t len_bytes)
{
	size_t i = hash(form, len_bytes) & (c->n_slots - 1);

	for (; c->slots[i].form; i = (i + 1) & (c->n_slots - 1))
		if (c->slots[i].len_bytes == len_bytes &&
		    !memcmp(c->slots[i].form, form, len_bytes))
			break;
	return &c->slots[i];
}

void recognize_link(struct rules *r)
{
	struct common_words *c;
	size_t n = 0;

	for (size_t i = 0; i < r->n_sets; i++)
		n += r->sets[i].n_common;
	r->common = NULL;
	if (!n)
		return;
	c = arena_alloc(r->arena, sizeof(*c));
	for (c->n_slots = 64; c->n_slots < 2 * n; c->n_slots *= 2)
		;
	c->slots = arena_array(r->arena, c->n_slots, sizeof(*c->slots));
	for (size_t i = 0; i < r->n_sets && i < LANGUAGES_MOST; i++)
		for (size_t k = 0; k < r->sets[i].n_common; k++) {
			const char *form = r->sets[i].common[k];
			size_t len = strlen(form);
			struct common_slot *s = slot(c, form, len);

			s->form = form;
			s->len_bytes = len;
			s->languages |= UINT32_C(1) << i;
		}
	r->common = c;
}

static bool in_word(char c)
{
	return str_alpha(c) || (unsigned char)c >= 0x80;
}

/* Whether one language is far ahead of all others. */
static bool is_plain(const struct language_signs *signs, size_t n_sets)
{
	size_t best = 0, second = 0;

	for (size_t i = 0; i < n_sets && i < LANGUAGES_MOST; i++)
		if (signs->hits[i] > best) {
			second = best;
			best = signs->hits[i];
		} else if (signs->hits[i] > second) {
			second = signs->hits[i];
		}
	return best - second >= PLAIN_LEAD;
}

static void take_word(const struct rules *r, struct language_signs *signs,
    const char *word, size_t len_bytes)
{
	char form[LONGEST_WORD_BYTES];
	const struct common_slot *s;

	/* A capital begins names, which are of no language. */
	signs->n_words += *word < 'A' || *word > 'Z';
	if (len_bytes > sizeof(form))
		return;
	s = slot(r->common, form, fold_text(form, word, len_bytes));
	if (!s->form)
		return;
	for (size_t i = 0; i < r->n_sets && i < LANGUAGES_MOST; i++)
		signs->hits[i] += s->languages >> i & 1;
	signs->is_plain = is_plain(signs, r->n_sets);
}

void recognize_add(const struct rules *r, struct language_signs *signs,
    const char *text, size_t len_bytes)
{
	const char *end = text + len_bytes;

	if (!r->common)
		return;
	while (!signs->is_plain && text < end) {
		const char *word = text;

		while (text < end && in_word(*text))
			text++;
		if (text > word)
			take_word(r, signs, word, (size_t)(text - word));
		else
			text++;
	}
}

const struct language *recognize_best(
    const struct rules *r, const struct language_signs *signs)
{
	size_t best = 0;
	bool is_alone = true;

	for (size_t i = 1; i < r->n_sets && i < LANGUAGES_MOST; i++)
		if (signs->hits[i] > signs->hits[best]) {
			best = i;
			is_alone = true;
		} else if (signs->hits[i] == signs->hits[best]) {
			is_alone = false;
		}
	return is_alone && signs->hits[best] ? &r->sets[best].language : NULL;
}

bool recognize_is_foreign(const struct language_signs *signs)
{
	size_t best = 0;

	for (size_t i = 0; i < LANGUAGES_MOST; i++)
		if (signs->hits[i] > best)
			best = signs->hits[i];
	return signs->n_words >= FOREIGN_WORDS &&
	       best * FOREIGN_SHARE < signs->n_words;
}
