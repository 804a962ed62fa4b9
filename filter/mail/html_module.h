/* SPDX-License-Identifier: ISC */
#ifndef MAIL_HTML_MODULE_H
#define MAIL_HTML_MODULE_H

#include <stdbool.h>
#include <stddef.h>

/*
 * What a document is reported to. Names are in lower case; every start has
 * its end, also where the document forgot it. attrs is NULL, or pairs of
 * name and value (NULL when it has none) up to a NULL name. A function that
 * returns false stops the parser.
 */
struct html_sink {
	void *user;
	bool (*start)(void *user, const char *name, const char *const *attrs);
	bool (*text)(void *user, const char *text, size_t len_bytes);
	bool (*end)(void *user, const char *name);
};

/*
 * The module's one entry: parses html (UTF-8, at most INT_MAX bytes),
 * whatever its state, without recursion.
 */
void html_module_parse(
    const struct html_sink *sink, const char *html, size_t len_bytes);
typedef void html_module_parse_fn(
    const struct html_sink *sink, const char *html, size_t len_bytes);

#define HTML_MODULE_ENTRY "html_module_parse"

#endif
