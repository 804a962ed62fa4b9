/* SPDX-License-Identifier: ISC */
#ifndef BASE_INTAKE_H
#define BASE_INTAKE_H

#include "base/buf.h"

#include <stdbool.h>

/* All of a message as it was read: its head in memory, the rest on disk. */
struct intake {
	struct buf head; /* the first LIMIT_MESSAGE_BYTES */
	int rest;        /* an unlinked file with what follows, or -1 */
};

/*
 * Reads fd to its end. What does not fit into memory goes to a file in the
 * first of the n folders that takes one. False when reading or writing
 * failed; in_r is to be released in any case.
 */
bool intake_read(
    int fd, const char *const *folders, size_t n, struct intake *in_r);
void intake_release(struct intake *in);

/* Writes the bytes from offset (within the head) on; false unless all. */
bool intake_write(const struct intake *in, size_t offset, int fd);

#endif
