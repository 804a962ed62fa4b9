/* SPDX-License-Identifier: ISC */
#ifndef OUT_DIGEST_H
#define OUT_DIGEST_H

#include "model/suggestion.h"
#include "out/drafts.h"

#include <stddef.h>

/* What the nightly mail is made of. */
struct digest {
	const struct item *items; /* all open ones, most pressing first */
	size_t n_items;
	const struct suggestion *suggestions; /* explained (out/why.h) */
	size_t n_suggestions;
};

/*
 * The digest as a message from the user to the user, in text and HTML. NULL
 * when there is nothing to say.
 */
struct draft *digest_write(const struct writer *w, const struct digest *digest);

#endif
