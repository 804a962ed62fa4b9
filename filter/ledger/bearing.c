/* SPDX-License-Identifier: ISC */
/*
 * What an item's words and the letters after it say about pressing somebody
 * for it. Looked up when something is to be suggested, and never kept: what
 * the rules say today holds for what was recorded long ago.
 */
#include "base/arena.h"
#include "engine/advise.h"
#include "engine/limit.h"
#include "ledger/pace.h"
#include "ledger/private.h"
#include "rule/match.h"
#include "rule/rules.h"
#include "store/people.h"

#include <string.h>

/* What is older and not due since is suggested no more: its words do not
   matter. */
#define MOST_DAYS 150
#define DAY_S     INT64_C(86400)
/* Of a letter's To: more than a pair. */
#define MANY 3

static bool is_recent(const struct item *it, struct stamp now)
{
	int64_t since_s = now.utc_s - MOST_DAYS * DAY_S;

	return it->created.utc_s >= since_s ||
	       (it->due.is_set && it->due.at.utc_s >= since_s);
}

/* The rules of each language that was needed. */
struct reader {
	const struct language *language;
	struct matcher *matcher;
	struct reader *next;
};

static struct reader *reader_of(struct ledger *l, struct arena *a,
    struct reader **readers, const char *name)
{
	const struct language *language =
	    rules_language(l->rules, *name ? name : l->config->language);
	struct reader *r = *readers;

	while (r && r->language != language)
		r = r->next;
	if (!r && language) {
		r = arena_alloc(a, sizeof(*r));
		*r = (struct reader){language,
		    rules_matcher(a, l->rules, language->name), *readers};
		*readers = r;
	}
	return r;
}

static bool speaks_for(
    const struct ledger *l, const struct rule_result *r, enum act_kind act)
{
	return r->confidence[act] >= l->config->threshold;
}

static void hear_words(struct ledger *l, struct arena *a, struct reader *r,
    const struct item *it, struct bearing *b)
{
	size_t len = strlen(it->what);
	struct span plain = rules_plain(a, it->what, len);
	struct rule_input in = {.facts = 0};
	struct rule_result result;

	if (len && it->what[len - 1] == '?')
		in.facts |= FACT_IS_QUESTION;
	if (it->due.is_set)
		in.facts |= FACT_HAS_DATE;
	in.facts |= it->outgoing ? FACT_OUTGOING : FACT_INCOMING;
	in.texts[TARGET_SENTENCE] = in.texts[TARGET_ITEM] = plain;
	rules_match_next(r->matcher, &in, &result);
	b->may_rest = speaks_for(l, &result, ACT_REST);
	/* A meeting that I spoke of, but asked no word about. */
	if (it->kind == ITEM_MEETING && it->outgoing &&
	    !speaks_for(l, &result, ACT_QUESTION) &&
	    !speaks_for(l, &result, ACT_REQUEST) &&
	    !speaks_for(l, &result, ACT_WORD))
		b->may_rest = true;
	b->is_talk = speaks_for(l, &result, ACT_CALL);
	if (it->due.is_set && it->kind == ITEM_QUESTION)
		b->is_of_day =
		    !names_limit(a, r->language->dates, plain, it->created);
	else if (it->due.is_set && it->kind == ITEM_COMMITMENT)
		b->is_of_day = speaks_for(l, &result, ACT_MEETING);
}

/* The first of a thread's letters; contacts are sorted by it. */
static size_t first_of(const struct contact *contacts, size_t n, int64_t thread)
{
	size_t low = 0, high = n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (contacts[middle].thread < thread)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static void hear_thread(const struct contact *contacts, size_t n,
    const struct item *it, struct bearing *b)
{
	size_t addressed = 0;

	for (size_t i = first_of(contacts, n, it->thread);
	     i < n && contacts[i].thread == it->thread; i++) {
		const struct contact *c = &contacts[i];

		addressed += !c->is_from && !it->outgoing &&
			     c->direction == DIRECTION_IN &&
			     c->date.utc_s == it->created.utc_s;
		if (c->person == it->who.person && contact_is_theirs(c) &&
		    c->date.utc_s > it->created.utc_s &&
		    c->date.utc_s > b->heard.utc_s)
			b->heard = c->date;
	}
	b->is_to_many = addressed >= MANY;
}

const struct bearing *bearings_get(struct ledger *l, struct arena *a,
    const struct item *items, const char *const *languages, size_t n,
    struct stamp now)
{
	struct bearing *v = arena_array(a, n, sizeof(*v));
	struct reader *readers = NULL;
	struct contact *contacts;
	size_t n_contacts =
	    people_contacts(l->store, a, l->config->threshold, &contacts);

	for (size_t i = 0; i < n; i++) {
		struct reader *r;

		if (!is_recent(&items[i], now))
			continue;
		r = l->rules ? reader_of(l, a, &readers, languages[i]) : NULL;
		if (r && r->matcher)
			hear_words(l, a, r, &items[i], &v[i]);
		hear_thread(contacts, n_contacts, &items[i], &v[i]);
	}
	return v;
}
