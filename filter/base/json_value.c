/* SPDX-License-Identifier: ISC */
/* Reads JSON into a tree: label files are small, one value a line. */
#include "base/json_value.h"
#include "base/arena.h"
#include "base/str.h"

#include <string.h>

#define DEEPEST 32

struct reader {
	struct arena *arena;
	const char *at, *end;
	int depth;
};

static bool read_value(struct reader *rd, struct json_value *v);

static void skip_space(struct reader *rd)
{
	while (rd->at < rd->end && *rd->at && strchr(" \t\r\n", *rd->at))
		rd->at++;
}

static bool take(struct reader *rd, char c)
{
	skip_space(rd);
	if (rd->at == rd->end || *rd->at != c)
		return false;
	rd->at++;
	return true;
}

static bool hex4(struct reader *rd, unsigned *code_r)
{
	*code_r = 0;
	if (rd->end - rd->at < 4)
		return false;
	for (int i = 0; i < 4; i++) {
		char c = str_lower(*rd->at++);
		const char digits[] = "0123456789abcdef";
		const char *digit = c ? strchr(digits, c) : NULL;

		if (!digit)
			return false;
		*code_r = *code_r * 16 + (unsigned)(digit - digits);
	}
	return true;
}

static char *put_utf8(char *to, unsigned code)
{
	if (code < 0x80) {
		*to++ = (char)code;
		return to;
	}
	if (code < 0x800) {
		*to++ = (char)(0xC0 | code >> 6);
	} else {
		if (code < 0x10000) {
			*to++ = (char)(0xE0 | code >> 12);
		} else {
			*to++ = (char)(0xF0 | code >> 18);
			*to++ = (char)(0x80 | (code >> 12 & 0x3F));
		}
		*to++ = (char)(0x80 | (code >> 6 & 0x3F));
	}
	*to++ = (char)(0x80 | (code & 0x3F));
	return to;
}

/* What follows "\u": one half of a pair alone becomes U+FFFD. */
static bool escaped_code(struct reader *rd, char **to)
{
	unsigned code, low;

	if (!hex4(rd, &code) || !code)
		return false;
	if (code >= 0xD800 && code < 0xDC00 && rd->end - rd->at >= 6 &&
	    rd->at[0] == '\\' && rd->at[1] == 'u') {
		const char *before = rd->at;

		rd->at += 2;
		if (!hex4(rd, &low))
			return false;
		if (low >= 0xDC00 && low < 0xE000)
			code =
			    0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
		else
			rd->at = before;
	}
	if (code >= 0xD800 && code < 0xE000)
		code = 0xFFFD;
	*to = put_utf8(*to, code);
	return true;
}

static bool escaped(struct reader *rd, char **to)
{
	static const char from[] = "\"\\/bfnrt", plain[] = "\"\\/\b\f\n\r\t";
	const char *known;
	char c;

	if (rd->at == rd->end)
		return false;
	c = *rd->at++;
	if (c == 'u')
		return escaped_code(rd, to);
	known = c ? strchr(from, c) : NULL;
	if (!known)
		return false;
	*(*to)++ = plain[known - from];
	return true;
}

/* After its opening quote. No escape is shorter than what it stands for. */
static const char *read_string(struct reader *rd)
{
	const char *close = rd->at;
	char *text, *to;

	while (close < rd->end && *close != '"')
		close += *close == '\\' && close + 1 < rd->end ? 2 : 1;
	if (close >= rd->end)
		return NULL;
	text = to = arena_alloc(rd->arena, (size_t)(close - rd->at) + 1);
	while (rd->at < close) {
		char c = *rd->at++;

		if ((unsigned char)c < 0x20)
			return NULL;
		if (c != '\\')
			*to++ = c;
		else if (!escaped(rd, &to))
			return NULL;
	}
	rd->at = close + 1;
	return text;
}

static bool read_members(struct reader *rd, struct json_value *v, char closer)
{
	struct json_value **tail = &v->first;

	if (take(rd, closer))
		return true;
	do {
		struct json_value *member =
		    arena_alloc(rd->arena, sizeof(*member));

		if (closer == '}') {
			if (!take(rd, '"'))
				return false;
			member->name = read_string(rd);
			if (!member->name || !take(rd, ':'))
				return false;
		}
		if (!read_value(rd, member))
			return false;
		*tail = member;
		tail = &member->next;
	} while (take(rd, ','));
	return take(rd, closer);
}

static bool read_number(struct reader *rd, struct json_value *v)
{
	size_t n = 0;

	while (rd->at + n < rd->end && rd->at[n] &&
	       strchr("+-.0123456789Ee", rd->at[n]))
		n++;
	v->kind = JSON_NUMBER;
	v->text = arena_strndup(rd->arena, rd->at, n);
	rd->at += n;
	return n > 0;
}

static bool read_word(struct reader *rd, struct json_value *v)
{
	static const struct {
		const char *word;
		enum json_kind kind;
	} words[] = {
	    {"null", JSON_NULL}, {"false", JSON_FALSE}, {"true", JSON_TRUE}};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		size_t n = strlen(words[i].word);

		if ((size_t)(rd->end - rd->at) >= n &&
		    !memcmp(rd->at, words[i].word, n)) {
			rd->at += n;
			v->kind = words[i].kind;
			return true;
		}
	}
	return read_number(rd, v);
}

static bool read_value(struct reader *rd, struct json_value *v)
{
	bool ok;

	if (rd->depth >= DEEPEST)
		return false;
	rd->depth++;
	if (take(rd, '"')) {
		v->kind = JSON_STRING;
		v->text = read_string(rd);
		ok = v->text != NULL;
	} else if (take(rd, '[')) {
		v->kind = JSON_ARRAY;
		ok = read_members(rd, v, ']');
	} else if (take(rd, '{')) {
		v->kind = JSON_OBJECT;
		ok = read_members(rd, v, '}');
	} else {
		ok = read_word(rd, v);
	}
	rd->depth--;
	return ok;
}

const struct json_value *json_value_read(
    struct arena *a, const char *text, size_t len_bytes)
{
	struct reader rd = {.arena = a, .at = text, .end = text + len_bytes};
	struct json_value *v = arena_alloc(a, sizeof(*v));

	if (!read_value(&rd, v))
		return NULL;
	skip_space(&rd);
	return rd.at == rd.end ? v : NULL;
}

const struct json_value *json_value_get(
    const struct json_value *v, const char *name)
{
	const struct json_value *m =
	    v && v->kind == JSON_OBJECT ? v->first : NULL;

	while (m && strcmp(m->name, name) != 0)
		m = m->next;
	return m;
}

const char *json_value_text(const struct json_value *v, const char *name)
{
	const struct json_value *m = json_value_get(v, name);

	return m && m->kind == JSON_STRING ? m->text : "";
}

bool json_value_is_true(const struct json_value *v, const char *name)
{
	const struct json_value *m = json_value_get(v, name);

	return m && m->kind == JSON_TRUE;
}
