/* SPDX-License-Identifier: ISC */
#ifndef ENGINE_LEARN_H
#define ENGINE_LEARN_H

#include "model/item.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;

/* How often each rule was right and wrong, as the user has marked items. */
struct learning;

struct learning *learning_new(struct arena *a);

/*
 * Counts an item that the user has marked. Its rules, borrowed, share what
 * it says: a mark moves one more like it by the same, however many rules
 * spoke for it.
 */
void learning_mark(struct learning *l, const char *const *rules, size_t n_rules,
    bool is_right);

/*
 * What the marks say of items with these rules: by how many logits their
 * confidence moves, from -LEARNT_MOST to LEARNT_MOST, and the counts of the
 * rule that was marked most. A rule begins as if it had been right in 18
 * of 20 cases, which is what the shipped threshold aims at; the shift is
 * that of the log odds since (the mean of a beta distribution).
 */
#define LEARNT_MOST 2.0
struct learnt learning_of(
    const struct learning *l, const char *const *rules, size_t n_rules);

/* A confidence moved by so many logits. */
double learnt_confidence(double confidence, double shift);

#endif
