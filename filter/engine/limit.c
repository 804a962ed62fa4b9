/* SPDX-License-Identifier: ISC */
/*
 * Whether a sentence says by when: a question with another time asks about
 * that time, and has none by which it wants its answer.
 */
#include "engine/limit.h"
#include "when/when.h"

bool names_limit(struct arena *a, const struct date_words *words,
    struct span text, struct stamp written)
{
	struct time_expr *times;
	size_t n;

	if (!words)
		return false;
	n = when_find(a, words, text.data, text.len_bytes, written, &times);
	for (size_t i = 0; i < n; i++)
		if (times[i].before)
			return true;
	return false;
}
