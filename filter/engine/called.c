/* SPDX-License-Identifier: ISC */
/* Whom a sentence speaks to, or of, by name. */
#include "engine/called.h"
#include "rule/recognize.h"

#include <string.h>

#define LONGEST_NAME  40
#define CALL_WORDS    8 /* "Thanks Ann and Ben," */
#define SHORTEST_NAME 3 /* letters of a short form */
#define SLIP_BYTES    5 /* in shorter names a slip makes another name */
#define SHORT_WORD    3 /* what may join names: "and", "&" */
#define INITIALS_MOST 5

/* The word at s, with bytes beyond ASCII taken for letters. */
static size_t word_length(const char *s, size_t len)
{
	size_t n = 0;

	while (n < len &&
	       (str_alpha(s[n]) || (unsigned char)s[n] >= 0x80 || s[n] == '\''))
		n++;
	return n;
}

static bool has_word(const char *text, struct span word)
{
	size_t len = strlen(text);

	for (size_t i = 0; i < len;) {
		size_t n = word_length(text + i, len - i);

		if (n == word.len_bytes && str_same_n(text + i, word.data, n))
			return true;
		i += n ? n : 1;
	}
	return false;
}

bool called_is_name_of(struct span name, const struct mailbox *m)
{
	char local[LONGEST_NAME + 1];
	size_t n = strcspn(m->addr, "@");

	if (name.len_bytes < 2)
		return false;
	if (m->name[0] && has_word(m->name, name))
		return true;
	if (n > LONGEST_NAME)
		return false;
	memcpy(local, m->addr, n);
	local[n] = '\0';
	return has_word(local, name);
}

