/* SPDX-License-Identifier: ISC */
/*
 * Signatures and what machines append. A cut runs to the end of its run of
 * new text; a closing and the name below it ("Best regards, Bob") stay. When
 * in doubt a line is text: what is lost here is never read.
 */
#include "mail/signature.h"
#include "base/str.h"
#include "mail/words.h"

#include <string.h>

/* RFC 3676, 4.3: "-- "; people's are longer than netiquette's four lines. */
#define SIGNATURE_LINES 30
/* "--" without its blank may divide text as well: short blocks only. */
#define LOOSE_SIGNATURE_LINES 12
#define SHORT_LINE_BYTES      80
/* Titles and addresses: prose has more words in a line. */
#define CARD_LINE_WORDS 9
/* A card that nothing announces; more lines need more ways of contact. */
#define LAST_CARD_LINES 8
/* ITU-T E.164: 15 with "+"; as many without are some other number. */
#define PHONE_DIGITS 14
/* Small words that are longer than "and", "für", "des" ... */
#define PARTICLE_BYTES 3
/* ... and so many of them are no title. */
#define PROSE_WORDS 4
#define NAME_BYTES  40
/* "Sent from my ...": longer is a sentence. */
#define DEVICE_LINE_BYTES 120
/* A line that may have been wrapped. */
#define FILLED_LINE_BYTES 50
/* Mailing lists and web mail draw lines of 30 to 70 "_" above footers. */
#define FOOTER_RULE_BYTES 30

struct run {
	const struct reading_words *words;
	struct text_lines *lines;
	size_t from, to;
	bool from_text;   /* the run has new text above it */
	bool text_above;  /* text that stays was seen so far */
	bool drawn_above; /* and a drawn line that ended nothing */
};

static struct span raw(const struct run *r, size_t i)
{
	const struct text_line *line = &r->lines->v[i];

	return str_trim(r->lines->text + line->offset, line->len_bytes);
}

static void mark(struct run *r, size_t from, size_t to, enum zone_kind kind)
{
	for (size_t i = from; i < to; i++)
		r->lines->v[i].kind = kind;
}

static size_t skip(const struct run *r, size_t i)
{
	while (i < r->to && r->lines->v[i].is_blank)
		i++;
	return i;
}

/* Lines with text from `from` on, up to a limit; whether all are short. */
static size_t count_lines(const struct run *r, size_t from, bool *short_r)
{
	size_t n = 0;

	*short_r = true;
	for (size_t i = from; i < r->to; i++) {
		if (r->lines->v[i].is_blank)
			continue;
		if (n++ > SIGNATURE_LINES)
			break;
		if (r->lines->v[i].len_bytes > SHORT_LINE_BYTES)
			*short_r = false;
	}
	return n;
}

/* "--", "---", a dash of any kind alone. */
static bool is_dash_line(struct span s)
{
	size_t i = 0;

	while (i < s.len_bytes && (s.data[i] == '-' || s.data[i] == '_'))
		i++;
	if (i == s.len_bytes)
		return i >= 2 && i <= 5;
	/* U+2013 and U+2014, followed by a hyphen in some programs. */
	return s.len_bytes <= 4 && s.len_bytes >= 3 &&
	       (memcmp(s.data, "\xe2\x80\x93", 3) == 0 ||
		   memcmp(s.data, "\xe2\x80\x94", 3) == 0) &&
	       (s.len_bytes == 3 || s.data[3] == '-');
}

static bool is_footer_rule(struct span s)
{
	size_t i = 0;

	while (i < s.len_bytes && s.data[i] == '_')
		i++;
	return i == s.len_bytes && i >= FOOTER_RULE_BYTES;
}

/* A heading's underline: as long as the line right above. */
static bool is_underline(const struct run *r, size_t i)
{
	size_t n = raw(r, i).len_bytes, above;

	if (n < 3 || i == r->from || r->lines->v[i - 1].is_blank)
		return false;
	above = raw(r, i - 1).len_bytes;
	return above <= n + 1 && n <= above + 1;
}

static bool is_signature(const struct run *r, size_t i)
{
	const struct text_line *line = &r->lines->v[i];
	size_t n;
	bool all_short;

	if (line->fold_len || !is_dash_line(raw(r, i)))
		return false;
	n = count_lines(r, i + 1, &all_short);
	/* "-- " with its blank is meant; the last may be a non-breaking one. */
	if (line->len_bytes > 2 && line->len_bytes <= 4 &&
	    memcmp(r->lines->text + line->offset, "-- ", 3) == 0)
		return n <= SIGNATURE_LINES;
	if (n > LOOSE_SIGNATURE_LINES || (!all_short && n > 4))
		return false;
	/* Lines drawn between paragraphs set off chapters. */
	if (r->drawn_above || is_underline(r, i))
		return false;
	for (size_t k = skip(r, i + 1); k < r->to; k++)
		if (!r->lines->v[k].is_blank && !r->lines->v[k].fold_len &&
		    k > i + 2 && !is_footer_rule(raw(r, k)))
			return false;
	return true;
}

