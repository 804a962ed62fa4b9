/* SPDX-License-Identifier: ISC */
/*
 * The folder of messages that could not be recorded when they came. A
 * message is in it whole or not at all; what is in it leaves only when it
 * was recorded. Nothing here looks into a message.
 */
#include "ledger/spool.h"
#include "base/arena.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/str.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define TRIES_BAD 1000

/* A file of the spool, from its name. */
struct entry {
	const char *name; /* as it is now */
	const char *stem; /* without the count of tries */
	struct stamp arrival;
	enum direction direction;
	int tries; /* TRIES_BAD when it was given up */
};

static const char *const direction_names[] = {
    [DIRECTION_UNKNOWN] = "any",
    [DIRECTION_IN] = "in",
    [DIRECTION_OUT] = "out",
};

const char *spool_dir(struct arena *a, const char *db)
{
	return arena_printf(a, "%s.spool", db);
}

static bool sync_dir(const char *dir)
{
	int fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	bool ok = fd >= 0 && fsync(fd) == 0;

	if (fd >= 0)
		(void)close(fd);
	return ok;
}

/* A folder that was just made must survive a power cut like its files. */
static enum status make_dir(struct arena *a, const char *dir, struct diag *d)
{
	enum status status;

	if (access(dir, F_OK) == 0)
		return STATUS_OK;
	status = file_make_dir(dir, d);
	if (status == STATUS_OK && !sync_dir(file_dir(a, dir)))
		status = diag_fail(d, STATUS_IOERR, "cannot sync '%s': %s",
		    file_dir(a, dir), strerror(errno));
	return status;
}

enum status spool_add(const char *dir, enum direction direction,
    struct stamp arrival, const char *bytes, size_t len_bytes, struct diag *d)
{
	struct arena *a = arena_new();
	char *tmp = arena_printf(a, "%s/new.XXXXXX", dir), *name;
	enum status status = make_dir(a, dir, d);
	int fd = -1;
	bool ok;

	if (status != STATUS_OK)
		goto out;
	fd = mkstemp(tmp);
	if (fd < 0) {
		status = diag_fail(d, STATUS_CANTCREAT,
		    "cannot create '%s': %s", tmp, strerror(errno));
		goto out;
	}
	/* What mkstemp() made unique makes the name unique. */
	name = arena_printf(a, "%s/%lld.%+d.%s.%s", dir,
	    (long long)arrival.utc_s, arrival.zone_min,
	    direction_names[direction], strrchr(tmp, '.') + 1);
	ok = file_write_all(fd, bytes, len_bytes) && fsync(fd) == 0;
	ok = close(fd) == 0 && ok;
	ok = ok && rename(tmp, name) == 0;
	if (!ok || !sync_dir(dir)) {
		status = diag_fail(d, STATUS_IOERR, "cannot write '%s': %s",
		    name, strerror(errno));
		(void)unlink(ok ? name : tmp);
	}
out:
	arena_free(a);
	return status;
}

/* The next field of a name; false when there is none. */
static bool field(const char **at, struct span *field_r)
{
	size_t n;

	if (!**at)
		return false;
	n = strcspn(*at, ".");
	*field_r = (struct span){*at, n};
	*at += n + ((*at)[n] == '.');
	return n > 0;
}

static bool direction_of(struct span s, enum direction *direction_r)
{
	for (int i = DIRECTION_UNKNOWN; i <= DIRECTION_OUT; i++) {
		const char *name = direction_names[i];

		if (strlen(name) == s.len_bytes &&
		    !strncmp(name, s.data, s.len_bytes)) {
			*direction_r = (enum direction)i;
			return true;
		}
	}
	return false;
}

/* False for whatever else lies in the folder. */
static bool parse(struct arena *a, const char *name, struct entry *e_r)
{
	struct span time, zone, direction, unique, tries;
	const char *at = name;
	struct entry e = {.name = arena_strdup(a, name)};
	long long utc_s, zone_min, n = 0;

	if (!field(&at, &time) || !field(&at, &zone) ||
	    !field(&at, &direction) || !field(&at, &unique) ||
	    !str_number(time.data, time.len_bytes, INT64_MAX, &utc_s) ||
	    !str_number(zone.data + 1, zone.len_bytes - 1, 1439, &zone_min) ||
	    (zone.data[0] != '+' && zone.data[0] != '-') ||
	    !direction_of(direction, &e.direction))
		return false;
	e.stem = arena_strndup(
	    a, name, (size_t)(unique.data - name) + unique.len_bytes);
	e.arrival.utc_s = utc_s;
	e.arrival.zone_min = (int)(zone.data[0] == '-' ? -zone_min : zone_min);
	if (field(&at, &tries)) {
		if (tries.len_bytes == 3 && !strncmp(tries.data, "bad", 3))
			n = TRIES_BAD;
		else if (!str_number(
			     tries.data, tries.len_bytes, SPOOL_TRIES, &n))
			return false;
	}
	e.tries = (int)n;
	*e_r = e;
	return true;
}

static int by_arrival(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;

	if (x->arrival.utc_s != y->arrival.utc_s)
		return x->arrival.utc_s < y->arrival.utc_s ? -1 : 1;
	return strcmp(x->stem, y->stem);
}

