/* SPDX-License-Identifier: ISC */
/*
 * Charsets by the names that mail gives them. The frequent ones are
 * converted here; iconv, which loads a module for each, does the rest.
 */
#include "mail/charset.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "base/utf8.h"
#include "mail/alphabet.h"
#include "mail/eastasia.h"
#include "mail/script.h"

#include <errno.h>
#include <iconv.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#define REPLACEMENT        "\xef\xbf\xbd"
#define LONGEST_NAME_BYTES 40

struct alias {
	const char *label; /* as in mail, lower case */
	const char *name;  /* as iconv knows it; "" is guessed */
};

/*
 * Labels that iconv does not know, and labels that are used for a superset
 * (WHATWG Encoding, 4.2: a mailer that says gb2312 sends GBK).
 */
static const struct alias aliases[] = {{"utf8", "utf-8"},
    {"unicode-1-1-utf-8", "utf-8"}, {"x-utf-8", "utf-8"}, {"us-ascii", ""},
    {"ascii", ""}, {"ansi_x3.4-1968", ""}, {"iso-646-us", ""}, {"7bit", ""},
    {"8bit", ""}, {"unknown-8bit", ""}, {"x-unknown", ""}, {"unknown", ""},
    {"default", ""}, {"iso-8859-1", "windows-1252"},
    {"iso8859-1", "windows-1252"}, {"iso_8859-1", "windows-1252"},
    {"8859-1", "windows-1252"}, {"latin1", "windows-1252"},
    {"latin-1", "windows-1252"}, {"l1", "windows-1252"},
    {"iso8859_1", "windows-1252"},
    {"iso-8859-1-windows-3.1-latin-1", "windows-1252"},
    {"ansi", "windows-1252"}, {"x-ansi", "windows-1252"},
    {"iso-8859-9", "CP1254"}, {"latin5", "CP1254"}, {"iso-8859-11", "CP874"},
    {"tis-620", "CP874"}, {"windows-874", "CP874"}, {"x-windows-874", "CP874"},
    {"iso-8859-8-i", "ISO-8859-8"}, {"iso-8859-8-e", "ISO-8859-8"},
    {"iso-8859-6-i", "ISO-8859-6"}, {"logical", "ISO-8859-8"},
    {"ks_c_5601-1987", "CP949"}, {"ks_c_5601-1989", "CP949"},
    {"ks_c_5601", "CP949"}, {"ksc5601", "CP949"}, {"ksc_5601", "CP949"},
    {"ks-c-5601-1987", "CP949"}, {"korean", "CP949"}, {"euc-kr", "CP949"},
    {"x-euc-kr", "CP949"}, {"windows-949", "CP949"}, {"x-windows-949", "CP949"},
    {"iso-ir-149", "CP949"}, {"gb2312", "GB18030"}, {"gb_2312-80", "GB18030"},
    {"gb2312-80", "GB18030"}, {"cn-gb", "GB18030"}, {"gbk", "GB18030"},
    {"x-gbk", "GB18030"}, {"hz", "hz-gb-2312"}, {"x-hz", "hz-gb-2312"},
    {"chinese", "GB18030"}, {"euc-cn", "GB18030"}, {"x-euc-cn", "GB18030"},
    {"cp936", "GB18030"}, {"windows-936", "GB18030"}, {"big5", "BIG5-HKSCS"},
    {"big-5", "BIG5-HKSCS"}, {"cn-big5", "BIG5-HKSCS"},
    {"x-x-big5", "BIG5-HKSCS"}, {"x-big5", "BIG5-HKSCS"},
    {"big5-eten", "BIG5-HKSCS"}, {"shift_jis", "CP932"}, {"shift-jis", "CP932"},
    {"shiftjis", "CP932"}, {"sjis", "CP932"}, {"x-sjis", "CP932"},
    {"ms_kanji", "CP932"}, {"windows-31j", "CP932"}, {"x-ms-cp932", "CP932"},
    {"euc-jp", "EUC-JP-MS"}, {"x-euc-jp", "EUC-JP-MS"},
    {"iso-2022-jp-ms", "ISO-2022-JP"}, {"cp50220", "ISO-2022-JP"},
    {"cp50221", "ISO-2022-JP"}, {"macintosh", "MACINTOSH"},
    {"mac", "MACINTOSH"}, {"x-mac-roman", "MACINTOSH"},
    {"x-macroman", "MACINTOSH"}, {"x-mac-cyrillic", "MAC-CYRILLIC"},
    {"unicode-1-1-utf-7", "UTF-7"}, {"x-unicode-2-0-utf-7", "UTF-7"},
    {"koi8", "KOI8-R"}, {"koi", "KOI8-R"}, {"x-koi8-r", "KOI8-R"},
    {"dos-866", "CP866"}, {"x-cp866", "CP866"}};

