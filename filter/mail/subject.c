/* SPDX-License-Identifier: ISC */
/* What a subject is about, without what mailers put before it. */
#include "mail/subject.h"
#include "base/arena.h"
#include "base/str.h"
#include "model/letter.h"
#include "model/reading.h"

#include <string.h>

/* More prefixes than this are a prank. */
#define PREFIXES          50
#define LONGEST_TAG_BYTES 60

/* Bytes of the word of that kind that s begins with, 0 if none. */
static size_t word_at(
    const struct reading_words *words, enum reading_kind kind, const char *s)
{
	size_t best = 0;

	for (size_t i = 0; words && i < words->n_words[kind]; i++) {
		const struct reading_word *w = &words->words[kind][i];

		if (w->len_bytes > best && str_starts(s, w->text))
			best = w->len_bytes;
	}
	return best;
}

/*
 * Bytes of what may follow the word: a count "[2]", "(2)", "^2" or "2",
 * then a colon, plain or full-width. 0 when there is no colon.
 */
static size_t colon_at(const char *s)
{
	size_t n = strspn(s, " ");

	if (s[n] && strchr("[(^", s[n]) && str_digit(s[n + 1]))
		n++;
	n += strspn(s + n, "0123456789");
	if (s[n] == ']' || s[n] == ')')
		n++;
	n += strspn(s + n, " ");
	if (s[n] == ':')
		return n + 1;
	return strncmp(s + n, "\xef\xbc\x9a", 3) == 0 ? n + 3 : 0;
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
	size_t reply = word_at(words, READING_REPLY_PREFIX, s),
	       forward = word_at(words, READING_FORWARD_PREFIX, s), n, colon;

	if (!reply && str_starts(s, "re"))
		reply = 2;
	n = reply >= forward ? reply : forward;
	colon = n ? colon_at(s + n) : 0;
	if (!colon)
		return tag_at(s);
	/* What stands first was done last. */
	if (!l->is_reply && !l->is_forward) {
		l->is_reply = reply >= forward;
		l->is_forward = reply < forward;
	}
	return n + colon;
}

/* Takes "(fwd)" off the end. */
static void trim_end(
    const struct reading_words *words, char *topic, struct letter *l)
{
	size_t n = strlen(topic), word;
	char *open = n && topic[n - 1] == ')' ? strrchr(topic, '(') : NULL;

	if (!open)
		return;
	word = word_at(words, READING_FORWARD_PREFIX, open + 1);
	if (!word || open + 1 + word != topic + n - 1)
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