/* The messages in the folder, oldest first. No folder: none. */
static enum status list(struct arena *a, const char *dir, struct diag *d,
    struct entry **entries_r, size_t *n_r)
{
	struct entry *entries = NULL;
	const struct dirent *file;
	size_t n = 0, cap = 0;
	DIR *open_dir = opendir(dir);

	*entries_r = NULL;
	*n_r = 0;
	if (!open_dir && errno == ENOENT)
		return STATUS_OK;
	if (!open_dir)
		return diag_fail(d, STATUS_IOERR, "cannot open '%s': %s", dir,
		    strerror(errno));
	while (n < LIMIT_SPOOL_FILES && (file = readdir(open_dir)) != NULL) {
		entries = arena_grow(a, entries, n, &cap, sizeof(*entries));
		if (parse(a, file->d_name, &entries[n]))
			n++;
	}
	(void)closedir(open_dir);
	if (n)
		qsort(entries, n, sizeof(*entries), by_arrival);
	*entries_r = entries;
	*n_r = n;
	return STATUS_OK;
}

enum status spool_count(
    const char *dir, struct diag *d, size_t *waiting_r, size_t *bad_r)
{
	struct arena *a = arena_new();
	struct entry *entries;
	size_t n;
	enum status status = list(a, dir, d, &entries, &n);

	*waiting_r = *bad_r = 0;
	for (size_t i = 0; i < n; i++)
		++*(entries[i].tries == TRIES_BAD ? bad_r : waiting_r);
	arena_free(a);
	return status;
}

/* A lock that ends with the process, however it ends; -1: others have it. */
static int lock(struct arena *a, const char *dir)
{
	struct flock whole = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
	int fd =
	    open(file_join(a, dir, "lock"), O_RDWR | O_CREAT | O_CLOEXEC, 0600);

	if (fd >= 0 && fcntl(fd, F_SETLK, &whole) < 0) {
		(void)close(fd);
		return -1;
	}
	return fd;
}

/*
 * Takes one message. Before it is read its name says that it was tried: if
 * reading it ends us, the next process knows.
 */
static enum status take_one(struct arena *a, const char *dir,
    const struct entry *e, spool_taker *take, void *context, struct diag *d,
    bool *taken_r)
{
	const char *before = file_join(a, dir, e->name);
	bool is_bad = e->tries == TRIES_BAD;
	const char *during =
	    is_bad ? before
		   : arena_printf(a, "%s/%s.%d", dir, e->stem, e->tries + 1);
	struct buf bytes = BUF_EMPTY;
	enum status status;

	*taken_r = false;
	if (!is_bad && e->tries >= SPOOL_TRIES) {
		during = arena_printf(a, "%s/%s.bad", dir, e->stem);
		(void)rename(before, during);
		return STATUS_OK;
	}
	if (!is_bad && rename(before, during) < 0)
		return errno == ENOENT ? STATUS_OK
				       : diag_fail(d, STATUS_IOERR,
					     "cannot rename '%s': %s", before,
					     strerror(errno));
	status = file_read(during, LIMIT_MESSAGE_BYTES, d, &bytes);
	if (status == STATUS_OK)
		status = take(context, buf_text(&bytes), bytes.len_bytes,
		    e->direction, e->arrival, d);
	buf_release(&bytes);
	if (status == STATUS_OK) {
		(void)unlink(during);
		*taken_r = true;
	} else if (status == STATUS_SOFTWARE) {
		/* This message's own fault, which counts as a try. */
		status = STATUS_OK;
	} else if (!is_bad) {
		(void)rename(during, before);
	}
	return status;
}

enum status spool_take(const char *dir, size_t most, bool bad,
    spool_taker *take, void *context, struct diag *d, size_t *taken_r)
{
	struct arena *a = arena_new();
	struct entry *entries;
	size_t n;
	int fd = -1;
	enum status status = list(a, dir, d, &entries, &n);

	*taken_r = 0;
	if (status != STATUS_OK || !n)
		goto out;
	fd = lock(a, dir);
	if (fd < 0)
		goto out;
	for (size_t i = 0; i < n && *taken_r < most && status == STATUS_OK;
	     i++) {
		bool taken;

		if (entries[i].tries == TRIES_BAD && !bad)
			continue;
		status =
		    take_one(a, dir, &entries[i], take, context, d, &taken);
		*taken_r += taken;
	}
out:
	if (fd >= 0)
		(void)close(fd);
	arena_free(a);
	return status;
}

static bool holds(const struct buf *bytes, const char *const *texts, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (str_find(bytes->data, bytes->len_bytes, texts[i]))
			return true;
	return false;
}

enum status spool_erase(const char *dir, const char *const *texts, size_t n,
    struct diag *d, size_t *removed_r)
{
	struct arena *a = arena_new();
	struct entry *entries;
	size_t n_entries = 0, removed = 0;
	enum status status = list(a, dir, d, &entries, &n_entries);

	for (size_t i = 0; status == STATUS_OK && i < n_entries; i++) {
		const char *path = file_join(a, dir, entries[i].name);
		struct buf bytes = BUF_EMPTY;

		status = file_read(path, LIMIT_MESSAGE_BYTES, d, &bytes);
		if (status == STATUS_OK && bytes.len_bytes &&
		    holds(&bytes, texts, n))
			removed += unlink(path) == 0;
		buf_release(&bytes);
	}
	arena_free(a);
	if (status == STATUS_OK)
		*removed_r = removed;
	return status;
}