/* Code points of 0x80 to 0x9f; 0 where there is none. */
static const uint16_t cp1252[32] = {0x20ac, 0, 0x201a, 0x192, 0x201e, 0x2026,
    0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0, 0x17d, 0, 0, 0x2018,
    0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161,
    0x203a, 0x153, 0, 0x17e, 0x178};

/*
 * Writes the name that iconv or this file knows into out. A name with
 * characters of no charset's name becomes "": iconv gives "//" a meaning.
 */
static void resolve(const char *name, char out[LONGEST_NAME_BYTES + 1])
{
	static const char *const windows[] = {"windows-125", "win-125",
	    "cp-125", "x-cp125", "cp125", "windows125", "win125",
	    "x-windows-125", "ansi-125", "ms-125"};
	struct span s = str_trim(name ? name : "", name ? strlen(name) : 0);
	size_t n = 0;

	while (s.len_bytes && strchr("\"'=", s.data[0])) {
		s.data++;
		s.len_bytes--;
	}
	for (; n < s.len_bytes && n < LONGEST_NAME_BYTES; n++) {
		char c = s.data[n];

		if (!c || strchr(" ;,\"'", c))
			break;
		if (!str_alpha(c) && !str_digit(c) && !strchr("-_.:+", c)) {
			n = 0;
			break;
		}
		out[n] = str_lower(c);
	}
	out[n] = '\0';
	if (!n || !strcmp(out, "utf-8"))
		return;
	for (size_t i = 0; n > 4 && out[n - 2] == '5' &&
			   i < sizeof(windows) / sizeof(*windows);
	     i++) {
		size_t len = strlen(windows[i]);

		if (n == len + 1 && !memcmp(out, windows[i], len) &&
		    str_digit(out[len])) {
			char digit = out[len];

			memcpy(out, "CP125", 5);
			out[5] = digit;
			out[6] = '\0';
			if (digit == '2')
				memcpy(out, "windows-1252", 13);
			return;
		}
	}
	for (size_t i = 0; i < sizeof(aliases) / sizeof(*aliases); i++)
		if (!strcmp(out, aliases[i].label)) {
			memcpy(
			    out, aliases[i].name, strlen(aliases[i].name) + 1);
			return;
		}
}

static void from_cp1252(struct buf *out, const char *s, size_t len_bytes)
{
	for (size_t i = 0; i < len_bytes; i++) {
		unsigned char c = (unsigned char)s[i];

		if (c < 0x80 || c > 0x9f)
			utf8_append(out, c);
		else if (cp1252[c - 0x80])
			utf8_append(out, cp1252[c - 0x80]);
		else
			buf_puts(out, REPLACEMENT);
	}
}

static void from_utf8(struct buf *out, const char *s, size_t len_bytes)
{
	uint32_t cp;
	size_t n;

	for (size_t i = 0; i < len_bytes; i += n) {
		n = utf8_decode(s + i, len_bytes - i, &cp);
		if (n) {
			buf_append(out, s + i, n);
		} else {
			buf_puts(out, REPLACEMENT);
			n = 1;
		}
	}
}

static bool from_iconv(
    struct buf *out, const char *name, const char *s, size_t len_bytes)
{
	iconv_t cd = iconv_open("UTF-8", name);
	char *in = (char *)s; /* iconv does not write here */
	char chunk[4096], *to;
	size_t room;

	if (cd == (iconv_t)-1)
		return false;
	while (len_bytes) {
		size_t r;
		int why;

		to = chunk;
		room = sizeof(chunk);
		r = iconv(cd, &in, &len_bytes, &to, &room);
		why = errno;

		buf_append(out, chunk, sizeof(chunk) - room);
		if (r != (size_t)-1 || why == E2BIG)
			continue;
		buf_puts(out, REPLACEMENT);
		if (len_bytes) {
			in++;
			len_bytes--;
		}
	}
	/* CP1255 and others hold a letter back until its marks have come. */
	to = chunk;
	room = sizeof(chunk);
	if (iconv(cd, NULL, NULL, &to, &room) != (size_t)-1)
		buf_append(out, chunk, sizeof(chunk) - room);
	(void)iconv_close(cd);
	return true;
}

