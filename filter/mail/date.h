/* SPDX-License-Identifier: ISC */
#ifndef MAIL_DATE_H
#define MAIL_DATE_H

#include "base/civil.h"

#include <stdbool.h>

struct reading_words;

/*
 * Reads the date of a header (RFC 5322, 3.3 and 4.3) and what is met in its
 * place: ISO 8601, asctime, full names, dots and dashes, two-digit years,
 * zones by name or as "GMT+2", the year first. s is UTF-8; words, which may
 * be NULL, has the months of other languages than English. An unknown zone
 * counts as UTC. False, *t_r unchanged, when there is no day, month and year
 * in it, or one of them or the time is out of range.
 */
bool date_parse(
    const struct reading_words *words, const char *s, struct stamp *t_r);

#endif
