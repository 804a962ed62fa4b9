/* SPDX-License-Identifier: ISC */
#ifndef STORE_SQL_H
#define STORE_SQL_H

/* For the files of store/ alone: named statements, bound and read in turn. */

#include "base/civil.h"
#include "base/diag.h"
#include "model/act.h"

#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct store;

/* One table of statements for each file of store/. */
enum sql_family {
	SQL_STORE,
	SQL_MESSAGES,
	SQL_THREADS,
	SQL_ITEMS,
	SQL_EVENTS,
	SQL_CHANGES,
	SQL_PEOPLE,
	SQL_SUGGESTIONS,
	SQL_INVITES,
	SQL_FORGET,
	SQL_FAMILIES
};

#define SQL_PER_FAMILY 24

struct store {
	sqlite3 *db;
	const char *path;
	enum status status; /* the first failure, kept */
	char error[512];
	bool in_transaction;
	sqlite3_stmt *cache[SQL_FAMILIES][SQL_PER_FAMILY];
};

/* A running statement: parameters and columns are taken in their order. */
struct query {
	struct store *s;
	sqlite3_stmt *stmt; /* NULL after a failure: everything is a no-op */
	int bind, column;
};

/* Statement i of a family; text is compiled at its first use. */
struct query query_start(
    struct store *s, enum sql_family family, size_t i, const char *text);

/* Bind the next parameter; text may be NULL and must live until the end. */
void query_int(struct query *q, int64_t v);
void query_real(struct query *q, double v);
void query_text(struct query *q, const char *v);
void query_stamp(struct query *q, struct stamp t);      /* two parameters */
void query_due(struct query *q, const struct due *due); /* five */

/* True with a row; false at the end or on failure, the query is then over. */
bool query_row(struct query *q);
/* Runs to the end and drops what rows there are. */
void query_run(struct query *q);
/* Runs an INSERT and returns the new row; 0 on failure. */
int64_t query_insert(struct query *q);
/* Ends a query before its last row. */
void query_end(struct query *q);

/* The next column; 0 or "" for NULL. Text is copied into the arena. */
int64_t query_get_int(struct query *q);
double query_get_real(struct query *q);
const char *query_get_text(struct query *q, struct arena *a);
struct stamp query_get_stamp(struct query *q);
struct due query_get_due(struct query *q, struct arena *a);

/* Lists of names in one column, a blank between them. */
const char *names_join(struct arena *a, const char **names, size_t n);
size_t names_split(struct arena *a, const char *text, const char ***names_r);
/* 64-bit FNV-1a, for what must be known again but not kept. */
int64_t store_hash(const char *text);

/* Notes SQLite's last error as the store's failure, with what was tried. */
void store_note_error(struct store *s, const char *what);

/* Runs SQL that is no statement of a table: pragmas and migrations. */
bool store_exec(struct store *s, const char *sql, const char *what);
/* The whole number that a pragma answers, -1 on failure. */
int64_t store_pragma(struct store *s, const char *sql);

/* store/schema.c: brings the schema to the newest version. */
void schema_migrate(struct store *s);
/* The newest version that this program knows. */
int schema_version(void);

#endif
