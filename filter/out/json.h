/* SPDX-License-Identifier: ISC */
#ifndef OUT_JSON_H
#define OUT_JSON_H

#include "base/civil.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct buf;

/*
 * Writes JSON (RFC 8259) on one line; commas come by themselves. Usage:
 *	json_init(&j, &buf); json_object(&j); json_key(&j, "id");
 *	json_int(&j, 3); json_end(&j);
 * Text that is not valid UTF-8 gets U+FFFD for each bad byte.
 */
#define JSON_DEPTH 16

struct json {
	struct buf *out;
	char closer[JSON_DEPTH]; /* of each open object or array */
	bool filled[JSON_DEPTH]; /* something was written at this level */
	int depth;
	bool after_key;
};

void json_init(struct json *j, struct buf *out);
void json_object(struct json *j);
void json_array(struct json *j);
/* Ends the innermost object or array. */
void json_end(struct json *j);
void json_key(struct json *j, const char *name);

/* NULL becomes null. */
void json_string(struct json *j, const char *s);
void json_int(struct json *j, int64_t v);
/* At most four decimals. */
void json_double(struct json *j, double v);
void json_bool(struct json *j, bool v);
void json_null(struct json *j);
/* RFC 3339, or null when not set. */
void json_stamp(struct json *j, struct stamp t, bool is_set);

#endif
