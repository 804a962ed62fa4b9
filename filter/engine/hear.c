/* SPDX-License-Identifier: ISC */
/*
 * Lets the rules speak on a letter's sentences: gathers what is known of
 * each, whom it calls and which times it names. Makes no acts of it.
 */
#include "engine/hear.h"
#include "base/arena.h"
#include "engine/attach.h"
#include "engine/bulk.h"
#include "engine/called.h"
#include "engine/marks.h"
#include "engine/pasted.h"
#include "engine/tasks.h"
#include "rule/recognize.h"
#include "rule/rules.h"
#include "when/when.h"

#include <string.h>

#define LONG_WORDS  40
#define MANY_PEOPLE 10
#define VOCATIVES   4 /* of a sentence that are looked at */
#define OCCASIONS   4 /* of a subject */
#define DAY_S       86400
/* No evening begins twelve hours after this. */
#define LAST_EVENING_S (INT64_C(10) * 3600)
/* Of a letter that shows no language by itself, with all that it quotes. */
#define SEEN_BYTES 8192

/* Flags of mail in which nobody speaks to anybody. */
#define MACHINE \
	(LETTER_AUTOMATIC | LETTER_REPORT | LETTER_ANNOUNCEMENT | LETTER_OWN)

static bool any_mine(const struct me *me, const struct mailbox *boxes, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (me_has(me, boxes[i].addr))
			return true;
	return false;
}

/* What holds for the letter as a whole. */
static uint32_t letter_facts(
    const struct letter *l, const struct me *me, enum direction direction)
{
	bool to = any_mine(me, l->to, l->n_to);
	uint32_t f = 0;

	if (l->is_reply)
		f |= FACT_IS_REPLY;
	if (l->is_forward)
		f |= FACT_IS_FORWARD;
	if (to || !me->n_addresses)
		f |= FACT_TO_ME;
	else if (any_mine(me, l->cc, l->n_cc))
		f |= FACT_CC_ONLY;
	if (l->flags & LETTER_LIST)
		f |= FACT_LIST;
	if (l->n_to + l->n_cc >= MANY_PEOPLE)
		f |= FACT_MANY_RECIPIENTS;
	if (direction == DIRECTION_OUT)
		f |= FACT_OUTGOING;
	if (direction == DIRECTION_IN)
		f |= FACT_INCOMING;
	for (size_t i = 0; i < l->n_attachments; i++)
		if (!l->attachments[i].is_inline)
			f |= FACT_HAS_ATTACHMENT;
	return f;
}

static uint32_t time_facts(const struct heard *h)
{
	uint32_t f = 0;

	for (size_t i = 0; i < h->n_times; i++) {
		const struct time_expr *t = &h->times[i];

		/* "This year" is no time at which something happens. */
		if (t->same || (t->grain >= GRAIN_QUARTER && !t->before))
			continue;
		if (t->vague)
			f |= FACT_DATE_VAGUE;
		else if (t->past)
			f |= FACT_DATE_PAST;
		else
			f |= FACT_HAS_DATE;
		if (t->before && !t->past)
			f |= FACT_DATE_BY;
	}
	return f;
}

/* A line, or behind an empty one. */
static bool begins(const struct letter *l, size_t i, bool *paragraph_r)
{
	size_t at = l->sentences[i].offset, breaks = 0;

	while (at > 0 &&
	       (str_space(l->text[at - 1]) || strchr("-*>", l->text[at - 1])))
		breaks += l->text[--at] == '\n';
	*paragraph_r = breaks > 1 || at == 0;
	return breaks || at == 0;
}

size_t heard_words(const struct heard *h)
{
	return str_words(h->plain.data, h->plain.len_bytes);
}

static uint32_t sentence_facts(
    const struct detection *d, const struct heard *h, size_t i)
{
	const struct sentence *s = &d->letter->sentences[i];
	size_t words = heard_words(h);
	uint32_t f = d->facts | time_facts(h);

	if (!d->has_lost_blanks && marks_ask(h->plain))
		f |= FACT_IS_QUESTION;
	if (h->smiles)
		f |= FACT_SMILES;
	if (i == 0)
		f |= FACT_FIRST_SENTENCE;
	if (i + 1 == d->letter->n_sentences)
		f |= FACT_LAST_SENTENCE;
	if (s->answers < d->letter->n_quoted &&
	    d->letter->quoted[s->answers].is_question)
		f |= FACT_INLINE_ANSWER;
	if (s->bullet)
		f |= FACT_BULLET;
	if (words <= SHORT_WORDS)
		f |= FACT_SHORT;
	if (words > LONG_WORDS)
		f |= FACT_LONG;
	if (h->called)
		f |= me_has(d->me, h->called->addr) ? FACT_NAMED_ME
						    : FACT_NAMED_OTHER;
	return f;
}

