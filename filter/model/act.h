/* SPDX-License-Identifier: ISC */
#ifndef MODEL_ACT_H
#define MODEL_ACT_H

#include "base/civil.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * What a sentence does. The first six are shown to users (contract); the
 * others move items that are already there or colour a thread.
 */
enum act_kind {
	ACT_COMMITMENT,
	ACT_REQUEST,
	ACT_QUESTION,
	ACT_MEETING,
	ACT_FULFILMENT,
	ACT_DEADLINE,
	ACT_TROUBLE,  /* a problem, confusion, tension */
	ACT_CANCEL,   /* "never mind", "no need any more" */
	ACT_REVISE,   /* "I need until Wednesday", "running late" */
	ACT_ACCEPT,   /* "will do", "works for me" */
	ACT_DECLINE,  /* "I can't make it" */
	ACT_THANKS,   /* "thanks, got it": answers nothing */
	ACT_TALKED,   /* "good talking to you today" */
	ACT_ABSENCE,  /* "I am out of the office until ..." */
	ACT_WORD,     /* "let me know", "please confirm": a word is asked for */
	ACT_DELEGATE, /* "Tom will take this over" */
	ACT_CALL,     /* "please call me", "I will call you": a talk does it */
	ACT_REMIND,   /* "don't forget the survey": asks for it again */
	ACT_ECHO,     /* "please let me know.": presses for what is asked */
	ACT_VIEW,     /* "what do you think?": of what was asked before it */
	ACT_RSVP,    /* "can you come?", "which day?": of a meeting beside it */
	ACT_RECEIPT, /* "thanks for your comments": the reader did it */
	ACT_OBJECT,  /* "Monday is too late": to a day, not to the thing */
	ACT_ANAPHOR, /* "just sent it", "will do": names nothing, so that it is
			of what was spoken of */
	ACT_BULK,    /* wording of adverts and announcements */
	ACT_REST,    /* nothing to press anybody about; of items alone */
	ACT_LEAD,    /* "here is the draft": what follows is not said to the
			reader */
	ACT_EVENING, /* "dinner at seven": is in the evening */
	ACT_INLINE,  /* stands under a quoted question, which is its text: told
			by its place, by no rule */
	ACT_TASKS,   /* "Action items:": heads a list of who does what */
	ACT_KINDS
};

/* "commitment", ...; the words of the contract and of the rule files. */
const char *act_name(enum act_kind kind);
/* ACT_KINDS when there is no such name. */
enum act_kind act_from_name(const char *name);

enum grain {
	GRAIN_NONE,
	GRAIN_MINUTE,
	GRAIN_HOUR,
	GRAIN_PART, /* of a day */
	GRAIN_DAY,
	GRAIN_WEEK,
	GRAIN_MONTH,
	GRAIN_QUARTER,
	GRAIN_YEAR
};

/* "minute", ... as in the contract; NULL for GRAIN_NONE. */
const char *grain_name(enum grain g);
enum grain grain_from_name(const char *name);

/* One time expression in a text. */
struct time_expr {
	size_t offset, len_bytes; /* in the text that was searched */
	struct stamp start;       /* first instant of the reading */
	struct stamp end;         /* exclusive, when has_end */
	struct stamp due;         /* the instant that counts for a deadline or a
				     meeting's start, when has_due */
	bool has_end, has_due;
	bool past;     /* the reading lies before the reference */
	bool vague;    /* "soon", "ASAP": start is the reference, no due */
	bool same;     /* "then": as spoken of before; start is the reference */
	bool is_again; /* "that week": from the day spoken of before */
	bool is_each;  /* "every Friday": the first of many */
	bool before;   /* "by", "before", "until", "no later than" */
	bool after;    /* "after", "from", "since" */
	bool is_dated; /* its day was named by its date: "5 March" */
	bool lacks_day;    /* a time of day alone: the day is a guess */
	bool lacks_week;   /* a weekday alone: the week is a guess */
	bool lacks_month;  /* a day of a month alone: so is the month */
	bool lacks_year;   /* a month, or a day of it: so is the year */
	bool is_half_open; /* "at 8": that it is before noon is a guess */
	bool is_aside;     /* of something else that the sentence names */
	bool is_doubtful;  /* its date is not on the weekday that was said: */
	int said_weekday;  /* 1 Monday, 0 none */
	enum grain grain;
};

/* When an obligation is due, as one of a letter's times says. */
struct due {
	bool is_set;
	bool is_vague;    /* a vague word was all there was */
	struct stamp at;  /* when is_set */
	enum grain grain; /* when is_set */
	const char *text; /* the words, "" if none */
};

enum act_who { WHO_SENDER, WHO_RECIPIENT, WHO_NAMED };

/* One act that a sentence performs. */
struct act {
	enum act_kind kind;
	size_t sentence;      /* index into letter.sentences */
	const char *text;     /* that sentence on one line */
	double confidence;    /* 0 to 1 */
	enum act_who who;     /* who must act, or did */
	const char *who_name; /* for WHO_NAMED, else "" */
	struct due due;
	const char **rules; /* names of the rules that spoke for it */
	size_t n_rules;
};

/* Everything that detection says about one letter. */
struct findings {
	struct act *acts; /* every act with evidence, by sentence, also
			     below the threshold */
	size_t n_acts;
	bool is_bulk; /* machine or mass mail: acts are then empty */
	double bulk_confidence;
	const char *language; /* "en"; "" when it is none that is known */
};

#endif
