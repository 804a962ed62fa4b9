/* SPDX-License-Identifier: ISC */
#ifndef MODEL_READING_H
#define MODEL_READING_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct regex;

/* What a word or phrase of a reading.lang file stands for. */
enum reading_kind {
	READING_WROTE,      /* "wrote": the verb of an attribution line */
	READING_ON,         /* "On": how an attribution line begins */
	READING_FIELD_FROM, /* names of header fields in quoted headers */
	READING_FIELD_DATE,
	READING_FIELD_TO,
	READING_FIELD_SUBJECT,
	READING_FIELD_OTHER,    /* Reply-To, Attachments, Importance, ... */
	READING_ORIGINAL,       /* "Original Message" */
	READING_FORWARDED,      /* "Forwarded message" */
	READING_REPLY_PREFIX,   /* "Re", "AW", of subjects */
	READING_FORWARD_PREFIX, /* "Fwd", "WG" */
	READING_SENT_FROM,      /* "Sent from my" */
	READING_SIGN_OFF,       /* "Best regards" */
	READING_GREETING,       /* "Dear", "Hi" */
	READING_ABBREVIATION,   /* "e.g.": its dot ends no sentence */
	READING_DISCLAIMER,     /* how the paragraph of a disclaimer begins */
	READING_FOOTER,         /* how a line of a list's footer begins */
	READING_KINDS
};

/* A phrase in lower case where its script has case. */
struct reading_word {
	const char *text;
	size_t len_bytes;
};

/* A pattern that is compiled when it is first needed. */
struct reading_pattern {
	const char *literal; /* lower case; the text must hold it */
	const char *pattern;
	struct regex *compiled; /* NULL until then */
	bool is_bad;            /* it did not compile */
};

/*
 * What reading mail needs to know of languages, all of them together since
 * quotes come in any.
 */
struct reading_words {
	struct reading_word *words[READING_KINDS];
	size_t n_words[READING_KINDS], cap_words[READING_KINDS];
	struct reading_pattern *attributions; /* of whole attributions */
	size_t n_attributions, cap_attributions;
};

#endif