/*
 * HZ (RFC 1843), which iconv does not know: "~{" begins pairs of 7 bits,
 * GB 2312 without its high bits, "~}" ends them, as does the line; "~~" is
 * a tilde, and one at a line's end joins it with the next.
 */
static void from_hz(struct buf *out, const char *s, size_t len_bytes)
{
	struct buf gb = BUF_EMPTY;
	bool pairs = false;

	for (size_t i = 0; i < len_bytes; i++) {
		char next = i + 1 < len_bytes ? s[i + 1] : '\0';

		if (s[i] == '~' && (next == '{' || next == '}')) {
			pairs = next == '{';
			i++;
		} else if (s[i] == '~' && !pairs &&
			   (next == '~' || next == '\n')) {
			buf_puts(&gb, next == '~' ? "~" : "");
			i++;
		} else if (pairs && s[i] > ' ' && next > ' ' &&
			   !(next == '~' && i + 2 < len_bytes &&
			       s[i + 2] == '}')) {
			buf_char(&gb, (char)(s[i] | 0x80));
			buf_char(&gb, (char)(next | 0x80));
			i++;
		} else {
			pairs = pairs && s[i] != '\n';
			buf_char(&gb, s[i]);
		}
	}
	if (!from_iconv(out, "GB18030", buf_text(&gb), gb.len_bytes))
		from_utf8(out, s, len_bytes);
	buf_release(&gb);
}

/* The charset whose escapes are in the text (RFC 1468, 1557), or NULL. */
static const char *escaped(const char *s, size_t len_bytes)
{
	static const char *const japanese[] = {
	    "\x1b$B", "\x1b$@", "\x1b$(D", "\x1b(I"};

	if (!len_bytes || !memchr(s, '\x1b', len_bytes))
		return NULL;
	if (str_find(s, len_bytes, "\x1b$)C"))
		return "ISO-2022-KR";
	for (size_t i = 0; i < sizeof(japanese) / sizeof(*japanese); i++)
		if (str_find(s, len_bytes, japanese[i]))
			return i < 2 ? "ISO-2022-JP" : "ISO-2022-JP-2";
	return NULL;
}

/*
 * UTF-8 with a byte in it that is not: cut off, or an address of another
 * charset. Chance does not write its sequences.
 */
static bool is_nearly_utf8(const char *s, size_t len_bytes)
{
	size_t good = 0, bad = 0, n;
	uint32_t cp;

	for (size_t i = 0; i < len_bytes; i += n) {
		n = 1;
		if ((unsigned char)s[i] < 0x80)
			continue;
		n = utf8_decode(s + i, len_bytes - i, &cp);
		good += n > 0;
		bad += !n;
		n += !n;
	}
	return good >= 3 && good >= 3 * bad;
}

/*
 * What calls itself Latin, or nothing, is UTF-8 all the same, or the charset
 * of Windows for whatever language.
 */
static void from_latin(struct buf *out, const char *s, size_t len_bytes)
{
	const char *name;

	if (is_nearly_utf8(s, len_bytes)) {
		from_utf8(out, s, len_bytes);
		return;
	}
	name = script_guess(s, len_bytes);
	if (!name)
		name = eastasia_guess(s, len_bytes);
	if (!name)
		name = alphabet_guess(s, len_bytes);
	if (!name || !from_iconv(out, name, s, len_bytes))
		from_cp1252(out, s, len_bytes);
}

static bool is_single_byte(const char *known)
{
	return str_starts(known, "windows-125") || str_starts(known, "CP125") ||
	       str_starts(known, "iso-8859");
}

/*
 * Text in the wrong name that is UTF-8 throughout is UTF-8: chance does not
 * write two of its sequences in a charset of single bytes, nor three of its
 * three-byte ones in those of East Asia.
 */
