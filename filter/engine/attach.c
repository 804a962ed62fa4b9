/* SPDX-License-Identifier: ISC */
/*
 * Which time of a sentence belongs to which of its acts: by their distance,
 * with a clause's end in between counting as far away.
 */
#include "engine/attach.h"
#include "base/arena.h"
#include "rule/match.h"

#include <string.h>

/* In bytes of text: what a separator and the wrong side count as. */
#define CLAUSE_BYTES   60
#define BEFORE_BYTES   30
#define DEADLINE_BYTES 40 /* how much nearer "by" makes a time */
#define SEVERAL_BYTES  16 /* at most between times that go together */
#define SEVERAL_BLANKS 2  /* of these, around one word */
#define ASIDES         16 /* of a sentence that are looked at */

static bool is_separator(char c)
{
	return c == ',' || c == ';' || c == ':' || c == '(' || c == '-';
}

static long distance(
    struct span s, const struct time_expr *t, const struct anchor *at)
{
	size_t end = t->offset + t->len_bytes, from, to;
	long d;

	if (t->offset >= at->end) {
		from = at->end;
		to = t->offset;
	} else if (end <= at->start) {
		from = end;
		to = at->start;
	} else {
		return t->before ? -DEADLINE_BYTES : 0;
	}
	d = (long)(to - from);
	for (size_t i = from; i < to && i < s.len_bytes; i++)
		if (is_separator(s.data[i]))
			d += CLAUSE_BYTES;
	if (t->offset < at->start)
		d += BEFORE_BYTES;
	return t->before ? d - DEADLINE_BYTES : d;
}

/*
 * What only says how another act is meant, and so has no time of its own.
 * What moves a meeting says when it is to be.
 */
static bool is_manner(enum act_kind kind)
{
	return kind == ACT_REVISE || kind == ACT_WORD || kind == ACT_CALL ||
	       kind == ACT_REMIND || kind == ACT_ACCEPT || kind == ACT_ECHO;
}

/* Whether another act of the same sentence is clearly nearer to t. */
static bool is_taken(struct span s, const struct time_expr *t,
    const struct anchor *anchors, size_t n, size_t i)
{
	long mine = distance(s, t, &anchors[i]);

	for (size_t k = 0; k < n; k++)
		if (k != i && (anchors[k].is_sure || !t->before) &&
		    !is_manner(anchors[k].kind) &&
		    anchors[k].start != anchors[i].start &&
		    distance(s, t, &anchors[k]) + CLAUSE_BYTES <= mine)
			return true;
	return false;
}

static bool is_promise(enum act_kind kind)
{
	return kind == ACT_COMMITMENT;
}

static bool is_ask(enum act_kind kind)
{
	return kind == ACT_REQUEST || kind == ACT_QUESTION;
}

/*
 * "Tell me what you need and I'll get it by Monday": what one side does and
 * then the other, with the time behind the second.
 */
static bool is_behind_other_side(
    const struct time_expr *t, const struct anchor *anchors, size_t n, size_t i)
{
	enum act_kind mine = anchors[i].kind;

	for (size_t k = 0; k < n; k++) {
		enum act_kind other = anchors[k].kind;

		if (((is_promise(mine) && is_ask(other)) ||
			(is_ask(mine) && is_promise(other))) &&
		    anchors[k].is_sure && anchors[k].start >= anchors[i].end &&
		    t->offset >= anchors[k].end)
			return true;
	}
	return false;
}

/*
 * "We meet this year", "the projects of 2000": so long a time only says in
 * which one something lies, unless it is said to be the limit.
 */
static bool is_too_long(const struct time_expr *t, enum act_kind kind)
{
	bool is_long = t->grain == GRAIN_QUARTER || t->grain == GRAIN_YEAR;

	return is_long && !t->before && kind != ACT_DEADLINE;
}

/*
 * What says "by" is when it is due all the same, unless the aside takes that
 * very word for its own and ends with it: "I am out until".
 */
