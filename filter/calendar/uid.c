/* SPDX-License-Identifier: ISC */
/*
 * The identity of a to-do: it depends on the message, the sentence and the
 * kind alone, so that a second export updates the first.
 */
#include "base/arena.h"
#include "calendar/calendar.h"

#include <stdint.h>

const char *calendar_uid(struct arena *a, const struct item *it)
{
	const char *key = arena_printf(a, "%s %zu %s", it->message_id,
	    it->sentence, item_kind_name(it->kind));
	uint64_t h = 0xcbf29ce484222325U; /* FNV-1a */

	for (; *key; key++)
		h = (h ^ (unsigned char)*key) * 0x100000001b3U;
	return arena_printf(a, "rapport-%016llx", (unsigned long long)h);
}
