/* SPDX-License-Identifier: ISC */
/* Lists of tasks: which sentences are their entries, and whose they are. */
#include "engine/tasks.h"
#include "engine/called.h"
#include "engine/hear.h"
#include "rule/match.h"
#include "rule/rules.h"

uint32_t tasks_enter(
    struct tasks *t, bool is_marked, bool is_line, bool is_paragraph)
{
	t->is_below = t->state != TASKS_NONE;
	is_line = is_line || is_marked;
	if (t->state == TASKS_HEADED && is_marked)
		t->state = TASKS_MARKED;
	else if (t->state == TASKS_HEADED)
		/* A name alone may be a greeting: it heads a marked list. */
		t->state = t->facts & FACT_IN_TASKS ? TASKS_LINES : TASKS_NONE;
	else if (!is_marked &&
		 (t->state == TASKS_MARKED ? is_line : is_paragraph))
		t->state = TASKS_NONE;
	return t->state && is_line ? t->facts : 0;
}

/*
 * Whose the tasks are that the sentence heads, if it says so; and whether a
 * rule speaks that does not know it.
 */
static struct span owner_named(const struct heard *h, bool *is_plain_r)
{
	struct span who = {NULL, 0};

	*is_plain_r = false;
	for (size_t i = 0; i < h->result.n_hits; i++) {
		const struct rule_hit *hit = &h->result.hits[i];

		if (hit->scores[ACT_TASKS] <= 0)
			continue;
		if (!hit->who.data)
			*is_plain_r = true;
		else if (!who.data)
			who = hit->who;
	}
	return who;
}

void tasks_head(
    struct tasks *t, const struct detection *d, const struct heard *h, size_t i)
{
	const struct letter *l = d->letter;
	uint32_t below = t->is_below ? t->facts & FACT_IN_TASKS : 0;
	bool is_plain;
	struct span who = owner_named(h, &is_plain);
	enum act_who side;

	*t = (struct tasks){
	    .state = TASKS_HEADED, .facts = FACT_IN_TASKS, .head = i};
	if (!who.data)
		return;
	side = rules_who(d->rules, d->language->name, who);
	if (side == WHO_NAMED) {
		t->owner = called_reader(who, l, d->me);
		if (!t->owner && called_names(who, &l->from))
			side = WHO_SENDER;
		else if (!t->owner) {
			/* "Actions:" is nobody's name. */
			t->facts = is_plain ? FACT_IN_TASKS : 0;
			return;
		}
	}
	if (who.len_bytes + 1 >= h->plain.len_bytes)
		t->facts = below;
	t->facts |= side == WHO_SENDER ? FACT_TASKS_MINE : FACT_TASKS_YOURS;
}
