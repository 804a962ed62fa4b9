/* SPDX-License-Identifier: ISC */
/*
 * What the rules said of a letter's sentences to acts: reads the due date
 * and the person off each sentence. Knows no language and judges nothing by
 * itself.
 */
#include "engine/detect.h"
#include "base/arena.h"
#include "base/limits.h"
#include "engine/attach.h"
#include "engine/called.h"
#include "engine/context.h"
#include "engine/elsewhere.h"
#include "engine/hear.h"
#include "rule/match.h"
#include "rule/rules.h"

#include <string.h>

/* Of a line with its name, as "Date and time: ...". */
#define LABEL_WORDS 12
/* In another language little is what it seems; kept, but rarely shown. */
#define FOREIGN_TRUST 0.5
/* Of what is likely pasted only plain words to a reader are shown. */
static const double pasted_trust[] = {
    [PASTED_NOT] = 1, [PASTED_LIKELY] = 0.6, [PASTED_SURELY] = 0.3};

/* The rule that speaks loudest for an act. */
static const struct rule_hit *loudest(
    const struct rule_result *r, enum act_kind kind)
{
	const struct rule_hit *best = NULL;

	for (size_t i = 0; i < r->n_hits; i++) {
		const struct rule_hit *hit = &r->hits[i];

		if (hit->scores[kind] > 0 &&
		    (!best || hit->scores[kind] > best->scores[kind]))
			best = hit;
	}
	return best;
}

/* The user is among several who read the letter, and is spoken of in it. */
static bool speaks_of_me(const struct detection *d, struct span sentence)
{
	const struct letter *l = d->letter;

	for (size_t i = 0; i < l->n_to + l->n_cc; i++) {
		const struct mailbox *m = letter_recipient(l, i);

		if (me_has(d->me, m->addr) && called_speaks_of(sentence, m))
			return !me_has(d->me, l->from.addr);
	}
	return false;
}

/* The first reader but the user, NULL when there is none. */
static const struct mailbox *another_reader(const struct detection *d)
{
	const struct letter *l = d->letter;

	for (size_t i = 0; i < l->n_to + l->n_cc; i++)
		if (!me_has(d->me, letter_recipient(l, i)->addr))
			return letter_recipient(l, i);
	return NULL;
}

/*
 * Of names that are to do something the user's own, else that of the first
 * who gets the letter or wrote it, else whoever it is.
 */
static void set_named(
    const struct detection *d, struct span names, struct act *act)
{
	const struct letter *l = d->letter;
	const struct mailbox *found = called_reader(names, l, d->me);
	struct span first = names;

	act->who = WHO_NAMED;
	first.len_bytes = called_first_name(names);
	if (found && me_has(d->me, found->addr))
		act->who_name = found->addr;
	else if (!found && called_names(names, &l->from))
		act->who = WHO_SENDER;
	else if (found && called_by_initials(first, found))
		act->who_name = found->addr;
	else
		act->who_name =
		    arena_strndup(d->arena, first.data, first.len_bytes);
}

static void set_who(
    const struct detection *d, const struct heard *h, struct act *act)
{
	const struct rule_hit *hit = loudest(&h->result, act->kind);
	bool asks = act->kind == ACT_REQUEST || act->kind == ACT_QUESTION ||
		    act->kind == ACT_MEETING || act->kind == ACT_DEADLINE;

	act->who = asks ? WHO_RECIPIENT : WHO_SENDER;
	act->who_name = "";
	if (hit && hit->who.data) {
		act->who = rules_who(d->rules, d->language->name, hit->who);
		if (act->who == WHO_NAMED)
			set_named(d, hit->who, act);
	} else if (asks && !h->called && speaks_of_me(d, h->plain) &&
		   another_reader(d)) {
		const struct mailbox *m = another_reader(d);

		act->who = WHO_NAMED;
		act->who_name = m->name[0] ? m->name : m->addr;
	} else if (asks && h->addressee &&
		   (d->letter->n_to + d->letter->n_cc > 1 ||
		       !*h->addressee->addr)) {
		act->who = WHO_NAMED;
		act->who_name = h->addressee->name[0] ? h->addressee->name
						      : h->addressee->addr;
		/* However the sender wrote the user's name. */
		if (me_has(d->me, h->addressee->addr))
			act->who_name = h->addressee->addr;
	}
}

