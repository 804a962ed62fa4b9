/* SPDX-License-Identifier: ISC */
#ifndef MODEL_DATES_H
#define MODEL_DATES_H

#include "base/limits.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

/*
 * How a language speaks of time: a lexicon and a grammar, as read from its
 * dates.lang by rule/dates.h and followed by when/. A symbol stands for a
 * literal word or mark, a class of words, or what phrases build; one name
 * may be a class and have phrases at once.
 */

/* What a word or phrase means; the word types of dates.lang come first. */
enum date_type {
	DATE_NONE,
	DATE_NUMBER,  /* a / b */
	DATE_WEEKDAY, /* a: 1 Monday to 7 Sunday */
	DATE_MONTH,   /* a: 1 to 12 */
	DATE_UNIT,    /* a: enum date_unit; b: how many of it, 2 fortnight */
	DATE_SHIFT,   /* a: -1 last, 0 this, 1 next, 2 after next */
	DATE_EDGE,    /* a: enum date_edge */
	DATE_DAY,     /* a: days from the reference's day */
	DATE_PART,    /* of a day; a to b: minutes after midnight */
	DATE_CLOCK,   /* a: seconds after midnight */
	DATE_HALF,    /* a: 0 before noon, 1 after */
	DATE_ZONE,    /* a: minutes east; b: enum date_summer */
	DATE_YEAR,    /* from here on: built by phrases */
	DATE_SPAN,
	DATE_TIME
};

enum date_unit {
	UNIT_SECOND,
	UNIT_MINUTE,
	UNIT_HOUR,
	UNIT_DAY,
	UNIT_WORKDAY,
	UNIT_WEEK,
	UNIT_WORKWEEK, /* Monday to Friday */
	UNIT_WEEKEND,
	UNIT_MONTH,
	UNIT_QUARTER,
	UNIT_HALF_YEAR,
	UNIT_YEAR,
	UNIT_DECADE,
	DATE_UNITS
};

enum date_edge {
	EDGE_BEGIN, /* its first day */
	EDGE_EARLY, /* the first part of it */
	EDGE_MIDDLE,
	EDGE_LATE, /* the last part; of the current one: what is left */
	EDGE_END,  /* its last working day or last day */
	EDGE_REST,
	EDGE_FIRST_HALF,
	EDGE_SECOND_HALF,
	DATE_EDGES
};

/* Summer time, where a zone's name covers both ("ET"). */
enum date_summer { SUMMER_NONE, SUMMER_US, SUMMER_EU };

struct date_value {
	enum date_type type;
	int a, b;
};

/*
 * What a phrase does with the values of its parts: a vocabulary that knows
 * no language. rapport-rules(5) describes each.
 */
