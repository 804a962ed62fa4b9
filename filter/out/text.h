/* SPDX-License-Identifier: ISC */
#ifndef OUT_TEXT_H
#define OUT_TEXT_H

#include <stddef.h>

struct arena;
struct buf;

/* Columns of a mail's text (RFC 5322, 2.1.1 recommends less than 78). */
#define TEXT_CELLS 72

/*
 * Appends printable text, every line of it broken at blanks to at most
 * cells columns; what follows a break is indented like its line, past a
 * "- ". A word that is longer stays whole.
 */
void text_wrap(struct buf *out, const char *text, size_t cells);
/* The same as a copy. */
char *text_wrapped(struct arena *a, const char *text, size_t cells);
/* Appends text with the characters of HTML's markup escaped. */
void text_html(struct buf *out, const char *text);

/*
 * A table for terminals: rows of cells under titles, columns as wide as
 * their widest cell, the last one cut to what is left. Where that is too
 * little to read, columns that may go do, in their order; then those that
 * have a most are cut further.
 */
#define TABLE_COLUMNS 10

struct table_column {
	const char *title;
	int is_right; /* numbers */
	size_t most;  /* columns of the terminal at most, 0: any */
	int goes;     /* the how-manieth to go on a narrow terminal, 0: stays */
};

struct table {
	struct arena *arena;
	const struct table_column *columns;
	size_t n_columns;
	const char *(*rows)[TABLE_COLUMNS];
	size_t n_rows, cap_rows;
};

void table_init(struct table *t, struct arena *a,
    const struct table_column *columns, size_t n_columns);
/* cells[n_columns], text as it is in mail: it is made printable here. */
void table_row(struct table *t, const char *const *cells);
/* A heading above the rows that follow, over all columns. */
void table_heading(struct table *t, const char *text);
/* width: columns of the terminal, 0 when nothing is to be cut. */
void table_write(const struct table *t, struct buf *out, size_t width);

#endif
