/* SPDX-License-Identifier: ISC */
/*
 * What in a letter are not its sender's words to the reader: an article below
 * it, a draft, what somebody wrote to the sender. Who has signed has had their
 * say, but for a postscript. Knows no language: it looks for names, and for
 * marks that set apart what, as rules know, a sentence leads to.
 */
#include "engine/pasted.h"
#include "base/str.h"
#include "engine/called.h"
#include "engine/hear.h"

#include <string.h>

/* "Thank you, Ann Hall" is the longest line that signs. */
#define SIGN_WORDS 4
#define SIGN_BYTES 80
/* Sentences of so many words that a postscript does not reach. */
#define PROSE_WORDS 6
#define MIN_PROSE   6
/* Sentences below the name that are the sender's all the same. */
#define POSTSCRIPT 2
/* "Dear Ann Hall," and "Hi Ann and Ben," are the longest that greet. */
#define GREETING_WORDS 4
/* Marks in a row that set apart; fewer are a dash or stress a word. */
#define FENCE_BYTES 6
/* So many sentences on begins, at the latest, what one leads to. */
#define LED_SENTENCES 2
/* Of quotes in which copied sentences are looked for, and how many. */
#define SEARCHED_BYTES 8192
#define COPIES         32
/* The last sentences of a letter are its writer's name, and what they are. */
#define SIGNATURE 3

/* A line that greets, heads or asks goes on below. */
static bool is_signed(const struct sentence *s, const struct mailbox *from)
{
	const struct span line = {s->text, s->text_len};
	char last = s->text_len ? s->text[s->text_len - 1] : ':';

	if (s->text_len > SIGN_BYTES)
		return false;
	for (size_t i = 0; i < s->text_len; i++)
		if (str_digit(s->text[i]) || s->text[i] == '@' ||
		    s->text[i] == ':')
			return false;
	return last != ',' && last != '?' && last != '-' &&
	       str_words(s->text, s->text_len) <= SIGN_WORDS &&
	       called_names(line, from);
}

/* A name among others stands in a list; who signs has said something. */
static bool ends_text(const struct sentence *s)
{
	char last = s->text_len ? s->text[s->text_len - 1] : ':';

	return last == '.' || last == ',' || last == '!' || last == '?' ||
	       last == ')' || str_words(s->text, s->text_len) == 1;
}

static size_t pasted_from(const struct letter *l)
{
	size_t n_prose = 0, from = l->n_sentences;

	for (size_t i = l->n_sentences; i-- > 1;) {
		/* Who answers below what is quoted has signed above it. */
		if (l->sentences[i].answers < l->n_quoted)
			break;
		n_prose += n_prose < MIN_PROSE &&
			   str_words(l->sentences[i].text,
			       l->sentences[i].text_len) >= PROSE_WORDS;
		if (n_prose >= MIN_PROSE &&
		    is_signed(&l->sentences[i], &l->from) &&
		    ends_text(&l->sentences[i - 1]))
			from = i + 1 + POSTSCRIPT;
	}
	return from;
}

static bool ends_with(struct span s, char c)
{
	return s.len_bytes && s.data[s.len_bytes - 1] == c;
}

/* Lines that end between sentence i and the one before it. */
static size_t breaks_before(const struct letter *l, size_t i)
{
	size_t at =
	    i ? l->sentences[i - 1].offset + l->sentences[i - 1].len_bytes : 0;
	size_t breaks = i == 0 ? 2 : 0;

	for (; at < l->sentences[i].offset; at++)
		breaks += l->text[at] == '\n';
	return breaks;
}

static bool begins_paragraph(const struct letter *l, size_t i)
{
	return breaks_before(l, i) > 1;
}

/* Whether a row of one mark stands before sentence i, as in a fence. */
static bool is_fenced_off(const struct letter *l, size_t i)
{
	size_t run = 0;

	for (size_t at = l->sentences[i - 1].offset;
	     at < l->sentences[i].offset; at++) {
		char c = l->text[at];

		if (!c || !strchr("*-=_~#+", c))
			run = 0;
		else if (run && l->text[at - 1] != c)
			run = 1;
		else if (++run == FENCE_BYTES)
			return true;
	}
	return false;
}

