/* SPDX-License-Identifier: ISC */
#ifndef CMD_TRAIN_H
#define CMD_TRAIN_H

#include "base/diag.h"

#include <stdbool.h>
#include <stddef.h>

struct session;

/* What `rapport rules train` is to do. */
struct train_order {
	const char *const *files; /* labels */
	size_t n_files;
	bool check;           /* judge the present weights, write none */
	const char *language; /* whose rules, or NULL: the user's */
	const char *output;   /* the file to write, or NULL: the user's own */
};

/* Fits weights to labels, reports how good they are, writes them. */
enum status train_run(struct session *s, const struct train_order *order);

#endif
