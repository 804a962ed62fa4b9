/* SPDX-License-Identifier: ISC */
/* Lines of reading.lang into the words that mail is read with. */
#include "rule/reading.h"
#include "base/arena.h"
#include "base/lines.h"
#include "base/regex.h"

struct reading_words *reading_new(struct arena *a)
{
	return arena_alloc(a, sizeof(struct reading_words));
}

void reading_release(struct reading_words *words)
{
	if (!words)
		return;
	for (size_t i = 0; i < words->n_attributions; i++)
		regex_free(words->attributions[i].compiled);
}

bool reading_line(struct reading_words *words, struct lines *in)
{
	(void)words;
	(void)in;
	return true;
}