static bool is_sent_from(const struct run *r, const struct text_line *line)
{
	const char *s = line->fold, *comma;
	size_t n = line->fold_len, end;

	if (!n || line->len_bytes > DEVICE_LINE_BYTES)
		return false;
	if (!words_prefix(r->words, READING_SENT_FROM, s, n) &&
	    !words_suffix(r->words, READING_SENT_FROM_END, s, n))
		return false;
	/* "Sent from my desk, where ..." is a sentence. */
	comma = memchr(s, ',', n);
	if (words_find(r->words, READING_DEVICE, s,
		comma ? (size_t)(comma - s) : n, &end))
		return true;
	return !comma && s[n - 1] != '?' &&
	       (s[n - 1] != '.' || n < SHORT_LINE_BYTES);
}

/* Words in a folded line, up to a limit that no name reaches. */
static size_t count_words(const char *s, size_t len)
{
	size_t n = len > 0;

	for (size_t i = 0; i < len; i++)
		n += s[i] == ' ';
	return n;
}

static bool is_apart(char c)
{
	return c == ',' || c == '!' || c == '.' || c == ' ';
}

/* "Best regards,", "Thanks!", "LG, Eva", "Cheers Bob". */
static bool is_closing(const struct run *r, const struct text_line *line)
{
	const char *s = line->fold;
	size_t n = line->fold_len, rest;
	size_t m = words_prefix(r->words, READING_SIGN_OFF, s, n);
	bool apart = false;

	if (!m)
		return false;
	for (; m < n && is_apart(s[m]); m++)
		apart |= s[m] != ' ';
	rest = count_words(s + m, n - m);
	return n - m <= NAME_BYTES / 2 && rest <= (apart ? 3 : 1) &&
	       !memchr(s, '?', n);
}

static bool is_name(const struct text_line *line)
{
	const char *s = line->fold;
	size_t n = line->fold_len;

	return n && n <= NAME_BYTES && count_words(s, n) <= 4 &&
	       !memchr(s, '@', n) && !memchr(s, ':', n) && s[n - 1] != '?' &&
	       !str_digit(s[0]);
}

/* Words in small letters: titles have a few, prose is made of them. */
static size_t count_small_words(struct span s)
{
	size_t n = 0, start;

	for (size_t i = 0; i < s.len_bytes; i++) {
		start = i;
		while (i < s.len_bytes && s.data[i] >= 'a' && s.data[i] <= 'z')
			i++;
		n += i - start > PARTICLE_BYTES &&
		     (!start || s.data[start - 1] == ' ') &&
		     (i == s.len_bytes || strchr(" .,;!", s.data[i]));
	}
	return n;
}

/* A line of a signature: short, and no sentence. */
static bool is_card_line(const struct run *r, const struct text_line *line)
{
	const char *s = line->fold;
	size_t n = line->fold_len;
	char last = (char)(n ? s[n - 1] : 0);
	struct span all =
	    str_trim(r->lines->text + line->offset, line->len_bytes);

	if (words_prefix(r->words, READING_POSTSCRIPT, s, n))
		return false;
	if (line->len_bytes > SHORT_LINE_BYTES || last == '?' || last == '!' ||
	    count_words(s, n) > CARD_LINE_WORDS || last == ':' ||
	    count_small_words(all) >= PROSE_WORDS)
		return false;
	return last != '.' || count_words(s, n) <= 3;
}

/* A telephone number, an address of mail or web. */
static bool is_contact(const struct text_line *line)
{
	const char *s = line->fold;
	size_t n = line->fold_len, numbers = 0, run = 0;

	if (!n || n > SHORT_LINE_BYTES)
		return false;
	if (memchr(s, '@', n) || str_find(s, n, "www.") ||
	    str_find(s, n, "http"))
		return count_words(s, n) <= 4;
	for (size_t i = 0; i < n; i++) {
		run = str_digit(s[i]) ? run + 1 : 0;
		if (run > PHONE_DIGITS)
			return false;
		numbers += run > 0;
		/* A time of day, not a telephone. */
		if (i && i + 1 < n && s[i] == ':' && str_digit(s[i - 1]) &&
		    str_digit(s[i + 1]))
			return false;
	}
	return numbers >= 7 && count_words(s, n) <= 6;
}

