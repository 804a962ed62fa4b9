/* SPDX-License-Identifier: ISC */
#ifndef MAIL_PARAMETER_H
#define MAIL_PARAMETER_H

struct arena;

/*
 * A parameter of a structured value like 'text/plain; charset=x' (RFC 2045,
 * 5.1): continued and encoded ones joined and decoded (RFC 2231), encoded
 * words decoded though RFC 2047 forbids them there. A missing semicolon is
 * overlooked. UTF-8 on one line; NULL when it is not there.
 */
char *parameter_find(struct arena *a, const char *value, const char *name);

/*
 * The first word of such a value, "text/plain": lower case, no blanks, up
 * to the ';', a blank or what is no ASCII. "" when there is none, or value is
 * NULL.
 */
char *parameter_head(struct arena *a, const char *value);

#endif
