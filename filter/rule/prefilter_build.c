/* SPDX-License-Identifier: ISC */
/*
 * Builds the index of the prefilter: equal sets are kept once, and their
 * strings hang in three tries, one for strings that begin words, one for
 * those that may stand anywhere and one for those that begin the text. A branch
 * of the trie that leads to one string only is a node with that string's tail.
 */
#include "base/arena.h"
#include "base/bits.h"
#include "base/str.h"
#include "rule/literal_sets.h"
#include "rule/prefilter_index.h"

#include <stdlib.h>
#include <string.h>

/* A string that is to be hung into a trie. */
enum hook_kind { HOOK_ANYWHERE, HOOK_WORD, HOOK_FIRST };

struct hook {
	uint64_t key; /* kind and the first bytes of the text */
	const char *text;
	struct prefilter_entry entry;
	uint8_t len_bytes;
	uint8_t kind;
};

struct set {
	uint32_t hash;
	uint32_t next; /* number of the next in the bucket, 0: none */
	struct literals literals;
	bool is_start;
};

#define BUCKETS 1024

#define SHORT_BYTES 2 /* of a string, which is in many a text */

struct prefilter_builder {
	struct arena *arena;
	size_t n_rules;
	struct pattern_needs *needs; /* by rule */
	const char *const *common;
	size_t n_common;
	struct set *sets;
	size_t n_sets, cap_sets;
	uint32_t buckets[BUCKETS]; /* number of the first set */
	struct hook *hooks;
	size_t n_hooks, cap_hooks;
	struct prefilter_node *nodes;
	uint8_t *bytes; /* by node: the one that leads to it */
	size_t n_nodes, cap_nodes, cap_bytes;
	struct range *ranges; /* of hooks, by node */
	size_t cap_ranges;
	uint32_t words[256], anywhere[256], firsts[256];
	uint64_t word_begins[PREFILTER_BEGINNINGS / 64];
	uint64_t anywhere_begins[PREFILTER_BEGINNINGS / 64];
};

/* The hooks below a node, whose texts agree up to its depth. */
struct range {
	size_t from, to, depth;
};

struct prefilter_builder *prefilter_begin(struct arena *a, size_t n_rules)
{
	struct prefilter_builder *b = arena_alloc(a, sizeof(*b));

	b->arena = a;
	b->n_rules = n_rules;
	b->needs = arena_array(a, n_rules, sizeof(*b->needs));
	return b;
}

void prefilter_common(
    struct prefilter_builder *b, const char *const *words, size_t n)
{
	b->common = words;
	b->n_common = n;
}

void prefilter_add(
    struct prefilter_builder *b, size_t rule, const struct pattern_needs *needs)
{
	b->needs[rule] = *needs;
}

static uint32_t hash_set(const struct literals *l)
{
	uint32_t h = 2166136261U;

	for (size_t i = 0; i < l->n; i++) {
		const struct literal *s = &l->items[i];

		for (size_t k = 0; k < s->len_bytes; k++)
			h = (h ^ (unsigned char)s->text[k]) * 16777619U;
		h = (h ^ (s->flags & ~(unsigned)LITERAL_CUT)) * 16777619U;
	}
	return h;
}

static bool same_sets(const struct literals *a, const struct literals *b)
{
	if (a->n != b->n)
		return false;
	for (size_t i = 0; i < a->n; i++)
		if (a->items[i].len_bytes != b->items[i].len_bytes ||
		    (a->items[i].flags ^ b->items[i].flags) &
			~(unsigned)LITERAL_CUT ||
		    memcmp(a->items[i].text, b->items[i].text,
			a->items[i].len_bytes) != 0)
			return false;
	return true;
}

/* The number of a set, counted from 1; 0 when there are too many. */
static uint16_t set_number(
    struct prefilter_builder *b, const struct literals *l, bool is_start)
{
	uint32_t hash = hash_set(l);
	uint32_t *bucket = &b->buckets[hash % BUCKETS], i = *bucket;

	while (i && (b->sets[i - 1].hash != hash ||
			!same_sets(&b->sets[i - 1].literals, l)))
		i = b->sets[i - 1].next;
	if (!i) {
		if (b->n_sets == UINT16_MAX)
			return 0;
		b->sets = arena_grow(b->arena, b->sets, b->n_sets, &b->cap_sets,
		    sizeof(*b->sets));
		b->sets[b->n_sets++] = (struct set){hash, *bucket, *l, false};
		i = *bucket = (uint32_t)b->n_sets;
	}
	b->sets[i - 1].is_start = b->sets[i - 1].is_start || is_start;
	return (uint16_t)i;
}

