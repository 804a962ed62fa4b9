/* SPDX-License-Identifier: ISC */
/*
 * Opening, closing, transactions, and what to do with a damaged file.
 *
 * A rollback journal with synchronous=FULL: this SQLite's WAL has the reset
 * bug that strikes many short writers (fixed in 3.51.3). The journal is
 * truncated at commit: PERSIST would leave erased text in it, and DELETE
 * costs the making of a file each time, which is dearer than the sync more.
 */
#include "store/store.h"
#include "base/arena.h"
#include "base/limits.h"
#include "base/mem.h"
#include "store/sql.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* "rapp", so that file(1) and we know the file for what it is. */
#define APPLICATION_ID 0x72617070

/*
 * Makes an empty file that only the user can read: SQLite would follow the
 * umask, and gives its journal the mode of the store.
 */
static enum status make_private(const char *path, struct diag *d)
{
	int fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

	if (fd < 0 && errno == EEXIST)
		return STATUS_OK;
	if (fd < 0)
		return diag_fail(d,
		    errno == EACCES || errno == EROFS    ? STATUS_NOPERM
		    : errno == ENOSPC || errno == EDQUOT ? STATUS_TEMPFAIL
							 : STATUS_CANTCREAT,
		    "cannot create '%s': %s", path, strerror(errno));
	(void)close(fd);
	return STATUS_OK;
}

/*
 * A journal that is there was made, and its folder synced, by an earlier
 * transaction. SQLite would sync the folder each time that it may make one.
 */
static int open_file(sqlite3_vfs *vfs, const char *name, sqlite3_file *file,
    int flags, int *flags_r)
{
	sqlite3_vfs *plain = vfs->pAppData;
	int code = SQLITE_CANTOPEN;

	if (flags & SQLITE_OPEN_MAIN_JOURNAL && access(name, F_OK) == 0)
		code = plain->xOpen(
		    plain, name, file, flags & ~SQLITE_OPEN_CREATE, flags_r);
	return code == SQLITE_OK
		   ? code
		   : plain->xOpen(plain, name, file, flags, flags_r);
}

static void add_vfs(struct store *s)
{
	sqlite3_vfs *plain = sqlite3_vfs_find(NULL);

	if (!plain)
		return;
	s->vfs = *plain;
	s->vfs.zName = "rapport";
	s->vfs.pAppData = plain;
	s->vfs.xOpen = open_file;
	(void)sqlite3_vfs_register(&s->vfs, 0);
}

static enum status check_exists(const char *path, struct diag *d)
{
	struct stat st;

	if (stat(path, &st) < 0)
		return diag_fail(d,
		    errno == EACCES ? STATUS_NOPERM : STATUS_NOINPUT,
		    "cannot open '%s': %s", path, strerror(errno));
	if (!S_ISREG(st.st_mode))
		return diag_fail(d, STATUS_CONFIG,
		    "cannot open '%s': it is not a file", path);
	return STATUS_OK;
}

