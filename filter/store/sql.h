/* SPDX-License-Identifier: ISC */
#ifndef STORE_SQL_H
#define STORE_SQL_H

/* For the files of store/ alone: what a store is, and how it fails. */

#include "base/civil.h"
#include "base/diag.h"

#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct store;

/* One table of statements for each file of store/. */
enum sql_family {
	SQL_MESSAGES,
	SQL_THREADS,
	SQL_ITEMS,
	SQL_EVENTS,
	SQL_CHANGES,
	SQL_PEOPLE,
	SQL_SUGGESTIONS,
	SQL_INVITES,
	SQL_SETTINGS,
	SQL_SEARCH,
	SQL_REDACT,
	SQL_FORGET,
	SQL_OUTSIDE,
	SQL_MEETINGS,
	SQL_NOTES,
	SQL_FAMILIES
};

#define SQL_PER_FAMILY 32

struct store {
	sqlite3 *db;
	sqlite3_vfs vfs; /* the system's, but for how it opens a journal */
	const char *path;
	enum status status; /* the first failure, kept */
	char error[512];
	bool in_transaction;
	sqlite3_stmt *cache[SQL_FAMILIES][SQL_PER_FAMILY];
};

/* 64-bit FNV-1a, for what must be known again but not kept. */
int64_t store_hash(const char *text);

/* Notes SQLite's last error as the store's failure, with what was tried. */
void store_note_error(struct store *s, const char *what);

/* Keeps in mind, until store_compact() is done, that traces may be left. */
void store_note_erasing(struct store *s);

/*
 * The acts of a message have numbers in a row, in its order: rows that are
 * always added at the end take fewer pages than a key of two columns.
 */
#define ACTS_MOST 1000
#define ACTS_OF(id, message) \
	id " BETWEEN " message "*1000 AND " message "*1000+999"

/* Runs SQL that is no statement of a table: pragmas and migrations. */
bool store_exec(struct store *s, const char *sql, const char *what);
/* The whole number that a pragma answers, -1 on failure. */
int64_t store_pragma(struct store *s, const char *sql);

/* store/schema.c: brings the schema to the newest version. */
void schema_migrate(struct store *s);
/* The newest version that this program knows. */
int schema_version(void);

#endif
