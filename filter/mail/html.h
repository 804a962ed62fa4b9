/* SPDX-License-Identifier: ISC */
#ifndef MAIL_HTML_H
#define MAIL_HTML_H

#include <stddef.h>

struct arena;

/*
 * Marker lines in rendered text: HTML_MARK and one letter, alone on a line.
 * zones_find() takes them out of the letter's text. HTML_MARK cannot come
 * from mail: html_to_text() drops C0 control characters, and text/plain
 * must have its own dropped too (all but TAB and LF).
 */
#define HTML_MARK '\001'
enum html_mark {
	HTML_MARK_QUOTE = 'q', /* a container opens that holds quoted text */
	HTML_MARK_REPLY = 'g', /* one around attribution and quote: between
				  inner quotes the sender may have written */
	HTML_MARK_BLOCK = 'b', /* a blockquote that may be a citation */
	HTML_MARK_ATTRIBUTION = 'a', /* one with "On ... wrote:" */
	HTML_MARK_SIGNATURE = 's',
	HTML_MARK_END = 'e',  /* the innermost of these ends */
	HTML_MARK_RULE = 'h', /* a horizontal rule or a border on top */
	HTML_MARK_REST = 'r'  /* all that follows is quoted */
};

/*
 * Renders an HTML body as text: blocks and rows on lines of their own,
 * "- " before list entries, hidden parts dropped, marker lines around block
 * quotes and the quote containers of known mail programs. html must be valid
 * UTF-8 (whatever its <meta> says). The result is valid UTF-8,
 * NUL-terminated, at most LIMIT_TEXT_BYTES, *len_r bytes long. NULL when the
 * HTML module cannot be loaded.
 */
char *html_to_text(
    struct arena *a, const char *html, size_t len_bytes, size_t *len_r);

#endif
