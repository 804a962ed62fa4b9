/* SPDX-License-Identifier: ISC */
#ifndef ENGINE_PASTED_H
#define ENGINE_PASTED_H

#include "model/letter.h"

#include <stddef.h>

/*
 * The first sentence of what is likely pasted below the letter: what stands
 * under a line with the sender's name alone, from where a postscript would end,
 * when it is longer than any. n_sentences when nothing is.
 */
size_t pasted_from(const struct letter *l);

#endif