static void set_rules(
    struct arena *a, const struct rule_result *r, struct act *act)
{
	act->rules = arena_array(a, r->n_hits + 1, sizeof(*act->rules));
	for (size_t i = 0; i < r->n_hits; i++)
		if (r->hits[i].scores[act->kind] > 0)
			act->rules[act->n_rules++] = r->hits[i].name;
}

/* "Tom to send the list", in Tom's letter, is his promise. */
static void be_promised(struct act *acts, size_t n)
{
	for (size_t k = 0; k < n; k++)
		if (acts[k].kind == ACT_REQUEST && acts[k].who == WHO_SENDER)
			acts[k].kind = ACT_COMMITMENT;
}

/* A deadline is met by whoever does what the sentence promises or asks. */
static void share_who(struct act *acts, size_t n)
{
	const struct act *main_act = NULL;

	for (size_t i = 0; i < n; i++)
		if (acts[i].kind <= ACT_MEETING &&
		    (!main_act || acts[i].confidence > main_act->confidence))
			main_act = &acts[i];
	for (size_t i = 0; main_act && i < n; i++)
		if (acts[i].kind == ACT_DEADLINE) {
			acts[i].who = main_act->who;
			acts[i].who_name = main_act->who_name;
		}
}

/*
 * Gives the acts of the sentence just before i that ask or promise, and have
 * no date, this one. By when an answer is wanted goes before the later date
 * of what was asked about. Says whether there are any.
 */
static bool lend_deadline(
    const struct findings *f, size_t i, const struct due *due, bool is_answer)
{
	bool is_lent = false;

	for (size_t k = f->n_acts; k-- > 0 && f->acts[k].sentence + 1 >= i;) {
		struct act *act = &f->acts[k];

		bool is_ask =
		    act->kind == ACT_REQUEST || act->kind == ACT_QUESTION;

		if (act->confidence >= CERTAIN &&
		    (is_answer ? is_ask : act->kind <= ACT_MEETING) &&
		    (!act->due.is_set ||
			(is_answer && due->at.utc_s < act->due.at.utc_s))) {
			act->due = *due;
			is_lent = true;
		}
	}
	return is_lent;
}

/* "Sometime next week." */
static bool is_only_a_time(const struct heard *h)
{
	size_t len = h->plain.len_bytes;

	while (len && !str_alpha(h->plain.data[len - 1]) &&
	       !str_digit(h->plain.data[len - 1]))
		len--;
	return h->n_times == 1 && !h->times[0].offset &&
	       h->times[0].len_bytes >= len;
}

/* "Monday ok?": it begins with its time, or has but a word before it. */
static bool opens_with_time(const struct heard *h)
{
	size_t words = 0;

	if (!h->n_times)
		return false;
	for (size_t i = 0; i < h->times[0].offset; i++)
		words += h->plain.data[i] == ' ';
	return words <= 1;
}

/* The acts that the sentence surely performs, as bits. */
static unsigned surely(const struct act *acts, size_t n)
{
	unsigned kinds = 0;

	for (size_t k = 0; k < n; k++)
		if (acts[k].confidence >= CERTAIN)
			kinds |= 1U << acts[k].kind;
	return kinds;
}

/*
 * Dates that stand beside the sentence: a promise that only says yes is for
 * when it was asked for; a line like "Due: Friday", or of a date and nothing
 * else, or that only says of one that it will do, is about what is above.
 * As a question such a date asks nothing of its own.
 */
