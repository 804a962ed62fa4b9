/* SPDX-License-Identifier: ISC */
#ifndef BASE_BITS_H
#define BASE_BITS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Sets of small numbers, 64 to a word. */

static inline size_t bits_words(size_t n)
{
	return (n + 63) / 64;
}

static inline void bits_add(uint64_t *set, size_t i)
{
	set[i / 64] |= UINT64_C(1) << (i % 64);
}

static inline void bits_drop(uint64_t *set, size_t i)
{
	set[i / 64] &= ~(UINT64_C(1) << (i % 64));
}

static inline bool bits_have(const uint64_t *set, size_t i)
{
	return set[i / 64] >> (i % 64) & 1;
}

/* The lowest number in a word that is not 0. */
static inline size_t bits_lowest(uint64_t word)
{
	return (size_t)__builtin_ctzll(word);
}

#endif