/* "Dear Ann," on a line of its own; "Thanks," stands above a name. */
static bool is_greeting(
    const struct letter *l, const struct heard *all, size_t i)
{
	struct span s = all[i].plain;
	const struct heard *next = &all[i + 1];

	return i + 1 < l->n_sentences && ends_with(s, ',') &&
	       !memchr(s.data, ',', s.len_bytes - 1) &&
	       heard_words(&all[i]) <= GREETING_WORDS &&
	       !all[i].result.is_spoken_for[ACT_THANKS] &&
	       breaks_before(l, i + 1) && begins_paragraph(l, i) &&
	       (heard_words(next) > SIGN_WORDS ||
		   (heard_words(next) == SIGN_WORDS &&
		       (ends_with(next->plain, '.') ||
			   ends_with(next->plain, '?'))));
}

static bool names_reader(const struct letter *l, struct span s)
{
	for (size_t i = 0; i < l->n_to + l->n_cc; i++)
		if (called_names(s, letter_recipient(l, i)))
			return true;
	return false;
}

static bool names_user(const struct detection *d, struct span s)
{
	const struct mailbox me = {.name = d->me->name, .addr = ""};

	return called_names(s, &me);
}

/*
 * Up to where the sender speaks again: to a reader by name, or among what is
 * quoted.
 */
static void mark_from(
    const struct letter *l, struct heard *all, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++) {
		if (l->sentences[i].answers < l->n_quoted ||
		    (i > from && all[i].called && begins_paragraph(l, i)))
			return;
		all[i].pasted = PASTED_SURELY;
	}
}

/* "Ann," in a letter of Ann's. */
static void mark_to_sender(const struct letter *l, struct heard *all)
{
	for (size_t i = 1; i < l->n_sentences; i++)
		if (is_greeting(l, all, i) &&
		    called_names(all[i].plain, &l->from) &&
		    !names_reader(l, all[i].plain) &&
		    !ends_with(all[i - 1].plain, ','))
			mark_from(l, all, i, l->n_sentences);
}

/* What sentence i leads to, when something sets it apart. */
static void mark_led_to(const struct detection *d, struct heard *all, size_t i)
{
	const struct letter *l = d->letter;
	size_t n = l->n_sentences, from = i + 1, end;

	while (from < n && from <= i + LED_SENTENCES &&
	       !is_fenced_off(l, from) &&
	       !(is_greeting(l, all, from) && !all[from].called &&
		   !names_user(d, all[from].plain)))
		from++;
	if (from >= n || from > i + LED_SENTENCES)
		return;
	end = is_fenced_off(l, from) ? from + 1 : n;
	while (end < n && !is_fenced_off(l, end))
		end++;
	mark_from(l, all, from, end);
}

/* "Ben," or "Ben, here it is" above, at the letter's head or a line's. */
static bool is_reader_greeted(
    const struct detection *d, const struct heard *all, size_t i)
{
	if (i && all[0].called)
		return true;
	while (i--)
		if (heard_words(&all[i]) <= GREETING_WORDS &&
		    begins_paragraph(d->letter, i) &&
		    (ends_with(all[i].plain, ',') ||
			ends_with(all[i].plain, ':')) &&
		    (all[i].called || names_user(d, all[i].plain)))
			return true;
	return false;
}

/* Of several readers one may be greeted by a name that we do not know. */
static bool has_one_reader(const struct detection *d)
{
	const struct letter *l = d->letter;
	size_t others = 0;

	for (size_t i = 0; i < l->n_to + l->n_cc; i++)
		others += !me_has(d->me, letter_recipient(l, i)->addr);
	return others <= (me_has(d->me, l->from.addr) ? 1 : 0);
}

/* "Dora," below "Ben,": hers is another letter. */
static void mark_to_stranger(const struct detection *d, struct heard *all)
{
	const struct letter *l = d->letter;

	if (!has_one_reader(d))
		return;
	for (size_t i = 1; i < l->n_sentences; i++)
		if (is_greeting(l, all, i) && !all[i].called &&
		    (all[i].result.is_nothing ? heard_words(&all[i]) > 1
					      : heard_words(&all[i]) == 1) &&
		    !names_reader(l, all[i].plain) &&
		    !names_user(d, all[i].plain) &&
		    is_reader_greeted(d, all, i))
			mark_from(l, all, i, l->n_sentences);
}