enum date_op {
	OP_VALUE, /* the value of its one part */
	OP_SUM,   /* numbers, or spans */
	OP_PRODUCT,
	OP_FRACTION,     /* two numbers: n/m */
	OP_DECIMAL,      /* two numbers: n.m */
	OP_YEAR,         /* a number of four digits */
	OP_SHORT_YEAR,   /* a number of two digits */
	OP_CENTURY,      /* two numbers: twenty eighteen */
	OP_SPAN,         /* [number] unit */
	OP_WEEKDAY,      /* weekday [shift | week] */
	OP_DAY_OF_MONTH, /* number [month as a time] [weekday] */
	OP_MONTH_DAY,    /* month number [year] [weekday] */
	OP_MONTH,        /* month [year | shift | year as a time] */
	OP_NUMERIC,      /* numbers in the order of the setting */
	OP_YMD,          /* numbers from the year down */
	OP_MONTH_YEAR,   /* two numbers */
	OP_YEAR_ALONE,   /* year */
	OP_PERIOD,       /* shift unit */
	OP_NUMBERED,     /* number unit [year | time]: quarter 2, week 31 */
	OP_PLACE,        /* number, weekday or unit, time: 2nd Tuesday of May */
	OP_PLACE_FROM_END,
	OP_WEEK_OF,     /* the week that holds a day */
	OP_EDGE,        /* edge, time | shift unit */
	OP_AFTER_NOW,   /* span [time]: so much later */
	OP_AGO,         /* span [time]: so much earlier */
	OP_COUNT,       /* number weekday [time [shift]]: 2 Sundays from it */
	OP_COMING,      /* number unit, whole units from now on */
	OP_COMING_LAST, /* number unit: only the last of them */
	OP_GONE,        /* number unit: the last three days */
	OP_CLOCK,       /* hour [minute [second]] [half] */
	OP_CLOCK_24,    /* the same on a clock of 24 hours */
	OP_CLOCK_RUN,   /* a number of 3 or 4 digits: 730 */
	OP_PAST_HOUR,   /* number of minutes, clock */
	OP_TO_HOUR,
	OP_JOIN,      /* a day, a part of it, a clock, in any order */
	OP_PUT_ZONE,  /* time zone */
	OP_ZONE_EAST, /* hours [minutes], or hhmm */
	OP_ZONE_WEST,
	OP_RANGE,   /* from, to: counts from its start */
	OP_BETWEEN, /* from, to: counts until its end */
	OP_LASTING, /* time span */
	OP_BY,      /* until the end of what is named */
	OP_BEFORE,  /* until its start */
	OP_WITHIN,  /* span from now */
	OP_AFTER,
	OP_SINCE, /* the latest one that has passed */
	OP_PAST,  /* it lies in the past, as a word said */
	OP_VAGUE,
	OP_SAME,    /* "then": the time that was spoken of before */
	OP_AGAIN,   /* time: "that week", from the day spoken of before */
	OP_EACH,    /* time: "every Friday", the first of many */
	OP_SOONEST, /* times: the one that comes first */
	OP_NOW,
	OP_NOTHING, /* looks like a time and is none */
	DATE_OPS
};

enum date_op date_op_from_name(const char *name); /* DATE_OPS if none */
enum date_unit date_unit_from_name(const char *name);
enum date_edge date_edge_from_name(const char *name);

enum date_order {
	ORDER_MDY,
	ORDER_DMY,
	ORDER_YMD,
	ORDER_LOCAL /* mdy west of Greenwich and there, dmy east of it */
};

/* One meaning of a word: the symbol that it can stand for. */
struct date_entry {
	const struct date_entry *next;
	uint16_t symbol;
	bool is_weak; /* not a time when nothing stands beside it */
	bool is_name; /* must have a capital in a text that has any */
	bool is_key;  /* a time needs one such word, or a number */
	bool has_dot; /* an abbreviation: a full stop may follow */
	struct date_value value;
};

/*
 * What phrases need behind their first word, one bit for each set of words
 * of which one must be there. The uppermost bit of each number is always
 * set, so that none looks like an address; see image_write().
 */
#define DATE_NEED_WORDS 2
#define DATE_NEED_BITS  63 /* of each number */
#define DATE_NEED_NONE  (UINT64_C(1) << DATE_NEED_BITS)

struct date_needs {
	uint64_t bits[DATE_NEED_WORDS];
};

static const struct date_needs date_no_needs = {
    {DATE_NEED_NONE, DATE_NEED_NONE}};

struct date_word {
	const char *form; /* lower case; NULL: an empty slot */
	size_t len_bytes;
	uint64_t key; /* see date_form_key() */
	const struct date_entry *entries;
	struct date_needs meets; /* of the needs of phrases */
	uint16_t symbol;         /* the symbol of that name, plus one */
	bool is_key;             /* one of its entries, or their symbols, is */
	bool begins;             /* one of its entries can begin the top */
};

#define DATE_ITEM_SYMBOLS 12
#define DATE_ITEMS        12

struct date_item {
	uint16_t symbols[DATE_ITEM_SYMBOLS]; /* any of them */
	uint8_t n_symbols; /* 0: a constant, value is an argument */
	bool is_optional;
	bool is_tight; /* no blank before it */
	bool is_ahead; /* stays unread; the end or a mark will do */
	struct date_value value;
};

#define DATE_SYMBOL_WORDS (LIMIT_DATE_SYMBOLS / 64)
#define DATE_SET_WORDS    ((LIMIT_DATE_SYMBOLS + LIMIT_DATE_PHRASES) / 64)

