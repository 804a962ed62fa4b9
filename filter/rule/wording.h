/* SPDX-License-Identifier: ISC */
#ifndef RULE_WORDING_H
#define RULE_WORDING_H

#include "model/wording.h"

#include <stdbool.h>

struct arena;
struct lines;

/* A wording that says nothing yet, in the arena. */
struct wording *wording_new(struct arena *a);
/*
 * Takes the current line of a wording.lang file: a key and its text, where
 * "\n" is a line end (blanks after it do not count) and "${name}" a slot,
 * "${name:day:days}" a choice by its number. A key that is there already is
 * replaced. False, with a complaint at the place, when it is wrong.
 */
bool wording_line(struct wording *w, struct lines *in);

#endif