static bool is_beside(const struct time_expr *t, const struct regex_span *aside)
{
	size_t end = t->offset + t->len_bytes;

	if (t->before)
		return aside->end > t->offset && aside->end < end;
	return t->offset <= aside->end + 1 && end > aside->start;
}

void attach_asides(struct matcher *m, const struct rule_result *heard,
    struct time_expr *times, size_t n_times)
{
	struct regex_span asides[ASIDES];
	size_t n;

	/* Few sentences with a time promise or ask anything. */
	if (!n_times || !(heard->is_spoken_for[ACT_COMMITMENT] ||
			    heard->is_spoken_for[ACT_REQUEST] ||
			    heard->is_spoken_for[ACT_QUESTION]))
		return;
	n = rules_asides(m, TARGET_SENTENCE, asides, ASIDES);
	for (size_t k = 0; k < n_times; k++)
		for (size_t i = 0; i < n; i++)
			times[k].is_aside |= is_beside(&times[k], &asides[i]);
}

static bool does_surely(
    const struct anchor *anchors, size_t n, enum act_kind kind)
{
	for (size_t k = 0; k < n; k++)
		if (anchors[k].kind == kind && anchors[k].is_sure)
			return true;
	return false;
}

/*
 * Whether the time is of something else: what one meets for is when one
 * meets, unless that is only spoken of in a promise. A question that
 * proposes a meeting asks about its time.
 */
static bool is_of_another(const struct time_expr *t,
    const struct anchor *anchors, size_t n, enum act_kind kind)
{
	if (!t->is_aside)
		return false;
	if (kind == ACT_MEETING)
		return does_surely(anchors, n, ACT_COMMITMENT);
	if (kind == ACT_QUESTION)
		return !does_surely(anchors, n, ACT_MEETING);
	return is_promise(kind) || is_ask(kind) || kind == ACT_DEADLINE;
}

/* "Starts at 11:30 and lasts till 1:00": one meets when it begins. */
static bool is_only_its_end(const struct time_expr *t,
    const struct time_expr *times, size_t n, enum act_kind kind)
{
	for (size_t k = 0; kind == ACT_MEETING && t->before && k < n; k++)
		if (times[k].has_due && !times[k].before && !times[k].after &&
		    times[k].offset < t->offset &&
		    civil_day_of(times[k].due) == civil_day_of(t->due))
			return true;
	return false;
}

/* "April 27 - April 29": something to be done until they are over. */
static bool is_several_days(const struct time_expr *t)
{
	return t->has_due && t->has_end && t->grain >= GRAIN_DAY &&
	       t->due.utc_s == t->start.utc_s && t->end.utc_s > t->start.utc_s;
}

/* "And leave on" between two times tells of two things. */
static bool are_joined(struct span s, size_t from, size_t to)
{
	size_t blanks = 0;

	for (size_t i = from; i < to && i < s.len_bytes; i++)
		blanks += s.data[i] == ' ';
	return blanks <= SEVERAL_BLANKS;
}

/*
 * "July 5 or 7", "Friday and Saturday": times that follow each other at
 * once are one answer, and the last of them is when it is over.
 */
static const struct time_expr *last_of_several(struct span sentence,
    const struct time_expr *best, const struct time_expr *times, size_t n_times,
    enum act_kind kind)
{
	for (size_t k = 0; best->has_due && k < n_times; k++) {
		const struct time_expr *t = &times[k];
		size_t end = best->offset + best->len_bytes;

		if (t->has_due && t->is_aside == best->is_aside &&
		    (best->before || !t->before) && t->offset >= end &&
		    t->offset - end <= SEVERAL_BYTES &&
		    t->due.utc_s > best->due.utc_s &&
		    (kind != ACT_MEETING ||
			are_joined(sentence, end, t->offset)))
			best = t;
	}
	return best;
}

