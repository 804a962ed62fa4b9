/* SPDX-License-Identifier: ISC */
#ifndef BASE_PROC_H
#define BASE_PROC_H

#include "base/diag.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct buf;

/* Milliseconds of a clock that only measures spans (no date). */
int64_t proc_clock_ms(void);

/* 0 in any field: no limit. */
struct proc_limits {
	int cpu_s;              /* SIGXCPU ends the child */
	long long memory_bytes; /* of address space; not in a sanitized build */
	int wall_ms;            /* SIGKILL ends the child */
	/* SIGINT, SIGTERM and SIGHUP, which the caller has blocked, are
	   sent on to the child, where they are blocked too; they stay
	   pending in both until proc_drop_signals(). */
	bool passes_signals;
};

/* Blocks those three, or lets them through again. */
void proc_block_signals(bool block);
/* Whether one of them is pending. */
bool proc_is_interrupted(void);
/* Drops the pending ones, so that unblocking does not end the process. */
void proc_drop_signals(void);

enum proc_end {
	PROC_DONE,    /* it exited by itself, with the code in *code_r */
	PROC_KILLED,  /* a signal ended it */
	PROC_TIMEOUT, /* the watchdog ended it */
	PROC_NOT_RUN  /* fork or pipe failed */
};

/* What a child does. Its result is the exit code; it may write to report. */
typedef int proc_body(void *context, int report);

/*
 * Runs body in a forked child under limits and waits for its end. The
 * child has /dev/null for stdin, stdout and stderr, the default action of
 * every signal but SIGPIPE and SIGXFSZ (ignored), and leaves no core. What
 * it wrote to report, up to max_bytes, is appended to report_r, also when
 * it died. max_bytes must not exceed a pipe's buffer (LIMIT_REPORT_BYTES).
 */
enum proc_end proc_run(const struct proc_limits *limits, proc_body *body,
    void *context, size_t max_bytes, struct buf *report_r, int *code_r);

/*
 * Opens /dev/null for each of the descriptors 0, 1 and 2 that is closed, so
 * that no file of ours takes its place. Bit i of the result: i was closed.
 */
unsigned proc_hold_standard(void);

/*
 * Runs command by sh with bytes on its stdin and nothing on its stdout;
 * stderr is the caller's. STATUS_UNAVAILABLE with a text when it cannot be
 * run, exits non-zero or dies; STATUS_TEMPFAIL when it exits with 75. A
 * command that does not read all of its input but exits 0 succeeded.
 */
enum status proc_feed(
    const char *command, const char *bytes, size_t len_bytes, struct diag *d);

#endif
