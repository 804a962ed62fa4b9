/* SPDX-License-Identifier: ISC */
#ifndef BASE_LINES_H
#define BASE_LINES_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct diag;

/*
 * The one reader of line-based files: config, rules and languages.
 *
 * A line is a keyword and the rest, separated by blanks. Empty lines and
 * lines whose first character is "#" are skipped; a line that begins with a
 * blank continues the one before it. Usage:
 *	lines_init(&in, a, diag, "x.rules", text, len);
 *	while (lines_next(&in)) ... in.keyword, in.rest ...
 */
struct lines {
	const char *file; /* for complaints */
	int line;         /* of the keyword, from 1 */
	char *keyword;    /* in the arena, NUL-terminated */
	char *rest;       /* "" when there is none; trimmed at both ends */
	int rest_column;  /* where rest begins, from 1 */

	struct arena *arena;
	struct diag *diag;
	const char *at, *end;
	int next_line;
};

/* text is borrowed and need not end in a NUL. */
void lines_init(struct lines *in, struct arena *a, struct diag *d,
    const char *file, const char *text, size_t len_bytes);
/*
 * Reads the next entry. One that is too long, holds a NUL or is not UTF-8
 * is complained about at its first line and skipped. False at the end.
 */
bool lines_next(struct lines *in);
/* A complaint about the current line at offset bytes into rest. */
void lines_complain(const struct lines *in, size_t offset, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));
/*
 * The next blank-separated word of *rest, cut out in place; a word that
 * begins with '"' runs to the next '"', with \" and \\ inside. NULL at the
 * end or, after a complaint, when a quote stays open.
 */
char *lines_word(const struct lines *in, char **rest);

#endif
