/* SPDX-License-Identifier: ISC */
#ifndef MAIL_COMPOSE_H
#define MAIL_COMPOSE_H

#include "base/civil.h"
#include "model/letter.h"

#include <stdbool.h>
#include <stddef.h>

struct buf;

/* A message to be written. NULL or 0 leaves a part out. */
struct draft {
	struct mailbox from;
	const struct mailbox *to, *cc;
	size_t n_to, n_cc;
	const char *subject;
	struct stamp date;
	const char *message_id;  /* without <>; required */
	const char *in_reply_to; /* without <> */
	const char **references;
	size_t n_references;
	const char *text;     /* text/plain, LF */
	const char *html;     /* text/html alternative */
	const char *calendar; /* text/calendar, CRLF as libical writes it */
	const char *calendar_method; /* "REQUEST" */
	const char *auto_submitted;  /* "auto-generated" for the digest */
	const char *kind;            /* X-Rapport: digest, draft */
};

/*
 * Appends the message (RFC 5322, 2045, 2047, 2231, 6047): ASCII only, lines
 * of at most 76 characters in headers and 78 in bodies, LF line ends.
 */
void compose(struct buf *out, const struct draft *draft);
/*
 * Whether an address can be written: ASCII, a local part and a domain, no
 * blank, quote or comment. compose() leaves the others out.
 */
bool compose_can_address(const char *addr);

#endif
