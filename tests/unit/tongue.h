/* SPDX-License-Identifier: ISC */
#ifndef TESTS_TONGUE_H
#define TESTS_TONGUE_H

#include "model/letter.h"

#include <stdbool.h>

struct arena;
struct reading_words;

/* The phrases of the repository's own reading.lang files. */
struct reading_words *tongue_load(struct arena *a);
/* A letter of that text, with its zones found. */
struct letter *tongue_letter(struct arena *a, const char *text);
/* The same from a sender of that name, at olaf@x.example. */
struct letter *tongue_letter_from(
    struct arena *a, const char *name, const char *text);
/* Its new text, zones joined, white space runs as one blank. */
const char *tongue_new_text(struct arena *a, const struct letter *l);
/* One character a zone: n, a, q, f, s, o (footer). */
const char *tongue_zones(struct arena *a, const struct letter *l);

#endif
