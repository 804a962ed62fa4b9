/* SPDX-License-Identifier: ISC */
/*
 * Walks mail where it lies: Maildir, mbox, single files, and folders of
 * them. Reads only; a mailbox that changes meanwhile costs a message at
 * most. Does not look into a message beyond its first line.
 */
#include "mail/folder.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/fold.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "mail/header.h"
#include "mail/mbox.h"
#include "mail/words.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

/* The longest name of a folder of sent mail. */
#define SENT_NAME_BYTES 64

struct file {
	const char *path;
	long long size_bytes;
	bool is_sent;
};

struct folder {
	const struct reading_words *words;
	struct arena *arena; /* of the paths */
	struct file *files;
	size_t n_files, cap_files;
	size_t at; /* the file that is open or comes next */
	long long done_bytes, total_bytes;

	char *data; /* the open file, or NULL */
	size_t len_bytes;
	size_t next; /* where its next message begins */
	int line;    /* and the number of that line */
	struct buf unquoted;
	char *where; /* "path:line", malloc'd */
};

/* Folders that mail programs keep sent mail in, whatever their format. */
static bool is_sent_name(const struct reading_words *words, const char *name)
{
	char fold[SENT_NAME_BYTES];

	/* ".INBOX.Sent" and "Sent.mbox": any word between dots. */
	while (*name) {
		size_t n = strcspn(name, ".");

		if (n <= sizeof(fold) && words_is(words, READING_SENT_FOLDER,
					     fold, fold_text(fold, name, n)))
			return true;
		name += n + (name[n] == '.');
	}
	return false;
}

