/* SPDX-License-Identifier: ISC */
#ifndef STORE_QUERY_H
#define STORE_QUERY_H

/* For the files of store/ alone: named statements, run and bound in turn. */

#include "model/act.h"
#include "store/sql.h"

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

#endif
