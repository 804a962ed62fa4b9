/* SPDX-License-Identifier: ISC */
/*
 * A message held back until its fate is known: read whole before a byte of
 * it is written, in bounded memory. Time is the caller's business.
 */
#include "base/intake.h"
#include "base/arena.h"
#include "base/file.h"
#include "base/limits.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#define CHUNK_BYTES 65536

/* A file without a name, gone when we are. */
static int unlinked(const char *const *folders, size_t n)
{
	struct arena *a = arena_new();
	int fd = -1;

	for (size_t i = 0; fd < 0 && i < n; i++) {
		char *path = file_join(a, folders[i], "rapport.XXXXXX");

		fd = mkstemp(path);
		if (fd >= 0)
			(void)unlink(path);
	}
	if (fd >= 0)
		(void)fcntl(fd, F_SETFD, FD_CLOEXEC);
	arena_free(a);
	return fd;
}

bool intake_read(
    int fd, const char *const *folders, size_t n_folders, struct intake *in_r)
{
	char chunk[CHUNK_BYTES];

	*in_r = (struct intake){.rest = -1};
	for (;;) {
		ssize_t n = read(fd, chunk, sizeof(chunk));
		size_t room = LIMIT_MESSAGE_BYTES - in_r->head.len_bytes;
		size_t len = n > 0 ? (size_t)n : 0;

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return n == 0;
		if (room > len)
			room = len;
		buf_append(&in_r->head, chunk, room);
		if (room == len)
			continue;
		if (in_r->rest < 0)
			in_r->rest = unlinked(folders, n_folders);
		if (in_r->rest < 0 ||
		    !file_write_all(in_r->rest, chunk + room, len - room))
			return false;
	}
}

void intake_release(struct intake *in)
{
	buf_release(&in->head);
	if (in->rest >= 0)
		(void)close(in->rest);
	in->rest = -1;
}

bool intake_write(const struct intake *in, size_t offset, int fd)
{
	char chunk[CHUNK_BYTES];

	if (!file_write_all(
		fd, buf_text(&in->head) + offset, in->head.len_bytes - offset))
		return false;
	if (in->rest < 0)
		return true;
	if (lseek(in->rest, 0, SEEK_SET) < 0)
		return false;
	for (;;) {
		ssize_t n = read(in->rest, chunk, sizeof(chunk));

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return n == 0;
		if (!file_write_all(fd, chunk, (size_t)n))
			return false;
	}
}
