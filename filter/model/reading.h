/* SPDX-License-Identifier: ISC */
#ifndef MODEL_READING_H
#define MODEL_READING_H

#include <stddef.h>
#include <stdint.h>

/* What a phrase of a reading.lang file stands for. */
enum reading_kind {
	READING_WROTE,      /* "wrote": the verb of an attribution line */
	READING_ON,         /* "on": how an attribution line begins */
	READING_QUOTING,    /* "quoting": how one without a verb begins */
	READING_FIELD_FROM, /* names of header fields in quoted headers */
	READING_FIELD_DATE,
	READING_FIELD_TO,
	READING_FIELD_SUBJECT,
	READING_FIELD_OTHER,      /* Reply-To, Attachments, Importance, ... */
	READING_ORIGINAL,         /* "original message" */
	READING_FORWARDED,        /* "forwarded message" */
	READING_REPLY_PREFIX,     /* "re", "aw", of subjects */
	READING_FORWARD_PREFIX,   /* "fwd", "wg" */
	READING_SENT_FROM,        /* "sent from my": begins such a line */
	READING_SENT_FROM_END,    /* the same where it ends the line */
	READING_DEVICE,           /* "iphone": surely no figure of speech */
	READING_SIGN_OFF,         /* "best regards" */
	READING_POSTSCRIPT,       /* "p.s." */
	READING_GREETING,         /* "dear", "hi" */
	READING_ABBREVIATION,     /* "e.g.": its dot ends no sentence */
	READING_ABBREVIATION_END, /* "etc.", "no.": its dot may
				     end one if no number follows */
	READING_BEFORE_NUMBER,    /* "am": a number's dot after it ends no
				     sentence */
	READING_AFTER_NUMBER,     /* "März": nor one before it */
	READING_BEFORE_FIGURE,    /* "around": a line that ends so goes on with
				     a figure in the next one */
	READING_GOES_ON,          /* "the": a filled line that ends so goes on
				     in the next one, whatever that is */
	READING_BEFORE_CLAUSE,    /* "when": so does one before a new clause */
	READING_AFTER_TIME,       /* "Thursday": nor does the dot of a time
				     before it end a sentence, */
	READING_NEW_CLAUSE,       /* "is": unless this follows that */
	READING_MONTHS,           /* "januar": all twelve in order, as often
				     as a language has forms of them */
	READING_SENT_FOLDER,      /* "sent items": where sent mail is kept */
	READING_DISCLAIMER,       /* how the paragraph of a disclaimer begins */
	READING_FOOTER,           /* how a line of a list's footer begins */
	READING_KINDS
};

/* A phrase, folded (base/fold.h). */
struct reading_phrase {
	const char *text;
	uint16_t len_bytes;
	uint16_t next; /* 1 + index of the next with the same first byte */
};

struct reading_list {
	struct reading_phrase *phrases;
	size_t n, cap;
	uint16_t first[256]; /* by first byte: 1 + index, 0 none */
};

/*
 * What reading mail needs to know of languages, all of them together since
 * quotes come in any.
 */
struct reading_words {
	struct reading_list lists[READING_KINDS];
};

#endif
