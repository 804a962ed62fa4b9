/* SPDX-License-Identifier: ISC */
/*
 * Lines of reading.lang into the phrases that mail is read with. Phrases
 * stay in the line's own copy.
 */
#include "rule/reading.h"
#include "base/arena.h"
#include "base/lines.h"
#include "base/str.h"

#include <string.h>

/* The longest phrase known is a disclaimer's first words. */
#define LONGEST_PHRASE_BYTES 200
/* Indices are 16 bits wide; all languages together have some hundreds. */
#define MOST_PHRASES 20000
/* What a phrase stands for is told by its place in the year. */
#define MONTHS 12

static const struct {
	const char *keyword;
	enum reading_kind kind;
} kinds[] = {
    {"wrote", READING_WROTE},
    {"on", READING_ON},
    {"quoting", READING_QUOTING},
    {"field-from", READING_FIELD_FROM},
    {"field-date", READING_FIELD_DATE},
    {"field-to", READING_FIELD_TO},
    {"field-subject", READING_FIELD_SUBJECT},
    {"field-other", READING_FIELD_OTHER},
    {"original", READING_ORIGINAL},
    {"forwarded", READING_FORWARDED},
    {"reply-prefix", READING_REPLY_PREFIX},
    {"forward-prefix", READING_FORWARD_PREFIX},
    {"sent-from", READING_SENT_FROM},
    {"sent-from-end", READING_SENT_FROM_END},
    {"device", READING_DEVICE},
    {"sign-off", READING_SIGN_OFF},
    {"postscript", READING_POSTSCRIPT},
    {"greeting", READING_GREETING},
    {"abbreviation", READING_ABBREVIATION},
    {"abbreviation-end", READING_ABBREVIATION_END},
    {"before-number", READING_BEFORE_NUMBER},
    {"after-number", READING_AFTER_NUMBER},
    {"before-figure", READING_BEFORE_FIGURE},
    {"goes-on", READING_GOES_ON},
    {"before-clause", READING_BEFORE_CLAUSE},
    {"after-time", READING_AFTER_TIME},
    {"new-clause", READING_NEW_CLAUSE},
    {"months", READING_MONTHS},
    {"sent-folder", READING_SENT_FOLDER},
    {"disclaimer", READING_DISCLAIMER},
    {"footer", READING_FOOTER},
};

struct reading_words *reading_new(struct arena *a)
{
	return arena_alloc(a, sizeof(struct reading_words));
}

static void add(struct arena *a, struct reading_list *list, const char *text,
    size_t len_bytes)
{
	uint16_t *first = &list->first[(unsigned char)text[0]];

	list->phrases = arena_grow(
	    a, list->phrases, list->n, &list->cap, sizeof(*list->phrases));
	list->phrases[list->n++] = (struct reading_phrase){
	    .text = text, .len_bytes = (uint16_t)len_bytes, .next = *first};
	*first = (uint16_t)list->n;
}

/*
 * Folds all phrases of a line in place. Only ASCII is folded: this runs for
 * thousands of phrases at each start, and the files hold other letters in
 * lower case (a test sees to it). Eight bytes at a time: a byte's high bit
 * tells in at_least_a and beyond_z which it is, and is 0x20 when shifted.
 */
static void fold_ascii(char *s, size_t len_bytes)
{
	const uint64_t ones = 0x0101010101010101U, high = ones * 0x80;
	uint64_t eight, low, at_least_a, beyond_z;
	size_t n = 0;

	for (; n + sizeof(eight) <= len_bytes; n += sizeof(eight)) {
		memcpy(&eight, s + n, sizeof(eight));
		low = eight & ~high;
		at_least_a = low + ones * (0x80 - 'A');
		beyond_z = low + ones * (0x7f - 'Z');
		eight |= ((at_least_a ^ beyond_z) & ~eight & high) >> 2;
		memcpy(s + n, &eight, sizeof(eight));
	}
	for (; n < len_bytes; n++)
		s[n] = str_lower(s[n]);
}

/* Twelve phrases, each of them good: the next line's begin a new year. */
static bool has_all_months(const struct lines *in)
{
	const char *at = in->rest, *end = at + strlen(at);
	size_t n = 0;

	while (at <= end) {
		const char *bar = memchr(at, '|', (size_t)(end - at));
		struct span s = str_trim(at, (size_t)((bar ? bar : end) - at));

		if (!s.len_bytes || s.len_bytes > LONGEST_PHRASE_BYTES)
			return false;
		n++;
		at = bar ? bar + 1 : end + 1;
	}
	return n == MONTHS;
}

static bool add_phrases(struct reading_list *list, struct lines *in)
{
	const char *at = in->rest, *end = at + strlen(at);

	fold_ascii(in->rest, (size_t)(end - at));
	for (;;) {
		const char *bar = memchr(at, '|', (size_t)(end - at));
		struct span s = str_trim(at, (size_t)((bar ? bar : end) - at));
		const char *why = NULL;

		if (!s.len_bytes)
			why = "an empty phrase";
		else if (s.len_bytes > LONGEST_PHRASE_BYTES)
			why = "the phrase is too long";
		else if (list->n == MOST_PHRASES)
			why = "too many phrases";
		if (why) {
			lines_complain(in, (size_t)(at - in->rest), "%s", why);
			return false;
		}
		add(in->arena, list, s.data, s.len_bytes);
		if (!bar)
			return true;
		at = bar + 1;
	}
}

bool reading_line(struct reading_words *words, struct lines *in)
{
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		if (!str_same(in->keyword, kinds[i].keyword))
			continue;
		if (kinds[i].kind == READING_MONTHS && !has_all_months(in)) {
			lines_complain(in, 0, "12 phrases are needed");
			return false;
		}
		return add_phrases(&words->lists[kinds[i].kind], in);
	}
	lines_complain(in, 0, "unknown kind of phrase '%s'", in->keyword);
	return false;
}
