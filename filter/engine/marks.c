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

/* ":-)" at the end, behind a blank; its bytes, or 0. */
static size_t smiley_at_end(struct span s, bool *smiles_r)
{
	size_t at = s.len_bytes;

	while (at && strchr(")(DPp/|-", s.data[at - 1]))
		at--;
	if (at < 2 || at == s.len_bytes || !strchr(":;", s.data[at - 1]) ||
	    !str_space(s.data[at - 2]) || s.data[s.len_bytes - 1] == '-')
		return 0;
	*smiles_r |= strchr(")DPp", s.data[s.len_bytes - 1]) != NULL;
	return s.len_bytes - at + 1;
}

/* An emoji, or what varies the one before it; its bytes, or 0. */
static size_t emoji_at_end(struct span s, bool *smiles_r)
{
	const unsigned char *end = (const unsigned char *)s.data + s.len_bytes;

	if (s.len_bytes >= 3 && end[-3] == 0xef && end[-2] == 0xb8 &&
	    end[-1] == 0x8f)
		return 3; /* U+FE0F: as a picture */
	if (s.len_bytes < 4 || end[-4] != 0xf0 || end[-3] != 0x9f)
		return 0;
	/* U+1F600 to 1F64F, 1F900 to 1F97F: faces */
	*smiles_r |= end[-2] == 0x98 || end[-2] == 0x99 || end[-2] == 0xa4 ||
		     end[-2] == 0xa5;
	return 4;
}

struct span marks_trim(struct span s, bool *smiles_r)
{
	*smiles_r = false;
	for (;;) {
		size_t n = emoji_at_end(s, smiles_r);

		if (!n)
			n = smiley_at_end(s, smiles_r);
		if (!n)
			return s;
		s.len_bytes -= n;
		while (s.len_bytes && str_space(s.data[s.len_bytes - 1]))
			s.len_bytes--;
	}
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
