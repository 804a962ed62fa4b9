/* SPDX-License-Identifier: ISC */
/* What the rows of a query hold, copied into an arena. */
#include "store/column.h"
#include "base/arena.h"
#include "base/buf.h"

#include <string.h>

int64_t query_get_int(struct query *q)
{
	return q->stmt ? sqlite3_column_int64(q->stmt, q->column++) : 0;
}

double query_get_real(struct query *q)
{
	return q->stmt ? sqlite3_column_double(q->stmt, q->column++) : 0;
}

const char *query_get_text(struct query *q, struct arena *a)
{
	const unsigned char *text;
	int len;

	if (!q->stmt)
		return "";
	text = sqlite3_column_text(q->stmt, q->column);
	len = sqlite3_column_bytes(q->stmt, q->column);
	q->column++;
	return text ? arena_strndup(a, (const char *)text, (size_t)len) : "";
}

struct stamp query_get_stamp(struct query *q)
{
	struct stamp t;

	t.utc_s = query_get_int(q);
	t.zone_min = (int)query_get_int(q);
	return t;
}

struct due query_get_due(struct query *q, struct arena *a)
{
	struct due due = {0};

	due.is_set =
	    q->stmt && sqlite3_column_type(q->stmt, q->column) != SQLITE_NULL;
	due.at = query_get_stamp(q);
	due.grain = grain_from_name(query_get_text(q, a));
	due.is_vague = query_get_int(q) != 0;
	due.text = query_get_text(q, a);
	return due;
}

const char *names_join(struct arena *a, const char **names, size_t n)
{
	struct buf b = BUF_EMPTY;
	const char *text;

	for (size_t i = 0; i < n; i++) {
		if (i)
			buf_char(&b, ' ');
		buf_puts(&b, names[i]);
	}
	text = arena_strdup(a, buf_text(&b));
	buf_release(&b);
	return text;
}

static const char *const directions[] = {
    [DIRECTION_UNKNOWN] = "unknown",
    [DIRECTION_IN] = "in",
    [DIRECTION_OUT] = "out",
};

void query_direction(struct query *q, enum direction direction)
{
	query_text(q, directions[direction]);
}

enum direction query_get_direction(struct query *q, struct arena *a)
{
	const char *name = query_get_text(q, a);

	if (!strcmp(name, directions[DIRECTION_OUT]))
		return DIRECTION_OUT;
	return strcmp(name, directions[DIRECTION_IN]) ? DIRECTION_UNKNOWN
						      : DIRECTION_IN;
}

size_t names_split(struct arena *a, const char *text, const char ***names_r)
{
	const char **v = NULL;
	size_t n = 0, cap = 0;

	while (*text) {
		size_t len = strcspn(text, " ");

		v = arena_grow(a, v, n, &cap, sizeof(*v));
		v[n++] = arena_strndup(a, text, len);
		text += len;
		text += *text == ' ';
	}
	*names_r = v;
	return n;
}
