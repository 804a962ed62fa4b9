/* SPDX-License-Identifier: ISC */
/*
 * Which patterns can match a text at all, and where: walks the tries of the
 * index from each byte, from the beginnings of words only where a string
 * begins one, and from the text's own. The two characters beyond ASCII that
 * PCRE2 takes for "s" and "k" when it ignores case switch the filter off.
 */
#include "base/arena.h"
#include "base/bits.h"
#include "base/str.h"
#include "rule/prefilter_index.h"

#include <string.h>

/* A text with more places than this is searched. */
#define PLACES_MOST 4000

/* Bytes behind the text that may be looked at. */
#define BEHIND 2

struct place_seen {
	uint32_t at;
	uint16_t next; /* index + 1 */
};

struct sightings {
	struct arena *arena;
	const struct prefilter *index;
	bool is_all; /* not filtered */
	char *text;  /* in lower case */
	size_t len_bytes, cap_text;
	bool *is_seen;          /* by set */
	uint16_t *first, *last; /* by set: index + 1 of places */
	uint16_t *touched;      /* sets that are seen */
	size_t n_touched;
	struct place_seen *places;
	size_t n_places, cap_places;
};

static const void *table(const struct prefilter *p, uint32_t offset)
{
	return (const char *)p + offset;
}

struct sightings *sightings_new(struct arena *a, const struct prefilter *p)
{
	struct sightings *s = arena_alloc(a, sizeof(*s));
	size_t n = p->n_sets + 1;

	s->arena = a;
	s->index = p;
	s->is_seen = arena_array(a, n, sizeof(*s->is_seen));
	s->first = arena_array(a, n, sizeof(*s->first));
	s->last = arena_array(a, n, sizeof(*s->last));
	s->touched = arena_array(a, n, sizeof(*s->touched));
	return s;
}

/* Whether a character beyond ASCII is in the text. */
static bool has(const char *text, size_t len, const char *character)
{
	size_t n = strlen(character);
	int first = (unsigned char)character[0];
	const char *end = text + len;

	while ((text = memchr(text, first, (size_t)(end - text)))) {
		if ((size_t)(end - text) >= n && !memcmp(text, character, n))
			return true;
		text++;
	}
	return false;
}

/*
 * Takes the text over in lower case. Tells whether it has U+017F or U+212A,
 * which match "s" and "k" without regard to case.
 */
static bool fold(struct sightings *s, const char *text, size_t len)
{
	bool is_odd;

	if (len + BEHIND > s->cap_text) {
		s->cap_text = (len + BEHIND) * 2;
		s->text = arena_alloc(s->arena, s->cap_text);
	}
	for (size_t i = 0; i < len; i++)
		s->text[i] = str_lower(text[i]);
	memset(s->text + len, 0, BEHIND);
	is_odd = has(text, len, "\xC5\xBF") || has(text, len, "\xE2\x84\xAA");
	s->len_bytes = len;
	return is_odd;
}

static void see(struct sightings *s, size_t set, size_t at)
{
	const uint8_t *is_start = table(s->index, s->index->sets);

	if (!s->is_seen[set]) {
		s->is_seen[set] = true;
		s->touched[s->n_touched++] = (uint16_t)set;
	}
	if (!is_start[set])
		return;
	if (s->n_places == PLACES_MOST) {
		s->is_all = true;
		return;
	}
	if (s->n_places == s->cap_places)
		s->places = arena_grow(s->arena, s->places, s->n_places,
		    &s->cap_places, sizeof(*s->places));
	s->places[s->n_places++] = (struct place_seen){(uint32_t)at, 0};
	if (s->last[set])
		s->places[s->last[set] - 1].next = (uint16_t)s->n_places;
	else
		s->first[set] = (uint16_t)s->n_places;
	s->last[set] = (uint16_t)s->n_places;
}

/* The strings from text[from] on that end before text[to]. */
static void take(struct sightings *s, const struct prefilter_node *node,
    size_t from, size_t to)
{
	const struct prefilter_entry *e = table(s->index, s->index->entries);
	bool at_end = to == s->len_bytes || !is_word(s->text[to]);

	e += node->entry;
	for (size_t i = 0; i < node->n_entries; i++, e++) {
		if (e->flags & LITERAL_WORD_END && !at_end)
			return;
		if (e->lead > from ||
		    (e->flags & LITERAL_FIRST && e->lead != from))
			continue;
		see(s, e->set, from - e->lead);
	}
}

