/* SPDX-License-Identifier: ISC */
#include "dated.h"
#include "base/arena.h"
#include "engine/detect.h"
#include "mail/read.h"
#include "rule/rules.h"
#include "rulebook.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* When the last act of a kind in a letter of Monday, 2 March 2026, is due. */
static const char *due_of(struct rulebook *f, const char *subject,
    const char *text, enum act_kind kind)
{
	static const struct me nobody = {.name = ""};
	struct stamp then = {.utc_s = 1772442000, .zone_min = 60};
	const struct act *last = NULL;
	const char *bytes = arena_printf(f->arena,
	    "From: Ann Hall <ann@a.example>\n"
	    "To: Ben Moor <ben@b.example>\n"
	    "Subject: %s\nMessage-ID: <1@a.example>\n"
	    "Date: Mon, 2 Mar 2026 10:00:00 +0100\n\n%s\n",
	    subject, text);
	struct letter *l =
	    mail_read(f->arena, rules_language(f->rules, "en")->reading, bytes,
		strlen(bytes), then);
	const struct findings *r =
	    detect(f->arena, f->rules, l, &nobody, DIRECTION_UNKNOWN);

	for (size_t i = 0; i < r->n_acts; i++)
		if (r->acts[i].kind == kind && r->acts[i].confidence >= 0.5)
			last = &r->acts[i];
	if (!last)
		return "no act";
	if (!last->due.is_set)
		return "";
	return arena_strndup(
	    f->arena, civil_format(f->arena, last->due.at), 16);
}

void dated_check(struct rulebook *f, const struct dated *stories, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const struct dated *s = &stories[i];
		const char *due = due_of(f, s->subject, s->text, s->kind);

		if (strcmp(due, s->due) != 0)
			fail_msg("%s / %s: '%s', not '%s'", s->subject, s->text,
			    due, s->due);
	}
}
