/* SPDX-License-Identifier: ISC */
/*
 * How SQLite's failures become the store's: the first one is kept, with a
 * status that says whether trying later may help.
 */
#include "store/sql.h"
#include "base/diag.h"

#include <errno.h>
#include <stdio.h>

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

int64_t store_hash(const char *text)
{
	uint64_t h = UINT64_C(0xcbf29ce484222325);

	for (; *text; text++) {
		h ^= (unsigned char)*text;
		h *= UINT64_C(0x100000001b3);
	}
	return (int64_t)h;
}
