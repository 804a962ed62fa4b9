/* SPDX-License-Identifier: ISC */
#ifndef CMD_TRACE_H
#define CMD_TRACE_H

#include "cmd/command.h"

#include <stddef.h>

/*
 * Every file of rapport's own: the store, its journal, what is kept beside
 * it, waiting messages, damaged stores that were set aside; not the rules that
 * were made ready, in which there is no mail.
 */
size_t trace_files(struct session *s, const char ***paths_r);
/*
 * Whether the bytes of text stand in a file, in any case of ASCII letters.
 * STATUS_OK with *found_r, or why it could not be read.
 */
enum status trace_find(
    struct session *s, const char *path, const char *text, bool *found_r);

#endif
