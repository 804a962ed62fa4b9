/* SPDX-License-Identifier: ISC */
#ifndef STORE_COLUMN_H
#define STORE_COLUMN_H

/* For the files of store/ alone: what is in a row of a query. */

#include "model/letter.h"
#include "store/query.h"

/* The next column; 0 or "" for NULL. Text is copied into the arena. */
int64_t query_get_int(struct query *q);
double query_get_real(struct query *q);
const char *query_get_text(struct query *q, struct arena *a);
struct stamp query_get_stamp(struct query *q);
struct due query_get_due(struct query *q, struct arena *a);

/* Which way a letter went, by name. */
void query_direction(struct query *q, enum direction direction);
enum direction query_get_direction(struct query *q, struct arena *a);

/* Lists of names in one column, a blank between them. */
const char *names_join(struct arena *a, const char **names, size_t n);
size_t names_split(struct arena *a, const char *text, const char ***names_r);

#endif