static const char *last_part(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

static void add_file(
    struct folder *f, const char *path, const struct stat *st, bool is_sent)
{
	f->files = arena_grow(
	    f->arena, f->files, f->n_files, &f->cap_files, sizeof(*f->files));
	f->files[f->n_files++] = (struct file){
	    arena_strdup(f->arena, path), (long long)st->st_size, is_sent};
	f->total_bytes += (long long)st->st_size;
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool has_dir(struct arena *a, const char *path, const char *name)
{
	struct stat st;

	return stat(file_join(a, path, name), &st) == 0 && S_ISDIR(st.st_mode);
}

static bool is_maildir(struct arena *a, const char *path)
{
	return has_dir(a, path, "cur") && has_dir(a, path, "new");
}

/* What programs keep beside mail; it needs no complaint. */
static bool is_index(const char *name)
{
	static const char *const names[] = {
	    "maildirfolder", "subscriptions", "maildirsize", "uidvalidity"};
	static const char *const ends[] = {".msf", ".lock", ".idx", ".dat"};
	size_t n = strlen(name);

	if (!strncmp(name, "dovecot", 7) || !strncmp(name, "courier", 7))
		return true;
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (!strcmp(names[i], name))
			return true;
	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++)
		if (n > strlen(ends[i]) &&
		    !strcmp(name + n - strlen(ends[i]), ends[i]))
			return true;
	return false;
}

/* The names in a folder, sorted; false when it cannot be read. */
static bool read_names(struct arena *a, const char *path, struct diag *d,
    const char ***names_r, size_t *n_r)
{
	DIR *dir = opendir(path);
	const struct dirent *e;
	const char **names = NULL;
	size_t n = 0, cap = 0;

	if (!dir) {
		diag_warn(d, "cannot open '%s': %s", path, strerror(errno));
		return false;
	}
	while (n < LIMIT_FOLDER_FILES && (e = readdir(dir)) != NULL) {
		if (!strcmp(e->d_name, ".") || !strcmp(e->d_name, ".."))
			continue;
		names = arena_grow(a, names, n, &cap, sizeof(*names));
		names[n++] = arena_strdup(a, e->d_name);
	}
	(void)closedir(dir);
	if (n)
		qsort(names, n, sizeof(*names), by_name);
	*names_r = names;
	*n_r = n;
	return true;
}

static void walk(struct folder *f, const char *path, bool is_sent, int depth,
    struct diag *d);

/* One entry of a folder. Links to folders are left out: they may loop. */
static void walk_entry(struct folder *f, struct arena *a, const char *dir,
    const char *name, bool in_maildir, bool is_sent, int depth, struct diag *d)
{
	const char *path = file_join(a, dir, name);
	bool dot = name[0] == '.';
	struct stat st, link;

	if (lstat(path, &link) < 0 || stat(path, &st) < 0)
		return;
	if (S_ISREG(st.st_mode)) {
		if (!dot && !in_maildir && !is_index(name) &&
		    f->n_files < LIMIT_FOLDER_FILES)
			add_file(f, path, &st,
			    is_sent || is_sent_name(f->words, name));
		return;
	}
	if (!S_ISDIR(link.st_mode) || (in_maildir && !strcmp(name, "tmp")))
		return;
	/* Maildir++ keeps sub-folders in ".Name". */
	if (!dot || is_maildir(a, path))
		walk(f, path, is_sent || is_sent_name(f->words, name),
		    depth + 1, d);
}

static void walk(
    struct folder *f, const char *path, bool is_sent, int depth, struct diag *d)
{
	struct arena *a = arena_new();
	bool in_maildir = is_maildir(a, path);
	const char **names;
	size_t n;

	if (depth > LIMIT_FOLDER_DEPTH)
		diag_warn(d, "'%s' is nested too deeply", path);
	else if (read_names(a, path, d, &names, &n))
		for (size_t i = 0; i < n; i++)
			walk_entry(f, a, path, names[i], in_maildir, is_sent,
			    depth, d);
	arena_free(a);
}

enum status folder_open(const char *path, const struct reading_words *words,
    struct diag *d, struct folder **folder_r)
{
	struct folder *f;
	struct stat st;

	if (stat(path, &st) < 0)
		return diag_fail(d,
		    errno == EACCES ? STATUS_NOPERM : STATUS_NOINPUT,
		    "cannot open '%s': %s", path, strerror(errno));
	if (access(path, R_OK) < 0)
		return diag_fail(d, STATUS_NOPERM, "cannot open '%s': %s", path,
		    strerror(errno));
	f = mem_alloc(1, sizeof(*f));
	f->words = words;
	f->arena = arena_new();
	if (S_ISDIR(st.st_mode))
		walk(f, path, is_sent_name(words, last_part(path)), 0, d);
	else
		add_file(f, path, &st, is_sent_name(words, last_part(path)));
	*folder_r = f;
	return STATUS_OK;
}

static void close_file(struct folder *f)
{
	if (f->data)
		(void)munmap(f->data, f->len_bytes);
	f->data = NULL;
}

void folder_close(struct folder *f)
{
	if (!f)
		return;
	close_file(f);
	buf_release(&f->unquoted);
	free(f->where);
	arena_free(f->arena);
	free(f);
}

/* "root:x:0" begins like a field, but is none that mail knows. */
static bool has_header(const struct folder *f)
{
	struct arena *a = arena_new();
	struct header h;
	size_t at = header_start(a, f->data, f->len_bytes, NULL);

	header_split(a, f->data + at, f->len_bytes - at, &h);
	arena_free(a);
	return h.n_fields > 0;
}

/* Maps the file; false, with a complaint, when there is no mail in it. */
static bool open_file(struct folder *f, const char *path, struct diag *d)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	struct stat st = {0};
	void *data = MAP_FAILED;

	if (fd >= 0 && fstat(fd, &st) == 0 && st.st_size > 0)
		data = mmap(
		    NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
	if (data == MAP_FAILED && (fd < 0 || st.st_size))
		diag_warn(d, "cannot read '%s': %s", path, strerror(errno));
	if (fd >= 0)
		(void)close(fd);
	if (data == MAP_FAILED)
		return false;
	f->data = data;
	f->len_bytes = (size_t)st.st_size;
	f->next = 0;
	f->line = 1;
	if (mbox_is_mbox(f->data, f->len_bytes) || has_header(f))
		return true;
	diag_warn(d, "'%s' is not mail: it does not begin with a header", path);
	close_file(f);
	return false;
}

static int count_lines(const char *s, size_t len_bytes)
{
	const char *end = s + len_bytes;
	int n = 0;

	while ((s = memchr(s, '\n', (size_t)(end - s))) != NULL) {
		s++;
		n++;
	}
	return n;
}

static void set_where(struct folder *f, const char *path, int line)
{
	struct buf b = BUF_EMPTY;

	free(f->where);
	buf_puts(&b, path);
	if (line)
		buf_printf(&b, ":%d", line);
	f->where = b.data;
}

/* Cuts the next message out of the open file. */
static void take(struct folder *f, struct folder_message *m)
{
	const struct file *file = &f->files[f->at];
	struct mbox_message part = {
	    .len_bytes = f->len_bytes, .next = f->len_bytes};
	bool is_mbox = mbox_is_mbox(f->data, f->len_bytes);

	if (is_mbox)
		(void)mbox_next(f->data, f->len_bytes, f->next, &part);
	set_where(f, file->path, is_mbox ? f->line : 0);
	f->line += count_lines(f->data + f->next, part.next - f->next);
	f->next = part.next;
	m->bytes = f->data + part.offset;
	m->len_bytes = part.len_bytes;
	/* As with a delivery, only the head of what is huge is read. */
	if (m->len_bytes > LIMIT_MESSAGE_BYTES)
		m->len_bytes = LIMIT_MESSAGE_BYTES;
	buf_clear(&f->unquoted);
	if (part.quoted && mbox_unquote(m->bytes, m->len_bytes, &f->unquoted)) {
		m->bytes = buf_text(&f->unquoted);
		m->len_bytes = f->unquoted.len_bytes;
	}
	m->path = f->where;
	m->is_sent = file->is_sent;
}

bool folder_next(
    struct folder *f, struct diag *d, struct folder_message *message_r)
{
	while (f->at < f->n_files) {
		const struct file *file = &f->files[f->at];

		if (f->data && f->next < f->len_bytes) {
			take(f, message_r);
			return true;
		}
		if (f->data || !open_file(f, file->path, d)) {
			close_file(f);
			f->done_bytes += file->size_bytes;
			f->at++;
		}
	}
	return false;
}

void folder_progress(
    const struct folder *f, long long *done_r, long long *total_r)
{
	*done_r = f->done_bytes + (f->data ? (long long)f->next : 0);
	*total_r = f->total_bytes;
}