/* Settings that live as long as the connection. None touches the disk. */
static void configure(struct store *s)
{
	(void)sqlite3_extended_result_codes(s->db, 1);
	(void)sqlite3_busy_timeout(s->db, LIMIT_BUSY_MS);
	(void)sqlite3_db_config(s->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	(void)sqlite3_db_config(s->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
	(void)sqlite3_db_config(s->db, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);
	(void)sqlite3_db_config(s->db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
	(void)store_exec(s,
	    "PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;"
	    "PRAGMA temp_store=MEMORY; PRAGMA cell_size_check=ON;"
	    "PRAGMA journal_mode=TRUNCATE",
	    "set up");
}

static void refuse(struct store *s, enum status status, const char *why)
{
	if (s->status != STATUS_OK)
		return;
	s->status = status;
	(void)snprintf(
	    s->error, sizeof(s->error), "cannot open '%s': %s", s->path, why);
}

/* Whose file it is and which version; migrates, or makes a new schema. */
static void check_schema(struct store *s, enum store_mode mode)
{
	int64_t version, owner;
	char text[64];

	/* Locked once, and what is read of the schema stays good. */
	(void)store_exec(s, "BEGIN", "read");
	version = store_pragma(s, "PRAGMA user_version");
	owner = store_pragma(s, "PRAGMA application_id");
	(void)store_exec(s, "COMMIT", "read");
	if (s->status != STATUS_OK)
		return;
	if (owner != APPLICATION_ID) {
		int64_t objects =
		    store_pragma(s, "SELECT count(*) FROM sqlite_schema");

		if (owner || version || objects) {
			refuse(
			    s, STATUS_CONFIG, "it belongs to another program");
			return;
		}
		if (mode != STORE_CREATE) {
			refuse(s, STATUS_NOINPUT, "it is empty");
			return;
		}
	}
	if (version > schema_version()) {
		(void)snprintf(text, sizeof(text),
		    "a newer rapport wrote it (schema %lld)",
		    (long long)version);
		refuse(s, STATUS_CONFIG, text);
		return;
	}
	if (version < schema_version())
		schema_migrate(s);
}

enum status store_open(const char *path, enum store_mode mode, struct diag *d,
    struct store **store_r)
{
	enum status status =
	    mode == STORE_CREATE ? make_private(path, d) : STATUS_OK;
	struct store *s;

	if (status == STATUS_OK)
		status = check_exists(path, d);
	if (status != STATUS_OK)
		return status;
	s = mem_alloc(1, sizeof(*s));
	s->path = mem_strdup(path);
	/* One thread, and nobody asks SQLite how much memory it uses. */
	(void)sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
	(void)sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
	add_vfs(s);
	/*
	 * Reading too opens for writing where it may: an interrupted writer's
	 * journal must be rolled back first.
	 */
	if (sqlite3_open_v2(path, &s->db,
		SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX |
		    SQLITE_OPEN_PRIVATECACHE,
		s->vfs.zName) != SQLITE_OK)
		store_note_error(s, "open");
	else
		configure(s);
	check_schema(s, mode);
	if (mode == STORE_READ)
		(void)store_exec(s, "PRAGMA query_only=ON", "set up");
	status = store_status(s, d);
	if (status != STATUS_OK) {
		store_close(s);
		return status;
	}
	*store_r = s;
	return STATUS_OK;
}

void store_close(struct store *s)
{
	if (!s)
		return;
	for (size_t i = 0; i < SQL_FAMILIES; i++)
		for (size_t j = 0; j < SQL_PER_FAMILY; j++)
			(void)sqlite3_finalize(s->cache[i][j]);
	(void)sqlite3_close(s->db);
	(void)sqlite3_vfs_unregister(&s->vfs);
	free((char *)s->path);
	free(s);
}

enum status store_status(struct store *s, struct diag *d)
{
	if (s->status == STATUS_OK)
		return STATUS_OK;
	return diag_fail(d, s->status, "%s", s->error);
}

void store_begin(struct store *s)
{
	if (store_exec(s, "BEGIN IMMEDIATE", "write"))
		s->in_transaction = true;
}

void store_rollback(struct store *s)
{
	/* An I/O error or a full disk has already rolled back. */
	if (s->in_transaction && !sqlite3_get_autocommit(s->db))
		(void)sqlite3_exec(s->db, "ROLLBACK", NULL, NULL, NULL);
	s->in_transaction = false;
	s->status = STATUS_OK;
}

enum status store_commit(struct store *s, struct diag *d)
{
	enum status status;

	(void)store_exec(s, "COMMIT", "write");
	status = store_status(s, d);
	if (status != STATUS_OK)
		store_rollback(s);
	s->in_transaction = false;
	return status;
}

/* A file that is not there is none that could be lost. */
static bool moved(const char *from, const char *to)
{
	return rename(from, to) == 0 || errno == ENOENT;
}

enum status store_set_aside(struct arena *a, const char *path, struct stamp now,
    struct diag *d, const char **moved_r)
{
	const char *journal = arena_printf(a, "%s-journal", path), *to = NULL;
	struct civil c = civil_from_stamp(now);
	struct stat st;

	for (int n = 0; n < 100; n++) {
		to = arena_printf(a, "%s.damaged-%04d%02d%02dT%02d%02d%02d",
		    path, c.year, c.month, c.day, c.hour, c.minute, c.second);
		if (n)
			to = arena_printf(a, "%s-%d", to, n);
		if (access(to, F_OK) != 0)
			break;
	}
	/* An empty journal tells nothing. */
	if (stat(journal, &st) == 0 && !st.st_size)
		(void)unlink(journal);
	/* The journal goes first: beside a new store it would be applied. */
	if (!moved(journal, arena_printf(a, "%s-journal", to)) ||
	    !moved(path, to))
		return diag_fail(d, STATUS_IOERR, "cannot rename '%s': %s",
		    path, strerror(errno));
	*moved_r = to;
	return STATUS_OK;
}

const char *store_random(struct arena *a, size_t len_bytes)
{
	char *text = arena_alloc(a, 2 * len_bytes + 1);

	for (size_t i = 0; i < len_bytes; i++) {
		unsigned char byte;

		sqlite3_randomness(1, &byte);
		(void)snprintf(text + 2 * i, 3, "%02x", byte);
	}
	return text;
}

enum status store_check(struct store *s, struct diag *d)
{
	static const char sql[] = "PRAGMA integrity_check(5)";
	sqlite3_stmt *stmt = NULL;
	enum status status = store_status(s, d);

	if (status != STATUS_OK)
		return status;
	if (sqlite3_prepare_v2(s->db, sql, -1, &stmt, NULL) != SQLITE_OK)
		store_note_error(s, "check");
	while (stmt && sqlite3_step(stmt) == SQLITE_ROW) {
		const char *text = (const char *)sqlite3_column_text(stmt, 0);

		if (text && strcmp(text, "ok") != 0)
			status = diag_fail(
			    d, STATUS_DATA, "'%s': %s", s->path, text);
	}
	if (sqlite3_finalize(stmt) != SQLITE_OK)
		store_note_error(s, "check");
	if (status == STATUS_OK)
		status = store_status(s, d);
	return status;
}

int store_schema(struct store *s)
{
	return (int)store_pragma(s, "PRAGMA user_version");
}

void store_note_erasing(struct store *s)
{
	(void)store_exec(s,
	    "INSERT OR REPLACE INTO meta(key, value) VALUES('erasing', 1)",
	    "write");
}

bool store_is_erasing(struct store *s)
{
	return store_pragma(
		   s, "SELECT count(*) FROM meta WHERE key='erasing'") > 0;
}

int64_t store_forgotten(struct store *s)
{
	return store_pragma(s, "SELECT count(*) FROM forgotten");
}

enum status store_compact(struct store *s, struct diag *d)
{
	if (store_exec(s, "VACUUM", "rewrite"))
		(void)store_exec(
		    s, "DELETE FROM meta WHERE key='erasing'", "rewrite");
	return store_status(s, d);
}
