/* SPDX-License-Identifier: ISC */
/*
 * Answers that Outlook's users set into the text below "Original Message",
 * which has no marks: Outlook can put the writer's name in front of them.
 */
#include "mail/comment.h"
#include "base/arena.h"
#include "base/fold.h"
#include "base/str.h"
#include "model/letter.h"

#include <string.h>

/* "[Hyphenated-Longname, Ann Margaret]" */
#define NAME_BYTES 60
#define MOST_WORDS 6

/* A sender's name in parts, folded. */
struct who {
	char fold[NAME_BYTES];
	struct span words[MOST_WORDS];
	size_t n;
	char initials[MOST_WORDS];
	struct span local; /* of the address */
};

static void know(const struct mailbox *from, struct who *w)
{
	size_t len = strlen(from->name), at = 0;
	const char *sign = strchr(from->addr, '@');

	*w = (struct who){.n = 0};
	if (sign)
		w->local =
		    (struct span){from->addr, (size_t)(sign - from->addr)};
	if (len > NAME_BYTES)
		return;
	len = fold_text(w->fold, from->name, len);
	while (at < len && w->n < MOST_WORDS) {
		size_t start = at;

		while (at < len && w->fold[at] != ' ' && w->fold[at] != ',')
			at++;
		if (at > start) {
			w->initials[w->n] = w->fold[start];
			w->words[w->n++] =
			    (struct span){w->fold + start, at - start};
		}
		at++;
	}
}

static bool same(struct span a, struct span b)
{
	return a.len_bytes == b.len_bytes &&
	       memcmp(a.data, b.data, a.len_bytes) == 0;
}

/* Whether every word of s, folded, is one of the sender's name. */
static bool is_own_name(const struct who *w, struct span s)
{
	size_t at = 0, words = 0;

	if (s.len_bytes < 2)
		return false;
	if (same(s, w->local) ||
	    (w->n >= 2 && same(s, (struct span){w->initials, w->n})))
		return true;
	while (at < s.len_bytes) {
		size_t start = at, i = 0;

		while (
		    at < s.len_bytes && s.data[at] != ' ' && s.data[at] != ',')
			at++;
		if (at > start) {
			struct span word = {s.data + start, at - start};

			while (i < w->n && !same(word, w->words[i]))
				i++;
			if (i == w->n)
				return false;
			words++;
		}
		at++;
	}
	return words > 0;
}

bool comments_is_name_of(
    const struct mailbox *from, const char *fold, size_t len_bytes)
{
	struct who w;

	know(from, &w);
	if (len_bytes == 1)
		return w.n && *fold == w.initials[0];
	return is_own_name(&w, (struct span){fold, len_bytes});
}

/* The bytes of "[Ann] " at the start of a line, or 0. */
static size_t own_bracket(
    const struct who *w, const struct text_lines *lines, size_t i)
{
	const struct text_line *line = &lines->v[i];
	const char *s = lines->text + line->offset, *end;
	size_t at = 0, n;
	char fold[NAME_BYTES];

	while (at < line->len_bytes && str_space(s[at]))
		at++;
	if (at == line->len_bytes || (s[at] != '[' && s[at] != '<'))
		return 0;
	end = memchr(s + at, s[at] == '[' ? ']' : '>', line->len_bytes - at);
	if (!end || (n = (size_t)(end - s) - at - 1) > NAME_BYTES)
		return 0;
	n = fold_text(fold, s + at + 1, n);
	if (!is_own_name(w, (struct span){fold, n}))
		return 0;
	at = (size_t)(end - s) + 1;
	while (at < line->len_bytes && (str_space(s[at]) || s[at] == ':'))
		at++;
	return at;
}

static bool is_unmarked_quote(const struct text_line *line)
{
	return line->kind == ZONE_QUOTE && !line->depth && !line->is_blank;
}

void comments_find(
    struct arena *a, struct text_lines *lines, const struct mailbox *from)
{
	struct who w;
	bool known = false;

	for (size_t i = 0; i < lines->n; i++) {
		const char *s = lines->text + lines->v[i].offset;
		size_t bracket, k;

		if (!is_unmarked_quote(&lines->v[i]) ||
		    (s[0] != '[' && s[0] != '<' && !str_space(s[0])))
			continue;
		if (!known)
			know(from, &w);
		known = true;
		bracket = own_bracket(&w, lines, i);
		if (!bracket)
			continue;
		k = i;
		if (bracket < lines->v[i].len_bytes &&
		    text_lines_cut(a, lines, i, bracket))
			lines->v[k++].kind = ZONE_ATTRIBUTION;
		for (; k < lines->n && is_unmarked_quote(&lines->v[k]); k++) {
			if (k > i + 1 && own_bracket(&w, lines, k))
				break;
			lines->v[k].kind = ZONE_NEW;
		}
		i = k - 1;
	}
}
