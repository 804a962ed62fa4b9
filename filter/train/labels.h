/* SPDX-License-Identifier: ISC */
#ifndef TRAIN_LABELS_H
#define TRAIN_LABELS_H

#include "base/diag.h"

#include <stddef.h>

struct arena;
struct rules;
struct training;

/* Where labels go, and how many there were. */
struct labels {
	struct arena *arena;
	struct diag *diag;
	struct rules *rules;
	const char *language; /* sentences of others are left out */
	struct training *training;
	size_t n_messages, n_sentences;
};

/*
 * Adds the labels of a file, in the formats of rapport-rules(5): X.tsv with
 * sentences, X.jsonl with messages and X.labels.jsonl beside it. The latter
 * by itself adds nothing, so that *.jsonl can be given. Lines that make no
 * sense are complained about at their place and skipped; STATUS_NOINPUT or
 * the like when a file cannot be read, STATUS_USAGE for another ending.
 */
enum status labels_read(struct labels *l, const char *path);

#endif
