/* SPDX-License-Identifier: ISC */
#ifndef MODEL_LETTER_H
#define MODEL_LETTER_H

#include "base/civil.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A mailbox (RFC 5322, 3.4): one person's address with its display name. */
struct mailbox {
	const char *name; /* UTF-8, decoded, never NULL, "" when unknown */
	const char *addr; /* addr-spec in lower case, never NULL; "" when
			     the field was there but unreadable */
	int64_t person;   /* whose it is: the store's number, 0 unknown */
};

/* Which way a message went. Outgoing is what the outgoing wiring says. */
enum direction { DIRECTION_UNKNOWN, DIRECTION_IN, DIRECTION_OUT };

/* What a run of the letter's text is. */
enum zone_kind {
	ZONE_NEW,         /* written by the sender for this message */
	ZONE_ATTRIBUTION, /* "On ... wrote:" and header blocks of quotes */
	ZONE_QUOTE,
	ZONE_FORWARD, /* forwarded text with its header block */
	ZONE_SIGNATURE,
	ZONE_FOOTER /* disclaimers, list footers, adverts */
};

struct zone {
	enum zone_kind kind;
	size_t offset, len_bytes; /* in letter.text, in order, without gaps
				     or overlaps; whole lines, but where
				     one kind runs on into another */
	int depth;                /* levels of quoting, 0 for new text */
};

/* Quoted words that an inline reply stands under. */
struct quoted_text {
	const char *text; /* on one line, quote marks off */
	size_t text_len;
	size_t offset, len_bytes; /* span in letter.text */
	size_t zone;              /* index into zones: the quote */
	bool is_question;         /* else its last sentence: a request? */
};

#define SENTENCE_ANSWERS_NOTHING ((size_t)-1)

struct sentence {
	size_t offset, len_bytes; /* span in letter.text */
	const char *text;         /* the same on one line: white space runs
				     collapsed, bullets and quote marks off */
	size_t text_len;
	size_t zone;    /* index into zones; new text only */
	size_t answers; /* index into quoted[] of what this inline reply
			   stands under, or SENTENCE_ANSWERS_NOTHING */
	bool bullet;    /* an entry of a list */
};

struct attachment {
	const char *name; /* UTF-8, "" when it has none */
	const char *type; /* "application/pdf", lower case */
	size_t len_bytes; /* decoded, 0 when unknown */
	bool is_inline;   /* an image of the HTML body, a signature, ... */
};

/* What the headers and the structure say about the kind of mail. */
enum letter_flags {
	LETTER_AUTOMATIC = 1,      /* RFC 3834: Auto-Submitted, vacation */
	LETTER_REPORT = 2,         /* DSN or MDN, or the null sender */
	LETTER_LIST = 4,           /* RFC 2369/2919 headers */
	LETTER_ANNOUNCEMENT = 8,   /* list or bulk mail that takes no replies */
	LETTER_OWN = 16,           /* rapport's digest or draft */
	LETTER_ENCRYPTED = 32,     /* the text could not be read */
	LETTER_TRUNCATED = 64,     /* a limit cut the text */
	LETTER_DATE_GUESSED = 128, /* Date was missing or absurd */
	LETTER_ID_MADE = 256,      /* Message-ID was missing: made of a hash */
	LETTER_DELIVERED = 512,    /* has Received, Return-Path or
				      Delivered-To: it came in by mail */
	LETTER_MEETING = 1024,     /* its calendar part was read (ledger/) */
	LETTER_MISREAD = 2048      /* rules were broken or missing (ledger/) */
};

/* One message as later stages see it. Borrows nothing; lives in its arena. */
struct letter {
	const char *message_id;  /* without <>, never NULL */
	const char *in_reply_to; /* first id, or NULL */
	const char **references; /* oldest first, In-Reply-To included last;
				    also what model/reference.h makes */
	size_t n_references;
	const char *subject; /* UTF-8, decoded, one line, "" if none */
	const char *topic;   /* subject without Re:, Fwd:, [list] tags */
	bool is_reply;       /* subject began with a reply prefix, or
				references are there */
	bool is_forward;     /* subject began with a forward prefix */
	struct stamp date;   /* Date, in the sender's offset */
	struct mailbox from; /* first From mailbox, Sender if none */
	struct mailbox *to, *cc, *reply_to; /* groups flattened */
	size_t n_to, n_cc, n_reply_to;
	const char **delivered_to; /* addr-specs of Delivered-To,
				      Envelope-To, X-Original-To and their
				      like, Resent-To, Resent-Cc */
	size_t n_delivered_to;
	unsigned flags; /* enum letter_flags */

	const char *text; /* UTF-8, LF line ends, no NUL, flowed lines joined,
			     HTML rendered; everything readable */
	size_t text_len;
	struct zone *zones;
	size_t n_zones;
	struct sentence *sentences; /* of the new text, in order */
	size_t n_sentences;
	struct quoted_text *quoted; /* what inline replies stand under */
	size_t n_quoted;
	struct attachment *attachments;
	size_t n_attachments;
	const char *calendar; /* a text/calendar part, decoded, or NULL */
	size_t calendar_len;
	const char *error; /* why the body could not be read, or NULL */
};

/* Recipient i of the n_to + n_cc: those in To, and behind them those in Cc. */
static inline const struct mailbox *letter_recipient(
    const struct letter *l, size_t i)
{
	return i < l->n_to ? &l->to[i] : &l->cc[i - l->n_to];
}

#endif
