/* SPDX-License-Identifier: ISC */
#ifndef RULE_PREFILTER_INDEX_H
#define RULE_PREFILTER_INDEX_H

#include "rule/prefilter.h"

/* The tables of struct prefilter; private to the prefilter. */

/*
 * A byte of a trie and the bytes behind it that have no alternative. The
 * bytes themselves are in a table of their own, so that children are told
 * apart within one line of the cache.
 */
struct prefilter_node {
	uint32_t child; /* first of n_children in a row */
	uint32_t entry; /* what ends here, n_entries in a row */
	uint32_t tail;  /* offset in text of tail_len bytes */
	uint16_t n_entries;
	uint8_t n_children, tail_len;
};

/* That a string of a set ends. */
struct prefilter_entry {
	uint16_t set;  /* from 1 */
	uint8_t flags; /* enum literal_flags */
	uint8_t lead;  /* bytes before it that belong to the string */
};

/* Numbers of sets, from 1; 0: none. */
struct prefilter_branch {
	uint16_t start, sets[NEEDS_SETS];
	uint16_t rule;
};

/* Bits of a table that tells with which three bytes strings begin. */
#define PREFILTER_BEGINNINGS 131072

/* The bit of three bytes; others may share it. */
static inline size_t beginning(char a, char b, char c)
{
	return ((size_t)a & 127) << 10 | ((size_t)b & 31) << 5 |
	       ((size_t)c & 31);
}

/* What PCRE2 takes for \w without UCP. */
static inline bool is_word(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9') || c == '_';
}

#endif
