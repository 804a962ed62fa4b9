/* SPDX-License-Identifier: ISC */
#ifndef MAIL_HTML_STYLE_H
#define MAIL_HTML_STYLE_H

#include "mail/html.h"

#include <stdbool.h>

/* How an element is set. */
enum html_display {
	HTML_INLINE,
	HTML_BLOCK,     /* on lines of its own */
	HTML_PARAGRAPH, /* with an empty line around */
	HTML_BREAK,
	HTML_ENTRY, /* of a list */
	HTML_CELL,
	HTML_PRE,
	HTML_NOTHING /* it and all inside is not shown */
};

/* What an element's name and attributes ask for. */
struct html_style {
	enum html_display display;
	enum html_mark mark; /* a marker to set in front, 0 for none */
	bool has_end;        /* the marker wants HTML_MARK_END */
};

/* attrs as in html_module.h. */
struct html_style html_style_of(const char *name, const char *const *attrs);

#endif
