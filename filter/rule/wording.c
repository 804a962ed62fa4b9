/* SPDX-License-Identifier: ISC */
/*
 * Lines of wording.lang into the texts of digests and drafts. Everything a
 * translator can get wrong is told here, at its place, so that filling in a
 * text cannot fail later.
 */
#include "rule/wording.h"
#include "base/arena.h"
#include "base/diag.h"
#include "base/lines.h"

#include <string.h>

struct wording *wording_new(struct arena *a)
{
	return arena_alloc(a, sizeof(struct wording));
}

/* Whether name[0..n) is one of the blank-separated names in list. */
static bool is_listed(const char *list, const char *name, size_t n)
{
	while (*list) {
		size_t len = strcspn(list, " ");

		if (len == n && !strncmp(list, name, n))
			return true;
		list += len + (list[len] == ' ');
	}
	return false;
}

/* Checks the slot at s, "${...}"; its length, or 0 after a complaint. */
static size_t check_slot(
    const struct lines *in, const char *s, enum wording_key key)
{
	const char *close = strchr(s, '}'), *slots = wording_slots(key);
	size_t n = strcspn(s + 2, ":}");

	if (!close) {
		lines_complain(in, (size_t)(s - in->rest),
		    "the slot has no closing brace");
		return 0;
	}
	if (!is_listed(slots, s + 2, n)) {
		lines_complain(in, (size_t)(s - in->rest),
		    "'%s' has no slot '%.*s'; it has: %s", in->keyword, (int)n,
		    s + 2, *slots ? slots : "none");
		return 0;
	}
	return (size_t)(close - s) + 1;
}

/* Copies one character or escape at *from to *to. */
static bool copy(const struct lines *in, const char **from, char **to)
{
	const char *s = *from;

	if (*s != '\\') {
		*(*to)++ = *s;
		*from = s + 1;
		return true;
	}
	if (s[1] != 'n' && s[1] != '\\' && s[1] != ' ') {
		lines_complain(in, (size_t)(s - in->rest),
		    "a backslash is followed by n, a blank or a backslash");
		return false;
	}
	*from = s + 2;
	if (s[1] == 'n') {
		*(*to)++ = '\n';
		*from += strspn(*from, " \t");
	} else {
		*(*to)++ = s[1];
	}
	return true;
}

bool wording_line(struct wording *w, struct lines *in)
{
	enum wording_key key = wording_from_name(in->keyword);
	const char *from = in->rest;
	char *text, *to;

	if (key == WORDING_KEYS) {
		diag_at(in->diag, in->file, in->line, 1,
		    "there is no text '%s'", in->keyword);
		return false;
	}
	text = to = arena_alloc(in->arena, strlen(from) + 1);
	while (*from) {
		size_t n = 0;

		if (!strncmp(from, "${", 2)) {
			n = check_slot(in, from, key);
			if (!n)
				return false;
			memcpy(to, from, n);
			from += n;
			to += n;
		} else if (!copy(in, &from, &to)) {
			return false;
		}
	}
	*to = '\0';
	w->text[key] = text;
	return true;
}