static void attach_beside(const struct detection *d, const struct heard *h,
    size_t i, const struct findings *f, struct act *acts, size_t n)
{
	const struct anchor whole = {
	    .kind = ACT_REQUEST, .end = h->plain.len_bytes};
	bool is_time = is_only_a_time(h);
	unsigned kinds = surely(acts, n) & ~(1U << ACT_DEADLINE);
	bool is_short = heard_words(h) <= SHORT_WORDS;
	bool is_answer =
	    kinds & 1U << ACT_ECHO && h->n_times == 1 && h->times[0].before;
	struct due due = {.text = ""};

	for (size_t k = 0; k < n; k++) {
		if (acts[k].kind == ACT_COMMITMENT && is_short && !h->n_times)
			(void)elsewhere_due_of_question(
			    &d->context, i, &acts[k].due);
		if (acts[k].kind == ACT_DEADLINE && is_short && !kinds)
			due = acts[k].due;
	}
	if (!due.is_set &&
	    (is_answer ||
		(is_short && is_time && !(kinds & ~(1U << ACT_QUESTION))) ||
		((kinds & 1U << ACT_ECHO) && opens_with_time(h))))
		due = attach_due(
		    d->arena, h->plain, h->times, h->n_times, &whole, 1, 0);
	if (!due.is_set || !lend_deadline(f, i, &due, is_answer))
		return;
	for (size_t k = 0; is_time && k < n; k++)
		if (acts[k].kind == ACT_QUESTION)
			acts[k].confidence = 0;
}

/* "Date: March 4", "Time: noon": words, a colon, a time and no more. */
static bool is_label(const struct heard *h)
{
	const struct time_expr *t = h->times;
	size_t at;

	if (h->n_times != 1 || heard_words(h) > LABEL_WORDS)
		return false;
	at = t->offset;
	while (at && h->plain.data[at - 1] == ' ')
		at--;
	return at && h->plain.data[at - 1] == ':' &&
	       t->offset + t->len_bytes + 1 >= h->plain.len_bytes;
}

/* The line of the hour, below that of its day, is of the same meeting. */
static void join_labels(
    const struct heard *h, const struct findings *f, struct act *acts, size_t n)
{
	const struct time_expr *t = h->times;

	if (t->grain >= GRAIN_PART || !t->has_due)
		return;
	for (size_t k = 0; k < n; k++)
		for (size_t j = f->n_acts; j-- > 0;) {
			struct act *day = &f->acts[j];

			if (day->sentence + 1 != acts[k].sentence)
				break;
			if (acts[k].kind != ACT_MEETING ||
			    day->kind != ACT_MEETING ||
			    day->due.grain != GRAIN_DAY ||
			    civil_day_of(day->due.at) != civil_day_of(t->start))
				continue;
			day->due = acts[k].due;
			acts[k].confidence = 0;
		}
}

/*
 * "Please send me by Friday:" asks for what stands below it: that is due then,
 * and the head asks for nothing else.
 */
static void take_from_head(
    const struct heard *h, const struct findings *f, struct act *acts, size_t n)
{
	struct due due = {.text = ""};

	if (!h->is_wanted || !(surely(acts, n) & 1U << ACT_REQUEST))
		return;
	for (size_t k = 0; k < f->n_acts; k++) {
		struct act *act = &f->acts[k];

		if (act->sentence != h->head ||
		    (act->kind != ACT_REQUEST && act->kind != ACT_DEADLINE))
			continue;
		if (act->due.is_set)
			due = act->due;
		act->confidence = 0;
	}
	for (size_t k = 0; due.is_set && k < n; k++)
		if (acts[k].kind == ACT_REQUEST && !acts[k].due.is_set)
			acts[k].due = due;
}

static void add_acts(
    struct detection *d, const struct heard *h, size_t i, struct findings *f)
{
	struct anchor anchors[ACT_KINDS];
	struct act *acts = f->acts + f->n_acts;
	size_t n = 0;

