/* SPDX-License-Identifier: ISC */
#ifndef MODEL_MAILBOX_H
#define MODEL_MAILBOX_H

struct arena;

/* How much a display name says beside its address. */
enum naming {
	NAMING_NONE,
	NAMING_AGAIN, /* a word of the local part: "jlew" of jlew@ */
	NAMING_WORD,  /* one word: "Ann" of moor@ */
	NAMING_FULL
};

/* addr is an addr-spec in lower case. */
enum naming mailbox_naming(const char *name, const char *addr);

/*
 * The name that an address of the form first.last@ or first_m_last@ shows,
 * "Ann M Hall"; "" for any other.
 */
const char *mailbox_shown_name(struct arena *a, const char *addr);

#endif
