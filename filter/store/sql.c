/* SPDX-License-Identifier: ISC */
/*
 * Prepared statements, compiled at first use and kept for the life of the
 * store. Every access to a column or parameter goes through here, so that a
 * failure anywhere turns what follows into no-ops.
 */
#include "store/sql.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

/* A full disk looks like an I/O error to SQLite when it meets the journal. */
static enum status status_of_io(int os_error)
{
	switch (os_error) {
	case ENOSPC:
	case EDQUOT:
	case EFBIG:
	case ENOMEM:
	case EMFILE:
	case ENFILE:
		return STATUS_TEMPFAIL;
	case EACCES:
	case EPERM:
	case EROFS:
		return STATUS_NOPERM;
	default:
		return STATUS_IOERR;
	}
}

static enum status status_of(sqlite3 *db, int code)
{
	/*
	 * A quota or a limit on file size; when a commit meets it the
	 * rollback that follows has overwritten errno.
	 */
	if (code == SQLITE_IOERR_WRITE)
		return STATUS_TEMPFAIL;
	switch (code & 0xff) {
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
	case SQLITE_FULL:
	case SQLITE_NOMEM:
	case SQLITE_PROTOCOL:
		return STATUS_TEMPFAIL;
	case SQLITE_CORRUPT:
	case SQLITE_NOTADB:
	case SQLITE_FORMAT:
		return STATUS_DATA;
	case SQLITE_READONLY:
	case SQLITE_PERM:
	case SQLITE_AUTH:
		return STATUS_NOPERM;
	case SQLITE_IOERR:
	case SQLITE_CANTOPEN:
		return status_of_io(sqlite3_system_errno(db));
	default:
		return STATUS_SOFTWARE;
	}
}

void store_note_error(struct store *s, const char *what)
{
	int code = sqlite3_extended_errcode(s->db);

	if (s->status != STATUS_OK)
		return;
	s->status = status_of(s->db, code);
	(void)snprintf(s->error, sizeof(s->error), "cannot %s '%s': %s", what,
	    s->path, sqlite3_errmsg(s->db));
}

bool store_exec(struct store *s, const char *sql, const char *what)
{
	if (s->status != STATUS_OK)
		return false;
	if (sqlite3_exec(s->db, sql, NULL, NULL, NULL) == SQLITE_OK)
		return true;
	store_note_error(s, what);
	return false;
}

int64_t store_pragma(struct store *s, const char *sql)
{
	sqlite3_stmt *stmt = NULL;
	int64_t v = -1;

	if (s->status != STATUS_OK)
		return -1;
	if (sqlite3_prepare_v2(s->db, sql, -1, &stmt, NULL) == SQLITE_OK &&
	    sqlite3_step(stmt) == SQLITE_ROW)
		v = sqlite3_column_int64(stmt, 0);
	else
		store_note_error(s, "read");
	(void)sqlite3_finalize(stmt);
	return v;
}

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

int64_t store_hash(const char *text)
{
	uint64_t h = UINT64_C(0xcbf29ce484222325);

	for (; *text; text++) {
		h ^= (unsigned char)*text;
		h *= UINT64_C(0x100000001b3);
	}
	return (int64_t)h;
}
