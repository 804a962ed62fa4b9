/* SPDX-License-Identifier: ISC */
/*
 * What belongs to which act of a sentence: times by their distance, with
 * a clause's end in between counting as far away; names by vocatives.
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
#define LONGEST_NAME   40
#define ASIDES         16 /* of a sentence that are looked at */
#define CALL_WORDS     8  /* "Thanks Ann and Ben," */
#define SLIP_BYTES     5  /* in shorter names a slip makes another name */
#define SHORT_WORD     3  /* what may join names: "and", "&" */

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
	       kind == ACT_REMIND;
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
	for (size_t k = 0; k < n_times; k++) {
		struct time_expr *t = &times[k];

		for (size_t i = 0; i < n && !t->before; i++)
			t->is_aside |=
			    t->offset <= asides[i].end + 1 &&
			    t->offset + t->len_bytes > asides[i].start;
	}
}

/*
 * Whether the time is of something else: what one meets for is when one
 * meets, unless that is only spoken of in a promise.
 */
static bool is_of_another(const struct time_expr *t,
    const struct anchor *anchors, size_t n, enum act_kind kind)
{
	if (!t->is_aside)
		return false;
	for (size_t k = 0; kind == ACT_MEETING && k < n; k++)
		if (anchors[k].kind == ACT_COMMITMENT && anchors[k].is_sure)
			return true;
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

/*
 * "July 5 or 7", "Friday and Saturday": times that follow each other at
 * once are one answer, and the last of them is when it is over.
 */
static const struct time_expr *last_of_several(
    const struct time_expr *best, const struct time_expr *times, size_t n_times)
{
	for (size_t k = 0; best->has_due && k < n_times; k++) {
		const struct time_expr *t = &times[k];
		size_t end = best->offset + best->len_bytes;

		if (t->has_due && t->offset >= end &&
		    t->offset - end <= SEVERAL_BYTES &&
		    t->due.utc_s > best->due.utc_s)
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
		    is_of_another(t, anchors, n_anchors, anchors[i].kind) ||
		    is_behind_other_side(t, anchors, n_anchors, i) ||
		    is_taken(sentence, t, anchors, n_anchors, i))
			continue;
		if (!best || (t->has_due && !best->has_due) ||
		    (t->has_due == best->has_due &&
			distance(sentence, t, &anchors[i]) <
			    distance(sentence, best, &anchors[i])))
			best = t;
	}
	if (!best || best->is_doubtful)
		return due;
	best = last_of_several(best, times, n_times);
	best = hour_of(best, times, n_times, anchors[i].kind);
	due.is_set = best->has_due;
	due.is_vague = !best->has_due;
	due.at = best->due;
	if (is_several_days(best))
		due.at.utc_s = best->end.utc_s - 1;
	due.grain = best->grain;
	due.text =
	    arena_strndup(a, sentence.data + best->offset, best->len_bytes);
	return due;
}

/* The word at s, with bytes beyond ASCII taken for letters. */
static size_t word_length(const char *s, size_t len)
{
	size_t n = 0;

	while (n < len &&
	       (str_alpha(s[n]) || (unsigned char)s[n] >= 0x80 || s[n] == '\''))
		n++;
	return n;
}

static bool has_word(const char *text, struct span word)
{
	size_t len = strlen(text);

	for (size_t i = 0; i < len;) {
		size_t n = word_length(text + i, len - i);

		if (n == word.len_bytes && str_same_n(text + i, word.data, n))
			return true;
		i += n ? n : 1;
	}
	return false;
}

bool attach_is_name_of(struct span name, const struct mailbox *m)
{
	char local[LONGEST_NAME + 1];
	size_t n = strcspn(m->addr, "@");

	if (name.len_bytes < 2)
		return false;
	if (m->name[0] && has_word(m->name, name))
		return true;
	if (n > LONGEST_NAME)
		return false;
	memcpy(local, m->addr, n);
	local[n] = '\0';
	return has_word(local, name);
}

