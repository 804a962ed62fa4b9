/* SPDX-License-Identifier: ISC */
/*
 * The days that a letter's subject and the text that it quotes name: what an
 * answer is about that leaves its day to them. Reads them when first asked,
 * for few letters ask.
 */
#include "engine/elsewhere.h"
#include "base/arena.h"
#include "engine/context.h"
#include "rule/match.h"
#include "when/when.h"

#define DAY_S 86400
/* Days ahead in which what a subject or a quote says can still be meant. */
#define HORIZON_DAYS  60
#define QUOTED_BYTES  2048 /* of quotes that are searched for dates */
#define SAID_BYTES    2048 /* of the letter that is answered */
#define WORD_BYTES    10   /* of a subject that is but a day */
#define HEADER_BYTES  512  /* of the lines above it */
#define LATELY_DAYS   7    /* that it was written before */
#define DAYS_IN_A_ROW 2    /* at most, from the first to the last */
#define FIGURE_REACH  40   /* bytes between a date's words and its digits */

/* A day to come that is not a mere limit, nor several. */
bool elsewhere_is_day(const struct time_expr *t)
{
	return t->has_due && !t->is_doubtful && !t->past && !t->before &&
	       !t->after && t->grain <= GRAIN_DAY &&
	       (!t->has_end || t->end.utc_s - t->start.utc_s <= DAY_S);
}

int64_t elsewhere_days_ahead(const struct context *c, const struct time_expr *t)
{
	return civil_day_of(t->start) - civil_day_of(c->letter->date);
}

static int weekday_of(const struct time_expr *t)
{
	return civil_weekday(civil_day_of(t->start));
}

/* The only day among times that counts; several are an open choice. */
static const struct time_expr *only_day(const struct context *c,
    const struct time_expr *times, size_t n, bool is_foreign, int weekday)
{
	const struct time_expr *found = NULL;

	for (size_t k = 0; k < n; k++) {
		const struct time_expr *t = &times[k];

		/* "tomorrow", said on another day, is not our tomorrow. */
		if (!elsewhere_is_day(t) || t->lacks_day ||
		    elsewhere_days_ahead(c, t) > HORIZON_DAYS ||
		    (is_foreign && !t->is_dated && !t->lacks_week) ||
		    (weekday && (!t->is_dated || weekday_of(t) != weekday)))
			continue;
		if (found &&
		    civil_day_of(found->start) != civil_day_of(t->start))
			return NULL;
		found = t;
	}
	return found;
}

/* When the quoted letter below that line was written, if lately. */
static bool read_attribution(
    const struct context *c, const struct zone *z, struct stamp *said_r)
{
	const struct letter *l = c->letter;
	size_t len = z->len_bytes < HEADER_BYTES ? z->len_bytes : HEADER_BYTES;
	struct time_expr *times;
	size_t n = when_find(
	    c->arena, c->words, l->text + z->offset, len, l->date, &times);

	for (size_t k = 0; k < n; k++) {
		int64_t ahead = elsewhere_days_ahead(c, &times[k]);

		if (!times[k].is_dated || times[k].grain > GRAIN_DAY ||
		    ahead > 0 || ahead < -LATELY_DAYS ||
		    times[k].start.utc_s > l->date.utc_s)
			continue;
		*said_r = times[k].start;
		return true;
	}
	return false;
}

/* When the one letter was written that the text quotes; it knows no other. */
static bool quoted_when(const struct context *c, struct stamp *said_r)
{
	const struct letter *l = c->letter;
	const struct zone *only = NULL;

	for (size_t k = 0; k < l->n_zones; k++) {
		if (l->zones[k].kind != ZONE_ATTRIBUTION)
			continue;
		if (only)
			return false;
		only = &l->zones[k];
	}
	return only && read_attribution(c, only, said_r);
}