static bool is_capital(char c)
{
	return (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

bool called_by_initials(struct span word, const struct mailbox *m)
{
	const char *name = m->name;
	char all[INITIALS_MOST + 1];
	size_t n = 0;

	for (size_t i = 0, len = strlen(name); i < len;) {
		size_t w = word_length(name + i, len - i);

		if (w && n == INITIALS_MOST)
			return false;
		if (w)
			all[n++] = name[i];
		i += w ? w : 1;
	}
	if (n < 2 || (word.len_bytes != n && word.len_bytes != 2))
		return false;
	for (size_t i = 0; i < word.len_bytes; i++)
		if (!is_capital(word.data[i]))
			return false;
	return str_same_n(word.data, all, word.len_bytes - 1) &&
	       str_same_n(word.data + word.len_bytes - 1, all + n - 1, 1);
}

bool called_names(struct span names, const struct mailbox *m)
{
	for (size_t i = 0; i < names.len_bytes;) {
		size_t n = word_length(names.data + i, names.len_bytes - i);

		const struct span word = {names.data + i, n};

		if (n &&
		    (called_is_name_of(word, m) || called_by_initials(word, m)))
			return true;
		i += n ? n : 1;
	}
	return false;
}

static const struct mailbox *named(
    struct span name, const struct mailbox *boxes, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (called_is_name_of(name, &boxes[i]))
			return &boxes[i];
	return NULL;
}

/* "Jean-Luc" is one word. */
static size_t name_length(struct span s, size_t at)
{
	size_t n = word_length(s.data + at, s.len_bytes - at);

	while (n && at + n + 1 < s.len_bytes && s.data[at + n] == '-') {
		size_t more =
		    word_length(s.data + at + n + 1, s.len_bytes - at - n - 1);

		if (!more)
			break;
		n += 1 + more;
	}
	return n;
}

struct span called_head_name(struct span s)
{
	size_t n = name_length(s, 0);

	if (!n || !is_capital(s.data[0]) || n + 1 >= s.len_bytes ||
	    !strchr(",:", s.data[n]) || s.data[n + 1] != ' ')
		n = 0;
	return (struct span){s.data, n};
}

size_t called_first_name(struct span names)
{
	size_t at = 0, end = 0;

	while (at < names.len_bytes && is_capital(names.data[at])) {
		end = at + name_length(names, at);
		at = end;
		if (at < names.len_bytes && str_space(names.data[at]))
			at++;
	}
	return end ? end : names.len_bytes;
}

/* Past blanks and marks; whether a comma, colon or dash was among them. */
static size_t skip_marks(struct span s, size_t at, bool *ends_r)
{
	size_t from = at;

	*ends_r = false;
	while (
	    at < s.len_bytes && strchr(" ,:;-.&/", s.data[at]) && s.data[at]) {
		/* "Ann - " or "Ann- ": else the word goes on. */
		bool is_dash = s.data[at] == '-' &&
			       (at > from || (at + 1 < s.len_bytes &&
						 s.data[at + 1] == ' '));

		*ends_r |= s.data[at] == ',' || s.data[at] == ':' || is_dash;
		at++;
	}
	return at;
}

/* One letter is wrong, missing or too many, or two have changed places. */
static bool is_slip(struct span typed, const char *name, size_t len)
{
	size_t n = typed.len_bytes < len ? typed.len_bytes : len;
	size_t longest = typed.len_bytes + len - n, same = 0, rest;
	const char *a = typed.data, *b = name;

	if (n < SLIP_BYTES || longest - n > 1 || !str_same_n(a, b, 1))
		return false;
	while (same < n && str_same_n(a + same, b + same, 1))
		same++;
	rest = n - same;
	if (longest > n)
		return typed.len_bytes > len
			   ? str_same_n(a + same + 1, b + same, rest)
			   : str_same_n(a + same, b + same + 1, rest);
	if (rest && str_same_n(a + same + 1, b + same + 1, rest - 1))
		return true;
	return rest > 1 && str_same_n(a + same, b + same + 1, 1) &&
	       str_same_n(a + same + 1, b + same, 1) &&
	       str_same_n(a + same + 2, b + same + 2, rest - 2);
}

const struct mailbox *called_reader(
    struct span names, const struct letter *l, const struct me *me)
{
	const struct mailbox *found = NULL;

	for (size_t i = 0; i < l->n_to + l->n_cc; i++) {
		const struct mailbox *m = letter_recipient(l, i);

		if (called_names(names, m) && (!found || me_has(me, m->addr)))
			found = m;
	}
	return found;
}

/* The only recipient whose name was meant by the slip. */
static const struct mailbox *slipped(struct span typed, const struct letter *l)
{
	const struct mailbox *found = NULL;

	for (size_t i = 0; i < l->n_to + l->n_cc; i++) {
		const struct mailbox *m = letter_recipient(l, i);

		for (const char *s = m->name; *s;) {
			size_t len = word_length(s, strlen(s));

			if (len && is_slip(typed, s, len)) {
				if (found && found != m)
					return NULL;
				found = m;
			}
			s += len ? len : 1;
		}
	}
	return found;
}

/* The recipient of that name; the sender signs with theirs. */
static const struct mailbox *called_exactly(
    struct span name, const struct letter *l)
{
	const struct mailbox *m;

	if (called_is_name_of(name, &l->from))
		return NULL;
	m = named(name, l->to, l->n_to);
	return m ? m : named(name, l->cc, l->n_cc);
}

/*
 * "Jeff" of Jeffrey, "Beth" of Elizabeth; "Dave" of David, "Andy" of Andrew:
 * of longer ones the last letter may be another.
 */
static bool is_short_for(struct span typed, const char *name, size_t len)
{
	size_t n = typed.len_bytes, same = 0;

	if (n < SHORTEST_NAME || n >= len)
		return false;
	while (same < n && str_same_n(typed.data + same, name + same, 1))
		same++;
	if (same == n || (n > SHORTEST_NAME && same == n - 1))
		return true;
	for (size_t i = 1; n > SHORTEST_NAME && i + n <= len; i++)
		if (str_same_n(typed.data, name + i, n))
			return true;
	return false;
}

/* Whether the word is one that the language's texts are full of: "All". */
static bool is_common(const struct rules *rules, struct span word)
{
	struct language_signs signs = {0};

	recognize_add(rules, &signs, word.data, word.len_bytes);
	for (size_t i = 0; i < LANGUAGES_MOST; i++)
		if (signs.hits[i])
			return true;
	return false;
}

/* The only recipient whose name such a short form may be of. */
static const struct mailbox *shortened(
    struct span typed, const struct letter *l, const struct rules *rules)
{
	const struct mailbox *found = NULL;

	for (size_t i = 0; i < l->n_to + l->n_cc; i++) {
		const struct mailbox *m = letter_recipient(l, i);

		for (const char *s = m->name; *s;) {
			size_t n = word_length(s, strlen(s));

			if (is_short_for(typed, s, n)) {
				if (found && found != m)
					return NULL;
				found = m;
			}
			s += n ? n : 1;
		}
	}
	return found && !is_common(rules, typed) ? found : NULL;
}

static const struct mailbox *called(struct span name, const struct letter *l)
{
	const struct mailbox *m;

	if (!is_capital(name.data[0]) || called_is_name_of(name, &l->from))
		return NULL;
	m = called_exactly(name, l);
	return m ? m : slipped(name, l);
}

/* The same for the word at s[at]: "Time:" is a heading, and no Timothy. */
static const struct mailbox *called_at(struct span s, size_t at, size_t n,
    const struct letter *l, const struct rules *rules)
{
	struct span name = {s.data + at, n};
	const struct mailbox *m = called(name, l);

	if (m || !is_capital(name.data[0]) ||
	    called_is_name_of(name, &l->from) ||
	    (at + n < s.len_bytes && s.data[at + n] == ':'))
		return m;
	return shortened(name, l, rules);
}

bool called_speaks_of(struct span s, const struct mailbox *m)
{
	size_t words = 0;
	bool goes_on = false; /* a word in lower case and a blank lie before */

	for (size_t at = 0; at < s.len_bytes;) {
		size_t n = word_length(s.data + at, s.len_bytes - at);
		size_t end = at + n;

		if (n && goes_on && words > 1 && is_capital(s.data[at]) &&
		    end + 1 < s.len_bytes && str_space(s.data[end]) &&
		    str_alpha(s.data[end + 1]) &&
		    called_is_name_of((struct span){s.data + at, n}, m))
			return true;
		words += n > 0;
		goes_on = n && !is_capital(s.data[at]) && end < s.len_bytes &&
			  str_space(s.data[end]);
		at = end + (goes_on || !n);
	}
	return false;
}

/* "ann, could you": in small letters, but a name with its mark. */
static const struct mailbox *called_small(struct span s, const struct letter *l)
{
	size_t n = name_length(s, 0);

	if (!n || n + 1 >= s.len_bytes || n > LONGEST_NAME ||
	    is_capital(s.data[0]) || !strchr(",:-", s.data[n]) ||
	    s.data[n + 1] != ' ')
		return NULL;
	return called_exactly((struct span){s.data, n}, l);
}

const struct mailbox *called_last(
    struct span s, const struct letter *l, const struct rules *rules)
{
	const struct mailbox *m;
	size_t end = s.len_bytes, at, before;

	while (end && strchr("?! ", s.data[end - 1]))
		end--;
	if (end == s.len_bytes || !memchr(s.data + end, '?', s.len_bytes - end))
		return NULL;
	at = end;
	while (at && s.data[at - 1] != ',')
		at--;
	if (at < 2 || at + 1 >= end || s.data[at] != ' ' ||
	    end - at > LONGEST_NAME)
		return NULL;
	for (before = at - 1; before && !str_space(s.data[before - 1]);)
		before--;
	if (!before || is_capital(s.data[before]))
		return NULL; /* "to Dana, Ann." */
	at++;
	m = called_at(s, at, end - at, l, rules);
	return name_length(s, at) == end - at ? m : NULL;
}

/*
 * Names with capitals, and short words between them, as far as the last
 * comma, colon or dash before a word that is neither.
 */
struct call called_first(
    struct span s, const struct letter *l, const struct rules *rules)
{
	struct call call = {.n = 0}, so_far = {.n = 0};
	size_t at = 0, words = 0;
	bool ends = false, is_name = false; /* the last word was one */
	bool is_entry = false;              /* "Name: Ann Hall" */
	const struct mailbox *small = called_small(s, l);

	if (small)
		return (struct call){.who = {small}, .n = 1, .words = 1};
	if (s.len_bytes && s.data[0] == '@')
		at++;
	while (at < s.len_bytes && words < CALL_WORDS) {
		size_t n = name_length(s, at);
		const struct mailbox *m;

		if (!n || n > LONGEST_NAME ||
		    (!is_capital(s.data[at]) && (!call.n || n > SHORT_WORD)))
			break;
		m = called_at(s, at, n, l, rules);
		is_name = m != NULL;
		if (m && call.n < CALL_NAMES &&
		    (!call.n || call.who[call.n - 1] != m))
			call.who[call.n++] = m;
		call.words = ++words;
		at = skip_marks(s, at + n, &ends);
		if (ends || (at >= s.len_bytes && is_name))
			so_far = call;
		is_entry |= !m && ends &&
			    s.data[at - 1 - (s.data[at - 1] == ' ')] == ':';
	}
	/* "Ann Hall, director" in a list calls nobody; nor does a form. */
	so_far.is_whole = at >= s.len_bytes &&
			  (ends || (so_far.n && is_name)) &&
			  !(is_entry && so_far.n);
	return so_far;
}
