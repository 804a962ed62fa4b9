/* SPDX-License-Identifier: ISC */
#ifndef MAIL_TEXTLINE_H
#define MAIL_TEXTLINE_H

#include "model/letter.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;

/* What the containers of an HTML body say about a line. */
enum line_place {
	PLACE_PLAIN,
	PLACE_QUOTE,
	PLACE_ATTRIBUTION,
	PLACE_SIGNATURE
};

/* One line of a letter's text. */
struct text_line {
	size_t offset, len_bytes; /* in the text, without the LF */
	const char *fold;         /* the line folded, quote marks and decoration
				     at both ends off; cut at 400 bytes */
	size_t fold_len;          /* 0 for a line without letters and digits */
	int depth;                /* ">" marks in front of it */
	int nested;               /* quote containers around it */
	enum line_place place;
	bool is_blank;
	bool has_dashes;     /* a drawn line ("---", "===") in front */
	bool ends_in_dashes; /* or at the end */
	bool is_citation;    /* in plain block quotes alone: perhaps content */
	bool after_rule;     /* an HTML rule or top border lies above it */
	bool rest;           /* what follows is quoted, says the HTML */
	enum zone_kind kind;
};

struct text_lines {
	struct text_line *v;
	size_t n;
	size_t spare;     /* lines that v has room for beyond n */
	const char *text; /* without marker lines */
	size_t text_len;
};

/*
 * Splits text (UTF-8, LF) into lines, takes out the markers of
 * html_to_text() and says what they mean line by line. kind is ZONE_NEW
 * throughout.
 */
void text_lines_split(struct arena *a, const char *text, size_t len_bytes,
    struct text_lines *lines_r);

/*
 * Cuts line i in two at offset_bytes, where an introduction runs on from the
 * text. False, and nothing changed, when that was done often enough.
 */
bool text_lines_cut(
    struct arena *a, struct text_lines *lines, size_t i, size_t offset_bytes);

/* The next line from i on that is not blank; lines->n if there is none. */
size_t text_lines_skip(const struct text_lines *lines, size_t i);

/* Whether a line is quoted, by marks or by its container. */
bool text_line_quoted(const struct text_line *line);

#endif
