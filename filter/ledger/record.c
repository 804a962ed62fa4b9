/* SPDX-License-Identifier: ISC */
/*
 * Letters in: read, detect, find the thread, keep. Of several copies of one
 * letter that one is kept which ranks first, whatever came first, and the
 * thread is replayed at the end of the transaction.
 *
 * Whose mail: what comes in From me proves nothing, so that it promises
 * nothing in my name and answers nothing.
 */
#include "base/arena.h"
#include "base/fold.h"
#include "base/str.h"
#include "engine/detect.h"
#include "engine/party.h"
#include "ledger/private.h"
#include "mail/read.h"
#include "mail/words.h"
#include "model/language.h"
#include "model/meeting.h"
#include "rule/rules.h"
#include "store/messages.h"

#include <string.h>

#define CALL_WORDS 2  /* before a name: "Thank you Ann," */
#define FOLD_BYTES 64 /* of a line that may be a sign-off */
/* Kinds of mail that are kept but never mined for acts. */
#define NEVER_MINED \
	(LETTER_AUTOMATIC | LETTER_REPORT | LETTER_ANNOUNCEMENT | LETTER_OWN)

/* How it came and was read: copies of one letter differ in that. */
#define NOT_OF_THE_LETTER (LETTER_DELIVERED | LETTER_MISREAD)

/* FNV-1a, 64 bits. */
struct hash {
	uint64_t h;
};

static void hash_text(struct hash *x, const char *text)
{
	for (; text && *text; text++) {
		x->h ^= (unsigned char)*text;
		x->h *= UINT64_C(0x100000001b3);
	}
	x->h ^= 0xff; /* never in UTF-8: ends a field */
	x->h *= UINT64_C(0x100000001b3);
}

static void hash_boxes(struct hash *x, const struct mailbox *v, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		hash_text(x, v[i].name);
		hash_text(x, v[i].addr);
	}
	hash_text(x, "");
}

static void hash_meeting(
    struct hash *x, struct arena *a, const struct meeting_note *g)
{
	if (!g)
		return;
	hash_text(x, g->uid);
	hash_text(x, g->summary);
	hash_text(
	    x, arena_printf(a, "%d %d %d %lld %d %lld %s", (int)g->method,
		   g->sequence, (int)g->attendance, (long long)g->start.utc_s,
		   g->length_min, (long long)g->instance_s, g->series));
}

/* Tells copies of a letter apart: equal when all that is kept is equal. */
static int64_t digest(struct arena *a, const struct message *m)
{
	const struct note *n = &m->note;
	struct hash x = {UINT64_C(0xcbf29ce484222325)};

	hash_boxes(&x, &n->from, 1);
	hash_boxes(&x, n->to, n->n_to);
	hash_boxes(&x, n->cc, n->n_cc);
	hash_text(&x, n->subject);
	for (size_t i = 0; i < n->n_references; i++)
		hash_text(&x, n->references[i]);
	for (size_t i = 0; i < n->n_acts; i++) {
		hash_text(&x, act_name(n->acts[i].kind));
		hash_text(&x, n->acts[i].text);
	}
	hash_text(&x, n->attachment_names);
	hash_meeting(&x, a, n->meeting);
	/* A guessed date is that of the arrival, different for each copy. */
	hash_text(
	    &x, arena_printf(a, "%u %zu %lld",
		    m->flags & ~(unsigned)NOT_OF_THE_LETTER, n->new_words,
		    m->flags & LETTER_DATE_GUESSED ? 0LL
						   : (long long)n->date.utc_s));
	return (int64_t)x.h;
}

static bool is_word_byte(char c)
{
	return str_alpha(c) || str_digit(c) || (unsigned char)c >= 0x80;
}

/*
 * Whether the name at s[at..end) calls somebody: "Ann, could you", "Hi Ann,",
 * "could you, Ann?", "@Ann". "I have been helping Ann" does not.
 */