/* "The meeting on Friday starts at 11:30": the hour of the day one meets. */
static const struct time_expr *hour_of(const struct time_expr *best,
    const struct time_expr *times, size_t n_times, enum act_kind kind)
{
	if (kind != ACT_MEETING || best->grain != GRAIN_DAY || best->has_end)
		return best;
	for (size_t k = 0; k < n_times; k++) {
		const struct time_expr *t = &times[k];

		if (t->has_due && !t->past && !t->before && !t->after &&
		    t->grain < GRAIN_PART && t->offset > best->offset &&
		    civil_day_of(t->start) == civil_day_of(best->start))
			return t;
	}
	return best;
}

/*
 * "Between 1:30 and 4:00": one meets when it begins, and is asked to; what is
 * to be done is done when it is over.
 */
static bool is_its_start(const struct time_expr *t,
    const struct anchor *anchors, size_t n, enum act_kind kind)
{
	return t->has_due && t->has_end && !t->before &&
	       t->grain < GRAIN_PART &&
	       (kind == ACT_MEETING ||
		   (kind == ACT_QUESTION &&
		       does_surely(anchors, n, ACT_MEETING)));
}

/* A limit is what says that it is one, if anything in the sentence does. */
static bool is_no_limit(const struct time_expr *t,
    const struct time_expr *times, size_t n, enum act_kind kind)
{
	for (size_t k = 0; kind == ACT_DEADLINE && !t->before && k < n; k++)
		if (times[k].before && times[k].has_due && !times[k].is_aside)
			return true;
	return false;
}

/* "Fridays; this Friday, the 14th, at four": the day that is named itself. */
static bool is_one_of_many(
    const struct time_expr *t, const struct time_expr *times, size_t n)
{
	for (size_t k = 0; t->is_each && k < n; k++)
		if (!times[k].is_each && times[k].has_due && !times[k].after &&
		    !times[k].is_aside && times[k].grain <= GRAIN_DAY)
			return true;
	return false;
}

/*
 * Of two that stand as near a question means the one with its hour: "I leave
 * on Friday, so Tuesday the 10th at ten?"
 */
static bool is_nearer(struct span s, const struct time_expr *t,
    const struct time_expr *than, const struct anchor *anchor)
{
	long mine = distance(s, t, anchor), other = distance(s, than, anchor);

	if (mine != other || anchor->kind != ACT_QUESTION)
		return mine < other;
	return t->is_dated && t->grain < GRAIN_PART &&
	       than->grain >= GRAIN_DAY && !than->before &&
	       t->offset > than->offset;
}

struct due attach_due(struct arena *a, struct span sentence,
    const struct time_expr *times, size_t n_times, const struct anchor *anchors,
    size_t n_anchors, size_t i)
{
	const struct time_expr *best = NULL;
	struct due due = {.text = ""};

	for (size_t k = 0; k < n_times; k++) {
		const struct time_expr *t = &times[k];

		if ((!t->has_due && !t->vague) || t->past || t->after ||
		    is_too_long(t, anchors[i].kind) ||
		    is_only_its_end(t, times, n_times, anchors[i].kind) ||
		    is_no_limit(t, times, n_times, anchors[i].kind) ||
		    is_one_of_many(t, times, n_times) ||
		    is_of_another(t, anchors, n_anchors, anchors[i].kind) ||
		    is_behind_other_side(t, anchors, n_anchors, i) ||
		    is_taken(sentence, t, anchors, n_anchors, i))
			continue;
		if (!best || (t->has_due && !best->has_due) ||
		    (t->has_due == best->has_due &&
			is_nearer(sentence, t, best, &anchors[i])))
			best = t;
	}
	if (!best || best->is_doubtful)
		return due;
	best = last_of_several(sentence, best, times, n_times, anchors[i].kind);
	best = hour_of(best, times, n_times, anchors[i].kind);
	due.is_set = best->has_due;
	due.is_vague = !best->has_due;
	due.at = best->due;
	if (is_several_days(best))
		due.at.utc_s = best->end.utc_s - 1;
	else if (is_its_start(best, anchors, n_anchors, anchors[i].kind))
		due.at = best->start;
	due.grain = best->grain;
	due.text =
	    arena_strndup(a, sentence.data + best->offset, best->len_bytes);
	return due;
}
