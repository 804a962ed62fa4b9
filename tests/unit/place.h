/* SPDX-License-Identifier: ISC */
#ifndef TESTS_PLACE_H
#define TESTS_PLACE_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

/* A folder for one test, with a store in it or not. */
struct place {
	struct arena *arena;
	const char *dir, *db;
};

/* For cmocka_unit_test_setup_teardown(): *state is a struct place. */
int place_make(void **state);
int place_remove(void **state);

/* Runs SQL on the store behind its back; rows as text, "a|b\n". */
const char *place_sql(const struct place *p, const char *sql);
/* The whole file, or NULL when there is none. */
const char *place_bytes(const struct place *p, const char *path, size_t *len_r);
void place_write(const char *path, const char *bytes, size_t len_bytes);
/* Whether any file of the folder has that text in it. */
bool place_has_text(const struct place *p, const char *text);
/* How many files of the folder have a name that begins so. */
size_t place_count(const struct place *p, const char *prefix);

#endif
