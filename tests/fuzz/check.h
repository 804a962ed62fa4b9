/* SPDX-License-Identifier: ISC */
#ifndef FUZZ_CHECK_H
#define FUZZ_CHECK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct letter;
struct reading_words;

/* What every fuzz target offers to libFuzzer and to replay.c. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Ends the process, which is a finding, unless it holds. */
void must(bool holds, const char *what);

/* The phrases of rules/ in the working directory. */
const struct reading_words *fuzz_words(void);

/*
 * The input in memory of just its size, so that a byte read beyond it is
 * seen; to be freed. The letter's time of arrival is not the clock's.
 */
char *fuzz_exact(const uint8_t *data, size_t size);
#define FUZZ_ARRIVAL ((struct stamp){1795305600, 60})

/* What must hold of a letter's header, and of its text and the rest. */
void check_header(const struct letter *l);
void check_body(const struct letter *l);

#endif
