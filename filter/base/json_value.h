/* SPDX-License-Identifier: ISC */
#ifndef BASE_JSON_VALUE_H
#define BASE_JSON_VALUE_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

enum json_kind {
	JSON_NULL,
	JSON_FALSE,
	JSON_TRUE,
	JSON_NUMBER, /* its text, as it stands there */
	JSON_STRING,
	JSON_ARRAY,
	JSON_OBJECT
};

/* A JSON value (RFC 8259) that was read. */
struct json_value {
	enum json_kind kind;
	const char *name;         /* of an object's member, else NULL */
	const char *text;         /* of strings (UTF-8, decoded) and numbers */
	struct json_value *first; /* of an array or object, or NULL */
	struct json_value *next;  /* in the same array or object, or NULL */
};

/*
 * Reads one value that text consists of, in the arena. NULL when it is no
 * JSON, holds a U+0000, or is nested deeper than 32.
 */
const struct json_value *json_value_read(
    struct arena *a, const char *text, size_t len_bytes);

/* The member of that name; NULL when v is NULL, no object, or has none. */
const struct json_value *json_value_get(
    const struct json_value *v, const char *name);
/* The text of a string member, "" when there is none. */
const char *json_value_text(const struct json_value *v, const char *name);
bool json_value_is_true(const struct json_value *v, const char *name);

#endif