/* Signs around the words of a string are left out: they bound it. */
static void hang(
    struct prefilter_builder *b, size_t set, const struct literal *l)
{
	const char *text = l->text;
	size_t len = l->len_bytes, lead = 0;
	unsigned flags = l->flags & LITERAL_FIRST;
	struct hook *hook;

	while (lead < len && !is_word(text[lead]))
		lead++;
	/* A sign beyond ASCII is rarer than the word behind it. */
	if (lead == len || (unsigned char)*text >= 0x80) {
		lead = 0;
	} else {
		/* What begins the text begins a word. */
		if (lead || l->flags & (LITERAL_WORD_START | LITERAL_FIRST))
			flags |= LITERAL_WORD_START;
		text += lead;
		len -= lead;
		if (l->flags & LITERAL_WORD_END || !is_word(text[len - 1]))
			flags |= LITERAL_WORD_END;
		while (!is_word(text[len - 1]))
			len--;
	}
	b->hooks = arena_grow(
	    b->arena, b->hooks, b->n_hooks, &b->cap_hooks, sizeof(*b->hooks));
	hook = &b->hooks[b->n_hooks++];
	*hook = (struct hook){.text = text,
	    .len_bytes = (uint8_t)len,
	    .kind = (flags & LITERAL_FIRST && !lead) ? HOOK_FIRST
		    : flags & LITERAL_WORD_START     ? HOOK_WORD
						     : HOOK_ANYWHERE,
	    .entry = {.set = (uint16_t)set,
		.flags = (uint8_t)flags,
		.lead = (uint8_t)lead}};
}

/* Keys are in the order of what they stand for. */
static uint64_t key_of_hook(const struct hook *hook)
{
	uint64_t key = hook->kind;

	for (size_t i = 0; i < 7; i++)
		key = key << 8 |
		      (i < hook->len_bytes ? (unsigned char)hook->text[i] : 0);
	return key;
}

static int compare_hooks(const void *a, const void *b)
{
	const struct hook *x = a, *y = b;
	size_t n = x->len_bytes < y->len_bytes ? x->len_bytes : y->len_bytes;
	int c;

	if (x->key != y->key)
		return x->key < y->key ? -1 : 1;
	c = memcmp(x->text, y->text, n);
	if (!c)
		c = x->len_bytes - y->len_bytes;
	/* What must end a word is behind what need not. */
	if (!c)
		c = (x->entry.flags & LITERAL_WORD_END) -
		    (y->entry.flags & LITERAL_WORD_END);
	if (!c)
		c = x->entry.set - y->entry.set;
	if (!c)
		c = x->entry.flags - y->entry.flags;
	return c ? c : x->entry.lead - y->entry.lead;
}

static int compare_places(const void *a, const void *b)
{
	return compare_hooks(
	    *(struct hook *const *)a, *(struct hook *const *)b);
}

/* Sorts the hooks and leaves one of equal ones. */
static void sort_hooks(struct prefilter_builder *b)
{
	struct hook *sorted =
	    arena_array(b->arena, b->n_hooks, sizeof(*sorted));
	/* Pointers are moved about faster. */
	struct hook **order = arena_array(b->arena, b->n_hooks, sizeof(*order));
	size_t n = 0;

	for (size_t i = 0; i < b->n_hooks; i++) {
		b->hooks[i].key = key_of_hook(&b->hooks[i]);
		order[i] = &b->hooks[i];
	}
	if (b->n_hooks)
		qsort(order, b->n_hooks, sizeof(struct hook *), compare_places);
	for (size_t i = 0; i < b->n_hooks; i++)
		if (!n || compare_hooks(&sorted[n - 1], order[i]) != 0)
			sorted[n++] = *order[i];
	b->hooks = sorted;
	b->n_hooks = n;
}

static uint32_t add_node(
    struct prefilter_builder *b, char c, size_t from, size_t to, size_t depth)
{
	size_t n = b->n_nodes;

