/* SPDX-License-Identifier: ISC */
/*
 * Looks for text in the bytes of rapport's own files: the proof that what
 * was forgotten is gone. It knows nothing of what the files mean.
 */
#include "cmd/trace.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/str.h"
#include "cmd/paths.h"
#include "ledger/spool.h"

#include <dirent.h>
#include <string.h>
#include <sys/stat.h>

/* A store of a lifetime's mail is far smaller. */
#define MOST_BYTES ((size_t)4 * 1024 * 1024 * 1024 - 1)

struct files {
	const char **paths;
	size_t n, cap;
};

/*
 * The files of a folder whose names begin so. Rules that were made ready hold
 * no mail, but any word, by chance, where two of theirs meet.
 */
static void add_files(
    struct session *s, struct files *f, const char *dir, const char *prefix)
{
	const struct dirent *e;
	const char *kept = paths_kept_rules(s->arena, s->db_path);
	DIR *d = opendir(dir);

	while (d && (e = readdir(d)) != NULL) {
		const char *path;
		struct stat st;

		if (strncmp(e->d_name, prefix, strlen(prefix)) != 0)
			continue;
		path = file_join(s->arena, dir, e->d_name);
		if (strcmp(path, kept) == 0 || lstat(path, &st) != 0 ||
		    !S_ISREG(st.st_mode))
			continue;
		f->paths = arena_grow(
		    s->arena, f->paths, f->n, &f->cap, sizeof(*f->paths));
		f->paths[f->n++] = path;
	}
	if (d)
		(void)closedir(d);
}

size_t trace_files(struct session *s, const char ***paths_r)
{
	const char *base = strrchr(s->db_path, '/');
	struct files f = {.n = 0};

	add_files(s, &f, file_dir(s->arena, s->db_path),
	    base ? base + 1 : s->db_path);
	add_files(s, &f, spool_dir(s->arena, s->db_path), "");
	*paths_r = f.paths;
	return f.n;
}

enum status trace_find(
    struct session *s, const char *path, const char *text, bool *found_r)
{
	struct buf bytes = BUF_EMPTY;
	enum status status = file_read(path, MOST_BYTES, s->diag, &bytes);

	if (status == STATUS_OK)
		*found_r = bytes.len_bytes &&
			   str_find(bytes.data, bytes.len_bytes, text);
	buf_release(&bytes);
	return status;
}
