/* SPDX-License-Identifier: ISC */
/*
 * A letter's sentences to acts: gathers what is known of a sentence, lets
 * the rules speak, and reads the due date and the person off the sentence.
 * Knows no language and judges nothing by itself.
 */
#include "engine/detect.h"
#include "base/arena.h"
#include "base/limits.h"
#include "engine/attach.h"
#include "engine/bulk.h"
#include "engine/context.h"
#include "rule/match.h"
#include "rule/recognize.h"
#include "rule/rules.h"
#include "when/when.h"

#include <string.h>

#define CERTAIN     0.5
#define SHORT_WORDS 5
#define LONG_WORDS  40
#define MANY_PEOPLE 10
/* Of a letter that shows no language by itself, with all that it quotes. */
#define SEEN_BYTES 8192
/* In another language little is what it seems; kept, but rarely shown. */
#define FOREIGN_TRUST 0.5

/* Flags of mail in which nobody speaks to anybody. */
#define MACHINE \
	(LETTER_AUTOMATIC | LETTER_REPORT | LETTER_ANNOUNCEMENT | LETTER_OWN)

struct detection {
	struct arena *arena;
	struct rules *rules;
	struct matcher *matcher;
	const struct language *language;
	bool is_foreign; /* the letter is in none that is known */
	const struct letter *letter;
	const struct me *me;
	uint32_t facts; /* that hold for every sentence */
	bool has_lost_blanks;
	struct context context;
	const struct mailbox *addressee; /* called by a line of names */
	struct span subject, from;
};

/* One sentence and what was found in it. */
struct heard {
	struct span plain;
	struct time_expr *times;
	size_t n_times;
	const struct mailbox *called;    /* by name in the sentence */
	const struct mailbox *addressee; /* or above it */
	bool is_lone_name;               /* no recipient's, after others' */
	struct rule_result result;
};

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

static size_t count_words(struct span s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.len_bytes; i++)
		n += !str_space(s.data[i]) &&
		     (i == 0 || str_space(s.data[i - 1]));
	return n;
}

static bool is_question(struct span s)
{
	while (s.len_bytes && strchr("\"')> ", s.data[s.len_bytes - 1]))
		s.len_bytes--;
	return s.len_bytes && s.data[s.len_bytes - 1] == '?';
}

/*
 * Some mailers put "?" for a blank that does not break: ".?" and "a?b" tell
 * that it happened, and then no question mark
 * can be believed.
 */
static bool has_lost_blanks(const struct letter *l)
{
	size_t lost = 0;

	for (size_t i = 0; i < l->n_sentences; i++) {
		const struct sentence *s = &l->sentences[i];

		for (size_t k = 1; k < s->text_len; k++) {
			char before = s->text[k - 1];

			lost += s->text[k] == '?' &&
				(before == '.' || before == ',' ||
				    (str_alpha(before) && k + 1 < s->text_len &&
					str_alpha(s->text[k + 1])));
		}
	}
	return lost > 1;
}

static uint32_t sentence_facts(
    const struct detection *d, const struct heard *h, size_t i)
{
	const struct sentence *s = &d->letter->sentences[i];
	size_t words = count_words(h->plain);
	uint32_t f = d->facts | time_facts(h);

	if (!d->has_lost_blanks && is_question(h->plain))
		f |= FACT_IS_QUESTION;
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

/*
 * Whom the sentence is for: whom it calls, or else whom a line of names
 * above it called, or the letter's first words. Of several it is for the
 * user, if they are among them.
 */
static void hear_call(struct detection *d, struct heard *h, bool is_first)
{
	struct call call = attach_call(h->plain, d->letter);

	for (size_t i = 0; i < call.n; i++)
		if (!h->called || me_has(d->me, call.who[i]->addr))
			h->called = call.who[i];
	if (call.is_whole || (is_first && h->called))
		d->addressee = h->called;
	h->addressee = h->called ? h->called : d->addressee;
	h->is_lone_name = call.is_whole && !call.n && !is_me_alone(d) &&
			  !me_has(d->me, d->letter->from.addr) &&
			  (is_first || ends_with(h->plain, ','));
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
	    attach_names(name, &me) || attach_names(name, &d->letter->from))
		return;
	name.len_bytes = attach_first_name(name);
	stranger = arena_alloc(d->arena, sizeof(*stranger));
	*stranger = (struct mailbox){
	    .name = arena_strndup(d->arena, name.data, name.len_bytes),
	    .addr = ""};
	d->addressee = stranger;
}

static void hear(struct detection *d, struct heard *all, size_t i)
{
	const struct sentence *s = &d->letter->sentences[i];
	struct heard *h = &all[i];
	struct rule_input in = {.facts = 0};

	h->plain = rules_plain(d->arena, s->text, s->text_len);
	if (d->language->dates) {
		h->n_times =
		    when_find(d->arena, d->language->dates, h->plain.data,
			h->plain.len_bytes, d->letter->date, &h->times);
		context_lend(&d->context, i, h->plain, h->times, h->n_times);
	}
	hear_call(d, h, i == 0);
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
	in.facts = sentence_facts(d, h, i);
	rules_match_next(d->matcher, &in, &h->result);
	attach_asides(d->matcher, &h->result, h->times, h->n_times);
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
		const struct mailbox *m =
		    i < l->n_to ? &l->to[i] : &l->cc[i - l->n_to];

		if (me_has(d->me, m->addr) && attach_speaks_of(sentence, m))
			return !me_has(d->me, l->from.addr);
	}
	return false;
}

