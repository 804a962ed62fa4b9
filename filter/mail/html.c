/* SPDX-License-Identifier: ISC */
/* Renders HTML as text. */
#include "mail/html.h"
#include "base/arena.h"

char *html_to_text(
    struct arena *a, const char *html, size_t len_bytes, size_t *len_r)
{
	*len_r = len_bytes;
	return arena_strndup(a, html, len_bytes);
}
