/* SPDX-License-Identifier: ISC */
/*
 * Inline replies and the quoted words that they stand under: "yes, by Friday"
 * says nothing without its question.
 */
#include "mail/answers.h"
#include "base/arena.h"
#include "base/fold.h"
#include "base/str.h"
#include "mail/split.h"
#include "mail/words.h"
#include "model/letter.h"

#include <string.h>

/* What is answered stands in the last lines above. */
#define REACH_BYTES 2000
/* Words may follow a question ("..., Ann"), but not many sentences. */
#define REACH_SENTENCES 3
/* Questions in a row that are answered one by one. */
#define MOST_QUESTIONS 8
/* "Ida" and "Best regards" ask for nothing. */
#define FEWEST_WORDS 3
#define FOLD_BYTES   64

/* The end of a quote. */
struct quote_end {
	const struct reading_words *words;
	const char *text;
	struct split_sentence questions[MOST_QUESTIONS];
	size_t n;                   /* in a row, the latest last */
	size_t since;               /* sentences that followed them */
	struct split_sentence last; /* that says something */
	bool has_last;
};

static bool is_question(const char *s, size_t len)
{
	while (len && (s[len - 1] == ')' || s[len - 1] == '"' ||
			  s[len - 1] == '!' || s[len - 1] == '*'))
		len--;
	return (len && s[len - 1] == '?') ||
	       (len >= 3 && memcmp(s + len - 3, "\xef\xbc\x9f", 3) == 0) ||
	       (len >= 2 && memcmp(s + len - 2, "\xd8\x9f", 2) == 0);
}

static bool says_something(const struct quote_end *q, const char *s, size_t len)
{
	char fold[FOLD_BYTES];

	if (str_words(s, len) < FEWEST_WORDS)
		return false;
	len = fold_text(fold, s, len < FOLD_BYTES ? len : FOLD_BYTES);
	return !words_prefix(q->words, READING_SIGN_OFF, fold, len);
}

static bool note_quoted(void *user, const struct split_sentence *s)
{
	struct quote_end *q = user;
	const char *text = q->text + s->offset;

	if (is_question(text, s->len_bytes)) {
		if (q->since)
			q->n = 0;
		if (q->n == MOST_QUESTIONS)
			memmove(q->questions, q->questions + 1,
			    --q->n * sizeof(q->questions[0]));
		q->questions[q->n++] = *s;
		q->since = 0;
	} else {
		q->since++;
	}
	if (says_something(q, text, s->len_bytes)) {
		q->last = *s;
		q->has_last = true;
	}
	return true;
}

/* The quote that zone z stands under; a name may lie between: "[Ann]". */
static size_t quote_above(const struct answers *s, size_t z)
{
	const struct letter *l = s->letter;

	if (z >= 2 && l->zones[z - 1].kind == ZONE_ATTRIBUTION)
		z--;
	return z && l->zones[z - 1].kind == ZONE_QUOTE
		   ? z - 1
		   : SENTENCE_ANSWERS_NOTHING;
}

static void read_quote(
    const struct answers *s, size_t quote, struct quote_end *q)
{
	const struct letter *l = s->letter;
	size_t from = l->zones[quote].offset;
	size_t to = from + l->zones[quote].len_bytes;

	*q = (struct quote_end){.words = s->words, .text = l->text};
	if (to - from > REACH_BYTES) {
		const char *nl =
		    memchr(l->text + to - REACH_BYTES, '\n', REACH_BYTES);

		if (!nl)
			return;
		from = (size_t)(nl - l->text) + 1;
	}
	split_text(s->words, l->text, from, to, note_quoted, q);
	if (q->since >= REACH_SENTENCES)
		q->n = 0;
}

static size_t add_quoted(struct answers *s, size_t quote,
    const struct split_sentence *what, bool question)
{
	struct letter *l = s->letter;
	struct quoted_text *v;

	l->quoted = arena_grow(
	    s->arena, l->quoted, l->n_quoted, &s->cap, sizeof(*l->quoted));
	v = &l->quoted[l->n_quoted++];
	*v = (struct quoted_text){.offset = what->offset,
	    .len_bytes = what->len_bytes,
	    .zone = quote,
	    .is_question = question};
	v->text = split_one_line(
	    s->arena, l->text + what->offset, what->len_bytes, &v->text_len);
	return l->n_quoted - 1;
}

/* Whether a new paragraph begins between two sentences. */
static bool is_apart(const struct letter *l, const struct sentence *above,
    const struct sentence *below)
{
	size_t breaks = 0;

	for (size_t i = above->offset + above->len_bytes; i < below->offset;
	     i++)
		breaks += l->text[i] == '\n';
	return breaks > 1;
}

/* The sentences from `first` on that answer: not what comes after them. */
static size_t count_answers(const struct letter *l, size_t first)
{
	size_t i = first + 1;

	for (; i < l->n_sentences; i++) {
		const struct sentence *above = &l->sentences[i - 1];
		char last = '\0';

		if (above->text_len)
			last = above->text[above->text_len - 1];
		/* A greeting does not end in a full stop. */
		if ((last == '.' || last == '!' || last == '?') &&
		    is_apart(l, above, &l->sentences[i]))
			break;
	}
	return i - first;
}

void answers_find(struct answers *s, size_t z, size_t first)
{
	struct letter *l = s->letter;
	size_t quote = quote_above(s, z), n, which = 0;
	struct quote_end q;

	if (quote == SENTENCE_ANSWERS_NOTHING || first == l->n_sentences)
		return;
	read_quote(s, quote, &q);
	n = count_answers(l, first);
	if (q.n > 1 && q.n == n) {
		for (size_t i = 0; i < n; i++)
			l->sentences[first + i].answers =
			    add_quoted(s, quote, &q.questions[i], true);
		return;
	}
	if (q.n)
		which = add_quoted(s, quote, &q.questions[q.n - 1], true);
	else if (q.has_last)
		which = add_quoted(s, quote, &q.last, false);
	else
		return;
	for (size_t i = 0; i < n; i++)
		l->sentences[first + i].answers = which;
}
