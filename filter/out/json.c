/* SPDX-License-Identifier: ISC */
/* A JSON writer (RFC 8259); what it is told to write is well-formed. */
#include "out/json.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

void json_init(struct json *j, struct buf *out)
{
	*j = (struct json){.out = out};
}

/* The comma before a value or key, where one is due. */
static void separate(struct json *j)
{
	if (j->after_key) {
		j->after_key = false;
		return;
	}
	if (j->filled[j->depth])
		buf_char(j->out, ',');
	j->filled[j->depth] = true;
}

static void begin(struct json *j, char opener, char closer)
{
	separate(j);
	buf_char(j->out, opener);
	assert(j->depth + 1 < JSON_DEPTH);
	j->depth++;
	j->closer[j->depth] = closer;
	j->filled[j->depth] = false;
}

void json_object(struct json *j)
{
	begin(j, '{', '}');
}

void json_array(struct json *j)
{
	begin(j, '[', ']');
}

void json_end(struct json *j)
{
	assert(j->depth > 0);
	buf_char(j->out, j->closer[j->depth--]);
}

static void escape(struct buf *out, uint32_t cp, const char *s, size_t n)
{
	static const char *const named[] = {['"'] = "\\\"",
	    ['\\'] = "\\\\",
	    ['\n'] = "\\n",
	    ['\r'] = "\\r",
	    ['\t'] = "\\t"};

	if (cp < sizeof(named) / sizeof(named[0]) && named[cp])
		buf_puts(out, named[cp]);
	else if (cp < 0x20 || cp == 0x7f)
		buf_printf(out, "\\u%04x", (unsigned)cp);
	else
		buf_append(out, s, n);
}

static void quote(struct buf *out, const char *s)
{
	size_t len = strlen(s);
	uint32_t cp = 0;

	buf_char(out, '"');
	for (size_t i = 0, n; i < len; i += n) {
		n = utf8_decode(s + i, len - i, &cp);
		if (n) {
			escape(out, cp, s + i, n);
		} else {
			utf8_append(out, 0xfffd);
			n = 1;
		}
	}
	buf_char(out, '"');
}

void json_key(struct json *j, const char *name)
{
	separate(j);
	quote(j->out, name);
	buf_char(j->out, ':');
	j->after_key = true;
}

void json_string(struct json *j, const char *s)
{
	if (!s) {
		json_null(j);
		return;
	}
	separate(j);
	quote(j->out, s);
}

void json_int(struct json *j, int64_t v)
{
	separate(j);
	buf_printf(j->out, "%lld", (long long)v);
}

void json_double(struct json *j, double v)
{
	char text[64];
	size_t n;

	separate(j);
	n = (size_t)snprintf(text, sizeof(text), "%.4f", v);
	while (n > 1 && text[n - 1] == '0')
		text[--n] = '\0';
	if (n > 1 && text[n - 1] == '.')
		text[--n] = '\0';
	buf_puts(j->out, text);
}

void json_bool(struct json *j, bool v)
{
	separate(j);
	buf_puts(j->out, v ? "true" : "false");
}

void json_null(struct json *j)
{
	separate(j);
	buf_puts(j->out, "null");
}

void json_stamp(struct json *j, struct stamp t, bool is_set)
{
	struct arena *a;

	if (!is_set) {
		json_null(j);
		return;
	}
	a = arena_new();
	json_string(j, civil_format(a, t));
	arena_free(a);
}