/* The first reader but the user, NULL when there is none. */
static const struct mailbox *another_reader(const struct detection *d)
{
	const struct letter *l = d->letter;

	for (size_t i = 0; i < l->n_to; i++)
		if (!me_has(d->me, l->to[i].addr))
			return &l->to[i];
	for (size_t i = 0; i < l->n_cc; i++)
		if (!me_has(d->me, l->cc[i].addr))
			return &l->cc[i];
	return NULL;
}

/* Of names that are to do something the user's own, else the first. */
static void set_named(
    const struct detection *d, struct span names, struct act *act)
{
	const struct letter *l = d->letter;
	struct span first = names;

	act->who = WHO_NAMED;
	for (size_t i = 0; i < l->n_to + l->n_cc; i++) {
		const struct mailbox *m =
		    i < l->n_to ? &l->to[i] : &l->cc[i - l->n_to];

		if (me_has(d->me, m->addr) && attach_names(names, m)) {
			act->who_name = m->addr;
			return;
		}
	}
	first.len_bytes = attach_first_name(names);
	act->who_name = arena_strndup(d->arena, first.data, first.len_bytes);
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

/* The acts of the sentence just before i that ask or promise and have no date.
 */
static void lend_deadline(
    const struct findings *f, size_t i, const struct due *due)
{
	for (size_t k = f->n_acts; k-- > 0 && f->acts[k].sentence + 1 >= i;) {
		struct act *act = &f->acts[k];

		if (act->kind <= ACT_MEETING && act->confidence >= CERTAIN &&
		    !act->due.is_set)
			act->due = *due;
	}
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

/*
 * Dates that stand beside the sentence: a promise that only says yes is for
 * when it was asked for; a line like "Due: Friday", or of a date and nothing
 * else, is about what is above.
 */
static void attach_beside(const struct detection *d, const struct heard *h,
    size_t i, const struct findings *f, struct act *acts, size_t n)
{
	bool is_short = count_words(h->plain) <= SHORT_WORDS;
	const struct act *deadline = NULL;

	for (size_t k = 0; is_short && k < n; k++)
		if (acts[k].kind == ACT_COMMITMENT && !h->n_times)
			(void)context_due_of_question(
			    &d->context, i, &acts[k].due);
	for (size_t k = 0; k < n; k++) {
		if (acts[k].kind == ACT_DEADLINE)
			deadline = &acts[k];
		else if (acts[k].confidence >= CERTAIN)
			is_short = false;
	}
	if (is_short && deadline && deadline->due.is_set) {
		lend_deadline(f, i, &deadline->due);
	} else if (is_short && is_only_a_time(h)) {
		const struct anchor whole = {
		    .kind = ACT_REQUEST, .end = h->plain.len_bytes};
		struct due due =
		    attach_due(d->arena, h->plain, h->times, 1, &whole, 1, 0);

		if (due.is_set)
			lend_deadline(f, i, &due);
	}
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
				  (d->is_foreign ? FOREIGN_TRUST : 1)};
		set_who(d, h, &acts[n]);
		set_rules(d->arena, &h->result, &acts[n]);
		n++;
	}
	for (size_t k = 0; k < n; k++)
		acts[k].due = attach_due(
		    d->arena, h->plain, h->times, h->n_times, anchors, n, k);
	attach_beside(d, h, i, f, acts, n);
	share_who(acts, n);
	f->n_acts += n;
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

/* Lets the rules speak on every sentence; NULL without a language. */
static struct heard *listen(struct detection *d, struct arena *a,
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
	d->has_lost_blanks = has_lost_blanks(l);
	for (size_t i = 0; i < l->n_sentences; i++)
		hear(d, all, i);
	f->bulk_confidence = bulk_confidence(d, all, l->n_sentences);
	f->is_bulk = flags & MACHINE || f->bulk_confidence >= CERTAIN;
	return all;
}

struct findings *detect(struct arena *a, struct rules *rules,
    const struct letter *l, const struct me *me, enum direction direction)
{
	struct findings *f = arena_alloc(a, sizeof(*f));
	struct detection d;
	struct heard *all = listen(&d, a, rules, l, me, direction, f);

	f->acts = arena_array(a, LIMIT_ACTS, sizeof(*f->acts));
	for (size_t i = 0; all && i < l->n_sentences; i++)
		if (!all[i].result.is_nothing)
			add_acts(&d, &all[i], i, f);
	return f;
}

struct hearing detect_hearing(struct arena *a, struct rules *rules,
    const struct letter *l, const struct me *me, enum direction direction)
{
	struct findings f = {.n_acts = 0};
	struct detection d;
	struct heard *all = listen(&d, a, rules, l, me, direction, &f);
	struct hearing h = {.language = f.language, .is_bulk = f.is_bulk};

	h.results = arena_array(a, l->n_sentences + 1, sizeof(*h.results));
	for (size_t i = 0; all && i < l->n_sentences; i++)
		h.results[h.n++] = &all[i].result;
	return h;
}