	for (int kind = 0; kind < ACT_BULK; kind++) {
		const struct rule_hit *hit;

		if (!h->result.is_spoken_for[kind] ||
		    (f->is_bulk && kind != ACT_ABSENCE) ||
		    f->n_acts + n >= LIMIT_ACTS)
			continue;
		hit = loudest(&h->result, (enum act_kind)kind);
		anchors[n] = (struct anchor){.kind = (enum act_kind)kind,
		    .end = h->plain.len_bytes,
		    .is_sure = h->result.confidence[kind] >= CERTAIN};
		if (hit && hit->target == TARGET_SENTENCE &&
		    hit->span.start != (size_t)-1) {
			anchors[n].start = hit->span.start;
			anchors[n].end = hit->span.end;
		}
		acts[n] = (struct act){.kind = (enum act_kind)kind,
		    .sentence = i,
		    .text = d->letter->sentences[i].text,
		    .confidence = h->result.confidence[kind] *
				  (d->is_foreign ? FOREIGN_TRUST : 1) *
				  pasted_trust[h->pasted]};
		set_who(d, h, &acts[n]);
		set_rules(d->arena, &h->result, &acts[n]);
		n++;
	}
	for (size_t k = 0; k < n; k++)
		acts[k].due = attach_due(
		    d->arena, h->plain, h->times, h->n_times, anchors, n, k);
	for (size_t k = 0; h->above.is_set && k < n; k++)
		if (acts[k].kind <= ACT_MEETING && !acts[k].due.is_set)
			acts[k].due = h->above;
	attach_beside(d, h, i, f, acts, n);
	take_from_head(h, f, acts, n);
	if (i && is_label(h) && is_label(h - 1))
		join_labels(h, f, acts, n);
	be_promised(acts, n);
	share_who(acts, n);
	f->n_acts += n;
}

/*
 * "Can you join us?" below "Meeting on Friday": where a sentence has no time
 * at all, the meeting is when the subject says that it is.
 */
static void lend_occasion(
    struct detection *d, const struct heard *all, struct findings *f)
{
	for (size_t i = 0; all && d->n_occasions && i < f->n_acts; i++) {
		struct act *act = &f->acts[i];

		if (act->kind == ACT_MEETING && !act->due.is_set &&
		    act->confidence >= CERTAIN && !all[act->sentence].n_times)
			(void)elsewhere_due_of_subject(&d->context,
			    d->occasions, d->n_occasions, &act->due);
	}
}

/* The quoted question that the sentence stands under, for what it answers. */
static void add_inline(const struct letter *l, size_t i, struct findings *f)
{
	size_t answers = l->sentences[i].answers;

	if (answers >= l->n_quoted || !l->quoted[answers].is_question ||
	    f->is_bulk || f->n_acts >= LIMIT_ACTS)
		return;
	f->acts[f->n_acts++] = (struct act){.kind = ACT_INLINE,
	    .sentence = i,
	    .text = l->quoted[answers].text,
	    .who_name = "",
	    .confidence = 1,
	    .due = {.text = ""}};
}

struct findings *detect(struct arena *a, struct rules *rules,
    const struct letter *l, const struct me *me, enum direction direction)
{
	struct findings *f = arena_alloc(a, sizeof(*f));
	struct detection d;
	struct heard *all = hear_letter(&d, a, rules, l, me, direction, f);

	f->acts = arena_array(a, LIMIT_ACTS, sizeof(*f->acts));
	for (size_t i = 0; all && i < l->n_sentences; i++)
		if (!all[i].result.is_nothing) {
			add_acts(&d, &all[i], i, f);
			add_inline(l, i, f);
		}
	lend_occasion(&d, all, f);
	return f;
}

struct hearing detect_hearing(struct arena *a, struct rules *rules,
    const struct letter *l, const struct me *me, enum direction direction)
{
	struct findings f = {.n_acts = 0};
	struct detection d;
	struct heard *all = hear_letter(&d, a, rules, l, me, direction, &f);
	struct hearing h = {.language = f.language, .is_bulk = f.is_bulk};

	h.results = arena_array(a, l->n_sentences + 1, sizeof(*h.results));
	for (size_t i = 0; all && i < l->n_sentences; i++)
		h.results[h.n++] = &all[i].result;
	return h;
}