	b->nodes =
	    arena_grow(b->arena, b->nodes, n, &b->cap_nodes, sizeof(*b->nodes));
	b->ranges = arena_grow(
	    b->arena, b->ranges, n, &b->cap_ranges, sizeof(*b->ranges));
	b->nodes[n] = (struct prefilter_node){.child = 0};
	b->bytes = arena_grow(b->arena, b->bytes, n, &b->cap_bytes, 1);
	b->bytes[n] = (uint8_t)c;
	b->ranges[n] = (struct range){from, to, depth};
	b->n_nodes++;
	return (uint32_t)n;
}

/* Where the hooks that agree with the first in the next byte end. */
static size_t group_end(
    const struct prefilter_builder *b, size_t from, size_t to, size_t depth)
{
	size_t i = from;

	while (i < to && b->hooks[i].text[depth] == b->hooks[from].text[depth])
		i++;
	return i;
}

/* Notes how a string begins; behind a short one anything goes. */
static void add_beginning(const struct hook *hook, uint64_t *begins)
{
	const char *s = hook->text;

	if (hook->len_bytes > 2) {
		bits_add(begins, beginning(s[0], s[1], s[2]));
		return;
	}
	for (int i = 0; i < 32; i++) {
		char second = hook->len_bytes == 1 ? (char)i : s[1];

		if (hook->len_bytes == 1 || !i)
			for (int k = 0; k < 32; k++)
				bits_add(
				    begins, beginning(s[0], second, (char)k));
	}
}

/*
 * Hangs the hooks [from, to), all of a kind, below the roots; begins may be
 * NULL.
 */
static void plant(struct prefilter_builder *b, size_t from, size_t to,
    uint32_t *roots, uint64_t *begins)
{
	for (size_t i = from; begins && i < to; i++)
		if (i == from || b->hooks[i].key != b->hooks[i - 1].key)
			add_beginning(&b->hooks[i], begins);
	while (from < to) {
		size_t end = group_end(b, from, to, 0);
		char c = b->hooks[from].text[0];

		roots[(unsigned char)c] = add_node(b, c, from, end, 1);
		from = end;
	}
}

/* Gives a node its entries and children; offsets are still indices. */
static void grow_node(struct prefilter_builder *b, size_t i)
{
	struct range r = b->ranges[i];
	const struct hook *first = &b->hooks[r.from];
	const struct hook *last = &b->hooks[r.to - 1];
	size_t depth = r.depth, at = r.from;
	unsigned n = 0;

	/* The part of the texts on which all of them agree. */
	while (depth < first->len_bytes && depth < last->len_bytes &&
	       first->text[depth] == last->text[depth])
		depth++;
	b->nodes[i].tail_len = (uint8_t)(depth - r.depth);
	while (at < r.to && b->hooks[at].len_bytes == depth)
		at++;
	b->nodes[i].entry = (uint32_t)r.from;
	b->nodes[i].n_entries = (uint16_t)(at - r.from);
	b->nodes[i].child = (uint32_t)b->n_nodes;
	while (at < r.to) {
		size_t end = group_end(b, at, r.to, depth);

		(void)add_node(b, b->hooks[at].text[depth], at, end, depth + 1);
		at = end;
		n++;
	}
	b->nodes[i].n_children = (uint8_t)n;
}

static void build_tries(struct prefilter_builder *b)
{
	size_t ends[HOOK_FIRST] = {0}, i = 0;

	sort_hooks(b);
	for (int kind = HOOK_ANYWHERE; kind < HOOK_FIRST; kind++) {
		while (i < b->n_hooks && b->hooks[i].kind == kind)
			i++;
		ends[kind] = i;
	}
	(void)add_node(b, 0, 0, 0, 0); /* 0 is no node */
	plant(b, 0, ends[HOOK_ANYWHERE], b->anywhere, b->anywhere_begins);
	plant(
	    b, ends[HOOK_ANYWHERE], ends[HOOK_WORD], b->words, b->word_begins);
	plant(b, ends[HOOK_WORD], b->n_hooks, b->firsts, NULL);
	for (i = 1; i < b->n_nodes; i++)
		grow_node(b, i);
}

/* Whether many a sentence has the string. */
static bool is_frequent(
    const struct prefilter_builder *b, const struct literal *l)
{
	const char *text = l->text;
	size_t len = l->len_bytes;

	while (len && !is_word(*text)) {
		text++;
		len--;
	}
	while (len && !is_word(text[len - 1]))
		len--;
	/* A sign, or what is little more than one letter of any word. */
	if (len <= SHORT_BYTES)
		return true;
	for (size_t i = 0; i < b->n_common; i++)
		if (!strncmp(b->common[i], text, len) && !b->common[i][len])
			return true;
	return false;
}

