/* SPDX-License-Identifier: ISC */
/* A folder for one test, and looks at a store from outside. No test itself. */
#include "place.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"

#include <dirent.h>
#include <setjmp.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

int place_make(void **state)
{
	struct arena *a = arena_new();
	struct place *p = arena_alloc(a, sizeof(*p));
	const char *tmp = getenv("TMPDIR");
	char *dir = arena_printf(a, "%s/rapport.XXXXXX", tmp ? tmp : "/tmp");

	if (!mkdtemp(dir))
		return -1;
	p->arena = a;
	p->dir = dir;
	p->db = file_join(a, dir, "rapport.db");
	*state = p;
	return 0;
}

typedef void visit(struct place *p, const char *path, void *context);

static void each_file(struct place *p, visit *call, void *context)
{
	DIR *dir = opendir(p->dir);
	const struct dirent *file;

	assert_non_null(dir);
	while ((file = readdir(dir)))
		if (file->d_name[0] != '.')
			call(p, file_join(p->arena, p->dir, file->d_name),
			    context);
	(void)closedir(dir);
}

static void drop(struct place *p, const char *path, void *context)
{
	(void)p, (void)context;
	(void)unlink(path);
}

int place_remove(void **state)
{
	struct place *p = *state;

	each_file(p, drop, NULL);
	(void)rmdir(p->dir);
	arena_free(p->arena);
	return 0;
}

static int add_row(void *context, int n, char **values, char **names)
{
	struct buf *b = context;

	(void)names;
	for (int i = 0; i < n; i++)
		buf_printf(b, "%s%s", i ? "|" : "", values[i] ? values[i] : "");
	buf_char(b, '\n');
	return 0;
}

const char *place_sql(const struct place *p, const char *sql)
{
	struct buf b = BUF_EMPTY;
	char *error = NULL;
	const char *text;
	sqlite3 *db;

	assert_int_equal(sqlite3_open(p->db, &db), SQLITE_OK);
	if (sqlite3_exec(db, sql, add_row, &b, &error) != SQLITE_OK)
		fail_msg("%s: %s", sql, error);
	assert_int_equal(sqlite3_close(db), SQLITE_OK);
	text = arena_strdup(p->arena, buf_text(&b));
	buf_release(&b);
	return text;
}

const char *place_bytes(const struct place *p, const char *path, size_t *len_r)
{
	struct buf b = BUF_EMPTY;
	struct diag *d = diag_new();
	const char *bytes = NULL;

	if (file_read(path, 64 << 20, d, &b) == STATUS_OK) {
		*len_r = b.len_bytes;
		bytes = arena_strndup(p->arena, buf_text(&b), b.len_bytes);
	}
	diag_free(d);
	buf_release(&b);
	return bytes;
}

void place_write(const char *path, const char *bytes, size_t len_bytes)
{
	struct diag *d = diag_new();

	assert_int_equal(
	    file_write_atomic(path, bytes, len_bytes, d), STATUS_OK);
	diag_free(d);
}

struct search {
	const char *text;
	bool found;
};

static void look(struct place *p, const char *path, void *context)
{
	struct search *s = context;
	size_t len, n = strlen(s->text);
	const char *bytes = place_bytes(p, path, &len);

	for (size_t i = 0; bytes && i + n <= len; i++)
		if (!memcmp(bytes + i, s->text, n))
			s->found = true;
}

bool place_has_text(const struct place *p, const char *text)
{
	struct place copy = *p;
	struct search s = {text, false};

	each_file(&copy, look, &s);
	return s.found;
}

struct tally {
	const char *prefix;
	size_t n;
};

static void count(struct place *p, const char *path, void *context)
{
	struct tally *t = context;

	t->n +=
	    !strncmp(path + strlen(p->dir) + 1, t->prefix, strlen(t->prefix));
}

size_t place_count(const struct place *p, const char *prefix)
{
	struct place copy = *p;
	struct tally t = {prefix, 0};

	each_file(&copy, count, &t);
	return t.n;
}
