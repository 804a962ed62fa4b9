/* SPDX-License-Identifier: ISC */
#include "when/when.h"
size_t when_find(struct arena *a, const struct date_words *words,
    const char *text, size_t len_bytes, struct stamp reference,
    struct time_expr **times_r)
{
	(void)a;
	(void)words;
	(void)text;
	(void)len_bytes;
	(void)reference;
	*times_r = NULL;
	return 0;
}
bool when_resolve(struct arena *a, const struct date_words *words,
    const char *text, struct stamp now, struct time_expr *time_r)
{
	(void)a;
	(void)words;
	(void)text;
	(void)now;
	(void)time_r;
	return false;
}
