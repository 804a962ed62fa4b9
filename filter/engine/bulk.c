/* SPDX-License-Identifier: ISC */
/*
 * Mass mail by its wording: adds up what the rules for bulk saw in a letter's
 * sentences and below them. What headers say is mail/'s business.
 */
#include "engine/bulk.h"
#include "base/arena.h"
#include "base/limits.h"
#include "model/letter.h"

/* In these the tail was put on by others, or belongs to what is answered. */
#define TAIL_IS_OTHERS (FACT_LIST | FACT_IS_REPLY | FACT_OUTGOING)

void bulk_add(struct arena *a, struct bulk *b, const struct rule_result *result)
{
	for (size_t i = 0; i < result->n_hits; i++) {
		const float *scores = result->hits[i].scores;
		float score = scores[ACT_BULK];
		size_t k = 0;

		if (!(score < 0 || score > 0))
			continue;
		while (k < b->n_seen && b->seen[k] != scores)
			k++;
		if (k < b->n_seen)
			continue;
		b->seen = arena_grow(
		    a, b->seen, b->n_seen, &b->cap, sizeof(*b->seen));
		b->seen[b->n_seen++] = scores;
		b->sum += (double)score;
		b->is_suspected = b->is_suspected || score > 0;
	}
}

/* What patterns take for one line: its ends are blanks. */
static struct span on_one_line(struct arena *a, const char *text, size_t len)
{
	char *copy = arena_strndup(a, text, len);

	for (size_t i = 0; i < len; i++)
		if (copy[i] == '\n' || copy[i] == '\t')
			copy[i] = ' ';
	return rules_plain(a, copy, len);
}

void bulk_hear_tail(struct arena *a, struct bulk *b, struct matcher *m,
    const struct letter *l, const struct rule_input *base)
{
	struct rule_input in = *base;

	if (base->facts & TAIL_IS_OTHERS)
		return;
	for (size_t i = 0; i < l->n_zones; i++) {
		const struct zone *z = &l->zones[i];
		struct rule_result result;

		if (z->depth ||
		    (z->kind != ZONE_SIGNATURE && z->kind != ZONE_FOOTER) ||
		    z->len_bytes > LIMIT_TAIL_BYTES)
			continue;
		in.texts[TARGET_SENTENCE] =
		    on_one_line(a, l->text + z->offset, z->len_bytes);
		rules_match_next(m, &in, &result);
		bulk_add(a, b, &result);
	}
}