static bool ends_with(struct span s, char c)
{
	return s.len_bytes && s.data[s.len_bytes - 1] == c;
}

static bool is_me_alone(const struct detection *d)
{
	const struct letter *l = d->letter;

	return l->n_to + l->n_cc == 1 && any_mine(d->me, l->to, l->n_to);
}

/* Mail of the user's own to nobody but those in Cc. */
static bool has_lost_reader(const struct detection *d)
{
	const struct letter *l = d->letter;

	for (size_t i = 0; i < l->n_to; i++)
		if (!me_has(d->me, l->to[i].addr))
			return false;
	return true;
}

/*
 * Whom the sentence is for: whom it calls, or else whom its paragraph's first
 * words called, or a line of names above it, or the letter's first words. Of
 * several it is for the user, if they are among them.
 */
static void hear_call(struct detection *d, struct heard *h, size_t i)
{
	struct call call = called_first(h->plain, d->letter, d->rules);
	bool is_first = i == 0, is_paragraph;
	bool is_line = begins(d->letter, i, &is_paragraph);

	for (size_t k = 0; k < call.n; k++)
		if (!h->called || me_has(d->me, call.who[k]->addr))
			h->called = call.who[k];
	/* "2. Keys - Ann." is an entry of a list, and heads nothing. */
	if (!d->letter->sentences[i].bullet &&
	    (call.is_whole || (is_first && h->called)))
		d->addressee = h->called;
	if (is_paragraph)
		d->section = NULL;
	/* "Ann Hall, the head of the team, is" calls nobody. */
	if (h->called && is_line && !call.is_whole && call.words == call.n)
		d->section = h->called;
	if (!h->called)
		h->called = called_last(h->plain, d->letter, d->rules);
	h->addressee = h->called    ? h->called
		       : d->section ? d->section
				    : d->addressee;
	h->is_lone_name =
	    call.is_whole && !call.n && !is_me_alone(d) &&
	    (!me_has(d->me, d->letter->from.addr) || has_lost_reader(d)) &&
	    (is_first || ends_with(h->plain, ','));
}

/*
 * Names among a sentence's words that are spoken to, as rules know them: what
 * is asked is asked of them, whoever is called at its head.
 */
static void hear_vocatives(const struct detection *d, struct heard *h)
{
	const struct letter *l = d->letter;
	const struct mailbox *called = NULL;
	struct span names[VOCATIVES];
	size_t n;

	if (l->n_to + l->n_cc < 2 || !(h->result.is_spoken_for[ACT_REQUEST] ||
					 h->result.is_spoken_for[ACT_QUESTION]))
		return;
	n = rules_vocatives(d->matcher, names, VOCATIVES);
	for (size_t k = 0; k < n; k++) {
		const struct mailbox *m = called_reader(names[k], l, d->me);

		if (m && (!called || me_has(d->me, m->addr)))
			called = m;
	}
	if (called)
		h->called = h->addressee = called;
}

/*
 * "Dora," on a line of its own, who is none of the recipients: what follows
 * is for her. Where the user is the only one it is another of their names;
 * further down "Questions:" is a heading.
 */
static void hear_stranger(struct detection *d, const struct heard *h)
{
	const struct mailbox me = {.name = d->me->name, .addr = ""};
	struct mailbox *stranger;
	struct span name = h->plain;

	for (int kind = 0; kind < ACT_KINDS; kind++)
		if (h->result.is_spoken_for[kind])
			return;
	if (!h->is_lone_name || h->result.is_nothing ||
	    called_names(name, &me) || called_names(name, &d->letter->from))
		return;
	name.len_bytes = called_first_name(name);
	stranger = arena_alloc(d->arena, sizeof(*stranger));
	*stranger = (struct mailbox){
	    .name = arena_strndup(d->arena, name.data, name.len_bytes),
	    .addr = ""};
	d->addressee = stranger;
}

/* Whether some other sentence speaks of m by name. */
static bool is_spoken_of(
    const struct letter *l, size_t i, const struct mailbox *m)
{
	for (size_t k = 0; k < l->n_sentences; k++) {
		const struct sentence *s = &l->sentences[k];

		if (k != i &&
		    called_speaks_of((struct span){s->text, s->text_len}, m))
			return true;
	}
	return false;
}