static bool is_hidden_utf8(const char *known, const char *s, size_t len_bytes)
{
	size_t pairs = 0, triples = 0;

	if (!known[0] || str_starts(known, "utf") ||
	    str_starts(known, "iso-2022"))
		return false;
	for (size_t i = 0; i < len_bytes; i++) {
		pairs += (unsigned char)s[i] >= 0xc2;
		triples += (unsigned char)s[i] >= 0xe0;
	}
	return (is_single_byte(known) ? pairs >= 2 : triples >= 3) &&
	       utf8_valid(s, len_bytes);
}

/* Valid, without NULs and without another charset's escapes. */
static bool is_clean(const char *s, size_t len_bytes)
{
	return !len_bytes ||
	       (!memchr(s, '\0', len_bytes) && !memchr(s, '\x1b', len_bytes) &&
		   utf8_valid(s, len_bytes));
}

/* Two bytes a character, as the byte order mark at its start says. */
static const char *marked_utf16(const char *s, size_t len_bytes)
{
	if (len_bytes >= 2 && !memcmp(s, "\xff\xfe", 2))
		return "UTF-16LE";
	if (len_bytes >= 2 && !memcmp(s, "\xfe\xff", 2))
		return "UTF-16BE";
	return NULL;
}

static void guess(struct buf *out, const char *s, size_t len_bytes)
{
	const char *name = marked_utf16(s, len_bytes);

	if (name && from_iconv(out, name, s + 2, len_bytes - 2))
		return;
	/* ISO-2022-JP was sent without a name for long (RFC 1468). */
	name = escaped(s, len_bytes);
	if (name && from_iconv(out, name, s, len_bytes))
		return;
	if (utf8_valid(s, len_bytes)) {
		buf_append(out, s, len_bytes);
		return;
	}
	from_latin(out, s, len_bytes);
}

/*
 * Whether a label is wrong at first sight: one of two or four bytes a
 * character on text of single ones, UTF-8 on text that has not one sequence
 * of it.
 */
static bool is_mislabelled(const char *known, const char *s, size_t len_bytes)
{
	uint32_t cp;

	if (str_starts(known, "utf-16") || str_starts(known, "utf-32") ||
	    str_starts(known, "ucs-"))
		return len_bytes && !memchr(s, '\0', len_bytes) &&
		       utf8_valid(s, len_bytes);
	if (strcmp(known, "utf-8") != 0)
		return false;
	for (size_t i = 0; i < len_bytes; i++)
		if ((unsigned char)s[i] >= 0x80 &&
		    (i + 3 >= len_bytes ||
			utf8_decode(s + i, len_bytes - i, &cp)))
			return false;
	return true;
}

/* No text has NULs, and C strings end at them. */
static void drop_nuls(struct buf *b)
{
	size_t n = 0;

	if (!b->len_bytes || !memchr(b->data, '\0', b->len_bytes))
		return;
	for (size_t i = 0; i < b->len_bytes; i++)
		if (b->data[i])
			b->data[n++] = b->data[i];
	b->data[n] = '\0';
	b->len_bytes = n;
}

char *charset_decode(struct arena *a, const char *name, const char *s,
    size_t len_bytes, size_t *len_r)
{
	char known[LONGEST_NAME_BYTES + 1];
	struct buf out = BUF_EMPTY;
	char *text;

	resolve(name, known);
	/* Most text is what it says, and stays as it is. */
	if ((!known[0] || !strcmp(known, "utf-8")) && is_clean(s, len_bytes)) {
		*len_r = len_bytes;
		return arena_strndup(a, s, len_bytes);
	}
	if (!known[0] || is_hidden_utf8(known, s, len_bytes) ||
	    is_mislabelled(known, s, len_bytes) ||
	    ((!strcmp(known, "utf-8") || !strcmp(known, "windows-1252")) &&
		escaped(s, len_bytes)))
		guess(&out, s, len_bytes);
	else if (!strcmp(known, "utf-8"))
		from_utf8(&out, s, len_bytes);
	else if (!strcmp(known, "windows-1252"))
		from_latin(&out, s, len_bytes);
	else if (!strcmp(known, "hz-gb-2312"))
		from_hz(&out, s, len_bytes);
	else if (!from_iconv(&out, known, s, len_bytes))
		guess(&out, s, len_bytes);
	drop_nuls(&out);
	if (utf8_valid(buf_text(&out), out.len_bytes))
		text = arena_strndup(a, buf_text(&out), *len_r = out.len_bytes);
	else
		text = utf8_clean(a, buf_text(&out), out.len_bytes, len_r);
	buf_release(&out);
	return text;
}