static bool are_frequent(
    const struct prefilter_builder *b, const struct literals *l)
{
	for (size_t i = 0; i < l->n; i++)
		if (is_frequent(b, &l->items[i]))
			return true;
	return false;
}

/*
 * Leaves out the sets that most sentences have, where the branch needs
 * something rarer, to begin with at least: to note them costs more than what
 * they keep away. A search through all of a sentence is worth them.
 */
static void drop_common(const struct prefilter_builder *b, struct needs *needs)
{
	bool is_common[NEEDS_SETS], is_rare;
	size_t n = 0;

	if (!literals_are_useful(&needs->start))
		return;
	is_rare = !are_frequent(b, &needs->start);
	for (size_t i = 0; i < needs->n_sets; i++) {
		is_common[i] = are_frequent(b, &needs->sets[i]);
		is_rare = is_rare || !is_common[i];
	}
	if (!is_rare)
		return;
	for (size_t i = 0; i < needs->n_sets; i++)
		if (!is_common[i])
			needs->sets[n++] = needs->sets[i];
	needs->n_sets = n;
}

/* Turns needs into branches of set numbers. */
static size_t link_branches(struct prefilter_builder *b,
    struct prefilter_branch *branches, uint16_t *first)
{
	size_t n = 0;

	for (size_t i = 0; i < b->n_rules; i++) {
		struct pattern_needs *needs = &b->needs[i];
		bool always = false;

		first[i] = (uint16_t)n;
		for (size_t k = 0; k < needs->n; k++) {
			struct needs *from = &needs->branches[k];
			struct prefilter_branch *to = &branches[n++];
			bool any;

			drop_common(b, from);
			to->rule = (uint16_t)i;
			if (literals_are_useful(&from->start))
				to->start = set_number(b, &from->start, true);
			any = to->start;
			for (size_t s = 0; s < from->n_sets; s++) {
				to->sets[s] =
				    set_number(b, &from->sets[s], false);
				any = any || to->sets[s];
			}
			always = always || !any;
		}
		/* A branch that needs nothing frees the others. */
		if (always) {
			memset(branches + first[i], 0,
			    (n - first[i]) * sizeof(*branches));
			n = first[i];
		}
	}
	first[b->n_rules] = (uint16_t)n;
	return n;
}

/* The set of a branch by which it is found: the one that is rarest. */
static uint16_t key_of(
    const struct prefilter_builder *b, const struct prefilter_branch *branch)
{
	uint16_t key = branch->start;

	for (size_t i = 0; i < NEEDS_SETS; i++) {
		uint16_t set = branch->sets[i];

		if (set &&
		    (!key || literals_worth(&b->sets[set - 1].literals) >
				 literals_worth(&b->sets[key - 1].literals)))
			key = set;
	}
	return key;
}

/* The branches in the order of their keys, and where each key's begin. */
static void sort_by_key(struct prefilter_builder *b,
    const struct prefilter_branch *branches, size_t n, uint16_t *keys,
    uint16_t *keyed)
{
	uint16_t *at = arena_array(b->arena, b->n_sets + 2, sizeof(*at));

	for (size_t i = 0; i < n; i++)
		keys[key_of(b, &branches[i]) + 1]++;
	for (size_t i = 0; i <= b->n_sets; i++)
		keys[i + 1] = (uint16_t)(keys[i + 1] + keys[i]);
	memcpy(at, keys, (b->n_sets + 2) * sizeof(*at));
	for (size_t i = 0; i < n; i++)
		keyed[at[key_of(b, &branches[i])]++] = (uint16_t)i;
}

/* Appends a table at the end of the block, which has room. */
static uint32_t put(
    struct prefilter *p, const void *data, size_t n, size_t size)
{
	uint32_t at = (p->len_bytes + 7U) & ~7U;

	if (n)
		memcpy((char *)p + at, data, n * size);
	p->len_bytes = at + (uint32_t)(n * size);
	return at;
}