/*
 * "I will ask Dora. DORA: please send it": who is spoken of as a person, and
 * is none of the recipients, is spoken to.
 */
static void hear_aside(struct detection *d, struct heard *h, size_t i)
{
	const struct mailbox me = {.name = d->me->name, .addr = ""};
	struct mailbox *stranger;
	struct span name;
	bool is_paragraph;

	if (h->called || is_me_alone(d) ||
	    me_has(d->me, d->letter->from.addr) ||
	    !(h->result.is_spoken_for[ACT_REQUEST] ||
		h->result.is_spoken_for[ACT_QUESTION]))
		return;
	name = called_head_name(h->plain);
	if (!name.len_bytes || called_names(name, &me) ||
	    called_names(name, &d->letter->from))
		return;
	stranger = arena_alloc(d->arena, sizeof(*stranger));
	*stranger = (struct mailbox){
	    .name = arena_strndup(d->arena, name.data, name.len_bytes),
	    .addr = ""};
	if (!is_spoken_of(d->letter, i, stranger))
		return;
	h->addressee = stranger;
	if (begins(d->letter, i, &is_paragraph))
		d->section = stranger;
}

/* A meeting without a time may be the one that the subject names. */
static void hear_occasions(struct detection *d, const struct heard *h)
{
	if (d->are_occasions_read || h->n_times ||
	    !h->result.is_spoken_for[ACT_MEETING])
		return;
	d->are_occasions_read = true;
	d->occasions = arena_array(d->arena, OCCASIONS, sizeof(*d->occasions));
	d->n_occasions =
	    rules_asides(d->matcher, TARGET_SUBJECT, d->occasions, OCCASIONS);
}

/*
 * "Ann is free on Friday at 10. Call her.": a talk that has no time of its own
 * is when the sentence before says, where the rules know that it tells one.
 */
static void hear_above(struct detection *d, struct heard *all, size_t i)
{
	const struct heard *above = i ? &all[i - 1] : NULL;
	const struct anchor whole = {
	    .kind = ACT_MEETING, .end = above ? above->plain.len_bytes : 0};
	struct regex_span span;

	if (!above || all[i].n_times || !above->n_times ||
	    all[i].result.confidence[ACT_COMMITMENT] >= CERTAIN ||
	    !(all[i].result.is_spoken_for[ACT_MEETING] ||
		all[i].result.is_spoken_for[ACT_CALL]) ||
	    !rules_asides(d->matcher, TARGET_PREVIOUS, &span, 1))
		return;
	all[i].above = attach_due(
	    d->arena, above->plain, above->times, above->n_times, &whole, 1, 0);
}

/* "Dinner at seven", of which no morning was said. */
static void hear_evening(struct heard *h)
{
	if (h->result.confidence[ACT_EVENING] < CERTAIN)
		return;
	for (size_t k = 0; k < h->n_times; k++) {
		struct time_expr *t = &h->times[k];
		int64_t at = t->start.utc_s + t->start.zone_min * 60;

		if (!t->is_half_open || t->past ||
		    at - civil_day_of(t->start) * DAY_S > LAST_EVENING_S)
			continue;
		t->start.utc_s += DAY_S / 2;
		t->due.utc_s += DAY_S / 2;
		t->end.utc_s += t->has_end ? DAY_S / 2 : 0;
		t->is_half_open = false;
	}
}

