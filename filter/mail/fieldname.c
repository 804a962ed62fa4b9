/* SPDX-License-Identifier: ISC */
/* Names of header fields in quoted text, as reading.lang has them. */
#include "mail/fieldname.h"
#include "base/str.h"
#include "mail/textline.h"
#include "mail/words.h"

#include <string.h>

/* The longest name of a field, in bytes ("Odpowiedź do"). */
#define FIELD_NAME_BYTES 48

static enum quoted_field field_called(
    const struct reading_words *words, const char *s, size_t len_bytes)
{
	static const struct {
		enum reading_kind kind;
		enum quoted_field field;
	} kinds[] = {
	    {READING_FIELD_FROM, FIELD_FROM},
	    {READING_FIELD_DATE, FIELD_DATE},
	    {READING_FIELD_TO, FIELD_TO},
	    {READING_FIELD_SUBJECT, FIELD_SUBJECT},
	    {READING_FIELD_OTHER, FIELD_OTHER},
	};

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (words_is(words, kinds[i].kind, s, len_bytes))
			return kinds[i].field;
	return FIELD_NONE;
}

enum quoted_field field_name_in(
    const struct reading_words *words, const char *s, size_t len_bytes)
{
	size_t n = len_bytes < FIELD_NAME_BYTES ? len_bytes : FIELD_NAME_BYTES;
	const char *colon = n ? memchr(s, ':', n) : NULL;
	struct span name;

	if (!colon)
		return FIELD_NONE;
	n = (size_t)(colon - s);
	while (n && (s[n - 1] == '*' || s[n - 1] == '_'))
		n--;
	name = str_trim(s, n);
	return field_called(words, name.data, name.len_bytes);
}

enum quoted_field field_name_of(
    const struct reading_words *words, const struct text_line *line)
{
	return field_name_in(words, line->fold, line->fold_len);
}

enum quoted_field field_label_of(
    const struct reading_words *words, const struct text_line *line)
{
	if (!line->fold_len || line->fold_len > FIELD_NAME_BYTES)
		return FIELD_NONE;
	return field_called(words, line->fold, line->fold_len);
}
