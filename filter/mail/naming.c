/* SPDX-License-Identifier: ISC */
/*
 * Names for bare addresses, from a letter's own text. What is shown beside
 * the address is believed; a signature where it fits the address, or stands
 * below "Regards," and is no recipient's.
 */
#include "mail/naming.h"
#include "base/arena.h"
#include "base/fold.h"
#include "base/str.h"
#include "mail/words.h"
#include "model/letter.h"
#include "model/mailbox.h"
#include "model/reading.h"

#include <string.h>

#define MOST_PEOPLE    8 /* of a letter whose names are looked for */
#define SEARCHED       16384
#define NAME_BYTES     40
#define NAME_WORDS     4
#define FITTING_BYTES  3 /* the shortest word that tells whose address it is */
#define SIGN_OFF_BYTES 40

/* How well a line says who signs; what is below is nobody. */
enum sureness { UNSURE, LAST_LINE, ONE_WORD_FITS, SIGNED_OFF, FITS };

struct signer {
	struct span name;
	enum sureness sureness;
};

static bool is_capital(char c)
{
	return (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

static bool is_name_byte(char c)
{
	return str_alpha(c) || c == '.' || c == '-' || c == '\'' ||
	       (unsigned char)c >= 0x80;
}

/* A word in small letters behind its capital; "PJM" may be anything. */
static bool has_small(struct span s)
{
	for (size_t i = 0; i < s.len_bytes; i++)
		if (s.data[i] >= 'a' && s.data[i] <= 'z')
			return true;
	return false;
}

/* The words of a name in s, 0 when it is none: "Ann M. Hall-Moor". */
static size_t name_words(struct span s)
{
	size_t words = 0, at = 0;

	if (s.len_bytes > NAME_BYTES)
		return 0;
	while (at < s.len_bytes) {
		if (!is_capital(s.data[at]) || ++words > NAME_WORDS)
			return 0;
		while (at < s.len_bytes && is_name_byte(s.data[at])) {
			at++;
			if (s.data[at - 1] == '.')
				break; /* "Plan.doc" is a file */
		}
		if (at < s.len_bytes && s.data[at] == ',' && words == 1)
			at++; /* "Hall, Ann" */
		if (at < s.len_bytes && s.data[at++] != ' ')
			return 0;
	}
	return words;
}

/* Behind the last word that has a digit, or is in capitals like "PM". */
static struct span behind_date(struct span s)
{
	size_t start = 0;

	for (size_t i = 0, word = 0; i < s.len_bytes; i++) {
		size_t end = i + 1;

		if (str_space(s.data[i]))
			word = i + 1;
		if (str_digit(s.data[i]))
			start = end;
		if (end - word == 2 && start == word - (word > 0) &&
		    str_alpha(s.data[word]) && str_same_n(&s.data[i], "M", 1) &&
		    end < s.len_bytes && str_space(s.data[end]))
			start = end;
	}
	return str_trim(s.data + start, s.len_bytes - start);
}

/* The name that ends at `end`, before an address on its line. */
static struct span name_before(const char *text, size_t end)
{
	size_t start = end;
	struct span s;

	while (start > 0 && text[start - 1] != '\n' && text[start - 1] != '>' &&
	       text[start - 1] != ';' && text[start - 1] != ':')
		start--;
	s = str_trim(text + start, end - start);
	if (s.len_bytes > 2 && strchr("\"'", s.data[s.len_bytes - 1])) {
		char mark = s.data[s.len_bytes - 1];
		size_t open = s.len_bytes - 1;

		while (open > 0 && s.data[open - 1] != mark)
			open--;
		return str_trim(s.data + open, s.len_bytes - 1 - open);
	}
	for (size_t i = s.len_bytes; i-- > 0;)
		if (s.data[i] == ',' &&
		    name_words((struct span){s.data, s.len_bytes}) == 0) {
			s = str_trim(s.data + i + 1, s.len_bytes - i - 1);
			break;
		}
	return behind_date(s);
}

/* "Ann Hall <ann@a.example>", "Ann Hall [mailto:ann@a.example]". */
static struct span shown_beside(const struct letter *l, const char *addr)
{
	size_t len = l->text_len < SEARCHED ? l->text_len : SEARCHED;
	size_t from = 0;

	while (from < len) {
		const char *hit = str_find(l->text + from, len - from, addr);
		size_t at;
		struct span name;

		if (!hit)
			break;
		at = (size_t)(hit - l->text);
		from = at + strlen(addr);
		if (from == len || !strchr(">]", l->text[from]))
			continue;
		if (at >= 1 && hit[-1] == '<')
			name = name_before(l->text, at - 1);
		else if (at >= 8 && str_same_n(hit - 8, "[mailto:", 8))
			name = name_before(l->text, at - 8);
		else
			continue;
		if (name_words(name) > 1)
			return name;
	}
	return (struct span){"", 0};
}

/* Whether a word of the name stands in the address's local part. */
static bool fits(struct span name, const char *addr)
{
	size_t local = strcspn(addr, "@");

	for (size_t i = 0; i < name.len_bytes;) {
		char word[NAME_BYTES + 1];
		size_t n = 0;

		while (i + n < name.len_bytes && str_alpha(name.data[i + n]))
			n++;
		memcpy(word, name.data + i, n);
		word[n] = '\0';
		if (n >= FITTING_BYTES && str_find(addr, local, word))
			return true;
		i += n ? n : 1;
	}
	return false;
}

static bool is_of_recipient(struct span name, const struct letter *l)
{
	for (size_t i = 0; i < l->n_to + l->n_cc; i++) {
		const struct mailbox *m =
		    i < l->n_to ? &l->to[i] : &l->cc[i - l->n_to];

		if (fits(name, m->addr))
			return true;
	}
	return false;
}

static bool is_sign_off(const struct reading_words *words, struct span s)
{
	char fold[SIGN_OFF_BYTES];

	while (s.len_bytes && strchr(",.!- ", s.data[s.len_bytes - 1]))
		s.len_bytes--;
	if (!s.len_bytes || s.len_bytes > sizeof(fold))
		return false;
	return words_is(words, READING_SIGN_OFF, fold,
	    fold_text(fold, s.data, s.len_bytes));
}

/* A line as far as it can be a name: "Ann Hall, director". */
static struct span name_of_line(struct span line)
{
	size_t n = 0;

	while (line.len_bytes && strchr("- ", line.data[0])) {
		line.data++;
		line.len_bytes--;
	}
	while (n < line.len_bytes && line.data[n] != ',' &&
	       line.data[n] != '(' && line.data[n] != '\t' &&
	       !(line.data[n] == ' ' && n + 1 < line.len_bytes &&
		   line.data[n + 1] == ' '))
		n++;
	while (n && (line.data[n - 1] == '.' || line.data[n - 1] == ' '))
		n--;
	return (struct span){line.data, n};
}

static void look_at_line(const struct reading_words *words,
    const struct letter *l, struct span line, bool is_signed,
    struct signer *best)
{
	struct span name = name_of_line(line);
	size_t n = name_words(name);
	enum sureness sureness = UNSURE;

	if (!n || !has_small(name) || memchr(name.data, ',', name.len_bytes) ||
	    is_sign_off(words, name))
		return;
	if (fits(name, l->from.addr))
		sureness = n > 1 ? FITS : ONE_WORD_FITS;
	if (sureness < SIGNED_OFF && is_signed &&
	    !memchr(line.data, ':', line.len_bytes) &&
	    !is_of_recipient(name, l))
		sureness = SIGNED_OFF;
	if (sureness && sureness >= best->sureness)
		*best = (struct signer){name, sureness};
}

/* A name alone ends the letter; a letter is more than that. */
static void look_at_end(const struct reading_words *words,
    const struct letter *l, struct span last, struct signer *best)
{
	struct span name = name_of_line(last);
	size_t n = name_words(name);

	if (l->n_sentences > 1 && n && n <= 2 && has_small(name) &&
	    name.len_bytes == last.len_bytes && !is_sign_off(words, name) &&
	    !is_of_recipient(name, l))
		*best = (struct signer){name, LAST_LINE};
}

/* The name in the sender's own words, mostly below them. */
static struct span signed_with(
    const struct reading_words *words, const struct letter *l)
{
	struct signer best = {{"", 0}, UNSURE};
	struct span last = {"", 0};

	for (size_t i = 0; i < l->n_zones; i++) {
		const struct zone *z = &l->zones[i];
		const char *at = l->text + z->offset, *end = at + z->len_bytes;
		bool is_signed = false;

		if (z->kind != ZONE_NEW && z->kind != ZONE_SIGNATURE)
			continue;
		/* Below the name that signs stands what it is. */
		is_signed = z->kind == ZONE_SIGNATURE &&
			    (best.sureness != SIGNED_OFF ||
				best.name.data != last.data ||
				name_words(best.name) < 2);
		last = (struct span){"", 0};
		while (at < end) {
			const char *nl = memchr(at, '\n', (size_t)(end - at));
			const char *stop = nl ? nl : end;
			struct span line = str_trim(at, (size_t)(stop - at));

			at = nl ? nl + 1 : end;
			if (!has_small(line))
				continue;
			last = line;
			look_at_line(words, l, line, is_signed, &best);
			is_signed = is_sign_off(words, line);
		}
		if (!best.sureness)
			look_at_end(words, l, last, &best);
	}
	return best.name;
}

void naming_find(
    struct arena *a, const struct reading_words *words, struct letter *l)
{
	size_t looked = 0;

	for (size_t i = 0; i <= l->n_to + l->n_cc && looked < MOST_PEOPLE;
	     i++) {
		struct mailbox *m = i == 0         ? &l->from
				    : i <= l->n_to ? &l->to[i - 1]
						   : &l->cc[i - 1 - l->n_to];
		struct span name;

		if (!m->addr[0] ||
		    mailbox_naming(m->name, m->addr) > NAMING_AGAIN)
			continue;
		looked++;
		name = shown_beside(l, m->addr);
		if (!name.len_bytes && m == &l->from)
			name = signed_with(words, l);
		if (name.len_bytes)
			m->name = arena_strndup(a, name.data, name.len_bytes);
	}
}
