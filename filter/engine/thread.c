/* SPDX-License-Identifier: ISC */
/*
 * Which letters belong together, judged two at a time: by Message-IDs (RFC
 * 5256, REFERENCES), and where mail has none by topic, people and time. The
 * store takes connected components, so nothing here may depend on order.
 */
#include "engine/thread.h"
#include "base/limits.h"
#include "base/str.h"
#include "engine/party.h"
#include "model/reference.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define DAY_S 86400

/*
 * Conversations of one mailer say nothing of another's letters, nor do words
 * that are quoted.
 */
static bool refers(const struct note *n)
{
	for (size_t i = 0; i < n->n_references; i++)
		if (!reference_is_conversation(n->references[i]) &&
		    !reference_is_quoted(n->references[i]))
			return true;
	return false;
}

static bool share_reference(const struct note *a, const struct note *b)
{
	for (size_t i = 0; i < a->n_references; i++)
		if (!reference_is_quoted(a->references[i]) &&
		    note_refers_to(b, a->references[i]))
			return true;
	return false;
}

static bool is_recipient(const struct note *n, const char *addr)
{
	for (size_t i = 0; i < n->n_to; i++)
		if (*addr && !strcmp(n->to[i].addr, addr))
			return true;
	for (size_t i = 0; i < n->n_cc; i++)
		if (*addr && !strcmp(n->cc[i].addr, addr))
			return true;
	return false;
}

/* A recipient of both who wrote neither: the user's Cc to self is none. */
static bool share_recipient(const struct note *a, const struct note *b)
{
	const struct mailbox *box;

	for (size_t i = 0; i < a->n_to + a->n_cc; i++) {
		box = i < a->n_to ? &a->to[i] : &a->cc[i - a->n_to];
		if (strcmp(box->addr, a->from.addr) &&
		    strcmp(box->addr, b->from.addr) &&
		    is_recipient(b, box->addr))
			return true;
	}
	return false;
}

/*
 * The same other person takes part in both. That the user does says
 * nothing: the user is in all of them.
 */
static bool share_people(const struct note *a, const struct note *b)
{
	bool a_out = a->direction == DIRECTION_OUT;
	bool b_out = b->direction == DIRECTION_OUT;

	if (a_out && b_out)
		return share_recipient(a, b);
	if (a_out)
		return is_recipient(a, b->from.addr);
	if (b_out)
		return is_recipient(b, a->from.addr);
	return (*a->from.addr && !strcmp(a->from.addr, b->from.addr)) ||
	       is_recipient(a, b->from.addr) || is_recipient(b, a->from.addr);
}

/* Words of a topic, at most 2; a word has two letters, digits or more. */
static int topic_words(const char *topic)
{
	int words = 0, run = 0;

	for (; *topic && words < 2; topic++) {
		if (str_alpha(*topic) || str_digit(*topic) ||
		    (unsigned char)*topic >= 0x80)
			run++;
		else
			run = 0;
		words += run == 2;
	}
	return words;
}

/* Equal but for ASCII case and runs of white space. */
static bool same_topic(const char *a, const char *b)
{
	while (*a && *b) {
		if (str_space(*a) && str_space(*b)) {
			while (str_space(*a))
				a++;
			while (str_space(*b))
				b++;
		} else if (str_lower(*a++) != str_lower(*b++)) {
			return false;
		}
	}
	while (str_space(*a))
		a++;
	while (str_space(*b))
		b++;
	return !*a && !*b;
}

static bool joins_by_topic(const struct note *a, const struct note *b)
{
	const struct note *late = a->date.utc_s < b->date.utc_s ? b : a;
	const struct note *early = late == a ? b : a;
	int64_t apart_s = late->date.utc_s - early->date.utc_s;
	int words = topic_words(a->topic);
	int64_t days =
	    words > 1 ? LIMIT_SUBJECT_THREAD_DAYS : LIMIT_WORD_THREAD_DAYS;

	/* References that differ are better evidence than a subject. */
	if (refers(a) && refers(b))
		return false;
	/* A fresh letter with an old subject begins something new. */
	if (!late->is_reply &&
	    !(early->is_reply && apart_s <= LIMIT_CLOCK_SKEW_S))
		return false;
	return words > 0 && apart_s <= days * DAY_S &&
	       same_topic(a->topic, b->topic) && share_people(a, b);
}

bool thread_joins(const struct note *a, const struct note *b)
{
	return !strcmp(a->message_id, b->message_id) ||
	       note_refers_to(a, b->message_id) ||
	       note_refers_to(b, a->message_id) || share_reference(a, b) ||
	       joins_by_topic(a, b);
}

bool thread_quotes(const struct note *late, const struct note *early)
{
	int64_t apart_s = late->date.utc_s - early->date.utc_s;

	return apart_s >= -LIMIT_CLOCK_SKEW_S &&
	       apart_s <= (int64_t)LIMIT_SUBJECT_THREAD_DAYS * DAY_S &&
	       share_people(late, early);
}
