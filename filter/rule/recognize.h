/* SPDX-License-Identifier: ISC */
#ifndef RULE_RECOGNIZE_H
#define RULE_RECOGNIZE_H

#include "model/language.h"

#include <stdbool.h>
#include <stddef.h>

struct rules;

/* Languages that are told apart; more are read and not recognized. */
#define LANGUAGES_MOST 32

/*
 * What texts have shown of their language, by the `common` words of the rule
 * files. Begin with {0}.
 */
struct language_signs {
	size_t n_words;
	size_t hits[LANGUAGES_MOST]; /* by language, in the order of reading */
	bool is_plain;               /* more text would tell nothing new */
};

/* Counts the words of one more text, UTF-8, as far as that is of use. */
void recognize_add(const struct rules *r, struct language_signs *signs,
    const char *text, size_t len_bytes);

/* The language that has shown most, or NULL: none or several have. */
const struct language *recognize_best(
    const struct rules *r, const struct language_signs *signs);

/*
 * Whether a text of so many words has so few of the best language's common
 * ones that it must be in another, unknown one. Short texts never are.
 */
bool recognize_is_foreign(const struct language_signs *signs);

#endif
