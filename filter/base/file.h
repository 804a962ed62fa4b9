/* SPDX-License-Identifier: ISC */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/buf.h"
#include "base/diag.h"

#include <stdbool.h>

struct arena;

/*
 * Appends a whole file to out; "-" is stdin. STATUS_NOINPUT, NOPERM or
 * IOERR with a text in d; STATUS_DATA when it is longer than max_bytes.
 */
enum status file_read(
    const char *path, size_t max_bytes, struct diag *d, struct buf *out);
/*
 * Writes a file so that it is there whole or not at all, also after a power
 * cut: temporary name beside it, fsync, rename, fsync of the directory.
 */
enum status file_write_atomic(
    const char *path, const char *data, size_t len_bytes, struct diag *d);
/* Writes all of it to a descriptor, going on after EINTR and short writes. */
bool file_write_all(int fd, const char *data, size_t len_bytes);
/* Makes a directory and its parents with mode 0700; fine if it exists. */
enum status file_make_dir(const char *path, struct diag *d);
/* "dir/name" in the arena. */
char *file_join(struct arena *a, const char *dir, const char *name);
/* The directory part of path, "." if none. */
char *file_dir(struct arena *a, const char *path);

#endif
