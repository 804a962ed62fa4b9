/* SPDX-License-Identifier: ISC */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include <stddef.h>

/* What became of an operation; the values are those of sysexits.h. */
enum status {
	STATUS_OK = 0,
	STATUS_USAGE = 64,       /* the command line is wrong */
	STATUS_DATA = 65,        /* the input is not what it should be */
	STATUS_NOINPUT = 66,     /* a file or an item is not there */
	STATUS_UNAVAILABLE = 69, /* a helper (sendmail, a module) failed */
	STATUS_SOFTWARE = 70,    /* should not happen */
	STATUS_OSERR = 71,       /* fork, pipe, ... */
	STATUS_CANTCREAT = 73,   /* an output cannot be created */
	STATUS_IOERR = 74,       /* reading or writing failed */
	STATUS_TEMPFAIL = 75,    /* locked or full: the same may work later */
	STATUS_NOPERM = 77,
	STATUS_CONFIG = 78 /* the config or a rule is wrong */
};

/*
 * Collects complaints until cmd/ prints them, once, in order. Functions
 * that fail put a text here and return the status; callers pass it on.
 */
struct diag;

struct diag *diag_new(void);
void diag_free(struct diag *d);

/*
 * Adds "text" and returns status, for `return diag_fail(...)`. Texts are
 * "cannot open 'x': reason": lower case, no full stop, never raw mail.
 */
enum status diag_fail(struct diag *d, enum status status, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));
/* Adds "text" as a warning: the work goes on. */
void diag_warn(struct diag *d, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
/*
 * Adds "file:line:column: text" about what a user wrote; line and column
 * count from 1, column 0 leaves it out. The entry is skipped, work goes on.
 */
void diag_at(struct diag *d, const char *file, int line, int column,
    const char *fmt, ...) __attribute__((format(printf, 5, 6)));

/* Number of complaints, and the i-th text, borrowed until diag_free(). */
size_t diag_count(const struct diag *d);
const char *diag_text(const struct diag *d, size_t i);

#endif