static bool is_call(const char *s, size_t at, size_t end, size_t len_bytes)
{
	size_t words = 0, from = at;
	bool aside;

	while (from && str_space(s[from - 1]))
		from--;
	aside = from && (s[from - 1] == ',' || s[from - 1] == '@');
	for (size_t i = 0; i < from; i++)
		words += !str_space(s[i]) && (i == 0 || str_space(s[i - 1]));
	while (end < len_bytes && str_space(s[end]))
		end++;
	if (words > CALL_WORDS && !aside)
		return false;
	return end == len_bytes || strchr(",:;!?-", s[end]) ||
	       (aside && (s[end] == '.' || s[from - 1] == '@'));
}

/* Whether the text calls the user by first name. */
static bool names_me(const struct me *me, const char *text, size_t len_bytes)
{
	size_t n = strcspn(me->name, " ,");
	char first[64];
	const char *end = text + len_bytes, *at = text;

	if (n < 3 || n >= sizeof(first))
		return false;
	memcpy(first, me->name, n);
	first[n] = '\0';
	while ((at = str_find(at, (size_t)(end - at), first))) {
		if ((at == text || !is_word_byte(at[-1])) &&
		    (at + n == end || !is_word_byte(at[n])) &&
		    is_call(text, (size_t)(at - text), (size_t)(at - text) + n,
			len_bytes))
			return true;
		at++;
	}
	return false;
}

static bool any_mine(const struct me *me, const struct mailbox *v, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (me_has(me, v[i].addr))
			return true;
	return false;
}

/* To, Cc or by name; replies to mine are seen when the thread is replayed. */
static bool addresses_me(const struct me *me, const struct letter *letter)
{
	if (any_mine(me, letter->to, letter->n_to) ||
	    any_mine(me, letter->cc, letter->n_cc))
		return true;
	for (size_t i = 0; i < letter->n_sentences; i++)
		if (names_me(me, letter->sentences[i].text,
			letter->sentences[i].text_len))
			return true;
	/* What is no list's mail and was delivered to me is meant for me. */
	if (letter->flags & LETTER_LIST)
		return false;
	for (size_t i = 0; i < letter->n_delivered_to; i++)
		if (me_has(me, letter->delivered_to[i]))
			return true;
	return letter->n_to + letter->n_cc == 0;
}

static size_t count_words(const char *text, size_t len_bytes)
{
	size_t n = 0;

	for (size_t i = 0; i < len_bytes; i++)
		n += !str_space(text[i]) && (i == 0 || str_space(text[i - 1]));
	return n;
}

/* "Best regards", or the sender's name. */
static bool is_sign_off(const struct reading_words *words,
    const struct letter *letter, const struct sentence *s)
{
	char fold[FOLD_BYTES];
	size_t n = s->text_len < FOLD_BYTES ? s->text_len : FOLD_BYTES;

	n = fold_text(fold, s->text, n);
	return words_prefix(words, READING_SIGN_OFF, fold, n) ||
	       name_fits(s->text, &letter->from);
}

/*
 * A sentence that says something: an act other than thanks, an answer to a
 * quoted question, or more words than a greeting or a name has. Words alone
 * do not tell "Yes." from "Bob": the full stop does, or that the letter
 * begins with it.
 */
static bool sentence_has_content(const struct reading_words *words,
    const struct letter *letter, size_t i, const struct note *n)
{
	const struct sentence *s = &letter->sentences[i];
	bool thanks = false;
	char last;

	for (size_t k = 0; k < n->n_acts; k++) {
		if (n->acts[k].sentence != i ||
		    n->acts[k].kind == ACT_RECEIPT ||
		    n->acts[k].kind == ACT_ANAPHOR)
			continue;
		if (n->acts[k].kind != ACT_THANKS)
			return true;
		thanks = true;
	}
	if (thanks || !s->text_len)
		return false;
	last = s->text[s->text_len - 1];
	if (s->answers < letter->n_quoted &&
	    letter->quoted[s->answers].is_question)
		return true;
	return last == '.' || last == '!' || last == '?' ||
	       (last != ',' && (count_words(s->text, s->text_len) > 3 ||
				   (!i && !is_sign_off(words, letter, s))));
}

