/* SPDX-License-Identifier: ISC */
/*
 * Which rules can match a text at all: their literals hang in a small hash
 * by their first three bytes, before which stands a bitmap, so that a byte
 * of text costs a shift and a test. The two characters beyond ASCII that
 * PCRE2 takes for "s" and "k" when it ignores case switch the filter off.
 */
#include "rule/prefilter.h"
#include "base/arena.h"

#include <string.h>

#define BITS   4096
#define CHAINS 1024

struct literal {
	const char *text;
	uint16_t len, rule;
	uint16_t next; /* index + 1 in the chain */
};

struct prefilter {
	uint8_t bitmap[BITS / 8];
	uint16_t chains[CHAINS]; /* index + 1 */
	struct literal *literals;
	size_t n_literals, cap_literals;
	uint8_t *always; /* by rule */
	size_t n_rules;
};

/* Mixes three bytes, the newest in the lowest byte, to 12 bits. */
static unsigned mix(uint32_t three)
{
	return (three * 2654435761U) >> 20;
}

static uint32_t first_three(const char *s)
{
	return (uint32_t)(unsigned char)s[0] << 16 |
	       (uint32_t)(unsigned char)s[1] << 8 | (unsigned char)s[2];
}

struct prefilter *prefilter_new(struct arena *a, size_t n_rules)
{
	struct prefilter *p = arena_alloc(a, sizeof(*p));

	p->always = arena_array(a, n_rules, 1);
	p->n_rules = n_rules;
	return p;
}

void prefilter_add(struct arena *a, struct prefilter *p, size_t rule,
    const struct literals *literals)
{
	p->always[rule] =
	    literals->n == 0 || p->n_literals + literals->n >= UINT16_MAX;
	if (p->always[rule])
		return;
	for (size_t i = 0; i < literals->n; i++) {
		struct span s = literals->items[i];
		unsigned h = mix(first_three(s.data));

		p->literals = arena_grow(a, p->literals, p->n_literals,
		    &p->cap_literals, sizeof(*p->literals));
		p->bitmap[h / 8] |= (uint8_t)(1 << h % 8);
		p->literals[p->n_literals++] =
		    (struct literal){s.data, (uint16_t)s.len_bytes,
			(uint16_t)rule, p->chains[h % CHAINS]};
		p->chains[h % CHAINS] = (uint16_t)p->n_literals;
	}
}

/* U+017F and U+212A, which match "s" and "k" without regard to case. */
static bool has_odd_case(const char *s, size_t len)
{
	for (const char *end = s + len; s < end; s++) {
		if ((unsigned char)*s < 0x80)
			continue;
		if (end - s >= 2 && !memcmp(s, "\xC5\xBF", 2))
			return true;
		if (end - s >= 3 && !memcmp(s, "\xE2\x84\xAA", 3))
			return true;
	}
	return false;
}

static bool same_lower(const char *text, const char *literal, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (str_lower(text[i]) != literal[i])
			return false;
	return true;
}

void prefilter_scan(const struct prefilter *p, const char *text,
    size_t len_bytes, uint8_t bit, uint8_t *candidates)
{
	bool all = has_odd_case(text, len_bytes);
	uint32_t three = 0;

	for (size_t i = 0; i < p->n_rules; i++)
		if (all || p->always[i])
			candidates[i] |= bit;
	for (size_t i = 0; !all && i < len_bytes; i++) {
		unsigned h;

		three =
		    (three << 8 | (unsigned char)str_lower(text[i])) & 0xFFFFFF;
		h = mix(three);
		if (i < 2 || !(p->bitmap[h / 8] & 1 << h % 8))
			continue;
		for (unsigned n = p->chains[h % CHAINS]; n;) {
			const struct literal *l = &p->literals[n - 1];

			n = l->next;
			if (!(candidates[l->rule] & bit) &&
			    l->len <= len_bytes - (i - 2) &&
			    same_lower(text + i - 2, l->text, l->len))
				candidates[l->rule] |= bit;
		}
	}
}