const struct time_expr *elsewhere_subject(struct context *c, int weekday)
{
	struct time_expr word;
	struct stamp said;

	if (!c->is_subject_read) {
		c->n_titled = when_find(c->arena, c->words, c->subject.data,
		    c->subject.len_bytes, c->letter->date, &c->titled);
		/* "Sat", which alone is a time in no sentence. */
		if (!c->n_titled && c->subject.len_bytes <= WORD_BYTES &&
		    when_resolve(c->arena, c->words, c->subject.data,
			c->letter->date, &word)) {
			c->titled = arena_array(c->arena, 1, sizeof(word));
			c->titled[c->n_titled++] = word;
		}
		/* "tomorrow" was said by whom it answers. */
		if (c->n_titled && c->letter->is_reply &&
		    quoted_when(c, &said)) {
			c->n_titled =
			    when_find(c->arena, c->words, c->subject.data,
				c->subject.len_bytes, said, &c->titled);
			c->is_subject_placed = true;
		}
	}
	c->is_subject_read = true;
	return only_day(c, c->titled, c->n_titled,
	    c->letter->is_reply && !c->is_subject_placed, weekday);
}

const struct time_expr *elsewhere_question(
    struct context *c, size_t i, int weekday)
{
	size_t answers = c->letter->sentences[i].answers, n;
	const struct quoted_text *q;
	struct time_expr *times;
	struct span text;

	if (answers >= c->letter->n_quoted)
		return NULL;
	q = &c->letter->quoted[answers];
	text = rules_plain(c->arena, q->text, q->text_len);
	n = when_find(c->arena, c->words, text.data, text.len_bytes,
	    c->letter->date, &times);
	return only_day(c, times, n, true, weekday);
}

bool elsewhere_due_of_question(
    const struct context *c, size_t i, struct due *due_r)
{
	size_t answers = c->letter->sentences[i].answers, n;
	const struct time_expr *found = NULL;
	const struct quoted_text *q;
	struct time_expr *times;
	struct span text;

	if (answers >= c->letter->n_quoted)
		return false;
	q = &c->letter->quoted[answers];
	text = rules_plain(c->arena, q->text, q->text_len);
	n = when_find(c->arena, c->words, text.data, text.len_bytes,
	    c->letter->date, &times);
	for (size_t k = 0; k < n; k++) {
		const struct time_expr *t = &times[k];

		/* "tomorrow", said on another day, is not our tomorrow. */
		if (!t->has_due || t->past || t->after ||
		    !(t->is_dated || t->lacks_week))
			continue;
		if (found)
			return false;
		found = t;
	}
	if (!found)
		return false;
	*due_r = (struct due){.is_set = true,
	    .at = found->due,
	    .grain = found->grain,
	    .text = arena_strndup(
		c->arena, text.data + found->offset, found->len_bytes)};
	return true;
}

/*
 * The next words around digits from s[*at] on, which then is behind them:
 * what has no digits names no date that counts, and is most of any quote.
 */
static bool next_figures(
    const char *s, size_t len, size_t *at, struct span *span_r)
{
	size_t from = *at, start, end;

	while (from < len && !str_digit(s[from]))
		from++;
	if (from == len)
		return false;
	start = from - *at > FIGURE_REACH ? from - FIGURE_REACH : *at;
	while (start > *at && !str_space(s[start - 1]))
		start--;
	end = from;
	for (size_t i = from; i < len && i - end < FIGURE_REACH; i++)
		if (str_digit(s[i]))
			end = i;
	end = len - end > FIGURE_REACH ? end + FIGURE_REACH : len;
	while (end < len && !str_space(s[end]))
		end++;
	*span_r = (struct span){s + start, end - start};
	*at = end;
	return true;
}

static void read_quote(struct context *c, const char *s, size_t len)
{
	struct time_expr *times;
	struct span figures;
	size_t at = 0, n;

	while (next_figures(s, len, &at, &figures)) {
		n = when_find(c->arena, c->words, figures.data,
		    figures.len_bytes, c->letter->date, &times);
		for (size_t t = 0; t < n; t++) {
			c->quoted = arena_grow(c->arena, c->quoted, c->n_quoted,
			    &c->cap_quoted, sizeof(*c->quoted));
			c->quoted[c->n_quoted++] = times[t];
		}
	}
}

static void read_quotes(struct context *c)
{
	const struct letter *l = c->letter;
	size_t left = QUOTED_BYTES;

	for (size_t k = 0; k < l->n_zones && !c->are_quotes_read; k++) {
		const struct zone *z = &l->zones[k];
		size_t len = z->len_bytes < left ? z->len_bytes : left;

		if (z->kind != ZONE_QUOTE && z->kind != ZONE_FORWARD)
			continue;
		read_quote(c, l->text + z->offset, len);
		left -= len;
	}
	c->are_quotes_read = true;
}