static void take_acts(struct arena *a, struct note *n,
    const struct findings *found, const struct letter *letter, bool proves)
{
	bool mined =
	    proves && !(letter->flags & NEVER_MINED) && !found->is_bulk;

	n->acts = arena_array(a, found->n_acts, sizeof(*n->acts));
	for (size_t i = 0; i < found->n_acts; i++)
		if (mined || (proves && found->acts[i].kind == ACT_ABSENCE))
			n->acts[n->n_acts++] = found->acts[i];
}

static const char *attachment_names(
    struct arena *a, const struct letter *letter, size_t *n_r)
{
	const char *names = "";

	for (size_t i = 0; i < letter->n_attachments; i++) {
		const struct attachment *file = &letter->attachments[i];

		if (file->is_inline)
			continue;
		names = *n_r ? arena_printf(a, "%s; %s", names, file->name)
			     : file->name;
		(*n_r)++;
	}
	return names;
}

/*
 * Mail to an alias or a blind copy names no address of mine, the host's
 * Delivered-To does: it is written to, so that an answer comes from there.
 */
static void add_meant(struct arena *a, const struct me *me,
    const struct letter *l, struct note *n)
{
	if ((l->flags & LETTER_LIST) || any_mine(me, l->to, l->n_to) ||
	    any_mine(me, l->cc, l->n_cc))
		return;
	for (size_t i = 0; i < l->n_delivered_to; i++) {
		struct mailbox *to;

		if (!me_has(me, l->delivered_to[i]))
			continue;
		to = arena_array(a, n->n_to + 1, sizeof(*to));
		if (n->n_to)
			memcpy(to, n->to, n->n_to * sizeof(*to));
		to[n->n_to++] = (struct mailbox){"", l->delivered_to[i], 0};
		n->to = to;
		return;
	}
}

static struct message describe(struct ledger *l, struct arena *a,
    const struct letter *letter, enum direction direction, struct stamp now)
{
	const struct me *me = &l->config->me;
	bool from_me = me_has(me, letter->from.addr);
	struct message m = {.is_wired = direction != DIRECTION_UNKNOWN,
	    .recorded = now,
	    .flags = letter->flags,
	    .error = letter->error};
	struct note *n = &m.note;
	const struct findings *found;
	const struct reading_words *words =
	    rules_language(l->rules, l->config->language)->reading;

	if (!rules_are_whole(l->rules))
		m.flags |= LETTER_MISREAD;
	if (direction == DIRECTION_UNKNOWN)
		direction = from_me && !(letter->flags & LETTER_DELIVERED)
				? DIRECTION_OUT
				: DIRECTION_IN;
	found = detect(a, l->rules, letter, me, direction);
	m.language = found->language ? found->language : "";
	m.bulk = found->bulk_confidence;
	n->message_id = letter->message_id;
	n->date = letter->date;
	n->direction = direction;
	n->from = letter->from;
	n->to = letter->to;
	n->n_to = letter->n_to;
	n->cc = letter->cc;
	n->n_cc = letter->n_cc;
	n->subject = letter->subject;
	n->topic = letter->topic;
	n->references = letter->references;
	n->n_references = letter->n_references;
	n->is_reply = letter->is_reply;
	n->addresses_me = addresses_me(me, letter);
	n->is_list = (letter->flags & LETTER_LIST) != 0;
	n->is_automatic = (letter->flags & NEVER_MINED) || found->is_bulk ||
			  (direction == DIRECTION_IN && from_me);
	take_acts(a, n, found, letter, direction == DIRECTION_OUT || !from_me);
	n->attachment_names = attachment_names(a, letter, &n->n_attachments);
	n->has_content = n->n_attachments > 0;
	for (size_t i = 0; i < letter->n_sentences; i++) {
		n->new_words += count_words(
		    letter->sentences[i].text, letter->sentences[i].text_len);
		n->has_content =
		    n->has_content || sentence_has_content(words, letter, i, n);
	}
	m.bears = outside_bears(n);
	/* What comes in as my own proves nothing. */
	if (letter->calendar && (direction == DIRECTION_OUT || !from_me))
		meeting_take(l, a, letter, &m);
	m.digest = digest(a, &m);
	/* Not in the digest: another copy was delivered elsewhere. */
	if (direction == DIRECTION_IN && !from_me)
		add_meant(a, me, letter, n);
	return m;
}

