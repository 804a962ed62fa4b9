/* SPDX-License-Identifier: ISC */
#ifndef OUT_SCAN_H
#define OUT_SCAN_H

#include "model/act.h"
#include "model/letter.h"

#include <stddef.h>

struct arena;
struct buf;

/* One message or sentence as `scan` reports it. */
struct scanned {
	const char *name;                /* of the file, for people */
	const struct letter *letter;     /* NULL: it could not be read */
	const struct findings *findings; /* NULL likewise */
	const char *text;                /* the new text alone */
	enum direction direction;
	const char *error;             /* why it could not be read, or NULL */
	const struct time_expr *times; /* of a sentence, NULL of a message */
	size_t n_times;
	double threshold; /* acts below it are left out */
};

/* One JSON object and a line end (see "JSON" in rapport(1)). */
void scan_json(struct buf *out, const struct scanned *s);
/* The same for people: a line for each act or time. */
void scan_text(struct arena *a, struct buf *out, const struct scanned *s);

#endif
