/* SPDX-License-Identifier: ISC */
#ifndef BASE_REGEX_H
#define BASE_REGEX_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Perl-compatible patterns with limits on work, depth and heap. UTF-8 is
 * on; subjects must be valid UTF-8 (checked once by who made them).
 */
struct regex;

enum regex_result {
	REGEX_MATCH,
	REGEX_NO_MATCH,
	REGEX_LIMIT /* gave up: counts as no match, worth a complaint */
};

enum regex_flags {
	REGEX_CASELESS = 1,  /* i */
	REGEX_MULTILINE = 2, /* m: ^ and $ at line ends */
	REGEX_DOTALL = 4,    /* s */
	REGEX_EXTENDED = 8,  /* x: blanks and #-comments in the pattern */
	REGEX_JIT = 16,      /* for processes that match many texts */
	REGEX_UNICODE = 32   /* u: \b, \w and \d know all alphabets */
};

/*
 * Compiles pattern (NUL-terminated). On failure returns NULL, with a
 * text in error[0..error_size) and the byte offset in *offset_r.
 */
struct regex *regex_new(const char *pattern, unsigned flags, char *error,
    size_t error_size, size_t *offset_r);
void regex_free(struct regex *re);

struct arena;

/*
 * Replaces patterns by copies that lie in the arena whole, without pointers
 * to anything else, so that they can be kept (base/image.h) and used as they
 * are; freeing one does nothing. The first time, all that go into an arena
 * should come at once: they share a table. False, and nothing is changed, when
 * this PCRE2 lays them out in another way.
 */
bool regex_freeze(struct arena *a, struct regex **all, size_t n);

/* The version of PCRE2 that is running, of which frozen patterns are. */
void regex_version(char *version_r, size_t size_bytes);

/*
 * What a match works in, some 20 KB; one is enough for all patterns of a
 * thread. No pattern is changed by a match.
 */
struct regex_room *regex_room_new(void);
void regex_room_free(struct regex_room *room);

struct regex_span {
	size_t start, end; /* bytes; start == (size_t)-1: not set */
};

/*
 * Matches subject from offset start on; span_r[0] is the whole match,
 * the n - 1 others its groups. n may be 0, span_r then NULL; groups beyond
 * the 31st are never set. Ends the process when the pattern was damaged.
 */
enum regex_result regex_match(const struct regex *re, struct regex_room *room,
    const char *subject, size_t len_bytes, size_t start,
    struct regex_span *span_r, size_t n);
/* The same, for a match that begins at `at` and nowhere else. */
enum regex_result regex_match_at(const struct regex *re,
    struct regex_room *room, const char *subject, size_t len_bytes, size_t at,
    struct regex_span *span_r, size_t n);
/* The number of a named group, or -1. */
int regex_group(const struct regex *re, const char *name);

#endif