/*
 * Whether m is to be kept rather than the copy that is there. Outgoing beats
 * incoming, one that was read with all rules one that was not, the wiring's
 * word a guess, a direct copy one from a list; among equals the digest
 * decides, so that the order of arrival does not.
 */
static bool is_better(const struct message *m, const struct message_copy *old)
{
	bool list = m->flags & LETTER_LIST, old_list = old->flags & LETTER_LIST;
	bool misread = m->flags & LETTER_MISREAD;

	if (m->note.direction != old->direction)
		return m->note.direction == DIRECTION_OUT;
	if (misread != ((old->flags & LETTER_MISREAD) != 0))
		return !misread;
	if (m->is_wired != old->is_wired)
		return m->is_wired;
	if (list != old_list)
		return old_list;
	return m->digest < old->digest;
}

enum recorded record_keep(struct ledger *l, struct arena *a, struct message *m)
{
	struct message_copy old;
	enum recorded recorded = RECORDED_NEW;
	size_t n_joined;

	if (message_find(l->store, m->note.message_id, &old)) {
		recorded = RECORDED_AGAIN;
		/* Of what was struck from, no other copy brings it back. */
		if (!is_better(m, &old) ||
		    message_is_forgotten(l->store, m->note.message_id))
			return recorded;
		m->note.row = old.row;
		m->note.thread = old.thread;
		/* The wiring has said so of this direction already. */
		m->is_wired =
		    m->is_wired ||
		    (old.is_wired && m->note.direction == old.direction);
		message_replace(l->store, old.row, m);
		ledger_touch(l, assign_thread(l, a, &m->note, &n_joined));
		outside_note(l, &m->note, false);
		quoting_note(l, &m->note);
		return recorded;
	}
	if (message_is_forgotten(l->store, m->note.message_id))
		return RECORDED_AGAIN;
	m->note.thread = assign_thread(l, a, &m->note, &n_joined);
	m->note.row = message_add(l->store, m);
	ledger_touch(l, m->note.thread);
	outside_note(l, &m->note, true);
	quoting_note(l, &m->note);
	if (l->in_batch)
		return m->error ? RECORDED_UNPARSED : recorded;
	if (!n_joined)
		l->fresh = &m->note;
	/* Threads that became one may show what could not be told before. */
	if (n_joined <= 1)
		l->settled_s = m->note.date.utc_s;
	return m->error ? RECORDED_UNPARSED : recorded;
}

enum status ledger_record(struct ledger *l, const char *bytes, size_t len_bytes,
    enum direction direction, struct stamp now, struct diag *d,
    enum recorded *recorded_r)
{
	const struct language *language =
	    rules_language(l->rules, l->config->language);
	enum status status = ledger_writable(l, d);
	enum recorded recorded;
	struct arena *a;
	struct message m;

	if (status != STATUS_OK)
		return status;
	a = arena_new();
	m = describe(l, a,
	    mail_read(a, language->reading, bytes, len_bytes, now), direction,
	    now);
	if (!l->in_batch)
		store_begin(l->store);
	recorded = record_keep(l, a, &m);
	/* A batch's failure is told, and undone, by ledger_commit(). */
	if (!l->in_batch)
		status = ledger_finish(l, d);
	if (status == STATUS_OK)
		*recorded_r = recorded;
	arena_free(a);
	return status;
}
