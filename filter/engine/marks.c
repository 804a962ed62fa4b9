/* SPDX-License-Identifier: ISC */
/*
 * Question marks, and whether they can be believed. What is asked the rules
 * know.
 */
#include "engine/marks.h"

#include <string.h>

bool marks_ask(struct span s)
{
	while (s.len_bytes && strchr("\"')> ", s.data[s.len_bytes - 1]))
		s.len_bytes--;
	return s.len_bytes && s.data[s.len_bytes - 1] == '?';
}

bool marks_are_lost(const struct letter *l)
{
	size_t lost = 0;

	for (size_t i = 0; i < l->n_sentences; i++) {
		const struct sentence *s = &l->sentences[i];

		for (size_t k = 1; k < s->text_len; k++) {
			char before = s->text[k - 1];

			lost += s->text[k] == '?' &&
				(before == '.' || before == ',' ||
				    (str_alpha(before) && k + 1 < s->text_len &&
					str_alpha(s->text[k + 1])));
		}
	}
	return lost > 1;
}
