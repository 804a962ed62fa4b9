/* SPDX-License-Identifier: ISC */
#ifndef OUT_BACKTEST_H
#define OUT_BACKTEST_H

#include <stddef.h>

struct buf;
struct history;
struct listing;

/* What happened, day by day, and what was left. */
void backtest_write(const struct listing *l, const struct history *h);
/* An object: letters, events in order of time, open items, sums. */
void backtest_json(struct buf *out, const struct history *h);

/*
 * Up to n each of what was opened, closed, revised and is still open: those
 * with the lowest SHA-256 of the Message-ID of the letter that did it, or
 * that said what is open. Anybody draws the same sample.
 */
void backtest_sample(
    const struct listing *l, const struct history *h, size_t n);
void backtest_sample_json(
    const struct listing *l, const struct history *h, size_t n);

#endif
