/* SPDX-License-Identifier: ISC */
/* Tells stories to a ledger on disk. Not a test itself. */
#include "scene.h"
#include "base/arena.h"
#include "ledger/private.h"
#include "store/messages.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

struct scene scene_begin(void **state, const char *story)
{
	struct scene s = {.place = *state};

	s.arena = s.place->arena;
	s.story = story_read(s.arena, story);
	s.diag = diag_new();
	return s;
}

void scene_open(struct scene *s)
{
	struct config *config = arena_alloc(s->arena, sizeof(*config));
	struct ledger_setup setup = {
	    .db = s->place->db, .config = config, .create = true};

	*config = s->story.config; /* scenes are copied */
	assert_int_equal(ledger_open(&setup, s->diag, &s->ledger), STATUS_OK);
}

void scene_end(struct scene *s)
{
	ledger_close(s->ledger);
	diag_free(s->diag);
}

enum recorded scene_hear_copy(
    struct scene *s, const struct note *n, unsigned flags)
{
	struct message m = {.note = *n,
	    .is_wired = true,
	    .recorded = n->date,
	    .flags = flags,
	    .language = "en",
	    .digest = (int64_t)n->n_acts};
	enum recorded recorded;

	store_begin(s->ledger->store);
	recorded = record_keep(s->ledger, s->arena, &m);
	assert_int_equal(ledger_finish(s->ledger, s->diag), STATUS_OK);
	return recorded;
}

void scene_hear(struct scene *s, size_t i)
{
	(void)scene_hear_copy(s, &s->story.notes[i], 0);
}

struct scene scene_tell(void **state, const char *story)
{
	struct scene s = scene_begin(state, story);

	scene_open(&s);
	for (size_t i = 0; i < s.story.n_notes; i++)
		scene_hear(&s, i);
	return s;
}
