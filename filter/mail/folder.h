/* SPDX-License-Identifier: ISC */
#ifndef MAIL_FOLDER_H
#define MAIL_FOLDER_H

#include "base/diag.h"

#include <stdbool.h>
#include <stddef.h>

/* Walks the messages of a Maildir, an mbox, a folder of either, or a file. */
struct folder;
struct reading_words;

/*
 * What is at path: an mbox begins with "From ", a Maildir has cur/ or new/,
 * any other folder is walked (sub-folders too, sorted by name), any other
 * file is one message. words name the folders of sent mail; borrowed, they may
 * be NULL. STATUS_NOINPUT, NOPERM, IOERR with a text in d.
 */
enum status folder_open(const char *path, const struct reading_words *words,
    struct diag *d, struct folder **folder_r);
void folder_close(struct folder *f);

struct folder_message {
	const char *bytes; /* valid until the next call; no "From " line,
			      ">From " in the body undone as the mbox's kind
			      asks */
	size_t len_bytes;
	const char *path; /* for complaints: file, and ":line" in an mbox */
	bool is_sent;     /* the folder's name says so (Sent, Outbox, ...) */
};

/*
 * The next message. False at the end. A file that cannot be read, is too
 * long or is not mail is complained about in d and skipped.
 */
bool folder_next(
    struct folder *f, struct diag *d, struct folder_message *message_r);
/* Bytes read so far and in all, for a progress line. */
void folder_progress(
    const struct folder *f, long long *done_r, long long *total_r);

#endif
