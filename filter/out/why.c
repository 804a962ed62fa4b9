/* SPDX-License-Identifier: ISC */
/* Says why something is suggested, and which command does it. */
#include "out/why.h"
#include "base/arena.h"
#include "base/str.h"
#include "base/utf8.h"
#include "out/phrase.h"

#include <string.h>

#define TOPIC_CELLS 60

static enum wording_key key_of(const struct suggestion *s)
{
	static const enum wording_key keys[SUGGESTION_CAUSES] = {
	    [CAUSE_MINE_LATE] = WORDING_WHY_MINE_LATE,
	    [CAUSE_THEIRS_LATE] = WORDING_WHY_THEIRS_LATE,
	    [CAUSE_BARRAGE] = WORDING_WHY_BARRAGE,
	    [CAUSE_WAITS_FOR_ME] = WORDING_WHY_WAITS_FOR_ME,
	    [CAUSE_UNANSWERED] = WORDING_WHY_UNANSWERED,
	    [CAUSE_SILENT_TWICE] = WORDING_WHY_SILENT_TWICE,
	    [CAUSE_SILENCE] = WORDING_WHY_SILENCE,
	    [CAUSE_TALKED] = WORDING_WHY_TALKED,
	    [CAUSE_PRESUMED] = WORDING_WHY_PRESUMED,
	    [CAUSE_UNMENTIONED] = WORDING_WHY_UNMENTIONED,
	};

	if (s->count <= 0 && s->cause == CAUSE_MINE_LATE)
		return WORDING_WHY_MINE_LATE_TODAY;
	if (s->cause == CAUSE_THEIRS_LATE && s->kind == SUGGEST_CHECK_IN)
		return WORDING_WHY_THEIRS_LATE_WRITE;
	if (s->count <= 0 && s->cause == CAUSE_THEIRS_LATE)
		return WORDING_WHY_THEIRS_LATE_TODAY;
	if (s->count <= 0 && s->cause == CAUSE_WAITS_FOR_ME)
		return WORDING_WHY_WAITS_FOR_ME_TODAY;
	return keys[s->cause];
}

/* An address for a shell: strangers choose theirs, users copy commands. */
static const char *quoted(struct arena *a, const char *addr)
{
	for (const char *s = addr; *s; s++)
		if (!str_alpha(*s) && !str_digit(*s) && !strchr("@._+-", *s))
			return arena_printf(
			    a, "'%s'", strchr(addr, '\'') ? "WHO" : addr);
	return addr;
}

/* What commands take: the item, else the thread, else the person. */
static const char *target(struct arena *a, const struct suggestion *s)
{
	if (s->cause == CAUSE_BARRAGE && s->thread)
		return arena_printf(a, "t%lld", (long long)s->thread);
	if (s->n_items)
		return arena_printf(a, "%lld", (long long)s->items[0]);
	if (s->thread && s->cause != CAUSE_TALKED)
		return arena_printf(a, "t%lld", (long long)s->thread);
	return quoted(a, s->who.addr);
}

static const char *command(struct arena *a, const struct suggestion *s)
{
	static const char *const verbs[SUGGEST_KINDS] = {
	    [SUGGEST_ACKNOWLEDGE] = "ack",
	    [SUGGEST_REPLY] = "ack",
	    [SUGGEST_CALL] = "call",
	    [SUGGEST_CHECK_IN] = "nudge",
	    [SUGGEST_FOLLOW_UP] = "nudge",
	    [SUGGEST_HELLO] = "call",
	    [SUGGEST_CLOSE] = "done",
	};
	const char *verb = verbs[s->kind];

	/* Only calls and recaps are made with threads and people. */
	if (!s->n_items && s->cause != CAUSE_TALKED)
		verb = "call";
	return arena_printf(a, "rapport %s %s", verb, target(a, s));
}

void why_explain(struct arena *a, const struct wording *w,
    struct suggestion *suggestions, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct suggestion *s = &suggestions[i];
		const struct phrase_slot slots[] = {
		    {"who", phrase_who(a, &s->who)},
		    {"n", arena_printf(a, "%lld", (long long)s->count)},
		    {"topic", utf8_printable(
				  a, s->topic ? s->topic : "", TOPIC_CELLS)},
		    {0},
		};

		s->why = phrase(a, w, key_of(s), slots);
		s->command = command(a, s);
	}
}