static void walk(struct sightings *s, uint32_t root, size_t from)
{
	const struct prefilter_node *nodes = table(s->index, s->index->nodes);
	const uint8_t *bytes = table(s->index, s->index->bytes), *byte;
	const char *tails = table(s->index, s->index->text);
	const struct prefilter_node *node = nodes + root;
	size_t at = from + 1;

	for (;;) {
		if (node->tail_len) {
			if (s->len_bytes - at < node->tail_len ||
			    memcmp(s->text + at, tails + node->tail,
				node->tail_len) != 0)
				return;
			at += node->tail_len;
		}
		if (node->n_entries)
			take(s, node, from, at);
		if (at == s->len_bytes)
			return;
		byte =
		    memchr(bytes + node->child, s->text[at], node->n_children);
		if (!byte)
			return;
		node = nodes + (byte - bytes);
		at++;
	}
}

void sightings_scan(struct sightings *s, const char *text, size_t len_bytes)
{
	const uint32_t *words = table(s->index, s->index->words);
	const uint32_t *anywhere = table(s->index, s->index->anywhere);
	const uint32_t *firsts = table(s->index, s->index->firsts);
	const uint64_t *word_begins = table(s->index, s->index->word_begins);
	const uint64_t *anywhere_begins =
	    table(s->index, s->index->anywhere_begins);
	bool was_word = false;

	for (size_t i = 0; i < s->n_touched; i++) {
		size_t set = s->touched[i];

		s->is_seen[set] = false;
		s->first[set] = s->last[set] = 0;
	}
	s->n_touched = s->n_places = 0;
	s->is_all = fold(s, text, len_bytes);
	if (!s->is_all && len_bytes && firsts[(unsigned char)*s->text])
		walk(s, firsts[(unsigned char)*s->text], 0);
	for (size_t i = 0; !s->is_all && i < len_bytes; i++) {
		unsigned char c = (unsigned char)s->text[i];
		size_t begins =
		    beginning((char)c, s->text[i + 1], s->text[i + 2]);
		bool word = is_word((char)c);

		if (word && !was_word && words[c] &&
		    bits_have(word_begins, begins))
			walk(s, words[c], i);
		if (anywhere[c] && bits_have(anywhere_begins, begins))
			walk(s, anywhere[c], i);
		was_word = word;
	}
}

static bool has_all(const struct sightings *s, const struct prefilter_branch *b)
{
	if (b->start && !s->is_seen[b->start])
		return false;
	for (size_t i = 0; i < NEEDS_SETS; i++)
		if (b->sets[i] && !s->is_seen[b->sets[i]])
			return false;
	return true;
}

void sightings_candidates(const struct sightings *s, uint64_t *bits)
{
	const struct prefilter *p = s->index;
	const struct prefilter_branch *branches = table(p, p->branches);
	const uint16_t *keys = table(p, p->keys), *keyed = table(p, p->keyed);
	const uint64_t *free = table(p, p->free);
	size_t n_words = bits_words(p->n_rules);

	if (s->is_all) {
		memset(bits, 0xFF, n_words * sizeof(*bits));
		return;
	}
	for (size_t i = 0; i < n_words; i++)
		bits[i] |= free[i];
	for (size_t i = 0; i < s->n_touched; i++) {
		size_t set = s->touched[i];

		for (size_t k = keys[set]; k < keys[set + 1]; k++) {
			const struct prefilter_branch *b = branches + keyed[k];

			if (has_all(s, b))
				bits_add(bits, b->rule);
		}
	}
}

/* Puts a place in its order; false when there are too many. */
static bool insert(size_t *places, size_t *n, size_t place)
{
	size_t i = *n;

	while (i > 0 && places[i - 1] > place)
		i--;
	if (i > 0 && places[i - 1] == place)
		return true;
	if (*n == PREFILTER_PLACES)
		return false;
	memmove(places + i + 1, places + i, (*n - i) * sizeof(*places));
	places[i] = place;
	(*n)++;
	return true;
}

/* Adds the places of a branch; false when there are too many. */
static bool add_places(const struct sightings *s,
    const struct prefilter_branch *b, size_t *places, size_t *n)
{
	uint32_t i = b->start ? s->first[b->start] : 0;

	for (; i; i = s->places[i - 1].next)
		if (!insert(places, n, s->places[i - 1].at))
			return false;
	return b->start;
}

enum prefilter_answer sightings_ask(const struct sightings *s, size_t rule,
    size_t places_r[PREFILTER_PLACES], size_t *n_r)
{
	const uint16_t *rules = table(s->index, s->index->rules);
	const struct prefilter_branch *b = table(s->index, s->index->branches);
	const struct prefilter_branch *end = b + rules[rule + 1];
	enum prefilter_answer answer = PREFILTER_NO;

	*n_r = 0;
	b += rules[rule];
	if (s->is_all || b == end)
		return PREFILTER_SEARCH;
	for (; b < end; b++) {
		if (!has_all(s, b))
			continue;
		answer = PREFILTER_AT;
		if (!add_places(s, b, places_r, n_r)) {
			*n_r = 0;
			return PREFILTER_SEARCH;
		}
	}
	return answer;
}
