/* SPDX-License-Identifier: ISC */
/*
 * Full-text search (SQLite FTS5) over the items. The index is a temporary
 * table in memory: ten thousand items take some 50 ms, and there is nothing
 * that deliveries must keep in step, that forgetting must reach, or that
 * could be wrong.
 */
#include "store/search.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "store/column.h"

#include <string.h>

enum { FILL, FIND, STATEMENTS };

static const char *const statements[STATEMENTS] = {
    [FILL] = "INSERT INTO temp.found(rowid, what, subject, who, history)"
	     " SELECT i.id, i.what, m.subject,"
	     "  i.who_name || ' ' || coalesce(a.addr, ''),"
	     "  coalesce((SELECT group_concat(e.text, ' ') FROM event e"
	     "   WHERE e.item=i.id AND e.void=0 AND e.text<>i.what), '')"
	     " FROM item i JOIN message m ON m.id=i.message"
	     " LEFT JOIN address a ON a.id=i.who WHERE i.hidden=0",
    /* Weights: the sentence counts most. */
    [FIND] = "SELECT rowid FROM temp.found WHERE found MATCH ?"
	     " ORDER BY bm25(found, 10, 4, 4, 2), rowid DESC",
};

static struct query start(struct store *s, size_t i)
{
	return query_start(s, SQL_SEARCH, i, statements[i]);
}

static void add_string(struct buf *out, const char *s, size_t n)
{
	buf_char(out, '"');
	for (size_t i = 0; i < n; i++) {
		buf_char(out, s[i]);
		if (s[i] == '"')
			buf_char(out, '"');
	}
	buf_char(out, '"');
}

/* A letter or digit: what the tokenizer sees a word in. */
static bool has_token(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (str_alpha(s[i]) || str_digit(s[i]) ||
		    (unsigned char)s[i] >= 0x80)
			return true;
	return false;
}

static void add_joint(struct buf *out, bool all)
{
	if (out->len_bytes)
		buf_puts(out, all ? " AND " : " OR ");
}

/* One word or quoted phrase; returns its length. */
static size_t add_term(const char *at, struct buf *want, struct buf *shun)
{
	struct buf *out = want;
	const char *begin = at;
	size_t n;

	if (*at == '-' && at[1] && !str_space(at[1])) {
		out = shun;
		at++;
	}
	if (*at == '"') {
		n = strcspn(++at, "\"");
		if (has_token(at, n)) {
			add_joint(out, out == want);
			add_string(out, at, n);
		}
		return (size_t)(at - begin) + n + (at[n] == '"');
	}
	n = strcspn(at, " \t\n\"");
	if (has_token(at, n)) {
		add_joint(out, out == want);
		add_string(out, at, n);
		buf_char(out, '*');
	}
	return (size_t)(at - begin) + n;
}

/* FTS5's expression; "" when there is nothing to look for. */
static const char *expression(struct arena *a, const char *text)
{
	struct buf want = BUF_EMPTY, shun = BUF_EMPTY;
	const char *e = "";

	while (*text) {
		if (str_space(*text))
			text++;
		else
			text += add_term(text, &want, &shun);
	}
	if (want.len_bytes && shun.len_bytes)
		e = arena_printf(
		    a, "(%s) NOT (%s)", buf_text(&want), buf_text(&shun));
	else if (want.len_bytes)
		e = arena_strdup(a, buf_text(&want));
	buf_release(&want);
	buf_release(&shun);
	return e;
}

size_t search_items(
    struct store *s, struct arena *a, const char *text, int64_t **items_r)
{
	const char *e = expression(a, text);
	int64_t read_only = store_pragma(s, "PRAGMA query_only"), *v = NULL;
	size_t n = 0, cap = 0;
	struct query q;

	*items_r = NULL;
	if (!*e)
		return 0;
	(void)store_exec(s,
	    "PRAGMA query_only=OFF;"
	    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.found USING fts5("
	    " what, subject, who, history,"
	    " tokenize='unicode61 remove_diacritics 2');"
	    "DELETE FROM temp.found",
	    "search");
	q = start(s, FILL);
	query_run(&q);
	q = start(s, FIND);
	query_text(&q, e);
	while (query_row(&q)) {
		v = arena_grow(a, v, n, &cap, sizeof(*v));
		v[n++] = query_get_int(&q);
	}
	if (read_only == 1)
		(void)store_exec(s, "PRAGMA query_only=ON", "search");
	*items_r = v;
	return n;
}
