/* SPDX-License-Identifier: ISC */
/*
 * Open items that nobody comes back to. Most of them were settled where no
 * mail tells of it: on the telephone, by another, by time. Who is owed
 * something reminds of it when they write again; people who write to each
 * other of other things seem to be done with it. So the user is asked about
 * such items, and nobody is pressed for them.
 *
 * This is worked out by each command that shows items, from all mail until
 * now: it changes as time passes, and a delivery has no part in it.
 */
#include "base/arena.h"
#include "engine/words.h"
#include "ledger/private.h"
#include "store/items.h"
#include "store/people.h"

#define DAY_S INT64_C(86400)
/*
 * A week after an item was due, or was last spoken of if it has no date, a
 * letter between its people about other things tells. Without any, in its
 * thread too, weeks of silence do. What has a date is late meanwhile: it
 * takes longer, and a second letter.
 */
#define CONTACT_DAYS  7
#define LETTERS_DATED 2
#define SILENT_DAYS   21
#define SILENT_DATED  42
/*
 * A subject that says so much is the same matter in another thread, but for
 * what has a date: reports come every week.
 */
#define TOPIC_WEIGHT 3

static int64_t later(int64_t x, int64_t y)
{
	return x > y ? x : y;
}

/* An item that may be meant, and from when on silence counts. */
struct idle {
	struct item *item;
	int64_t person;
	int64_t contact_s, silence_s;
	int64_t topic_s; /* its matter went on with others; 0: it did not */
};

/* Not what is still to be, for an archive may go on after now. */
static bool is_open(const struct item_row *row, struct stamp now)
{
	return !row->is_hidden && item_is_open(&row->item, now) &&
	       row->item.created.utc_s <= now.utc_s;
}

/* A letter settled it likely; it is still to come, or the user says no. */
static void weigh_letter(
    struct item *it, const struct last_word *last, struct stamp now)
{
	if (it->presumed.utc_s > now.utc_s ||
	    it->presumed.utc_s <= last->kept_s)
		it->presumed = (struct stamp){0, 0};
}

static struct idle idle_of(struct item_row *row, const struct last_word *last)
{
	struct item *it = &row->item;
	int64_t said_s = later(it->created.utc_s, last->changed_s);

	said_s = later(said_s, last->kept_s);
	if (it->snoozed_until.utc_s)
		said_s = later(said_s, it->snoozed_until.utc_s);
	if (it->due.is_set)
		said_s = later(said_s, it->due.at.utc_s);
	return (struct idle){
	    .item = it,
	    .person = row->person,
	    .contact_s = said_s + CONTACT_DAYS * DAY_S,
	    .silence_s = later(said_s, last->written_s) +
			 (it->due.is_set ? SILENT_DATED : SILENT_DAYS) * DAY_S,
	    .topic_s = !it->due.is_set && last->elsewhere_s > said_s &&
			       words_weight(it->subject) >= TOPIC_WEIGHT
			   ? last->elsewhere_s
			   : 0,
	};
}

/* The first of v, sorted, of that person and after that time; or n. */
static size_t first_of(
    const struct exchange *v, size_t n, int64_t person, int64_t after_s)
{
	size_t low = 0, high = n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (v[middle].person < person ||
		    (v[middle].person == person &&
			v[middle].date.utc_s <= after_s))
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* What is said in the item's own thread is about it, one way or another. */
static void mark_contact(
    const struct idle *c, const struct exchange *v, size_t n)
{
	size_t letters = 0, enough = c->item->due.is_set ? LETTERS_DATED : 1;

	for (size_t i = first_of(v, n, c->person, c->contact_s);
	     i < n && v[i].person == c->person; i++) {
		if (v[i].thread == c->item->thread || ++letters < enough)
			continue;
		c->item->presumed = v[i].date;
		c->item->presumed_by = PRESUMED_BY_CONTACT;
		return;
	}
}

static void presume(struct item *it, int64_t since_s, enum presumed_by by)
{
	it->presumed = (struct stamp){since_s, it->created.zone_min};
	it->presumed_by = by;
}

/* What can be told without looking at letters. */
static bool mark_silence(const struct idle *idle, struct stamp now)
{
	if (idle->topic_s)
		presume(idle->item, idle->topic_s, PRESUMED_BY_TOPIC);
	else if (idle->silence_s <= now.utc_s)
		presume(idle->item, idle->silence_s, PRESUMED_BY_SILENCE);
	return idle->item->presumed.utc_s != 0;
}

void unmentioned_mark(struct ledger *l, struct arena *a, struct item_row *rows,
    size_t n, struct stamp now)
{
	struct idle *v = arena_array(a, n, sizeof(*v));
	struct last_word *words = NULL;
	struct exchange *exchanges = NULL;
	int64_t since_s = now.utc_s;
	size_t n_words = 0, n_exchanges = 0, n_v = 0, at = 0;

	for (size_t i = 0; i < n; i++) {
		struct item *it = &rows[i].item;

		if (!is_open(&rows[i], now))
			continue;
		if (!words)
			n_words =
			    items_last_words(l->store, a, now.utc_s, &words);
		while (at < n_words && words[at].item < it->id)
			at++;
		if (at == n_words || words[at].item != it->id)
			continue;
		weigh_letter(it, &words[at], now);
		if (it->presumed.utc_s)
			continue;
		v[n_v] = idle_of(&rows[i], &words[at]);
		/* Else but few letters need be looked at. */
		if (mark_silence(&v[n_v], now))
			continue;
		since_s =
		    v[n_v].contact_s < since_s ? v[n_v].contact_s : since_s;
		n_v++;
	}
	if (since_s < now.utc_s)
		n_exchanges = people_exchanges(
		    l->store, a, since_s, now.utc_s, &exchanges);
	for (size_t i = 0; i < n_v; i++)
		if (v[i].person)
			mark_contact(&v[i], exchanges, n_exchanges);
}
