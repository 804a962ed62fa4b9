/* SPDX-License-Identifier: ISC */
/* What takes the place of Message-IDs where a letter has none to refer to. */
#include "model/reference.h"
#include "base/str.h"

#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

/* "Which hotel is it?" is asked too often. */
#define FEWEST_WORDS 5

static bool has_domain(const char *reference, const char *domain)
{
	size_t n = strlen(reference), len_bytes = strlen(domain);

	return n > len_bytes && !strcmp(reference + n - len_bytes, domain);
}

bool reference_is_conversation(const char *reference)
{
	return has_domain(reference, CONVERSATION_DOMAIN);
}

bool reference_is_quoted(const char *reference)
{
	return has_domain(reference, QUOTED_DOMAIN);
}

static bool in_word(char c)
{
	return str_alpha(c) || str_digit(c) || (unsigned char)c >= 0x80;
}

bool reference_of_words(const char *text, size_t len_bytes,
    char reference_r[REFERENCE_QUOTED_BYTES])
{
	uint64_t h = 0xcbf29ce484222325U; /* FNV-1a */
	size_t words = 0;

	for (size_t i = 0; i < len_bytes; i++) {
		if (!in_word(text[i]))
			continue;
		words += !i || !in_word(text[i - 1]);
		h = (h ^ (unsigned char)str_lower(text[i])) * 0x100000001b3U;
	}
	if (words < FEWEST_WORDS)
		return false;
	(void)snprintf(reference_r, REFERENCE_QUOTED_BYTES, "%016" PRIx64 "%s",
	    h, QUOTED_DOMAIN);
	return true;
}
