/* SPDX-License-Identifier: ISC */
#ifndef MAIL_GUARD_H
#define MAIL_GUARD_H

#include <stddef.h>

struct arena;

/* What libetpan may do with bytes that were looked through. */
enum guard {
	GUARD_FINE,    /* nothing was wrong */
	GUARD_DEFUSED, /* fields that it cannot stand were renamed */
	GUARD_REFUSED  /* too many parts: it must not see them */
};

/* The letters that were overwritten; lives in the arena. */
struct guard_log {
	struct guard_change {
		size_t offset;
		char was;
	} * changes;
	size_t n, cap;
};

/*
 * Looks once through an entity before libetpan does, wherever it may see a
 * header: boundaries of 1 to LIMIT_BOUNDARY_CHARS legal characters, comments
 * nested no deeper than LIMIT_COMMENT_DEPTH, fields of LIMIT_FIELD_BYTES, at
 * most LIMIT_MIME_PARTS multipart and message fields (each may be a level
 * of nesting) and LIMIT_DASH_LINES lines that may begin a part. A field
 * that is wrong has its first letter overwritten, which makes it one that
 * nobody knows; sizes do not change. text[0..len) holds no NUL.
 */
enum guard guard_check(
    struct arena *a, char *text, size_t len_bytes, struct guard_log *log_r);

/* Puts the letters back, for those who can read such fields. */
void guard_undo(char *text, const struct guard_log *log);

#endif
