/* SPDX-License-Identifier: ISC */
/*
 * Prepared statements, compiled at first use and kept for the life of the
 * store. A failure anywhere turns what follows into no-ops.
 */
#include "store/query.h"

#include <assert.h>

struct query query_start(
    struct store *s, enum sql_family family, size_t i, const char *text)
{
	struct query q = {s, NULL, 0, 0};

	assert(i < SQL_PER_FAMILY);
	if (s->status != STATUS_OK)
		return q;
	if (!s->cache[family][i] &&
	    sqlite3_prepare_v3(s->db, text, -1, SQLITE_PREPARE_PERSISTENT,
		&s->cache[family][i], NULL) != SQLITE_OK) {
		store_note_error(s, "read");
		return q;
	}
	q.stmt = s->cache[family][i];
	assert(!sqlite3_stmt_busy(q.stmt));
	return q;
}

static void bound(struct query *q, int code)
{
	if (code == SQLITE_OK)
		return;
	store_note_error(q->s, "use");
	query_end(q);
}

void query_int(struct query *q, int64_t v)
{
	if (q->stmt)
		bound(q, sqlite3_bind_int64(q->stmt, ++q->bind, v));
}

void query_real(struct query *q, double v)
{
	if (q->stmt)
		bound(q, sqlite3_bind_double(q->stmt, ++q->bind, v));
}

void query_text(struct query *q, const char *v)
{
	if (q->stmt)
		bound(q, sqlite3_bind_text(
			     q->stmt, ++q->bind, v, -1, SQLITE_STATIC));
}

void query_stamp(struct query *q, struct stamp t)
{
	query_int(q, t.utc_s);
	query_int(q, t.zone_min);
}

void query_due(struct query *q, const struct due *due)
{
	if (due->is_set) {
		query_stamp(q, due->at);
		query_text(q, grain_name(due->grain));
	} else {
		query_text(q, NULL);
		query_text(q, NULL);
		query_text(q, NULL);
	}
	query_int(q, due->is_vague);
	query_text(q, due->text ? due->text : "");
}

bool query_row(struct query *q)
{
	int code;

	if (!q->stmt)
		return false;
	code = sqlite3_step(q->stmt);
	q->column = 0;
	if (code == SQLITE_ROW)
		return true;
	if (code != SQLITE_DONE)
		store_note_error(
		    q->s, sqlite3_stmt_readonly(q->stmt) ? "read" : "write");
	query_end(q);
	return false;
}

void query_run(struct query *q)
{
	while (query_row(q))
		;
}

int64_t query_insert(struct query *q)
{
	query_run(q);
	return q->s->status == STATUS_OK ? sqlite3_last_insert_rowid(q->s->db)
					 : 0;
}

void query_end(struct query *q)
{
	if (!q->stmt)
		return;
	(void)sqlite3_reset(q->stmt);
	(void)sqlite3_clear_bindings(q->stmt);
	q->stmt = NULL;
}