/* Whether s stands at `at`, whatever blanks and quote marks it is broken by. */
static bool stands_at(const char *at, const char *end, const struct sentence *s)
{
	const char *text = s->text, *stop = s->text + s->text_len;

	while (at < end && text < stop) {
		if (str_space(*at) || *at == '>')
			at++;
		else if (str_space(*text) || *text == '>')
			text++;
		else if (*at++ != *text++)
			return false;
	}
	return text == stop;
}

/* The sentence is one of those that the letter quotes first. */
static bool is_copied(const struct letter *l, const struct sentence *s)
{
	size_t left = SEARCHED_BYTES;

	for (size_t i = 0; i < l->n_zones && left; i++) {
		const struct zone *z = &l->zones[i];
		size_t len = z->len_bytes < left ? z->len_bytes : left;
		const char *at = l->text + z->offset, *end = at + len;

		if (z->kind != ZONE_QUOTE && z->kind != ZONE_FORWARD)
			continue;
		left -= len;
		while ((at = memchr(at, s->text[0], (size_t)(end - at)))) {
			if (stands_at(at, end, s))
				return true;
			at++;
		}
	}
	return false;
}

static void mark_copied(const struct letter *l, struct heard *all)
{
	size_t looked = 0;

	for (size_t i = 0; i < l->n_sentences && looked < COPIES; i++) {
		const struct rule_result *r = &all[i].result;

		if (heard_words(&all[i]) < PROSE_WORDS ||
		    !(r->is_spoken_for[ACT_REQUEST] ||
			r->is_spoken_for[ACT_QUESTION] ||
			r->is_spoken_for[ACT_COMMITMENT] ||
			r->is_spoken_for[ACT_MEETING]))
			continue;
		looked++;
		if (is_copied(l, &l->sentences[i]))
			all[i].pasted = PASTED_SURELY;
	}
}

/* "Regards, / Ben" where Ben, the user, is to send it: Ben's words. */
static bool is_signed_by_user(
    const struct detection *d, const struct heard *all, size_t i)
{
	struct span above = i ? all[i - 1].plain : all[i].plain;

	return i && ends_with(above, ',') &&
	       heard_words(&all[i - 1]) <= SIGN_WORDS - 1 &&
	       heard_words(&all[i]) <= SIGN_WORDS &&
	       !ends_with(all[i].plain, ',') && breaks_before(d->letter, i) &&
	       names_user(d, all[i].plain) &&
	       !called_names(all[i].plain, &d->letter->from);
}

static void mark_for_signature(const struct detection *d, struct heard *all)
{
	size_t n = d->letter->n_sentences, end, from;

	if (!d->me->name[0] || me_has(d->me, d->letter->from.addr))
		return;
	for (end = n; end-- && end + SIGNATURE >= n;)
		if (is_signed_by_user(d, all, end))
			break;
	if (end == (size_t)-1 || end + SIGNATURE < n)
		return;
	for (from = end; from-- && !is_greeting(d->letter, all, from);)
		;
	if (from == (size_t)-1)
		from = 0;
	/* "Ben, ... Thanks, / Ben" only looks so. */
	if (names_user(d, all[from].plain))
		return;
	for (size_t i = from; i <= end; i++)
		all[i].pasted = PASTED_SURELY;
}

void pasted_mark(const struct detection *d, struct heard *all)
{
	const struct letter *l = d->letter;

	for (size_t i = pasted_from(l); i < l->n_sentences; i++)
		all[i].pasted = PASTED_LIKELY;
	for (size_t i = 0; i < l->n_sentences; i++)
		if (all[i].result.confidence[ACT_LEAD] >= CERTAIN)
			mark_led_to(d, all, i);
	mark_to_sender(l, all);
	mark_to_stranger(d, all);
	mark_copied(l, all);
	mark_for_signature(d, all);
}