/* Lines of a card in [from, to) and contacts in them; false: prose. */
static bool is_card(
    const struct run *r, size_t from, size_t *lines_r, size_t *contacts_r)
{
	*lines_r = *contacts_r = 0;
	for (size_t i = from; i < r->to; i++) {
		const struct text_line *line = &r->lines->v[i];

		if (line->is_blank)
			continue;
		if (!is_card_line(r, line) || is_closing(r, line))
			return false;
		if (++*lines_r > SIGNATURE_LINES)
			return false;
		*contacts_r += is_contact(line);
	}
	return *lines_r > 0;
}

/* "-roman": a name with a dash, as the last line. */
static bool is_dashed_name(const struct run *r, size_t i)
{
	const struct text_line *line = &r->lines->v[i];
	struct span s = raw(r, i);

	return s.len_bytes > 2 && s.data[0] == '-' && str_alpha(s.data[1]) &&
	       count_words(line->fold, line->fold_len) <= 2 && is_name(line) &&
	       skip(r, i + 1) == r->to && i > r->from &&
	       r->lines->text[line[-1].offset] != '-';
}

/* The last paragraph, when it is a card; else r->to. */
static size_t last_paragraph(const struct run *r)
{
	size_t end = r->to, at, lines, contacts;

	while (end > r->from && r->lines->v[end - 1].is_blank)
		end--;
	for (at = end; at > r->from && !r->lines->v[at - 1].is_blank;)
		at--;
	if ((at > r->from || r->from_text) &&
	    is_card(r, at, &lines, &contacts) && contacts >= 2 && lines >= 3 &&
	    lines <= (contacts > 2 ? 2 * LAST_CARD_LINES : LAST_CARD_LINES))
		return at;
	return r->to;
}

/*
 * Where a card begins that no dashes announce: below a closing and a name,
 * below a drawn line, or as a last paragraph with two ways of reaching
 * someone. r->to when there is none.
 */
static size_t find_card(const struct run *r)
{
	size_t at, lines, contacts;
	bool above = r->from_text;

	for (size_t i = r->from; i < r->to; i++) {
		const struct text_line *line = &r->lines->v[i];

		if (line->is_blank)
			continue;
		if (above && is_closing(r, line)) {
			at = skip(r, i + 1);
			if (at < r->to && at <= i + 3 &&
			    is_name(&r->lines->v[at]) &&
			    !is_closing(r, &r->lines->v[at]))
				at = skip(r, at + 1);
			if (is_card(r, at, &lines, &contacts))
				return at;
		}
		if (above && !line->fold_len &&
		    is_card(r, i + 1, &lines, &contacts) && contacts)
			return i;
		if (above && is_dashed_name(r, i))
			return i;
		above |= line->fold_len > 0;
	}
	return last_paragraph(r);
}

/* Ends of paragraphs that a machine or a lawyer wrote. */
static size_t paragraph_end(const struct run *r, size_t i)
{
	while (i < r->to && !r->lines->v[i].is_blank)
		i++;
	return i;
}

static bool is_banner_text(const struct run *r, size_t i)
{
	const struct text_line *line = &r->lines->v[i];
	const char *s = line->fold;
	size_t n = line->fold_len;

	/* "[EXTERNAL EMAIL] ..." */
	while (n && (*s == '[' || *s == '(' || *s == '"')) {
		s++;
		n--;
	}
	return words_prefix(r->words, READING_DISCLAIMER, s, n) > 0;
}

/* A drawn line just above belongs to what it announces. */
static size_t with_rule(const struct run *r, size_t i)
{
	size_t at = i;

	while (at > r->from && r->lines->v[at - 1].is_blank)
		at--;
	if (at > r->from && !r->lines->v[at - 1].fold_len)
		return at - 1;
	return i;
}

/* Lists and virus scanners set their lines off like signatures. */
static bool is_machines(const struct run *r, size_t i)
{
	const struct text_line *line;

	i = skip(r, i);
	if (i == r->to)
		return false;
	line = &r->lines->v[i];
	return words_prefix(
		   r->words, READING_FOOTER, line->fold, line->fold_len) > 0 ||
	       is_banner_text(r, i);
}

static bool ends_sentence(const struct text_line *line)
{
	return strchr(".!?:", line->fold[line->fold_len - 1]) != NULL;
}