/* A set of symbols, then of phrases by number, one bit each. */
struct date_set {
	uint64_t bits[DATE_SET_WORDS];
};

/* What a word of a symbol, or a number, can be the beginning of. */
struct date_reach {
	struct date_set starts; /* its first word, if others follow */
	struct date_set alone;  /* all of it */
	struct date_set second; /* its second word */
	struct date_set closes; /* its second word, and last */
};

struct date_phrase {
	struct date_phrase *next; /* of the same symbol, in file order */
	enum date_op op;
	uint8_t n_items;
	struct date_item *items;
	const char *file; /* for complaints */
	int line;
};

struct date_symbol {
	const char *name; /* "<class>", or a literal as it is */
	struct date_phrase *phrases;
	struct date_phrase *last;
	const struct date_reach *reach;       /* NULL: it has no words */
	uint16_t first_phrase, after_phrases; /* their numbers */
	bool has_words;
	bool has_values; /* of its own words */
	bool is_key;     /* a literal without which its phrases are none */
};

#define DATE_NO_OPENING UINT16_MAX

/*
 * Days on which nobody works, for "in three business days": loaded when the
 * first such phrase is read, since hardly any mail has one.
 */
struct days_off {
	void (*load)(struct days_off *off); /* fills in the rest, once */
	void *context;                      /* of load */
	bool is_loaded;
	const int64_t *days; /* day numbers (civil_days), ascending */
	size_t n;
};

#define DATE_SEEN_BITS 4096

struct date_words {
	struct arena *arena;
	struct date_word *slots; /* open addressing */
	size_t n_slots, n_words;
	struct date_symbol *symbols;
	size_t n_symbols;
	const struct date_phrase **numbered; /* all phrases */
	struct date_needs *needs;            /* of each of them */
	uint16_t *openings; /* the one symbol to begin with, if one */
	size_t n_phrases;
	enum date_order order;
	struct date_needs number_meets;     /* as in struct date_word */
	uint16_t any_number;                /* "<int>": a run of digits */
	uint16_t top;                       /* "<time>": what is searched for */
	uint64_t seen[DATE_SEEN_BITS / 64]; /* see date_words_may_have() */
	struct days_off *days_off;          /* the user's, borrowed; or NULL */
};

/* Forms with another such number are surely different; in either case. */
static inline unsigned date_form_kind(
    unsigned char first, unsigned char last, size_t len_bytes)
{
	return (first & 31U) | (last & 31U) << 5 |
	       (unsigned)(len_bytes & 3) << 10;
}

/* False: no word has that form. Most words need no other look. */
static inline bool date_words_may_have(
    const struct date_words *w, const char *form, size_t len_bytes)
{
	unsigned kind = date_form_kind((unsigned char)form[0],
	    (unsigned char)form[len_bytes - 1], len_bytes);

	return w->seen[kind / 64] >> (kind % 64) & 1;
}

#define DATE_KEY_BYTES 8

/* The first bytes of a form as a number; all of it, when it is short. */
static inline uint64_t date_form_key(const char *form, size_t len_bytes)
{
	uint64_t key = 0;

	for (size_t i = 0; i < len_bytes && i < DATE_KEY_BYTES; i++)
		key = key << 8 | (unsigned char)form[i];
	return key;
}

/* Fibonacci hashing (Knuth, TAOCP 6.4). */
static inline uint32_t date_key_hash(uint64_t key)
{
	return (uint32_t)(key * UINT64_C(0x9e3779b97f4a7c15) >> 32);
}

/* The word of at most DATE_KEY_BYTES that has that key, or NULL. */
static inline const struct date_word *date_words_find_short(
    const struct date_words *w, uint64_t key, size_t len_bytes)
{
	size_t i = date_key_hash(key) & (w->n_slots - 1);

	for (; w->slots[i].form; i = (i + 1) & (w->n_slots - 1))
		if (w->slots[i].key == key &&
		    w->slots[i].len_bytes == len_bytes)
			return &w->slots[i];
	return NULL;
}

/* The word of that form (lower case), or NULL. */
const struct date_word *date_words_find(
    const struct date_words *w, const char *form, size_t len_bytes);

#endif
