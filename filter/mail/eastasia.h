/* SPDX-License-Identifier: ISC */
#ifndef MAIL_EASTASIA_H
#define MAIL_EASTASIA_H

#include <stddef.h>

/*
 * The charset of 8-bit text without a label, or with the label of Latin,
 * that is in two bytes a character: "EUC-JP-MS", "CP949", "GB18030",
 * "BIG5-HKSCS" or "CP932", names that iconv knows; NULL when it is none of
 * them for sure. Rows of frequent characters: JIS X 0208, KS X 1001, GB 2312
 * (level 1) and Big5 (level 1).
 */
const char *eastasia_guess(const char *s, size_t len_bytes);

#endif