/* Where and as what the run is cut at line i; r->to: not here. */
static size_t cut_at(const struct run *r, size_t i, enum zone_kind *kind_r)
{
	const struct text_line *line = &r->lines->v[i];
	bool opens = i == r->from || r->lines->v[i - 1].is_blank ||
		     !r->lines->v[i - 1].fold_len;
	bool goes_on = !opens && !ends_sentence(&r->lines->v[i - 1]);

	*kind_r = ZONE_SIGNATURE;
	if (is_signature(r, i)) {
		*kind_r = is_machines(r, i + 1) ? ZONE_FOOTER : ZONE_SIGNATURE;
		return i;
	}
	/* "... was" / "sent from the hall": the line above had no room. */
	if (is_sent_from(r, line) &&
	    !(goes_on && line[-1].len_bytes > FILLED_LINE_BYTES))
		return i;
	*kind_r = ZONE_FOOTER;
	if (is_footer_rule(raw(r, i)))
		return i;
	if ((!goes_on && words_prefix(r->words, READING_FOOTER, line->fold,
			     line->fold_len)) ||
	    (opens && is_banner_text(r, i)))
		return with_rule(r, i);
	return r->to;
}

/* " - plan.doc": what archives of Notes mail leave of an attachment. */
static bool is_file_line(const struct run *r, size_t i)
{
	struct span s = raw(r, i);
	size_t dot = s.len_bytes;

	if (s.len_bytes < 6 || s.data[0] != '-' || s.data[1] != ' ')
		return false;
	while (dot && s.data[dot - 1] != '.' && str_alpha(s.data[dot - 1]))
		dot--;
	return dot > 3 && s.data[dot - 1] == '.' && s.len_bytes - dot >= 2 &&
	       s.len_bytes - dot <= 4;
}

/* Files of older mail that are named below it: they are not the sender's. */
static bool is_file_list(const struct run *r)
{
	for (size_t i = r->from; i < r->to; i++)
		if (!r->lines->v[i].is_blank && !is_file_line(r, i))
			return false;
	return r->from > 0;
}

/* Machines' marks at the end: drawn lines and tracking characters. */
static void trim_rules(struct run *r, size_t to)
{
	while (to > r->from) {
		struct text_line *line = &r->lines->v[to - 1];
		struct span s = raw(r, to - 1);

		if (line->is_blank) {
			to--;
			continue;
		}
		/* U+1427 is what a tracker of Gmail leaves behind. */
		if (line->fold_len &&
		    !(s.len_bytes == 3 &&
			memcmp(s.data, "\xe1\x90\xa7", 3) == 0))
			break;
		if (!line->fold_len && line->depth)
			break;
		line->kind = ZONE_FOOTER;
		to--;
	}
}

/* Whether a postscript follows soon from line i on. */
static bool has_postscript(const struct run *r, size_t i)
{
	size_t end = i + SIGNATURE_LINES;

	for (i = skip(r, i); i < r->to && i < end; i = skip(r, i + 1)) {
		const struct text_line *line = &r->lines->v[i];

		if (words_prefix(r->words, READING_POSTSCRIPT, line->fold,
			line->fold_len))
			return true;
	}
	return false;
}

/*
 * Where a cut at line i ends: above all text, and with a postscript below
 * what a telephone appended, it is one paragraph. Other text below that is a
 * quote that the telephone did not mark.
 */
static size_t cut_end(const struct run *r, size_t i, enum zone_kind kind)
{
	size_t end = paragraph_end(r, i);
	bool sent_from = is_sent_from(r, &r->lines->v[i]);

	if (r->text_above)
		return sent_from && has_postscript(r, end) ? end : r->to;
	if (kind == ZONE_FOOTER)
		return end;
	return i + (sent_from ? 1 : 0);
}

void signatures_find(const struct reading_words *words,
    struct text_lines *lines, size_t from, size_t to, bool is_first)
{
	struct run r = {words, lines, from, to, !is_first, !is_first, false};
	size_t cut = to, card, end;
	enum zone_kind kind = ZONE_NEW;

	if (is_file_list(&r)) {
		mark(&r, from, to, ZONE_FOOTER);
		return;
	}
	for (size_t i = from; i < to && cut == to; i++) {
		const struct text_line *line = &lines->v[i];

		if (line->is_blank)
			continue;
		if (line->place == PLACE_SIGNATURE) {
			mark(&r, i, i + 1, ZONE_SIGNATURE);
			continue;
		}
		cut = cut_at(&r, i, &kind);
		end = cut < to ? cut_end(&r, i, kind) : to;
		if (end < to || (cut < to && !r.text_above)) {
			mark(&r, i, end, kind);
			r.text_above |= end == i;
			if (end > i)
				i = end - 1;
			cut = to;
			continue;
		}
		r.text_above |= line->fold_len > 0;
		r.drawn_above |= line->fold_len == 0;
	}
	mark(&r, cut, to, kind);
	r.to = cut;
	card = find_card(&r);
	mark(&r, card, cut, ZONE_SIGNATURE);
	trim_rules(&r, card);
}
