/* SPDX-License-Identifier: ISC */
/*
 * Where a letter ends and what was pasted below it begins: an article, an
 * advertisement, a draft. Who has signed has had their say, but for a
 * postscript. Knows no language: it looks for the sender's name.
 */
#include "engine/pasted.h"
#include "base/str.h"
#include "engine/called.h"

/* "Thank you, Ann Hall" is the longest line that signs. */
#define SIGN_WORDS 4
#define SIGN_BYTES 80
/* Sentences of so many words that a postscript does not reach. */
#define PROSE_WORDS 6
#define MIN_PROSE   6
/* Sentences below the name that are the sender's all the same. */
#define POSTSCRIPT 2

/* A line that greets, heads or asks goes on below. */
static bool is_signed(const struct sentence *s, const struct mailbox *from)
{
	const struct span line = {s->text, s->text_len};
	char last = s->text_len ? s->text[s->text_len - 1] : ':';

	if (s->text_len > SIGN_BYTES)
		return false;
	for (size_t i = 0; i < s->text_len; i++)
		if (str_digit(s->text[i]) || s->text[i] == '@' ||
		    s->text[i] == ':')
			return false;
	return last != ',' && last != '?' && last != '-' &&
	       str_words(s->text, s->text_len) <= SIGN_WORDS &&
	       called_names(line, from);
}

/* A name among others stands in a list; who signs has said something. */
static bool ends_text(const struct sentence *s)
{
	char last = s->text_len ? s->text[s->text_len - 1] : ':';

	return last == '.' || last == ',' || last == '!' || last == '?' ||
	       last == ')' || str_words(s->text, s->text_len) == 1;
}

size_t pasted_from(const struct letter *l)
{
	size_t n_prose = 0, from = l->n_sentences;

	for (size_t i = l->n_sentences; i-- > 1;) {
		/* Who answers below what is quoted has signed above it. */
		if (l->sentences[i].answers < l->n_quoted)
			break;
		n_prose += n_prose < MIN_PROSE &&
			   str_words(l->sentences[i].text,
			       l->sentences[i].text_len) >= PROSE_WORDS;
		if (n_prose >= MIN_PROSE &&
		    is_signed(&l->sentences[i], &l->from) &&
		    ends_text(&l->sentences[i - 1]))
			from = i + 1 + POSTSCRIPT;
	}
	return from;
}
