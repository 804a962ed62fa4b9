/* SPDX-License-Identifier: ISC */
/* Bounded reads and durable writes. */
#include "base/file.h"
#include "base/arena.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static enum status open_failed(struct diag *d, const char *path, int err)
{
	enum status s = err == EACCES || err == EPERM     ? STATUS_NOPERM
			: err == ENOENT || err == ENOTDIR ? STATUS_NOINPUT
							  : STATUS_IOERR;

	return diag_fail(d, s, "cannot open '%s': %s", path, strerror(err));
}

enum status file_read(
    const char *path, size_t max_bytes, struct diag *d, struct buf *out)
{
	bool is_stdin = !strcmp(path, "-");
	enum status status = STATUS_OK;
	char chunk[8192]; /* fresh pages cost more than calls */
	size_t total = 0;
	ssize_t n;
	int fd = is_stdin ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		return open_failed(d, path, errno);
	for (;;) {
		n = read(fd, chunk, sizeof(chunk));
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			break;
		total += (size_t)n;
		if (total > max_bytes) {
			status = diag_fail(d, STATUS_DATA,
			    "'%s' is longer than %zu bytes", path, max_bytes);
			goto out;
		}
		buf_append(out, chunk, (size_t)n);
	}
	if (n < 0)
		status = diag_fail(d, STATUS_IOERR, "cannot read '%s': %s",
		    path, strerror(errno));
out:
	if (!is_stdin)
		(void)close(fd);
	return status;
}

bool file_write_all(int fd, const char *data, size_t len_bytes)
{
	while (len_bytes) {
		ssize_t n = write(fd, data, len_bytes);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return false;
		data += n;
		len_bytes -= (size_t)n;
	}
	return true;
}

static enum status sync_dir(const char *dir, struct diag *d)
{
	int fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	bool ok = fd >= 0 && fsync(fd) == 0;
	int err = errno;

	if (fd >= 0)
		(void)close(fd);
	return ok ? STATUS_OK
		  : diag_fail(d, STATUS_IOERR, "cannot sync '%s': %s", dir,
			strerror(err));
}

enum status file_write_atomic(
    const char *path, const char *data, size_t len_bytes, struct diag *d)
{
	struct arena *a = arena_new();
	char *tmp = arena_printf(a, "%s.tmp.%ld", path, (long)getpid());
	enum status status = STATUS_OK;
	bool ok;
	int fd = open(
	    tmp, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);

	if (fd < 0) {
		status = diag_fail(d, STATUS_CANTCREAT,
		    "cannot create '%s': %s", tmp, strerror(errno));
		goto out;
	}
	ok = file_write_all(fd, data, len_bytes) && fsync(fd) == 0;
	ok = close(fd) == 0 && ok;
	if (ok && rename(tmp, path) == 0) {
		status = sync_dir(file_dir(a, path), d);
		goto out;
	}
	status = diag_fail(
	    d, STATUS_IOERR, "cannot write '%s': %s", path, strerror(errno));
	(void)unlink(tmp);
out:
	arena_free(a);
	return status;
}

enum status file_make_dir(const char *path, struct diag *d)
{
	struct arena *a = arena_new();
	char *p = arena_strdup(a, path);
	enum status status = STATUS_OK;

	for (char *s = p + 1;; s++) {
		char keep = *s;

		if (keep && keep != '/')
			continue;
		*s = '\0';
		if (mkdir(p, 0700) < 0 && errno != EEXIST) {
			status = diag_fail(d, STATUS_CANTCREAT,
			    "cannot create directory '%s': %s", p,
			    strerror(errno));
			break;
		}
		if (!keep)
			break;
		*s = keep;
	}
	arena_free(a);
	return status;
}

char *file_join(struct arena *a, const char *dir, const char *name)
{
	size_t n = strlen(dir);

	return arena_printf(
	    a, "%s%s%s", dir, n && dir[n - 1] == '/' ? "" : "/", name);
}

char *file_dir(struct arena *a, const char *path)
{
	const char *slash = strrchr(path, '/');

	if (!slash)
		return arena_strdup(a, ".");
	return arena_strndup(
	    a, path, slash == path ? 1 : (size_t)(slash - path));
}
