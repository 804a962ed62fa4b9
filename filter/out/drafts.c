/* SPDX-License-Identifier: ISC */
/*
 * Replies about one item: owning up to being late, asking how it goes.
 * Every word is the wording's; the item's own sentence is quoted, which its
 * reader has seen before, and nothing else of any mail.
 */
#include "out/drafts.h"
#include "base/arena.h"
#include "base/utf8.h"
#include "out/phrase.h"
#include "out/reply.h"
#include "out/text.h"

#define SENTENCE_CELLS 300

static const char *said(const struct writer *w, const struct item *it)
{
	return phrase(w->arena, w->wording,
	    it->outgoing ? WORDING_ACK_PROMISED : WORDING_ACK_ASKED,
	    (const struct phrase_slot[]){
		{"day", phrase_day(w->arena, w->wording, it->created, w->now)},
		{"what", utf8_printable(w->arena, it->what, SENTENCE_CELLS)},
		{0}});
}

static enum wording_key ack_key(const struct item *it, struct stamp now)
{
	if (!it->due.is_set)
		return WORDING_ACK_TEXT_WAIT;
	return it->due.at.utc_s < now.utc_s ? WORDING_ACK_TEXT
					    : WORDING_ACK_TEXT_SOON;
}

struct draft *draft_ack(const struct writer *w, const struct item *it,
    const struct note *notes, size_t n_notes, const struct due *by,
    const char *reason)
{
	struct arena *a = w->arena;
	const char *key = arena_printf(a, "ack %lld", (long long)it->id);
	struct draft *draft = reply_new(w, key, &it->who, 1, notes, n_notes);
	const char *why, *when;

	if (*reason)
		why = phrase(a, w->wording, WORDING_ACK_REASON,
		    (const struct phrase_slot[]){
			{"reason", utf8_printable(a, reason, 0)}, {0}});
	else
		why = phrase(a, w->wording, WORDING_ACK_REASON_OPEN, NULL);
	if (by->is_set)
		when = phrase(a, w->wording, WORDING_ACK_DUE,
		    (const struct phrase_slot[]){
			{"when", phrase_due(a, w->wording, by, w->now)}, {0}});
	else
		when = phrase(a, w->wording, WORDING_ACK_DUE_OPEN, NULL);
	draft->text = text_wrapped(a,
	    phrase(a, w->wording, ack_key(it, w->now),
		(const struct phrase_slot[]){
		    {"hello", reply_hello(w, &it->who, 1)},
		    {"said", said(w, it)}, {"reason", why}, {"due", when},
		    {"goodbye", reply_goodbye(w)}, {0}}),
	    TEXT_CELLS);
	return draft;
}

struct draft *draft_nudge(const struct writer *w, const struct item *it,
    const struct note *notes, size_t n_notes)
{
	struct arena *a = w->arena;
	const char *key = arena_printf(a, "nudge %lld", (long long)it->id);
	struct draft *draft = reply_new(w, key, &it->who, 1, notes, n_notes);
	enum wording_key text = WORDING_NUDGE_PROMISED;

	if (it->outgoing)
		text = it->kind == ITEM_QUESTION ? WORDING_NUDGE_QUESTION
						 : WORDING_NUDGE_ASKED;
	draft->text = text_wrapped(a,
	    phrase(a, w->wording, text,
		(const struct phrase_slot[]){
		    {"hello", reply_hello(w, &it->who, 1)},
		    {"day", phrase_day(a, w->wording, it->created, w->now)},
		    {"what", utf8_printable(a, it->what, SENTENCE_CELLS)},
		    {"goodbye", reply_goodbye(w)}, {0}}),
	    TEXT_CELLS);
	return draft;
}

struct draft *draft_recap(const struct writer *w, const struct mailbox *who,
    const struct note *notes, size_t n_notes)
{
	struct arena *a = w->arena;
	struct draft *draft = reply_new(w, "recap", who, 1, notes, n_notes);

	if (!*draft->subject)
		draft->subject =
		    phrase(a, w->wording, WORDING_RECAP_SUBJECT, NULL);
	draft->text = text_wrapped(a,
	    phrase(a, w->wording, WORDING_NUDGE_RECAP,
		(const struct phrase_slot[]){{"hello", reply_hello(w, who, 1)},
		    {"goodbye", reply_goodbye(w)}, {0}}),
	    TEXT_CELLS);
	return draft;
}
