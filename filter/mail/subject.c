/* SPDX-License-Identifier: ISC */
/* What a subject is about, without what mailers put before it. */
#include "mail/subject.h"
#include "base/arena.h"
#include "base/fold.h"
#include "base/str.h"
#include "mail/words.h"
#include "model/letter.h"
#include "model/reading.h"

#include <string.h>

/* More prefixes than this are a prank. */
#define PREFIXES             50
#define LONGEST_TAG_BYTES    60
#define LONGEST_PREFIX_BYTES 40

/* Where the colon of a prefix stands, plain or full-width; 0 if none. */
static size_t colon_at(const char *s, size_t *after_r)
{
	for (size_t n = 0; n <= LONGEST_PREFIX_BYTES && s[n]; n++) {
		bool wide = strncmp(s + n, "\xef\xbc\x9a", 3) == 0;

		if (s[n] == ':' || wide) {
			*after_r = n + (wide ? 3 : 1);
			return n;
		}
	}
	return 0;
}

/* The word before the colon without its count: "[2]", "(2)", "^2", "2". */
static size_t word_length(const char *s, size_t n)
{
	while (n && strchr(" )]", s[n - 1]))
		n--;
	while (n && str_digit(s[n - 1]))
		n--;
	while (n && strchr(" [(^", s[n - 1]))
		n--;
	return n;
}

static bool is_word(const struct reading_words *words, enum reading_kind kind,
    const char *s, size_t n)
{
	char folded[LONGEST_PREFIX_BYTES + 1];

	if (n > LONGEST_PREFIX_BYTES)
		return false;
	return words_is(words, kind, folded, fold_text(folded, s, n));
}

/* Bytes of "[tag] " when more follows it, else 0. */
static size_t tag_at(const char *s)
{
	const char *end = *s == '[' ? strchr(s, ']') : NULL;
	size_t n;

	if (!end || end - s > LONGEST_TAG_BYTES)
		return 0;
	n = (size_t)(end - s) + 1;
	n += strspn(s + n, " ");
	return s[n] ? n : 0;
}

/* Bytes of the prefix at s, noting in l which it is; 0 if none. */
static size_t prefix_at(
    const struct reading_words *words, const char *s, struct letter *l)
{
	size_t after = 0, n = word_length(s, colon_at(s, &after));
	bool reply = is_word(words, READING_REPLY_PREFIX, s, n) ||
		     (n == 2 && str_same_n(s, "re", 2));
	bool forward = is_word(words, READING_FORWARD_PREFIX, s, n);

	if (!n || (!reply && !forward))
		return tag_at(s);
	/* What stands first was done last. */
	if (!l->is_reply && !l->is_forward) {
		l->is_reply = reply;
		l->is_forward = !reply;
	}
	return after;
}

/* Takes "(fwd)" off the end. */
static void trim_end(
    const struct reading_words *words, char *topic, struct letter *l)
{
	size_t n = strlen(topic);
	char *open = n && topic[n - 1] == ')' ? strrchr(topic, '(') : NULL;

	if (!open || !is_word(words, READING_FORWARD_PREFIX, open + 1,
			 (size_t)(topic + n - 1 - (open + 1))))
		return;
	l->is_forward = true;
	while (open > topic && open[-1] == ' ')
		open--;
	*open = '\0';
}

void subject_read(
    struct arena *a, const struct reading_words *words, struct letter *l)
{
	const char *s = l->subject;
	char *topic;
	size_t n;

	for (int i = 0; i < PREFIXES && (n = prefix_at(words, s, l)) > 0; i++) {
		s += n;
		s += strspn(s, " ");
	}
	topic = arena_strdup(a, s);
	trim_end(words, topic, l);
	l->topic = topic;
}
