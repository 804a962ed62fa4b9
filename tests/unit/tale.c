/* SPDX-License-Identifier: ISC */
/* Tells a tale of tale.h in many orders. Not a test itself. */
#include "tale.h"
#include "base/arena.h"
#include "base/buf.h"
#include "engine/settle.h"
#include "story.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define SHUFFLES 20

static void print_due(struct buf *out, const struct due *due)
{
	if (due->is_set)
		buf_printf(out, "=%d", civil_from_stamp(due->at).day);
}

static void print_life(struct buf *out, const struct life *life)
{
	static const char *const states[] = {
	    "open", "snoozed", "done", "dropped"};
	const struct item *item = &life->item;
	const char *at = strchr(item->who.addr, '@');

	buf_printf(out, "%s %s %.*s ", item_kind_name(item->kind),
	    item_owner_name(item->owner), (int)(at - item->who.addr),
	    item->who.addr);
	print_due(out, &item->due);
	buf_printf(
	    out, "%s%s:", item->due.is_set ? " " : "", states[item->state]);
	for (size_t i = 0; i < life->n_events; i++) {
		const struct event *event = &life->events[i];

		buf_printf(out, " %s", event_name(event->kind));
		if (event->kind == EVENT_REVISED ||
		    event->kind == EVENT_DUE_SET)
			print_due(out, &event->due);
	}
	buf_char(out, '\n');
}

static void check(struct arena *a, const struct tale *tale,
    const struct story *s, const struct note *notes, size_t n_notes)
{
	struct buf out = BUF_EMPTY;
	struct life *lives;
	size_t n = settle(a, notes, n_notes, s->orders, s->n_orders, NULL,
	    &s->config, &lives);

	for (size_t i = 0; i < n; i++)
		print_life(&out, &lives[i]);
	if (strcmp(buf_text(&out), tale->lives) != 0)
		print_message("story: %s\n", tale->name);
	assert_string_equal(buf_text(&out), tale->lives);
	buf_release(&out);
}

/* A small generator: the same orders in every run. */
static size_t roll(uint32_t *seed, size_t sides)
{
	*seed = *seed * 1664525u + 1013904223u;
	return (*seed >> 8) % sides;
}

void tale_tell(const struct tale *tale)
{
	struct arena *a = arena_new();
	struct story s = story_read(a, tale->story);
	struct note *notes = arena_array(a, s.n_notes * 2, sizeof(*notes));
	uint32_t seed = 7;

	check(a, tale, &s, s.notes, s.n_notes);
	for (size_t i = 0; i < SHUFFLES; i++) {
		size_t n = s.n_notes + roll(&seed, s.n_notes + 1);

		for (size_t k = 0; k < n; k++)
			notes[k] = s.notes[k % s.n_notes];
		for (size_t k = n; k > 1; k--) {
			size_t other = roll(&seed, k);
			struct note swap = notes[k - 1];

			notes[k - 1] = notes[other];
			notes[other] = swap;
		}
		check(a, tale, &s, notes, n);
	}
	arena_free(a);
}
