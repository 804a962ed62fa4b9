/* SPDX-License-Identifier: ISC */
#ifndef MODEL_THREAD_H
#define MODEL_THREAD_H

#include "base/civil.h"
#include "model/act.h"
#include "model/letter.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct meeting_note;

/* What the ledger keeps of a letter: enough to replay its thread. */
struct note {
	const char *message_id;
	struct stamp date;
	enum direction direction;
	struct mailbox from;
	struct mailbox *to, *cc;
	size_t n_to, n_cc;
	const char *subject, *topic;
	const char **references;
	size_t n_references;
	bool is_reply;
	bool addresses_me; /* To, Cc, reply to mine, or by name */
	bool is_automatic; /* absence notes, reports: answer nothing */
	bool is_list;      /* by way of a discussion list */
	bool has_content;  /* new text beyond thanks and greetings */
	size_t n_attachments;
	const char *attachment_names; /* joined by "; " */
	size_t new_words;             /* words of new text */
	struct act *acts;
	size_t n_acts;
	const struct meeting_note *meeting; /* of a calendar part, or NULL */
	int64_t thread;                     /* 0 while unassigned */
	int64_t row; /* store's key, 0 before it is stored */
};

/* Who has something open in a thread; nobody: it has come to rest. */
enum next_step { NEXT_NOBODY, NEXT_ME, NEXT_THEM, NEXT_BOTH };

/* "nobody", "me", "them", "both". */
const char *next_step_name(enum next_step next);

/* A thread as listed. */
struct thread {
	int64_t id;
	const char *subject;
	struct mailbox *people; /* all but me, most active first */
	size_t n_people;
	size_t n_messages, n_open_items, n_open_questions;
	enum next_step next;
	size_t alternations; /* changes of side between neighbours */
	size_t trouble;      /* sentences of trouble */
	struct stamp first, last;
	enum direction last_direction;
	double heat; /* 0 calm; 1 and more: a barrage (engine/advise) */
	bool is_muted;
};

#endif