static void hear(struct detection *d, struct heard *all, size_t i)
{
	const struct sentence *s = &d->letter->sentences[i];
	struct heard *h = &all[i];
	struct rule_input in = {.facts = 0};
	bool is_paragraph, is_line = begins(d->letter, i, &is_paragraph);
	uint32_t task =
	    tasks_enter(&d->tasks, s->bullet, is_line, is_paragraph);

	h->plain =
	    marks_trim(rules_plain(d->arena, s->text, s->text_len), &h->smiles);
	if (d->language->dates) {
		h->n_times =
		    when_find(d->arena, d->language->dates, h->plain.data,
			h->plain.len_bytes, d->letter->date, &h->times);
		context_lend(&d->context, i, h->plain, h->times, h->n_times);
	}
	hear_call(d, h, i);
	if (task && d->tasks.owner && !h->called)
		h->addressee = d->tasks.owner;
	in.texts[TARGET_SENTENCE] = h->plain;
	if (i > 0 && all[i - 1].plain.len_bytes)
		in.texts[TARGET_PREVIOUS] = all[i - 1].plain;
	if (s->answers < d->letter->n_quoted) {
		const struct quoted_text *q = &d->letter->quoted[s->answers];

		in.texts[TARGET_QUOTED] =
		    rules_plain(d->arena, q->text, q->text_len);
	}
	in.texts[TARGET_SUBJECT] = d->subject;
	in.texts[TARGET_FROM] = d->from;
	in.facts = sentence_facts(d, h, i) | task;
	h->is_wanted = task & FACT_TASKS_YOURS;
	h->head = d->tasks.head;
	rules_match_next(d->matcher, &in, &h->result);
	if (h->result.is_spoken_for[ACT_MEETING] &&
	    h->result.confidence[ACT_COMMITMENT] < CERTAIN &&
	    h->result.confidence[ACT_REQUEST] < CERTAIN)
		context_meet(&d->context, i, h->plain, h->times, h->n_times);
	hear_evening(h);
	attach_asides(d->matcher, &h->result, h->times, h->n_times);
	if (h->result.confidence[ACT_TASKS] >= CERTAIN)
		tasks_head(&d->tasks, d, h, i);
	hear_occasions(d, h);
	hear_above(d, all, i);
	hear_vocatives(d, h);
	hear_aside(d, h, i);
	hear_stranger(d, h);
}

/* Wording of mass mail, in the sentences and below them. */
static double bulk_confidence(
    const struct detection *d, const struct heard *all, size_t n)
{
	struct rule_input base = {.facts = d->facts};
	struct bulk b = {0};

	for (size_t i = 0; i < n; i++)
		bulk_add(d->arena, &b, &all[i].result);
	base.texts[TARGET_SUBJECT] = d->subject;
	base.texts[TARGET_FROM] = d->from;
	bulk_hear_tail(d->arena, &b, d->matcher, d->letter, &base);
	return b.is_suspected ? rules_confidence(d->rules, d->language->name,
				    ACT_BULK, b.sum)
			      : 0;
}

/*
 * The language of the new text; of a short one that shows none, that of the
 * subject and of what it quotes; or else the user's.
 */
static void recognize(struct detection *d)
{
	const struct letter *l = d->letter;
	struct language_signs own = {0}, all;

	for (size_t i = 0; i < l->n_sentences && !own.is_plain; i++)
		recognize_add(d->rules, &own, l->sentences[i].text,
		    l->sentences[i].text_len);
	d->language = recognize_best(d->rules, &own);
	d->is_foreign = recognize_is_foreign(&own);
	if (!d->language && !d->is_foreign) {
		all = own;
		recognize_add(d->rules, &all, l->subject, strlen(l->subject));
		recognize_add(d->rules, &all, l->text,
		    l->text_len < SEEN_BYTES ? l->text_len : SEEN_BYTES);
		d->language = recognize_best(d->rules, &all);
	}
	if (!d->language || d->is_foreign)
		d->language = rules_language(d->rules, NULL);
}

struct heard *hear_letter(struct detection *d, struct arena *a,
    struct rules *rules, const struct letter *l, const struct me *me,
    enum direction direction, struct findings *f)
{
	struct heard *all = arena_array(a, l->n_sentences + 1, sizeof(*all));
	const char *from =
	    arena_printf(a, "%s <%s>", l->from.name, l->from.addr);
	unsigned flags = l->flags;

	*d = (struct detection){.arena = a,
	    .rules = rules,
	    .letter = l,
	    .me = me,
	    .facts = letter_facts(l, me, direction)};
	/* What another user's rapport drafted and they sent is their word. */
	if (me->n_addresses && !me_has(me, l->from.addr))
		flags &= ~(unsigned)LETTER_OWN;
	recognize(d);
	f->language = d->language && !d->is_foreign ? d->language->name : "";
	if (!d->language)
		return NULL;
	d->matcher = rules_matcher(a, rules, d->language->name);
	d->subject = rules_plain(a, l->subject, strlen(l->subject));
	d->from = rules_plain(a, from, strlen(from));
	context_init(&d->context, a, d->language->dates, l, d->subject);
	d->has_lost_blanks = marks_are_lost(l);
	for (size_t i = 0; i < l->n_sentences; i++)
		hear(d, all, i);
	pasted_mark(d, all);
	f->bulk_confidence = bulk_confidence(d, all, l->n_sentences);
	f->is_bulk = flags & MACHINE || f->bulk_confidence >= CERTAIN;
	return all;
}