/* The tails of all nodes in a row; *len_r of its bytes are used. */
static const char *join_tails(struct prefilter_builder *b, size_t *len_r)
{
	size_t n = 0;
	char *text;

	for (size_t i = 1; i < b->n_nodes; i++)
		n += b->nodes[i].tail_len;
	text = arena_array(b->arena, n, 1);
	n = 0;
	for (size_t i = 1; i < b->n_nodes; i++) {
		b->nodes[i].tail = (uint32_t)n;
		memcpy(text + n,
		    b->hooks[b->ranges[i].from].text + b->ranges[i].depth,
		    b->nodes[i].tail_len);
		n += b->nodes[i].tail_len;
	}
	*len_r = n;
	return text;
}

static void put_tries(struct prefilter *p, const struct prefilter_builder *b)
{
	p->words = put(p, b->words, 256, sizeof(b->words[0]));
	p->anywhere = put(p, b->anywhere, 256, sizeof(b->anywhere[0]));
	p->firsts = put(p, b->firsts, 256, sizeof(b->firsts[0]));
	p->word_begins = put(p, b->word_begins, PREFILTER_BEGINNINGS / 64,
	    sizeof(b->word_begins[0]));
	p->anywhere_begins = put(p, b->anywhere_begins,
	    PREFILTER_BEGINNINGS / 64, sizeof(b->anywhere_begins[0]));
	p->nodes = put(p, b->nodes, b->n_nodes, sizeof(*b->nodes));
	p->bytes = put(p, b->bytes, b->n_nodes, 1);
	p->entries = put(p, NULL, 0, 0);
	for (size_t i = 0; i < b->n_hooks; i++)
		memcpy(
		    (char *)p + p->entries + i * sizeof(struct prefilter_entry),
		    &b->hooks[i].entry, sizeof(struct prefilter_entry));
	p->len_bytes += (uint32_t)(b->n_hooks * sizeof(struct prefilter_entry));
}

struct prefilter *prefilter_end(struct prefilter_builder *b, struct arena *a)
{
	size_t max = b->n_rules * NEEDS_BRANCHES + 1, n_branches, n_text;
	struct prefilter_branch *branches =
	    arena_array(b->arena, max, sizeof(*branches));
	uint16_t *first = arena_array(b->arena, b->n_rules + 1, sizeof(*first));
	uint16_t *keys, *keyed;
	uint64_t *free =
	    arena_array(b->arena, bits_words(b->n_rules) + 1, sizeof(*free));
	uint8_t *is_start;
	const char *text;
	struct prefilter *p;

	n_branches = link_branches(b, branches, first);
	for (size_t i = 0; i < b->n_rules; i++)
		if (first[i] == first[i + 1])
			bits_add(free, i);
	keys = arena_array(b->arena, b->n_sets + 2, sizeof(*keys));
	keyed = arena_array(b->arena, n_branches + 1, sizeof(*keyed));
	sort_by_key(b, branches, n_branches, keys, keyed);
	is_start = arena_array(b->arena, b->n_sets + 1, 1);
	for (size_t i = 0; i < b->n_sets; i++) {
		is_start[i + 1] = b->sets[i].is_start;
		for (size_t k = 0; k < b->sets[i].literals.n; k++)
			hang(b, i + 1, &b->sets[i].literals.items[k]);
	}
	build_tries(b);
	text = join_tails(b, &n_text);
	p = arena_alloc(
	    a, sizeof(*p) + sizeof(b->words) * 3 + sizeof(b->word_begins) * 2 +
		   b->n_nodes * (sizeof(*b->nodes) + 1) +
		   b->n_hooks * sizeof(struct prefilter_entry) + n_text +
		   b->n_sets + 1 + (b->n_rules + 1) * sizeof(*first) +
		   n_branches * (sizeof(*branches) + sizeof(*keyed)) +
		   (b->n_sets + 2) * sizeof(*keys) +
		   bits_words(b->n_rules) * sizeof(*free) + 15 * 8);
	p->len_bytes = sizeof(*p);
	p->n_rules = (uint32_t)b->n_rules;
	p->n_sets = (uint32_t)b->n_sets;
	put_tries(p, b);
	p->text = put(p, text, n_text, 1);
	p->sets = put(p, is_start, b->n_sets + 1, 1);
	p->rules = put(p, first, b->n_rules + 1, sizeof(*first));
	p->branches = put(p, branches, n_branches, sizeof(*branches));
	p->keys = put(p, keys, b->n_sets + 2, sizeof(*keys));
	p->keyed = put(p, keyed, n_branches, sizeof(*keyed));
	p->free = put(p, free, bits_words(b->n_rules), sizeof(*free));
	return p;
}