/* The date in quoted and forwarded text that falls on such a weekday. */
const struct time_expr *elsewhere_quotes(struct context *c, int weekday)
{
	read_quotes(c);
	return only_day(c, c->quoted, c->n_quoted, true, weekday);
}

/* A day to come, or several that are named together: "July 5-7". */
static bool are_days(const struct time_expr *t)
{
	return elsewhere_is_day(t) ||
	       (t->has_due && !t->past && !t->before && !t->after &&
		   t->grain == GRAIN_DAY && t->is_dated);
}

/* Makes the days from first to last reach to those of t. */
static void widen(const struct time_expr *t, bool *has, struct stamp *first,
    struct stamp *last)
{
	struct stamp end = t->start;

	if (t->has_end && t->grain == GRAIN_DAY)
		end.utc_s = t->end.utc_s - 1;
	if (!*has || t->start.utc_s < first->utc_s)
		*first = t->start;
	if (!*has || end.utc_s > last->utc_s)
		*last = end;
	*has = true;
}

/*
 * The days that the letter that is answered named from its own: "are you free
 * tomorrow?", asked yesterday. What it quotes itself is older.
 */
static bool days_as_said(
    struct context *c, struct stamp *first_r, struct stamp *last_r)
{
	const struct letter *l = c->letter;
	struct stamp said;
	bool is_said = false, has = false;
	struct time_expr *times;
	size_t n = 0;

	for (size_t k = 0; k < l->n_zones && !n; k++) {
		const struct zone *z = &l->zones[k];
		size_t len =
		    z->len_bytes < SAID_BYTES ? z->len_bytes : SAID_BYTES;

		if (z->kind == ZONE_ATTRIBUTION)
			is_said = read_attribution(c, z, &said);
		else if (z->kind == ZONE_QUOTE && is_said)
			n = when_find(c->arena, c->words, l->text + z->offset,
			    len, said, &times);
	}
	for (size_t k = 0; k < n; k++) {
		const struct time_expr *t = &times[k];

		if (!are_days(t) || t->lacks_day ||
		    t->due.utc_s <= l->date.utc_s ||
		    elsewhere_days_ahead(c, t) > HORIZON_DAYS)
			continue;
		widen(t, &has, first_r, last_r);
	}
	return has;
}

/*
 * The days to come that quoted text names, if there is but one, or a few in a
 * row: what a reply is about that names an hour or a weekday alone. The days
 * on which the quoted letters were written lie behind us.
 */
bool elsewhere_days(
    struct context *c, struct stamp *first_r, struct stamp *last_r)
{
	bool has = false;

	read_quotes(c);
	for (size_t k = 0; k < c->n_quoted; k++) {
		const struct time_expr *t = &c->quoted[k];
		int64_t ahead = elsewhere_days_ahead(c, t);

		if (!are_days(t) || t->lacks_day || !t->is_dated ||
		    ahead <= 0 || ahead > HORIZON_DAYS)
			continue;
		widen(t, &has, first_r, last_r);
	}
	if (!has)
		has = days_as_said(c, first_r, last_r);
	return has &&
	       civil_day_of(*last_r) - civil_day_of(*first_r) <= DAYS_IN_A_ROW;
}

static bool is_inside(
    const struct time_expr *t, const struct regex_span *spans, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (t->offset >= spans[i].start &&
		    t->offset + t->len_bytes <= spans[i].end)
			return true;
	return false;
}

bool elsewhere_due_of_subject(struct context *c, const struct regex_span *spans,
    size_t n, struct due *due_r)
{
	const struct letter *l = c->letter;
	const struct time_expr *t = elsewhere_subject(c, 0);

	if (!t || c->n_titled > 1 || !is_inside(t, spans, n) ||
	    ((l->is_reply || l->is_forward) && !t->is_dated) ||
	    c->has_named_several ||
	    (c->has_named && c->named != civil_day_of(t->start)))
		return false;
	*due_r = (struct due){.is_set = true,
	    .at = t->due,
	    .grain = t->grain,
	    .text = arena_strndup(
		c->arena, c->subject.data + t->offset, t->len_bytes)};
	return true;
}