bool attach_names(struct span names, const struct mailbox *m)
{
	for (size_t i = 0; i < names.len_bytes;) {
		size_t n = word_length(names.data + i, names.len_bytes - i);

		if (n && attach_is_name_of((struct span){names.data + i, n}, m))
			return true;
		i += n ? n : 1;
	}
	return false;
}

static const struct mailbox *named(
    struct span name, const struct mailbox *boxes, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (attach_is_name_of(name, &boxes[i]))
			return &boxes[i];
	return NULL;
}

/* "Jean-Luc" is one word. */
static size_t name_length(struct span s, size_t at)
{
	size_t n = word_length(s.data + at, s.len_bytes - at);

	while (n && at + n + 1 < s.len_bytes && s.data[at + n] == '-') {
		size_t more =
		    word_length(s.data + at + n + 1, s.len_bytes - at - n - 1);

		if (!more)
			break;
		n += 1 + more;
	}
	return n;
}

static bool is_capital(char c)
{
	return (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

size_t attach_first_name(struct span names)
{
	size_t at = 0, end = 0;

	while (at < names.len_bytes && is_capital(names.data[at])) {
		end = at + name_length(names, at);
		at = end;
		if (at < names.len_bytes && str_space(names.data[at]))
			at++;
	}
	return end ? end : names.len_bytes;
}

/* Past blanks and marks; whether a comma, colon or dash was among them. */
static size_t skip_marks(struct span s, size_t at, bool *ends_r)
{
	size_t from = at;

	*ends_r = false;
	while (
	    at < s.len_bytes && strchr(" ,:;-.&/", s.data[at]) && s.data[at]) {
		/* "Ann - " or "Ann- ": else the word goes on. */
		bool is_dash = s.data[at] == '-' &&
			       (at > from || (at + 1 < s.len_bytes &&
						 s.data[at + 1] == ' '));

		*ends_r |= s.data[at] == ',' || s.data[at] == ':' || is_dash;
		at++;
	}
	return at;
}

/* One letter is wrong, missing or too many, or two have changed places. */
static bool is_slip(struct span typed, const char *name, size_t len)
{
	size_t n = typed.len_bytes < len ? typed.len_bytes : len;
	size_t longest = typed.len_bytes + len - n, same = 0, rest;
	const char *a = typed.data, *b = name;

	if (n < SLIP_BYTES || longest - n > 1 || !str_same_n(a, b, 1))
		return false;
	while (same < n && str_same_n(a + same, b + same, 1))
		same++;
	rest = n - same;
	if (longest > n)
		return typed.len_bytes > len
			   ? str_same_n(a + same + 1, b + same, rest)
			   : str_same_n(a + same, b + same + 1, rest);
	if (rest && str_same_n(a + same + 1, b + same + 1, rest - 1))
		return true;
	return rest > 1 && str_same_n(a + same, b + same + 1, 1) &&
	       str_same_n(a + same + 1, b + same, 1) &&
	       str_same_n(a + same + 2, b + same + 2, rest - 2);
}

/* The only one whose name was meant by the slip. */
static const struct mailbox *slipped(
    struct span typed, const struct mailbox *boxes, size_t n)
{
	const struct mailbox *found = NULL;

	for (size_t i = 0; i < n; i++)
		for (const char *s = boxes[i].name; *s;) {
			size_t len = word_length(s, strlen(s));

			if (len && is_slip(typed, s, len)) {
				if (found && found != &boxes[i])
					return NULL;
				found = &boxes[i];
			}
			s += len ? len : 1;
		}
	return found;
}

/* The recipient of that name; the sender signs with theirs. */
static const struct mailbox *called_exactly(
    struct span name, const struct letter *l)
{
	const struct mailbox *m;

	if (attach_is_name_of(name, &l->from))
		return NULL;
	m = named(name, l->to, l->n_to);
	return m ? m : named(name, l->cc, l->n_cc);
}

static const struct mailbox *called(struct span name, const struct letter *l)
{
	const struct mailbox *m;

	if (!is_capital(name.data[0]) || attach_is_name_of(name, &l->from))
		return NULL;
	m = called_exactly(name, l);
	if (!m)
		m = slipped(name, l->to, l->n_to);
	return m ? m : slipped(name, l->cc, l->n_cc);
}

bool attach_speaks_of(struct span s, const struct mailbox *m)
{
	size_t words = 0;
	bool goes_on = false; /* a word in lower case and a blank lie before */

	for (size_t at = 0; at < s.len_bytes;) {
		size_t n = word_length(s.data + at, s.len_bytes - at);
		size_t end = at + n;

		if (n && goes_on && words > 1 && is_capital(s.data[at]) &&
		    end + 1 < s.len_bytes && str_space(s.data[end]) &&
		    str_alpha(s.data[end + 1]) &&
		    attach_is_name_of((struct span){s.data + at, n}, m))
			return true;
		words += n > 0;
		goes_on = n && !is_capital(s.data[at]) && end < s.len_bytes &&
			  str_space(s.data[end]);
		at = end + (goes_on || !n);
	}
	return false;
}

/* "ann, could you": in small letters, but a name with its mark. */
static const struct mailbox *called_small(struct span s, const struct letter *l)
{
	size_t n = name_length(s, 0);

	if (!n || n + 1 >= s.len_bytes || n > LONGEST_NAME ||
	    is_capital(s.data[0]) || !strchr(",:-", s.data[n]) ||
	    s.data[n + 1] != ' ')
		return NULL;
	return called_exactly((struct span){s.data, n}, l);
}

const struct mailbox *attach_last_call(struct span s, const struct letter *l)
{
	const struct mailbox *m;
	size_t end = s.len_bytes, at, before;

	while (end && strchr("?! ", s.data[end - 1]))
		end--;
	if (end == s.len_bytes || !memchr(s.data + end, '?', s.len_bytes - end))
		return NULL;
	at = end;
	while (at && s.data[at - 1] != ',')
		at--;
	if (at < 2 || at + 1 >= end || s.data[at] != ' ' ||
	    end - at > LONGEST_NAME)
		return NULL;
	for (before = at - 1; before && !str_space(s.data[before - 1]);)
		before--;
	if (!before || is_capital(s.data[before]))
		return NULL; /* "to Dana, Ann." */
	at++;
	m = called((struct span){s.data + at, end - at}, l);
	return name_length(s, at) == end - at ? m : NULL;
}

/*
 * Names with capitals, and short words between them, as far as the last
 * comma, colon or dash before a word that is neither.
 */
struct call attach_call(struct span s, const struct letter *l)
{
	struct call call = {.n = 0}, so_far = {.n = 0};
	size_t at = 0, words = 0;
	bool ends = false, is_name = false; /* the last word was one */
	const struct mailbox *small = called_small(s, l);

	if (small)
		return (struct call){.who = {small}, .n = 1, .words = 1};
	if (s.len_bytes && s.data[0] == '@')
		at++;
	while (at < s.len_bytes && words < CALL_WORDS) {
		size_t n = name_length(s, at);
		struct span name = {s.data + at, n};
		const struct mailbox *m;

		if (!n || n > LONGEST_NAME ||
		    (!is_capital(s.data[at]) && (!call.n || n > SHORT_WORD)))
			break;
		m = called(name, l);
		is_name = m != NULL;
		if (m && call.n < CALL_NAMES &&
		    (!call.n || call.who[call.n - 1] != m))
			call.who[call.n++] = m;
		call.words = ++words;
		at = skip_marks(s, at + n, &ends);
		if (ends || (at >= s.len_bytes && is_name))
			so_far = call;
	}
	/* "Ann Hall, director" in a list calls nobody. */
	so_far.is_whole = at >= s.len_bytes && (ends || (so_far.n && is_name));
	return so_far;
}
